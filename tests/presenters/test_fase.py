"""The card of the phase without a window: steps in words, ticking, the next phase, and the time between."""

from dataclasses import replace

import pytest

from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.errors import Code
from gezinsplan.domain.fase import STAPPEN
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.values import Part
from gezinsplan.presenters.fase import StapRij, fase_kaart, naar_volgende
from gezinsplan.presenters.fase_forms import (
    eigen_stap_form,
    lijst_form,
    stap_form,
    tick,
    tussen_form,
    tussen_tekst,
    voorbij,
)
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.tijdlijn import maanden
from gezinsplan.services.caseload import Family, Team
from gezinsplan.texts.fasen import stap_help, stap_words
from tests.make import (
    KIND,
    MAMA,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_praktijk,
    a_stap,
    a_teamstap,
    a_tussenfase,
    day,
    on,
    refused,
    uid,
)

F = CasusFase


def a_family(*parts: Part, op: int = 10, fase: CasusFase = F.AANMELDING) -> Family:
    return Family(a_dossier(*parts, fase=fase), Team(a_kaart(), a_praktijk()), day(op))


def row(family: Family, sleutel: str) -> StapRij:
    return next(each for each in fase_kaart(family).stappen if each.sleutel == sleutel)


def test_every_shipped_step_has_words() -> None:
    for keys in STAPPEN.values():
        for key in keys:
            assert stap_words(key)
            assert stap_help(key).endswith(("", "."))
    assert stap_help("") == ""


@pytest.mark.parametrize(
    ("changes", "below", "late"),
    [
        ({}, "1 jan, door Sanne Dijkstra", False),
        ({"door": ""}, "1 jan", False),
        ({"gedaan_op": None, "niet_nodig": True, "toelichting": "Er zijn geen kinderen."},
         "Niet nodig. Er zijn geen kinderen", False),
        ({"gedaan_op": None, "door": "", "voor": day(10)}, "Uiterlijk 11 jan", False),
        ({"gedaan_op": None, "door": "", "voor": day(9)}, "Uiterlijk 10 jan", True),
        ({"sleutel": "familiegroepsplan", "door": "", "voor": day(12), "antwoord": "Ja, met oma."},
         "1 jan. Zij werken eraan tot 13 jan. Ja, met oma", False),
    ],
)  # fmt: skip
def test_what_was_written_down_stands_below(changes: dict[str, object], below: str, late: bool) -> None:
    part = a_stap(**changes)
    found = row(a_family(part), part.sleutel)
    assert (found.onder, found.laat) == (below, late)


def test_of_the_netwerk_is_told_who_does_not_know_yet() -> None:
    assert row(a_family(), "netwerk").onder == "Weet het nog niet: oma"
    assert row(a_family(a_stap(sleutel="netwerk", door="")), "netwerk").onder == "1 jan"


def test_the_card_counts_and_tells_what_waits_from_before() -> None:
    card = fase_kaart(a_family(a_stap(), fase=F.KENNISMAKEN))
    assert (card.naam, card.gedaan, card.alles, card.volgende) == ("Kennismaken", 0, 4, "Startgesprek")
    assert len(card.eerder) == 8
    assert fase_kaart(a_family(fase=F.NAZORG)).volgende == ""


def test_ticking_and_taking_it_back() -> None:
    family = a_family()
    ticked = tick(F.AANMELDING, "gezag", None, done=True)(family)
    (step,) = ticked.dossier.stappen
    assert (step.gedaan_op, step.door, step.voor_wie) == (day(10), "Sanne Dijkstra", ALLEEN_DOSSIER)
    again = tick(F.AANMELDING, "gezag", None, done=True)(ticked)  # as the card still showed it
    assert [each.id for each in again.dossier.stappen] == [step.id]
    assert not tick(F.AANMELDING, "gezag", step.id, done=False)(ticked).dossier.stappen
    kept = a_stap(antwoord="Ja", niet_nodig=True)
    back = tick(F.AANMELDING, kept.sleutel, kept.id, done=False)(a_family(kept))
    assert back.dossier.stappen == (replace(kept, gedaan_op=None, door="", niet_nodig=False),)


def test_an_own_step_is_ticked_and_stays() -> None:
    own = a_stap(sleutel="", tekst="Een tolk", gedaan_op=None, door="")
    family = a_family(own)
    ticked = tick(F.AANMELDING, "", own.id, done=True)(family)
    assert ticked.dossier.stappen[0].gedaan_op == day(10)
    assert tick(F.AANMELDING, "", own.id, done=False)(ticked).dossier.stappen == (own,)


def test_without_a_known_user_a_tick_has_no_name() -> None:
    family = a_family()
    nobody = replace(family, team=replace(family.team, kaart=replace(family.team.kaart, professionals=())))
    assert tick(F.AANMELDING, "gezag", None, done=True)(nobody).dossier.stappen[0].door == ""


def test_a_step_is_written_down_with_an_answer_and_then_changed() -> None:
    family = a_family()
    form = stap_form(family, F.AANMELDING, "familiegroepsplan")
    assert (form.values["gedaan_op"], form.values["door"]) == ("11-01-2024", "Sanne Dijkstra")
    assert "familie en vrienden" in form.intro
    made = form.apply(family, {"gedaan_op": day(3), "door": "Rob", "antwoord": "Ja", "voor": day(30)})
    (step,) = made.dossier.stappen
    assert (step.antwoord, step.voor) == ("Ja", day(30))
    later = stap_form(made, F.AANMELDING, "familiegroepsplan")
    assert not later.button
    assert later.apply(made, {"voor": None}).dossier.stappen[0].voor is None
    assert onderdeel_form(made, step.id).title == stap_words("familiegroepsplan")
    assert [each.name for each in later.fields if each.name == "antwoord"]


@pytest.mark.parametrize(
    ("sleutel", "op", "done", "until"),
    [
        ("clientondersteuning", 3, "04-01-2024", ""),
        ("persoonlijk_plan", 7, "08-01-2024", "08-01-2024"),
        ("persoonlijk_plan", 8, "09-01-2024", ""),
        ("antwoord", 3, "", ""),
    ],
)
def test_only_an_offer_is_taken_to_be_of_today(sleutel: str, op: int, done: str, until: str) -> None:
    values = stap_form(a_family(op=op), F.AANMELDING, sleutel).values
    assert (values["gedaan_op"], values["voor"]) == (done, until)


def test_an_own_step_is_added_and_opened() -> None:
    family = a_family()
    made = eigen_stap_form(family, F.AANMELDING).apply(family, {"tekst": "Een tolk", "voor": None})
    (step,) = made.dossier.stappen
    assert (step.fase, step.sleutel) == (F.AANMELDING, "")
    assert onderdeel_form(made, step.id).title == "Eigen stap"
    assert fase_kaart(made).stappen[-1].tekst == "Een tolk"


def test_other_words_for_a_shipped_step() -> None:
    part = a_stap(tekst="Gebeld met MEE")
    assert row(a_family(part), "clientondersteuning").tekst == "Gebeld met MEE"


def rewritten(family: Family, *lines: str, fase: CasusFase = F.KENNISMAKEN) -> Family:
    return lijst_form(family, fase).apply(family, {"stappen": "\n".join(lines)})


def steps(family: Family) -> list[tuple[str, str]]:
    return [(each.sleutel, each.tekst) for each in family.team.praktijk.teamstappen]


def test_the_list_for_all_families_is_written_anew() -> None:
    family = a_family(fase=F.KENNISMAKEN)
    form = lijst_form(family, F.KENNISMAKEN)
    assert form.title == "Stappen bij: Kennismaken"
    shipped = form.values["stappen"].splitlines()
    assert shipped == [stap_words(key) for key in STAPPEN[F.KENNISMAKEN]]
    after = rewritten(family, "Met iedereen apart gepraat", *shipped[1:3], "", "  De huisarts gebeld ", shipped[3])
    assert steps(after) == [
        ("gesproken", "Met iedereen apart gepraat"),
        ("kracht", shipped[1]),
        ("wie_komen", shipped[2]),
        ("", "De huisarts gebeld"),
        ("veilig_eerst", shipped[3]),
    ]
    card = fase_kaart(after)
    assert [each.tekst for each in card.stappen][3] == "De huisarts gebeld"
    again = rewritten(after, *(each.tekst for each in card.stappen[:4]))
    kept = {each.id for each in after.team.praktijk.teamstappen}
    assert {each.id for each in again.team.praktijk.teamstappen} < kept
    back = rewritten(again, *shipped)
    assert not back.team.praktijk.teamstappen
    swapped = rewritten(family, shipped[1], shipped[0], shipped[1], "Iets anders")
    assert [key for key, _words in steps(swapped)] == ["kracht", "gesproken", ""]
    assert not rewritten(again).team.praktijk.teamstappen
    assert rewritten(again, "Iets", fase=F.NAZORG).team.praktijk.teamstappen[:4] == again.team.praktijk.teamstappen


def test_a_line_may_not_be_longer_than_a_name() -> None:
    with refused(Code.TOO_LONG, field="stappen"):
        rewritten(a_family(), "x" * 201)


def test_a_step_of_the_team_is_ticked_with_its_words() -> None:
    mine = a_teamstap()
    family = a_family()
    family = replace(family, team=Team(a_kaart(), a_praktijk(mine)))
    ticked = tick(F.AANMELDING, mine.naam, None, done=True)(family)
    (step,) = ticked.dossier.stappen
    assert (step.sleutel, step.tekst) == (mine.naam, mine.tekst)
    assert onderdeel_form(ticked, step.id).title == mine.tekst
    assert not tick(F.AANMELDING, mine.naam, step.id, done=False)(ticked).dossier.stappen
    form = stap_form(family, F.AANMELDING, mine.naam)
    assert (form.title, form.values["tekst"]) == (mine.tekst, mine.tekst)
    gone = replace(ticked, team=Team(a_kaart(), a_praktijk()))
    assert fase_kaart(gone).stappen[-1].tekst == mine.tekst  # it left the list, and what was done stays


def test_to_the_next_phase_and_not_past_nazorg() -> None:
    assert naar_volgende(a_family()).dossier.gezin.fase is F.KENNISMAKEN
    family = a_family(fase=F.NAZORG)
    assert naar_volgende(family) is family


@pytest.mark.parametrize(
    ("changes", "below", "mark"),
    [
        ({}, "Rob van de begeleiding houdt dit vast tot 15 jan", ""),
        ({"tot": day(9)}, "Rob van de begeleiding houdt dit vast tot 10 jan", "de dag is voorbij"),
        ({"tot": None, "voor_wie": ALLEEN_DOSSIER}, "Rob van de begeleiding houdt dit vast, alleen dossier", ""),
        ({"houdt_vast": None, "tot": None}, "", "niemand houdt dit vast"),
        ({"houdt_vast": None}, "tot 15 jan", "niemand houdt dit vast"),
    ],
)
def test_what_is_between_two_situations(changes: dict[str, object], below: str, mark: str) -> None:
    (found,) = fase_kaart(a_family(a_betrokkenheid(), a_tussenfase(**changes))).tussen
    assert found.tekst == "Gestopt: Hulp thuis. Nog niet begonnen: Hulp op school"
    assert (found.onder, found.merk) == (below, mark)


def test_one_of_both_is_enough() -> None:
    assert tussen_tekst(a_tussenfase(nog_niet="")) == "Gestopt: Hulp thuis"
    assert tussen_tekst(a_tussenfase(gestopt="")) == "Nog niet begonnen: Hulp op school"


def test_the_time_between_is_added_changed_and_over() -> None:
    family = a_family(a_betrokkenheid())
    form = tussen_form(family)
    made = form.apply(family, {"gestopt": "School", "nog_niet": "", "houdt_vast": MAMA, "vanaf": day(3), "tot": None,
                               "over": (KIND,), "voor_wie": ALLEEN_DOSSIER})  # fmt: skip
    (part,) = made.dossier.tussenfasen
    assert onderdeel_form(made, part.id).apply(made, {"gestopt": "De klas"}).dossier.tussenfasen[0].gestopt == "De klas"
    over = voorbij(part.id)(made)
    assert over.dossier.tussenfasen[0].voorbij_op == day(10)
    assert not fase_kaart(over).tussen
    assert "voorbij_op" in {each.name for each in onderdeel_form(over, part.id).fields}


def test_a_holder_who_has_left_can_still_be_seen_in_the_form() -> None:
    family = a_family(a_betrokkenheid(tot=on(5)), a_tussenfase())
    spec = next(each for each in tussen_form(family, family.dossier.tussenfasen[0]).fields if each.name == "houdt_vast")
    assert uid(31) in {each.value for each in spec.options}


def test_the_line_tells_it() -> None:
    family = a_family(a_betrokkenheid(), a_stap(antwoord="Ja"), a_tussenfase(voorbij_op=day(5)))
    told = [each.tekst for month in maanden(family) for each in month.rijen if each.soort == "Stappen"]
    assert told == [
        "De tussentijd is voorbij: Hulp op school",
        "Gestopt: Hulp thuis. Nog niet begonnen: Hulp op school",
        "Gratis, onafhankelijke cliëntondersteuning aangeboden: Ja",
    ]
