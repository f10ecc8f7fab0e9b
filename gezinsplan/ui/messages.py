"""The one door to tell or ask the user something."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gezinsplan.domain.errors import Refused
from gezinsplan.texts import _
from gezinsplan.ui import faults, theme
from gezinsplan.ui.buttons import danger, primary, secondary
from gezinsplan.ui.cards import Banner
from gezinsplan.ui.labels import Glyph, Words, heading
from gezinsplan.ui.tokens import Size, Space, Tone

_on_screen: "set[Message]" = set()  # without a parent only this keeps a message from being collected


class Message(QDialog):
    """A short message with verbs on its buttons; Escape always means: change nothing."""

    def __init__(self, parent: QWidget | None, title: str, *texts: str, glyph: str = "", role: str = "ink") -> None:
        """Show `title` and under it the texts."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _on_screen.add(self)
        self.finished.connect(lambda _result: _on_screen.discard(self))
        self.setAccessibleDescription(" ".join(texts))
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        self.body.addStrut(theme.scaled(Size.DIALOG))
        self.body.addWidget(heading(title, "title"))
        for text in texts:
            if text:
                self.body.addWidget(Words(text, select=True))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self._buttons.addStretch(1)
        inner = QHBoxLayout()
        inner.setSpacing(Space.L)
        if glyph:
            inner.addWidget(Glyph(glyph, role, Size.ICON_LARGE), 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(self.body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XL)
        whole.setSpacing(Space.XXL)
        whole.addLayout(inner)
        whole.addStretch()
        whole.addLayout(self._buttons)

    def add_button(self, button: QPushButton, *, closes: bool = True) -> None:
        """Put a button at the right of those there are."""
        self._buttons.addWidget(button)
        if closes:
            button.clicked.connect(self.accept)


def sentence(refused: Refused) -> tuple[str, str]:
    """What happened and what to do next, in the user's language."""
    from gezinsplan.texts.errors import sentence as said

    return said(refused.code, refused.values)


def banner(refused: Refused, step: tuple[str, Callable[[], object]] | None = None) -> Banner:
    """A refusal as a message in the page."""
    made = Banner(" ".join(part for part in sentence(refused) if part), Tone.RED, step)
    made.announce()
    return made


def tell(parent: QWidget | None, refused: Refused) -> Message:
    """A refusal that has no place in a page: a dialog that does not stop the program."""
    what, next_step = sentence(refused)
    message = Message(parent, what, next_step, glyph="circle-alert", role="red")
    message.add_button(primary(_("Begrepen")))
    message.open()
    return message


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    yes: tuple[str, Callable[[], object]],
    *,
    no: str = "",
    dangerous: bool = False,
) -> Message:
    """A question with verbs on its buttons; `yes` is the verb and what it does."""
    verb, do = yes
    glyph, role = ("triangle-alert", "red") if dangerous else ("", "ink")
    message = Message(parent, title, text, glyph=glyph, role=role)
    cancel = secondary(no or _("Annuleren"), message.reject)
    go = (danger if dangerous else primary)(verb)
    message.add_button(cancel, closes=False)
    message.add_button(go)
    message.accepted.connect(do)
    (cancel if dangerous else go).setFocus()
    message.open()
    return message


class BugDialog(Message):
    """Tells of a mistake of the program, with details to send on that hold nothing of a family."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        """Show the details of the first mistake."""
        super().__init__(
            parent,
            _("Er ging iets mis in Gezinsplan"),
            _("Dit is een fout van het programma, niet van u. U kunt gewoon verder werken."),
            _("Wilt u helpen? Stuur deze technische gegevens naar uw beheerder. Er staat niets over een gezin in."),
            glyph="circle-alert",
            role="red",
        )
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(_("Technische gegevens"))
        self._details.setFixedHeight(theme.scaled(Size.DETAILS))
        self.body.addWidget(self._details)
        self.add_button(secondary(_("Gegevens kopiëren"), self._copy), closes=False)
        close = primary(_("Verder werken"))
        self.add_button(close)
        close.setFocus()

    def details(self) -> str:
        """What can be copied."""
        return self._details.toPlainText()

    def add(self, details: str) -> None:
        """One more mistake while the first is still on screen."""
        if details not in self.details():
            self._details.appendPlainText(f"\n{details}")

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.details())


class Bugs(QObject):
    """Brings every unexpected mistake, from whatever thread, to one dialog; the program stays open."""

    _found = Signal(object)

    def __init__(self, parent_window: Callable[[], QWidget | None] = QApplication.activeWindow) -> None:
        """`parent_window` tells over which window the dialog comes."""
        super().__init__()
        self._parent_window = parent_window
        self._open: BugDialog | None = None
        self._found.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Take a mistake; may be called from any thread and from within a paint."""
        if not isinstance(error, Refused):
            faults.log(error)
        self._found.emit(error)

    def dialog(self) -> BugDialog | None:
        """The dialog that is open, if any."""
        return self._open

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            tell(self._parent_window(), error)
            return
        details = faults.details(error)
        if self._open is not None:
            self._open.add(details)
            return
        self._open = BugDialog(self._parent_window(), details)
        self._open.finished.connect(self._closed)
        self._open.open()

    def _closed(self) -> None:
        self._open = None
