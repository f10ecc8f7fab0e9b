"""Versions of the plan: a proposal to give, or what was agreed, never without a look at safety (product.md 3)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import put
from gezinsplan.domain.veilig import Geldigheid, veiligheid_op
from gezinsplan.domain.versies import PlanVersie, VersieStatus


def op_volgorde(versies: Iterable[PlanVersie]) -> tuple[PlanVersie, ...]:
    """The latest first; what was agreed comes after the proposals for it."""
    return tuple(sorted(versies, key=_place, reverse=True))


def _place(versie: PlanVersie) -> tuple[int, bool, date, UUID]:
    return versie.nummer, versie.status is VersieStatus.VASTGESTELD, versie.dag, versie.id


def nieuwste(dossier: Dossier) -> PlanVersie | None:
    """The version that goes around now: what was agreed last, or a proposal that was made after it."""
    return next(iter(op_volgorde(dossier.planversies)), None)


def laatst_vastgesteld(dossier: Dossier) -> PlanVersie | None:
    """What was agreed last."""
    agreed = (each for each in dossier.planversies if each.status is VersieStatus.VASTGESTELD)
    return next(iter(op_volgorde(agreed)), None)


def volgend_nummer(dossier: Dossier) -> int:
    """The number of the next version that is agreed; proposals for it have it too."""
    last = laatst_vastgesteld(dossier)
    return last.nummer + 1 if last is not None else 1


def reden_geen_vaststellen(dossier: Dossier, dag: date) -> Code | None:
    """Why the plan cannot be agreed on that day: nobody looked at safety, or that look no longer says anything."""
    reasons = {
        Geldigheid.ONTBREEKT: Code.SAFETY_CHECK_MISSING,
        Geldigheid.CHECK_NODIG: Code.SAFETY_CHECK_LATE,
    }
    return reasons.get(veiligheid_op(dossier, dag).geldigheid)


def maak_versie(dossier: Dossier, versie: PlanVersie, op: date) -> Dossier:
    """A new version, of today or a day since the last one; what is agreed needs a look at safety that holds then.

    Refuses DAY_TO_COME, VERSION_DAY (with the first day that can be), SAFETY_CHECK_MISSING and SAFETY_CHECK_LATE.
    """
    if versie.dag > op:
        raise RuleBroken(Code.DAY_TO_COME, field="dag", id=versie.id)
    last = laatst_vastgesteld(dossier)
    first = last.dag if last is not None else dossier.gezin.start
    if versie.dag < first:
        raise RuleBroken(Code.VERSION_DAY, field="dag", id=versie.id, day=first)
    reason = reden_geen_vaststellen(dossier, versie.dag) if versie.status is VersieStatus.VASTGESTELD else None
    if reason is not None:
        raise RuleBroken(reason, field="dag", id=versie.id)
    return put(dossier, versie)
