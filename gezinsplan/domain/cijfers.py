"""Figures over a caseload without names: movement, informal share, handovers, forced measures, breakthroughs.

What fewer than five families stand behind is not shown, and cannot be found by taking what is shown from the total.
Nothing is ranked: the order is alphabetical, or that of the list (product.md 4).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN, counts, person_of, present_on, start_on
from gezinsplan.domain.doorbraken import is_broken_through
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.kaart import Sector, SocialeKaart
from gezinsplan.domain.lijn import beweging
from gezinsplan.domain.maatregelen import maatregelen_op
from gezinsplan.domain.namen import organisation_id
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.regie import line
from gezinsplan.domain.values import find

LEAST = 5
"""Groups of fewer families than this are not shown."""


@dataclass(frozen=True, slots=True)
class Groepscijfer:
    """Of a group of families: how many, and their professionals at the start and now, together.

    No `naam`: everything of the groups that are not shown, together. In how many families a sector is, is not told:
    how many it is not in would be known too.
    """

    naam: str | None
    gezinnen: int | None
    start: int
    nu: int


@dataclass(frozen=True, slots=True)
class Aantal:
    """So many, in so many families."""

    aantal: int
    gezinnen: int


@dataclass(frozen=True, slots=True)
class Aandeel:
    """So many of all."""

    deel: int
    geheel: int


@dataclass(frozen=True, slots=True)
class Cijfers:
    """The figures of a day; what may not be shown is None or not there."""

    op: date
    totaal: Groepscijfer | None
    wijken: tuple[Groepscijfer, ...]
    sectoren: tuple[Groepscijfer, ...]
    informeel: Aandeel | None
    overdrachten: Aantal | None
    gedwongen: Aantal | None
    doorbraken: Aantal | None


def cijfers(dossiers: Iterable[Dossier], kaart: SocialeKaart, op: date) -> Cijfers:
    """The figures over the families that are open on a day."""
    families = sorted((each for each in dossiers if _is_open(each, op)), key=lambda each: each.id)
    numbers = {each.id: _movement(each, op) for each in families}
    return Cijfers(
        op=op,
        totaal=_together("", numbers) if len(families) >= LEAST else None,
        wijken=_shown(_by_wijk(families, numbers)),
        sectoren=tuple(replace(each, gezinnen=None) for each in _shown(_by_sector(families, kaart, op))),
        informeel=_informal(families, op),
        overdrachten=_several({each.id: _handovers(each, op) for each in families}),
        gedwongen=_several({each.id: _forced(each, op) for each in families}),
        doorbraken=_several({each.id: _broken_through(each, op) for each in families}),
    )


def _is_open(dossier: Dossier, op: date) -> bool:
    return dossier.gezin.start <= op < (dossier.gezin.afsluiting or date.max)


_Numbers = Mapping[UUID, tuple[int, int]]


def _movement(dossier: Dossier, op: date) -> tuple[int, int]:
    moved = beweging(dossier, op)
    return moved.start, moved.nu


def _together(naam: str | None, numbers: _Numbers) -> Groepscijfer:
    start, nu = (sum(each) for each in zip(*numbers.values(), strict=True))
    return Groepscijfer(naam, len(numbers), start, nu)


# ---------------------------------------------------------------- groups


def _by_wijk(families: list[Dossier], numbers: _Numbers) -> dict[str, _Numbers]:
    """Alphabetical, however it is written; without a wijk last."""
    written: dict[str, str] = {}
    groups: dict[str, dict[UUID, tuple[int, int]]] = {}
    for each in families:
        wijk = " ".join(each.gezin.wijk.split())
        folded = wijk.casefold()
        written[folded] = min(wijk, written.get(folded, wijk))
        groups.setdefault(folded, {})[each.id] = numbers[each.id]
    return {written[each]: groups[each] for each in sorted(groups, key=lambda folded: (not folded, folded))}


def _by_sector(families: list[Dossier], kaart: SocialeKaart, op: date) -> dict[str, _Numbers]:
    """The professionals of each sector, in the families where it was at the start or is now; unknown last."""
    sectors = {each.id: each.sector for each in kaart.organisaties}
    groups: dict[Sector | None, dict[UUID, tuple[int, int]]] = {}
    for each in families:
        first = _sectors(each, kaart, sectors, start_on(each))
        now = _sectors(each, kaart, sectors, op)
        for sector in {*first, *now}:
            groups.setdefault(sector, {})[each.id] = len(first.get(sector, ())), len(now.get(sector, ()))
    return {sector.value if sector else "": groups[sector] for sector in (*Sector, None) if sector in groups}


def _sectors(
    dossier: Dossier, kaart: SocialeKaart, sectors: Mapping[UUID, Sector], op: date
) -> dict[Sector | None, set[UUID]]:
    found: dict[Sector | None, set[UUID]] = {}
    for each in dossier.betrokkenheden:
        if counts(dossier, each, op):
            organisatie = organisation_id(each, kaart)
            sector = sectors.get(organisatie) if organisatie is not None else None
            found.setdefault(sector, set()).add(person_of(each))
    return found


def _shown(groups: Mapping[str, _Numbers]) -> tuple[Groepscijfer, ...]:
    """The groups that may be shown, and the others together; smallest first are hidden until the rest is no secret.

    What is left of the total are the families of the hidden groups: also these must be none, or five or more.
    """
    hidden = {name for name, numbers in groups.items() if len(numbers) < LEAST}
    for name in sorted(groups, key=lambda each: (len(groups[each]), each)):
        if 0 < len(_families(groups, hidden)) < LEAST:
            hidden.add(name)
    rest = _families(groups, hidden)
    shown = tuple(_together(name, numbers) for name, numbers in groups.items() if name not in hidden)
    if len(rest) < LEAST:
        return shown
    summed = [_together(None, groups[name]) for name in hidden]
    return (*shown, Groepscijfer(None, len(rest), sum(each.start for each in summed), sum(each.nu for each in summed)))


def _families(groups: Mapping[str, _Numbers], names: Iterable[str]) -> set[UUID]:
    return {family for name in names for family in groups[name]}


# ---------------------------------------------------------------- over all families


def _informal(families: list[Dossier], op: date) -> Aandeel | None:
    """Of the open acties those that the family or the netwerk does, without a helper."""
    having = [each for each in families if any(actie.status in OPEN for actie in each.acties)]
    if len(having) < LEAST:
        return None
    everything = [(each, actie.wie) for each in having for actie in each.acties if actie.status in OPEN]
    own = sum(_is_informal(dossier, wie, op) for dossier, wie in everything)
    return Aandeel(own, len(everything))


def _is_informal(dossier: Dossier, wie: tuple[UUID, ...], op: date) -> bool:
    there = [each for each in wie if present_on(dossier, each, op)]
    return bool(there) and all(find(dossier, Persoon, each) is not None for each in there)


def _handovers(dossier: Dossier, op: date) -> int:
    """How often another regisseur followed; a vacancy between two is no regisseur."""
    held = [term.houder for term in line(dossier) if term.houder is not None and term.vanaf <= op]
    people = [_human(dossier, each) for each in held]
    return sum(one != other for one, other in pairwise(people))


def _human(dossier: Dossier, deelnemer: UUID) -> UUID:
    helper = find(dossier, Betrokkenheid, deelnemer)
    return person_of(helper) if helper is not None else deelnemer


def _forced(dossier: Dossier, op: date) -> int:
    """The measures in force."""
    return len(maatregelen_op(dossier, op))


def _broken_through(dossier: Dossier, op: date) -> int:
    """The ways that were freed until that day."""
    return sum(is_broken_through(each, op) for each in dossier.doorbraken)


def _several(per_family: Mapping[UUID, int]) -> Aantal | None:
    """A number and in how many families, unless fewer than five families have it, or have it not."""
    having = sum(1 for each in per_family.values() if each)
    other = len(per_family) - having
    if len(per_family) < LEAST or 0 < having < LEAST or 0 < other < LEAST:
        return None
    return Aantal(sum(per_family.values()), having)


@dataclass(frozen=True, slots=True)
class Regel:
    """One row for table, picture and CSV: which figure, of which group, in how many families, from and to."""

    cijfer: str
    groep: str | None
    gezinnen: int | None
    van: int | None
    naar: int


def regels(figures: Cijfers) -> tuple[Regel, ...]:
    """The figures as plain rows, always in the same order; `van` is the start, or the whole of which `naar` is part."""
    groups = [("totaal", each) for each in (figures.totaal,) if each is not None]
    groups += [("wijk", each) for each in figures.wijken] + [("sector", each) for each in figures.sectoren]
    rows = [Regel(kind, each.naam, each.gezinnen, each.start, each.nu) for kind, each in groups]
    if figures.informeel is not None:
        rows.append(Regel("informeel", "", None, figures.informeel.geheel, figures.informeel.deel))
    numbers = {"overdrachten": figures.overdrachten, "gedwongen": figures.gedwongen, "doorbraken": figures.doorbraken}
    for kind, number in numbers.items():
        if number is not None:
            rows.append(Regel(kind, "", number.gezinnen, None, number.aantal))
    return tuple(rows)
