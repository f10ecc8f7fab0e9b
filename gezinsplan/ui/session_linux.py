"""What a Linux desktop tells over D-Bus: locks of the screen, sleep, shutting down and the lid."""

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

_LOGIND, _LOGIND_PATH, _MANAGER = (
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
)
_PROPERTIES, _UPOWER = "org.freedesktop.DBus.Properties", "/org/freedesktop/UPower"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class Buses(QObject):
    """Listens to everybody who may tell it: a lock too many, such as that of another session, does no harm."""

    away = Signal()

    def __init__(self, parent: QObject, system: QDBusConnection, session: QDBusConnection) -> None:
        """Listen on both buses; one that is not there tells nothing."""
        super().__init__(parent)
        self._system = system
        self._held: int | None = None
        self._wanted = False
        self._asked: QDBusPendingCallWatcher | None = None
        self._listen(system, "", "org.freedesktop.login1.Session", "Lock", "locked()")
        for name in ("PrepareForSleep", "PrepareForShutdown"):
            self._listen(system, "", _MANAGER, name, "turned(bool)")
        self._listen(system, _UPOWER, _PROPERTIES, "PropertiesChanged", "changed(QString,QVariantMap,QStringList)")
        for saver in _SCREEN_SAVERS:
            self._listen(session, "", saver, "ActiveChanged", "turned(bool)")

    def _listen(self, bus: QDBusConnection, path: str, interface: str, name: str, slot: str) -> None:
        bus.connect("", path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot()
    def locked(self) -> None:
        """The session is to be locked."""
        self.away.emit()

    @Slot(bool)
    def turned(self, on: bool) -> None:
        """The screen was locked, or the computer goes to sleep or off; or that is over."""
        if on:
            self.away.emit()

    @Slot("QString", "QVariantMap", "QStringList")
    def changed(self, _interface: str, values: dict[str, object], _gone: list[str]) -> None:
        """Something of the power changed; here only the lid counts."""
        if values.get("LidIsClosed"):
            self.away.emit()

    # ------------------------------------------------------------ sleep waits for us

    def hold(self) -> None:
        """Let sleep wait until `let_go`; the system itself limits that to some seconds."""
        self._wanted = True
        if self._held is not None or self._asked is not None:
            return
        call = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "Gezinsplan", "Gezinsplan", "delay"])
        self._asked = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        self._asked.finished.connect(self._answered)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        told = watcher.reply().arguments()
        if told and isinstance(told[0], QDBusUnixFileDescriptor):
            self._held = os.dup(told[0].fileDescriptor())
        self._asked = None
        watcher.deleteLater()
        if not self._wanted:
            self.let_go()

    def let_go(self) -> None:
        """Sleep need not wait any more."""
        self._wanted = False
        if self._held is not None:
            os.close(self._held)
            self._held = None
