"""Which backups are kept: everything of today and yesterday, then the newest of each of 10 days, 8 weeks, 12 months."""

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta

DAYS, WEEKS, MONTHS = 10, 8, 12
"""Of how many days, weeks (ISO 8601) and months that have a backup the newest one is kept (security.md, "Backups")."""


def kept(made: Collection[datetime], today: date) -> frozenset[datetime]:
    """Those moments of making, in the time of the wall, whose backups stay; the newest is always among them."""
    recent = {moment for moment in made if moment.date() >= today - timedelta(days=1)}
    return frozenset(
        recent
        | _newest(made, DAYS, lambda moment: moment.date())
        | _newest(made, WEEKS, lambda moment: moment.isocalendar()[:2])
        | _newest(made, MONTHS, lambda moment: (moment.year, moment.month))
    )


def _newest(made: Collection[datetime], most: int, period: Callable[[datetime], object]) -> set[datetime]:
    """The newest of each of the last so many periods that have one."""
    by_period: dict[object, datetime] = {}
    for moment in sorted(made, reverse=True):
        if period(moment) not in by_period and len(by_period) < most:
            by_period[period(moment)] = moment
    return set(by_period.values())
