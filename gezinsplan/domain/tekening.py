"""A drawing as a plain value, painted alike on paper and on screen: lines, boxes and rings in a square of 1000."""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from gezinsplan.domain.banden import Bandsterkte, Richting

SIDE = 1000.0
_TOOTH, _TEETH_WIDE, _HEAD, _HEAD_WIDE = 16.0, 7.0, 19.0, 8.0

Punt = tuple[float, float]


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
    """A tie from the edge of the family to the edge of somebody's box.

    `richting`, where it is known, is where help goes.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    kleur: Kleur
    sterkte: Bandsterkte = Bandsterkte.GEWOON
    richting: Richting | None = None

    @property
    def lengte(self) -> float:
        """How long it is."""
        return hypot(self.x2 - self.x1, self.y2 - self.y1)

    def at(self, along: float, aside: float = 0.0) -> Punt:
        """The place so far along the line, and so far beside it."""
        length = self.lengte or 1.0
        x, y = (self.x2 - self.x1) / length, (self.y2 - self.y1) / length
        return self.x1 + along * x - aside * y, self.y1 + along * y + aside * x

    def punten(self) -> tuple[Punt, ...]:
        """The points to draw it through: a tense tie goes in teeth, every other one straight."""
        if self.sterkte is not Bandsterkte.GESPANNEN:
            return (self.x1, self.y1), (self.x2, self.y2)
        first, last = self._bare()
        count = max(2, round((last - first) / _TOOTH))
        step = (last - first) / count
        teeth = (self.at(first + (each + 0.5) * step, _TEETH_WIDE * (-1) ** each) for each in range(count))
        return (self.x1, self.y1), self.at(first), *teeth, self.at(last), (self.x2, self.y2)

    def pijlen(self) -> tuple[tuple[Punt, Punt, Punt], ...]:
        """The heads of its arrows, as triangles: towards the family, towards the person, or both."""
        heads = []
        if self.richting in (Richting.NAAR_GEZIN, Richting.BEIDE):
            heads.append((self.at(0), self.at(_HEAD, _HEAD_WIDE), self.at(_HEAD, -_HEAD_WIDE)))
        if self.richting in (Richting.VAN_GEZIN, Richting.BEIDE):
            back = self.lengte - _HEAD
            heads.append((self.at(self.lengte), self.at(back, _HEAD_WIDE), self.at(back, -_HEAD_WIDE)))
        return tuple(heads)

    def _bare(self) -> tuple[float, float]:
        """The stretch without arrow heads."""
        head = min(_HEAD, self.lengte / 4)
        return head, self.lengte - head


@dataclass(frozen=True, slots=True)
class Vak:
    """A person: the middle of the box, its size, a name and a line under it; `id` leads back to the part.

    `letters` stand for what the tie gives.
    """

    id: str
    x: float
    y: float
    breedte: float
    hoogte: float
    kleur: Kleur
    titel: str
    onder: str
    letters: str = ""

    @property
    def regel(self) -> str:
        """The line under the name with the letters of the tie, which stay together where it breaks."""
        return "\u00a0· ".join(part for part in (self.onder, "\u00a0".join(self.letters)) if part)


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around the middle, to rest the eye on."""

    straal: float
    gestreept: bool


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of the family, named in the middle; `gekozen`: the drawing is about this one."""

    id: str
    naam: str
    gekozen: bool = False


@dataclass(frozen=True, slots=True)
class Tekening:
    """Who stands around the family; the middle circle of radius `hart` is the family itself."""

    midden: str
    onder: str
    hart: float
    ringen: tuple[Ring, ...]
    lijnen: tuple[Lijn, ...]
    vakken: tuple[Vak, ...]
    leden: tuple[Lid, ...] = ()

    def reikwijdte(self) -> Punt:
        """How far it reaches from the middle, to the sides and up and down."""
        around = [ring.straal for ring in self.ringen] + [self.hart]
        wide = max(around + [abs(box.x - SIDE / 2) + box.breedte / 2 for box in self.vakken])
        high = max(around + [abs(box.y - SIDE / 2) + box.hoogte / 2 for box in self.vakken])
        return min(wide, SIDE / 2), min(high, SIDE / 2)
