"""A real Secret Service on a D-Bus of its own: gnome-keyring, as on a Linux desktop, with nobody to ask."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from gezinsplan.storage.system_keyring import SERVICE

PASSWORD = "van de sleutelbos"


def _only_linux() -> None:
    """Elsewhere the keyring would be that of whoever runs the tests."""
    if sys.platform != "linux":
        pytest.skip("the Secret Service is of Linux")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


@contextmanager
def session(home: Path, password: str | None = PASSWORD) -> Iterator[None]:
    """A login with its own D-Bus; with a password the keyring in `home` is made, or unlocked by it."""
    _only_linux()
    runtime = home / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    places = {"HOME": home, "XDG_RUNTIME_DIR": runtime, "XDG_DATA_HOME": home / "data"}
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for name, place in places.items():
            patch.setenv(name, str(place))
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        stack.callback(_stop, bus)
        assert bus.stdout is not None
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().decode().strip())
        if password is not None:
            # It comes back when it can be asked, and ends with the bus.
            daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
            subprocess.run(daemon, input=password.encode(), check=True, capture_output=True)
        yield


@contextmanager
def no_session() -> Iterator[None]:
    """A login without any D-Bus, as in a terminal from afar."""
    _only_linux()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={os.devnull}")
        yield


def entries() -> set[str]:
    """The names of our entries in the default keyring."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        items = secretstorage.Collection(bus).search_items({"service": SERVICE})
        return {item.get_attributes()["username"] for item in items}
