"""Overlap, gap and orphan, and the matrix "wie doet wat", against a slow count cell by cell."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.betrokken import OPEN, active_on, person_of, present_on
from gezinsplan.domain.dekking import Inzet, Overlap, gaps, inzet_op, orphans, overlaps, owners
from gezinsplan.domain.dossier import ActieStatus, Betrokkenheid, Doel, DoelStatus, Dossier, Vorm
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.values import Part
from gezinsplan.domain.wie_doet_wat import Doet, Kolom, wie_doet_wat
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_kaart,
    a_kind,
    a_maatregel,
    a_praktijk,
    a_regisseurschap,
    a_veiligheidsafspraak,
    an_actie,
    an_oma,
    day,
    on,
    uid,
)

SANNE, WONEN, GELD, DOEL = uid(32), uid(701), uid(702), uid(61)
TODAY = day(50)


def rob(**changes: object) -> Betrokkenheid:
    return a_betrokkenheid(**{"leefgebieden": (WONEN,), **changes})


def sanne(**changes: object) -> Betrokkenheid:
    return rob(**{"id": SANNE, "omschrijving": "Sanne", **changes})


TWO = (ROB, SANNE)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((rob(), sanne()), [Overlap(None, WONEN, (ROB, SANNE))]),
        ((rob(over=(KIND,)), sanne(over=(KIND, MAMA))), [Overlap(KIND, WONEN, (ROB, SANNE))]),
        ((rob(), sanne(over=(KIND,))), [Overlap(KIND, WONEN, (ROB, SANNE))]),
        ((rob(over=(MAMA,)), sanne(over=(KIND,))), []),
        ((rob(), sanne(leefgebieden=(GELD,))), []),
        ((rob(), sanne(tot=on(50))), []),
        ((rob(), sanne(vanaf=None)), []),
        ((rob(professional=uid(901)), sanne(professional=uid(901))), []),
        ((rob(), sanne(leefgebieden=(), doelen=(DOEL,)), a_doel(leefgebied=WONEN)), [Overlap(None, WONEN, TWO)]),
        (
            (rob(), sanne(leefgebieden=(), doelen=(DOEL,)), a_doel(leefgebied=WONEN, over=(KIND,))),
            [Overlap(KIND, WONEN, TWO)],
        ),
        ((rob(), sanne(leefgebieden=(), doelen=(DOEL,)), a_doel(leefgebied=None)), []),
        (
            (rob(), sanne(leefgebieden=()), an_actie(wie=(SANNE,), doel=DOEL), a_doel(leefgebied=WONEN)),
            [Overlap(None, WONEN, TWO)],
        ),
        ((rob(), an_actie(wie=(OMA,), doel=DOEL), a_doel(leefgebied=WONEN)), []),
        (
            (rob(doelen=(DOEL,)), sanne(), a_doel(leefgebied=WONEN, over=(KIND,))),
            [Overlap(None, WONEN, TWO)],
        ),
        ((rob(over=(KIND,)), sanne(over=(KIND,)), a_kind(tot=day(9))), []),
        (
            (rob(), sanne(), rob(id=uid(33), omschrijving="Bea", over=(KIND,))),
            [Overlap(None, WONEN, TWO), Overlap(KIND, WONEN, (ROB, SANNE, uid(33)))],
        ),
    ],
)
def test_where_two_do_the_same(parts: tuple[Part, ...], expected: list[Overlap]) -> None:
    assert overlaps(a_dossier(*parts), TODAY) == tuple(expected)


@pytest.mark.parametrize(
    ("parts", "owned"),
    [
        ((), ()),
        ((a_betrokkenheid(doelen=(DOEL,)),), (ROB,)),
        ((a_betrokkenheid(doelen=(DOEL,), tot=on(40)),), ()),
        ((a_betrokkenheid(doelen=(DOEL,), vorm=Vorm.OP_AFSTAND),), (ROB,)),
        ((an_actie(doel=DOEL),), (MAMA,)),
        ((an_actie(doel=DOEL, wie=(OMA, MAMA)),), (MAMA, OMA)),
        ((an_actie(doel=DOEL, wie=(OMA,)), an_oma(tot=day(9))), ()),
        ((an_actie(doel=DOEL, status=ActieStatus.KLAAR),), ()),
        ((an_actie(doel=None),), ()),
    ],
)
def test_who_works_at_a_doel(parts: tuple[Part, ...], owned: tuple[UUID, ...]) -> None:
    dossier = a_dossier(a_doel(), *parts)
    assert owners(dossier, DOEL, TODAY) == owned
    assert gaps(dossier, TODAY) == (() if owned else (DOEL,))


def test_only_an_open_doel_needs_somebody() -> None:
    goals = (
        a_doel(prioriteit=3),
        a_doel(id=uid(62), prioriteit=1),
        a_doel(id=uid(63), status=DoelStatus.PAUZE),
        a_doel(id=uid(64), status=DoelStatus.GESTOPT),
        a_doel(id=uid(65), vanaf=day(51)),
    )
    assert gaps(a_dossier(*goals), TODAY) == (uid(62), DOEL)


@pytest.mark.parametrize(
    ("parts", "alone"),
    [
        ((), True),
        ((a_betrokkenheid(leefgebieden=(WONEN,)),), True),
        ((a_betrokkenheid(doelen=(DOEL,)), a_doel()), False),
        ((a_betrokkenheid(doelen=(DOEL,)), a_doel(status=DoelStatus.GESTOPT)), True),
        ((an_actie(wie=(ROB,)),), False),
        ((an_actie(wie=(ROB,), status=ActieStatus.KLAAR),), True),
        ((a_regisseurschap(houder=ROB),), False),
        ((a_veiligheidsafspraak(wie=(ROB,)),), False),
        ((a_veiligheidsafspraak(),), False),
        ((a_maatregel(),), False),
        ((a_betrokkenheid(vaste_basis=True),), False),
        ((a_betrokkenheid(tot=on(40)),), False),
    ],
)
def test_a_helper_without_a_doel_or_an_actie(parts: tuple[Part, ...], alone: bool) -> None:
    assert orphans(a_dossier(a_betrokkenheid(), *parts), TODAY) == ((ROB,) if alone else ())


def test_who_has_a_doel_in_one_role_is_no_orphan_in_another() -> None:
    twice = [a_betrokkenheid(id=each, professional=uid(901)) for each in (ROB, SANNE)]
    assert orphans(a_dossier(*twice), TODAY) == (ROB, SANNE)
    assert orphans(a_dossier(*twice, an_actie(wie=(SANNE,))), TODAY) == ()


def test_the_matrix_tells_who_does_what_for_whom() -> None:
    dossier = a_dossier(
        a_doel(leefgebied=GELD, over=(MAMA,)),
        a_doel(id=uid(62), prioriteit=2),
        rob(doelen=(DOEL, uid(62))),
        sanne(over=(KIND,), leefgebieden=(uid(799),)),
        an_actie(wie=(OMA, MAMA), doel=DOEL),
        an_actie(id=uid(82), wie=(OMA,), doel=uid(62), over=(KIND,)),
        a_regisseurschap(houder=MAMA),
    )
    matrix = wie_doet_wat(dossier, a_kaart(), a_praktijk().leefgebieden, TODAY)
    assert matrix.kolommen == (Kolom(WONEN, "Wonen"), Kolom(GELD, "Geld"), Kolom(uid(799), ""), Kolom(None, ""))
    assert [(each.lid, each.naam) for each in matrix.rijen] == [(None, ""), (MAMA, "mama"), (KIND, "Noor Yılmaz")]
    all_of_us, mama, noor = ([cell.wie for cell in each.vakjes] for each in matrix.rijen)
    name = "Rob van de begeleiding"
    assert all_of_us == [(Doet(ROB, name, False, (), ()),), (), (), (Doet(ROB, name, False, (uid(62),), (2,)),)]
    assert mama == [(), (Doet(ROB, name, False, (DOEL,), (1,)), Doet(OMA, "oma", True, (DOEL,), (1,))), (), ()]
    assert noor == [
        (),
        (),
        (Doet(SANNE, "Sanne", False, (), ()),),
        (Doet(OMA, "oma", True, (uid(62),), (2,)),),
    ]
    assert not any(cell.overlap for row in matrix.rijen for cell in row.vakjes)


def test_a_doel_that_nobody_works_at_keeps_its_column() -> None:
    matrix = wie_doet_wat(a_dossier(a_doel(leefgebied=GELD)), a_kaart(), a_praktijk().leefgebieden, TODAY)
    assert matrix.kolommen == (Kolom(GELD, "Geld"),)
    assert not any(cell.wie for row in matrix.rijen for cell in row.vakjes)


def test_one_human_being_stands_once_in_a_cell() -> None:
    twice = (rob(professional=uid(901), doelen=(DOEL,)), sanne(professional=uid(901)))
    matrix = wie_doet_wat(a_dossier(*twice, a_doel(leefgebied=WONEN)), a_kaart(), a_praktijk().leefgebieden, TODAY)
    assert matrix.rijen[0].vakjes[0].wie == (Doet(ROB, "Sanne Dijkstra", False, (DOEL,), (1,)),)


AREAS, PEOPLE = [None, WONEN, GELD], [None, MAMA, KIND]
WHOM = st.sampled_from([(), (MAMA,), (KIND,), (MAMA, KIND)])


@st.composite
def worlds(draw: st.DrawFn) -> Dossier:
    goals = [
        a_doel(
            id=uid(61 + number),
            leefgebied=draw(st.sampled_from(AREAS)),
            over=draw(WHOM),
            status=draw(st.sampled_from(DoelStatus)),
        )
        for number in range(3)
    ]
    ids = st.lists(st.sampled_from([each.id for each in goals]), max_size=2, unique=True).map(tuple)
    helpers = [
        a_betrokkenheid(
            id=uid(300 + number),
            professional=draw(st.sampled_from([None, uid(901)])),
            over=draw(WHOM),
            doelen=draw(ids),
            leefgebieden=draw(st.sampled_from([(), (WONEN,), (GELD, WONEN)])),
            tot=draw(st.sampled_from([None, on(40)])),
        )
        for number in range(3)
    ]
    who = st.lists(st.sampled_from([MAMA, OMA, *(each.id for each in helpers)]), min_size=1, max_size=2, unique=True)
    acties = [
        an_actie(
            id=uid(81 + number),
            wie=tuple(draw(who)),
            doel=draw(st.sampled_from([None, *(each.id for each in goals)])),
            over=draw(WHOM),
            status=draw(st.sampled_from(ActieStatus)),
        )
        for number in range(3)
    ]
    return a_dossier(*goals, *helpers, *acties)


def does(dossier: Dossier, who: UUID, lid: UUID | None, area: UUID | None, op: date) -> set[UUID | None]:
    """For which doelen (None: none in particular) somebody does something for this row and column."""
    found: set[UUID | None] = set()
    helper = next((each for each in dossier.betrokkenheden if each.id == who), None)
    mine = helper.over if helper else ()
    if helper and active_on(helper, op) and area in helper.leefgebieden and lid in (mine or (None,)):
        found.add(None)
    for doel in dossier.doelen:
        if doel.status is not DoelStatus.OPEN or doel.leefgebied != area:
            continue
        if helper and active_on(helper, op) and doel.id in helper.doelen and lid in for_whom(doel, mine):
            found.add(doel.id)
        for actie in dossier.acties:
            doing = actie.doel == doel.id and actie.status in OPEN and who in actie.wie
            if doing and present_on(dossier, who, op) and lid in for_whom(doel, actie.over or mine):
                found.add(doel.id)
    return found


def for_whom(doel: Doel, otherwise: tuple[UUID, ...]) -> tuple[UUID | None, ...]:
    return doel.over or otherwise or (None,)


@given(worlds())
def test_every_cell_and_every_overlap_is_what_a_slow_count_finds(dossier: Dossier) -> None:
    helpers = {each.id: person_of(each) for each in dossier.betrokkenheden}
    around = [*helpers, *(each.id for each in dossier.personen if each.soort is PersoonSoort.NETWERK)]
    cells = {
        (lid, area): {who: goals for who in around if (goals := does(dossier, who, lid, area, TODAY))}
        for lid, area in product(PEOPLE, AREAS)
    }
    expected = {
        Inzet(who, lid, area, goal)
        for (lid, area), people in cells.items()
        for who, goals in people.items()
        for goal in (goals - {None} or {None})
    }
    assert {*inzet_op(dossier, TODAY)} == expected
    matrix = wie_doet_wat(dossier, a_kaart(), a_praktijk().leefgebieden, TODAY)
    shown = {
        (row.lid, column.leefgebied): (cell, {each.deelnemer for each in cell.wie})
        for row in matrix.rijen
        for column, cell in zip(matrix.kolommen, row.vakjes, strict=True)
    }
    doubles = set()
    for (lid, area), people in cells.items():
        humans = {helpers.get(who, who) for who in people}
        if people:
            assert {helpers.get(who, who) for who in shown[lid, area][1]} == humans
        own = {helpers[who] for who in people if who in helpers}
        for_all = {helpers[who] for who in cells[None, area] if who in helpers}
        if area is not None and len(own | for_all) > 1 and (own - for_all or (lid is None and len(own) > 1)):
            doubles.add((lid, area))
    assert {(each.lid, each.leefgebied) for each in overlaps(dossier, TODAY)} == doubles
    assert {place for place, (cell, _) in shown.items() if cell.overlap} == doubles
    for goal in dossier.doelen:
        worked = any(goal.id in goals for people in cells.values() for goals in people.values())
        assert not worked or goal.id not in gaps(dossier, TODAY)


def test_what_belongs_to_somebody_who_left_is_not_in_the_matrix() -> None:
    dossier = a_dossier(rob(over=(KIND,)), replace(a_kind(), tot=day(9)))
    assert wie_doet_wat(dossier, a_kaart(), a_praktijk().leefgebieden, TODAY).kolommen == ()
