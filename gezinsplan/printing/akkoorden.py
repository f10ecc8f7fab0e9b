"""What everybody said of this version: who agrees, and who does not, in his own words."""

from reportlab.platypus import Flowable

from gezinsplan.domain.akkoord import antwoorden
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.values import find
from gezinsplan.domain.versies import Akkoord, Antwoord
from gezinsplan.printing.layout import AFSPRAAK
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, alinea, quiet, quoted, sectie
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.words import word

_SIGNS = {Antwoord.AKKOORD: "☑", Antwoord.NIET_AKKOORD: "☐", Antwoord.NIET_GEVRAAGD: "☐"}


def akkoorden(papier: Papier) -> list[Flowable]:
    """The members in the order of the plan, then the helpers about their own part; nothing for a proposal."""
    if papier.versie is None:
        return []
    said = antwoorden(papier.dossier, papier.versie.id)
    order = [*(each.id for each in papier.dossier.personen), *(each.id for each in papier.dossier.betrokkenheden)]
    lines = (Blok([_line(papier, said[each])]) for each in order if each in said)
    return sectie(_("Wat we van dit plan vinden"), *lines)


def _line(papier: Papier, said: Akkoord) -> Flowable:
    name = papier.called(said.deelnemer)
    head = f"{name}: {_answer(papier, said)}"
    how = word(said.vorm) if said.vorm is not None else ""
    under = ", ".join(part for part in (how, long_date(said.datum)) if part)
    words = said.toelichting.strip()
    if said.antwoord is Antwoord.NIET_AKKOORD:
        words = quoted(words)
    return alinea(AFSPRAAK, head, f"\n{words}" if words else "", quiet(f"\n{under}"), bullet=_SIGNS[said.antwoord])


def _answer(papier: Papier, said: Akkoord) -> str:
    if find(papier.dossier, Betrokkenheid, said.deelnemer) is None:
        return word(said.antwoord)
    own_part = {
        Antwoord.AKKOORD: _("doet wat hier staat"),
        Antwoord.NIET_AKKOORD: _("doet dit niet"),
        Antwoord.NIET_GEVRAAGD: word(Antwoord.NIET_GEVRAAGD),
    }
    return own_part[said.antwoord]
