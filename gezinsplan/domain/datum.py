"""Dates as people know them: to the day, the month or the year, or about.

Written as in ISO 8601-2 (EDTF): `2023-05-12`, `2023-05`, `2023`, and `2023~` for "ongeveer 2023".
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from gezinsplan.domain.errors import Code, RuleBroken

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Datum:
    """A date of which the day, or day and month, may be unknown; `ongeveer` says that even that is a guess."""

    jaar: int
    maand: int | None = None
    dag: int | None = None
    ongeveer: bool = False

    def __post_init__(self) -> None:
        """Refuse what is not on the calendar (NOT_A_DATE): 31-02, month 13, a day without a month."""
        if not FIRST_YEAR <= self.jaar <= LAST_YEAR or (self.dag is not None and self.maand is None):
            raise RuleBroken(Code.NOT_A_DATE)
        try:
            date(self.jaar, 1 if self.maand is None else self.maand, 1 if self.dag is None else self.dag)
        except ValueError:
            raise RuleBroken(Code.NOT_A_DATE) from None

    @classmethod
    def op(cls, dag: date) -> "Datum":
        """The exact date of a calendar day."""
        return cls(dag.year, dag.month, dag.day)

    @classmethod
    def parse(cls, text: str) -> "Datum":
        """Read the form that `str` writes; raises RuleBroken(NOT_A_DATE) on anything else."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise RuleBroken(Code.NOT_A_DATE)
        year, month, day, about = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, about is not None)

    def __str__(self) -> str:
        """Write the EDTF form."""
        parts = [f"{self.jaar:04}", *(f"{part:02}" for part in (self.maand, self.dag) if part is not None)]
        return "-".join(parts) + ("~" if self.ongeveer else "")

    @property
    def exact(self) -> bool:
        """Known to the day, and not a guess."""
        return self.dag is not None and not self.ongeveer

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return date(self.jaar, self.maand or 1, self.dag or 1)

    @property
    def latest(self) -> date:
        """The last day that it can mean."""
        month = self.maand or 12
        return date(self.jaar, month, self.dag or monthrange(self.jaar, month)[1])

    @property
    def begint(self) -> date:
        """As the begin of a period: the first day that counts, so that nobody is left out (product.md 4)."""
        return self.earliest

    @property
    def eindigt(self) -> date:
        """As the end of a period: the first day that no longer counts.

        A known day ends the period itself; of a month or a year all days still count (product.md 4).
        """
        return self.latest if self.dag is not None else self.latest + timedelta(days=1)


def age_on(geboren: Datum, op: date) -> int:
    """Whole years on a day; of a partial date the youngest possible, because the younger is protected more."""
    born = geboren.latest
    return op.year - born.year - ((op.month, op.day) < (born.month, born.day))
