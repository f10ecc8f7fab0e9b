"""Put a backup back: it replaces what is there, after a copy of that was kept, and it never merges.

Everything happens aside, in the folder of the swap: taken out, opened, looked at, upgraded, given its keys. Only when
all of that is good the files are exchanged as one.

Which keys: when the key file of today is whole and its key opens the backup, today's ways in stay, and a way in that
was removed stays removed. Otherwise the backup comes with its own keys, opened by the way that was given.
"""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from uuid import UUID
from zipfile import ZIP_STORED, ZipFile

from filelock import FileLock
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import archive, backup, keys, manifest, markers, opening, places, shelf, swap, upgrade
from gezinsplan.storage.creating import own_folder
from gezinsplan.storage.keys import KeyFile, VaultKey, Way
from gezinsplan.storage.manifest import MANIFEST, Manifest, Reason
from gezinsplan.storage.markers import Marker
from gezinsplan.storage.progress import Told, silent, stretch
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.vault import DATABASE, Vault, hold, is_there

COMPUTER = "computer"
"""The kind of slot that only the computer opens on which it was made."""

DAMAGED_COPY = " beschadigd.zip"
"""How the name of the raw copy of a vault ends that could not be opened when a backup was put back over it."""

_BLOCK = 4096


def restore(folder: Path, path: Path, way: Way, told: Told = silent) -> Vault:
    """Make the vault in this folder what it was in the backup, and open it; the folder may be empty or new.

    BACKUP_MISSING, BACKUP_DAMAGED, BACKUP_NEWER, KEYS_OLDER, the `wrong` of the way, VAULT_NEWER, VAULT_IN_USE,
    VAULT_SYNCED, VAULT_NETWORK, VAULT_FULL, VAULT_FOLDER. When refused, the vault is as it was.
    """
    with translated(OSError):
        manifest.read(path)
        places.refuse(folder)
        own_folder(folder)
        held = hold(folder)
        try:
            swap.finish(folder)
            _put_back(folder, path, way, held, told)
            return opening.opened(folder, way, held)
        except BaseException:
            held.release()
            raise


def _put_back(folder: Path, path: Path, way: Way, held: FileLock, told: Told) -> None:
    today = _keys_of_today(folder, way)
    with swap.swapping(folder) as new:
        expected = archive.unpack(path, new, stretch(told, 0, 0.2))
        file, key = _chosen(folder, new, way, today)
        manifest.check(manifest.read_member(path, MANIFEST), key)
        copy = Vault(new, key, held)
        _refuse_newer(expected)
        backup.look(copy, expected)
        told(0.4)
        there = Vault(folder, today[1], held) if today else None
        if there:
            _refuse_older_keys(there, file)
        _settle(copy, file, _gone(folder, path, there, copy))
        sealed = keys.seal(file, key)
        for name in (keys.KEYS, keys.PREVIOUS):
            keys.write_aside(new / name, sealed)
        _keep_what_is_there(folder, today, held, stretch(told, 0.6, 1))


def _keys_of_today(folder: Path, way: Way) -> tuple[KeyFile, VaultKey] | None:
    """The keys that lie in the folder, if this way opens them; the copy counts when the file itself is not whole."""
    for name in (keys.KEYS, keys.PREVIOUS):
        try:
            return keys.unlock(keys.read(folder / name), way)
        except VaultRefused as refusal:
            if refusal.code is Code.KEYS_NEWER:
                raise
    return None


def _chosen(folder: Path, new: Path, way: Way, today: tuple[KeyFile, VaultKey] | None) -> tuple[KeyFile, VaultKey]:
    """The keys that the vault will have: those of today if they open the backup, else those of the backup."""
    data = (new / keys.KEYS).read_bytes()
    then = None if today is None else _written_with(data, today[1])
    if today is not None and then is not None:
        if then.counter <= today[0].counter:
            return today
        # An older key file was put back by hand: that of the backup is the newer one, if this way is still in it.
        return keys.unlock(data, way)
    file, key = keys.unlock(data, way)
    if is_there(folder / keys.KEYS) and _written_with(keys.read(folder / keys.KEYS), key):
        # Of the same key, but this way is no longer in it: it was removed, and a backup does not bring it back.
        raise VaultRefused(way.wrong)
    return _without_computer(file, way), key


def _written_with(data: bytes, key: VaultKey) -> KeyFile | None:
    """What a key file says, if it is whole and of this key."""
    with suppress(VaultRefused):
        return keys.check(data, key)
    return None


def _without_computer(file: KeyFile, way: Way) -> KeyFile:
    """Another computer does not open that slot; the counter says that the file is a new one."""
    slots = tuple(slot for slot in file.slots if slot.kind != COMPUTER or way.kind == COMPUTER)
    return replace(file, slots=slots, counter=file.counter + 1)


def _refuse_newer(expected: Manifest) -> None:
    if expected.revision != upgrade.HEAD and not upgrade.is_older(expected.revision):
        raise VaultRefused(Code.BACKUP_NEWER, revision=expected.revision)


def _refuse_older_keys(there: Vault, file: KeyFile) -> None:
    """KEYS_OLDER when the database that is replaced knows a later key file than the one that the vault would get.

    Else putting back a backup would be the way around that refusal. A database that cannot be read says nothing.
    """
    last = None
    with suppress(VaultRefused), there.read() as conn:
        last = conn.execute(text("SELECT vault_id, keys_counter FROM kluis")).first()
    if last is not None and last.vault_id == file.vault_id and last.keys_counter > file.counter:
        raise VaultRefused(Code.KEYS_OLDER, counter=file.counter, last=last.keys_counter)


def _gone(folder: Path, path: Path, there: Vault | None, copy: Vault) -> tuple[Marker, ...]:
    """What was destroyed, handed over or lent since: as the vault knows it that is replaced, and as the backups do.

    A list that is damaged, or of another key, keeps nobody from his backup; then the others speak.
    """
    found: dict[UUID, Marker] = {}
    for vault in (copy, *([there] if there else [])):
        for place in (folder / shelf.FOLDER, path.parent):
            with suppress(VaultRefused):
                found |= {each.root: each for each in markers.read_beside(place, vault.key)}
    if there:
        with suppress(VaultRefused, DBAPIError), there.read() as conn:
            found |= {each.root: each for each in markers.load(conn)}
    return tuple(found.values())


def _settle(copy: Vault, file: KeyFile, gone: tuple[Marker, ...]) -> None:
    """Upgrade an older backup, take out what is gone since, let it know its key file, and look at it once more."""
    with copy.upgrading() as conn:
        if upgrade.revision(conn) != upgrade.HEAD:
            upgrade.upgrade(conn)
        markers.apply(conn, gone)
        # Had the row the counter of then, an older key file could be put beside it and pass.
        conn.execute(text("UPDATE kluis SET keys_counter = :counter"), {"counter": file.counter})
        if not _is_sound(conn):
            raise VaultRefused(Code.BACKUP_DAMAGED)
    if gone:
        copy.vacuum()


def _is_sound(conn: Connection) -> bool:
    return (
        conn.scalar(text("PRAGMA quick_check")) == "ok"
        and conn.execute(text("PRAGMA foreign_key_check")).first() is None
    )


# ---------------------------------------------------------------- what was there


def _keep_what_is_there(folder: Path, today: tuple[KeyFile, VaultKey] | None, held: FileLock, told: Told) -> None:
    """A backup of what is replaced; where that cannot be opened or is not whole, its raw files.

    VAULT_FULL and STOPPED end the restoring; the vault is as it was.
    """
    if not is_there(folder / DATABASE):
        return
    if today is not None:
        try:
            backup.make(Vault(folder, today[1], held), Reason.RESTORE, told)
        except VaultRefused as refusal:
            if refusal.code in (Code.VAULT_FULL, Code.STOPPED):
                raise
        else:
            return
    keep_raw(folder)


def keep_raw(folder: Path) -> Path:
    """Keep the files of a vault as they are, in a zip that never rolls off; unreadable blocks are empty in it."""
    shelf_folder = folder / shelf.FOLDER
    shelf_folder.mkdir(mode=0o700, exist_ok=True)
    names = (DATABASE, f"{DATABASE}-journal", keys.KEYS, keys.PREVIOUS, opening.DAMAGED)
    there = [folder / name for name in names if (folder / name).is_file()]
    archive.refuse_full(shelf_folder, int(sum(path.stat().st_size for path in there) * 1.1))
    path = shelf_folder / f"{datetime.now(UTC).astimezone():%Y-%m-%d %H%M%S}{DAMAGED_COPY}"
    part = path.with_name(path.name + backup.PART)
    try:
        with open(part, "wb", opener=keys.private) as file:
            with ZipFile(file, "w", ZIP_STORED) as raw:
                for each in there:
                    with raw.open(each.name, "w", force_zip64=True) as target:
                        _keep_blocks(each, target)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    keys.flush_folder(shelf_folder)
    return path


def _keep_blocks(path: Path, target: IO[bytes]) -> None:
    """Copy block by block; a bad sector costs its block and no more."""
    with path.open("rb", buffering=0) as source:
        size = os.fstat(source.fileno()).st_size
        for offset in range(0, size, _BLOCK):
            block = b""
            with suppress(OSError):
                source.seek(offset)
                block = source.read(_BLOCK)
            target.write(block.ljust(min(_BLOCK, size - offset), b"\0"))
