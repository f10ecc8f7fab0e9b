"""What the system tells: a real D-Bus with somebody who plays the desktop, and messages of Windows as bytes."""

import ctypes
import os
import subprocess
import threading
from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from gezinsplan.ui import session_windows as windows
from gezinsplan.ui.session_linux import Buses

SCREEN_SAVER = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b")
GNOME = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b")
SESSION = ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", None)
SLEEP = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b")
OFF = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForShutdown", "b")
POWER = ("/org/freedesktop/UPower", "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as")
Told = tuple[str, str, str, str | None]


@pytest.fixture
def address() -> Iterator[str]:
    """A bus of its own."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().decode().strip()
        daemon.terminate()


class Desktop:
    """Plays logind, the screen saver and the power of a desktop."""

    def __init__(self, address: str) -> None:
        self.bus: DBusConnection = open_dbus_connection(address, enable_fds=True)
        self.asked: list[tuple[str, ...]] = []
        self.holding = threading.Event()
        self.went_on = threading.Event()

    def tell(self, what: Told, *values: object) -> None:
        path, interface, name, signature = what
        self.bus.send(new_signal(DBusAddress(path, interface=interface), name, signature, values))

    def be_logind(self) -> None:
        """Answer one question to wait with sleep, and see when the one who asked lets go."""
        self.bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        while True:
            message = self.bus.receive()
            if message.header.message_type is MessageType.method_call:
                break
        self.asked.append((message.header.fields[HeaderFields.member], *message.body))
        reader, writer = os.pipe()
        self.bus.send(new_method_return(message, "h", (writer,)))
        os.close(writer)
        self.holding.set()
        os.read(reader, 1)
        os.close(reader)
        self.went_on.set()


@pytest.fixture
def desktop(address: str) -> Iterator[Desktop]:
    made = Desktop(address)
    yield made
    made.bus.close()


@pytest.fixture
def buses(qapp: QCoreApplication, address: str) -> Iterator[Buses]:
    """Listens on one bus that is both the one of the system and the one of the session."""
    name = f"test{address[-12:]}"
    bus = QDBusConnection.connectToBus(address, name)
    assert bus.isConnected()
    made = Buses(qapp, bus, bus)
    yield made
    made.deleteLater()
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize(
    ("what", "values"),
    [
        (SESSION, ()),
        (SLEEP, (True,)),
        (OFF, (True,)),
        (SCREEN_SAVER, (True,)),
        (GNOME, (True,)),
        (POWER, ("org.freedesktop.UPower", {"LidIsClosed": ("b", True)}, [])),
    ],
)
def test_going_away_is_heard(
    qtbot: QtBot, buses: Buses, desktop: Desktop, what: Told, values: tuple[object, ...]
) -> None:
    with qtbot.waitSignal(buses.away):
        desktop.tell(what, *values)


def test_coming_back_is_no_reason_to_lock(buses: Buses) -> None:
    heard: list[str] = []
    buses.away.connect(lambda: heard.append("away"))
    buses.turned(False)
    buses.changed("org.freedesktop.UPower", {"LidIsClosed": False}, [])
    buses.changed("org.freedesktop.UPower", {"OnBattery": True}, [])
    assert heard == []


def test_sleep_waits_until_the_key_is_gone(qtbot: QtBot, buses: Buses, desktop: Desktop) -> None:
    desktop.be_logind()
    buses.hold()
    buses.hold()
    qtbot.waitUntil(lambda: buses._held is not None)
    assert desktop.asked == [("Inhibit", "sleep", "Gezinsplan", "Gezinsplan", "delay")]
    assert not desktop.went_on.is_set()
    buses.let_go()
    qtbot.waitUntil(desktop.went_on.is_set)


def test_a_lock_before_the_answer_lets_go_as_well(qtbot: QtBot, buses: Buses, desktop: Desktop) -> None:
    desktop.be_logind()
    buses.hold()
    buses.let_go()
    qtbot.waitUntil(desktop.went_on.is_set)
    assert buses._held is None


def test_without_logind_nothing_waits(qtbot: QtBot, buses: Buses) -> None:
    buses.hold()
    qtbot.waitUntil(lambda: buses._asked is None)
    buses.let_go()


def test_without_a_bus_nothing_is_heard_and_nothing_fails() -> None:
    parent = QObject()
    nowhere = QDBusConnection("there is none")
    Buses(parent, nowhere, nowhere).let_go()


# ---------------------------------------------------------------- Windows


def lid(value: int, what: bytes = windows.LID) -> windows.Setting:
    return windows.Setting((ctypes.c_ubyte * 16)(*what), 1, value)


def message(kind: int, wparam: int, setting: windows.Setting | None = None) -> windows.Message:
    return windows.Message(None, kind, wparam, ctypes.addressof(setting) if setting is not None else None)


@pytest.mark.parametrize(
    ("kind", "wparam", "goes"),
    [
        (0x02B1, 0x7, True),  # locked
        (0x02B1, 0x8, False),  # unlocked
        (0x02B1, 0x2, True),  # another user
        (0x02B1, 0x4, True),  # remote desktop left
        (0x02B1, 0x6, True),  # logged off
        (0x02B1, 0x5, False),  # logged on
        (0x0218, 0x4, True),  # sleep
        (0x0218, 0x12, False),  # awake
        (0x0100, 0x7, False),  # a key
    ],
)
def test_messages_of_windows(kind: int, wparam: int, goes: bool) -> None:
    assert windows.tells_of_going(message(kind, wparam)) is goes


@pytest.mark.parametrize(("setting", "goes"), [(lid(0), True), (lid(1), False), (lid(0, bytes(16)), False)])
def test_the_lid_on_windows(setting: windows.Setting, goes: bool) -> None:
    assert windows.tells_of_going(message(0x0218, 0x8013, setting)) is goes


@pytest.mark.usefixtures("qapp")
def test_the_filter_reads_the_message_at_its_address_and_stops_nothing() -> None:
    heard: list[str] = []
    messages = windows.Messages(0, lambda: heard.append("away"))
    away, key = message(0x02B1, 0x7), message(0x0100, 0x7)
    assert messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(away)) == (False, 0)
    assert messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(key)) == (False, 0)
    assert messages.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(away)) == (False, 0)
    assert heard == ["away"]
