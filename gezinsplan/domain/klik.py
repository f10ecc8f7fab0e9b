"""With whom a member of the family feels at ease: asked per member, may stay open, belongs to that member.

Shown nowhere but where a regisseur is chosen, and never counted together: no score of a person (product.md rule 5).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.banden import Klik, KlikSoort
from gezinsplan.domain.betrokken import active_on, person_of, present_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import find, get, put


@dataclass(frozen=True, slots=True)
class Klikmatrix:
    """Members by helpers, the netwerk too; what nobody asked yet has no entry in `antwoorden`."""

    leden: tuple[UUID, ...]
    deelnemers: tuple[UUID, ...]
    antwoorden: dict[tuple[UUID, UUID], Klik]

    def of(self, lid: UUID, deelnemer: UUID) -> Klik | None:
        """What this member answered about somebody; not asked yet: None."""
        return self.antwoorden.get((lid, deelnemer))


def klikmatrix(dossier: Dossier, op: date) -> Klikmatrix:
    """Who is there on a day, and the latest answers; each human being stands there once, in the order of ids."""
    latest = latest_answers(dossier, op)
    people = [each for each in dossier.personen if present_on(dossier, each.id, op)]
    members = tuple(each.id for each in people if each.soort is PersoonSoort.GEZINSLID)
    own = tuple(each.id for each in people if each.soort is PersoonSoort.NETWERK)
    helpers: dict[UUID, UUID] = {}
    for each in dossier.betrokkenheden:
        if active_on(each, op):
            helpers.setdefault(person_of(each), each.id)
    those = (*helpers.values(), *own)
    asked = {(lid, each): latest.get((lid, human(dossier, each))) for lid in members for each in those}
    return Klikmatrix(members, those, {cell: klik for cell, klik in asked.items() if klik is not None})


def latest_answers(dossier: Dossier, op: date) -> dict[tuple[UUID, UUID], Klik]:
    """The latest answer of each member about each human being until a day."""
    known = (each for each in dossier.klikken if each.datum <= op)
    ordered = sorted(known, key=lambda each: (each.datum, each.id))
    return {(each.lid, human(dossier, each.deelnemer)): each for each in ordered}


def human(dossier: Dossier, deelnemer: UUID) -> UUID:
    """One id per human being: a helper in several periods is the same one."""
    helper = find(dossier, Betrokkenheid, deelnemer)
    return person_of(helper) if helper is not None else deelnemer


def put_klik(dossier: Dossier, klik: Klik) -> Dossier:
    """A member's own answer, about himself alone; a second one on the same day replaces the first."""
    member = get(dossier, Persoon, klik.lid)
    if member.soort is not PersoonSoort.GEZINSLID:
        raise RuleBroken(Code.UNKNOWN_PART, field="lid", id=klik.lid)

    def key(each: Klik) -> tuple[UUID, UUID, date]:
        return each.lid, human(dossier, each.deelnemer), each.datum

    same = next((each for each in dossier.klikken if key(each) == key(klik)), None)
    return put(dossier, replace(klik, id=same.id if same else klik.id, over=(klik.lid,)))


def wil_geen_contact(dossier: Dossier, deelnemer: UUID, op: date) -> tuple[UUID, ...]:
    """The members who want no contact with somebody; others are proposed for what concerns these."""
    answers = latest_answers(dossier, op).items()
    someone = human(dossier, deelnemer)
    refusing = (lid for (lid, who), klik in answers if who == someone and klik.soort is KlikSoort.GEEN_CONTACT)
    return tuple(sorted(refusing))


def may_propose(dossier: Dossier, deelnemer: UUID, leden: Iterable[UUID], op: date) -> bool:
    """Whether somebody may be proposed for these members; nobody named: for the whole family."""
    refusing, wanted = {*wil_geen_contact(dossier, deelnemer, op)}, {*leden}
    return not (refusing & wanted if wanted else refusing)
