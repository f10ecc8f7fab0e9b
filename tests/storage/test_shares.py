"""The three lists of words: any two give the key back, and one tells nothing."""

from itertools import permutations

import pytest
from shamir_mnemonic import Share, combine_mnemonics, generate_mnemonics

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import shares
from tests.storage.known import KEY, KNOWN

LISTS: list[str] = KNOWN["lists"]


def refusal(*texts: str) -> VaultRefused:
    with pytest.raises(VaultRefused) as caught:
        shares.combine(texts)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value


@pytest.mark.parametrize(("one", "other"), [*permutations(range(3), 2)])
def test_any_two_lists_of_before_open(one: int, other: int) -> None:
    assert shares.combine([LISTS[one], LISTS[other]]) == KEY


def test_new_lists_open_too_and_any_program_for_slip_39_reads_them() -> None:
    made = shares.split(KEY)
    assert len(made) == 3
    assert {len(each.split()) for each in made} == {shares.WORDS}
    assert shares.combine(made) == KEY
    assert combine_mnemonics(made[1:]) == KEY.seed
    assert set(made).isdisjoint(shares.split(KEY))


@pytest.mark.parametrize("texts", [(), (LISTS[0],), (LISTS[1], LISTS[1]), (LISTS[1], LISTS[1].upper())])
def test_one_list_is_not_enough(texts: tuple[str, ...]) -> None:
    assert refusal(*texts).code is Code.SHARES_TOO_FEW


def test_typing_and_files_are_forgiven() -> None:
    words = LISTS[0].upper().split()
    numbered = "\n".join(f"{number:>2}. {word}," for number, word in enumerate(words, start=1))
    assert shares.combine([f"# lijst 1 van 3\n\n{numbered}\n", LISTS[2]]) == KEY


def test_a_word_that_does_not_exist_is_named() -> None:
    words = LISTS[1].split()
    words[6] = "gezinsplan"
    found = refusal(LISTS[0], " ".join(words))
    assert (found.code, found.values) == (Code.SHARE_WORD, {"share": 2, "word": 7})


@pytest.mark.parametrize("place", range(shares.WORDS))
def test_another_word_is_found(place: int) -> None:
    words = LISTS[0].split()
    words[place] = "academic" if words[place] != "academic" else "acid"
    found = refusal(" ".join(words), LISTS[1])
    assert (found.code, found.values) == (Code.SHARE_DAMAGED, {"share": 1})


def test_words_that_changed_places_are_found() -> None:
    words = LISTS[0].split()
    words[8], words[9] = words[9], words[8]
    assert refusal(" ".join(words), LISTS[1]).code is Code.SHARE_DAMAGED


def test_a_word_too_few_or_too_many_is_counted() -> None:
    assert refusal(LISTS[0], "").values == {"share": 2, "n": 0}
    found = refusal(LISTS[0].rsplit(" ", 1)[0], LISTS[1])
    assert (found.code, found.values) == (Code.SHARE_LENGTH, {"share": 1, "n": 32})
    assert refusal(LISTS[0], LISTS[1] + " acid").values == {"share": 2, "n": 34}


def test_lists_of_different_times_do_not_go_together() -> None:
    assert refusal(LISTS[0], shares.split(KEY)[1]).code is Code.SHARES_DIFFER
    assert refusal(LISTS[0], LISTS[1], shares.split(KEY)[2]).code is Code.SHARES_DIFFER


def test_lists_of_different_times_with_one_number_do_not_either() -> None:
    ours, other = Share.from_mnemonic(LISTS[0]), Share.from_mnemonic(shares.split(KEY)[1])
    told = {name: getattr(other, name) for name in Share.__dataclass_fields__}
    forged = Share(**{**told, "identifier": ours.identifier})
    assert refusal(LISTS[0], forged.mnemonic()).code is Code.SHARES_DIFFER


@pytest.mark.parametrize(
    "made",
    [
        generate_mnemonics(1, [(3, 5)], KEY.seed)[0][:3],
        generate_mnemonics(2, [(2, 3), (2, 3)], KEY.seed)[0][:2],
        generate_mnemonics(1, [(2, 3)], KEY.seed, extendable=False, iteration_exponent=0)[0][:2],
        generate_mnemonics(1, [(2, 3)], KEY.seed, iteration_exponent=1)[0][:2],
    ],
    ids=["three-of-five", "two-groups", "not-extendable", "slower"],
)
def test_lists_of_other_programs_are_refused(made: list[str]) -> None:
    assert refusal(*made).code is Code.SHARE_DAMAGED


def test_lists_of_a_shorter_secret_are_refused() -> None:
    made = generate_mnemonics(1, [(2, 3)], KEY.seed[:16], iteration_exponent=0)[0]
    assert refusal(*made[:2]).code is Code.SHARE_LENGTH
