"""The slots of an open vault: which ways in there are, one more, one less, one in place of another.

The order of writing is that of `keys.store`: the file first, which is the change; then the counter in the database, by
which an older file is refused; then the previous version, so that it opens nothing more than the new one. What the
last two could not do, the next opening does.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace as changed
from pathlib import Path

from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys
from gezinsplan.storage.keys import KeyFile, Slot, Way
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways import computer

_ONE_AT_A_TIME = threading.Lock()


def read(vault: Vault) -> KeyFile:
    """The key file with its slots, if it was written with the key of this vault.

    KEYS_DAMAGED (also when it was changed by hand), KEYS_MISSING, KEYS_NEWER, VAULT_FOLDER, VAULT_LOCKED.
    """
    with translated(OSError):
        data = keys.read(vault.folder / keys.KEYS)
    _refuse_locked(vault)
    return keys.check(data, vault.key)


def add(vault: Vault, way: Way) -> Slot:
    """Let this way open the vault too. The refusals of `read` and of the way, LAST_WAY, VAULT_FULL."""
    slot = _made(vault, way)
    _change(vault, lambda slots: (*slots, slot))
    return slot


def replace(vault: Vault, slot_id: str, way: Way) -> Slot:
    """Let this way open the vault in place of another; refused as `add` is, and WAY_UNKNOWN."""
    _found(read(vault), slot_id)
    slot = _made(vault, way)
    _change(vault, lambda slots: tuple(slot if each.id == slot_id else each for each in slots))
    return slot


def remove(vault: Vault, slot_id: str) -> Slot:
    """Take a way in away; answers with the slot that it was. WAY_UNKNOWN, LAST_WAY, and the refusals of `read`."""
    slot = _found(read(vault), slot_id)
    _change(vault, lambda slots: tuple(each for each in slots if each.id != slot_id))
    return slot


def opened_by(vault: Vault, way: Way) -> Slot:
    """The first slot that this way opens; the `wrong` of the way when it opens none."""
    file = read(vault)
    for slot in file.slots:
        if slot.kind == way.kind and keys.opens(file, slot, vault.key, way):
            return slot
    raise VaultRefused(way.wrong)


def refuse_keyring_alone(slots: tuple[Slot, ...]) -> None:
    """LAST_WAY when nothing but the keyring of a computer would open the vault: keyrings are lost every day."""
    if all(slot.kind == computer.KIND for slot in slots):
        raise VaultRefused(Code.LAST_WAY)


def remember(vault: Vault, file: KeyFile, data: bytes, known: int = 0) -> None:
    """Let the database know the counter of the key file that was stored, and the previous version open no more.

    `known` is the counter that the database has. A disk that takes no more does not undo what was stored, and keeps
    nobody out: the next opening does it again.
    """
    try:
        with translated(OSError):
            if file.counter > known:
                with vault.write() as conn:
                    conn.execute(text("UPDATE kluis SET keys_counter = :counter"), {"counter": file.counter})
            _settle(vault.folder, data)
    except VaultRefused as refusal:
        if refusal.code not in (Code.VAULT_FULL, Code.VAULT_FOLDER, Code.VAULT_LOCKED):
            raise


def _settle(folder: Path, data: bytes) -> None:
    """No previous version is better than one that opens more than the key file does."""
    try:
        keys.settle(folder, data)
    except OSError:
        with suppress(OSError):
            (folder / keys.PREVIOUS).unlink()
        raise


def _made(vault: Vault, way: Way) -> Slot:
    """A new slot, tried once before it counts."""
    file = read(vault)
    slot = keys.new_slot(file, vault.key, way)
    if not keys.opens(file, slot, vault.key, way):
        raise VaultRefused(way.wrong)
    return slot


def _found(file: KeyFile, slot_id: str) -> Slot:
    for slot in file.slots:
        if slot.id == slot_id:
            return slot
    raise VaultRefused(Code.WAY_UNKNOWN)


def _change(vault: Vault, change: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]) -> None:
    """Write the key file with other slots, and look whether it came to stand there."""
    with _ONE_AT_A_TIME, translated(OSError):
        before = read(vault)
        file = changed(before, counter=before.counter + 1, slots=change(before.slots))
        refuse_keyring_alone(file.slots)
        data = keys.seal(file, vault.key)
        # A key that was overwritten meanwhile has sealed nothing that anybody can open.
        _refuse_locked(vault)
        keys.store(vault.folder, data)
        if keys.check(keys.read(vault.folder / keys.KEYS), vault.key) != file and not vault.locked:
            raise VaultRefused(Code.KEYS_DAMAGED)
        remember(vault, file, data)


def _refuse_locked(vault: Vault) -> None:
    if vault.locked:
        raise VaultRefused(Code.VAULT_LOCKED)
