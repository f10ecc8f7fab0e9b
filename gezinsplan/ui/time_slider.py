"""A slider over days: to the left is earlier, at the right end is now."""

from bisect import bisect
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle

from gezinsplan.presenters.ecogram import years_before
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.ui.cards import say_aloud
from gezinsplan.ui.labels import Elided
from gezinsplan.ui.tokens import Space

_LONGEST = date(2026, 9, 30)  # 30 september 2026


class DayLabel(Elided):
    """A day in words that takes the same room for every day, so that what stands beside it does not move."""

    def sizeHint(self) -> QSize:
        """Room for the longest."""
        return QSize(
            self.fontMetrics().horizontalAdvance(long_date(_LONGEST)) + Space.HALF, super().sizeHint().height()
        )


class TimeSlider(QSlider):
    """An arrow goes to the next of the days, Page up and down a year further, Home and End to the first and to now."""

    went = Signal(object)  # to which date

    def __init__(self) -> None:
        """Know no days yet."""
        super().__init__(Qt.Orientation.Horizontal)
        self._days: tuple[date, ...] = (date.max,)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._go)

    def show_days(self, days: Sequence[date]) -> None:
        """Offer these days, the last is now; who looks at another day goes on looking at it, without telling."""
        before, was_now = self.day(), self.is_now()
        self._days = tuple(days)
        self.blockSignals(True)
        self.setRange(0, len(days) - 1)
        self.setValue(len(days) - 1 if was_now else self._place_of(before))
        self.blockSignals(False)
        self._name()

    def day(self) -> date:
        """The day that is looked at."""
        return self._days[self.value()]

    def is_now(self) -> bool:
        """Whether that is the last day."""
        return self.value() == self.maximum()

    def go_to(self, day: date) -> None:
        """Look at a day, or the last one before it."""
        self.setValue(self._place_of(day))

    def go_to_now(self) -> None:
        """Look at the last day."""
        self.setValue(self.maximum())

    def _place_of(self, day: date) -> int:
        return max(0, bisect(self._days, day) - 1)

    def _go(self) -> None:
        self._name()
        say_aloud(self, long_date(self.day()))
        self.went.emit(self.day())

    def _name(self) -> None:
        self.setAccessibleName(_("Kijk terug in de tijd: {date}").format(date=long_date(self.day())))

    # ------------------------------------------------------------ keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page is a year."""
        if event.key() == Qt.Key.Key_PageUp:
            self.go_to(years_before(self.day(), -1) if self.day().year < self._days[-1].year else self._days[-1])
        elif event.key() == Qt.Key.Key_PageDown:
            self.go_to(years_before(self.day(), 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes at once to the day under the mouse, and takes hold there."""
        if event.button() is Qt.MouseButton.LeftButton:
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            along = round(event.position().x()) - handle // 2
            self.setValue(QStyle.sliderValueFromPosition(0, self.maximum(), along, self.width() - handle))
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes the day that happens to lie under the mouse."""
        event.ignore()
