"""Everything of Qt: the kit that pages are made of, the pages, and what runs beside the window."""

import sys


def keep_none() -> None:
    """Give None enough references for a long day; needed before Python 3.12, where None can still die.

    Shiboken 6.12.0 gives back a reference to None that it never took, at every call that answers nothing, which ends
    the program after some thousands of calls ("deallocating None"). Drop this when the test passes without it.
    """
    if sys.version_info < (3, 12):
        import ctypes

        ctypes.c_ssize_t.from_address(id(None)).value = 1 << 40
