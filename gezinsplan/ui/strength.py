"""How strong a passphrase is, under its field: a bar of four steps, a word, and one sentence of advice."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from gezinsplan.presenters.strength import STEPS, Shown, shown
from gezinsplan.services.passphrases import Strength
from gezinsplan.ui import theme
from gezinsplan.ui.cards import say_aloud
from gezinsplan.ui.labels import Words, small
from gezinsplan.ui.tokens import Size, Space, Tone

Weigh = Callable[[str, Callable[[Strength], object]], object]
"""Finds out, beside the window, how strong a text is."""

_REST_MILLISECONDS = 150
_TONES = (Tone.RED, Tone.AMBER, Tone.GREEN, Tone.GREEN)


class _Bar(QWidget):
    """Four steps, as many of them filled as the passphrase has reached."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as a short word, as high as a line of the text needs."""
        return QSize(theme.scaled(Size.NUMBER), theme.scaled(Size.BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        count = len(STEPS)
        width = (self.width() - (count - 1) * Space.HALF) / count
        for step in range(count):
            role = str(_TONES[self.steps - 1]) if step < self.steps else "hairline"
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(
                QRectF(step * (width + Space.HALF), 0, width, self.height()), Space.HALF, Space.HALF
            )


class StrengthLine(QWidget):
    """Follows a field; what is typed meanwhile is weighed next, and an answer about an older text is dropped."""

    weighed = Signal()
    """There is another word or advice, which may be longer or shorter."""

    def __init__(self, line: QLineEdit, weigh: Weigh) -> None:
        """Weigh what stands in `line` with `weigh`."""
        super().__init__()
        self._line = line
        self._weigh = weigh
        self._bar = _Bar()
        self.word = Words("", "strong")
        self.advice = small()
        self.advice.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._bar)
        row.addWidget(self.word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(row)
        column.addWidget(self.advice)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self.ask)
        line.textChanged.connect(lambda _text: self._rest.start())

    def ask(self) -> None:
        """Weigh what stands there now."""
        text = self._line.text()
        self._weigh(text, lambda found: self._show(text, shown(found)))

    def _show(self, text: str, found: Shown) -> None:
        if not isValid(self) or text != self._line.text():
            return
        self._bar.steps = found.steps if text else 0
        self._bar.update()
        news = found.word if text else ""
        if news and news != self.word.text():
            say_aloud(self._line, f"{news}. {found.advice}".strip())
        self.word.setText(news)
        self.advice.setText(found.advice)
        self.advice.setVisible(bool(found.advice))
        self.weighed.emit()
