"""One table for every list: frozen rows, columns that say what to show, sorting, and finding while typing."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gezinsplan.ui import theme
from gezinsplan.ui.cells import CELL, Cell, CellPainter
from gezinsplan.ui.tokens import Size, Space, Text

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True)  # no slots: `Column[Row](...)` writes on the instance which row it was made for
class Column(Generic[Row]):
    """One column: its title, what it shows of a row, and what it sorts by (without: not sortable)."""

    title: str
    cell: Callable[[Row], Cell]
    sort: Callable[[Row], Any] | None = None
    width: int = 120
    stretch: bool = False


def fold(text: str) -> str:
    """A text without case and marks, so that "sahin" finds "Şahin"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


class Rows(QAbstractTableModel, Generic[Row]):
    """The rows that match what was typed, in the order that was asked for."""

    def __init__(self, columns: Sequence[Column[Row]], summary: Callable[[Row], str]) -> None:
        """Without rows yet; `summary` is the one sentence that a screen reader says for a row."""
        super().__init__()
        self.columns = tuple(columns)
        self._summary = summary
        self._all: tuple[tuple[Row, str], ...] = ()
        self._shown: list[Row] = []
        self._words: list[str] = []
        self._sort: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row], words: Callable[[Row], str] | None = None) -> None:
        """Show other rows; `words` is what typing searches in, by default what the row shows."""
        words = words or self._visible_words
        self._all = tuple((row, fold(words(row))) for row in rows)
        self._again()

    def find(self, typed: str) -> None:
        """Show only the rows in which every typed word occurs."""
        self._words = fold(typed).split()
        self._again()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; rows that are equal stay in the order in which they came."""
        sortable = 0 <= column < len(self.columns) and self.columns[column].sort is not None
        self._sort = (column, order) if sortable else None
        self._again()

    def row(self, number: int) -> Row:
        """The row at a place on the screen."""
        return self._shown[number]

    def number(self, row: Row) -> int:
        """Where a row stands on the screen, -1 when it does not."""
        return self._shown.index(row) if row in self._shown else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows match."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the view, the delegate and the screen reader ask of a cell."""
        row, column = self._shown[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.cell(row).spoken()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._summary(row) if index.column() == 0 else column.cell(row).spoken()
            case _ if role == CELL:
                return column.cell(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _visible_words(self, row: Row) -> str:
        return " ".join(column.cell(row).spoken() for column in self.columns)

    def _again(self) -> None:
        self.beginResetModel()
        self._shown = [row for row, text in self._all if all(word in text for word in self._words)]
        if self._sort is not None:
            column, order = self._sort
            key = self.columns[column].sort
            self._shown.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()


class Table(QTableView, Generic[Row]):
    """The table itself: whole rows, one at a time, by mouse and by keyboard."""

    activated_row = Signal(object)
    chosen_row = Signal(object)

    def __init__(self, rows: Rows[Row], name: str, *, height: int = Size.ROW) -> None:
        """Show `rows`; `name` is what a screen reader calls the table."""
        super().__init__()
        self.rows = rows
        self._kept: Row | None = None
        self._hovered = -1
        self._height = height
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setItemDelegate(CellPainter(self, self.hovered))
        self._behave()
        self._measure()
        rows.modelAboutToBeReset.connect(self._keep)
        rows.modelReset.connect(self._restore)
        self.activated.connect(lambda index: self.activated_row.emit(rows.row(index.row())))

    def current(self) -> Row | None:
        """The row that is chosen, if any."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def choose(self, row: Row) -> None:
        """Choose a row, if it is shown."""
        number = self.rows.number(row)
        if number >= 0:
            self.selectRow(number)

    def hovered(self) -> int:
        """The row under the mouse, -1 when there is none."""
        return self._hovered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.current())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: Any) -> None:
        """Take the tint away."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: Any) -> None:
        """Measure the rows again in another font."""
        super().changeEvent(event)
        if theme.is_restyle(event) and hasattr(self, "_height"):
            self._measure()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is chosen."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen_row.emit(self.rows.row(current.row()))

    def _behave(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _measure(self) -> None:
        """Rows hold two lines, columns grow with the text, and the stretched ones share what is left."""
        lines = QFontMetrics(theme.font(bold=True)).height() + QFontMetrics(theme.font(Text.SMALL)).height()
        self.verticalHeader().setDefaultSectionSize(max(self._height, lines + Space.M))
        widths = [theme.scaled(column.width) for column in self.rows.columns]
        stretched = [place for place, column in enumerate(self.rows.columns) if column.stretch]
        left = max(self.viewport().width() - sum(widths), 0)
        for place, width in enumerate(widths):
            more = left // len(stretched) if place in stretched else 0
            self.setColumnWidth(place, width + more)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()

    def _keep(self) -> None:
        self._kept = self.current()

    def _restore(self) -> None:
        if self._kept is not None:
            self.choose(self._kept)
