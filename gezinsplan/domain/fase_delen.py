"""The parts of a dossier about its phases: a step that was looked at, and a time between two situations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.fase import GEWOON, CasusFase
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, VoorWie


@dataclass(frozen=True, slots=True)
class Stap:
    """A step of a phase: done on which day and by whom, or not needed; `sleutel` names a shipped one.

    `tekst` is what an own step asks, or other words for a shipped one. `antwoord` is what the family said to an offer,
    `voor` the day before which something must have happened, such as the answer that the law asks for.
    """

    id: UUID
    fase: CasusFase
    sleutel: str = ""
    tekst: str = ""
    gedaan_op: date | None = None
    door: str = ""
    antwoord: str = ""
    voor: date | None = None
    niet_nodig: bool = False
    toelichting: str = ""
    voor_wie: VoorWie = ALLEEN_DOSSIER


@dataclass(frozen=True, slots=True)
class Tussenfase:
    """Between two situations: what has stopped, what has not begun, who holds it meanwhile and until when."""

    id: UUID
    gestopt: str
    nog_niet: str
    vanaf: date
    houdt_vast: UUID | None = None
    tot: date | None = None
    voorbij_op: date | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


def check_fasestap(part: Stap) -> None:
    """What is no shipped step says what it asks."""
    if part.sleutel not in GEWOON and not part.tekst.strip():
        raise RuleBroken(Code.EMPTY, field="tekst", id=part.id)


def check_tussenfase(part: Tussenfase) -> None:
    """Something has stopped or has not begun, and it is over after it began."""
    if not part.gestopt.strip() and not part.nog_niet.strip():
        raise RuleBroken(Code.EMPTY, field="gestopt", id=part.id)
    if part.voorbij_op is not None and part.voorbij_op < part.vanaf:
        raise RuleBroken(Code.END_BEFORE_START, field="voorbij_op", id=part.id)
