"""Versions of the plan, what each member and helper said of one, and who received which (product.md rule 10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


class Bevroren(str):
    """What the plan said on a day, as the file keeps it: a whole, in which no text is searched or changed."""

    __slots__ = ()


class VersieStatus(StrEnum):
    """A proposal as it was given to somebody, or what was agreed."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"


@dataclass(frozen=True, slots=True)
class PlanVersie:
    """The plan as it stood on a day, never changed afterwards; `overleg` is the talk in which it was agreed."""

    id: UUID
    nummer: int
    status: VersieStatus
    dag: date
    inhoud: Bevroren
    overleg: UUID | None = None


class Antwoord(StrEnum):
    """What somebody said of a version; of who could not be asked is kept why."""

    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"
    NIET_GEVRAAGD = "niet_gevraagd"


class AkkoordVorm(StrEnum):
    """How somebody said that he agrees."""

    MONDELING = "mondeling"
    HANDTEKENING = "handtekening"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Akkoord:
    """What a member says of a version, or a helper of his own part of it.

    `toelichting` is why not in his own words, or why he could not be asked; `bewaard` where the signed copy lies.
    """

    id: UUID
    versie: UUID
    deelnemer: UUID
    datum: date
    antwoord: Antwoord
    vorm: AkkoordVorm | None = None
    toelichting: str = ""
    bewaard: str = ""
    voor_wie: VoorWie = HEEL_GEZIN


class Wijze(StrEnum):
    """How a version was given."""

    MEEGEGEVEN = "meegegeven"
    POST = "post"
    MAIL = "mail"
    SAMEN_GELEZEN = "samen_gelezen"


@dataclass(frozen=True, slots=True)
class Verstrekking:
    """A version that somebody received; a proposal has a day to react before.

    It is not taken back: `vervallen_op` and `reden` say that it turned out not to be so (product.md rule 11).
    """

    id: UUID
    versie: UUID
    deelnemer: UUID
    datum: date
    wijze: Wijze
    reageren_tot: date | None = None
    reactie: str = ""
    reactie_op: date | None = None
    vervallen_op: date | None = None
    reden: str = ""
