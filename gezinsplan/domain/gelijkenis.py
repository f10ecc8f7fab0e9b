"""Whether two names or telephone numbers may be one: written a little differently, shortened, with other signs."""

from difflib import SequenceMatcher
from unicodedata import combining, normalize

_SIMILAR = 0.85
_PLAIN = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_COUNTRY, _LOCAL_DIGITS = "31", 9


def folded(text: str) -> str:
    """Without case, marks and signs: "Yılmaz-de Vries" is "yilmaz de vries"."""
    plain = normalize("NFKD", text.casefold().translate(_PLAIN))
    letters = (sign if sign.isalnum() else " " for sign in plain if not combining(sign))
    return " ".join("".join(letters).split())


def same_words(een: str, ander: str) -> bool:
    """Of two folded names: the same words, in whatever order."""
    return {*een.split()} == {*ander.split()}


def close(een: str, ander: str) -> bool:
    """Of two folded names: one is a part of the other ("noor", "noor yilmaz"), or written a little differently."""
    words, more = sorted(({*een.split()}, {*ander.split()}), key=len)
    return bool(words) and (words < more or SequenceMatcher(None, een, ander).ratio() >= _SIMILAR)


def digits(telefoon: str) -> str:
    """A telephone number as it is dialled here: "+31 6 1234 5678" is "0612345678"; nothing when it is too short."""
    found = "".join(sign for sign in telefoon if sign.isascii() and sign.isdigit())
    abroad = telefoon.strip().startswith("+") or found.startswith("00")
    local = found.removeprefix("00").removeprefix(_COUNTRY) if abroad else found
    local = local.removeprefix("0")
    return f"0{local}" if len(local) >= _LOCAL_DIGITS else ""
