"""A typed passphrase, made dear to guess with Argon2id (RFC 9106).

The wrapping key is Argon2id of the UTF-8 of the NFC form of the passphrase; nothing is trimmed. Parameters of the
slot: `kdf` ("argon2id"), `memory_kib`, `iterations`, `lanes` and `salt` (16 bytes, base64).
"""

import base64
import os
import unicodedata
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw

from gezinsplan.domain.errors import Code
from gezinsplan.storage.keys import KEY_BYTES, Parameters
from gezinsplan.storage.wiping import wipe

KIND = "passphrase"
"""The kind of slot that a typed passphrase opens."""

_SALT_BYTES = 16
_PAYABLE = ((64 * 1024, 4 * 1024 * 1024), (3, 64), (1, 64))


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """How dear one guess at the passphrase is; stored in the slot, so that it can grow with the years."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse what is weaker than the floor of `security.md`, or so dear that it only serves to hang us."""
        asked = (self.memory_kib, self.iterations, self.lanes)
        if not all(low <= value <= high for value, (low, high) in zip(asked, _PAYABLE, strict=True)):
            raise ValueError("Argon2id parameters out of range")


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A typed passphrase; `cost` is what a new slot of it costs to guess at."""

    text: str = field(repr=False)
    cost: Argon2Parameters = Argon2Parameters()
    kind: str = field(default=KIND, init=False)
    wrong: Code = field(default=Code.PASSPHRASE_WRONG, init=False)

    def fresh(self, _bound: bytes) -> tuple[Parameters, bytearray]:
        """A new salt, and the key it gives."""
        salt = os.urandom(_SALT_BYTES)
        parameters: Parameters = {
            "kdf": "argon2id",
            "memory_kib": self.cost.memory_kib,
            "iterations": self.cost.iterations,
            "lanes": self.cost.lanes,
            "salt": base64.b64encode(salt).decode(),
        }
        return parameters, self._stretched(salt, self.cost)

    def wrapping_key(self, parameters: Parameters, _bound: bytes) -> bytearray:
        """The key for the slot with these parameters; this is the step that takes its time on purpose."""
        return self._stretched(*_salt_and_cost(parameters))

    def _stretched(self, salt: bytes, cost: Argon2Parameters) -> bytearray:
        # Half characters from a terminal count too rather than fail.
        secret = unicodedata.normalize("NFC", self.text).encode("utf-8", "surrogatepass")
        # Not the Argon2id of `cryptography`: it computes the lanes one after the other, in three times the time.
        made = hash_secret_raw(
            secret=secret,
            salt=salt,
            time_cost=cost.iterations,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
        key = bytearray(made)
        wipe(made)
        wipe(secret)
        return key


def _salt_and_cost(parameters: Parameters) -> tuple[bytes, Argon2Parameters]:
    """What the slot says about Argon2id; anything weaker than the floor was not written by us."""
    told = dict(parameters)
    salt = base64.b64decode(str(told.pop("salt")), validate=True)
    if told.pop("kdf") != "argon2id" or len(salt) != _SALT_BYTES:
        raise ValueError
    cost = Argon2Parameters(*(_whole(told.pop(name)) for name in ("memory_kib", "iterations", "lanes")))
    if told:
        raise ValueError
    return salt, cost


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value
