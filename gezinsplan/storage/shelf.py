"""The backups in a folder by what their manifests say: the list, the last good one, and those that roll off.

Light on purpose: the unlock window and the status bar look here, so nothing heavy is imported.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gezinsplan.domain.errors import VaultRefused
from gezinsplan.storage import manifest as manifests
from gezinsplan.storage import rotation
from gezinsplan.storage.manifest import SUFFIX, Manifest

FOLDER = "backups"
"""Where backups lie, in the folder of the vault."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file with the name of a backup; `manifest` is None when it cannot be read."""

    path: Path
    manifest: Manifest | None


def listed(folder: Path) -> tuple[Kept, ...]:
    """The backups in this folder, the newest first; none when the folder is not there."""
    return tuple(Kept(path, _manifest(path)) for path in _names(folder))


def last_good(folder: Path, vault_id: str | None = None) -> Manifest | None:
    """The newest backup in this folder that can be read (of this vault, if one is named)."""
    read = (_manifest(path) for path in _names(folder))
    good = (each for each in read if each is not None and vault_id in (None, each.vault_id))
    return next(good, None)


def rotate(folder: Path, vault_id: str, today: date) -> tuple[Path, ...]:
    """Remove the backups of this vault that roll off; answers with what went. OSError when one cannot be removed.

    A file that cannot be read, one of another vault and the copy of a damaged vault are never removed.
    """
    by_moment: dict[datetime, list[Path]] = {}
    for each in listed(folder):
        if each.manifest is not None and each.manifest.vault_id == vault_id:
            by_moment.setdefault(each.manifest.made.astimezone(), []).append(each.path)
    stays = rotation.kept(by_moment.keys(), today)
    gone = tuple(path for moment, paths in by_moment.items() if moment not in stays for path in paths)
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _names(folder: Path) -> list[Path]:
    """The names begin with the moment of making, so that they sort by it."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return sorted((path for path in folder.iterdir() if path.name.endswith(SUFFIX)), reverse=True)
    return []


def _manifest(path: Path) -> Manifest | None:
    try:
        return manifests.read(path)
    except (VaultRefused, OSError):
        return None
