"""Work beside the window: one thread for everything that touches the vault, one for work on copies."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.running import Progress

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to do with the outcome, and for whom."""

    then: Callable[[Any], object]
    failed: Callable[[Refused], object]
    owner: QObject | None
    job: "Job | None" = None


class Job:
    """Work aside while it runs; see `presenters.running.Job`."""

    def __init__(self, told: Progress) -> None:
        """`told` hears from the thread of the work how far it is."""
        self._told = told
        self.cancelled = False

    def tell(self, done: int, total: int, text: str = "") -> None:
        """Say how far it is and with what; may be called from any thread."""
        self._told(done, total, text)

    def cancel(self) -> None:
        """Ask it to stop; its outcome and what it still tells are dropped."""
        self.cancelled = True


class Workers:
    """The jobs as one page asks for them: an answer that comes when the page is gone is dropped."""

    def __init__(self, jobs: "Jobs", owner: QObject) -> None:
        """`owner` is the page."""
        self.run = partial(jobs.run, owner=owner)
        self.run_aside = partial(jobs.run_aside, owner=owner)


class Jobs(QObject):
    """Runs work beside the window and brings each answer back on the thread of the window.

    Work on the vault runs in the order in which it was asked: `run` has one thread. A known refusal goes to
    whoever asked; everything else is a bug and goes to `bug`. An answer for a widget that is gone is dropped;
    a refusal for it goes to `bug`, which tells the user.
    """

    _done = Signal(object, object)
    _progress = Signal(object, object, object)
    idle = Signal()

    def __init__(self, bug: Callable[[BaseException], object], warm_up: Callable[[], object] | None = None) -> None:
        """Start both threads; `warm_up` runs first on the vault's thread, to load what it needs."""
        super().__init__()
        self._bug = bug
        self._vault = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._open = 0
        self._running: set[Job] = set()
        self._progress.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        if warm_up is not None:
            self.run(warm_up, lambda _nothing: None, self._bug)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Callable[[Refused], object],
        owner: QObject | None = None,
    ) -> None:
        """Do `work` on the vault, after all that was asked before; `owner` is who must still be there."""
        self._start(self._vault, work, _Asked(then, failed, owner))

    def run_aside(
        self,
        work: Callable[[Job], Result],
        then: Callable[[Result], object],
        failed: Callable[[Refused], object],
        progress: Progress | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Do `work` that needs no vault, such as making a PDF of a value; it holds up no saving.

        It gets the job that it is, to tell how far it is and to see whether it was cancelled; answers the same job.
        """
        job = Job(lambda done, total, text: self._progress.emit(job, progress, (done, total, text)))
        self._running.add(job)
        self._start(self._aside, lambda: None if job.cancelled else work(job), _Asked(then, failed, owner, job))
        return job

    def cancel_aside(self) -> None:
        """Ask all work aside to stop; none of its outcomes is given any more."""
        for job in self._running:
            job.cancel()

    def done_within(self, seconds: float) -> bool:
        """Wait here until the vault has done all that was asked of it; False when that takes longer."""
        try:
            self._vault.submit(lambda: None).result(seconds)
        except TimeoutError:
            return False
        return True

    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._open > 0

    def finish(self) -> None:
        """Do what was asked of the vault and stop; answers that come after this are dropped."""
        self.cancel_aside()
        self._vault.shutdown(wait=True)
        self._aside.shutdown(wait=True)
        self._done.disconnect()
        self._progress.disconnect()

    def _start(self, pool: ThreadPoolExecutor, work: Callable[[], object], asked: _Asked) -> None:
        self._open += 1
        pool.submit(work).add_done_callback(lambda future: self._done.emit(asked, future))

    @Slot(object, object)
    def _answer(self, asked: _Asked, future: "Future[Any]") -> None:
        """On the thread of the window: give the answer to whoever asked."""
        self._open -= 1
        if asked.job is not None:
            self._running.discard(asked.job)
        try:
            self._tell(asked, future)
        except Exception as error:  # noqa: BLE001 nothing may be lost here
            self._bug(error)  # a mistake in what the page does with the answer is a bug as well
        if self._open == 0:
            self.idle.emit()

    def _tell(self, asked: _Asked, future: "Future[Any]") -> None:
        error = future.exception()
        gone = asked.owner is not None and not isValid(asked.owner)
        cancelled = asked.job is not None and asked.job.cancelled
        if cancelled and (error is None or isinstance(error, Refused)):
            return
        if error is not None and (gone or not isinstance(error, Refused)):
            self._bug(error)  # also a refusal that nobody is left to show: never silent
        elif isinstance(error, Refused):
            asked.failed(error)
        elif not gone:
            asked.then(future.result())

    @Slot(object, object, object)
    def _tell_progress(self, job: Job, progress: Progress | None, how_far: tuple[int, int, str]) -> None:
        if progress is not None and not job.cancelled:
            progress(*how_far)
