"""The talk about one helper and what follows: he stays, joins another, stands at a distance, or goes (product.md 4).

Every outcome gives the next dossier, with the talk in it; nothing is left behind unseen (rule 4).
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

from gezinsplan.domain import afschakelen
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.betrokken import active_on, present_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.maatregelen import moet_blijven
from gezinsplan.domain.opvolging import follow
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.overname import Last, Overname, carries, still_carries
from gezinsplan.domain.values import get, put


def latest(dossier: Dossier, betrokkenheid: UUID) -> Bespreking | None:
    """The latest talk about a helper."""
    talks = (each for each in dossier.besprekingen if each.betrokkenheid == betrokkenheid)
    return max(talks, key=lambda each: (each.datum, each.id), default=None)


def te_bespreken(dossier: Dossier, op: date) -> tuple[Betrokkenheid, ...]:
    """The helpers who are there and about whom there was no talk yet."""
    talked = {each.betrokkenheid for each in dossier.besprekingen}
    return tuple(each for each in dossier.betrokkenheden if active_on(each, op) and each.id not in talked)


def over_te_nemen(dossier: Dossier, betrokkenheid: UUID, uitkomst: Uitkomst, op: date) -> Last:
    """What others must take over first if this is what follows on that day.

    Joining another moves everything to that other but the regie; at a distance nobody sees a child or directs.
    """
    last = carries(dossier, betrokkenheid, op)
    return {
        Uitkomst.HOUDEN: Last(),
        Uitkomst.SAMENVOEGEN: Last(regie=last.regie),
        Uitkomst.OP_AFSTAND: Last(kinderen=last.kinderen, regie=last.regie),
        Uitkomst.AFRONDEN: last,
    }[uitkomst]


def put_bespreking(dossier: Dossier, bespreking: Bespreking) -> Dossier:
    """What was said, while what follows is still to be arranged; joining another says with whom."""
    get(dossier, Betrokkenheid, bespreking.betrokkenheid)
    if bespreking.uitkomst is Uitkomst.SAMENVOEGEN and not bespreking.overname_door:
        raise RuleBroken(Code.WHO_IS_MISSING, field="overname_door", id=bespreking.id)
    return put(dossier, bespreking)


def houden(dossier: Dossier, bespreking: Bespreking) -> Dossier:
    """He stays as he is."""
    return put_bespreking(dossier, replace(bespreking, uitkomst=Uitkomst.HOUDEN, overname_door=()))


def samenvoegen(dossier: Dossier, bespreking: Bespreking, met: UUID, einde: Einde) -> Dossier:
    """Another helper, who is there and near, does it all from that day on: for whom, which doelen, what was promised.

    The regie does not move along (STILL_CARRIES): that is a choice of the family.
    """
    op = einde.tot.eindigt
    leaving, taker = get(dossier, Betrokkenheid, bespreking.betrokkenheid), get(dossier, Betrokkenheid, met)
    if met == leaving.id or not present_on(dossier, met, op) or taker.vorm is Vorm.OP_AFSTAND:
        raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="met", id=met)
    last = carries(dossier, leaving.id, op)
    everything = Overname(
        acties={each: (met,) for each in last.acties},
        contact_door=met,
        afspraken={each: (met,) for each in last.afspraken},
        controles=dict.fromkeys(last.controles, met),
        maatregelen=dict.fromkeys(last.maatregelen, met),
    )
    wider = replace(
        taker,
        over=_joined(taker.over, leaving.over) if taker.over and leaving.over else (),
        doelen=_joined(taker.doelen, leaving.doelen),
        leefgebieden=_joined(taker.leefgebieden, leaving.leefgebieden),
    )
    after = afschakelen.afschakelen(put(dossier, wider), leaving.id, einde, everything)
    gone = replace(get(after, Betrokkenheid, leaving.id), overgenomen_door=met)
    talk = replace(bespreking, uitkomst=Uitkomst.SAMENVOEGEN, overname_door=(met,))
    return put_bespreking(put(after, gone), talk)


def _joined(one: tuple[UUID, ...], other: tuple[UUID, ...]) -> tuple[UUID, ...]:
    return (*one, *(each for each in other if each not in one))


def op_afstand(dossier: Dossier, bespreking: Bespreking, nieuw: UUID, vanaf: date, reden: str) -> Dossier:
    """From a day on he can be called and no longer comes: a period of its own, so that the past stays as it was.

    `nieuw` is the id of that period; what he promised he keeps. Refuses a child's only contact, the regisseur, who is
    there by order of a judge, and who is at a distance already.
    """
    near = get(dossier, Betrokkenheid, bespreking.betrokkenheid)
    if near.vorm is Vorm.OP_AFSTAND:
        raise RuleBroken(Code.ALREADY_AT_DISTANCE, field="vorm", id=near.id)
    if moet_blijven(dossier, near.id, vanaf):
        raise RuleBroken(Code.FORCED_STAYS, field="uitkomst", id=near.id)
    ended = afschakelen.ending(dossier, near.id, Einde(Datum.op(vanaf), reden))
    last = over_te_nemen(dossier, near.id, Uitkomst.OP_AFSTAND, vanaf)
    if last:
        raise still_carries(last)
    far = replace(
        near, id=nieuw, vorm=Vorm.OP_AFSTAND, vanaf=Datum.op(vanaf), verwacht_tot=None, frequentie="", contacten=None
    )
    after = follow(put(dossier, far, replace(ended, overgenomen_door=nieuw)), near.id, nieuw, vanaf)
    return put_bespreking(after, replace(bespreking, uitkomst=Uitkomst.OP_AFSTAND))


def afronden(dossier: Dossier, bespreking: Bespreking, einde: Einde, overname: Overname) -> Dossier:
    """He goes on the goodbye day, for a reason, when everything has been taken over or closed."""
    after = afschakelen.afschakelen(dossier, bespreking.betrokkenheid, einde, overname)
    return put_bespreking(after, replace(bespreking, uitkomst=Uitkomst.AFRONDEN, overname_door=takers(overname)))


def is_al_weg(dossier: Dossier, bespreking: Bespreking, einde: Einde, term_id: UUID) -> Dossier:
    """It turns out that he has already gone: recorded at once, and what he carried stands red."""
    after = afschakelen.al_weg(dossier, bespreking.betrokkenheid, einde, term_id)
    return put_bespreking(after, replace(bespreking, uitkomst=Uitkomst.AFRONDEN, overname_door=()))


def takers(overname: Overname) -> tuple[UUID, ...]:
    """Everybody who takes something over."""
    found = {each for owners in (*overname.acties.values(), *overname.afspraken.values()) for each in owners}
    found |= {*overname.controles.values(), *overname.maatregelen.values()}
    return tuple(sorted(found | ({overname.contact_door} if overname.contact_door else set())))
