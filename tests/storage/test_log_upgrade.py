"""A vault of before the log: its history gets its lines, and what it counted goes on counting."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from gezinsplan.domain.errors import Code
from gezinsplan.domain.logboek import PRINTS, Herkomst, LogActie
from gezinsplan.storage import keys, logbook, upgrade
from gezinsplan.storage import vault as vaults
from gezinsplan.storage.logbook import Choice
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways.passphrase import Passphrase
from tests import make
from tests.migrations.store import FILES, PASSPHRASE
from tests.storage.harm import refused

NOTE = (
    "INSERT INTO history (step, moment, name, root, version, changes) "
    "VALUES ('{n}', '2026-11-23T10:00:0{n}.000+00:00', '{name}', '{root}', 1, '[]')"
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The vault of 0.1.0, in which a plan was printed twice and what is shielded was shown once."""
    folder = Path(shutil.copytree(FILES / "0.1.0", tmp_path / "kluis"))
    _file, key = keys.unlock((folder / keys.KEYS).read_bytes(), Passphrase(PASSPHRASE))
    vault = Vault(folder, key, vaults.hold(folder))
    with vault.write() as conn:
        for number, name in enumerate(("afgedrukt", "getoond", "afgedrukt")):
            conn.exec_driver_sql(NOTE.format(n=number, name=name, root=make.GEZIN))
    vault.lock()
    return folder


def test_history_and_notes_become_lines(old: Path) -> None:
    opened = open_vault(old, Passphrase(PASSPHRASE))
    try:
        with opened.read() as conn:
            assert upgrade.revision(conn) == upgrade.HEAD
            lines = [*logbook.lines(conn, Choice())]
            assert logbook.verify(conn) == []
            assert logbook.count(conn, *PRINTS) == 2
            assert conn.scalar(text("SELECT count(*) FROM history WHERE changes = '[]'")) == 0
    finally:
        opened.lock()
    carried, upgraded = lines[:-1], lines[-1]
    assert [each.actie for each in carried] == [
        *(LogActie.AANGEMAAKT,) * 3,
        LogActie.AFGEDRUKT,
        LogActie.GETOOND,
        LogActie.AFGEDRUKT,
    ]
    assert {each.herkomst for each in carried} == {Herkomst.OVERGENOMEN}
    assert {each.actor for each in lines} == {str(make.uid(4))}
    assert (upgraded.actie, upgraded.herkomst) == (LogActie.BIJGEWERKT, Herkomst.PROGRAMMA)


def test_it_is_brought_up_once(old: Path) -> None:
    for _again in range(2):
        opened = open_vault(old, Passphrase(PASSPHRASE))
        with opened.read() as conn:
            assert logbook.count(conn, LogActie.BIJGEWERKT) == 1
        opened.lock()


def test_an_upgrade_that_fails_leaves_the_old_vault(old: Path) -> None:
    _file, key = keys.unlock((old / keys.KEYS).read_bytes(), Passphrase(PASSPHRASE))
    vault = Vault(old, key, vaults.hold(old))
    with vault.upgrading() as conn:
        conn.exec_driver_sql("UPDATE doelen SET leefgebied = 'nergens'")
    vault.lock()
    before = (old / vaults.DATABASE).read_bytes()
    with refused(Code.VAULT_DAMAGED):
        open_vault(old, Passphrase(PASSPHRASE))
    assert (old / vaults.DATABASE).read_bytes() == before
