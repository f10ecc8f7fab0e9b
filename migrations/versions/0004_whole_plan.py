"""Contacts with the family."""

from alembic import op

revision = "0004"
down_revision = "0003"

NEW = (
    """
CREATE TABLE contactmomenten (
    id TEXT NOT NULL,
    datum TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('huisbezoek', 'kantoor', 'telefoon', 'app', 'mail', 'niet_thuis')),
    met TEXT NOT NULL,
    kort TEXT NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_contactmomenten_root ON contactmomenten (root)",
)


def upgrade() -> None:
    """Make what is new."""
    conn = op.get_bind()
    for statement in NEW:
        conn.exec_driver_sql(statement)
