"""What the system tells about the session of the user, and when the program is asked to end."""

import os
import signal
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class Session(QObject):
    """Tells when the user goes away: the screen is locked, the computer sleeps, the lid closes, another user comes.

    Whoever listens has done what is needed when the signal ends: then the system may go on.
    """

    away = Signal()

    def __init__(self, window: QWidget) -> None:
        """Listen to what this system tells; what it does not tell is seen by `Rest`."""
        super().__init__(window)
        self._heard: object = None  # kept: it listens as long as it lives
        if sys.platform == "win32":
            from gezinsplan.ui.session_windows import Messages

            self._heard = Messages(int(window.winId()), self.away.emit)
        elif sys.platform == "darwin":
            from gezinsplan.ui.session_macos import observe

            self._heard = observe(self.away.emit)
        else:
            from PySide6.QtDBus import QDBusConnection

            from gezinsplan.ui.session_linux import Buses

            buses = Buses(self, QDBusConnection.systemBus(), QDBusConnection.sessionBus())
            buses.away.connect(self.away)
            self._heard = buses

    def unlocked(self) -> None:
        """There is a key in memory from now on: ask the system to wait for us before it sleeps, where it can."""
        hold = getattr(self._heard, "hold", None)
        if hold is not None:
            hold()

    def locked(self) -> None:
        """The key is gone: the system need not wait."""
        let_go = getattr(self._heard, "let_go", None)
        if let_go is not None:
            let_go()


class Ending(QObject):
    """Tells when the program is asked to end: by a signal, or because the session of the user ends."""

    asked = Signal()
    _SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")

    def __init__(self, app: QGuiApplication) -> None:
        """Listen from now on; a signal of the system reaches the window through a pipe."""
        super().__init__(app)
        app.commitDataRequest.connect(lambda _manager: self.asked.emit())
        if sys.platform == "win32":
            return
        self._read, write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC) if hasattr(os, "pipe2") else os.pipe()
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in self._SIGNALS:
            signal.signal(getattr(signal, name), lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._signalled)

    def _signalled(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._read, 64)
        self.asked.emit()
