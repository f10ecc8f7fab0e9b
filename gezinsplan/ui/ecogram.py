"""The ecogram on screen: everybody can be picked, opened and put elsewhere, with the mouse and the keyboard."""

from dataclasses import replace
from math import atan2

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from gezinsplan.domain.tekening import SIDE, Tekening, Vak
from gezinsplan.ui import theme
from gezinsplan.ui.cards import say_aloud
from gezinsplan.ui.ecogram_paint import Canvas
from gezinsplan.ui.tokens import Size

_STEP, _LEAST = 20.0, 0.75
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class EcogramView(QWidget):
    """Who stands around the family: a click or an arrow picks somebody, a double click or Enter opens him.

    Dragging, or Ctrl with an arrow, puts somebody elsewhere, unless the drawing is of another day.
    """

    picked = Signal(str)
    chosen = Signal(str)
    moved = Signal(str, int, int)  # to which place of the drawing's square

    def __init__(self, drawing: Tekening, description: str) -> None:
        """Draw `drawing`; `description` is what a screen reader says instead."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.movable = True
        self._picked = ""
        self._pressed: tuple[Vak, QPointF] | None = None
        self._dragged: Vak | None = None
        self.show_drawing(drawing, description)

    def show_drawing(self, drawing: Tekening, description: str) -> None:
        """Draw another one; who was picked stays so while he is there."""
        self._drawing = drawing
        self._pressed = self._dragged = None
        if self._picked and not any(box.id == self._picked for box in drawing.vakken):
            self._picked = ""
        self.setAccessibleName(description)
        self.update()

    def pick(self, part: str) -> None:
        """Put the ring around somebody, or around nobody, without telling it."""
        self._picked = part if any(box.id == part for box in self._drawing.vakken) else ""
        self.update()

    def picked_part(self) -> str:
        """Who is picked, if anybody."""
        return self._picked

    def sizeHint(self) -> QSize:
        """A square in which names can be read."""
        return QSize(1, 1) * theme.scaled(Size.ECOGRAM)

    def minimumSizeHint(self) -> QSize:
        """Smaller than this nobody can be read; a page does not get wider for it."""
        return QSize(round(_LEAST * Size.ECOGRAM), round(_LEAST * theme.scaled(Size.ECOGRAM)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No higher than wide: what room is left stays below the drawing."""
        super().resizeEvent(event)
        self.setMaximumHeight(max(self.width(), self.minimumSizeHint().height()))

    def at(self, place: QPointF) -> Vak | None:
        """Who stands at a place of the widget."""
        canvas = self._canvas()
        return next((box for box in reversed(self._drawing.vakken) if canvas.box(box).contains(place)), None)

    # ------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of somebody."""
        found = self.at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        self._pressed = (found, event.position()) if found is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take somebody along, once it is clear that it is no click."""
        if self._pressed is None or not self.movable:
            return
        box, begin = self._pressed
        gone = event.position() - begin
        if self._dragged is not None or gone.manhattanLength() >= QApplication.startDragDistance():
            unit = self._canvas().unit()
            self._dragged = _inside(box, box.x + gone.x() / unit, box.y + gone.y() / unit)
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Tell who was picked, or where somebody was left."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        self.update()
        if dragged is not None:
            self._picked = dragged.id
            self.moved.emit(dragged.id, round(dragged.x), round(dragged.y))
        elif pressed is not None:
            self._pick(pressed[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open somebody."""
        found = self.at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if found is not None:
            self.chosen.emit(found.id)

    # ------------------------------------------------------------ the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go around the family, Enter opens, Ctrl with an arrow moves."""
        key, box = Qt.Key(event.key()), self._box_of(self._picked)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and box is not None:
            self.chosen.emit(box.id)
        elif key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if box is not None and self.movable:
                aside, down = _ARROWS[key]
                there = _inside(box, box.x + aside, box.y + down)
                self.moved.emit(there.id, round(there.x), round(there.y))
        elif key in _ARROWS:
            self._pick_next(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        else:
            super().keyPressEvent(event)

    def _pick_next(self, step: int) -> None:
        around = sorted(self._drawing.vakken, key=lambda box: atan2(box.x - SIDE / 2, box.y - SIDE / 2), reverse=True)
        if around:
            at = next((place for place, box in enumerate(around) if box.id == self._picked), -1 if step > 0 else 0)
            self._pick(around[(at + step) % len(around)])

    def _pick(self, box: Vak) -> None:
        self._picked = box.id
        self.update()
        say_aloud(self, f"{box.titel}, {box.onder}")
        self.picked.emit(box.id)

    def _box_of(self, part: str) -> Vak | None:
        return next((box for box in self._drawing.vakken if box.id == part), None)

    # ------------------------------------------------------------ painting

    def event(self, event: QEvent) -> bool:
        """Show the whole text of a box that was too small for it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"{found.titel}\n{found.regel}".strip() if found else "")
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing, and the ring of the keyboard."""
        painter = QPainter(self)
        self._canvas().paint(painter, self._picked, self._dragged)
        if self.hasFocus():
            painter.setOpacity(1.0)
            painter.setPen(QPen(theme.colour("accent"), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, Size.RADIUS_CONTROL, Size.RADIUS_CONTROL)

    def _canvas(self) -> Canvas:
        return Canvas(self._drawing, self.size())


def _inside(box: Vak, x: float, y: float) -> Vak:
    """Somebody's box elsewhere, within the drawing."""
    return replace(box, x=min(max(x, 0.0), SIDE), y=min(max(y, 0.0), SIDE))
