"""What a judge or mayor ordered: what is in force on a day, who carries it out, and who therefore stays."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Kader
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import find, get, put
from gezinsplan.domain.veiligheid import Maatregel


def maatregelen_op(dossier: Dossier, op: date) -> tuple[Maatregel, ...]:
    """The measures in force on a day."""
    return tuple(each for each in dossier.maatregelen if each.vanaf <= op and is_in_force(each, op))


def is_in_force(maatregel: Maatregel, op: date) -> bool:
    """Not over on a day; it may still have to begin."""
    return maatregel.tot is None or max(op, maatregel.vanaf) < maatregel.tot


def carried_out_on(dossier: Dossier, op: date) -> tuple[tuple[Maatregel, UUID], ...]:
    """The measures in force that one of the helpers carries out, with that helper."""
    return tuple((each, each.uitvoerder) for each in maatregelen_op(dossier, op) if each.uitvoerder is not None)


def moet_blijven(dossier: Dossier, betrokkenheid: UUID, op: date) -> bool:
    """Whether a helper may not leave: he is there by order of a judge, or carries out a measure (product.md 4)."""
    helper = find(dossier, Betrokkenheid, betrokkenheid)
    ordered = helper is not None and helper.kader is Kader.GEDWONGEN and active_on(helper, op)
    return ordered or any(by == betrokkenheid for _, by in carried_out_on(dossier, op))


def give_maatregel(dossier: Dossier, maatregel: UUID, uitvoerder: UUID, op: date) -> Dossier:
    """A measure that another helper carries out from now on; he must be there, or it is refused."""
    found, helper = get(dossier, Maatregel, maatregel), find(dossier, Betrokkenheid, uitvoerder)
    if helper is None or not active_on(helper, max(op, found.vanaf)):
        raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="uitvoerder", id=uitvoerder)
    return put(dossier, replace(found, uitvoerder=uitvoerder))
