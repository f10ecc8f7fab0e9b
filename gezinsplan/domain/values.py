"""One way to look into and change a value: find, put and drop its parts; the difference of two values.

A Step is what a user did: the values it changed, as (before, after) pairs, written and undone together.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar, cast, get_args, get_type_hints
from uuid import UUID

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import Praktijk, SocialeKaart


class Part(Protocol):
    """A frozen dataclass with an id: one row of the file."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> UUID:
        """The id that never changes."""


Value = Dossier | SocialeKaart | Praktijk
V = TypeVar("V", Dossier, SocialeKaart, Praktijk)
P = TypeVar("P")


def part_fields(kind: type[Any]) -> dict[type[Any], str]:
    """The part classes of a value and the field where each stands."""
    return _fields(cast(Hashable, kind))


@cache
def _fields(kind: Hashable) -> dict[type[Any], str]:
    found: dict[type[Any], str] = {}
    for name, hint in get_type_hints(kind).items():
        part = (get_args(hint) or (hint,))[0]
        if hasattr(part, "__dataclass_fields__"):
            found[part] = name
    return found


def parts(value: Value) -> Iterator[Part]:
    """All parts, the root part first."""
    for name in part_fields(type(value)).values():
        content = getattr(value, name)
        yield from content if isinstance(content, tuple) else (content,)


def _index(value: Value) -> dict[UUID, Part]:
    return {part.id: part for part in parts(value)}


def find(value: Value, kind: type[P], part_id: UUID | None) -> P | None:
    """The part of that class with that id, if there is one."""
    content = getattr(value, part_fields(type(value)).get(kind, ""), ())
    several = content if isinstance(content, tuple) else (content,)
    return next((part for part in several if part.id == part_id), None)


def get(value: Value, kind: type[P], part_id: UUID) -> P:
    """The part of that class with that id; raises RuleBroken(UNKNOWN_PART) without it."""
    part = find(value, kind, part_id)
    if part is None:
        raise RuleBroken(Code.UNKNOWN_PART, id=part_id)
    return part


def has(value: Value, part_id: UUID) -> bool:
    """Whether the value has a part with that id."""
    return part_id in _index(value)


def put(value: V, *new: Part) -> V:
    """The value with these parts in it, in the place of those with the same id; tuples keep the order of ids."""
    changed: dict[str, Any] = {}
    for part in new:
        name = part_fields(type(value))[type(part)]
        content: Any = getattr(value, name)
        if isinstance(content, tuple):
            if name not in changed:
                changed[name] = {each.id: each for each in content}
            changed[name][part.id] = part
        else:
            changed[name] = part
    several = ((name, found) for name, found in changed.items() if isinstance(found, dict))
    return replace(value, **changed | {name: tuple(found[each] for each in sorted(found)) for name, found in several})


def drop(value: V, *gone: UUID) -> V:
    """The value without the parts with these ids; a root part cannot be dropped."""
    changed: dict[str, Any] = {}
    for name in part_fields(type(value)).values():
        content = getattr(value, name)
        if isinstance(content, tuple) and any(part.id in gone for part in content):
            changed[name] = tuple(part for part in content if part.id not in gone)
    return replace(value, **changed)


@dataclass(frozen=True, slots=True)
class Change:
    """One part before and after: no `before` is an addition, no `after` a deletion."""

    before: Part | None
    after: Part | None


def difference(before: Value | None, after: Value) -> tuple[Change, ...]:
    """What changed between two values of one thing, part by part."""
    old = _index(before) if before is not None else {}
    new = _index(after)
    gone = [Change(part, None) for part_id, part in old.items() if part_id not in new]
    return (*gone, *(Change(old.get(each.id), each) for each in new.values() if old.get(each.id) != each))


def apply(value: V, changes: tuple[Change, ...]) -> V:
    """The value with these changes; raises RuleBroken(CHANGED_SINCE) where a part is not as it was before."""
    now = _index(value)
    for change in changes:
        touched = cast(Part, change.before or change.after)
        if now.get(touched.id) != change.before:
            raise RuleBroken(Code.CHANGED_SINCE)
    value = drop(value, *(change.before.id for change in changes if change.before and not change.after))
    return put(value, *(change.after for change in changes if change.after is not None))


def reverse(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes that take these back."""
    return tuple(Change(change.after, change.before) for change in changes)


def texts(part: Part) -> Iterator[tuple[str, str]]:
    """The names and contents of the text fields of a part."""
    for field in fields(part):
        content = getattr(part, field.name)
        if type(content) is str:
            yield field.name, content


@dataclass(frozen=True, slots=True)
class Step:
    """What the user did, with a name for the menu and the history; a value without a before is new."""

    name: str
    pairs: tuple[tuple[Value | None, Value], ...]
