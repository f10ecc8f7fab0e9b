"""Open a vault: finish a swap that was cut off, then its keys, its database, its revision; then the small repairs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie, Melding, Stempel
from gezinsplan.storage import keys, logbook, places, slots, swap, upgrade
from gezinsplan.storage.keys import KeyFile, VaultKey, Way
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.progress import Told, silent, stretch
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.vault import DATABASE, Vault, hold, is_there

DAMAGED = "keys.damaged.json"
"""A key file that could not be read and was replaced by its whole copy; kept for whoever wants to know why."""


def open_vault(folder: Path, way: Way, told: Told = silent) -> Vault:
    """Open the vault in the folder; `told` hears how far the upgrade of an older one is.

    VAULT_MISSING, VAULT_IN_USE, VAULT_SYNCED, VAULT_NETWORK, KEYS_MISSING, KEYS_DAMAGED, KEYS_NEWER, KEYS_OLDER,
    VAULT_DAMAGED, VAULT_NEWER, UPGRADE_FAILED, the `wrong` of the way, VAULT_FULL, VAULT_FOLDER. When refused, nothing
    in the folder was changed, except that a set of files that was already complete was moved in.
    """
    with translated(OSError):
        if not (is_there(folder / DATABASE) or swap.is_pending(folder)):
            raise VaultRefused(Code.VAULT_MISSING)
        places.refuse(folder)
        held = hold(folder)
        try:
            swap.finish(folder)
            return opened(folder, way, held, told)
        except BaseException:
            held.release()
            raise


@dataclass(frozen=True, slots=True)
class _Unlocked:
    """A key file that opened, its bytes, and what was wrong with the one before it."""

    file: KeyFile
    key: VaultKey
    data: bytes
    noticed: Code | None = None


def opened(folder: Path, way: Way, held: FileLock, told: Told = silent) -> Vault:
    """The road of every opening: keys, database, revision, counter; an upgrade; then the small repairs."""
    unlocked = _unlocked(folder, way)
    vault = Vault(folder, unlocked.key, held, unlocked.noticed)
    try:
        with vault.read() as conn:
            counter, revision = _last_counter(conn, unlocked.file)
        _keep_up(vault, unlocked, counter)
        if revision != upgrade.HEAD:
            _bring_up(vault, told)
    except BaseException:
        unlocked.key.forget()
        raise
    return vault


def _unlocked(folder: Path, way: Way) -> _Unlocked:
    """The key from `keys.json`; when that is missing or damaged, from its copy.

    The copy counts only if the database knows no later one (see `_last_counter`): it never brings back a slot that
    was removed.
    """
    try:
        return _from_file(folder / keys.KEYS, way)
    except VaultRefused as refusal:
        if refusal.code not in (Code.KEYS_MISSING, Code.KEYS_DAMAGED):
            raise
        wrong = refusal
    try:
        return _from_file(folder / keys.PREVIOUS, way, wrong.code)
    except VaultRefused as second:
        raise (second if second.code is way.wrong else wrong) from None


def _from_file(path: Path, way: Way, noticed: Code | None = None) -> _Unlocked:
    data = keys.read(path)
    return _Unlocked(*keys.unlock(data, way), data, noticed)


def _last_counter(conn: Connection, file: KeyFile) -> tuple[int, str]:
    """The counter of the last key file that opened this database, and its revision, when it is ours to open."""
    found = upgrade.revision(conn)
    if found is None:
        # An empty file passes for an empty database.
        raise VaultRefused(Code.VAULT_DAMAGED, cause="empty")
    if found != upgrade.HEAD and not upgrade.is_older(found):
        raise VaultRefused(Code.VAULT_NEWER, revision=found)
    row = conn.execute(text("SELECT vault_id, keys_counter FROM kluis")).first()
    if row is None or row.vault_id != file.vault_id:
        raise VaultRefused(Code.VAULT_DAMAGED, cause="vault_id")
    if file.counter < row.keys_counter:
        raise VaultRefused(Code.KEYS_OLDER, counter=file.counter, last=row.keys_counter)
    return int(row.keys_counter), found


def _keep_up(vault: Vault, unlocked: _Unlocked, counter: int) -> None:
    """Put back a damaged key file, remember the counter, and renew the copy.

    A disk that takes no more is no reason to keep anybody out: the next opening does it again.
    """
    try:
        with translated(OSError):
            if unlocked.noticed is Code.KEYS_DAMAGED:
                (vault.folder / keys.KEYS).replace(vault.folder / DAMAGED)
            if unlocked.noticed:
                keys.write_aside(vault.folder / keys.KEYS, unlocked.data)
    except VaultRefused as refusal:
        if refusal.code not in (Code.VAULT_FULL, Code.VAULT_FOLDER):
            raise
    else:
        slots.remember(vault, unlocked.file, unlocked.data, counter)


def _bring_up(vault: Vault, told: Told) -> None:
    """Bring an older file to the revision of this program, after a backup that was opened and checked.

    VAULT_FULL and the like when there can be no backup; UPGRADE_FAILED (`cause`: the name of the error).
    """
    from gezinsplan.storage import backup

    backup.make(vault, Reason.UPGRADE, stretch(told, 0, 0.5))
    try:
        with vault.upgrading() as conn:
            upgrade.upgrade(conn)
            stempel = Stempel(datetime.now(UTC), Herkomst.PROGRAMMA, logbook.user(conn))
            logbook.add(conn, Melding(LogActie.BIJGEWERKT), stempel)
            told(0.9)
    except VaultRefused:
        raise
    except Exception as error:  # noqa: BLE001 whatever a script runs into, the file is as it was
        raise VaultRefused(Code.UPGRADE_FAILED, cause=type(error).__name__) from None
