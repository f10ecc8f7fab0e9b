"""A backup put back: over the vault, into an empty folder, with today's keys or its own."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import backup, keys, manifest, opening, shelf
from gezinsplan.storage.creating import create
from gezinsplan.storage.keys import Parameters
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.restore import COMPUTER, DAMAGED_COPY, restore
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import flip, made, refused, unlocked
from tests.storage.test_backup import with_slots

NEW = "een nieuwe zin voor de kluis"


@dataclass(frozen=True)
class Fixed:
    """A way in with a key of its own, of the kind that only one computer opens."""

    key: bytes = b"k" * 32
    kind: str = COMPUTER
    wrong: Code = field(default=Code.PASSPHRASE_WRONG)

    def fresh(self, _bound: bytes) -> tuple[Parameters, bytearray]:
        return {}, bytearray(self.key)

    def wrapping_key(self, _parameters: Parameters, _bound: bytes) -> bytearray:
        return bytearray(self.key)


def without_keys(folder: Path) -> None:
    for name in (keys.KEYS, keys.PREVIOUS):
        (folder / name).unlink(missing_ok=True)


def rows(vault: Vault) -> list[str]:
    with vault.read() as conn:
        return list(conn.scalars(text("SELECT form FROM drafts ORDER BY form")))


def draft(vault: Vault, name: str) -> None:
    made(vault, f"INSERT INTO drafts VALUES ('{name}', 'a', 'b', 'c')")


@pytest.fixture
def backed_up(vault: Vault) -> Path:
    """A backup in which there is one draft; the vault has one more since, and is locked."""
    draft(vault, "toen")
    path = backup.make(vault, Reason.ASKED)
    draft(vault, "daarna")
    return path


def reasons(folder: Path) -> list[Reason]:
    return [each.manifest.reason for each in shelf.listed(folder / shelf.FOLDER) if each.manifest]


def test_it_replaces_and_keeps_what_was_there(vault: Vault, backed_up: Path, passphrase: str) -> None:
    vault.lock()
    before = keys.read(vault.folder / keys.KEYS)
    with unlocked(restore(vault.folder, backed_up, Passphrase(passphrase))) as again:
        assert rows(again) == ["toen"]
        assert verify(again).ok
        assert reasons(again.folder) == [Reason.RESTORE, Reason.ASKED]
        kept = shelf.listed(again.folder / shelf.FOLDER)[0].path
    assert keys.read(vault.folder / keys.KEYS) == before
    with unlocked(restore(vault.folder, kept, Passphrase(passphrase))) as again:
        assert rows(again) == ["daarna", "toen"]


def test_into_an_empty_folder_without_the_slot_of_the_other_computer(
    vault: Vault, passphrase: str, tmp_path: Path
) -> None:
    file = keys.check(keys.read(vault.folder / keys.KEYS), vault.key)
    file = replace(file, slots=(*file.slots, keys.new_slot(file, vault.key, Fixed())))
    keys.store(vault.folder, keys.seal(file, vault.key))
    path = backup.make(vault, Reason.ASKED)
    laptop = tmp_path / "nieuwe laptop" / "kluis"
    with refused(Code.PASSPHRASE_WRONG):
        restore(laptop, path, Passphrase(passphrase + "x"))
    assert list(laptop.glob("*.db")) == []
    with unlocked(restore(laptop, path, Passphrase(passphrase))) as again:
        assert verify(again).ok
        after = keys.check(keys.read(laptop / keys.KEYS), again.key)
    assert [slot.kind for slot in after.slots] == ["passphrase"]
    assert (after.vault_id, after.counter) == (file.vault_id, 2)
    with refused(Code.PASSPHRASE_WRONG):
        open_vault(laptop, Fixed())


def test_todays_passphrase_stays_and_a_removed_way_in_stays_removed(
    vault: Vault, backed_up: Path, passphrase: str, fast: Argon2Parameters
) -> None:
    with_slots(vault, Passphrase(NEW, fast))
    older = keys.parsed(manifest.read_member(backed_up, keys.KEYS))
    vault.lock()
    before = contents_of_files(vault.folder)
    with refused(Code.PASSPHRASE_WRONG):
        restore(vault.folder, backed_up, Passphrase(passphrase))
    assert contents_of_files(vault.folder) == before
    with unlocked(restore(vault.folder, backed_up, Passphrase(NEW))) as again:
        assert rows(again) == ["toen"]
        assert verify(again).ok
        assert older.counter == 1
    # The database remembers today's counter: the key file of the backup does not pass beside it.
    (vault.folder / keys.KEYS).write_bytes(manifest.read_member(backed_up, keys.KEYS))
    with refused(Code.KEYS_OLDER):
        open_vault(vault.folder, Passphrase(passphrase))
    with refused(Code.PASSPHRASE_WRONG, Code.KEYS_OLDER):
        restore(vault.folder, backed_up, Passphrase(passphrase))


def test_killed_after_the_swap_the_database_knows_the_counter(
    vault: Vault, backed_up: Path, passphrase: str, fast: Argon2Parameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_slots(vault, Passphrase(NEW, fast))
    vault.lock()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(opening, "opened", killed)
        with pytest.raises(KeyboardInterrupt):
            restore(vault.folder, backed_up, Passphrase(NEW))
    (vault.folder / keys.KEYS).write_bytes(manifest.read_member(backed_up, keys.KEYS))
    with refused(Code.KEYS_OLDER):
        open_vault(vault.folder, Passphrase(passphrase))


def test_the_backup_may_have_the_newer_keys(vault: Vault, passphrase: str, fast: Argon2Parameters) -> None:
    older = keys.read(vault.folder / keys.KEYS)
    with_slots(vault, Passphrase(NEW, fast))
    path = backup.make(vault, Reason.ASKED)
    vault.lock()
    (vault.folder / keys.KEYS).write_bytes(older)
    with refused(Code.PASSPHRASE_WRONG):
        restore(vault.folder, path, Passphrase(passphrase))
    with unlocked(restore(vault.folder, path, Passphrase(NEW))) as again:
        assert verify(again).ok


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: flip(folder / DATABASE, 100),
        lambda folder: flip(folder / DATABASE, 50_000),
        lambda folder: os.truncate(folder / DATABASE, 5000),
        without_keys,
        lambda folder: [(folder / name).write_bytes(b"{}") for name in (keys.KEYS, keys.PREVIOUS)],
    ],
    ids=["first page", "a page", "cut short", "no keys", "damaged keys"],
)
def test_over_a_damaged_vault_its_raw_files_are_kept(
    vault: Vault, backed_up: Path, passphrase: str, harm: Callable[[Path], object]
) -> None:
    vault.lock()
    harm(vault.folder)
    damaged = {name: data for name, data in contents_of_files(vault.folder).items() if "." in name}
    with unlocked(restore(vault.folder, backed_up, Passphrase(passphrase))) as again:
        assert rows(again) == ["toen"]
        assert verify(again).ok
    (raw,) = (vault.folder / shelf.FOLDER).glob(f"*{DAMAGED_COPY}")
    with ZipFile(raw) as kept:
        assert {name: kept.read(name) for name in kept.namelist()} == damaged
    assert shelf.rotate(vault.folder / shelf.FOLDER, manifest.read(backed_up).vault_id, date.max) == ()


def contents_of_files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file() and each.name != "vault.lock"}


def test_what_cannot_be_put_back_changes_nothing(
    vault: Vault, backed_up: Path, passphrase: str, tmp_path: Path
) -> None:
    whole, before = backed_up.read_bytes(), contents_of_files(vault.folder)
    with refused(Code.VAULT_IN_USE):
        restore(vault.folder, backed_up, Passphrase(passphrase))
    vault.lock()
    for offset in (5000, len(whole) - 3):
        flip(backed_up, offset)
        with refused(Code.BACKUP_DAMAGED):
            restore(vault.folder, backed_up, Passphrase(passphrase))
        backed_up.write_bytes(whole)
    with refused(Code.BACKUP_MISSING):
        restore(vault.folder, tmp_path / "geen", Passphrase(passphrase))
    assert contents_of_files(vault.folder) == before
    assert reasons(vault.folder) == [Reason.ASKED]


def test_a_backup_of_another_vault_comes_with_its_own_keys(
    vault: Vault, fast: Argon2Parameters, tmp_path: Path
) -> None:
    other = create(tmp_path / "other", Passphrase(NEW, fast))
    draft(other, "van een ander")
    path = backup.make(other, Reason.ASKED)
    other.lock()
    vault.lock()
    with unlocked(restore(vault.folder, path, Passphrase(NEW))) as again:
        assert rows(again) == ["van een ander"]
    # The vault that was there opened in no way that was given: its files are kept as they were.
    assert len(list((vault.folder / shelf.FOLDER).glob(f"*{DAMAGED_COPY}"))) == 1


def test_newer_keys_or_a_newer_backup_are_left_alone(vault: Vault, backed_up: Path, passphrase: str) -> None:
    made(vault, "UPDATE alembic_version SET version_num = '9999'")
    newer = backup.make(vault, Reason.ASKED)
    vault.lock()
    with refused(Code.BACKUP_NEWER):
        restore(vault.folder, newer, Passphrase(passphrase))
    frame = json.loads((vault.folder / keys.KEYS).read_bytes())
    frame["content"] = frame["content"].replace('"generation":1', '"generation":2')
    frame["sha256"] = hashlib.sha256(frame["content"].encode()).hexdigest()
    (vault.folder / keys.KEYS).write_text(json.dumps(frame))
    with refused(Code.KEYS_NEWER):
        restore(vault.folder, backed_up, Passphrase(passphrase))


def test_stopping_changes_nothing(demo_caseload: Caseload, passphrase: str) -> None:
    vault = demo_caseload.vault
    path = backup.make(vault, Reason.ASKED)
    draft(vault, "daarna")
    vault.lock()
    heard: list[float] = []
    restore(vault.folder, path, Passphrase(passphrase), heard.append).lock()
    assert heard == sorted(heard)
    before = contents_of_files(vault.folder)

    def told(share: float) -> None:
        if share > 0.7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(vault.folder, path, Passphrase(passphrase), told)
    assert contents_of_files(vault.folder) == before
    open_vault(vault.folder, Passphrase(passphrase)).lock()
