"""Load a value, save a step: the difference goes into the file with its history and log, in one transaction.

Written in this order, so that no constraint trips half-way: deletions, endings, other updates, insertions.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Dossier, Regisseurschap
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import Praktijk, Professional, SocialeKaart
from gezinsplan.domain.logboek import LogActie, Melding, Stempel
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import Change, Step, Value, difference, part_fields
from gezinsplan.storage import logbook
from gezinsplan.storage.codec import decode_part, encode_part
from gezinsplan.storage.tables import PART_TABLES, ROOT_KINDS, history, roots

V = TypeVar("V", Dossier, SocialeKaart, Praktijk)
_KIND_NAMES = {kind: name for name, kind in ROOT_KINDS.items()}


def load(conn: Connection, kind: type[V], root: UUID) -> V:
    """One value, whole; raises RuleBroken(UNKNOWN_PART) when it is not in the file."""
    found = load_many(conn, kind, part_fields(kind), [root])
    if not found:
        raise RuleBroken(Code.UNKNOWN_PART, id=root)
    return found[0]


def load_only(conn: Connection, kind: type[V]) -> V | None:
    """The one value of its kind: the sociale kaart, the praktijk; None before the user has made them."""
    root = conn.scalar(select(roots.c.id).where(roots.c.kind == _KIND_NAMES[kind]))
    return None if root is None else load(conn, kind, UUID(root))


def load_many(
    conn: Connection, kind: type[V], part_kinds: Collection[Any], ids: Collection[UUID] | None = None
) -> list[V]:
    """Values of a kind with only these part classes in them, all or those with these ids, in the order of ids."""
    query = select(roots.c.id, roots.c.version).where(roots.c.kind == _KIND_NAMES[kind]).order_by(roots.c.id)
    if ids is not None:
        query = query.where(roots.c.id.in_([str(each) for each in ids]))
    versions = {root: version for root, version in conn.execute(query)}
    content: dict[str, dict[str, Any]] = {root: {} for root in versions}
    for part_kind, name in part_fields(kind).items():
        if part_kind in part_kinds:
            for root, part in _rows(conn, part_kind, versions if ids is not None else None):
                content[root].setdefault(name, []).append(part)
    return [_value(kind, UUID(root), versions[root], content[root]) for root in versions]


def load_all(conn: Connection) -> Iterator[Value]:
    """Every value in the file, whole."""
    yield from load_many(conn, SocialeKaart, part_fields(SocialeKaart))
    yield from load_many(conn, Praktijk, part_fields(Praktijk))
    yield from load_many(conn, Dossier, part_fields(Dossier))


def _rows(conn: Connection, part_kind: Any, only: Collection[str] | None) -> Iterable[tuple[str, Any]]:
    table = PART_TABLES[part_kind]
    query = select(table).order_by(table.c.id)
    if only is not None:
        query = query.where(table.c.root.in_(only))
    for *columns, root in conn.execute(query):
        yield root, decode_part(part_kind, columns)


def _value(kind: Any, root: UUID, version: int, content: dict[str, list[Any]]) -> Any:
    single = {"gezin", "gebruiker"}
    fields = {name: parts[0] if name in single else tuple(parts) for name, parts in content.items()}
    own_id = {} if kind is Dossier else {"id": root}
    return kind(**own_id, **fields, versie=version)


def save(conn: Connection, step: Step, step_id: UUID, stempel: Stempel) -> None:
    """Write what a step changed, raise the versions, keep the history, log it; all or, with the transaction, nothing.

    Raises RuleBroken: STALE when a `before` is not what the file holds, KENMERK_IN_USE, or what `check` refuses.
    """
    for before, after in step.pairs:
        check(after, before)
        changes = difference(before, after)
        if changes or before is None:
            version = _raise_version(conn, before, after)
            try:
                _write(conn, after.id, changes)
            except IntegrityError as error:
                raise _refusal(error) from None
            row = {
                "step": str(step_id),
                "moment": stempel.moment.isoformat(timespec="milliseconds"),
                "name": step.name,
                "root": str(after.id),
                "version": version,
                "changes": _as_json(changes),
            }
            conn.execute(insert(history).values(row))
            actie = LogActie.AANGEMAAKT if before is None else LogActie.GEWIJZIGD
            proof = logbook.digest(conn, after.id, row)
            logbook.add(conn, Melding(actie, after.id, digest=proof), stempel)


def refuse_dangling(conn: Connection) -> None:
    """Raise RuleBroken(CHANGED_SINCE) when a part refers to one of another value that is no longer there.

    The file itself looks at that on commit only, and knows nothing of who stands in.
    """
    people = select(PART_TABLES[Professional].c.id).union(select(PART_TABLES[Persoon].c.id))
    stands_in = PART_TABLES[Regisseurschap].c.vervanger
    alone = conn.scalar(select(stands_in).where(stands_in.is_not(None), stands_in.not_in(people)).limit(1))
    if alone is not None or conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RuleBroken(Code.CHANGED_SINCE)


def _raise_version(conn: Connection, before: Value | None, after: Value) -> int:
    root = str(after.id)
    if before is None:
        conn.execute(insert(roots).values(id=root, kind=_KIND_NAMES[type(after)], version=1))
        return 1
    raised = update(roots).where(roots.c.id == root, roots.c.version == before.versie)
    if conn.execute(raised.values(version=before.versie + 1)).rowcount != 1:
        raise RuleBroken(Code.STALE)
    return before.versie + 1


def _write(conn: Connection, root: UUID, changes: tuple[Change, ...]) -> None:
    for change in changes:
        if change.before is not None and change.after is None:
            table = PART_TABLES[type(change.before)]
            conn.execute(delete(table).where(table.c.id == str(change.before.id)))
    updates = [change.after for change in changes if change.before is not None and change.after is not None]
    for part in sorted(updates, key=lambda each: getattr(each, "tot", None) is None):
        table = PART_TABLES[type(part)]
        conn.execute(update(table).where(table.c.id == str(part.id)).values(**encode_part(part)))
    for change in changes:
        if change.before is None and change.after is not None:
            table = PART_TABLES[type(change.after)]
            conn.execute(insert(table).values(**encode_part(change.after), root=str(root)))


def _refusal(error: IntegrityError) -> Exception:
    """A guard of the file that a user can meet; any other is a fault of this program."""
    return RuleBroken(Code.KENMERK_IN_USE, field="kenmerk") if "gezin.kenmerk" in str(error.orig) else error


def _as_json(changes: tuple[Change, ...]) -> str:
    def row(part: Any) -> Any:
        return None if part is None else encode_part(part)

    rows = [
        {"table": PART_TABLES[type(change.before or change.after)].name, "before": row(change.before)}
        | {"after": row(change.after)}
        for change in changes
    ]
    return json.dumps(rows, ensure_ascii=False)
