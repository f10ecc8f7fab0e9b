"""The page that tells how to open a vault without this program, done to the letter with another implementation."""

import re
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from gezinsplan.services.caseload import Caseload

PAGE = Path(__file__).parents[2] / "docs" / "rescue.md"


def code() -> str:
    """The Python of the page; its passphrase comes from standard input, because a test has no terminal."""
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1].replace("getpass.getpass(", "(lambda _prompt: sys.stdin.readline().rstrip())(")


def keys_for(folder: Path, passphrase: str) -> list[str]:
    command = [sys.executable, "-c", code(), str(folder / "keys.json")]
    outcome = subprocess.run(command, input=passphrase, capture_output=True, text=True, check=True, encoding="utf-8")
    assert outcome.stderr == ""
    return outcome.stdout.split()


def test_the_key_in_about_twenty_lines() -> None:
    assert len(code().strip().splitlines()) <= 24


def test_another_program_reads_the_families(demo_caseload: Caseload, passphrase: str) -> None:
    folder = demo_caseload.folder
    demo_caseload.lock()
    (key,) = keys_for(folder, passphrase)
    reader = apsw.Connection(str(folder / "dossiers.db"), flags=apsw.SQLITE_OPEN_READONLY)
    reader.pragma("cipher", "sqlcipher")
    reader.pragma("legacy", 4)
    reader.execute(f"PRAGMA key = \"x'{key}'\"")
    assert reader.execute("SELECT naam FROM gezin WHERE kenmerk = 'G-2025-014'").get == "De Vries – Yılmaz"
    assert reader.execute("SELECT count(*) FROM betrokkenheden").get > 80
    reader.close()


@pytest.mark.parametrize("wrong", ["", "een heel andere zin"])
def test_another_passphrase_gives_no_key(folder: Path, wrong: str) -> None:
    assert keys_for(folder, wrong) == []
