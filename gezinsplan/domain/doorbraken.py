"""A breakthrough: a rule or money blocks what a family needs, and somebody is asked to decide (product.md 3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


@dataclass(frozen=True, slots=True)
class Doorbraak:
    """What is needed, what blocks it, what was tried, who is asked to decide and by when, and the decision.

    `gelukt` says whether the way is free since the decision; there is no word for it before that.
    """

    id: UUID
    wat: str
    blokkade: str
    gevraagd_aan: str
    gevraagd_op: date
    geprobeerd: str = ""
    antwoord_voor: date | None = None
    besluit: str = ""
    besloten_op: date | None = None
    gelukt: bool = False
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


def check_doorbraak(part: Doorbraak) -> None:
    """The answer comes after the question; a decision has a day and words, and without one nothing is solved."""
    for name in ("antwoord_voor", "besloten_op"):
        day: date | None = getattr(part, name)
        if day is not None and day < part.gevraagd_op:
            raise RuleBroken(Code.END_BEFORE_START, field=name, id=part.id)
    if part.besloten_op is not None and not part.besluit.strip():
        raise RuleBroken(Code.EMPTY, field="besluit", id=part.id)
    if part.besloten_op is None and (part.gelukt or part.besluit.strip()):
        raise RuleBroken(Code.EMPTY, field="besloten_op", id=part.id)


def is_broken_through(part: Doorbraak, op: date) -> bool:
    """Whether the way was free by that day."""
    return part.gelukt and part.besloten_op is not None and part.besloten_op <= op


def is_waiting(part: Doorbraak, op: date) -> bool:
    """Whether the day for the answer has passed without one."""
    return part.besloten_op is None and part.antwoord_voor is not None and part.antwoord_voor < op
