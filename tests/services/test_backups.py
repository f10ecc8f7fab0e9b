import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import LogActie, Resultaat
from gezinsplan.domain.values import put
from gezinsplan.services import backups, families, herstelblad, settings, vernietigen
from gezinsplan.services.backups import Job
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import new_id
from gezinsplan.storage import logbook, markers
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.shelf import FOLDER
from gezinsplan.storage.vault import DATABASE
from gezinsplan.texts.dates import today
from tests.storage.harm import flip
from tests.storage.test_backup import aged


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def written(opened: Caseload) -> None:
    family = opened.family(families.rows(opened, today())[0].id, today())
    doel = replace(family.dossier.doelen[0], woorden=f"{new_id()}")
    opened.change("Doel", family, lambda before: replace(before, dossier=put(before.dossier, doel)))


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
    proven = backups.prove(demo_caseload, made.path, passphrase)
    assert backups.prove(demo_caseload, made.path) == proven
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


def test_a_new_laptop_begins_with_a_backup_and_the_sheet(demo_caseload: Caseload, tmp_path: Path) -> None:
    blad = herstelblad.make(demo_caseload, today())
    herstelblad.confirm(demo_caseload, blad, blad.code.printed)
    made, before = backups.make(demo_caseload).path, demo_caseload.team()
    demo_caseload.lock()
    opened = backups.restore(tmp_path / "laptop", made, f" {blad.code.printed.lower()} ")
    assert opened.team() == before
    assert actions(opened)[-2:] == [
        (LogActie.ONTGRENDELD_HERSTELBLAD, Resultaat.GELUKT),
        (LogActie.TERUGGEZET, Resultaat.GELUKT),
    ]
    opened.lock()


def test_a_wrong_passphrase_puts_nothing_back_and_waits(demo_caseload: Caseload) -> None:
    made = backups.make(demo_caseload).path
    demo_caseload.lock()
    database = (demo_caseload.folder / DATABASE).read_bytes()
    with pytest.raises(VaultRefused) as caught:
        backups.restore(demo_caseload.folder, made, "niet het goede wachtwoord")
    assert (caught.value.code, caught.value.values) == (Code.PASSPHRASE_WRONG, {"wait": 1})
    assert (demo_caseload.folder / DATABASE).read_bytes() == database


def test_what_was_destroyed_does_not_come_back(demo_caseload: Caseload, passphrase: str, tmp_path: Path) -> None:
    opened, folder = demo_caseload, demo_caseload.folder
    made, older = backups.make(opened).path, backups.make(opened).path
    row = families.rows(opened, today())[0]
    vernietigen.destroy(opened, row.id, row.naam, Resultaat.VERGISSING)
    gone = len(families.rows(opened, today()))
    backups.renew(opened, older)
    assert [each.counts.gezinnen for each in backups.overview(opened) if each.counts] == [gone, gone + 1]
    assert backups.verify_all(opened) == 2
    # The backup with the list beside it, on a new laptop; and over the vault itself, whose own list is lost.
    stick = tmp_path / "stick"
    stick.mkdir()
    for path in (made, folder / FOLDER / markers.MARKERS):
        shutil.copy(path, stick)
    opened.lock()
    for place, path in ((tmp_path / "laptop", stick / made.name), (folder, made)):
        (folder / FOLDER / markers.MARKERS).unlink(missing_ok=True)
        again = backups.restore(place, path, passphrase)
        assert row.id not in {each.id for each in families.rows(again, today())}
        assert again.is_whole()
        again.lock()
    rekeyed = backups.rekey(folder, passphrase)
    assert {each.root for each in markers.read_beside(folder / FOLDER, rekeyed.vault.key)} == {row.id}
    assert rekeyed.is_whole()
    rekeyed.lock()


def test_every_job_leaves_a_line(demo_caseload: Caseload, passphrase: str) -> None:
    made = backups.make(demo_caseload)
    backups.prove(demo_caseload, made.path)
    backups.renew(demo_caseload, made.path)
    flip(made.path, 20_000)
    with pytest.raises(VaultRefused):
        backups.prove(demo_caseload, made.path)
    made = backups.make(demo_caseload)
    assert actions(demo_caseload)[-5:] == [
        (LogActie.RESERVEKOPIE_GEMAAKT, Resultaat.GELUKT),
        (LogActie.RESERVEKOPIE_GETEST, Resultaat.GELUKT),
        (LogActie.RESERVEKOPIE_VERNIEUWD, Resultaat.GELUKT),
        (LogActie.RESERVEKOPIE_GETEST, Resultaat.MISLUKT),
        (LogActie.RESERVEKOPIE_GEMAAKT, Resultaat.GELUKT),
    ]
    demo_caseload.lock()
    again = backups.restore(demo_caseload.folder, made.path, passphrase)
    assert actions(again)[-1] == (LogActie.TERUGGEZET, Resultaat.GELUKT)
    again.lock()
    again = backups.rekey(demo_caseload.folder, passphrase)
    assert actions(again)[-1] == (LogActie.HERSLEUTELD, Resultaat.GELUKT)
    assert again.is_whole()
    again.lock()


def actions(opened: Caseload) -> list[tuple[LogActie, Resultaat]]:
    with opened.vault.read() as conn:
        return [(each.actie, each.resultaat) for each in logbook.lines(conn, logbook.Choice())]
