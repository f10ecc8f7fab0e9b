"""Who does what for whom, and where that is double, missing, or without a purpose (product.md 4).

Every finding names the parts by id, so that a screen can go to the place. Nothing here is a verdict on a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN, active_on, is_regisseur, person_of, present_on
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Doel, DoelStatus, Dossier
from gezinsplan.domain.maatregelen import carried_out_on
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import find
from gezinsplan.domain.veiligheidsafspraken import checkers, running_on


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two or more helpers for the same person (nobody: the whole family) and the same leefgebied."""

    lid: UUID | None
    leefgebied: UUID
    helpers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Inzet:
    """Somebody does something for a person (nobody: the whole family) in a leefgebied, for a doel or without."""

    deelnemer: UUID
    lid: UUID | None
    leefgebied: UUID | None
    doel: UUID | None = None


def open_doelen_op(dossier: Dossier, op: date) -> tuple[Doel, ...]:
    """The goals that somebody must work at on a day: begun, and neither paused nor stopped."""
    return tuple(each for each in dossier.doelen if each.status is DoelStatus.OPEN and each.vanaf <= op)


def members_on(dossier: Dossier, op: date) -> tuple[Persoon, ...]:
    """The members of the family who are there."""
    people = (each for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID)
    return tuple(each for each in people if present_on(dossier, each.id, op))


def inzet_op(dossier: Dossier, op: date) -> tuple[Inzet, ...]:
    """Everything that helpers and netwerk do: in a leefgebied, for a doel that names them, by an open actie."""
    found = dict.fromkeys((*_by_helpers(dossier, op), *_by_acties(dossier, op)))
    with_doel = {(each.deelnemer, each.lid, each.leefgebied) for each in found if each.doel is not None}
    return tuple(
        each for each in found if each.doel is not None or (each.deelnemer, each.lid, each.leefgebied) not in with_doel
    )


def _by_helpers(dossier: Dossier, op: date) -> Iterator[Inzet]:
    goals = {each.id: each for each in open_doelen_op(dossier, op)}
    for helper in dossier.betrokkenheden:
        if active_on(helper, op):
            for leefgebied in helper.leefgebieden:
                yield from (Inzet(helper.id, lid, leefgebied) for lid in helper.over or (None,))
            for doel in (goals[each] for each in helper.doelen if each in goals):
                yield from _for_goal(helper.id, doel, helper.over)


def _by_acties(dossier: Dossier, op: date) -> Iterator[Inzet]:
    goals = {each.id: each for each in open_doelen_op(dossier, op)}
    family = {each.id for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID}
    for actie in dossier.acties:
        if actie.status in OPEN and actie.doel in goals:
            for who in actie.wie:
                if who not in family and present_on(dossier, who, op):
                    yield from _for_goal(who, goals[actie.doel], _whom(dossier, actie, who))


def _whom(dossier: Dossier, actie: Actie, who: UUID) -> tuple[UUID, ...]:
    helper = find(dossier, Betrokkenheid, who)
    return actie.over or (helper.over if helper is not None else ())


def _for_goal(who: UUID, doel: Doel, whom: tuple[UUID, ...]) -> Iterator[Inzet]:
    """A doel says for whom it is, else who works at it does."""
    yield from (Inzet(who, lid, doel.leefgebied, doel.id) for lid in doel.over or whom or (None,))


def overlaps(dossier: Dossier, op: date) -> tuple[Overlap, ...]:
    """Per person and leefgebied the helpers, where there are two or more human beings.

    Who is there for the whole family is there for every member; where all of them are, it is told once, for the family.
    """
    cells: dict[tuple[UUID | None, UUID], dict[UUID, UUID]] = {}
    there = {None, *(each.id for each in members_on(dossier, op))}
    for each in inzet_op(dossier, op):
        helper = find(dossier, Betrokkenheid, each.deelnemer)
        if helper is not None and each.leefgebied is not None and each.lid in there:
            cells.setdefault((each.lid, each.leefgebied), {}).setdefault(person_of(helper), helper.id)
    found = []
    for (lid, leefgebied), own in cells.items():
        several = {**cells.get((None, leefgebied), {}), **own} if lid is not None else own
        if len(several) > 1 and (lid is None or not {*own} <= {*cells.get((None, leefgebied), {})}):
            found.append(Overlap(lid, leefgebied, tuple(sorted(several.values()))))
    return tuple(sorted(found, key=lambda each: (each.lid is not None, each.lid or each.leefgebied, each.leefgebied)))


def owners(dossier: Dossier, doel: UUID, op: date) -> tuple[UUID, ...]:
    """Who works at a doel: a helper who is there and names it, and whoever is there with an open actie for it."""
    named = {each.id for each in dossier.betrokkenheden if doel in each.doelen and active_on(each, op)}
    acties = (each for each in dossier.acties if each.doel == doel and each.status in OPEN)
    doing = {who for actie in acties for who in actie.wie if present_on(dossier, who, op)}
    return tuple(sorted(named | doing))


def gaps(dossier: Dossier, op: date) -> tuple[UUID, ...]:
    """The open doelen without an owner, in the family's order."""
    without = (each for each in open_doelen_op(dossier, op) if not owners(dossier, each.id, op))
    return tuple(each.id for each in sorted(without, key=lambda doel: (doel.prioriteit, doel.id)))


def orphans(dossier: Dossier, op: date) -> tuple[UUID, ...]:
    """The helpers (betrokkenheden) who are there without an open doel or actie in any of their roles.

    Not the vaste basis, who come to every family, nor the regisseur, nor who does or checks a safety agreement or
    carries out a measure: these have something to do here.
    """
    goals = {each.id for each in open_doelen_op(dossier, op)}
    busy = {who for actie in dossier.acties if actie.status in OPEN for who in actie.wie}
    busy |= {who for each in running_on(dossier, op) for who in (*each.wie, *checkers(each))}
    busy |= {by for _, by in carried_out_on(dossier, op)}
    there = [each for each in dossier.betrokkenheden if active_on(each, op)]

    def purpose(each: Betrokkenheid) -> bool:
        has_work = each.id in busy or bool(goals & {*each.doelen})
        return has_work or each.vaste_basis or is_regisseur(dossier, each, op)

    known = {person_of(each) for each in there if purpose(each)}
    return tuple(each.id for each in there if person_of(each) not in known)
