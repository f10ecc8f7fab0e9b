"""The tab Gesprekken: the talks that come and those that were, and contact between them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.overleg import Overleg, OverlegSoort
from gezinsplan.domain.vergadering import of_overleg, verboden
from gezinsplan.presenters.afspraken import Merk, marks, named, only_for
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_time, local
from gezinsplan.texts.words import joined, word


@dataclass(frozen=True, slots=True)
class GesprekRij:
    """One talk: of which kind, when, where, who is invited; `apart` warns who may not sit at one table."""

    id: UUID
    wanneer: str
    plaats: str
    wie: str
    apart: str
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
    people = [each.deelnemer for each in of_overleg(family.dossier, overleg.id)]
    kind = "" if overleg.soort is OverlegSoort.GEZINSGESPREK else word(overleg.soort)
    place = ", ".join(part for part in (kind, overleg.plaats) if part)
    return GesprekRij(
        id=overleg.id,
        wanneer=day_and_time(overleg.moment, family.op),
        plaats=place[:1].upper() + place[1:] if kind else place,
        wie=_("met {names}").format(names=joined(named(family, each) for each in people)) if people else "",
        apart=_apart(family, people, local(overleg.moment).date()),
        merken=marks(only_for(family, overleg.voor_wie)),
    )


def _apart(family: Family, people: list[UUID], op: date) -> str:
    """Who may not sit at one table that day, and what to do: two talks."""
    told = (
        _("Tussen {names} geldt een {what}.").format(
            names=joined(named(family, each) for each in apart), what=word(order.soort)
        )
        for order, apart in verboden(family.dossier, people, op)
    )
    said = " ".join(told)
    return f"{said} {_('Maak er twee gesprekken van.')}" if said else ""
