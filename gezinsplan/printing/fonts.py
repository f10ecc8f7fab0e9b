"""The letters on paper: the bundled fonts, which sign each of them has, and what stands for a sign that none has."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics, ttfonts

from gezinsplan import paths
from gezinsplan.printing import rtl

MISSING = "▯"


class Face(StrEnum):
    """The fonts by the names of their files; SIGNS has what Noto Sans lacks, in CODE 0 and O, and 1 and I, differ."""

    REGULAR = "NotoSans-Regular"
    SEMIBOLD = "NotoSans-SemiBold"
    BOLD = "NotoSans-Bold"
    SIGNS = "DejaVuSans"
    CODE = "DejaVuSansMono-Bold"


@cache
def load() -> Mapping[Face, Mapping[int, int]]:
    """Make the fonts known to reportlab, once per process; the glyph of each sign that each of them has."""
    ttfonts.makeToUnicodeCMap = _to_unicode
    signs: dict[Face, Mapping[int, int]] = {}
    for face in Face:
        font = ttfonts.TTFont(face.value, str(paths.resources() / "fonts" / f"{face.value}.ttf"))
        pdfmetrics.registerFont(font)
        signs[face] = font.face.charToGlyph
    return signs


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """The table by which a reader copies and searches the text: no empty signs, and letters outside the first plane.

    reportlab's own writes U+0000 for an unused place and five digits for an emoji, which readers cannot read.
    """
    lines = [f"<{place:02X}> <{_copied(code).encode('utf-16-be').hex().upper()}>" for place, code in enumerate(subset)]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _copied(code: int) -> str:
    """The letter itself for a form of it; a form of two letters stays, because readers turn sign by sign."""
    sign = chr(code) if code else " "
    plain = unicodedata.normalize("NFKC", sign) if rtl.is_rtl(sign) else sign
    return plain if len(plain) == 1 else sign


_SPACES = re.compile(r"[^\S\n\u00a0]+")
_LINES = re.compile(r" ?\n[ \n]*")


def clean(text: str) -> str:
    """The text without what cannot be seen: no control signs, single spaces, no empty lines, letters made whole."""
    lines = "\n".join(unicodedata.normalize("NFC", text).splitlines())
    seen = "".join(sign for sign in lines if sign in "\n\t" or not _unseen(sign))
    return rtl.shaped(_LINES.sub("\n", _SPACES.sub(" ", seen)).strip())


def _unseen(sign: str) -> bool:
    """Control and format signs, and the selectors that only choose how an emoji looks."""
    return unicodedata.category(sign) in {"Cc", "Cf"} or "\ufe00" <= sign <= "\ufe0f"


def runs(text: str, face: Face) -> Iterator[tuple[Face, str]]:
    """A cleaned text in pieces of one font each; a sign that no font has becomes a visible box."""
    backwards = [place for start, end in rtl.stretches(text) for place in range(start, end)]
    chosen = [_fitting(sign, face) for sign in text]
    for place in backwards:
        chosen[place] = _fitting(text[place], Face.SIGNS)
    start = 0
    for place in range(1, len(chosen) + 1):
        if place == len(chosen) or chosen[place][0] is not chosen[start][0]:
            if start < place:
                yield chosen[start][0], "".join(sign for _, sign in chosen[start:place])
            start = place


def _fitting(sign: str, face: Face) -> tuple[Face, str]:
    signs = load()
    if ord(sign) in signs[face]:
        return face, sign
    return Face.SIGNS, sign if ord(sign) in signs[Face.SIGNS] else MISSING


def width(text: str, face: Face, size: float) -> float:
    """How wide one line is in points."""
    return sum(float(pdfmetrics.stringWidth(piece, used.value, size)) for used, piece in runs(text, face))


def fitted(text: str, face: Face, size: float, room: float) -> str:
    """One cleaned line, shortened with an ellipsis where it is wider than the room."""
    line = clean(text).replace("\n", " ")
    if width(line, face, size) <= room:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(line[:middle].rstrip() + "…", face, size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return line[:low].rstrip() + "…"
