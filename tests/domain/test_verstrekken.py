"""Who received which version and who has not; what was given stays given (product.md rules 10 and 11)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gezinsplan.domain.checks import check
from gezinsplan.domain.errors import Code
from gezinsplan.domain.values import Change, Part, difference, drop, put
from gezinsplan.domain.versies import VersieStatus, Verstrekking, Wijze
from gezinsplan.domain.verstrekken import (
    check_kept,
    gekregen,
    is_given,
    nog_niet_gekregen,
    reageer,
    verstrek,
    zonder_reactie,
)
from tests.make import (
    KIND,
    MAMA,
    OMA,
    a_dossier,
    a_gezagsverhouding,
    a_versie,
    a_verstrekking,
    an_oma,
    day,
    refused,
    uid,
)

CONCEPT = a_versie(status=VersieStatus.CONCEPT)
PROPOSED = a_verstrekking(reageren_tot=day(14))
WRONG = a_verstrekking(vervallen_op=day(2), reden="Het lag nog op kantoor")


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), [MAMA, KIND]),
        ((a_verstrekking(),), [KIND]),
        ((a_verstrekking(), a_verstrekking(id=uid(109), deelnemer=KIND)), []),
        ((WRONG,), [MAMA, KIND]),
        ((WRONG, a_verstrekking(id=uid(109))), [KIND]),
    ],
)
def test_who_must_have_it_and_did_not_receive_it(given: tuple[Part, ...], missing: list[object]) -> None:
    old_enough = date(2025, 6, 15)
    dossier = a_dossier(a_versie(), a_gezagsverhouding(), *given)
    assert [*nog_niet_gekregen(dossier, a_versie(), old_enough)] == missing
    assert [
        each for each in nog_niet_gekregen(dossier, a_versie(), old_enough - timedelta(days=1)) if each == KIND
    ] == []


def test_a_parent_who_lives_elsewhere_must_have_it_too() -> None:
    dossier = a_dossier(a_versie(), a_gezagsverhouding(houder=OMA), an_oma())
    assert nog_niet_gekregen(dossier, a_versie(), day(1)) == (OMA,)


def test_given_tells_by_day_and_of_that_version_only() -> None:
    later = a_verstrekking(id=uid(101), datum=day(3))
    other = a_verstrekking(id=uid(110), versie=uid(111))
    dossier = a_dossier(a_versie(), a_versie(id=uid(111), nummer=2), later, a_verstrekking(), other)
    assert gekregen(dossier, uid(116)) == (a_verstrekking(), later)


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ((), Code.WHO_IS_MISSING, "aan"),
        ((a_verstrekking(datum=day(10)),), Code.DAY_TO_COME, "datum"),
        ((a_verstrekking(datum=day(-1)),), Code.VERSION_DAY, "datum"),
    ],
)
def test_what_cannot_be_given(given: tuple[Verstrekking, ...], code: Code, field: str) -> None:
    with refused(code, field=field):
        verstrek(a_dossier(a_versie()), given, day(9))


def test_giving_to_several_at_once() -> None:
    both = (a_verstrekking(), a_verstrekking(id=uid(109), deelnemer=KIND))
    assert {*verstrek(a_dossier(a_versie()), both, day(9)).verstrekkingen} == {*both}


@pytest.mark.parametrize(
    ("versie", "given", "op", "waits"),
    [
        (CONCEPT, PROPOSED, 13, False),
        (CONCEPT, PROPOSED, 14, True),
        (CONCEPT, replace(PROPOSED, reactie="Prima", reactie_op=day(3)), 14, False),
        (CONCEPT, replace(PROPOSED, vervallen_op=day(3), reden="nee"), 14, False),
        (CONCEPT, a_verstrekking(), 14, False),
        (a_versie(), PROPOSED, 14, False),
    ],
)
def test_an_answer_is_awaited_from_its_day_on(versie: Part, given: Verstrekking, op: int, waits: bool) -> None:
    assert zonder_reactie(a_dossier(versie, given), day(op)) == ((given,) if waits else ())


def test_no_answer_is_awaited_without_versions() -> None:
    assert zonder_reactie(a_dossier(), day(9)) == ()


def test_a_reaction_is_of_today_unless_it_was_of_another_day() -> None:
    dossier = a_dossier(CONCEPT, PROPOSED)

    def after(**changes: object) -> Verstrekking:
        (found,) = reageer(dossier, replace(PROPOSED, **changes), day(9)).verstrekkingen  # type: ignore[arg-type]
        return found

    assert after(reactie="Prima").reactie_op == day(9)
    assert after(reactie="Prima", reactie_op=day(5)).reactie_op == day(5)
    assert after().reactie_op is None
    assert after(reden="Lag nog hier").vervallen_op == day(9)
    assert after(reden="Lag nog hier", vervallen_op=day(5)).vervallen_op == day(5)
    assert after(reden=" ", vervallen_op=day(5)).vervallen_op is None


@pytest.mark.parametrize(
    ("part", "code", "field"),
    [
        (a_verstrekking(), Code.EMPTY, "reageren_tot"),
        (replace(PROPOSED, reageren_tot=day(-1)), Code.END_BEFORE_START, "reageren_tot"),
        (replace(PROPOSED, reactie_op=day(-1)), Code.END_BEFORE_START, "reactie_op"),
        (replace(PROPOSED, reactie="Ja"), Code.EMPTY, "reactie_op"),
        (replace(PROPOSED, vervallen_op=day(-1), reden="nee"), Code.END_BEFORE_START, "vervallen_op"),
        (replace(PROPOSED, vervallen_op=day(3)), Code.REASON_MISSING, "reden"),
        (replace(PROPOSED, versie=MAMA), Code.UNKNOWN_PART, "versie"),
        (replace(PROPOSED, deelnemer=uid(116)), Code.UNKNOWN_PART, "deelnemer"),
    ],
)
def test_what_no_giving_may_be(part: Verstrekking, code: Code, field: str) -> None:
    with refused(code, field=field, id=part.id):
        check(a_dossier(CONCEPT, part))


def test_what_a_giving_may_be() -> None:
    check(a_dossier(CONCEPT, PROPOSED))
    check(a_dossier(a_versie(), a_verstrekking()))
    check(a_dossier(a_versie(), WRONG))


def test_a_version_never_changes_and_what_was_given_stays() -> None:
    dossier = a_dossier(a_versie(), a_verstrekking())
    for changed in (a_versie(nummer=2), a_verstrekking(datum=day(1)), a_verstrekking(wijze=Wijze.POST)):
        with refused(Code.GIVEN_STAYS, id=changed.id):
            check(put(dossier, changed), dossier)
    with refused(Code.GIVEN_STAYS, id=uid(118)):
        check(drop(dossier, uid(118)), dossier)
    check(put(dossier, a_verstrekking(reactie="Prima", reactie_op=day(3))), dossier)
    check(put(dossier, WRONG), dossier)


def test_a_version_that_nobody_has_can_be_taken_back() -> None:
    dossier = a_dossier(a_versie())
    check(drop(dossier, uid(116)), dossier)
    given = a_dossier(a_versie(), a_verstrekking())
    with refused(Code.STILL_REFERRED_TO):
        check(drop(given, uid(116)), given)


def test_only_giving_is_giving() -> None:
    before, after = a_dossier(a_versie()), a_dossier(a_versie(), a_verstrekking())
    assert is_given(difference(before, after))
    assert not is_given(difference(after, put(after, WRONG)))
    assert not is_given(difference(a_dossier(), before))
    check_kept([Change(None, a_verstrekking())])
