"""The tab Gesprekken: the talks that come and those that were, and contact between them."""

from dataclasses import dataclass
from uuid import UUID

from gezinsplan.domain.overleg import Overleg
from gezinsplan.presenters.afspraken import Merk, marks, only_for
from gezinsplan.services.caseload import Family
from gezinsplan.texts.dates import day_and_time, local


@dataclass(frozen=True, slots=True)
class GesprekRij:
    """One talk: when, where."""

    id: UUID
    wanneer: str
    plaats: str
    merken: tuple[Merk, ...]


@dataclass(frozen=True, slots=True)
class Gesprekken:
    """The next talk first; of those that were the latest first."""

    komend: tuple[GesprekRij, ...]
    geweest: tuple[GesprekRij, ...]


def gesprekken(family: Family) -> Gesprekken:
    """The talks as they may be seen."""
    coming, past = _talks(family)
    return Gesprekken(tuple(_talk(family, each) for each in coming), tuple(_talk(family, each) for each in past))


def _talks(family: Family) -> tuple[list[Overleg], list[Overleg]]:
    """Those of today and later, the first one first; and those before, the last one first."""
    ordered = sorted(family.dossier.overleggen, key=lambda each: (each.moment, each.id))
    coming = [each for each in ordered if local(each.moment).date() >= family.op]
    return coming, [each for each in reversed(ordered) if each not in coming]


def _talk(family: Family, overleg: Overleg) -> GesprekRij:
    when = day_and_time(overleg.moment, family.op)
    return GesprekRij(overleg.id, when, overleg.plaats, marks(only_for(family, overleg.voor_wie)))
