"""Words on a page: labels in the few looks that there are, and chips."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space, Text, Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent

# Naming a class of Qt makes its lists of names: what the first window has no use for is named where it is used.
# Qt.TextFormat as a number: naming `Qt` makes all its lists of names, a tenth of the time to the first window.
_PLAIN, _RICH = 0, 1


class Words(QLabel):
    """A label that breaks its lines where it must and asks for the height that takes."""

    def __init__(self, text: str = "", look: str = "", *, rich: bool = False, select: bool = False) -> None:
        """Show `text` plainly; only with `rich` is it read as markup, so that a name never is."""
        super().__init__(text)
        self.setProperty("textFormat", _RICH if rich else _PLAIN)
        self.setWordWrap(True)
        self.setProperty("look", look)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if select:
            flag = QtCore.Qt.TextInteractionFlag
            self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)

    def minimumSizeHint(self) -> QSize:
        """Narrow down to the longest word, so that a page can shrink."""
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), widest), self.fontMetrics().height())


def muted(text: str = "") -> Words:
    """What is of second rank."""
    return Words(text, "muted")


def small(text: str = "") -> Words:
    """A line under something, in small muted type."""
    return Words(text, "small")


def strong(text: str = "") -> Words:
    """What must be seen first."""
    return Words(text, "strong")


def heading(text: str, look: str = "card") -> Words:
    """A heading: `card`, `title` or `figure`; a screen reader says that it is one."""
    made = Words(text, look)
    made.setAccessibleName(text)
    return made


class Elided(QLabel):
    """One line that shortens itself with an ellipsis and then tells the whole in its tooltip."""

    def __init__(self, text: str = "", look: str = "") -> None:
        """Show as much of `text` as there is room for."""
        super().__init__()
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def whole(self) -> str:
        """The text without ellipsis."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + Space.HALF, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(self.sizeHint().width(), 6 * self.fontMetrics().averageCharWidth()), self.sizeHint().height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Shorten for the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: "QtCore.QEvent") -> None:
        """Shorten for another font."""
        super().changeEvent(event)
        if theme.is_restyle(event):
            self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, QtCore.Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if shown == self._whole else self._whole)
        if shown != self.text():
            super().setText(shown)


def chip_size(metrics: "QFontMetrics", text: str, icon: str = "") -> QSize:
    """How large a chip with this text is."""
    height = metrics.height() + Space.XS
    aside = metrics.ascent() + Space.XS if icon else 0
    return QSize(metrics.horizontalAdvance(text) + aside + 2 * (Space.S + 1), height)


def paint_chip(painter: "QPainter", rect: "QRect", text: str, tone: Tone, icon: str = "") -> None:
    """Paint a chip; the label and the tables share it, so that both look the same."""
    from gezinsplan.ui.icons import paint_icon

    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    line = theme.colour("chip_line")
    painter.setPen(QtGui.QPen(line) if line.alpha() else QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QtGui.QColor(theme.colour(f"{tone}_weak")))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(theme.colour(tone))
    inner = rect.adjusted(Space.S + 1, 0, -Space.S, 0)
    if icon:
        side = painter.fontMetrics().ascent()
        paint_icon(painter, QtCore.QRect(inner.left(), rect.center().y() - side // 2, side, side), icon, tone)
        inner.setLeft(inner.left() + side + Space.XS)
    words = painter.fontMetrics().elidedText(text, QtCore.Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


class Chip(QLabel):
    """A short state in a coloured pill: the word says it, the colour helps to find it."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        """Show `text` in a tone, if wanted with an icon before it."""
        super().__init__(text)
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._tone = tone
        self._icon = icon
        self.setFont(theme.font(Text.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        """Show another state."""
        self._tone = tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and text."""
        return chip_size(self.fontMetrics(), self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """A chip may shorten its text when there is no room at all."""
        return QSize(min(self.sizeHint().width(), 4 * self.sizeHint().height()), self.sizeHint().height())

    def paintEvent(self, _event: "QPaintEvent") -> None:
        """Paint the pill."""
        painter = QtGui.QPainter(self)
        painter.setFont(self.font())
        paint_chip(painter, self.rect(), self.text(), self._tone, self._icon)


class Glyph(QWidget):
    """A picture of an icon that stands beside words and says nothing of its own."""

    def __init__(self, name: str, role: str = "ink2", side: int = Size.ICON) -> None:
        """Draw icon `name` in the colour of `role`."""
        super().__init__()
        self._name = name
        self._role = role
        self.setFixedSize(theme.scaled(side), theme.scaled(side))

    def paintEvent(self, _event: "QPaintEvent") -> None:
        """Paint the icon in the colour of the moment."""
        from gezinsplan.ui.icons import paint_icon

        paint_icon(QtGui.QPainter(self), self.rect(), self._name, self._role)


class Line(QFrame):
    """A hairline between two parts of a card."""
