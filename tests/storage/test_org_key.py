"""The files of the gemeente's key: sealed, whole, ours; every other file is told apart in words."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, org_key
from gezinsplan.storage.ways.gemeente import PrivateKey
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.known import KEY, KNOWN

PASSPHRASE = KNOWN["passphrase"]
CHEAP = Argon2Parameters(64 * 1024, 3, 4)
PRIVATE = KNOWN["private_file"].encode()
PUBLIC = org_key.public_file(KEY.public)


def private_refusal(data: bytes, passphrase: str = PASSPHRASE) -> Code:
    with pytest.raises(VaultRefused) as caught:
        org_key.unseal(data, Passphrase(passphrase))
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value.code


def public_refusal(data: bytes) -> Code:
    with pytest.raises(VaultRefused) as caught:
        org_key.read_public(data)
    return caught.value.code


def changed(**part: object) -> bytes:
    """The private file as somebody without the passphrase can change it."""
    return org_key._framed(json.loads(json.loads(PRIVATE)["content"]) | part)


def changed_public(**part: object) -> bytes:
    return json.dumps(json.loads(PUBLIC) | part).encode()


def test_a_file_of_before_still_opens() -> None:
    assert org_key.unseal(PRIVATE, Passphrase(PASSPHRASE)) == KEY


def test_a_new_file_opens_with_its_passphrase() -> None:
    data = org_key.seal(KEY, Passphrase("een andere zin", CHEAP))
    assert org_key.unseal(data, Passphrase("een andere zin")) == KEY
    assert private_refusal(data, "nog een andere zin") is Code.ORG_KEY_PASSPHRASE
    assert KNOWN["seed"] not in data.decode()


def test_the_public_file_can_be_read_by_eye_and_by_us() -> None:
    assert f'"fingerprint": "{KNOWN["fingerprint"]}"' in PUBLIC.decode()
    assert org_key.read_public(PUBLIC) == KEY.public
    assert org_key.read_public(PUBLIC.replace(b"\n", b"\r\n")) == KEY.public


@given(st.integers(0, len(PRIVATE) * 8 - 1))
def test_any_flipped_bit_is_noticed_before_any_passphrase(bit: int) -> None:
    data = bytearray(PRIVATE)
    data[bit // 8] ^= 1 << bit % 8
    assert private_refusal(bytes(data), "") in (Code.ORG_KEY_DAMAGED, Code.ORG_KEY_OTHER)


def test_damage_does_not_pass_for_a_later_program() -> None:
    assert private_refusal(PRIVATE.replace(b'"generation\\":1', b'"generation\\":3')) is Code.ORG_KEY_DAMAGED


@given(st.integers(0, len(PRIVATE) - 1))
def test_any_cut_is_noticed(length: int) -> None:
    assert private_refusal(PRIVATE[:length], "") in (Code.ORG_KEY_DAMAGED, Code.ORG_KEY_OTHER)


@given(st.integers(0, len(PUBLIC) - 1), st.sampled_from(b'AB0"x{'))
def test_another_letter_in_the_public_file_is_noticed(place: int, letter: int) -> None:
    data = bytearray(PUBLIC)
    data[place] = letter
    try:
        same = json.loads(data) == json.loads(PUBLIC)
    except ValueError:
        same = False
    if not same:
        assert public_refusal(bytes(data)) in (Code.ORG_KEY_DAMAGED, Code.ORG_KEY_OTHER)


@pytest.mark.parametrize(
    "data",
    [
        PRIVATE.replace(b"\n", b"\r\n"),
        b"gezinsplan private key",
        b'["gezinsplan private key"]',
        b'{"content": 1, "x": "gezinsplan private key"}',
        b'{"content": "1", "x": "gezinsplan private key"}',
        b"[" * 50_000 + b"gezinsplan private key",
        changed(more=1),
        changed(what="gezinsplan private key of another"),
        changed(generation="1"),
        changed(generation=0),
        changed(parameters={}),
        changed(parameters=1),
        changed(sealed="AAAA"),
        changed(sealed=1),
        changed(sealed="A" * 28),
    ],
)
def test_what_we_never_write_is_damage(data: bytes) -> None:
    assert private_refusal(data) is Code.ORG_KEY_DAMAGED


def test_the_head_of_another_file_does_not_fit() -> None:
    other = PrivateKey.new().public.fingerprint
    assert private_refusal(changed(fingerprint=other)) is Code.ORG_KEY_PASSPHRASE


def test_a_file_of_a_later_program_is_named() -> None:
    assert private_refusal(changed(generation=2, more=[1])) is Code.ORG_KEY_NEWER
    assert public_refusal(changed_public(generation=2, more=[1])) is Code.ORG_KEY_NEWER


@pytest.mark.parametrize(
    "data",
    [
        changed_public(more=1),
        changed_public(suite="x"),
        changed_public(fingerprint="0000-0000-0000-0000-0000"),
        changed_public(public_key="AAAA"),
        changed_public(public_key=None),
        changed_public(generation="2"),
        changed_public(generation=True),
        b'"gezinsplan public key"',
        b"gezinsplan public key \xff",
    ],
)
def test_another_public_file_is_damage(data: bytes) -> None:
    assert public_refusal(data) is Code.ORG_KEY_DAMAGED


def test_other_files_are_told_apart_from_damage(template: tuple[Path, bytes]) -> None:
    vault_keys = (template[0] / keys.KEYS).read_bytes()
    for data in (b"", b"%PDF-1.7", vault_keys, PUBLIC):
        assert private_refusal(data) is Code.ORG_KEY_OTHER
    for data in (b"", b"{}", vault_keys, PRIVATE):
        assert public_refusal(data) is Code.ORG_KEY_OTHER


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing", tmp_path / ("x" * 300)):
        with pytest.raises(VaultRefused) as caught:
            org_key.read(path)
        assert caught.value.code is Code.ORG_KEY_FILE
    (tmp_path / "huge").write_bytes(PRIVATE + b" " * (1 << 20))
    assert private_refusal(org_key.read(tmp_path / "huge")) is Code.ORG_KEY_DAMAGED
