"""Safety agreements: made with who does and who checks it, given to somebody else, closed with a reason (rule 4)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import get, put
from gezinsplan.domain.veiligheid import Veiligheidsafspraak


def is_open(afspraak: Veiligheidsafspraak, op: date) -> bool:
    """Not closed on a day; it may still have to begin."""
    return afspraak.tot is None or first_day(afspraak, op) < afspraak.tot


def running_on(dossier: Dossier, op: date) -> tuple[Veiligheidsafspraak, ...]:
    """The agreements that stand on a day."""
    return tuple(each for each in dossier.veiligheidsafspraken if each.vanaf <= op and is_open(each, op))


def checkers(afspraak: Veiligheidsafspraak) -> tuple[UUID, ...]:
    """Who checks it; nobody, or one."""
    return (afspraak.controle_door,) if afspraak.controle_door is not None else ()


def first_day(afspraak: Veiligheidsafspraak, op: date) -> date:
    """The first day from `op` on on which somebody has to do it."""
    return max(op, afspraak.vanaf)


def put_afspraak(dossier: Dossier, afspraak: Veiligheidsafspraak) -> Dossier:
    """A new or changed agreement: somebody does it, somebody checks it, and what is closed says why."""
    for name in ("wie", "controle_door"):
        if not getattr(afspraak, name):
            raise RuleBroken(Code.WHO_IS_MISSING, field=name, id=afspraak.id)
    if afspraak.tot is not None and not afspraak.reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden", id=afspraak.id)
    return put(dossier, afspraak)


def close_afspraak(dossier: Dossier, afspraak: UUID, op: date, reden: str) -> Dossier:
    """An agreement that is no longer needed from a day on; refuses no reason, a closed one, a day before its begin."""
    found = get(dossier, Veiligheidsafspraak, afspraak)
    if not reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden", id=afspraak)
    if not is_open(found, op):
        raise RuleBroken(Code.ALREADY_ENDED, field="tot", id=afspraak)
    if op < found.vanaf:
        raise RuleBroken(Code.END_BEFORE_START, field="tot", id=afspraak)
    return put(dossier, replace(found, tot=op, reden=reden))


def give_afspraak(
    dossier: Dossier, afspraak: UUID, wie: tuple[UUID, ...], controle_door: UUID | None, op: date
) -> Dossier:
    """An agreement that others do or check from now on; all of them must be there, or it is refused."""
    found = get(dossier, Veiligheidsafspraak, afspraak)
    check_there(dossier, (*wie, *checkers(replace(found, controle_door=controle_door))), first_day(found, op))
    return put_afspraak(dossier, replace(found, wie=wie, controle_door=controle_door))


def check_there(dossier: Dossier, deelnemers: Iterable[UUID], op: date) -> None:
    """Refuse (TAKEOVER_NOT_THERE) whoever is not there on that day to take something over."""
    for each in deelnemers:
        if not present_on(dossier, each, op):
            raise RuleBroken(Code.TAKEOVER_NOT_THERE, id=each)
