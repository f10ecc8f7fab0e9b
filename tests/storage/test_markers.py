"""Markers: a dossier that is gone stays gone, whatever is put back."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.storage import drafts, logbook, markers, values
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.markers import MARKERS, Marker, Soort
from gezinsplan.storage.shelf import FOLDER
from gezinsplan.storage.vault import Vault
from tests import make
from tests.storage.harm import flip, refused
from tests.storage.test_logbook import fill

GONE = Marker(make.GEZIN, Soort.VERNIETIGD, datetime(2026, 11, 25, 9, 30, 0, 123000, tzinfo=UTC))
OTHER = Marker(make.uid(77), Soort.VERNIETIGD, datetime(2026, 11, 26, tzinfo=UTC))


@pytest.fixture
def filled(vault: Vault) -> Vault:
    fill(vault)
    with vault.write() as conn:
        drafts.keep(conn, f"{make.GEZIN}/actie/new", {"wat": "half"}, GONE.moment)
        drafts.keep(conn, "nieuw-gezin", {"naam": "half"}, GONE.moment)
    return vault


def known(vault: Vault) -> tuple[Marker, ...]:
    with vault.read() as conn:
        return markers.load(conn)


def apply(vault: Vault, *gone: Marker) -> None:
    with vault.write() as conn:
        markers.apply(conn, gone)


def test_applying_erases_every_row_of_the_dossier_and_no_other(filled: Vault) -> None:
    apply(filled, GONE)
    apply(filled, GONE)
    assert known(filled) == (GONE,)
    with filled.read() as conn:
        tables = conn.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%root TEXT%'"))
        for table in set(tables) - {"markers"}:
            rows = text(f"SELECT count(*) FROM {table} WHERE root = :root")
            assert conn.scalar(rows, {"root": str(make.GEZIN)}) == 0, table
        assert conn.scalars(text("SELECT form FROM drafts")).all() == ["nieuw-gezin"]
        assert len([*values.load_all(conn)]) == 2
        assert conn.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_the_log_still_verifies_and_knows_only_that_it_was(filled: Vault) -> None:
    apply(filled, GONE)
    with filled.read() as conn:
        assert logbook.verify(conn) == []
        assert logbook.page(conn, logbook.Choice(object=make.GEZIN), 5)


def test_what_went_without_a_marker_is_found(filled: Vault) -> None:
    apply(filled, GONE)
    with filled.write() as conn:
        conn.exec_driver_sql("DELETE FROM markers")
    with filled.read() as conn:
        assert {each.flaw for each in logbook.verify(conn)} == {logbook.Flaw.HISTORY}


def test_markers_beside_the_backups_come_back(vault: Vault) -> None:
    folder = vault.folder / FOLDER
    assert markers.read_beside(folder, vault.key) == ()
    markers.write_beside(folder, vault.key, (GONE, OTHER))
    assert markers.read_beside(folder, vault.key) == (GONE, OTHER)
    markers.write_beside(folder, vault.key, ())
    assert markers.read_beside(folder, vault.key) == ()


def test_a_file_that_was_changed_or_is_of_another_vault_is_refused(vault: Vault) -> None:
    folder = vault.folder / FOLDER
    markers.write_beside(folder, vault.key, (GONE,))
    with refused(Code.MARKERS_DAMAGED):
        markers.read_beside(folder, VaultKey(bytearray(b"x" * 32)))
    whole = json.loads((folder / MARKERS).read_bytes())
    for content in ("[]", whole["content"].replace("2026", "2025")):
        (folder / MARKERS).write_text(json.dumps({**whole, "content": content}))
        with refused(Code.MARKERS_DAMAGED):
            markers.read_beside(folder, vault.key)
    for data in (b"", b"[]", b"{}", b'{"content": 3, "mac": 4}', b"\xff"):
        (folder / MARKERS).write_bytes(data)
        with refused(Code.MARKERS_DAMAGED):
            markers.read_beside(folder, vault.key)


def test_a_locked_vault_reads_and_writes_no_markers(vault: Vault) -> None:
    markers.write_beside(vault.folder / FOLDER, vault.key, (GONE,))
    vault.lock()
    with refused(Code.VAULT_LOCKED):
        markers.read_beside(vault.folder / FOLDER, vault.key)


def test_an_older_database_put_back_by_hand_loses_what_was_destroyed(filled: Vault) -> None:
    markers.write_beside(filled.folder / FOLDER, filled.key, (GONE,))
    markers.settle(filled)
    assert known(filled) == (GONE,)
    with filled.read() as conn, make.refused(Code.UNKNOWN_PART):
        values.load(conn, Dossier, make.GEZIN)


def test_a_lost_or_damaged_file_is_written_again(filled: Vault) -> None:
    apply(filled, GONE)
    folder = filled.folder / FOLDER
    markers.settle(filled)
    assert markers.read_beside(folder, filled.key) == (GONE,)
    flip(folder / MARKERS, 20)
    markers.settle(filled)
    assert markers.read_beside(folder, filled.key) == (GONE,)


def test_without_markers_no_file_is_made(filled: Vault) -> None:
    markers.settle(filled)
    assert not (filled.folder / FOLDER).exists()
