"""How long ago each member of the family was really spoken, each child apart (product.md 6)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.dekking import members_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.momenten import ECHT, Contactmoment
from gezinsplan.domain.values import put


@dataclass(frozen=True, slots=True)
class Laatst:
    """The last real contact with a member, and how many days ago that was; None while there was none."""

    lid: UUID
    datum: date | None
    dagen: int | None


def put_contact(dossier: Dossier, moment: Contactmoment, op: date) -> Dossier:
    """Write a contact down; one that is still to come is a talk to plan (DAY_TO_COME)."""
    if moment.datum > op:
        raise RuleBroken(Code.DAY_TO_COME, field="datum", id=moment.id)
    return put(dossier, moment)


def laatst(dossier: Dossier, op: date) -> tuple[Laatst, ...]:
    """For every member who is there, in the order of the family."""
    return tuple(_of(dossier, each.id, op) for each in members_on(dossier, op))


def _of(dossier: Dossier, lid: UUID, op: date) -> Laatst:
    days = [each.datum for each in dossier.contactmomenten if lid in each.met and each.soort in ECHT]
    last = max((each for each in days if each <= op), default=None)
    return Laatst(lid, last, (op - last).days if last is not None else None)


def momenten(dossier: Dossier) -> tuple[Contactmoment, ...]:
    """All contacts, the latest first."""
    return tuple(sorted(dossier.contactmomenten, key=lambda each: (each.datum, each.id), reverse=True))
