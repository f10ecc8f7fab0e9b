"""The tables of the file: one per part class, made from its fields, and a few of the store itself.

Who adds a field to a part adds the column by a migration; a test compares what the migrations make with this.
"""

from dataclasses import fields
from enum import StrEnum
from typing import Any, get_type_hints

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    event,
    text,
)

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.kaart import Praktijk, SocialeKaart
from gezinsplan.domain.values import part_fields
from gezinsplan.storage.codec import optional, plain_type

metadata = MetaData()

ROOT_KINDS: dict[str, Any] = {"dossier": Dossier, "sociale_kaart": SocialeKaart, "praktijk": Praktijk}

# Ids that always mean a part of one class; ids of a deelnemer may mean a person or a betrokkenheid.
_REFERENCES = {
    ("gezin", "dossierhouder"): "professionals",
    ("bewoning", "huishouden"): "huishoudens",
    ("bewoning", "persoon"): "personen",
    ("gezag", "kind"): "personen",
    ("relaties", "een"): "personen",
    ("relaties", "ander"): "personen",
    ("betrokkenheden", "professional"): "professionals",
    ("betrokkenheden", "organisatie"): "organisaties",
    ("doelen", "leefgebied"): "leefgebieden",
    ("scores", "doel"): "doelen",
    ("acties", "doel"): "doelen",
    ("professionals", "organisatie"): "organisaties",
    ("gebruiker", "professional"): "professionals",
    ("agendapunten", "overleg"): "overleggen",
    ("deelnames", "overleg"): "overleggen",
    ("besluiten", "overleg"): "overleggen",
    ("besluiten", "actie"): "acties",
    ("besprekingen", "betrokkenheid"): "betrokkenheden",
    ("maatregelen", "uitvoerder"): "betrokkenheden",
    ("banden", "lid"): "personen",
    ("klikken", "lid"): "personen",
    ("dubbelen", "persoon"): "personen",
    ("planversies", "overleg"): "overleggen",
    ("akkoorden", "versie"): "planversies",
    ("verstrekkingen", "versie"): "planversies",
}
_CHECKS = {
    "scores": "cijfer BETWEEN 0 AND 10",
    "regisseurschappen": "tot IS NULL OR tot >= vanaf",
}

roots = Table(
    "roots",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, CheckConstraint(f"kind IN {tuple(ROOT_KINDS)}"), nullable=False),
    Column("version", Integer, nullable=False),
)

kluis = Table(
    "kluis",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("vault_id", Text, nullable=False),
    Column("keys_counter", Integer, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("step", Text, nullable=False),
    Column("moment", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("root", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("changes", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("form", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("moment", Text, nullable=False),
    PrimaryKeyConstraint("form", "field"),
)

logboek = Table(
    "logboek",
    metadata,
    Column("nummer", Integer, primary_key=True),
    Column("moment", Text, nullable=False),
    Column("actie", Text, nullable=False, index=True),
    Column("object", Text, index=True),
    Column("digest", Text),
    Column("resultaat", Text, nullable=False),
    Column("herkomst", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

dossier_keys = Table(
    "dossier_keys",
    metadata,
    Column("root", Text, ForeignKey("roots.id"), primary_key=True),
    Column("key", LargeBinary, CheckConstraint("length(key) = 32"), nullable=False),
)

# Of a dossier that is gone nothing but its id is left, so this refers to no root.
markers = Table(
    "markers",
    metadata,
    Column("root", Text, primary_key=True),
    Column("soort", Text, nullable=False),
    Column("moment", Text, nullable=False),
)


def _column(table: str, name: str, hint: Any) -> Column[Any]:
    plain = plain_type(hint)
    if name == "id":
        return Column("id", Text, primary_key=True)
    rules: list[Any] = []
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        rules.append(CheckConstraint(f"{name} IN ({', '.join(repr(str(each)) for each in plain)})"))
    target = _REFERENCES.get((table, name))
    if target is not None:
        rules.append(ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"))
    return Column(name, Integer if plain in {int, bool} else Text, *rules, nullable=optional(hint))


def _part_table(name: str, kind: Any) -> Table:
    hints = get_type_hints(kind)
    columns = [_column(name, field.name, hints[field.name]) for field in fields(kind)]
    owner: Column[Any] = Column("root", Text, ForeignKey("roots.id"), nullable=False, index=True)
    rules = [CheckConstraint(_CHECKS[name])] if name in _CHECKS else []
    return Table(name, metadata, *columns, owner, *rules)


PART_TABLES: dict[Any, Table] = {
    kind: _part_table(name, kind) for value in ROOT_KINDS.values() for kind, name in part_fields(value).items()
}

_terms = metadata.tables["regisseurschappen"]
Index("one_open_regisseurschap", _terms.c.root, unique=True, sqlite_where=text("tot IS NULL"))
Index("unique_kenmerk", metadata.tables["gezin"].c.kenmerk, unique=True)

_NO_OVERLAP = """
CREATE TRIGGER no_overlap_{verb} AFTER {verb} ON regisseurschappen
WHEN EXISTS (
    SELECT 1 FROM regisseurschappen AS other
    WHERE other.root = NEW.root AND other.id <> NEW.id
    AND other.vanaf < coalesce(NEW.tot, '9999-12-31') AND NEW.vanaf < coalesce(other.tot, '9999-12-31')
)
BEGIN SELECT RAISE(ABORT, 'two regisseurs on one day'); END
"""
_KEPT = """
CREATE TRIGGER history_kept_{verb} BEFORE {verb} ON history
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END
"""
_LOG_KEPT = """
CREATE TRIGGER logboek_kept_{verb} BEFORE {verb} ON logboek
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
"""
# Also what "INSERT OR REPLACE" would do, which sets off no trigger on DELETE.
_LOG_IN_ORDER = """
CREATE TRIGGER logboek_in_order BEFORE INSERT ON logboek
WHEN NEW.nummer IS NOT (SELECT coalesce(max(nummer), 0) + 1 FROM logboek)
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
"""
TRIGGERS = (
    *(_NO_OVERLAP.format(verb=verb).strip() for verb in ("INSERT", "UPDATE")),
    _KEPT.format(verb="UPDATE").strip(),
    *(_LOG_KEPT.format(verb=verb).strip() for verb in ("UPDATE", "DELETE")),
    _LOG_IN_ORDER.strip(),
)

for trigger in TRIGGERS:
    event.listen(metadata, "after_create", DDL(trigger))  # type: ignore[no-untyped-call]
