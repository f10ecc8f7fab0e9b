"""The lines of a genogram between boxes: where they run from left to right, and in which lane between two rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean
from uuid import UUID

from gezinsplan.domain.relaties import BROERS_EN_ZUSSEN, OUDERS, PAREN, Relatie, RelatieSoort
from gezinsplan.domain.stamboom import TUSSEN, VAK_BREED, Kring
from gezinsplan.domain.tekening import Punt

_BESIDE, _FURTHEST, _CROSS, _SLANT = 14.0, VAK_BREED / 2 - 12, 5.0, 4.0
_SPARE = 6.0


class Verband(StrEnum):
    """What a line means; the painter gives each its own line."""

    PAAR = "paar"
    UIT_ELKAAR = "uit_elkaar"
    OUDER = "ouder"
    STIEFOUDER = "stiefouder"
    PLEEGOUDER = "pleegouder"
    FAMILIE = "familie"


@dataclass(frozen=True, slots=True)
class Hoogte:
    """A height: in a row (`rand` -1 the top of the boxes, 0 their middle, 1 their bottom), or a lane below that row."""

    rij: int
    rand: float = 0.0
    baan: int | None = None


Plek = tuple[float, Hoogte]


@dataclass(frozen=True, slots=True)
class Loop:
    """A line through places."""

    punten: tuple[Plek, ...]
    verband: Verband


_VERBAND = {
    RelatieSoort.OUDER: Verband.OUDER,
    RelatieSoort.STIEFOUDER: Verband.STIEFOUDER,
    RelatieSoort.PLEEGOUDER: Verband.PLEEGOUDER,
}


class _Ruimte:
    """What is taken already: places at the edges of boxes, lanes between rows, and the air between boxes."""

    def __init__(self, rows: Mapping[UUID, int], places: Mapping[UUID, float]) -> None:
        self._rows, self._places = rows, places
        self.lanes: list[list[list[tuple[float, float]]]] = [[] for _row in range(max(rows.values()) + 1)]
        self._below: Counter[UUID] = Counter()
        self._above: Counter[UUID] = Counter()
        self._through: Counter[tuple[int, float]] = Counter()

    def out(self, persoon: UUID) -> Plek:
        """Where the next line leaves somebody's box below."""
        self._below[persoon] += 1
        return self._places[persoon] + _offset(self._below[persoon]), Hoogte(self._rows[persoon], 1)

    def to(self, persoon: UUID) -> Plek:
        """Where the next line reaches somebody's box from above."""
        self._above[persoon] += 1
        return self._places[persoon] + _offset(self._above[persoon]), Hoogte(self._rows[persoon], -1)

    def lane(self, row: int, left: float, right: float, below: int | None = None) -> Hoogte:
        """The first lane under a row in which this stretch is free; below another where it hangs on that."""
        lanes, number = self.lanes[row], 0 if below is None else below + 1
        while True:
            lanes += [[] for _each in range(number + 1 - len(lanes))]
            if all(right + _SPARE < begin or end + _SPARE < left for begin, end in lanes[number]):
                lanes[number].append((left, right))
                return Hoogte(row, baan=number)
            number += 1

    def gap(self, row: int, x: float) -> float:
        """The air between two boxes of a row nearest to a place, a little aside of what passes there already."""
        there = sorted(place for each, place in self._places.items() if self._rows[each] == row)
        middles = [(one + other) / 2 for one, other in pairwise(there)]
        around = [there[0] - (VAK_BREED + TUSSEN) / 2, there[-1] + (VAK_BREED + TUSSEN) / 2]
        best = min((*middles, *around), key=lambda each: (abs(each - x), each))
        self._through[row, best] += 1
        return best + _offset(self._through[row, best], _SPARE)


class Takken:
    """All lines of one family; `lanes` tells how many lanes each row needs below it."""

    def __init__(self, kring: Kring, rows: Mapping[UUID, int], places: Mapping[UUID, float]) -> None:
        """`rows` and `places` say where everybody stands."""
        self._kring, self._rows, self._places = kring, rows, places
        self._room = _Ruimte(rows, places)
        self.strepen: list[Loop] = []
        starts = dict(self._pairs())
        for parents, children, verband in self._families():
            self._family(parents, children, verband, starts)
        for one, other in self._unexplained_siblings():
            self._siblings(one, other)

    def lanes(self) -> list[int]:
        """How many lanes there are below each row."""
        return [len(each) for each in self._room.lanes]

    # ------------------------------------------------------------ beside each other

    def _pairs(self) -> Iterator[tuple[frozenset[UUID], Plek]]:
        """Draw what ties two people side by side; gives where the lines to their children begin."""
        kinds = {each.paar: each.soort for each in self._kring.relaties if each.soort in PAREN}
        for one, other in self._kring.paren():
            both = frozenset({one, other})
            verband = {
                RelatieSoort.PARTNER: Verband.PAAR, RelatieSoort.EX_PARTNER: Verband.UIT_ELKAAR, None: Verband.OUDER,
            }[kinds.get(both)]  # fmt: skip
            if self._rows[one] == self._rows[other]:
                yield both, self._pair(one, other, verband)
            elif verband is not Verband.OUDER:
                above, below = sorted((one, other), key=self._rows.__getitem__)
                self._down(self._room.out(above), below, verband)

    def _pair(self, one: UUID, other: UUID, verband: Verband) -> Plek:
        row = self._rows[one]
        left, right = sorted((one, other), key=self._places.__getitem__)
        begin, end = self._places[left] + VAK_BREED / 2, self._places[right] - VAK_BREED / 2
        if not any(begin < x < end for each, x in self._places.items() if self._rows[each] == row):
            high = Hoogte(row)
            self._draw(verband, (begin, high), (end, high))
            middle = (begin + end) / 2
        else:
            (begin, low), (end, _low) = self._room.out(left), self._room.out(right)
            high = self._room.lane(row, begin, end)
            self._draw(verband, (begin, low), (begin, high), (end, high), (end, low))
            middle = (begin + end) / 2
        return middle, high

    # ------------------------------------------------------------ from parents to children

    def _families(self) -> Iterator[tuple[tuple[UUID, ...], tuple[UUID, ...], Verband]]:
        """Parents with all children they have together, then each stepparent, foster parent and other elder."""
        together: dict[frozenset[UUID], list[UUID]] = {}
        for each in self._kring.mensen:
            parents = self._kring.ouders(each.id)
            if parents:
                together.setdefault(parents, []).append(each.id)
        for both, children in together.items():
            yield tuple(sorted(both, key=self._places.__getitem__)), tuple(children), Verband.OUDER
        others: dict[tuple[UUID, Verband], list[UUID]] = {}
        for tie in self._kring.relaties:
            verband = self._other(tie)
            if verband is not None:
                others.setdefault((tie.een, verband), []).append(tie.ander)
        for (elder, verband), children in others.items():
            yield (elder,), tuple(children), verband

    def _other(self, tie: Relatie) -> Verband | None:
        """What kind of line a tie downwards needs that is not the one of a parent, if any."""
        if tie.soort in OUDERS:
            return _VERBAND[tie.soort] if tie.soort is not RelatieSoort.OUDER else None
        above = {parent for each in self._kring.relaties if each.ander == tie.ander and each.soort in OUDERS
                 for parent in (each.een,)}  # fmt: skip
        if tie.soort is RelatieSoort.GROOTOUDER:
            return None if any(tie.een in self._kring.ouders(each) for each in above) else Verband.FAMILIE
        if tie.soort is RelatieSoort.OOM_OF_TANTE:
            return None if any(self._are_siblings(tie.een, each) for each in above) else Verband.FAMILIE
        return None

    def _are_siblings(self, one: UUID, other: UUID) -> bool:
        told = any(each.paar == {one, other} and each.soort in BROERS_EN_ZUSSEN for each in self._kring.relaties)
        return told or bool(self._kring.ouders(one) & self._kring.ouders(other))

    def _family(
        self,
        parents: tuple[UUID, ...],
        children: Iterable[UUID],
        verband: Verband,
        starts: Mapping[frozenset[UUID], Plek],
    ) -> None:
        start = starts.get(frozenset(parents))
        for begin in (start,) if start is not None else (self._room.out(each) for each in parents):
            rows: dict[int, list[UUID]] = {}
            for each in children:
                rows.setdefault(self._rows[each], []).append(each)
            for row, some in sorted(rows.items()):
                if row == begin[1].rij + 1:
                    self._bus(begin, some, verband)
                else:
                    for each in some:
                        self._down(begin, each, verband)

    def _bus(self, begin: Plek, children: Iterable[UUID], verband: Verband) -> None:
        """Down to one line above all children, and from there to each."""
        ends = [self._room.to(each) for each in children]
        reach = [begin[0], *(x for x, _top in ends)]
        high = self._room.lane(begin[1].rij, min(reach), max(reach), below=begin[1].baan)
        self._draw(verband, begin, (begin[0], high))
        if max(reach) > min(reach):
            self._draw(verband, (min(reach), high), (max(reach), high))
        for x, top in ends:
            self._draw(verband, (x, high), (x, top))

    def _down(self, begin: Plek, child: UUID, verband: Verband) -> None:
        """Past the rows in between, through the air between their boxes, to one child."""
        x, _high = begin
        points = [begin]
        for row in range(begin[1].rij, self._rows[child]):
            last = row == self._rows[child] - 1
            to = self._room.to(child) if last else (self._room.gap(row + 1, x), Hoogte(row + 1))
            high = self._room.lane(row, min(x, to[0]), max(x, to[0]), below=begin[1].baan if len(points) == 1 else None)
            points += [(x, high), (to[0], high)]
            x = to[0]
        self._draw(verband, *points, to)

    # ------------------------------------------------------------ brothers and sisters

    def _unexplained_siblings(self) -> Iterator[tuple[UUID, UUID]]:
        for each in self._kring.relaties:
            same_row = self._rows[each.een] == self._rows[each.ander]
            if each.soort in BROERS_EN_ZUSSEN and same_row and not (
                self._kring.ouders(each.een) & self._kring.ouders(each.ander)
            ):  # fmt: skip
                yield each.een, each.ander

    def _siblings(self, one: UUID, other: UUID) -> None:
        """A line over the heads of two of whom the parents are not known; in the first row it runs below them."""
        row = self._rows[one]
        ends = (
            [self._room.to(each) for each in (one, other)] if row else [self._room.out(each) for each in (one, other)]
        )
        (begin, edge), (end, _edge) = ends
        high = self._room.lane(row - 1 if row else 0, min(begin, end), max(begin, end))
        self._draw(Verband.FAMILIE, (begin, edge), (begin, high), (end, high), (end, edge))

    def _draw(self, verband: Verband, *points: Plek) -> None:
        self.strepen.append(Loop(points, verband))


def _offset(count: int, step: float = _BESIDE) -> float:
    """In the middle, then a little to the right, to the left, further to the right ..."""
    far = count // 2 * step * (1 if count % 2 == 0 else -1)
    return max(-_FURTHEST, min(_FURTHEST, far))


def streepjes(punten: tuple[Punt, ...], maat: float = 1.0) -> tuple[tuple[Punt, Punt], ...]:
    """The two short strokes across the longest stretch of a line, which say that people went apart."""
    (x1, y1), (x2, y2) = max(pairwise(punten), key=lambda each: abs(each[1][0] - each[0][0]))
    x, y, wide, high = fmean((x1, x2)), fmean((y1, y2)), _SLANT * maat, 2 * _CROSS * maat
    return tuple(((x + far - wide, y + high), (x + far + wide, y - high)) for far in (-_CROSS * maat, _CROSS * maat))
