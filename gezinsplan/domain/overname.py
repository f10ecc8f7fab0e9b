"""What one helper carries, and who takes it over when he goes (product.md rule 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN, contacts, is_child, present_on
from gezinsplan.domain.dossier import Actie, ActieStatus, Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find, put


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


def still_carried(last: Last, overname: Overname) -> Last:
    """What is left of a load after a takeover."""
    closed = {actie for actie, reden in overname.vervallen.items() if reden.strip()}
    moved = {actie for actie, owners in overname.acties.items() if owners}
    contact = overname.contact_door is not None or overname.geen_contact_omdat.strip()
    return Last(
        acties=tuple(each for each in last.acties if each not in closed | moved),
        kinderen=() if contact else last.kinderen,
        regie=last.regie,
    )


def hand_over_contact(
    dossier: Dossier, leaving: Betrokkenheid, kinderen: tuple[UUID, ...], overname: Overname
) -> tuple[Dossier, Betrokkenheid]:
    """Who sees these children from now on, or why nobody needs to."""
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


def hand_over_actie(dossier: Dossier, actie: Actie, leaving: Betrokkenheid, overname: Overname) -> Actie:
    """An actie with its new owners, or dropped with the reason."""
    owners = tuple(_present(dossier, leaving, each) for each in overname.acties.get(actie.id, ()))
    if owners:
        return replace(actie, wie=owners)
    closed_on = leaving.tot.eindigt if leaving.tot else None
    return replace(actie, status=ActieStatus.VERVALLEN, reden=overname.vervallen[actie.id], klaar_op=closed_on)


def leave_shared(dossier: Dossier, leaving: UUID, op: date) -> Dossier:
    """Out of what others carry on: an open actie shared with somebody who is there stays with that other."""
    for actie in dossier.acties:
        others = tuple(each for each in actie.wie if each != leaving)
        if actie.status in OPEN and others != actie.wie and any(present_on(dossier, each, op) for each in others):
            dossier = put(dossier, replace(actie, wie=others))
    return dossier
