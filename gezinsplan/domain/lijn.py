"""The lines over time: professionals, everybody the family deals with, organisations, contacts (product.md 4).

Each is made by one pass over the days on which something turns; a day is never counted again. The same lines serve
list, screen, paper and CSV.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from uuid import UUID

from gezinsplan.domain.betrokken import is_beroepskracht, person_of, start_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import organisation_id

WEEKS = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """From this day on so many; `zeker` is false while an approximate date or an unknown number leaves it open."""

    datum: date
    aantal: int
    zeker: bool = True


@dataclass(frozen=True, slots=True)
class Beweging:
    """From start to now: the baseline with its day, the number of today, the agreed number with its day.

    `vastgesteld`: the baseline was settled with the family. `punten`: the line between the two.
    """

    start: int
    start_op: date
    vastgesteld: bool
    nu: int
    op: date
    streefaantal: int | None
    streefaantal_op: date | None
    punten: tuple[Telling, ...]


# On a day, of whom or what (a number), so many periods more or less, and so many that are certain.
_Turn = tuple[date, int, int, int]
_Period = tuple[date, date]


def beweging(dossier: Dossier, op: date) -> Beweging:
    """The movement of one family; of a closed one until its last day."""
    gezin, begin = dossier.gezin, start_on(dossier)
    end = min(op, gezin.afsluiting or op)
    points = trend(dossier, min(begin, end), max(begin, end))
    first, last = (points[0].aantal, points[-1].aantal) if begin <= end else (points[-1].aantal, points[0].aantal)
    if end < op:
        last = trend(dossier, op, op)[0].aantal
    settled = gezin.beginstand_op is not None
    return Beweging(first, begin, settled, last, op, gezin.streefaantal, gezin.streefaantal_op, points)


def trend(dossier: Dossier, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """The professionals who count: a first and a last point, and one where the number or its certainty changes."""
    return _distinct(_counted(dossier), vanaf, tot_en_met)


def iedereen(dossier: Dossier, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """What the family feels: everybody from outside they deal with, whoever counts."""
    return _distinct(_there(dossier, person_of), vanaf, tot_en_met)


def organisaties(dossier: Dossier, kaart: SocialeKaart, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """The organisations for which everybody comes; who comes for none, or for an unknown one, is not among them."""
    return _distinct(_there(dossier, lambda each: organisation_id(each, kaart)), vanaf, tot_en_met)


def contacten(dossier: Dossier, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """How often in four weeks somebody comes; not certain while that is unknown of somebody near."""
    turns: list[tuple[date, int, int]] = []
    for each in dossier.betrokkenheden:
        unknown = each.contacten is None and each.vorm is not Vorm.OP_AFSTAND
        for first, last in _period(each):
            turns += [(first, each.contacten or 0, unknown), (last, -(each.contacten or 0), -unknown)]
            for begin, end in _open_periods(each):
                turns += [(begin, 0, 1), (end, 0, -1)]
    turns.sort(key=itemgetter(0))
    return _line(_summed(turns), vanaf, tot_en_met)


def per_week(telling: Telling) -> float:
    """The contacts per week of a point of `contacten`."""
    return telling.aantal / WEEKS


# ---------------------------------------------------------------- periods


def _period(helper: Betrokkenheid) -> Iterator[_Period]:
    """From the first day that counts until the first that no longer does."""
    if helper.vanaf is not None:
        first = helper.vanaf.begint
        last = helper.tot.eindigt if helper.tot is not None else date.max
        if first < last:
            yield first, last


def _open_periods(helper: Betrokkenheid) -> Iterator[_Period]:
    """The days of a month or year in which he came or went, on which it is not known whether he was there."""
    ((first, last),) = _period(helper)
    for moment in (helper.vanaf, helper.tot):
        if moment is not None and moment.dag is None:
            yield max(first, moment.begint), min(last, moment.eindigt)


def _counted(dossier: Dossier) -> list[_Turn]:
    """The periods in which a beroepskracht counts: in contact and no vaste basis, else while he is regisseur."""
    terms: dict[UUID | None, list[_Period]] = {}
    for term in dossier.regisseurschappen:
        terms.setdefault(term.houder, []).append((term.vanaf, term.tot or date.max))
    numbers: dict[UUID, int] = {}
    turns: list[_Turn] = []
    for each in dossier.betrokkenheden:
        if is_beroepskracht(each):
            near = each.vorm is not Vorm.OP_AFSTAND and not each.vaste_basis
            who = numbers.setdefault(person_of(each), len(numbers))
            turns += _turns(each, who, _ALWAYS if near else terms.get(each.id, ()))
    return turns


def _there(dossier: Dossier, key: Callable[[Betrokkenheid], UUID | None]) -> list[_Turn]:
    numbers: dict[UUID, int] = {}
    turns: list[_Turn] = []
    for each in dossier.betrokkenheden:
        who = key(each)
        if who is not None:
            turns += _turns(each, numbers.setdefault(who, len(numbers)), _ALWAYS)
    return turns


_ALWAYS = ((date.min, date.max),)


def _turns(helper: Betrokkenheid, who: int, within: Iterable[_Period]) -> Iterator[_Turn]:
    """Where his period turns, within other ones; certain is what lies after the begin and before the end."""
    for first, last in _period(helper):
        sure_first, sure_last = first, last
        if helper.vanaf is not None and helper.vanaf.dag is None:
            sure_first = helper.vanaf.eindigt
        if helper.tot is not None and helper.tot.dag is None:
            sure_last = helper.tot.begint
        exact = sure_first is first and sure_last is last
        for begin, end in within:
            yield from _pair(who, max(first, begin), min(last, end), 1, exact)
            if not exact:
                yield from _pair(who, max(sure_first, begin), min(sure_last, end), 0, 1)


def _pair(who: int, begin: date, end: date, there: int, sure: int) -> Iterator[_Turn]:
    if begin < end:
        yield begin, who, there, sure
        yield end, who, -there, -sure


# ---------------------------------------------------------------- one pass over the turning days


def _distinct(turns: list[_Turn], vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    turns.sort(key=itemgetter(0))
    return _line(_tallied(turns), vanaf, tot_en_met)


def _tallied(turns: list[_Turn]) -> Iterator[tuple[date, int, bool]]:
    """After every turn: how many are there, and whether all of them are for certain."""
    people = 1 + max((who for _, who, _, _ in turns), default=0)
    there, sure = [0] * people, [0] * people
    number = unsure = 0
    for day, who, more, certain in turns:
        before, unclear = there[who] > 0, there[who] > sure[who] == 0
        there[who] += more
        sure[who] += certain
        number += (there[who] > 0) - before
        unsure += (there[who] > sure[who] == 0) - unclear
        yield day, number, not unsure


def _summed(turns: list[tuple[date, int, int]]) -> Iterator[tuple[date, int, bool]]:
    total = unknown = 0
    for day, more, unclear in turns:
        total += more
        unknown += unclear
        yield day, total, not unknown


def _line(states: Iterable[tuple[date, int, bool]], vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """The first and last day of a line, and the days between on which something is different."""
    state, points = (0, True), []
    day = vanaf
    for turn, number, certain in states:
        if turn > tot_en_met:
            break
        if turn > day:
            points.append((day, *state))
            day = turn
        state = (number, certain)
    points.append((day, *state))
    kept = [point for at, point in enumerate(points) if not at or point[1:] != points[at - 1][1:]]
    if kept[-1][0] != tot_en_met:
        kept.append((tot_en_met, *points[-1][1:]))
    return tuple(Telling(*point) for point in kept)
