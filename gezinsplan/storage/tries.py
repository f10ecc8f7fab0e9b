"""Wrong tries to open a vault, kept beside it, so that the wait after them outlives the program.

The file is JSON: `tries`, a list of [moment, way], and `waits_from`; moments are whole seconds since 1970 UTC. Nobody
is named in it. It only slows down who types at this screen: whoever has the folder can guess without this program, and
meets the price of Argon2id. Nothing is ever wiped, and a file that is damaged or gone keeps nobody out.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gezinsplan.domain.errors import VaultRefused
from gezinsplan.storage import keys

TRIES = "tries.json"
"""The name of the file in the vault's folder; it is there only after a wrong try."""

LONGEST_WAIT = 60
"""Seconds."""

_MOST = 1000
"""How many tries are kept, the newest ones."""


@dataclass(frozen=True, slots=True)
class Try:
    """A wrong try: when, and the kind of way (see `storage.ways`)."""

    moment: datetime
    way: str


@dataclass(frozen=True, slots=True)
class _Known:
    tries: tuple[Try, ...] = ()
    waits_from: int = 0

    @property
    def wait(self) -> int:
        """1, 2, 4 ... 60 seconds."""
        return min(2 ** (len(self.tries) - 1), LONGEST_WAIT) if self.tries else 0


def seconds_left(folder: Path, moment: datetime) -> int:
    """How many seconds the next try must still wait. A clock that was set back starts the wait anew."""
    known, at = _read(folder), int(moment.timestamp())
    if known.waits_from > at:
        known = _Known(known.tries, at)
        _write(folder, known)
    return max(0, known.waits_from + known.wait - at)


def note(folder: Path, way: str, moment: datetime) -> int:
    """Keep a wrong try; answers how many seconds the next one must wait."""
    tries = (*_read(folder).tries, Try(moment.astimezone(UTC).replace(microsecond=0), way))[-_MOST:]
    known = _Known(tries, int(moment.timestamp()))
    _write(folder, known)
    return known.wait


def take(folder: Path) -> tuple[Try, ...]:
    """The wrong tries since the vault was last opened, which it now was: they no longer count."""
    tries = _read(folder).tries
    with suppress(OSError):
        (folder / TRIES).unlink()
    return tries


def _read(folder: Path) -> _Known:
    """What the file says; nothing when it is not there or not as we write it."""
    try:
        told = json.loads(keys.read(folder / TRIES))
        tries = tuple(Try(datetime.fromtimestamp(_whole(at), UTC), str(way)) for at, way in told["tries"])
        return _Known(tries[-_MOST:], _whole(told["waits_from"]))
    except (VaultRefused, OSError, OverflowError, KeyError, TypeError, ValueError, RecursionError):
        return _Known()


def _write(folder: Path, known: _Known) -> None:
    """A disk that takes no more is no reason to say anything else than what was wrong."""
    told = {"tries": [[int(each.moment.timestamp()), each.way] for each in known.tries], "waits_from": known.waits_from}
    with suppress(OSError):
        keys.write_aside(folder / TRIES, json.dumps(told).encode("ascii") + b"\n")


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value
