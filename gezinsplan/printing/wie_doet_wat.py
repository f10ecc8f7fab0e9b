"""The matrix "wie doet wat" on A4 landscape: every member and the whole family, by leefgebied, who does what there.

Told apart without colour too: own people stand after a mark, and so does a cell where several helpers do the same.
"""

from collections.abc import Iterator
from math import ceil
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer, Table, TableStyle

from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.wie_doet_wat import Doet, Kolom, Matrix, Vakje, wie_doet_wat
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.kop import rand
from gezinsplan.printing.layout import (
    ACCENT,
    BODY,
    CELL,
    CELL_HEAD,
    HAIRLINE,
    HEADING,
    INK2,
    LIGGEND,
    UNDER_TITLE,
    document,
)
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import FONT, Stuk, alinea, quoted, subheading
from gezinsplan.texts import _
from gezinsplan.texts.words import joined

_WIDE, _HIGH = LIGGEND.ruimte
_NAMES, _MOST, _TOGETHER = 28 * mm, 6, 12
_OWN, _SHARED = HexColor("#5B4B8A"), HexColor("#FFF3D6")
_OWN_SIGN, _SHARED_SIGN = "○", "●●"

_TITLE = HEADING.clone("title", spaceBefore=0, spaceAfter=0)
_UNDER = UNDER_TITLE.clone("under", spaceBefore=0, spaceAfter=8)


def wie_doet_wat_blad(papier: Papier) -> bytes:
    """The matrix as a PDF in memory; leefgebieden that do not fit side by side go on to the next page."""
    matrix = wie_doet_wat(papier.dossier, papier.kaart, papier.leefgebieden, papier.op)
    edge = rand(papier)
    about = " · ".join((edge.gezin, edge.status, edge.datum, edge.voor))
    story: list[Flowable] = [alinea(_TITLE, _("Wie doet wat?")), alinea(_UNDER, about)]
    if not matrix.kolommen:
        story.append(alinea(BODY, _("Er staat nog niet wie wat doet.")))
    for number, places in enumerate(_sheets(len(matrix.kolommen))):
        story += [*([PageBreak()] if number else []), _table(matrix, places)]
    story += _legend(papier, matrix)
    return document(story, edge, _("Gezinsplan nr {number}").format(number=papier.nummer), LIGGEND)


def _sheets(columns: int) -> Iterator[range]:
    """Which columns stand side by side, spread evenly over the pages."""
    each = ceil(columns / ceil(columns / _MOST)) if columns else 1
    yield from (range(first, min(first + each, columns)) for first in range(0, columns, each))


def _table(matrix: Matrix, places: range) -> Table:
    """The rows with these columns; heads and names come again on each page, and a high row goes on as the next one."""
    head = [alinea(CELL_HEAD, ""), *(alinea(CELL_HEAD, _column(matrix.kolommen[each])) for each in places)]
    rows: list[list[Any]] = [head]
    style = _style()
    for rij in matrix.rijen:
        filled = [_cell(matrix, rij.vakjes[each], each) for each in places]
        parts = max(1, ceil(max(len(each) for each in filled) / _TOGETHER))
        first, last = len(rows), len(rows) + parts - 1
        for part in range(parts):
            name = rij.naam or _("heel gezin")
            told = Stuk(f"\n{_('verder')}" if part else "", kleur=INK2, maat=9)
            cells = [each[part * _TOGETHER : (part + 1) * _TOGETHER] or [alinea(CELL, "")] for each in filled]
            rows.append([alinea(CELL, Stuk(name, face=Face.SEMIBOLD), told), *cells])
        shared = [column for column, each in enumerate(places, 1) if rij.vakjes[each].overlap]
        style += [("BACKGROUND", (column, first), (column, last), _SHARED) for column in shared]
        style.append(("LINEBELOW", (0, last), (-1, last), 0.6, HAIRLINE))
    width = (_WIDE - _NAMES) / len(places)
    made = Table(rows, colWidths=[_NAMES, *[width] * len(places)], repeatRows=1, hAlign="LEFT")
    made.wrap(_WIDE, _HIGH)
    if max(made._rowHeights) + made._rowHeights[0] > _HIGH:  # a name or two of a hundred words
        made.splitInRow = 1
    made.setStyle(TableStyle(style))
    return made


def _style() -> list[tuple[Any, ...]]:
    return [
        FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBEFORE", (1, 0), (-1, -1), 0.6, HAIRLINE),
        ("LINEBELOW", (0, 0), (-1, 0), 1.0, ACCENT),
    ]


def _column(kolom: Kolom) -> str:
    return kolom.naam or (_("zonder onderwerp") if kolom.leefgebied is None else _("ander onderwerp"))


def _cell(matrix: Matrix, vakje: Vakje, column: int) -> list[Flowable]:
    """Who does what here; where that is double also who is there for the whole family, and so for this person."""
    people = [_person(each) for each in vakje.wie]
    if not vakje.overlap:
        return people
    mine = {each.deelnemer for each in vakje.wie}
    everywhere = [each for each in matrix.rijen[0].vakjes[column].wie if not each.netwerk]
    others = [each.naam for each in everywhere if each.deelnemer not in mine]
    also = _("en voor heel gezin: {names}").format(names=joined(others))
    told = [alinea(CELL, Stuk(also, kleur=INK2, maat=9))] if others else []
    return [alinea(CELL, Stuk(f"{_SHARED_SIGN} {_('doen meer mensen')}", kleur=INK2, maat=9)), *people, *told]


def _person(doet: Doet) -> Flowable:
    goals = ", ".join(str(each) for each in doet.nummers)
    told = Stuk(f" ({_('doel {n}').format(n=goals)})" if goals else "", kleur=INK2, maat=9)
    return alinea(CELL, Stuk(f"{_OWN_SIGN} {doet.naam}", kleur=_OWN) if doet.netwerk else Stuk(doet.naam), told)


def _legend(papier: Papier, matrix: Matrix) -> list[Flowable]:
    """What the marks mean, and the goals by their numbers, as far as both stand in it."""
    cells = [vakje for rij in matrix.rijen for vakje in rij.vakjes]
    used = {number for vakje in cells for doet in vakje.wie for number in doet.nummers}
    meanings = [
        f"{_OWN_SIGN} {_('familie, vrienden en buren')}"
        if any(each.netwerk for one in cells for each in one.wie)
        else "",
        f"{_SHARED_SIGN} {_('twee of meer hulpverleners doen dit voor dezelfde persoon')}"
        if any(each.overlap for each in cells)
        else "",
    ]
    lines: list[Flowable] = [Spacer(0, 8), *(alinea(CELL, Stuk(each, kleur=INK2)) for each in meanings if each)]
    goals = [(number, doel) for number, doel in enumerate(open_doelen(papier.dossier), 1) if number in used]
    told = [
        part for number, doel in goals for part in (Stuk(f"{number} ", face=Face.SEMIBOLD), quoted(doel.woorden), "  ")
    ]
    return [*lines, *([subheading(_("De doelen")), alinea(BODY, *told)] if told else [])]
