"""Contacts with the family; who took part in a talk, and what was decided there."""

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
    """
CREATE TABLE deelnames (
    id TEXT NOT NULL,
    overleg TEXT NOT NULL,
    deelnemer TEXT NOT NULL,
    rol TEXT CHECK (rol IN ('denker', 'doener', 'beslisser')),
    aanwezig INTEGER,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(overleg) REFERENCES overleggen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_deelnames_root ON deelnames (root)",
    """
CREATE TABLE besluiten (
    id TEXT NOT NULL,
    overleg TEXT NOT NULL,
    wat TEXT NOT NULL,
    eens TEXT NOT NULL,
    oneens TEXT NOT NULL,
    actie TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(overleg) REFERENCES overleggen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(actie) REFERENCES acties (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_besluiten_root ON besluiten (root)",
)


def upgrade() -> None:
    """Make what is new."""
    conn = op.get_bind()
    for statement in NEW:
        conn.exec_driver_sql(statement)
