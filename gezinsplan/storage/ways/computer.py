"""This computer: a random key in the keyring of the operating system, good for some hours after a typed passphrase.

The wrapping key is 32 random bytes, which stand in base64 in the keyring under a random name. Parameters of the slot:
`entry` (that name, 32 hexadecimal digits) and `made_at` (whole seconds since 1970 UTC). When its time is over, the
secret is overwritten with the word EXPIRED; by that word the next typed passphrase knows that it was on this computer,
and not on one that the vault was copied from, that the user asked for it. Never the only way in (see `storage.slots`).
"""

import base64
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import system_keyring
from gezinsplan.storage.keys import KEY_BYTES, Parameters

KIND = "computer"
"""The kind of slot that this computer opens."""

EXPIRED = "verlopen"
"""Stands in the keyring in place of a secret whose time is over."""

_ENTRY_BYTES = 16


@dataclass(frozen=True, slots=True)
class ThisComputer:
    """The keyring of this computer at a moment; `hours` is how long it may be used after a typed passphrase.

    With `ask` the system may ask its user to unlock the keyring. A new slot of it keeps its secret under `entry`.
    """

    moment: datetime
    hours: int
    ask: bool = True
    entry: str = field(default_factory=lambda: secrets.token_hex(_ENTRY_BYTES))
    kind: str = field(default=KIND, init=False)
    wrong: Code = field(default=Code.COMPUTER_MISSING, init=False)

    def fresh(self, _bound: bytes) -> tuple[Parameters, bytearray]:
        """A new random key, kept in the keyring. KEYRING_ABSENT, KEYRING_LOCKED, KEYRING_UNFIT."""
        wrapping = bytearray(os.urandom(KEY_BYTES))
        system_keyring.write(self.entry, base64.b64encode(wrapping).decode(), ask=self.ask)
        return {"entry": self.entry, "made_at": int(self.moment.timestamp())}, wrapping

    def wrapping_key(self, parameters: Parameters, _bound: bytes) -> bytearray:
        """The key from the keyring.

        COMPUTER_EXPIRED (then the secret is removed), COMPUTER_MISSING, and the refusals of the keyring.
        """
        entry, _made_at = _told(parameters)
        if not in_time(parameters, self.moment, self.hours):
            with suppress(VaultRefused):
                expire(entry)
            raise VaultRefused(Code.COMPUTER_EXPIRED, hours=self.hours)
        secret = system_keyring.read(entry, ask=self.ask)
        if secret == EXPIRED:
            raise VaultRefused(Code.COMPUTER_EXPIRED, hours=self.hours)
        return _decoded(secret)


def in_time(parameters: Parameters, moment: datetime, hours: int) -> bool:
    """Whether the slot may be used: a clock that stands before its making counts as too late.

    KeyError, TypeError, ValueError on parameters that we never write.
    """
    return 0 <= int(moment.timestamp()) - _told(parameters)[1] < hours * 3600


def entry_of(parameters: Parameters) -> str:
    """Under which name the keyring has the secret of a slot."""
    return _told(parameters)[0]


def expire(entry: str) -> None:
    """Remove the secret, so that only a typed passphrase opens; asks nothing. The refusals of the keyring."""
    if system_keyring.read(entry, ask=False) not in (None, EXPIRED):
        system_keyring.write(entry, EXPIRED, ask=False)


def _told(parameters: Parameters) -> tuple[str, int]:
    """The entry and the moment of making, in whole seconds."""
    entry, made_at = parameters["entry"], parameters["made_at"]
    if not isinstance(entry, str) or not re.fullmatch("[0-9a-f]{32}", entry) or len(parameters) != 2:  # noqa: PLR2004
        raise ValueError
    if not isinstance(made_at, int):
        raise TypeError
    return entry, made_at


def _decoded(secret: str | None) -> bytearray:
    """The key that a secret stands for; COMPUTER_MISSING when it is not one of ours."""
    try:
        wrapping = bytearray(base64.b64decode(secret or "", validate=True))
    except ValueError:
        wrapping = bytearray()
    if len(wrapping) != KEY_BYTES:
        raise VaultRefused(Code.COMPUTER_MISSING)
    return wrapping
