"""The short form of `python tests/endurance/run.py`: a few of each kind of damage."""

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.storage import keys
from gezinsplan.storage.vault import Vault
from tests.endurance.damage import HARMS, Harm, harmed, noticed, seen
from tests.storage.harm import made, raised


def prepared(vault: Vault, folder: Path) -> tuple[Path, Path, str]:
    """A locked vault with something in it and a later key file, its state before that, and what is in it."""
    made(vault, "CREATE TABLE proef (tekst TEXT)", "INSERT INTO proef SELECT hex(randomblob(50000))")
    older = Path(shutil.copytree(vault.folder, folder / "older"))
    data = raised(vault, 2)
    keys.store(vault.folder, data)
    keys.settle(vault.folder, data)
    with vault.write() as conn:
        conn.execute(text("UPDATE kluis SET keys_counter = 2"))
    whole = seen(vault)
    vault.lock()
    return vault.folder, older, whole


@pytest.mark.parametrize("harm", HARMS)
def test_damage_is_noticed(vault: Vault, passphrase: str, tmp_path: Path, harm: Harm) -> None:
    template, older, whole = prepared(vault, tmp_path)
    chance = random.Random()
    for _ in range(4):
        assert noticed(harmed(template, older, tmp_path / "harmed", harm, chance), passphrase, whole)
