"""Long work on the screen: what is happening, how far it is, and a button that stops it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.labels import Words
from gezinsplan.ui.tokens import Space

_WHOLE = 100


class Progress(QWidget):
    """Hidden while nothing is under way; it says aloud what begins, not every step."""

    def __init__(self, stop: Callable[[], object], verb: str = "") -> None:
        """`stop` is done by the button, whose verb is "Stoppen" unless another is given."""
        super().__init__()
        self._stop = stop
        self._verb = verb or _("Stoppen")
        self.words = Words("")
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.button: QPushButton = secondary(self._verb, self._stopped)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.hide()

    def show_work(self, text: str, percent: int = 0) -> None:
        """Show what is happening and how far it is, in hundredths."""
        if self.isHidden() or text != self.words.text():
            from gezinsplan.ui.cards import say_aloud

            self.words.setText(text)
            self.bar.setAccessibleName(text)
            self.button.setText(self._verb)
            self.button.setEnabled(True)
            self.show()
            say_aloud(self.bar, text)
        self.bar.setValue(max(0, min(percent, _WHOLE)))

    def _stopped(self) -> None:
        """It stops at its next chance; until then the button shows that it was heard."""
        self.button.setEnabled(False)
        self.button.setText(_("Stopt…"))
        self._stop()
