"""The page: paper, colours, styles, header and footer on each page, and "pagina 2 van 4" from a canvas that counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from gezinsplan.printing import fonts, rtl
from gezinsplan.printing.fonts import Face
from gezinsplan.texts import _

ACCENT, ACCENT_WEAK = HexColor("#0B5C6B"), HexColor("#EAF3F4")
INK, INK2, HAIRLINE = HexColor("#1F2A2E"), HexColor("#4E5A60"), HexColor("#C9D0D0")

_TOP, _BOTTOM = 24 * mm, 25 * mm


@dataclass(frozen=True, slots=True)
class Vel:
    """A sheet of paper: how wide and high it is, and how wide the margin at its sides."""

    breedte: float
    hoogte: float
    zij: float

    @property
    def ruimte(self) -> tuple[float, float]:
        """The room between the margins."""
        return self.breedte - 2 * self.zij, self.hoogte - _TOP - _BOTTOM


STAAND, LIGGEND = Vel(A4[0], A4[1], 25 * mm), Vel(A4[1], A4[0], 15 * mm)
WIDTH, HEIGHT = STAAND.ruimte
INDENT = 9 * mm
_SMALL = 9.0


def _style(size: float, leading: float, face: Face = Face.REGULAR, **more: Any) -> ParagraphStyle:
    given = {"textColor": INK, "bulletFontName": face.value, "allowWidows": 0, "allowOrphans": 0, **more}
    return ParagraphStyle(face.value, fontName=face.value, fontSize=size, leading=leading, **given)


TITLE = _style(28, 34, Face.BOLD, textColor=ACCENT)
FAMILY = _style(16, 22, Face.SEMIBOLD, spaceBefore=2)
UNDER_TITLE = _style(11.5, 17, textColor=INK2, spaceBefore=2, spaceAfter=16)
HEADING = _style(17, 23, Face.BOLD, textColor=ACCENT, spaceBefore=22, spaceAfter=6)
COLUMN_HEADING = _style(13, 18, Face.BOLD, textColor=ACCENT)
SUBHEADING = _style(12, 17, Face.SEMIBOLD, spaceBefore=14, spaceAfter=3)
BODY = _style(11.5, 17, spaceAfter=6)
LEAD = _style(13, 19, Face.SEMIBOLD, spaceAfter=2)
BOX = _style(11.5, 17)
BOX_NAME = _style(15, 21, Face.SEMIBOLD)
QUOTE = _style(13, 19.5, leftIndent=INDENT / 2, spaceAfter=10, bar=ACCENT)
ITEM = _style(11.5, 17, spaceAfter=8, leftIndent=INDENT / 2, bulletFontName=Face.REGULAR.value, bulletColor=ACCENT)
NAMED = _style(11, 16, spaceAfter=4, leftIndent=INDENT / 2, bulletFontName=Face.REGULAR.value, bulletColor=ACCENT)
GOAL = _style(13, 19, Face.SEMIBOLD, leftIndent=INDENT, bulletFontSize=13, bulletColor=ACCENT, spaceBefore=13)
GOAL_UNDER = _style(10.5, 15.5, textColor=INK2, leftIndent=INDENT, spaceAfter=3)
_SIGN = {"bulletFontName": Face.SIGNS.value, "bulletFontSize": 13.5, "bulletColor": INK, "spaceBefore": 6}
REACHED = _style(13, 19, Face.SEMIBOLD, leftIndent=INDENT, **{**_SIGN, "bulletColor": ACCENT})
ACTIE = _style(11.5, 16.5, leftIndent=INDENT + 21, bulletIndent=INDENT, **_SIGN)
AFSPRAAK = _style(11.5, 16.5, leftIndent=21, **_SIGN)
CELL, CELL_HEAD = _style(10.5, 14.5), _style(9.5, 13, textColor=INK2)


@dataclass(frozen=True, slots=True)
class Rand:
    """What stands at the edge of every page."""

    gezin: str
    status: str
    voor: str
    datum: str
    nummer: str


class _Canvas(Canvas):  # type: ignore[misc] # reportlab is without types
    """Keeps each page until the number of pages is known, then writes header and footer on it."""

    def __init__(self, *args: Any, edge: Rand, vel: Vel, **options: Any) -> None:
        super().__init__(*args, **options)
        self._edge, self._vel = edge, vel
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:
        """Keep this page for later."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, each with its edge, and the file."""
        pages = self._pages
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self._paint_edge(number, len(pages))
            super().showPage()
        super().save()

    def _paint_edge(self, number: int, total: int) -> None:
        edge, top = self._edge, self._vel.hoogte
        left, right = self._vel.zij, self._vel.breedte - self._vel.zij
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.6)
        if number > 1:  # the first page has the title
            self._between(top - 14 * mm, edge.gezin, edge.status)
            self.line(left, top - 16.5 * mm, right, top - 16.5 * mm)
        self.line(left, 18 * mm, right, 18 * mm)
        self._between(13.5 * mm, edge.gezin, _("pagina {n} van {total}").format(n=number, total=total))
        told = " · ".join((edge.status, edge.voor, edge.datum))
        self._between(9 * mm, told, edge.nummer)

    def _between(self, y: float, left: str, right: str) -> None:
        """A line of small text over the width of the page; what stands left gives way."""
        taken = fonts.width(right, Face.REGULAR, _SMALL)
        begin, end = self._vel.zij, self._vel.breedte - self._vel.zij
        room = end - begin - taken - 5 * mm
        draw_line(self, begin, y, fonts.fitted(left, Face.REGULAR, _SMALL, room), Face.REGULAR, _SMALL, colour=INK2)
        draw_line(self, end - taken, y, right, Face.REGULAR, _SMALL, colour=INK2)


def draw_line(canvas: Canvas, x: float, y: float, text: str, face: Face, size: float, *, colour: Color = INK) -> None:
    """One line of cleaned text from `x` on, each sign in a font that has it."""
    drawn = canvas.beginText(x, y)
    drawn.setFillColor(colour)
    for used, piece in fonts.runs(text, face):
        drawn.setFont(used.value, size)
        drawn.textOut(rtl.visual(piece))
    canvas.drawText(drawn)


def document(story: Sequence[Flowable], edge: Rand, title: str, vel: Vel = STAAND) -> bytes:
    """The finished file; the same story always gives the same bytes."""
    fonts.load()
    out = BytesIO()
    frame = Frame(vel.zij, _BOTTOM, *vel.ruimte, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    template = BaseDocTemplate(
        out,
        pagesize=(vel.breedte, vel.hoogte),
        pageTemplates=[PageTemplate(frames=[frame])],
        title=title,
        author="",
        subject="",
        creator="Gezinsplan",
        producer="Gezinsplan",
        keywords=[],
        lang="nl-NL",
        initialFontName=Face.REGULAR.value,
        invariant=1,
        displayDocTitle=True,
    )
    template.build([*story], canvasmaker=lambda *args, **options: _Canvas(*args, edge=edge, vel=vel, **options))
    return out.getvalue()
