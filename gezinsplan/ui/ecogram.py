"""The ecogram on screen: paints the plain drawing of `domain.tekening`."""

from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gezinsplan.domain.tekening import SIDE, Kleur, Lijn, Tekening, Vak
from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space, Text

_TITLE_SHARE, _BELOW_SHARE = 0.34, 0.29
_SMALLEST = 8


@dataclass(frozen=True, slots=True)
class _Look:
    """How somebody is drawn: colours, and a line that is told apart without them."""

    role: str
    ground: str
    width: float
    style: Qt.PenStyle


_LOOKS = {
    Kleur.GEZIN: _Look("on_fill", "side", 1.0, Qt.PenStyle.SolidLine),
    Kleur.REGISSEUR: _Look("accent", "accent_weak", 3.0, Qt.PenStyle.SolidLine),
    Kleur.TELT_MEE: _Look("green", "surface", 1.6, Qt.PenStyle.SolidLine),
    Kleur.TIJDELIJK: _Look("amber", "amber_weak", 1.6, Qt.PenStyle.DashLine),
    Kleur.NETWERK: _Look("network", "network_weak", 2.2, Qt.PenStyle.DashDotLine),
    Kleur.ERBIJ: _Look("control", "surface", 1.4, Qt.PenStyle.DotLine),
}


class EcogramView(QWidget):
    """Who stands around the family; a click on somebody tells who."""

    chosen = Signal(str)

    def __init__(self, drawing: Tekening, description: str) -> None:
        """Draw `drawing`; `description` is what a screen reader says instead."""
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.show_drawing(drawing, description)

    def show_drawing(self, drawing: Tekening, description: str) -> None:
        """Draw another one."""
        self._drawing = drawing
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        """A square in which names can be read."""
        return QSize(Size.ECOGRAM, Size.ECOGRAM)

    def minimumSizeHint(self) -> QSize:
        """Smaller than this nobody can be read."""
        return self.sizeHint() * 0.75

    def at(self, place: QPointF) -> Vak | None:
        """Who stands at a place of the widget."""
        boxes = self._drawing.vakken
        return next((box for box in reversed(boxes) if self._box(box).contains(place)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell who was clicked."""
        found = self.at(event.position())
        if found is not None:
            self.chosen.emit(found.id)

    def event(self, event: QEvent) -> bool:
        """Show the whole text of a box that was too small for it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"{found.titel}\n{found.onder}".strip() if found else "")
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rings, ties, the family and everybody around it, in that order."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring in self._drawing.ringen:
            style = Qt.PenStyle.DashLine if ring.gestreept else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour("hairline"), Size.HAIRLINE, style))
            radius = ring.straal * self._unit()
            painter.drawEllipse(self._at(SIDE / 2, SIDE / 2), radius, radius)
        for line in sorted(self._drawing.lijnen, key=_length, reverse=True):  # the nearest lie on top
            painter.setPen(_pen(_LOOKS[line.kleur]))
            painter.drawLine(self._at(line.x1, line.y1), self._at(line.x2, line.y2))
        self._paint_family(painter)
        for box in self._drawing.vakken:
            self._paint_box(painter, box)

    def _unit(self) -> float:
        """Pixels for one unit of the drawing, so large that everybody is just inside."""
        boxes, rings = self._drawing.vakken, self._drawing.ringen
        round_reach = [ring.straal for ring in rings] + [self._drawing.hart]
        wide = max(round_reach + [abs(box.x - SIDE / 2) + box.breedte / 2 for box in boxes])
        high = max(round_reach + [abs(box.y - SIDE / 2) + box.hoogte / 2 for box in boxes])
        return min((self.width() / 2 - Space.XS) / wide, (self.height() / 2 - Space.XS) / high, 1.0)

    def _at(self, x: float, y: float) -> QPointF:
        unit = self._unit()
        return QPointF(self.width() / 2 + (x - SIDE / 2) * unit, self.height() / 2 + (y - SIDE / 2) * unit)

    def _box(self, box: Vak) -> QRectF:
        unit = self._unit()
        place = QRectF(0, 0, box.breedte * unit, box.hoogte * unit)
        place.moveCenter(self._at(box.x, box.y))
        return place

    def _paint_family(self, painter: QPainter) -> None:
        middle, radius = self._at(SIDE / 2, SIDE / 2), self._drawing.hart * self._unit()
        painter.setPen(QPen(theme.colour("ink"), Size.HAIRLINE))
        painter.setBrush(theme.colour("side"))
        painter.drawEllipse(middle, radius, radius)
        room = QRectF(0, 0, 2 * radius * 0.86, radius * 0.84)
        room.moveCenter(middle)
        _texts(painter, room, (self._drawing.midden, "side_ink"), (self._drawing.onder, "side_ink2"))

    def _paint_box(self, painter: QPainter, box: Vak) -> None:
        look, place = _LOOKS[box.kleur], self._box(box)
        painter.setPen(_pen(look))
        painter.setBrush(theme.colour(look.ground))
        painter.drawRoundedRect(place, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        inner = place.adjusted(Space.XS, Space.HALF, -Space.XS, -Space.HALF)
        _texts(painter, inner, (box.titel, "ink"), (box.onder, "ink2"))


def _length(line: Lijn) -> float:
    return hypot(line.x2 - line.x1, line.y2 - line.y1)


def _pen(look: _Look) -> QPen:
    return QPen(theme.colour(look.role), look.width, look.style, Qt.PenCapStyle.FlatCap)


def _texts(painter: QPainter, room: QRectF, title: tuple[str, str], below: tuple[str, str]) -> None:
    """A bold line and a plain one under it, together in the middle of the room."""
    fonts = (
        _fitting(title[0], room, _TITLE_SHARE, bold=True),
        _fitting(below[0], room, _BELOW_SHARE, bold=False),
    )
    heights = [QFontMetricsF(font).height() for font in fonts]
    shown = heights if below[0] else heights[:1]
    top = room.center().y() - sum(shown) / 2
    for (text, role), font, height in zip((title, below), fonts, shown, strict=False):
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        line = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), top, room.width(), height), Qt.AlignmentFlag.AlignCenter, line)
        top += height


def _fitting(text: str, room: QRectF, share: float, *, bold: bool) -> QFont:
    """The largest font in which the text fits; what does not fit in the smallest is shortened."""
    font = theme.font(Text.BASE, bold=bold)
    largest = min(font.pixelSize(), int(room.height() * share * 1.15))
    for size in range(max(largest, _SMALLEST), _SMALLEST - 1, -1):
        font.setPixelSize(size)
        if QFontMetricsF(font).horizontalAdvance(text) <= room.width():
            break
    return font
