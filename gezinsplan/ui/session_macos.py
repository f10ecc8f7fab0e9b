"""What macOS tells all programs: the screen was locked."""

import ctypes
import ctypes.util
from collections.abc import Callable

_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_UTF8 = 0x08000100


def observe(away: Callable[[], object]) -> object:
    """Call `away` when the screen is locked, for as long as what is answered is kept."""
    library = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
    told = ctypes.CFUNCTYPE(None, *(ctypes.c_void_p,) * 5)(lambda *_values: away())
    library.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    library.CFStringCreateWithCString.restype = ctypes.c_void_p
    library.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
    observer = library.CFNotificationCenterAddObserver
    observer.restype = None
    observer.argtypes = (ctypes.c_void_p, ctypes.c_void_p, type(told), *(ctypes.c_void_p,) * 2, ctypes.c_long)
    name = library.CFStringCreateWithCString(None, b"com.apple.screenIsLocked", _UTF8)
    observer(library.CFNotificationCenterGetDistributedCenter(), None, told, name, None, _AT_ONCE)
    return told
