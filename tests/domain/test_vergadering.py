"""A talk before and after: everybody takes part once, decisions have a number, and what is open is proposed."""

from uuid import UUID

import pytest

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.overleg import DeelnameRol
from gezinsplan.domain.values import Part
from gezinsplan.domain.veiligheid import MaatregelSoort
from gezinsplan.domain.vergadering import (
    Voorstel,
    VoorstelSoort,
    besluiten,
    cancel,
    invite,
    of_overleg,
    put_deelname,
    verboden,
    voorstellen,
)
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_besluit,
    a_betrokkenheid,
    a_check,
    a_deelname,
    a_doel,
    a_dossier,
    a_maatregel,
    a_score,
    an_actie,
    an_agendapunt,
    an_overleg,
    day,
    refused,
    uid,
)

TALK, OTHER = uid(91), uid(90)


def test_everybody_takes_part_once() -> None:
    dossier = put_deelname(a_dossier(an_overleg()), a_deelname())
    again = put_deelname(dossier, a_deelname(id=uid(200), rol=DeelnameRol.DENKER, aanwezig=True))
    assert of_overleg(again, TALK) == (a_deelname(rol=DeelnameRol.DENKER, aanwezig=True),)
    with_oma = put_deelname(again, a_deelname(id=uid(201), deelnemer=OMA))
    assert [each.deelnemer for each in of_overleg(with_oma, TALK)][1:] == [OMA]


def test_each_talk_has_its_own() -> None:
    talks = (an_overleg(), an_overleg(id=OTHER))
    dossier = a_dossier(
        *talks, a_deelname(), a_besluit(), a_besluit(id=uid(109)), a_besluit(id=uid(110), overleg=OTHER)
    )
    assert of_overleg(dossier, OTHER) == ()
    assert [each.id for each in besluiten(dossier, TALK)] == [uid(108), uid(109)]


@pytest.mark.parametrize(
    ("part", "op", "expected"),
    [
        (a_check(volgende_op=day(50)), 49, None),
        (a_check(volgende_op=day(50)), 50, VoorstelSoort.VEILIGHEID),
        (a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, verwacht_tot=day(50)), 49, None),
        (a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, verwacht_tot=day(50)), 50, VoorstelSoort.KLAAR),
        (an_actie(wanneer=day(50)), 50, None),
        (an_actie(wanneer=day(50)), 51, VoorstelSoort.AFSPRAAK),
        (a_doel(), 41, None),
        (a_doel(), 42, VoorstelSoort.CIJFER),
    ],
)
def test_what_is_open_is_proposed(part: Part, op: int, expected: VoorstelSoort | None) -> None:
    found = [each.soort for each in voorstellen(a_dossier(an_overleg(), part), TALK, day(op))]
    assert found == ([expected] if expected else [])


def test_a_goal_that_was_scored_lately_is_not_proposed() -> None:
    assert voorstellen(a_dossier(an_overleg(), a_doel(), a_score(datum=day(20))), TALK, day(50)) == ()


def test_safety_first_and_nothing_twice() -> None:
    dossier = a_dossier(
        an_overleg(),
        a_doel(),
        a_check(volgende_op=day(9)),
        a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, verwacht_tot=day(9)),
    )
    assert [each.soort for each in voorstellen(dossier, TALK, day(60))] == [
        VoorstelSoort.VEILIGHEID,
        VoorstelSoort.KLAAR,
        VoorstelSoort.CIJFER,
    ]
    on_it = a_dossier(*dossier.overleggen, *dossier.betrokkenheden, an_agendapunt(betreft=ROB))
    assert Voorstel(VoorstelSoort.KLAAR, ROB) not in voorstellen(on_it, TALK, day(60))


def test_a_talk_that_was_a_mistake_goes_with_its_agenda_and_guests() -> None:
    dossier = cancel(a_dossier(an_overleg(), an_overleg(id=OTHER), a_deelname(), an_agendapunt(betreft=None)), TALK)
    assert [each.id for each in dossier.overleggen] == [OTHER]
    assert (dossier.deelnames, dossier.agendapunten) == ((), ())


def test_what_was_decided_keeps_a_talk_in_place() -> None:
    with refused(Code.STILL_REFERRED_TO):
        check(cancel(a_dossier(an_overleg(), a_besluit()), TALK))


def test_who_is_invited_follows_the_form_but_not_who_was_there() -> None:
    there = a_deelname(id=uid(200), deelnemer=OMA, aanwezig=True)
    dossier = a_dossier(an_overleg(), a_deelname(), there)
    after = invite(dossier, TALK, [a_deelname(id=uid(201), deelnemer=KIND)])
    assert [each.deelnemer for each in of_overleg(after, TALK)] == [OMA, KIND]
    assert invite(after, TALK, [a_deelname(id=uid(202), deelnemer=KIND)]) == after


@pytest.mark.parametrize(
    ("soort", "people", "op", "apart"),
    [
        (MaatregelSoort.CONTACTVERBOD, (MAMA, OMA), 5, (MAMA, OMA)),
        (MaatregelSoort.HUISVERBOD, (OMA, MAMA, KIND), 5, (MAMA, OMA)),
        (MaatregelSoort.CONTACTVERBOD, (MAMA, KIND), 5, ()),
        (MaatregelSoort.CONTACTVERBOD, (MAMA, OMA), 10, ()),
        (MaatregelSoort.CONTACTVERBOD, (MAMA, OMA), -1, ()),
        (MaatregelSoort.BEWIND, (MAMA, OMA), 5, ()),
    ],
)
def test_who_may_not_sit_at_one_table(
    soort: MaatregelSoort, people: tuple[UUID, ...], op: int, apart: tuple[UUID, ...]
) -> None:
    order = a_maatregel(soort=soort, tussen=(MAMA, OMA), uitvoerder=None, tot=day(10))
    found = verboden(a_dossier(order), people, day(op))
    assert found == (((order, apart),) if apart else ())
