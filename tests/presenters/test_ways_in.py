"""The other ways in, work on a closed vault and the rescue, without a window; on real files."""

import shutil
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code
from gezinsplan.presenters import vault_tasks
from gezinsplan.presenters.unlock import Stage, UnlockState
from gezinsplan.services import backups, herstelblad, kluis, org_key
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.storage import org_key as key_files
from gezinsplan.storage.vault import DATABASE
from gezinsplan.storage.ways.gemeente import PrivateKey
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from gezinsplan.storage.ways.sheet import RecoveryCode
from gezinsplan.texts.dates import today
from tests.presenters.test_unlock import Screen, code

NEW = "zeven paarse emmers zingen onder een brug"


@pytest.fixture
def sheet(demo_caseload: Caseload) -> str:
    """The code of a recovery sheet of the demo vault, which is locked."""
    blad = herstelblad.make(demo_caseload, today())
    herstelblad.confirm(demo_caseload, blad, blad.code.printed)
    backups.make(demo_caseload)
    demo_caseload.lock()
    return blad.code.printed


def at(demo_folder: Path) -> Screen:
    return Screen(demo_folder)


def closed(screen: Screen) -> Caseload:
    """What came open, locked again."""
    (caseload,) = screen.opened
    caseload.lock()
    return caseload


@pytest.mark.usefixtures("sheet")
def test_a_link_stands_there_for_each_way_that_there_is(folder: Path, demo_folder: Path) -> None:
    assert Screen(folder).last.ways == frozenset()
    assert Screen(demo_folder).last.ways == {"sheet"}


def test_who_forgot_the_passphrase_chooses_a_new_one(demo_folder: Path, sheet: str, passphrase: str) -> None:
    screen = at(demo_folder)
    screen.presenter.go(Stage.SHEET)
    screen.presenter.unlock_with_sheet("A" + sheet[1:] if sheet[0] != "A" else "B" + sheet[1:])
    assert (code(screen.last), screen.last.wait_seconds) == (Code.CODE_TYPO, 0)
    screen.presenter.unlock_with_sheet(sheet.lower().replace("-", " "))
    assert (screen.last.stage, screen.opened) == (Stage.RENEW, [])
    screen.presenter.renew(NEW, "iets anders")
    assert code(screen.last) is Code.PASSPHRASE_DIFFERS
    screen.presenter.renew("welkom", "welkom")
    assert code(screen.last) is Code.PASSPHRASE_WEAK
    screen.presenter.renew(NEW, NEW)
    closed(screen)
    again = at(demo_folder)
    again.presenter.unlock(passphrase)
    assert code(again.last) is Code.PASSPHRASE_WRONG


def test_who_goes_away_before_choosing_leaves_it_locked(demo_folder: Path, sheet: str, passphrase: str) -> None:
    screen = at(demo_folder)
    screen.presenter.unlock_with_sheet(sheet)
    screen.presenter.abandon()
    assert screen.last.stage is Stage.UNLOCK
    screen.presenter.unlock(passphrase)
    closed(screen)


def test_a_sheet_of_another_vault_waits_as_a_passphrase_does(demo_folder: Path) -> None:
    screen = at(demo_folder)
    screen.presenter.unlock_with_sheet(RecoveryCode.new().printed)
    assert (code(screen.last), screen.last.wait_seconds) == (Code.CODE_WRONG, 1)


def test_the_gemeente_opens_with_its_file_or_two_lists(
    demo_caseload: Caseload, tmp_path: Path, passphrase: str, fast: Argon2Parameters
) -> None:
    key = PrivateKey.new()
    file = tmp_path / "gemeente.json"
    file.write_bytes(key_files.seal(key, Passphrase(passphrase, fast)))
    org_key.add(demo_caseload, key.public)
    demo_caseload.lock()
    screen = at(demo_caseload.folder)
    assert screen.last.ways == {"gemeente"}
    screen.presenter.unlock_with_file(None, passphrase)
    assert code(screen.last) is Code.EMPTY
    screen.presenter.unlock_with_file(file, "dit is het niet")
    assert code(screen.last) is Code.ORG_KEY_PASSPHRASE
    screen.presenter.unlock_with_file(file, passphrase)
    assert screen.last.stage is Stage.RENEW
    screen.presenter.abandon()
    first, _second, third = org_key.split(key)
    screen.presenter.unlock_with_lists(first, first)
    assert code(screen.last) is Code.SHARES_TOO_FEW
    screen.presenter.unlock_with_lists(third, first)
    assert screen.last.stage is Stage.RENEW
    screen.presenter.abandon()


@pytest.mark.usefixtures("sheet")
def test_what_takes_a_moment_is_looked_up_afterwards(demo_folder: Path) -> None:
    screen = at(demo_folder)
    assert (screen.last.looked, screen.last.last) == (False, None)
    screen.presenter.look()
    assert screen.last.looked
    assert screen.last.last == backups.last_good(demo_folder)


# ---------------------------------------------------------------- work on a closed vault


@pytest.mark.usefixtures("sheet")
def test_a_backup_is_put_back(demo_folder: Path, passphrase: str) -> None:
    screen = at(demo_folder)
    (backup,) = backups.rescue(demo_folder).backups
    screen.presenter.ask(vault_tasks.restore(demo_folder, backup))
    task = screen.last.task
    assert task is not None
    assert "gezinnen" in task.text
    screen.presenter.do("dit is het niet")
    assert (screen.last.stage, code(screen.last), screen.last.wait_seconds) == (Stage.TASK, Code.PASSPHRASE_WRONG, 1)
    screen.presenter.back()
    assert screen.last.stage is Stage.UNLOCK
    (demo_folder / "tries.json").unlink()
    screen.presenter.ask(task)
    screen.presenter.do(passphrase)
    closed(screen)


def test_a_new_key_leaves_the_sheet_behind_and_proposes_a_new_one(
    demo_folder: Path, sheet: str, passphrase: str
) -> None:
    screen = at(demo_folder)
    screen.presenter.ask(vault_tasks.rekey(demo_folder))
    screen.presenter.do(passphrase, ticked=True)
    assert screen.presenter.offers_sheet
    (caseload,) = screen.opened
    assert kluis.info(caseload).lacking is kluis.Lacking.SECOND_WAY
    assert not any(each.opens_old_way for each in backups.overview(caseload))
    caseload.lock()
    with pytest.raises(Exception, match=Code.CODE_WRONG.value):
        herstelblad.unlock(demo_folder, sheet, now())


@pytest.mark.usefixtures("sheet")
def test_a_task_that_is_stopped_changes_nothing(demo_folder: Path, passphrase: str) -> None:
    screen = at(demo_folder)
    before = (demo_folder / DATABASE).read_bytes()
    (backup,) = backups.rescue(demo_folder).backups
    task = vault_tasks.restore(demo_folder, backup)

    def stopped(typed: str, ticked: bool, told: vault_tasks.Told) -> vault_tasks.Done:
        screen.presenter.stop()
        return task.do(typed, ticked, told)

    screen.presenter.ask(task._replace(do=stopped))
    screen.presenter.do(passphrase)
    assert (screen.last.stage, screen.last.refused, screen.last.percent) == (Stage.TASK, None, None)
    assert (demo_folder / DATABASE).read_bytes() == before


# ---------------------------------------------------------------- damage


def damaged(screen: Screen, passphrase: str) -> UnlockState:
    screen.presenter.unlock(passphrase)
    return screen.last


def test_keys_that_are_gone_come_back_from_a_backup(demo_folder: Path, sheet: str, passphrase: str) -> None:
    for name in ("keys.json", "keys.previous.json"):
        (demo_folder / name).unlink()
    screen = at(demo_folder)
    state = damaged(screen, passphrase)
    assert (state.stage, state.rescue is not None and state.rescue.wrong) == (Stage.RESCUE, "keys_missing")
    screen.presenter.ask(vault_tasks.put_back_keys(demo_folder))
    screen.presenter.back()
    assert screen.last.stage is Stage.RESCUE
    screen.presenter.ask(vault_tasks.put_back_keys(demo_folder))
    screen.presenter.do(sheet)
    after = screen.last
    assert (after.stage.value, after.ways) == ("unlock", frozenset({"sheet"}))
    assert "staat terug" in screen.last.notice
    screen.presenter.unlock(passphrase)
    closed(screen)


def test_what_can_still_be_read_comes_into_a_new_vault(demo_folder: Path, passphrase: str, tmp_path: Path) -> None:
    database = bytearray((demo_folder / DATABASE).read_bytes())
    middle = len(database) // 2 // 4096 * 4096
    database[middle : middle + 4096] = bytes(4096)
    (demo_folder / DATABASE).write_bytes(database)
    screen = at(demo_folder)
    screen.presenter.ask(vault_tasks.salvage(demo_folder, tmp_path / "gered"))
    screen.presenter.do(passphrase)
    assert (screen.last.stage, screen.last.folder) == (Stage.UNLOCK, tmp_path / "gered")
    assert "Gered in deze nieuwe kluis" in screen.last.notice


def test_a_vault_that_is_gone_is_told_with_its_backups(demo_folder: Path, sheet: str, passphrase: str) -> None:
    for left in demo_folder.iterdir():
        if left.is_file():
            left.unlink()
    screen = at(demo_folder)
    assert screen.last.stage is Stage.UNLOCK
    state = damaged(screen, passphrase)
    assert state.stage is Stage.RESCUE
    assert state.rescue is not None
    screen.presenter.ask(vault_tasks.restore(demo_folder, state.rescue.backups[0]))
    screen.presenter.do(sheet)
    closed(screen)


def test_without_anything_to_put_back_it_is_only_told(tmp_path: Path, folder: Path, passphrase: str) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    shutil.copy(folder / "keys.json", empty)
    state = damaged(Screen(empty), passphrase)
    assert (state.stage, code(state)) == (Stage.UNLOCK, Code.VAULT_MISSING)
