"""The rows of the tab Plan and the rules behind its buttons, without a window."""

from dataclasses import replace

import pytest

from gezinsplan.domain.dossier import Aard, Actie, ActieStatus, Behaald, Doel, DoelStatus, Onderdeel
from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.values import Part, get
from gezinsplan.presenters.afspraken import Merk, drop_form, finished, reopened
from gezinsplan.presenters.gesprekken import gesprekken
from gezinsplan.presenters.plan_tab import PlanTab, StandRij, moved, next_speaker, plan_tab, resumed, speakers, stopped
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    MAMA,
    ROB,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_kaart,
    a_praktijk,
    a_score,
    a_tekst,
    an_actie,
    an_overleg,
    day,
    on,
    refused,
    uid,
)

ALLEEN_MAMA = VoorWie(Kring.PERSONEN, (MAMA,))
DOEL = uid(61)


def a_family(*parts: Part, op: int = 100) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(op))


def a_tab(*parts: Part, op: int = 100) -> PlanTab:
    return plan_tab(a_family(*parts, op=op))


def words(merken: tuple[Merk, ...]) -> list[str]:
    return [each.tekst for each in merken]


def test_an_empty_plan() -> None:
    tab = a_tab()
    assert (tab.doelen, tab.andere, tab.gestopt) == ((), (), ())
    assert [each.titel for each in tab.vakken] == [
        "Wat willen wij?",
        "Wat gaat goed",
        "Waar maken we ons zorgen over",
        "Waarom zijn we begonnen?",
    ]
    assert all(each.uitleg for each in tab.vakken)


def test_a_goal_is_a_quote_with_its_place_and_subject() -> None:
    doel = a_doel(leefgebied=uid(702), over=(MAMA, KIND), behaald=Behaald.DEELS, voor_wie=ALLEEN_MAMA)
    (row,) = a_tab(doel).doelen
    assert (row.nummer, row.woorden, row.laatste) == (1, "“Ik wil rust in huis.”", True)
    assert row.wie == "mama en Noor Yılmaz · mama zegt dit"
    assert words(row.merken) == ["deels gehaald", "Geld", "alleen mama"]


def test_a_goal_of_all_and_of_nobody_in_particular() -> None:
    (row,) = a_tab(a_doel(spreker=None, status=DoelStatus.PAUZE, voor_wie=ALLEEN_DOSSIER)).doelen
    assert row.wie == "het hele gezin"
    assert words(row.merken) == ["even niet", "alleen dossier"]


def test_scores_stand_per_speaker_the_lowest_first() -> None:
    scores = (
        a_score(cijfer=7),
        a_score(id=uid(72), spreker=KIND, cijfer=2),
        a_score(id=uid(73), spreker=KIND, cijfer=6, datum=day(9)),
    )
    (row,) = a_tab(a_doel(), *scores).doelen
    assert row.standen == (StandRij("Noor Yılmaz", 6, 2), StandRij("mama", 7, None))


@pytest.mark.parametrize(
    ("changes", "when", "chips"),
    [
        ({}, "loopt", []),
        ({"wanneer": day(120)}, "30 apr", []),
        ({"wanneer": day(90)}, "", ["te laat: 31 mrt"]),
        ({"herhaling": "elke week"}, "elke week", []),
        ({"herhaling": "elke week", "wanneer": day(120)}, "elke week, tot 30 apr", []),
        ({"vanaf": day(110)}, "vanaf 20 apr", []),
        ({"vanaf": day(110), "wanneer": day(110)}, "vanaf 20 apr", []),
        ({"status": ActieStatus.GEVRAAGD}, "", ["nog te vragen"]),
        ({"status": ActieStatus.KLAAR, "klaar_op": day(91)}, "klaar op 1 apr", []),
        ({"status": ActieStatus.VERVALLEN, "klaar_op": day(91)}, "vervallen", []),
        ({"status": ActieStatus.GEWEIGERD}, "wil niet", []),
        ({"wie": (ROB,)}, "loopt", ["niemand doet dit nu"]),
        ({"voor_wie": ALLEEN_MAMA}, "loopt", ["alleen mama"]),
    ],
)
def test_when_an_afspraak_is(changes: dict[str, object], when: str, chips: list[str]) -> None:
    (row,) = a_tab(an_actie(**changes), a_betrokkenheid(tot=on(50))).andere
    assert (row.wanneer, words(row.merken)) == (when, chips)


def test_the_tick_box_says_open_or_done() -> None:
    made = [
        an_actie(id=uid(81 + at), status=status, klaar_op=day(1))
        for at, status in enumerate((ActieStatus.TOEGEZEGD, ActieStatus.KLAAR, ActieStatus.VERVALLEN))
    ]
    assert [(row.open, row.af) for row in a_tab(*made).andere] == [(True, False), (False, False), (False, True)]


def test_an_afspraak_says_for_whom_it_is_only_where_that_differs_from_its_goal() -> None:
    doel = a_doel(voor_wie=ALLEEN_MAMA)
    same = an_actie(doel=DOEL, voor_wie=ALLEEN_MAMA)
    wider = an_actie(id=uid(82), doel=DOEL, voor_wie=HEEL_GEZIN)
    (row,) = a_tab(doel, same, wider).doelen
    assert [words(each.merken) for each in row.afspraken] == [[], ["voor het hele gezin"]]


def test_open_afspraken_of_a_stopped_goal_stay_in_sight() -> None:
    doel = a_doel(status=DoelStatus.GESTOPT, tot=day(50))
    open_one = an_actie(doel=DOEL)
    done = an_actie(id=uid(82), doel=DOEL, status=ActieStatus.KLAAR, klaar_op=day(40))
    tab = a_tab(doel, open_one, done)
    assert tab.doelen == ()
    assert [each.id for each in tab.andere] == [open_one.id]
    assert [each.id for each in tab.gestopt[0].afspraken] == [done.id]
    assert words(tab.gestopt[0].merken) == ["gestopt 20 feb"]
    assert words(a_tab(replace(doel, tot=None)).gestopt[0].merken) == ["gestopt"]


def test_texts_stand_in_their_section_with_who_says_it() -> None:
    said = a_tekst()
    opinion = a_tekst(id=uid(52), onderdeel=Onderdeel.ZORGPUNT, aard=Aard.MENING, spreker=None, voor_wie=ALLEEN_DOSSIER)
    sections = {each.onderdeel: each.teksten for each in a_tab(said, opinion).vakken}
    (strength,) = sections[Onderdeel.KRACHT]
    (concern,) = sections[Onderdeel.ZORGPUNT]
    assert (strength.woorden, strength.wie, strength.merken) == ("“We eten altijd samen.”", "mama", ())
    assert (concern.woorden, concern.wie) == ("We eten altijd samen.", "het gezin samen")
    assert words(concern.merken) == ["mening", "alleen dossier"]


def test_what_is_shielded_is_not_told() -> None:
    from gezinsplan.domain.personen import Feit
    from tests.make import an_afscherming

    helper = a_betrokkenheid()
    shield = an_afscherming(wat=(Feit.HULPVERLENER, Feit.ONTMOETINGSPLAATS), betrokkenheden=(ROB,))
    family = a_family(helper, shield, an_actie(wie=(ROB,)), an_overleg())
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    tab = plan_tab(seen)
    assert tab.andere[0].wie == "afgeschermd"
    assert gesprekken(seen).geweest[0].plaats == "afgeschermd"


# ---------------------------------------------------------------- steps


def goals(family: Family) -> list[int]:
    return [each.id.int for each in sorted(family.dossier.doelen, key=lambda doel: doel.prioriteit)]


@pytest.mark.parametrize(
    ("goal", "places", "order"), [(63, -1, [61, 63, 62]), (61, 1, [62, 61, 63]), (61, -1, [61, 62, 63])]
)
def test_a_goal_moves_in_the_row(goal: int, places: int, order: list[int]) -> None:
    family = a_family(*(a_doel(id=uid(60 + at), prioriteit=at * 10) for at in (1, 2, 3)))
    after = moved(uid(goal), places)(family)
    assert goals(after) == order
    assert sorted(each.prioriteit for each in after.dossier.doelen) == [1, 2, 3]


def test_a_goal_stops_and_goes_on_behind_the_others() -> None:
    family = a_family(a_doel(), a_doel(id=uid(62), prioriteit=2))
    ended = stopped(DOEL)(family)
    assert get(ended.dossier, Doel, DOEL).tot == family.op
    again = get(resumed(DOEL)(ended).dossier, Doel, DOEL)
    assert (again.status, again.tot, again.prioriteit) == (DoelStatus.OPEN, None, 3)


def test_an_actie_is_finished_and_reopened() -> None:
    family = a_family(an_actie())
    done = finished(uid(81))(family)
    assert get(done.dossier, Actie, uid(81)).klaar_op == family.op
    assert get(reopened(uid(81))(done).dossier, Actie, uid(81)).status is ActieStatus.TOEGEZEGD


def test_an_actie_is_dropped_with_a_reason() -> None:
    family = a_family(an_actie())
    form = drop_form(family, get(family.dossier, Actie, uid(81)))
    assert form.intro == "De school bellen"
    dropped = get(form.apply(family, {"reden": "is al gebeurd"}).dossier, Actie, uid(81))
    assert (dropped.status, dropped.reden) == (ActieStatus.VERVALLEN, "is al gebeurd")
    with refused(Code.REASON_MISSING, field="reden"):
        form.apply(family, {"reden": " "})


def test_who_gave_a_score_before_is_asked_first() -> None:
    score = a_score(spreker=KIND)
    family = a_family(a_doel(), score)
    assert [each.value for each in speakers(family, DOEL)] == [KIND, MAMA]
    assert next_speaker(family, DOEL) == KIND
    assert next_speaker(family, DOEL, (KIND,)) == MAMA
    assert next_speaker(family, DOEL, (KIND, MAMA)) is None
    given = a_family(a_doel(), score, a_score(id=uid(72), spreker=KIND, datum=day(100)))
    assert next_speaker(given, DOEL) == MAMA
