"""How a field of a part is written into a column, and read back by its type hint; the history uses the same form.

Dates are ISO 8601 text, moments UTC, partial dates EDTF, ids text, tuples JSON lists; whatever is read without
this program (docs say how) reads like that.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache, partial
from types import NoneType
from typing import Any, get_args, get_type_hints
from uuid import UUID

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.versies import Bevroren

Raw = str | int | None


def encode(content: Any) -> Raw:
    """The column's form of a field's content."""
    if content is None or isinstance(content, int):
        return content
    if isinstance(content, tuple):
        return json.dumps([encode(each) for each in content], ensure_ascii=False)
    if isinstance(content, VoorWie):
        return " ".join([content.kring, *(str(each) for each in content.personen)])
    if isinstance(content, datetime):
        return content.astimezone(UTC).isoformat(timespec="seconds")
    return content.isoformat() if isinstance(content, date) else str(content)


def _voor_wie(raw: str) -> VoorWie:
    kring, *personen = raw.split(" ")
    return VoorWie(Kring(kring), tuple(UUID(each) for each in personen))


def _several(decode: Callable[[Any], Any], raw: str) -> tuple[Any, ...]:
    return tuple(decode(each) for each in json.loads(raw))


_DECODERS: dict[Any, Callable[[Any], Any]] = {
    str: str,
    int: int,
    bool: bool,
    UUID: UUID,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Datum: Datum.parse,
    VoorWie: _voor_wie,
    Bevroren: Bevroren,
}


def plain_type(hint: Any) -> Any:
    """The type of a hint without `None`."""
    return next((each for each in get_args(hint) if each is not NoneType), hint) if optional(hint) else hint


def optional(hint: Any) -> bool:
    """Whether a field may be None."""
    return NoneType in get_args(hint)


def _decoder(hint: Any) -> Callable[[Any], Any]:
    plain = plain_type(hint)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return plain
    if plain in _DECODERS:
        return _DECODERS[plain]
    return partial(_several, _decoder(get_args(plain)[0]))


@cache
def decoders(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Field names of a part class, each with the function that reads its column."""
    hints = get_type_hints(kind)
    return tuple((field.name, _decoder(hints[field.name])) for field in fields(kind))


def encode_part(part: Any) -> dict[str, Raw]:
    """A part as the columns of its row."""
    return {field.name: encode(getattr(part, field.name)) for field in fields(part)}


def decode_part(kind: Any, row: Any) -> Any:
    """The part in a row whose columns stand in the order of the fields."""
    pairs = zip(decoders(kind), row, strict=True)
    return kind(*(None if raw is None else decode(raw) for (_, decode), raw in pairs))
