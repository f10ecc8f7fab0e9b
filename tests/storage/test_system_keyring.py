import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.null import Keyring as NullKeyring

from gezinsplan.domain.errors import Code
from gezinsplan.storage import system_keyring
from tests import secret_service
from tests.storage.harm import refused

ENTRY, SECRET = "0123456789abcdef" * 2, "een geheim van deze computer"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The home of a login with an unlocked keyring."""
    with secret_service.session(tmp_path):
        yield tmp_path


def test_what_was_written_is_read_and_removed(home: Path) -> None:
    assert system_keyring.read(ENTRY, ask=False) is None
    for secret in ("eerst iets anders", SECRET):
        system_keyring.write(ENTRY, secret, ask=True)
        assert system_keyring.read(ENTRY, ask=False) == secret
    assert SECRET.encode() not in b"".join(each.read_bytes() for each in (home / "data").rglob("*.keyring"))
    for _time in range(2):
        system_keyring.remove(ENTRY)
        assert system_keyring.read(ENTRY, ask=False) is None


def test_the_next_session_with_the_same_password_reads_it(tmp_path: Path) -> None:
    with secret_service.session(tmp_path):
        system_keyring.write(ENTRY, SECRET, ask=True)
    with secret_service.session(tmp_path):
        assert system_keyring.read(ENTRY, ask=False) == SECRET


@pytest.mark.parametrize("password", ["een ander wachtwoord", None], ids=["wrong password", "no daemon"])
@pytest.mark.parametrize("ask", [True, False])
def test_a_locked_keyring_is_told(tmp_path: Path, password: str | None, ask: bool) -> None:
    with secret_service.session(tmp_path):
        system_keyring.write(ENTRY, SECRET, ask=True)
    with secret_service.session(tmp_path, password):
        with refused(Code.KEYRING_LOCKED):
            system_keyring.read(ENTRY, ask=ask)
        with refused(Code.KEYRING_LOCKED):
            system_keyring.write(ENTRY, SECRET, ask=ask)
        with refused(Code.KEYRING_LOCKED):
            system_keyring.remove(ENTRY)


@pytest.mark.parametrize("ask", [True, False])
def test_an_absent_keyring_is_told(tmp_path: Path, ask: bool) -> None:
    with secret_service.no_session(), refused(Code.KEYRING_ABSENT):
        system_keyring.read(ENTRY, ask=ask)
    with secret_service.session(tmp_path, None), refused(Code.KEYRING_ABSENT):
        system_keyring.write(ENTRY, SECRET, ask=ask)


PLAIN = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 99
    def set_password(self, service, username, password):
        open({place!r}, "a").write(password)
    def get_password(self, service, username):
        return open({place!r}).read()
"""


@pytest.mark.parametrize("forced", ["plain_keyring.Keyring", "keyring.backends.null.Keyring"])
@pytest.mark.usefixtures("home")
def test_nothing_from_outside_chooses_the_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forced: str) -> None:
    plain = tmp_path / "plain"
    (tmp_path / "plain_keyring.py").write_text(PLAIN.format(place=str(plain)))
    monkeypatch.syspath_prepend(str(tmp_path))
    config = tmp_path / "python_keyring"
    config.mkdir()
    (config / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={forced}\nkeyring-path={tmp_path}\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", forced)
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/elders")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    assert forced.split(".", maxsplit=1)[0] in type(keyring.get_keyring()).__module__
    system_keyring.write(ENTRY, SECRET, ask=True)
    assert system_keyring.read(ENTRY, ask=False) == SECRET
    assert not plain.exists()
    assert secret_service.entries() == {ENTRY}
    with secret_service.no_session(), refused(Code.KEYRING_ABSENT):
        system_keyring.write(ENTRY, SECRET, ask=True)
    assert not plain.exists()


@pytest.mark.usefixtures("home")
def test_a_keyring_that_keeps_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_keyring, "_backend", NullKeyring)
    with refused(Code.KEYRING_UNFIT):
        system_keyring.write(ENTRY, SECRET, ask=True)


def test_a_system_without_a_keyring_of_the_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    with refused(Code.KEYRING_UNFIT):
        system_keyring.write(ENTRY, SECRET, ask=True)
