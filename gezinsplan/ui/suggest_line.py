"""A line of text under which the program suggests while one types; it never changes what is typed by itself."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from gezinsplan.presenters.suggesties import Suggestie
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.cards import say_aloud
from gezinsplan.ui.tokens import Space

Offer = Callable[[str], Sequence[Suggestie]]


class Suggestions(QListWidget):
    """The list under a line; the keyboard stays in the line."""

    def __init__(self, over: QWidget) -> None:
        """Lie over a window, hidden until there is something to suggest."""
        super().__init__(over)
        self._over = over
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hide()

    def show_under(self, line: QWidget, texts: Sequence[str]) -> None:
        """Show these under a line, as wide as they need within the window; none is chosen."""
        self.clear()
        for text in texts:
            item = QListWidgetItem(text)
            item.setToolTip(text)
            self.addItem(item)
        self.setCurrentRow(-1)
        self.ensurePolished()
        edge = 2 * (Space.XS + 1)
        place = line.mapTo(self._over, QPoint(0, line.height() + Space.HALF))
        room = self._over.width() - place.x() - Space.M
        width = max(line.width(), min(self.sizeHintForColumn(0) + edge + Space.L, room))
        self.setGeometry(place.x(), place.y(), width, self.sizeHintForRow(0) * len(texts) + edge)
        self.show()
        self.raise_()


class SuggestLine(QLineEdit):
    """Arrow down chooses a suggestion, Tab or Enter takes it; arrow right at the end of the text takes the first."""

    taken = Signal(object)  # what then stands in which field
    entered = Signal()
    left = Signal()

    def __init__(self, offer: Offer) -> None:
        """`offer` gives what fits a typed text."""
        super().__init__()
        self._offer = offer
        self._offered: tuple[Suggestie, ...] = ()
        self._list: Suggestions | None = None
        self.textEdited.connect(self._suggest)

    def suggested(self) -> tuple[str, ...]:
        """The texts that are suggested now."""
        there = self._list is not None and self._list.isVisible()
        return tuple(each.tekst for each in self._offered) if there else ()

    def take(self, number: int) -> None:
        """Take a suggestion."""
        fields: Mapping[str, str] = self._offered[number].velden
        self.hide_suggestions()
        self.taken.emit(fields)

    def hide_suggestions(self) -> None:
        """Put the list away."""
        self._offered = ()
        if self._list is not None:
            self._list.hide()

    def _suggest(self, typed: str) -> None:
        self._offered = tuple(self._offer(typed))
        if not self._offered:
            self.hide_suggestions()
            return
        if self._list is None:
            self._list = Suggestions(self.window())
            self._list.itemClicked.connect(lambda item: self.take(self._shown().row(item)))
        self._list.show_under(self, [each.tekst for each in self._offered])
        number = len(self._offered)
        told = ngettext("{n} suggestie, met pijl omlaag te kiezen", "{n} suggesties, met pijl omlaag te kiezen", number)
        self._list.setAccessibleName(told.format(n=number))

    def _shown(self) -> Suggestions:
        if self._list is None:
            raise LookupError("no list of suggestions")
        return self._list

    def _chosen(self) -> int:
        return self._shown().currentRow() if self.suggested() else -1

    # ------------------------------------------------------------ the keyboard

    def event(self, event: QEvent) -> bool:
        """Tab takes what is chosen; undoing on the page is asked when there is nothing to undo in this line."""
        if isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            if event.type() == QEvent.Type.ShortcutOverride and undoes:
                event.ignore()
                return False
            tab = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
            if tab and (chosen := self._chosen()) >= 0:
                self.take(chosen)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the list, Enter takes or ends the line, Escape puts the list away."""
        key, there = event.key(), bool(self.suggested())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif there and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif there and key == Qt.Key.Key_Escape:
            self.hide_suggestions()
        elif there and key == Qt.Key.Key_Right and self._at_end():
            self.take(max(self._chosen(), 0))
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        chosen = self._chosen()
        if chosen >= 0:
            self.take(chosen)
        else:
            self.hide_suggestions()
            self.entered.emit()

    def _at_end(self) -> bool:
        return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()

    def _walk(self, step: int) -> None:
        shown = self._shown()
        row = min(max(shown.currentRow() + step, -1), shown.count() - 1)
        shown.setCurrentRow(row)
        say_aloud(self, self._offered[row].tekst if row >= 0 else _("Niets gekozen"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere needs no suggestions."""
        super().focusOutEvent(event)
        self.hide_suggestions()
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the line."""
        super().hideEvent(event)
        self.hide_suggestions()
