"""Who helps: on which day, who counts, the line over time, and what nobody does now (product.md 4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.datum import Datum, age_on
from gezinsplan.domain.dossier import (
    Actie,
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


@dataclass(frozen=True, slots=True)
class Telling:
    """From this day on so many professionals; `zeker` is false while an approximate date leaves it open."""

    datum: date
    aantal: int
    zeker: bool = True


def trend(dossier: Dossier, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """The line over time: a first and a last point, and one where the number or its certainty changes."""
    days = sorted({vanaf, tot_en_met, *(day for day in _turning_days(dossier) if vanaf < day < tot_en_met)})
    line = [Telling(day, aantal_professionals(dossier, day), _certain(dossier, day)) for day in days]
    kept = [next(same) for _, same in groupby(line, key=lambda each: (each.aantal, each.zeker))]
    return tuple(kept if kept[-1] is line[-1] else [*kept, line[-1]])


def _turning_days(dossier: Dossier) -> Iterator[date]:
    for each in dossier.betrokkenheden:
        for moment in (each.vanaf, each.tot):
            if moment is not None:
                yield from (moment.begint, moment.eindigt)
    for term in dossier.regisseurschappen:
        yield from (term.vanaf, term.tot or term.vanaf)


def _certain(dossier: Dossier, op: date) -> bool:
    def open_on(moment: Datum | None) -> bool:
        return moment is not None and moment.dag is None and moment.begint <= op < moment.eindigt

    counted = [each for each in dossier.betrokkenheden if counts(dossier, each, op)]
    known = {person_of(each) for each in counted if not (open_on(each.vanaf) or open_on(each.tot))}
    return all(person_of(each) in known for each in counted)


def is_child(dossier: Dossier, persoon: Persoon, op: date) -> bool:
    """A family member under 18 who is there; without a birth date somebody over whom another has gezag."""
    if persoon.soort is not PersoonSoort.GEZINSLID or _left(persoon, op) is not None:
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
    return persoon is not None and _left(persoon, op) is None


def _left(persoon: Persoon, op: date) -> date | None:
    """Since when somebody is no longer part of it or no longer alive, if that is so on a day."""
    return min((end for end in (persoon.tot, persoon.overleden_op) if end is not None and end <= op), default=None)


def contacts(dossier: Dossier, kind: UUID, op: date) -> tuple[Betrokkenheid, ...]:
    """The helpers who see this child: there for the child or for the whole family, and not from a distance."""
    return tuple(each for each in dossier.betrokkenheden if active_on(each, op) and _sees(each, kind))


def _sees(betrokkenheid: Betrokkenheid, kind: UUID) -> bool:
    return betrokkenheid.vorm is not Vorm.OP_AFSTAND and (not betrokkenheid.over or kind in betrokkenheid.over)


def regisseur_on(dossier: Dossier, op: date) -> UUID | None:
    """Who is regisseur on a day; nobody in a vacancy, and when the holder has died or left (product.md rule 1)."""
    term = regie.term_on(dossier, op)
    there = term is not None and term.houder is not None and present_on(dossier, term.houder, op)
    return term.houder if term is not None and there else None


class GatSoort(StrEnum):
    """What nobody does now."""

    REGIE = "regie"
    KIND = "kind"
    ACTIE = "actie"


@dataclass(frozen=True, slots=True)
class Gat:
    """Something that nobody carries now: the term, child or actie, since when, and who carried it."""

    soort: GatSoort
    onderdeel: UUID
    sinds: date
    van: UUID | None = None


def holes(dossier: Dossier, op: date) -> tuple[Gat, ...]:
    """Everything that stands red as "Niemand doet dit nu" (product.md rule 4): the child first, then regie, acties."""
    children = (_child_hole(dossier, each, op) for each in dossier.personen if is_child(dossier, each, op))
    acties = (_actie_hole(dossier, each, op) for each in dossier.acties if each.status in OPEN)
    return tuple(gat for gat in (*children, _regie_hole(dossier, op), *acties) if gat is not None)


def _gone_since(dossier: Dossier, deelnemer: UUID, op: date) -> date | None:
    """Since when somebody who was there no longer is; None for who is there, or is still to come."""
    helper = find(dossier, Betrokkenheid, deelnemer)
    if helper is not None:
        return helper.tot.eindigt if helper.tot is not None and _gone_on(helper, op) else None
    persoon = find(dossier, Persoon, deelnemer)
    return _left(persoon, op) if persoon is not None else None


def _regie_hole(dossier: Dossier, op: date) -> Gat | None:
    """A vacancy, or a holder of the family or netwerk who has died or gone; a helper cannot (`checks`)."""
    term = regie.term_on(dossier, op)
    if term is None:
        return None
    if term.houder is None:
        return Gat(GatSoort.REGIE, term.id, term.vanaf)
    since = _gone_since(dossier, term.houder, op)
    return Gat(GatSoort.REGIE, term.id, since, term.houder) if since is not None else None


def _actie_hole(dossier: Dossier, actie: Actie, op: date) -> Gat | None:
    if any(present_on(dossier, each, op) for each in actie.wie):
        return None
    gone = [(since, each) for each in actie.wie if (since := _gone_since(dossier, each, op)) is not None]
    if not gone:
        return Gat(GatSoort.ACTIE, actie.id, min(op, actie.vanaf or dossier.gezin.start))
    since, last = max(gone)
    return Gat(GatSoort.ACTIE, actie.id, since, last)


def _child_hole(dossier: Dossier, kind: Persoon, op: date) -> Gat | None:
    """A child that was seen and is no longer, unless one of the last to go said who follows, or why nobody does.

    A helper who took over is among its contacts; a person has no period, and is looked for here.
    """
    gone = [
        (each.tot.eindigt, each)
        for each in dossier.betrokkenheden
        if each.tot is not None and _sees(each, kind.id) and _gone_on(each, op)
    ]
    if not gone or contacts(dossier, kind.id, op):
        return None
    since = max(end for end, _ in gone)
    last = [each for end, each in gone if end == since]
    takers = [find(dossier, Persoon, each.overgenomen_door) for each in last]
    there = any(present_on(dossier, taker.id, op) for taker in takers if taker is not None)
    if there or any(each.geen_overname_omdat.strip() for each in last):
        return None
    left = (_left(taker, op) for taker in takers if taker is not None)
    return Gat(GatSoort.KIND, kind.id, max((since, *(day for day in left if day is not None))), last[-1].id)


def _gone_on(betrokkenheid: Betrokkenheid, op: date) -> bool:
    return status_on(betrokkenheid, op) is BetrokkenheidStatus.GESTOPT
