"""Where help is double, missing or without a purpose, in words and with the way to it; never a verdict on a person."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain import dekking
from gezinsplan.domain.dossier import Doel
from gezinsplan.domain.kaart import Leefgebied
from gezinsplan.domain.namen import called
from gezinsplan.domain.values import find, get
from gezinsplan.domain.wie_doet_wat import Doet, Matrix, wie_doet_wat
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.words import joined


class Soort(StrEnum):
    """What is found; in the order in which it is shown."""

    ZONDER_IEMAND = "zonder_iemand"
    DUBBEL = "dubbel"
    ZONDER_DOEL = "zonder_doel"


@dataclass(frozen=True, slots=True)
class WerkRij:
    """One finding: what it is about (a doel, or the first helper), in words."""

    soort: Soort
    onderdeel: UUID
    tekst: str
    onder: str
    sleutel: str


def werk(family: Family) -> tuple[WerkRij, ...]:
    """First the goals for which nobody does anything, then what several do, then who has no goal."""
    dossier, op = family.dossier, family.op
    return (
        *(_gap(family, each) for each in dekking.gaps(dossier, op)),
        *(_overlap(family, each) for each in dekking.overlaps(dossier, op)),
        *(_orphan(family, each) for each in dekking.orphans(dossier, op)),
    )


def _called(family: Family, deelnemer: UUID | None) -> str:
    return called(family.dossier, family.team.kaart, deelnemer)


def _gap(family: Family, doel: UUID) -> WerkRij:
    words = get(family.dossier, Doel, doel).woorden
    return WerkRij(Soort.ZONDER_IEMAND, doel, words, _("Bij dit doel doet nu niemand iets."), f"gap/{doel}")


def _overlap(family: Family, found: dekking.Overlap) -> WerkRij:
    area = find(family.team.praktijk, Leefgebied, found.leefgebied)
    subject = area.naam if area is not None else _("Hetzelfde onderwerp")
    whom = _called(family, found.lid) if found.lid is not None else _("het hele gezin")
    names = joined(_called(family, each) for each in found.helpers)
    under = _("Dit doen {names}. Is dat nodig?").format(names=names)
    key = f"overlap/{found.lid}/{found.leefgebied}"
    text = _("{subject}, voor {whom}").format(subject=subject, whom=whom)
    return WerkRij(Soort.DUBBEL, found.helpers[0], text, under, key)


def _orphan(family: Family, helper: UUID) -> WerkRij:
    under = _("Er staat geen doel of afspraak bij. Waarvoor komt deze persoon?")
    return WerkRij(Soort.ZONDER_DOEL, helper, _called(family, helper), under, f"orphan/{helper}")


# ---------------------------------------------------------------- who does what


@dataclass(frozen=True, slots=True)
class Regel:
    """One human being in a cell, with the numbers of the goals; whether of the own netwerk."""

    tekst: str
    netwerk: bool


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell of the matrix: who does something there, and whether several helpers do the same."""

    regels: tuple[Regel, ...]
    dubbel: bool


@dataclass(frozen=True, slots=True)
class Rooster:
    """The matrix in words: the subjects above, the people at the left."""

    onderwerpen: tuple[str, ...]
    mensen: tuple[str, ...]
    cellen: tuple[tuple[Cel, ...], ...]


def rooster(family: Family) -> Rooster:
    """Who does what for whom, as it may be seen."""
    praktijk = family.team.praktijk
    found: Matrix = wie_doet_wat(family.dossier, family.team.kaart, praktijk.leefgebieden, family.op)
    return Rooster(
        onderwerpen=tuple(each.naam or _("zonder onderwerp") for each in found.kolommen),
        mensen=tuple(each.naam or _("het hele gezin") for each in found.rijen),
        cellen=tuple(
            tuple(Cel(tuple(Regel(_does(one), one.netwerk) for one in each.wie), each.overlap) for each in row.vakjes)
            for row in found.rijen
        ),
    )


def _does(wie: Doet) -> str:
    if not wie.nummers:
        return wie.naam
    return _("{name} (doel {numbers})").format(name=wie.naam, numbers=", ".join(map(str, wie.nummers)))
