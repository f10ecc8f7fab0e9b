"""Exactly one regisseur: appoint, hand over, leave vacant; the line of terms has no overlap and no silent gap."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Gezin, RegieVorm, Regisseurschap
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import drop, find, put


@dataclass(frozen=True, slots=True)
class Keuze:
    """What is written down when a regisseur is chosen; no holder: the place is vacant, `reden` says why."""

    houder: UUID | None
    vanaf: date
    reden: str = ""
    vorm: RegieVorm = RegieVorm.CASUS
    gekozen_door: str = ""
    mening_gezin: str = ""
    vervanger: UUID | None = None
    gesprek_op: date | None = None
    contact_tot: date | None = None


def line(dossier: Dossier) -> tuple[Regisseurschap, ...]:
    """All terms, the oldest first."""
    return tuple(sorted(dossier.regisseurschappen, key=lambda term: term.vanaf))


def term_on(dossier: Dossier, op: date) -> Regisseurschap | None:
    """The one term of a day; none before the start and from the afsluiting on."""
    return next((term for term in line(dossier) if term.vanaf <= op and (term.tot is None or op < term.tot)), None)


def start_line(dossier: Dossier, term_id: UUID, keuze: Keuze) -> Dossier:
    """The first term of a new family, from its start on (product.md rule 1)."""
    first = _term(term_id, replace(keuze, vanaf=dossier.gezin.start))
    return put(dossier, replace(first, tot=dossier.gezin.afsluiting))


def appoint(dossier: Dossier, term_id: UUID, keuze: Keuze) -> Dossier:
    """End the last term on `vanaf` and begin the next one there; the one way in which a regisseur changes.

    A choice on the first day of the last term takes its place. Refuses a day before that, the same holder again,
    a change of holder or a vacancy without a reason, and a helper who would be the family itself.
    """
    last = line(dossier)[-1]
    if keuze.vanaf < last.vanaf:
        raise RuleBroken(Code.REGIE_BEFORE_CURRENT, field="vanaf", day=last.vanaf)
    if last.tot is not None and keuze.vanaf >= last.tot:
        raise RuleBroken(Code.REGIE_OUTSIDE_GEZIN, field="vanaf", day=last.tot)
    if keuze.houder == last.houder:
        raise RuleBroken(Code.REGIE_SAME_HOLDER, field="houder")
    if not keuze.reden.strip():
        raise RuleBroken(Code.REGIE_REASON_MISSING, field="reden")
    if keuze.vorm is RegieVorm.ZELF and find(dossier, Betrokkenheid, keuze.houder) is not None:
        raise RuleBroken(Code.REGIE_FORM, field="vorm", id=keuze.houder)
    new = replace(_term(term_id, keuze), tot=last.tot)
    if keuze.vanaf == last.vanaf:
        return put(drop(dossier, last.id), new)
    return put(dossier, replace(last, tot=keuze.vanaf), new)


def vacate(dossier: Dossier, term_id: UUID, houder: UUID, op: date, reden: str) -> Dossier:
    """Leave vacant what this holder had or was to have from a day on; the terms of others stay as they are."""
    for term in line(dossier):
        if term.houder == houder and (term.tot is None or term.tot > op):
            begun = term.vanaf < op
            vacancy = _term(term_id if begun else term.id, Keuze(None, max(term.vanaf, op), reden))
            served = (replace(term, tot=op),) if begun else ()
            dossier = put(dossier, *served, replace(vacancy, tot=term.tot))
    return dossier


def _term(term_id: UUID, keuze: Keuze) -> Regisseurschap:
    return Regisseurschap(
        id=term_id,
        houder=keuze.houder,
        vanaf=keuze.vanaf,
        reden=keuze.reden,
        vorm=keuze.vorm,
        gekozen_door=keuze.gekozen_door,
        mening_gezin=keuze.mening_gezin,
        vervanger=keuze.vervanger,
        gesprek_op=keuze.gesprek_op,
        contact_tot=keuze.contact_tot,
    )


def change_gezin(dossier: Dossier, gezin: Gezin) -> Dossier:
    """The dossier with a changed root part; start and afsluiting move the ends of the line of terms along."""
    terms = line(dossier)
    first, last = terms[0], terms[-1]
    if first.tot is not None and gezin.start >= first.tot and len(terms) > 1:
        raise RuleBroken(Code.REGIE_OUTSIDE_GEZIN, field="start", day=first.tot)
    if gezin.afsluiting is not None and gezin.afsluiting <= last.vanaf and len(terms) > 1:
        raise RuleBroken(Code.REGIE_OUTSIDE_GEZIN, field="afsluiting", day=last.vanaf)
    holder = find(dossier, Betrokkenheid, first.houder)
    if holder is not None and holder.vanaf is not None and gezin.start < holder.vanaf.begint:
        raise RuleBroken(Code.REGIE_HOLDER_NOT_INVOLVED, field="start", id=holder.id)
    moved = put(dossier, replace(first, vanaf=gezin.start))
    last = line(moved)[-1]
    return put(moved, replace(last, tot=gezin.afsluiting), gezin)
