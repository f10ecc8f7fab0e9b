"""One speaker's first and latest score on a line from 0 to 10; readable in black and white."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gezinsplan.printing import fonts
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import ACCENT, HAIRLINE, WIDTH, draw_line

_NAME, _LINE, _HEIGHT, _SIZE = 38 * mm, 62 * mm, 17.0, 10.5
_MOST = 10


class Schaal(Flowable):  # type: ignore[misc] # reportlab is without types
    """A row: who, the line with an open mark then and a full mark now, and the figures in words."""

    def __init__(self, naam: str, eerste: int, laatste: int, cijfers: str, indent: float) -> None:
        super().__init__()
        self._name, self._first, self._last, self._figures, self._indent = naam, eerste, laatste, cijfers, indent

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """One row over the whole width."""
        return WIDTH, _HEIGHT

    def draw(self) -> None:
        """Draw the name, the line, the marks and the figures, in the order of reading."""
        baseline, middle = 4.5, 8.0
        name = fonts.fitted(self._name, Face.REGULAR, _SIZE, _NAME - 3 * mm)
        draw_line(self.canv, self._indent, baseline, name, Face.REGULAR, _SIZE)
        left = self._indent + _NAME
        self._paint_line(left, middle)
        figures = self._figures
        draw_line(self.canv, left + _LINE + 5 * mm, baseline, figures, Face.SEMIBOLD, _SIZE)

    def _paint_line(self, left: float, y: float) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(1)
        canvas.line(left, y, left + _LINE, y)
        for mark in range(_MOST + 1):
            x = left + _LINE * mark / _MOST
            canvas.line(x, y - 2.2, x, y + 2.2)
        first, last = (left + _LINE * score / _MOST for score in (self._first, self._last))
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.6)
        canvas.line(first, y, last, y)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.circle(first, y, 3.6, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.circle(last, y, 3.8, fill=1)
