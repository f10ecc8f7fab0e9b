"""What a page is built of: cards, what they show when empty, messages, and the scrolling sheet."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gezinsplan.texts import _
from gezinsplan.ui.buttons import icon_button, secondary
from gezinsplan.ui.labels import Glyph, Words, heading, muted
from gezinsplan.ui.tokens import Size, Space, Tone

BANNER_ICONS = {
    Tone.NEUTRAL: "circle-alert",
    Tone.ACCENT: "circle-alert",
    Tone.GREEN: "circle-check",
    Tone.AMBER: "triangle-alert",
    Tone.RED: "circle-alert",
}


def say_aloud(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` now, without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def clear(layout: QLayout) -> None:
    """Empty a layout for a new value; what stood in it is gone at once, also for a screen reader."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Card(QFrame):
    """A white sheet with a heading, buttons at its right, and a body to fill."""

    def __init__(self, title: str = "", *actions: QWidget, bare: bool = False) -> None:
        """Make an empty card; `bare` leaves out the line and the white."""
        super().__init__()
        self.setProperty("bare", bare)
        self.setAccessibleName(title)
        whole = QVBoxLayout(self)
        edge = 0 if bare else Space.L
        above = edge if bare or not actions else Space.S  # a button is higher than the title beside it
        whole.setContentsMargins(edge, above, edge, edge)
        whole.setSpacing(Space.S)
        self.title = heading(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        if title or actions:
            top = QHBoxLayout()
            top.setSpacing(Space.S)
            top.addWidget(self.title, 1)
            for action in actions:
                top.addWidget(action)
            whole.addLayout(top)
        whole.addLayout(self.body)
        whole.addStretch()
        self._whole = whole

    def add(self, *parts: QWidget | QLayout) -> "Card":
        """Put parts under each other in the body; answers the card itself."""
        for part in parts:
            if isinstance(part, QLayout):
                self.body.addLayout(part)
            else:
                self.body.addWidget(part)
            if _grows(part):
                self._whole.setStretchFactor(self.body, 1)
        return self

    def clear(self) -> None:
        """Empty the body."""
        clear(self.body)


def _grows(part: QWidget | QLayout) -> bool:
    """Whether a part takes all the height that it can get, as a table does."""
    if isinstance(part, QLayout):
        items = (part.itemAt(place) for place in range(part.count()))
        return any(_grows(inner) for item in items if item and (inner := item.widget() or item.layout()))
    return part.sizePolicy().verticalPolicy() in (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)


class EmptyState(QWidget):
    """What this place is for, and the first step."""

    def __init__(self, title: str, text: str, step: QPushButton | None = None, glyph: str = "") -> None:
        """Explain in a heading and a sentence; `step` is the button that begins."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.L, Space.S, Space.L)
        column.setSpacing(Space.S)
        if glyph:
            column.addWidget(Glyph(glyph, "accent", Size.ICON_LARGE))
        column.addWidget(heading(title))
        column.addWidget(muted(text))
        if step is not None:
            column.addSpacing(Space.XS)
            from gezinsplan.ui.inputs import Flow  # the first window has no use for it

            column.addLayout(Flow(step))


class Banner(QFrame):
    """A message in the page, with one step to take; it stays until it is closed or solved."""

    closed = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.AMBER,
        step: tuple[str, Callable[[], object]] | None = None,
        *,
        closable: bool = True,
    ) -> None:
        """Show `text`; `step` is the verb on its button and what that does."""
        super().__init__()
        self.setProperty("tone", str(tone))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.M)
        role = "ink" if tone is Tone.NEUTRAL else str(tone)
        row.addWidget(Glyph(BANNER_ICONS[tone], role, Size.ICON + Space.XS))
        row.addWidget(Words(text), 1)
        if step is not None:
            row.addWidget(secondary(step[0], step[1]))
        if closable:
            row.addWidget(icon_button("x", _("Melding sluiten"), self._close))

    def announce(self) -> None:
        """Let a screen reader say the message."""
        say_aloud(self, self.accessibleName())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class Sheet(QWidget):
    """The inside of a page that scrolls."""

    def minimumSizeHint(self) -> QtCore.QSize:
        """As high as it is at this width: a layout says how high words are that stand much narrower."""
        hint = super().minimumSizeHint()
        if not self.hasHeightForWidth():
            return hint
        return QtCore.QSize(hint.width(), min(hint.height(), self.heightForWidth(max(self.width(), hint.width()))))


class Page(QScrollArea):
    """A page that scrolls up and down when it is too long, and sideways only when it must."""

    def __init__(self, content: QLayout) -> None:
        """Show `content` with the margins of every page."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet = Sheet()
        content.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.sheet.setLayout(content)
        self.setWidget(self.sheet)


def columns(*stretched: tuple[QLayout | QWidget, int]) -> QHBoxLayout:
    """Parts beside each other, each with its share of the width; all begin at the top."""
    row = QHBoxLayout()
    row.setSpacing(Space.L)
    for part, share in stretched:
        if isinstance(part, QLayout):
            row.addLayout(part, share)
        else:
            row.addWidget(part, share)
    return row


def stack(*parts: QWidget | QLayout, gap: int = Space.L, end: bool = True) -> QVBoxLayout:
    """Parts under each other; with `end` what room is left comes below the last."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    if end:
        column.addStretch(1)
    return column


class Facts(QWidget):
    """Names of facts with the facts beside them, in two columns."""

    def __init__(self, *facts: tuple[str, str]) -> None:
        """Show the facts in this order."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for row, (name, fact) in enumerate(facts):
            grid.addWidget(muted(name), row, 0, QtCore.Qt.AlignmentFlag.AlignTop)
            shown = Words(fact, select=True)
            shown.setAccessibleName(f"{name}: {fact}")
            grid.addWidget(shown, row, 1)
