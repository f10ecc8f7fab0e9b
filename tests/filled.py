"""A vault with the demo families of today: filled once per module of tests, then only copied."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gezinsplan.services import start
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today


@contextmanager
def opened(folder: Path, raw: bytes) -> Iterator[Caseload]:
    """The caseload in that folder, locked afterwards."""
    caseload = Caseload(Vault(folder, VaultKey(bytearray(raw)), vaults.hold(folder)))
    yield caseload
    caseload.lock()


def filled(template: tuple[Path, bytes], folder: Path) -> tuple[Path, bytes]:
    """A new vault with the demo families, locked, and its key."""
    shutil.copytree(template[0], folder)
    with opened(folder, template[1]) as caseload:
        start.fill_demo(caseload, today())
    return folder, template[1]


@contextmanager
def copied(demo: tuple[Path, bytes], folder: Path) -> Iterator[Caseload]:
    """A copy of such a vault, open."""
    with opened(Path(shutil.copytree(demo[0], folder)), demo[1]) as caseload:
        yield caseload
