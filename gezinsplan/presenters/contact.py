"""Contact: writing one down in one line, what follows from it, and how long ago each member was spoken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.contact import laatst, momenten, put_contact
from gezinsplan.domain.dossier import Dossier, Onderdeel
from gezinsplan.domain.momenten import Contactmoment, ContactSoort
from gezinsplan.domain.namen import called
from gezinsplan.domain.values import get
from gezinsplan.presenters import choices, plan_forms
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, shown
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined, word

LONG_AGO = 28
"""After so many days without real contact with a member the row asks for attention."""


@dataclass(frozen=True, slots=True)
class ContactRij:
    """One contact: what was said, and under it when, how and with whom."""

    id: UUID
    tekst: str
    onder: str


@dataclass(frozen=True, slots=True)
class LaatstRij:
    """How long ago one member was spoken; `lang` when that is long."""

    lid: UUID
    naam: str
    wanneer: str
    lang: bool


@dataclass(frozen=True, slots=True)
class ContactKaart:
    """All contacts, the latest first, and how long ago each member was spoken."""

    rijen: tuple[ContactRij, ...]
    leden: tuple[LaatstRij, ...]


def contact_kaart(family: Family) -> ContactKaart:
    """As it may be seen."""
    return ContactKaart(
        rijen=tuple(_row(family, each) for each in momenten(family.dossier)),
        leden=tuple(
            LaatstRij(
                each.lid,
                called(family.dossier, family.team.kaart, each.lid),
                _ago(each.dagen),
                each.dagen is None or each.dagen > LONG_AGO,
            )
            for each in laatst(family.dossier, family.op)
        ),
    )


def _ago(days: int | None) -> str:
    if days is None:
        return _("nog niet gesproken")
    if days == 0:
        return _("vandaag gesproken")
    return ngettext("{n} dag geleden gesproken", "{n} dagen geleden gesproken", days).format(n=days)


def _row(family: Family, moment: Contactmoment) -> ContactRij:
    names = joined(called(family.dossier, family.team.kaart, each) for each in moment.met)
    said = moment.kort or word(moment.soort)
    how = word(moment.soort) if moment.kort else ""
    parts = (short_date(moment.datum, family.op), how, _("met {names}").format(names=names))
    return ContactRij(moment.id, said[:1].upper() + said[1:], ", ".join(part for part in parts if part))


def contact_form(family: Family, moment: Contactmoment | None = None, met: tuple[UUID, ...] = ()) -> Form:
    """Who, how and one line; the day is today unless it was another. `met` are ticked at first."""
    keep = moment.met if moment is not None else ()
    specs = (
        FieldSpec("met", _("Met wie?"), FieldKind.CHOICES, choices.deelnemers(family, keep), required=True),
        FieldSpec("soort", _("Hoe?"), FieldKind.CHOICE, choices.words(ContactSoort), required=True),
        FieldSpec("datum", _("Op welke dag?"), FieldKind.DATE, required=True, beside=True),
        FieldSpec("kort", _("In het kort"), FieldKind.TEXT, help=_("In één zin. Bij niet thuis mag dit leeg zijn.")),
        FieldSpec(
            "over",
            _("Over wie ging het?"),
            FieldKind.CHOICES,
            choices.members(family),
            help=_("Niemand aangevinkt: over het hele gezin."),
            more=True,
        ),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True),
    )
    naming = Naming(_("Contact"), _("Contact wijzigen"), _("Bewaren"))

    def into(dossier: Dossier, changed: Contactmoment) -> Dossier:
        return put_contact(dossier, changed, family.op)

    if moment is not None:
        return edit_part(family, moment, naming, specs, into)
    defaults: Mapping[str, Any] = {"datum": family.op, "soort": ContactSoort.HUISBEZOEK, "met": met}
    return replace(new_part(family, Contactmoment, naming, specs, defaults, into), step=_("Contact opschrijven"))


def actie_from(family: Family, moment: UUID) -> Form:
    """An afspraak that follows from a contact, with what was said already in it."""
    form = plan_forms.actie_form(family, None)
    return replace(form, values={**form.values, "wat": get(family.dossier, Contactmoment, moment).kort})


def zorg_from(family: Family, moment: UUID) -> Form:
    """A concern that follows from a contact, said by the first who was spoken."""
    said = get(family.dossier, Contactmoment, moment)
    form = plan_forms.tekst_form(family, Onderdeel.ZORGPUNT)
    values = {"woorden": said.kort, "spreker": said.met[0], "datum": shown(FieldKind.DATE, said.datum)}
    return replace(form, values={**form.values, **values, "over": said.over, "voor_wie": said.voor_wie})
