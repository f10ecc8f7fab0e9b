from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.storage.rotation import DAYS, MONTHS, WEEKS, kept

TODAY = date(2026, 11, 25)
MOMENTS = st.sets(st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 27), timezones=st.just(UTC)))


@given(MOMENTS)
def test_what_stays(made: set[datetime]) -> None:
    stays = kept(made, TODAY)
    assert stays <= made
    assert not made or max(made) in stays
    recent = {moment for moment in made if moment.date() >= TODAY - timedelta(days=1)}
    assert recent <= stays
    assert len(stays - recent) <= DAYS + WEEKS + MONTHS
    assert kept(stays, TODAY) == stays


@given(MOMENTS, st.datetimes(datetime(2026, 11, 25), datetime(2026, 11, 25, 23), timezones=st.just(UTC)))
def test_one_more_never_brings_one_back(made: set[datetime], new: datetime) -> None:
    assert kept(kept(made, TODAY) | {new}, TODAY) <= kept(made, TODAY) | {new}


def test_a_year_of_two_a_day() -> None:
    noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    made = {noon - timedelta(hours=12 * number) for number in range(800)}
    stays = kept(made, TODAY)
    days = {moment.date() for moment in stays}
    assert {TODAY - timedelta(days=number) for number in range(DAYS)} <= days
    assert len({moment.isocalendar()[:2] for moment in stays}) >= WEEKS
    assert len({(moment.year, moment.month) for moment in stays}) == MONTHS
    assert min(days) == date(2025, 12, 31)


def test_the_newest_stays_when_the_program_was_not_used_for_years() -> None:
    old = datetime(2020, 5, 1, 9, tzinfo=UTC)
    assert kept({old, old - timedelta(minutes=1)}, TODAY) == {old}
