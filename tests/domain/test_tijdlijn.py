"""The line of everything that has a day: what stands on it, in which order, and what a filter leaves."""

from datetime import UTC, date, datetime

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import ActieStatus
from gezinsplan.domain.tijdlijn import Gebeurtenis, Soort, Wending, gefilterd, tijdlijn
from gezinsplan.domain.values import Part
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_bespreking,
    a_betrokkenheid,
    a_check,
    a_contact,
    a_doel,
    a_doorbraak,
    a_dossier,
    a_maatregel,
    a_meldcodestap,
    a_score,
    a_tekst,
    a_veiligheidsafspraak,
    a_versie,
    a_verstrekking,
    an_actie,
    an_akkoord,
    an_overleg,
    day,
    on,
    uid,
)

TERM = uid(41)


def line(*parts: Part, op: int = 100) -> list[Gebeurtenis]:
    """Without the vacancy of a new family."""
    found = tijdlijn(a_dossier(*parts), day(op), datetime.date)
    return [each for each in found if each.soort is not Soort.REGIE]


@pytest.mark.parametrize(
    ("part", "events"),
    [
        (
            a_betrokkenheid(tot=on(9), reden_einde="klaar"),
            [(9, Soort.HULP, Wending.EINDE, ()), (0, Soort.HULP, Wending.BEGIN, ())],
        ),
        (a_betrokkenheid(over=(KIND,)), [(0, Soort.HULP, Wending.BEGIN, (KIND, ROB))]),
        (a_betrokkenheid(vanaf=None, aangemeld_op=day(2)), []),
        (a_contact(met=(MAMA, OMA), over=(KIND,)), [(0, Soort.CONTACT, Wending.OP, (MAMA, OMA, KIND))]),
        (an_overleg(moment=datetime(2024, 1, 11, 9, tzinfo=UTC)), [(10, Soort.GESPREK, Wending.OP, ())]),
        (a_tekst(), [(0, Soort.WOORDEN, Wending.OP, (MAMA,))]),
        (a_tekst(spreker=None, over=(KIND,)), [(0, Soort.WOORDEN, Wending.OP, (KIND,))]),
        (a_doel(), [(0, Soort.DOEL, Wending.BEGIN, ())]),
        (a_check(), [(0, Soort.VEILIGHEID, Wending.OP, ())]),
        (
            a_doorbraak(besluit="Ja", besloten_op=day(9)),
            [(9, Soort.DOORBRAAK, Wending.EINDE, ()), (0, Soort.DOORBRAAK, Wending.BEGIN, ())],
        ),
        (
            an_actie(status=ActieStatus.KLAAR, klaar_op=day(9)),
            [(9, Soort.AFSPRAAK, Wending.EINDE, (MAMA,)), (0, Soort.AFSPRAAK, Wending.BEGIN, (MAMA,))],
        ),
        (
            an_actie(status=ActieStatus.VERVALLEN, klaar_op=day(9), reden="niet nodig", vanaf=None),
            [],
        ),
    ],
)
def test_what_stands_on_it(part: Part, events: list[tuple[int, Soort, Wending, tuple[object, ...]]]) -> None:
    found = [((each.datum - day(0)).days, each.soort, each.wending, each.mensen) for each in line(part)]
    assert found == events


def test_what_is_about_something_else_comes_with_it() -> None:
    found = line(
        a_betrokkenheid(),
        a_bespreking(),
        a_doel(),
        a_score(),
        a_veiligheidsafspraak(tot=day(5), reden="klaar"),
        a_maatregel(),
    )
    assert {(each.soort, each.wending) for each in found} == {
        (Soort.HULP, Wending.BEGIN),
        (Soort.BESPREKING, Wending.OP),
        (Soort.DOEL, Wending.BEGIN),
        (Soort.CIJFER, Wending.OP),
        (Soort.VEILIGHEID, Wending.BEGIN),
        (Soort.VEILIGHEID, Wending.EINDE),
    }
    (talk,) = (each for each in line(a_betrokkenheid(), a_bespreking(over=(KIND,))) if each.soort is Soort.BESPREKING)
    assert talk.mensen == (KIND, ROB)


def test_the_regisseurs_stand_on_it() -> None:
    (term,) = tijdlijn(a_dossier(), day(0), datetime.date)
    assert (term.soort, term.onderdeel, term.datum) == (Soort.REGIE, TERM, day(0))


def test_the_latest_first_and_nothing_that_is_to_come() -> None:
    found = line(a_contact(), a_contact(id=uid(106), datum=day(50)), a_contact(id=uid(107), datum=day(101)))
    assert [each.onderdeel for each in found] == [uid(106), uid(105)]


def test_about_a_day_that_is_not_certain() -> None:
    (found,) = line(a_betrokkenheid(vanaf=Datum.parse("2023")))
    assert (found.datum, found.zeker) == (date(2023, 1, 1), False)


def test_of_one_kind_or_of_one_person() -> None:
    found = tuple(line(a_contact(), a_contact(id=uid(106), met=(OMA,)), a_doel(), a_doel(id=uid(62), over=(KIND,))))
    assert {each.soort for each in gefilterd(found, Soort.CONTACT)} == {Soort.CONTACT}
    assert {each.onderdeel for each in gefilterd(found, mens=OMA)} == {uid(106), uid(61)}, "a goal of all is hers too"
    assert gefilterd(found) == found


def test_versions_and_what_was_said_and_given_stand_on_it_and_what_was_not_given_does_not() -> None:
    wrong = a_verstrekking(id=uid(119), vervallen_op=day(3), reden="Lag nog hier")
    found = line(a_versie(), an_akkoord(datum=day(1)), a_verstrekking(datum=day(2)), wrong)
    assert found == [
        Gebeurtenis(day(2), Soort.VERSIE, uid(118), mensen=(MAMA,)),
        Gebeurtenis(day(1), Soort.VERSIE, uid(117), mensen=(MAMA,)),
        Gebeurtenis(day(0), Soort.VERSIE, uid(116)),
    ]


def test_what_is_not_decided_yet_has_no_end_and_a_step_has_its_day() -> None:
    asked, step = line(a_doorbraak(), a_meldcodestap())[::-1]
    assert {asked.soort, step.soort} == {Soort.DOORBRAAK, Soort.VEILIGHEID}
