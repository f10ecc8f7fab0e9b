import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.storage import keys
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.creating import NEW, create
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import LIMITED, contents, elsewhere, line, made, refused, unlocked

PLAIN = b"SQLite format 3\x00"


def test_a_new_vault_is_whole_private_and_unreadable(tmp_path: Path, passphrase: str, fast: Argon2Parameters) -> None:
    folder = tmp_path / "new" / "100% één kluis"
    with unlocked(create(folder, Passphrase(passphrase, fast))) as vault:
        assert verify(vault).ok
        assert vault.noticed is None
        assert set(contents(folder)) == {DATABASE, keys.KEYS, keys.PREVIOUS}
        assert not (folder / DATABASE).read_bytes().startswith(PLAIN)
        with closing(sqlite3.connect(folder / DATABASE)) as conn, pytest.raises(sqlite3.DatabaseError):
            conn.execute("SELECT * FROM sqlite_master")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes; the folder's ACL is inherited")
def test_folder_and_files_are_ours_alone(tmp_path: Path, passphrase: str, fast: Argon2Parameters) -> None:
    folder = tmp_path / "kluis"
    folder.mkdir(mode=0o755)
    create(folder, Passphrase(passphrase, fast)).lock()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}


def test_other_things_in_the_folder_are_left_alone(tmp_path: Path, passphrase: str, fast: Argon2Parameters) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "wachtzin.txt").write_text("x")
    create(tmp_path, Passphrase(passphrase, fast)).lock()
    assert (tmp_path / "wachtzin.txt").read_text() == "x"
    assert sys.platform == "win32" or stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("left", [DATABASE, keys.KEYS, keys.PREVIOUS])
def test_nothing_is_made_over_a_vault_or_a_part_of_it(
    folder: Path, passphrase: str, fast: Argon2Parameters, left: str
) -> None:
    for name in {DATABASE, keys.KEYS, keys.PREVIOUS} - {left}:
        (folder / name).unlink()
    before = contents(folder)
    with refused(Code.VAULT_EXISTS):
        create(folder, Passphrase(passphrase, fast))
    assert contents(folder) == before


def test_a_file_is_no_folder(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "file").touch()
    with refused(Code.VAULT_FOLDER):
        create(tmp_path / "file", Passphrase(passphrase))
    with refused(Code.VAULT_FOLDER):
        create(tmp_path / "file" / "kluis", Passphrase(passphrase))
    with refused(Code.VAULT_MISSING):
        open_vault(tmp_path / "file", Passphrase(passphrase))


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_a_crash_half_way_is_no_vault_and_is_redone(
    tmp_path: Path, template: tuple[Path, bytes], passphrase: str, fast: Argon2Parameters, moved: int
) -> None:
    names = (keys.KEYS, keys.PREVIOUS, DATABASE)
    (tmp_path / NEW).mkdir()
    for number, name in enumerate(names):
        shutil.copy(template[0] / name, tmp_path if number < moved else tmp_path / NEW)
    with refused(Code.VAULT_MISSING):
        open_vault(tmp_path, Passphrase(passphrase))
    with unlocked(create(tmp_path, Passphrase("een heel andere zin", fast))) as vault:
        assert verify(vault).ok
    assert not (tmp_path / NEW).exists()
    open_vault(tmp_path, Passphrase("een heel andere zin")).lock()


@pytest.mark.skipif(sys.platform == "win32", reason="no way to limit a file there")
@pytest.mark.parametrize(("limit", "code"), [(100, Code.VAULT_FULL), (10_000, Code.VAULT_FOLDER)])
def test_a_disk_that_takes_no_more_while_creating(tmp_path: Path, passphrase: str, limit: int, code: Code) -> None:
    with elsewhere(LIMITED, tmp_path / "kluis", passphrase, limit) as process:
        assert line(process) == code
    assert contents(tmp_path / "kluis") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="no way to limit a file there")
def test_a_disk_that_takes_no_more_while_writing_loses_nothing(vault: Vault, passphrase: str) -> None:
    made(vault, "CREATE TABLE proef (id INTEGER PRIMARY KEY, tekst TEXT)", "INSERT INTO proef VALUES (1, 'blijft')")
    vault.lock()
    limit = (vault.folder / DATABASE).stat().st_size
    with elsewhere(LIMITED, vault.folder, passphrase, limit) as process:
        assert line(process) == Code.VAULT_FOLDER
    with unlocked(open_vault(vault.folder, Passphrase(passphrase))) as again, again.read() as conn:
        assert conn.execute(text("SELECT * FROM proef")).all() == [(1, "blijft")]
        assert verify(again).ok


def test_a_file_that_may_not_grow_is_full(vault: Vault) -> None:
    made(vault, "CREATE TABLE proef (tekst TEXT)")
    with refused(Code.VAULT_FULL), vault.write() as conn:
        pages = conn.scalar(text("PRAGMA page_count"))
        conn.execute(text(f"PRAGMA max_page_count = {pages}"))
        conn.execute(text("INSERT INTO proef SELECT hex(randomblob(200000))"))
    made(vault, "INSERT INTO proef VALUES ('weer ruimte')")
    assert verify(vault).ok


def test_a_file_in_plain_text_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "plain.db")) as conn:
        conn.execute("CREATE TABLE t (a)")
    with refused(Code.VAULT_DAMAGED):
        vaults.refuse_plain(tmp_path / "plain.db")


def test_what_is_in_the_way_is_told(tmp_path: Path, passphrase: str, fast: Argon2Parameters) -> None:
    (tmp_path / NEW).touch()
    for _ in range(2):
        with refused(Code.VAULT_FOLDER):
            create(tmp_path, Passphrase(passphrase, fast))
    (tmp_path / NEW).unlink()
    create(tmp_path, Passphrase(passphrase, fast)).lock()
