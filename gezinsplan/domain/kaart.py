"""What all families share: the sociale kaart, and the praktijk of the one user of this vault."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.fase import CasusFase


class Sector(StrEnum):
    """In which part of the field an organisation works."""

    LOKAAL_TEAM = "lokaal_team"
    JEUGDHULP = "jeugdhulp"
    JEUGD_GGZ = "jeugd_ggz"
    GGZ = "ggz"
    VERSLAVINGSZORG = "verslavingszorg"
    GEHANDICAPTENZORG = "gehandicaptenzorg"
    HUISARTS = "huisarts"
    JEUGDGEZONDHEIDSZORG = "jeugdgezondheidszorg"
    ZORG = "zorg"
    KINDEROPVANG = "kinderopvang"
    ONDERWIJS = "onderwijs"
    WELZIJN = "welzijn"
    SCHULDHULP = "schuldhulp"
    WERK_EN_INKOMEN = "werk_en_inkomen"
    WONEN = "wonen"
    JEUGDBESCHERMING = "jeugdbescherming"
    VEILIGHEID = "veiligheid"
    POLITIE_EN_JUSTITIE = "politie_en_justitie"
    VRIJWILLIGERS = "vrijwilligers"
    OVERIG = "overig"


# Who comes to every family anyway is proposed as vaste basis (product.md 4).
VASTE_BASIS = frozenset({Sector.HUISARTS, Sector.JEUGDGEZONDHEIDSZORG, Sector.ONDERWIJS})


@dataclass(frozen=True, slots=True)
class Organisatie:
    """An organisation that helps families."""

    id: UUID
    naam: str
    sector: Sector
    plaats: str = ""
    telefoon: str = ""
    bereikbaar: str = ""
    waarvoor: str = ""
    waarvoor_niet: str = ""
    kennisgemaakt_op: date | None = None


@dataclass(frozen=True, slots=True)
class Professional:
    """Somebody who helps families, once for all families of this vault; `waar_ga_ik_over` is his role card."""

    id: UUID
    naam: str
    functie: str = ""
    organisatie: UUID | None = None
    telefoon: str = ""
    mail: str = ""
    bereikbaar: str = ""
    waarvoor: str = ""
    waarvoor_niet: str = ""
    kennisgemaakt_op: date | None = None
    waar_ga_ik_over: str = ""


@dataclass(frozen=True, slots=True)
class SocialeKaart:
    """Organisations and professionals; dossiers refer to them by id."""

    id: UUID
    organisaties: tuple[Organisatie, ...] = ()
    professionals: tuple[Professional, ...] = ()
    versie: int = 0


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """The one person whose vault this is; name, organisation and telephone stand once, in the sociale kaart."""

    id: UUID
    professional: UUID


@dataclass(frozen=True, slots=True)
class Leefgebied:
    """One life domain of the own list; `gevoelig`: of one adult it is by default for that adult (rule 6)."""

    id: UUID
    naam: str
    gevoelig: bool = False


@dataclass(frozen=True, slots=True)
class Teamstap:
    """One line of the own list of steps of a phase, in its place; `sleutel` names the shipped step that it is."""

    id: UUID
    fase: CasusFase
    plaats: int
    tekst: str
    sleutel: str = ""

    @property
    def naam(self) -> str:
        """By which a family's step refers to it."""
        return self.sleutel or str(self.id)


@dataclass(frozen=True, slots=True)
class Praktijk:
    """The user and the lists of the team."""

    id: UUID
    gebruiker: Gebruiker
    leefgebieden: tuple[Leefgebied, ...] = ()
    teamstappen: tuple[Teamstap, ...] = ()
    versie: int = 0
