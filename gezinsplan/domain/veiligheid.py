"""Safety as people said it: the word with its date and next check, agreements, and orders of a judge or mayor.

Never computed and never advised (product.md rule 5). Nothing of it goes home unless somebody decides so: it is for the
file alone by default.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.lezers import ALLEEN_DOSSIER, VoorWie


class Veiligheidswoord(StrEnum):
    """What a person says of the safety in this family, on a day and for a reason."""

    VEILIG_GENOEG = "veilig_genoeg"
    NOG_NIET = "nog_niet"
    ONVEILIG = "onveilig"


class Veiligheidsfase(StrEnum):
    """First safety, then what caused it, then recovery (VNG, Kwaliteitskader Werken aan veiligheid)."""

    GEEN_ZORGEN = "geen_zorgen"
    DIRECTE_VEILIGHEID = "directe_veiligheid"
    STABIELE_VEILIGHEID = "stabiele_veiligheid"
    HERSTEL = "herstel"


@dataclass(frozen=True, slots=True)
class Veiligheidscheck:
    """The word of a day, with its ground and the day of the next check; after that day it says nothing any more."""

    id: UUID
    datum: date
    woord: Veiligheidswoord
    fase: Veiligheidsfase
    grond: str
    volgende_op: date
    door: UUID | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = ALLEEN_DOSSIER


@dataclass(frozen=True, slots=True)
class Veiligheidsafspraak:
    """What, who does it, who checks that and how often, and what happens when it is not kept.

    It stands from `vanaf` until `tot`, and is closed with a reason (product.md rule 4).
    """

    id: UUID
    wat: str
    wie: tuple[UUID, ...]
    vanaf: date
    controle_door: UUID | None = None
    hoe_vaak: str = ""
    wat_dan: str = ""
    tot: date | None = None
    reden: str = ""
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = ALLEEN_DOSSIER


class MaatregelSoort(StrEnum):
    """What a judge or mayor ordered."""

    ONDERTOEZICHTSTELLING = "ondertoezichtstelling"
    UITHUISPLAATSING = "uithuisplaatsing"
    VOOGDIJ = "voogdij"
    HUISVERBOD = "huisverbod"
    CONTACTVERBOD = "contactverbod"
    BEWIND = "bewind"


@dataclass(frozen=True, slots=True)
class Maatregel:
    """About whom, between whom, from until, by whom, and the betrokkenheid through which it is carried out."""

    id: UUID
    soort: MaatregelSoort
    over: tuple[UUID, ...]
    vanaf: date
    tot: date | None = None
    tussen: tuple[UUID, ...] = ()
    door: str = ""
    uitvoerder: UUID | None = None
    voor_wie: VoorWie = ALLEEN_DOSSIER
