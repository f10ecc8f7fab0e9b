"""Dates as people say and type them."""

from datetime import UTC, date, datetime, time

import pytest

from gezinsplan.texts import dates

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12-5-2023", "2023-05-12"),
        ("12/05/2023", "2023-05-12"),
        ("12.5.23", "2023-05-12"),
        ("15-08-'25", "2025-08-15"),
        ("2023-05-12", "2023-05-12"),
        ("12 mei 2023", "2023-05-12"),
        ("12 mrt. 2023", "2023-03-12"),
        ("3 sept 2024", "2024-09-03"),
        ("mei 2023", "2023-05"),
        ("5-2023", "2023-05"),
        ("2023", "2023"),
        ("ongeveer 2023", "2023~"),
        ("ca. mei 2023", "2023-05~"),
        ("Rond 2019", "2019~"),
        ("2023~", "2023~"),
        (" 1-2-1961 ", "1961-02-01"),
        ("1-2-61", "2061-02-01"),
        ("1-2-91", "1991-02-01"),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: str) -> None:
    assert dates.read_partial_date(typed) == meant


@pytest.mark.parametrize("typed", ["", "gisteren", "12", "12-13", "mei", "foo 2023", "1-2-3-4", "20233"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert dates.read_partial_date(typed) is None


def test_a_date_to_the_day() -> None:
    assert dates.read_date("26-11-2026") == date(2026, 11, 26)
    assert dates.read_date("31-02-2026") is None
    assert dates.read_date("mei 2026") is None
    assert dates.read_date("ongeveer 26-11-2026") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:30", time(15, 30)),
        ("9.05", time(9, 5)),
        ("9 uur", time(9)),
        ("14u", time(14)),
        ("25:00", None),
        ("x", None),
    ],
)
def test_times(typed: str, meant: time | None) -> None:
    assert dates.read_time(typed) == meant


def test_how_dates_are_said() -> None:
    assert dates.long_date(TODAY) == "22 november 2026"
    assert dates.short_date(date(2026, 3, 1), TODAY) == "1 mrt"
    assert dates.short_date(date(2024, 3, 1), TODAY) == "1 mrt 2024"
    assert dates.month(TODAY) == "nov 2026"
    assert dates.partial_date("2023~") == "ongeveer 2023"
    assert dates.partial_date("2023-05") == "mei 2023"
    assert dates.typed_partial_date("2023-05-12") == "12-05-2023"
    assert dates.typed_partial_date("2023-05~") == "ongeveer mei 2023"


def test_moments_are_said_on_the_dutch_clock() -> None:
    winter, summer = datetime(2026, 11, 26, 14, 30, tzinfo=UTC), datetime(2026, 7, 1, 13, 30, tzinfo=UTC)
    assert dates.day_and_time(winter, TODAY) == "do 26 nov, 15:30"
    assert dates.long_day_and_time(summer) == "woensdag 1 juli 2026 om 15:30 uur"
    assert dates.moment(date(2026, 11, 26), time(15, 30)) == winter
    assert dates.local(summer).hour == 15


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "vandaag"),
        (date(2026, 11, 23), "morgen"),
        (date(2026, 11, 21), "gisteren"),
        (date(2026, 11, 25), "over 3 dagen"),
        (date(2026, 11, 12), "10 dagen geleden"),
        (date(2027, 3, 1), "1 mrt"),
        (date(2029, 3, 1), "1 mrt 2029"),
    ],
)
def test_from_now(day: date, said: str) -> None:
    assert dates.from_now(day, TODAY) == said
