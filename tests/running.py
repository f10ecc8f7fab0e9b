"""Work for a presenter, done at once instead of beside a window."""

from collections.abc import Callable
from typing import TypeVar

from gezinsplan.domain.errors import Refused

Result = TypeVar("Result")


def at_once(work: Callable[[], Result], then: Callable[[Result], object], failed: Callable[[Refused], object]) -> None:
    """Do it, and tell the outcome."""
    try:
        result = work()
    except Refused as refused:
        failed(refused)
    else:
        then(result)
