"""How a name and a line under it are written in a box, so that they can be read and nothing is cut off."""

from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

LINE = 1.2
_MOST_LINES, _BELOW, _WORTH, _TINY = 3, 0.92, 1.12, 0.7

Measure = Callable[[str, bool], float]


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of text with its size; a name is bold."""

    tekst: str
    vet: bool
    maat: float


@lru_cache(maxsize=1024)
def opschrift(
    naam: str, onder: str, room: tuple[float, float], sizes: tuple[float, float], wide: Measure
) -> tuple[Regel, ...]:
    """The lines for a room (width, height), in sizes from the smallest to the largest; `wide` measures size 1.

    A text goes over as many lines as make it clearly larger. The line under the name is shortened where it would be too
    small to read, and gives way where there is no room for it. The name is smaller still rather than cut off; only a
    word that is too long for a line of its own is.
    """
    smallest, largest = sizes
    naam = " ".join(_shortened(word, room[0] / (_TINY * smallest), wide, bold=True) for word in naam.split(" "))
    room_below = room[0] / (_BELOW * smallest)
    onder = _shortened(onder, 2 * room_below, wide)
    options = [_fitted(naam, below, room, largest, wide) for below in (*_below(onder, room_below, wide), ())]
    for option in options:
        if min(each.maat for each in option) >= _BELOW * smallest:
            return option
    return options[-1]


def _below(onder: str, most: float, wide: Measure) -> list[tuple[str, ...]]:
    """The line under a name on one line, else on two, else shortened to one."""
    if not onder:
        return []
    two = [lines for lines in breaks(onder, 2) if max(wide(each, False) for each in lines) <= most]
    best = [min(two, key=lambda lines: max(map(len, lines)))] if two else []
    return [(onder,), *best, (_shortened(onder, most, wide),)]


def _shortened(text: str, most: float, wide: Measure, *, bold: bool = False) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if wide(text, bold) <= most:
        return text
    length = bisect(range(len(text)), most, key=lambda end: wide(text[:end].rstrip() + "…", bold))
    return text[: max(0, length - 1)].rstrip() + "…"


def _fitted(
    naam: str, below: tuple[str, ...], room: tuple[float, float], largest: float, wide: Measure
) -> tuple[Regel, ...]:
    """The name in as many lines as make it clearly larger, and what stands below it."""
    best: tuple[str, ...] = (naam,)
    top = 0.0
    for count in range(1, _MOST_LINES + 1):
        high = room[1] / LINE / (count + _BELOW * len(below))
        for lines in breaks(naam, count):
            widest = max(wide(each, True) for each in lines)
            size = min(largest, high, room[0] / (widest or 1.0))
            if size > top * (_WORTH if count > len(best) else 1.0):
                best, top = lines, size
    under = min((room[0] / (wide(each, False) or 1.0) for each in below), default=0.0)
    name = (Regel(each, True, top) for each in best)
    return (*name, *(Regel(each, False, min(_BELOW * top, under)) for each in below))


def breaks(naam: str, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to write a name on so many lines, broken at spaces and behind hyphens."""
    ends = [at + 1 for at, sign in enumerate(naam) if sign in " -"]
    for some in combinations(ends, count - 1):
        yield tuple(naam[one:other].strip() for one, other in pairwise((0, *some, len(naam))))
