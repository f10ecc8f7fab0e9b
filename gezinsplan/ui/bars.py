"""Calm bars: per group how many at the start (open) and now (filled), in the order that was given."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gezinsplan.services.cijfers import Balk
from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space, Text

_NAME_SHARE = 0.42


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the parts of one group are painted."""

    name: QRectF
    start: QRectF
    now: QRectF
    numbers: QRectF


def lay_out(bars: Sequence[Balk], area: QRectF, text: QFontMetricsF) -> tuple[Placed, ...]:
    """Give name, bars and numbers their place; all bars share one scale, and nothing overlaps."""
    most = max((each.meest for each in bars), default=0) or 1
    words = max((text.horizontalAdvance(each.naam) for each in bars), default=0.0)
    names = min(words, _NAME_SHARE * area.width()) + (Space.M if words else 0)
    numbers = max((text.horizontalAdvance(numbers_of(each)) for each in bars), default=0.0) + Space.M
    room = max(area.width() - names - numbers, 1.0)
    high = row_height(text)
    placed = []
    for number, each in enumerate(bars):
        top = area.top() + number * (high + Space.S)
        left, half = area.left() + names, high / 2
        placed.append(
            Placed(
                name=QRectF(area.left(), top, max(names - Space.M, 0), high),
                start=QRectF(left, top + 1, room * each.van / most, half - 2),
                now=QRectF(left, top + half + 1, room * each.naar / most, half - 2),
                numbers=QRectF(area.right() - numbers + Space.M, top, numbers - Space.M, high),
            )
        )
    return tuple(placed)


def numbers_of(bar: Balk) -> str:
    """From how many to how many."""
    return f"{bar.van} \N{RIGHTWARDS ARROW} {bar.naar}"


def row_height(text: QFontMetricsF) -> float:
    """So high that the name and two bars fit."""
    return max(text.height(), 2.0 * Space.M)


class BarChart(QWidget):
    """The bars of some groups; `description` is what a screen reader says instead."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        super().__init__()
        self._bars: tuple[Balk, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Balk], description: str) -> None:
        """Draw these groups in this order."""
        self._bars = tuple(bars)
        self.setAccessibleName(description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the groups need."""
        rows = len(self._bars)
        high = row_height(QFontMetricsF(theme.font(Text.SMALL)))
        return QSize(2 * Size.CHART_HEIGHT, round(rows * high + max(rows - 1, 0) * Space.S))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this no bar can be told from another."""
        return QSize(Size.CHART_HEIGHT, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each group: its name, the open bar of the start, the filled one of now, the numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Text.SMALL))
        metrics = QFontMetricsF(painter.font())
        places = lay_out(self._bars, QRectF(self.rect()).adjusted(1, 0, -1, 0), metrics)
        for bar, place in zip(self._bars, places, strict=True):
            painter.setPen(theme.colour("ink"))
            name = metrics.elidedText(bar.naam, Qt.TextElideMode.ElideRight, place.name.width() + 1)
            painter.drawText(place.name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            painter.drawText(
                place.numbers, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, numbers_of(bar)
            )
            painter.setPen(QPen(theme.colour("control"), Size.HAIRLINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.start)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_fill"))
            painter.drawRect(place.now)
