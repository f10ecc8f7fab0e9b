from datetime import timedelta
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.services import backups, settings
from gezinsplan.services.backups import Job
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.shelf import FOLDER
from tests.storage.harm import flip
from tests.storage.test_backup import aged


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def written(opened: Caseload) -> None:
    team = opened.team()
    assert team is not None
    opened.note("getoond", team.kaart.id)


def test_the_one_of_the_day(demo_caseload: Caseload) -> None:
    assert backups.last_good(demo_caseload.folder) is None
    made = backups.after_unlock(demo_caseload)
    assert made is not None
    written(demo_caseload)
    assert backups.after_unlock(demo_caseload) is None
    yesterday = aged(made.path, 1, demo_caseload.vault.key)
    made.path.unlink()
    assert backups.last_good(demo_caseload.folder) is not None
    again = backups.after_unlock(demo_caseload)
    assert again is not None
    assert yesterday.exists()
    assert [each.reason for each in backups.overview(demo_caseload)] == [Reason.DAILY, Reason.DAILY]


def test_nothing_written_nothing_made(demo_caseload: Caseload) -> None:
    made = backups.make(demo_caseload)
    aged(made.path, 1, demo_caseload.vault.key)
    made.path.unlink()
    assert backups.after_unlock(demo_caseload) is None
    assert backups.on_quit(demo_caseload) is None
    written(demo_caseload)
    assert backups.on_quit(demo_caseload) is not None
    assert backups.on_quit(demo_caseload) is None


def test_a_second_place_is_kept_up_or_told(demo_caseload: Caseload, tmp_path: Path) -> None:
    assert backups.second_place() is None
    settings.change("second_backup_folder", str(tmp_path / "stick"))
    assert backups.make(demo_caseload).second_place_away
    (tmp_path / "stick").mkdir()
    made = backups.make(demo_caseload)
    assert not made.second_place_away
    assert len(list((tmp_path / "stick").iterdir())) == 2
    made.path.unlink()
    found = backups.rescue(demo_caseload.folder)
    assert found.wrong == "nothing"
    assert [each.path.parent.name for each in found.backups] == ["stick", FOLDER]


def test_a_job_is_stopped_from_elsewhere(demo_caseload: Caseload) -> None:
    heard: list[float] = []
    job = Job(heard.append)
    backups.make(demo_caseload, told=job)
    assert heard
    job.stop()
    with pytest.raises(VaultRefused) as caught:
        backups.make(demo_caseload, told=job)
    assert caught.value.code is Code.STOPPED
    assert len(backups.overview(demo_caseload)) == 1


def test_all_backups_are_looked_at(demo_caseload: Caseload) -> None:
    made = backups.make(demo_caseload)
    assert backups.verify_all(demo_caseload) == 1
    flip(made.path, 20_000)
    with pytest.raises(VaultRefused) as caught:
        backups.verify_all(demo_caseload)
    assert caught.value.code is Code.BACKUP_DAMAGED
    made.path.write_bytes(b"")
    assert [each.readable for each in backups.overview(demo_caseload)] == [False]
    with pytest.raises(VaultRefused):
        backups.verify_all(demo_caseload)


def test_there_and_back_again(demo_caseload: Caseload, passphrase: str, tmp_path: Path) -> None:
    folder = demo_caseload.folder
    before = demo_caseload.team()
    made = backups.make(demo_caseload)
    written(demo_caseload)
    proven = backups.prove(folder, made.path, passphrase)
    assert proven.counts is not None
    assert proven.made is not None
    demo_caseload.lock()
    backups.restore(folder, made.path, passphrase).lock()
    opened = backups.rekey(folder, passphrase)
    assert opened.team() == before
    old = [each for each in backups.overview(opened) if each.opens_old_way]
    assert len(old) == 3
    backups.renew(opened, old[-1].path, passphrase)
    assert sum(each.opens_old_way for each in backups.overview(opened)) == 2
    assert backups.verify_all(opened) == 3
    assert proven.made - (backups.last_good(folder) or proven.made) < timedelta(0)
    opened.lock()
    for name in ("keys.json", "keys.previous.json"):
        (folder / name).unlink()
    assert backups.rescue(folder, Code.KEYS_MISSING).wrong == "keys_missing"
    backups.put_back_keys(folder, passphrase)
    done = backups.salvage(folder, passphrase, tmp_path / "nieuw")
    assert done.read["gezin"] == proven.counts.gezinnen
    assert not done.lost
