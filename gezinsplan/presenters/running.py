"""How a presenter asks for work beside the window, and what long work tells meanwhile; in tests it is done at once."""

from collections.abc import Callable
from threading import Event
from typing import Protocol, TypeVar

from gezinsplan.domain.errors import Code, Refused, VaultRefused

Result = TypeVar("Result")


class Run(Protocol):
    """Do `work` on the vault after all that was asked before, then tell the outcome on the window's thread."""

    def __call__(
        self, work: Callable[[], Result], then: Callable[[Result], object], failed: Callable[[Refused], object]
    ) -> None:
        """Ask for the work; only known refusals come to `failed`."""


class Job(Protocol):
    """Long work aside while it runs: it tells how far it is, and looks whether it may go on."""

    @property
    def cancelled(self) -> bool:
        """Whether to stop: nobody waits for the outcome any more."""

    def tell(self, done: int, total: int, text: str = "") -> None:
        """Say how far it is and, for who waits, with what."""


Progress = Callable[[int, int, str], object]
"""Hears how much is done, of how much, and what is being done."""


class RunAside(Protocol):
    """Do `work` that needs no vault; locking cancels it, and then its outcome is dropped."""

    def __call__(
        self,
        work: Callable[[Job], Result],
        then: Callable[[Result], object],
        failed: Callable[[Refused], object],
        progress: Progress | None = None,
    ) -> object:
        """Ask for the work; `progress` hears on the window's thread how far it is."""


class Stop:
    """Ends long work of the services from the window: what is not done yet is left, and it is refused as STOPPED."""

    def __init__(self) -> None:
        """Nobody has stopped it yet."""
        self._asked = Event()

    def stop(self) -> None:
        """Let it end at its next chance."""
        self._asked.set()

    def told(self, job: Job) -> Callable[[float], None]:
        """For a service: pass on which share is done, in hundredths; locking or quitting stops it as well."""

        def tell(share: float) -> None:
            if self._asked.is_set() or job.cancelled:
                raise VaultRefused(Code.STOPPED)
            job.tell(round(share * 100), 100)

        return tell
