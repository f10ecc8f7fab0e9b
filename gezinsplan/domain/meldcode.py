"""The meldcode huiselijk geweld en kindermishandeling as a log of reasoning: five steps, with five weighings in step 4.

Nothing is computed and nothing advised (product.md rule 5). What was written down stays: a step that was wrong is set
right by a new one (rule 11).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, VoorWie


class MeldcodeDeel(StrEnum):
    """The steps 1 to 3, the five weighings of step 4, step 5, and how it ends."""

    SIGNALEN = "signalen"
    OVERLEG = "overleg"
    GESPREK = "gesprek"
    VERMOEDEN = "vermoeden"
    ONVEILIGHEID = "onveiligheid"
    HULP = "hulp"
    AANVAARDEN = "aanvaarden"
    RESULTAAT = "resultaat"
    BESLUIT = "besluit"
    AFGESLOTEN = "afgesloten"


@dataclass(frozen=True, slots=True)
class MeldcodeStap:
    """One entry of the log: of which part, on which day, what was thought and why, and by whom; for the file alone."""

    id: UUID
    deel: MeldcodeDeel
    datum: date
    wat: str
    door: UUID | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = ALLEEN_DOSSIER


def loopt(stappen: tuple[MeldcodeStap, ...], op: date) -> bool:
    """Whether the meldcode runs on a day: something was written down since it was last closed."""
    known = sorted((each for each in stappen if each.datum <= op), key=lambda each: (each.datum, each.id))
    return bool(known) and known[-1].deel is not MeldcodeDeel.AFGESLOTEN


def check_stap(part: MeldcodeStap) -> None:
    """What goes on in the family is not for everybody in it: this stays in the file, or goes to persons."""
    if part.voor_wie.kring is HEEL_GEZIN.kring:
        raise RuleBroken(Code.FILE_ALONE, field="voor_wie", id=part.id)
