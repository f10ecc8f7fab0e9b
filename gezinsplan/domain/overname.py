"""What one helper carries, and who takes it over when he goes (product.md rule 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN, contacts, is_child, present_on
from gezinsplan.domain.dossier import Actie, ActieStatus, Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.maatregelen import give_maatregel, is_in_force
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find, get, put
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import close_afspraak, first_day, is_open


@dataclass(frozen=True, slots=True)
class Last:
    """What one helper carries alone: open acties, children without another contact, the regie.

    And safety: `afspraken` that he does, `controles` (of agreements) that he does, `maatregelen` that he carries out.
    """

    acties: tuple[UUID, ...] = ()
    kinderen: tuple[UUID, ...] = ()
    regie: bool = False
    afspraken: tuple[UUID, ...] = ()
    controles: tuple[UUID, ...] = ()
    maatregelen: tuple[UUID, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to take over."""
        return self != Last()


def still_carries(last: Last) -> RuleBroken:
    """The refusal that names everything which is still to be taken over."""
    return RuleBroken(
        Code.STILL_CARRIES,
        acties=last.acties,
        kinderen=last.kinderen,
        regie=last.regie,
        afspraken=last.afspraken,
        controles=last.controles,
        maatregelen=last.maatregelen,
    )


def carries(dossier: Dossier, betrokkenheid: UUID, op: date) -> Last:
    """What would be without anybody if this helper were gone on that day; what has yet to begin too."""

    def alone(wie: tuple[UUID, ...], then: date) -> bool:
        others = (each for each in wie if each != betrokkenheid)
        return betrokkenheid in wie and not any(present_on(dossier, each, then) for each in others)

    def only_contact(kind: Persoon) -> bool:
        return {each.id for each in contacts(dossier, kind.id, op)} == {betrokkenheid}

    agreed = [each for each in dossier.veiligheidsafspraken if is_open(each, op)]
    ordered = [each for each in dossier.maatregelen if is_in_force(each, op)]
    return Last(
        acties=tuple(each.id for each in dossier.acties if each.status in OPEN and alone(each.wie, op)),
        kinderen=tuple(each.id for each in dossier.personen if is_child(dossier, each, op) and only_contact(each)),
        regie=any(
            term.houder == betrokkenheid and (term.tot is None or term.tot > op) for term in dossier.regisseurschappen
        ),
        afspraken=tuple(each.id for each in agreed if alone(each.wie, first_day(each, op))),
        controles=tuple(each.id for each in agreed if each.controle_door == betrokkenheid),
        maatregelen=tuple(each.id for each in ordered if each.uitvoerder == betrokkenheid),
    )


@dataclass(frozen=True, slots=True)
class Overname:
    """Who takes over what: new owners, or a reason why it is no longer needed.

    Per actie `acties` or `vervallen`; for the children one `contact_door` or `geen_contact_omdat`; per safety
    agreement `afspraken` (who does it), `controles` (who checks it), or `gesloten`; per measure who carries it out.
    """

    acties: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    vervallen: Mapping[UUID, str] = field(default_factory=dict)
    contact_door: UUID | None = None
    geen_contact_omdat: str = ""
    afspraken: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    controles: Mapping[UUID, UUID] = field(default_factory=dict)
    gesloten: Mapping[UUID, str] = field(default_factory=dict)
    maatregelen: Mapping[UUID, UUID] = field(default_factory=dict)


def still_carried(last: Last, overname: Overname) -> Last:
    """What is left of a load after a takeover."""

    def left(carried: tuple[UUID, ...], *answers: Mapping[UUID, object]) -> tuple[UUID, ...]:
        return tuple(each for each in carried if not any(_given(answer.get(each)) for answer in answers))

    contact = overname.contact_door is not None or overname.geen_contact_omdat.strip()
    return Last(
        acties=left(last.acties, overname.acties, overname.vervallen),
        kinderen=() if contact else last.kinderen,
        regie=last.regie,
        afspraken=left(last.afspraken, overname.afspraken, overname.gesloten),
        controles=left(last.controles, overname.controles, overname.gesloten),
        maatregelen=left(last.maatregelen, overname.maatregelen),
    )


def _given(answer: object) -> bool:
    return bool(answer.strip() if isinstance(answer, str) else answer)


def hand_over(
    dossier: Dossier, leaving: Betrokkenheid, last: Last, overname: Overname, op: date
) -> tuple[Dossier, Betrokkenheid]:
    """Everything that he carries with its new owners or closed, and he himself with who follows him for the children.

    `still_carried` must be empty. Refuses a new owner who is not there on that day, or is the one who leaves.
    """
    for actie in last.acties:
        dossier = put(dossier, _hand_over_actie(dossier, get(dossier, Actie, actie), leaving, overname, op))
    for afspraak in sorted({*last.afspraken, *last.controles}):
        dossier = _hand_over_afspraak(dossier, get(dossier, Veiligheidsafspraak, afspraak), leaving, last, overname, op)
    for maatregel in last.maatregelen:
        taker = _present(dossier, leaving, overname.maatregelen[maatregel], op)
        dossier = give_maatregel(dossier, maatregel, taker, op)
    return _hand_over_contact(dossier, leaving, last.kinderen, overname, op) if last.kinderen else (dossier, leaving)


def _present(dossier: Dossier, leaving: Betrokkenheid, owner: UUID, op: date) -> UUID:
    if owner == leaving.id or not present_on(dossier, owner, op):
        raise RuleBroken(Code.TAKEOVER_NOT_THERE, id=owner)
    return owner


def _hand_over_actie(dossier: Dossier, actie: Actie, leaving: Betrokkenheid, overname: Overname, op: date) -> Actie:
    owners = tuple(_present(dossier, leaving, each, op) for each in overname.acties.get(actie.id, ()))
    if owners:
        return replace(actie, wie=owners)
    return replace(actie, status=ActieStatus.VERVALLEN, reden=overname.vervallen[actie.id], klaar_op=op)


def _hand_over_afspraak(
    dossier: Dossier, afspraak: Veiligheidsafspraak, leaving: Betrokkenheid, last: Last, overname: Overname, op: date
) -> Dossier:
    """New owners win from closing, as with acties; an agreement that has yet to begin is closed on its first day."""
    begin, given = first_day(afspraak, op), overname.afspraken.get(afspraak.id, ())
    owners = tuple(_present(dossier, leaving, each, begin) for each in given)
    checker = overname.controles.get(afspraak.id)
    if checker is not None:
        _present(dossier, leaving, checker, begin)
    undone = (afspraak.id in last.afspraken and not owners) or (afspraak.id in last.controles and checker is None)
    if undone:
        return close_afspraak(dossier, afspraak.id, begin, overname.gesloten[afspraak.id])
    return put(dossier, replace(afspraak, wie=owners or afspraak.wie, controle_door=checker or afspraak.controle_door))


def _hand_over_contact(
    dossier: Dossier, leaving: Betrokkenheid, kinderen: tuple[UUID, ...], overname: Overname, op: date
) -> tuple[Dossier, Betrokkenheid]:
    if overname.contact_door is None:
        return dossier, replace(leaving, geen_overname_omdat=overname.geen_contact_omdat)
    owner = _present(dossier, leaving, overname.contact_door, op)
    helper = find(dossier, Betrokkenheid, owner)
    if helper is not None:
        more = tuple(kind for kind in kinderen if kind not in helper.over) if helper.over else ()
        if helper.vorm is Vorm.OP_AFSTAND:
            raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="contact_door", id=owner)
        dossier = put(dossier, replace(helper, over=helper.over + more))
    return dossier, replace(leaving, overgenomen_door=owner)


def leave_shared(dossier: Dossier, leaving: UUID, op: date) -> Dossier:
    """Out of what others carry on: what is open and shared with somebody who is there stays with that other."""

    def others(wie: tuple[UUID, ...], then: date) -> tuple[UUID, ...]:
        rest = tuple(each for each in wie if each != leaving)
        return rest if any(present_on(dossier, each, then) for each in rest) else wie

    acties = (replace(each, wie=others(each.wie, op)) for each in dossier.acties if each.status in OPEN)
    agreed = (each for each in dossier.veiligheidsafspraken if is_open(each, op))
    return put(dossier, *acties, *(replace(each, wie=others(each.wie, first_day(each, op))) for each in agreed))
