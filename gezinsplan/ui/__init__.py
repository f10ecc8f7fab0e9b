"""Everything of Qt: the kit that pages are made of, the pages, and what runs beside the window."""

import builtins
import sys

import PySide6.QtCore  # noqa: F401 has put an `__import__` of its own in place

# That one reads the source of every module imported from then on, to see whether it uses Qt. Only the optional features
# of PySide ask for it, and none is used here. Without it the first window is there a tenth of its own time earlier, and
# the sources of the storage do not stay in memory.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


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
