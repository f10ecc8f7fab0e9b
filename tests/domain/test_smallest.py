"""The exact search: the same as trying all teams, and quick where there are millions of equal ones."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezinsplan.domain.smallest import MANY, SHOWN, Answer, Duty, Question, bits, solve

HELPERS = 40
ALL = (1 << HELPERS) - 1


def costs(question: Question, team: int) -> tuple[int, int] | None:
    """Takeovers and, negative, those by netwerk; none for a team that does not carry everything."""
    taken = own = 0
    for duty in question.duties:
        if duty.carriers and not duty.carriers & team:
            if not (duty.free or duty.takers & team):
                return None
            taken, own = taken + 1, own + duty.own
    return taken, -own


def by_trying(question: Question) -> Answer:
    """All teams, the smallest first; of equal ones the lists of members say which is first."""
    others = [each for each in range(question.helpers) if not question.fixed >> each & 1]
    for size in range(len(others) + 1):
        teams = (question.fixed | sum(1 << each for each in some) for some in combinations(others, size))
        priced = ((costs(question, team), team) for team in teams)
        found = sorted((cost, [*bits(team)], team) for cost, team in priced if cost is not None)
        if found:
            best = tuple(team for *_, team in found[:SHOWN])
            total = question.fixed.bit_count() + size
            return Answer(total, min(len(found), MANY), len(found) > MANY, best)
    raise AssertionError("everybody together carries everything")


@st.composite
def questions(draw: st.DrawFn) -> Question:
    helpers = draw(st.integers(1, 9))
    some = st.integers(0, (1 << helpers) - 1)
    duty = st.builds(Duty, some, some | st.just(0), st.booleans(), st.booleans())
    fixed = draw(st.just(0) | some)
    return Question(helpers, fixed, tuple(draw(st.lists(duty, max_size=14))))


@settings(max_examples=500)
@given(questions())
def test_as_by_trying_all(question: Question) -> None:
    assert solve(question) == by_trying(question)


def by_chance(chance: random.Random) -> Question:
    helpers, share = chance.randint(1, 10), chance.choice([0.1, 0.2, 0.4])
    taking, free, fixed = chance.choice([0, 0.1, 0.3]), chance.choice([0, 0.2, 0.6]), chance.choice([0, 0.1])

    def some(part: float) -> int:
        return sum(1 << each for each in range(helpers) if chance.random() < part)

    duties = []
    for _number in range(chance.randint(0, 14)):
        by_others = chance.random() < free
        carriers = some(share) or 1 << chance.randrange(helpers)
        duties.append(Duty(carriers, some(taking), by_others, by_others and chance.random() < 0.6))
    return Question(helpers, some(fixed), tuple(duties))


@pytest.mark.parametrize("seed", range(6))
def test_as_by_trying_all_over_and_over(seed: int) -> None:
    chance = random.Random(seed)
    for _number in range(500):
        question = by_chance(chance)
        assert solve(question) == by_trying(question), question


def pairs(*more: Duty) -> Question:
    return Question(HELPERS, 0, tuple(Duty(3 << 2 * each) for each in range(HELPERS // 2)) + more)


def test_a_million_equal_teams() -> None:
    """Of every two one stays; the first of all is best, and the next ones differ in the last pairs."""
    answer = solve(pairs())
    assert (answer.size, answer.count, answer.more) == (20, MANY, True)
    first = sum(1 << each for each in range(0, HELPERS, 2))
    last, one_before, two_before = ((1 << each) + (2 << each) for each in (38, 36, 34))
    expected = (first, first ^ last, first ^ one_before, first ^ one_before ^ last, first ^ two_before)
    assert answer.teams == expected


def test_a_million_equal_teams_that_are_wished_otherwise() -> None:
    """What only the second of each pair carries can be taken over; what all carry ties the pairs together."""
    second = tuple(Duty(2 << 2 * each, free=True, own=True) for each in range(HELPERS // 2))
    answer = solve(pairs(*second, Duty(ALL, free=True)))
    assert answer.teams[0] == sum(1 << each for each in range(1, HELPERS, 2))
    assert (answer.size, answer.more) == (20, True)


@pytest.mark.parametrize(
    ("duties", "size", "count"),
    [
        ([], 0, 1),
        ([Duty(0, ALL)], 0, 1),
        ([Duty(1 << each) for each in range(HELPERS)], HELPERS, 1),
        ([Duty(1 << each, ALL) for each in range(HELPERS)], 1, HELPERS),
        ([Duty(1 << each, free=True) for each in range(HELPERS)], 0, 1),
        ([Duty(1 << each | 1 << (each + 1) % HELPERS) for each in range(HELPERS)], HELPERS // 2, 2),
    ],
    ids=["nothing", "nobody's", "nobody can take over", "all alike", "netwerk carries it", "a ring"],
)
def test_the_ends_of_the_scale(duties: list[Duty], size: int, count: int) -> None:
    answer = solve(Question(HELPERS, 0, tuple(duties)))
    assert (answer.size, answer.count, answer.more) == (size, count, False)
    assert len(answer.teams) == min(count, SHOWN)


def test_fewest_takeovers_first_then_most_for_the_netwerk_then_the_first() -> None:
    """One of four must stay. 0 leaves two behind; 1 one for helpers; 2 and 3 one for the netwerk."""
    one = Duty(0b1111)
    left = (Duty(0b1110, free=True), Duty(0b1110, free=True), Duty(0b1101, 0b1111), Duty(0b1011, free=True, own=True))
    last = Duty(0b0111, free=True, own=True)
    assert solve(Question(4, 0, (one, *left, last))).teams == (0b0100, 0b1000, 0b0010, 0b0001)


def test_who_is_fixed_stays_in_every_team() -> None:
    answer = solve(Question(3, 0b001, (Duty(0b010, 0b001), Duty(0b110))))
    assert (answer.size, answer.teams) == (2, (0b011, 0b101))
