"""Goals, scores per speaker, acties, and who reads along."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import ActieStatus, Doel, DoelStatus, Onderdeel
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Leefgebied
from gezinsplan.domain.lezers import HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.plan import (
    acties_of,
    drop_actie,
    finish,
    give_score,
    is_late,
    move_doel,
    next_overleg,
    next_priority,
    open_doelen,
    proposed_readers,
    put_actie,
    reopen,
    resume_doel,
    standen,
    stop_doel,
    teksten_of,
)
from gezinsplan.domain.values import get
from tests.make import (
    KIND,
    MAMA,
    OMA,
    a_doel,
    a_dossier,
    a_kind,
    a_score,
    a_tekst,
    an_actie,
    an_overleg,
    day,
    refused,
    uid,
)

DOEL = uid(61)
KLAAR = ActieStatus.KLAAR


def test_scores_stand_per_speaker_the_lowest_first_and_are_never_averaged() -> None:
    scores = (
        a_score(id=uid(76), datum=day(9), cijfer=6),
        a_score(id=uid(75), cijfer=3),
        a_score(id=uid(74), spreker=KIND, datum=day(5), cijfer=4),
        a_score(id=uid(73), spreker=OMA, datum=day(2), cijfer=6),
        a_score(id=uid(72), doel=uid(62), cijfer=1),
        a_score(id=uid(71), datum=day(4), cijfer=9),
    )
    found = standen(scores, DOEL)
    assert [(each.spreker, each.eerste.cijfer, each.laatste.cijfer) for each in found] == [
        (KIND, 4, 4),
        (OMA, 6, 6),
        (MAMA, 3, 6),
    ]
    assert standen(scores, uid(99)) == ()


def test_the_last_of_two_on_one_day_is_the_one_made_last() -> None:
    scores = (a_score(id=uid(72), cijfer=2), a_score(id=uid(71), cijfer=8))
    assert [(each.eerste.cijfer, each.laatste.cijfer) for each in standen(scores, DOEL)] == [(8, 2)]


def test_a_second_score_of_the_same_day_takes_the_place_of_the_first() -> None:
    before = a_dossier(a_doel(), a_score())
    assert give_score(before, a_score(id=uid(72), cijfer=7)).scores == (a_score(cijfer=7),)


@pytest.mark.parametrize("changes", [{"datum": day(1)}, {"spreker": KIND}, {"doel": uid(62)}])
def test_another_day_speaker_or_doel_is_another_score(changes: dict[str, object]) -> None:
    other = a_score(id=uid(72), **changes)
    assert give_score(a_dossier(a_doel(), a_score()), other).scores == (a_score(), other)


def test_goals_stand_in_the_order_of_the_family_without_those_stopped() -> None:
    dossier = a_dossier(
        a_doel(id=uid(61), prioriteit=2),
        a_doel(id=uid(62), prioriteit=1, status=DoelStatus.PAUZE),
        a_doel(id=uid(63), prioriteit=1, status=DoelStatus.GESTOPT),
        a_doel(id=uid(64), prioriteit=2),
    )
    assert [each.id for each in open_doelen(dossier)] == [uid(62), uid(61), uid(64)]
    assert next_priority(dossier) == 3
    assert next_priority(a_dossier()) == 1


def test_a_goal_is_stopped_on_a_day() -> None:
    stopped = get(stop_doel(a_dossier(a_doel()), DOEL, day(5)), Doel, DOEL)
    assert (stopped.status, stopped.tot) == (DoelStatus.GESTOPT, day(5))
    assert stop_doel(a_dossier(), DOEL, day(5)) == a_dossier()


def test_acties_of_a_goal_the_open_ones_first_by_their_day() -> None:
    dossier = a_dossier(
        a_doel(),
        an_actie(id=uid(81), doel=DOEL, status=KLAAR, wanneer=day(1)),
        an_actie(id=uid(82), doel=DOEL),
        an_actie(id=uid(83), doel=DOEL, wanneer=day(9)),
        an_actie(id=uid(84), doel=DOEL, wanneer=day(2), status=ActieStatus.GEVRAAGD),
        an_actie(id=uid(85)),
    )
    assert [each.id for each in acties_of(dossier, DOEL)] == [uid(84), uid(83), uid(82), uid(81)]
    assert [each.id for each in acties_of(dossier, None)] == [uid(85)]


@pytest.mark.parametrize(
    ("changes", "late"),
    [
        ({"wanneer": day(8)}, True),
        ({"wanneer": day(9)}, False),
        ({"wanneer": None}, False),
        ({"wanneer": day(8), "status": KLAAR}, False),
    ],
)
def test_an_open_actie_is_late_after_its_day(changes: dict[str, object], late: bool) -> None:
    assert is_late(an_actie(**changes), day(9)) is late


def test_an_actie_is_finished_dropped_with_a_reason_and_opened_again() -> None:
    actie = an_actie()
    dossier = a_dossier(actie)
    done = finish(dossier, actie, day(5)).acties[0]
    assert (done.status, done.klaar_op) == (KLAAR, day(5))
    dropped = drop_actie(dossier, actie, day(5), "niet meer nodig").acties[0]
    assert (dropped.status, dropped.klaar_op, dropped.reden) == (ActieStatus.VERVALLEN, day(5), "niet meer nodig")
    assert reopen(dossier, dropped).acties == (actie,)


def test_an_actie_is_not_dropped_without_a_reason() -> None:
    with refused(Code.REASON_MISSING, field="reden"):
        drop_actie(a_dossier(an_actie()), an_actie(), day(5), " ")


def test_an_actie_is_done_by_somebody() -> None:
    assert put_actie(a_dossier(), an_actie(), day(9)).acties == (an_actie(),)
    with refused(Code.WHO_IS_MISSING, field="wie", id=uid(81)):
        put_actie(a_dossier(), an_actie(wie=()), day(9))


def test_an_actie_is_not_dropped_by_its_status_alone() -> None:
    dropped = an_actie(status=ActieStatus.VERVALLEN)
    with refused(Code.REASON_MISSING, field="reden"):
        put_actie(a_dossier(), dropped, day(9))
    told = replace(dropped, reden="Oma belt al.")
    assert put_actie(a_dossier(), told, day(9)).acties == (replace(told, klaar_op=day(9)),)


def test_texts_of_a_section_the_oldest_first() -> None:
    later, wish = a_tekst(id=uid(50), datum=day(3)), a_tekst(id=uid(52), onderdeel=Onderdeel.WENS)
    assert teksten_of(a_dossier(a_tekst(), later, wish), Onderdeel.KRACHT) == (a_tekst(), later)


def test_the_next_talk_is_the_first_one_to_come() -> None:
    first, later = an_overleg(), an_overleg(id=uid(90), moment=datetime(2024, 3, 1, tzinfo=UTC))
    assert next_overleg((later, first), first.moment) == first
    assert next_overleg((later, first), datetime(2024, 2, 2, tzinfo=UTC)) == later
    assert next_overleg((first,), datetime(2024, 2, 2, tzinfo=UTC)) is None


GELD, WONEN = Leefgebied(uid(702), "Geld", gevoelig=True), Leefgebied(uid(701), "Wonen")


@pytest.mark.parametrize(
    ("leefgebied", "over", "readers"),
    [
        (None, (MAMA,), HEEL_GEZIN),
        (WONEN, (MAMA,), HEEL_GEZIN),
        (GELD, (), HEEL_GEZIN),
        (GELD, (MAMA, OMA), HEEL_GEZIN),
        (GELD, (MAMA,), VoorWie(Kring.PERSONEN, (MAMA,))),
        (GELD, (KIND,), HEEL_GEZIN),
        (GELD, (uid(999),), HEEL_GEZIN),
    ],
)
def test_what_is_about_the_money_of_one_adult_is_for_that_adult(
    leefgebied: Leefgebied | None, over: tuple[object, ...], readers: VoorWie
) -> None:
    assert proposed_readers(a_dossier(), leefgebied, over, day(0)) == readers  # type: ignore[arg-type]


def test_a_child_grows_up() -> None:
    grown = a_dossier(a_kind(geboortedatum=Datum(2006, 1, 2)))
    assert proposed_readers(grown, GELD, (KIND,), day(0)) == HEEL_GEZIN
    assert proposed_readers(grown, GELD, (KIND,), day(1)) == VoorWie(Kring.PERSONEN, (KIND,))


def test_replacing_a_score_keeps_the_words_of_its_own() -> None:
    quiet = a_score(id=uid(72), cijfer=7, voor_wie=VoorWie(Kring.PERSONEN, (MAMA,)))
    assert give_score(a_dossier(a_doel(), a_score()), quiet).scores == (replace(quiet, id=uid(71)),)


def test_a_goal_moves_and_the_numbers_run_on() -> None:
    one, two, three = (a_doel(id=uid(60 + number), prioriteit=number * 3) for number in (1, 2, 3))
    dossier = a_dossier(one, two, three)
    for places, order in ((1, [two, one, three]), (9, [two, three, one]), (-5, [one, two, three])):
        moved = move_doel(dossier, one.id, places)
        assert [each.id for each in open_doelen(moved)] == [each.id for each in order]
        assert [each.prioriteit for each in open_doelen(moved)] == [1, 2, 3]


def test_a_stopped_goal_comes_back_behind_the_others() -> None:
    stopped = a_doel(id=uid(61), prioriteit=1, status=DoelStatus.GESTOPT, tot=day(3))
    after = resume_doel(a_dossier(stopped, a_doel(id=uid(62), prioriteit=4)), stopped.id)
    assert open_doelen(after)[-1] == replace(stopped, status=DoelStatus.OPEN, tot=None, prioriteit=5)


def test_what_is_closed_in_a_form_has_its_day_and_what_is_open_again_has_none() -> None:
    done = an_actie(status=ActieStatus.KLAAR)
    (closed,) = put_actie(a_dossier(), done, day(9)).acties
    assert closed.klaar_op == day(9)
    (kept,) = put_actie(a_dossier(), closed, day(20)).acties
    assert kept.klaar_op == day(9)
    (again,) = put_actie(a_dossier(), replace(kept, status=ActieStatus.TOEGEZEGD), day(20)).acties
    assert again.klaar_op is None
