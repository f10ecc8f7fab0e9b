"""Wie komen er allemaal?: who was entered so far, what is still to be filled in, and settling the baseline."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain import beginstand
from gezinsplan.domain.betrokken import aantal_professionals, active_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.kaart import Sector
from gezinsplan.domain.namen import helper_name, helper_organisation, organisation_id, organisation_of
from gezinsplan.domain.tekening import Tekening
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, shown
from gezinsplan.presenters.rond_het_gezin import Rol, mensen, rol_of, rol_word, tekening
from gezinsplan.services.caseload import Family
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.dates import long_date


@dataclass(frozen=True, slots=True)
class KomtRij:
    """One person who comes, the last entered first: who, under it where and for whom, and what is still open."""

    id: UUID
    naam: str
    onder: str
    merk: str
    aanvullen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WieKomen:
    """All that is shown beside the line: the people, what is open, the drawing, and the question about the number.

    `vraag` is empty once the baseline is settled; then `nageteld` says when and with how many.
    """

    rijen: tuple[KomtRij, ...]
    kop: str
    aanvullen: int
    aanvullen_kop: str
    vraag: str
    uitleg: str
    nageteld: str
    tekening: Tekening
    tekening_tekst: str


def wie_komen(family: Family) -> WieKomen:
    """The people who come now, as they may be seen."""
    dossier, op = family.dossier, family.op
    there = [each for each in dossier.betrokkenheden if active_on(each, op)]
    rows = tuple(_row(family, each) for each in reversed(there))
    open_rows = sum(1 for each in rows if each.aanvullen)
    drawing, told = tekening(family)
    people = len(mensen(family))
    counted = aantal_professionals(dossier, op)
    settled = dossier.gezin.beginstand_op
    return WieKomen(
        rijen=rows,
        kop=ngettext("{n} mens komt bij dit gezin", "{n} mensen komen bij dit gezin", people).format(n=people),
        aanvullen=open_rows,
        aanvullen_kop=ngettext("Nog aanvullen: {n}", "Nog aanvullen: {n}", open_rows).format(n=open_rows),
        vraag=_question(counted) if settled is None and people else "",
        uitleg=_beside_it(people - counted) if settled is None and people else "",
        nageteld=_settled(family, settled) if settled is not None else "",
        tekening=drawing,
        tekening_tekst=told,
    )


def _row(family: Family, helper: Betrokkenheid) -> KomtRij:
    rol = rol_of(family, helper)
    under = (
        helper_organisation(helper, family.team.kaart),
        choices.for_whom(family, helper.over),
        helper.vraag,
    )
    return KomtRij(
        id=helper.id,
        naam=helper_name(helper, family.team.kaart),
        onder=" \N{MIDDLE DOT} ".join(part for part in under if part),
        merk="" if rol is Rol.VAST else rol_word(rol),
        aanvullen=_open_questions(family, helper),
    )


_OPEN = {
    "naam": N_("Hoe heet deze persoon?"),
    "organisatie": N_("Bij welke organisatie?"),
    "sector": N_("Wat voor organisatie is dit?"),
    "vraag": N_("Waarvoor komt deze persoon?"),
    "sinds": N_("Sinds wanneer?"),
}


def _open_questions(family: Family, helper: Betrokkenheid) -> tuple[str, ...]:
    """What is still to be filled in about somebody who helps, in words."""
    kaart, start = family.team.kaart, family.dossier.gezin.start
    organisatie = organisation_of(kaart, organisation_id(helper, kaart))
    wanted = {
        "naam": helper.professional is None,
        "organisatie": organisatie is None,
        "sector": organisatie is not None and organisatie.sector is Sector.OVERIG,
        "vraag": not helper.vraag.strip(),
        "sinds": helper.vanaf == Datum(start.year, start.month, ongeveer=True),
    }
    return tuple(_(_OPEN[name]) for name, asked in wanted.items() if asked)


def _question(counted: int) -> str:
    return ngettext("Klopt deze {n}?", "Kloppen deze {n}?", counted).format(n=counted)


def _beside_it(others: int) -> str:
    """Why the number is smaller than the list; and what saying yes does."""
    apart = ngettext(
        "{n} mens telt niet mee: vaste basis, op afstand of vrijwilliger.",
        "{n} mensen tellen niet mee: vaste basis, op afstand of vrijwilliger.",
        others,
    ).format(n=others)
    does = _("Loop de namen samen met het gezin langs. Zegt u ja, dan is dit het begin van de lijn.")
    return f"{apart} {does}" if others else does


def _settled(family: Family, op: date) -> str:
    counted = aantal_professionals(family.dossier, op)
    return ngettext(
        "Nageteld met het gezin op {date}: {n} hulpverlener.",
        "Nageteld met het gezin op {date}: {n} hulpverleners.",
        counted,
    ).format(date=long_date(op), n=counted)


def beginstand_form(family: Family) -> Form:
    """On which day the family said that the number was right; from then on the line begins there."""
    counted = aantal_professionals(family.dossier, family.op)
    return Form(
        key=form_key(family.dossier.id, "beginstand"),
        title=_question(counted),
        step=_("Begin natellen"),
        fields=(
            FieldSpec(
                "beginstand_op",
                _("Op welke dag nageteld?"),
                FieldKind.DATE,
                required=True,
                help=_("De lijn van het aantal hulpverleners begint op deze dag."),
            ),
        ),
        values={"beginstand_op": shown(FieldKind.DATE, family.op)},
        apply=_counted_on,
        button=_("Ja, dit klopt"),
        intro=_beside_it(len(mensen(family)) - counted),
    )


def _counted_on(current: Family, answers: Mapping[str, Any]) -> Family:
    return replace(current, dossier=beginstand.settle(current.dossier, answers["beginstand_op"], current.op))


def recount(current: Family) -> Family:
    """It was not right after all: the baseline is open again."""
    return replace(current, dossier=beginstand.unsettle(current.dossier))
