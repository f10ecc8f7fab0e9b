"""Plans beside ours: whose, for whom, until when, which of our goals they serve; never what is in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


class PlanSoort(StrEnum):
    """What kind of plan somebody else keeps."""

    BEHANDELPLAN = "behandelplan"
    HULPVERLENINGSPLAN = "hulpverleningsplan"
    ONTWIKKELINGSPERSPECTIEF = "ontwikkelingsperspectief"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    BUDGETPLAN = "budgetplan"
    TOEKOMSTPLAN = "toekomstplan"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class AnderPlan:
    """Somebody else's plan; `van` is who keeps it, or `van_ander` says so while he is not in this dossier.

    `afgestemd_op` is when it was last laid beside ours.
    """

    id: UUID
    soort: PlanSoort
    van: UUID | None = None
    van_ander: str = ""
    over: tuple[UUID, ...] = ()
    doelen: tuple[UUID, ...] = ()
    tot: date | None = None
    afgestemd_op: date | None = None
    gestopt_op: date | None = None
    voor_wie: VoorWie = HEEL_GEZIN


def check_ander_plan(part: AnderPlan) -> None:
    """Somebody keeps it."""
    if part.van is None and not part.van_ander.strip():
        raise RuleBroken(Code.WHO_IS_MISSING, field="van", id=part.id)


def loopt(part: AnderPlan, op: date) -> bool:
    """Whether it had not been stopped by that day."""
    return part.gestopt_op is None or op < part.gestopt_op


def is_verlopen(part: AnderPlan, op: date) -> bool:
    """Whether it still runs while its last day has passed."""
    return loopt(part, op) and part.tot is not None and part.tot < op
