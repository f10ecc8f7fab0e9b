"""What an error of SQLite or of the system means for the user: the one place that translates them.

No refusal carries the text of the error, because that has paths and pieces of statements in it; only the name by
which SQLite or the system calls it.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import Timeout
from sqlalchemy.exc import DBAPIError

from gezinsplan.domain.errors import Code, VaultRefused

_BY_SQLITE = {
    "SQLITE_FULL": Code.VAULT_FULL,
    # The driver does not tell whether reading or writing failed: a bad sector, a quota, a disk that was pulled out.
    "SQLITE_IOERR": Code.VAULT_FOLDER,
    "SQLITE_BUSY": Code.VAULT_IN_USE,
    "SQLITE_LOCKED": Code.VAULT_IN_USE,
    "SQLITE_CORRUPT": Code.VAULT_DAMAGED,
    "SQLITE_NOTADB": Code.VAULT_DAMAGED,
    "SQLITE_CANTOPEN": Code.VAULT_FOLDER,
    "SQLITE_PERM": Code.VAULT_FOLDER,
    "SQLITE_READONLY": Code.VAULT_FOLDER,
    # Only locking interrupts.
    "SQLITE_INTERRUPT": Code.VAULT_LOCKED,
}

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def translated(kind: type[DBAPIError] | type[OSError]) -> Iterator[None]:
    """Let errors of this kind come out as VaultRefused (`cause`: the name of the error).

    What is not about the vault passes as it is: a broken constraint, a mistake in a statement.
    """
    try:
        yield
    except kind as error:
        refusal = _of_system(error) if isinstance(error, OSError) else _of_sqlite(error)
        if refusal is None:
            raise
        raise refusal from None


def _of_system(error: OSError) -> VaultRefused:
    if isinstance(error, Timeout):
        return VaultRefused(Code.VAULT_IN_USE)
    code = Code.VAULT_FULL if error.errno in _FULL else Code.VAULT_FOLDER
    return VaultRefused(code, cause=errno.errorcode.get(error.errno or 0, ""))


def _of_sqlite(error: DBAPIError) -> VaultRefused | None:
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    # A driver that does tell more says it after the first two words.
    code = _BY_SQLITE.get("_".join(name.split("_")[:2]))
    return VaultRefused(code, cause=name) if code else None
