"""Bringing somebody in for a while, for a question, and asking on the last day whether it is done (product.md 4)."""

from dataclasses import replace

from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import put


def bijschakelen(dossier: Dossier, betrokkenheid: Betrokkenheid) -> Dossier:
    """Bring somebody in for a while: asks for a question and an end date (product.md 4)."""
    if not betrokkenheid.vraag.strip():
        raise RuleBroken(Code.QUESTION_MISSING, field="vraag")
    if betrokkenheid.verwacht_tot is None:
        raise RuleBroken(Code.UNTIL_MISSING, field="verwacht_tot")
    if betrokkenheid.vanaf is not None and betrokkenheid.verwacht_tot < betrokkenheid.vanaf.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="verwacht_tot")
    return put(dossier, replace(betrokkenheid, vorm=Vorm.BIJGESCHAKELD))
