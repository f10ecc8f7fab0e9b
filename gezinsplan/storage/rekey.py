"""A new vault key, after a suspected leak: everything is written anew under it, compared, and swapped in.

What was encrypted with the old key stays readable for who has that key: the backups. They are listed as opening the
old way, and can be written anew too.
"""

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import backup, keys, manifest, markers, opening, shelf, swap
from gezinsplan.storage.keys import KEY_BYTES, KeyFile, VaultKey, Way
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.progress import Told, silent, stretch
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.ways import gemeente


def rekey(folder: Path, way: Way, renew: bool = False, told: Told = silent) -> Vault:
    """Give the vault in the folder a new key, and open it; nobody may have it open.

    `way` opens the vault of today, and the new one too; so does the key of the gemeente, sealed anew to its public key.
    Every other slot is gone. With `renew` the backups of the old key are written anew too, as far as that goes. What
    `open_vault` and `backup.make` refuse, and VAULT_DAMAGED when what was written does not equal what was there; the
    vault is then as it was.
    """
    vault = opening.open_vault(folder, way, stretch(told, 0, 0.05))
    old = VaultKey(bytearray(vault.key.raw))
    try:
        with translated(OSError):
            backup.make(vault, Reason.REKEY, stretch(told, 0.05, 0.3))
            _swap(vault, way, stretch(told, 0.3, 0.6))
            held: FileLock = vault._held
            vault.key.forget()
            anew = opening.opened(folder, way, held)
    except BaseException:
        vault.lock()
        old.forget()
        raise
    # The new key holds whatever happens here: what is not renewed is listed as opening the old way.
    with suppress(VaultRefused):
        # The list beside the backups was written with the old key.
        markers.settle(anew)
        if renew:
            _renew_all(anew, old, stretch(told, 0.6, 1))
    old.forget()
    return anew


def _swap(vault: Vault, way: Way, told: Told) -> None:
    """Write the new pair aside, compare it with the old one, and exchange them."""
    key = VaultKey(bytearray(os.urandom(KEY_BYTES)))
    try:
        with swap.swapping(vault.folder) as new:
            (new / DATABASE).touch(mode=0o600)
            before = keys.check(keys.read(vault.folder / keys.KEYS), vault.key)
            file = _key_file(before, key, way)
            vault.export(new / DATABASE, key)
            told(0.5)
            copy = Vault(new, key, vault._held)
            _refuse_different(vault, copy)
            with copy.write() as conn:
                conn.execute(text("UPDATE kluis SET keys_counter = :counter"), {"counter": file.counter})
            sealed = keys.seal(file, key)
            for name in (keys.KEYS, keys.PREVIOUS):
                keys.write_aside(new / name, sealed)
            told(1)
    finally:
        key.forget()


def _key_file(before: KeyFile, key: VaultKey, way: Way) -> KeyFile:
    """The same vault, a later counter, and new slots for this way and for each key of the gemeente."""
    file = replace(before, slots=(), counter=before.counter + 1)
    public = (gemeente.public_key(slot.parameters) for slot in before.slots if slot.kind == gemeente.KIND)
    return replace(file, slots=tuple(keys.new_slot(file, key, each) for each in (way, *public)))


def _refuse_different(vault: Vault, copy: Vault) -> None:
    """VAULT_DAMAGED unless the copy is whole and holds every row of the vault."""
    with copy.read() as conn:
        whole = (
            conn.execute(text("PRAGMA cipher_integrity_check")).first() is None
            and conn.scalar(text("PRAGMA quick_check")) == "ok"
            and conn.execute(text("PRAGMA foreign_key_check")).first() is None
        )
        anew = digest(conn)
    with vault.read() as conn:
        if not whole or anew != digest(conn):
            raise VaultRefused(Code.VAULT_DAMAGED, cause="copy")


def digest(conn: Connection) -> str:
    """The SHA-256, in hex, over the form of the file and over every row of every table in it."""
    found = hashlib.sha256()
    form = text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    tables = []
    for row in conn.execute(form):
        found.update(repr(tuple(row)).encode())
        if row.type == "table" and row.sql and not row.sql.upper().startswith("CREATE VIRTUAL"):
            tables.append(row.name)
    for name in tables:
        found.update(f"{name}:".encode())
        for row in conn.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608
            found.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _renew_all(vault: Vault, old: VaultKey, told: Told) -> None:
    """Write the backups of the old key anew; one that is damaged, or of a still older key, stays as it is."""
    kept = shelf.listed(vault.folder / shelf.FOLDER)
    for number, each in enumerate(kept):
        if each.manifest is not None and _is_of(each.path, old):
            share = stretch(told, number / len(kept), (number + 1) / len(kept))
            try:
                backup.renew(vault, each.path, old, share)
            except VaultRefused as refusal:
                if refusal.code is not Code.BACKUP_DAMAGED:
                    raise


def _is_of(path: Path, key: VaultKey) -> bool:
    try:
        manifest.check(manifest.read_member(path, manifest.MANIFEST), key)
    except VaultRefused:
        return False
    return True
