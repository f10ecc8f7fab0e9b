"""Work for a presenter, done at once instead of beside a window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.running import Job, Progress

Result = TypeVar("Result")


def at_once(work: Callable[[], Result], then: Callable[[Result], object], failed: Callable[[Refused], object]) -> None:
    """Do it, and tell the outcome."""
    try:
        result = work()
    except Refused as refused:
        failed(refused)
    else:
        then(result)


@dataclass
class Now:
    """The job of work that is done at once: nobody can cancel it meanwhile."""

    cancelled: bool = False
    told: list[tuple[int, int, str]] = field(default_factory=list)

    def tell(self, done: int, total: int, text: str = "") -> None:
        self.told.append((done, total, text))


class AtOnce:
    """Both threads as direct calls."""

    run = staticmethod(at_once)

    def run_aside(
        self,
        work: Callable[[Job], Result],
        then: Callable[[Result], object],
        failed: Callable[[Refused], object],
        progress: Progress | None = None,
    ) -> None:
        job = Now()
        at_once(lambda: work(job), then, failed)
        for each in job.told if progress is not None else ():
            progress(*each)  # type: ignore[misc]
