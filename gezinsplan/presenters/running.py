"""How a presenter asks for work beside the window; in tests it is done at once."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from gezinsplan.domain.errors import Refused

Result = TypeVar("Result")


class Run(Protocol):
    """Do `work` on the vault after all that was asked before, then tell the outcome on the window's thread."""

    def __call__(
        self, work: Callable[[], Result], then: Callable[[Result], object], failed: Callable[[Refused], object]
    ) -> None:
        """Ask for the work; only known refusals come to `failed`."""
