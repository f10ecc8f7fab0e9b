"""Overzicht as sentences and rows, without a window."""

from dataclasses import replace
from datetime import date

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.delen import AFGESCHERMD
from gezinsplan.domain.dossier import Onderdeel
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import Part, drop
from gezinsplan.presenters.overzicht import MOST_COMING, Lid, Overzicht, overzicht
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.demo import demo
from gezinsplan.services.families import for_screen
from gezinsplan.services.identity import new_id
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    START,
    a_betrokkenheid,
    a_bewoning,
    a_doel,
    a_dossier,
    a_huishouden,
    a_kaart,
    a_kind,
    a_persoon,
    a_praktijk,
    a_professional,
    a_regisseurschap,
    a_score,
    a_tekst,
    an_actie,
    an_afscherming,
    an_oma,
    an_overleg,
    day,
    on,
    uid,
)


def a_family(*parts: Part, op: int = 100, **gezin: object) -> Family:
    return Family(a_dossier(*parts, **gezin), Team(a_kaart(), a_praktijk()), day(op))


def shown(*parts: Part, op: int = 100, **gezin: object) -> Overzicht:
    return overzicht(a_family(*parts, op=op, **gezin))


def test_in_short_is_made_of_facts() -> None:
    assert shown().kort == "Dit gezin is mama en Noor Yılmaz (10). Om het gezin heen: oma."


def test_in_short_tells_what_became_of_the_helpers() -> None:
    gone = a_betrokkenheid(id=uid(32), tot=on(50))
    assert shown(a_betrokkenheid(), gone).kort.endswith(
        "Sinds het begin van dit plan ging het aantal hulpverleners van 2 naar 1."
    )
    assert "is 1, net als bij het begin" in shown(a_betrokkenheid()).kort


@pytest.mark.parametrize(
    ("people", "said"),
    [((KIND,), "Noor Yılmaz heeft twee huizen"), ((KIND, MAMA), "mama en Noor Yılmaz hebben twee huizen")],
)
def test_two_homes_are_told_by_the_names_of_the_family(people: tuple[object, ...], said: str) -> None:
    homes = (a_huishouden(naam="bij mama"), a_huishouden(id=uid(25), naam="bij papa"))
    stays = [
        a_bewoning(id=uid(100 + 10 * at + number), persoon=who, huishouden=home.id)
        for at, who in enumerate(people)
        for number, home in enumerate(homes)
    ]
    before = a_bewoning(id=uid(150), persoon=OMA, huishouden=homes[0].id, tot=on(20))
    text = shown(*homes, *stays, before).kort
    assert f"{said}: bij mama en bij papa." in text
    assert "Kerkstraat" not in text


def test_without_people_there_is_nothing_to_say() -> None:
    family = a_family()
    alone = replace(family, dossier=drop(family.dossier, MAMA, KIND, OMA))
    assert overzicht(alone).kort == ""
    assert overzicht(alone).leden == ()


def test_the_reason_stands_with_who_says_it() -> None:
    reason = a_tekst(onderdeel=Onderdeel.AANLEIDING, woorden="Te veel mensen.")
    together = a_tekst(id=uid(52), onderdeel=Onderdeel.AANLEIDING, woorden="Ruzie.", spreker=None)
    assert shown(reason, together).aanleiding == ("“Te veel mensen.” – mama", "“Ruzie.”")


def test_members_are_called_as_in_the_plan() -> None:
    members = shown(
        a_persoon(geboortedatum=Datum(1985)),
        a_kind(roepnaam="Noor"),
        a_persoon(id=uid(14), naam="Piet", overleden_op=day(10)),
        a_persoon(id=uid(15), naam="Weg", roepnaam="", tot=day(10)),
        a_kind(id=uid(16), naam="Straks", geboortedatum=Datum.op(day(200))),
        a_kind(id=uid(17), naam="Baby", roepnaam="Baby", geboortedatum=Datum.op(day(50))),
        an_oma(band="moeder van mama"),
    )
    assert members.leden == (
        Lid(MAMA, "mama", "Elif Yılmaz", "ongeveer 38"),
        Lid(KIND, "Noor", "", "10"),
        Lid(uid(14), "mama", "Piet", "overleden in 2024"),
        Lid(uid(16), "Straks", "", ""),
        Lid(uid(17), "Baby", "", "nog geen jaar"),
    )
    assert members.netwerk == "oma (moeder van mama)"


def test_goals_show_each_speaker_and_no_average() -> None:
    row = shown(a_doel(voor_wie=ALLEEN_DOSSIER), a_score(cijfer=7), a_score(id=uid(72), spreker=KIND, cijfer=4)).doelen[
        0
    ]
    assert [(each.naam, each.nu) for each in row.standen] == [("Noor Yılmaz", 4), ("mama", 7)]
    assert [each.tekst for each in row.merken] == ["alleen dossier"]


def test_late_comes_first_then_by_day_and_last_what_has_no_day() -> None:
    rows = shown(
        an_actie(id=uid(81), wat="zonder dag"),
        an_actie(id=uid(82), wat="straks", wanneer=day(140)),
        an_actie(id=uid(83), wat="te laat", wanneer=day(90)),
        an_actie(id=uid(84), wat="begint", vanaf=day(120)),
        an_overleg(moment=an_overleg().moment.replace(month=4, day=15)),
        an_overleg(id=uid(92)),
    ).komend
    assert [row.wat for row in rows] == ["te laat", "We kijken samen terug", "begint", "straks", "zonder dag"]
    assert rows[0].merken[0].toon == "red"
    assert [row.gesprek for row in rows] == [False, True, False, False, False]
    assert rows[1].wie == "De Brink"


def test_only_the_first_are_shown_and_the_rest_is_counted() -> None:
    many = [an_actie(id=uid(200 + at)) for at in range(MOST_COMING + 5)]
    view = shown(*many)
    assert (len(view.komend), view.meer) == (MOST_COMING, 5)


def test_the_regisseur_with_all_that_belongs_to_it() -> None:
    term = a_regisseurschap(houder=ROB, gekozen_door="het gezin", reden="klik", vervanger=OMA, vanaf=day(10))
    first = a_regisseurschap(id=uid(42), tot=day(10))
    card = shown(a_betrokkenheid(organisatie=uid(801)), first, term).regie
    assert (card.naam, card.onder, card.open) == ("Rob van de begeleiding", "De Brug · sinds 11 jan", "")
    assert card.feiten == (
        ("Gekozen door", "het gezin"),
        ("Waarom", "klik"),
        ("Vervanger", "oma"),
        ("Dossierhouder", "Sanne Dijkstra"),
    )
    assert [(each.kop, each.onder) for each in card.lijn] == [
        ("11 jan – nu: Rob van de begeleiding", "regie over de hulp · klik · gekozen door het gezin"),
        ("1 jan – 11 jan: geen regisseur", "nog te kiezen"),
    ]


def test_a_vacancy_has_a_reason_and_a_day() -> None:
    card = shown().regie
    assert (card.naam, card.open) == ("", "Sinds 1 jan: nog te kiezen")


def test_a_term_to_come_and_a_closed_family() -> None:
    term = a_regisseurschap(id=uid(42), houder=MAMA, vanaf=day(200))
    assert shown(a_regisseurschap(tot=day(200)), term).regie.lijn[0].kop == "vanaf 19 jul: mama"
    closed = shown(afsluiting=day(50)).regie
    assert (closed.term, closed.naam, closed.open) == (None, "", "")


def test_the_facts() -> None:
    facts = dict(
        shown(wijk="Noord", gemeente="Gouda", streefaantal=3, streefaantal_op=day(5), afsluiting=day(400)).feiten
    )
    assert facts["Waar"] == "Noord, Gouda"
    assert facts["Begonnen op"] == "1 januari 2024"
    assert facts["Begin nageteld"] == "nog niet"
    assert facts["Samen afgesproken"] == "3, op 6 jan"
    assert "Afgesloten op" in facts
    bare = dict(shown(beginstand_op=START).feiten)
    assert (bare["Samen afgesproken"], bare["Begin nageteld"]) == ("nog geen aantal", "1 januari 2024")
    assert "Waar" not in bare


def test_the_name_of_a_shielded_dossierhouder_is_not_told() -> None:
    other = a_professional(id=uid(902), naam="Judith Geheim")
    helper = a_betrokkenheid(professional=uid(902), omschrijving="")
    shield = an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,))
    family = a_family(helper, shield, dossierhouder=uid(902))
    family = replace(family, team=replace(family.team, kaart=a_kaart(other)))
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    assert dict(overzicht(seen).regie.feiten)["Dossierhouder"] == AFGESCHERMD
    assert dict(overzicht(family).regie.feiten)["Dossierhouder"] == "Judith Geheim"


def test_no_address_of_the_demo_stands_on_this_page() -> None:
    op = date(2026, 11, 22)
    praktijk, kaart, dossiers = demo(op, new_id)
    for dossier in dossiers:
        text = str(overzicht(Family(for_screen(dossier, kaart, op), Team(kaart, praktijk), op)))
        for home in dossier.huishoudens:
            assert home.straat not in text or not home.straat
