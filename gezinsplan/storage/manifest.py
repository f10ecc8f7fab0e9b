"""The manifest of a backup: what is in it, told without a key, and proven with one.

A backup is one zip, stored and not compressed, with `dossiers.db`, `keys.json` and `manifest.json`. The manifest is
JSON, ASCII, with three texts as in `keys.json`: `content` (JSON, sorted keys, no white space), `sha256` of its bytes
in hex, and `mac`, the HMAC-SHA-256 of the same bytes under HKDF-SHA-256 of the vault key without salt and with info
`gezinsplan manifest mac`. Nothing here needs a heavy library until a key comes in: the unlock window reads manifests.
"""

import errno
import hashlib
import hmac
import json
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from gezinsplan.domain.errors import Code, VaultRefused

if TYPE_CHECKING:
    from gezinsplan.storage.keys import VaultKey

GENERATION = 1
"""The format of a backup that this program writes and understands."""

SUFFIX = ".gezinsplan"
"""How the name of a backup ends; before it stands the moment of making and nothing else."""

MANIFEST = "manifest.json"
_LARGEST = 1 << 20
_MAC_PURPOSE = b"gezinsplan manifest mac"


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "dagelijks"
    QUIT = "afsluiten"
    UPGRADE = "voor bijwerken"
    REKEY = "voor hersleutelen"
    RESTORE = "voor terugzetten"
    ASKED = "zelf"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a vault, without saying who."""

    gezinnen: int
    personen: int
    professionals: int
    history: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself; the sizes and sums are of the two files in it, in bytes and hex."""

    generation: int
    vault_id: str
    made: datetime
    reason: Reason
    program: str
    revision: str
    keys_counter: int
    counts: Counts
    log_number: int
    """The number and hash of the last line of the log: a log that was changed since does not have it."""
    log_hash: str
    database_size: int
    database_sha256: str
    keys_sha256: str


def seal(manifest: Manifest, key: "VaultKey") -> bytes:
    """The exact bytes of `manifest.json`."""
    told = asdict(manifest) | {"made": manifest.made.astimezone(UTC).isoformat(timespec="seconds")}
    content = json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")
    return _render(content, _mac(content, key))


def check(data: bytes, key: "VaultKey") -> Manifest:
    """What the manifest says, if it was written with this vault key; else BACKUP_OTHER_KEY."""
    manifest, frame = _parsed(data)
    if not hmac.compare_digest(frame["mac"], _mac(frame["content"].encode("ascii"), key)):
        raise VaultRefused(Code.BACKUP_OTHER_KEY)
    return manifest


def parsed(data: bytes) -> Manifest:
    """What the manifest says before any key is known. BACKUP_DAMAGED, BACKUP_NEWER (`generation`)."""
    return _parsed(data)[0]


def read(path: Path) -> Manifest:
    """What a backup says about itself. BACKUP_MISSING, BACKUP_DAMAGED, BACKUP_NEWER; OSError as it comes."""
    return parsed(read_member(path, MANIFEST))


def read_member(path: Path, name: str) -> bytes:
    """A small file in a backup. BACKUP_MISSING, BACKUP_DAMAGED."""
    with damage(), opened(path) as archive:
        member = archive.getinfo(name)
        if member.file_size > _LARGEST or member.compress_type != ZIP_STORED:
            raise ValueError
        return archive.read(member)


def opened(path: Path) -> ZipFile:
    """The zip of a backup. BACKUP_MISSING, BACKUP_DAMAGED."""
    with damage():
        return ZipFile(path)


@contextmanager
def damage() -> Iterator[None]:
    """Let whatever zipfile runs into on a damaged file come out as BACKUP_DAMAGED, no file as BACKUP_MISSING."""
    try:
        yield
    except FileNotFoundError:
        raise VaultRefused(Code.BACKUP_MISSING) from None
    except (BadZipFile, KeyError, EOFError, ValueError, ArithmeticError, RuntimeError, struct.error):
        raise VaultRefused(Code.BACKUP_DAMAGED) from None
    except OSError as error:
        # Told by the zip to look before the begin of the file.
        if error.errno != errno.EINVAL:
            raise
        raise VaultRefused(Code.BACKUP_DAMAGED) from None


def _mac(content: bytes, key: "VaultKey") -> str:
    from gezinsplan.storage.keys import authenticated

    return authenticated(content, key, _MAC_PURPOSE)


def _render(content: bytes, mac: str) -> bytes:
    frame = {"content": content.decode("ascii"), "sha256": hashlib.sha256(content).hexdigest(), "mac": mac}
    return json.dumps(frame, indent=1).encode("ascii") + b"\n"


def _parsed(data: bytes) -> tuple[Manifest, dict[str, str]]:
    try:
        return _strictly(data)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise VaultRefused(Code.BACKUP_DAMAGED) from None


def _strictly(data: bytes) -> tuple[Manifest, dict[str, str]]:
    """Read the bytes; any of the errors of the types and of json when they are not exactly ours."""
    frame = json.loads(data)
    content: bytes = frame["content"].encode("ascii")
    told: dict[str, Any] = json.loads(content)
    if _render(content, frame["mac"]) != data:
        raise ValueError
    if _whole(told["generation"]) > GENERATION:
        raise VaultRefused(Code.BACKUP_NEWER, generation=told["generation"])
    counts = Counts(**{name: _whole(number) for name, number in told.pop("counts").items()})
    return Manifest(counts=counts, **{name: _READ[name](content) for name, content in told.items()}), frame


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment


_READ: dict[str, Callable[[object], Any]] = {
    "generation": _whole,
    "vault_id": _text,
    "made": _moment,
    "reason": lambda value: Reason(_text(value)),
    "program": _text,
    "revision": _text,
    "keys_counter": _whole,
    "log_number": _whole,
    "log_hash": _text,
    "database_size": _whole,
    "database_sha256": _text,
    "keys_sha256": _text,
}
