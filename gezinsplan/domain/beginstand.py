"""The begin and the aim of the line: the baseline, settled with the family, and the agreed number (product.md 4)."""

from dataclasses import replace
from datetime import date

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import put


def settle(dossier: Dossier, op: date, vandaag: date) -> Dossier:
    """ "Kloppen deze 15?" Yes: from that day on the line begins there; once, until `unsettle`.

    Refuses a second time, a day before the start of the case, and a day that is still to come.
    """
    gezin = dossier.gezin
    if gezin.beginstand_op is not None:
        raise RuleBroken(Code.BASELINE_SETTLED, field="beginstand_op", day=gezin.beginstand_op)
    if not gezin.start <= op <= vandaag:
        raise RuleBroken(Code.BASELINE_DAY, field="beginstand_op", day=gezin.start)
    return put(dossier, replace(gezin, beginstand_op=op))


def unsettle(dossier: Dossier) -> Dossier:
    """It turned out not to be right: the line begins at the start of the case again; a step of its own."""
    return put(dossier, replace(dossier.gezin, beginstand_op=None))


def agree(dossier: Dossier, streefaantal: int | None, op: date) -> Dossier:
    """The number that was agreed with the family, with the day on which; no number takes both away."""
    agreed_on = op if streefaantal is not None else None
    return put(dossier, replace(dossier.gezin, streefaantal=streefaantal, streefaantal_op=agreed_on))
