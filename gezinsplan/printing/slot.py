"""The end of the paper: when we look back together, and room to sign."""

from datetime import time, timedelta
from uuid import UUID

from reportlab.platypus import Flowable, Spacer

from gezinsplan.domain import regie
from gezinsplan.domain.akkoord import antwoorden, gevraagden
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.plan import next_overleg
from gezinsplan.domain.versies import Antwoord
from gezinsplan.printing import fonts
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import BODY, CELL, CELL_HEAD, INK2, LEAD, WIDTH, draw_line
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, Stuk, alinea, sectie, tabel
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_day_and_time, moment

_COLUMNS = (0.36 * WIDTH, 0.42 * WIDTH, 0.22 * WIDTH)
_ROOM, _RULE, _SIZE = 34.0, 30.0, 11.5


def terugkijken(papier: Papier) -> list[Flowable]:
    """The next talk after the day of printing."""
    tomorrow = moment(papier.op + timedelta(days=1), time.min)
    talk = next_overleg(papier.dossier.overleggen, tomorrow)
    if talk is None and regie.term_on(papier.dossier, papier.op) is None:  # closed
        return []
    if talk is None:
        return sectie(_("We kijken samen terug"), Blok([alinea(BODY, _("Nog niet afgesproken."))]))
    told = long_day_and_time(talk.moment)
    lines = [alinea(LEAD, told[:1].upper() + told[1:])]
    if talk.plaats.strip():
        lines.append(alinea(BODY, talk.plaats))
    return sectie(_("We kijken samen terug"), Blok(lines))


def handtekeningen(papier: Papier) -> list[Flowable]:
    """A row for everybody who signs, and a line for who does not agree; together on one page where that fits."""
    people, regisseur = _signers(papier)
    rows = [_row(name, under) for name, under in (*people, *regisseur)]
    head = [alinea(CELL_HEAD, name) for name in (_("Naam"), _("Handtekening"), _("Datum"))]
    meaning = alinea(BODY, _("Mijn handtekening betekent: dit plan is met mij besproken."))
    room = tabel(_COLUMNS, [head, *rows], kop=True)
    rules = [Schrijfregel(words) for words in (_("Ik ben het niet eens met:"), "") if people]
    blok = Blok([meaning, room, *rules], heel=True)
    return sectie(_("Handtekeningen"), blok) if rows else []


def _row(name: str, under: str) -> list[Flowable]:
    """Height comes from the room that a signature needs."""
    filled = alinea(CELL, Stuk(name, face=Face.SEMIBOLD), Stuk(f"\n{under}" if under else "", kleur=INK2))
    return [filled, alinea(CELL, ""), Spacer(0, _ROOM)]


_Signers = list[tuple[str, str]]


def _signers(papier: Papier) -> tuple[_Signers, _Signers]:
    """Who is asked on that day and has not answered, and the regisseur; of a paper for one person only that person."""
    said = _answered(papier)
    asked = [each.wie for each in gevraagden(papier.dossier, papier.op)]
    people = [each for each in papier.dossier.personen if each.id in asked]
    signing = [each for each in people if papier.called(each.id) == papier.voor] or people
    term = regie.term_on(papier.dossier, papier.op)
    holder = term.houder if term is not None else None
    signers = [(each.naam, _under(papier, each, holder)) for each in signing if each.id not in said]
    if holder is None or holder in said | {each.id for each in signing}:
        return signers, []
    return signers, [(papier.called(holder), _("regisseur"))]


def _answered(papier: Papier) -> set[UUID]:
    """Who said yes or no to this version."""
    said = antwoorden(papier.dossier, papier.versie.id) if papier.versie is not None else {}
    return {who for who, each in said.items() if each.antwoord is not Antwoord.NIET_GEVRAAGD}


def _under(papier: Papier, persoon: Persoon, holder: UUID | None) -> str:
    name = papier.called(persoon.id)
    known = name if name.casefold() not in persoon.naam.casefold() else ""
    return " · ".join(part for part in (known, _("regisseur") if persoon.id == holder else "") if part)


class Schrijfregel(Flowable):  # type: ignore[misc] # reportlab is without types
    """Words with a line behind them to write on."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Room for handwriting."""
        return WIDTH, _RULE

    def draw(self) -> None:
        """Draw the words and the line."""
        begin = 0.0
        if self._words:
            draw_line(self.canv, 0, 2, self._words, Face.REGULAR, _SIZE)
            begin = fonts.width(self._words, Face.REGULAR, _SIZE) + 6
        self.canv.setStrokeColor(INK2)
        self.canv.setLineWidth(0.6)
        self.canv.line(begin, 0, WIDTH, 0)
