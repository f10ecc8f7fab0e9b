"""The genogram on screen: boxes with name and age, lines told apart without colour, outlines of homes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gezinsplan.domain.genogram import VAK_HOOG, Genogram, Mens, Streep, Thuis
from gezinsplan.domain.stamboom import VAK_BREED
from gezinsplan.domain.takken import Verband, streepjes
from gezinsplan.domain.tekening import Punt
from gezinsplan.ui import theme
from gezinsplan.ui.ecogram_paint import write_in
from gezinsplan.ui.tokens import Size, Space, Text

_LARGEST, _SMALLEST, _CORNER = 1.0, 0.45, 0.12
_STYLES = {
    Verband.STIEFOUDER: Qt.PenStyle.DashLine,
    Verband.PLEEGOUDER: Qt.PenStyle.DotLine,
    Verband.FAMILIE: Qt.PenStyle.DashDotLine,
}
_HOMES = (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotDotLine)


class GenogramView(QWidget):
    """The drawing as wide as there is room, never larger than it is made for."""

    def __init__(self) -> None:
        """Show nothing until there is a family."""
        super().__init__()
        self._drawing = Genogram()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(self, drawing: Genogram, description: str) -> None:
        """Draw this one; `description` is what a screen reader says instead."""
        self._drawing = drawing
        self.setAccessibleName(description)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it is made for."""
        wide = theme.scaled(round(self._drawing.breedte))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """A page does not get wider for it."""
        return QSize(round(_SMALLEST * self._drawing.breedte), 1)

    def heightForWidth(self, width: int) -> int:
        """As high as the drawing is at that width."""
        return round(self._drawing.hoogte * self._unit(width)) + Space.XS

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that goes with the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self.heightForWidth(max(self.width(), self.minimumSizeHint().width()))))

    def _unit(self, width: int) -> float:
        return min(width / max(self._drawing.breedte, 1.0), float(theme.scaled(100)) / 100 * _LARGEST)

    # ------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Homes below, then lines, then people."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._unit(self.width())
        painter.translate((self.width() - unit * self._drawing.breedte) / 2, Space.HALF)
        for home in self._drawing.huizen:
            _paint_home(painter, home, unit)
        for line in self._drawing.strepen:
            _paint_line(painter, line, unit)
        for home in self._drawing.huizen:
            _paint_name(painter, home, unit)
        for each in self._drawing.mensen:
            _paint_person(painter, each, unit)


def _polygon(points: tuple[Punt, ...], unit: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y) * unit for x, y in points])


def _paint_home(painter: QPainter, home: Thuis, unit: float) -> None:
    pen = QPen(theme.colour("network"), Size.HAIRLINE + 0.4, _HOMES[home.nummer % len(_HOMES)])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in home.lijnen:
        painter.drawPolyline(_polygon(line, unit))


def _paint_name(painter: QPainter, home: Thuis, unit: float) -> None:
    """The name of a home on its own ground, shortened where there is no room."""
    room = QRectF(home.kop.links, home.kop.boven, home.kop.rechts - home.kop.links, home.kop.onder - home.kop.boven)
    room = QRectF(room.topLeft() * unit, room.size() * unit)
    font = theme.font(Text.SMALL)
    font.setPixelSize(max(1, min(font.pixelSize(), int(room.height()))))
    painter.setFont(font)
    measure = QFontMetricsF(font)
    said = measure.elidedText(home.naam, Qt.TextElideMode.ElideRight, room.width())
    painter.fillRect(QRectF(room.topLeft(), QPointF(room.left() + measure.horizontalAdvance(said), room.bottom())),
                     theme.colour("surface"))  # fmt: skip
    painter.setPen(theme.colour("network"))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def _paint_line(painter: QPainter, line: Streep, unit: float) -> None:
    painter.setPen(pen_of(line.verband))
    painter.drawPolyline(_polygon(line.punten, unit))
    if line.verband is Verband.UIT_ELKAAR:
        for stroke in streepjes(line.punten):
            painter.drawPolyline(_polygon(stroke, unit))


def pen_of(verband: Verband) -> QPen:
    """The pen for a kind of line."""
    return QPen(theme.colour("ink2"), Size.HAIRLINE + 0.5, _STYLES.get(verband, Qt.PenStyle.SolidLine))


def _paint_person(painter: QPainter, mens: Mens, unit: float) -> None:
    """A thick edge for a member; a cross in the corner for who has died."""
    place = QRectF(0, 0, VAK_BREED * unit, VAK_HOOG * unit)
    place.moveCenter(QPointF(mens.x, mens.y) * unit)
    painter.setPen(QPen(theme.colour("accent" if mens.lid else "control"), Size.FOCUS if mens.lid else Size.HAIRLINE))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(place, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)
    inner = place.adjusted(Space.XS, Space.HALF, -Space.XS, -Space.HALF)
    if mens.overleden:
        arm = _CORNER * place.height()
        middle = place.topRight() + QPointF(-2.2 * arm, 2.4 * arm)
        painter.setPen(QPen(theme.colour("ink"), Size.HAIRLINE + 0.5))
        painter.drawLine(middle - QPointF(0, 1.3 * arm), middle + QPointF(0, 2 * arm))
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        inner = inner.adjusted(3 * arm, 0, -3 * arm, 0)
    write_in(painter, inner, mens.naam, mens.onder, ("ink", "ink2"))
