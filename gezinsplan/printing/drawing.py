"""The drawing of who stands around the family, painted on paper: told apart by line as well as by colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gezinsplan.domain import regie
from gezinsplan.domain.ecogram import Plek, draw
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.tekening import SIDE, Kleur, Tekening, Vak
from gezinsplan.domain.values import find
from gezinsplan.printing import fonts
from gezinsplan.printing.betrokkenen import Groep, Hulp, netwerk
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import ACCENT, ACCENT_WEAK, HAIRLINE, INK, INK2, WIDTH, draw_line
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import subheading
from gezinsplan.texts import _

_LARGEST, _SMALLEST = 9.5, 7.0
_LINE, _FEWEST = 1.2, 2
_HIGHEST = 130 * mm
_SAMPLE, _ROW, _LEGEND_SIZE = 11 * mm, 15.0, 10.0


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


def ecogram(papier: Papier, people: Sequence[Hulp]) -> list[Flowable]:
    """Heading, drawing and legend, kept together; nothing when there is nothing to see in it."""
    term = regie.term_on(papier.dossier, papier.op)
    holder = term.houder if term is not None else None
    plekken = [*(_helper(each) for each in people), *(_own(papier, each, holder) for each in netwerk(papier))]
    if len(plekken) < _FEWEST:
        return []
    leader = find(papier.dossier, Persoon, holder)
    ours = leader is not None and leader.soort is PersoonSoort.GEZINSLID
    below = _("regisseur: {name}").format(name=papier.called(holder)) if ours else ""
    drawing = draw(_("ons gezin"), below, tuple(plekken))
    used = {each.kleur for each in plekken}
    return [
        subheading(_("Iedereen om ons heen")),
        Ecogram(drawing),
        Legenda([(kleur, words) for kleur, words in _legend().items() if kleur in used]),
    ]


def _helper(hulp: Hulp) -> Plek:
    return Plek(str(hulp.delen[0].id), hulp.naam, hulp.organisatie, hulp.kleur, hulp.groep is not Groep.TELT_MEE)


def _own(papier: Papier, persoon: Persoon, holder: object) -> Plek:
    kleur = Kleur.REGISSEUR if persoon.id == holder else Kleur.NETWERK
    name = papier.called(persoon.id)
    band = persoon.band if persoon.band.casefold() not in name.casefold() else ""
    return Plek(str(persoon.id), name, band, kleur, buiten=False)


def _legend() -> dict[Kleur, str]:
    return {
        Kleur.REGISSEUR: _("onze regisseur"),
        Kleur.TELT_MEE: _("hulpverlener"),
        Kleur.TIJDELIJK: _("helpt tijdelijk mee"),
        Kleur.NETWERK: _("familie, vrienden en buren"),
        Kleur.ERBIJ: _("vaste basis, op afstand of vrijwilliger"),
    }


class Ecogram(Flowable):  # type: ignore[misc] # reportlab is without types
    """The drawing, as large as the page lets it be."""

    def __init__(self, tekening: Tekening) -> None:
        super().__init__()
        self._drawing = tekening
        round_reach = [tekening.hart, *(ring.straal for ring in tekening.ringen)]
        wide = max(round_reach + [abs(box.x - SIDE / 2) + box.breedte / 2 for box in tekening.vakken])
        high = max(round_reach + [abs(box.y - SIDE / 2) + box.hoogte / 2 for box in tekening.vakken])
        self._unit = min((WIDTH - 4) / (2 * wide), _HIGHEST / (2 * high), 0.62)
        self._tall = 2 * high * self._unit + 12

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole width, and as high as needed."""
        return WIDTH, self._tall

    def draw(self) -> None:
        """Draw rings, ties, the family and everybody around it, in that order."""
        drawing, canvas = self._drawing, self.canv
        middle = self._at(SIDE / 2, SIDE / 2)
        canvas.setStrokeColor(HAIRLINE)
        for ring in drawing.ringen:
            canvas.setLineWidth(0.6)
            canvas.setDash([3, 3] if ring.gestreept else [])
            canvas.circle(*middle, ring.straal * self._unit)
        for line in sorted(drawing.lijnen, key=lambda each: -abs(each.x2 - each.x1) - abs(each.y2 - each.y1)):
            self._pen(_LOOKS[line.kleur])
            canvas.line(*self._at(line.x1, line.y1), *self._at(line.x2, line.y2))
        self._paint_family()
        for box in drawing.vakken:
            self._paint_box(box)
        canvas.setDash([])

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the drawing on the paper, where up is up."""
        return WIDTH / 2 + (x - SIDE / 2) * self._unit, self._tall / 2 - (y - SIDE / 2) * self._unit

    def _pen(self, look: _Look) -> None:
        self.canv.setStrokeColor(look.colour)
        self.canv.setLineWidth(look.width)
        self.canv.setDash(list(look.dashes))

    def _paint_family(self) -> None:
        x, y = self._at(SIDE / 2, SIDE / 2)
        radius = self._drawing.hart * self._unit
        self._pen(_LOOKS[Kleur.GEZIN])
        self.canv.setFillColor(_LOOKS[Kleur.GEZIN].ground)
        self.canv.circle(x, y, radius, fill=1)
        room = (1.7 * radius, 0.9 * radius)
        self._texts((x, y), room, (self._drawing.midden, white), (self._drawing.onder, white))

    def _paint_box(self, box: Vak) -> None:
        look, (x, y) = _LOOKS[box.kleur], self._at(box.x, box.y)
        wide, high = box.breedte * self._unit, box.hoogte * self._unit
        self._pen(look)
        self.canv.setFillColor(look.ground)
        self.canv.roundRect(x - wide / 2, y - high / 2, wide, high, min(4, high / 4), fill=1)
        self._texts((x, y), (wide - 6, high - 4), (box.titel, INK), (box.onder, INK2))

    def _texts(
        self,
        middle: tuple[float, float],
        room: tuple[float, float],
        title: tuple[str, Color],
        below: tuple[str, Color],
    ) -> None:
        """A name, on two lines where it is long, and a line under it; where it is low only the name."""
        wide, high = room
        names = _lines(title[0], wide) if high >= 2 * _LINE * _SMALLEST else [title[0]]
        lines = [(name, title[1], Face.SEMIBOLD) for name in names]
        if below[0] and high >= (len(lines) + 1) * _LINE * _SMALLEST:
            lines.append((*below, Face.REGULAR))
        largest = min(_LARGEST, high / len(lines) / _LINE)
        y = middle[1] + _LINE / 2 * largest * (len(lines) - 1) - 0.35 * largest
        for number, (text, colour, face) in enumerate(lines):
            size = _size(text, face, wide, largest if face is Face.SEMIBOLD else 0.92 * largest)
            line = fonts.fitted(text, face, size, wide)
            left = middle[0] - fonts.width(line, face, size) / 2
            draw_line(self.canv, left, y - _LINE * largest * number, line, face, size, colour=colour)


def _lines(name: str, room: float) -> list[str]:
    """A name on one line, or broken between its words where both lines are shortest."""
    text = fonts.clean(name).replace("\n", " ")
    if fonts.width(text, Face.SEMIBOLD, _LARGEST * 0.9) <= room or " " not in text:
        return [text]
    words = text.split(" ")
    broken = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return list(min(broken, key=lambda pair: max(map(len, pair))))


def _size(text: str, face: Face, room: float, largest: float) -> float:
    """The largest size in which the text fits, not under the smallest that can be read."""
    needed = fonts.width(fonts.clean(text).replace("\n", " "), face, largest)
    if needed <= room:
        return largest
    return max(min(_SMALLEST, largest), largest * room / needed)


class Legenda(Flowable):  # type: ignore[misc] # reportlab is without types
    """What each line in the drawing means."""

    def __init__(self, entries: Sequence[tuple[Kleur, str]]) -> None:
        super().__init__()
        self._rows: list[list[tuple[Kleur, str]]] = [[]]
        used = 0.0
        for kleur, words in entries:
            needed = self._width(words)
            if self._rows[-1] and used + needed > WIDTH:
                self._rows.append([])
                used = 0.0
            self._rows[-1].append((kleur, words))
            used += needed

    @staticmethod
    def _width(words: str) -> float:
        return float(_SAMPLE + 2 * mm + fonts.width(words, Face.REGULAR, _LEGEND_SIZE) + 7 * mm)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """As many rows as the words need."""
        return WIDTH, _ROW * len(self._rows) + 6

    def draw(self) -> None:
        """Draw a piece of each line with its word."""
        canvas = self.canv
        for number, row in enumerate(self._rows):
            x, y = 0.0, _ROW * (len(self._rows) - 1 - number) + 2
            for kleur, words in row:
                look = _LOOKS[kleur]
                canvas.setStrokeColor(look.colour)
                canvas.setLineWidth(look.width)
                canvas.setDash(list(look.dashes))
                canvas.line(x, y + 3.5, x + _SAMPLE, y + 3.5)
                draw_line(canvas, x + _SAMPLE + 2 * mm, y, words, Face.REGULAR, _LEGEND_SIZE)
                x += self._width(words)
        canvas.setDash([])
