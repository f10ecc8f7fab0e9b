"""Make a new vault: aside, opened once by the same road as ever, and only then moved in."""

import shutil
from pathlib import Path

from filelock import FileLock
from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, places, slots, swap, upgrade
from gezinsplan.storage.keys import Way
from gezinsplan.storage.opening import opened
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.vault import DATABASE, Vault, hold, is_there, refuse_plain

NEW = ".new"
"""The folder in which a vault is made; what lies there was never used by anyone."""


def create(folder: Path, way: Way) -> Vault:
    """Make a new vault in the folder, and open it.

    VAULT_EXISTS, VAULT_FOLDER, VAULT_FULL, VAULT_IN_USE, VAULT_SYNCED, VAULT_NETWORK. A crash or an error on the way
    leaves nothing that opens, and the next `create` starts afresh.
    """
    with translated(OSError):
        _refuse_existing(folder)
        places.refuse(folder)
        own_folder(folder)
        held = hold(folder)
        try:
            _refuse_existing(folder)
            return _made(folder, way, held)
        except BaseException:
            held.release()
            raise


def _refuse_existing(folder: Path) -> None:
    """A database is a vault. Keys without one may be the last way into a backup, and are not overwritten either.

    Only when the new database still waits in `.new`, the keys beside it are of a vault that was never finished.
    """
    rest = [] if is_there(folder / NEW / DATABASE) else [keys.KEYS, keys.PREVIOUS]
    if any(is_there(folder / name) for name in (DATABASE, swap.READY, *rest)):
        raise VaultRefused(Code.VAULT_EXISTS)


def own_folder(folder: Path) -> None:
    """Make the folder ours alone, unless it already holds other things: those are not for us to hide."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        folder.chmod(0o700)


def _made(folder: Path, way: Way, held: FileLock) -> Vault:
    """Make everything aside, open it by the same road as ever, and only then move it in: the database last."""
    new = folder / NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    try:
        _fill(new, way, held)
        key = opened(new, way, held).key
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    # From here on a failure leaves `.new` with its database, by which the next `create` knows what the rest is.
    for name in (keys.KEYS, keys.PREVIOUS, DATABASE):
        (new / name).replace(folder / name)
        keys.flush_folder(folder)
    new.rmdir()
    return Vault(folder, key, held)


def _fill(new: Path, way: Way, held: FileLock) -> None:
    """Write the keys and an empty database at the newest revision."""
    file, key = keys.create(way)
    slots.refuse_keyring_alone(file.slots)
    keys.store(new, keys.seal(file, key))
    (new / DATABASE).touch(mode=0o600)
    try:
        with Vault(new, key, held).upgrading() as conn:
            upgrade.upgrade(conn)
            first = "INSERT INTO kluis (id, vault_id, keys_counter) VALUES (1, :vault_id, :counter)"
            conn.execute(text(first), {"vault_id": file.vault_id, "counter": file.counter})
    finally:
        key.forget()
    refuse_plain(new / DATABASE)
