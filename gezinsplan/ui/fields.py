"""Fields of a form: the question above, the answer, help and error below."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import say_aloud, stack
from gezinsplan.ui.labels import Glyph, Words, small
from gezinsplan.ui.tokens import Size, Space

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent


class FormField(QWidget):
    """An input with its name above it and help and error under it, also for who cannot see them."""

    def __init__(self, label: str, field: QWidget, help_text: str = "", *, optional: bool = False) -> None:
        """Put `field` under its name; what need not be filled in says so in words."""
        super().__init__()
        self.field = field
        self._input = field.focusProxy() or field  # a field made of parts has one that is typed in
        self._help = help_text
        named = f"{label} ({_('hoeft niet')})" if optional else label
        self.label = Words(named, "field")
        self.label.setBuddy(self._input)
        self._input.setAccessibleName(named)
        self._input.setAccessibleDescription(help_text)
        self._error = Words("", "error")
        self._error_row = QWidget()
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS + Space.HALF)
        row.addLayout(stack(Glyph("circle-alert", "red")))
        row.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.XS)
        column.setSpacing(Space.XS)
        column.addWidget(self.label)
        column.addWidget(field)
        self._below = small(help_text) if help_text else None
        if self._below is not None:
            column.addWidget(self._below)
        column.addWidget(self._error_row)
        self._column = column

    def put_below(self, part: QWidget) -> None:
        """Show something under the field, in the place of the help."""
        if self._below is not None:
            self._below.hide()
        self._column.insertWidget(2, part)

    def error(self) -> str:
        """The error that is shown, or nothing."""
        return self._error.text()

    def set_error(self, text: str = "") -> None:
        """Show what is wrong and say it aloud; an empty text takes the error away."""
        if text == self._error.text():
            return
        self._error.setText(text)
        self._error_row.setVisible(bool(text))
        self._input.setAccessibleDescription(" ".join(part for part in (text, self._help) if part))
        self._input.setProperty("invalid", bool(text))
        self._input.style().unpolish(self._input)
        self._input.style().polish(self._input)
        if text:
            say_aloud(self._input, text)


class LongText(QPlainTextEdit):
    """A text of some lines that grows with what is typed; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, text: str = "", lines: int = 3, most: int = 12) -> None:
        """Show `text` in room for `lines` to `most` lines."""
        super().__init__(text)
        self._lines = lines
        self._most = most
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Tell that the field was left, as a line of text does."""
        super().focusOutEvent(event)
        if event.reason() != QtCore.Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def changeEvent(self, event: "QtCore.QEvent") -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QtCore.QEvent.Type.FontChange, QtCore.QEvent.Type.StyleChange):
            self._grow()

    def _grow(self) -> None:
        shown = int(self.document().size().height()) if self.toPlainText() else 1
        lines = min(max(shown, self._lines), self._most)
        edge = 2 * (int(self.document().documentMargin()) + Space.S)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + edge)


class SearchField(QLineEdit):
    """A line to type what is looked for, with a glass before it and Escape to empty it.

    `begun` tells that a search begins: once from its first sign until the field is empty or left.
    """

    begun = Signal()

    def __init__(self, prompt: str) -> None:
        """`prompt` says what can be found here; it is the name as well."""
        super().__init__()
        self._searching = False
        self.textChanged.connect(self._look)
        self.editingFinished.connect(self._leave)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setTextMargins(theme.scaled(Size.ICON) + Space.S, 0, 0, 0)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Escape empties; when it is empty already, Escape is for the window."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _look(self, typed: str) -> None:
        begins = bool(typed.strip()) and not self._searching
        self._searching = bool(typed.strip())
        if begins:
            self.begun.emit()

    def _leave(self) -> None:
        self._searching = False

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the line and then the glass."""
        from PySide6.QtGui import QPainter

        from gezinsplan.ui.icons import paint_icon

        super().paintEvent(event)
        side = theme.scaled(Size.ICON)
        paint_icon(QPainter(self), QtCore.QRect(Space.M, (self.height() - side) // 2, side, side), "search", "ink2")


class Secret(QWidget):
    """A passphrase: dots, and a word to look at it; drawing an eye would delay the first window by 8 ms."""

    def __init__(self) -> None:
        """Start empty and hidden."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._look = link(_("Tonen"), self._toggle)
        self._look.setAccessibleName(_("Wachtwoord tonen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.line, 1)
        row.addWidget(self._look)
        self.setFocusProxy(self.line)
        self.line.selectionChanged.connect(self._select_nothing)

    def _select_nothing(self) -> None:
        """What can be read here cannot be selected, so that it is never copied."""
        if self.line.echoMode() == QLineEdit.EchoMode.Normal and self.line.hasSelectedText():
            self.line.deselect()

    def _toggle(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Normal  # what it becomes
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.line.deselect()
        self._look.setText(_("Tonen") if hidden else _("Verbergen"))
        self._look.setAccessibleName(_("Wachtwoord tonen") if hidden else _("Wachtwoord verbergen"))
