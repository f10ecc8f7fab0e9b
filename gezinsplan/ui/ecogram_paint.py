"""How the ecogram is painted: the plain drawing of `domain.tekening` in a widget of some size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gezinsplan.domain.banden import Bandsterkte
from gezinsplan.domain.opschrift import LINE, opschrift
from gezinsplan.domain.tekening import SIDE, Kleur, Lijn, Punt, Tekening, Vak
from gezinsplan.presenters.ecogram import Uitleg
from gezinsplan.ui import theme
from gezinsplan.ui.tokens import Size, Space, Text

_SMALLEST, _MEASURED, _SIGN = 9.0, 100, 0.5
_WIDTHS = {Bandsterkte.ZWAK: 0.6, Bandsterkte.GEWOON: 1.0, Bandsterkte.STERK: 2.2, Bandsterkte.GESPANNEN: 1.0}


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody is drawn: colours, and a line that is told apart without them."""

    role: str
    ground: str
    width: float
    style: Qt.PenStyle


LOOKS = {
    Kleur.GEZIN: Look("on_fill", "side", 1.0, Qt.PenStyle.SolidLine),
    Kleur.REGISSEUR: Look("accent", "accent_weak", 3.0, Qt.PenStyle.SolidLine),
    Kleur.TELT_MEE: Look("green", "surface", 1.6, Qt.PenStyle.SolidLine),
    Kleur.TIJDELIJK: Look("amber", "amber_weak", 1.6, Qt.PenStyle.DashLine),
    Kleur.NETWERK: Look("network", "network_weak", 2.2, Qt.PenStyle.DashDotLine),
    Kleur.ERBIJ: Look("control", "surface", 1.4, Qt.PenStyle.DotLine),
}


class Canvas:
    """A drawing in a room of some size: where everything lies, and how it is painted."""

    def __init__(self, drawing: Tekening, size: QSize) -> None:
        """All who ever came would be just inside, so that nobody moves when others come or go."""
        self.drawing = drawing
        self._reach = drawing.ooit
        self._size = size

    def paint(self, painter: QPainter, picked: str = "", dragged: Vak | None = None) -> None:
        """Paint rings, ties, the family and everybody around it, in that order; who is picked has a ring."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring in self.drawing.ringen:
            style = Qt.PenStyle.DashLine if ring.gestreept else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour("hairline"), Size.HAIRLINE, style))
            radius = ring.straal * self.unit()
            painter.drawEllipse(self._at(SIDE / 2, SIDE / 2), radius, radius)
        for line in sorted(self.drawing.lijnen, key=lambda each: -each.lengte):  # the nearest lie on top
            self._paint_line(painter, line)
        self._paint_family(painter)
        for box in self.drawing.vakken:
            self._paint_box(painter, box)
            if box.id == picked:
                self._paint_ring(painter, box)
        if dragged is not None:
            painter.setOpacity(0.8)
            self._paint_box(painter, dragged)

    def unit(self) -> float:
        """Pixels for one unit of the drawing, so large that everybody is just inside."""
        wide, high = self._reach
        return min((self._size.width() / 2 - Space.XS) / wide, (self._size.height() / 2 - Space.XS) / high, 1.0)

    def _at(self, x: float, y: float) -> QPointF:
        unit = self.unit()
        return QPointF(self._size.width() / 2 + (x - SIDE / 2) * unit, self._size.height() / 2 + (y - SIDE / 2) * unit)

    def _all_at(self, places: Sequence[Punt]) -> QPolygonF:
        return QPolygonF([self._at(*each) for each in places])

    def box(self, box: Vak) -> QRectF:
        """Where somebody's box lies."""
        unit = self.unit()
        place = QRectF(0, 0, box.breedte * unit, box.hoogte * unit)
        place.moveCenter(self._at(box.x, box.y))
        return place

    def _paint_line(self, painter: QPainter, line: Lijn) -> None:
        _paint_tie(painter, line, self._all_at)

    def _paint_family(self, painter: QPainter) -> None:
        drawing, middle, radius = self.drawing, self._at(SIDE / 2, SIDE / 2), self.drawing.hart * self.unit()
        painter.setPen(QPen(theme.colour("ink"), Size.HAIRLINE))
        painter.setBrush(theme.colour("side"))
        painter.drawEllipse(middle, radius, radius)
        inks = ("side_ink", "side_ink2")
        if not drawing.leden:
            write_in(painter, _around(middle, 1.72 * radius, 0.84 * radius), drawing.midden, drawing.onder, inks)
            return
        anybody = not any(each.gekozen for each in drawing.leden)
        step = 1.3 * radius / len(drawing.leden)
        for number, lid in enumerate(drawing.leden):
            down = step * (number - (len(drawing.leden) - 1) / 2)
            half = max(0.4 * radius, (radius**2 - (abs(down) + step / 2) ** 2) ** 0.5)
            ink = "side_ink" if anybody or lid.gekozen else "control"
            write_in(painter, _around(middle + QPointF(0, down), 1.9 * half, step), lid.naam, "", (ink, ink))

    def _paint_box(self, painter: QPainter, box: Vak) -> None:
        look, place = LOOKS[box.kleur], self.box(box)
        painter.setPen(_pen(look))
        painter.setBrush(theme.colour(look.ground))
        painter.drawRoundedRect(place, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
        inner = place.adjusted(Space.XS, Space.HALF, -Space.XS, -Space.HALF)
        write_in(painter, inner, box.titel, box.regel, ("ink", "ink2"))

    def _paint_ring(self, painter: QPainter, box: Vak) -> None:
        edge = Size.FOCUS + Space.HALF
        painter.setPen(QPen(theme.colour("ink"), Size.FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            self.box(box).adjusted(-edge, -edge, edge, edge), Size.RADIUS_CONTROL + edge, Size.RADIUS_CONTROL + edge
        )


def _pen(look: Look, strength: float = 1.0) -> QPen:
    return QPen(theme.colour(look.role), look.width * strength, look.style, Qt.PenCapStyle.FlatCap)


def _paint_tie(painter: QPainter, line: Lijn, at: Callable[[Sequence[Punt]], QPolygonF]) -> None:
    """A tie through its points, and the heads of its arrows; `at` says where places of it lie."""
    look = LOOKS[line.kleur]
    pen = _pen(look, _WIDTHS[line.sterkte])
    if line.sterkte in (Bandsterkte.STERK, Bandsterkte.GESPANNEN):  # between dashes neither could be seen
        pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawPolyline(at(line.punten()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(look.role))
    for head in line.pijlen():
        painter.drawPolygon(at(head))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _around(middle: QPointF, wide: float, high: float) -> QRectF:
    room = QRectF(0, 0, wide, high)
    room.moveCenter(middle)
    return room


def write_in(painter: QPainter, room: QRectF, name: str, below: str, inks: tuple[str, str]) -> None:
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


def paint_sign(painter: QPainter, room: QRect, sign: Uitleg) -> None:
    """A sign of the drawing as it looks there, for the legend."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(room).adjusted(Space.HALF, Space.HALF, -Space.HALF, -Space.HALF)
    if sign.kleur is not None:
        look = LOOKS[sign.kleur]
        painter.setPen(_pen(look))
        painter.setBrush(theme.colour(look.ground))
        painter.drawRoundedRect(place, Space.XS, Space.XS)
    elif sign.letter:
        painter.setFont(theme.font(Text.SMALL, bold=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign.letter)
    else:
        line = Lijn(0, 0, place.width() / _SIGN, 0, Kleur.TELT_MEE, sign.sterkte or Bandsterkte.GEWOON, sign.richting)
        begin = QPointF(place.left(), place.center().y())
        _paint_tie(painter, line, lambda places: QPolygonF([begin + QPointF(*each) * _SIGN for each in places]))
