"""When a vault is refused for damage: what is wrong, which backups are good, and keys that fit put back."""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from filelock import FileLock
from sqlalchemy import text

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, manifest, shelf, swap
from gezinsplan.storage.creating import NEW
from gezinsplan.storage.keys import Way
from gezinsplan.storage.manifest import Manifest
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.shelf import Kept
from gezinsplan.storage.vault import DATABASE, Vault, hold, is_there


class Wrong(StrEnum):
    """What is the matter with a folder; one at a time, the first that stands in the way."""

    NOTHING = "nothing"
    """Nothing that can be seen without a key."""
    NO_VAULT = "no_vault"
    """There is no part of a vault."""
    UNFINISHED = "unfinished"
    """Making a new vault was cut off; nothing was ever in it."""
    DATABASE_MISSING = "database_missing"
    DATABASE_DAMAGED = "database_damaged"
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    KEYS_OLDER = "keys_older"


_BY_REFUSAL = {
    Code.VAULT_DAMAGED: Wrong.DATABASE_DAMAGED,
    Code.KEYS_MISSING: Wrong.KEYS_MISSING,
    Code.KEYS_DAMAGED: Wrong.KEYS_DAMAGED,
    Code.KEYS_OLDER: Wrong.KEYS_OLDER,
}


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is wrong with a folder, and the backups that can be put back, the newest first, of either place."""

    wrong: Wrong
    backups: tuple[tuple[Path, Manifest], ...]


def look(folder: Path, second: Path | None = None, refusal: Code | None = None) -> Rescue:
    """What can be told without a key; `refusal` is what opening said. Changes nothing."""
    with translated(OSError):
        wrong = _wrong(folder) or _BY_REFUSAL.get(refusal or Code.EMPTY) or _keys(folder)
    return Rescue(wrong, good_backups(folder, second))


def good_backups(folder: Path, second: Path | None) -> tuple[tuple[Path, Manifest], ...]:
    """The backups whose manifest can be read, the newest first; one that lies in both places is told once."""
    found: dict[tuple[str, str], tuple[Path, Manifest]] = {}
    for place in (folder / shelf.FOLDER, *([second] if second else [])):
        for each in _listed(place):
            if each.manifest is not None:
                found.setdefault((each.path.name, each.manifest.database_sha256), (each.path, each.manifest))
    return tuple(sorted(found.values(), key=lambda each: each[1].made, reverse=True))


def _listed(place: Path) -> tuple[Kept, ...]:
    with suppress(OSError):
        return shelf.listed(place)
    return ()


def _wrong(folder: Path) -> Wrong | None:
    """What is missing, as the names in the folder tell."""
    there = {name for name in (DATABASE, keys.KEYS, keys.PREVIOUS, swap.READY, NEW) if is_there(folder / name)}
    if there & {DATABASE, swap.READY}:
        return None
    if NEW in there:
        return Wrong.UNFINISHED
    return Wrong.DATABASE_MISSING if there else Wrong.NO_VAULT


def _keys(folder: Path) -> Wrong:
    """Whether a key file can be read, before it is opened."""
    try:
        keys.parsed(keys.read(folder / keys.KEYS))
    except VaultRefused as refusal:
        return _BY_REFUSAL.get(refusal.code, Wrong.NOTHING)
    return Wrong.NOTHING


# ---------------------------------------------------------------- keys from a backup


def put_back_keys(folder: Path, second: Path | None, way: Way) -> None:
    """Put back the newest key file, from the backups of this vault, that opens its database and is not an older one.

    NO_KEYS_TO_PUT_BACK, the `wrong` of the way when there are keys but it opens none, VAULT_IN_USE, VAULT_FULL,
    VAULT_FOLDER. When refused, nothing was changed.
    """
    with translated(OSError):
        held = hold(folder)
        try:
            swap.finish(folder)
            data = _fitting(folder, second, way, held)
            with swap.swapping(folder) as new:
                for name in (keys.KEYS, keys.PREVIOUS):
                    keys.write_aside(new / name, data)
        finally:
            held.release()


def _fitting(folder: Path, second: Path | None, way: Way, held: FileLock) -> bytes:
    """The newest keys that fit; each different file is tried once, because trying costs the time of a passphrase."""
    tried: set[bytes] = set()
    refusal = Code.NO_KEYS_TO_PUT_BACK
    for path, _manifest in good_backups(folder, second):
        with suppress(OSError, VaultRefused):
            data = manifest.read_member(path, keys.KEYS)
            if data in tried:
                continue
            tried.add(data)
            try:
                file, key = keys.unlock(data, way)
            except VaultRefused as wrong:
                refusal = wrong.code if wrong.code is way.wrong else refusal
                continue
            if _opens(Vault(folder, key, held), file.counter):
                return data
    raise VaultRefused(refusal)


def _opens(vault: Vault, counter: int) -> bool:
    """Whether this key opens the database, and the database knows no later key file."""
    try:
        with vault.read() as conn:
            last = conn.scalar(text("SELECT keys_counter FROM kluis"))
        return last is not None and last <= counter
    except VaultRefused:
        return False
    finally:
        vault.key.forget()
