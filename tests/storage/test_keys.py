import base64
import hashlib
import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys
from gezinsplan.storage.keys import KeyFile, Slot, VaultKey
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase

# One key file for the whole module, so that hypothesis may ask much of it.
PASSPHRASE = "een wachtzin met é, spaties en \N{MUSICAL SYMBOL G CLEF}"
CHEAP = Argon2Parameters(64 * 1024, 3, 4)
FILE, KEY = keys.create(Passphrase(PASSPHRASE, CHEAP))
DATA = keys.seal(FILE, KEY)
MAC = DATA.index(b'"mac": "') + 8
"""Where the 64 digits of the MAC start: to see those changed takes the key, and so the time of a passphrase."""


def refusal(data: bytes, passphrase: str = PASSPHRASE) -> Code:
    with pytest.raises(VaultRefused) as caught:
        keys.unlock(data, Passphrase(passphrase))
    return caught.value.code


def changed(data: bytes = DATA, **content: object) -> bytes:
    """The file with other content and a right SHA-256, as somebody without the key can make it."""
    frame = json.loads(data)
    told = json.loads(frame["content"]) | content
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    frame |= {"content": text, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    return json.dumps(frame, indent=1).encode() + b"\n"


def flipped(bit: int) -> bytes:
    data = bytearray(DATA)
    data[bit // 8] ^= 1 << bit % 8
    return bytes(data)


def with_slot(**part: object) -> bytes:
    slot = json.loads(json.loads(DATA)["content"])["slots"][0]
    return changed(slots=[slot | part])


def with_parameters(**told: object) -> bytes:
    return with_slot(parameters=dict(FILE.slots[0].parameters) | told)


def test_the_passphrase_opens() -> None:
    file, key = keys.unlock(DATA, Passphrase(PASSPHRASE))
    assert (file, key.raw) == (FILE, KEY.raw)


def test_accents_may_be_typed_in_two_ways() -> None:
    assert keys.unlock(DATA, Passphrase(PASSPHRASE.replace("é", "e\u0301")))[1].raw == KEY.raw


@pytest.mark.parametrize("other", ["", PASSPHRASE + " ", " " + PASSPHRASE, PASSPHRASE.upper(), "half \ud800 teken"])
def test_any_other_passphrase_is_wrong(other: str) -> None:
    assert refusal(DATA, other) is Code.PASSPHRASE_WRONG


@pytest.mark.parametrize(
    "good", ["twaalf teken", "\U0001f600" * 12, "lange zin " * 20_000, "half \ud800 teken is ook goed"]
)
def test_any_long_passphrase_is_good(good: str) -> None:
    file, key = keys.create(Passphrase(good, CHEAP))
    assert keys.unlock(keys.seal(file, key), Passphrase(good))[1].raw == key.raw


def test_the_default_is_as_dear_as_designed() -> None:
    assert Argon2Parameters() == Argon2Parameters(memory_kib=262_144, iterations=3, lanes=4)


@pytest.mark.parametrize("weak", [(65_535, 3, 4), (65_536, 2, 4), (65_536, 3, 0), (1 << 40, 3, 4), (65_536, 3, 65)])
def test_no_slot_is_made_below_the_floor_or_beyond_reason(weak: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of range"):
        Argon2Parameters(*weak)


def test_two_files_of_one_passphrase_share_nothing() -> None:
    other, key = keys.create(Passphrase(PASSPHRASE, CHEAP))
    assert key.raw != KEY.raw
    assert other.vault_id != FILE.vault_id
    assert other.slots[0].parameters["salt"] != FILE.slots[0].parameters["salt"]


def test_the_file_says_what_the_docs_say() -> None:
    frame = json.loads(DATA)
    content = json.loads(frame["content"])
    assert list(frame) == ["content", "sha256", "mac"]
    assert set(content) == {"generation", "vault_id", "counter", "slots"}
    assert (content["generation"], content["counter"]) == (1, 1)
    assert set(content["slots"][0]) == {"id", "kind", "parameters", "wrapped"}
    assert KEY.raw.hex().encode() not in DATA
    assert base64.b64encode(KEY.raw) not in DATA


@given(st.integers(0, MAC * 8 - 1))
def test_any_flipped_bit_is_damage_before_any_passphrase(bit: int) -> None:
    assert refusal(flipped(bit), "") is Code.KEYS_DAMAGED


@pytest.mark.parametrize("bit", [MAC * 8, MAC * 8 + 250, (MAC + 63) * 8])
def test_a_flipped_bit_of_the_mac_is_damage(bit: int) -> None:
    assert refusal(flipped(bit)) is Code.KEYS_DAMAGED


@given(st.integers(0, len(DATA) - 1))
def test_any_cut_is_damage(length: int) -> None:
    assert refusal(DATA[:length]) is Code.KEYS_DAMAGED


@given(st.binary(max_size=200))
def test_noise_is_damage(noise: bytes) -> None:
    assert refusal(noise) is Code.KEYS_DAMAGED
    assert refusal(DATA + noise + b" ") is Code.KEYS_DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"null",
        b"[]",
        b"[" * 100_000,
        b" " * (1 << 20) + DATA,
        DATA.replace(b"\n", b"\r\n"),
        changed(generation=0),
        changed(generation=True),
        changed(generation="1"),
        changed(counter=-1),
        changed(vault_id=7),
        changed(more=1),
        changed(slots={}),
        changed(slots=[1]),
        with_slot(more=1),
        with_slot(id=None),
        with_slot(parameters=[]),
        with_slot(wrapped="é"),
        with_slot(wrapped=base64.b64encode(b"short").decode()),
        with_parameters(memory_kib=65_535),
        with_parameters(memory_kib=1 << 50),
        with_parameters(iterations=2),
        with_parameters(iterations="3"),
        with_parameters(lanes=1.5),
        with_parameters(kdf="md5"),
        with_parameters(salt="AAAA"),
        with_parameters(salt=1),
        with_parameters(more=1),
    ],
)
def test_what_we_never_write_is_damage(data: bytes) -> None:
    assert refusal(data) is Code.KEYS_DAMAGED


def test_a_newer_generation_is_named_whatever_else_it_has() -> None:
    with pytest.raises(VaultRefused) as caught:
        keys.unlock(changed(generation=2, slots="other", more=[1]), Passphrase(PASSPHRASE))
    assert (caught.value.code, caught.value.values) == (Code.KEYS_NEWER, {"generation": 2})


@pytest.mark.parametrize("part", [{"id": "0" * 32}, {"kind": "sheet"}])
def test_a_wrapped_key_opens_only_in_its_own_slot(part: dict[str, object]) -> None:
    assert refusal(with_slot(**part)) is Code.PASSPHRASE_WRONG


def test_a_wrapped_key_opens_only_in_its_own_vault() -> None:
    assert refusal(changed(vault_id="0" * 32)) is Code.PASSPHRASE_WRONG


def test_a_slot_added_by_hand_is_noticed() -> None:
    slots = json.loads(json.loads(DATA)["content"])["slots"]
    added = {"id": "x", "kind": "sheet", "parameters": {}, "wrapped": ""}
    assert refusal(changed(slots=[*slots, added])) is Code.KEYS_DAMAGED
    assert refusal(changed(counter=9)) is Code.KEYS_DAMAGED


def test_another_vault_key_does_not_vouch_for_the_file() -> None:
    with pytest.raises(VaultRefused) as caught:
        keys.check(DATA, VaultKey(bytearray(os.urandom(32))))
    assert caught.value.code is Code.KEYS_DAMAGED
    assert keys.check(DATA, KEY) == FILE


def test_a_kind_of_a_later_program_is_carried_along() -> None:
    later = Slot("later", "gemeente", {"kem": "X", "size": 3}, b"whatever")
    file = replace(FILE, counter=2, slots=(later, *FILE.slots))
    assert keys.unlock(keys.seal(file, KEY), Passphrase(PASSPHRASE))[0] == file


def test_without_a_passphrase_slot_no_passphrase_is_right() -> None:
    assert refusal(keys.seal(KeyFile(1, FILE.vault_id, 1, ()), KEY)) is Code.PASSPHRASE_WRONG


def test_forgetting_overwrites() -> None:
    raw = bytearray(os.urandom(32))
    key = VaultKey(raw)
    key.forget()
    key.forget()
    assert raw == bytes(32)
    assert key.forgotten
    with pytest.raises(VaultRefused) as caught:
        key.used(print, "x'", "'")
    assert caught.value.code is Code.VAULT_LOCKED


def test_storing_keeps_the_version_before(tmp_path: Path) -> None:
    keys.store(tmp_path, b"one")
    assert [each.name for each in tmp_path.iterdir()] == [keys.KEYS]
    keys.store(tmp_path, b"two")
    assert (keys.read(tmp_path / keys.KEYS), keys.read(tmp_path / keys.PREVIOUS)) == (b"two", b"one")
    keys.settle(tmp_path, b"two")
    assert keys.read(tmp_path / keys.PREVIOUS) == b"two"
    before = (tmp_path / keys.PREVIOUS).stat().st_mtime_ns
    keys.settle(tmp_path, b"two")
    assert (tmp_path / keys.PREVIOUS).stat().st_mtime_ns == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [keys.KEYS, keys.PREVIOUS]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes; the folder's ACL is inherited")
def test_the_file_is_ours_alone(tmp_path: Path) -> None:
    keys.store(tmp_path, DATA)
    assert stat.S_IMODE((tmp_path / keys.KEYS).stat().st_mode) == 0o600


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(VaultRefused) as caught:
        keys.read(tmp_path / keys.KEYS)
    assert caught.value.code is Code.KEYS_MISSING


FULL = """
import resource, sys
from pathlib import Path
from gezinsplan.storage import keys
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    keys.store(Path(sys.argv[1]), b"new" * 1000)
except OSError as error:
    print(error.errno)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no way to limit a file there")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    keys.store(tmp_path, b"old")
    done = subprocess.run([sys.executable, "-c", FULL, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip().isdigit()
    assert keys.read(tmp_path / keys.KEYS) == b"old"
    assert not list(tmp_path.glob("*.part"))


def test_what_cannot_be_swapped_in_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / keys.KEYS).mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's choice
        keys.write_aside(tmp_path / keys.KEYS, b"new")
    assert [each.name for each in tmp_path.iterdir()] == [keys.KEYS]
