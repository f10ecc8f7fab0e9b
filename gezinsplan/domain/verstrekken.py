"""Who received which version, who has not, and of whom an answer is awaited (product.md rule 10)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.akkoord import ontvangers
from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import Change, find, get, put
from gezinsplan.domain.vaststellen import nieuwste
from gezinsplan.domain.versies import PlanVersie, VersieStatus, Verstrekking


def verstrek(dossier: Dossier, gegeven: Iterable[Verstrekking], op: date) -> Dossier:
    """A version that these people received; refuses nobody, a day to come and a day before the version."""
    given = tuple(gegeven)
    if not given:
        raise RuleBroken(Code.WHO_IS_MISSING, field="aan")
    for each in given:
        if each.datum > op:
            raise RuleBroken(Code.DAY_TO_COME, field="datum", id=each.id)
        day = get(dossier, PlanVersie, each.versie).dag
        if each.datum < day:
            raise RuleBroken(Code.VERSION_DAY, field="datum", id=each.id, day=day)
    return put(dossier, *given)


def reageer(dossier: Dossier, part: Verstrekking, op: date) -> Dossier:
    """What somebody said of what he received, or why it was not so; of that day unless it was another."""
    heard = part.reactie_op or (op if part.reactie.strip() else None)
    wrong = (part.vervallen_op or op) if part.reden.strip() else None
    return put(dossier, replace(part, reactie_op=heard, vervallen_op=wrong))


def gekregen(dossier: Dossier, versie: UUID) -> tuple[Verstrekking, ...]:
    """Who received that version, as far as that still holds, by day."""
    found = (each for each in dossier.verstrekkingen if each.versie == versie and each.vervallen_op is None)
    return tuple(sorted(found, key=lambda each: (each.datum, each.id)))


def nog_niet_gekregen(dossier: Dossier, versie: PlanVersie, op: date) -> tuple[UUID, ...]:
    """Each parent with gezag and each child from 12 who was there then and did not receive it."""
    have = {each.deelnemer for each in gekregen(dossier, versie.id)}
    there = (each for each in ontvangers(dossier, op) if present_on(dossier, each, versie.dag))
    return tuple(each for each in there if each not in have)


def zonder_reactie(dossier: Dossier, op: date) -> tuple[Verstrekking, ...]:
    """Who received the proposal that goes around now, and has not reacted on the day before which he would."""
    last = nieuwste(dossier)
    if last is None or last.status is not VersieStatus.CONCEPT:
        return ()
    return tuple(
        each
        for each in gekregen(dossier, last.id)
        if each.reageren_tot is not None and each.reageren_tot <= op and each.reactie_op is None
    )


def check_verstrekking(dossier: Dossier, part: Verstrekking) -> None:
    """A proposal has a day to react before; days follow the giving, and what turned out not to be so says why."""
    versie = find(dossier, PlanVersie, part.versie)
    if versie is not None and versie.status is VersieStatus.CONCEPT and part.reageren_tot is None:
        raise RuleBroken(Code.EMPTY, field="reageren_tot", id=part.id)
    for name in ("reageren_tot", "reactie_op", "vervallen_op"):
        day: date | None = getattr(part, name)
        if day is not None and day < part.datum:
            raise RuleBroken(Code.END_BEFORE_START, field=name, id=part.id)
    if part.reactie_op is None and part.reactie.strip():
        raise RuleBroken(Code.EMPTY, field="reactie_op", id=part.id)
    if part.vervallen_op is not None and not part.reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden", id=part.id)


def check_kept(changes: Iterable[Change]) -> None:
    """A version never changes, and what was given stays in the file: GIVEN_STAYS (product.md rules 10 and 11)."""
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before, PlanVersie) and after is not None:
            raise RuleBroken(Code.GIVEN_STAYS, id=before.id)
        if isinstance(before, Verstrekking) and not (isinstance(after, Verstrekking) and _same(before, after)):
            raise RuleBroken(Code.GIVEN_STAYS, id=before.id)


def _same(one: Verstrekking, other: Verstrekking) -> bool:
    return (one.versie, one.datum, one.wijze) == (other.versie, other.datum, other.wijze)


def is_given(changes: Iterable[Change]) -> bool:
    """Whether something was given to somebody: that is not undone, but set right by a new step (rule 11)."""
    return any(isinstance(each.after, Verstrekking) and each.before is None for each in changes)
