"""Talks: of which kind, when, where, and what is on the agenda."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


class OverlegSoort(StrEnum):
    """The kinds of talk (domain of 1Gezin1Plan and the sociaal team)."""

    GEZINSGESPREK = "gezinsgesprek"
    STARTOVERLEG = "startoverleg"
    EVALUATIE = "evaluatie"
    RONDETAFEL = "rondetafel"
    MDO = "mdo"
    CASUSTAFEL = "casustafel"


@dataclass(frozen=True, slots=True)
class Overleg:
    """A talk about this family: moment (aware, UTC), place and kind."""

    id: UUID
    moment: datetime
    plaats: str = ""
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN
    soort: OverlegSoort = OverlegSoort.GEZINSGESPREK


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One thing to talk about; `betreft` is the part that it is about, a helper for example."""

    id: UUID
    overleg: UUID
    wat: str
    betreft: UUID | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


class DeelnameRol(StrEnum):
    """What somebody can do at the table: think along, act, or decide ("denkers, doeners en beslissers aan 1 tafel")."""

    DENKER = "denker"
    DOENER = "doener"
    BESLISSER = "beslisser"


@dataclass(frozen=True, slots=True)
class Deelname:
    """Somebody at a talk: invited, and afterwards whether he was there; None while that is not known."""

    id: UUID
    overleg: UUID
    deelnemer: UUID
    rol: DeelnameRol | None = None
    aanwezig: bool | None = None


@dataclass(frozen=True, slots=True)
class Besluit:
    """What was decided at a talk, who of the family agrees and who does not; `actie` is what follows from it."""

    id: UUID
    overleg: UUID
    wat: str
    eens: tuple[UUID, ...] = ()
    oneens: tuple[UUID, ...] = ()
    actie: UUID | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


class Uitkomst(StrEnum):
    """What the talk about one helper leads to (product.md 4)."""

    HOUDEN = "houden"
    SAMENVOEGEN = "samenvoegen"
    OP_AFSTAND = "op_afstand"
    AFRONDEN = "afronden"


@dataclass(frozen=True, slots=True)
class Bespreking:
    """The talk about one helper: who else does this, could the netwerk do it, what is needed first, what follows.

    Which question, for whom and until when stand in the betrokkenheid itself.
    """

    id: UUID
    betrokkenheid: UUID
    datum: date
    uitkomst: Uitkomst
    wie_nog: str = ""
    kan_netwerk: str = ""
    eerst_nodig: str = ""
    overname_door: tuple[UUID, ...] = ()
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN
