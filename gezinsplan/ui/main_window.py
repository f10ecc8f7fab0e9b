"""The one window: the unlock card, and after it the side bar with the pages; its title never names a family."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from gezinsplan.presenters.unlock import UnlockPresenter
from gezinsplan.ui.tokens import Size
from gezinsplan.ui.unlock_page import UnlockPage

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from gezinsplan.services.caseload import Caseload
    from gezinsplan.ui.desk import Desk
    from gezinsplan.ui.jobs import Jobs


class MainWindow(QMainWindow):
    """Shows the first screen, and the desk while a caseload is open."""

    painted = Signal()

    def __init__(self, folder: Path, jobs: Callable[[], "Jobs"]) -> None:
        """`jobs` makes the worker when it is first needed, so that the window is there before it."""
        super().__init__()
        self.setWindowTitle("Gezinsplan")
        self.resize(Size.WINDOW_WIDTH, Size.WINDOW_HEIGHT)
        self.setMinimumSize(Size.WINDOW_LEAST_WIDTH, Size.WINDOW_LEAST_HEIGHT)
        self._jobs = jobs
        self._was_painted = False
        self._place: tuple[UUID, int] | None = None
        self.desk: Desk | None = None
        self.unlock = UnlockPresenter(folder, self._run, self._show_unlock, self._opened)
        self.first = UnlockPage(self.unlock)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.first)
        self.setCentralWidget(self.stack)
        self.unlock.start()

    def lock(self) -> None:
        """Keep what is half typed, clear every page, and forget the key; afterwards the place is remembered."""
        if self.desk is None:
            self.unlock.abandon()
            return
        desk, self.desk = self.desk, None
        self._place = desk.place()
        desk.close_forms()
        self.stack.removeWidget(desk)
        caseload = desk.caseload
        desk.deleteLater()
        self._run(lambda: locked(caseload), lambda _nothing: None, lambda _refused: None)
        self.first.forget()
        self.unlock.start()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell when the window is first seen; only then the heavy libraries are fetched."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

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
        self.desk.start(self._place)


def locked(caseload: "Caseload") -> None:
    """Forget the key, and what this computer may open when its time is over."""
    from gezinsplan.services import kluis
    from gezinsplan.services.identity import now

    kluis.lock(caseload, now())
