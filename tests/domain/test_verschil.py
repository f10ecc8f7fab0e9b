"""What changed since the plan was agreed: each kind of change, and what is none."""

from dataclasses import replace
from typing import Any

import pytest

from gezinsplan.domain.dossier import ActieStatus, Behaald, DoelStatus, Dossier, Onderdeel, Vorm
from gezinsplan.domain.values import Part, drop, put
from gezinsplan.domain.verschil import Stand, Wijziging, verschillen
from tests.make import (
    MAMA,
    OMA,
    ROB,
    TERM,
    a_betrokkenheid,
    a_contact,
    a_doel,
    a_dossier,
    a_persoon,
    a_regisseurschap,
    a_score,
    a_tekst,
    a_veiligheidsafspraak,
    an_actie,
    an_oma,
    an_overleg,
    day,
    on,
    uid,
)

PLAN = a_dossier(
    a_regisseurschap(houder=MAMA),
    a_betrokkenheid(),
    a_doel(),
    an_actie(),
    a_tekst(),
    a_veiligheidsafspraak(),
    streefaantal=3,
)
DOEL, ACTIE, TEKST, SAFETY = uid(61), uid(81), uid(51), uid(95)


def since(before: Dossier, after: Dossier, *, op: int = 10) -> list[Wijziging]:
    return [each.wijziging for each in verschillen(Stand(before, day(5)), Stand(after, day(op)))]


def test_nothing_changed_as_days_go_by() -> None:
    assert since(PLAN, PLAN) == []


@pytest.mark.parametrize(
    "part", [a_score(), an_overleg(), a_contact(), a_tekst(id=uid(52), onderdeel=Onderdeel.VOORVAL)]
)
def test_scores_talks_and_contact_change_nothing_of_what_was_agreed(part: Part) -> None:
    assert since(PLAN, put(PLAN, part)) == []


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (a_doel(id=uid(62)), Wijziging.DOEL_ERBIJ),
        (a_doel(woorden="Anders"), Wijziging.DOEL_ANDERS),
        (a_doel(over=(MAMA,)), Wijziging.DOEL_ANDERS),
        (a_doel(behaald=Behaald.DEELS), Wijziging.DOEL_DEELS),
        (a_doel(behaald=Behaald.HELEMAAL, status=DoelStatus.GESTOPT), Wijziging.DOEL_BEHAALD),
        (a_doel(status=DoelStatus.PAUZE), Wijziging.DOEL_PAUZE),
        (a_doel(status=DoelStatus.GESTOPT), Wijziging.DOEL_WEG),
        (a_doel(prioriteit=2), None),
        (a_doel(id=uid(62), status=DoelStatus.GESTOPT), None),
        (an_actie(id=uid(82)), Wijziging.AFSPRAAK_ERBIJ),
        (an_actie(id=uid(82), status=ActieStatus.KLAAR), Wijziging.AFSPRAAK_KLAAR),
        (an_actie(id=uid(82), status=ActieStatus.VERVALLEN), None),
        (an_actie(wat="Anders"), Wijziging.AFSPRAAK_ANDERS),
        (an_actie(wanneer=day(9)), Wijziging.AFSPRAAK_ANDERS),
        (an_actie(wie=(OMA,)), Wijziging.AFSPRAAK_ANDERS),
        (an_actie(status=ActieStatus.KLAAR), Wijziging.AFSPRAAK_KLAAR),
        (an_actie(status=ActieStatus.GEWEIGERD), Wijziging.AFSPRAAK_GEWEIGERD),
        (an_actie(status=ActieStatus.VERVALLEN), Wijziging.AFSPRAAK_WEG),
        (an_actie(navragen_op=day(9)), None),
        (a_betrokkenheid(id=uid(32)), Wijziging.HULP_ERBIJ),
        (a_betrokkenheid(id=uid(32), vanaf=None), None),
        (a_betrokkenheid(tot=on(8)), Wijziging.HULP_WEG),
        (a_betrokkenheid(vorm=Vorm.OP_AFSTAND), Wijziging.HULP_OP_AFSTAND),
        (a_betrokkenheid(vraag="Iets"), None),
        (a_tekst(id=uid(52)), Wijziging.WOORDEN_ERBIJ),
        (a_tekst(woorden="Anders"), Wijziging.WOORDEN_ANDERS),
        (a_persoon(roepnaam="mam"), Wijziging.MENS_ANDERS),
        (a_persoon(telefoon="06"), None),
        (an_oma(id=uid(15)), Wijziging.MENS_ERBIJ),
        (an_oma(tot=day(8)), Wijziging.MENS_WEG),
        (a_veiligheidsafspraak(id=uid(90)), Wijziging.VEILIG_ERBIJ),
        (a_veiligheidsafspraak(controle_door=OMA), Wijziging.VEILIG_ANDERS),
        (a_veiligheidsafspraak(tot=day(8), reden="klaar"), Wijziging.VEILIG_WEG),
        (replace(PLAN.gezin, streefaantal=2), Wijziging.STREEFAANTAL),
        (replace(PLAN.gezin, wijk="Oost"), None),
    ],
)
def test_each_change(changed: Any, what: Wijziging | None) -> None:
    assert since(PLAN, put(PLAN, changed)) == ([] if what is None else [what])


@pytest.mark.parametrize(
    ("gone", "what"),
    [
        (DOEL, Wijziging.DOEL_WEG),
        (ACTIE, Wijziging.AFSPRAAK_WEG),
        (TEKST, Wijziging.WOORDEN_WEG),
        (SAFETY, Wijziging.VEILIG_WEG),
        (ROB, Wijziging.HULP_WEG),
        (OMA, Wijziging.MENS_WEG),
    ],
)
def test_what_was_taken_away(gone: Any, what: Wijziging) -> None:
    (found,) = verschillen(Stand(PLAN, day(5)), Stand(drop(PLAN, gone), day(10)))
    assert (found.wijziging, found.onderdeel, found.deel.id) == (what, gone, gone)


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        (a_doel(status=DoelStatus.PAUZE), a_doel(), Wijziging.DOEL_WEER),
        (a_doel(behaald=Behaald.DEELS), a_doel(), Wijziging.DOEL_ANDERS),
        (an_actie(status=ActieStatus.KLAAR), an_actie(), Wijziging.AFSPRAAK_ERBIJ),
        (an_actie(status=ActieStatus.KLAAR), an_actie(status=ActieStatus.VERVALLEN), Wijziging.AFSPRAAK_WEG),
        (an_actie(status=ActieStatus.KLAAR), an_actie(status=ActieStatus.KLAAR, resultaat="Ja"), None),
        (an_actie(status=ActieStatus.GEVRAAGD), an_actie(), Wijziging.AFSPRAAK_ANDERS),
        (a_betrokkenheid(vorm=Vorm.OP_AFSTAND), a_betrokkenheid(), Wijziging.HULP_ERBIJ),
    ],
)
def test_the_way_back(was: Part, now: Part, what: Wijziging | None) -> None:
    assert since(put(PLAN, was), put(PLAN, now)) == ([] if what is None else [what])


def test_what_had_stopped_or_was_done_and_is_taken_away_is_no_change() -> None:
    stopped = put(PLAN, a_doel(status=DoelStatus.GESTOPT), an_actie(status=ActieStatus.KLAAR))
    assert since(stopped, drop(stopped, DOEL, ACTIE)) == []


def test_another_regisseur_and_none() -> None:
    other = put(PLAN, a_regisseurschap(id=TERM, houder=OMA))
    nobody = put(PLAN, a_regisseurschap(id=TERM, houder=None))
    (change,) = verschillen(Stand(PLAN, day(5)), Stand(other, day(10)))
    assert (change.wijziging, change.onderdeel, change.deel) == (Wijziging.REGISSEUR, OMA, OMA)
    (change,) = verschillen(Stand(PLAN, day(5)), Stand(nobody, day(10)))
    assert (change.wijziging, change.onderdeel, change.deel) == (Wijziging.REGISSEUR, PLAN.id, None)


def test_who_would_leave_later_has_left_when_that_day_has_come() -> None:
    planned = put(PLAN, a_betrokkenheid(tot=on(8)))
    assert since(planned, planned, op=7) == []
    assert since(planned, planned, op=8) == [Wijziging.HULP_WEG]


def test_the_regisseur_and_safety_are_told_first() -> None:
    after = put(drop(PLAN, DOEL), a_regisseurschap(houder=OMA), a_veiligheidsafspraak(wie=(OMA,)), an_actie(wat="X"))
    assert since(PLAN, after) == [
        Wijziging.REGISSEUR,
        Wijziging.VEILIG_ANDERS,
        Wijziging.DOEL_WEG,
        Wijziging.AFSPRAAK_ANDERS,
    ]
