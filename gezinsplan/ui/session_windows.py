"""What Windows tells in messages to the window: locking, another user, sleep and the lid."""

import ctypes
import sys
import uuid
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE = 0x0004, 0x8013
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x2, 0x4, 0x6, 0x7
LID = uuid.UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le

_GONE = {WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK}
_OUR_SESSION, _TO_A_WINDOW = 0, 0


class Message(ctypes.Structure):
    """A message as Windows hands it out (MSG), as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_void_p),
    )


class Setting(ctypes.Structure):
    """A changed setting of the power (POWERBROADCAST_SETTING) of one byte; for the lid 0 is closed."""

    _fields_ = (("what", ctypes.c_ubyte * 16), ("length", ctypes.c_uint32), ("value", ctypes.c_ubyte))


def tells_of_going(message: Message) -> bool:
    """Whether a message says that the user goes away."""
    if message.message == WM_WTSSESSION_CHANGE:
        return message.wparam in _GONE
    if message.message != WM_POWERBROADCAST:
        return False
    if message.wparam == PBT_POWERSETTINGCHANGE and message.lparam:
        setting = Setting.from_address(message.lparam)
        return bytes(setting.what) == LID and setting.value == 0
    return bool(message.wparam == PBT_APMSUSPEND)


class Messages(QAbstractNativeEventFilter):
    """Looks at the messages that come to the program; sleep waits until they have been answered."""

    def __init__(self, window: int, away: Callable[[], object]) -> None:
        """Ask Windows to tell this window; `away` is called when the user goes."""
        super().__init__()
        self._away = away
        QCoreApplication.instance().installNativeEventFilter(self)  # type: ignore[union-attr]
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), _OUR_SESSION)
            ctypes.windll.user32.RegisterPowerSettingNotification(ctypes.c_void_p(window), LID, _TO_A_WINDOW)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """Look at one message, and let Qt do with it what it does."""
        if QByteArray(kind) == b"windows_generic_MSG" and tells_of_going(Message.from_address(int(message))):
            self._away()
        return False, 0
