"""What ties people together: who gives whom what, a felt match, a place in the drawing, the same person elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, VoorWie


class Steun(StrEnum):
    """What a tie gives, as in the ecogram of the sociale netwerkkaart: practical, company, advice, emotional."""

    PRAKTISCH = "praktisch"
    GEZELSCHAP = "gezelschap"
    ADVIES = "advies"
    EMOTIONEEL = "emotioneel"


class Bandsterkte(StrEnum):
    """How strong a tie is; a tense one is drawn as such."""

    ZWAK = "zwak"
    GEWOON = "gewoon"
    STERK = "sterk"
    GESPANNEN = "gespannen"


class Richting(StrEnum):
    """Who gives to whom."""

    NAAR_GEZIN = "naar_gezin"
    VAN_GEZIN = "van_gezin"
    BEIDE = "beide"


@dataclass(frozen=True, slots=True)
class Band:
    """The tie of a deelnemer around the family with one member, or with the whole family."""

    id: UUID
    deelnemer: UUID
    lid: UUID | None = None
    steun: tuple[Steun, ...] = ()
    sterkte: Bandsterkte = Bandsterkte.GEWOON
    richting: Richting = Richting.NAAR_GEZIN
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


class KlikSoort(StrEnum):
    """What a member of the family feels with somebody, asked and never guessed; not asked is no Klik at all."""

    KLIK = "klik"
    GEEN_KLIK = "geen_klik"
    GEEN_CONTACT = "geen_contact"


@dataclass(frozen=True, slots=True)
class Klik:
    """A felt match, or "wil geen contact", of one member with one helper; shown only where a regisseur is chosen."""

    id: UUID
    lid: UUID
    deelnemer: UUID
    soort: KlikSoort
    datum: date
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = ALLEEN_DOSSIER


@dataclass(frozen=True, slots=True)
class Plek:
    """Where somebody was put in the ecogram by hand: the middle of the box, in a square of 1000."""

    id: UUID
    deelnemer: UUID
    x: int
    y: int


class DubbelKeuze(StrEnum):
    """What was decided about somebody who stands in two open families (product.md 4)."""

    EEN_PLAN = "een_plan"
    EEN_REGISSEUR = "een_regisseur"
    TWEE_PLANNEN = "twee_plannen"


@dataclass(frozen=True, slots=True)
class Dubbel:
    """A person of this family who stands in another one of this vault too, and what was decided about that.

    Two plans need a reason and a day to look again.
    """

    id: UUID
    persoon: UUID
    ander_gezin: UUID
    keuze: DubbelKeuze
    reden: str = ""
    opnieuw_op: date | None = None
    voor_wie: VoorWie = ALLEEN_DOSSIER
