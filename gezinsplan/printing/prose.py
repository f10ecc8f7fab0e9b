"""Paragraphs, blocks and tables made of people's own words: nothing in a text is read as markup."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table, TableStyle
from reportlab.platypus.paraparser import ParaFrag

from gezinsplan.printing import fonts, rtl
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import ACCENT, ACCENT_WEAK, HAIRLINE, HEADING, HEIGHT, INK2, SUBHEADING, WIDTH

FONT = ("FONT", (0, 0), (-1, -1), Face.REGULAR.value)  # else a table asks for Helvetica, which is not in the file
_TALL_ROW, _PAIR = 150.0, 2  # rows come at least in pairs


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a paragraph that looks different from the rest of it."""

    woorden: str
    face: Face | None = None
    kleur: Color | None = None
    maat: float | None = None


def quiet(words: str) -> Stuk:
    """What stands under something else: smaller and softer."""
    return Stuk(words, kleur=INK2, maat=10.5)


class Alinea(Paragraph):  # type: ignore[misc] # reportlab is without types
    """A paragraph; turns what runs from right to left, and draws a bar along a quote."""

    def draw(self) -> None:
        """Draw the lines as they were broken."""
        bar = getattr(self.style, "bar", None)
        if bar is not None:
            self.canv.setStrokeColor(bar)
            self.canv.setLineWidth(2)
            self.canv.line(1, 1, 1, self.height - 2)
        for line in self.blPara.lines:
            _turn(line)
        super().draw()


def _turn(line: Any) -> None:
    """Put the words of one broken line in the order in which they are drawn."""
    if isinstance(line, tuple):
        words = line[1]
        text = " ".join(words)
        if rtl.has_rtl(text):
            words[:] = [rtl.visual(text)]
        return
    for piece in line.words:
        piece.text = rtl.visual(piece.text)


def alinea(style: ParagraphStyle, *pieces: str | Stuk, bullet: str | None = None) -> Alinea:
    """A paragraph of plain pieces; a line end in a text stays one."""
    made = [each if isinstance(each, Stuk) else Stuk(each) for each in pieces]
    found = [frag for each in made for frag in _frags(style, each)]
    return Alinea(None, style, bulletText=bullet, frags=found or [_frag(style, Stuk(""), style.fontName, "")])


def _frags(style: ParagraphStyle, piece: Stuk) -> Iterable[ParaFrag]:
    face = piece.face or Face(style.fontName)
    lead = "\n" if piece.woorden.startswith("\n") else ""
    before, after = (" " if edge == " " else "" for edge in (piece.woorden[:1], piece.woorden[1:][-1:]))
    for number, line in enumerate(f"{lead}{before}{fonts.clean(piece.woorden)}{after}".split("\n")):
        if number:
            yield _frag(style, piece, face.value, "", lineBreak=True)
        for used, text in fonts.runs(line, face):
            yield _frag(style, piece, used.value, text)


def _frag(style: ParagraphStyle, piece: Stuk, font: str, text: str, **more: Any) -> ParaFrag:
    size = piece.maat or style.fontSize
    colour = piece.kleur or style.textColor
    looks = {"fontName": font, "fontSize": size, "textColor": colour, "rise": 0, "bold": 0, "italic": 0, "greek": 0}
    return ParaFrag(text=text, link=[], us_lines=[], **looks, **more)


def quoted(words: str) -> str:
    """Between quotation marks, unless the text has its own."""
    bare = words.strip()
    own = bare[:1] in {'"', "“", "„", "'", "‘"} and bare[-1:] in {'"', "”", "'", "’"}
    return bare if own else f"“{bare}”"


@dataclass(frozen=True, slots=True)
class Blok:
    """What stays together on a page, and what may follow on the next one; `heel`: long tables stay whole too."""

    samen: Sequence[Flowable]
    daarna: Sequence[Flowable] = ()
    heel: bool = False


def sectie(kop: str, *blokken: Blok, inleiding: Sequence[Flowable] = ()) -> list[Flowable]:
    """A heading that never stands alone at the foot of a page; without blocks there is no section."""
    if not blokken:
        return []
    first, *rest = blokken
    opened = Blok([alinea(HEADING, kop), *inleiding, *first.samen], first.daarna, first.heel)
    return [part for blok in (opened, *rest) for part in blocks(blok)]


def blocks(blok: Blok) -> list[Flowable]:
    """The block with a page break before it where its begin would be torn."""
    room = min(sum(_room(part, heel=blok.heel) for part in blok.samen), HEIGHT - 1)
    return [CondPageBreak(room), *blok.samen, *blok.daarna]


def _room(part: Flowable, *, heel: bool) -> float:
    """How much room a part needs here: of a table the header and two rows, of a text its first lines."""
    _, height = part.wrap(WIDTH, HEIGHT)
    if isinstance(part, Table) and not heel:
        rows = part._rowHeights
        first = part.repeatRows + _PAIR
        height = sum(min(row, _TALL_ROW) for row in (rows[:first] if len(rows) > first + 1 else rows))
    elif isinstance(part, Paragraph):
        height = min(height, _TALL_ROW)
    return float(height + part.getSpaceBefore() + part.getSpaceAfter())


def subheading(words: str) -> Alinea:
    """A small heading inside a section."""
    return alinea(SUBHEADING, words)


def tabel(widths: Sequence[float], rows: Sequence[Sequence[Flowable | list[Flowable]]], *, kop: bool) -> Table:
    """Rows with a hairline under each; the header comes again on each page, and no row is left alone."""
    style: list[tuple[Any, ...]] = [
        FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, HAIRLINE),
    ]
    if kop:
        style += [("LINEBELOW", (0, 0), (-1, 0), 1.0, ACCENT), ("BOTTOMPADDING", (0, 0), (-1, 0), 3)]
    made = Table([[*row] for row in rows], colWidths=widths, repeatRows=int(kop), hAlign="LEFT")
    made.setStyle(TableStyle(style))
    made.wrap(WIDTH, HEIGHT)
    if max(made._rowHeights) > _TALL_ROW:
        made.splitInRow = 1
    else:
        made.setStyle(TableStyle([("NOSPLIT", (0, -_PAIR), (0, -1)), ("NOSPLIT", (0, 0), (0, kop + _PAIR - 1))]))
    return made


def kader(parts: Sequence[Flowable], lines_above: frozenset[int] = frozenset()) -> Table:
    """A quiet coloured box; a hairline stands above the parts with these numbers."""
    style: list[tuple[Any, ...]] = [
        FONT,
        ("BACKGROUND", (0, 0), (-1, -1), ACCENT_WEAK),
        ("LINEBEFORE", (0, 0), (0, -1), 3, ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 6 * mm),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, 0), 9),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 11),
    ]
    for row in lines_above:
        style += [("TOPPADDING", (0, row), (0, row), 8), ("BOTTOMPADDING", (0, row - 1), (0, row - 1), 8)]
    made = Table([[part] for part in parts], colWidths=[WIDTH], splitInRow=1)
    made.setStyle(TableStyle(style))
    return made
