"""A short form over the window that is not kept as a draft: passphrases, codes and files."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from gezinsplan.domain.errors import Refused
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.fields import FormField, Secret
from gezinsplan.ui.form_frame import largest
from gezinsplan.ui.labels import Line, Words, heading
from gezinsplan.ui.tokens import Space
from gezinsplan.ui.unlock_refused import field_of


class AskDialog(QDialog):
    """A heading, some sentences, fields, and one verb; Escape changes nothing. Locking empties and closes it."""

    def __init__(
        self, parent: QWidget, title: str, texts: tuple[str, ...], fields: Mapping[str, FormField], verb: str
    ) -> None:
        """`confirm` is set by whoever asks: it is called by the verb and Enter, and ends in `done` or `refused`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.fields = dict(fields)
        self.confirm: Callable[[], object] = lambda: None
        self.beside: dict[str, str] = {}
        self.cancel = secondary(_("Annuleren"), self.reject)
        self._verb = verb
        self.go: QPushButton = primary(verb, self.submit)
        self.go.setDefault(True)
        self.said = Words("", "error")
        self.said.hide()
        self._place(title, texts)
        for name in self.fields:
            line = self.line(name)
            if line is not None:
                line.returnPressed.connect(self.submit)

    def _place(self, title: str, texts: tuple[str, ...]) -> None:
        words = tuple(Words(text, select=True) for text in texts)
        self.content = stack(heading(title, "title"), *words, *self.fields.values(), self.said, gap=Space.M)
        self.page = Page(self.content)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        for button in (self.cancel, self.go):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, Space.L)
        column.setSpacing(Space.M)
        for part in (self.page, Line()):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setAccessibleDescription(" ".join(texts))
        first = next(iter(self.fields.values()), None)
        (first.field if first is not None else self.go).setFocus()

    def line(self, name: str) -> QLineEdit | None:
        """The line of a field that is typed on one line."""
        field = self.fields[name].field
        line = field.line if isinstance(field, Secret) else field
        return line if isinstance(line, QLineEdit) else None

    def typed(self, name: str) -> str:
        """What stands in a field."""
        line = self.line(name)
        return line.text() if line is not None else ""

    def submit(self) -> None:
        """Ask for what the verb says; the button shows that it is under way."""
        if not self.go.isEnabled():
            return
        self._forget_errors()
        self.go.setEnabled(False)
        self.go.setText(_("Even geduld…"))
        self.confirm()

    def done_here(self) -> None:
        """It was done; whoever locked or pressed Escape meanwhile is no longer here."""
        if isValid(self):
            self.accept()

    def refused(self, refused: Refused) -> None:
        """Tell what is wrong beside its field, or above the buttons; what was typed stays."""
        if not isValid(self):
            return
        self.go.setEnabled(True)
        self.go.setText(self._verb)
        said = " ".join(messages.sentence(refused)).strip()
        named = self.beside.get(refused.code, "") or field_of(refused, tuple(self.fields))
        if named in self.fields:
            self.fields[named].set_error(said)
            self.fields[named].field.setFocus()
            self.page.ensureWidgetVisible(self.fields[named])
        else:
            self.said.setText(said)
            self.said.show()
        self.fit()

    def _forget_errors(self) -> None:
        for field in self.fields.values():
            field.set_error()
        self.said.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit when the fonts are known."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """As high as it needs to be, if the screen has the room."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        most, inside = largest(self), self.page.sheet.layout()
        if inside is not None:
            high = inside.totalHeightForWidth(most.width())
            around = self.go.sizeHint().height() + Space.S + Space.L + 2 * Space.M + Space.XS
            self.resize(most.width(), min(high + around, most.height()))
