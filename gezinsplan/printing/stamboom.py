"""The genogram on A4 landscape: the same drawing as on screen, readable in black and white."""

from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.platypus import Flowable

from gezinsplan.domain.genogram import VAK_HOOG, Genogram, Mens, Streep, Thuis, genogram, leven
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.stamboom import VAK_BREED
from gezinsplan.domain.takken import Verband, streepjes
from gezinsplan.domain.tekening import Punt
from gezinsplan.printing import fonts
from gezinsplan.printing.drawing import write_in
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.kop import rand
from gezinsplan.printing.layout import ACCENT, BODY, HEADING, INK, INK2, LIGGEND, UNDER_TITLE, document, draw_line
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import alinea
from gezinsplan.texts import _
from gezinsplan.texts.stamboom import leven_words, teken_words, verband_words

_WIDE, _HIGH = LIGGEND.ruimte
_HEAD, _LEGEND, _ROW, _SAMPLE, _SIZE, _LARGEST, _SMALL = 62.0, 46.0, 16.0, 30.0, 10.0, 0.9, 0.6
_HOME_INK, _HOME_SIZES = HexColor("#5B4B8A"), (5.0, 9.0)
_DASHES: dict[Verband, list[float]] = {
    Verband.STIEFOUDER: [5, 3], Verband.PLEEGOUDER: [1.2, 2.4], Verband.FAMILIE: [6, 2, 1.2, 2],
}  # fmt: skip
_HOME_DASHES = ([4, 2.5], [1, 2], [6, 2, 1, 2, 1, 2])

_TITLE = HEADING.clone("title", spaceBefore=0, spaceAfter=0)
_UNDER = UNDER_TITLE.clone("under", spaceBefore=0, spaceAfter=8)


def stamboom_blad(papier: Papier) -> bytes:
    """The genogram as a PDF in memory."""

    def below(persoon: Persoon) -> str:
        life = leven(persoon, papier.op)
        return leven_words(life.jaren, life.zeker, life.geboren, life.overleden)

    drawing = genogram(papier.dossier, papier.op, papier.called, below)
    edge = rand(papier)
    about = " · ".join((edge.gezin, edge.status, edge.datum, edge.voor))
    story: list[Flowable] = [alinea(_TITLE, _("Stamboom")), alinea(_UNDER, about)]
    if drawing.mensen:
        story += [Stamboom(drawing), Uitleg(drawing)]
    else:
        story.append(alinea(BODY, _("Er staat nog niet wie familie is van wie.")))
    return document(story, edge, _("Gezinsplan nr {number}").format(number=papier.nummer), LIGGEND)


class Stamboom(Flowable):  # type: ignore[misc] # reportlab is without types
    """The drawing, as large as one page lets it be."""

    def __init__(self, tekening: Genogram) -> None:
        super().__init__()
        self._drawing = tekening
        self._unit = min(_WIDE / tekening.breedte, (_HIGH - _HEAD - _LEGEND) / tekening.hoogte, _LARGEST)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole width, and as high as needed."""
        return _WIDE, self._drawing.hoogte * self._unit

    def draw(self) -> None:
        """Homes below, then lines, then people."""
        for home in self._drawing.huizen:
            self.canv.setStrokeColor(_HOME_INK)
            self.canv.setLineWidth(0.9)
            self.canv.setDash(_HOME_DASHES[home.nummer % len(_HOME_DASHES)])
            for outline in home.lijnen:
                self._path(outline)
        for line in self._drawing.strepen:
            self._line(line)
        for home in self._drawing.huizen:
            self._name(home)
        self.canv.setDash([])
        for each in self._drawing.mensen:
            self._person(each)

    def _at(self, x: float, y: float) -> Punt:
        """A place of the drawing on the paper, where up is up, in the middle of the page."""
        aside = (_WIDE - self._drawing.breedte * self._unit) / 2
        return aside + x * self._unit, (self._drawing.hoogte - y) * self._unit

    def _path(self, points: tuple[Punt, ...]) -> None:
        _path(self.canv, tuple(self._at(*each) for each in points))

    def _line(self, line: Streep) -> None:
        _take(self.canv, line.verband)
        self._path(line.punten)
        if line.verband is Verband.UIT_ELKAAR:
            for stroke in streepjes(line.punten):
                self._path(stroke)

    def _name(self, home: Thuis) -> None:
        """The name of a home on its own ground, shortened where there is no room."""
        left, low = self._at(home.kop.links, home.kop.onder)
        right, high = self._at(home.kop.rechts, home.kop.boven)
        least, most = _HOME_SIZES
        size = max(least, min(most, 0.75 * (high - low)))
        said = _fitting(fonts.clean(home.naam).replace("\n", " "), right - left, size)
        self.canv.setFillColor(white)
        self.canv.rect(left, low, fonts.width(said, Face.REGULAR, size), high - low, stroke=0, fill=1)
        draw_line(self.canv, left, low + 0.25 * size, said, Face.REGULAR, size, colour=_HOME_INK)

    def _person(self, mens: Mens) -> None:
        """A thick edge for a member; a cross in the corner for who has died."""
        x, y = self._at(mens.x, mens.y)
        wide, high = VAK_BREED * self._unit, VAK_HOOG * self._unit
        self.canv.setStrokeColor(ACCENT if mens.lid else INK2)
        self.canv.setLineWidth(2.0 if mens.lid else 0.8)
        self.canv.setFillColor(white)
        self.canv.roundRect(x - wide / 2, y - high / 2, wide, high, min(5, high / 5), fill=1)
        room = wide - 6
        if mens.overleden:
            arm = 0.12 * high
            right, top = x + wide / 2 - 2.2 * arm, y + high / 2 - 2.4 * arm
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1)
            self.canv.line(right, top + 1.3 * arm, right, top - 2 * arm)
            self.canv.line(right - arm, top, right + arm, top)
            room -= 6 * arm
        write_in(self.canv, (x, y), (mens.naam, mens.onder), (room, high - 3), (INK, INK2))


class Uitleg(Flowable):  # type: ignore[misc] # reportlab is without types
    """What each line and mark in this drawing means."""

    def __init__(self, tekening: Genogram) -> None:
        super().__init__()
        there = {each.verband for each in tekening.strepen}
        self._marks = teken_words(
            overleden=any(each.overleden for each in tekening.mensen), thuis=bool(tekening.huizen)
        )
        self._lines = [(Verband(each), words) for each, words in verband_words().items() if each in there]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Two rows."""
        return _WIDE, _LEGEND

    def draw(self) -> None:
        """The lines with their words, and below them the marks in a sentence."""
        x, y = 0.0, _LEGEND - _ROW - 6
        for verband, words in self._lines:
            _take(self.canv, verband)
            sample = ((x, y + 3.5), (x + _SAMPLE, y + 3.5))
            _path(self.canv, sample)
            if verband is Verband.UIT_ELKAAR:
                for stroke in streepjes(sample, _SMALL):
                    _path(self.canv, stroke)
            self.canv.setDash([])
            draw_line(self.canv, x + _SAMPLE + 5, y, words, Face.REGULAR, _SIZE)
            x += _SAMPLE + 5 + fonts.width(words, Face.REGULAR, _SIZE) + 18
        draw_line(self.canv, 0, y - _ROW, self._marks, Face.REGULAR, _SIZE, colour=INK2)


def _take(canvas: Any, verband: Verband) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.0)
    canvas.setDash(_DASHES.get(verband, []))


def _path(canvas: Any, points: tuple[Punt, ...]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for each in points[1:]:
        path.lineTo(*each)
    canvas.drawPath(path)


def _fitting(text: str, room: float, size: float) -> str:
    """The text, or as much of it as there is room for."""
    said = text
    while said and fonts.width(f"{said}…" if said != text else said, Face.REGULAR, size) > room:
        said = said[:-1].rstrip()
    return said if said == text else f"{said}…"
