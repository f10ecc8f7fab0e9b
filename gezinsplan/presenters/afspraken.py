"""An afspraak as it stands on a page, whom it is kept from, and what can be done with it at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain import plan
from gezinsplan.domain.betrokken import OPEN
from gezinsplan.domain.dossier import Actie, ActieStatus, Dossier
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.lezers import HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.namen import called
from gezinsplan.domain.values import get
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined, word


@dataclass(frozen=True, slots=True)
class Merk:
    """A word on a chip, and its tone by the name that the tokens give it."""

    tekst: str
    toon: str = "neutral"


@dataclass(frozen=True, slots=True)
class AfspraakRij:
    """One actie: what, who, when; `open` is what the tick box says, `af` that there is nothing left to tick."""

    id: UUID
    wat: str
    wie: str
    wanneer: str
    merken: tuple[Merk, ...]
    open: bool
    af: bool


def quoted(text: str) -> str:
    """The words of somebody between quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def named(family: Family, deelnemer: UUID | None) -> str:
    """How somebody is called on a page."""
    return called(family.dossier, family.team.kaart, deelnemer)


def only_for(family: Family, voor_wie: VoorWie) -> str:
    """For whom something is, when that is not the whole family: "alleen mama", "alleen dossier"."""
    if voor_wie.kring is Kring.GEZIN:
        return ""
    if voor_wie.kring is Kring.DOSSIER:
        return _("alleen dossier")
    return _("alleen {names}").format(names=joined(named(family, each) for each in voor_wie.personen))


def _other_readers(family: Family, voor_wie: VoorWie, around: VoorWie) -> str:
    """For whom something is, when that is not the same as for what it stands in."""
    if voor_wie == around:
        return ""
    return only_for(family, voor_wie) or _("voor het hele gezin")


def marks(*words: str) -> tuple[Merk, ...]:
    """Neutral chips for the words that there are."""
    return tuple(Merk(each) for each in words if each)


def unattended(family: Family) -> frozenset[UUID]:
    """The acties that nobody does now (product.md rule 4)."""
    return frozenset(each.onderdeel for each in holes(family.dossier, family.op) if each.soort is GatSoort.ACTIE)


def afspraak_rij(family: Family, actie: Actie, niemand: frozenset[UUID], lezers: VoorWie = HEEL_GEZIN) -> AfspraakRij:
    """The row of one actie; `niemand` are those that nobody does now, `lezers` who reads what it stands in."""
    late = plan.is_late(actie, family.op)
    chips = []
    if actie.id in niemand:
        chips.append(Merk(_("niemand doet dit nu"), "red"))
    if late and actie.wanneer is not None:
        chips.append(Merk(_("te laat: {date}").format(date=short_date(actie.wanneer, family.op)), "red"))
    if actie.status is ActieStatus.GEVRAAGD:
        chips.append(Merk(word(actie.status), "amber"))
    return AfspraakRij(
        id=actie.id,
        wat=actie.wat,
        wie=joined(named(family, each) for each in actie.wie),
        wanneer=_when(actie, family.op, late=late),
        merken=(*chips, *marks(_other_readers(family, actie.voor_wie, lezers))),
        open=actie.status in OPEN,
        af=actie.status in (ActieStatus.GEWEIGERD, ActieStatus.VERVALLEN),
    )


def _when(actie: Actie, op: date, *, late: bool) -> str:
    """When, in words: how often, from or by which day; what is closed says how it ended."""
    if actie.status is ActieStatus.KLAAR and actie.klaar_op is not None:
        return _("klaar op {date}").format(date=short_date(actie.klaar_op, op))
    if actie.status not in OPEN:
        return word(actie.status)
    often = actie.herhaling.strip()
    parts = [often]
    if actie.vanaf is not None and actie.vanaf > op:
        parts.append(_("vanaf {date}").format(date=short_date(actie.vanaf, op)))
    if actie.wanneer is not None and not late and actie.wanneer != actie.vanaf:
        day = short_date(actie.wanneer, op)
        parts.append(_("tot {date}").format(date=day) if often else day)
    said = ", ".join(part for part in parts if part)
    return said or ("" if late or actie.status is ActieStatus.GEVRAAGD else word(actie.status))


# ---------------------------------------------------------------- what can be done at once


def _on(actie: UUID, change: Callable[[Dossier, Actie, date], Dossier]) -> Rule:
    def rule(family: Family) -> Family:
        there = get(family.dossier, Actie, actie)
        return replace(family, dossier=change(family.dossier, there, family.op))

    return rule


def finished(actie: UUID) -> Rule:
    """The rule that an actie is done today."""
    return _on(actie, plan.finish)


def reopened(actie: UUID) -> Rule:
    """The rule that an actie is open again."""
    return _on(actie, lambda dossier, there, _op: plan.reopen(dossier, there))


def drop_form(family: Family, actie: Actie) -> Form:
    """Asks why nobody will do an actie any more."""
    return Form(
        key=form_key(family.dossier.id, "vervalt", actie.id),
        title=_("Deze afspraak vervalt"),
        step=_("Afspraak laten vervallen"),
        fields=(FieldSpec("reden", _("Waarom hoeft dit niet meer?"), FieldKind.TEXT, required=True),),
        values={"reden": ""},
        apply=lambda current, answers: _on(
            actie.id, lambda dossier, there, op: plan.drop_actie(dossier, there, op, answers["reden"])
        )(current),
        button=_("Laten vervallen"),
        intro=actie.wat,
    )
