"""All lines against a slow and obvious count, day by day and set by set (product.md 4)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.betrokken import aantal_professionals, active_on, person_of
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.lijn import (
    Telling,
    beweging,
    contacten,
    iedereen,
    organisaties,
    per_week,
    trend,
)
from gezinsplan.domain.wie_telt_mee import Groep, opbouw
from tests.domain.test_betrokken import families, moments
from tests.make import ROB, a_betrokkenheid, a_dossier, a_kaart, a_regisseurschap, an_organisatie, day, on, uid

OTHER = uid(802)
KAART = a_kaart(an_organisatie(id=OTHER, naam="Humanitas"))
COMPANIES = st.sampled_from([None, uid(801), OTHER])
Key = Callable[[Betrokkenheid], UUID | None]


def organisation(helper: Betrokkenheid) -> UUID | None:
    """901 works for 801, of 902 nothing is known."""
    return helper.organisatie or (uid(801) if helper.professional == uid(901) else None)


def known(helper: Betrokkenheid, op: date) -> bool:
    vague = [moment for moment in moments(helper) if moment.dag is None]
    return not any(moment.earliest <= op <= moment.latest for moment in vague)


def by_hand(dossier: Dossier, op: date, key: Key) -> tuple[int, bool]:
    """How many different ones are there, and whether each of them is for certain."""
    there = [each for each in dossier.betrokkenheden if active_on(each, op)]
    found = {key(each) for each in there} - {None}
    return len(found), {key(each) for each in there if known(each, op)} - {None} == found


def contacts_by_hand(dossier: Dossier, op: date) -> tuple[int, bool]:
    there = [each for each in dossier.betrokkenheden if active_on(each, op)]
    told = all(each.contacten is not None or each.vorm is Vorm.OP_AFSTAND for each in there)
    return sum(each.contacten or 0 for each in there), told and all(known(each, op) for each in there)


def points(line: Iterable[Telling], days: list[date]) -> list[tuple[int, bool]]:
    return [[(each.aantal, each.zeker) for each in line if each.datum <= today][-1] for today in days]


@given(families(), st.lists(st.tuples(COMPANIES, st.none() | st.integers(0, 8)), min_size=6), st.integers(-60, 60))
def test_every_line_says_what_is_so_on_every_day(
    dossier: Dossier, more: list[tuple[UUID | None, int | None]], first: int
) -> None:
    helpers = tuple(
        replace(each, organisatie=company, contacten=times)
        for each, (company, times) in zip(dossier.betrokkenheden, more, strict=False)
    )
    dossier = replace(dossier, betrokkenheden=helpers)
    days = [day(first + number) for number in range(70)]
    begin, end = days[0], days[-1]
    lines: dict[tuple[Telling, ...], list[tuple[int, bool]]] = {
        iedereen(dossier, begin, end): [by_hand(dossier, each, person_of) for each in days],
        organisaties(dossier, KAART, begin, end): [by_hand(dossier, each, organisation) for each in days],
        contacten(dossier, begin, end): [contacts_by_hand(dossier, each) for each in days],
    }
    for line, expected in lines.items():
        assert points(line, days) == expected
        assert (line[0].datum, line[-1].datum) == (begin, end)
        assert all(one.datum < other.datum for one, other in pairwise(line))
        inner = line[:-1]
        assert all((a.aantal, a.zeker) != (b.aantal, b.zeker) for a, b in pairwise(inner))
    for today in days:
        built = opbouw(dossier, KAART, today)
        assert len(built.of(Groep.TELT_MEE)) == aantal_professionals(dossier, today)
        assert len(built.iedereen) == by_hand(dossier, today, person_of)[0]
        assert len(built.organisaties) == by_hand(dossier, today, organisation)[0]


@given(families(), st.integers(-60, 80), st.none() | st.integers(-20, 90))
def test_the_movement_is_the_count_of_the_baseline_and_of_now(
    dossier: Dossier, today: int, baseline: int | None
) -> None:
    begin = None if baseline is None else day(baseline)
    dossier = replace(dossier, gezin=replace(dossier.gezin, beginstand_op=begin))
    moved = beweging(dossier, day(today))
    assert moved.start == aantal_professionals(dossier, moved.start_op)
    assert moved.nu == aantal_professionals(dossier, day(today))
    assert moved.vastgesteld is (begin is not None)
    assert moved.start_op == (begin or dossier.gezin.start)


def test_the_movement_tells_what_was_agreed_and_when() -> None:
    agreed = a_dossier(a_betrokkenheid(), streefaantal=1, streefaantal_op=day(3))
    moved = beweging(agreed, day(9))
    assert (moved.streefaantal, moved.streefaantal_op) == (1, day(3))
    assert moved.punten == trend(agreed, day(0), day(9))


def test_how_often_somebody_comes_is_counted_per_week() -> None:
    dossier = a_dossier(a_betrokkenheid(contacten=6), a_betrokkenheid(id=uid(32), vanaf=on(3), contacten=4))
    line = contacten(dossier, day(0), day(5))
    assert line == (Telling(day(0), 6), Telling(day(3), 10), Telling(day(5), 10))
    assert per_week(line[-1]) == 2.5


@pytest.mark.parametrize(
    ("vorm", "certain"), [(Vorm.VAST, False), (Vorm.BIJGESCHAKELD, False), (Vorm.OP_AFSTAND, True)]
)
def test_who_comes_and_nobody_knows_how_often_makes_it_uncertain(vorm: Vorm, certain: bool) -> None:
    dossier = a_dossier(a_betrokkenheid(vorm=vorm))
    assert contacten(dossier, day(1), day(1)) == (Telling(day(1), 0, zeker=certain),)


def test_a_line_over_a_dossier_without_anybody_lies_on_the_ground() -> None:
    empty = a_dossier()
    for line in (trend(empty, day(0), day(9)), iedereen(empty, day(0), day(9)), contacten(empty, day(0), day(9))):
        assert line == (Telling(day(0), 0), Telling(day(9), 0))


def test_only_vaste_basis_before_the_one_who_counts() -> None:
    """Who does not count has no place among the numbers."""
    far = [a_betrokkenheid(id=uid(300 + number), vaste_basis=True) for number in range(5)]
    dossier = a_dossier(*far, a_betrokkenheid(id=uid(400)), a_regisseurschap(houder=uid(400)))
    assert trend(dossier, day(0), day(0)) == (Telling(day(0), 1),)


def test_a_period_in_one_vague_year_is_never_certain() -> None:
    dossier = a_dossier(a_betrokkenheid(id=ROB, vanaf=Datum(2024), tot=Datum(2024)))
    line = trend(dossier, date(2023, 12, 31), date(2025, 1, 1))
    assert line == (
        Telling(date(2023, 12, 31), 0),
        Telling(date(2024, 1, 1), 1, zeker=False),
        Telling(date(2025, 1, 1), 0),
    )
    assert (date(2025, 1, 1) - date(2024, 1, 1)) == timedelta(days=366)


def test_who_went_on_the_day_on_which_he_came_was_never_there() -> None:
    helper = a_betrokkenheid(vanaf=on(5), tot=on(5), reden_einde="het was een vergissing")
    dossier = a_dossier(helper)
    assert {each.aantal for each in trend(dossier, day(0), day(9))} == {0}
    assert {each.aantal for each in contacten(dossier, day(0), day(9))} == {0}
