"""Bringing somebody in for a while, and letting somebody go so that nothing is left behind unseen (rule 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import OPEN, GatSoort, active_on, contacts, holes, is_child, present_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Actie, ActieStatus, Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import drop, find, get, put


@dataclass(frozen=True, slots=True)
class Last:
    """What one helper carries alone: open acties, children without another contact, the regie."""

    acties: tuple[UUID, ...] = ()
    kinderen: tuple[UUID, ...] = ()
    regie: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self.acties or self.kinderen or self.regie)


def carries(dossier: Dossier, betrokkenheid: UUID, op: date) -> Last:
    """What would be without anybody if this helper were gone on that day."""

    def alone(actie: Actie) -> bool:
        others = (each for each in actie.wie if each != betrokkenheid)
        return betrokkenheid in actie.wie and not any(present_on(dossier, each, op) for each in others)

    def only_contact(kind: Persoon) -> bool:
        return {each.id for each in contacts(dossier, kind.id, op)} == {betrokkenheid}

    return Last(
        acties=tuple(each.id for each in dossier.acties if each.status in OPEN and alone(each)),
        kinderen=tuple(each.id for each in dossier.personen if is_child(dossier, each, op) and only_contact(each)),
        regie=any(
            term.houder == betrokkenheid and (term.tot is None or term.tot > op) for term in dossier.regisseurschappen
        ),
    )


@dataclass(frozen=True, slots=True)
class Overname:
    """Who takes over what: new owners per actie, or a reason to drop it; one contact for the children, or a reason."""

    acties: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    vervallen: Mapping[UUID, str] = field(default_factory=dict)
    contact_door: UUID | None = None
    geen_contact_omdat: str = ""


@dataclass(frozen=True, slots=True)
class Einde:
    """How a betrokkenheid ends: on which day, why, and who decided."""

    tot: Datum
    reden: str
    door: str = ""


def bijschakelen(dossier: Dossier, betrokkenheid: Betrokkenheid) -> Dossier:
    """Bring somebody in for a while: asks for a question and an end date (product.md 4)."""
    if not betrokkenheid.vraag.strip():
        raise RuleBroken(Code.QUESTION_MISSING, field="vraag")
    if betrokkenheid.verwacht_tot is None:
        raise RuleBroken(Code.UNTIL_MISSING, field="verwacht_tot")
    if betrokkenheid.vanaf is not None and betrokkenheid.verwacht_tot < betrokkenheid.vanaf.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="verwacht_tot")
    return put(dossier, replace(betrokkenheid, vorm=Vorm.BIJGESCHAKELD))


def afschakelen(dossier: Dossier, betrokkenheid: UUID, einde: Einde, overname: Overname) -> Dossier:
    """Let somebody go as planned: only when everything he carries is taken over or closed (product.md rule 4)."""
    leaving = _ending(dossier, betrokkenheid, einde)
    op = einde.tot.eindigt
    last = carries(dossier, betrokkenheid, op)
    kept = _still_carried(last, overname)
    if kept:
        raise RuleBroken(Code.STILL_CARRIES, acties=kept.acties, kinderen=kept.kinderen, regie=kept.regie)
    leaving = replace(leaving, tot=einde.tot, reden_einde=einde.reden, beeindigd_door=einde.door)
    if last.kinderen:
        dossier, leaving = _hand_over_contact(dossier, leaving, last.kinderen, overname)
    for actie in last.acties:
        dossier = put(dossier, _hand_over_actie(dossier, get(dossier, Actie, actie), leaving, overname))
    return put(_leave_shared_acties(dossier, leaving.id, op), leaving)


def al_weg(dossier: Dossier, betrokkenheid: UUID, einde: Einde, term_id: UUID) -> Dossier:
    """Record that somebody has already gone: counts at once; what he carried shows as a hole (product.md rule 4).

    If he was the regisseur, the place is vacant from that day on, for that reason. He may be gone before a planned day.
    """
    planned, op = get(dossier, Betrokkenheid, betrokkenheid), einde.tot.eindigt
    if planned.tot is not None and planned.tot.eindigt > op:
        dossier = put(dossier, replace(planned, tot=None))
    leaving = _ending(dossier, betrokkenheid, einde)
    dossier = regie.vacate(dossier, term_id, betrokkenheid, op, einde.reden)
    gone = replace(leaving, tot=einde.tot, reden_einde=einde.reden, beeindigd_door=einde.door)
    return put(_leave_shared_acties(dossier, betrokkenheid, op), gone)


def _ending(dossier: Dossier, betrokkenheid: UUID, einde: Einde) -> Betrokkenheid:
    leaving = get(dossier, Betrokkenheid, betrokkenheid)
    if leaving.vanaf is None:
        raise RuleBroken(Code.NOT_STARTED, field="tot")
    if leaving.tot is not None:
        raise RuleBroken(Code.ALREADY_ENDED, field="tot")
    if einde.tot.latest < leaving.vanaf.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="tot")
    if not einde.reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden")
    return leaving


def _still_carried(last: Last, overname: Overname) -> Last:
    closed = {actie for actie, reden in overname.vervallen.items() if reden.strip()}
    moved = {actie for actie, owners in overname.acties.items() if owners}
    contact = overname.contact_door is not None or overname.geen_contact_omdat.strip()
    return Last(
        acties=tuple(each for each in last.acties if each not in closed | moved),
        kinderen=() if contact else last.kinderen,
        regie=last.regie,
    )


def _hand_over_contact(
    dossier: Dossier, leaving: Betrokkenheid, kinderen: tuple[UUID, ...], overname: Overname
) -> tuple[Dossier, Betrokkenheid]:
    if overname.contact_door is None:
        return dossier, replace(leaving, geen_overname_omdat=overname.geen_contact_omdat)
    owner = _present(dossier, leaving, overname.contact_door)
    helper = find(dossier, Betrokkenheid, owner)
    if helper is not None:
        more = tuple(kind for kind in kinderen if kind not in helper.over) if helper.over else ()
        if helper.vorm is Vorm.OP_AFSTAND:
            raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="contact_door", id=owner)
        dossier = put(dossier, replace(helper, over=helper.over + more))
    return dossier, replace(leaving, overgenomen_door=owner)


def _present(dossier: Dossier, leaving: Betrokkenheid, owner: UUID) -> UUID:
    op = leaving.tot.eindigt if leaving.tot else date.min
    if owner == leaving.id or not present_on(dossier, owner, op):
        raise RuleBroken(Code.TAKEOVER_NOT_THERE, id=owner)
    return owner


def _hand_over_actie(dossier: Dossier, actie: Actie, leaving: Betrokkenheid, overname: Overname) -> Actie:
    owners = tuple(_present(dossier, leaving, each) for each in overname.acties.get(actie.id, ()))
    if owners:
        return replace(actie, wie=owners)
    closed_on = leaving.tot.eindigt if leaving.tot else None
    return replace(actie, status=ActieStatus.VERVALLEN, reden=overname.vervallen[actie.id], klaar_op=closed_on)


def _leave_shared_acties(dossier: Dossier, leaving: UUID, op: date) -> Dossier:
    """Out of what others carry on: an open actie shared with somebody who is there stays with that other."""
    for actie in dossier.acties:
        others = tuple(each for each in actie.wie if each != leaving)
        if actie.status in OPEN and others != actie.wie and any(present_on(dossier, each, op) for each in others):
            dossier = put(dossier, replace(actie, wie=others))
    return dossier


def change(dossier: Dossier, betrokkenheid: Betrokkenheid, op: date) -> Dossier:
    """A betrokkenheid with other fields; refuses to take a child's only contact away unseen (product.md rule 4).

    Filling in an end is a planned ending too: whatever he carries alone on that day keeps him (`afschakelen` asks).
    """
    before, after = get(dossier, Betrokkenheid, betrokkenheid.id), put(dossier, betrokkenheid)
    lost = Last(kinderen=_unseen(dossier, after, op))
    if before.tot is None and betrokkenheid.tot is not None:
        last = betrokkenheid.tot.eindigt
        there = active_on(before, last)
        acties = carries(dossier, before.id, last).acties if there else ()
        lost = Last(acties, lost.kinderen or _unseen(dossier, after, last))
    if lost:
        raise RuleBroken(Code.STILL_CARRIES, acties=lost.acties, kinderen=lost.kinderen, regie=False)
    return after


def remove(dossier: Dossier, betrokkenheid: UUID, op: date) -> Dossier:
    """The dossier without a betrokkenheid that was a mistake; refuses to take a child out of sight (rule 4)."""
    after = drop(dossier, betrokkenheid)
    lost = _unseen(dossier, after, op)
    if lost:
        raise RuleBroken(Code.STILL_CARRIES, acties=(), kinderen=lost, regie=False)
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
