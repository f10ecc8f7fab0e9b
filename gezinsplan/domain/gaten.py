"""What nobody does now: everything that stands red until somebody carries it again (product.md rule 4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import OPEN, contacts, is_child, left_on, present_on, sees, status_on
from gezinsplan.domain.dossier import Actie, Betrokkenheid, BetrokkenheidStatus, Dossier
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find


class GatSoort(StrEnum):
    """What nobody does now."""

    REGIE = "regie"
    KIND = "kind"
    ACTIE = "actie"


@dataclass(frozen=True, slots=True)
class Gat:
    """Something that nobody carries now: the term, child or actie, since when, and who carried it."""

    soort: GatSoort
    onderdeel: UUID
    sinds: date
    van: UUID | None = None


def holes(dossier: Dossier, op: date) -> tuple[Gat, ...]:
    """Everything that stands red as "Niemand doet dit nu" (product.md rule 4): the child first, then regie, acties."""
    children = (_child_hole(dossier, each, op) for each in dossier.personen if is_child(dossier, each, op))
    acties = (_actie_hole(dossier, each, op) for each in dossier.acties if each.status in OPEN)
    return tuple(gat for gat in (*children, _regie_hole(dossier, op), *acties) if gat is not None)


def _gone_since(dossier: Dossier, deelnemer: UUID, op: date) -> date | None:
    """Since when somebody who was there no longer is; None for who is there, or is still to come."""
    helper = find(dossier, Betrokkenheid, deelnemer)
    if helper is not None:
        return helper.tot.eindigt if helper.tot is not None and _gone_on(helper, op) else None
    persoon = find(dossier, Persoon, deelnemer)
    return left_on(persoon, op) if persoon is not None else None


def _regie_hole(dossier: Dossier, op: date) -> Gat | None:
    """A vacancy, or a holder of the family or netwerk who has died or gone; a helper cannot (`checks`)."""
    term = regie.term_on(dossier, op)
    if term is None:
        return None
    if term.houder is None:
        return Gat(GatSoort.REGIE, term.id, term.vanaf)
    since = _gone_since(dossier, term.houder, op)
    return Gat(GatSoort.REGIE, term.id, since, term.houder) if since is not None else None


def _actie_hole(dossier: Dossier, actie: Actie, op: date) -> Gat | None:
    if any(present_on(dossier, each, op) for each in actie.wie):
        return None
    gone = [(since, each) for each in actie.wie if (since := _gone_since(dossier, each, op)) is not None]
    if not gone:
        return Gat(GatSoort.ACTIE, actie.id, min(op, actie.vanaf or dossier.gezin.start))
    since, last = max(gone)
    return Gat(GatSoort.ACTIE, actie.id, since, last)


def _child_hole(dossier: Dossier, kind: Persoon, op: date) -> Gat | None:
    """A child that was seen and is no longer, unless one of the last to go said who follows, or why nobody does.

    A helper who took over is among its contacts; a person has no period, and is looked for here.
    """
    gone = [
        (each.tot.eindigt, each)
        for each in dossier.betrokkenheden
        if each.tot is not None and sees(each, kind.id) and _gone_on(each, op)
    ]
    if not gone or contacts(dossier, kind.id, op):
        return None
    since = max(end for end, _ in gone)
    last = [each for end, each in gone if end == since]
    takers = [find(dossier, Persoon, each.overgenomen_door) for each in last]
    there = any(present_on(dossier, taker.id, op) for taker in takers if taker is not None)
    if there or any(each.geen_overname_omdat.strip() for each in last):
        return None
    left = (left_on(taker, op) for taker in takers if taker is not None)
    return Gat(GatSoort.KIND, kind.id, max((since, *(day for day in left if day is not None))), last[-1].id)


def _gone_on(betrokkenheid: Betrokkenheid, op: date) -> bool:
    return status_on(betrokkenheid, op) is BetrokkenheidStatus.GESTOPT
