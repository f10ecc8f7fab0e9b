"""The plan of a day as one text: per table its rows as JSON, read back by name, so that later fields may come."""

import json
from collections.abc import Iterable
from typing import Any

from gezinsplan.domain.versies import Bevroren
from gezinsplan.storage.codec import decoders, encode_part
from gezinsplan.storage.tables import PART_TABLES


def freeze(parts: Iterable[Any]) -> Bevroren:
    """These parts in one text; equal parts in the same order give the same text."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        tables.setdefault(PART_TABLES[type(part)].name, []).append(encode_part(part))
    return Bevroren(json.dumps(tables, ensure_ascii=False, separators=(",", ":")))


def thaw(text: Bevroren) -> list[Any]:
    """The parts again; a field that did not exist yet gets its default, and one that is gone is left out."""
    kinds = {table.name: kind for kind, table in PART_TABLES.items()}
    return [_part(kinds[name], row) for name, rows in json.loads(text).items() if name in kinds for row in rows]


def _part(kind: Any, row: dict[str, Any]) -> Any:
    known = [(name, decode) for name, decode in decoders(kind) if name in row]
    return kind(**{name: None if row[name] is None else decode(row[name]) for name, decode in known})
