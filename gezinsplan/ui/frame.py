"""What stands around a page: the side bar, the header, the tabs, and whether all is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gezinsplan.presenters.backup_words import Line
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import clear
from gezinsplan.ui.icons import paint_icon
from gezinsplan.ui.labels import Chip, Elided, Glyph, Words
from gezinsplan.ui.tokens import Size, Space, Text, Tone


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to go to from the side bar."""

    key: str
    text: str
    glyph: str


class SideEntry(QPushButton):
    """One entry of the side bar with its icon and, if there is anything to count, the number."""

    def __init__(self, entry: Entry) -> None:
        """Show `entry` without a number."""
        super().__init__(entry.text)
        self._entry = entry
        self._count = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring for who uses the mouse
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(entry.text)

    def set_count(self, count: int | None) -> None:
        """Show a number at the right, or none."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{self._entry.text}, {count}" if self._count else self._entry.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, text and number."""
        metrics = QFontMetrics(theme.font(bold=True))
        aside = theme.scaled(Size.ICON) + 3 * Space.M + metrics.horizontalAdvance(self._count or "00") + Space.L
        width = metrics.horizontalAdvance(self.text()) + aside
        return QSize(width, max(Size.SIDE_ROW, metrics.height() + Space.L))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entry; the chosen one lies on a lighter field and is bold."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("side_active" if on else "side_hover"))
            painter.drawRoundedRect(box, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("side_ink"), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        role = "side_on_active" if on else "side_ink"
        inner = box.adjusted(Space.M, 0, -Space.S, 0)
        side = theme.scaled(Size.ICON)
        middle = inner.center().y() - side // 2
        paint_icon(painter, QRect(inner.left(), middle, side, side), self._entry.glyph, role)
        painter.setPen(theme.colour(role))
        painter.setFont(theme.font(bold=on))
        inner.setLeft(inner.left() + side + Space.M)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            self._paint_count(painter, inner)

    def _paint_count(self, painter: QPainter, inner: QRect) -> None:
        painter.setFont(theme.font(Text.SMALL, bold=self.isChecked()))
        metrics = painter.fontMetrics()
        height = metrics.height() + Space.HALF
        width = max(metrics.horizontalAdvance(self._count) + Space.M, height)
        pill = QRect(inner.right() - width, inner.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("side_active" if self.isChecked() else "side_badge"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour("side_on_active" if self.isChecked() else "side_ink"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._count)


class Attention(QAbstractButton):
    """A line of the status that asks for attention, and leads to where something can be done about it."""

    def __init__(self, line: Line, go: Callable[[str], object]) -> None:
        """Show the line, over two lines where it must."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(line.text)
        self.clicked.connect(lambda _checked=False: go(line.about))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        row.setSpacing(Space.XS + Space.HALF)
        row.addWidget(Glyph("triangle-alert", "side_amber"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(line.text, "attention"), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring; the words paint themselves."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("side_ink"), Size.FOCUS))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)


class SideBar(QFrame):
    """The dark bar at the left: where one can go, and how the vault is doing."""

    chosen = Signal(str)

    def __init__(self, program: str, entries: Sequence[Entry]) -> None:
        """Show the entries in this order under the name of the program."""
        super().__init__()
        self._entries = {entry.key: SideEntry(entry) for entry in entries}
        self._told: tuple[Line, ...] = ()
        self._group = QButtonGroup(self)
        name = QLabel(program)
        name.setProperty("look", "program")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XL, Space.M, Space.XL)
        column.setSpacing(Space.XS)
        column.addWidget(name)
        name.setContentsMargins(Space.S + Space.HALF, 0, 0, Space.M)
        for key, button in self._entries.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            column.addWidget(button)
        column.addStretch(1)
        self._status = QVBoxLayout()
        self._status.setContentsMargins(Space.S + Space.HALF, 0, 0, 0)
        self._status.setSpacing(Space.XS)
        column.addLayout(self._status)
        wanted = max((button.sizeHint().width() for button in self._entries.values()), default=0)
        self.setFixedWidth(max(Size.SIDE_BAR, wanted + 2 * Space.M))

    def choose(self, key: str) -> None:
        """Mark where the user is, without going there again."""
        self._entries[key].setChecked(True)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number behind an entry, or none."""
        self._entries[key].set_count(count)

    def show_entry(self, key: str, there: bool) -> None:
        """Let an entry stand there or not."""
        self._entries[key].setVisible(there)

    def set_status(self, lines: Sequence[Line], go: Callable[[str], object]) -> None:
        """Show short lines at the bottom; one that asks for attention is a button that leads to where it is solved."""
        if tuple(lines) == self._told:
            return
        self._told = tuple(lines)
        clear(self._status)
        for line in lines:
            shown = Attention(line, go) if line.attention else Words(line.text)
            self._status.addWidget(shown)


class PageHeader(QFrame):
    """The top of a page: the way back, the name of what is shown, its state, and what can be done with it."""

    def __init__(self, *actions: QWidget) -> None:
        """Put `actions` at the right; the most important comes last."""
        super().__init__()
        self._back = link("")
        self._back.setProperty("look", "crumb")
        self._back.hide()
        self._go: Callable[[], object] | None = None
        self._back.clicked.connect(self._went_back)
        self._title = Elided("", "title")
        self._chip = Chip("")
        self._chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the name gives way
        self._chip.hide()
        self._names = QHBoxLayout()
        self._names.setSpacing(Space.M)
        self._names.addStrut(Size.TARGET)
        for part in (self._back, self._title, self._chip):
            self._names.addWidget(part)
        self._names.addStretch(1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.M)
        for action in actions:
            self._actions.addWidget(action)
        self._actions.addStretch()
        self._all = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._all.setContentsMargins(Space.XL, Space.S + Space.HALF, Space.XL, Space.S + Space.HALF)
        self._all.setSpacing(Space.S)
        self._all.addLayout(self._names, 1)
        self._all.addLayout(self._actions)

    def show_title(self, title: str, back: tuple[str, Callable[[], object]] | None = None) -> None:
        """Name what is shown; `back` is the page above it and how to go there."""
        self._title.say(title)
        self._back.setVisible(back is not None)
        self._go = back[1] if back else None
        if back:
            self._back.setText(f"{back[0]} \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")
            self._back.setAccessibleName(_("Terug naar {page}").format(page=back[0]))
        self._fit()

    def show_chip(self, text: str, tone: Tone = Tone.ACCENT) -> None:
        """Show the state beside the name; an empty text takes it away."""
        self._chip.say(text, tone)
        self._chip.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text or in a small window the actions go under the name."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._names.sizeHint().width() + self._actions.sizeHint().width() + 2 * Space.XL + Space.S
        way = QBoxLayout.Direction
        self._all.setDirection(way.TopToBottom if wanted > self.width() else way.LeftToRight)

    def _went_back(self) -> None:
        if self._go is not None:
            self._go()


class TabRow(QFrame):
    """The parts of a page; Qt's own tab bar with a line under the chosen one."""

    chosen = Signal(int)

    def __init__(self, *names: str) -> None:
        """Show the parts in this order; the first is chosen."""
        super().__init__()
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setUsesScrollButtons(True)
        for name in names:
            self.bar.addTab(name)
        self.bar.currentChanged.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL - Space.HALF, 0, Space.XL, 0)
        row.addWidget(self.bar, 1)


class SavedState(QLabel):
    """A word that says whether what was typed lies in the vault."""

    def __init__(self) -> None:
        """Start silent: nothing has been typed."""
        super().__init__()
        self.setProperty("look", "small")

    def saving(self) -> None:
        """What was typed is under way."""
        self.setText(_("Opslaan…"))

    def saved(self) -> None:
        """What was typed is safe."""
        self.setText(_("Bewaard"))

    def unsaved(self) -> None:
        """What was typed could not be kept; the message says why."""
        self.setText(_("Nog niet bewaard"))
