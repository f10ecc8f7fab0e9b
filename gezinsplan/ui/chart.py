"""The falling line: how many professionals there were on each day, and what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gezinsplan.texts.words import amount
from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space, Text


@dataclass(frozen=True, slots=True)
class Point:
    """From this day on so many; uncertain when a date or a person behind it is not sure."""

    day: date
    count: float
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """What the chart shows: the steps, the last day, what was agreed, and the words under the ends."""

    points: tuple[Point, ...] = ()
    until: date | None = None
    target: int | None = None
    target_text: str = ""
    first_text: str = ""
    last_text: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A text with its place."""

    text: str
    rect: QRectF
    role: str
    bold: bool = False
    size: int = Text.TINY


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is painted: pieces of line (certain or not), the agreed line, the ground line, the texts."""

    pieces: tuple[tuple[QPointF, QPointF, bool], ...]
    target: tuple[QPointF, QPointF] | None
    ground: tuple[QPointF, QPointF]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days and numbers to places."""

    plot: QRectF
    first: date
    days: int
    top: float

    def x(self, day: date) -> float:
        """Where a day is."""
        share = (day - self.first).days / self.days
        return self.plot.left() + min(max(share, 0.0), 1.0) * self.plot.width()

    def y(self, count: float) -> float:
        """Where a number is."""
        return self.plot.bottom() - count / self.top * self.plot.height()


def steps(series: Series, plot: QRectF) -> tuple[tuple[QPointF, QPointF, bool], ...]:
    """The falling line as level pieces and the drops between them."""
    scale = _scale(series, plot)
    pieces: list[tuple[QPointF, QPointF, bool]] = []
    ends = [point.day for point in series.points[1:]] + [_last(series)]
    for point, end in zip(series.points, ends, strict=False):
        left, right, height = scale.x(point.day), scale.x(end), scale.y(point.count)
        if pieces and pieces[-1][1].y() != height:
            pieces.append((pieces[-1][1], QPointF(left, height), point.uncertain))
        pieces.append((QPointF(left, height), QPointF(right, height), point.uncertain))
    return tuple(pieces)


def lay_out(series: Series, area: QRectF, small: QFontMetricsF, number: QFontMetricsF) -> Drawing:
    """Give every line and text its place; no two texts overlap, and a text avoids the lines where it can."""
    head, foot = number.height() + Space.XS, small.height() + Space.S
    plot = area.adjusted(Space.S, head, -Space.S, -foot)
    scale = _scale(series, plot)
    pieces = steps(series, plot)
    ground = QPointF(plot.left(), plot.bottom()), QPointF(plot.right(), plot.bottom())
    lines = [_box(start, end) for start, end, _sure in pieces] + [_box(*ground)]
    target = None
    if series.target is not None:
        height = scale.y(series.target)
        target = QPointF(plot.left(), height), QPointF(plot.right(), height)
        lines.append(_box(*target))
    labels = _month_labels(series, plot, small)
    for wish in _wishes(series, scale, small, number):
        best = min(wish, key=lambda label: _crowded(label.rect, labels, lines))
        if not any(best.rect.intersects(label.rect) for label in labels):
            labels.append(best)
    return Drawing(pieces, target, ground, tuple(labels))


def _last(series: Series) -> date:
    """The last day on the chart."""
    last = series.points[-1].day if series.points else date.min
    return max(series.until or last, last)


def _scale(series: Series, plot: QRectF) -> _Scale:
    first = series.points[0].day if series.points else date.min
    top = max([point.count for point in series.points] + [series.target or 0, 1])
    return _Scale(plot, first, max((_last(series) - first).days, 1), top)


def _month_labels(series: Series, plot: QRectF, small: QFontMetricsF) -> list[Label]:
    """Begin and end under the ground line; the begin gives way when there is no room for both."""
    top = plot.bottom() + Space.XS
    last = small.horizontalAdvance(series.last_text)
    first = small.horizontalAdvance(series.first_text)
    labels = []
    if series.last_text:
        labels.append(Label(series.last_text, QRectF(plot.right() - last, top, last, small.height()), "ink2"))
    if series.first_text and first + last + Space.S <= plot.width():
        labels.append(Label(series.first_text, QRectF(plot.left(), top, first, small.height()), "ink2"))
    return labels


def _wishes(series: Series, scale: _Scale, small: QFontMetricsF, number: QFontMetricsF) -> list[tuple[Label, ...]]:
    """Each text with the places it might stand, the best place first."""
    wishes = []
    left, right, middle = scale.plot.left(), scale.plot.right(), scale.plot.center().x()
    for point, at_end in zip(series.points[:1] + series.points[1:][-1:], (False, True), strict=False):
        size = QSizeF(number.horizontalAdvance(amount(point.count)), number.height())
        column = right - size.width() + Space.XS if at_end else left  # a little out of the way of the last drop
        places = _beside(scale.y(point.count), (column,), size)
        wishes.append(tuple(Label(amount(point.count), at, "accent", bold=True, size=Text.BASE) for at in places))
    if series.target is not None and series.target_text:
        size = QSizeF(small.horizontalAdvance(series.target_text), small.height())
        columns = (right - size.width(), left, middle - size.width() / 2)
        places = _beside(scale.y(series.target), columns, size)
        wishes.append(tuple(Label(series.target_text, at, "green") for at in places))
    return wishes


def _beside(line: float, lefts: tuple[float, ...], size: QSizeF) -> list[QRectF]:
    """Places above and below a level line."""
    tops = line - size.height() - Space.XS, line + Space.XS
    return [QRectF(QPointF(left, top), size) for top in tops for left in lefts]


def _crowded(place: QRectF, labels: Sequence[Label], lines: Sequence[QRectF]) -> tuple[bool, int]:
    """How bad a place is: on a text, or else on how many lines."""
    on_text = any(place.intersects(label.rect) for label in labels)
    return on_text, sum(place.intersects(line) for line in lines)


def _box(start: QPointF, end: QPointF) -> QRectF:
    """The room that a piece of the line takes."""
    edge = Size.CHART_LINE
    return QRectF(start, end).normalized().adjusted(-edge, -edge, edge, edge)


def paint_pieces(painter: QPainter, pieces: Sequence[tuple[QPointF, QPointF, bool]], role: str, width: float) -> None:
    """Paint only the falling line, as a list does; what is not certain is dashed."""
    for start, end, uncertain in pieces:
        pen = QPen(theme.colour(role), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if uncertain else Qt.PenCapStyle.SquareCap)
        if uncertain:
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawLine(start, end)


class LineChart(QWidget):
    """The falling line with its numbers; `description` is what a screen reader says instead."""

    def __init__(self, series: Series, description: str) -> None:
        """Draw `series`."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_series(series, description)

    def show_series(self, series: Series, description: str) -> None:
        """Draw another line."""
        self._series = series
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        """The usual height, more with large text."""
        text = QFontMetricsF(_font(bold=True, size=Text.BASE)).height()
        return QSize(2 * Size.CHART_HEIGHT, round(max(Size.CHART_HEIGHT, 7 * text)))

    def minimumSizeHint(self) -> QSize:
        """Not so low that the steps cannot be told apart."""
        return QSize(Size.CHART_HEIGHT, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, agreed line, falling line and texts."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        plan = lay_out(self._series, area, QFontMetricsF(_font()), QFontMetricsF(_font(bold=True, size=Text.BASE)))
        painter.setPen(QPen(theme.colour("control"), Size.HAIRLINE))
        painter.drawLine(*plan.ground)
        if plan.target is not None:
            pen = QPen(theme.colour("green"), Size.CHART_LINE / 2)
            pen.setDashPattern([4.0, 4.0])
            painter.setPen(pen)
            painter.drawLine(*plan.target)
        paint_pieces(painter, plan.pieces, "accent", Size.CHART_LINE)
        for label in plan.labels:
            _paint_label(painter, label)


def _paint_label(painter: QPainter, label: Label) -> None:
    """A text with air around it, so that it stays readable where a line passes behind it."""
    font = _font(bold=label.bold, size=label.size)
    outline = QPainterPath()
    outline.addText(label.rect.left(), label.rect.top() + QFontMetricsF(font).ascent(), font, label.text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(outline, QPen(theme.colour("surface"), Space.XS))
    painter.setFont(font)
    painter.setPen(theme.colour(label.role))
    painter.drawText(label.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, label.text)


def _font(*, bold: bool = False, size: int = Text.TINY) -> QFont:
    return theme.font(size, bold=bold)
