"""Who counts on which day, and the line over time (product.md 4)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.betrokken import (
    aantal_professionals,
    active_on,
    regisseur_on,
    start_on,
    status_on,
)
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import (
    Betrokkenheid,
    BetrokkenheidSoort,
    BetrokkenheidStatus,
    Dossier,
    Vorm,
)
from gezinsplan.domain.lijn import Telling, trend
from tests.make import MAMA, OMA, ROB, START, a_betrokkenheid, a_dossier, a_regisseurschap, an_oma, day, on, uid

SANNE = uid(901)
VRIJWILLIGER, ERVARING = BetrokkenheidSoort.VRIJWILLIGER, BetrokkenheidSoort.ERVARINGSDESKUNDIGE


@pytest.mark.parametrize(
    ("changes", "counted"),
    [
        ({}, 1),
        ({"vorm": Vorm.BIJGESCHAKELD}, 1),
        ({"vorm": Vorm.OP_AFSTAND}, 0),
        ({"vaste_basis": True}, 0),
        ({"soort": VRIJWILLIGER}, 0),
        ({"soort": VRIJWILLIGER, "betaald": False}, 0),
        ({"soort": ERVARING}, 1),
        ({"soort": ERVARING, "betaald": False}, 0),
        ({"betaald": False}, 1),
        ({"vanaf": None}, 0),
        ({"vanaf": None, "wachtlijst": True}, 0),
        ({"vanaf": on(11)}, 0),
        ({"vanaf": on(10)}, 1),
        ({"tot": on(10)}, 0),
        ({"tot": on(11)}, 1),
        ({"vanaf": Datum(2024)}, 1),
        ({"vanaf": Datum(2024, 1)}, 1),
        ({"vanaf": Datum(2024, 2)}, 0),
        ({"vanaf": Datum(2023), "tot": Datum(2023)}, 0),
        ({"vanaf": Datum(2023), "tot": Datum(2024, 1)}, 1),
        ({"vanaf": Datum(2024, ongeveer=True)}, 1),
    ],
)
def test_who_counts_on_day_10(changes: dict[str, object], counted: int) -> None:
    assert aantal_professionals(a_dossier(a_betrokkenheid(**changes)), day(10)) == counted


@pytest.mark.parametrize(
    ("changes", "counted"),
    [
        ({"vaste_basis": True}, 1),
        ({"vorm": Vorm.OP_AFSTAND}, 1),
        ({"vaste_basis": True, "vorm": Vorm.OP_AFSTAND}, 1),
        ({"soort": VRIJWILLIGER}, 0),
        ({"soort": ERVARING, "betaald": False, "vaste_basis": True}, 0),
    ],
)
def test_the_regisseur_counts_also_from_school_if_a_beroepskracht(changes: dict[str, object], counted: int) -> None:
    helper = a_betrokkenheid(**changes)
    terms = (a_regisseurschap(houder=ROB, tot=day(20)), a_regisseurschap(id=uid(42), houder=MAMA, vanaf=day(20)))
    dossier = a_dossier(helper, *terms)
    assert aantal_professionals(dossier, day(19)) == counted
    assert aantal_professionals(dossier, day(20)) == 0


def test_a_regisseur_of_the_family_is_no_professional() -> None:
    assert aantal_professionals(a_dossier(a_regisseurschap(houder=MAMA)), day(1)) == 0


@pytest.mark.parametrize(
    ("professionals", "counted"),
    [
        ((SANNE, SANNE), 1),
        ((SANNE, uid(902)), 2),
        ((SANNE, None), 2),
        ((None, None), 2),
        ((SANNE, SANNE, None, None), 3),
    ],
)
def test_persons_are_counted_not_periods(professionals: tuple[object, ...], counted: int) -> None:
    helpers = [
        a_betrokkenheid(id=uid(300 + number), professional=each, organisatie=uid(801))
        for number, each in enumerate(professionals)
    ]
    assert aantal_professionals(a_dossier(*helpers), day(1)) == counted


def test_somebody_at_a_distance_in_one_role_and_near_in_another_counts_once() -> None:
    near, far = a_betrokkenheid(professional=SANNE), a_betrokkenheid(id=uid(32), professional=SANNE)
    assert aantal_professionals(a_dossier(near, replace(far, vorm=Vorm.OP_AFSTAND)), day(1)) == 1


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"vanaf": None}, BetrokkenheidStatus.AANGEMELD),
        ({"vanaf": None, "wachtlijst": True}, BetrokkenheidStatus.WACHTLIJST),
        ({"vanaf": on(11)}, BetrokkenheidStatus.AANGEMELD),
        ({"vanaf": on(11), "wachtlijst": True}, BetrokkenheidStatus.WACHTLIJST),
        ({"vanaf": on(10), "wachtlijst": True}, BetrokkenheidStatus.GESTART),
        ({"vanaf": on(0), "tot": on(11)}, BetrokkenheidStatus.GESTART),
        ({"vanaf": on(0), "tot": on(10)}, BetrokkenheidStatus.GESTOPT),
        ({"vanaf": on(10), "tot": on(10)}, BetrokkenheidStatus.GESTOPT),
    ],
)
def test_where_a_helper_stands_on_day_10(changes: dict[str, object], status: BetrokkenheidStatus) -> None:
    helper = a_betrokkenheid(**changes)
    assert status_on(helper, day(10)) is status
    assert active_on(helper, day(10)) is (status is BetrokkenheidStatus.GESTART)


def test_the_baseline_is_the_start_until_it_is_settled() -> None:
    assert start_on(a_dossier()) == START
    assert start_on(a_dossier(beginstand_op=day(9))) == day(9)


def test_the_line_falls_where_somebody_goes() -> None:
    dossier = a_dossier(a_betrokkenheid(), a_betrokkenheid(id=uid(32), vanaf=on(2), tot=on(5)))
    assert trend(dossier, day(0), day(9)) == (
        Telling(day(0), 1),
        Telling(day(2), 2),
        Telling(day(5), 1),
        Telling(day(9), 1),
    )


def test_a_line_of_one_day_is_one_point() -> None:
    assert trend(a_dossier(a_betrokkenheid()), day(3), day(3)) == (Telling(day(3), 1),)


def test_a_regisseur_from_school_leaves_the_line_at_the_afsluiting() -> None:
    helper = a_betrokkenheid(vaste_basis=True)
    dossier = a_dossier(helper, a_regisseurschap(houder=ROB, tot=day(5)), afsluiting=day(5))
    assert trend(dossier, day(0), day(9)) == (Telling(day(0), 1), Telling(day(5), 0), Telling(day(9), 0))


def test_what_is_only_known_to_the_month_is_uncertain_that_month() -> None:
    helper = a_betrokkenheid(vanaf=Datum(2024, 2), tot=Datum(2024, 4))
    assert trend(a_dossier(helper), date(2024, 1, 1), date(2024, 6, 1)) == (
        Telling(date(2024, 1, 1), 0),
        Telling(date(2024, 2, 1), 1, zeker=False),
        Telling(date(2024, 3, 1), 1),
        Telling(date(2024, 4, 1), 1, zeker=False),
        Telling(date(2024, 5, 1), 0),
        Telling(date(2024, 6, 1), 0),
    )


def test_somebody_who_is_certainly_there_makes_his_other_period_certain() -> None:
    sure, unsure = a_betrokkenheid(professional=SANNE), a_betrokkenheid(id=uid(32), professional=SANNE)
    dossier = a_dossier(sure, replace(unsure, vanaf=Datum(2024, 2)))
    assert trend(dossier, day(0), date(2024, 2, 5)) == (Telling(day(0), 1), Telling(date(2024, 2, 5), 1))


def test_an_uncertain_date_of_who_does_not_count_leaves_the_line_certain() -> None:
    helper = a_betrokkenheid(vaste_basis=True, vanaf=Datum(2024))
    assert {each.zeker for each in trend(a_dossier(helper), day(0), day(9))} == {True}


MOMENTS = st.one_of(
    st.builds(on, st.integers(-40, 80)),
    st.builds(Datum, st.sampled_from([2023, 2024]), st.integers(1, 12)),
    st.builds(Datum, st.sampled_from([2023, 2024]), st.none(), st.none(), st.booleans()),
)


@st.composite
def helpers(draw: st.DrawFn) -> Betrokkenheid:
    begin, end = draw(st.none() | MOMENTS), draw(st.none() | MOMENTS)
    return a_betrokkenheid(
        id=uid(300 + draw(st.integers(0, 7))),
        professional=draw(st.sampled_from([None, SANNE, uid(902)])),
        soort=draw(st.sampled_from(BetrokkenheidSoort)),
        betaald=draw(st.booleans()),
        vorm=draw(st.sampled_from(Vorm)),
        vaste_basis=draw(st.booleans()),
        wachtlijst=draw(st.booleans()),
        vanaf=begin,
        tot=end if begin and end and begin.earliest <= end.latest else None,
    )


@st.composite
def families(draw: st.DrawFn) -> Dossier:
    """Helpers of every kind, one of whom is regisseur for a while."""
    turn, end = day(draw(st.integers(1, 30))), day(draw(st.integers(31, 60)))
    around = draw(st.lists(helpers(), max_size=6))
    holder = uid(300 + draw(st.integers(0, 7)))
    terms = (a_regisseurschap(tot=turn), a_regisseurschap(id=uid(42), houder=holder, vanaf=turn, tot=end))
    return a_dossier(*around, *terms, afsluiting=end)


def counted_by_hand(dossier: Dossier, op: date, *, sure: bool) -> int:
    """The same number from the sentences of product.md 4, helper by helper; `sure`: without approximate days."""
    found = set()
    for each in dossier.betrokkenheden:
        if each.vanaf is None or each.vanaf.earliest > op or (each.tot is not None and gone(each.tot, op)):
            continue
        if sure and any(moment.dag is None and moment.earliest <= op <= moment.latest for moment in moments(each)):
            continue
        paid = each.soort is ERVARING and each.betaald
        directs = any(
            term.houder == each.id and term.vanaf <= op and (term.tot is None or term.tot > op)
            for term in dossier.regisseurschappen
        )
        near = each.vorm is not Vorm.OP_AFSTAND and not each.vaste_basis
        if (each.soort is BetrokkenheidSoort.BEROEPSKRACHT or paid) and (near or directs):
            found.add(each.professional or each.id)
    return len(found)


def gone(tot: Datum, op: date) -> bool:
    return op >= tot.latest if tot.dag is not None else op > tot.latest


def moments(helper: Betrokkenheid) -> list[Datum]:
    return [moment for moment in (helper.vanaf, helper.tot) if moment is not None]


@given(families(), st.integers(-60, 60), st.integers(0, 90))
def test_the_line_says_the_count_of_every_day(dossier: Dossier, first: int, length: int) -> None:
    begin, end = day(first), day(first + length)
    line = trend(dossier, begin, end)
    assert (line[0].datum, line[-1].datum) == (begin, end)
    assert [each.datum for each in line] == sorted({each.datum for each in line})
    for number in range(length + 1):
        today = begin + timedelta(days=number)
        point = [each for each in line if each.datum <= today][-1]
        assert point.aantal == aantal_professionals(dossier, today) == counted_by_hand(dossier, today, sure=False)
        assert point.zeker is (counted_by_hand(dossier, today, sure=True) == point.aantal)
    assert all(one[1:] != other[1:] for one, other in zip(parts_of(line), parts_of(line)[1:-1], strict=False))


def parts_of(line: tuple[Telling, ...]) -> list[tuple[date, int, bool]]:
    return [(each.datum, each.aantal, each.zeker) for each in line]


def test_a_regisseur_who_died_or_left_is_nobody() -> None:
    term = a_regisseurschap(houder=OMA)
    assert regisseur_on(a_dossier(an_oma(), term), day(5)) == OMA
    assert regisseur_on(a_dossier(an_oma(overleden_op=day(4)), term), day(5)) is None
    assert regisseur_on(a_dossier(an_oma(tot=day(4)), term), day(5)) is None
    assert regisseur_on(a_dossier(), day(5)) is None
    assert regisseur_on(a_dossier(), day(-1)) is None
