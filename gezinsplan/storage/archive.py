"""The zip of a backup: written as a stream, and taken out again with every byte looked at."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, manifest
from gezinsplan.storage.manifest import MANIFEST, Manifest
from gezinsplan.storage.progress import Told, silent
from gezinsplan.storage.vault import DATABASE

CHECK = ".check-"
"""How the private folder begins in which a backup is looked at."""

_CHUNK = 1 << 20


def refuse_full(folder: Path, size: int) -> None:
    """VAULT_FULL when the disk of this folder has fewer free bytes."""
    if shutil.disk_usage(folder).free < size:
        raise VaultRefused(Code.VAULT_FULL)


def copied(source: IO[bytes], target: IO[bytes], size: int, told: Told) -> str:
    """Copy a stream of about this many bytes; answers with its SHA-256 in hex."""
    digest, done = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
        done += len(chunk)
        told(min(1.0, done / max(1, size)))
    return digest.hexdigest()


def write(part: Path, database: Path, key_file: bytes, sealed: Callable[[int, str, str], bytes], told: Told) -> None:
    """Write a backup of these two files and flush it; `sealed` makes the manifest of size and sums.

    On any error the half file is removed.
    """
    try:
        with open(part, "wb", opener=keys.private) as file:
            with ZipFile(file, "w", ZIP_STORED) as archive, database.open("rb") as source:
                size = os.fstat(source.fileno()).st_size
                with archive.open(_member(DATABASE, size), "w") as target:
                    digest = copied(source, target, size, told)
                archive.writestr(_member(keys.KEYS), key_file)
                archive.writestr(_member(MANIFEST), sealed(size, digest, hashlib.sha256(key_file).hexdigest()))
            file.flush()
            os.fsync(file.fileno())
        keys.flush_folder(part.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _member(name: str, size: int = 0) -> ZipInfo:
    """A file in the zip, without a time of its own: the manifest has it."""
    member = ZipInfo(name)
    member.file_size = size
    member.external_attr = 0o600 << 16
    return member


def unpack(path: Path, folder: Path, told: Told) -> Manifest:
    """Take the two files of a backup out into this folder; BACKUP_DAMAGED when one is not what the manifest says.

    BACKUP_MISSING, BACKUP_NEWER, VAULT_FULL. That the manifest is ours is for who has the key to say.
    """
    told_by_itself = manifest.read(path)
    refuse_full(folder, int(told_by_itself.database_size * 1.1))
    key_file = manifest.read_member(path, keys.KEYS)
    if hashlib.sha256(key_file).hexdigest() != told_by_itself.keys_sha256:
        raise VaultRefused(Code.BACKUP_DAMAGED)
    (folder / keys.KEYS).write_bytes(key_file)
    with manifest.damage(), manifest.opened(path) as archive:
        _take_out(archive, folder / DATABASE, told_by_itself, told)
    return told_by_itself


def _take_out(archive: ZipFile, target: Path, expected: Manifest, told: Told) -> None:
    member = archive.getinfo(DATABASE)
    if member.compress_type != ZIP_STORED or member.file_size != expected.database_size:
        raise VaultRefused(Code.BACKUP_DAMAGED)
    with archive.open(member) as source, open(target, "wb", opener=keys.private) as out:
        if copied(source, out, expected.database_size, told) != expected.database_sha256:
            raise VaultRefused(Code.BACKUP_DAMAGED)


@contextmanager
def unpacked(path: Path, beside: Path, told: Told) -> Iterator[tuple[Path, Manifest]]:
    """The files of a backup in a private folder that is gone when the block ends, and the manifest."""
    with tempfile.TemporaryDirectory(prefix=CHECK, dir=beside) as name:
        yield Path(name), unpack(path, Path(name), told)


def copy_file(source: Path, target: Path) -> None:
    """Copy a whole file, flush it and read it back; BACKUP_DAMAGED when what is read is not what was written."""
    size = source.stat().st_size
    with source.open("rb") as read, open(target, "wb", opener=keys.private) as out:
        digest = copied(read, out, size, silent)
        out.flush()
        os.fsync(out.fileno())
    with target.open("rb") as again:
        if hashlib.file_digest(again, "sha256").hexdigest() != digest:
            raise VaultRefused(Code.BACKUP_DAMAGED)
