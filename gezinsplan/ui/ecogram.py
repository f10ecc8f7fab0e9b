"""The ecogram on screen: paints the plain drawing of `domain.tekening`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from gezinsplan.domain.banden import Bandsterkte
from gezinsplan.domain.opschrift import LINE, opschrift
from gezinsplan.domain.tekening import SIDE, Kleur, Lijn, Punt, Tekening, Vak
from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space, Text

_SMALLEST, _MEASURED = 9.0, 100
_WIDTHS = {Bandsterkte.ZWAK: 0.6, Bandsterkte.GEWOON: 1.0, Bandsterkte.STERK: 2.2, Bandsterkte.GESPANNEN: 1.0}


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
    """Who stands around the family; a click on somebody tells who, dragging somebody tells where to."""

    chosen = Signal(str)
    moved = Signal(str, int, int)  # to which place of the drawing's square

    def __init__(self, drawing: Tekening, description: str) -> None:
        """Draw `drawing`; `description` is what a screen reader says instead."""
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self._pressed: tuple[Vak, QPointF] | None = None
        self._dragged: Vak | None = None
        self.show_drawing(drawing, description)

    def show_drawing(self, drawing: Tekening, description: str) -> None:
        """Draw another one."""
        self._drawing, self._reach = drawing, drawing.reikwijdte()
        self._pressed = self._dragged = None
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of somebody."""
        found = self.at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        self._pressed = (found, event.position()) if found is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take somebody along, once it is clear that it is no click."""
        if self._pressed is None:
            return
        box, begin = self._pressed
        gone = event.position() - begin
        if self._dragged is not None or gone.manhattanLength() >= QApplication.startDragDistance():
            unit = self._unit()
            x, y = box.x + gone.x() / unit, box.y + gone.y() / unit
            self._dragged = replace(box, x=min(max(x, 0.0), SIDE), y=min(max(y, 0.0), SIDE))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Tell who was clicked, or where somebody was left."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        self.update()
        if dragged is not None:
            self.moved.emit(dragged.id, round(dragged.x), round(dragged.y))
        elif pressed is not None:
            self.chosen.emit(pressed[0].id)

    def event(self, event: QEvent) -> bool:
        """Show the whole text of a box that was too small for it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"{found.titel}\n{found.regel}".strip() if found else "")
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
        for line in sorted(self._drawing.lijnen, key=lambda each: -each.lengte):  # the nearest lie on top
            self._paint_line(painter, line)
        self._paint_family(painter)
        for box in self._drawing.vakken:
            self._paint_box(painter, box)
        if self._dragged is not None:
            painter.setOpacity(0.8)
            self._paint_box(painter, self._dragged)

    def _unit(self) -> float:
        """Pixels for one unit of the drawing, so large that everybody is just inside."""
        wide, high = self._reach
        return min((self.width() / 2 - Space.XS) / wide, (self.height() / 2 - Space.XS) / high, 1.0)

    def _at(self, x: float, y: float) -> QPointF:
        unit = self._unit()
        return QPointF(self.width() / 2 + (x - SIDE / 2) * unit, self.height() / 2 + (y - SIDE / 2) * unit)

    def _all_at(self, places: Sequence[Punt]) -> QPolygonF:
        return QPolygonF([self._at(*each) for each in places])

    def _box(self, box: Vak) -> QRectF:
        unit = self._unit()
        place = QRectF(0, 0, box.breedte * unit, box.hoogte * unit)
        place.moveCenter(self._at(box.x, box.y))
        return place

    def _paint_line(self, painter: QPainter, line: Lijn) -> None:
        """A tie through its points, and the heads of its arrows."""
        look = _LOOKS[line.kleur]
        pen = _pen(look, _WIDTHS[line.sterkte])
        if line.sterkte in (Bandsterkte.STERK, Bandsterkte.GESPANNEN):  # between dashes neither could be seen
            pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawPolyline(self._all_at(line.punten()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.role))
        for head in line.pijlen():
            painter.drawPolygon(self._all_at(head))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_family(self, painter: QPainter) -> None:
        drawing, middle, radius = self._drawing, self._at(SIDE / 2, SIDE / 2), self._drawing.hart * self._unit()
        painter.setPen(QPen(theme.colour("ink"), Size.HAIRLINE))
        painter.setBrush(theme.colour("side"))
        painter.drawEllipse(middle, radius, radius)
        inks = ("side_ink", "side_ink2")
        if not drawing.leden:
            _write(painter, _around(middle, 1.72 * radius, 0.84 * radius), drawing.midden, drawing.onder, inks)
            return
        anybody = not any(each.gekozen for each in drawing.leden)
        step = 1.3 * radius / len(drawing.leden)
        for number, lid in enumerate(drawing.leden):
            down = step * (number - (len(drawing.leden) - 1) / 2)
            half = max(0.4 * radius, (radius**2 - (abs(down) + step / 2) ** 2) ** 0.5)
            ink = "side_ink" if anybody or lid.gekozen else "control"
            _write(painter, _around(middle + QPointF(0, down), 1.9 * half, step), lid.naam, "", (ink, ink))

    def _paint_box(self, painter: QPainter, box: Vak) -> None:
        look, place = _LOOKS[box.kleur], self._box(box)
        painter.setPen(_pen(look))
        painter.setBrush(theme.colour(look.ground))
        painter.drawRoundedRect(place, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        inner = place.adjusted(Space.XS, Space.HALF, -Space.XS, -Space.HALF)
        _write(painter, inner, box.titel, box.regel, ("ink", "ink2"))


def _pen(look: _Look, strength: float = 1.0) -> QPen:
    return QPen(theme.colour(look.role), look.width * strength, look.style, Qt.PenCapStyle.FlatCap)


def _around(middle: QPointF, wide: float, high: float) -> QRectF:
    room = QRectF(0, 0, wide, high)
    room.moveCenter(middle)
    return room


def _write(painter: QPainter, room: QRectF, name: str, below: str, inks: tuple[str, str]) -> None:
    """A name and a line under it, together in the middle of the room, in letters that fit."""
    sizes = (_SMALLEST, float(theme.font(Text.BASE).pixelSize()))
    lines = opschrift(name, below, (room.width(), room.height()), sizes, _measure)
    top = room.center().y() - LINE / 2 * sum(each.maat for each in lines)
    for line in lines:
        painter.setFont(_sized(line.vet, line.maat))
        painter.setPen(theme.colour(inks[0] if line.vet else inks[1]))
        place = QRectF(room.left() - Space.XS, top, room.width() + 2 * Space.XS, LINE * line.maat)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line.tekst)
        top += LINE * line.maat


def _sized(bold: bool, size: float) -> QFont:
    font = theme.font(Text.BASE, bold=bold)
    font.setPixelSize(max(1, int(size)))
    return font


@lru_cache(maxsize=4096)
def _measure(text: str, bold: bool) -> float:
    """How wide a text is in size 1, a little more than less."""
    return QFontMetricsF(_sized(bold, _MEASURED)).horizontalAdvance(text) / _MEASURED * 1.02
