"""Relations between pairs: not with oneself, not twice at one time, and nobody is his own ancestor."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.checks import check
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.relaties import Relatie, RelatieSoort, check_relatie, is_over, is_then
from gezinsplan.domain.tijdlijn import Soort, Wending, tijdlijn
from tests.make import KIND, MAMA, OMA, ROB, a_betrokkenheid, a_dossier, a_relatie, day, on, refused, uid

S = RelatieSoort


def pair(een: int, ander: int, soort: S, vanaf: str = "", tot: str = "", number: int = 900) -> Relatie:
    begin, end = (Datum.parse(each) if each else None for each in (vanaf, tot))
    return Relatie(uid(number), uid(een), uid(ander), soort, begin, end)


def test_not_with_oneself() -> None:
    with refused(Code.WITH_ONESELF, field="ander"):
        check(a_dossier(a_relatie(ander=MAMA)))


@pytest.mark.parametrize("changes", [{"een": ROB}, {"ander": ROB}])
def test_only_between_people_and_not_with_a_helper(changes: dict[str, object]) -> None:
    with refused(Code.UNKNOWN_PART, field=next(iter(changes))):
        check(a_dossier(a_betrokkenheid(), a_relatie(**changes)))


def test_somebody_unknown_is_refused() -> None:
    with refused(Code.STILL_REFERRED_TO, field="een"):
        check(a_dossier(a_relatie(een=uid(4321))))


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (pair(1, 2, S.PARTNER), pair(1, 2, S.PARTNER), False),
        (pair(1, 2, S.PARTNER), pair(2, 1, S.PARTNER), False),
        (pair(1, 2, S.PARTNER), pair(2, 1, S.EX_PARTNER), False),
        (pair(1, 2, S.PARTNER, "2010", "2023"), pair(1, 2, S.EX_PARTNER, "2023"), True),
        (pair(1, 2, S.PARTNER, "2010", "2023-05-01"), pair(1, 2, S.EX_PARTNER, "2023-05-01"), True),
        (pair(1, 2, S.PARTNER, "2010", "2023-05-01"), pair(1, 2, S.EX_PARTNER, "2023-04-30"), False),
        (pair(1, 2, S.PARTNER, "2010", "2015"), pair(1, 2, S.PARTNER, "2018"), True),
        (pair(1, 2, S.STIEFOUDER), pair(1, 2, S.OUDER), False),
        (pair(1, 2, S.STIEFOUDER, tot="2020-01-01"), pair(1, 2, S.OUDER, "2020-01-01"), True),
        (pair(1, 2, S.GROOTOUDER), pair(1, 2, S.PLEEGOUDER), True),
        (pair(1, 2, S.BROER_OF_ZUS), pair(2, 1, S.HALFBROER_OF_ZUS), False),
        (pair(1, 2, S.VRIEND), pair(1, 2, S.BUUR), True),
        (pair(1, 2, S.VRIEND), pair(2, 1, S.VRIEND), False),
        (pair(1, 2, S.PARTNER), pair(1, 3, S.PARTNER), True),
    ],
)
def test_two_people_are_no_two_such_things_at_once(one: Relatie, other: Relatie, fits: bool) -> None:
    other = replace(other, id=uid(901))
    for new, known in ((one, other), (other, one)):
        if fits:
            check_relatie(new, (known, new))
        else:
            with refused(Code.RELATED_ALREADY, field="soort", id=new.id):
                check_relatie(new, (known, new))


@pytest.mark.parametrize("soort", [S.OUDER, S.STIEFOUDER, S.PLEEGOUDER, S.GROOTOUDER, S.OOM_OF_TANTE])
def test_nobody_is_his_own_ancestor(soort: S) -> None:
    known = (
        pair(1, 2, S.OUDER, number=901),
        pair(2, 3, S.GROOTOUDER, number=902),
        pair(7, 1, S.VRIEND, number=904),
    )
    with refused(Code.OWN_ANCESTOR, field="een"):
        check_relatie(pair(3, 1, soort), known)
    check_relatie(pair(3, 4, soort), known)
    check_relatie(pair(3, 7, soort), known)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.sampled_from(S)), max_size=12))
def test_whatever_is_let_in_one_by_one_holds_together(wanted: list[tuple[int, int, S]]) -> None:
    kept: list[Relatie] = []
    for number, (een, ander, soort) in enumerate(wanted):
        new = pair(een, ander, soort, number=900 + number)
        try:
            check_relatie(new, kept)
        except RuleBroken:
            continue
        kept.append(new)
    for each in kept:
        check_relatie(each, kept)


def test_when_it_is_so() -> None:
    part = a_relatie(vanaf=on(10), tot=on(20))
    assert [is_then(part, day(each)) for each in (9, 10, 19, 20)] == [False, True, True, False]
    assert [is_over(part, day(each)) for each in (9, 19, 20)] == [False, False, True]
    assert is_then(a_relatie(), day(0))
    assert not is_over(a_relatie(), day(0))


def test_begin_and_end_stand_on_the_line() -> None:
    dossier = a_dossier(
        a_relatie(een=OMA, ander=KIND, soort=S.PLEEGOUDER, vanaf=Datum(2024), tot=on(9)), a_relatie(id=uid(26))
    )
    line = [each for each in tijdlijn(dossier, day(99), lambda moment: moment.date()) if each.soort is Soort.GEZIN]
    assert [(each.datum, each.wending, each.zeker) for each in line] == [
        (day(9), Wending.EINDE, True),
        (day(0), Wending.BEGIN, False),
    ]
    assert line[0].mensen == (OMA, KIND)
