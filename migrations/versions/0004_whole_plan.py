"""Contacts, decisions of talks, the meldcode, sections of the plan, relations, the road, versions, other plans."""

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
CREATE TABLE planversies (
    id TEXT NOT NULL,
    nummer INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('concept', 'vastgesteld')),
    dag TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    overleg TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(overleg) REFERENCES overleggen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_planversies_root ON planversies (root)",
    """
CREATE TABLE akkoorden (
    id TEXT NOT NULL,
    versie TEXT NOT NULL,
    deelnemer TEXT NOT NULL,
    datum TEXT NOT NULL,
    antwoord TEXT NOT NULL CHECK (antwoord IN ('akkoord', 'niet_akkoord', 'niet_gevraagd')),
    vorm TEXT CHECK (vorm IN ('mondeling', 'handtekening', 'mail')),
    toelichting TEXT NOT NULL,
    bewaard TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(versie) REFERENCES planversies (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_akkoorden_root ON akkoorden (root)",
    """
CREATE TABLE verstrekkingen (
    id TEXT NOT NULL,
    versie TEXT NOT NULL,
    deelnemer TEXT NOT NULL,
    datum TEXT NOT NULL,
    wijze TEXT NOT NULL CHECK (wijze IN ('meegegeven', 'post', 'mail', 'samen_gelezen')),
    reageren_tot TEXT,
    reactie TEXT NOT NULL,
    reactie_op TEXT,
    vervallen_op TEXT,
    reden TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(versie) REFERENCES planversies (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_verstrekkingen_root ON verstrekkingen (root)",
    """
CREATE TABLE meldcodestappen (
    id TEXT NOT NULL,
    deel TEXT NOT NULL CHECK (deel IN ('signalen', 'overleg', 'gesprek', 'vermoeden', 'onveiligheid', 'hulp',
        'aanvaarden', 'resultaat', 'besluit', 'afgesloten')),
    datum TEXT NOT NULL,
    wat TEXT NOT NULL,
    door TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_meldcodestappen_root ON meldcodestappen (root)",
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
    """
CREATE TABLE relaties (
    id TEXT NOT NULL,
    een TEXT NOT NULL,
    ander TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('partner', 'ex_partner', 'ouder', 'stiefouder', 'pleegouder',
        'grootouder', 'broer_of_zus', 'halfbroer_of_zus', 'stiefbroer_of_zus', 'oom_of_tante', 'familie',
        'vriend', 'buur')),
    vanaf TEXT,
    tot TEXT,
    toelichting TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(een) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(ander) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_relaties_root ON relaties (root)",
    """
CREATE TABLE stappen (
    id TEXT NOT NULL,
    fase TEXT NOT NULL CHECK (fase IN ('aanmelding', 'kennismaken', 'startgesprek', 'uitvoeren', 'evalueren',
        'afronden', 'nazorg', 'gesloten')),
    sleutel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    gedaan_op TEXT,
    door TEXT NOT NULL,
    antwoord TEXT NOT NULL,
    voor TEXT,
    niet_nodig INTEGER NOT NULL,
    toelichting TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_stappen_root ON stappen (root)",
    """
CREATE TABLE tussenfasen (
    id TEXT NOT NULL,
    gestopt TEXT NOT NULL,
    nog_niet TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    houdt_vast TEXT,
    tot TEXT,
    voorbij_op TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_tussenfasen_root ON tussenfasen (root)",
    """
CREATE TABLE andere_plannen (
    id TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('behandelplan', 'hulpverleningsplan', 'ontwikkelingsperspectief',
        'plan_van_aanpak', 'budgetplan', 'toekomstplan', 'anders')),
    van TEXT,
    van_ander TEXT NOT NULL,
    over TEXT NOT NULL,
    doelen TEXT NOT NULL,
    tot TEXT,
    afgestemd_op TEXT,
    gestopt_op TEXT,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_andere_plannen_root ON andere_plannen (root)",
    """
CREATE TABLE teamstappen (
    id TEXT NOT NULL,
    fase TEXT NOT NULL CHECK (fase IN ('aanmelding', 'kennismaken', 'startgesprek', 'uitvoeren', 'evalueren',
        'afronden', 'nazorg', 'gesloten')),
    plaats INTEGER NOT NULL,
    tekst TEXT NOT NULL,
    sleutel TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_teamstappen_root ON teamstappen (root)",
)

TEKSTEN = """
CREATE TABLE teksten (
    id TEXT NOT NULL,
    onderdeel TEXT NOT NULL CHECK (onderdeel IN ('aanleiding', 'wens', 'kracht', 'zorgpunt', 'eerdere_hulp', 'analyse',
        'resultaat', 'rolverdeling', 'werkafspraak', 'mening', 'voorval')),
    woorden TEXT NOT NULL,
    spreker TEXT,
    datum TEXT NOT NULL,
    aard TEXT NOT NULL CHECK (aard IN ('feit', 'mening', 'uitspraak')),
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
"""


DOORBRAKEN = """
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
    soort TEXT NOT NULL CHECK (soort IN ('doorbraak', 'opschaling')),
    afgeschaald_op TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
"""


def upgrade() -> None:
    """Make what is new; texts may stand in more sections and what is stuck be scaled up: these tables are made anew."""
    conn = op.get_bind()
    for statement in NEW:
        conn.exec_driver_sql(statement)
    conn.exec_driver_sql("CREATE TEMP TABLE kept AS SELECT * FROM teksten")
    conn.exec_driver_sql("DROP TABLE teksten")
    conn.exec_driver_sql(TEKSTEN)
    conn.exec_driver_sql("CREATE INDEX ix_teksten_root ON teksten (root)")
    conn.exec_driver_sql("INSERT INTO teksten SELECT * FROM kept")
    conn.exec_driver_sql("DROP TABLE kept")
    conn.exec_driver_sql("CREATE TEMP TABLE kept AS SELECT * FROM doorbraken")
    conn.exec_driver_sql("DROP TABLE doorbraken")
    conn.exec_driver_sql(DOORBRAKEN)
    conn.exec_driver_sql("CREATE INDEX ix_doorbraken_root ON doorbraken (root)")
    conn.exec_driver_sql(
        "INSERT INTO doorbraken SELECT id, wat, blokkade, gevraagd_aan, gevraagd_op, geprobeerd, antwoord_voor, "
        "besluit, besloten_op, gelukt, 'doorbraak', NULL, over, voor_wie, root FROM kept"
    )
    conn.exec_driver_sql("DROP TABLE kept")
