"""Overwrite what Python itself cannot: texts and bytes that held a key for the length of one call.

The signs of an ASCII text stand behind its header in one piece, as the bytes of a `bytes` do; in CPython 3.11 to 3.14
that header is as long as an empty one without the closing zero. A test looks whether it is so.
"""

import ctypes
import sys

_TEXT_HEADER = sys.getsizeof("") - 1
_BYTES_HEADER = sys.getsizeof(b"") - 1


def wipe(fresh: str | bytes) -> None:
    """Overwrite the content of a text or bytes with zeros.

    Only for what the caller has just made at run time and alone refers to: everybody else would see it change. Fewer
    than two signs are left alone, because Python shares those. ValueError for a text that is not ASCII.
    """
    if isinstance(fresh, str) and not fresh.isascii():
        raise ValueError("not ASCII")
    if len(fresh) > 1:
        header = _TEXT_HEADER if isinstance(fresh, str) else _BYTES_HEADER
        ctypes.memset(id(fresh) + header, 0, len(fresh))
