"""Who is asked whether he agrees with a version, and what he said (domain.md 5).

Until 12 the parents with gezag answer, from 12 the child and the parents, from 16 the child alone; adults answer for
themselves. Ages and gezag are those of the day on which somebody answers.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import ADULT, OPEN, active_on, is_beroepskracht, left_on, present_on, regisseur_on
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.personen import Gezagsverhouding, Persoon, PersoonSoort
from gezinsplan.domain.values import find, get, put
from gezinsplan.domain.veiligheidsafspraken import is_open
from gezinsplan.domain.versies import Akkoord, Antwoord, PlanVersie

ZELF_VANAF, ALLEEN_VANAF = 12, 16
"""From which age a child answers too, and from which age nobody answers beside it."""


@dataclass(frozen=True, slots=True)
class Gevraagde:
    """Somebody who is asked: for himself, and as a parent with gezag for these children."""

    wie: UUID
    zelf: bool
    voor: tuple[UUID, ...] = ()


def gezag_op(dossier: Dossier, kind: UUID, op: date) -> tuple[UUID, ...]:
    """Who has gezag over a child on a day, and is there."""
    found = (each for each in dossier.gezag if each.kind == kind and _runs(each, op))
    holders = (each.houder for each in found if each.houder is not None)
    return tuple(dict.fromkeys(each for each in holders if present_on(dossier, each, op)))


def _runs(gezag: Gezagsverhouding, op: date) -> bool:
    begun = gezag.vanaf is None or gezag.vanaf.begint <= op
    return begun and (gezag.tot is None or op < gezag.tot.eindigt)


def leden_op(dossier: Dossier, op: date) -> tuple[Persoon, ...]:
    """The members who are there on a day."""
    members = (each for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID)
    return tuple(each for each in members if left_on(each, op) is None)


def _leeftijd(dossier: Dossier, persoon: Persoon, op: date) -> int:
    """Whole years; of whom no birth date is known the youngest that he can be: a child when somebody has gezag."""
    if persoon.geboortedatum is not None:
        return age_on(persoon.geboortedatum, op)
    return 0 if any(each.kind == persoon.id for each in dossier.gezag) else ADULT


def gevraagden(dossier: Dossier, op: date) -> tuple[Gevraagde, ...]:
    """Who would be asked on a day, the members first, then who has gezag and lives elsewhere."""
    members = leden_op(dossier, op)
    own = [each.id for each in members if _leeftijd(dossier, each, op) >= ZELF_VANAF]
    children: dict[UUID, list[UUID]] = {}
    for each in members:
        if _leeftijd(dossier, each, op) < ALLEEN_VANAF:
            for holder in gezag_op(dossier, each.id, op):
                children.setdefault(holder, []).append(each.id)
    people = [*own, *(each for each in children if each not in own)]
    return tuple(Gevraagde(each, each in own, tuple(children.get(each, ()))) for each in people)


def zonder_gezag(dossier: Dossier, op: date) -> tuple[UUID, ...]:
    """The children for whom a parent should answer, and of whom is not known who has gezag."""
    young = (each.id for each in leden_op(dossier, op) if _leeftijd(dossier, each, op) < ALLEEN_VANAF)
    return tuple(each for each in young if not gezag_op(dossier, each, op))


def ontvangers(dossier: Dossier, op: date) -> tuple[UUID, ...]:
    """Who receives every version: each parent with gezag over a child, and each child from 12."""
    ages = [(each.id, _leeftijd(dossier, each, op)) for each in leden_op(dossier, op)]
    parents = [holder for child, age in ages if age < ADULT for holder in gezag_op(dossier, child, op)]
    return tuple(dict.fromkeys([*parents, *(child for child, age in ages if ZELF_VANAF <= age < ADULT)]))


def eigen_deel(dossier: Dossier, op: date) -> tuple[UUID, ...]:
    """The beroepskrachten with a part of their own in the plan, to be confirmed by them; not the regisseur himself."""
    regisseur = regisseur_on(dossier, op)
    asked = (each for each in dossier.betrokkenheden if is_beroepskracht(each) and active_on(each, op))
    return tuple(
        each.id
        for each in asked
        if each.id != regisseur and each.vorm is not Vorm.OP_AFSTAND and _carries(dossier, each, op)
    )


def _carries(dossier: Dossier, helper: Betrokkenheid, op: date) -> bool:
    acties = any(helper.id in each.wie for each in dossier.acties if each.status in OPEN)
    agreed = (each for each in dossier.veiligheidsafspraken if is_open(each, op))
    return acties or bool(helper.doelen) or any(helper.id in (*each.wie, each.controle_door) for each in agreed)


def antwoorden(dossier: Dossier, versie: UUID) -> dict[UUID, Akkoord]:
    """What each said last of a version."""
    found = sorted(
        (each for each in dossier.akkoorden if each.versie == versie), key=lambda each: (each.datum, each.id)
    )
    return {each.deelnemer: each for each in found}


def nog_te_vragen(dossier: Dossier, versie: PlanVersie, op: date) -> tuple[Gevraagde, ...]:
    """Who was there when it was agreed, would answer on this day, and has not."""
    said = antwoorden(dossier, versie.id)
    return tuple(
        each for each in gevraagden(dossier, op) if each.wie not in said and present_on(dossier, each.wie, versie.dag)
    )


def nog_te_bevestigen(dossier: Dossier, versie: PlanVersie, op: date) -> tuple[UUID, ...]:
    """The helpers who were there when it was agreed and have not said whether they do their part."""
    said = antwoorden(dossier, versie.id)
    there = (each for each in eigen_deel(dossier, op) if present_on(dossier, each, versie.dag))
    return tuple(each for each in there if each not in said)


def leg_akkoord_vast(dossier: Dossier, akkoord: Akkoord, op: date) -> Dossier:
    """What somebody said of a version; what he says last counts.

    Refuses DAY_TO_COME, a day before the version, and NOT_ASKED: who does not answer himself on that day.
    """
    if akkoord.datum > op:
        raise RuleBroken(Code.DAY_TO_COME, field="datum", id=akkoord.id)
    day = get(dossier, PlanVersie, akkoord.versie).dag
    if akkoord.datum < day:
        raise RuleBroken(Code.VERSION_DAY, field="datum", id=akkoord.id, day=day)
    helper = find(dossier, Betrokkenheid, akkoord.deelnemer)
    asked = {each.wie for each in gevraagden(dossier, akkoord.datum)}
    if akkoord.deelnemer not in asked and not (helper is not None and active_on(helper, akkoord.datum)):
        raise RuleBroken(Code.NOT_ASKED, field="deelnemer", id=akkoord.id)
    return put(dossier, akkoord)


def check_akkoord(akkoord: Akkoord) -> None:
    """Who agrees did so in some way; who does not, or could not be asked, has words for it."""
    if akkoord.antwoord is Antwoord.AKKOORD:
        if akkoord.vorm is None:
            raise RuleBroken(Code.EMPTY, field="vorm", id=akkoord.id)
    elif not akkoord.toelichting.strip():
        raise RuleBroken(Code.REASON_MISSING, field="toelichting", id=akkoord.id)
