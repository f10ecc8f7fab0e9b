"""The vault: a folder with the encrypted database, its keys and the lock that lets one program in.

The rules are those of `security.md`, "The vault". Opening never creates, resets or falls back to plain text. A
connection is opened for each job and closed after it, so that locking is forgetting the key and a copy made between
jobs is a sound copy. `verify` looks whether everything in it is still whole.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock
from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.refusals import translated

DATABASE = "dossiers.db"
"""The name of the encrypted database in the vault's folder."""

LOCK = "vault.lock"
"""The file that a running program holds; it stays behind empty and means nothing then."""

_WAIT_SECONDS = 5.0
"""How long a job waits for another one of this program."""

_BEFORE_KEY = (
    "cipher_log_level = NONE",
    # SQLite overwrites whatever it gives back, texts of families and the statement with the key too. For the whole
    # program; a job costs some 5 ms more by it, and reading a family twice the time.
    "cipher_memory_security = ON",
)

_PRAGMAS = (
    "cipher_compatibility = 4",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    # An ordinary flush on macOS does not reach the disk itself.
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)


# ---------------------------------------------------------------- the open vault


class Vault:
    """An unlocked vault; made by `create` and `open_vault`, ended by `lock`.

    Jobs may run on several threads; `interrupt` and `lock` may come from any thread at any time.
    """

    def __init__(self, folder: Path, key: VaultKey, held: FileLock, noticed: Code | None = None) -> None:
        """Take over the key and the lock of the folder; use `create` or `open_vault`."""
        self.folder = folder
        self.key = key
        self.noticed = noticed
        """KEYS_DAMAGED or KEYS_MISSING when opening had to take, and put back, the copy of the key file."""
        self._held = held
        self._guard = threading.Lock()
        self._running: set[Any] = set()
        self._engine = _engine(self)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for one job that changes nothing; it sees one moment of the file."""
        with self._job(("PRAGMA query_only = ON",), ("BEGIN",)) as conn:
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection for one job that is kept whole when the block ends, and not at all when it raises.

        VaultRefused when the file cannot be read or written; IntegrityError when the tables forbid it.
        """
        with self._job(("BEGIN IMMEDIATE",)) as conn:
            yield conn

    @contextmanager
    def upgrading(self) -> Iterator[Connection]:
        """Like `write`, with foreign keys off, because rebuilding a table would else empty those that refer to it."""
        with self._job(("PRAGMA foreign_keys = OFF",), ("BEGIN IMMEDIATE",)) as conn:
            yield conn

    def vacuum(self) -> None:
        """Write the whole file anew, so that no page keeps anything of what was deleted; takes twice its room."""
        with self._job() as conn:  # SQLite does this outside a transaction only
            conn.exec_driver_sql("VACUUM")

    def export(self, target: Path, key: VaultKey) -> None:
        """Write everything into a new file under another key; `target` is empty or not there."""
        # The file of the driver is never found by a name with a ? or % in it, so it gets a URI.
        where = f"{target.absolute().as_uri()}?mode=rwc".replace("'", "''")
        with self._job() as conn:
            raw: Any = conn.connection.dbapi_connection
            key.used(raw.execute, f"ATTACH DATABASE '{where}' AS other KEY 'x''", "'''")
            conn.exec_driver_sql("BEGIN IMMEDIATE")
            conn.exec_driver_sql("SELECT sqlcipher_export('other')").all()
            for name in ("user_version", "application_id"):
                number = conn.exec_driver_sql(f"PRAGMA main.{name}").scalar()
                conn.exec_driver_sql(f"PRAGMA other.{name} = {number}")
            conn.exec_driver_sql("COMMIT")

    def aside(self, folder: Path) -> "Vault":
        """A copy of the file under the same key in another folder; it is locked and interrupted with this vault."""
        copy = Vault(folder, self.key, self._held)
        copy._guard, copy._running = self._guard, self._running
        return copy

    def interrupt(self) -> None:
        """Stop the statements that are running; their jobs fail with VAULT_LOCKED and are rolled back."""
        with self._guard:
            for raw in self._running:
                raw.interrupt()

    def lock(self) -> None:
        """Forget the key and let others in; jobs that still run are stopped. May be done twice."""
        with self._guard:
            self.key.forget()
            for raw in self._running:
                raw.interrupt()
            self._let_go()

    @property
    def locked(self) -> bool:
        """Whether the key was forgotten."""
        return self.key.forgotten

    @contextmanager
    def _job(self, *opening: tuple[str, ...]) -> Iterator[Connection]:
        """A new connection in a transaction that starts with these statements, each with its parameters."""
        with (
            translated(DBAPIError),
            self._engine.connect().execution_options(opening=opening) as conn,
            self._interruptible(conn),
            conn.begin(),
        ):
            yield conn
            # Locked since the last statement: what this job did or saw no longer counts.
            self._refuse_when_locked()

    @contextmanager
    def _interruptible(self, conn: Connection) -> Iterator[None]:
        """Keep the connection where `lock` can reach it. The last job of a locked vault lets go of the folder."""
        raw = conn.connection.dbapi_connection
        with self._guard:
            self._refuse_when_locked()
            self._running.add(raw)
        try:
            yield
        finally:
            with self._guard:
                self._running.discard(raw)
                self._let_go()

    def _let_go(self) -> None:
        """Free the folder as soon as the vault is locked and nothing runs."""
        if self.locked and not self._running:
            self._held.release()

    def _refuse_when_locked(self) -> None:
        if self.locked:
            raise VaultRefused(Code.VAULT_LOCKED)

    def _connect(self) -> Any:
        """A raw connection to the file, which must be there."""
        where = (self.folder / DATABASE).absolute().as_uri()
        raw = sqlcipher.connect(f"{where}?mode=rw", uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
        try:
            for pragma in _BEFORE_KEY:
                raw.execute(f"PRAGMA {pragma}")
            with self._guard:
                self.key.used(raw.execute, "PRAGMA key = \"x'", "'\"")
            for pragma in _PRAGMAS:
                raw.execute(f"PRAGMA {pragma}")
        except BaseException:
            raw.close()
            raise
        return raw


def _engine(vault: Vault) -> Engine:
    """One engine per vault, without a pool; making it costs more than all connections of an hour."""
    engine = create_engine(
        "sqlite://",
        creator=vault._connect,
        module=sqlcipher,
        poolclass=NullPool,
        # Parameters are names and texts of families; an exception must not carry them.
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(conn: Connection) -> None:
        # Our own BEGIN: the one of the driver comes too late to take back a CREATE TABLE.
        for statement, *parameters in conn.get_execution_options()["opening"]:
            conn.exec_driver_sql(statement, tuple(parameters))

    @event.listens_for(engine, "before_cursor_execute")
    def before(*_: object) -> None:
        # `interrupt` stops a running statement; this stops the next one.
        vault._refuse_when_locked()

    return engine


# ---------------------------------------------------------------- the folder


def hold(folder: Path) -> FileLock:
    """Take the folder for this program; the system frees it when the program dies. VAULT_IN_USE at once if taken."""
    # No soft lock: it would outlive a crash. Any thread may let go, because locking comes from the window's.
    held = FileLock(folder / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
    held.acquire()
    return held


def is_there(path: Path) -> bool:
    """Whether there is anything of that name; other than Path.exists, "not allowed to look" is an error."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def refuse_plain(path: Path) -> None:
    """VAULT_DAMAGED when the file can be read by anyone: the last guard against writing a family in plain text."""
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\x00":
            raise VaultRefused(Code.VAULT_DAMAGED, cause="plain")
