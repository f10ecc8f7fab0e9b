"""What nobody does now: everything that stands red until somebody carries it again (product.md rule 4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import OPEN, contacts, is_child, left_on, present_on, sees, status_on
from gezinsplan.domain.dossier import Actie, Betrokkenheid, BetrokkenheidStatus, Dossier
from gezinsplan.domain.maatregelen import carried_out_on
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import checkers, running_on


class GatSoort(StrEnum):
    """What nobody does now, in the order in which it is shown: safety first."""

    VEILIGHEIDSAFSPRAAK = "veiligheidsafspraak"
    CONTROLE = "controle"
    MAATREGEL = "maatregel"
    KIND = "kind"
    REGIE = "regie"
    ACTIE = "actie"


@dataclass(frozen=True, slots=True)
class Gat:
    """Something that nobody carries now: the agreement, measure, child, term or actie, since when, who carried it."""

    soort: GatSoort
    onderdeel: UUID
    sinds: date
    van: UUID | None = None


def holes(dossier: Dossier, op: date) -> tuple[Gat, ...]:
    """Everything that stands red as "Niemand doet dit nu" (product.md rule 4), in the order of GatSoort.

    Of a safety agreement both who does it and who checks it; a measure once its uitvoerder has gone.
    """
    agreed = running_on(dossier, op)
    found = (
        *(_safety_hole(dossier, GatSoort.VEILIGHEIDSAFSPRAAK, each, each.wie, op) for each in agreed),
        *(_safety_hole(dossier, GatSoort.CONTROLE, each, checkers(each), op) for each in agreed),
        *(_safety_hole(dossier, GatSoort.MAATREGEL, each, (by,), op) for each, by in carried_out_on(dossier, op)),
        *(_child_hole(dossier, each, op) for each in dossier.personen if is_child(dossier, each, op)),
        _regie_hole(dossier, op),
        *(_actie_hole(dossier, each, op) for each in dossier.acties if each.status in OPEN),
    )
    return tuple(gat for gat in found if gat is not None)


def _gone_since(dossier: Dossier, deelnemer: UUID, op: date) -> date | None:
    """Since when somebody who was there no longer is; None for who is there, or is still to come."""
    helper = find(dossier, Betrokkenheid, deelnemer)
    if helper is not None:
        return helper.tot.eindigt if helper.tot is not None and _gone_on(helper, op) else None
    persoon = find(dossier, Persoon, deelnemer)
    return left_on(persoon, op) if persoon is not None else None


def _nobody(dossier: Dossier, wie: tuple[UUID, ...], vanaf: date, op: date) -> tuple[date, UUID | None] | None:
    """Since when none of these is there, and who was the last; None while somebody is."""
    if any(present_on(dossier, each, op) for each in wie):
        return None
    gone = [(since, each) for each in wie if (since := _gone_since(dossier, each, op)) is not None]
    return max(gone) if gone else (min(op, vanaf), None)


def _safety_hole(
    dossier: Dossier, soort: GatSoort, part: Veiligheidsafspraak | Maatregel, wie: tuple[UUID, ...], op: date
) -> Gat | None:
    nobody = _nobody(dossier, wie, part.vanaf, op)
    return Gat(soort, part.id, max(nobody[0], part.vanaf), nobody[1]) if nobody else None


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
    nobody = _nobody(dossier, actie.wie, actie.vanaf or dossier.gezin.start, op)
    return Gat(GatSoort.ACTIE, actie.id, *nobody) if nobody else None


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
