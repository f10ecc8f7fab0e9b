"""Everything of Qt: the kit that pages are made of, the pages, and what runs beside the window."""

import sys


def keep_constants() -> None:
    """Give None, True and False enough references for a long day; needed before Python 3.12, where they can die.

    Shiboken 6.12.0 gives back references that it never took: to None at every call that answers nothing, to True at
    every signal. That ends the program after some thousands of them ("deallocating None"). Drop this when the test
    passes without it.
    """
    if sys.version_info < (3, 12):
        import ctypes

        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value = 1 << 40
