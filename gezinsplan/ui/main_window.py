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

    from gezinsplan.services.caseload import Caseload
    from gezinsplan.ui.desk import Desk
    from gezinsplan.ui.jobs import Jobs
    from gezinsplan.ui.place import Place

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
        self.unlock = UnlockPresenter(folder, self._run, self._show_unlock, self._opened)
        self.first = UnlockPage(self.unlock)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.first)
        self.setCentralWidget(self.stack)
        self.unlock.start()

    def lock(self) -> None:
        """Keep what is half typed, clear the screen and forget the key, all before this ends; remember the place."""
        desk, self.desk = self.desk, None
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
        self.unlock.start()
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
        """Closing the window locks."""
        self.lock()
        super().closeEvent(event)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object], failed: Callable[[Any], object]) -> None:
        self._jobs().run(work, then, failed)

    def _show_unlock(self, state: Any) -> None:
        self.first.show_state(state)
        self.stack.setCurrentWidget(self.first)

    def _opened(self, caseload: "Caseload") -> None:
        from gezinsplan.ui.desk import Desk

        self.first.forget()
        self.desk = Desk(caseload, self._jobs(), self.lock)
        self.stack.addWidget(self.desk)
        self.stack.setCurrentWidget(self.desk)
        self.unlocked.emit()
        self.desk.start(self._place)
