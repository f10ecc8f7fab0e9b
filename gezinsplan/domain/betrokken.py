"""Who helps: on which day, who counts, who is there to carry something (product.md 4)."""

from datetime import date
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.dossier import (
    ActieStatus,
    Betrokkenheid,
    BetrokkenheidSoort,
    BetrokkenheidStatus,
    Dossier,
    Vorm,
)
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import find

ADULT = 18
OPEN = frozenset({ActieStatus.GEVRAAGD, ActieStatus.TOEGEZEGD})


def status_on(betrokkenheid: Betrokkenheid, op: date) -> BetrokkenheidStatus:
    """Where it stands on a day: an approximate begin counts from its earliest, an end until its latest day."""
    if betrokkenheid.vanaf is None or op < betrokkenheid.vanaf.begint:
        return BetrokkenheidStatus.WACHTLIJST if betrokkenheid.wachtlijst else BetrokkenheidStatus.AANGEMELD
    if betrokkenheid.tot is not None and betrokkenheid.tot.eindigt <= op:
        return BetrokkenheidStatus.GESTOPT
    return BetrokkenheidStatus.GESTART


def active_on(betrokkenheid: Betrokkenheid, op: date) -> bool:
    """Started and not yet gone."""
    return status_on(betrokkenheid, op) is BetrokkenheidStatus.GESTART


def person_of(betrokkenheid: Betrokkenheid) -> UUID:
    """One id per human being: each helper without a name is one person until joined with another."""
    return betrokkenheid.professional or betrokkenheid.id


def is_beroepskracht(betrokkenheid: Betrokkenheid) -> bool:
    """A paid ervaringsdeskundige counts as one too (product.md 4)."""
    soort = betrokkenheid.soort
    paid_expert = soort is BetrokkenheidSoort.ERVARINGSDESKUNDIGE and betrokkenheid.betaald
    return soort is BetrokkenheidSoort.BEROEPSKRACHT or paid_expert


def is_regisseur(dossier: Dossier, betrokkenheid: Betrokkenheid, op: date) -> bool:
    """Whether this helper holds the term of that day."""
    term = regie.term_on(dossier, op)
    return term is not None and term.houder == betrokkenheid.id


def counts(dossier: Dossier, betrokkenheid: Betrokkenheid, op: date) -> bool:
    """A started beroepskracht in contact with the family, not vaste basis; the regisseur always (product.md 4)."""
    if not (is_beroepskracht(betrokkenheid) and active_on(betrokkenheid, op)):
        return False
    in_contact = betrokkenheid.vorm is not Vorm.OP_AFSTAND and not betrokkenheid.vaste_basis
    return in_contact or is_regisseur(dossier, betrokkenheid, op)


def aantal_professionals(dossier: Dossier, op: date) -> int:
    """Distinct persons who count on a day; derived, never typed (product.md rule 3)."""
    return len({person_of(each) for each in dossier.betrokkenheden if counts(dossier, each, op)})


def start_on(dossier: Dossier) -> date:
    """The day of the baseline: settled with the family, until then the start of the case."""
    return dossier.gezin.beginstand_op or dossier.gezin.start


def is_child(dossier: Dossier, persoon: Persoon, op: date) -> bool:
    """A family member under 18 who is there; without a birth date somebody over whom another has gezag."""
    if persoon.soort is not PersoonSoort.GEZINSLID or left_on(persoon, op) is not None:
        return False
    if persoon.geboortedatum is not None:
        return age_on(persoon.geboortedatum, op) < ADULT
    return any(each.kind == persoon.id for each in dossier.gezag)


def present_on(dossier: Dossier, deelnemer: UUID, op: date) -> bool:
    """Whether somebody can carry something on a day: a helper who is there, a person who is there and alive."""
    helper = find(dossier, Betrokkenheid, deelnemer)
    if helper is not None:
        return active_on(helper, op)
    persoon = find(dossier, Persoon, deelnemer)
    return persoon is not None and left_on(persoon, op) is None


def left_on(persoon: Persoon, op: date) -> date | None:
    """Since when somebody is no longer part of it or no longer alive, if that is so on a day."""
    return min((end for end in (persoon.tot, persoon.overleden_op) if end is not None and end <= op), default=None)


def contacts(dossier: Dossier, kind: UUID, op: date) -> tuple[Betrokkenheid, ...]:
    """The helpers who see this child: there for the child or for the whole family, and not from a distance."""
    return tuple(each for each in dossier.betrokkenheden if active_on(each, op) and sees(each, kind))


def sees(betrokkenheid: Betrokkenheid, kind: UUID) -> bool:
    """There for this child or for the whole family, and not from a distance."""
    return betrokkenheid.vorm is not Vorm.OP_AFSTAND and (not betrokkenheid.over or kind in betrokkenheid.over)


def regisseur_on(dossier: Dossier, op: date) -> UUID | None:
    """Who is regisseur on a day; nobody in a vacancy, and when the holder has died or left (product.md rule 1)."""
    term = regie.term_on(dossier, op)
    there = term is not None and term.houder is not None and present_on(dossier, term.houder, op)
    return term.houder if term is not None and there else None
