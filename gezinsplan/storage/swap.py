"""Replace several files of a vault's folder as one, so that keys and database always belong together.

The complete set is written in `.swap.part`, flushed, and committed by one rename of that folder to `.swap`. From then
on the new set counts: whoever opens the vault first moves in what still waits. Before it, the old set counts, and what
lies in `.swap.part` is thrown away.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gezinsplan.storage import keys
from gezinsplan.storage.vault import DATABASE, is_there

PART = ".swap.part"
"""Where a set is being written; it means nothing."""

READY = ".swap"
"""A complete set that waits to be moved in; it counts instead of the files beside it."""

# As in `creating`: a folder with a database is a vault, so that comes last. Whoever copies the folder half-way finds
# new keys beside an old database, and both are refused rather than mixed.
_ORDER = (keys.PREVIOUS, keys.KEYS, DATABASE)

# What SQLite would play back into the next file of that name.
_JOURNALS = tuple(DATABASE + end for end in ("-journal", "-wal", "-shm"))


@contextmanager
def swapping(folder: Path) -> Iterator[Path]:
    """A private folder for the new files; they replace the old ones as one when the block ends, or not at all.

    The caller holds the lock of the vault, and has no connection open to its database. OSError when the disk refuses.
    """
    part = folder / PART
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    try:
        yield part
        for path in part.iterdir():
            _flush(path)
        keys.flush_folder(part)
        part.rename(folder / READY)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    keys.flush_folder(folder)
    finish(folder)


def is_pending(folder: Path) -> bool:
    """Whether a committed set waits to be moved in."""
    return is_there(folder / READY)


def finish(folder: Path) -> None:
    """Move in a committed set and throw away one that never was; called under the lock before anything is read."""
    if is_there(folder / PART):
        shutil.rmtree(folder / PART)
    if not is_pending(folder):
        return
    for name in _ORDER:
        if is_there(folder / READY / name):
            if name == DATABASE:
                _forget_journals(folder)
            (folder / READY / name).replace(folder / name)
            keys.flush_folder(folder)
    shutil.rmtree(folder / READY)
    keys.flush_folder(folder)


def _forget_journals(folder: Path) -> None:
    """The journal of a killed program belongs to the old database alone."""
    for name in _JOURNALS:
        (folder / name).unlink(missing_ok=True)
    keys.flush_folder(folder)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
