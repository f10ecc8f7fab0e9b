"""What a cell of a table shows and how it is painted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gezinsplan.ui import theme
from gezinsplan.ui.chart import Series, paint_pieces, steps
from gezinsplan.ui.labels import chip_size, paint_chip
from gezinsplan.ui.tokens import Size, Space, Text, Tone

CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: a text, a muted line under it, a chip instead, or the small falling line.

    `tone` is the colour of the line under it, for what must be seen.
    """

    text: str = ""
    below: str = ""
    bold: bool = False
    muted: bool = False
    tone: Tone | None = None
    chip: Tone | None = None
    chip_icon: str = ""
    spark: Series | None = None
    spark_text: str = ""

    def spoken(self) -> str:
        """What a screen reader says for it."""
        return ", ".join(part for part in (self.text, self.spark_text, self.below) if part)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellPainter(QStyledItemDelegate):
    """Paints texts on two lines, chips and small falling lines; the row is one surface with a hairline."""

    def __init__(self, table: QTableView, hovered: Callable[[], int]) -> None:
        """Paint for `table`; `hovered` tells which row is under the mouse."""
        super().__init__(table)
        self._table = table
        self._hovered = hovered

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, index.row(), chosen)
        cell: Cell = index.data(CELL)
        inner = rect.adjusted(Space.S, 0, -Space.S, 0)
        if cell.chip is not None and cell.text:
            painter.setFont(theme.font(Text.SMALL))
            size = chip_size(painter.fontMetrics(), cell.text, cell.chip_icon)
            pill = QRect(inner.left(), 0, min(size.width(), inner.width()), size.height())
            pill.moveTop(rect.center().y() - size.height() // 2)
            paint_chip(painter, pill, cell.text, cell.chip, cell.chip_icon)
        elif cell.spark is not None:
            _paint_spark(painter, inner, cell.spark, cell, chosen)
        else:
            _paint_text(painter, inner, cell, chosen)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for what the cell says."""
        metrics = QFontMetrics(theme.font(bold=True))
        return QSize(metrics.horizontalAdvance(str(index.data())) + 2 * Space.S, Size.ROW)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, chosen: bool) -> None:
        if chosen:
            painter.fillRect(rect, theme.colour("selection"))
        elif self._hovered() == row:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), Size.HAIRLINE, theme.colour("hairline"))
        if self._table.hasFocus() and self._table.currentIndex().row() == row:
            self._paint_focus(painter, row)

    def _paint_focus(self, painter: QPainter, row: int) -> None:
        """One ring around the whole row that has the keyboard, painted cell by cell."""
        last = self._table.model().columnCount() - 1
        whole = self._table.visualRect(self._table.model().index(row, 0))
        whole = whole.united(self._table.visualRect(self._table.model().index(row, last)))
        painter.setPen(QPen(theme.colour("accent"), Size.FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -2), Space.XS, Space.XS)


def _paint_text(painter: QPainter, inner: QRect, cell: Cell, chosen: bool) -> None:
    """One line, or a line with a muted line under it."""
    role = "on_selection2" if cell.muted and chosen else "on_selection" if chosen else "ink"
    main = theme.font(bold=cell.bold)
    height = QFontMetrics(main).height()
    if not cell.below:
        _line(painter, inner, cell.text, main, "ink2" if cell.muted and not chosen else role)
        return
    under = theme.font(Text.SMALL)
    low = QFontMetrics(under).height()
    top = inner.center().y() - (height + low) // 2 + 1
    _line(painter, QRect(inner.left(), top, inner.width(), height), cell.text, main, role)
    second = QRect(inner.left(), top + height, inner.width(), low)
    _line(painter, second, cell.below, under, "on_selection2" if chosen else cell.tone or "ink2")


def _line(painter: QPainter, rect: QRect, text: str, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT, shown)


def _paint_spark(painter: QPainter, inner: QRect, series: Series, cell: Cell, chosen: bool) -> None:
    """The small falling line, then the number now, then what it was."""
    width = min(theme.scaled(Size.SPARK_WIDTH), inner.width() // 2)
    middle = inner.center().y()
    plot = QRectF(QPointF(inner.left() + 1, middle - Size.SPARK_HEIGHT / 2), QSizeF(width, Size.SPARK_HEIGHT))
    paint_pieces(painter, steps(series, plot), "on_selection" if chosen else "accent", Size.SPARK_LINE)
    words = inner.adjusted(width + Space.S + Space.HALF, 0, 0, 0)
    number = theme.font(Text.CARD, bold=True)
    _line(painter, words, cell.text, number, "on_selection" if chosen else "ink")
    words.setLeft(words.left() + QFontMetrics(number).horizontalAdvance(cell.text) + Space.XS)
    _line(painter, words, cell.spark_text, theme.font(Text.SMALL), "on_selection2" if chosen else "ink2")
