"""Every vault that was ever released still opens, holds what it held, and keeps the rules."""

import json
import shutil
from pathlib import Path

import pytest

from gezinsplan import __version__
from gezinsplan.domain.checks import check
from gezinsplan.storage import values
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Passphrase
from tests.migrations.store import FILES, PASSPHRASE, content

RELEASES = sorted(path.name for path in FILES.iterdir() if path.is_dir())


def test_this_version_is_stored_too() -> None:
    assert __version__ in RELEASES


@pytest.mark.parametrize("release", RELEASES)
def test_a_vault_of_then_opens_today(release: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FILES / release, tmp_path / "kluis"))
    then = json.loads((folder / "content.json").read_text(encoding="utf-8"))
    opened = open_vault(folder, Passphrase(PASSPHRASE))
    try:
        assert verify(opened).ok
        with opened.read() as conn:
            found = [*values.load_all(conn)]
    finally:
        opened.lock()
    for value in found:
        check(value)
    now = content(found)
    for table, rows in then.items():
        kept = [{name: row[name] for name in old} for old, row in zip(rows, now[table], strict=True)]
        assert kept == rows
