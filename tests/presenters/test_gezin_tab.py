"""The rows of Gezin en netwerk, without a window."""

from dataclasses import replace
from datetime import date

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.personen import Feit, Gezagsvorm, PersoonSoort
from gezinsplan.domain.values import Part
from gezinsplan.presenters.gezin_tab import Regel, address, age, gezin_tab
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    a_bewoning,
    a_dossier,
    a_gezagsverhouding,
    a_huishouden,
    a_kaart,
    a_kind,
    a_persoon,
    a_praktijk,
    an_afscherming,
    an_oma,
    day,
    on,
    uid,
)


def a_family(*parts: Part, op: int = 100, **gezin: object) -> Family:
    return Family(a_dossier(*parts, **gezin), Team(a_kaart(), a_praktijk()), day(op))


def seen(family: Family) -> Family:
    return replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))


def named(rows: tuple[Regel, ...], name: str) -> Regel:
    return next(row for row in rows if row.naam == name)


def test_members_and_netwerk_stand_apart() -> None:
    tab = gezin_tab(a_family())
    assert [row.naam for row in tab.gezin] == ["mama", "Noor Yılmaz"]
    assert [row.id for row in tab.netwerk] == [an_oma().id]


def test_a_member_is_told_in_words() -> None:
    mama = a_persoon(
        band="moeder",
        geboortedatum=Datum(1985, 3, 2),
        telefoon="06-11",
        bereikbaar="na zes uur",
        voicemail=False,
        post=True,
        talen=("Nederlands", "Turks"),
        tolk=True,
        leest_groot=True,
        talenten="koken",
    )
    row = gezin_tab(a_family(mama, a_gezagsverhouding())).gezin[0]
    assert row.onder == (
        "Elif Yılmaz · moeder · 39 jaar",
        "Heeft gezag over Noor Yılmaz",
        "Praat Nederlands en Turks · tolk nodig · grote letters of voorlezen",
        "06-11 · na zes uur · geen voicemail · post mag",
        "Goed in: koken",
    )
    assert not row.afgeschermd
    assert not row.voorbij


@pytest.mark.parametrize(
    ("geboren", "words"),
    [
        (None, ""),
        (Datum(2013, 6, 15), "10 jaar"),
        (Datum(2024, 2, 1), "nog geen jaar oud"),
        (Datum(1960), "geboren: 1960"),
        (Datum(1960, 5), "geboren: mei 1960"),
        (Datum(1960, ongeveer=True), "geboren: ongeveer 1960"),
    ],
)
def test_an_age_is_only_told_when_it_is_known(geboren: Datum | None, words: str) -> None:
    assert age(geboren, date(2024, 4, 10)) == words


def test_who_died_or_left_stands_last_with_a_word() -> None:
    papa = a_persoon(id=uid(10), naam="Kemal", roepnaam="papa", overleden_op=day(50), talenten="alles")
    buur = a_persoon(id=uid(9), soort=PersoonSoort.NETWERK, naam="Ria", roepnaam="", tot=day(60))
    tab = gezin_tab(a_family(papa, buur))
    assert [row.naam for row in tab.gezin] == ["mama", "Noor Yılmaz", "papa"]
    assert tab.gezin[-1].voorbij == "overleden op 20 februari 2024"
    assert tab.gezin[-1].onder == ("Kemal",)
    assert tab.netwerk[-1].voorbij == "hoort er niet meer bij sinds 1 maart 2024"


def test_the_netwerk_knows_or_does_not_know() -> None:
    assert "Weet nog niet van het plan" in gezin_tab(a_family()).netwerk[0].onder
    knows = gezin_tab(a_family(an_oma(weet_ervan_sinds=day(3)))).netwerk[0]
    assert "Weet van het plan sinds 4 januari 2024" in knows.onder


def test_homes_with_who_lives_there_and_when() -> None:
    family = a_family(
        a_huishouden(vanaf=Datum(2020), telefoon=""),
        a_bewoning(vanaf=Datum(2020)),
        a_bewoning(id=uid(25), persoon=KIND, wanneer="om de week"),
        a_bewoning(id=uid(26), persoon=an_oma().id, tot=on(20)),
        a_huishouden(id=uid(20), naam="Vroeger", tot=on(30)),
    )
    home, before = gezin_tab(family).huizen
    assert home.regel.onder == ("Kerkstraat 12, 8011 AB Zwolle", "sinds 2020")
    assert [(row.naam, row.onder) for row in home.bewoners[:2]] == [
        ("mama", ("sinds 2020",)),
        ("Noor Yılmaz", ("om de week",)),
    ]
    assert home.bewoners[2].voorbij == "tot 21 januari 2024"
    assert before.regel.voorbij == "tot 31 januari 2024"


def test_shielded_facts_are_words_and_nothing_of_them_is_left() -> None:
    family = a_family(a_persoon(telefoon="06-55566677"), a_huishouden(), a_bewoning(), an_afscherming())
    tab = gezin_tab(seen(family))
    assert named(tab.gezin, "mama").afgeschermd == "telefoon afgeschermd"
    (home,) = tab.huizen
    assert home.regel.afgeschermd == "adres afgeschermd"
    assert address(seen(family).dossier.huishoudens[0]) == ""
    for secret in ("55566677", "Kerkstraat", "8011", "Zwolle", "038"):
        assert secret not in repr(tab)
    assert "Kerkstraat" in repr(gezin_tab(family))


def test_a_phone_in_the_house_can_be_shielded_alone() -> None:
    family = a_family(a_huishouden(), a_bewoning(), an_afscherming(wat=(Feit.TELEFOON,)))
    (home,) = gezin_tab(seen(family)).huizen
    assert home.regel.afgeschermd == "telefoon afgeschermd"
    assert home.regel.onder == ("Kerkstraat 12, 8011 AB Zwolle",)


def test_an_afscherming_is_told_as_what_is_kept_from_whom() -> None:
    (row,) = gezin_tab(a_family(an_afscherming(bron="de rechter", tot=day(400)))).afschermingen
    assert row.naam == f"Geheim voor {an_oma().roepnaam or an_oma().naam}: adres, woonplaats en telefoon"
    assert row.onder == ("Beschermt mama", "de rechter", "tot 4 februari 2025")
    (over,) = gezin_tab(a_family(an_afscherming(tot=day(100)))).afschermingen
    assert over.voorbij == "tot 10 april 2024"


def test_gezag_per_child_with_source_and_day() -> None:
    family = a_family(
        a_gezagsverhouding(bron="gezagsregister", gecontroleerd_op=day(9)),
        a_gezagsverhouding(id=uid(27), houder=None, vorm=Gezagsvorm.TIJDELIJK_GEEN, tot=on(5)),
        a_kind(id=uid(14), naam="Can"),
    )
    noor, can = gezin_tab(family).kinderen
    assert [(row.naam, row.onder, row.voorbij) for row in noor.gezag] == [
        ("mama, alleen", ("gezagsregister · nagekeken op 10 januari 2024",), ""),
        ("tijdelijk niemand", ("nog niet nagekeken",), "tot 6 januari 2024"),
    ]
    assert (can.naam, can.gezag) == ("Can", ())


def test_gezag_stands_with_the_child_as_well() -> None:
    both = (a_gezagsverhouding(), a_gezagsverhouding(id=uid(27), houder=an_oma().id, vorm=Gezagsvorm.GEZAMENLIJK))
    oma = gezin_tab(a_family()).netwerk[0].naam
    assert f"Gezag: mama en {oma}" in named(gezin_tab(a_family(*both)).gezin, "Noor Yılmaz").onder
    nobody = a_gezagsverhouding(houder=None, vorm=Gezagsvorm.VOOGDIJ)
    tab = gezin_tab(a_family(nobody))
    assert "Gezag: niemand" in named(tab.gezin, "Noor Yılmaz").onder
    assert tab.kinderen[0].gezag[0].naam == "niemand"
    assert "Gezag: nog niet nagekeken" in named(gezin_tab(a_family()).gezin, "Noor Yılmaz").onder


def test_the_facts_that_are_known() -> None:
    facts = dict(gezin_tab(a_family(gemeente="Zwolle")).feiten)
    assert facts == {
        "Kenmerk": "G-2024-001",
        "Fase": "Aan de slag",
        "Gemeente": "Zwolle",
        "Begonnen op": "1 januari 2024",
        "Dossierhouder": "Sanne Dijkstra",
    }
