"""Scaling up and breaking through: something blocks a family, and somebody is asked to decide (product.md 3).

Two organisations that do not deliver, or a helper who will not do his part, ask for somebody with more power: that is
scaled up, and one day down again. A rule or money asks for a breakthrough.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


class VastSoort(StrEnum):
    """What is asked: to free the way, or to take it over for a while."""

    DOORBRAAK = "doorbraak"
    OPSCHALING = "opschaling"


@dataclass(frozen=True, slots=True)
class Doorbraak:
    """What is needed, what blocks it, what was tried, who is asked to decide and by when, and the decision.

    `gelukt` says whether the way is free since the decision; there is no word for it before that. What was scaled up
    goes down again on `afgeschaald_op`, in the hands of the regisseur alone.
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
    soort: VastSoort = VastSoort.DOORBRAAK
    afgeschaald_op: date | None = None
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
    if part.afgeschaald_op is not None and (part.besloten_op is None or part.afgeschaald_op < part.besloten_op):
        raise RuleBroken(Code.END_BEFORE_START, field="afgeschaald_op", id=part.id)
    if part.besloten_op is None and (part.gelukt or part.besluit.strip()):
        raise RuleBroken(Code.EMPTY, field="besloten_op", id=part.id)


def is_broken_through(part: Doorbraak, op: date) -> bool:
    """Whether the way was free by that day."""
    broken = part.soort is VastSoort.DOORBRAAK and part.gelukt
    return broken and part.besloten_op is not None and part.besloten_op <= op


def is_waiting(part: Doorbraak, op: date) -> bool:
    """Whether the day for the answer has passed without one."""
    return part.besloten_op is None and part.antwoord_voor is not None and part.antwoord_voor < op


def is_scaled_up(part: Doorbraak, op: date) -> bool:
    """Whether somebody else decides on that day: from the question until it was scaled down, or refused."""
    refused = part.besloten_op is not None and not part.gelukt
    over = part.afgeschaald_op if not refused else part.besloten_op
    return part.soort is VastSoort.OPSCHALING and part.gevraagd_op <= op and (over is None or op < over)
