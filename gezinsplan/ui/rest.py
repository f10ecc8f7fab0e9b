"""Rest: when nobody has touched the program for some minutes, or the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

TICK_SECONDS = 5
_LEAST_MINUTES = 1
_SLEPT_SECONDS = 30
"""Nothing keeps the thread of the window so long from its clock: then the computer slept."""

_LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
"""A shortcut of the window does not reach the dialogs over it."""

_TOUCH = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
    | {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove}
)


def slept(before: float, after: float) -> bool:
    """Whether the computer slept between two moments of the clock on the wall, in seconds, a tick apart."""
    return after - before > TICK_SECONDS + _SLEPT_SECONDS


class Rest(QObject):
    """Watches the windows of the program: every key, move of the mouse, turn of the wheel and touch is activity.

    Only windows are watched, so that nothing else in the program gets slower. A clock that is put forward counts as
    sleep: locking once too often does no harm.
    """

    over = Signal()

    def __init__(
        self,
        parent: QObject,
        minutes: Callable[[], int],
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`minutes` tells how long the rest may last; `clock` goes on evenly, `wall` also while the computer sleeps."""
        super().__init__(parent)
        self._minutes = minutes
        self._clock = clock
        self._wall = wall
        self._touched = clock()
        self._ticked = wall()
        self.timer = QTimer(self, interval=TICK_SECONDS * 1000)
        self.timer.timeout.connect(self._tick)
        self.timer.start()
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        self._watch_all()

    def _watch_all(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Take note of activity; the first after a sleep only locks, and so does Ctrl+L in whatever dialog."""
        if event.type() not in _TOUCH:
            return False
        if isinstance(event, QKeyEvent) and event.keyCombination() == _LOCK:
            self.over.emit()
            return True
        if slept(self._ticked, self._wall()):
            self._tick()
            return True
        self._touched = self._clock()
        return False

    def _tick(self) -> None:
        self._watch_all()
        rested, before, self._ticked = self._clock() - self._touched, self._ticked, self._wall()
        long_enough = rested >= 60 * _LEAST_MINUTES and rested >= 60 * self._minutes()
        if slept(before, self._ticked) or long_enough:
            self._touched = self._clock()
            self.over.emit()
