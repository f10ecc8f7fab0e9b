"""The card "Kan het met minder?" in words, and what one click puts on the agenda; without a window."""

from dataclasses import replace
from datetime import timedelta

from gezinsplan.domain.errors import Code
from gezinsplan.domain.values import Part, put
from gezinsplan.presenters.minder import MinderKaart, minder_kaart, put_on_agenda
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.identity import now
from gezinsplan.texts.dates import today
from tests.make import (
    MAMA,
    OMA,
    ROB,
    a_band,
    a_betrokkenheid,
    a_check,
    a_dossier,
    a_kaart,
    a_praktijk,
    a_regisseurschap,
    an_actie,
    an_overleg,
    on,
    refused,
    uid,
)

SANNE, TALK = uid(32), uid(91)


def a_family(*parts: Part) -> Family:
    """Sanne is regisseur and stays; Rob calls the school, as oma could. All is safe enough."""
    sanne = a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="")
    check = a_check(datum=today(), volgende_op=today() + timedelta(days=90))
    parts = (sanne, a_regisseurschap(houder=SANNE), check, a_band(lid=None), *parts)
    rob = a_betrokkenheid(kan_weg_als="De school belt zelf.", over=(MAMA,))
    dossier = a_dossier(rob, an_actie(wie=(ROB,), over=(MAMA,)), *parts)
    return Family(dossier, Team(a_kaart(), a_praktijk()), today())


def with_talk() -> Family:
    return a_family(an_overleg(moment=now() + timedelta(days=8)))


def test_it_asks_and_says_what_is_needed_first() -> None:
    card = minder_kaart(a_family())
    assert card is not None
    assert card.kop == "Misschien kan het met 1 hulpverlener. Nu zijn het er 2."
    ((vraag,),) = (each.vragen for each in card.mogelijkheden)
    assert vraag.tekst == "Kan oma dit van Rob van de begeleiding overnemen?"
    assert vraag.onder == ("Actie “De school bellen”.", "Eerst nodig: De school belt zelf.")
    assert card.blijven[0].startswith("Sanne Dijkstra is de regisseur")
    assert card.let_op == "Dit is alleen een vraag om samen over te praten. Er verandert niets."


def test_safety_first_has_no_numbers() -> None:
    family = a_family()
    card = minder_kaart(replace(family, dossier=replace(family.dossier, checks=())))
    assert card is not None
    assert card == MinderKaart("Eerst veiligheid", ("Er is nog niet gekeken hoe veilig het is.",))


def test_where_everybody_is_needed_there_is_no_question() -> None:
    family = a_family()
    stays = replace(family.dossier.betrokkenheden[0], behandelaar=True)
    card = minder_kaart(replace(family, dossier=put(family.dossier, stays)))
    assert card is not None
    assert (card.kop, card.mogelijkheden, card.let_op) == ("Iedereen die nu helpt, is nog nodig.", (), "")
    assert "Rob van de begeleiding is de behandelaar." in card.blijven


def test_where_nobody_counts_there_is_no_card() -> None:
    check = a_check(datum=today(), volgende_op=today())
    gone = a_betrokkenheid(tot=on(9))
    dossier = a_dossier(gone, check, a_regisseurschap(houder=OMA))
    assert minder_kaart(Family(dossier, Team(a_kaart(), a_praktijk()), today())) is None


def test_one_click_puts_the_question_on_the_agenda_once() -> None:
    family = with_talk()
    card = minder_kaart(family)
    assert card is not None
    assert card.mogelijkheden[0].op_agenda == ""
    after = put_on_agenda(0)(put_on_agenda(0)(family))
    (punt,) = after.dossier.agendapunten
    assert (punt.overleg, punt.betreft, punt.over) == (TALK, ROB, (MAMA,))
    assert punt.wat == "Kan oma dit van Rob van de begeleiding overnemen?"
    again = minder_kaart(after)
    assert again is not None
    assert again.mogelijkheden[0].op_agenda != ""


def test_without_a_next_talk_it_is_refused() -> None:
    with refused(Code.NO_TALK_PLANNED):
        put_on_agenda(0)(a_family())
