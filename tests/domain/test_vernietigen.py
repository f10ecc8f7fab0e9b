"""What must be typed to destroy a dossier, and until when backups still hold it."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.errors import Code
from gezinsplan.domain.logboek import REDENEN, Resultaat
from gezinsplan.domain.vernietigen import Bewaard, check, still_held, volledig_op
from tests import make

NAAM = "De Vries – Yılmaz"
DAY = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.mark.parametrize("typed", [NAAM, "De Vries - Yılmaz", f"  {NAAM} ", "De Vries — Yılmaz"])
def test_the_name_as_it_stands_there(typed: str) -> None:
    for reden in REDENEN:
        assert check(NAAM, typed, reden) is reden


@pytest.mark.parametrize("typed", ["", "De Vries", "de vries – yılmaz", "De Vries Yılmaz", "G-2025-014"])
def test_any_other_name_is_refused(typed: str) -> None:
    with make.refused(Code.NAME_DIFFERS, field="naam"):
        check(NAAM, typed, Resultaat.VERGISSING)


def test_letters_are_the_same_however_they_are_composed() -> None:
    assert check("Zoë", "Zoe\N{COMBINING DIAERESIS}", Resultaat.VERGISSING)


@pytest.mark.parametrize("reden", [None, Resultaat.GELUKT, Resultaat.MISLUKT])
def test_without_a_reason_nothing_is_destroyed(reden: Resultaat | None) -> None:
    with make.refused(Code.DESTROY_REASON, field="reden"):
        check(NAAM, NAAM, reden)


def newest_ten(made: Collection[datetime], _today: date) -> Collection[datetime]:
    return sorted(made)[-10:]


def days(*numbers: int) -> list[datetime]:
    return [DAY + timedelta(days=number) for number in numbers]


def test_backups_from_before_and_after_the_family_do_not_hold_it() -> None:
    made = days(-30, -20, -2, 1)
    held = still_held(made, begonnen=days(-21)[0], vernietigd=DAY, keep=newest_ten)
    assert [each.gemaakt for each in held] == days(-20, -2)


def test_each_rolls_off_when_ten_newer_ones_are_there() -> None:
    made = days(-2, -1)
    held = still_held(made, begonnen=days(-9)[0], vernietigd=DAY, keep=newest_ten)
    assert held == (Bewaard(made[0], days(9)[0].date()), Bewaard(made[1], days(10)[0].date()))
    assert volledig_op(held, DAY) == days(10)[0].date()


def test_what_a_rotation_never_lets_go_has_a_last_day() -> None:
    (held,) = still_held([DAY], begonnen=DAY, vernietigd=DAY, keep=lambda made, _today: made)
    assert held.tot > days(365)[0].date()


def test_without_backups_it_is_wholly_gone_at_once() -> None:
    assert still_held([], DAY, DAY, newest_ten) == ()
    assert volledig_op((), DAY) == DAY.date()


@given(st.lists(st.integers(-40, 0), max_size=20, unique=True))
def test_who_was_made_later_is_never_gone_earlier(numbers: list[int]) -> None:
    held = still_held(days(*numbers), begonnen=days(-40)[0], vernietigd=DAY, keep=newest_ten)
    assert len(held) == len(numbers)
    assert [each.tot for each in held] == sorted(each.tot for each in held)
