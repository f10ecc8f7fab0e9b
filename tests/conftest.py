import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gezinsplan.services import start
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.creating import create
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from gezinsplan.texts.dates import today
from gezinsplan.ui import keep_constants

keep_constants()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # also for the programs that tests start


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees or changes the settings of whoever runs it."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("settings"))


PASSPHRASE = "de ooievaar eet pannenkoeken bij café Šahin"


@pytest.fixture(scope="session")
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture(scope="session")
def fast() -> Argon2Parameters:
    """The cheapest parameters that a slot may have."""
    return Argon2Parameters(memory_kib=64 * 1024, iterations=3, lanes=4)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, passphrase: str, fast: Argon2Parameters) -> tuple[Path, bytes]:
    """The folder of a new, locked vault and its key; made once, only to be copied."""
    vault = create(tmp_path_factory.mktemp("template") / "kluis", Passphrase(passphrase, fast))
    raw = bytes(vault.key.raw)
    vault.lock()
    return vault.folder, raw


@pytest.fixture
def folder(tmp_path: Path, template: tuple[Path, bytes]) -> Path:
    """The folder of a new, locked vault."""
    return Path(shutil.copytree(template[0], tmp_path / "kluis"))


@pytest.fixture
def vault(folder: Path, template: tuple[Path, bytes]) -> Iterator[Vault]:
    """A new vault, opened with its key: the passphrase is slow on purpose, and has tests of its own."""
    opened = Vault(folder, VaultKey(bytearray(template[1])), vaults.hold(folder))
    yield opened
    opened.lock()


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory, template: tuple[Path, bytes]) -> Path:
    """The folder of a vault with the demo families of today; filled once, only to be copied."""
    folder = Path(shutil.copytree(template[0], tmp_path_factory.mktemp("demo") / "kluis"))
    opened = Vault(folder, VaultKey(bytearray(template[1])), vaults.hold(folder))
    start.fill_demo(Caseload(opened), today())
    opened.lock()
    return folder


@pytest.fixture
def demo_folder(tmp_path: Path, demo_template: Path) -> Path:
    """The folder of a locked vault with the demo families."""
    return Path(shutil.copytree(demo_template, tmp_path / "demo"))


@pytest.fixture
def demo_caseload(demo_folder: Path, template: tuple[Path, bytes]) -> Iterator[Caseload]:
    """The demo families, open."""
    opened = Caseload(Vault(demo_folder, VaultKey(bytearray(template[1])), vaults.hold(demo_folder)))
    yield opened
    opened.lock()
