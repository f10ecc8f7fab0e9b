"""Who stands in the family tree, in which row and where in it: the generations as rows, couples beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from uuid import UUID

from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.relaties import BROERS_EN_ZUSSEN, OUDEREN, OUDERS, PAREN, Relatie, RelatieSoort, is_then

VAK_BREED, TUSSEN = 150.0, 50.0
_STEP = VAK_BREED + TUSSEN
_SWEEPS, _LOOSE = 8, 0.01
_FAMILY = PAREN | OUDEREN | BROERS_EN_ZUSSEN
_DOWN = {**dict.fromkeys(OUDERS, 1), RelatieSoort.GROOTOUDER: 2, RelatieSoort.OOM_OF_TANTE: 1}


@dataclass(frozen=True, slots=True)
class Kring:
    """The people of the tree, the oldest first, and what ties them on the day."""

    mensen: tuple[Persoon, ...]
    relaties: tuple[Relatie, ...]

    def ouders(self, kind: UUID) -> frozenset[UUID]:
        """The parents of somebody, as far as they are known."""
        return frozenset(each.een for each in self.relaties if each.ander == kind and each.soort is RelatieSoort.OUDER)

    def paren(self) -> tuple[tuple[UUID, UUID], ...]:
        """Who stand beside each other: partners, ex-partners, and the two parents of a child."""
        pairs = {each.paar for each in self.relaties if each.soort in PAREN}
        pairs |= {both for each in self.mensen if len(both := self.ouders(each.id)) == 2}  # noqa: PLR2004
        place = {each.id: at for at, each in enumerate(self.mensen)}
        ordered = (sorted(each, key=place.__getitem__) for each in pairs)
        return tuple(sorted(((one, other) for one, other in ordered), key=lambda pair: [place[each] for each in pair]))


def kring(dossier: Dossier, op: date) -> Kring:
    """Everybody who is family of somebody on that day, also who has died or left, and all members who are there."""
    ties = tuple(each for each in dossier.relaties if each.soort in _FAMILY and is_then(each, op))
    named = {person for each in ties for person in each.paar}
    there = [
        each
        for each in dossier.personen
        if each.id in named or (each.soort is PersoonSoort.GEZINSLID and present_on(dossier, each.id, op))
    ]
    return Kring(tuple(sorted(there, key=_oldest_first)) if ties else (), ties)


def _oldest_first(persoon: Persoon) -> tuple[date, UUID]:
    born = persoon.geboortedatum
    return born.earliest if born is not None else date.max, persoon.id


# ---------------------------------------------------------------- rows


def generaties(kring: Kring) -> dict[UUID, int]:
    """The row of everybody, from 0 for the oldest generation: parents stand above their children, always."""
    ties = [(each.een, each.ander, _DOWN.get(each.soort, 0)) for each in kring.relaties]
    found: dict[UUID, int] = {}
    for persoon in kring.mensen:
        if persoon.id not in found:
            found |= _beside(kring, _reached(persoon.id, ties), found)
    for _each in kring.mensen:
        for above, below, down in ties:
            if down:
                found[below] = max(found[below], found[above] + 1)
    rows = sorted({*found.values()})
    return {person: rows.index(row) for person, row in found.items()}


def _reached(start: UUID, ties: Iterable[tuple[UUID, UUID, int]]) -> dict[UUID, int]:
    """Everybody who hangs together with somebody, with how many generations lower."""
    beside: dict[UUID, list[tuple[UUID, int]]] = {}
    for one, other, down in ties:
        beside.setdefault(one, []).append((other, down))
        beside.setdefault(other, []).append((one, -down))
    found, todo = {start: 0}, [start]
    for here in todo:
        for there, down in beside.get(here, ()):
            if there not in found:
                found[there] = found[here] + down
                todo.append(there)
    return found


def _beside(kring: Kring, part: dict[UUID, int], rest: Mapping[UUID, int]) -> dict[UUID, int]:
    """People who hang together with nobody of the rest, in the row of who is about as old."""
    born = {each.id: each.geboortedatum.jaar for each in kring.mensen if each.geboortedatum is not None}
    pairs = [(abs(born[one] - born[other]), rest[other] - part[one]) for one in part for other in rest
             if one in born and other in born]  # fmt: skip
    known = min(pairs, default=(0, max(rest.values(), default=0) - max(part.values())))
    return {person: row + known[1] for person, row in part.items()}


# ---------------------------------------------------------------- order and places


def rijen(kring: Kring, rows: Mapping[UUID, int]) -> tuple[tuple[tuple[UUID, ...], ...], ...]:
    """Per row the groups of who stand side by side, from left to right."""
    groups = [_groups(kring, rows, each) for each in range(max(rows.values(), default=-1) + 1)]
    for sweep in range(_SWEEPS):
        order = range(len(groups)) if sweep % 2 == 0 else range(len(groups) - 1, -1, -1)
        for row in order:
            places = _packed(groups)
            pulls = _pulls(kring, places, down=sweep % 2 == 0)
            turned = [_turned(each, pulls) for each in groups[row]]
            groups[row] = sorted(turned, key=lambda each: _middle(each, pulls, places))
    return tuple(tuple(each) for each in groups)


def _groups(kring: Kring, rows: Mapping[UUID, int], row: int) -> list[tuple[UUID, ...]]:
    """The chains of partners in a row; who has none stands alone."""
    beside: dict[UUID, list[UUID]] = {each.id: [] for each in kring.mensen if rows[each.id] == row}
    for one, other in kring.paren():
        if one in beside and other in beside:
            beside[one].append(other)
            beside[other].append(one)
    left = sorted(beside, key=lambda each: len(beside[each]) != 1)  # a chain begins at an end
    found: list[tuple[UUID, ...]] = []
    done: set[UUID] = set()
    for start in left:
        if start not in done:
            found.append(tuple(_chain(start, beside, done)))
    return found


def _chain(start: UUID, beside: Mapping[UUID, Sequence[UUID]], done: set[UUID]) -> Iterable[UUID]:
    done.add(start)
    yield start
    for each in beside[start]:
        if each not in done:
            yield from _chain(each, beside, done)


def _packed(groups: Sequence[Sequence[tuple[UUID, ...]]]) -> dict[UUID, float]:
    """Places when every row is filled from the left, with its middle above the middle of the others."""
    return {
        person: (at - (len(line) - 1) / 2) * _STEP
        for line in ([each for group in row for each in group] for row in groups)
        for at, person in enumerate(line)
    }


def _pulls(kring: Kring, places: Mapping[UUID, float], *, down: bool) -> dict[UUID, float]:
    """Where somebody would like to stand: below the parents, or above the children."""
    wishes: dict[UUID, list[float]] = {}
    for each in kring.relaties:
        if each.soort in _DOWN:
            one, other = (each.ander, each.een) if down else (each.een, each.ander)
            wishes.setdefault(one, []).append(places[other])
        elif each.soort in BROERS_EN_ZUSSEN:
            wishes.setdefault(each.een, []).append(places[each.ander])
    return {person: fmean(each) for person, each in wishes.items()}


def _turned(group: tuple[UUID, ...], pulls: Mapping[UUID, float]) -> tuple[UUID, ...]:
    """The chain the other way round when its ends are pulled across each other."""
    pulled = [pulls[each] for each in group if each in pulls]
    return group[::-1] if pulled and pulled[-1] < pulled[0] else group


def _middle(group: tuple[UUID, ...], pulls: Mapping[UUID, float], places: Mapping[UUID, float]) -> float:
    wished = [pulls[each] for each in group if each in pulls]
    return fmean(wished or [places[each] for each in group])


def plaatsen(kring: Kring, groups: Sequence[Sequence[tuple[UUID, ...]]]) -> dict[UUID, float]:
    """The middle of everybody's box from left to right: parents above their children where there is room."""
    places = _packed(groups)
    for sweep in range(2 * _SWEEPS):
        down = sweep % 2 == 0
        for row in groups if down else groups[::-1]:
            pulls = _pulls(kring, places, down=down)
            offsets = [{each: at * _STEP for at, each in enumerate(group)} for group in row]
            wishes = [_wish(each, pulls, places) for each in offsets]
            for mine, begin in zip(offsets, _apart(wishes, [len(each) * _STEP for each in row]), strict=True):
                places |= {each: begin + far for each, far in mine.items()}
    least = min(places.values(), default=0.0) - VAK_BREED / 2
    return {person: place - least for person, place in places.items()}


def _wish(
    offsets: Mapping[UUID, float], pulls: Mapping[UUID, float], places: Mapping[UUID, float]
) -> tuple[float, float]:
    """Where a group would begin, and how much it wants to."""
    wished = [pulls[each] - far for each, far in offsets.items() if each in pulls]
    first = next(iter(offsets))
    return (fmean(wished), float(len(wished))) if wished else (places[first], _LOOSE)


def _apart(wishes: Sequence[tuple[float, float]], sizes: Sequence[float]) -> list[float]:
    """The nearest places to what is wished in this order without overlap (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []  # place, weight, how many
    far = 0.0
    before = []
    for (place, weight), size in zip(wishes, sizes, strict=True):
        before.append(far)
        pool = (place - far, weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            other = pools.pop()
            total = other[1] + pool[1]
            pool = ((other[0] * other[1] + pool[0] * pool[1]) / total, total, other[2] + pool[2])
        pools.append(pool)
        far += size
    found = [place for place, _weight, count in pools for _each in range(count)]
    return [place + far for place, far in zip(found, before, strict=True)]
