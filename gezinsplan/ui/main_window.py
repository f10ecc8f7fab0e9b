"""The one window: the unlock card, and after it the side bar with the pages; its title never names a family."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from gezinsplan.presenters.unlock import UnlockPresenter
from gezinsplan.ui.tokens import Size
from gezinsplan.ui.unlock_page import UnlockPage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from gezinsplan.presenters.running import Job, Progress
    from gezinsplan.presenters.unlock import UnlockState
    from gezinsplan.presenters.vault_tasks import Task
    from gezinsplan.services.caseload import Caseload
    from gezinsplan.ui.desk import Desk
    from gezinsplan.ui.jobs import Jobs
    from gezinsplan.ui.place import Place
    from gezinsplan.ui.quitting import Quitting
    from gezinsplan.ui.rescue_page import RescuePage

# Seconds in which the vault gets ready what was asked before the key is forgotten; more only where it hangs.
_PATIENCE, _LAST_PATIENCE = 0.05, 1.0


class MainWindow(QMainWindow):
    """Shows the first screen, and the desk while a caseload is open."""

    painted = Signal()
    unlocked = Signal()
    locked = Signal()

    def __init__(self, folder: Path, jobs: Callable[[], "Jobs"]) -> None:
        """`jobs` makes the worker when it is first needed, so that the window is there before it."""
        super().__init__()
        self.setWindowTitle("Gezinsplan")
        self.resize(Size.WINDOW_WIDTH, Size.WINDOW_HEIGHT)
        self.setMinimumSize(Size.WINDOW_LEAST_WIDTH, Size.WINDOW_LEAST_HEIGHT)
        self._jobs = jobs
        self._was_painted = False
        self._place: Place | None = None
        self.desk: Desk | None = None
        self.unlock = UnlockPresenter(folder, self._run, self._run_aside, self._show_unlock, self._opened)
        self.first = UnlockPage(self.unlock)
        self._rescue: RescuePage | None = None
        self._quitting: Quitting | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.first)
        self.setCentralWidget(self.stack)
        self.unlock.start()

    def lock(self) -> None:
        """Keep what is half typed, clear the screen and forget the key, all before this ends; remember the place."""
        desk, self.desk = self.desk, None
        if self._quitting is not None:
            self._quitting.end()
        if desk is None:
            self.first.forget()
            self.unlock.abandon()
            self.unlock.start()
            return
        jobs = self._jobs()
        jobs.cancel_aside()
        self._place = desk.place()
        desk.leave()
        self.stack.removeWidget(desk)
        desk.hide()
        self.first.forget()
        self.unlock.choose_folder(desk.caseload.folder)
        self.repaint()
        if not jobs.done_within(_PATIENCE):
            desk.caseload.vault.interrupt()  # something long holds up the drafts
            jobs.done_within(_LAST_PATIENCE)
        desk.caseload.lock()
        self.unlock.expire(after_lock=True)
        desk.deleteLater()
        self.locked.emit()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell when the window is first seen, with all that is in it; only then the heavy libraries are fetched."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # the fields are painted after this and before that

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Closing the window locks, after a backup of what was changed."""
        if self.desk is not None and self._quitting is None:
            from gezinsplan.ui.quitting import Quitting

            event.ignore()
            self._quitting = Quitting(self.desk.caseload, self._jobs(), self.stack, self._quit)
            self._quitting.start()
            return
        self.lock()
        super().closeEvent(event)

    def _quit(self) -> None:
        """The backup is made, or the user does not wait for it."""
        self.lock()
        self._quitting = None
        self.close()

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object], failed: Callable[[Any], object]) -> None:
        self._jobs().run(work, then, failed)

    def _run_aside(
        self,
        work: Callable[["Job"], Any],
        then: Callable[[Any], object],
        failed: Callable[[Any], object],
        progress: "Progress | None" = None,
    ) -> None:
        self._jobs().run_aside(work, then, failed, progress)

    def _show_unlock(self, state: "UnlockState") -> None:
        if self.desk is not None:
            return  # what was looked up for the first screen came when it was open already
        if state.stage != "rescue":
            self.first.show_state(state)
            self.stack.setCurrentWidget(self.first)
            return
        if self._rescue is None:
            from gezinsplan.ui.rescue_page import RescuePage

            self._rescue = RescuePage(self.unlock)
            self.stack.addWidget(self._rescue)
        self.first.forget()
        self.stack.setCurrentWidget(self._rescue)
        self._rescue.show_state(state)

    def _ask(self, task: "Task") -> None:
        """Lock, and ask for the passphrase to do something with the closed vault."""
        self.lock()
        self.unlock.ask(task)

    def _opened(self, caseload: "Caseload") -> None:
        from gezinsplan.ui.desk import Desk

        self.first.forget()
        self.desk = Desk(caseload, self._jobs(), self.lock, self._ask)
        self.stack.addWidget(self.desk)
        self.stack.setCurrentWidget(self.desk)
        self.unlocked.emit()
        self.desk.start(self._place)
        if self.unlock.offers_sheet:
            self.unlock.offers_sheet = False
            self.desk.vault.offer_sheet()
