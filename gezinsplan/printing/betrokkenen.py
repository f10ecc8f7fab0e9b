"""Who helps on the day of printing, in the groups in which the paper shows them: every human being once."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gezinsplan.domain import rondom
from gezinsplan.domain.betrokken import counts, is_beroepskracht, present_on, status_on
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidStatus, Vorm
from gezinsplan.domain.namen import helper_name, helper_organisation
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.rondom import Naaste
from gezinsplan.domain.tekening import Kleur
from gezinsplan.printing.papier import Papier
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.words import joined


class Groep(StrEnum):
    """Where somebody stands on the paper, in this order."""

    TELT_MEE = "telt_mee"
    VASTE_BASIS = "vaste_basis"
    OP_AFSTAND = "op_afstand"
    VRIJWILLIG = "vrijwillig"


@dataclass(frozen=True, slots=True)
class Hulp:
    """One human being who helps, with every betrokkenheid that he or she has here."""

    groep: Groep
    delen: tuple[Betrokkenheid, ...]
    regisseur: bool
    naam: str
    organisatie: str


def helpers(papier: Papier) -> tuple[Hulp, ...]:
    """Everybody who helps on the day of printing: the regisseur first, then who counts, then the rest, by name."""
    made = [_hulp(papier, each) for each in rondom.helpers(papier.dossier, papier.op)]
    order = [*Groep]
    return tuple(sorted(made, key=lambda hulp: (not hulp.regisseur, order.index(hulp.groep), hulp.naam.casefold())))


def _hulp(papier: Papier, naaste: Naaste) -> Hulp:
    first = naaste.delen[0]
    name, organisation = helper_name(first, papier.kaart), helper_organisation(first, papier.kaart)
    return Hulp(_groep(papier, first), naaste.delen, naaste.kleur is Kleur.REGISSEUR, name, organisation)


def _groep(papier: Papier, helper: Betrokkenheid) -> Groep:
    if counts(papier.dossier, helper, papier.op):
        return Groep.TELT_MEE
    if not is_beroepskracht(helper):
        return Groep.VRIJWILLIG
    return Groep.VASTE_BASIS if helper.vaste_basis else Groep.OP_AFSTAND


def waiting(papier: Papier) -> tuple[Betrokkenheid, ...]:
    """Who was asked for and has not begun."""
    before = {BetrokkenheidStatus.AANGEMELD, BetrokkenheidStatus.WACHTLIJST}
    return tuple(each for each in papier.dossier.betrokkenheden if status_on(each, papier.op) in before)


def netwerk(papier: Papier) -> tuple[Persoon, ...]:
    """The own people around the family who are there on the day of printing."""
    people = (each for each in papier.dossier.personen if each.soort is PersoonSoort.NETWERK)
    there = (each for each in people if present_on(papier.dossier, each.id, papier.op))
    return tuple(sorted(there, key=lambda persoon: papier.called(persoon.id).casefold()))


def waarvoor(hulp: Hulp) -> str:
    """The questions that this helper answers."""
    return "\n".join(_unique(each.vraag.strip() for each in hulp.delen))


def voor_wie(papier: Papier, delen: Iterable[Betrokkenheid]) -> str:
    """Whom the help is for; nobody named means everybody."""
    delen = tuple(delen)
    if any(not each.over for each in delen):
        return _("heel gezin")
    return joined(_unique(name for each in delen for name in papier.names(each.over)))


def hoe_vaak(papier: Papier, hulp: Hulp) -> str:
    """How often, and until when as far as that is known."""
    return "\n".join(_unique(line for each in hulp.delen for line in (each.frequentie.strip(), _until(papier, each))))


def _until(papier: Papier, helper: Betrokkenheid) -> str:
    known = helper.tot.eindigt if helper.tot is not None else None
    day = known or helper.verwacht_tot
    if helper.vorm is Vorm.BIJGESCHAKELD:
        return _("helpt tijdelijk mee, tot {date}").format(date=long_date(day)) if day else _("helpt tijdelijk mee")
    return _("tot {date}").format(date=long_date(day)) if day is not None and day > papier.op else ""


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
