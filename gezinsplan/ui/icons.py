"""Lucide drawings in a colour of the theme, drawn when they are first seen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from gezinsplan.paths import resources
from gezinsplan.ui import theme
from gezinsplan.ui.tokens import ICON_FOLDER


@lru_cache(maxsize=256)
def drawing(name: str, colour: str, pixels: int) -> QPixmap:
    """The icon as a square picture of so many device pixels."""
    from PySide6.QtSvg import QSvgRenderer  # the first window can be painted without it

    text = (resources() / ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    picture = QPixmap(pixels, pixels)
    picture.fill(QColor("transparent"))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str) -> None:
    """Paint an icon at the left in a rectangle of a widget, crisp on every screen."""
    ratio = painter.device().devicePixelRatio()
    side = min(rect.width(), rect.height())
    picture = QPixmap(drawing(name, theme.colour(role).name(), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    painter.drawPixmap(rect.left(), rect.top() + (rect.height() - side) // 2, picture)


class _Engine(QIconEngine):
    """Draws with the colours of the moment, so that buttons follow a change of theme by themselves."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        """Another engine for a copy of the icon."""
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw at once, without a picture in between."""
        paint_icon(painter, rect, self._name, self._in(mode))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """The picture for a screen of this ratio; there may be air at its right, before a text."""
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(QColor("transparent"))
        painter = QPainter(picture)
        paint_icon(painter, QRect(QPoint(0, 0), size), self._name, self._in(mode))
        painter.end()
        return picture

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The picture for a screen of ordinary resolution."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def _in(self, mode: QIcon.Mode) -> str:
        return "control" if mode == QIcon.Mode.Disabled else self._role


def icon(name: str, role: str = "ink") -> QIcon:
    """An icon for a button or menu; `role` is a colour of `tokens.Colours`."""
    return QIcon(_Engine(name, role))
