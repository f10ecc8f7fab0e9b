"""Rows that open something, parts that fold, and lists that change in place and keep focus and scroll position."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Page
from gezinsplan.ui.icons import icon
from gezinsplan.ui.tokens import Size, Space

Row = TypeVar("Row")


class OpenRow(QAbstractButton):
    """A row that is one button: a click, Enter or space opens what it shows."""

    def __init__(self, content: QLayout, spoken: str, opened: Callable[[], object]) -> None:
        """Show `content`; `spoken` is what a screen reader says for the whole row."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring for who uses the mouse
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken)
        self.setToolTip(_("Openen en wijzigen"))
        content.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        self.setLayout(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # a button of Qt would keep the width that its words have on one line
        self.setMinimumHeight(Size.TARGET)
        self.clicked.connect(lambda _checked=False: opened())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens too, as in a table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tint the row under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tint away."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint and the ring; the words paint themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(box, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)


class Fold(QWidget):
    """A part that is folded until its name is clicked."""

    def __init__(self, title: str, content: QLayout) -> None:
        """Put `content` away under `title`."""
        super().__init__()
        self.button = link(title, lambda: self.open(not self.is_open()), "chevron-right")
        self.inside = QWidget()
        content.setContentsMargins(0, 0, 0, 0)
        self.inside.setLayout(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.inside)
        self.open(False)

    def is_open(self) -> bool:
        """Whether what is in it can be seen."""
        return not self.inside.isHidden()

    def open(self, is_open: bool) -> None:
        """Show what is in it, or put it away."""
        self.inside.setVisible(is_open)
        self.button.setIcon(icon("chevron-down" if is_open else "chevron-right", "accent"))
        self.button.setAccessibleDescription(_("uitgeklapt") if is_open else _("ingeklapt"))

    def name(self, title: str) -> None:
        """Call it something else."""
        self.button.setText(title)


class RowStack(QVBoxLayout, Generic[Row]):
    """Widgets under each other, one per row: what did not change stays as it is."""

    def __init__(self, key: Callable[[Row], Hashable], make: Callable[[Row], QWidget], gap: int = 0) -> None:
        """`key` tells which row is which; `make` gives a widget with `show_row` for a new one."""
        super().__init__()
        self._key = key
        self._make = make
        self._there: dict[Hashable, tuple[Row, QWidget]] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def widget_of(self, key: Hashable) -> QWidget | None:
        """The widget of a row that is shown."""
        found = self._there.get(key)
        return found[1] if found else None

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows in this order."""
        wanted = {self._key(row): row for row in rows}
        for gone in self._there.keys() - wanted.keys():
            self._drop(self._there.pop(gone)[1])
        for place, (key, row) in enumerate(wanted.items()):
            widget = self._shown(key, row)
            item = self.itemAt(place)
            if item is None or item.widget() is not widget:
                self.removeWidget(widget)
                self.insertWidget(place, widget)

    def _shown(self, key: Hashable, row: Row) -> QWidget:
        there = self._there.get(key)
        widget = there[1] if there else self._make(row)
        if there and there[0] != row:
            widget.show_row(row)  # type: ignore[attr-defined]
        self._there[key] = row, widget
        return widget

    def _drop(self, widget: QWidget) -> None:
        self.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


class SideBySide(QWidget):
    """Two parts beside each other, and under each other where the text is too large for that."""

    def __init__(self, left: QWidget, right: QWidget, least: int, aside: int = 0) -> None:
        """Side by side from a width of `least` at 100 %; `aside` is the width of the right part, 0: half."""
        super().__init__()
        self._least = least
        self._aside = aside
        self._right = right
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)
        self._row.addWidget(left, 1)
        self._row.addWidget(right, 0 if aside else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how they stand."""
        super().resizeEvent(event)
        wide = self.width() >= theme.scaled(self._least)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        if self._aside:
            self._right.setMinimumWidth(theme.scaled(self._aside) if wide else 0)
            self._right.setMaximumWidth(theme.scaled(self._aside) if wide else self.maximumWidth())


# ---------------------------------------------------------------- what stays as it was


def _in_order(layout: QLayout) -> Iterator[QWidget]:
    """All widgets as they are read: by layout, not by when they were made."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
            inner = widget.layout()
        if inner is not None:
            yield from _in_order(inner)


def _chain(page: Page) -> None:
    """Let Tab follow what is read."""
    whole = page.sheet.layout()
    if whole is None:
        return
    stops = [each for each in _in_order(whole) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _focused(page: Page) -> QWidget | None:
    """What has the keyboard in the window of a page, if anything."""
    return page.window().focusWidget()


@contextmanager
def kept(page: Page) -> Iterator[None]:
    """Change what stands in a page, and leave focus and scroll position as they are.

    What may have the focus has an objectName, by which it is found again when it was made anew.
    """
    bar = page.verticalScrollBar()
    place, focused = bar.value(), _focused(page)
    name = focused.objectName() if focused is not None and page.isAncestorOf(focused) else ""
    page.setUpdatesEnabled(False)
    try:
        yield
    finally:
        _chain(page)
        page.setUpdatesEnabled(True)
        same = focused is not None and isValid(focused) and page.isAncestorOf(focused) and not focused.isHidden()
        again = page.findChild(QWidget, name) if name and not same else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        bar.setValue(place)
