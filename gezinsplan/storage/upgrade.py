"""The form of the database: which revision a file has, and how it gets the newest one.

Alembic is imported only when there is something to upgrade: reading the revision takes one query.
"""

from pathlib import Path

from sqlalchemy import Connection, text

from gezinsplan import paths
from gezinsplan.domain.errors import Code, VaultRefused

HEAD = "0004"
"""The revision that this program works with; a test keeps it equal to the newest script."""


def revision(conn: Connection) -> str | None:
    """The revision of the open database, or None when nothing was ever made in it."""
    made = conn.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"))
    return conn.scalar(text("SELECT version_num FROM alembic_version")) if made else None


def is_older(found: str) -> bool:
    """Whether a file of this revision can be brought up to date; revisions are numbers of four digits, in order.

    Told by the number alone, because asking the scripts would load Alembic at every start.
    """
    return len(found) == len(HEAD) and found.isdecimal() and found < HEAD


def upgrade(conn: Connection, scripts: Path | None = None) -> None:
    """Run the scripts that this database has not had, and check it; VAULT_DAMAGED when the checks fail.

    Everything happens in the open transaction of `conn` (see `Vault.upgrading`), so that any error leaves the file as
    it was. `scripts` is the folder with `env.py`; the bundled one unless a test has its own.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic reads its options with %-interpolation, and a folder may have a % in its name.
    config.set_main_option("script_location", str(scripts or paths.migrations()).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")
    # Foreign keys are off while tables are rebuilt, so they are checked as a whole afterwards.
    if conn.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise VaultRefused(Code.VAULT_DAMAGED, cause="foreign_key_check")
    if conn.scalar(text("PRAGMA quick_check")) != "ok":
        raise VaultRefused(Code.VAULT_DAMAGED, cause="quick_check")
