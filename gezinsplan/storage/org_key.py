"""The two files of the gemeente's key: the private key, sealed with a passphrase, and the public key for everybody.

Anyone can check or open them without us. Both are JSON, ASCII. How keys follow from the seed, and what suite and
fingerprint are, tells `storage.ways.gemeente`.

* The public file has `what` ("gezinsplan public key"), `generation`, `suite`, `fingerprint` and `public_key` (base64).
  White space does not matter; the fingerprint finds accidents, and people compare it by telephone.
* The private file has exact bytes: two strings, `content` and `sha256`, the SHA-256 of the bytes of `content` in hex,
  by which accidents are told from a wrong passphrase. `content` is itself JSON (ASCII, sorted keys, no white space)
  with `what` ("gezinsplan private key"), `generation`, `suite`, `fingerprint`, `parameters` and `sealed`: the seed of
  32 bytes in AES-256-GCM (nonce of 12 bytes, ciphertext, tag; base64) under the Argon2id of a passphrase, with the
  `parameters` of a passphrase slot. AAD is the JSON list [generation, what, suite, fingerprint].
"""

import base64
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage.ways.gemeente import SEED_BYTES, SUITE, PrivateKey, PublicKey
from gezinsplan.storage.ways.passphrase import Passphrase

GENERATION = 1
"""The format of both files that this program writes and understands."""

_PUBLIC, _PRIVATE = "gezinsplan public key", "gezinsplan private key"
_NONCE_BYTES, _TAG_BYTES = 12, 16
_LARGEST_FILE = 1 << 16
_IMPOSSIBLE = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What reading a file that is not exactly ours may raise."""


def seal(key: PrivateKey, way: Passphrase) -> bytes:
    """The exact bytes of the private file."""
    head = _head(_PRIVATE, key.public)
    parameters, wrapping = way.fresh(_bound(head))
    nonce = os.urandom(_NONCE_BYTES)
    sealed = nonce + AESGCM(wrapping).encrypt(nonce, key.seed, _bound(head))
    wrapping[:] = bytes(len(wrapping))
    return _framed({**head, "parameters": dict(parameters), "sealed": base64.b64encode(sealed).decode()})


def unseal(data: bytes, way: Passphrase) -> PrivateKey:
    """The private key out of its file; ORG_KEY_OTHER, ORG_KEY_NEWER, ORG_KEY_DAMAGED, ORG_KEY_PASSPHRASE."""
    try:
        told = _private(data)
        sealed = base64.b64decode(told["sealed"], validate=True)
        if len(sealed) != _NONCE_BYTES + SEED_BYTES + _TAG_BYTES:
            raise ValueError
        wrapping = way.wrapping_key(told["parameters"], _bound(told))
        key = PrivateKey(AESGCM(wrapping).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound(told)))
        wrapping[:] = bytes(len(wrapping))
        if told != _head(_PRIVATE, key.public) | {name: told[name] for name in ("parameters", "sealed")}:
            raise ValueError
    except InvalidTag:
        raise VaultRefused(Code.ORG_KEY_PASSPHRASE) from None
    except _IMPOSSIBLE:
        raise VaultRefused(Code.ORG_KEY_DAMAGED) from None
    return key


def refuse_unfit(data: bytes) -> None:
    """The refusals of `unseal` that can be told before anybody types a passphrase."""
    try:
        _private(data)
    except _IMPOSSIBLE:
        raise VaultRefused(Code.ORG_KEY_DAMAGED) from None


def public_file(key: PublicKey) -> bytes:
    """The bytes of the public file."""
    told = {**_head(_PUBLIC, key), "public_key": base64.b64encode(key.raw).decode()}
    return json.dumps(told, indent=1).encode("ascii") + b"\n"


def read_public(data: bytes) -> PublicKey:
    """The public key out of its file; ORG_KEY_OTHER, ORG_KEY_NEWER, ORG_KEY_DAMAGED."""
    _refuse_other(data, _PUBLIC)
    try:
        told = json.loads(data)
        _refuse_generation(told)
        key = PublicKey(base64.b64decode(told["public_key"], validate=True))
        if told != _head(_PUBLIC, key) | {"public_key": told["public_key"]}:
            raise ValueError
    except _IMPOSSIBLE:
        raise VaultRefused(Code.ORG_KEY_DAMAGED) from None
    return key


def read(path: Path) -> bytes:
    """The bytes of one of these files; ORG_KEY_FILE when it is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE)
    except OSError:
        raise VaultRefused(Code.ORG_KEY_FILE) from None


def _head(what: str, key: PublicKey) -> dict[str, Any]:
    return {"what": what, "generation": GENERATION, "suite": SUITE, "fingerprint": key.fingerprint}


def _bound(told: dict[str, Any]) -> bytes:
    """The AAD: the seed opens only in the file of its own key."""
    return _json([told[name] for name in ("generation", "what", "suite", "fingerprint")])


def _private(data: bytes) -> dict[str, Any]:
    """The content of a whole private file; any of the errors of the types and of json when it is not exactly ours."""
    _refuse_other(data, _PRIVATE)
    frame = json.loads(data)
    # First of all: a bit that fell over must not pass for a later generation.
    if hashlib.sha256(frame["content"].encode("ascii")).hexdigest() != frame["sha256"]:
        raise ValueError
    told: dict[str, Any] = json.loads(frame["content"])
    _refuse_generation(told)
    if told["what"] != _PRIVATE or _framed(told) != data:
        raise ValueError
    return told


def _refuse_other(data: bytes, what: str) -> None:
    """ORG_KEY_OTHER when these bytes never were a file of this sort, damaged or not."""
    if what.encode() not in data:
        raise VaultRefused(Code.ORG_KEY_OTHER)


def _refuse_generation(told: dict[str, Any]) -> None:
    """A later generation may have other fields: the number is all that we ask of it."""
    if type(told["generation"]) is not int or told["generation"] < GENERATION:
        raise ValueError
    if told["generation"] > GENERATION:
        raise VaultRefused(Code.ORG_KEY_NEWER, generation=told["generation"])


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _framed(told: dict[str, Any]) -> bytes:
    content = _json(told)
    frame = {"content": content.decode("ascii"), "sha256": hashlib.sha256(content).hexdigest()}
    return json.dumps(frame, indent=1).encode("ascii") + b"\n"
