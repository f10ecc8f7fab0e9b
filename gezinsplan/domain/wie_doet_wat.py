"""The matrix "wie doet wat": person by leefgebied, with who does what there; a plain value for screen and paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import person_of
from gezinsplan.domain.dekking import Inzet, inzet_op, members_on, open_doelen_op, overlaps
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.kaart import Leefgebied, SocialeKaart
from gezinsplan.domain.namen import called
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.values import find


@dataclass(frozen=True, slots=True)
class Doet:
    """Somebody in a cell: how he is called, whether of the own netwerk, and his doelen there with their numbers."""

    deelnemer: UUID
    naam: str
    netwerk: bool
    doelen: tuple[UUID, ...]
    nummers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Vakje:
    """A cell: the helpers first; `overlap` where two or more helpers do the same for this person."""

    wie: tuple[Doet, ...]
    overlap: bool


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: a member of the family, or (no member, an empty name) the whole family."""

    lid: UUID | None
    naam: str
    vakjes: tuple[Vakje, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: a leefgebied in use, or (none, an empty name) what belongs to no leefgebied."""

    leefgebied: UUID | None
    naam: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns; each row has a cell per column."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]


def wie_doet_wat(dossier: Dossier, kaart: SocialeKaart, leefgebieden: Iterable[Leefgebied], op: date) -> Matrix:
    """The matrix of a day: the whole family and every member, by the leefgebieden in use in the order of the list."""
    done = inzet_op(dossier, op)
    members = members_on(dossier, op)
    wanted = {None, *(each.id for each in members)}
    shown = [each for each in done if each.lid in wanted]
    used = {each.leefgebied for each in shown} | {each.leefgebied for each in open_doelen_op(dossier, op)}
    columns = [Kolom(each.id, each.naam) for each in leefgebieden if each.id in used]
    used -= {each.leefgebied for each in columns}
    columns += [Kolom(each, "") for each in sorted(used, key=lambda each: (each is None, str(each)))]
    double = {(each.lid, each.leefgebied) for each in overlaps(dossier, op)}

    def row(lid: UUID | None, naam: str) -> Rij:
        return Rij(lid, naam, tuple(cell(lid, each.leefgebied) for each in columns))

    def cell(lid: UUID | None, leefgebied: UUID | None) -> Vakje:
        mine = [each for each in shown if (each.lid, each.leefgebied) == (lid, leefgebied)]
        return Vakje(_people(dossier, kaart, mine), (lid, leefgebied) in double)

    rows = [row(None, ""), *(row(each.id, called(dossier, kaart, each.id)) for each in members)]
    return Matrix(tuple(columns), tuple(rows))


def _people(dossier: Dossier, kaart: SocialeKaart, inzet: list[Inzet]) -> tuple[Doet, ...]:
    """Each human being once; helpers before netwerk, then in the order of ids."""
    numbers = {doel.id: number for number, doel in enumerate(open_doelen(dossier), 1)}
    found: dict[UUID, tuple[UUID, bool, set[UUID]]] = {}
    for each in sorted(inzet, key=lambda one: one.deelnemer):
        helper = find(dossier, Betrokkenheid, each.deelnemer)
        who = person_of(helper) if helper is not None else each.deelnemer
        goals = found.setdefault(who, (each.deelnemer, helper is None, set()))[2]
        goals |= {each.doel} if each.doel is not None else set()
    people = []
    for deelnemer, netwerk, goals in sorted(found.values(), key=lambda one: (one[1], one[0])):
        ordered = sorted(goals, key=lambda doel: numbers[doel])
        nummers = tuple(numbers[doel] for doel in ordered)
        people.append(Doet(deelnemer, called(dossier, kaart, deelnemer), netwerk, tuple(ordered), nummers))
    return tuple(people)
