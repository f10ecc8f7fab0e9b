"""Letting somebody go so that nothing is left behind unseen (product.md rule 4)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import active_on, contacts, is_child
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.overname import Last, Overname, carries, hand_over, leave_shared, still_carried, still_carries
from gezinsplan.domain.values import drop, find, get, put


@dataclass(frozen=True, slots=True)
class Einde:
    """How a betrokkenheid ends: on which day, why, and who decided."""

    tot: Datum
    reden: str
    door: str = ""


def afschakelen(dossier: Dossier, betrokkenheid: UUID, einde: Einde, overname: Overname) -> Dossier:
    """Let somebody go as planned: only when everything he carries is taken over or closed (product.md rule 4)."""
    leaving = ending(dossier, betrokkenheid, einde)
    op = einde.tot.eindigt
    last = carries(dossier, betrokkenheid, op)
    kept = still_carried(last, overname)
    if kept:
        raise still_carries(kept)
    dossier, leaving = hand_over(dossier, leaving, last, overname, op)
    return put(leave_shared(dossier, leaving.id, op), leaving)


def al_weg(dossier: Dossier, betrokkenheid: UUID, einde: Einde, term_id: UUID) -> Dossier:
    """Record that somebody has already gone: counts at once; what he carried shows as a hole (product.md rule 4).

    If he was the regisseur, the place is vacant from that day on, for that reason. He may be gone before a planned day.
    """
    planned, op = get(dossier, Betrokkenheid, betrokkenheid), einde.tot.eindigt
    if planned.tot is not None and planned.tot.eindigt > op:
        dossier = put(dossier, replace(planned, tot=None))
    leaving = ending(dossier, betrokkenheid, einde)
    dossier = regie.vacate(dossier, term_id, betrokkenheid, op, einde.reden)
    return put(leave_shared(dossier, betrokkenheid, op), leaving)


def ending(dossier: Dossier, betrokkenheid: UUID, einde: Einde) -> Betrokkenheid:
    """The helper with his end filled in; refuses who has not begun, has ended, and an end without a reason."""
    leaving = get(dossier, Betrokkenheid, betrokkenheid)
    if leaving.vanaf is None:
        raise RuleBroken(Code.NOT_STARTED, field="tot")
    if leaving.tot is not None:
        raise RuleBroken(Code.ALREADY_ENDED, field="tot")
    if einde.tot.latest < leaving.vanaf.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="tot")
    if not einde.reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden")
    return replace(leaving, tot=einde.tot, reden_einde=einde.reden, beeindigd_door=einde.door)


def change(dossier: Dossier, betrokkenheid: Betrokkenheid, op: date) -> Dossier:
    """A betrokkenheid with other fields; refuses to take a child's only contact away unseen (product.md rule 4).

    Filling in an end is a planned ending too: whatever he carries alone on that day keeps him (`afschakelen` asks).
    """
    before, after = get(dossier, Betrokkenheid, betrokkenheid.id), put(dossier, betrokkenheid)
    lost = Last(kinderen=_unseen(dossier, after, op))
    if before.tot is None and betrokkenheid.tot is not None:
        last = betrokkenheid.tot.eindigt
        load = carries(dossier, before.id, last) if active_on(before, last) else Last()
        lost = replace(load, kinderen=lost.kinderen or _unseen(dossier, after, last), regie=False)
    if lost:
        raise still_carries(lost)
    return after


def remove(dossier: Dossier, betrokkenheid: UUID, op: date) -> Dossier:
    """The dossier without a betrokkenheid that was a mistake; refuses to take a child out of sight (rule 4)."""
    after = drop(dossier, betrokkenheid)
    lost = _unseen(dossier, after, op)
    if lost:
        raise still_carries(Last(kinderen=lost))
    return after


def _unseen(before: Dossier, after: Dossier, op: date) -> tuple[UUID, ...]:
    """The children who had a contact on that day, or stood red without one, and would be out of sight."""
    red = {gat.onderdeel: gat.van for gat in holes(before, op) if gat.soort is GatSoort.KIND}
    still_red = {gat.onderdeel for gat in holes(after, op) if gat.soort is GatSoort.KIND}

    def solved(kind: UUID) -> bool:
        last = find(after, Betrokkenheid, red.get(kind))
        return last is not None and bool(last.overgenomen_door or last.geen_overname_omdat.strip())

    def lost(kind: UUID) -> bool:
        if contacts(after, kind, op):
            return False
        return bool(contacts(before, kind, op)) or (kind in red and kind not in still_red and not solved(kind))

    return tuple(each.id for each in before.personen if is_child(before, each, op) and lost(each.id))
