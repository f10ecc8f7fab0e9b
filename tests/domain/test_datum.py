"""Dates as people know them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.datum import FIRST_YEAR, LAST_YEAR, Datum, age_on
from gezinsplan.domain.errors import Code
from tests.make import refused

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
PRECISIONS = st.sampled_from(["day", "month", "year"])


@st.composite
def dates(draw: st.DrawFn) -> Datum:
    day, precision = draw(DAYS), draw(PRECISIONS)
    return Datum(
        day.year,
        day.month if precision != "year" else None,
        day.day if precision == "day" else None,
        draw(st.booleans()),
    )


@given(dates())
def test_what_is_written_is_read_back(datum: Datum) -> None:
    assert Datum.parse(str(datum)) == datum


@given(dates())
def test_a_date_lies_between_its_first_and_its_last_day(datum: Datum) -> None:
    assert datum.earliest <= datum.latest
    assert datum.begint == datum.earliest
    assert datum.begint <= datum.eindigt
    assert (datum.eindigt == datum.earliest) is (datum.dag is not None)


@given(DAYS)
def test_a_calendar_day_is_exact(day: date) -> None:
    datum = Datum.op(day)
    assert datum.exact
    assert (datum.earliest, datum.latest, datum.eindigt) == (day, day, day)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "eindigt"),
    [
        ("2023-05-12", date(2023, 5, 12), date(2023, 5, 12), date(2023, 5, 12)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 1)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31), date(2024, 1, 1)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1)),
        ("2023~", date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1)),
        ("2199", date(2199, 1, 1), date(2199, 12, 31), date(2200, 1, 1)),
    ],
)
def test_an_approximate_date_counts_whole(text: str, earliest: date, latest: date, eindigt: date) -> None:
    datum = Datum.parse(text)
    assert (datum.earliest, datum.latest, datum.eindigt) == (earliest, latest, eindigt)


@pytest.mark.parametrize(("text", "exact"), [("2023-05-12", True), ("2023-05-12~", False), ("2023-05", False)])
def test_only_a_known_day_is_exact(text: str, exact: bool) -> None:
    assert Datum.parse(text).exact is exact


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-02-31",
        "2023-02-29",
        "2023-13",
        "2023-00",
        "2023-05-00",
        "2023-05-32",
        "2023-5-1",
        "31-02-2023",
        "23",
        "1899",
        "2200",
        "0000",
        "2023-",
        "2023~~",
        " 2023",
        "2023\n",
        "٢٠٢٣",
        "ongeveer 2023",
    ],
)
def test_what_is_not_on_the_calendar_is_refused(text: str) -> None:
    with refused(Code.NOT_A_DATE):
        Datum.parse(text)


def test_a_day_without_a_month_is_no_date() -> None:
    with refused(Code.NOT_A_DATE):
        Datum(2023, None, 12)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2008-03-01", date(2026, 2, 28), 17),
        ("2008-03-01", date(2026, 3, 1), 18),
        ("2008-02-29", date(2026, 2, 28), 17),
        ("2008-02-29", date(2026, 3, 1), 18),
        ("2008", date(2026, 12, 30), 17),
        ("2008", date(2026, 12, 31), 18),
        ("2008-02", date(2026, 2, 28), 17),
        ("2008~", date(2026, 6, 1), 17),
        ("2026-06-01", date(2026, 6, 1), 0),
    ],
)
def test_age_is_the_youngest_possible(born: str, on: date, age: int) -> None:
    assert age_on(Datum.parse(born), on) == age


@given(dates(), DAYS)
def test_nobody_is_taken_for_older_than_he_can_be(born: Datum, on: date) -> None:
    assert age_on(born, on) <= age_on(Datum.op(born.earliest), on)
