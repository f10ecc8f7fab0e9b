from pathlib import Path

import pytest

from gezinsplan import paths
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.services import caseload, settings
from gezinsplan.services.passphrases import Advice, Sterkte, _matches, checked, strength
from gezinsplan.texts.passphrases import advice
from gezinsplan.texts.words import word

LEAST = 11
STRONG = "de ooievaar eet pannenkoeken bij café Şahin"


@pytest.mark.parametrize(
    ("weak", "why"),
    [
        ("", Advice.EMPTY),
        ("   ", Advice.EMPTY),
        ("welkom", Advice.COMMON),
        ("Welkom01", Advice.COMMON),
        ("W3lk0m!", Advice.COMMON),
        ("wachtwoord123", Advice.COMMON),
        ("Ik hou van jou", Advice.COMMON),
        ("de appel valt niet ver van de boom", Advice.COMMON),
        ("feyenoord", Advice.COMMON),
        ("password", Advice.COMMON),
        ("katherine", Advice.NAME),
        ("12-05-1984", Advice.DATE),
        ("aaaaaaaaaaaaaaaaaaaa", Advice.REPEAT),
        ("\U0001f600" * 12, Advice.REPEAT),
        ("lange zin " * 20_000, Advice.WORDS),
        ("abcdefghijklmnop", Advice.ROW),
        ("tgbvfrdcxswe", Advice.KEYS),
        ("9017384655", Advice.DIGITS),
        ("mijn hond heet boris", Advice.WORDS),
        ("dit is het niet", Advice.WORDS),
    ],
)
def test_what_people_choose_is_weak_and_they_hear_why(weak: str, why: Advice) -> None:
    found = strength(weak, LEAST)
    assert (found.sterkte, found.advice) == (Sterkte.ZWAK, why)


@pytest.mark.parametrize(
    ("good", "how"),
    [
        ("een zin is lang genoeg", Sterkte.KAN_BETER),
        ("onze kat slaapt op de wasmachine", Sterkte.GOED),
        (STRONG, Sterkte.STERK),
        ("xkw pqd mzt rvb ghy ljc", Sterkte.STERK),
        ("kV7nQ2xL9wR4tZ8m", Sterkte.GOED),
        ("мой кот спит на стиральной машине", Sterkte.STERK),
        ("half \ud800 teken is ook goed", Sterkte.GOED),
    ],
)
def test_words_that_do_not_belong_together_are_strong(good: str, how: Sterkte) -> None:
    assert strength(good, LEAST).sterkte in (how, Sterkte.STERK)
    assert checked(good).text == good


def test_spaces_capitals_and_marks_hardly_count() -> None:
    assert strength(STRONG).log10 == strength(STRONG.upper().replace(" ", "")).log10 == strength(STRONG + " ").log10


def test_more_words_are_never_weaker() -> None:
    grown = [strength(" ".join(STRONG.split()[:count])).log10 for count in range(9)]
    assert grown == sorted(grown)


def test_the_minimum_is_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    checked("een zin is lang genoeg")
    settings.change("passphrase_strength", 20)
    with pytest.raises(VaultRefused) as caught:
        checked("een zin is lang genoeg")
    assert (caught.value.code, caught.value.values) == (Code.PASSPHRASE_WEAK, {"advice": Advice.WORDS})


def test_a_weak_passphrase_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(VaultRefused) as caught:
        caseload.create(tmp_path / "kluis", "Welkom01")
    assert caught.value.code is Code.PASSPHRASE_WEAK
    assert not (tmp_path / "kluis").exists()


def test_every_word_and_advice_can_be_said() -> None:
    assert len({word(each) for each in Sterkte}) == len(Sterkte)
    assert [each for each in Advice if not advice(each)] == [Advice.NONE]


def test_few_signs_stand_for_letters_and_many_do_not() -> None:
    # To read every meaning of many of them takes seconds.
    assert "welkom" in [each["matched_word"] for each in _matches("w3lk0m") if each.get("l33t")]
    assert not [each for each in _matches("w3lk0m(4@8{[<691!|7105$+%2") if each.get("l33t")]


def test_the_list_of_words_has_each_word_once_as_it_is_looked_up() -> None:
    words = (paths.resources() / "words" / "nl.txt").read_text(encoding="utf-8").split("\n")
    assert words.pop() == ""
    assert 2000 < len(words) == len(set(words))
    assert all(each == each.lower() and each.isascii() and " " not in each for each in words)
