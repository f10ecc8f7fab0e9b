"""Backups: a copy of database and keys in one file that was opened and checked before it got its name.

Made in three steps. The bytes are copied into `NAME.part` while a reading job holds the file still. Then the copy is
taken out, opened with the key and looked at as a whole. Only then it is renamed: what has its final name was good
when it was made. A copy that was complete when the vault was locked is looked at after the next unlock.
"""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, text

from gezinsplan import __version__
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import archive, keys, logbook, manifest, markers, shelf, upgrade
from gezinsplan.storage.keys import KeyFile, VaultKey, Way
from gezinsplan.storage.logbook import Head
from gezinsplan.storage.manifest import MANIFEST, SUFFIX, Counts, Manifest, Reason
from gezinsplan.storage.progress import Told, silent, stretch
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.vault import DATABASE, Vault, hold, is_there, refuse_plain

PART = ".part"
"""How the name of a copy ends that does not count yet."""

_ROOM = 2.2
"""So many times the database must be free: the copy, and the copy of it that is looked at."""


# ---------------------------------------------------------------- making


def make(vault: Vault, reason: Reason, told: Told = silent) -> Path:
    """Make a backup in the folder of the vault, and answer with its file.

    VAULT_FULL, VAULT_FOLDER, VAULT_LOCKED, KEYS_MISSING, KEYS_DAMAGED, VAULT_DAMAGED when what was copied is not
    whole. None of them leaves anything under a final name.
    """
    folder = vault.folder / shelf.FOLDER
    with translated(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        archive.refuse_full(folder, int((vault.folder / DATABASE).stat().st_size * _ROOM))
        moment = _free_moment(folder, datetime.now(UTC).replace(microsecond=0))
        part = _part(folder, moment)
        _copy(vault, part, reason, moment, stretch(told, 0, 0.4))
        return _named(vault, part, stretch(told, 0.4, 1))


def finish_cut_off(vault: Vault, told: Told = silent) -> None:
    """After unlocking: look at copies that locking cut off and name the good ones; remove half ones and old checks."""
    with translated(OSError):
        for left in vault.folder.glob(f"{archive.CHECK}*"):
            shutil.rmtree(left, ignore_errors=True)
        for part in (vault.folder / shelf.FOLDER).glob(f"*{SUFFIX}{PART}"):
            try:
                _named(vault, part, told)
            except VaultRefused as refusal:
                if refusal.code is Code.VAULT_LOCKED:
                    raise
                part.unlink(missing_ok=True)


def is_due(vault: Vault, last: Manifest | None) -> bool:
    """Whether anything was written, or a way in was changed, since this backup."""
    if last is None:
        return True
    with vault.read() as conn:
        now = (_counts(conn).history, conn.scalar(text("SELECT keys_counter FROM kluis")))
    return now != (last.counts.history, last.keys_counter)


def _free_moment(folder: Path, moment: datetime) -> datetime:
    """This moment, or the first second after it of which there is no backup yet."""
    while is_there(_part(folder, moment)) or is_there(final(_part(folder, moment))):
        moment += timedelta(seconds=1)
    return moment


def _part(folder: Path, moment: datetime) -> Path:
    """The name is the moment of making by the clock on the wall, and nothing else."""
    return folder / f"{moment.astimezone():%Y-%m-%d %H%M%S}{SUFFIX}{PART}"


def final(part: Path) -> Path:
    """The name that a copy gets when it has been found good."""
    return part.with_name(part.name.removesuffix(PART))


def _copy(vault: Vault, part: Path, reason: Reason, moment: datetime, told: Told) -> None:
    """Stream the bytes into the part while a reading job keeps every writer from committing.

    The file is opened beside SQLite, and closing it gives up the POSIX locks that this process has on it. That is
    sound here: no other program can be in the vault (it does not get `vault.lock`), and the connections of this one
    keep each other out by what SQLite holds in memory, not by those locks.
    """
    with vault.read() as conn:
        # The first question takes the shared lock; BEGIN alone does not.
        revision, counts, head = upgrade.revision(conn), _counts(conn), _log_head(conn)
        key_file = keys.read(vault.folder / keys.KEYS)
        file = keys.check(key_file, vault.key)

        def sealed(size: int, database: str, key_sum: str) -> bytes:
            made = Manifest(
                manifest.GENERATION, file.vault_id, moment, reason, __version__, str(revision),
                file.counter, counts, head.nummer, head.hash, size, database, key_sum,
            )  # fmt: skip
            return manifest.seal(made, vault.key)

        archive.write(part, vault.folder / DATABASE, key_file, sealed, _stopped_by(vault, told))


def _stopped_by(vault: Vault, told: Told) -> Told:
    """Between two chunks the vault may have been locked."""

    def tell(share: float) -> None:
        if vault.locked:
            raise VaultRefused(Code.VAULT_LOCKED)
        told(share)

    return tell


def _counts(conn: Connection) -> Counts:
    """How much there is; the tables are as old as the first revision."""
    tables = ("gezin", "personen", "professionals", "history")
    return Counts(*(int(conn.scalar(text(f"SELECT count(*) FROM {table}")) or 0) for table in tables))  # noqa: S608


def _log_head(conn: Connection) -> Head:
    """The last line of the log; a file from before there was a log has none."""
    kept = conn.scalar(text("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'logboek'"))
    return logbook.head(conn) if kept else Head(0, logbook.FIRST)


def _named(vault: Vault, part: Path, told: Told) -> Path:
    """Look at a complete copy and give it its name. Only locking leaves it as it is, for after the next unlock."""
    try:
        examine(vault, part, told)
    except VaultRefused as refusal:
        if refusal.code is not Code.VAULT_LOCKED:
            part.unlink(missing_ok=True)
        if refusal.code is Code.BACKUP_DAMAGED:
            raise VaultRefused(Code.VAULT_DAMAGED, cause="copy") from None
        raise
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    part.replace(final(part))
    keys.flush_folder(part.parent)
    return final(part)


# ---------------------------------------------------------------- looking at


def examine(vault: Vault, path: Path, told: Told = silent) -> Manifest:
    """Open a backup of this vault with its key and look at all of it; answers with what is in it.

    BACKUP_MISSING, BACKUP_DAMAGED, BACKUP_NEWER, BACKUP_OTHER_KEY, VAULT_FULL, VAULT_LOCKED.
    """
    with translated(OSError):
        manifest.check(manifest.read_member(path, MANIFEST), vault.key)
        with archive.unpacked(path, vault.folder, _stopped_by(vault, stretch(told, 0, 0.3))) as (folder, expected):
            look(vault.aside(folder), expected)
            told(1)
            return expected


def prove(path: Path, way: Way, beside: Path, told: Told = silent) -> Manifest:
    """Open a backup with what opened the vault on the day it was made, and look at all of it.

    As `examine`, and the `wrong` of the way. Everything happens in a private folder in `beside`, which is gone after.
    """
    with translated(OSError), archive.unpacked(path, beside, stretch(told, 0, 0.3)) as (folder, expected):
        _file, key = keys.unlock((folder / keys.KEYS).read_bytes(), way)
        try:
            manifest.check(manifest.read_member(path, MANIFEST), key)
            held = hold(folder)
            try:
                look(Vault(folder, key, held), expected)
            finally:
                held.release()
        finally:
            key.forget()
        told(1)
        return expected


def look(copy: Vault, expected: Manifest) -> None:
    """Every page, table, reference and count of a copy that was taken out; BACKUP_DAMAGED at the first that is not so.

    Two at a time: the pages take about half as long as the tables.
    """
    refuse_plain(copy.folder / DATABASE)
    keys.check((copy.folder / keys.KEYS).read_bytes(), copy.key)
    with ThreadPoolExecutor(1) as other:
        pages = other.submit(_look, copy, _pages_are_whole)
        _look(copy, lambda conn: _fits(conn, expected))
        pages.result()


def _look(copy: Vault, question: Callable[[Connection], bool]) -> None:
    try:
        with copy.read() as conn:
            if question(conn):
                return
    except VaultRefused as refusal:
        if refusal.code is not Code.VAULT_DAMAGED:
            raise
    raise VaultRefused(Code.BACKUP_DAMAGED)


def _pages_are_whole(conn: Connection) -> bool:
    return conn.execute(text("PRAGMA cipher_integrity_check")).first() is None


def _fits(conn: Connection, expected: Manifest) -> bool:
    return (
        conn.scalar(text("PRAGMA quick_check")) == "ok"
        and conn.execute(text("PRAGMA foreign_key_check")).first() is None
        and upgrade.revision(conn) == expected.revision
        and _counts(conn) == expected.counts
        and _log_head(conn) == Head(expected.log_number, expected.log_hash)
        and conn.scalar(text("SELECT vault_id FROM kluis")) == expected.vault_id
    )


# ---------------------------------------------------------------- the old way in


def opens_old_way(path: Path, vault: Vault) -> bool:
    """Whether a backup opens with a key or a slot that the vault itself has no more; BACKUP_DAMAGED, OSError."""
    file = keys.check(keys.read(vault.folder / keys.KEYS), vault.key)
    data = manifest.read_member(path, keys.KEYS)
    try:
        return not set(_ways(keys.check(data, vault.key))) <= set(_ways(file))
    except VaultRefused:
        return True


def _ways(file: KeyFile) -> list[tuple[str, bytes]]:
    return [(slot.id, slot.wrapped) for slot in file.slots]


def renew(vault: Vault, path: Path, key: VaultKey | None = None, told: Told = silent) -> None:
    """Let a backup open as the vault itself does: today's key file, and without what was destroyed since.

    `key` is the key of the backup when that is not the one of today; `key_of` finds it. Looked at before and after,
    and swapped in. As `examine` and `make`.
    """
    with translated(OSError):
        archive.refuse_full(path.parent, int(manifest.read(path).database_size * _ROOM))
        with archive.unpacked(path, vault.folder, _stopped_by(vault, stretch(told, 0, 0.2))) as (folder, _found):
            found = manifest.check(manifest.read_member(path, MANIFEST), key or vault.key)
            copy = vault.aside(folder) if key is None else _under(vault, folder, key, found)
            _erase_gone(vault, copy)
            part = path.with_name(path.name + PART)
            _rewrite(vault, part, copy, found, stretch(told, 0.2, 0.5))
        examine(vault, part, stretch(told, 0.5, 1))
        part.replace(path)
        keys.flush_folder(path.parent)


def key_of(path: Path, way: Way) -> VaultKey:
    """The vault key of the day a backup was made. BACKUP_MISSING, BACKUP_DAMAGED, or the `wrong` of the way."""
    with translated(OSError):
        return keys.unlock(manifest.read_member(path, keys.KEYS), way)[1]


def _under(vault: Vault, folder: Path, key: VaultKey, expected: Manifest) -> Vault:
    """The copy of a backup of an older key, looked at and written anew under today's."""
    held = hold(folder)
    try:
        older = Vault(folder, key, held)
        look(older, expected)
        anew = folder / "anew"
        anew.mkdir(mode=0o700)
        older.export(anew / DATABASE, vault.key)
        return vault.aside(anew)
    finally:
        held.release()


def _erase_gone(vault: Vault, copy: Vault) -> None:
    """Erase from a copy the dossiers that are gone from the vault; one of before there was such a list is upgraded."""
    with vault.read() as conn:
        gone = markers.load(conn)
    with copy.read() as conn:
        there = set(conn.scalars(text("SELECT id FROM roots")))
    if not there & {str(each.root) for each in gone}:
        return
    with copy.upgrading() as conn:
        if upgrade.revision(conn) != upgrade.HEAD:
            upgrade.upgrade(conn)
        markers.apply(conn, gone)
    copy.vacuum()


def _rewrite(vault: Vault, part: Path, copy: Vault, found: Manifest, told: Told) -> None:
    """The backup again, with today's key file; why and when it was made stays as it was."""
    key_file = keys.read(vault.folder / keys.KEYS)
    file = keys.check(key_file, vault.key)
    with copy.read() as conn:
        revision, counts, head = str(upgrade.revision(conn)), _counts(conn), _log_head(conn)

    def sealed(size: int, database_sum: str, key_sum: str) -> bytes:
        anew = replace(found, revision=revision, counts=counts, log_number=head.nummer, log_hash=head.hash)
        anew = replace(anew, keys_counter=file.counter, database_size=size)
        return manifest.seal(replace(anew, database_sha256=database_sum, keys_sha256=key_sum), vault.key)

    archive.write(part, copy.folder / DATABASE, key_file, sealed, _stopped_by(vault, told))


# ---------------------------------------------------------------- a second place


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the copies in a second place."""

    copied: int
    away: bool
    """The share or stick is not there, or takes no more: told, and no reason to stop."""


def send(vault_folder: Path, second: Path, vault_id: str) -> Sent:
    """Bring the second place up to date with the backups of the vault; each copy is read back, then named."""
    done = 0
    try:
        if not second.is_dir():
            return Sent(0, away=True)
        for each in shelf.listed(vault_folder / shelf.FOLDER):
            theirs = second / each.path.name
            if each.manifest is not None and each.manifest.vault_id == vault_id and not _same(each.path, theirs):
                _sent(each.path, theirs)
                done += 1
        # What was destroyed stays so, wherever a backup of before is put back.
        if is_there(vault_folder / shelf.FOLDER / markers.MARKERS):
            _sent(vault_folder / shelf.FOLDER / markers.MARKERS, second / markers.MARKERS)
        shelf.rotate(second, vault_id, datetime.now(UTC).astimezone().date())
    except (OSError, VaultRefused):
        return Sent(done, away=True)
    return Sent(done, away=False)


def _same(ours: Path, theirs: Path) -> bool:
    with suppress(VaultRefused):
        return manifest.read_member(ours, MANIFEST) == manifest.read_member(theirs, MANIFEST)
    return False


def _sent(ours: Path, theirs: Path) -> None:
    """Copied aside, flushed, read back and renamed."""
    part = theirs.with_name(theirs.name + PART)
    try:
        archive.copy_file(ours, part)
        part.replace(theirs)
    finally:
        part.unlink(missing_ok=True)
    keys.flush_folder(theirs.parent)
