"""Wie komen er allemaal?: what a typed line becomes, what is still open, and the baseline; without a window."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Sector
from gezinsplan.domain.namen import helper_name, helper_organisation
from gezinsplan.presenters.herkennen import guessed_sector, is_name
from gezinsplan.presenters.suggesties import suggestions
from gezinsplan.presenters.wie_komen import beginstand_form, recount, wie_komen
from gezinsplan.presenters.wie_komen_regel import line_form, preview
from gezinsplan.presenters.wie_komen_twijfel import doubt
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    START,
    a_dossier,
    a_kaart,
    a_praktijk,
    a_professional,
    an_organisatie,
    day,
    refused,
    uid,
)

OP = day(30)


def a_family(*parts: object, op: date = OP) -> Family:
    dossier: Dossier = a_dossier(*parts)  # type: ignore[arg-type]
    kaart = a_kaart(an_organisatie(id=uid(802), naam="Basisschool De Brink", sector=Sector.ONDERWIJS))
    return Family(dossier, Team(kaart, a_praktijk()), op)


def entered(family: Family, **answers: str) -> Family:
    form = line_form(family)
    return form.apply(family, {**form.values, **answers})


def newest(family: Family) -> Betrokkenheid:
    return family.dossier.betrokkenheden[-1]


@pytest.mark.parametrize("text", ["Rob", "Rob de Boer", "Ibrahim", "Dennis", "Hetty", "Mijntje", "Şahin Öztürk"])
def test_how_somebody_is_called_is_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rob",
        "huisarts",
        "Huisarts",
        "iemand van de GGZ",
        "Iemand",
        "De buurtsportcoach",
        "GGZ-begeleider",
        "IB'er",
        "Wijkagent",
        "Gezinsvoogd van Lisa",
        "Maatschappelijk werker",
        "Jongerenwerker",
        "POH",
        "Kinderpsycholoog",
    ],
)
def test_what_somebody_is_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_a_new_name_comes_into_the_sociale_kaart_with_its_organisation() -> None:
    after = entered(a_family(), wie="Rob de Boer", organisatie="GGZ Oost", voor="Noor", vraag="slapen", sinds="2023")
    helper, kaart = newest(after), after.team.kaart
    assert (helper_name(helper, kaart), helper_organisation(helper, kaart)) == ("Rob de Boer", "GGZ Oost")
    assert [each.sector for each in kaart.organisaties if each.naam == "GGZ Oost"] == [Sector.GGZ]
    assert (helper.over, helper.vraag, helper.vanaf) == ((KIND,), "slapen", Datum(2023))
    assert aantal_professionals(after.dossier, OP) == 1


def test_somebody_without_a_name_is_described() -> None:
    after = entered(a_family(), wie="iemand van de GGZ")
    helper = newest(after)
    assert (helper.professional, helper.omschrijving, helper.over) == (None, "iemand van de GGZ", ())
    assert after.team.kaart == a_family().team.kaart


def test_only_an_organisation_is_enough() -> None:
    helper = newest(entered(a_family(), organisatie="De Brug"))
    assert (helper.omschrijving, helper.organisatie) == ("iemand van De Brug", uid(801))


def test_nothing_at_all_is_refused_at_the_first_field() -> None:
    with refused(Code.EMPTY, field="wie"):
        entered(a_family(), wie="  ", vraag="iets")


@pytest.mark.parametrize(("wie", "organisatie"), [("sanne DIJKSTRA", ""), ("Sanne  Dijkstra", "de brug")])
def test_who_stands_in_the_sociale_kaart_is_not_made_twice(wie: str, organisatie: str) -> None:
    family = a_family()
    after = entered(family, wie=wie, organisatie=organisatie)
    assert newest(after).professional == uid(901)
    assert after.team.kaart == family.team.kaart


def test_the_same_name_elsewhere_is_somebody_else() -> None:
    after = entered(a_family(), wie="Sanne Dijkstra", organisatie="Wijkteam Zuid")
    assert newest(after).professional != uid(901)
    assert len(after.team.kaart.professionals) == 2


def test_of_two_of_one_name_nobody_is_chosen_without_an_organisation() -> None:
    family = a_family()
    two = replace(family.team.kaart, professionals=(*family.team.kaart.professionals, a_professional(id=uid(902))))
    after = entered(replace(family, team=replace(family.team, kaart=two)), wie="Sanne Dijkstra")
    assert newest(after).professional not in (uid(901), uid(902))


def test_an_organisation_is_added_to_who_had_none() -> None:
    family = a_family()
    alone = replace(family.team.kaart, professionals=(a_professional(organisatie=None),))
    after = entered(
        replace(family, team=replace(family.team, kaart=alone)), wie="Sanne Dijkstra", organisatie="De Brug"
    )
    assert after.team.kaart.professionals == (a_professional(),)


def test_who_helps_already_is_not_entered_twice() -> None:
    once = entered(a_family(), wie="Sanne Dijkstra")
    with refused(Code.HELPS_ALREADY, field="wie", id=uid(901)):
        entered(once, wie="Sanne Dijkstra")


@pytest.mark.parametrize(
    ("voor", "over"),
    [
        ("", ()),
        ("het hele gezin", ()),
        ("mama", (MAMA,)),
        ("Elif en Noor", (MAMA, KIND)),
        ("noor, mama", (KIND, MAMA)),
        ("de kinderen", (KIND,)),
        ("Noor en de kinderen", (KIND,)),
    ],
)
def test_for_whom_is_read_as_people_say_it(voor: str, over: tuple[object, ...]) -> None:
    assert newest(entered(a_family(), wie="huisarts", voor=voor)).over == over


def test_who_is_not_known_yet_joins_the_family() -> None:
    family = a_family()
    assert "Lisa (komt er als gezinslid bij)" in preview(family, {"wie": "Rob", "voor": "Noor en Lisa"})
    after = entered(family, wie="Rob", voor="Noor en Lisa")
    lisa = after.dossier.personen[-1]
    assert lisa.naam == "Lisa"
    assert newest(after).over == (KIND, lisa.id)


@pytest.mark.parametrize(
    ("sinds", "vanaf"),
    [("ongeveer sinds 2023", Datum(2023, ongeveer=True)), ("sinds mei 2023", Datum(2023, 5)), ("2022", Datum(2022))],
)
def test_since_may_be_about(sinds: str, vanaf: Datum) -> None:
    assert newest(entered(a_family(), wie="Rob", sinds=sinds)).vanaf == vanaf


def test_since_that_is_no_date_is_told_at_its_field() -> None:
    with refused(Code.NOT_A_DATE, field="sinds"):
        entered(a_family(), wie="Rob", sinds="vorig jaar ergens")
    with refused(Code.NOT_A_DATE, field="sinds"):
        entered(a_family(), wie="Rob", sinds="31-02-2024")


def test_without_since_somebody_counts_from_the_start_and_after_the_baseline_from_today() -> None:
    family = a_family()
    assert newest(entered(family, wie="Rob")).vanaf == Datum(START.year, START.month, ongeveer=True)
    settled = beginstand_form(family).apply(family, {"beginstand_op": OP})
    assert newest(entered(settled, wie="Rob")).vanaf == Datum.op(OP)


@pytest.mark.parametrize(
    ("wie", "organisatie", "vast"),
    [
        ("huisarts", "", True),
        ("juf Anna", "Basisschool De Brink", True),
        ("jeugdarts", "GGD", True),
        ("Rob", "De Brug", False),
        ("iemand van de GGZ", "", False),
    ],
)
def test_vaste_basis_is_proposed_from_the_sector(wie: str, organisatie: str, vast: bool) -> None:
    assert newest(entered(a_family(), wie=wie, organisatie=organisatie)).vaste_basis is vast


def test_vaste_basis_follows_the_organisation_of_who_is_known() -> None:
    family = a_family()
    kaart = replace(family.team.kaart, professionals=(a_professional(organisatie=uid(802)),))
    assert newest(entered(replace(family, team=replace(family.team, kaart=kaart)), wie="Sanne Dijkstra")).vaste_basis


def test_a_volunteer_and_an_expert_are_recognised() -> None:
    maatje = newest(entered(a_family(), wie="maatje", organisatie="Humanitas"))
    assert (maatje.soort, maatje.betaald) == (BetrokkenheidSoort.VRIJWILLIGER, False)
    expert = newest(entered(a_family(), wie="ervaringsdeskundige"))
    assert expert.soort is BetrokkenheidSoort.ERVARINGSDESKUNDIGE


def test_a_topic_is_recognised() -> None:
    assert newest(entered(a_family(), wie="Rob", vraag="geld")).leefgebieden == (uid(702),)


def test_the_preview_says_what_a_line_becomes() -> None:
    family = a_family()
    assert preview(family, {}) == ""
    assert preview(family, {"wie": "Rob", "sinds": "x"}) == ""
    known = preview(family, {"wie": "sanne dijkstra", "sinds": "ongeveer 2023"})
    assert known == "Sanne Dijkstra, uit uw sociale kaart · De Brug · voor het hele gezin · sinds ongeveer 2023"
    new = preview(family, {"wie": "huisarts", "organisatie": "Praktijk Oost", "voor": "mama"})
    assert new == "huisarts, naam nog niet bekend · Praktijk Oost (nieuw) · voor mama · vaste basis, telt niet mee"


def test_the_sociale_kaart_suggests() -> None:
    family = a_family()
    (person,) = suggestions(family, "wie", "dijk")
    assert person.tekst == "Sanne Dijkstra – De Brug"
    assert person.velden == {"wie": "Sanne Dijkstra", "organisatie": "De Brug"}
    assert [each.tekst for each in suggestions(family, "organisatie", "b")] == ["Basisschool De Brink", "De Brug"]
    assert suggestions(family, "organisatie", "De Brug") == ()
    assert [each.velden["voor"] for each in suggestions(family, "voor", "mama en no")] == ["mama en Noor Yılmaz"]
    assert [each.tekst for each in suggestions(family, "vraag", "wo")] == ["Wonen"]
    assert suggestions(family, "wie", "") == suggestions(family, "sinds", "2") == ()


def test_what_is_open_is_listed_and_goes_when_it_is_filled_in() -> None:
    after = entered(entered(a_family(), wie="iemand van de GGZ"), wie="Sanne Dijkstra", vraag="opvoeden", sinds="2023")
    shown = wie_komen(after)
    assert shown.kop == "2 mensen komen bij dit gezin"
    assert [(each.naam, each.onder) for each in shown.rijen] == [
        ("Sanne Dijkstra", "De Brug · het hele gezin · opvoeden"),
        ("iemand van de GGZ", "het hele gezin"),
    ]
    assert shown.rijen[0].aanvullen == ()
    assert shown.rijen[1].aanvullen == (
        "Hoe heet deze persoon?",
        "Bij welke organisatie?",
        "Waarvoor komt deze persoon?",
        "Sinds wanneer?",
    )
    assert (shown.aanvullen, shown.aanvullen_kop) == (1, "Nog aanvullen: 1")


def test_an_organisation_without_a_sector_is_asked_after() -> None:
    after = entered(a_family(), wie="Rob", organisatie="Nieuw Begin", vraag="geld", sinds="2023")
    assert wie_komen(after).rijen[0].aanvullen == ("Wat voor organisatie is dit?",)


def test_the_baseline_is_asked_settled_with_a_date_and_taken_back() -> None:
    after = entered(entered(a_family(), wie="Rob"), wie="huisarts")
    shown = wie_komen(after)
    assert (shown.vraag, shown.nageteld) == ("Klopt deze 1?", "")
    assert shown.uitleg.startswith("1 mens telt niet mee: vaste basis, op afstand of vrijwilliger.")
    settled = beginstand_form(after).apply(after, {"beginstand_op": OP})
    assert settled.dossier.gezin.beginstand_op == OP
    told = wie_komen(settled)
    assert (told.vraag, told.nageteld) == ("", "Nageteld met het gezin op 31 januari 2024: 1 hulpverlener.")
    assert wie_komen(recount(settled)).vraag == "Klopt deze 1?"


def test_a_day_that_is_still_to_come_is_refused() -> None:
    family = a_family()
    with refused(Code.BASELINE_DAY, field="beginstand_op"):
        beginstand_form(family).apply(family, {"beginstand_op": OP + timedelta(days=1)})


def test_nobody_entered_asks_nothing() -> None:
    shown = wie_komen(a_family())
    assert (shown.rijen, shown.vraag, shown.uitleg, shown.nageteld) == ((), "", "", "")


def test_sectors_are_told_by_their_words() -> None:
    assert guessed_sector("Praktijk De Linde", "huisarts") is Sector.HUISARTS
    assert guessed_sector("Nieuw Begin") is None


# ---------------------------------------------------------------- is dit dezelfde?


def test_somebody_new_who_looks_like_one_of_the_kaart_is_asked_about_and_made_one() -> None:
    before = a_family()
    alone = entered(before, wie="Sanne Dykstra")
    asked = doubt(before, alone)
    assert asked is not None
    assert asked.tekst == "Sanne Dykstra lijkt op Sanne Dijkstra (De Brug) in uw sociale kaart. Is dit dezelfde?"
    same = asked.zelfde(alone)
    assert newest(same).professional == uid(901)
    assert same.team.kaart == before.team.kaart


def test_an_organisation_that_was_made_for_him_alone_goes_too() -> None:
    before = a_family()
    after = entered(before, wie="Sanne Dijkstra", organisatie="Heel Ergens Anders")
    asked = doubt(before, after)
    assert asked is not None
    same = asked.zelfde(after)
    assert newest(same).professional == uid(901)
    assert same.team.kaart == before.team.kaart


def test_a_new_organisation_that_looks_like_another_is_made_one() -> None:
    before = a_family()
    after = entered(before, wie="Iris Veen", organisatie="Stichting De Brug")
    asked = doubt(before, after)
    assert asked is not None
    same = asked.zelfde(after)
    assert same.team.kaart.organisaties == before.team.kaart.organisaties
    iris = next(each for each in same.team.kaart.professionals if each.naam == "Iris Veen")
    assert iris.organisatie == uid(801)
    unnamed = entered(before, wie="begeleider", organisatie="Stichting De Brug")
    asked = doubt(before, unnamed)
    assert asked is not None
    assert newest(asked.zelfde(unnamed)).organisatie == uid(801)


def test_who_looks_like_nobody_is_not_asked_about() -> None:
    before = a_family()
    assert doubt(before, entered(before, wie="Iris Veen", organisatie="Wijkteam Zuid")) is None
