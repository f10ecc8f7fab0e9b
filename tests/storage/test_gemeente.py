"""The slot of the gemeente: made with the public key alone, opened by the private key alone."""

import base64
import hashlib
import json
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys
from gezinsplan.storage.keys import KeyFile, Parameters, VaultKey
from gezinsplan.storage.ways.gemeente import KIND, SUITE, PrivateKey, PublicKey, public_key
from tests.storage.known import KEY, KNOWN

FILE, VAULT_KEY = keys.create(KEY.public)
OTHER = PrivateKey.new()
SLOT = FILE.slots[0]


def sealed(**part: object) -> bytes:
    """The key file with its slot changed by who has the vault key."""
    return keys.seal(replace(FILE, slots=(replace(SLOT, **part),)), VAULT_KEY)  # type: ignore[arg-type]


def opened(data: bytes, key: PrivateKey | PublicKey = KEY) -> tuple[KeyFile, VaultKey]:
    return keys.unlock(data, key)


def refusal(data: bytes, key: PrivateKey | PublicKey = KEY) -> Code:
    with pytest.raises(VaultRefused) as caught:
        opened(data, key)
    return caught.value.code


def test_the_format_stays_what_it_is() -> None:
    assert hashlib.sha256(KEY.public.raw).hexdigest() == KNOWN["public_key_sha256"]
    assert KEY.public.fingerprint == KNOWN["fingerprint"] == "ZQMW-D2GR-M1FK-AB5V-K039"
    told: Parameters = {
        "suite": "hpke-mlkem768-x25519-hkdf-sha256-aes-256-gcm",
        "public_key": base64.b64encode(KEY.public.raw).decode(),
        "fingerprint": KNOWN["fingerprint"],
        "sealed": KNOWN["sealed"],
    }
    wrapping = KEY.wrapping_key(told, KNOWN["bound"].encode())
    assert wrapping is not None
    assert wrapping.hex() == KNOWN["wrapping_key"]


def test_the_keys_follow_from_the_seed_as_the_docstring_tells() -> None:
    def derived(info: bytes, length: int) -> bytes:
        return HKDF(SHA256(), length, salt=None, info=info).derive(bytes.fromhex(KNOWN["seed"]))

    mlkem = MLKEM768PrivateKey.from_seed_bytes(derived(b"gezinsplan gemeente ml-kem-768", 64))
    x25519 = X25519PrivateKey.from_private_bytes(derived(b"gezinsplan gemeente x25519", 32))
    assert KEY.public.raw == mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()


def test_who_has_only_the_public_key_adds_a_way_that_the_private_key_opens() -> None:
    assert (SLOT.kind, SLOT.parameters["suite"]) == (KIND, SUITE)
    assert opened(sealed())[1].raw == VAULT_KEY.raw
    assert refusal(sealed(), KEY.public) is Code.ORG_KEY_NOT_OF_VAULT
    assert refusal(sealed(), OTHER) is Code.ORG_KEY_NOT_OF_VAULT


def test_a_slot_made_with_the_private_key_is_the_same_kind_of_slot() -> None:
    slot = keys.new_slot(FILE, VAULT_KEY, KEY)
    assert opened(keys.seal(replace(FILE, slots=(slot,)), VAULT_KEY))[1].raw == VAULT_KEY.raw


def test_a_new_vault_key_is_sealed_to_the_key_in_the_slot() -> None:
    public = public_key(SLOT.parameters)
    assert public == KEY.public
    fresh = VaultKey(bytearray(b"\1" * 32))
    slot = keys.new_slot(FILE, fresh, public)
    assert slot.parameters["sealed"] != SLOT.parameters["sealed"]
    assert opened(keys.seal(replace(FILE, slots=(slot,)), fresh))[1].raw == fresh.raw


def test_a_slot_moved_by_hand_does_not_open() -> None:
    assert refusal(sealed(id="0" * 32)) is Code.ORG_KEY_NOT_OF_VAULT
    elsewhere = replace(FILE, vault_id="0" * 32)
    assert refusal(keys.seal(elsewhere, VAULT_KEY)) is Code.ORG_KEY_NOT_OF_VAULT


def test_what_was_sealed_to_another_slot_does_not_open() -> None:
    other = keys.new_slot(FILE, VAULT_KEY, KEY.public)
    swapped = {**SLOT.parameters, "sealed": other.parameters["sealed"]}
    assert refusal(sealed(parameters=swapped)) is Code.ORG_KEY_NOT_OF_VAULT


def test_the_key_finds_its_slot_among_those_of_others() -> None:
    slots = (keys.new_slot(FILE, VAULT_KEY, OTHER.public), SLOT)
    assert opened(keys.seal(replace(FILE, slots=slots), VAULT_KEY))[1].raw == VAULT_KEY.raw


def test_a_slot_with_another_key_in_it_is_damage() -> None:
    changed = {**SLOT.parameters, "public_key": base64.b64encode(OTHER.public.raw).decode()}
    assert refusal(sealed(parameters=changed)) is Code.KEYS_DAMAGED


@pytest.mark.parametrize(
    "part",
    [
        {"suite": "hpke-of-later"},
        {"fingerprint": "0000-0000-0000-0000-0000"},
        {"public_key": "AAAA"},
        {"public_key": 1},
        {"sealed": "é"},
        {"more": 1},
    ],
)
@pytest.mark.parametrize("key", [KEY, KEY.public], ids=["private", "public"])
def test_impossible_parameters_are_damage(part: dict[str, str | int], key: PrivateKey | PublicKey) -> None:
    assert refusal(sealed(parameters={**SLOT.parameters, **part}), key) is Code.KEYS_DAMAGED


def test_nothing_left_out_either() -> None:
    for name in SLOT.parameters:
        rest = {key: value for key, value in SLOT.parameters.items() if key != name}
        assert refusal(sealed(parameters=rest)) is Code.KEYS_DAMAGED


def test_a_wrapping_key_of_another_length_is_damage() -> None:
    from gezinsplan.storage.ways import gemeente

    bound = json.dumps([1, FILE.vault_id, SLOT.id, KIND], separators=(",", ":")).encode()
    short = gemeente._SUITE.encrypt(b"short", KEY.public._both, info=bound)
    parameters = {**SLOT.parameters, "sealed": base64.b64encode(short).decode()}
    assert refusal(sealed(parameters=parameters)) is Code.KEYS_DAMAGED


@pytest.mark.parametrize("raw", [b"", bytes(1216), KEY.public.raw[:-1], KEY.public.raw + b"\0", b"\xff" * 1216])
def test_what_cannot_be_a_public_key_is_none(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PublicKey(raw)


def test_a_seed_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="seed"):
        PrivateKey(bytes(31))


def test_the_private_key_is_not_in_its_repr() -> None:
    assert KNOWN["seed"] not in repr(KEY)
    assert repr(KEY.seed) not in repr(KEY)
    assert KNOWN["seed"] not in sealed().decode()
