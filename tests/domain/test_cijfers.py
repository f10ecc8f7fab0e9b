"""Figures without names: right, in a fixed order, and no group of fewer than five families to be found in them."""

from collections import defaultdict
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.betrokken import aantal_professionals, counts
from gezinsplan.domain.cijfers import LEAST, Aandeel, Aantal, Groepscijfer, Regel, cijfers, regels
from gezinsplan.domain.dossier import ActieStatus, Dossier
from gezinsplan.domain.kaart import Sector
from gezinsplan.domain.values import Part
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_doorbraak,
    a_dossier,
    a_kaart,
    a_maatregel,
    a_regisseurschap,
    an_actie,
    an_organisatie,
    day,
    on,
    uid,
)

TODAY, SANNE = day(50), uid(32)
KAART = a_kaart(an_organisatie(id=uid(802), naam="School", sector=Sector.ONDERWIJS))
GONE = a_betrokkenheid(tot=on(40))


def family(number: int, *parts: Part, wijk: str = "Centrum", **gezin: object) -> Dossier:
    """A family with a helper who has gone and one who is there."""
    around = (GONE, a_betrokkenheid(id=SANNE))
    return a_dossier(*around, *parts, id=uid(10_000 + number), wijk=wijk, **gezin)


def several(number: int, *parts: Part, first: int = 0, wijk: str = "Centrum") -> list[Dossier]:
    return [family(first + each, *parts, wijk=wijk) for each in range(number)]


def test_the_movement_of_the_caseload_and_of_each_wijk_in_the_order_of_the_alphabet() -> None:
    dossiers = [
        *several(5, wijk="Oost"),
        *several(6, first=10, wijk=" centrum "),
        *several(1, first=20, wijk="Centrum"),
        *several(5, first=30, wijk=""),
    ]
    found = cijfers(dossiers, KAART, TODAY)
    assert found.totaal == Groepscijfer("", 17, 34, 17)
    assert found.wijken == (
        Groepscijfer("Centrum", 7, 14, 7),
        Groepscijfer("Oost", 5, 10, 5),
        Groepscijfer("", 5, 10, 5),
    )


def test_only_open_families_are_among_them() -> None:
    dossiers = [*several(5), family(10, afsluiting=TODAY), family(11, start=day(51))]
    found = cijfers(dossiers, KAART, TODAY).totaal
    assert found is not None
    assert found.gezinnen == 5


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"A": 4}, []),
        ({"A": 5}, [("A", 5)]),
        ({"A": 3, "B": 2, "C": 7}, [("C", 7), (None, 5)]),
        ({"A": 3, "B": 6, "C": 7}, [("C", 7), (None, 9)]),
        ({"A": 1, "B": 6, "C": 6}, [("C", 6), (None, 7)]),
        ({"A": 4, "B": 5}, [(None, 9)]),
        ({"A": 4, "B": 4}, [(None, 8)]),
        ({"A": 2, "B": 1}, []),
        ({"A": 5, "B": 5}, [("A", 5), ("B", 5)]),
    ],
)
def test_a_small_wijk_cannot_be_found_by_taking_the_others_from_the_total(
    sizes: dict[str, int], shown: list[tuple[str | None, int]]
) -> None:
    dossiers = [
        each for at, (wijk, number) in enumerate(sizes.items()) for each in several(number, first=100 * at, wijk=wijk)
    ]
    assert [(each.naam, each.gezinnen) for each in cijfers(dossiers, KAART, TODAY).wijken] == shown


def test_a_sector_tells_its_professionals_and_not_in_how_many_families() -> None:
    near = a_betrokkenheid(organisatie=uid(801), tot=on(40))
    school = a_betrokkenheid(id=uid(33), organisatie=uid(802))
    dossiers = [*several(6, near), *several(5, near, school, first=10)]
    assert cijfers(dossiers, KAART, TODAY).sectoren == (
        Groepscijfer("jeugdhulp", None, 11, 0),
        Groepscijfer("onderwijs", None, 5, 5),
        Groepscijfer("", None, 11, 11),
    )


def test_a_sector_in_few_families_goes_with_the_smallest_other() -> None:
    near = a_betrokkenheid(organisatie=uid(801))
    lone = a_betrokkenheid(id=uid(33), organisatie=uid(802))
    dossiers = [*several(6), *several(6, near, first=10), *several(2, near, lone, first=20)]
    found = cijfers(dossiers, KAART, TODAY).sectoren
    assert found == (Groepscijfer("", None, 20, 14), Groepscijfer(None, None, 10, 10))


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(0, 2)), max_size=30))
def test_no_small_group_can_be_found(drawn: list[tuple[str, int]]) -> None:
    """Neither among the rows nor in any difference of the total and some of them."""
    dossiers = [
        family(at, *(a_betrokkenheid(id=uid(300 + each)) for each in range(number)), wijk=wijk)
        for at, (wijk, number) in enumerate(drawn)
    ]
    found = cijfers(dossiers, KAART, TODAY)
    sizes = [each.gezinnen or 0 for each in found.wijken]
    total = (found.totaal.gezinnen if found.totaal else 0) or 0
    assert (total or len(drawn)) == len(drawn)
    assert all(size >= LEAST for size in sizes)
    for some in range(len(sizes) + 1):
        for chosen in combinations(sizes, some):
            assert total - sum(chosen) == 0 or total - sum(chosen) >= LEAST
    truth: dict[str, list[Dossier]] = defaultdict(list)
    for each in dossiers:
        truth[each.gezin.wijk].append(each)
    for row in found.wijken:
        if row.naam is not None:
            mine = truth[row.naam]
            assert row.gezinnen == len(mine)
            assert row.start == sum(aantal_professionals(each, day(0)) for each in mine)
            assert row.nu == sum(aantal_professionals(each, TODAY) for each in mine)
    names = [each.naam for each in found.wijken if each.naam]
    assert names == sorted(names)
    if found.totaal:
        assert sum(each.nu for each in found.wijken) == found.totaal.nu
    now = sum(counts(each, helper, TODAY) for each in dossiers for helper in each.betrokkenheden)
    assert sum(each.nu for each in found.sectoren) in (0, now)


def test_the_informal_share_is_what_is_done_without_a_helper() -> None:
    acties = (
        an_actie(),
        an_actie(id=uid(82), wie=(OMA, MAMA)),
        an_actie(id=uid(83), wie=(SANNE, MAMA)),
        an_actie(id=uid(84), wie=(ROB, MAMA)),
        an_actie(id=uid(85), wie=(ROB,)),
        an_actie(id=uid(86), wie=(KIND,), status=ActieStatus.KLAAR),
    )
    assert cijfers(several(5, *acties), KAART, TODAY).informeel == Aandeel(15, 25)
    few = [*several(4, *acties), *several(5, first=10)]
    assert cijfers(few, KAART, TODAY).informeel is None


SEVERAL_REGISSEURS = (
    a_regisseurschap(houder=MAMA, tot=day(10)),
    a_regisseurschap(id=uid(42), vanaf=day(10), tot=day(20)),
    a_regisseurschap(id=uid(43), houder=SANNE, vanaf=day(20), tot=day(30)),
    a_regisseurschap(id=uid(44), vanaf=day(30), tot=day(35)),
    a_regisseurschap(id=uid(45), houder=SANNE, vanaf=day(35), tot=day(60)),
    a_regisseurschap(id=uid(46), houder=MAMA, vanaf=day(60)),
)


# One way is free; another was not freed, one is not decided about, and one only later.
FREED = (
    a_doorbraak(besluit="Ja", besloten_op=day(9), gelukt=True),
    a_doorbraak(id=uid(102), besluit="Nee", besloten_op=day(9)),
    a_doorbraak(id=uid(103)),
    a_doorbraak(id=uid(104), besluit="Ja", besloten_op=day(3000), gelukt=True),
)


@pytest.mark.parametrize(
    ("with_it", "without", "expected"),
    [(5, 0, 5), (5, 5, 5), (4, 6, None), (6, 4, None), (0, 6, 0), (4, 0, None)],
)
def test_handovers_and_measures_are_told_when_enough_have_them_and_enough_have_not(
    with_it: int, without: int, expected: int | None
) -> None:
    """From mama to Sanne is one, a vacancy is no regisseur, and what is to come does not count."""
    having = several(with_it, *SEVERAL_REGISSEURS, a_maatregel(), a_maatregel(id=uid(196), tot=day(9)), *FREED)
    found = cijfers([*having, *several(without, first=100)], KAART, TODAY)
    number = None if expected is None else Aantal(expected, expected)
    assert (found.overdrachten, found.gedwongen, found.doorbraken) == (number, number, number)


def test_the_same_human_being_in_another_period_is_no_handover() -> None:
    again = (
        a_betrokkenheid(id=uid(33), professional=uid(901)),
        a_betrokkenheid(id=uid(34), professional=uid(901)),
        a_regisseurschap(houder=uid(33), tot=day(10)),
        a_regisseurschap(id=uid(42), houder=uid(34), vanaf=day(10)),
    )
    assert cijfers(several(5, *again), KAART, TODAY).overdrachten == Aantal(0, 0)


def test_the_rows_for_table_picture_and_csv() -> None:
    dossiers = several(5, an_actie(), a_maatregel())
    assert regels(cijfers(dossiers, KAART, TODAY)) == (
        Regel("totaal", "", 5, 10, 5),
        Regel("wijk", "Centrum", 5, 10, 5),
        Regel("sector", "", None, 10, 5),
        Regel("informeel", "", None, 5, 5),
        Regel("overdrachten", "", 0, None, 0),
        Regel("gedwongen", "", 5, None, 5),
        Regel("doorbraken", "", 0, None, 0),
    )
    assert regels(cijfers([], KAART, TODAY)) == ()


def test_an_organisation_that_the_kaart_does_not_know_has_no_sector() -> None:
    helper = a_betrokkenheid(id=SANNE, organisatie=UUID(int=77))
    assert cijfers(several(5, helper), KAART, TODAY).sectoren == (Groepscijfer("", None, 10, 5),)
