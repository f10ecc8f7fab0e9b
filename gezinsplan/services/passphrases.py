"""How hard a passphrase is to guess, as people choose them, and whether that is enough for a new way in.

The estimate is that of zxcvbn (Wheeler, USENIX Security 2016), with a Dutch list of words beside its own: what is a
word, a name, a date, a repeat, a row of keys or of letters counts for as much as it takes to guess that. We multiply
the pieces and nothing else: whoever guesses knows how people build a sentence. Spaces, marks and capitals hardly count,
so they are left out. There is no rule of composition and no upper limit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import log10
from typing import Any

from gezinsplan import paths
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.services import settings
from gezinsplan.storage.ways.passphrase import Passphrase
from gezinsplan.texts.folding import fold

_AT_FIRST, _AT_MOST = 40, 100
"""How many signs are looked at: the time grows with the square, and what is strong by then stays so."""

_MOST_INSTEAD = 6
"""How many different signs may stand for letters, as in w@chtw00rd."""

_GOOD, _STRONG = 2, 5
"""How many powers of ten above the minimum a passphrase is called good, and strong."""


class Sterkte(StrEnum):
    """How strong a passphrase is, as a word."""

    ZWAK = "zwak"
    KAN_BETER = "kan_beter"
    GOED = "goed"
    STERK = "sterk"


class Advice(StrEnum):
    """Why a passphrase is easy to guess; the sentence stands in `texts.passphrases`."""

    EMPTY = "empty"
    COMMON = "common"
    NAME = "name"
    DIGITS = "digits"
    DATE = "date"
    REPEAT = "repeat"
    ROW = "row"
    KEYS = "keys"
    WORDS = "words"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Strength:
    """The word for it, the estimated guesses as a power of ten, and the advice."""

    sterkte: Sterkte
    log10: float
    advice: Advice


def strength(text: str, least: int | None = None) -> Strength:
    """How strong this is, in some milliseconds; `least` is the power of ten that is enough, else as set."""
    enough = settings.load().passphrase_strength if least is None else least
    plain = "".join(fold(text).split())
    guesses, pieces = _estimate(plain[:_AT_FIRST])
    if guesses < enough + _STRONG and len(plain) > _AT_FIRST:
        guesses, pieces = _estimate(plain[:_AT_MOST])
    sterkte = _sterkte(guesses - enough)
    good = sterkte in (Sterkte.GOED, Sterkte.STERK)
    return Strength(sterkte, guesses, Advice.NONE if good else _advice(plain, pieces))


def checked(text: str) -> Passphrase:
    """The way in by this passphrase, strong enough for a new slot; PASSPHRASE_WEAK (`advice`) when it is not."""
    found = strength(text)
    if found.sterkte is Sterkte.ZWAK:
        raise VaultRefused(Code.PASSPHRASE_WEAK, advice=found.advice)
    return Passphrase(text)


def _sterkte(above: float) -> Sterkte:
    steps = ((_STRONG, Sterkte.STERK), (_GOOD, Sterkte.GOED), (0, Sterkte.KAN_BETER))
    return next((word for least, word in steps if above >= least), Sterkte.ZWAK)


# ---------------------------------------------------------------- the estimate

_Piece = dict[str, Any]


@cache
def _zxcvbn() -> Any:
    """The matchers, with our words; imported when a passphrase is first looked at."""
    from zxcvbn import matching

    words = (paths.resources() / "words" / "nl.txt").read_text(encoding="utf-8").split()
    matching.add_frequency_lists({"nl": words})
    return matching


def _matches(plain: str) -> Iterator[_Piece]:
    """Everything in the text that is quicker to guess than sign by sign.

    Many different signs that may stand for a letter are no longer a word written with signs, and to try all that they
    may mean would take seconds.
    """
    matching = _zxcvbn()
    yield from matching.dictionary_match(plain)
    yield from matching.reverse_dictionary_match(plain)
    yield from matching.spatial_match(plain)
    yield from matching.repeat_match(plain)
    yield from matching.sequence_match(plain)
    yield from matching.regex_match(plain)
    yield from matching.date_match(plain)
    instead = {sign for signs in matching.L33T_TABLE.values() for sign in signs}
    if len(instead.intersection(plain)) <= _MOST_INSTEAD:
        yield from matching.l33t_match(plain)


def _estimate(plain: str) -> tuple[float, tuple[_Piece, ...]]:
    """The cheapest way to build the text from pieces: its guesses as a power of ten, and the pieces."""
    from zxcvbn import scoring

    best: list[tuple[float, tuple[_Piece, ...]]] = [(0.0, ())]
    ending: dict[int, list[_Piece]] = {}
    for match in _matches(plain):
        ending.setdefault(match["j"], []).append(match)
    for end in range(len(plain)):
        loose = {"pattern": "bruteforce", "token": plain[end], "i": end, "j": end}
        whole = [(best[end][0] + 1.0, (*best[end][1], loose))]
        for each in ending.get(end, ()):
            before, pieces = best[each["i"]]
            whole.append((before + log10(scoring.estimate_guesses(each, plain)), (*pieces, each)))
        best.append(min(whole, key=lambda each: each[0]))
    return best[-1]


# ---------------------------------------------------------------- why

_WHY = {
    "date": Advice.DATE,
    "regex": Advice.DATE,
    "repeat": Advice.REPEAT,
    "sequence": Advice.ROW,
    "spatial": Advice.KEYS,
}
_NAMES = ("female_names", "male_names", "surnames")


def _advice(plain: str, pieces: tuple[_Piece, ...]) -> Advice:
    """About what takes up most of the text."""
    if not plain:
        return Advice.EMPTY
    longest = max(pieces, key=lambda each: len(each["token"]))
    if longest["pattern"] in _WHY and len(longest["token"]) * 4 >= len(plain) * 3:
        return _WHY[longest["pattern"]]
    if plain.isdigit():
        return Advice.DIGITS
    if longest["pattern"] == "dictionary" and len(longest["token"]) * 3 >= len(plain) * 2:
        return Advice.NAME if longest["dictionary_name"] in _NAMES else Advice.COMMON
    return Advice.WORDS
