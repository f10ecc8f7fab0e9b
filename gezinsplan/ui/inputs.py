"""What is chosen or ticked, and rows of parts that wrap."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QComboBox, QLayout, QLayoutItem, QSizePolicy, QWidget

from gezinsplan.ui import theme
from gezinsplan.ui.icons import paint_icon
from gezinsplan.ui.tokens import Size, Space

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Choice(QComboBox):
    """A list to choose one from, with an arrow in the colours of the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without entries."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the box and then the arrow."""
        super().paintEvent(event)
        side = theme.scaled(Size.ICON)
        place = QRect(self.width() - side - Space.M, (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), place, "chevron-down", "ink2" if self.isEnabled() else "control")


class Check(QCheckBox):
    """A box to tick, with a tick in the colours of the theme."""

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint box and text and then the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton

        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("on_fill"), Size.FOCUS))
        tick = [(0.26, 0.52), (0.43, 0.69), (0.75, 0.33)]
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in tick]
        painter.drawPolyline(QPolygonF(points))


class Flow(QLayout):
    """A row that goes on to a next line when it is full, so that large text never pushes a button out."""

    def __init__(self, *widgets: QWidget, gap: int = Space.S) -> None:
        """Lay out `widgets` in this order."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item at a place; Qt expects nothing when there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Let go of an item; Qt expects nothing when there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        """Never wants more than it needs."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow row is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() + self.spacing() for hint in hints) - self.spacing()
        return QSize(max(width, 0), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Walk the items from left to right; answers the height that it took."""
        left, top, line = rect.left(), rect.top(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if left > rect.left() and left + width > rect.left() + rect.width():
                left, top, line = rect.left(), top + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, hint.height())))
            left += width + self.spacing()
            line = max(line, hint.height())
        return top + line - rect.top()
