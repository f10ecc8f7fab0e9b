"""Safety, ties, agendas, talks about helpers, and a few columns in tables that were there.

A column in the middle asks for the table to be made anew: SQLite keeps the text of a table as it was written.
"""

from alembic import op
from sqlalchemy import Connection

revision = "0003"
down_revision = "0002"

NEW = (
    """
CREATE TABLE agendapunten (
    id TEXT NOT NULL,
    overleg TEXT NOT NULL,
    wat TEXT NOT NULL,
    betreft TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(overleg) REFERENCES overleggen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_agendapunten_root ON agendapunten (root)",
    """
CREATE TABLE besprekingen (
    id TEXT NOT NULL,
    betrokkenheid TEXT NOT NULL,
    datum TEXT NOT NULL,
    uitkomst TEXT NOT NULL CHECK (uitkomst IN ('houden', 'samenvoegen', 'op_afstand', 'afronden')),
    wie_nog TEXT NOT NULL,
    kan_netwerk TEXT NOT NULL,
    eerst_nodig TEXT NOT NULL,
    overname_door TEXT NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(betrokkenheid) REFERENCES betrokkenheden (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_besprekingen_root ON besprekingen (root)",
    """
CREATE TABLE checks (
    id TEXT NOT NULL,
    datum TEXT NOT NULL,
    woord TEXT NOT NULL CHECK (woord IN ('veilig_genoeg', 'nog_niet', 'onveilig')),
    fase TEXT NOT NULL CHECK (fase IN ('geen_zorgen', 'directe_veiligheid', 'stabiele_veiligheid', 'herstel')),
    grond TEXT NOT NULL,
    volgende_op TEXT NOT NULL,
    door TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_checks_root ON checks (root)",
    """
CREATE TABLE veiligheidsafspraken (
    id TEXT NOT NULL,
    wat TEXT NOT NULL,
    wie TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    controle_door TEXT,
    hoe_vaak TEXT NOT NULL,
    wat_dan TEXT NOT NULL,
    tot TEXT,
    reden TEXT NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_veiligheidsafspraken_root ON veiligheidsafspraken (root)",
    """
CREATE TABLE maatregelen (
    id TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('ondertoezichtstelling', 'uithuisplaatsing', 'voogdij', 'huisverbod',
        'contactverbod', 'bewind')),
    over TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    tot TEXT,
    tussen TEXT NOT NULL,
    door TEXT NOT NULL,
    uitvoerder TEXT,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(uitvoerder) REFERENCES betrokkenheden (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_maatregelen_root ON maatregelen (root)",
    """
CREATE TABLE doorbraken (
    id TEXT NOT NULL,
    wat TEXT NOT NULL,
    blokkade TEXT NOT NULL,
    gevraagd_aan TEXT NOT NULL,
    gevraagd_op TEXT NOT NULL,
    geprobeerd TEXT NOT NULL,
    antwoord_voor TEXT,
    besluit TEXT NOT NULL,
    besloten_op TEXT,
    gelukt INTEGER NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_doorbraken_root ON doorbraken (root)",
    """
CREATE TABLE banden (
    id TEXT NOT NULL,
    deelnemer TEXT NOT NULL,
    lid TEXT,
    steun TEXT NOT NULL,
    sterkte TEXT NOT NULL CHECK (sterkte IN ('zwak', 'gewoon', 'sterk', 'gespannen')),
    richting TEXT NOT NULL CHECK (richting IN ('naar_gezin', 'van_gezin', 'beide')),
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(lid) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_banden_root ON banden (root)",
    """
CREATE TABLE klikken (
    id TEXT NOT NULL,
    lid TEXT NOT NULL,
    deelnemer TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('klik', 'geen_klik', 'geen_contact')),
    datum TEXT NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(lid) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_klikken_root ON klikken (root)",
    """
CREATE TABLE plekken (
    id TEXT NOT NULL,
    deelnemer TEXT NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_plekken_root ON plekken (root)",
    """
CREATE TABLE dubbelen (
    id TEXT NOT NULL,
    persoon TEXT NOT NULL,
    ander_gezin TEXT NOT NULL,
    keuze TEXT NOT NULL CHECK (keuze IN ('een_plan', 'een_regisseur', 'twee_plannen')),
    reden TEXT NOT NULL,
    opnieuw_op TEXT,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(persoon) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_dubbelen_root ON dubbelen (root)",
)

REBUILT = {
    "betrokkenheden": (
        """
CREATE TABLE betrokkenheden (
    id TEXT NOT NULL,
    professional TEXT,
    omschrijving TEXT NOT NULL,
    organisatie TEXT,
    soort TEXT NOT NULL CHECK (soort IN ('beroepskracht', 'vrijwilliger', 'ervaringsdeskundige')),
    betaald INTEGER NOT NULL,
    vorm TEXT NOT NULL CHECK (vorm IN ('vast', 'bijgeschakeld', 'op_afstand')),
    vaste_basis INTEGER NOT NULL,
    behandelaar INTEGER NOT NULL,
    kader TEXT NOT NULL CHECK (kader IN ('vrijwillig', 'drang', 'gedwongen')),
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    vraag TEXT NOT NULL,
    leefgebieden TEXT NOT NULL,
    doelen TEXT NOT NULL,
    frequentie TEXT NOT NULL,
    contacten INTEGER,
    aangemeld_op TEXT,
    wachtlijst INTEGER NOT NULL,
    overbrugging TEXT,
    vanaf TEXT,
    tot TEXT,
    verwacht_tot TEXT,
    kan_weg_als TEXT NOT NULL,
    beschikking_tot TEXT,
    dichterbij_geprobeerd TEXT NOT NULL,
    reden_einde TEXT NOT NULL,
    beeindigd_door TEXT NOT NULL,
    overgenomen_door TEXT,
    geen_overname_omdat TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(professional) REFERENCES professionals (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organisatie) REFERENCES organisaties (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
        "CREATE INDEX ix_betrokkenheden_root ON betrokkenheden (root)",
    ),
    "regisseurschappen": (
        """
CREATE TABLE regisseurschappen (
    id TEXT NOT NULL,
    houder TEXT,
    vanaf TEXT NOT NULL,
    reden TEXT NOT NULL,
    vorm TEXT NOT NULL CHECK (vorm IN ('casus', 'proces', 'zelf')),
    tot TEXT,
    gekozen_door TEXT NOT NULL,
    mening_gezin TEXT NOT NULL,
    vervanger TEXT,
    gesprek_op TEXT,
    contact_tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (tot IS NULL OR tot >= vanaf),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
        "CREATE INDEX ix_regisseurschappen_root ON regisseurschappen (root)",
        "CREATE UNIQUE INDEX one_open_regisseurschap ON regisseurschappen (root) WHERE tot IS NULL",
        """
CREATE TRIGGER no_overlap_INSERT AFTER INSERT ON regisseurschappen
WHEN EXISTS (
    SELECT 1 FROM regisseurschappen AS other
    WHERE other.root = NEW.root AND other.id <> NEW.id
    AND other.vanaf < coalesce(NEW.tot, '9999-12-31') AND NEW.vanaf < coalesce(other.tot, '9999-12-31')
)
BEGIN SELECT RAISE(ABORT, 'two regisseurs on one day'); END
""",
        """
CREATE TRIGGER no_overlap_UPDATE AFTER UPDATE ON regisseurschappen
WHEN EXISTS (
    SELECT 1 FROM regisseurschappen AS other
    WHERE other.root = NEW.root AND other.id <> NEW.id
    AND other.vanaf < coalesce(NEW.tot, '9999-12-31') AND NEW.vanaf < coalesce(other.tot, '9999-12-31')
)
BEGIN SELECT RAISE(ABORT, 'two regisseurs on one day'); END
""",
    ),
    "overleggen": (
        """
CREATE TABLE overleggen (
    id TEXT NOT NULL,
    moment TEXT NOT NULL,
    plaats TEXT NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('gezinsgesprek', 'startoverleg', 'evaluatie', 'rondetafel', 'mdo',
        'casustafel')),
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
        "CREATE INDEX ix_overleggen_root ON overleggen (root)",
    ),
    "organisaties": (
        """
CREATE TABLE organisaties (
    id TEXT NOT NULL,
    naam TEXT NOT NULL,
    sector TEXT NOT NULL CHECK (sector IN ('lokaal_team', 'jeugdhulp', 'jeugd_ggz', 'ggz', 'verslavingszorg',
        'gehandicaptenzorg', 'huisarts', 'jeugdgezondheidszorg', 'zorg', 'kinderopvang', 'onderwijs',
        'welzijn', 'schuldhulp', 'werk_en_inkomen', 'wonen', 'jeugdbescherming', 'veiligheid',
        'politie_en_justitie', 'vrijwilligers', 'overig')),
    plaats TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    bereikbaar TEXT NOT NULL,
    waarvoor TEXT NOT NULL,
    waarvoor_niet TEXT NOT NULL,
    kennisgemaakt_op TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
        "CREATE INDEX ix_organisaties_root ON organisaties (root)",
    ),
    "professionals": (
        """
CREATE TABLE professionals (
    id TEXT NOT NULL,
    naam TEXT NOT NULL,
    functie TEXT NOT NULL,
    organisatie TEXT,
    telefoon TEXT NOT NULL,
    mail TEXT NOT NULL,
    bereikbaar TEXT NOT NULL,
    waarvoor TEXT NOT NULL,
    waarvoor_niet TEXT NOT NULL,
    kennisgemaakt_op TEXT,
    waar_ga_ik_over TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(organisatie) REFERENCES organisaties (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
        "CREATE INDEX ix_professionals_root ON professionals (root)",
    ),
}

# What a row of before says in a column that it did not have.
ADDED = {
    "betrokkenheden": {"contacten": "NULL"},
    "regisseurschappen": {"gesprek_op": "NULL", "contact_tot": "NULL"},
    "overleggen": {"soort": "'gezinsgesprek'"},
    "organisaties": {"kennisgemaakt_op": "NULL"},
    "professionals": {"waar_ga_ik_over": "''"},
}


def upgrade() -> None:
    """Make what is new, and make anew what got a column."""
    conn = op.get_bind()
    for statement in NEW:
        conn.exec_driver_sql(statement)
    for name, statements in REBUILT.items():
        _rebuild(conn, name, statements)


def _rebuild(conn: Connection, name: str, statements: tuple[str, ...]) -> None:
    """The same rows in the new form; foreign keys are off while this runs, and are checked after it."""
    conn.exec_driver_sql(f"CREATE TEMP TABLE kept AS SELECT * FROM {name}")  # noqa: S608 names of our own
    conn.exec_driver_sql(f"DROP TABLE {name}")
    for statement in statements:
        conn.exec_driver_sql(statement)
    columns = [row[1] for row in conn.exec_driver_sql(f"PRAGMA table_info({name})")]
    values = ", ".join(ADDED[name].get(each, each) for each in columns)
    conn.exec_driver_sql(f"INSERT INTO {name} SELECT {values} FROM kept")  # noqa: S608
    conn.exec_driver_sql("DROP TABLE kept")
