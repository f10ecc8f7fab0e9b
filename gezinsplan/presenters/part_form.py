"""A form about one part: made new from all answers, or changed field by field."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain import afschakelen
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import drop, find, get, put
from gezinsplan.domain.vergadering import cancel
from gezinsplan.presenters.fields import FieldSpec, Form, form_key, shown
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.identity import new_id

Into = Callable[[Dossier, Any], Dossier]


@dataclass(frozen=True, slots=True)
class Naming:
    """How a form calls its thing: title when new, title when changed, and the verb on the button."""

    new: str
    edit: str
    button: str


def new_part(
    family: Family,
    kind: Any,
    naming: Naming,
    specs: tuple[FieldSpec, ...],
    defaults: Mapping[str, Any],
    into: Into = put,
) -> Form:
    """A form for a new part; fields that are not asked get their default."""

    def apply(current: Family, values: Mapping[str, Any]) -> Family:
        part = kind(id=new_id(), **{**defaults, **values})
        return replace(current, dossier=into(current.dossier, part))

    return Form(
        key=form_key(family.dossier.id, kind.__name__.lower()),
        title=naming.new,
        step=naming.new,
        fields=specs,
        values={spec.name: shown(spec.kind, _default(kind, defaults, spec.name)) for spec in specs},
        apply=apply,
        button=naming.button,
    )


def edit_part(family: Family, part: Any, naming: Naming, specs: tuple[FieldSpec, ...], into: Into = put) -> Form:
    """A form about a part that is there; each answer is a step of its own."""

    def apply(current: Family, values: Mapping[str, Any]) -> Family:
        changed = replace(get(current.dossier, type(part), part.id), **values)
        return replace(current, dossier=into(current.dossier, changed))

    return Form(
        key=form_key(family.dossier.id, type(part).__name__.lower(), part.id),
        title=naming.edit,
        step=naming.edit,
        fields=specs,
        values={spec.name: shown(spec.kind, getattr(part, spec.name)) for spec in specs},
        apply=apply,
    )


def remove(part: UUID) -> Rule:
    """The rule that takes a part away which was a mistake; what others refer to stays (STILL_REFERRED_TO)."""

    def rule(family: Family) -> Family:
        if find(family.dossier, Betrokkenheid, part) is not None:
            return replace(family, dossier=afschakelen.remove(family.dossier, part, family.op))
        if find(family.dossier, Overleg, part) is not None:
            return replace(family, dossier=cancel(family.dossier, part))
        return replace(family, dossier=drop(family.dossier, part))

    return rule


def _default(kind: Any, defaults: Mapping[str, Any], name: str) -> Any:
    """What stands in a field of a new part before anything is answered."""
    own = {field.name: None if field.default is MISSING else field.default for field in fields(kind)}
    return {**own, **defaults}.get(name)
