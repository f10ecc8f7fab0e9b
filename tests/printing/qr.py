"""Reads a QR code back from what was printed: from the dots of the page, as a scanner does (version 3, level M)."""

import subprocess
from collections.abc import Callable, Iterator

_DPI = 300
_SIZE = 29
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, _c: r % 2 == 0,
    lambda _r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)


def scanned(pdf: bytes, left: float, side: float) -> str:
    """The text of the code that begins `left` points from the edge of the page and is `side` points wide."""
    modules = _modules(_dots(pdf), round(left / 72 * _DPI), side / 72 * _DPI / _SIZE)
    # The first two bits of the format tell the level and the next three the mask, under a mask of their own.
    told = _number(modules[8][:5]) ^ 0b10101
    assert told >> 3 == 0, "level M"
    mask = _MASKS[told & 7]
    bits = iter([modules[r][c] ^ mask(r, c) for r, c in _places()])
    assert _take(bits, 4) == 2, "digits and capitals"
    length = _take(bits, 9)
    pairs = [divmod(_take(bits, 11), 45) for _pair in range(length // 2)]
    text = "".join(_SIGNS[sign] for pair in pairs for sign in pair)
    return text + (_SIGNS[_take(bits, 6)] if length % 2 else "")


def _dots(pdf: bytes) -> list[bytes]:
    """The page as rows of grey dots."""
    command = ["pdftoppm", "-gray", "-r", str(_DPI), "-"]
    found = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    _kind, wide, _high, _most, dots = found.split(maxsplit=4)
    return [dots[start : start + int(wide)] for start in range(0, len(dots), int(wide))]


def _modules(dots: list[bytes], left: int, module: float) -> list[list[bool]]:
    """The squares of the code, looked at in their middle; it begins with a black line of seven squares."""
    first = slice(left + 4, left + int(6.5 * module))
    top = next(y for y, row in enumerate(dots) if row[left - 4] > 200 and max(row[first]) < 50)
    middle = [int((place + 0.5) * module) for place in range(_SIZE)]
    return [[dots[top + y][left + x] < 128 for x in middle] for y in middle]


def _places() -> Iterator[tuple[int, int]]:
    """The squares with data, in the order of the bits: two columns at a time, up and down."""
    upwards = True
    for right in (*range(_SIZE - 1, 6, -2), 5, 3, 1):
        for row in range(_SIZE - 1, -1, -1) if upwards else range(_SIZE):
            yield from ((row, column) for column in (right, right - 1) if _is_data(row, column))
        upwards = not upwards


def _is_data(row: int, column: int) -> bool:
    corner = (row < 9 and (column < 9 or column >= _SIZE - 8)) or (row >= _SIZE - 8 and column < 9)
    aligned = 20 <= row <= 24 and 20 <= column <= 24
    return not (corner or aligned or 6 in (row, column))


def _take(bits: Iterator[bool], count: int) -> int:
    return _number([next(bits) for _bit in range(count)])


def _number(bits: list[bool]) -> int:
    return sum(bit << place for place, bit in enumerate(reversed(bits)))
