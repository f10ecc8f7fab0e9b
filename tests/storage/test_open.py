import hashlib
import json
import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys
from gezinsplan.storage.creating import create
from gezinsplan.storage.opening import DAMAGED, open_vault
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import Finding, verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import LIMITED, broken, contents, elsewhere, flip, line, made, raised, refused, unlocked


def test_there_is_nothing_to_open(tmp_path: Path, passphrase: str) -> None:
    for folder in (tmp_path, tmp_path / "nothing"):
        with refused(Code.VAULT_MISSING):
            open_vault(folder, Passphrase(passphrase))
    assert list(tmp_path.iterdir()) == []


def test_opening_twice_gives_the_same(folder: Path, passphrase: str) -> None:
    before = contents(folder)
    for _ in range(2):
        open_vault(folder, Passphrase(passphrase)).lock()
    assert contents(folder) == before


def test_a_wrong_passphrase_changes_nothing(folder: Path, passphrase: str) -> None:
    before = contents(folder)
    with refused(Code.PASSPHRASE_WRONG):
        open_vault(folder, Passphrase(passphrase + "."))
    assert contents(folder) == before
    open_vault(folder, Passphrase(passphrase)).lock()


def test_keys_may_be_missing(folder: Path, passphrase: str) -> None:
    (folder / keys.KEYS).unlink()
    (folder / keys.PREVIOUS).unlink()
    with refused(Code.KEYS_MISSING):
        open_vault(folder, Passphrase(passphrase))
    assert set(contents(folder)) == {DATABASE}


@pytest.mark.parametrize(
    ("harm", "noticed"), [(broken, Code.KEYS_DAMAGED), (Path.unlink, Code.KEYS_MISSING)], ids=["damaged", "missing"]
)
def test_the_copy_of_the_keys_steps_in(
    folder: Path, passphrase: str, harm: Callable[[Path], None], noticed: Code
) -> None:
    whole = (folder / keys.KEYS).read_bytes()
    harm(folder / keys.KEYS)
    with refused(Code.PASSPHRASE_WRONG):
        open_vault(folder, Passphrase("een andere zin dan die"))
    with unlocked(open_vault(folder, Passphrase(passphrase))) as vault:
        assert vault.noticed is noticed
        assert verify(vault).ok
    assert (folder / keys.KEYS).read_bytes() == whole
    assert (folder / DAMAGED).exists() is (noticed is Code.KEYS_DAMAGED)
    with unlocked(open_vault(folder, Passphrase(passphrase))) as vault:
        assert vault.noticed is None


@pytest.mark.parametrize("harm", [broken, Path.unlink], ids=["damaged", "missing"])
def test_keys_and_copy_may_both_be_damaged(folder: Path, passphrase: str, harm: Callable[[Path], None]) -> None:
    broken(folder / keys.KEYS)
    harm(folder / keys.PREVIOUS)
    before = contents(folder)
    with refused(Code.KEYS_DAMAGED):
        open_vault(folder, Passphrase(passphrase))
    assert contents(folder) == before


def test_keys_of_a_newer_program_are_left_alone(folder: Path, passphrase: str) -> None:
    frame = json.loads((folder / keys.KEYS).read_bytes())
    frame["content"] = frame["content"].replace('"generation":1', '"generation":2')
    frame["sha256"] = hashlib.sha256(frame["content"].encode()).hexdigest()
    (folder / keys.KEYS).write_text(json.dumps(frame))
    before = contents(folder)
    with refused(Code.KEYS_NEWER):
        open_vault(folder, Passphrase(passphrase))
    assert contents(folder) == before


def test_older_keys_do_not_come_back(vault: Vault, passphrase: str) -> None:
    folder, older = vault.folder, (vault.folder / keys.KEYS).read_bytes()
    keys.store(folder, raised(vault, 2))
    assert keys.read(folder / keys.PREVIOUS) == older
    vault.lock()
    with unlocked(open_vault(folder, Passphrase(passphrase))) as again:
        assert verify(again).ok
    assert keys.read(folder / keys.PREVIOUS) == keys.read(folder / keys.KEYS) != older

    (folder / keys.KEYS).write_bytes(older)
    before = contents(folder)
    with refused(Code.KEYS_OLDER):
        open_vault(folder, Passphrase(passphrase))
    assert contents(folder) == before


def test_an_older_copy_never_brings_back_a_slot(vault: Vault, passphrase: str) -> None:
    older = (vault.folder / keys.KEYS).read_bytes()
    keys.store(vault.folder, raised(vault, 2))
    vault.lock()
    open_vault(vault.folder, Passphrase(passphrase)).lock()
    (vault.folder / keys.PREVIOUS).write_bytes(older)
    broken(vault.folder / keys.KEYS)
    with refused(Code.KEYS_OLDER):
        open_vault(vault.folder, Passphrase(passphrase))


@pytest.mark.skipif(sys.platform == "win32", reason="no way to limit a file there")
def test_a_disk_that_takes_no_more_does_not_keep_out(vault: Vault, passphrase: str) -> None:
    keys.store(vault.folder, raised(vault, 2))
    with vault.write() as conn:
        conn.execute(
            text(
                "CREATE TRIGGER vol BEFORE UPDATE ON kluis "
                "BEGIN INSERT INTO drafts SELECT 'a', 'b', zeroblob(1 << 20), 'c'; END"
            )
        )
    vault.lock()
    size = (vault.folder / DATABASE).stat().st_size
    code = LIMITED.replace("full()\n        with", "print('open')\n        with").replace("try:", "full()\ntry:")
    with elsewhere(code, vault.folder, passphrase, size) as process:
        assert line(process) == "open"


def test_a_newer_database_is_left_alone(vault: Vault, passphrase: str) -> None:
    made(vault, "UPDATE alembic_version SET version_num = '9999'")
    assert verify(vault).findings == (Finding.REVISION,)
    vault.lock()
    before = contents(vault.folder)
    with refused(Code.VAULT_NEWER):
        open_vault(vault.folder, Passphrase(passphrase))
    assert contents(vault.folder) == before


def test_a_database_of_another_vault_is_damage(
    vault: Vault, tmp_path: Path, passphrase: str, fast: Argon2Parameters
) -> None:
    made(vault, "UPDATE kluis SET vault_id = 'other'")
    assert verify(vault).findings == (Finding.KEYS_COUNTER,)
    vault.lock()
    with refused(Code.VAULT_DAMAGED):
        open_vault(vault.folder, Passphrase(passphrase))
    create(tmp_path / "other", Passphrase(passphrase, fast)).lock()
    shutil.copy(tmp_path / "other" / DATABASE, vault.folder)
    with refused(Code.VAULT_DAMAGED):
        open_vault(vault.folder, Passphrase(passphrase))


def test_a_row_of_the_vault_may_be_gone(vault: Vault, passphrase: str) -> None:
    made(vault, "DELETE FROM kluis")
    vault.lock()
    with refused(Code.VAULT_DAMAGED):
        open_vault(vault.folder, Passphrase(passphrase))


def test_a_folder_in_place_of_the_database(folder: Path, passphrase: str) -> None:
    (folder / DATABASE).unlink()
    (folder / DATABASE).mkdir()
    with refused(Code.VAULT_FOLDER):
        open_vault(folder, Passphrase(passphrase))


@pytest.mark.parametrize("length", [0, 1, 100, 4095, 4096, 5000, 40_000])
def test_a_database_cut_short_is_damage(folder: Path, passphrase: str, length: int) -> None:
    os.truncate(folder / DATABASE, length)
    before = contents(folder)
    with refused(Code.VAULT_DAMAGED):
        open_vault(folder, Passphrase(passphrase))
    assert contents(folder) == before


def seen(folder: Path, passphrase: str) -> bool:
    """Whether opening or verifying names the damage."""
    try:
        with unlocked(open_vault(folder, Passphrase(passphrase))) as damaged:
            return Finding.PAGES in verify(damaged).findings
    except VaultRefused as refusal:
        return refusal.code is Code.VAULT_DAMAGED


def test_flipped_bits_are_seen_by_opening_or_verifying(vault: Vault, passphrase: str) -> None:
    made(vault, "CREATE TABLE proef (tekst TEXT)", "INSERT INTO proef SELECT hex(randomblob(50000))")
    vault.lock()
    path = vault.folder / DATABASE
    chance, whole = random.Random(), path.read_bytes()
    for number in range(8):
        # The first page is looked at by every opening, the others by verifying.
        offset = chance.randrange(4096 if number < 3 else len(whole))
        flip(path, offset, chance.randrange(8))
        assert seen(vault.folder, passphrase)
        path.write_bytes(whole)


def test_a_damaged_page_met_in_a_job_is_damage(vault: Vault) -> None:
    made(vault, "CREATE TABLE proef (tekst TEXT)", "INSERT INTO proef SELECT hex(randomblob(50000))")
    flip(vault.folder / DATABASE, (vault.folder / DATABASE).stat().st_size - 4096 * 3)
    with refused(Code.VAULT_DAMAGED), vault.read() as conn:
        conn.execute(text("SELECT * FROM proef")).all()
    assert set(verify(vault).findings) >= {Finding.PAGES, Finding.STRUCTURE}


def test_a_copy_that_cannot_be_renewed_does_not_keep_out(folder: Path, passphrase: str) -> None:
    (folder / keys.PREVIOUS).unlink()
    (folder / keys.PREVIOUS).mkdir()
    with unlocked(open_vault(folder, Passphrase(passphrase))) as vault:
        assert verify(vault).findings == (Finding.KEYS_COPY,)
