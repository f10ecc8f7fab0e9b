"""The end of the paper: when we look back together, and room to sign."""

from collections.abc import Set as AbstractSet
from datetime import time, timedelta
from uuid import UUID

from reportlab.platypus import Flowable, Spacer

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import is_child, present_on
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.plan import next_overleg
from gezinsplan.printing import fonts
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import BODY, CELL, CELL_HEAD, INK2, LEAD, WIDTH, draw_line
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, Stuk, alinea, sectie, tabel
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_day_and_time, moment

_SIGNS_FROM = 12
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
    rows = [_row(name, under) for name, under in _signers(papier)]
    head = [alinea(CELL_HEAD, name) for name in (_("Naam"), _("Handtekening"), _("Datum"))]
    meaning = alinea(BODY, _("Mijn handtekening betekent: dit plan is met mij besproken."))
    room = tabel(_COLUMNS, [head, *rows], kop=True)
    rules = [Schrijfregel(words) for words in (_("Ik ben het niet eens met:"), "")]
    blok = Blok([meaning, room, *rules], heel=True)
    return sectie(_("Handtekeningen"), blok) if rows else []


def _row(name: str, under: str) -> list[Flowable]:
    """Height comes from the room that a signature needs."""
    filled = alinea(CELL, Stuk(name, face=Face.SEMIBOLD), Stuk(f"\n{under}" if under else "", kleur=INK2))
    return [filled, alinea(CELL, ""), Spacer(0, _ROOM)]


def _signers(papier: Papier) -> list[tuple[str, str]]:
    """Family from 12 years and parents; of a paper for one person only that person; and the regisseur."""
    parents = {each.houder for each in papier.dossier.gezag}
    people = [each for each in papier.dossier.personen if _signs(papier, each, parents)]
    reader = [each for each in people if papier.called(each.id) == papier.voor]
    term = regie.term_on(papier.dossier, papier.op)
    holder = term.houder if term is not None else None
    signers = [(each.naam, _under(papier, each, holder)) for each in reader or people]
    if holder is not None and holder not in {each.id for each in reader or people}:
        signers.append((papier.called(holder), _("regisseur")))
    return signers


def _under(papier: Papier, persoon: Persoon, holder: UUID | None) -> str:
    name = papier.called(persoon.id)
    known = name if name.casefold() not in persoon.naam.casefold() else ""
    return " · ".join(part for part in (known, _("regisseur") if persoon.id == holder else "") if part)


def _signs(papier: Papier, persoon: Persoon, parents: AbstractSet[UUID | None]) -> bool:
    """Who lives, belongs to it still, and is a parent or a family member of an age to sign."""
    if not present_on(papier.dossier, persoon.id, papier.op):
        return False
    if persoon.id in parents:
        return True
    if persoon.soort is not PersoonSoort.GEZINSLID:
        return False
    if persoon.geboortedatum is None:
        return not is_child(papier.dossier, persoon, papier.op)
    return age_on(persoon.geboortedatum, papier.op) >= _SIGNS_FROM


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
