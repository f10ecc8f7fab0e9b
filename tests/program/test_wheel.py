"""The wheel carries everything it needs: installed elsewhere it makes, lists and prints a caseload."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

CHECKOUT = Path(__file__).parents[2]
KEYS = {"kenmerk", "naam", "regisseur", "fase", "professionals_start", "professionals_nu", "streefaantal"}

Done = subprocess.CompletedProcess[str]
Start = Callable[..., Done]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel in it."""
    wheels, folder = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels],
        cwd=CHECKOUT, check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", folder,
         *wheels.glob("*.whl")],
        cwd=wheels, check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def start(installed: Path, tmp_path: Path) -> Start:
    """Run the installed package with this Python, from a folder that has nothing to do with the checkout."""
    env = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}

    def start(*arguments: str | Path) -> Done:
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=env, check=False, capture_output=True, text=True)

    return start


def bundled(folder: Path, name: str) -> set[Path]:
    files = (path for path in (folder / name).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder) for path in files}


@pytest.mark.parametrize("name", ["migrations", "resources"])
def test_the_package_holds_all_bundled_files(installed: Path, name: str) -> None:
    assert bundled(installed / "gezinsplan", name) == bundled(CHECKOUT, name) != set()


def test_the_checkout_is_not_used(installed: Path, start: Start) -> None:
    done = start("-c", "from gezinsplan.paths import *; print(PACKAGE, resources(), migrations(), sep='\\n')")
    found = [Path(line) for line in done.stdout.splitlines()]
    package = installed / "gezinsplan"
    assert found == [package, package / "resources", package / "migrations"], done.stderr


def test_demo_list_and_print(start: Start, tmp_path: Path) -> None:
    passphrase, paper = tmp_path / "wachtzin.txt", tmp_path / "plan.pdf"
    passphrase.write_text("vijf ruime stoelen bij het raam\n", encoding="utf-8")

    def gezinsplan(*arguments: str | Path) -> Done:
        vault = ("--vault", tmp_path / "kluis", "--passphrase-file", passphrase)
        return start("-m", "gezinsplan", *arguments, *vault)

    made = gezinsplan("demo")
    assert made.returncode == 0, made.stderr
    listed = gezinsplan("list", "--json")
    assert listed.returncode == 0, listed.stderr
    families = json.loads(listed.stdout)
    assert len(families) >= 12
    assert all(family.keys() >= KEYS for family in families)
    printed = gezinsplan("print", families[0]["kenmerk"], "--out", paper)
    if printed.returncode == 1:  # a family with a shielded fact is printed for a named person only
        assert not paper.exists()
        printed = gezinsplan("print", families[1]["kenmerk"], "--out", paper)
    assert printed.returncode == 0, printed.stderr
    assert "Dit is nog een voorstel" in PdfReader(paper).pages[0].extract_text()
