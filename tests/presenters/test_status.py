"""How the vault is doing, in words: the lines of the side bar, the age of a backup, when to test one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gezinsplan.presenters.backup_words import Line, age, counts_words, last_words, proposes_test, when
from gezinsplan.presenters.kluis import lacking_words
from gezinsplan.presenters.rescue import explained, offers_keys, offers_salvage
from gezinsplan.presenters.status import Health, lines
from gezinsplan.presenters.strength import shown
from gezinsplan.presenters.vault_tasks import salvaged_words
from gezinsplan.services import passphrases
from gezinsplan.services.backups import Backup, Rescue, Salvaged
from gezinsplan.services.kluis import Lacking
from gezinsplan.storage.rescue import Wrong
from gezinsplan.texts.dates import recently

NOW = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (NOW - timedelta(hours=5), "vandaag 10:00"),
        (NOW - timedelta(hours=16), "gisteren 23:00"),
        (NOW - timedelta(days=5), "za 21 nov, 15:00"),
    ],
)
def test_a_moment_as_people_say_it(made: datetime, said: str) -> None:
    assert recently(made, NOW) == said


def test_all_is_well() -> None:
    health = Health(10, last=NOW - timedelta(hours=1))
    assert lines(health, NOW) == (
        Line("Kluis ontgrendeld"),
        Line("Vergrendelt na 10 minuten"),
        Line("Reservekopie: vandaag 14:00"),
    )


@pytest.mark.parametrize(
    ("health", "said", "about"),
    [
        (Health(10), "Nog geen reservekopie", "backups"),
        (Health(10, last=NOW - timedelta(days=8)), "Reservekopie te oud: wo 18 nov, 15:00", "backups"),
        (Health(10, last=NOW, second_place_away=True), "Tweede plek niet bereikt", "backups"),
        (Health(10, last=NOW, lacking=Lacking.SECOND_WAY), "Herstelblad ontbreekt nog", "kluis"),
        (Health(10, last=NOW, backup_failed=True), "Reservekopie is niet gelukt", "backups"),
    ],
)
def test_what_asks_for_attention_says_so_in_words_and_leads_somewhere(health: Health, said: str, about: str) -> None:
    assert [each for each in lines(health, NOW) if each.attention] == [Line(said, attention=True, about=about)]


def test_a_backup_that_is_being_made_says_how_far_it_is() -> None:
    assert lines(Health(1, percent=40), NOW)[1:] == (Line("Vergrendelt na 1 minuut"), Line("Reservekopie maken: 40 %"))


def test_seven_days_is_not_too_old() -> None:
    assert not age(NOW - timedelta(days=7), NOW).attention


def test_a_test_is_proposed_after_a_year() -> None:
    old, young = NOW - timedelta(days=366), NOW - timedelta(days=364)
    assert proposes_test(None, [old, NOW], NOW)
    assert proposes_test(old, [NOW], NOW)
    assert not proposes_test(young, [old], NOW)
    assert not proposes_test(None, [young], NOW)
    assert not proposes_test(old, [], NOW)


def test_a_backup_that_cannot_be_read_is_called_by_its_name() -> None:
    broken = Backup(Path("2026-11-26 101500.gezinsplan"))
    assert (when(broken, NOW), counts_words(broken)) == ("2026-11-26 101500", "niet te lezen")
    assert last_words(None) == "nog geen reservekopie"


def test_what_is_lacking_is_a_sentence() -> None:
    assert "maar één manier" in lacking_words(Lacking.SECOND_WAY)
    assert "Alleen deze computer" in lacking_words(Lacking.OWN_WAY)
    assert lacking_words(None) == ""


@pytest.mark.parametrize("wrong", list(Wrong))
def test_every_damage_has_a_sentence(wrong: Wrong) -> None:
    assert explained(wrong.value)


def test_what_can_help_depends_on_the_damage() -> None:
    kept = (Backup(Path("a")),)
    assert offers_keys(Rescue(Wrong.KEYS_DAMAGED.value, kept))
    assert not offers_keys(Rescue(Wrong.KEYS_DAMAGED.value, ()))
    assert not offers_keys(Rescue(Wrong.DATABASE_DAMAGED.value, kept))
    assert offers_salvage(Rescue(Wrong.DATABASE_DAMAGED.value, ()))
    assert not offers_salvage(Rescue(Wrong.DATABASE_MISSING.value, ()))


def test_what_was_saved_is_told_in_numbers() -> None:
    all_of_it = salvaged_words(Salvaged({"gezin": 2, "personen": 5}, {}))
    assert all_of_it == "Gered in deze nieuwe kluis: 2 gezinnen met 5 andere onderdelen."
    assert salvaged_words(Salvaged({"gezin": 1}, {"personen": 3})).endswith("Niet meer te lezen: 3 onderdelen.")


def test_strength_has_a_word_steps_and_advice() -> None:
    weak = shown(passphrases.strength("welkom2026"))
    assert (weak.steps, weak.word) == (1, "Te zwak")
    assert weak.advice
    strong = shown(passphrases.strength("zeven paarse emmers zingen onder een oude brug"))
    assert (strong.steps, strong.word, strong.advice) == (4, "Sterk", "")
