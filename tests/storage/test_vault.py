import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from gezinsplan.domain.errors import Code
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import DATABASE, Vault, hold
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Passphrase
from tests.storage.harm import refused, unlocked


def test_only_a_whole_key_is_handed_to_the_cipher(folder: Path) -> None:
    # SQLCipher would take a shorter one for a passphrase, and make another file of it.
    vault = Vault(folder, VaultKey(bytearray(b"short")), hold(folder))
    with pytest.raises(ValueError, match="not a raw key"), vault.read():
        pass
    vault.lock()


def test_a_job_never_makes_the_file(vault: Vault) -> None:
    (vault.folder / DATABASE).unlink()
    for job in (vault.read, vault.write):
        with refused(Code.VAULT_FOLDER), job():
            pass
    assert not (vault.folder / DATABASE).exists()


def made_twice(conn: Connection) -> None:
    for _ in range(2):
        conn.execute(text("CREATE TABLE proef (tekst TEXT)"))


def test_a_job_is_kept_whole_or_not_at_all(vault: Vault) -> None:
    with pytest.raises(OperationalError), vault.write() as conn:
        made_twice(conn)
    with vault.read() as conn:
        assert conn.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'proef'")) == 0
    assert not list(vault.folder.glob("*-journal"))


def test_a_reading_job_cannot_write(vault: Vault) -> None:
    with refused(Code.VAULT_FOLDER), vault.read() as conn:
        conn.execute(text("DELETE FROM kluis"))


def test_the_guards_of_the_file_are_on(vault: Vault) -> None:
    good = {
        "foreign_keys": 1, "secure_delete": 1, "temp_store": 2, "trusted_schema": 0, "journal_mode": "delete",
        "synchronous": 3,
    }  # fmt: skip
    with vault.write() as conn:
        assert {name: conn.scalar(text(f"PRAGMA {name}")) for name in good} == good
        assert conn.scalar(text("PRAGMA cipher_settings")) is not None


def test_a_broken_rule_of_the_tables_passes_without_its_values(vault: Vault) -> None:
    with pytest.raises(IntegrityError) as caught, vault.write() as conn:
        conn.execute(
            text("INSERT INTO kluis (id, vault_id, keys_counter) VALUES (:id, :vault, 1)"),
            {"id": 2, "vault": "Fatma Yılmaz"},
        )
    assert "Yılmaz" not in str(caught.value) + repr(caught.value) + str(caught.value.__cause__)


def test_a_mistake_in_a_statement_is_not_taken_for_damage(vault: Vault) -> None:
    with pytest.raises(OperationalError, match="no such table"), vault.read() as conn:
        conn.execute(text("SELECT * FROM nowhere"))


def test_a_job_that_meets_another_one_too_long_is_told(vault: Vault) -> None:
    # Without the real five seconds of patience: they would be all that this test does.
    impatient = vault._job(("PRAGMA busy_timeout = 0",), ("BEGIN IMMEDIATE",))
    with vault.write(), refused(Code.VAULT_IN_USE), impatient:
        pass


def test_locking_overwrites_the_key_and_closes_the_door(vault: Vault, passphrase: str) -> None:
    raw = vault.key.raw
    assert any(raw)
    vault.lock()
    vault.lock()
    assert raw == bytes(32)
    assert vault.locked
    for job in (vault.read, vault.write):
        with refused(Code.VAULT_LOCKED), job():
            pass
    open_vault(vault.folder, Passphrase(passphrase)).lock()


def test_locking_stops_the_running_statement(vault: Vault, passphrase: str) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT busy(i) FROM n"
    running = threading.Event()

    def when_running() -> None:
        running.wait()
        vault.lock()

    locker = threading.Thread(target=when_running)
    locker.start()
    with refused(Code.VAULT_LOCKED), vault.write() as conn:
        conn.execute(text("CREATE TABLE proef (tekst TEXT)"))
        raw = conn.connection.dbapi_connection
        assert raw is not None
        raw.create_function("busy", 1, lambda _: running.set())
        conn.execute(text(endless)).all()
    locker.join()
    with unlocked(open_vault(vault.folder, Passphrase(passphrase))) as again, again.read() as conn:
        assert conn.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'proef'")) == 0


def test_interrupting_leaves_the_vault_open(vault: Vault) -> None:
    with refused(Code.VAULT_LOCKED), vault.read() as conn:
        raw = conn.connection.dbapi_connection
        assert raw is not None
        raw.create_function("stop", 0, vault.interrupt)
        conn.execute(text("SELECT stop() UNION ALL SELECT 1")).all()
    assert verify(vault).ok


def test_a_job_overtaken_by_locking_does_not_count(vault: Vault, passphrase: str) -> None:
    with refused(Code.VAULT_LOCKED), vault.write() as conn:
        conn.execute(text("CREATE TABLE een (tekst TEXT)"))
        vault.lock()
        # The folder is let go when the last job ends, and not while it may still write.
        with refused(Code.VAULT_IN_USE):
            open_vault(vault.folder, Passphrase(passphrase))
        with refused(Code.VAULT_LOCKED):
            conn.execute(text("CREATE TABLE twee (tekst TEXT)"))
    again = open_vault(vault.folder, Passphrase(passphrase))
    with refused(Code.VAULT_LOCKED), again.write() as conn:
        conn.execute(text("CREATE TABLE drie (tekst TEXT)"))
        again.lock()
    with unlocked(open_vault(vault.folder, Passphrase(passphrase))) as again, again.read() as conn:
        names = "SELECT count(*) FROM sqlite_master WHERE name IN ('een', 'drie')"
        assert conn.scalar(text(names)) == 0
