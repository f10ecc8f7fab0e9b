"""Who may read a part: the circle that every text, doel, actie, score and betrokkenheid carries (rule 6)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kring(StrEnum):
    """The circle that may read a part."""

    GEZIN = "gezin"
    PERSONEN = "personen"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class VoorWie:
    """Who may read a part: the whole family, the persons named, or nobody outside the file."""

    kring: Kring
    personen: tuple[UUID, ...] = ()


HEEL_GEZIN = VoorWie(Kring.GEZIN)
ALLEEN_DOSSIER = VoorWie(Kring.DOSSIER)
