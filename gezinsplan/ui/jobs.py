"""Work beside the window: one thread for everything that touches the vault, one for work on copies."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from gezinsplan.domain.errors import Refused

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to do with the outcome, and for whom."""

    then: Callable[[Any], object]
    failed: Callable[[Refused], object]
    owner: QObject | None


class Jobs(QObject):
    """Runs work beside the window and brings each answer back on the thread of the window.

    Work on the vault runs in the order in which it was asked: `run` has one thread. A known refusal goes to
    whoever asked; everything else is a bug and goes to `bug`. An answer for a widget that is gone is dropped;
    a refusal for it goes to `bug`, which tells the user.
    """

    _done = Signal(object, object)
    idle = Signal()

    def __init__(self, bug: Callable[[BaseException], object], warm_up: Callable[[], object] | None = None) -> None:
        """Start both threads; `warm_up` runs first on the vault's thread, to load what it needs."""
        super().__init__()
        self._bug = bug
        self._vault = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._open = 0
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
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Callable[[Refused], object],
        owner: QObject | None = None,
    ) -> None:
        """Do `work` that needs no vault, such as making a PDF of a value; it holds up no saving."""
        self._start(self._aside, work, _Asked(then, failed, owner))

    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._open > 0

    def finish(self) -> None:
        """Do what was asked and stop; answers that come after this are dropped."""
        self._vault.shutdown(wait=True)
        self._aside.shutdown(wait=True)
        self._done.disconnect()

    def _start(self, pool: ThreadPoolExecutor, work: Callable[[], object], asked: _Asked) -> None:
        self._open += 1
        pool.submit(work).add_done_callback(lambda future: self._done.emit(asked, future))

    @Slot(object, object)
    def _answer(self, asked: _Asked, future: "Future[Any]") -> None:
        """On the thread of the window: give the answer to whoever asked."""
        self._open -= 1
        try:
            self._tell(asked, future)
        except Exception as error:  # noqa: BLE001 nothing may be lost here
            self._bug(error)  # a mistake in what the page does with the answer is a bug as well
        if self._open == 0:
            self.idle.emit()

    def _tell(self, asked: _Asked, future: "Future[Any]") -> None:
        error = future.exception()
        gone = asked.owner is not None and not isValid(asked.owner)
        if error is not None and (gone or not isinstance(error, Refused)):
            self._bug(error)  # also a refusal that nobody is left to show: never silent
        elif isinstance(error, Refused):
            asked.failed(error)
        elif not gone:
            asked.then(future.result())
