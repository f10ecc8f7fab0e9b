"""What is stuck: asking somebody to break through a rule or money that blocks a family, and what he decided."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.doorbraken import Doorbraak, VastSoort, is_waiting
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, shown
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services import settings
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date


@dataclass(frozen=True, slots=True)
class DoorbraakRij:
    """One question: what is needed, where it stands; `open` while nobody decided, `te_laat` past the day for it."""

    id: UUID
    tekst: str
    onder: str
    open: bool
    te_laat: bool


def in_use(family: Family) -> bool:
    """Whether this is shown: it is switched on, or it was used in this family (product.md 7)."""
    return settings.load().doorbraken or bool(family.dossier.doorbraken)


def doorbraak_rijen(family: Family) -> tuple[DoorbraakRij, ...]:
    """What still waits first, the longest ago; then what was decided, the latest first."""
    found = family.dossier.doorbraken
    waiting = sorted((each for each in found if each.besloten_op is None), key=lambda each: (each.gevraagd_op, each.id))
    decided = sorted((each for each in found if each.besloten_op is not None), key=_decided_on, reverse=True)
    return tuple(_row(family, each) for each in (*waiting, *decided))


def _decided_on(part: Doorbraak) -> tuple[object, UUID]:
    return part.besloten_op, part.id


def _row(family: Family, part: Doorbraak) -> DoorbraakRij:
    if part.besloten_op is not None:
        said = _outcome(part)
        under = said.format(date=short_date(part.besloten_op, family.op), what=part.besluit)
    else:
        under = _("Gevraagd aan {who} op {date}").format(
            who=part.gevraagd_aan, date=short_date(part.gevraagd_op, family.op)
        )
        if part.antwoord_voor is not None:
            until = _("antwoord voor {date}").format(date=short_date(part.antwoord_voor, family.op))
            under = f"{under}, {until}"
    return DoorbraakRij(part.id, part.wat, under, part.besloten_op is None, is_waiting(part, family.op))


def _outcome(part: Doorbraak) -> str:
    if not part.gelukt:
        return _("Niet gelukt op {date}: {what}")
    if part.soort is VastSoort.DOORBRAAK:
        return _("Losgekomen op {date}: {what}")
    return (
        _("Afgeschaald na het besluit van {date}: {what}") if part.afgeschaald_op else _("Besloten op {date}: {what}")
    )


def doorbraak_form(family: Family, part: Doorbraak | None = None) -> Form:
    """What is needed, what blocks it, what was tried, whom it is asked and by when; once decided also that."""
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("soort", _("Wat vragen we?"), FieldKind.CHOICE, choices.words(VastSoort)),
        FieldSpec("wat", _("Wat is er nodig?"), FieldKind.TEXT, required=True),
        FieldSpec(
            "blokkade",
            _("Wat houdt dat tegen?"),
            FieldKind.TEXT,
            help=_("Bijvoorbeeld: een regel, geld, of twee organisaties die op elkaar wachten."),
            required=True,
        ),
        FieldSpec("geprobeerd", _("Wat is er al geprobeerd?"), FieldKind.TEXT),
        FieldSpec("gevraagd_aan", _("Wie kan dit beslissen?"), required=True),
        FieldSpec("gevraagd_op", _("Gevraagd op"), FieldKind.DATE, required=True),
        FieldSpec("antwoord_voor", _("Antwoord voor"), FieldKind.DATE, beside=True),
    )
    if part is not None and part.besloten_op is not None:
        specs = (*specs, *_decision_specs())
        if part.soort is VastSoort.OPSCHALING:
            down = FieldSpec(
                "afgeschaald_op", _("Afgeschaald op"), FieldKind.DATE, help=_("De regisseur gaat zelf verder.")
            )
            specs = (*specs, down)
    about = FieldSpec(
        "over",
        _("Over wie gaat het?"),
        FieldKind.CHOICES,
        choices.members(family),
        help=_("Niemand aangevinkt: over het hele gezin."),
        more=True,
    )
    readers = FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True)
    naming = Naming(_("Wat zit er vast?"), _("Wat zit er vast?"), _("Toevoegen"))
    if part is not None:
        return edit_part(family, part, naming, (*specs, about, readers))
    return new_part(
        family, Doorbraak, naming, (*specs, about, readers), {"gevraagd_op": family.op, "soort": VastSoort.DOORBRAAK}
    )


def _decision_specs() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("besluit", _("Wat is er besloten?"), FieldKind.TEXT, required=True, section=_("Het besluit")),
        FieldSpec("besloten_op", _("Op welke dag?"), FieldKind.DATE, required=True),
        FieldSpec("gelukt", _("Het gezin kan nu verder"), FieldKind.CHECK),
    )


def besluit_form(family: Family, part: UUID) -> Form:
    """What was decided, on which day, and whether the family can go on."""
    asked = get(family.dossier, Doorbraak, part)
    return Form(
        key=form_key(family.dossier.id, "besluit", part),
        title=_("Er is besloten"),
        step=_("Besluit vastleggen"),
        fields=_decision_specs(),
        values={"besluit": "", "besloten_op": shown(FieldKind.DATE, family.op), "gelukt": False},
        apply=lambda current, answers: _decided(current, part, answers),
        button=_("Vastleggen"),
        intro=asked.wat,
    )


def _decided(current: Family, part: UUID, answers: Mapping[str, Any]) -> Family:
    asked = get(current.dossier, Doorbraak, part)
    if answers["besloten_op"] < asked.gevraagd_op:
        raise RuleBroken(Code.END_BEFORE_START, field="besloten_op", id=part)
    return replace(current, dossier=put(current.dossier, replace(asked, **answers)))
