"""Letters that run from right to left: Arabic joined by its presentation forms, and each line turned for drawing.

No shaping engine is needed for this; the limits are that vowel signs are left out and that a paragraph always
starts at the left.
"""

import re
import unicodedata
from functools import cache

_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTERS = re.compile(f"[{_LETTER}]")
# A stretch of these letters with the spaces, signs and numbers between them.
_STRETCH = re.compile(rf"[{_LETTER}](?:[^\w{_LETTER}]|\d|[{_LETTER}])*[{_LETTER}]|[{_LETTER}]")
_NUMBER = re.compile(r"\d[\d.,:/-]*\d|\d")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_FORMS = (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))
_LAM, _LAM_ALEF = "\u0644", range(0xFEF5, 0xFEFD)
_NAMES = frozenset({"isolated", "initial", "medial", "final"})


def has_rtl(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return _LETTERS.search(text) is not None


def is_rtl(sign: str) -> bool:
    """Whether this one letter runs from right to left."""
    return has_rtl(sign)


def stretches(text: str) -> list[tuple[int, int]]:
    """Where text runs from right to left, with what stands between two such words."""
    return [match.span() for match in _STRETCH.finditer(text)]


def visual(text: str) -> str:
    """One line as it is drawn from left to right."""
    return _STRETCH.sub(lambda match: _turned(match[0]), text)


def _turned(text: str) -> str:
    turned = text.translate(_MIRROR)[::-1]
    return _NUMBER.sub(lambda match: match[0][::-1], turned)


def shaped(text: str) -> str:
    """The text with every Arabic letter in the form that fits its neighbours, still in the order of reading."""
    if not has_rtl(text):
        return text
    letters = [sign for sign in text if not (is_rtl(sign) and unicodedata.category(sign) == "Mn")]
    joined: list[str] = []
    at = 0
    while at < len(letters):
        pair = letters[at] + letters[at + 1] if at + 1 < len(letters) else ""
        unit = pair if pair[:1] == _LAM and pair in _forms() else letters[at]
        before = letters[at - 1] if at else ""
        after = letters[at + len(unit)] if at + len(unit) < len(letters) else ""
        joined.append(_form(unit, before, after))
        at += len(unit)
    return "".join(joined)


def _form(unit: str, before: str, after: str) -> str:
    forms = _forms().get(unit, {})
    from_right = "initial" in _forms().get(before, {}) and "final" in forms
    to_left = "initial" in forms and "final" in _forms().get(after, {})
    name = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get((from_right, to_left))
    return forms.get(name or "isolated", unit)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Of each letter, and of lam with alef, its forms by name, as Unicode itself tells them."""
    found: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        name, *bases = unicodedata.decomposition(chr(code)).split() or [""]
        unit = "".join(chr(int(base, 16)) for base in bases)
        if name.strip("<>") in _NAMES and (len(unit) == 1 or code in _LAM_ALEF):
            found.setdefault(unit, {}).setdefault(name.strip("<>"), chr(code))
    return found
