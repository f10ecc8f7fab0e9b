"""What must stay carried in a family: every duty, who carries it now, and who could be asked to take it over.

Who could (product.md 4): the own people first, then helpers who do not count, then those who do. Somebody is asked
when the last talk about one of its carriers named him, or when he works on the same doel or leefgebied for the same
people; of the netwerk also who has a tie that gives something. Never: a child, whoever is vaste basis or op afstand,
and whoever one of these people wants no contact with. A safety agreement has no leefgebied: it goes to whoever does
or checks another one. A child's contact and a felt klik cannot be taken over at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.banden import Band, Bandsterkte, KlikSoort, Richting
from gezinsplan.domain.betrokken import ADULT, OPEN, active_on, contacts, is_child, person_of, present_on
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.dekking import open_doelen_op
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.gesprek import latest
from gezinsplan.domain.klik import latest_answers
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.veiligheidsafspraken import checkers, running_on


class PlichtSoort(StrEnum):
    """What it is that somebody carries; safety first."""

    AFSPRAAK = "afspraak"
    CONTROLE = "controle"
    CONTACT = "contact"
    KLIK = "klik"
    DOEL = "doel"
    ACTIE = "actie"


@dataclass(frozen=True, slots=True)
class Plicht:
    """A part that is carried, by which deelnemers, and who of the others could take it over."""

    soort: PlichtSoort
    onderdeel: UUID
    dragers: tuple[UUID, ...]
    overname: tuple[UUID, ...] = ()


def plichten(dossier: Dossier, op: date) -> tuple[Plicht, ...]:
    """Everything that somebody carries on a day; what nobody carries is a gap or a hole, and no duty."""
    return tuple(each for each in _Lezing(dossier, op).plichten() if each.dragers)


@dataclass(frozen=True, slots=True)
class _Inhoud:
    """What a duty is about: the people, the doel and the leefgebied; safety has neither of the latter."""

    over: tuple[UUID, ...]
    doel: UUID | None = None
    leefgebied: UUID | None = None
    veilig: bool = False


class _Lezing:
    """The dossier of one day, looked up once."""

    def __init__(self, dossier: Dossier, op: date) -> None:
        self._dossier, self._op = dossier, op
        self._doelen = {each.id: each for each in dossier.doelen}
        self._acties = [each for each in dossier.acties if each.status in OPEN]
        self._afspraken = running_on(dossier, op)
        self._talks = {each.betrokkenheid: latest(dossier, each.betrokkenheid) for each in dossier.besprekingen}
        self._helpers = [each for each in dossier.betrokkenheden if active_on(each, op)]
        self._own = [each for each in dossier.personen if self._can_carry(each)]
        known = (*(each.id for each in dossier.betrokkenheden), *(each.id for each in dossier.personen))
        self._there = {each for each in known if present_on(dossier, each, op)}
        self._humans = {each.id: person_of(each) for each in dossier.betrokkenheden}
        self._klik = latest_answers(dossier, op)
        self._ties = _giving_ties(dossier.banden)
        self._on_doel: dict[UUID, set[UUID]] = defaultdict(set)
        self._on_leefgebied: dict[UUID, set[UUID]] = defaultdict(set)
        self._note_work()

    def _can_carry(self, persoon: Persoon) -> bool:
        born = persoon.geboortedatum
        young = is_child(self._dossier, persoon, self._op) or (born is not None and age_on(born, self._op) < ADULT)
        return not young and present_on(self._dossier, persoon.id, self._op)

    def _note_work(self) -> None:
        """Who works on which doel and leefgebied."""
        for helper in self._helpers:
            for doel in helper.doelen:
                self._on_doel[doel].add(helper.id)
            for area in helper.leefgebieden:
                self._on_leefgebied[area].add(helper.id)
        for actie in self._acties:
            if actie.doel is not None:
                self._on_doel[actie.doel].update(each for each in actie.wie if each in self._there)
        for doel_id, wie in self._on_doel.items():
            area_of_doel = self._doelen[doel_id].leefgebied
            if area_of_doel is not None:
                self._on_leefgebied[area_of_doel] |= wie

    def plichten(self) -> Iterator[Plicht]:
        """All duties, in the order of their kinds."""
        for afspraak in self._afspraken:
            about = _Inhoud(afspraak.over, veilig=True)
            yield self._plicht(PlichtSoort.AFSPRAAK, afspraak.id, afspraak.wie, about)
            yield self._plicht(PlichtSoort.CONTROLE, afspraak.id, checkers(afspraak), about)
        yield from self._people()
        for doel in open_doelen_op(self._dossier, self._op):
            about = _Inhoud(doel.over, doel.id, doel.leefgebied)
            yield self._plicht(PlichtSoort.DOEL, doel.id, sorted(self._on_doel[doel.id]), about)
        for actie in self._acties:
            goal = self._doelen.get(actie.doel) if actie.doel is not None else None
            over = actie.over or (goal.over if goal is not None else ())
            about = _Inhoud(over, actie.doel, goal.leefgebied if goal is not None else None)
            yield self._plicht(PlichtSoort.ACTIE, actie.id, actie.wie, about)

    def _people(self) -> Iterator[Plicht]:
        """Each child keeps a contact that it has, each member somebody with whom there is a klik."""
        for persoon in self._dossier.personen:
            if is_child(self._dossier, persoon, self._op):
                seen_by = contacts(self._dossier, persoon.id, self._op)
                yield Plicht(PlichtSoort.CONTACT, persoon.id, tuple(each.id for each in seen_by))
            if persoon.soort is PersoonSoort.GEZINSLID and persoon.id in self._there:
                felt = (each.id for each in self._helpers if self._says(persoon.id, each.id, KlikSoort.KLIK))
                yield Plicht(PlichtSoort.KLIK, persoon.id, tuple(felt))

    def _plicht(self, soort: PlichtSoort, onderdeel: UUID, wie: Iterable[UUID], about: _Inhoud) -> Plicht:
        carriers = tuple(each for each in wie if each in self._there)
        talks = (self._talks.get(each) for each in carriers)
        named = {taker for talk in talks if talk is not None for taker in talk.overname_door}
        people = [each.id for each in self._own if each.id in named or self._may_ask(each, about)]
        helpers = [each.id for each in self._helpers if self._may_take(each, about, named)]
        welcome = (each for each in (*people, *helpers) if each not in carriers and not self._refused(each, about))
        return Plicht(soort, onderdeel, carriers, tuple(welcome))

    def _works_on(self, deelnemer: UUID, about: _Inhoud) -> bool:
        if about.veilig:
            return any(deelnemer in (*each.wie, *checkers(each)) for each in self._afspraken)
        on_doel = about.doel is not None and deelnemer in self._on_doel[about.doel]
        return on_doel or (about.leefgebied is not None and deelnemer in self._on_leefgebied[about.leefgebied])

    def _may_ask(self, persoon: Persoon, about: _Inhoud) -> bool:
        """Somebody of the family who works on it, or of the netwerk whose tie gives something to these people."""
        if self._works_on(persoon.id, about):
            return True
        ties = self._ties[persoon.id] if persoon.soort is PersoonSoort.NETWERK and not about.veilig else set()
        return bool(ties) and (None in ties or {*about.over} <= ties)

    def _may_take(self, helper: Betrokkenheid, about: _Inhoud, named: set[UUID]) -> bool:
        if helper.vaste_basis or helper.vorm is Vorm.OP_AFSTAND:
            return False
        for_them = not helper.over or (bool(about.over) and {*about.over} <= {*helper.over})
        return helper.id in named or (for_them and self._works_on(helper.id, about))

    def _refused(self, deelnemer: UUID, about: _Inhoud) -> bool:
        about_them = about.over or tuple(each.id for each in self._dossier.personen)
        return any(self._says(each, deelnemer, KlikSoort.GEEN_CONTACT) for each in about_them)

    def _says(self, lid: UUID, deelnemer: UUID, soort: KlikSoort) -> bool:
        """Whether that is the latest that a member said of this human being."""
        answer = self._klik.get((lid, self._humans.get(deelnemer, deelnemer)))
        return answer is not None and answer.soort is soort


def _giving_ties(banden: Iterable[Band]) -> dict[UUID, set[UUID | None]]:
    """Per person around the family the members who get something from a tie; None: the whole family."""
    ties: dict[UUID, set[UUID | None]] = defaultdict(set)
    for band in banden:
        if band.sterkte is not Bandsterkte.GESPANNEN and band.richting is not Richting.VAN_GEZIN:
            ties[band.deelnemer].add(band.lid)
    return ties
