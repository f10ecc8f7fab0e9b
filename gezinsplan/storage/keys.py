"""The key-slot file `keys.json`: one random vault key, wrapped once for every way in.

The rules are those of `security.md`, "The vault". Exact bytes, so that anyone can check or open it without us:

* The file is JSON, ASCII, with three strings: `content`, `sha256` and `mac`.
* `content` is itself JSON (ASCII, sorted keys, no white space) with `generation`, `vault_id`, `counter` and `slots`;
  each slot has `id`, `kind`, `parameters` (texts and whole numbers) and `wrapped` (base64).
* `sha256` is the SHA-256 of the bytes of `content`, in hex. It tells accidents (damaged) from a wrong passphrase.
* `mac` is the HMAC-SHA-256 of the same bytes, in hex, under HKDF-SHA-256 of the vault key without salt and with
  info `gezinsplan keys.json mac`. It shows that a slot was added or swapped by hand.
* A whole file written in any other way than `_render` does it is damaged too: no bit is without meaning.
* `wrapped` is nonce (12 bytes), AES-256-GCM of the vault key, and tag. The wrapping key is 32 bytes that the kind of
  the slot makes of its `parameters` and of what the user has (see `storage.ways`); AAD is the JSON list
  [generation, vault_id, id, kind].

What `parameters` hold belongs to the kind. A kind that this program does not know is carried along unchanged, so that
a new way in needs no new format.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage.wiping import wipe

GENERATION = 1
"""The format of `keys.json` that this program writes and understands."""

KEYS = "keys.json"
"""The name of the key-slot file in the vault's folder."""

PREVIOUS = "keys.previous.json"
"""The version before it; the same bytes as `keys.json` once that has opened the vault."""

KEY_BYTES = 32
"""How long the vault key is, and every key that wraps it."""

_NONCE_BYTES = 12
_TAG_BYTES = 16
_LARGEST_FILE = 1 << 20
_MAC_PURPOSE = b"gezinsplan keys.json mac"


Parameters = Mapping[str, str | int]
"""What a slot tells about itself in plain sight."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the vault key, wrapped with a key that `kind` tells how to get."""

    id: str
    kind: str
    parameters: Parameters
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What `keys.json` says. `counter` grows by one at every change, and the database remembers the last one."""

    generation: int
    vault_id: str
    counter: int
    slots: tuple[Slot, ...]


class VaultKey:
    """The 32 bytes that open the database: kept in one place, so that they can be overwritten."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytearray) -> None:
        """Take over these bytes; nobody else keeps them."""
        self.raw = raw

    @property
    def forgotten(self) -> bool:
        """Whether the bytes were overwritten; a random key is never all zero."""
        return not any(self.raw)

    def used(self, execute: Callable[[str], object], before: str, after: str) -> None:
        """Let SQLCipher have the key as 64 hexadecimal digits in a statement, and overwrite both texts.

        VAULT_LOCKED when the key was forgotten.
        """
        if self.forgotten:
            raise VaultRefused(Code.VAULT_LOCKED)
        # SQLCipher silently takes anything else for a passphrase.
        if len(self.raw) != KEY_BYTES:
            raise ValueError("not a raw key")
        digits = self.raw.hex()
        whole = "".join((before, digits, after))
        try:
            execute(whole)
        finally:
            wipe(digits)
            wipe(whole)

    def forget(self) -> None:
        """Overwrite the bytes; may be done twice."""
        self.raw[:] = bytes(len(self.raw))


class Way(Protocol):
    """One way in: makes of what the user has, and of the parameters of a slot, the key that wraps the vault key.

    `bound` is the AAD of the slot, for a way that seals something of its own.
    """

    @property
    def kind(self) -> str:
        """The kind of the slots that this way opens."""

    @property
    def wrong(self) -> Code:
        """The refusal when it opens none of them."""

    def fresh(self, bound: bytes) -> tuple[Parameters, bytearray]:
        """The parameters of a new slot, and the key that wraps the vault key in it."""

    def wrapping_key(self, parameters: Parameters, bound: bytes) -> bytearray | None:
        """The key for this slot, or None when it is clear that this way does not fit it.

        KeyError, TypeError, ValueError on parameters that this kind of slot cannot have.
        """


# ---------------------------------------------------------------- slots


def create(way: Way) -> tuple[KeyFile, VaultKey]:
    """A new random vault key, and a first key file with one slot for this way in."""
    key = VaultKey(bytearray(os.urandom(KEY_BYTES)))
    empty = KeyFile(GENERATION, uuid4().hex, 1, ())
    return replace(empty, slots=(new_slot(empty, key, way),)), key


def new_slot(file: KeyFile, key: VaultKey, way: Way) -> Slot:
    """A slot of `file` that this way opens; it is not in the file yet."""
    slot = Slot(uuid4().hex, way.kind, {}, b"")
    bound = _bound_to(file, slot)
    parameters, wrapping = way.fresh(bound)
    nonce = os.urandom(_NONCE_BYTES)
    wrapped = nonce + AESGCM(wrapping).encrypt(nonce, key.raw, bound)
    wrapping[:] = bytes(KEY_BYTES)
    return replace(slot, parameters=parameters, wrapped=wrapped)


def _bound_to(file: KeyFile, slot: Slot) -> bytes:
    """The AAD: a wrapped key opens only in its own vault, slot and kind."""
    return _json([file.generation, file.vault_id, slot.id, slot.kind])


def _unwrapped(file: KeyFile, slot: Slot, way: Way) -> VaultKey | None:
    """The vault key, or None when this way does not open the slot. KEYS_DAMAGED on impossible parameters."""
    bound = _bound_to(file, slot)
    try:
        if len(slot.wrapped) != _NONCE_BYTES + KEY_BYTES + _TAG_BYTES:
            raise ValueError
        wrapping = way.wrapping_key(slot.parameters, bound)
    except (KeyError, TypeError, ValueError):
        raise VaultRefused(Code.KEYS_DAMAGED, slot=slot.id) from None
    return None if wrapping is None else _unwrapped_with(file, slot, wrapping)


def _unwrapped_with(file: KeyFile, slot: Slot, wrapping: bytearray) -> VaultKey | None:
    """The vault key, or None when this is not the wrapping key; that one is overwritten."""
    key = VaultKey(bytearray(KEY_BYTES))
    nonce, sealed = slot.wrapped[:_NONCE_BYTES], slot.wrapped[_NONCE_BYTES:]
    try:
        AESGCM(wrapping).decrypt_into(nonce, sealed, _bound_to(file, slot), key.raw)
    except InvalidTag:
        return None
    finally:
        wrapping[:] = bytes(KEY_BYTES)
    return key


def opens(file: KeyFile, slot: Slot, key: VaultKey, way: Way) -> bool:
    """Whether this way gets the vault key out of a slot of `file`; a way that only closes (None) is believed."""
    wrapping = way.wrapping_key(slot.parameters, _bound_to(file, slot))
    if wrapping is None:
        return True
    found = _unwrapped_with(file, slot, wrapping)
    same = found is not None and hmac.compare_digest(found.raw, key.raw)
    if found is not None:
        found.forget()
    return same


# ---------------------------------------------------------------- the file


def seal(file: KeyFile, key: VaultKey) -> bytes:
    """The exact bytes of `keys.json` for these slots."""
    slots = [
        {"id": s.id, "kind": s.kind, "parameters": dict(s.parameters), "wrapped": base64.b64encode(s.wrapped).decode()}
        for s in file.slots
    ]
    told = {"generation": file.generation, "vault_id": file.vault_id, "counter": file.counter, "slots": slots}
    content = _json(told)
    return _render(content, _mac(content, key))


def unlock(data: bytes, way: Way) -> tuple[KeyFile, VaultKey]:
    """Open the bytes of a key file in this way.

    KEYS_DAMAGED (also when a slot was changed by hand), KEYS_NEWER (`generation`), or the `wrong` of the way.
    """
    file = parsed(data)
    for slot in file.slots:
        if slot.kind == way.kind and (key := _unwrapped(file, slot, way)) is not None:
            return check(data, key), key
    raise VaultRefused(way.wrong)


def parsed(data: bytes) -> KeyFile:
    """What a key file says, before any key is known: whole, but not yet proven to be ours. KEYS_DAMAGED, KEYS_NEWER."""
    return _parsed(data)[0]


def check(data: bytes, key: VaultKey) -> KeyFile:
    """What the file says, if it is whole and was written with this vault key; else KEYS_DAMAGED or KEYS_NEWER."""
    file, frame = _parsed(data)
    if not hmac.compare_digest(frame["mac"], _mac(frame["content"].encode("ascii"), key)):
        raise VaultRefused(Code.KEYS_DAMAGED)
    return file


def _mac(content: bytes, key: VaultKey) -> str:
    """In hex: only who has the vault key can write a list of slots."""
    return authenticated(content, key, _MAC_PURPOSE)


def authenticated(content: bytes, key: VaultKey, purpose: bytes) -> str:
    """The HMAC-SHA-256 of the content in hex, under HKDF-SHA-256 of the vault key for this purpose alone.

    VAULT_LOCKED when the key was forgotten: a file would seem damaged, or be written under no key at all.
    """
    raw = bytes(key.raw)
    if not any(raw):
        raise VaultRefused(Code.VAULT_LOCKED)
    derived = HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive(raw)
    return hmac.digest(derived, content, "sha256").hex()


def _json(value: object) -> bytes:
    """The one way in which we write JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _render(content: bytes, mac: str) -> bytes:
    """The file around its content; readable by eye, one way only."""
    frame = {"content": content.decode("ascii"), "sha256": hashlib.sha256(content).hexdigest(), "mac": mac}
    return json.dumps(frame, indent=1).encode("ascii") + b"\n"


def _parsed(data: bytes) -> tuple[KeyFile, dict[str, str]]:
    """What the bytes say and the frame around it; KEYS_DAMAGED or KEYS_NEWER, told without a passphrase."""
    try:
        return _strictly(data)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise VaultRefused(Code.KEYS_DAMAGED) from None


def _strictly(data: bytes) -> tuple[KeyFile, dict[str, str]]:
    """Read the bytes; any of the errors of the types and of json when they are not exactly ours."""
    if len(data) > _LARGEST_FILE:
        raise ValueError
    frame = json.loads(data)
    content = _text(frame["content"]).encode("ascii")
    if hashlib.sha256(content).hexdigest() != frame["sha256"]:
        raise ValueError
    told = json.loads(content)
    # A later generation may have another frame and other fields: the number is all that we ask of it.
    if _whole(told["generation"]) > GENERATION:
        raise VaultRefused(Code.KEYS_NEWER, generation=told["generation"])
    slots = tuple(_slot(each) for each in _list(told.pop("slots")))
    file = KeyFile(told.pop("generation"), _text(told.pop("vault_id")), _whole(told.pop("counter")), slots)
    if told or file.generation != GENERATION or _render(content, _text(frame["mac"])) != data:
        raise ValueError
    return file, frame


def _slot(told: dict[str, object]) -> Slot:
    """One slot, of whatever kind, with nothing left out or added."""
    parameters = told["parameters"]
    if told.keys() != {"id", "kind", "parameters", "wrapped"} or not isinstance(parameters, dict):
        raise TypeError
    if not all(type(value) in (str, int) for value in parameters.values()):
        raise TypeError
    return Slot(_text(told["id"]), _text(told["kind"]), parameters, _bytes(told["wrapped"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _list(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _bytes(value: object) -> bytes:
    return base64.b64decode(_text(value), validate=True)


# ---------------------------------------------------------------- on disk


def read(path: Path) -> bytes:
    """The bytes of a key file; KEYS_MISSING when it is not there, OSError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        raise VaultRefused(Code.KEYS_MISSING) from None


def store(folder: Path, data: bytes) -> None:
    """Make these bytes the key file of the folder and keep the version before it; OSError when that fails.

    The order in which slots change: this first, then the counter in the database. A crash in between leaves a newer
    file, which is accepted; the other order would leave an older one, which is refused.
    """
    if (folder / KEYS).exists():
        write_aside(folder / PREVIOUS, read(folder / KEYS))
    write_aside(folder / KEYS, data)


def settle(folder: Path, data: bytes) -> None:
    """These bytes have opened the vault: let the previous version hold no other slots. OSError when that fails."""
    previous = folder / PREVIOUS
    if not previous.exists() or read(previous) != data:
        write_aside(previous, data)


def write_aside(path: Path, data: bytes) -> None:
    """Write the whole file or leave the old one: aside, flushed to the disk, swapped in. OSError when that fails."""
    part = path.with_name(path.name + ".part")
    try:
        with open(part, "wb", opener=private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Let the names in this folder survive a power cut; Windows does that by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def private(path: str, flags: int) -> int:
    """Open for ourselves alone."""
    return os.open(path, flags, 0o600)
