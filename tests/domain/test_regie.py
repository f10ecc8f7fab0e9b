"""One regisseur: appoint, hand over, leave vacant, close."""

from dataclasses import replace

import pytest

from gezinsplan.domain import regie
from gezinsplan.domain.checks import check
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier, RegieVorm, Regisseurschap
from gezinsplan.domain.errors import Code
from gezinsplan.domain.regie import Keuze
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    TERM,
    a_betrokkenheid,
    a_dossier,
    a_gezin,
    a_regisseurschap,
    day,
    refused,
    uid,
)

NEW, NEXT = uid(42), uid(43)


def with_rob() -> Dossier:
    """Mama is regisseur from the start, Rob from day 10 on."""
    dossier = a_dossier(a_regisseurschap(houder=MAMA), a_betrokkenheid())
    return regie.appoint(dossier, NEW, Keuze(ROB, day(10), "mama vraagt het"))


def closed() -> Dossier:
    """The same, closed on day 100."""
    return regie.change_gezin(with_rob(), a_gezin(afsluiting=day(100)))


def held(dossier: Dossier) -> list[tuple[object, object, object]]:
    return [(term.houder, term.vanaf, term.tot) for term in regie.line(dossier)]


def test_the_next_term_begins_where_the_last_one_ends() -> None:
    dossier = with_rob()
    assert held(dossier) == [(MAMA, day(0), day(10)), (ROB, day(10), None)]
    check(dossier)


def test_everything_about_the_choice_is_kept() -> None:
    keuze = Keuze(OMA, day(20), "mama vraagt het", RegieVorm.ZELF, "mama", "fijn", vervanger=uid(901))
    term = regie.line(regie.appoint(with_rob(), NEXT, keuze))[-1]
    assert term == Regisseurschap(
        NEXT, OMA, day(20), "mama vraagt het", RegieVorm.ZELF, None, "mama", "fijn", vervanger=uid(901)
    )


def test_the_line_is_read_by_day_whatever_the_ids() -> None:
    dossier = a_dossier(
        a_regisseurschap(id=uid(49), houder=MAMA, tot=day(5)), a_regisseurschap(id=uid(40), vanaf=day(5))
    )
    assert [term.vanaf for term in regie.line(dossier)] == [day(0), day(5)]
    check(dossier)


@pytest.mark.parametrize(
    ("on", "expected"), [(-1, None), (0, MAMA), (9, MAMA), (10, ROB), (99, ROB), (100, None), (101, None)]
)
def test_every_day_of_the_case_has_one_term(on: int, expected: object) -> None:
    term = regie.term_on(closed(), day(on))
    assert (term.houder if term else None) == expected
    check(closed())


def test_a_choice_on_the_first_day_of_a_term_takes_its_place() -> None:
    dossier = regie.appoint(with_rob(), NEXT, Keuze(OMA, day(10), "Rob was de verkeerde"))
    assert held(dossier) == [(MAMA, day(0), day(10)), (OMA, day(10), None)]
    assert NEW not in {term.id for term in dossier.regisseurschappen}
    check(dossier)


def test_the_first_regisseur_can_be_set_right_on_the_first_day() -> None:
    dossier = regie.appoint(a_dossier(), NEW, Keuze(OMA, day(0), "gekozen"))
    assert held(dossier) == [(OMA, day(0), None)]


def test_a_vacancy_has_a_reason_and_stands_in_the_line() -> None:
    dossier = regie.appoint(with_rob(), NEXT, Keuze(None, day(20), "Rob is ziek"))
    assert held(dossier)[-1] == (None, day(20), None)
    check(dossier)


@pytest.mark.parametrize(
    ("keuze", "code", "field"),
    [
        (Keuze(OMA, day(9), "eerder"), Code.REGIE_BEFORE_CURRENT, "vanaf"),
        (Keuze(OMA, day(-1), "voor de start"), Code.REGIE_BEFORE_CURRENT, "vanaf"),
        (Keuze(OMA, day(100), "na de afsluiting"), Code.REGIE_OUTSIDE_GEZIN, "vanaf"),
        (Keuze(ROB, day(20), "nog eens"), Code.REGIE_SAME_HOLDER, "houder"),
        (Keuze(OMA, day(20)), Code.REGIE_REASON_MISSING, "reden"),
        (Keuze(OMA, day(20), " \n"), Code.REGIE_REASON_MISSING, "reden"),
        (Keuze(None, day(20)), Code.REGIE_REASON_MISSING, "reden"),
    ],
)
def test_what_cannot_be_chosen(keuze: Keuze, code: Code, field: str) -> None:
    with refused(code, field=field):
        regie.appoint(closed(), NEXT, keuze)


def test_two_vacancies_do_not_follow_each_other() -> None:
    with refused(Code.REGIE_SAME_HOLDER, field="houder"):
        regie.appoint(a_dossier(), NEW, Keuze(None, day(3), "nog steeds niemand"))


@pytest.mark.parametrize(
    ("vanaf", "tot", "field"),
    [("2024-01-12", None, "vanaf"), (None, None, "vanaf"), ("2024-01-01", "2024-03-01", "tot")],
)
def test_a_helper_who_is_not_there_the_whole_term_holds_no_regie(
    vanaf: str | None, tot: str | None, field: str
) -> None:
    helper = a_betrokkenheid(vanaf=Datum.parse(vanaf) if vanaf else None, tot=Datum.parse(tot) if tot else None)
    dossier = regie.appoint(a_dossier(helper), NEW, Keuze(ROB, day(10), "gekozen"))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field=field, id=ROB):
        check(dossier)


def test_a_new_line_follows_the_family_from_start_to_end() -> None:
    empty = Dossier(a_gezin(start=day(5), afsluiting=day(50)))
    dossier = regie.start_line(empty, TERM, Keuze(None, day(0), "nog te kiezen"))
    assert held(dossier) == [(None, day(5), day(50))]
    check(dossier)


def test_a_new_line_without_anybody_asks_why() -> None:
    with refused(Code.REGIE_REASON_MISSING, id=TERM):
        check(regie.start_line(Dossier(a_gezin()), TERM, Keuze(None, day(0))))


@pytest.mark.parametrize(
    ("gezin", "field"),
    [
        (a_gezin(start=day(10)), "start"),
        (a_gezin(start=day(11)), "start"),
        (a_gezin(afsluiting=day(10)), "afsluiting"),
        (a_gezin(afsluiting=day(5)), "afsluiting"),
        (a_gezin(afsluiting=day(0)), "afsluiting"),
        (a_gezin(afsluiting=day(-5)), "afsluiting"),
    ],
)
def test_the_ends_of_the_case_may_not_swallow_a_term(gezin: object, field: str) -> None:
    with refused(Code.REGIE_OUTSIDE_GEZIN, field=field):
        regie.change_gezin(with_rob(), gezin)  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "afsluiting"), [(-30, None), (9, 11), (0, 11), (3, None)])
def test_the_line_moves_along_with_the_case(start: int, afsluiting: int | None) -> None:
    end = day(afsluiting) if afsluiting is not None else None
    dossier = regie.change_gezin(with_rob(), a_gezin(start=day(start), afsluiting=end))
    assert held(dossier) == [(MAMA, day(start), day(10)), (ROB, day(10), end)]
    check(dossier)


@pytest.mark.parametrize(("start", "afsluiting"), [(20, None), (0, 0), (20, 20), (-5, 3)])
def test_a_single_term_moves_with_both_ends(start: int, afsluiting: int | None) -> None:
    gezin = a_gezin(start=day(start), afsluiting=day(afsluiting) if afsluiting is not None else None)
    dossier = regie.change_gezin(a_dossier(), gezin)
    assert held(dossier) == [(None, gezin.start, gezin.afsluiting)]
    check(dossier)


def test_an_afsluiting_before_the_start_is_refused() -> None:
    with refused(Code.END_BEFORE_START, field="afsluiting"):
        check(regie.change_gezin(a_dossier(), a_gezin(afsluiting=day(-1))))


def test_a_closed_case_can_be_opened_again() -> None:
    assert regie.change_gezin(closed(), a_gezin()) == with_rob()


def test_an_earlier_start_asks_for_a_regisseur_who_was_there() -> None:
    dossier = a_dossier(a_regisseurschap(houder=ROB), a_betrokkenheid())
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="start", id=ROB):
        regie.change_gezin(dossier, a_gezin(start=day(-10)))


def test_leaving_vacant_touches_only_the_terms_of_that_holder() -> None:
    """Rob, then oma, then Rob again: gone from day 15 on, oma stays where she is."""
    dossier = regie.appoint(with_rob(), NEXT, Keuze(OMA, day(20), "vakantie"))
    dossier = regie.appoint(dossier, uid(44), Keuze(ROB, day(30), "terug"))
    dossier = regie.vacate(dossier, uid(45), ROB, day(15), "ineens weg")
    assert held(dossier) == [
        (MAMA, day(0), day(10)),
        (ROB, day(10), day(15)),
        (None, day(15), day(20)),
        (OMA, day(20), day(30)),
        (None, day(30), None),
    ]
    check(dossier)


@pytest.mark.parametrize("on", [10, 3])
def test_gone_on_or_before_the_first_day_the_whole_term_is_vacant(on: int) -> None:
    dossier = regie.vacate(with_rob(), NEXT, ROB, day(on), "nooit gekomen")
    assert held(dossier) == [(MAMA, day(0), day(10)), (None, day(10), None)]
    assert replace(regie.line(dossier)[-1], id=NEXT).reden == "nooit gekomen"
    check(dossier)


def test_a_term_that_is_over_stays() -> None:
    assert regie.vacate(closed(), NEXT, ROB, day(100), "klaar") == closed()
    assert regie.vacate(closed(), NEXT, OMA, day(5), "niets") == closed()


def test_only_somebody_of_the_family_or_its_own_circle_directs_it_himself() -> None:
    for houder in (MAMA, OMA, None):
        regie.appoint(a_dossier(a_regisseurschap(houder=KIND)), NEXT, Keuze(houder, day(9), "kan het", RegieVorm.ZELF))
    with refused(Code.REGIE_FORM, field="vorm", id=ROB):
        regie.appoint(a_dossier(a_betrokkenheid()), NEXT, Keuze(ROB, day(9), "kan het", RegieVorm.ZELF))
