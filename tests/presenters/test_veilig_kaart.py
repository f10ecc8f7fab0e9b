"""Safety on a page: what people said, when that says nothing any more, and what runs; without a window."""

from dataclasses import replace
from datetime import date

import pytest

from gezinsplan.domain.lezers import HEEL_GEZIN
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import Part
from gezinsplan.domain.veiligheid import MaatregelSoort, Veiligheidsfase, Veiligheidswoord
from gezinsplan.presenters.veilig_kaart import VeiligKaart, is_used, veilig_kaart, veilig_regel
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    START,
    a_betrokkenheid,
    a_check,
    a_dossier,
    a_kaart,
    a_maatregel,
    a_praktijk,
    a_veiligheidsafspraak,
    an_afscherming,
    day,
    uid,
)

TODAY = day(50)


def a_family(*parts: Part, op: date = TODAY) -> Family:
    return Family(a_dossier(a_betrokkenheid(), *parts), Team(a_kaart(), a_praktijk()), op)


def shown(*parts: Part, op: date = TODAY) -> VeiligKaart:
    return veilig_kaart(a_family(*parts, op=op))


def test_nothing_yet() -> None:
    card = shown()
    assert (card.gebruikt, card.nodig, card.staan, card.afspraken, card.maatregelen) == (False, True, (), (), ())
    line = veilig_regel(a_family())
    assert (line.woorden, line.tekst) == ((), "Er is nog niet gekeken hoe veilig het is.")


def test_a_measure_alone_is_something_too() -> None:
    assert is_used(a_family(a_maatregel()).dossier)
    assert is_used(a_family(a_veiligheidsafspraak()).dossier)


@pytest.mark.parametrize(
    ("word", "text", "tone"),
    [
        (Veiligheidswoord.VEILIG_GENOEG, "veilig genoeg, 1 jan", "green"),
        (Veiligheidswoord.NOG_NIET, "nog niet veilig genoeg, 1 jan", "amber"),
        (Veiligheidswoord.ONVEILIG, "niet veilig, 1 jan", "red"),
    ],
)
def test_the_word_as_it_was_said(word: Veiligheidswoord, text: str, tone: str) -> None:
    (row,) = shown(a_check(woord=word, door=ROB)).staan
    assert (row.woord.tekst, row.woord.toon, row.nodig, row.over) == (text, tone, False, "het hele gezin")
    assert row.grond == "Er was dit jaar geen ruzie meer."
    assert row.onder == (
        "Gezegd op 1 januari 2024 door Rob van de begeleiding",
        "Veilig blijven",
        "Volgende check: 1 april 2024",
    )


def test_after_its_next_day_the_word_is_grey_and_says_nothing() -> None:
    last, after = day(91), day(92)
    assert not shown(a_check(), op=last).nodig
    card = shown(a_check(), op=after)
    (row,) = card.staan
    assert (card.nodig, row.nodig, row.woord.tekst, row.woord.toon) == (True, True, "check nodig", "neutral")
    assert row.onder[0] == "Veilig genoeg, gezegd op 1 januari 2024"
    assert row.onder[-1] == "Opnieuw kijken kon tot 1 april 2024"
    line = veilig_regel(a_family(a_check(), op=after))
    assert ([each.tekst for each in line.woorden], line.tekst) == (["check nodig"], "Opnieuw kijken kon tot 1 apr")


def test_a_later_word_takes_the_place_and_the_earlier_stays_to_be_read() -> None:
    later = a_check(id=uid(194), datum=day(40), woord=Veiligheidswoord.NOG_NIET, volgende_op=day(60))
    card = shown(a_check(), later)
    assert [each.woord.tekst for each in card.staan] == ["nog niet veilig genoeg, 10 feb"]
    (before,) = card.eerder
    assert (before.woord.tekst, before.woord.toon, before.nodig) == ("veilig genoeg", "neutral", False)
    assert before.onder == ("Gezegd op 1 januari 2024", "Veilig blijven")


def test_words_about_others_stand_beside_each_other() -> None:
    about = a_check(id=uid(194), datum=day(40), over=(KIND,), woord=Veiligheidswoord.ONVEILIG, volgende_op=day(45))
    card = shown(a_check(fase=Veiligheidsfase.HERSTEL), about)
    assert [(each.over, each.nodig) for each in card.staan] == [("Noor Yılmaz", True), ("het hele gezin", False)]
    line = veilig_regel(a_family(a_check(), about))
    assert [each.tekst for each in line.woorden] == ["Noor Yılmaz: check nodig", "het hele gezin: veilig genoeg, 1 jan"]
    assert line.tekst == "Opnieuw kijken kon tot 15 feb"


def test_an_agreement_says_who_and_who_checks_and_what_if_not() -> None:
    agreed = a_veiligheidsafspraak(hoe_vaak="elke week", wat_dan="Oma komt", voor_wie=HEEL_GEZIN)
    (row,) = shown(agreed).afspraken
    assert (row.tekst, row.loopt) == ("Mama belt oma als het spannend wordt", True)
    assert row.onder == (
        "Mama",
        "Rob van de begeleiding kijkt na of het gebeurt: elke week",
        "Lukt het niet? Oma komt",
        "Sinds 1 januari 2024",
    )
    assert [each.tekst for each in row.merken] == ["voor het hele gezin"]
    assert shown(a_veiligheidsafspraak()).afspraken[0].merken == ()


def test_what_runs_comes_first_and_what_ended_says_why() -> None:
    ended = a_veiligheidsafspraak(tot=day(20), reden="Het gaat goed")
    to_come = a_veiligheidsafspraak(id=uid(195), vanaf=day(90), tot=day(95), reden="Vakantie")
    first, last = shown(ended, to_come).afspraken
    assert (first.loopt, first.onder[-1]) == (True, "Vanaf 31 maart 2024, tot 5 april 2024: Vakantie")
    assert (last.loopt, last.onder[-1]) == (False, "Gestopt op 21 januari 2024: Het gaat goed")


def test_an_order_of_a_judge() -> None:
    order = a_maatregel(soort=MaatregelSoort.CONTACTVERBOD, tussen=(MAMA, OMA), tot=day(80))
    (row,) = shown(order).maatregelen
    assert row.tekst == "Contactverbod"
    assert row.onder == (
        "Noor Yılmaz, tussen mama en oma",
        "Sinds 1 januari 2024, tot 21 maart 2024",
        "Besloten door de rechter, uitgevoerd door Rob van de begeleiding",
    )
    (bare,) = shown(a_maatregel(door="", uitvoerder=None, tot=START), op=day(90)).maatregelen
    assert (bare.loopt, bare.onder) == (False, ("Noor Yılmaz", "Gestopt op 1 januari 2024"))


def test_what_is_shielded_stays_masked() -> None:
    shield = an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,))
    family = a_family(a_check(door=ROB), a_veiligheidsafspraak(), a_maatregel(), shield)
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    said = str(veilig_kaart(seen))
    assert "Rob" not in said
    assert "de rechter" not in said
    assert "afgeschermd" in said
