"""Fields of a form as plain values: what is asked, how a value stands in it, and what was meant by what was typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import HEEL_GEZIN
from gezinsplan.services.caseload import Family
from gezinsplan.texts.dates import read_date, read_partial_date, read_time, typed_date, typed_partial_date


class FieldKind(StrEnum):
    """How a field is answered; the first six are typed, the others are chosen."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TIME = "time"
    NUMBER = "number"
    WORDS = "words"
    CHOICE = "choice"
    CHOICES = "choices"
    CHECK = "check"
    READERS = "readers"


TYPED = frozenset(
    {FieldKind.LINE, FieldKind.TEXT, FieldKind.DATE, FieldKind.PARTIAL_DATE}
    | {FieldKind.TIME, FieldKind.NUMBER, FieldKind.WORDS}
)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: the value, how it is called, and a muted word behind it."""

    value: Any
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: the name of the part's field that it fills, its label, kind, answers and help.

    `suggestions` are offered while a line is typed and never stop anybody. `section` starts a new group,
    `beside` stands on the line of the field before it, `more` is folded away because it is rarely needed. What else is
    asked follows from the answer to a field that `leads`.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.LINE
    options: tuple[Option, ...] = ()
    suggestions: tuple[str, ...] = ()
    help: str = ""
    required: bool = False
    section: str = ""
    beside: bool = False
    more: bool = False
    leads: bool = False


W = TypeVar("W")


@dataclass(frozen=True)  # no slots: `FormOf[W](...)` writes on the instance what it was made for
class FormOf(Generic[W]):
    """A form about one thing of a whole: of a family, or of the sociale kaart.

    With a `button` it makes a new thing, with all answers at once; without, each field is a step of its own.
    `key` is where half-typed texts are kept; `values` what stands in the fields at first, as `shown` makes it.
    `propose` gives what follows from the answers to a new thing, for fields that the user did not choose himself.
    `watched` are the fields after which is looked whether this person is in another family too.
    """

    key: str
    title: str
    step: str
    fields: tuple[FieldSpec, ...]
    values: Mapping[str, Any]
    apply: Callable[[W, Mapping[str, Any]], W]
    button: str = ""
    intro: str = ""
    propose: Callable[[W, Mapping[str, Any]], Mapping[str, Any]] | None = None
    watched: frozenset[str] = frozenset()


Form = FormOf[Family]


def shown(kind: FieldKind, value: Any) -> Any:
    """How a value stands in a field: typed kinds as a text, chosen kinds as the value itself."""
    if kind is FieldKind.DATE:
        return typed_date(value) if value is not None else ""
    if kind is FieldKind.PARTIAL_DATE:
        return typed_partial_date(str(value)) if value is not None else ""
    if kind is FieldKind.WORDS:
        return ", ".join(value or ())
    if kind in TYPED:
        return "" if value is None else str(value)
    if kind is FieldKind.CHOICES:
        return tuple(value or ())
    return HEEL_GEZIN if kind is FieldKind.READERS and value is None else value


def read(spec: FieldSpec, answer: Any) -> Any:
    """What was meant by an answer; raises RuleBroken with the field's name when that cannot be."""
    if spec.kind not in TYPED:
        if spec.required and answer in (None, ()):
            raise RuleBroken(Code.EMPTY, field=spec.name)
        return answer
    typed = str(answer).strip()
    if not typed:
        if spec.required:
            raise RuleBroken(Code.EMPTY, field=spec.name)
        return _NOTHING[spec.kind]
    try:
        return _READERS[spec.kind](typed)
    except RuleBroken as broken:
        raise RuleBroken(broken.code, field=spec.name) from None


def _date(typed: str) -> date:
    found = read_date(typed)
    if found is None:
        raise RuleBroken(Code.NOT_A_DATE)
    return Datum.op(found).earliest


def _partial_date(typed: str) -> Datum:
    found = read_partial_date(typed)
    if found is None:
        raise RuleBroken(Code.NOT_A_DATE)
    return Datum.parse(found)


def _time(typed: str) -> Any:
    found = read_time(typed)
    if found is None:
        raise RuleBroken(Code.NOT_A_TIME)
    return found


def _number(typed: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,9}", typed):
        raise RuleBroken(Code.NOT_A_NUMBER)
    return int(typed)


def _words(typed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in typed.split(",") if word.strip())


_READERS: dict[FieldKind, Callable[[str], Any]] = {
    FieldKind.LINE: str,
    FieldKind.TEXT: str,
    FieldKind.DATE: _date,
    FieldKind.PARTIAL_DATE: _partial_date,
    FieldKind.TIME: _time,
    FieldKind.NUMBER: _number,
    FieldKind.WORDS: _words,
}
_NOTHING: dict[FieldKind, Any] = {
    FieldKind.LINE: "",
    FieldKind.TEXT: "",
    FieldKind.DATE: None,
    FieldKind.PARTIAL_DATE: None,
    FieldKind.TIME: None,
    FieldKind.NUMBER: None,
    FieldKind.WORDS: (),
}


def read_all(form: FormOf[Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """All answers of a form; raises the first refusal in the order of the fields."""
    return {spec.name: read(spec, answers[spec.name]) for spec in form.fields if spec.name in answers}


def form_key(root: UUID, kind: str, part: UUID | None = None) -> str:
    """Where the half-typed texts of a form about a part, or about a new one, are kept."""
    return f"{root}/{kind}/{part or 'new'}"
