"""The first form of the file: every table, index and trigger as it was then, whatever `tables.py` says today."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
CREATE TABLE roots (
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('dossier', 'sociale_kaart', 'praktijk')),
    version INTEGER NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE kluis (
    id INTEGER NOT NULL CHECK (id = 1),
    vault_id TEXT NOT NULL,
    keys_counter INTEGER NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE history (
    id INTEGER NOT NULL,
    step TEXT NOT NULL,
    moment TEXT NOT NULL,
    name TEXT NOT NULL,
    root TEXT NOT NULL,
    version INTEGER NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (id)
)
""",
    "CREATE INDEX ix_history_root ON history (root)",
    """
CREATE TABLE drafts (
    form TEXT NOT NULL,
    field TEXT NOT NULL,
    content TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (form, field)
)
""",
    """
CREATE TABLE personen (
    id TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('gezinslid', 'netwerk')),
    naam TEXT NOT NULL,
    roepnaam TEXT NOT NULL,
    band TEXT NOT NULL,
    geboortedatum TEXT,
    overleden_op TEXT,
    telefoon TEXT NOT NULL,
    bereikbaar TEXT NOT NULL,
    voicemail INTEGER,
    post INTEGER,
    talen TEXT NOT NULL,
    tolk INTEGER NOT NULL,
    leest_groot INTEGER NOT NULL,
    talenten TEXT NOT NULL,
    weet_ervan_sinds TEXT,
    tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_personen_root ON personen (root)",
    """
CREATE TABLE huishoudens (
    id TEXT NOT NULL,
    naam TEXT NOT NULL,
    straat TEXT NOT NULL,
    huisnummer TEXT NOT NULL,
    postcode TEXT NOT NULL,
    plaats TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    vanaf TEXT,
    tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_huishoudens_root ON huishoudens (root)",
    """
CREATE TABLE afschermingen (
    id TEXT NOT NULL,
    beschermt TEXT NOT NULL,
    tegen TEXT NOT NULL,
    wat TEXT NOT NULL,
    betrokkenheden TEXT NOT NULL,
    bron TEXT NOT NULL,
    vanaf TEXT,
    tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_afschermingen_root ON afschermingen (root)",
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
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (tot IS NULL OR tot >= vanaf),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_regisseurschappen_root ON regisseurschappen (root)",
    "CREATE UNIQUE INDEX one_open_regisseurschap ON regisseurschappen (root) WHERE tot IS NULL",
    """
CREATE TABLE teksten (
    id TEXT NOT NULL,
    onderdeel TEXT NOT NULL CHECK (onderdeel IN ('aanleiding', 'wens', 'kracht', 'zorgpunt')),
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
""",
    "CREATE INDEX ix_teksten_root ON teksten (root)",
    """
CREATE TABLE overleggen (
    id TEXT NOT NULL,
    moment TEXT NOT NULL,
    plaats TEXT NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_overleggen_root ON overleggen (root)",
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
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_organisaties_root ON organisaties (root)",
    """
CREATE TABLE leefgebieden (
    id TEXT NOT NULL,
    naam TEXT NOT NULL,
    gevoelig INTEGER NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_leefgebieden_root ON leefgebieden (root)",
    """
CREATE TABLE bewoning (
    id TEXT NOT NULL,
    huishouden TEXT NOT NULL,
    persoon TEXT NOT NULL,
    wanneer TEXT NOT NULL,
    vanaf TEXT,
    tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(huishouden) REFERENCES huishoudens (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(persoon) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_bewoning_root ON bewoning (root)",
    """
CREATE TABLE gezag (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    houder TEXT,
    vorm TEXT NOT NULL CHECK (vorm IN ('gezamenlijk_ouderlijk', 'eenhoofdig_ouderlijk', 'gezamenlijk',
        'voogdij', 'tijdelijk_geen', 'niet_te_bepalen')),
    bron TEXT NOT NULL,
    gecontroleerd_op TEXT,
    vanaf TEXT,
    tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(kind) REFERENCES personen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_gezag_root ON gezag (root)",
    """
CREATE TABLE doelen (
    id TEXT NOT NULL,
    woorden TEXT NOT NULL,
    spreker TEXT,
    prioriteit INTEGER NOT NULL,
    vanaf TEXT NOT NULL,
    leefgebied TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'pauze', 'gestopt')),
    behaald TEXT NOT NULL CHECK (behaald IN ('nog_niet', 'deels', 'helemaal')),
    tot TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(leefgebied) REFERENCES leefgebieden (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_doelen_root ON doelen (root)",
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
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(organisatie) REFERENCES organisaties (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_professionals_root ON professionals (root)",
    """
CREATE TABLE gezin (
    id TEXT NOT NULL,
    kenmerk TEXT NOT NULL,
    naam TEXT NOT NULL,
    fase TEXT NOT NULL CHECK (fase IN ('aanmelding', 'kennismaken', 'startgesprek', 'uitvoeren', 'evalueren',
        'afronden', 'nazorg', 'gesloten')),
    start TEXT NOT NULL,
    dossierhouder TEXT NOT NULL,
    wijk TEXT NOT NULL,
    gemeente TEXT NOT NULL,
    afsluiting TEXT,
    beginstand_op TEXT,
    streefaantal INTEGER,
    streefaantal_op TEXT,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(dossierhouder) REFERENCES professionals (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_gezin_root ON gezin (root)",
    "CREATE UNIQUE INDEX unique_kenmerk ON gezin (kenmerk)",
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
    """
CREATE TABLE scores (
    id TEXT NOT NULL,
    doel TEXT NOT NULL,
    spreker TEXT NOT NULL,
    datum TEXT NOT NULL,
    cijfer INTEGER NOT NULL,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (cijfer BETWEEN 0 AND 10),
    FOREIGN KEY(doel) REFERENCES doelen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_scores_root ON scores (root)",
    """
CREATE TABLE acties (
    id TEXT NOT NULL,
    wat TEXT NOT NULL,
    wie TEXT NOT NULL,
    doel TEXT,
    soort TEXT NOT NULL CHECK (soort IN ('actie', 'afspraak', 'toezegging', 'uitproberen', 'handschoen')),
    status TEXT NOT NULL CHECK (status IN ('gevraagd', 'toegezegd', 'geweigerd', 'klaar', 'vervallen')),
    vanaf TEXT,
    wanneer TEXT,
    herhaling TEXT NOT NULL,
    klaar_op TEXT,
    resultaat TEXT NOT NULL,
    reden TEXT NOT NULL,
    navragen_op TEXT,
    over TEXT NOT NULL,
    voor_wie TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(doel) REFERENCES doelen (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_acties_root ON acties (root)",
    """
CREATE TABLE gebruiker (
    id TEXT NOT NULL,
    professional TEXT NOT NULL,
    root TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(professional) REFERENCES professionals (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(root) REFERENCES roots (id)
)
""",
    "CREATE INDEX ix_gebruiker_root ON gebruiker (root)",
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
    """
CREATE TRIGGER history_kept_UPDATE BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END
""",
)


def upgrade() -> None:
    """Make everything; there is nothing yet."""
    conn = op.get_bind()
    for statement in STATEMENTS:
        conn.exec_driver_sql(statement)
