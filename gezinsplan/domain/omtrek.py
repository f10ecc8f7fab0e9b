"""The outline around rectangles that touch or overlap, as closed lines with square corners."""

from collections.abc import Sequence
from dataclasses import dataclass

from gezinsplan.domain.tekening import Punt


@dataclass(frozen=True, slots=True)
class Kader:
    """A rectangle by its edges; down is more."""

    links: float
    boven: float
    rechts: float
    onder: float

    def schuif(self, far: float) -> "Kader":
        """The same rectangle so far to the right."""
        return Kader(self.links + far, self.boven, self.rechts + far, self.onder)

    def raakt(self, other: "Kader") -> bool:
        """Whether they lie over each other; edges that only touch do not."""
        return (
            self.links < other.rechts
            and other.links < self.rechts
            and self.boven < other.onder
            and other.boven < self.onder
        )


def omtrek(kaders: Sequence[Kader]) -> tuple[tuple[Punt, ...], ...]:
    """The closed lines around all of it, each beginning and ending at the same point."""
    xs = sorted({x for each in kaders for x in (each.links, each.rechts)})
    ys = sorted({y for each in kaders for y in (each.boven, each.onder)})
    inside = {
        (column, row)
        for column, x in enumerate(xs[:-1])
        for row, y in enumerate(ys[:-1])
        if any(each.links <= x < each.rechts and each.boven <= y < each.onder for each in kaders)
    }
    edges = _edges(inside)
    lines = []
    while edges:
        corner = min(edges)
        loop = [corner]
        while (corner := edges[corner].pop(0)) != loop[0]:
            loop.append(corner)
        edges = {begin: ends for begin, ends in edges.items() if ends}
        lines.append(tuple((xs[column], ys[row]) for column, row in _straight([*loop, loop[0]])))
    return tuple(lines)


def _edges(inside: set[tuple[int, int]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The edges between in and out, each with the inside on its right hand."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for x, y in sorted(inside):
        for beside, begin, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if beside not in inside:
                found.setdefault(begin, []).append(end)
    return found


def _straight(loop: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The corners only, without the points in between."""
    kept = [loop[0]]
    for before, here, after in zip(loop, loop[1:], loop[2:], strict=False):
        if (before[0] == here[0]) != (here[0] == after[0]):
            kept.append(here)
    return [*kept, loop[-1]]
