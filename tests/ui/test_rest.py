"""Rest: any touch of the windows puts it off, and a computer that has slept is never left open."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gezinsplan.ui.rest import TICK_SECONDS, Rest, slept


class Clock:
    """Both clocks; `pass_` is time that goes by, `sleep` is time in which the computer does nothing."""

    def __init__(self) -> None:
        self.even = self.wall = 1000.0

    def pass_(self, seconds: float) -> None:
        self.even += seconds
        self.wall += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += seconds


class Watched:
    """A window that is watched, with clocks in the hand; `over` counts how often it would have been locked."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.minutes = 10
        self.over = 0
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        qtbot.waitExposed(self.field)
        self.rest = Rest(self.field, lambda: self.minutes, lambda: self.clock.even, lambda: self.clock.wall)
        self.rest.over.connect(self._count)

    def _count(self) -> None:
        self.over += 1

    def go_by(self, seconds: int) -> None:
        """Time goes by, with the ticks in it."""
        for _tick in range(seconds // TICK_SECONDS):
            self.clock.pass_(TICK_SECONDS)
            self.rest.timer.timeout.emit()


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched(qtbot)


def test_after_so_many_minutes_of_rest_it_is_over(watched: Watched) -> None:
    watched.go_by(595)
    assert watched.over == 0
    watched.go_by(5)
    assert watched.over == 1


def test_it_is_told_once_until_the_next_rest(watched: Watched) -> None:
    watched.go_by(1100)
    assert watched.over == 1


def test_another_number_of_minutes_counts_at_once(watched: Watched) -> None:
    watched.go_by(120)
    watched.minutes = 2
    watched.go_by(5)
    assert watched.over == 1


@pytest.mark.parametrize("touch", ["key", "click", "move", "wheel", "touch"])
def test_every_touch_begins_the_rest_anew(watched: Watched, touch: str) -> None:
    window = watched.field.windowHandle()
    watched.go_by(590)
    if touch == "key":
        QTest.keyClick(window, Qt.Key.Key_A)
    elif touch == "click":
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    elif touch == "move":
        QTest.mouseMove(window, QPoint(3, 4))
    elif touch == "wheel":
        QTest.wheelEvent(window, QPoint(5, 5), QPoint(0, 120))
    else:
        QTest.touchEvent(window, QTest.createTouchDevice()).press(0, QPoint(5, 5), window).commit()
    watched.go_by(590)
    assert watched.over == 0
    watched.go_by(10)
    assert watched.over == 1


def test_a_window_that_opens_later_is_watched_too(watched: Watched, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Wijzigen")
    watched.go_by(585)
    menu.popup(QPoint(10, 10))
    qtbot.waitExposed(menu)
    watched.go_by(5)
    QTest.mouseMove(menu.windowHandle(), QPoint(3, 3))
    watched.go_by(590)
    assert watched.over == 0


@pytest.mark.parametrize(
    ("before", "after", "so"), [(0, 5, False), (0, 34, False), (0, 36, True), (100, 40, False), (5, 90_000, True)]
)
def test_what_counts_as_sleep(before: float, after: float, so: bool) -> None:
    assert slept(before, after) is so


def test_a_computer_that_slept_is_locked_at_the_next_tick(watched: Watched) -> None:
    watched.go_by(30)
    watched.clock.sleep(3600)
    watched.go_by(5)
    assert watched.over == 1
    watched.go_by(30)
    assert watched.over == 1


def test_the_first_key_after_a_sleep_only_locks(watched: Watched) -> None:
    watched.clock.sleep(3600)
    QTest.keyClick(watched.field.windowHandle(), Qt.Key.Key_A)
    assert watched.over == 1
    assert watched.field.text() == ""
