"""The plan: goals with scores per speaker, acties and who does them (product.md 2 and 3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN, is_child
from gezinsplan.domain.dossier import (
    Actie,
    ActieStatus,
    Doel,
    DoelStatus,
    Dossier,
    Onderdeel,
    Score,
    Tekst,
)
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import Leefgebied
from gezinsplan.domain.lezers import HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import find, get, put


@dataclass(frozen=True, slots=True)
class Stand:
    """The first and the latest score that one speaker gave to one doel; the same one if there is one."""

    spreker: UUID
    eerste: Score
    laatste: Score


def standen(scores: Iterable[Score], doel: UUID) -> tuple[Stand, ...]:
    """Per speaker first and latest, the lowest latest first; never averaged (product.md rule 3)."""
    found: dict[UUID, Stand] = {}
    for score in sorted((each for each in scores if each.doel == doel), key=lambda each: (each.datum, each.id)):
        earlier = found.get(score.spreker)
        found[score.spreker] = Stand(score.spreker, earlier.eerste if earlier else score, score)
    return tuple(sorted(found.values(), key=lambda stand: (stand.laatste.cijfer, stand.laatste.id)))


def give_score(dossier: Dossier, score: Score) -> Dossier:
    """A speaker's score of a day; a second one of the same speaker on that day replaces the first.

    Who may read the doel may read its score, unless the score itself says less.
    """
    same = next(
        (
            each
            for each in dossier.scores
            if (each.doel, each.spreker, each.datum) == (score.doel, score.spreker, score.datum)
        ),
        None,
    )
    return put(dossier, replace(score, id=same.id) if same else score)


def open_doelen(dossier: Dossier) -> tuple[Doel, ...]:
    """The goals that the family works on or has paused, in the family's order."""
    going = (each for each in dossier.doelen if each.status is not DoelStatus.GESTOPT)
    return tuple(sorted(going, key=lambda doel: (doel.prioriteit, doel.id)))


def next_priority(dossier: Dossier) -> int:
    """The place behind all goals."""
    return max((each.prioriteit for each in dossier.doelen), default=0) + 1


def acties_of(dossier: Dossier, doel: UUID | None) -> tuple[Actie, ...]:
    """The acties of a doel, or those of none: open ones first, by their day."""
    mine = (each for each in dossier.acties if each.doel == doel)
    return tuple(sorted(mine, key=lambda actie: (actie.status not in OPEN, actie.wanneer or date.max, actie.id)))


def is_late(actie: Actie, op: date) -> bool:
    """Open, and its day has passed."""
    return actie.status in OPEN and actie.wanneer is not None and actie.wanneer < op


def finish(dossier: Dossier, actie: Actie, op: date) -> Dossier:
    """An actie that is done on a day."""
    return put(dossier, replace(actie, status=ActieStatus.KLAAR, klaar_op=op))


def drop_actie(dossier: Dossier, actie: Actie, op: date, reden: str) -> Dossier:
    """An actie that nobody will do: closed with a reason (product.md rule 4)."""
    if not reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden")
    return put(dossier, replace(actie, status=ActieStatus.VERVALLEN, klaar_op=op, reden=reden))


def reopen(dossier: Dossier, actie: Actie) -> Dossier:
    """An actie that turned out not to be done."""
    return put(dossier, replace(actie, status=ActieStatus.TOEGEZEGD, klaar_op=None, reden=""))


def put_actie(dossier: Dossier, actie: Actie, op: date) -> Dossier:
    """A new or changed actie; somebody must do it, and what is dropped says why (product.md rule 4).

    What is closed with it is closed on that day; what is open again has no such day.
    """
    if not actie.wie:
        raise RuleBroken(Code.WHO_IS_MISSING, field="wie", id=actie.id)
    if actie.status is ActieStatus.VERVALLEN and not actie.reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden", id=actie.id)
    closed_on = None if actie.status in OPEN else actie.klaar_op or op
    return put(dossier, replace(actie, klaar_op=closed_on))


def teksten_of(dossier: Dossier, onderdeel: Onderdeel) -> tuple[Tekst, ...]:
    """The texts of one section, the oldest first."""
    mine = (each for each in dossier.teksten if each.onderdeel is onderdeel)
    return tuple(sorted(mine, key=lambda tekst: (tekst.datum, tekst.id)))


def next_overleg(overleggen: Iterable[Overleg], after: datetime) -> Overleg | None:
    """The first talk after a moment."""
    return min((each for each in overleggen if each.moment >= after), key=lambda each: each.moment, default=None)


def proposed_readers(dossier: Dossier, leefgebied: Leefgebied | None, over: tuple[UUID, ...], op: date) -> VoorWie:
    """By default everybody at home reads along; money, health and the like of one adult are for that adult (rule 6)."""
    if leefgebied is None or not leefgebied.gevoelig or len(over) != 1:
        return HEEL_GEZIN
    persoon = next((each for each in dossier.personen if each.id == over[0]), None)
    if persoon is None or is_child(dossier, persoon, op):
        return HEEL_GEZIN
    return VoorWie(Kring.PERSONEN, over)


def stop_doel(dossier: Dossier, doel: UUID, op: date) -> Dossier:
    """A goal that the family no longer works on; its open acties stay visible under 'andere afspraken'."""
    found = find(dossier, Doel, doel)
    return dossier if found is None else put(dossier, replace(found, status=DoelStatus.GESTOPT, tot=op))


def resume_doel(dossier: Dossier, doel: UUID) -> Dossier:
    """A goal that the family works on again, behind the others."""
    again = replace(get(dossier, Doel, doel), status=DoelStatus.OPEN, tot=None)
    return put(dossier, replace(again, prioriteit=next_priority(dossier)))


def move_doel(dossier: Dossier, doel: UUID, places: int) -> Dossier:
    """A goal so many places later in the family's order; the numbers run on again from 1."""
    goals = [*open_doelen(dossier)]
    at = goals.index(get(dossier, Doel, doel))
    goals.insert(min(max(at + places, 0), len(goals) - 1), goals.pop(at))
    return put(dossier, *(replace(each, prioriteit=number) for number, each in enumerate(goals, 1)))
