"""The vault: a folder with the encrypted database, its keys and the lock that lets one program in.

The rules are those of `security.md`, "The vault". Opening never creates, resets or falls back to plain text. A
connection is opened for each job and closed after it, so that locking is forgetting the key and a copy made between
jobs is a sound copy. `verify` looks whether everything in it is still whole.
"""

import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys, upgrade
from gezinsplan.storage.keys import Argon2Parameters, KeyFile, VaultKey
from gezinsplan.storage.refusals import translated

DATABASE = "dossiers.db"
"""The name of the encrypted database in the vault's folder."""

LOCK = "vault.lock"
"""The file that a running program holds; it stays behind empty and means nothing then."""

NEW = ".new"
"""The folder in which a vault is made; what lies there was never used by anyone."""

DAMAGED = "keys.damaged.json"
"""A key file that could not be read and was replaced by its whole copy; kept for whoever wants to know why."""

_WAIT_SECONDS = 5.0
"""How long a job waits for another one of this program."""

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
        with self._job("PRAGMA query_only = ON", "BEGIN") as conn:
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection for one job that is kept whole when the block ends, and not at all when it raises.

        VaultRefused when the file cannot be read or written; IntegrityError when the tables forbid it.
        """
        with self._job("BEGIN IMMEDIATE") as conn:
            yield conn

    @contextmanager
    def upgrading(self) -> Iterator[Connection]:
        """Like `write`, with foreign keys off, because rebuilding a table would else empty those that refer to it."""
        with self._job("PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE") as conn:
            yield conn

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
    def _job(self, *opening: str) -> Iterator[Connection]:
        """A new connection in a transaction that starts with these statements."""
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
        """A raw connection to the file, which must be there; the key is never anywhere but in this one statement."""
        with self._guard:
            key = self.key.hex()
        # SQLCipher silently takes anything else for a passphrase.
        if not re.fullmatch("[0-9a-f]{64}", key):
            raise ValueError("not a raw key")
        where = (self.folder / DATABASE).absolute().as_uri()
        raw = sqlcipher.connect(f"{where}?mode=rw", uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
        try:
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.execute(f"PRAGMA key = \"x'{key}'\"")
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
        for statement in conn.get_execution_options()["opening"]:
            conn.exec_driver_sql(statement)

    @event.listens_for(engine, "before_cursor_execute")
    def before(*_: object) -> None:
        # `interrupt` stops a running statement; this stops the next one.
        vault._refuse_when_locked()

    return engine


# ---------------------------------------------------------------- create


def create(folder: Path, passphrase: str, parameters: Argon2Parameters | None = None) -> Vault:
    """Make a new vault in the folder, and open it.

    VAULT_EXISTS, PASSPHRASE_SHORT, VAULT_FOLDER, VAULT_FULL, VAULT_IN_USE. A crash or an error on the way leaves
    nothing that opens, and the next `create` starts afresh.
    """
    keys.checked_passphrase(passphrase)
    with translated(OSError):
        _refuse_existing(folder)
        _own_folder(folder)
        held = hold(folder)
        try:
            _refuse_existing(folder)
            return _made(folder, passphrase, parameters or Argon2Parameters(), held)
        except BaseException:
            held.release()
            raise


def _refuse_existing(folder: Path) -> None:
    """A database is a vault. Keys without one may be the last way into a backup, and are not overwritten either.

    Only when the new database still waits in `.new`, the keys beside it are of a vault that was never finished.
    """
    rest = [] if _is_there(folder / NEW / DATABASE) else [keys.KEYS, keys.PREVIOUS]
    if any(_is_there(folder / name) for name in (DATABASE, *rest)):
        raise VaultRefused(Code.VAULT_EXISTS)


def _is_there(path: Path) -> bool:
    """Whether there is anything of that name; other than Path.exists, "not allowed to look" is an error."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _own_folder(folder: Path) -> None:
    """Make the folder ours alone, unless it already holds other things: those are not for us to hide."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        folder.chmod(0o700)


def _made(folder: Path, passphrase: str, parameters: Argon2Parameters, held: FileLock) -> Vault:
    """Make everything aside, open it by the same road as ever, and only then move it in: the database last."""
    new = folder / NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    try:
        _fill(new, passphrase, parameters, held)
        key = _opened(new, passphrase, held).key
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    # From here on a failure leaves `.new` with its database, by which the next `create` knows what the rest is.
    for name in (keys.KEYS, keys.PREVIOUS, DATABASE):
        (new / name).replace(folder / name)
        keys.flush_folder(folder)
    new.rmdir()
    return Vault(folder, key, held)


def _fill(new: Path, passphrase: str, parameters: Argon2Parameters, held: FileLock) -> None:
    """Write the keys and an empty database at the newest revision."""
    file, key = keys.create(passphrase, parameters)
    keys.store(new, keys.seal(file, key))
    (new / DATABASE).touch(mode=0o600)
    try:
        with Vault(new, key, held).upgrading() as conn:
            upgrade.upgrade(conn)
            first = "INSERT INTO kluis (id, vault_id, keys_counter) VALUES (1, :vault_id, :counter)"
            conn.execute(text(first), {"vault_id": file.vault_id, "counter": file.counter})
    finally:
        key.forget()
    refuse_plain(new / DATABASE)


def refuse_plain(path: Path) -> None:
    """VAULT_DAMAGED when the file can be read by anyone: the last guard against writing a family in plain text."""
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\x00":
            raise VaultRefused(Code.VAULT_DAMAGED, cause="plain")


# ---------------------------------------------------------------- open


def open_vault(folder: Path, passphrase: str) -> Vault:
    """Open the vault in the folder.

    VAULT_MISSING, VAULT_IN_USE, KEYS_MISSING, KEYS_DAMAGED, KEYS_NEWER, KEYS_OLDER, PASSPHRASE_WRONG, VAULT_DAMAGED,
    VAULT_NEWER, VAULT_FOLDER. When refused, nothing in the folder was changed.
    """
    with translated(OSError):
        if not _is_there(folder / DATABASE):
            raise VaultRefused(Code.VAULT_MISSING)
        held = hold(folder)
        try:
            return _opened(folder, passphrase, held)
        except BaseException:
            held.release()
            raise


def hold(folder: Path) -> FileLock:
    """Take the folder for this program; the system frees it when the program dies. VAULT_IN_USE at once if taken."""
    # No soft lock: it would outlive a crash. Any thread may let go, because locking comes from the window's.
    held = FileLock(folder / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
    held.acquire()
    return held


@dataclass(frozen=True, slots=True)
class _Unlocked:
    """A key file that a passphrase opened, its bytes, and what was wrong with the one before it."""

    file: KeyFile
    key: VaultKey
    data: bytes
    noticed: Code | None = None


def _opened(folder: Path, passphrase: str, held: FileLock) -> Vault:
    """The road of every opening: keys, database, revision, counter; then the small repairs."""
    unlocked = _unlocked(folder, passphrase)
    vault = Vault(folder, unlocked.key, held, unlocked.noticed)
    try:
        with vault.read() as conn:
            counter = _last_counter(conn, unlocked.file)
        _keep_up(vault, unlocked, counter)
    except BaseException:
        unlocked.key.forget()
        raise
    return vault


def _unlocked(folder: Path, passphrase: str) -> _Unlocked:
    """The key from `keys.json`; when that is missing or damaged, from its copy.

    The copy counts only if the database knows no later one (see `_last_counter`): it never brings back a slot that
    was removed.
    """
    try:
        return _from_file(folder / keys.KEYS, passphrase)
    except VaultRefused as refusal:
        if refusal.code not in (Code.KEYS_MISSING, Code.KEYS_DAMAGED):
            raise
        wrong = refusal
    try:
        return _from_file(folder / keys.PREVIOUS, passphrase, wrong.code)
    except VaultRefused as second:
        raise (second if second.code is Code.PASSPHRASE_WRONG else wrong) from None


def _from_file(path: Path, passphrase: str, noticed: Code | None = None) -> _Unlocked:
    data = keys.read(path)
    return _Unlocked(*keys.unlock(data, passphrase), data, noticed)


def _last_counter(conn: Connection, file: KeyFile) -> int:
    """The counter of the last key file that opened this database, after making sure that it is ours to open."""
    found = upgrade.revision(conn)
    if found is None:
        # An empty file passes for an empty database.
        raise VaultRefused(Code.VAULT_DAMAGED, cause="empty")
    if found != upgrade.HEAD:
        raise VaultRefused(Code.VAULT_NEWER, revision=found)
    row = conn.execute(text("SELECT vault_id, keys_counter FROM kluis")).first()
    if row is None or row.vault_id != file.vault_id:
        raise VaultRefused(Code.VAULT_DAMAGED, cause="vault_id")
    if file.counter < row.keys_counter:
        raise VaultRefused(Code.KEYS_OLDER, counter=file.counter, last=row.keys_counter)
    return int(row.keys_counter)


def _keep_up(vault: Vault, unlocked: _Unlocked, counter: int) -> None:
    """Put back a damaged key file, remember the counter, and renew the copy.

    A disk that takes no more is no reason to keep anybody out: the next opening does it again.
    """
    try:
        with translated(OSError):
            if unlocked.noticed is Code.KEYS_DAMAGED:
                (vault.folder / keys.KEYS).replace(vault.folder / DAMAGED)
            if unlocked.noticed:
                keys.write_aside(vault.folder / keys.KEYS, unlocked.data)
            if unlocked.file.counter > counter:
                with vault.write() as conn:
                    conn.execute(text("UPDATE kluis SET keys_counter = :counter"), {"counter": unlocked.file.counter})
            keys.settle(vault.folder, unlocked.data)
    except VaultRefused as refusal:
        if refusal.code not in (Code.VAULT_FULL, Code.VAULT_FOLDER):
            raise
