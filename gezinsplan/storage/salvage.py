"""Read what can still be read of a damaged vault, into a new vault beside it; the damaged one is not touched.

A bad page costs the rows on it. They are gone around by number: tables are read from both ends up to the damage, and
the numbers in between, and those that an index still knows, one by one. What is read is made into values again; what
they refer to and is gone is left out of them, until each of them keeps the rules (see `mending`).
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from filelock import FileLock
from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError, IntegrityError

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken, VaultRefused
from gezinsplan.domain.kaart import Praktijk, SocialeKaart
from gezinsplan.domain.logboek import Herkomst, LogActie, Melding, Stempel
from gezinsplan.domain.values import Step, Value, part_fields, parts
from gezinsplan.storage import creating, keys, logbook, manifest, markers, mending, rescue, swap, values
from gezinsplan.storage.codec import decode_part
from gezinsplan.storage.keys import VaultKey, Way
from gezinsplan.storage.markers import Marker, Soort
from gezinsplan.storage.progress import Told, silent
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.tables import PART_TABLES, history
from gezinsplan.storage.tables import markers as marker_table
from gezinsplan.storage.vault import DATABASE, Vault, hold, is_there

_MOST_PROBES = 1_000_000
"""So many numbers between two readable rows are tried; more means that the number of a row itself was damaged."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much was read and not read, by table; never who. What no index knows is not in `lost`."""

    read: Mapping[str, int]
    lost: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table that could be read, by number, and how many are known to be there and could not."""

    columns: tuple[str, ...]
    found: tuple[tuple[Any, ...], ...]
    lost: int


def salvage(folder: Path, way: Way, new_folder: Path, told: Told = silent, step: str = "") -> Salvaged:
    """Make a new vault with what can be read, opened by the same way; `step` is its name in the history.

    The `wrong` of the way, KEYS_MISSING, KEYS_DAMAGED, NOTHING_TO_SALVAGE, VAULT_IN_USE, and what `create` refuses.
    """
    with translated(OSError):
        if not (is_there(folder / DATABASE) or swap.is_pending(folder)):
            raise VaultRefused(Code.NOTHING_TO_SALVAGE)
        held = hold(folder)
        try:
            swap.finish(folder)
            return _salvaged(folder, way, new_folder, held, told, step)
        finally:
            held.release()


def _salvaged(folder: Path, way: Way, new_folder: Path, held: FileLock, told: Told, step: str) -> Salvaged:
    key = _key(folder, way)
    try:
        tables = _read(Vault(folder, key, held), told)
    finally:
        key.forget()
    found = _values(tables)
    if not found:
        raise VaultRefused(Code.NOTHING_TO_SALVAGE)
    made = creating.create(new_folder, way)
    try:
        kept = _write(made, found, tables, step)
    finally:
        made.lock()
    return _report(tables, kept)


def _key(folder: Path, way: Way) -> VaultKey:
    """From the key file, its copy, or a backup: a counter that is behind keeps nobody from what is left."""
    wrong = Code.KEYS_MISSING
    files = [partial(keys.read, folder / name) for name in (keys.KEYS, keys.PREVIOUS)]
    backups = [partial(manifest.read_member, path, keys.KEYS) for path, _told in rescue.good_backups(folder, None)]
    for read in (*files, *backups):
        try:
            return keys.unlock(read(), way)[1]
        except VaultRefused as refusal:
            wrong = wrong if wrong is way.wrong else refusal.code
        except OSError:
            continue
    raise VaultRefused(wrong)


# ---------------------------------------------------------------- reading around the damage


def _read(vault: Vault, told: Told) -> dict[str, Rows]:
    tables = ["roots", history.name, marker_table.name, *(table.name for table in PART_TABLES.values())]
    found = {}
    for number, table in enumerate(tables, 1):
        found[table] = _rows(vault, table)
        told(number / len(tables))
    return found


def _rows(vault: Vault, table: str) -> Rows:
    """Every row that can be read. A table that cannot be named any more has none."""
    columns = _columns(vault, table)
    if not columns:
        return Rows((), (), 0)
    listed = ", ".join(f'"{column}"' for column in columns)
    select = f'SELECT rowid, {listed} FROM "{table}" NOT INDEXED'  # noqa: S608
    up = _until_damage(vault, f"{select} ORDER BY rowid")
    rows = {row[0]: row[1:] for row in up.rows}
    known = set(rows)
    if up.damaged:
        down = _until_damage(vault, f"{select} ORDER BY rowid DESC")
        rows |= {row[0]: row[1:] for row in down.rows}
        known = set(rows) | _numbers_in_indexes(vault, table)
        for number in islice(_between(up.rows, down.rows, known), _MOST_PROBES):
            if number not in rows:
                one = _until_damage(vault, f"{select} WHERE rowid = {number}")
                rows |= {row[0]: row[1:] for row in one.rows}
                known |= {number} if one.damaged else set()
    return Rows(columns, tuple(rows[number] for number in sorted(rows)), len(known - set(rows)))


def _between(up: list[Any], down: list[Any], known: set[int]) -> Iterable[int]:
    """The numbers to try one by one: all between the two ends, and what an index knows."""
    yield from sorted(known)
    first = up[-1][0] + 1 if up else 1
    last = down[-1][0] if down else max(known, default=0) + 1
    yield from (number for number in range(first, last) if number not in known)


@dataclass(frozen=True, slots=True)
class _Part:
    rows: list[Any]
    damaged: bool


def _until_damage(vault: Vault, question: str) -> _Part:
    """The rows until the first that cannot be read."""
    rows: list[Any] = []
    try:
        with vault.read() as conn:
            for row in conn.exec_driver_sql(question):
                rows.append(tuple(row))
    except VaultRefused as refusal:
        if refusal.code in (Code.VAULT_DAMAGED, Code.VAULT_FOLDER):
            return _Part(rows, damaged=True)
        raise
    except DBAPIError:
        # The form of the file itself cannot be read.
        return _Part(rows, damaged=True)
    return _Part(rows, damaged=False)


def _columns(vault: Vault, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in _until_damage(vault, f'PRAGMA table_info("{table}")').rows)


def _numbers_in_indexes(vault: Vault, table: str) -> set[int]:
    """The numbers of rows as each index of the table still knows them, from both its ends."""
    found: set[int] = set()
    for index in _until_damage(vault, f'PRAGMA index_list("{table}")').rows:
        columns = [row[2] for row in _until_damage(vault, f'PRAGMA index_info("{index[1]}")').rows]
        for order in ("ASC", "DESC"):
            by = ", ".join(f'"{column}" {order}' for column in columns)
            question = f'SELECT rowid FROM "{table}" ORDER BY {by}, rowid {order}'  # noqa: S608
            found |= {row[0] for row in _until_damage(vault, question).rows}
    return found


def _dicts(rows: Rows) -> list[dict[str, Any]]:
    """Each row by the names of its columns."""
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.found]


# ---------------------------------------------------------------- values again


def _values(tables: Mapping[str, Rows]) -> list[Value]:
    """Every value of which a part was read, mended: the two that all share first."""
    by_root: dict[str, dict[Any, list[Any]]] = {}
    for kind, table in PART_TABLES.items():
        for root, part in _decoded(kind, tables[table.name]):
            by_root.setdefault(root, {}).setdefault(kind, []).append(part)
    split: dict[Any, list[tuple[UUID, dict[str, list[Any]]]]] = {SocialeKaart: [], Praktijk: [], Dossier: []}
    for root, found in sorted(by_root.items()):
        for kind, fields in ((each, part_fields(each)) for each in split):
            own = {fields[part_kind]: rows for part_kind, rows in found.items() if part_kind in fields}
            if own:
                split[kind].append((UUID(root), own))
    return mending.mended(split[SocialeKaart], split[Praktijk], split[Dossier])


def _decoded(kind: Any, rows: Rows) -> list[tuple[str, Any]]:
    """The rows as parts; a column that came later than the file has the default of its field."""
    found = []
    for told in _dicts(rows):
        root = str(told.pop("root", ""))
        with suppress(ValueError, TypeError, KeyError, RuleBroken):
            UUID(root)
            found.append((root, decode_part(kind, list(told.values()))))
    return found


# ---------------------------------------------------------------- the new vault


def _write(made: Vault, found: list[Value], tables: Mapping[str, Rows], step: str) -> list[Value]:
    """Write each value in a job of its own, so that one that the tables refuse does not keep out the rest."""
    kept = []
    for value in found:
        with suppress(RuleBroken, IntegrityError):
            check(value)
            with made.write() as conn:
                values.save(conn, Step(step, ((None, value),)), uuid4(), _stempel(conn))
            kept.append(value)
    with made.write() as conn:
        _write_history(conn, tables[history.name], {str(value.id) for value in kept})
        markers.apply(conn, _gone(tables[marker_table.name]))
    return kept


def _stempel(conn: Connection) -> Stempel:
    return Stempel(datetime.now(UTC), Herkomst.PROGRAMMA, logbook.user(conn))


def _write_history(conn: Connection, rows: Rows, roots: set[str]) -> None:
    """What was done before, with a line in the new log for each, as for the history of an older file."""
    actor = logbook.user(conn)
    for told in _dicts(rows):
        told.pop("id", None)
        with suppress(KeyError, ValueError, TypeError):
            moment = datetime.fromisoformat(told["moment"])
            if told["root"] in roots:
                _take_over(conn, told, Stempel(moment, Herkomst.OVERGENOMEN, actor))


def _take_over(conn: Connection, row: dict[str, Any], stempel: Stempel) -> None:
    root = UUID(row["root"])
    conn.execute(insert(history).values(row))
    actie = LogActie.AANGEMAAKT if row["version"] == 1 else LogActie.GEWIJZIGD
    logbook.add(conn, Melding(actie, root, digest=logbook.digest(conn, root, row)), stempel)


def _gone(rows: Rows) -> list[Marker]:
    """What was destroyed stays so."""
    found = []
    for told in _dicts(rows):
        with suppress(KeyError, ValueError, TypeError):
            found.append(Marker(UUID(told["root"]), Soort(told["soort"]), datetime.fromisoformat(told["moment"])))
    return found


def _report(tables: Mapping[str, Rows], kept: list[Value]) -> Salvaged:
    """Read is what is in the new vault; what was read and had to be left out is lost."""
    read = {table.name: 0 for table in PART_TABLES.values()}
    for value in kept:
        for part in parts(value):
            read[PART_TABLES[type(part)].name] += 1
    seen = {name: len(rows.found) + rows.lost for name, rows in tables.items() if name in read}
    lost = {name: max(0, seen[name] - read[name]) for name in read}
    return Salvaged(
        {name: number for name, number in read.items() if number},
        {name: number for name, number in lost.items() if number},
    )
