"""The recovery code of a printed sheet: 160 random bits, which need no slow Argon2id.

The code is 20 random bytes, written as 32 characters of Crockford's base32 (see `storage.crockford`) in 8 groups of 4.
Behind each group stands a check character, so that the sheet shows 8 groups of 5. Anybody can redo the check:

1. Begin with the number of the group, 1 to 8.
2. For each of its five characters, from left to right: double the number; is it 32 or more, XOR it with 37; then XOR
   it with the value of the character (its place in `0123456789ABCDEFGHJKMNPQRSTVWXYZ`, from 0 to 31).
3. A right group ends at 0. The check character is the one that makes it so: the number doubled once more after the four
   characters before it.

This is arithmetic in GF(32), modulo x^5 + x^2 + 1, in which the number of the group and the five characters weigh 5,
16, 8, 4, 2 and 1: all different, and none is 0. So it finds every wrong character, any two characters of a group that
changed places, and every group that stands in the place of another; of other mistakes 31 in 32 per group.

The wrapping key is HKDF-SHA-256 of the 20 bytes with the salt of the slot and info `gezinsplan recovery sheet`.
Parameters of the slot: `kdf` ("hkdf-sha256") and `salt` (32 bytes, base64).
"""

import base64
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import crockford
from gezinsplan.storage.keys import KEY_BYTES, Parameters

KIND = "sheet"
"""The kind of slot that the code of a recovery sheet opens."""

GROUPS, GROUP = 8, 5
"""How many groups a code has, and how many characters a group has with its check character."""

_CODE_BYTES = 20
_SALT_BYTES = 32
_PURPOSE = b"gezinsplan recovery sheet"


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The code of one recovery sheet."""

    raw: bytes = field(repr=False)
    kind: str = field(default=KIND, init=False)
    wrong: Code = field(default=Code.CODE_WRONG, init=False)

    @classmethod
    def new(cls) -> "RecoveryCode":
        """A code that nobody has seen."""
        return cls(os.urandom(_CODE_BYTES))

    @classmethod
    def parse(cls, text: str) -> "RecoveryCode":
        """The code as somebody typed it; case, spaces and hyphens do not matter, O is 0, and I and L are 1.

        CODE_LENGTH (`n`: how many characters there are), CODE_TYPO (`group`: the first that is wrong).
        """
        groups = _groups(text)
        for number, group in enumerate(groups, start=1):
            if not _is_right(number, group):
                raise VaultRefused(Code.CODE_TYPO, group=number)
        return cls(crockford.decoded("".join(group[:-1] for group in groups)))

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups as they are printed, each with its check character."""
        bare = crockford.in_groups(crockford.encoded(self.raw), GROUP - 1)
        return tuple(group + _check(number, group) for number, group in enumerate(bare, start=1))

    @property
    def printed(self) -> str:
        """The code as one line."""
        return "-".join(self.groups)

    def fresh(self, _bound: bytes) -> tuple[Parameters, bytearray]:
        """A new salt, and the key it gives."""
        salt = os.urandom(_SALT_BYTES)
        return {"kdf": "hkdf-sha256", "salt": base64.b64encode(salt).decode()}, self._derived(salt)

    def wrapping_key(self, parameters: Parameters, _bound: bytes) -> bytearray:
        """The key for the slot with these parameters."""
        salt = base64.b64decode(str(parameters["salt"]), validate=True)
        if parameters.keys() != {"kdf", "salt"} or parameters["kdf"] != "hkdf-sha256" or len(salt) != _SALT_BYTES:
            raise ValueError
        return self._derived(salt)

    def _derived(self, salt: bytes) -> bytearray:
        return bytearray(HKDF(SHA256(), KEY_BYTES, salt=salt, info=_PURPOSE).derive(self.raw))


def _groups(text: str) -> tuple[str, ...]:
    """Eight groups: by their length, or when a character was left out or added, as they were set apart."""
    pieces = crockford.typed(text)
    typed = "".join(pieces)
    if len(typed) == GROUPS * GROUP:
        return crockford.in_groups(typed, GROUP)
    if len(pieces) == GROUPS:
        return tuple(pieces)
    raise VaultRefused(Code.CODE_LENGTH, n=len(typed))


def _is_right(number: int, group: str) -> bool:
    """Whether the check character is the one that the others ask for."""
    return (
        len(group) == GROUP and all(sign in crockford.ALPHABET for sign in group) and group[-1] == _check(number, group)
    )


def _check(number: int, group: str) -> str:
    """The check character of the first four characters of a group."""
    for sign in group[: GROUP - 1]:
        number = _doubled(number) ^ crockford.ALPHABET.index(sign)
    return crockford.ALPHABET[_doubled(number)]


def _doubled(number: int) -> int:
    """Twice the number in GF(32)."""
    double = number << 1
    return double ^ 0b100101 if double > 31 else double  # noqa: PLR2004 # as the docstring tells it
