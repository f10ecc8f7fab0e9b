"""The key of the gemeente: anybody makes a slot for it with the public key, and only the private key opens that.

The private key is one random seed of 32 bytes. HKDF-SHA-256 of the seed, without salt, gives with info
`gezinsplan gemeente ml-kem-768` the 64 bytes of the ML-KEM-768 seed (FIPS 203: d and z), and with info
`gezinsplan gemeente x25519` the 32 bytes of the X25519 private key. The public key is the 1184 bytes of the one
followed by the 32 bytes of the other; its fingerprint is the first 100 bits of its SHA-256, in Crockford's base32.

The wrapping key is 32 random bytes, sealed with HPKE (RFC 9180, base mode) to the public key: KEM ML-KEM-768 with
X25519, HKDF-SHA-256, AES-256-GCM, info the AAD of the slot. Parameters of the slot: `suite`, `public_key` and `sealed`
(base64), `fingerprint`. The public key is in the slot so that a new vault key can be sealed to it and nobody is asked.
"""

import base64
import hashlib
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gezinsplan.domain.errors import Code
from gezinsplan.storage import crockford
from gezinsplan.storage.keys import KEY_BYTES, Parameters

KIND = "gemeente"
"""The kind of slot that the private key of the gemeente opens."""

SUITE = "hpke-mlkem768-x25519-hkdf-sha256-aes-256-gcm"
"""The name of the one suite that this program knows."""

SEED_BYTES = 32
"""How long the seed of a private key is."""

_MLKEM_PUBLIC_BYTES, _X25519_BYTES, _MLKEM_SEED_BYTES = 1184, 32, 64
_MLKEM_PURPOSE, _X25519_PURPOSE = b"gezinsplan gemeente ml-kem-768", b"gezinsplan gemeente x25519"
_FINGERPRINT, _FINGERPRINT_GROUP = 20, 4
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public key, with which a slot is made; it opens none. ValueError on bytes that cannot be one."""

    raw: bytes
    kind: str = field(default=KIND, init=False)
    wrong: Code = field(default=Code.ORG_KEY_NOT_OF_VAULT, init=False)

    def __post_init__(self) -> None:
        """Use it once: some X25519 keys only turn out to be impossible then."""
        _SUITE.encrypt(b"", self._both)

    @property
    def _both(self) -> hpke.MLKEM768X25519PublicKey:
        mlkem, x25519 = self.raw[:_MLKEM_PUBLIC_BYTES], self.raw[_MLKEM_PUBLIC_BYTES:]
        return hpke.MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(mlkem), X25519PublicKey.from_public_bytes(x25519)
        )

    @property
    def fingerprint(self) -> str:
        """Twenty characters in five groups, by which people compare keys over the telephone."""
        digest = crockford.encoded(hashlib.sha256(self.raw).digest()[:15])
        return "-".join(crockford.in_groups(digest[:_FINGERPRINT], _FINGERPRINT_GROUP))

    def fresh(self, bound: bytes) -> tuple[Parameters, bytearray]:
        """A random wrapping key, and what the private key needs to find it."""
        wrapping = bytearray(os.urandom(KEY_BYTES))
        parameters: Parameters = {
            "suite": SUITE,
            "public_key": base64.b64encode(self.raw).decode(),
            "fingerprint": self.fingerprint,
            "sealed": base64.b64encode(_SUITE.encrypt(wrapping, self._both, info=bound)).decode(),
        }
        return parameters, wrapping

    def wrapping_key(self, parameters: Parameters, _bound: bytes) -> None:
        """Never a key: what is sealed to it only the private key opens."""
        _read(parameters)


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """The private key: opens every slot that was made with its public key."""

    seed: bytes = field(repr=False)
    kind: str = field(default=KIND, init=False)
    wrong: Code = field(default=Code.ORG_KEY_NOT_OF_VAULT, init=False)

    def __post_init__(self) -> None:
        """Refuse a seed of any other length."""
        if len(self.seed) != SEED_BYTES:
            raise ValueError("not a seed")

    @classmethod
    def new(cls) -> "PrivateKey":
        """A key that nobody has."""
        return cls(os.urandom(SEED_BYTES))

    @property
    def public(self) -> PublicKey:
        """The key that may be given to everybody."""
        mlkem, x25519 = self._parts()
        return PublicKey(mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())

    def fresh(self, bound: bytes) -> tuple[Parameters, bytearray]:
        """The same slot as with the public key."""
        return self.public.fresh(bound)

    def wrapping_key(self, parameters: Parameters, bound: bytes) -> bytearray | None:
        """The key that was sealed to this slot; None when it was sealed to another key, slot or vault."""
        _public, sealed = _read(parameters)
        try:
            wrapping = _SUITE.decrypt(sealed, hpke.MLKEM768X25519PrivateKey(*self._parts()), info=bound)
        except InvalidTag:
            return None
        if len(wrapping) != KEY_BYTES:
            raise ValueError
        return bytearray(wrapping)

    def _parts(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        mlkem = _derived(self.seed, _MLKEM_SEED_BYTES, _MLKEM_PURPOSE)
        x25519 = _derived(self.seed, _X25519_BYTES, _X25519_PURPOSE)
        return MLKEM768PrivateKey.from_seed_bytes(mlkem), X25519PrivateKey.from_private_bytes(x25519)


def public_key(parameters: Parameters) -> PublicKey:
    """The key to which a slot with these parameters was sealed; KeyError, TypeError, ValueError on impossible ones."""
    return _read(parameters)[0]


def _read(parameters: Parameters) -> tuple[PublicKey, bytes]:
    """The public key of a slot and what was sealed to it."""
    public = PublicKey(base64.b64decode(str(parameters["public_key"]), validate=True))
    told = {"suite": SUITE, "fingerprint": public.fingerprint}
    if parameters.keys() != told.keys() | {"public_key", "sealed"} or not told.items() <= parameters.items():
        raise ValueError
    return public, base64.b64decode(str(parameters["sealed"]), validate=True)


def _derived(seed: bytes, length: int, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=purpose).derive(seed)
