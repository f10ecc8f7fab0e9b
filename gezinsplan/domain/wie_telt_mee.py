"""The list behind every number: who counts, and apart from it who does not and why, each human being once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.betrokken import counts, is_beroepskracht, person_of, present_on, status_on
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, BetrokkenheidStatus, Dossier
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import organisation_id
from gezinsplan.domain.personen import PersoonSoort


class Groep(StrEnum):
    """Where a helper stands in the count; somebody with several roles stands in the first of these."""

    TELT_MEE = "telt_mee"
    VASTE_BASIS = "vaste_basis"
    OP_AFSTAND = "op_afstand"
    VRIJWILLIGER = "vrijwilliger"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"
    AANGEMELD = "aangemeld"
    WACHTLIJST = "wachtlijst"


WACHTEND = frozenset({Groep.AANGEMELD, Groep.WACHTLIJST})


@dataclass(frozen=True, slots=True)
class Mens:
    """One human being, with all that he does here: the periods that are going on, or that he waits for."""

    groep: Groep
    betrokkenheden: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Opbouw:
    """What the numbers of a day are made of; every number is the length of one of these lists."""

    op: date
    mensen: tuple[Mens, ...]
    netwerk: tuple[UUID, ...]
    organisaties: tuple[UUID, ...]

    def of(self, groep: Groep) -> tuple[Mens, ...]:
        """The people of one group."""
        return tuple(each for each in self.mensen if each.groep is groep)

    @property
    def iedereen(self) -> tuple[Mens, ...]:
        """What the family feels: everybody from outside they deal with."""
        return tuple(each for each in self.mensen if each.groep not in WACHTEND)


def opbouw(dossier: Dossier, kaart: SocialeKaart, op: date) -> Opbouw:
    """Everybody around the family on a day, in the order of the groups and then of the ids."""
    order = [*Groep]
    found: dict[UUID, list[tuple[int, UUID]]] = {}
    companies: set[UUID] = set()
    for each in dossier.betrokkenheden:
        groep = groep_of(dossier, each, op)
        if groep is not None:
            found.setdefault(person_of(each), []).append((order.index(groep), each.id))
            organisatie = organisation_id(each, kaart)
            companies |= {organisatie} if organisatie and groep not in WACHTEND else set()
    people = sorted(sorted(roles) for roles in found.values())
    return Opbouw(
        op=op,
        mensen=tuple(Mens(order[roles[0][0]], tuple(each for _, each in roles)) for roles in people),
        netwerk=tuple(
            each.id
            for each in dossier.personen
            if each.soort is PersoonSoort.NETWERK and present_on(dossier, each.id, op)
        ),
        organisaties=tuple(sorted(companies)),
    )


_NOT_YET = {
    BetrokkenheidStatus.AANGEMELD: Groep.AANGEMELD,
    BetrokkenheidStatus.WACHTLIJST: Groep.WACHTLIJST,
    BetrokkenheidStatus.GESTOPT: None,
}


def groep_of(dossier: Dossier, betrokkenheid: Betrokkenheid, op: date) -> Groep | None:
    """Where a helper stands in the count of a day; None for who has gone."""
    status = status_on(betrokkenheid, op)
    if status in _NOT_YET:
        return _NOT_YET[status]
    if counts(dossier, betrokkenheid, op):
        return Groep.TELT_MEE
    if not is_beroepskracht(betrokkenheid):
        expert = betrokkenheid.soort is BetrokkenheidSoort.ERVARINGSDESKUNDIGE
        return Groep.ERVARINGSDESKUNDIGE if expert else Groep.VRIJWILLIGER
    return Groep.VASTE_BASIS if betrokkenheid.vaste_basis else Groep.OP_AFSTAND
