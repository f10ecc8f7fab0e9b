"""Everything of Qt: the kit that pages are made of, the pages, and what runs beside the window."""

import sys

if sys.version_info < (3, 12):
    # Shiboken 6.12.0 gives back a reference to None that it never took, at every call that answers nothing. Before
    # Python 3.12, where None cannot die, that ends the program after some thousands of calls ("deallocating None");
    # so None gets here as many references as it has there. A test does those calls; drop this when it passes without.
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value = 1 << 40
