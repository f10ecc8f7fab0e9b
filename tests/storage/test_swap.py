"""A swap that is cut off at every step leaves the old pair or the new pair, and opening works."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.storage import keys, swap
from gezinsplan.storage.creating import create
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import DATABASE, LOCK, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import made, refused, unlocked

NEW = "een heel andere zin dan die"
NAMES = (keys.KEYS, keys.PREVIOUS, DATABASE)


class Cut(BaseException):
    """The power goes."""


@contextmanager
def cut_after(number: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system does so many more things to the disk, and then nothing any more, not even clearing up."""
    left = [number]

    def counted(name: str) -> None:
        real = getattr(os, name)

        def limited(*arguments: object, **named: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Cut
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, limited)

    with monkeypatch.context() as patched:
        monkeypatch = patched
        for name in ("rename", "replace", "fsync", "unlink", "rmdir"):
            counted(name)
        yield


@pytest.fixture
def other(tmp_path: Path, fast: Argon2Parameters) -> Path:
    """Another vault, with its own key, database and passphrase."""
    vault = create(tmp_path / "other", Passphrase(NEW, fast))
    made(vault, "CREATE TABLE nieuw (tekst TEXT)")
    vault.lock()
    return tmp_path / "other"


def exchanged(folder: Path, other: Path) -> None:
    with swap.swapping(folder) as new:
        for name in NAMES:
            shutil.copy(other / name, new / name)


def opens_with(folder: Path, passphrase: str) -> bool:
    """Whether this is the passphrase of a whole vault; never a mix of two."""
    data = keys.read(folder / keys.KEYS) if not swap.is_pending(folder) else None
    with unlocked(open_vault(folder, Passphrase(passphrase))) as vault:
        assert verify(vault).ok
        with vault.read() as conn:
            new = conn.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'nieuw'"))
    assert bool(new) is (passphrase == NEW)
    assert data is None or data == keys.read(folder / keys.KEYS)
    return True


def test_a_set_replaces_the_old_one_as_one(folder: Path, other: Path) -> None:
    exchanged(folder, other)
    assert opens_with(folder, NEW)
    assert {each.name for each in folder.iterdir()} == {*NAMES, LOCK}


def test_whatever_the_moment_it_is_the_old_or_the_new(
    folder: Path, other: Path, passphrase: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    for number in range(40):
        here = Path(shutil.copytree(folder, tmp_path / f"cut{number}"))
        try:
            with cut_after(number, monkeypatch):
                exchanged(here, other)
        except Cut:
            new = swap.is_pending(here) or not (here / swap.PART).exists()
            seen.append(new)
            assert opens_with(here, NEW if new else passphrase)
            assert {each.name for each in here.iterdir()} == {*NAMES, LOCK}
        else:
            break
    assert set(seen) == {False, True}
    assert seen == sorted(seen)


def test_finishing_may_be_cut_off_too(
    folder: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(other, folder / swap.READY, ignore=shutil.ignore_patterns(LOCK))
    for number in range(40):
        here = Path(shutil.copytree(folder, tmp_path / f"cut{number}"))
        try:
            with cut_after(number, monkeypatch):
                swap.finish(here)
        except Cut:
            assert opens_with(here, NEW)
        else:
            assert number > len(NAMES)
            break


def test_a_set_that_was_never_whole_is_thrown_away(folder: Path, other: Path, passphrase: str) -> None:
    (folder / swap.PART).mkdir()
    shutil.copy(other / DATABASE, folder / swap.PART)
    assert opens_with(folder, passphrase)
    assert not (folder / swap.PART).exists()


def hot_journal(vault: Vault) -> tuple[bytes, bytes]:
    """Database and journal as a program leaves them that is killed while its pages go into the file."""
    made(vault, "CREATE TABLE veel (tekst TEXT)", "INSERT INTO veel SELECT hex(randomblob(200000))")
    with vault.write() as conn:
        conn.execute(text("PRAGMA cache_size = 10"))
        conn.execute(text("UPDATE veel SET tekst = hex(randomblob(200000))"))
        conn.execute(text("UPDATE drafts SET content = ''"))
        return tuple((vault.folder / name).read_bytes() for name in (DATABASE, f"{DATABASE}-journal"))  # type: ignore[return-value]


def test_the_journal_of_the_old_database_is_not_played_into_the_new_one(vault: Vault, other: Path) -> None:
    database, journal = hot_journal(vault)
    vault.lock()
    folder = vault.folder
    (folder / DATABASE).write_bytes(database)
    (folder / f"{DATABASE}-journal").write_bytes(journal)
    exchanged(folder, other)
    assert opens_with(folder, NEW)
    assert not (folder / f"{DATABASE}-journal").exists()


def test_an_error_while_writing_leaves_everything(folder: Path, passphrase: str) -> None:
    with pytest.raises(FileNotFoundError), swap.swapping(folder) as new:
        shutil.copy(folder / "nothing", new)
    assert opens_with(folder, passphrase)


def test_a_waiting_set_is_a_vault(tmp_path: Path, other: Path, fast: Argon2Parameters) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    shutil.copytree(other, empty / swap.READY, ignore=shutil.ignore_patterns(LOCK))
    with refused(Code.VAULT_EXISTS):
        create(empty, Passphrase(NEW, fast))
    assert opens_with(empty, NEW)
