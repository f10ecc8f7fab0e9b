"""The drawing of who stands around the family, painted on paper: told apart by line as well as by colour."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gezinsplan.domain import regie
from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.namen import helper_organisation
from gezinsplan.domain.opschrift import LINE, opschrift
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.rondom import LETTERS, Naaste, Woorden, rondom, teken
from gezinsplan.domain.tekening import SIDE, Kleur, Lijn, Punt, Tekening, Vak
from gezinsplan.domain.values import find
from gezinsplan.printing import fonts
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import ACCENT, ACCENT_WEAK, HAIRLINE, INK, INK2, WIDTH, draw_line
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import subheading
from gezinsplan.texts import _
from gezinsplan.texts.tekens import sterkte_words
from gezinsplan.texts.words import word

_LARGEST, _SMALLEST, _FEWEST = 9.5, 6.5, 2
_HIGHEST, _CROWDED, _MANY = 130 * mm, 160 * mm, 15
_SAMPLE, _SAMPLE_UNIT, _ROW, _LEGEND_SIZE = 11 * mm, 0.4, 15.0, 10.0
_FADED = HexColor("#8FAAB0")
_WIDTHS = {Bandsterkte.ZWAK: 0.6, Bandsterkte.GEWOON: 1.0, Bandsterkte.STERK: 2.2, Bandsterkte.GESPANNEN: 1.0}


Teken = tuple[Lijn | None, str]  # a line as it is drawn, or none beside a letter, and what it means


@dataclass(frozen=True, slots=True)
class _Look:
    colour: Color
    ground: Color
    width: float
    dashes: tuple[float, ...]


_LOOKS = {
    Kleur.GEZIN: _Look(HexColor("#123840"), HexColor("#123840"), 1.0, ()),
    Kleur.REGISSEUR: _Look(ACCENT, ACCENT_WEAK, 2.6, ()),
    Kleur.TELT_MEE: _Look(HexColor("#2B7A4B"), white, 1.2, ()),
    Kleur.TIJDELIJK: _Look(HexColor("#8A5A00"), HexColor("#FFF8EA"), 1.4, (6, 3)),
    Kleur.NETWERK: _Look(HexColor("#5B4B8A"), HexColor("#F4F2FA"), 1.4, (6, 2, 1.4, 2)),
    Kleur.ERBIJ: _Look(HexColor("#6B757A"), white, 1.2, (1.2, 2.4)),
}


def ecogram(papier: Papier) -> list[Flowable]:
    """Heading, drawing and legend, kept together; nothing when there is nothing to see in it."""
    people = rondom(papier.dossier, papier.op)
    if len(people) < _FEWEST:
        return []
    term = regie.term_on(papier.dossier, papier.op)
    leader = find(papier.dossier, Persoon, term.houder) if term is not None else None
    ours = leader is not None and leader.soort is PersoonSoort.GEZINSLID
    words = Woorden(
        midden=_("ons gezin"),
        onder_midden=_("regisseur: {name}").format(name=papier.called(leader.id))
        if leader is not None and ours
        else "",
        naam=lambda naaste: papier.called(naaste.id),
        onder=lambda naaste: _below(papier, naaste),
    )
    drawing = teken(papier.dossier, papier.kaart, papier.op, words)
    return [subheading(_("Iedereen om ons heen")), Ecogram(drawing), Legenda(legend(drawing))]


def _below(papier: Papier, naaste: Naaste) -> str:
    if naaste.persoon is None:
        return helper_organisation(naaste.delen[0], papier.kaart)
    band = naaste.persoon.band
    return band if band.casefold() not in papier.called(naaste.id).casefold() else ""


def legend(drawing: Tekening) -> list[Teken]:
    """A sample of every kind of line and mark in this drawing, with what it means."""
    colours, lines = {each.kleur for each in drawing.vakken}, drawing.lijnen
    strengths, directions = {each.sterkte for each in lines}, {each.richting for each in lines}
    letters = {letter for each in drawing.vakken for letter in each.letters}
    known: list[Teken] = [(_sample(kleur), words) for kleur, words in _colours().items() if kleur in colours]
    known += [
        (_sample(sterkte=Bandsterkte(each)), words) for each, words in sterkte_words().items() if each in strengths
    ]
    known += [(_sample(richting=each), words) for each, words in _directions().items() if each in directions]
    return known + [(None, f"{letter}: {word(steun)}") for steun, letter in LETTERS.items() if letter in letters]


def _sample(
    kleur: Kleur = Kleur.GEZIN, sterkte: Bandsterkte = Bandsterkte.GEWOON, richting: Richting | None = None
) -> Lijn:
    return Lijn(0, 0, _SAMPLE / _SAMPLE_UNIT, 0, kleur, sterkte, richting)


def _colours() -> dict[Kleur, str]:
    return {
        Kleur.REGISSEUR: _("onze regisseur"),
        Kleur.TELT_MEE: _("hulpverlener"),
        Kleur.TIJDELIJK: _("helpt tijdelijk mee"),
        Kleur.NETWERK: _("familie, vrienden en buren"),
        Kleur.ERBIJ: _("vaste basis, op afstand of vrijwilliger"),
    }


def _directions() -> dict[Richting, str]:
    return {
        Richting.NAAR_GEZIN: _("helpt ons"),
        Richting.VAN_GEZIN: _("wij helpen"),
        Richting.BEIDE: _("we helpen elkaar"),
    }


class _Pen:
    """Draws the lines and marks of a drawing; `at` says where a place of it lies on the paper."""

    def __init__(self, canvas: Any, at: Callable[[float, float], Punt]) -> None:
        self._canvas, self._at = canvas, at

    def take(self, kleur: Kleur, strength: float = 1.0) -> None:
        """Draw in the colour and dashes of this from now on."""
        look = _LOOKS[kleur]
        self._canvas.setStrokeColor(look.colour)
        self._canvas.setLineWidth(look.width * strength)
        self._canvas.setDash(list(look.dashes))

    def line(self, line: Lijn) -> None:
        """One tie: through its points, with its arrow heads and its letters."""
        self.take(line.kleur, _WIDTHS[line.sterkte])
        if line.sterkte in (Bandsterkte.STERK, Bandsterkte.GESPANNEN):  # between dashes neither could be seen
            self._canvas.setDash([])
        path = self._canvas.beginPath()
        first, *others = (self._at(*each) for each in line.punten())
        path.moveTo(*first)
        for each in others:
            path.lineTo(*each)
        self._canvas.drawPath(path)
        self._canvas.setDash([])
        self._canvas.setFillColor(_LOOKS[line.kleur].colour)
        for head in line.pijlen():
            corner, *rest = (self._at(*each) for each in head)
            path = self._canvas.beginPath()
            path.moveTo(*corner)
            for each in rest:
                path.lineTo(*each)
            path.close()
            self._canvas.drawPath(path, stroke=0, fill=1)


class Ecogram(Flowable):  # type: ignore[misc] # reportlab is without types
    """The drawing, as large as the page lets it be; the more people, the higher it may be."""

    def __init__(self, tekening: Tekening) -> None:
        super().__init__()
        self._drawing = tekening
        wide, high = tekening.reikwijdte()
        highest = _HIGHEST if len(tekening.vakken) <= _MANY else _CROWDED
        self._unit = min((WIDTH - 4) / (2 * wide), highest / (2 * high), 0.62)
        self._tall = 2 * high * self._unit + 12

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole width, and as high as needed."""
        return WIDTH, self._tall

    def draw(self) -> None:
        """Draw rings, ties, the family and everybody around it, in that order."""
        drawing, canvas = self._drawing, self.canv
        pen = _Pen(canvas, self._at)
        canvas.setStrokeColor(HAIRLINE)
        for ring in drawing.ringen:
            canvas.setLineWidth(0.6)
            canvas.setDash([3, 3] if ring.gestreept else [])
            canvas.circle(*self._at(SIDE / 2, SIDE / 2), ring.straal * self._unit)
        for line in sorted(drawing.lijnen, key=lambda each: -each.lengte):  # the nearest lie on top
            pen.line(line)
        pen.take(Kleur.GEZIN)
        self._paint_family()
        for box in drawing.vakken:
            pen.take(box.kleur)
            self._paint_box(box)
        canvas.setDash([])

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the drawing on the paper, where up is up."""
        return WIDTH / 2 + (x - SIDE / 2) * self._unit, self._tall / 2 - (y - SIDE / 2) * self._unit

    def _paint_family(self) -> None:
        x, y = self._at(SIDE / 2, SIDE / 2)
        drawing, radius = self._drawing, self._drawing.hart * self._unit
        self.canv.setFillColor(_LOOKS[Kleur.GEZIN].ground)
        self.canv.circle(x, y, radius, fill=1)
        if not drawing.leden:
            write_in(self.canv, (x, y), (drawing.midden, drawing.onder), (1.7 * radius, 0.9 * radius), (white, white))
            return
        step = 1.3 * radius / len(drawing.leden)
        for number, lid in enumerate(drawing.leden):
            down = y + step * ((len(drawing.leden) - 1) / 2 - number)
            half = max(0.4 * radius, (radius**2 - (abs(down - y) + step / 2) ** 2) ** 0.5)
            ink = white if lid.gekozen or not any(each.gekozen for each in drawing.leden) else _FADED
            write_in(self.canv, (x, down), (lid.naam, ""), (1.9 * half, step), (ink, ink))

    def _paint_box(self, box: Vak) -> None:
        x, y = self._at(box.x, box.y)
        wide, high = box.breedte * self._unit, box.hoogte * self._unit
        self.canv.setFillColor(_LOOKS[box.kleur].ground)
        self.canv.roundRect(x - wide / 2, y - high / 2, wide, high, min(4, high / 4), fill=1)
        write_in(self.canv, (x, y), (box.titel, box.regel), (wide - 5, high - 3), (INK, INK2))


def write_in(
    canvas: Any, middle: Punt, words: tuple[str, str], room: tuple[float, float], colours: tuple[Color, Color]
) -> None:
    """A name and a line under it, together in the middle of the room."""
    name, below = (fonts.clean(each).replace("\n", " ") for each in words)
    lines = opschrift(name, below, room, (_SMALLEST, _LARGEST), _measure)
    y = middle[1] + LINE / 2 * sum(each.maat for each in lines)
    for line in lines:
        y -= LINE * line.maat
        face = Face.SEMIBOLD if line.vet else Face.REGULAR
        left = middle[0] - fonts.width(line.tekst, face, line.maat) / 2
        colour = colours[0] if line.vet else colours[1]
        draw_line(canvas, left, y + 0.25 * line.maat, line.tekst, face, line.maat, colour=colour)


@lru_cache(maxsize=2048)
def _measure(text: str, bold: bool) -> float:
    """How wide a text is in size 1."""
    return fonts.width(text, Face.SEMIBOLD if bold else Face.REGULAR, 1.0)


class Legenda(Flowable):  # type: ignore[misc] # reportlab is without types
    """What each line in the drawing means."""

    def __init__(self, entries: Sequence[Teken]) -> None:
        super().__init__()
        self._rows: list[list[Teken]] = [[]]
        used = 0.0
        for line, words in entries:
            needed = self._width(line, words)
            if self._rows[-1] and used + needed > WIDTH:
                self._rows.append([])
                used = 0.0
            self._rows[-1].append((line, words))
            used += needed

    @staticmethod
    def _width(line: Lijn | None, words: str) -> float:
        return float(
            (_SAMPLE + 2 * mm if line is not None else 0) + fonts.width(words, Face.REGULAR, _LEGEND_SIZE) + 7 * mm
        )

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """As many rows as the words need."""
        return WIDTH, _ROW * len(self._rows) + 6

    def draw(self) -> None:
        """Draw a piece of each line with its word."""
        for number, row in enumerate(self._rows):
            x, y = 0.0, _ROW * (len(self._rows) - 1 - number) + 2
            for line, words in row:
                if line is not None:
                    _Pen(self.canv, self._from(x, y + 3.5)).line(line)
                begin = x if line is None else x + _SAMPLE + 2 * mm
                draw_line(self.canv, begin, y, words, Face.REGULAR, _LEGEND_SIZE)
                x += self._width(line, words)

    @staticmethod
    def _from(x: float, y: float) -> Callable[[float, float], Punt]:
        return lambda right, down: (x + right * _SAMPLE_UNIT, y - down * _SAMPLE_UNIT)
