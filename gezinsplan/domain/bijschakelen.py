"""Bringing somebody in for a while, for a question, and asking on the last day whether it is done (product.md 4).

The three answers: done (`afschakelen`), a while longer, or he stays. Why is kept as a talk about this helper.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.values import get, put


def bijschakelen(dossier: Dossier, betrokkenheid: Betrokkenheid) -> Dossier:
    """Bring somebody in for a while: asks for a question and an end date (product.md 4)."""
    if not betrokkenheid.vraag.strip():
        raise RuleBroken(Code.QUESTION_MISSING, field="vraag")
    if betrokkenheid.verwacht_tot is None:
        raise RuleBroken(Code.UNTIL_MISSING, field="verwacht_tot")
    if betrokkenheid.vanaf is not None and betrokkenheid.verwacht_tot < betrokkenheid.vanaf.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="verwacht_tot")
    return put(dossier, replace(betrokkenheid, vorm=Vorm.BIJGESCHAKELD))


def klaar_te_vragen(dossier: Dossier, op: date) -> tuple[Betrokkenheid, ...]:
    """Who is there for a while and whose last day has come, the longest ago first; who has an end already is not."""
    due = [
        (each.verwacht_tot, each.id, each)
        for each in dossier.betrokkenheden
        if each.vorm is Vorm.BIJGESCHAKELD and each.verwacht_tot is not None and each.verwacht_tot <= op
        if active_on(each, op) and each.tot is None
    ]
    return tuple(each for _, _, each in sorted(due, key=lambda one: one[:2]))


def langer(dossier: Dossier, betrokkenheid: UUID, tot: date, waarom: str, gesprek: UUID, op: date) -> Dossier:
    """A while longer, until a later day and for a reason; `gesprek` is the id of the talk that keeps the reason."""
    helper = _temporary(dossier, betrokkenheid, op)
    if tot <= op:
        raise RuleBroken(Code.END_BEFORE_START, field="verwacht_tot", id=betrokkenheid)
    return put(dossier, replace(helper, verwacht_tot=tot), _stays(helper, waarom, gesprek, op))


def blijft(dossier: Dossier, betrokkenheid: UUID, waarom: str, gesprek: UUID, op: date) -> Dossier:
    """He stays: no longer for a while, for a reason; `gesprek` is the id of the talk that keeps the reason."""
    helper = _temporary(dossier, betrokkenheid, op)
    return put(dossier, replace(helper, vorm=Vorm.VAST, verwacht_tot=None), _stays(helper, waarom, gesprek, op))


def _temporary(dossier: Dossier, betrokkenheid: UUID, op: date) -> Betrokkenheid:
    helper = get(dossier, Betrokkenheid, betrokkenheid)
    if not active_on(helper, op):
        raise RuleBroken(Code.NOT_STARTED if helper.tot is None else Code.ALREADY_ENDED, id=betrokkenheid)
    if helper.vorm is not Vorm.BIJGESCHAKELD:
        raise RuleBroken(Code.NOT_TEMPORARY, field="vorm", id=betrokkenheid)
    return helper


def _stays(helper: Betrokkenheid, waarom: str, gesprek: UUID, op: date) -> Bespreking:
    if not waarom.strip():
        raise RuleBroken(Code.REASON_MISSING, field="waarom", id=helper.id)
    return Bespreking(
        gesprek, helper.id, op, Uitkomst.HOUDEN, eerst_nodig=waarom, over=helper.over, voor_wie=helper.voor_wie
    )
