"""A warm handover of the regie: why, what the family thinks, a joint talk, what was promised, contact for a while."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import OPEN, present_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Regisseurschap
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.values import find, put
from gezinsplan.domain.veiligheidsafspraken import first_day, is_open


@dataclass(frozen=True, slots=True)
class Beloften:
    """What somebody promised and did not do yet: acties, safety agreements that he does, and those that he checks."""

    acties: tuple[UUID, ...] = ()
    afspraken: tuple[UUID, ...] = ()
    controles: tuple[UUID, ...] = ()


def beloften(dossier: Dossier, deelnemer: UUID, op: date) -> Beloften:
    """The open promises of a helper or a person, alone or with others."""
    agreed = [each for each in dossier.veiligheidsafspraken if is_open(each, op)]
    return Beloften(
        acties=tuple(each.id for each in dossier.acties if each.status in OPEN and deelnemer in each.wie),
        afspraken=tuple(each.id for each in agreed if deelnemer in each.wie),
        controles=tuple(each.id for each in agreed if each.controle_door == deelnemer),
    )


def hand_over(dossier: Dossier, term_id: UUID, keuze: regie.Keuze, blijft: Collection[UUID] = ()) -> Dossier:
    """The next regisseur, to whom the open promises of the one before move, but those in `blijft` (by id).

    Contact may overlap until `contact_tot`, the role never. Refuses what `appoint` refuses, a next one who is not
    there, contact until a day on which the one before has gone.
    """
    before = regie.term_on(dossier, keuze.vanaf)
    after = regie.appoint(dossier, term_id, keuze)
    oud, nieuw = before.houder if before else None, keuze.houder
    _check_contact(dossier, oud, keuze.contact_tot)
    if nieuw is not None and not _stays_from(dossier, nieuw, keuze.vanaf):
        raise RuleBroken(Code.REGIE_HOLDER_NOT_INVOLVED, field="houder", id=nieuw)
    return _moved(after, oud, nieuw, keuze.vanaf, blijft) if oud is not None and nieuw is not None else after


def change_words(dossier: Dossier, term: Regisseurschap) -> Dossier:
    """A term with other words about it; refuses contact until a day on which the one before has gone."""
    terms = regie.line(dossier)
    at = next(number for number, each in enumerate(terms) if each.id == term.id)
    _check_contact(dossier, terms[at - 1].houder if at else None, term.contact_tot)
    return put(dossier, term)


def _check_contact(dossier: Dossier, oud: UUID | None, tot: date | None) -> None:
    if tot is not None and (oud is None or not _there_until(dossier, oud, tot)):
        raise RuleBroken(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot", id=oud)


def _stays_from(dossier: Dossier, deelnemer: UUID, op: date) -> bool:
    """There on that day, and not known to go: nobody is regisseur for a while."""
    helper = find(dossier, Betrokkenheid, deelnemer)
    return present_on(dossier, deelnemer, op) and (helper is None or helper.tot is None)


def _there_until(dossier: Dossier, deelnemer: UUID, tot: date) -> bool:
    helper = find(dossier, Betrokkenheid, deelnemer)
    return present_on(dossier, deelnemer, tot) or (helper is not None and _ends_on(helper, tot))


def _ends_on(helper: Betrokkenheid, tot: date) -> bool:
    return helper.tot is not None and helper.tot.eindigt == tot


def _moved(dossier: Dossier, oud: UUID, nieuw: UUID, op: date, blijft: Collection[UUID]) -> Dossier:
    open_now = beloften(dossier, oud, op)

    def given(wie: tuple[UUID, ...]) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(nieuw if each == oud else each for each in wie))

    for actie in dossier.acties:
        if actie.id in open_now.acties and actie.id not in blijft:
            dossier = put(dossier, replace(actie, wie=given(actie.wie)))
    for afspraak in dossier.veiligheidsafspraken:
        if afspraak.id in (*open_now.afspraken, *open_now.controles) and afspraak.id not in blijft:
            if not present_on(dossier, nieuw, first_day(afspraak, op)):
                raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="beloften", id=nieuw)
            checker = nieuw if afspraak.controle_door == oud else afspraak.controle_door
            dossier = put(dossier, replace(afspraak, wie=given(afspraak.wie), controle_door=checker))
    return dossier


@dataclass(frozen=True, slots=True)
class NogInContact:
    """The regisseur before, who stays in contact for a while and is no regisseur any more."""

    houder: UUID
    tot: date


def nog_in_contact(dossier: Dossier, op: date) -> NogInContact | None:
    """Who was regisseur and is still in contact on a day, as agreed at the handover; shown apart."""
    terms = regie.line(dossier)
    now = regie.term_on(dossier, op)
    if now is None or now.contact_tot is None or now.contact_tot <= op:
        return None
    before = terms[terms.index(now) - 1].houder
    return NogInContact(before, now.contact_tot) if before and present_on(dossier, before, op) else None


@dataclass(frozen=True, slots=True)
class Termijn:
    """One term in the dated line: who (nobody: a vacancy), its days until now, and how long the one before stayed."""

    term: Regisseurschap
    dagen: int
    contact: NogInContact | None


def termijnen(dossier: Dossier, op: date) -> tuple[Termijn, ...]:
    """The whole line of regisseurs, the oldest first, for screen and paper."""
    terms, made = regie.line(dossier), []
    for at, term in enumerate(terms):
        before = terms[at - 1].houder if at else None
        contact = NogInContact(before, term.contact_tot) if before and term.contact_tot else None
        made.append(Termijn(term, max(0, (min(term.tot or op, op) - term.vanaf).days), contact))
    return tuple(made)
