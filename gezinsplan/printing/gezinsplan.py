"""The family's own version of the plan on A4, in the order in which a family reads it."""

from gezinsplan.domain.dossier import Onderdeel
from gezinsplan.printing.akkoorden import akkoorden
from gezinsplan.printing.doelen import andere_afspraken, doelen, gehaald
from gezinsplan.printing.kop import kop, rand
from gezinsplan.printing.layout import document
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.regie import regie_kader, regisseurs
from gezinsplan.printing.slot import handtekeningen, terugkijken
from gezinsplan.printing.wie_helpt import wie_helpt
from gezinsplan.printing.woorden import aanleiding, krachten_en_zorgen, verder, wens
from gezinsplan.texts import _

__all__ = ["Papier", "gezinsplan"]


def gezinsplan(papier: Papier) -> bytes:
    """The plan as a PDF in memory; the same paper always gives the same bytes."""
    edge = rand(papier)
    story = [
        *kop(_("Ons gezinsplan"), edge),
        regie_kader(papier),
        *wens(papier),
        *aanleiding(papier),
        *krachten_en_zorgen(papier),
        *verder(papier, Onderdeel.EERDERE_HULP, Onderdeel.ANALYSE, Onderdeel.RESULTAAT),
        *doelen(papier),
        *gehaald(papier),
        *andere_afspraken(papier),
        *verder(papier, Onderdeel.ROLVERDELING, Onderdeel.WERKAFSPRAAK),
        *wie_helpt(papier),
        *regisseurs(papier),
        *verder(papier, Onderdeel.MENING),
        *terugkijken(papier),
        *akkoorden(papier),
        *handtekeningen(papier),
    ]
    return document(story, edge, _("Gezinsplan nr {number}").format(number=papier.nummer))
