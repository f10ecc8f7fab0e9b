"""The family's own version of the plan on A4, in the order in which a family reads it."""

from reportlab.platypus import Flowable

from gezinsplan.printing.doelen import andere_afspraken, doelen, gehaald
from gezinsplan.printing.layout import FAMILY, TITLE, UNDER_TITLE, Rand, document
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import alinea
from gezinsplan.printing.regie import regie_kader
from gezinsplan.printing.slot import handtekeningen, terugkijken
from gezinsplan.printing.wie_helpt import wie_helpt
from gezinsplan.printing.woorden import aanleiding, krachten_en_zorgen, wens
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date

__all__ = ["Papier", "gezinsplan"]


def gezinsplan(papier: Papier) -> bytes:
    """The plan as a PDF in memory; the same paper always gives the same bytes."""
    edge = Rand(
        gezin=papier.dossier.gezin.naam,
        status=_("Dit is nog een voorstel"),
        voor=_("voor {name}").format(name=papier.voor),
        datum=long_date(papier.op),
        nummer=_("Nr {number}").format(number=papier.nummer),
    )
    story = [
        *_title(edge),
        regie_kader(papier),
        *wens(papier),
        *aanleiding(papier),
        *krachten_en_zorgen(papier),
        *doelen(papier),
        *gehaald(papier),
        *andere_afspraken(papier),
        *wie_helpt(papier),
        *terugkijken(papier),
        *handtekeningen(papier),
    ]
    return document(story, edge, _("Gezinsplan nr {number}").format(number=papier.nummer))


def _title(edge: Rand) -> list[Flowable]:
    return [
        alinea(TITLE, _("Ons gezinsplan")),
        alinea(FAMILY, edge.gezin),
        alinea(UNDER_TITLE, " · ".join((edge.status, edge.datum, edge.voor))),
    ]
