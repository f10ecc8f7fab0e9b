"""The code of the recovery sheet: forgiving when typed, and every mistake is named by its group."""

import base64
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import crockford, keys
from gezinsplan.storage.ways.sheet import KIND, RecoveryCode

KNOWN = RecoveryCode(bytes(range(1, 21)))
PRINTED = "04104-61057-0R3GR-G28AR-1C60P-T3GFE-208HW-44RM0"
SALT = base64.b64encode(bytes(32)).decode()
FILE, KEY = keys.create(KNOWN)
codes = st.binary(min_size=20, max_size=20).map(RecoveryCode)
places = st.tuples(st.integers(0, 7), st.integers(0, 4))


def refusal(text: str) -> VaultRefused:
    with pytest.raises(VaultRefused) as caught:
        RecoveryCode.parse(text)
    return caught.value


def wrong_group(groups: list[str], between: str = " ") -> object:
    found = refusal(between.join(groups))
    assert found.code is Code.CODE_TYPO
    return found.values["group"]


def outcome(number: int, group: str) -> int:
    """The check as the docstring tells it, done by hand."""
    for sign in group:
        number *= 2
        if number >= 32:
            number ^= 37
        number ^= "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(sign)
    return number


def test_the_format_stays_what_it_is() -> None:
    assert KNOWN.printed == PRINTED
    assert KNOWN.wrapping_key({"kdf": "hkdf-sha256", "salt": SALT}, b"").hex() == (
        "fe2e28d89bfd6180330595f1fd86e3ba6108f39a3c3d94a2eafe23661b8e8763"
    )


@given(codes)
def test_anybody_can_redo_the_check(code: RecoveryCode) -> None:
    assert [outcome(number, group) for number, group in enumerate(code.groups, start=1)] == [0] * 8
    bare = "".join(group[:4] for group in code.groups)
    assert int.from_bytes(code.raw) == sum(
        crockford.ALPHABET.index(sign) << 5 * at for at, sign in enumerate(bare[::-1])
    )


@given(codes)
def test_what_is_printed_is_read_back(code: RecoveryCode) -> None:
    assert RecoveryCode.parse(code.printed) == code
    assert len(code.groups) == 8
    assert {len(group) for group in code.groups} == {5}


@given(codes, st.lists(st.tuples(st.integers(0, 40), st.sampled_from(" -–\n\t\u00a0"))), st.data())
def test_typing_is_forgiven(code: RecoveryCode, between: list[tuple[int, str]], data: st.DataObject) -> None:
    others = {"0": "0Oo", "1": "1IilL"}
    signs = [data.draw(st.sampled_from(others.get(sign, sign + sign.lower()))) for sign in "".join(code.groups)]
    for place, sign in between:
        signs.insert(place, sign)
    assert RecoveryCode.parse("".join(signs)) == code


@given(codes, places, st.sampled_from(crockford.ALPHABET + "U!é€"))
def test_a_wrong_character_is_found_in_its_group(code: RecoveryCode, place: tuple[int, int], sign: str) -> None:
    groups, (group, at) = list(code.groups), place
    assume(groups[group][at] != sign)
    groups[group] = groups[group][:at] + sign + groups[group][at + 1 :]
    assert wrong_group(groups) == group + 1


@given(codes, st.integers(0, 7), st.integers(0, 4), st.integers(0, 4))
def test_characters_that_changed_places_are_found(code: RecoveryCode, group: int, one: int, other: int) -> None:
    groups = list(code.groups)
    signs = list(groups[group])
    assume(signs[one] != signs[other])
    signs[one], signs[other] = signs[other], signs[one]
    groups[group] = "".join(signs)
    assert wrong_group(groups) == group + 1


@given(codes, st.integers(0, 6))
def test_neighbours_over_the_edge_of_a_group_are_found(code: RecoveryCode, group: int) -> None:
    signs = list("".join(code.groups))
    edge = group * 5 + 4
    assume(signs[edge] != signs[edge + 1])
    signs[edge], signs[edge + 1] = signs[edge + 1], signs[edge]
    assert wrong_group(signs, "") == group + 1


@given(codes, st.integers(0, 7), st.integers(0, 7))
def test_groups_that_changed_places_are_found(code: RecoveryCode, one: int, other: int) -> None:
    assume(one < other)
    groups = list(code.groups)
    groups[one], groups[other] = groups[other], groups[one]
    assert wrong_group(groups) == one + 1


@given(codes, places)
def test_a_character_left_out_or_typed_twice_is_found(code: RecoveryCode, place: tuple[int, int]) -> None:
    group, at = place
    for typed in ("", code.groups[group][at] * 2):
        groups = list(code.groups)
        groups[group] = groups[group][:at] + typed + groups[group][at + 1 :]
        assert wrong_group(groups) == group + 1
        found = refusal("".join(groups))
        assert (found.code, found.values) == (Code.CODE_LENGTH, {"n": 39 if not typed else 41})


@pytest.mark.parametrize("text", ["", " - ", "ABC", PRINTED.replace("-", "") + "0", " ".join(PRINTED.split("-")[:7])])
def test_a_part_of_a_code_is_no_code(text: str) -> None:
    found = refusal(text)
    assert (found.code, found.values) == (Code.CODE_LENGTH, {"n": len(text.replace("-", "").replace(" ", ""))})


def test_the_code_is_not_in_its_repr() -> None:
    assert KNOWN.raw.hex() not in repr(KNOWN)
    assert repr(KNOWN.raw) not in repr(KNOWN)
    assert RecoveryCode.new() != RecoveryCode.new()


def test_the_code_opens_its_slot_and_no_other_code_does() -> None:
    data = keys.seal(FILE, KEY)
    assert keys.unlock(data, RecoveryCode.parse(PRINTED))[1].raw == KEY.raw
    assert FILE.slots[0].kind == KIND
    with pytest.raises(VaultRefused) as caught:
        keys.unlock(data, RecoveryCode.new())
    assert caught.value.code is Code.CODE_WRONG
    assert KNOWN.raw.hex() not in data.decode()
    assert PRINTED[:5] not in data.decode()


def test_two_slots_of_one_code_share_nothing() -> None:
    one, other = (keys.new_slot(FILE, KEY, KNOWN) for _slot in range(2))
    assert one.parameters["salt"] != other.parameters["salt"]


@pytest.mark.parametrize("part", [{"id": "0" * 32}, {"kind": "passphrase"}])
def test_a_slot_moved_by_hand_does_not_open(part: dict[str, Any]) -> None:
    moved = replace(FILE, slots=(replace(FILE.slots[0], **part),))
    with pytest.raises(VaultRefused) as caught:
        keys.unlock(keys.seal(moved, KEY), KNOWN)
    assert caught.value.code is Code.CODE_WRONG


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"kdf": "hkdf-sha256"},
        {"kdf": "hkdf-sha256", "salt": "AAAA"},
        {"kdf": "hkdf-sha256", "salt": "?"},
        {"kdf": "argon2id", "salt": SALT},
        {"kdf": "hkdf-sha256", "salt": SALT, "more": 1},
    ],
)
def test_impossible_parameters_are_damage(parameters: dict[str, str | int]) -> None:
    slot = replace(FILE.slots[0], parameters=json.loads(json.dumps(parameters)))
    with pytest.raises(VaultRefused) as caught:
        keys.unlock(keys.seal(replace(FILE, slots=(slot,)), KEY), KNOWN)
    assert caught.value.code is Code.KEYS_DAMAGED
