"""A drawing as a plain value, painted alike on paper and on screen: lines, boxes and rings in a square of 1000."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from gezinsplan.domain.banden import Bandsterkte, Richting

SIDE = 1000.0
_TOOTH, _TEETH_WIDE, _LEAST_TEETH = 14.0, 8.0, 3
_HEAD, _HEAD_WIDE, _THICK, _MOST_HEAD, _INTO = 20.0, 9.0, 1.5, 0.4, 0.1

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
        """The points to draw it through, from arrow to arrow: a tense tie goes in teeth, every other one straight."""
        first, last = self._bare()
        if self.sterkte is not Bandsterkte.GESPANNEN:
            return self.at(first), self.at(last)
        count = max(_LEAST_TEETH, round((last - first) / _TOOTH))
        step = (last - first) / count
        teeth = (self.at(first + (each + 0.5) * step, _TEETH_WIDE * (-1) ** each) for each in range(count))
        return self.at(first), *teeth, self.at(last)

    def pijlen(self) -> tuple[tuple[Punt, Punt, Punt], ...]:
        """The heads of its arrows, as triangles: towards the family, towards the person, or both."""
        long, wide = self._head(), _HEAD_WIDE * self._head() / _HEAD
        heads = []
        if self._to_family():
            heads.append((self.at(0), self.at(long, wide), self.at(long, -wide)))
        if self._from_family():
            back = self.lengte - long
            heads.append((self.at(self.lengte), self.at(back, wide), self.at(back, -wide)))
        return tuple(heads)

    def _to_family(self) -> bool:
        return self.richting in (Richting.NAAR_GEZIN, Richting.BEIDE)

    def _from_family(self) -> bool:
        return self.richting in (Richting.VAN_GEZIN, Richting.BEIDE)

    def _head(self) -> float:
        """How long the head of an arrow is: larger on a thick line, and never more than the line has room for."""
        return min(_HEAD * (_THICK if self.sterkte is Bandsterkte.STERK else 1.0), self.lengte * _MOST_HEAD)

    def _bare(self) -> tuple[float, float]:
        """The stretch without arrow heads."""
        head = self._head() * (1 - _INTO)
        return head * self._to_family(), self.lengte - head * self._from_family()


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
        """The letters of the tie, which stay together, before the line under the name: its end may be cut off."""
        return "\u00a0· ".join(part for part in ("\u00a0".join(self.letters), self.onder) if part)


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
    """Who stands around the family; the middle circle of radius `hart` is the family itself.

    `ooit` is how far the places reach of all who ever came, the same for every day.
    """

    midden: str
    onder: str
    hart: float
    ringen: tuple[Ring, ...]
    lijnen: tuple[Lijn, ...]
    vakken: tuple[Vak, ...]
    leden: tuple[Lid, ...] = ()
    ooit: Punt = (0.0, 0.0)

    def reikwijdte(self) -> Punt:
        """How far it reaches from the middle, to the sides and up and down."""
        return reach(self.vakken, max([ring.straal for ring in self.ringen] + [self.hart]))


def reach(vakken: Iterable[Vak], least: float = 0.0) -> Punt:
    """How far boxes reach from the middle, to the sides and up and down; at least so far."""
    wide, high = least, least
    for box in vakken:
        wide = max(wide, abs(box.x - SIDE / 2) + box.breedte / 2)
        high = max(high, abs(box.y - SIDE / 2) + box.hoogte / 2)
    return min(wide, SIDE / 2), min(high, SIDE / 2)
