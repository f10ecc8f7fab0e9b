"""Half-typed texts, kept in the vault so that they are back after a lock or crash (architecture.md 3)."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from gezinsplan.storage.tables import drafts


def keep(conn: Connection, form: str, contents: Mapping[str, str], moment: datetime) -> None:
    """Keep these contents of the fields of a form, in place of the earlier ones."""
    conn.execute(delete(drafts).where(drafts.c.form == form))
    if contents:
        stamp = moment.isoformat(timespec="seconds")
        rows = [
            {"form": form, "field": field, "content": _whole(text), "moment": stamp} for field, text in contents.items()
        ]
        conn.execute(insert(drafts), rows)


def load(conn: Connection, form: str) -> dict[str, str]:
    """The kept contents by field."""
    rows = conn.execute(select(drafts.c.field, drafts.c.content).where(drafts.c.form == form))
    return {field: text for field, text in rows}


def _whole(text: str) -> str:
    """The text with a mark where half a sign stands, which the file cannot hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
