from dataclasses import fields
from pathlib import Path

import pytest

from gezinsplan import paths
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.services import settings
from gezinsplan.services.settings import Settings


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_without_a_file_everything_has_its_default() -> None:
    assert settings.load() == Settings()


def test_every_default_is_possible_and_has_a_text() -> None:
    for each in fields(Settings):
        assert each.metadata["text"]
        assert settings._possible(each, each.default)


def test_what_was_set_is_kept_beside_the_rest() -> None:
    settings.change("lock_after_minutes", 5)
    assert settings.change("second_backup_folder", "/stick") == settings.load()
    assert settings.load() == Settings(lock_after_minutes=5, second_backup_folder="/stick")


@pytest.mark.parametrize("value", [0, 61, True, "5"])
def test_what_cannot_be_is_refused_with_its_range(value: int | bool | str) -> None:
    with pytest.raises(Refused) as caught:
        settings.change("lock_after_minutes", value)
    assert caught.value.code is Code.OUT_OF_RANGE
    assert caught.value.values == {"field": "lock_after_minutes", "least": 1, "most": 60}
    assert settings.load() == Settings()


@pytest.mark.parametrize("damaged", ["{", "lock_after_minutes = 99", "lock_after_minutes = 'veel'", "anders = 3", "\0"])
def test_a_damaged_file_keeps_nobody_out(damaged: str) -> None:
    paths.settings().parent.mkdir(parents=True, exist_ok=True)
    paths.settings().write_text(damaged, encoding="utf-8")
    assert settings.load() == Settings()


def test_a_place_that_cannot_be_written_is_told() -> None:
    paths.settings().parent.write_text("in de weg")
    with pytest.raises(Refused) as caught:
        settings.change("lock_after_minutes", 5)
    assert caught.value.code is Code.FILE_NOT_WRITTEN
