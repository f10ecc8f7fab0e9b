"""The genogram as a plain value, painted alike on paper and on screen: boxes, lines and the outlines of homes.

Generations are rows, the oldest above; partners stand beside each other, their children below them. Every line runs in
the air between two rows in a lane of its own, so that no line lies on another and none crosses a box.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from gezinsplan.domain.datum import age_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.omtrek import Kader, omtrek
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.stamboom import VAK_BREED, Kring, generaties, kring, plaatsen, rijen
from gezinsplan.domain.takken import Hoogte, Takken, Verband
from gezinsplan.domain.tekening import Punt

VAK_HOOG = 58.0
_LANE, _AIR, _EDGE = 13.0, 16.0, 6.0
_PAD, _MOST_PAD, _LABEL, _SHORT, _LETTER = 7.0, 21.0, 17.0, 4.0, 8.0


@dataclass(frozen=True, slots=True)
class Mens:
    """Somebody: the middle of the box, the name and a line under it; `lid` of the family, or around it."""

    id: UUID
    x: float
    y: float
    naam: str
    onder: str
    lid: bool
    overleden: bool


@dataclass(frozen=True, slots=True)
class Streep:
    """A line through points, and what it means."""

    punten: tuple[Punt, ...]
    verband: Verband


@dataclass(frozen=True, slots=True)
class Thuis:
    """A home: its name in the room for it, and the outlines around who lives there; `nummer` tells homes apart."""

    nummer: int
    naam: str
    kop: Kader
    lijnen: tuple[tuple[Punt, ...], ...]


@dataclass(frozen=True, slots=True)
class Genogram:
    """The whole drawing in its own size; nobody in it: there is nothing to draw."""

    breedte: float = 0.0
    hoogte: float = 0.0
    mensen: tuple[Mens, ...] = ()
    strepen: tuple[Streep, ...] = ()
    huizen: tuple[Thuis, ...] = ()


@dataclass(frozen=True, slots=True)
class Leven:
    """What is known of an age: years (of who lives), whether that is sure, the years of birth and of death."""

    jaren: int | None = None
    zeker: bool = False
    geboren: int | None = None
    overleden: int | None = None


def leven(persoon: Persoon, op: date) -> Leven:
    """How old somebody is, or from when to when he lived."""
    born, died = persoon.geboortedatum, persoon.overleden_op
    year = born.jaar if born is not None else None
    if died is not None and died <= op:
        return Leven(geboren=year, overleden=died.year)
    years = age_on(born, op) if born is not None and born.latest <= op else None
    return Leven(years, born is not None and born.exact, year)


def genogram(dossier: Dossier, op: date, naam: Callable[[UUID], str], onder: Callable[[Persoon], str]) -> Genogram:
    """The drawing of a day; always the same for the same family."""
    circle = kring(dossier, op)
    if not circle.mensen:
        return Genogram()
    rows = generaties(circle)
    groups = rijen(circle, rows)
    places = plaatsen(circle, groups)
    branches = Takken(circle, rows, places)
    homes = _homes(dossier, op, circle)
    heights = _Heights(branches.lanes(), homes, rows)
    people = tuple(_mens(each, places, heights.row(rows[each.id]), op, naam, onder) for each in circle.mensen)
    lines = tuple(
        Streep(tuple((x, heights.at(high)) for x, high in each.punten), each.verband) for each in branches.strepen
    )
    outlined = tuple(_outlined(number, each, people, rows, heights, lines) for number, each in enumerate(homes))
    wide = max(each.x for each in people) + VAK_BREED / 2
    return _moved(Genogram(wide, heights.total(), people, lines, outlined))


def _mens(
    persoon: Persoon,
    places: dict[UUID, float],
    y: float,
    op: date,
    naam: Callable[[UUID], str],
    onder: Callable[[Persoon], str],
) -> Mens:
    gone = persoon.overleden_op is not None and persoon.overleden_op <= op
    lid = persoon.soort is PersoonSoort.GEZINSLID
    return Mens(persoon.id, places[persoon.id], y, naam(persoon.id), onder(persoon), lid, gone)


class _Heights:
    """Where rows and lanes lie from above to below."""

    def __init__(self, lanes: Sequence[int], homes: Sequence["_Home"], rows: dict[UUID, int]) -> None:
        """Only where a home stands is there room for its outline, and above it for its name."""
        self._middles: list[float] = []
        self._below: list[float] = []
        y = 0.0
        for row, count in enumerate(lanes):
            here = [each for each in homes if any(rows[one] == row for one in each.mensen)]
            named = [each for each in here if min(rows[one] for one in each.mensen) == row]
            pad = max((_pad(each) for each in here), default=0.0)
            y += _EDGE + pad + _LABEL * max((each.level + 1 for each in named), default=0)
            self._middles.append(y + VAK_HOOG / 2)
            self._below.append(pad)
            y += VAK_HOOG + pad + (2 * _AIR + _LANE * count if row < len(lanes) - 1 or count else _EDGE)
        self._end = y

    def row(self, row: int) -> float:
        """The middle of the boxes of a row."""
        return self._middles[row]

    def at(self, high: Hoogte) -> float:
        """The place of a height."""
        middle = self._middles[high.rij]
        if high.baan is None:
            return middle + high.rand * VAK_HOOG / 2
        return middle + VAK_HOOG / 2 + self._below[high.rij] + _AIR + _LANE * (high.baan + 0.5)

    def corridor(self, row: int) -> tuple[float, float]:
        """From the boxes of a row to those of the next."""
        return self._middles[row] + VAK_HOOG / 2, self._middles[row + 1] - VAK_HOOG / 2

    def total(self) -> float:
        """How high all of it is."""
        return self._end


# ---------------------------------------------------------------- homes


@dataclass(frozen=True, slots=True)
class _Home:
    naam: str
    mensen: frozenset[UUID]
    level: int


def _homes(dossier: Dossier, op: date, circle: Kring) -> list[_Home]:
    """The homes of that day with who lives there; those that share somebody are drawn at different distances."""
    known = {each.id for each in circle.mensen}
    found: list[_Home] = []
    for home in dossier.huishoudens:
        if not _lasts(home.vanaf, home.tot, op):
            continue
        lives = frozenset(
            each.persoon
            for each in dossier.bewoning
            if each.huishouden == home.id and _lasts(each.vanaf, each.tot, op) and each.persoon in known
        )
        taken = {each.level for each in found if each.mensen & lives}
        if lives:
            found.append(_Home(home.naam, lives, next(each for each in range(len(found) + 1) if each not in taken)))
    return found


def _pad(home: _Home) -> float:
    """How far the outline stays from the boxes."""
    return min(_PAD * (home.level + 1), _MOST_PAD)


def _lasts(vanaf: object, tot: object, op: date) -> bool:
    begin, end = getattr(vanaf, "begint", date.min), getattr(tot, "eindigt", date.max)
    return begin <= op < end


def _outlined(
    number: int,
    home: _Home,
    people: Sequence[Mens],
    rows: dict[UUID, int],
    heights: _Heights,
    lines: Sequence[Streep],
) -> Thuis:
    """The outline around runs of people who stand side by side, with a corridor from row to row."""
    pad = _pad(home)
    runs = _runs(home, people, rows)
    blocks = [
        Kader(run[0].x - VAK_BREED / 2 - pad, run[0].y - VAK_HOOG / 2 - pad,
              run[-1].x + VAK_BREED / 2 + pad, run[0].y + VAK_HOOG / 2 + pad)
        for run in runs
    ]  # fmt: skip
    first = blocks[0]
    top = first.boven - _LABEL * (home.level + 1)
    crossing = sorted({x for x in _crossing(lines, top, first.boven) if first.links < x < first.rechts})
    left, right = _free(home.naam, (first.links, *crossing, first.rechts))
    head = Kader(left + _SHORT, top + 1, right - _SHORT, top + _LABEL)
    blocks[0] = Kader(first.links, top, first.rechts, first.onder)
    corridors = [each for run, block in zip(runs[1:], blocks[1:], strict=True)
                 if (each := _corridor(block, blocks, rows[run[0].id], heights)) is not None]  # fmt: skip
    return Thuis(number, home.naam, head, omtrek([*blocks, *corridors]))


def _free(naam: str, borders: Sequence[float]) -> tuple[float, float]:
    """The first stretch in which a name fits, else the widest."""
    stretches = [*pairwise(borders)]
    wide = _LETTER * len(naam) + 2 * _SHORT
    fitting = (each for each in stretches if each[1] - each[0] >= wide)
    return next(fitting, max(stretches, key=lambda each: each[1] - each[0]))


def _crossing(lines: Sequence[Streep], top: float, bottom: float) -> list[float]:
    """Where lines come down through the room for a name."""
    return [
        x
        for each in lines
        for (x, y), (_x, other) in pairwise(each.punten)
        if min(y, other) < bottom and max(y, other) > top
    ]


def _runs(home: _Home, people: Sequence[Mens], rows: dict[UUID, int]) -> list[list[Mens]]:
    """Who live there and stand side by side with nobody else in between, from above to below."""
    found: list[list[Mens]] = []
    for row in range(max(rows.values()) + 1):
        before = None
        for each in sorted((one for one in people if rows[one.id] == row), key=lambda one: one.x):
            if each.id in home.mensen:
                if before is None:
                    found.append([])
                found[-1].append(each)
            before = each if each.id in home.mensen else None
    return found


def _corridor(block: Kader, blocks: Sequence[Kader], row: int, heights: _Heights) -> Kader | None:
    """What ties a run to one in the row above that stands over it, where there is one."""
    if row == 0:
        return None
    above, below = heights.corridor(row - 1)
    for other in blocks:
        left, right = max(block.links, other.links), min(block.rechts, other.rechts)
        if other.boven < above < block.boven and other.onder > above and right - left > 2 * _EDGE:
            return Kader(left, above, right, below)
    return None


def _moved(drawing: Genogram) -> Genogram:
    """The same drawing with nothing left of or above its corner, and a little room around it."""
    xs = [x for each in (*drawing.strepen,) for x, _y in each.punten]
    xs += [x for home in drawing.huizen for line in home.lijnen for x, _y in line]
    least, most = min([0.0, *xs]) - _EDGE, max([drawing.breedte, *xs]) + _EDGE
    return Genogram(
        most - least,
        drawing.hoogte + _EDGE,
        tuple(Mens(each.id, each.x - least, each.y, each.naam, each.onder, each.lid, each.overleden)
              for each in drawing.mensen),
        tuple(Streep(_shift(each.punten, least), each.verband) for each in drawing.strepen),
        tuple(
            Thuis(each.nummer, each.naam, each.kop.schuif(-least), tuple(_shift(line, least) for line in each.lijnen))
            for each in drawing.huizen
        ),
    )  # fmt: skip


def _shift(line: tuple[Punt, ...], least: float) -> tuple[Punt, ...]:
    return tuple((x - least, y) for x, y in line)
