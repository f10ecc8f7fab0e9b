"""Backups of real vaults: made, looked at, cut off, damaged, renewed, sent to a second place."""

import json
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import archive, backup, keys, manifest, shelf
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.manifest import MANIFEST, SUFFIX, Counts, Reason
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import flip, made, refused


def names(vault: Vault) -> list[str]:
    folder = vault.folder / shelf.FOLDER
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def rewritten(path: Path, **members: bytes) -> None:
    """The same zip with other bytes in some of its files; `dossiers_db` stands for `dossiers.db`."""
    with ZipFile(path) as old:
        content = {name: old.read(name) for name in old.namelist()}
    content |= {name.replace("_", "."): data for name, data in members.items()}
    with ZipFile(path, "w", ZIP_STORED) as new:
        for name, data in content.items():
            new.writestr(name, data)


def test_a_backup_is_one_file_that_says_what_is_in_it(demo_caseload: Caseload, passphrase: str) -> None:
    vault = demo_caseload.vault
    heard: list[float] = []
    path = backup.make(vault, Reason.ASKED, heard.append)
    told = manifest.read(path)
    with vault.read() as conn:
        vault_id, history = conn.execute(text("SELECT vault_id, (SELECT max(id) FROM history) FROM kluis")).one()
    assert (told.vault_id, told.reason, told.keys_counter) == (vault_id, Reason.ASKED, 1)
    assert told.counts.gezinnen >= 12
    assert told.counts.history == history
    assert names(vault) == [path.name]
    assert path.stem == f"{told.made.astimezone():%Y-%m-%d %H%M%S}"
    with ZipFile(path) as archived:
        assert {each.compress_type for each in archived.infolist()} == {ZIP_STORED}
        assert archived.read(DATABASE) == (vault.folder / DATABASE).read_bytes()
        assert archived.read(keys.KEYS) == (vault.folder / keys.KEYS).read_bytes()
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert backup.examine(vault, path) == backup.prove(path, Passphrase(passphrase), vault.folder) == told
    assert not list(vault.folder.glob(f"{archive.CHECK}*"))


def test_nobody_reads_a_name_in_a_backup(demo_caseload: Caseload) -> None:
    path = backup.make(demo_caseload.vault, Reason.ASKED)
    assert not any(name in path.read_bytes() for name in (b"Sanne", b"Dijkstra", b"De Vries", b"SQLite format"))


def test_two_in_one_second_have_two_names(vault: Vault) -> None:
    assert len({backup.make(vault, Reason.ASKED) for _number in range(3)}) == len(names(vault)) == 3


def test_it_is_due_when_something_was_written(demo_caseload: Caseload) -> None:
    vault = demo_caseload.vault
    assert backup.is_due(vault, None)
    last = manifest.read(backup.make(vault, Reason.DAILY))
    assert not backup.is_due(vault, last)
    made(vault, "UPDATE kluis SET keys_counter = 2")
    assert backup.is_due(vault, last)
    made(vault, "UPDATE kluis SET keys_counter = 1")
    made(vault, "INSERT INTO history SELECT NULL, step, moment, name, root, version, changes FROM history LIMIT 1")
    assert backup.is_due(vault, last)


# ---------------------------------------------------------------- stopped, locked, full


class Stop(Exception):
    """Somebody pressed the button."""


def stopping(share: float) -> Callable[[float], None]:
    def told(done: float) -> None:
        if done >= share:
            raise Stop

    return told


@pytest.mark.parametrize("share", [0, 0.4, 0.45, 0.58, 1])
def test_stopping_leaves_nothing(vault: Vault, share: float) -> None:
    with pytest.raises(Stop):
        backup.make(vault, Reason.ASKED, stopping(share))
    assert names(vault) == []
    assert not list(vault.folder.glob(f"{archive.CHECK}*"))


def locking(vault: Vault, share: float) -> Callable[[float], None]:
    def told(done: float) -> None:
        if done >= share:
            vault.lock()

    return told


def again(vault: Vault, template: tuple[Path, bytes]) -> Vault:
    return Vault(vault.folder, VaultKey(bytearray(template[1])), vaults.hold(vault.folder))


def test_locking_while_bytes_are_copied_leaves_nothing(vault: Vault) -> None:
    with refused(Code.VAULT_LOCKED):
        backup.make(vault, Reason.ASKED, locking(vault, 0))
    assert names(vault) == []


def test_a_copy_cut_off_by_locking_is_looked_at_after_the_next_unlock(
    vault: Vault, template: tuple[Path, bytes]
) -> None:
    with refused(Code.VAULT_LOCKED):
        backup.make(vault, Reason.DAILY, locking(vault, 0.45))
    (part,) = names(vault)
    assert part.endswith(SUFFIX + backup.PART)
    assert shelf.last_good(vault.folder / shelf.FOLDER) is None
    opened = again(vault, template)
    half = vault.folder / shelf.FOLDER / f"2026-01-01 120000{SUFFIX}{backup.PART}"
    half.write_bytes((vault.folder / shelf.FOLDER / part).read_bytes()[:-5000])
    (vault.folder / f"{archive.CHECK}old").mkdir()
    backup.finish_cut_off(opened)
    assert names(vault) == [part.removesuffix(backup.PART)]
    assert not list(vault.folder.glob(f"{archive.CHECK}*"))
    opened.lock()


def test_locking_stops_the_looking_as_well(vault: Vault) -> None:
    """The connection to the copy can be reached from the vault: its running statement ends."""
    made(vault, "CREATE TABLE veel (a)", "INSERT INTO veel SELECT hex(randomblob(500))")
    folder = vault.folder / "copy"
    folder.mkdir()
    shutil.copy(vault.folder / DATABASE, folder)
    copy, running = vault.aside(folder), threading.Event()

    def when_running() -> None:
        running.wait()
        vault.lock()

    locker = threading.Thread(target=when_running)
    locker.start()
    with refused(Code.VAULT_LOCKED), copy.read() as conn:
        raw = conn.connection.dbapi_connection
        assert raw is not None
        raw.create_function("busy", 1, lambda _: running.set())
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT busy(i) FROM n"
        conn.execute(text(endless)).all()
    locker.join()
    assert copy.locked


def test_writing_waits_until_the_bytes_are_copied(demo_caseload: Caseload) -> None:
    vault = demo_caseload.vault
    done = threading.Event()

    def write() -> None:
        made(vault, "CREATE TABLE daarna (a)")
        done.set()

    writer = threading.Thread(target=write)
    path = backup.make(vault, Reason.ASKED, lambda _share: writer.start() if not writer.ident else None)
    writer.join()
    assert done.is_set()
    before = backup.examine(vault, path)
    assert before.database_sha256 != manifest.read(backup.make(vault, Reason.ASKED)).database_sha256


# ---------------------------------------------------------------- damage


def test_a_damaged_vault_gives_no_backup(vault: Vault) -> None:
    made(vault, "CREATE TABLE proef (tekst TEXT)", "INSERT INTO proef SELECT hex(randomblob(50000))")
    flip(vault.folder / DATABASE, (vault.folder / DATABASE).stat().st_size - 4096 * 3)
    with refused(Code.VAULT_DAMAGED):
        backup.make(vault, Reason.ASKED)
    assert names(vault) == []


def test_a_page_that_is_in_no_table_is_looked_at_too(vault: Vault) -> None:
    """Only the check of every page sees it, and it may be in use tomorrow."""
    made(vault, "CREATE TABLE proef (tekst TEXT)", "INSERT INTO proef SELECT hex(randomblob(200000))")
    made(vault, "DROP TABLE proef")
    backup.make(vault, Reason.ASKED)
    flip(vault.folder / DATABASE, (vault.folder / DATABASE).stat().st_size - 2000)
    with refused(Code.VAULT_DAMAGED):
        backup.make(vault, Reason.ASKED)


def test_damaged_keys_give_no_backup(vault: Vault) -> None:
    flip(vault.folder / keys.KEYS, 100)
    with refused(Code.KEYS_DAMAGED):
        backup.make(vault, Reason.ASKED)
    (vault.folder / keys.KEYS).unlink()
    with refused(Code.KEYS_MISSING):
        backup.make(vault, Reason.ASKED)
    assert names(vault) == []


def test_any_flipped_byte_in_a_backup_is_noticed(vault: Vault) -> None:
    path = backup.make(vault, Reason.ASKED)
    whole = path.read_bytes()
    for offset in (40, 5000, len(whole) // 2, whole.index(b'"slots'), whole.index(b'"mac"') + 10, len(whole) - 10):
        flip(path, offset)
        with refused(Code.BACKUP_DAMAGED, Code.BACKUP_OTHER_KEY):
            backup.examine(vault, path)
        path.write_bytes(whole)
    for length in (0, 1, 1000, len(whole) - 1):
        path.write_bytes(whole[:length])
        with refused(Code.BACKUP_DAMAGED):
            backup.examine(vault, path)
        assert shelf.last_good(path.parent) is None
    path.unlink()
    with refused(Code.BACKUP_MISSING):
        backup.examine(vault, path)


def test_what_was_put_together_by_hand_is_noticed(vault: Vault) -> None:
    path = backup.make(vault, Reason.ASKED)
    told = manifest.read(path)
    other = VaultKey(bytearray(b"x" * 32))
    forged = manifest.seal(replace(told, counts=Counts(0, 0, 0, 99)), other)
    rewritten(path, manifest_json=forged)
    with refused(Code.BACKUP_OTHER_KEY):
        backup.examine(vault, path)
    # Even with the key: what it says must be what is in it.
    rewritten(path, manifest_json=manifest.seal(replace(told, counts=Counts(0, 0, 0, 99)), vault.key))
    with refused(Code.BACKUP_DAMAGED):
        backup.examine(vault, path)
    rewritten(path, manifest_json=manifest.seal(told, vault.key), keys_json=b"{}")
    with refused(Code.BACKUP_DAMAGED):
        backup.examine(vault, path)


def test_a_zip_that_is_not_ours_is_damaged(vault: Vault, tmp_path: Path) -> None:
    path = backup.make(vault, Reason.ASKED)
    with ZipFile(path) as old:
        content = {name: old.read(name) for name in old.namelist()}
    packed = tmp_path / "packed.gezinsplan"
    with ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name, data in content.items():
            new.writestr(name, data)
    for strange in (packed, tmp_path / "empty.gezinsplan"):
        with ZipFile(strange, "a"):
            pass
        with refused(Code.BACKUP_DAMAGED):
            backup.examine(vault, strange)


def test_a_backup_of_a_newer_program_is_told(vault: Vault) -> None:
    path = backup.make(vault, Reason.ASKED)
    rewritten(path, manifest_json=manifest.seal(replace(manifest.read(path), generation=2), vault.key))
    with refused(Code.BACKUP_NEWER):
        backup.examine(vault, path)


def test_a_manifest_that_makes_no_sense_is_damaged(vault: Vault) -> None:
    path = backup.make(vault, Reason.ASKED)
    frame = json.loads(manifest.read_member(path, MANIFEST))
    for wrong in ('"made":"2026-01-01"', '"made":7', '"extra":1'):
        content = frame["content"].replace('"made":', f'{wrong},"made":').encode()
        rewritten(path, manifest_json=manifest._render(content, frame["mac"]))
        if wrong.startswith('"extra'):
            with refused(Code.BACKUP_DAMAGED):
                manifest.read(path)
    rewritten(path, manifest_json=b"[]")
    with refused(Code.BACKUP_DAMAGED):
        manifest.read(path)


def test_proving_asks_for_the_way_in(vault: Vault, passphrase: str) -> None:
    path = backup.make(vault, Reason.ASKED)
    with refused(Code.PASSPHRASE_WRONG):
        backup.prove(path, Passphrase(passphrase + "x"), vault.folder)
    assert not list(vault.folder.glob(f"{archive.CHECK}*"))


# ---------------------------------------------------------------- the list and the second place


def aged(path: Path, days: int, key: VaultKey) -> Path:
    """The same backup as if it had been made so many days ago."""
    told = manifest.read(path)
    moment = told.made - timedelta(days=days)
    older = path.with_name(f"{moment.astimezone():%Y-%m-%d %H%M%S}{SUFFIX}")
    shutil.copy(path, older)
    rewritten(older, manifest_json=manifest.seal(replace(told, made=moment), key))
    return older


def test_the_last_good_one_is_the_newest_that_can_be_read(vault: Vault) -> None:
    folder = vault.folder / shelf.FOLDER
    assert shelf.last_good(folder) is None
    path = backup.make(vault, Reason.ASKED)
    older = aged(path, 3, vault.key)
    assert shelf.last_good(folder) == manifest.read(path)
    assert shelf.last_good(folder, "other") is None
    path.write_bytes(b"")
    assert shelf.last_good(folder) == manifest.read(older)
    assert [each.manifest is None for each in shelf.listed(folder)] == [True, False]


def test_what_rolls_off_is_of_this_vault_and_can_be_read(vault: Vault) -> None:
    folder = vault.folder / shelf.FOLDER
    path = backup.make(vault, Reason.ASKED)
    told = manifest.read(path)
    many = [aged(path, days, vault.key) for days in range(40, 60)]
    strange = aged(path, 90, vault.key)
    rewritten(strange, manifest_json=manifest.seal(replace(told, vault_id="other"), vault.key))
    damaged = aged(path, 91, vault.key)
    damaged.write_bytes(b"damaged")
    raw = folder / "2020-01-01 120000 beschadigd.zip"
    raw.touch()
    today = datetime.now(UTC).astimezone().date()
    gone = shelf.rotate(folder, told.vault_id, today)
    assert gone
    assert set(gone) < set(many)
    assert all(each.exists() for each in (path, strange, damaged, raw))
    assert shelf.rotate(folder, told.vault_id, today) == ()


def test_the_second_place_follows(vault: Vault, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    path = backup.make(vault, Reason.ASKED)
    vault_id = manifest.read(path).vault_id
    assert backup.send(vault.folder, second, vault_id) == backup.Sent(0, away=True)
    second.mkdir()
    assert backup.send(vault.folder, second, vault_id) == backup.Sent(1, away=False)
    assert (second / path.name).read_bytes() == path.read_bytes()
    assert backup.send(vault.folder, second, vault_id) == backup.Sent(0, away=False)
    (second / path.name).write_bytes(b"half")
    assert backup.send(vault.folder, second, vault_id) == backup.Sent(1, away=False)
    assert [each.name for each in second.iterdir()] == [path.name]


def test_a_second_place_that_takes_nothing_is_told(vault: Vault, tmp_path: Path) -> None:
    path = backup.make(vault, Reason.ASKED)
    second = tmp_path / "stick"
    (second / f"{path.name}{backup.PART}").mkdir(parents=True)
    assert backup.send(vault.folder, second, manifest.read(path).vault_id).away


# ---------------------------------------------------------------- the old way in


def with_slots(vault: Vault, *ways: Passphrase) -> None:
    """Today's key file has these slots and no other."""
    file = keys.check(keys.read(vault.folder / keys.KEYS), vault.key)
    file = replace(file, counter=file.counter + 1, slots=tuple(keys.new_slot(file, vault.key, way) for way in ways))
    keys.store(vault.folder, keys.seal(file, vault.key))
    keys.settle(vault.folder, keys.seal(file, vault.key))
    made(vault, f"UPDATE kluis SET keys_counter = {file.counter}")


def test_a_backup_that_opens_the_old_way_is_renewed(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    old, new = Passphrase(passphrase), Passphrase("een nieuwe zin voor de kluis", fast)
    path = backup.make(vault, Reason.DAILY)
    before = manifest.read(path)
    assert not backup.opens_old_way(path, vault)
    with_slots(vault, new)
    assert backup.opens_old_way(path, vault)
    backup.prove(path, old, vault.folder)
    backup.renew(vault, path)
    after = manifest.read(path)
    assert not backup.opens_old_way(path, vault)
    assert replace(after, keys_counter=1, keys_sha256=before.keys_sha256) == before
    with refused(Code.PASSPHRASE_WRONG):
        backup.prove(path, old, vault.folder)
    assert backup.prove(path, new, vault.folder) == after
    assert names(vault) == [path.name]


def test_a_damaged_backup_is_not_renewed(vault: Vault, fast: Argon2Parameters) -> None:
    path = backup.make(vault, Reason.DAILY)
    with_slots(vault, Passphrase("een nieuwe zin voor de kluis", fast))
    flip(path, 9000)
    before = path.read_bytes()
    with refused(Code.BACKUP_DAMAGED):
        backup.renew(vault, path)
    assert path.read_bytes() == before
    assert names(vault) == [path.name]
