"""The log in the file: lines that are only added to, each bound to the one before it.

Exact bytes, so that anybody can verify it with another tool:

* `hash` is the SHA-256, in hex, of the UTF-8 of the JSON list
  [nummer, moment, actie, object, digest, resultaat, herkomst, actor, previous], written without white space and with
  everything outside ASCII escaped. `object` and `digest` may be null; `nummer` is a whole number; the rest are texts.
* `nummer` counts 1, 2, 3 ... without a gap. `previous` is the `hash` of the line before; of the first line 64 zeros.
* `moment` is UTC, ISO 8601 to the millisecond, as in 2026-11-24T09:30:00.000+00:00.
* `digest`, where there is one, is the HMAC-SHA-256, in hex, under the random key of the dossier (`dossier_keys`) of
  the UTF-8 of the JSON list [step, moment, name, root, version, changes] of one row of `history`, written alike.
  `changes` is in it as the text that it is. So a line proves what was changed and tells nothing about it; destroying
  the key with the dossier leaves a chain that verifies and holds nobody.
"""

import hashlib
import hmac
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import ONBEKEND, Herkomst, LogActie, Logboekregel, Melding, Resultaat, Stempel
from gezinsplan.storage.tables import dossier_keys, history, kluis, logboek, markers, metadata

FIRST = "0" * 64
"""What the first line has in the place of the hash of a line before it."""

KEY_BYTES = 32
_PER_PAGE = 5000
_ENCODE = json.JSONEncoder(separators=(",", ":")).encode
_SEALED = tuple(each for each in logboek.c if each.name != "hash")
_SIGNED = (history.c.step, history.c.moment, history.c.name, history.c.root, history.c.version, history.c.changes)


@dataclass(frozen=True, slots=True)
class Head:
    """The last line; who has noted it elsewhere can prove later that nothing before it was changed or taken away."""

    nummer: int
    hash: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines are asked for: from and before a moment, about one dossier, of one action."""

    vanaf: datetime | None = None
    tot: datetime | None = None
    object: UUID | None = None
    actie: LogActie | None = None


class Flaw(StrEnum):
    """What may be wrong with the log."""

    GAP = "gap"
    """Lines are missing before this one, or were put in."""
    CHAIN = "chain"
    """This line does not follow the one before it."""
    CHANGED = "changed"
    """This line is not as it was written."""
    HISTORY = "history"
    """The history no longer holds what this line proves."""
    UNLOGGED = "unlogged"
    """The history of this dossier holds something that no line proves."""
    NOTED = "noted"
    """The line that was noted elsewhere is not, or not so, in the log."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a line, or with a dossier."""

    flaw: Flaw
    nummer: int | None = None
    root: UUID | None = None


# ---------------------------------------------------------------- writing


def add(conn: Connection, melding: Melding, stempel: Stempel) -> None:
    """Write one line at the end, in the transaction of the caller."""
    last = head(conn)
    line = Logboekregel(
        nummer=last.nummer + 1,
        moment=stempel.moment,
        actie=melding.actie,
        object=melding.object,
        digest=melding.digest,
        resultaat=melding.resultaat,
        herkomst=stempel.herkomst,
        actor=stempel.actor,
        previous=last.hash,
        hash="",
    )
    told = fields(line)
    conn.execute(insert(logboek).values((*told, sealed(told))))


def fields(line: Logboekregel) -> list[Any]:
    """A line without its hash, as the list that the hash is taken of."""
    about = None if line.object is None else str(line.object)
    words = str(line.resultaat), str(line.herkomst), line.actor, line.previous
    return [line.nummer, written(line.moment), str(line.actie), about, line.digest, *words]


def written(moment: datetime) -> str:
    """A moment as the log writes it."""
    return moment.isoformat(timespec="milliseconds")


def sealed(told: Any) -> str:
    """The hash of a line, from its other fields in their order."""
    return hashlib.sha256(_ENCODE([*told]).encode()).hexdigest()


def digest(conn: Connection, root: UUID, row: dict[str, Any]) -> str:
    """What a line keeps of a row of the history; a dossier gets its key when it is first asked for."""
    query = select(dossier_keys.c.key).where(dossier_keys.c.root == str(root))
    key = conn.scalar(query)
    if key is None:
        key = os.urandom(KEY_BYTES)
        conn.execute(insert(dossier_keys).values(root=str(root), key=key))
    return signed(key, [row[column.name] for column in _SIGNED])


def signed(key: bytes, row: Any) -> str:
    """The keyed digest of a row of the history, from its fields in their order."""
    return hmac.digest(key, _ENCODE([*row]).encode(), "sha256").hex()


def vault_id(conn: Connection) -> str:
    """The id of the vault whose log this is."""
    return str(conn.scalar(select(kluis.c.vault_id)))


def user(conn: Connection) -> str:
    """The id of the user of this vault as the log names its actor."""
    return conn.scalar(select(metadata.tables["gebruiker"].c.id)) or ONBEKEND


# ---------------------------------------------------------------- reading


def head(conn: Connection) -> Head:
    """The last line of the log."""
    row = conn.execute(select(logboek.c.nummer, logboek.c.hash).order_by(logboek.c.nummer.desc()).limit(1)).first()
    return Head(0, FIRST) if row is None else Head(row.nummer, row.hash)


def count(conn: Connection, *acties: LogActie) -> int:
    """How many lines there are of these actions, over all dossiers."""
    query = select(func.count()).select_from(logboek).where(logboek.c.actie.in_([str(each) for each in acties]))
    return conn.scalar(query) or 0


def page(conn: Connection, choice: Choice, most: int, before: int | None = None) -> list[Logboekregel]:
    """At most so many of the lines that are asked for, the newest first; `before` is the number to go on from."""
    query = _chosen(choice).order_by(logboek.c.nummer.desc()).limit(most)
    if before is not None:
        query = query.where(logboek.c.nummer < before)
    return [_regel(row) for row in conn.execute(query)]


def lines(conn: Connection, choice: Choice) -> Iterator[Logboekregel]:
    """All lines that are asked for, the oldest first."""
    for rows in conn.execute(_chosen(choice).order_by(logboek.c.nummer)).partitions(_PER_PAGE):
        yield from (_regel(row) for row in rows)


def _chosen(choice: Choice) -> Any:
    query = select(logboek)
    if choice.vanaf is not None:
        query = query.where(logboek.c.moment >= written(choice.vanaf))
    if choice.tot is not None:
        query = query.where(logboek.c.moment < written(choice.tot))
    if choice.object is not None:
        query = query.where(logboek.c.object == str(choice.object))
    if choice.actie is not None:
        query = query.where(logboek.c.actie == str(choice.actie))
    return query


def _regel(row: Any) -> Logboekregel:
    try:
        return _read(row)
    except ValueError:  # a word that is in no list of ours was written by hand
        raise VaultRefused(Code.VAULT_DAMAGED, cause="logboek") from None


def _read(row: Any) -> Logboekregel:
    return Logboekregel(
        nummer=row.nummer,
        moment=datetime.fromisoformat(row.moment),
        actie=LogActie(row.actie),
        object=None if row.object is None else UUID(row.object),
        digest=row.digest,
        resultaat=Resultaat(row.resultaat),
        herkomst=Herkomst(row.herkomst),
        actor=row.actor,
        previous=row.previous,
        hash=row.hash,
    )


# ---------------------------------------------------------------- proving


def verify(conn: Connection, noted: Head | None = None) -> list[Finding]:
    """Everything that is wrong with the log, the history it proves, and a head that was noted elsewhere.

    About half a second per 100 000 lines; changes nothing. The hash of `noted` may be its first characters.
    """
    proofs: Counter[tuple[str, str]] = Counter()
    numbers: dict[tuple[str, str], int] = {}
    found: list[Finding] = []
    seen = noted is None
    for nummer, flaws, proof, own in _checked(conn):
        found += [Finding(flaw, nummer) for flaw in flaws]
        if proof is not None:
            proofs[proof] += 1
            numbers[proof] = nummer
        if noted is not None and nummer == noted.nummer:
            seen = own.startswith(noted.hash)
    found += _against_history(conn, proofs, numbers)
    return found if seen or noted is None else [*found, Finding(Flaw.NOTED, noted.nummer)]


def _checked(conn: Connection) -> Iterator[tuple[int, list[Flaw], tuple[str, str] | None, str]]:
    """Every line: its number, what is wrong with it, the proof in it, and its hash."""
    number, last = 0, FIRST
    query = select(*_SEALED, logboek.c.hash).order_by(logboek.c.nummer)
    for rows in conn.execute(query).partitions(_PER_PAGE):
        for *told, own in rows:
            nummer, _moment, _actie, about, proof, *_rest, previous = told
            flaws = []
            if nummer != number + 1:
                flaws.append(Flaw.GAP)
            elif previous != last:
                flaws.append(Flaw.CHAIN)
            if sealed(told) != own:
                flaws.append(Flaw.CHANGED)
            number, last = nummer, own
            yield nummer, flaws, None if proof is None else (str(about), str(proof)), own


def _against_history(
    conn: Connection, proofs: Counter[tuple[str, str]], numbers: dict[tuple[str, str], int]
) -> Iterator[Finding]:
    """Each row of the history needs its line, and each line its row; of what was destroyed nothing can be asked."""
    keys = {root: key for root, key in conn.execute(select(dossier_keys))}
    rows: Counter[tuple[str, str]] = Counter()
    for part in conn.execute(select(*_SIGNED)).partitions(_PER_PAGE):
        rows.update((row.root, signed(keys.get(row.root, b""), row)) for row in part)
    gone = set(conn.scalars(select(markers.c.root)))
    for root in sorted({root for root, _digest in rows - proofs}):
        yield Finding(Flaw.UNLOGGED, root=UUID(root))
    for proof in proofs - rows:
        if proof[0] not in gone:
            yield Finding(Flaw.HISTORY, numbers[proof])
