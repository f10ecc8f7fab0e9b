"""What is gone from this vault and must stay gone: a nameless marker per dossier, in the vault and beside the backups.

A backup may still hold the dossier; whoever restores one applies the markers before anything is shown.

`markers.json` lies in the folder of the backups, written like `keys.json`: ASCII JSON with two strings, `content` and
`mac`. `content` is a JSON list of [root, soort, moment]; `mac` is the HMAC-SHA-256 of its bytes, in hex, under
HKDF-SHA-256 of the vault key without salt and with info `gezinsplan markers.json mac`.
"""

import hmac
import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.storage import keys
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.refusals import translated
from gezinsplan.storage.shelf import FOLDER
from gezinsplan.storage.tables import PART_TABLES, dossier_keys, drafts, history, markers, roots
from gezinsplan.storage.vault import Vault

MARKERS = "markers.json"
"""The name of the file with the markers, in the folder of the backups."""

_MAC_PURPOSE = b"gezinsplan markers.json mac"


class Soort(StrEnum):
    """Why a dossier is gone."""

    VERNIETIGD = "vernietigd"


@dataclass(frozen=True, slots=True)
class Marker:
    """The dossier with this id is gone since this moment (aware, UTC)."""

    root: UUID
    soort: Soort
    moment: datetime


# ---------------------------------------------------------------- in the vault


def load(conn: Connection) -> tuple[Marker, ...]:
    """All markers of the vault, in the order of ids."""
    query = select(markers.c.root, markers.c.soort, markers.c.moment).order_by(markers.c.root)
    return tuple(_marker(row) for row in conn.execute(query))


def apply(conn: Connection, gone: Collection[Marker]) -> None:
    """Keep these markers, and erase whatever the file still has of their dossiers; may be done twice."""
    for each in gone:
        row = dict(zip(("root", "soort", "moment"), _row(each), strict=True))
        conn.execute(upsert(markers).values(row).on_conflict_do_nothing())
        _erase(conn, str(each.root))


def _erase(conn: Connection, root: str) -> None:
    """Everything of one dossier but its nameless lines in the log: parts, history, drafts, key."""
    # References between parts are looked at on commit, so that their order does not matter.
    for table in (*PART_TABLES.values(), history, dossier_keys):
        conn.execute(delete(table).where(table.c.root == root))
    conn.execute(delete(drafts).where(drafts.c.form.startswith(f"{root}/", autoescape=True)))
    conn.execute(delete(roots).where(roots.c.id == root))


def _row(marker: Marker) -> list[str]:
    return [str(marker.root), str(marker.soort), marker.moment.isoformat(timespec="milliseconds")]


def _marker(row: Any) -> Marker:
    root, soort, moment = row
    return Marker(UUID(root), Soort(soort), datetime.fromisoformat(moment))


# ---------------------------------------------------------------- beside the backups


def write_beside(folder: Path, key: VaultKey, gone: Collection[Marker]) -> None:
    """Write the markers in a folder of backups, made when it is not there yet; VAULT_FULL, VAULT_FOLDER."""
    content = json.dumps([_row(each) for each in gone])
    file = json.dumps({"content": content, "mac": _mac(content.encode(), key)})
    with translated(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        keys.write_aside(folder / MARKERS, file.encode())


def read_beside(folder: Path, key: VaultKey) -> tuple[Marker, ...]:
    """The markers in a folder of backups, none when there is no such file.

    MARKERS_DAMAGED when it cannot be read or was not written with this key: what is gone could else come back.
    """
    with translated(OSError):
        try:
            data = (folder / MARKERS).read_bytes()
        except FileNotFoundError:
            return ()
    try:
        file = json.loads(data)
        content, mac = file["content"].encode(), file["mac"].encode()
        if not hmac.compare_digest(mac, _mac(content, key).encode()):
            raise ValueError
        return tuple(_marker(row) for row in json.loads(content))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise VaultRefused(Code.MARKERS_DAMAGED) from None


def settle(vault: Vault) -> None:
    """Let the vault and the folder of its backups know the same markers, whichever was put back or lost.

    A disk that takes no more is no reason to keep anybody out, and neither is a damaged file: it is written anew.
    """
    folder = vault.folder / FOLDER
    try:
        beside = read_beside(folder, vault.key)
    except VaultRefused as refusal:
        if refusal.code is not Code.MARKERS_DAMAGED:
            raise
        beside = ()
    with vault.read() as conn:
        known = load(conn)
    unknown = [each for each in beside if each.root not in {own.root for own in known}]
    if unknown:
        with vault.write() as conn:
            apply(conn, unknown)
            known = load(conn)
    if known != beside:
        with suppress(VaultRefused):
            write_beside(folder, vault.key, known)


def _mac(content: bytes, key: VaultKey) -> str:
    return keys.authenticated(content, key, _MAC_PURPOSE)
