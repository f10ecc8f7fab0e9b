"""The ecogram: the family in the middle, everybody who helps around it, as a plain drawing without overlap.

Inside: who counts and the own netwerk. Outside: vaste basis, op afstand and volunteers (product.md 4). Everybody has a
direction of his own and stands as near to it and to the family as the others leave room; who was put somewhere by hand
stands there, and only who is in the way makes room. All who ever came are laid out together, so that who stays keeps
his place when others come and go.
"""

from bisect import bisect
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import atan2, ceil, cos, floor, hypot, pi, sin

from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.tekening import SIDE, Kleur, Lid, Lijn, Punt, Ring, Tekening, Vak, reach

_MIDDLE = SIDE / 2
_WIDTH, _HEIGHT, _GAP, _AIR, _OUTER = 190.0, 78.0, 12.0, 150.0, 84.0
_HEART, _PER_MEMBER, _LARGEST_HEART, _SMALLEST_HEART = 92.0, 11.0, 150.0, 0.8
_FULL, _SMALLER = 0.34, 0.94
_CELL, _CELLS, _HAIR = 5, 201, 1e-6
_ALL = (1 << _CELLS) - 1
_DEGREES, _TURN, _NEAR, _WIDE, _STEP = 360, 4, 36, 128, 24.0
_COS = [cos(2 * pi * each / _DEGREES) for each in range(_DEGREES)]
_SIN = [sin(2 * pi * each / _DEGREES) for each in range(_DEGREES)]
_OUTWARDS, _CROSSED, _COSTLY = 0.9, 140.0, 1e9

_Place = tuple[float, int, float, tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """Somebody to draw: how he is called, a line under it, what he stands for, and whether he stands outside.

    `plek` is where he was put by hand; strength, direction and letters are those of his tie, as far as they are known;
    `voorop` is placed first, and so nearest to the family.
    """

    id: str
    titel: str
    onder: str
    kleur: Kleur
    buiten: bool
    plek: Punt | None = None
    sterkte: Bandsterkte = Bandsterkte.GEWOON
    richting: Richting | None = None
    letters: str = ""
    voorop: bool = False


def draw(
    midden: str,
    onder: str,
    mensen: Sequence[Deelnemer],
    leden: tuple[Lid, ...] = (),
    tonen: Container[str] | None = None,
    ooit_leden: int = 0,
) -> Tekening:
    """The drawing of these people in their order around the family, the first above it; always the same for the same.

    `tonen` are the ids of those who are drawn; the others, who came before or after, keep their place free, as the
    middle has room for as many members as there ever were (`ooit_leden`).
    """
    corners = dict(zip((each.id for each in mensen), _corners(len(mensen)), strict=True))
    scale = min(1.0, (_FULL * SIDE * SIDE / (max(len(mensen), 1) * _WIDTH * _HEIGHT)) ** 0.5)
    heart = min(_HEART * max(scale, _SMALLEST_HEART) + _PER_MEMBER * max(len(leden), ooit_leden), _LARGEST_HEART)
    boxes = None
    while boxes is None:
        boxes = _Layout(heart, scale, corners).boxes(mensen)
        if boxes is not None and any(each.plek is not None for each in mensen):
            boxes = _Layout(heart, scale, corners).by_hand(mensen, boxes)
        scale *= _SMALLER
    shown = [each for each in mensen if tonen is None or each.id in tonen]
    lines = tuple(_line(each, boxes[each.id], heart) for each in shown)
    around = tuple(boxes[each.id] for each in shown)
    rings = _rings(mensen, boxes)
    there = tuple(ring for ring in rings if any(each.buiten is ring.gestreept for each in shown))
    whole = reach(boxes.values(), max([heart, *(ring.straal for ring in rings)]))
    return Tekening(midden, onder, heart, there, lines, around, leden, whole)


def overlap(one: Vak, other: Vak, gap: float = 0.0) -> bool:
    """Whether two boxes stand in each other's way, with that much air between them."""
    return (
        abs(one.x - other.x) < (one.breedte + other.breedte) / 2 + gap
        and abs(one.y - other.y) < (one.hoogte + other.hoogte) / 2 + gap
    )


def crosses(x: float, y: float, box: Vak) -> bool:
    """Whether the line from the middle of the drawing to that place passes through a box."""
    along = (box.x - _MIDDLE, box.y - _MIDDLE)
    reach = (x - _MIDDLE, y - _MIDDLE)
    enter, leave = 0.0, 1.0
    for way, to, half in zip(reach, along, (box.breedte / 2, box.hoogte / 2), strict=True):
        if way == 0:
            if abs(to) >= half:
                return False
            continue
        first, last = sorted(((to - half) / way, (to + half) / way))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


class _Layout:
    """One try to place everybody in boxes of one size, on a raster: of each row a number with a bit per place.

    A bit says that the middle of a box may not stand there, because it would lie on the family, on another box or over
    the edge. Everything that is asked over and over is a look into a table.
    """

    def __init__(self, heart: float, scale: float, corners: dict[str, int]) -> None:
        self._width, self._height = _WIDTH * scale, _HEIGHT * scale**0.8
        self._least = heart + _AIR * scale
        self._outer = _OUTER * scale
        self._corners = corners
        self._placed: dict[str, Vak] = {}
        self._covered: list[list[float]] = [[] for _degree in range(_DEGREES)]
        self._lines: list[tuple[int, float]] = []
        wide, high = self._width / 2, self._height / 2
        inside = _row(wide, SIDE - wide)
        self._taken = [_ALL & ~inside if high <= row * _CELL <= SIDE - high else _ALL for row in range(_CELLS)]
        self._take(_MIDDLE, _MIDDLE, heart + _GAP + wide, heart + _GAP + high, round_by=heart + _GAP)

    def boxes(self, mensen: Sequence[Deelnemer]) -> dict[str, Vak] | None:
        """Everybody's box as if nobody was put by hand, or none if there is no room for all in this size."""
        inside, outside = ([each for each in mensen if each.buiten is far] for far in (False, True))
        inside.sort(key=lambda each: not each.voorop)
        if not self._put(inside, self._least):
            return None
        furthest = max((_distance(self._placed[each.id]) for each in inside), default=self._least - self._outer)
        return self._placed if self._put(outside, furthest + self._outer) else None

    def by_hand(self, mensen: Sequence[Deelnemer], boxes: dict[str, Vak]) -> dict[str, Vak] | None:
        """Who was put somewhere stands there; of the others only who is in the way moves, no further than needed."""
        placed = all(self._put_near(each, each.plek) for each in mensen if each.plek is not None)
        others = [(each, boxes[each.id]) for each in mensen if each.plek is None]
        others.sort(key=lambda each: not self._is_free(round(each[1].x / _CELL), round(each[1].y / _CELL)))
        return self._placed if placed and all(self._put_near(each, (box.x, box.y)) for each, box in others) else None

    def _take(self, x: float, y: float, wide: float, high: float, round_by: float = 0.0) -> None:
        """No middle of a box less than so far from a place; with rounded corners around the family."""
        for row in range(max(0, ceil((y - high) / _CELL)), min(_CELLS, floor((y + high) / _CELL) + 1)):
            above = max(0.0, abs(row * _CELL - y) - (high - round_by))
            reach = wide - round_by + (round_by**2 - above**2) ** 0.5 if round_by else wide
            if abs(row * _CELL - y) < high:
                self._taken[row] |= _row(x - reach + _HAIR, x + reach - _HAIR)

    def _is_free(self, column: int, row: int) -> bool:
        return 0 <= row < _CELLS and not self._taken[row] >> column & 1

    def _stand(self, who: Deelnemer, column: int, row: int) -> None:
        """Put somebody there, and remember what his box covers and where his line runs."""
        x, y = column * _CELL, row * _CELL
        box = Vak(who.id, x, y, self._width, self._height, who.kleur, who.titel, who.onder, who.letters)
        self._placed[who.id] = box
        self._take(x, y, self._width + _GAP, self._height + _GAP)
        degree, far = _degree(x, y), _distance(box)
        for each in self._spread(degree, far):
            self._covered[each].append(far)
        self._lines.append((degree, far))

    def _spread(self, degree: int, far: float) -> list[int]:
        """The directions that a box covers, seen from the family."""
        aside = abs(_SIN[degree]) * self._width / 2 + abs(_COS[degree]) * self._height / 2 + _GAP / 2
        half = int(atan2(aside, far) * _DEGREES / (2 * pi))
        return [each % _DEGREES for each in range(degree - half, degree + half + 1)]

    def _crossings(self, degree: int, far: float) -> int:
        """How many boxes a line to this place would pass, and how many lines a box here would cover."""
        passed = sum(near < far for near in self._covered[degree])
        covers = {*self._spread(degree, far)}
        return passed + sum(at in covers and end > far for at, end in self._lines)

    def _put_near(self, who: Deelnemer, plek: Punt) -> bool:
        """Where he was put by hand, or as near to it as there is room."""
        column, row = (round(each / _CELL) for each in plek)
        for far in range(2 * _CELLS):
            for aside, down in _square(far):
                if 0 <= column + aside < _CELLS and self._is_free(column + aside, row + down):
                    self._stand(who, column + aside, row + down)
                    return True
        return False

    def _put(self, people: Iterable[Deelnemer], least: float) -> bool:
        """Everybody at the cheapest free place from a distance on."""
        for who in people:
            corner = self._corners[who.id]
            found = self._cheapest(corner, _places(least, _NEAR)) or self._cheapest(corner, _places(least, _WIDE))
            if found is None:
                return False
            self._stand(who, *found)
        return True

    def _cheapest(self, corner: int, places: Iterable[_Place]) -> tuple[int, int] | None:
        """The free place nearest to a direction and to the family whose line crosses the fewest boxes."""
        best, lowest = None, _COSTLY
        for base, turn, far, columns, rows in places:
            if base >= lowest:
                break
            degree = (corner + turn) % _DEGREES
            column, row = columns[degree], rows[degree]
            if 0 <= row < _CELLS and 0 <= column < _CELLS and not self._taken[row] >> column & 1:
                cost = base + _CROSSED * self._crossings(degree, far)
                if cost < lowest:
                    best, lowest = (column, row), cost
        return best


@cache
def _corners(count: int) -> tuple[int, ...]:
    """Directions from the top on, with as much room between them as a box needs there: more above than aside."""
    needs = [max(abs(_SIN[each - 90]) / _WIDTH, abs(_COS[each - 90]) / _HEIGHT) for each in range(_DEGREES)]
    reached = [*accumulate(needs)]
    return tuple(bisect(reached, at / count * reached[-1]) - 90 for at in range(count))


def _row(first: float, last: float) -> int:
    """The bits of a row of the raster from one place to another."""
    one, other = max(0, ceil(first / _CELL)), min(_CELLS - 1, floor(last / _CELL))
    return (1 << other + 1) - (1 << one) if other >= one else 0


def _distance(box: Vak) -> float:
    return hypot(box.x - _MIDDLE, box.y - _MIDDLE)


def _degree(x: float, y: float) -> int:
    return round(atan2(y - _MIDDLE, x - _MIDDLE) * _DEGREES / (2 * pi)) % _DEGREES


@cache
def _square(far: int) -> Iterable[tuple[int, int]]:
    """The steps to all places of the raster so far away, to the sides first."""
    if far == 0:
        return ((0, 0),)
    edge = range(-far, far + 1)
    sides = [(aside, down) for down in edge for aside in (-far, far)]
    return sorted(
        {*sides, *((down, aside) for aside, down in sides)}, key=lambda step: (abs(step[0]) + abs(step[1]), step)
    )


@cache
def _places(least: float, widest: int) -> list[_Place]:
    """Turns away from a direction and distances from the middle, the cheapest first.

    Costs, degrees, distance, and for that distance the column and the row of the raster in every direction.
    """
    places = []
    for ring in range(max(1, int((SIDE * 0.7 - least) / _STEP) + 1)):
        far = least + ring * _STEP
        columns, rows = (tuple(round((_MIDDLE + far * each) / _CELL) for each in way) for way in (_COS, _SIN))
        for turn in range(-widest, widest + 1, _TURN):
            cost = abs(turn) * far * 2 * pi / _DEGREES + _OUTWARDS * (far - least)
            places.append((cost, turn, far, columns, rows))
    return sorted(places)


def _line(who: Deelnemer, box: Vak, heart: float) -> Lijn:
    """From the edge of the family to the edge of the box."""
    x, y = box.x - _MIDDLE, box.y - _MIDDLE
    far = hypot(x, y)
    inwards = min(
        box.breedte / 2 / abs(x) if x else 1.0,
        box.hoogte / 2 / abs(y) if y else 1.0,
    )
    return Lijn(
        _MIDDLE + x / far * heart,
        _MIDDLE + y / far * heart,
        box.x - x * inwards,
        box.y - y * inwards,
        who.kleur,
        who.sterkte,
        who.richting,
    )


def _rings(mensen: Sequence[Deelnemer], boxes: dict[str, Vak]) -> tuple[Ring, ...]:
    """The circle on which most of those inside stand, and a dashed one for outside: the same on every day."""
    rings = []
    for outside in (False, True):
        far = [_distance(boxes[each.id]) for each in mensen if each.buiten is outside]
        if far:
            rings.append(Ring(min(*far, _MIDDLE), gestreept=outside))
    return tuple(rings)
