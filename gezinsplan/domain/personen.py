"""The people of a family and around it: where they live, who has gezag, and what about them is shielded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.datum import Datum


class PersoonSoort(StrEnum):
    """Belongs to the family, or to the people around it."""

    GEZINSLID = "gezinslid"
    NETWERK = "netwerk"


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody of the family or its netwerk; `roepnaam` is how the plan calls him or her ("mama", "oma Fatma")."""

    id: UUID
    soort: PersoonSoort
    naam: str
    roepnaam: str = ""
    band: str = ""
    geboortedatum: Datum | None = None
    overleden_op: date | None = None
    telefoon: str = ""
    bereikbaar: str = ""
    voicemail: bool | None = None
    post: bool | None = None
    talen: tuple[str, ...] = ()
    tolk: bool = False
    leest_groot: bool = False
    talenten: str = ""
    weet_ervan_sinds: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Huishouden:
    """One address where members live, from until."""

    id: UUID
    naam: str
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    vanaf: Datum | None = None
    tot: Datum | None = None


@dataclass(frozen=True, slots=True)
class Bewoning:
    """Who lives in which huishouden; children of co-parents live in two ("om de week")."""

    id: UUID
    huishouden: UUID
    persoon: UUID
    wanneer: str = ""
    vanaf: Datum | None = None
    tot: Datum | None = None


class Gezagsvorm(StrEnum):
    """The forms of gezag as the BRP names them (Haal Centraal, gezag)."""

    GEZAMENLIJK_OUDERLIJK = "gezamenlijk_ouderlijk"
    EENHOOFDIG_OUDERLIJK = "eenhoofdig_ouderlijk"
    GEZAMENLIJK = "gezamenlijk"
    VOOGDIJ = "voogdij"
    TIJDELIJK_GEEN = "tijdelijk_geen"
    NIET_TE_BEPALEN = "niet_te_bepalen"


@dataclass(frozen=True, slots=True)
class Gezagsverhouding:
    """Who has gezag over a child, says which source, checked on which day; no holder while nobody has it."""

    id: UUID
    kind: UUID
    houder: UUID | None
    vorm: Gezagsvorm
    bron: str = ""
    gecontroleerd_op: date | None = None
    vanaf: Datum | None = None
    tot: Datum | None = None


class Feit(StrEnum):
    """What an Afscherming can hide (product.md rule 7)."""

    ADRES = "adres"
    WOONPLAATS = "woonplaats"
    TELEFOON = "telefoon"
    SCHOOL = "school"
    WERK = "werk"
    HULPVERLENER = "hulpverlener"
    ORGANISATIE = "organisatie"
    ONTMOETINGSPLAATS = "ontmoetingsplaats"


@dataclass(frozen=True, slots=True)
class Afscherming:
    """Whom it protects, against whom, what it hides, says which source, until (product.md rule 7)."""

    id: UUID
    beschermt: tuple[UUID, ...]
    tegen: tuple[UUID, ...]
    wat: tuple[Feit, ...]
    betrokkenheden: tuple[UUID, ...] = ()
    bron: str = ""
    vanaf: date | None = None
    tot: date | None = None
