"""Everything of Qt: the kit that pages are made of, the pages, and what runs beside the window."""

import builtins
import sys

import PySide6.QtCore  # noqa: F401 has put an `__import__` of its own in place

# That one reads the source of every module imported from then on, to see whether it uses Qt. Only the optional features
# of PySide ask for it, and none is used here. Without it the first window is there a tenth of its own time earlier, and
# the sources of the storage do not stay in memory.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def keep_none() -> None:
    """Give None enough references for a long day; needed before Python 3.12, where None can still die.

    Shiboken 6.12.0 gives back a reference to None that it never took, at every call that answers nothing, which ends
    the program after some thousands of calls ("deallocating None"). Drop this when the test passes without it.
    """
    if sys.version_info < (3, 12):
        import ctypes

        ctypes.c_ssize_t.from_address(id(None)).value = 1 << 40
