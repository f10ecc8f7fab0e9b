"""The keyring of the operating system: one small secret per entry, readable for this user on this computer.

Only three kinds are good enough: the Credential Manager of Windows (kept on this computer, never carried along by a
roaming profile), the Keychain of macOS, and the Secret Service of Linux. We make them ourselves: what `keyring` would
choose can be set from outside, to one that keeps nothing or writes plain text. For the same reason its properties are
not read from the environment. What was written is read back.
"""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from gezinsplan.domain.errors import Code, VaultRefused

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Gezinsplan"
"""Under this name the user finds our entries in the keyring."""

_ANSWER_SECONDS = 120.0
"""How long the question of the system to unlock the keyring may stand."""


def write(entry: str, secret: str, *, ask: bool) -> None:
    """Keep a secret of at most 1000 signs. KEYRING_ABSENT, KEYRING_LOCKED, KEYRING_UNFIT.

    With `ask` the system may ask its user to unlock the keyring; without, a locked keyring is left alone.
    """
    with _opened(ask) as backend:
        backend.set_password(SERVICE, entry, secret)
        kept = backend.get_password(SERVICE, entry)
    if kept != secret:
        raise VaultRefused(Code.KEYRING_UNFIT, cause="not_kept")


def read(entry: str, *, ask: bool) -> str | None:
    """The secret, or None when there is none of that name. KEYRING_ABSENT, KEYRING_LOCKED, KEYRING_UNFIT."""
    with _opened(ask) as backend:
        return backend.get_password(SERVICE, entry)


def remove(entry: str) -> None:
    """Remove the entry if it is there; asks nothing. KEYRING_ABSENT, KEYRING_LOCKED, KEYRING_UNFIT."""
    with _opened(ask=False) as backend:
        if backend.get_password(SERVICE, entry) is not None:
            backend.delete_password(SERVICE, entry)


@contextmanager
def _opened(ask: bool) -> Iterator["KeyringBackend"]:
    """The keyring, unlocked; whatever goes wrong in it comes out as a refusal without its text."""
    from keyring.errors import KeyringLocked

    try:
        _unlock(ask)
        yield _backend()
    except VaultRefused:
        raise
    except KeyringLocked:
        raise VaultRefused(Code.KEYRING_LOCKED) from None
    except Exception as error:  # noqa: BLE001 - each system has errors of its own, and none may keep anybody out
        raise VaultRefused(Code.KEYRING_ABSENT, cause=type(error).__name__) from None


def _backend() -> "KeyringBackend":
    """The one kind for this system, made without looking at the environment; KEYRING_UNFIT on other systems."""
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        vault = WinVaultKeyring.__new__(WinVaultKeyring)
        vault.persist = "local machine"
        return vault
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring

        keychain = Keyring.__new__(Keyring)
        keychain.keychain = None
        return keychain
    if sys.platform == "linux":
        from keyring.backends.SecretService import Keyring

        return Keyring.__new__(Keyring)
    raise VaultRefused(Code.KEYRING_UNFIT, cause=sys.platform)


def _unlock(ask: bool) -> None:
    """On Linux a locked keyring shows a question of the system at the first use, which suits only who asked for it."""
    if sys.platform != "linux":
        return
    import secretstorage
    from keyring.errors import KeyringLocked

    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus) if ask else secretstorage.Collection(bus)
        if collection.is_locked() and (not ask or collection.unlock(_ANSWER_SECONDS)):
            raise KeyringLocked
