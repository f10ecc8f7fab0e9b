"""The log, the keys that bind it to the history, and the markers of what is gone.

What the history held until now gets its lines: a step with its digest; a print or a look at what was shielded, which
stood in the history as a row without changes, as a line alone.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from typing import Any

from alembic import op
from sqlalchemy import Connection

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """
CREATE TABLE logboek (
    nummer INTEGER NOT NULL,
    moment TEXT NOT NULL,
    actie TEXT NOT NULL,
    object TEXT,
    digest TEXT,
    resultaat TEXT NOT NULL,
    herkomst TEXT NOT NULL,
    actor TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (nummer)
)
""",
    "CREATE INDEX ix_logboek_actie ON logboek (actie)",
    "CREATE INDEX ix_logboek_object ON logboek (object)",
    """
CREATE TABLE dossier_keys (
    root TEXT NOT NULL,
    "key" BLOB NOT NULL CHECK (length(key) = 32),
    PRIMARY KEY (root),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    """
CREATE TABLE markers (
    root TEXT NOT NULL,
    soort TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (root)
)
""",
    """
CREATE TRIGGER logboek_kept_UPDATE BEFORE UPDATE ON logboek
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
""",
    """
CREATE TRIGGER logboek_kept_DELETE BEFORE DELETE ON logboek
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
""",
    """
CREATE TRIGGER logboek_in_order BEFORE INSERT ON logboek
WHEN NEW.nummer IS NOT (SELECT coalesce(max(nummer), 0) + 1 FROM logboek)
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
""",
)
HISTORY = "SELECT step, moment, name, root, version, changes FROM history ORDER BY id"
LINE = "INSERT INTO logboek VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
NOTHING = "[]"


def upgrade() -> None:
    """Make the tables, and carry over what the history noted."""
    conn = op.get_bind()
    for statement in STATEMENTS:
        conn.exec_driver_sql(statement)
    keys = {str(root): os.urandom(32) for (root,) in conn.exec_driver_sql("SELECT id FROM roots")}
    for pair in keys.items():
        conn.exec_driver_sql("INSERT INTO dossier_keys VALUES (?, ?)", pair)
    last = "0" * 64
    for number, fields in enumerate(_lines(conn, keys), 1):
        line = [number, *fields, last]
        last = hashlib.sha256(_canonical(line)).hexdigest()
        conn.exec_driver_sql(LINE, (*line, last))
    conn.exec_driver_sql("DELETE FROM history WHERE changes = ?", (NOTHING,))


def _lines(conn: Connection, keys: dict[str, bytes]) -> Iterator[tuple[Any, ...]]:
    """Of each row of the history: moment, actie, object, digest, resultaat, herkomst and actor of its line."""
    actor = conn.exec_driver_sql("SELECT coalesce((SELECT id FROM gebruiker), 'onbekend')").scalar()
    for row in conn.exec_driver_sql(HISTORY).all():
        _step, moment, name, root, version, changes = row
        digest = None
        if changes != NOTHING:
            name = "aangemaakt" if version == 1 else "gewijzigd"
            digest = hmac.new(keys[root], _canonical([*row]), hashlib.sha256).hexdigest()
        yield moment, name, root, digest, "gelukt", "overgenomen", actor


def _canonical(fields: list[Any]) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode()
