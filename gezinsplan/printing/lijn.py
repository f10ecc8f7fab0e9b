"""The line on paper: from how many helpers to how many, on which day, and what happened at each step."""

from datetime import date

from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gezinsplan.domain.betrokken import active_on, person_of
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.lijn import Beweging, beweging
from gezinsplan.domain.stappen import Stap, Wie, stappen
from gezinsplan.domain.values import get
from gezinsplan.printing import fonts
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.kop import kop, rand
from gezinsplan.printing.layout import (
    ACCENT,
    BODY,
    CELL,
    CELL_HEAD,
    HAIRLINE,
    INK2,
    LEAD,
    WIDTH,
    document,
    draw_line,
)
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, Stuk, alinea, sectie, tabel
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date, month

_TALL, _LEFT, _SIZE, _TICKS = 62 * mm, 9 * mm, 9.0, 5
_COLUMNS = (0.24 * WIDTH, 0.14 * WIDTH, 0.62 * WIDTH)


def lijn_blad(papier: Papier) -> bytes:
    """The line as a PDF in memory."""
    moved = beweging(papier.dossier, papier.op)
    edge = rand(papier)
    story = [
        *kop(_title(moved), edge),
        alinea(LEAD, _("Hulpverleners die bij ons komen")),
        *_sentences(moved),
        Lijntje(moved),
        *_steps(papier, moved),
    ]
    return document(story, edge, _("Gezinsplan nr {number}").format(number=papier.nummer))


def _title(moved: Beweging) -> str:
    if moved.nu < moved.start:
        return _("Van {start} naar {nu}").format(start=moved.start, nu=moved.nu)
    return _("Hoeveel mensen komen er?")


def _sentences(moved: Beweging) -> list[Flowable]:
    first = _("Samen geteld op {date}: {n}.") if moved.vastgesteld else _("Aan het begin, op {date}: {n}.")
    lines = [first.format(date=long_date(moved.start_op), n=moved.start)]
    lines.append(_("Nu, op {date}: {n}.").format(date=long_date(moved.op), n=moved.nu))
    if moved.streefaantal is not None:
        agreed = _("Samen afgesproken op {date}: {n}.") if moved.streefaantal_op else _("Samen afgesproken: {n}.")
        day = long_date(moved.streefaantal_op) if moved.streefaantal_op else ""
        lines.append(agreed.format(date=day, n=moved.streefaantal))
    return [alinea(BODY, "\n".join(lines))]


def _steps(papier: Papier, moved: Beweging) -> list[Flowable]:
    found = stappen(papier.dossier, moved.start_op, papier.op)
    head = [alinea(CELL_HEAD, name) for name in (_("Wanneer"), _("Hoeveel"), _("Wat gebeurde er?"))]
    rows = [_step(papier, each) for each in reversed(found)]
    return sectie(_("Stap voor stap"), *([Blok([tabel(_COLUMNS, [head, *rows], kop=True)])] if rows else []))


def _step(papier: Papier, stap: Stap) -> list[Flowable]:
    told = [_told(papier, each, _("{name} kwam erbij")) for each in stap.gekomen]
    told += [_told(papier, each, _leaving(papier, each, stap.datum)) for each in stap.gegaan]
    pieces = [Stuk(f"\n{line}" if number else line) for number, line in enumerate(told)]
    return [alinea(CELL, long_date(stap.datum)), alinea(CELL, Stuk(str(stap.aantal), face=Face.SEMIBOLD)),
            alinea(CELL, *pieces)]  # fmt: skip


def _told(papier: Papier, wie: Wie, sentence: str) -> str:
    said = sentence.format(name=papier.called(wie.betrokkenheid))
    return f"{said}: {wie.waarom.strip()}" if wie.waarom.strip() else said


def _leaving(papier: Papier, wie: Wie, op: date) -> str:
    """Gone, or still there in another way: at a distance, or no longer regisseur."""
    who = person_of(get(papier.dossier, Betrokkenheid, wie.betrokkenheid))
    there = any(person_of(each) == who and active_on(each, op) for each in papier.dossier.betrokkenheden)
    return _("{name} telt niet meer mee") if there else _("{name} is gestopt")


class Lijntje(Flowable):  # type: ignore[misc] # reportlab is without types
    """The number per day as steps, dashed where it is not certain, with the agreed number as a dotted line."""

    def __init__(self, moved: Beweging) -> None:
        super().__init__()
        self._moved = moved
        self._first, self._days = moved.punten[0].datum, max(1, (moved.op - moved.punten[0].datum).days)
        highest = max([each.aantal for each in moved.punten] + [moved.streefaantal or 0, 1])
        self._unit = max(1, -(-highest // _TICKS))
        self._most = self._unit * -(-highest // self._unit)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole width."""
        return WIDTH, _TALL

    def _at(self, day: date, number: float) -> tuple[float, float]:
        right, low, high = 12 * mm, 9 * mm, _TALL - 7 * mm
        x = _LEFT + (WIDTH - _LEFT - right) * (day - self._first).days / self._days
        return x, low + (high - low) * number / self._most

    def draw(self) -> None:
        """Draw the scale, the agreed number, the line, and the first and last number."""
        self._paint_scale()
        self._paint_line()
        canvas, moved = self.canv, self._moved
        points = moved.punten
        rises = any(each.aantal > points[0].aantal for each in points)
        begin = (points[0].datum, points[0].aantal, -15 if rises else 5)  # where the line does not go
        for day, number, above in (begin, (moved.op, moved.nu, 5)):
            x, y = self._at(day, number)
            canvas.setFillColor(ACCENT)
            canvas.circle(x, y, 3, stroke=0, fill=1)
            draw_line(canvas, x + 5, y + above, str(number), Face.BOLD, 12)

    def _paint_scale(self) -> None:
        canvas, moved = self.canv, self._moved
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(HAIRLINE)
        for number in range(0, self._most + 1, self._unit):
            (left, y), (right, _y) = self._at(self._first, number), self._at(moved.op, number)
            canvas.line(left, y, right, y)
            wide = fonts.width(str(number), Face.REGULAR, _SIZE)
            draw_line(canvas, left - wide - 4, y - 3, str(number), Face.REGULAR, _SIZE, colour=INK2)
        begin, end = month(self._first), month(moved.op)
        draw_line(canvas, _LEFT, 0, begin, Face.REGULAR, _SIZE, colour=INK2)
        if end != begin:
            wide = fonts.width(end, Face.REGULAR, _SIZE)
            draw_line(canvas, self._at(moved.op, 0)[0] - wide, 0, end, Face.REGULAR, _SIZE, colour=INK2)
        if moved.streefaantal is not None:
            (left, y), (right, _y) = self._at(self._first, moved.streefaantal), self._at(moved.op, moved.streefaantal)
            canvas.setStrokeColor(INK2)
            canvas.setLineWidth(1)
            canvas.setDash([1, 3])
            canvas.line(left, y, right, y)
            canvas.setDash([])
            words = _("samen afgesproken")
            canvas.setFillColor(white)
            canvas.rect(left + 4, y - 4, fonts.width(words, Face.REGULAR, 8) + 6, 9, stroke=0, fill=1)
            draw_line(canvas, left + 7, y - 2.5, words, Face.REGULAR, 8, colour=INK2)

    def _paint_line(self) -> None:
        canvas, points = self.canv, self._moved.punten
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(2)
        ends = [*(each.datum for each in points[1:]), self._moved.op]
        for number, (point, end) in enumerate(zip(points, ends, strict=True)):
            canvas.setDash([] if point.zeker else [4, 3])
            x, y = self._at(point.datum, point.aantal)
            if number:
                canvas.line(x, self._at(point.datum, points[number - 1].aantal)[1], x, y)
            canvas.line(x, y, self._at(max(end, point.datum), 0)[0], y)
        canvas.setDash([])
