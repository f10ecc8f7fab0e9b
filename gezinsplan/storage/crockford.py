"""Crockford's base32: characters that people copy and read aloud without mistakes.

Five bits per character, the first bits first: `0123456789ABCDEFGHJKMNPQRSTVWXYZ`, so no I, L, O and U. Who types an O
means 0, and who types an I or L means 1.
"""

import re
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The characters by their values, 0 to 31."""

_MEANT = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\u2010-\u2015\u2212-]+")


def encoded(data: bytes) -> str:
    """These bytes as characters; there are five, or a multiple of it."""
    number, length = int.from_bytes(data), len(data) * 8 // 5
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def decoded(text: str) -> bytes:
    """The bytes of eight characters, or a multiple of it; ValueError on any other character."""
    number = 0
    for sign in text:
        number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(len(text) * 5 // 8)


def typed(text: str) -> list[str]:
    """What somebody typed, in the pieces that were set apart with spaces or hyphens; what is no character stays."""
    meant = unicodedata.normalize("NFKC", text).upper().translate(_MEANT)
    return [piece for piece in _BETWEEN.split(meant) if piece]


def in_groups(text: str, size: int) -> tuple[str, ...]:
    """The text cut in groups of this many characters."""
    return tuple(text[start : start + size] for start in range(0, len(text), size))
