"""A caseload with the demo families in a real encrypted file."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gezinsplan.services import start
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.vault import Vault

TODAY = date(2026, 11, 22)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory, template: tuple[Path, bytes]) -> Path:
    """The demo caseload, made once, only to be copied."""
    folder = Path(shutil.copytree(template[0], tmp_path_factory.mktemp("demo") / "kluis"))
    opened = Caseload(Vault(folder, VaultKey(bytearray(template[1])), vaults.hold(folder)))
    start.fill_demo(opened, TODAY)
    opened.lock()
    return folder


@pytest.fixture
def demo_caseload(demo_template: Path, template: tuple[Path, bytes], tmp_path: Path) -> Iterator[Caseload]:
    """The demo caseload, open."""
    folder = Path(shutil.copytree(demo_template, tmp_path / "kluis"))
    opened = Caseload(Vault(folder, VaultKey(bytearray(template[1])), vaults.hold(folder)))
    yield opened
    opened.lock()
