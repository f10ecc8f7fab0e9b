"""The smallest team that carries everything: an exact search on sets of helpers, written as the bits of a number.

Of the equally small teams the best come first: with the fewest duties to take over, then with the most of these for
the own netwerk, then the one whose first member that the other lacks stands earlier in the order of the helpers.
All three are one whole number, the costs of a team: a sum over its members and the duties that they do not carry. So
no two teams cost the same, and groups of helpers that share no duty are searched apart and added.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from heapq import nlargest, nsmallest
from itertools import product
from math import prod
from operator import or_

MANY, SHOWN = 100, 5


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that must stay carried: by one of its carriers, or taken over.

    By a helper of the team among `takers`, or, `free`, by somebody who is not counted; `own` says: by the own netwerk.
    """

    carriers: int
    takers: int = 0
    free: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """So many helpers, those of them that stay whatever happens, and what they carry."""

    helpers: int
    fixed: int
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How small a team can be, how many are as small (`more`: more than MANY), and the best of them in order."""

    size: int
    count: int
    more: bool
    teams: tuple[int, ...]


def bits(mask: int) -> Iterator[int]:
    """The members of a set, the first first."""
    while mask:
        yield (mask & -mask).bit_length() - 1
        mask &= mask - 1


def solve(question: Question) -> Answer:
    """The answer, exact; a duty without carriers asks nothing."""
    fixed, needs = _forced(question)
    wishes = _wishes(question, fixed, reduce(or_, needs, 0))
    groups = [_Needs([each for each in needs if each & group]) for group in _apart(needs)]
    count = prod(min(each.count(MANY + 1), MANY + 1) for each in groups)
    best = [(0, 0)]
    for together in _apart([each.members for each in groups] + [*wishes]):
        inside = [each for each in groups if each.members & together]
        mine = {members: weight for members, weight in wishes.items() if members & together}
        found = _Best(inside, mine, question.helpers).search()
        best = nsmallest(SHOWN, ((one[0] + other[0], one[1] | other[1]) for one, other in product(best, found)))
    size = fixed.bit_count() + sum(each.size for each in groups)
    return Answer(size, min(count, MANY), count > MANY, tuple(fixed | team for _, team in best))


def _forced(question: Question) -> tuple[int, list[int]]:
    """Who stays in every team, and the sets of others of which at least one stays, none within another."""
    fixed = question.fixed
    while True:
        open_duties = [each for each in question.duties if each.carriers and not each.carriers & fixed]
        needs = {each.carriers | each.takers for each in open_duties if not each.free and not each.takers & fixed}
        alone = reduce(or_, (each for each in needs if each.bit_count() == 1), 0)
        if not alone:
            return fixed, _smallest_sets(needs)
        fixed |= alone


def _smallest_sets(sets: Iterable[int]) -> list[int]:
    kept: list[int] = []
    for each in sorted(sets, key=lambda members: (members.bit_count(), members)):
        if not any(smaller & each == smaller for smaller in kept):
            kept.append(each)
    return kept


def _wishes(question: Question, fixed: int, choice: int) -> dict[int, int]:
    """Per set of helpers who may stay or go, what it costs when none of them stays."""
    most = len(question.duties) + 1
    wishes: dict[int, int] = {}
    for each in question.duties:
        members = each.carriers & choice
        if members and not each.carriers & fixed:
            wishes[members] = wishes.get(members, 0) + (most - each.own << question.helpers)
    return wishes


def _apart(sets: Iterable[int]) -> list[int]:
    """The helpers in groups that share no set."""
    groups: list[int] = []
    for each in sets:
        joined = reduce(or_, (group for group in groups if group & each), each)
        groups = [group for group in groups if not group & each] + [joined]
    return groups


class _Needs:
    """Sets of helpers that hang together, of each of which one must stay; sets of sets are bits too (`unmet`)."""

    def __init__(self, sets: list[int]) -> None:
        self.sets = sets
        self.members = reduce(or_, sets)
        self.all = (1 << len(sets)) - 1
        self.meets = {
            member: sum(1 << number for number, each in enumerate(sets) if each >> member & 1)
            for member in bits(self.members)
        }
        self._possible: dict[int, int] = {}
        self._impossible: dict[int, int] = {}
        self.size = next(size for size in range(1, len(sets) + 1) if self.can_meet(self.all, size))

    def can_meet(self, unmet: int, size: int) -> bool:
        """Whether so many helpers can meet these sets."""
        if unmet.bit_count() <= size or self._possible.get(unmet, size + 1) <= size:
            return True
        if size <= self._impossible.get(unmet, 0):
            return False
        if size == 1:
            return any(meets & unmet == unmet for meets in self.meets.values())
        can = self._try(unmet, size)
        (self._possible if can else self._impossible)[unmet] = size
        return can

    def _try(self, unmet: int, size: int) -> bool:
        met = {member: meets & unmet for member, meets in self.meets.items()}
        most = sorted((each.bit_count() for each in met.values()), reverse=True)
        if sum(most[:size]) < unmet.bit_count():
            return False
        seen: list[int] = []
        smallest = self.sets[(unmet & -unmet).bit_length() - 1]
        for mine in sorted((met[member] for member in bits(smallest)), key=int.bit_count, reverse=True):
            if any(mine & better == mine for better in seen):
                continue
            if self.can_meet(unmet & ~mine, size - 1):
                return True
            seen.append(mine)
        return False

    def tightest(self, unmet: int, allowed: int) -> int:
        """Of the sets still to meet, the one with the fewest helpers that may be chosen."""
        return min((self.sets[number] & allowed for number in bits(unmet)), key=int.bit_count)

    def count(self, enough: int) -> int:
        """How many smallest teams there are, not counted further than enough."""
        return self._count(self.all, self.members, self.size, enough)

    def _count(self, unmet: int, allowed: int, size: int, enough: int) -> int:
        if not unmet:
            return 1
        found = 0
        for member in bits(self.tightest(unmet, allowed)):
            allowed &= ~(1 << member)
            rest = unmet & ~self.meets[member]
            if found < enough and self.can_meet(rest, size - 1):
                found += self._count(rest, allowed, size - 1, enough - found)
        return found


@dataclass(frozen=True, slots=True)
class _State:
    """A team in the making: who is in, who may still come in, and what each of these would save.

    Per group of needs what is unmet and how many helpers may still meet it; `cost` if nobody came in any more.
    """

    team: int
    allowed: int
    unmet: tuple[int, ...]
    sizes: tuple[int, ...]
    saves: dict[int, int]
    cost: int


class _Best:
    """The best teams of helpers that hang together by what must be and by what is wished: branch and bound."""

    def __init__(self, needs: list[_Needs], wishes: dict[int, int], helpers: int) -> None:
        self._needs = needs
        self._wishes = wishes
        self._helpers = helpers
        self._found: list[tuple[int, int]] = []

    def search(self) -> list[tuple[int, int]]:
        """The costs and members of at most SHOWN teams, the best first."""
        members = reduce(or_, (each.members for each in self._needs))
        saves = {member: 1 << self._helpers - 1 - member for member in bits(members)}
        for wished, weight in self._wishes.items():
            for member in bits(wished):
                saves[member] += weight
        sizes = tuple(each.size for each in self._needs)
        unmet = tuple(each.all for each in self._needs)
        self._visit(_State(0, members, unmet, sizes, saves, sum(self._wishes.values())))
        return self._found

    def _visit(self, state: _State) -> None:
        if not any(state.unmet):
            self._found = sorted([*self._found, (state.cost, state.team)])[:SHOWN]
            return
        packed = self._packed(state)
        if packed is None or self._hopeless(state, packed):
            return
        allowed = state.allowed if len(packed) < sum(state.sizes) else reduce(or_, packed)
        for member in sorted(bits(packed[0]), key=lambda each: -state.saves[each]):
            allowed &= ~(1 << member)
            after = self._with(state, member, allowed)
            if after is not None:
                self._visit(after)

    def _packed(self, state: _State) -> list[int] | None:
        """Sets still to meet that have no helper in common, the smallest first; none if they cannot all be met."""
        sets = [
            group.sets[number] & state.allowed
            for group, unmet in zip(self._needs, state.unmet, strict=True)
            for number in bits(unmet)
        ]
        packed: list[int] = []
        used = 0
        for each in sorted(sets, key=int.bit_count):
            if not each & used:
                packed.append(each)
                used |= each
        return packed if packed[0] and len(packed) <= sum(state.sizes) else None

    def _hopeless(self, state: _State, packed: list[int]) -> bool:
        """Whether no team from here on can be among the best: one helper of each packed set, the rest the best ones."""
        if len(self._found) < SHOWN:
            return False
        saves, left = state.saves, state.allowed
        most = 0
        for each in packed:
            best = max(bits(each), key=saves.__getitem__)
            most += saves[best]
            left &= ~(1 << best)
        free = sum(state.sizes) - len(packed)
        most += sum(nlargest(free, (saves[member] for member in bits(left)))) if free else 0
        return state.cost - most > self._found[-1][0]

    def _with(self, state: _State, member: int, allowed: int) -> _State | None:
        """With this helper in the team; none if the smallest size is then out of reach."""
        at = next(number for number, group in enumerate(self._needs) if group.members >> member & 1)
        group = self._needs[at]
        rest, size = state.unmet[at] & ~group.meets[member], state.sizes[at] - 1
        if size < 0 or not group.can_meet(rest, size):
            return None
        saves = state.saves.copy()
        for wished, weight in self._wishes.items():
            if wished >> member & 1 and not wished & state.team:
                for other in bits(wished):
                    saves[other] -= weight
        unmet = (*state.unmet[:at], rest, *state.unmet[at + 1 :])
        sizes = (*state.sizes[:at], size, *state.sizes[at + 1 :])
        team, cost = state.team | 1 << member, state.cost - state.saves[member]
        return _State(team, allowed, unmet, sizes, saves, cost)
