"""A drawing as a plain value, painted alike on paper and on screen: lines, boxes and rings in a square of 1000."""

from dataclasses import dataclass
from enum import StrEnum

SIDE = 1000.0


class Kleur(StrEnum):
    """What a line or box stands for; the painter gives it its ink and, for black and white, its line."""

    GEZIN = "gezin"
    REGISSEUR = "regisseur"
    TELT_MEE = "telt_mee"
    TIJDELIJK = "tijdelijk"
    NETWERK = "netwerk"
    ERBIJ = "erbij"


@dataclass(frozen=True, slots=True)
class Lijn:
    """A tie from the family to somebody."""

    x1: float
    y1: float
    x2: float
    y2: float
    kleur: Kleur


@dataclass(frozen=True, slots=True)
class Vak:
    """A person: the middle of the box, its size, a name and a line under it; `id` leads back to the part."""

    id: str
    x: float
    y: float
    breedte: float
    hoogte: float
    kleur: Kleur
    titel: str
    onder: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around the middle, to rest the eye on."""

    straal: float
    gestreept: bool


@dataclass(frozen=True, slots=True)
class Tekening:
    """Who stands around the family; the middle circle of radius `hart` is the family itself."""

    midden: str
    onder: str
    hart: float
    ringen: tuple[Ring, ...]
    lijnen: tuple[Lijn, ...]
    vakken: tuple[Vak, ...]
