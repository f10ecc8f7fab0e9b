"""The card with the genogram, without a window."""

from gezinsplan.domain.takken import Verband
from gezinsplan.domain.values import put
from gezinsplan.presenters.stamboom import stamboom_kaart
from gezinsplan.services.caseload import Family, Team
from gezinsplan.texts.stamboom import leven_words
from tests.domain.stambomen import OP, Tree, eight, three
from tests.make import a_kaart, a_praktijk, a_regisseurschap


def a_family(tree: Tree) -> Family:
    return Family(put(tree.dossier, a_regisseurschap()), Team(a_kaart(), a_praktijk()), OP)


def test_the_drawing_with_ages_and_what_occurs_in_it() -> None:
    card = stamboom_kaart(a_family(eight()))
    under = {each.naam: each.onder for each in card.tekening.mensen}
    assert (under["opa Jan"], under["mama"]) == ("1952 – 2020", "42 jaar")
    assert [each for each, _words in card.legenda] == [
        Verband.PAAR,
        Verband.UIT_ELKAAR,
        Verband.OUDER,
        Verband.STIEFOUDER,
    ]
    assert card.tekens == "Dikke rand: hoort bij het gezin. Kruis: overleden. Lijn eromheen: wonen samen."


def test_the_same_in_words() -> None:
    card = stamboom_kaart(a_family(three()))
    assert card.tekst.startswith("Stamboom. papa is ex-partner van mama sinds 2022. mama is ouder van Noor.")
    assert card.tekens == "Dikke rand: hoort bij het gezin. Lijn eromheen: wonen samen."


def test_nobody_belongs_to_anybody_yet() -> None:
    assert not stamboom_kaart(a_family(Tree())).tekening.strepen


def test_words_for_what_is_known_of_a_life() -> None:
    assert leven_words(0, True, 2026, None) == "nog geen jaar"
    assert leven_words(12, False, 2014, None) == "ongeveer 12 jaar"
    assert leven_words(None, False, None, 2020) == "overleden in 2020"
    assert leven_words(None, False, None, None) == ""
