"""A talk before and after: who is invited and was there, what was decided, and what it may be about (domain.md 2.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.bijschakelen import klaar_te_vragen
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.maatregelen import maatregelen_op
from gezinsplan.domain.overleg import Besluit, Deelname
from gezinsplan.domain.plan import is_late, open_doelen
from gezinsplan.domain.values import drop, put
from gezinsplan.domain.veilig import checks_op
from gezinsplan.domain.veiligheid import Maatregel, MaatregelSoort

APART = frozenset({MaatregelSoort.CONTACTVERBOD, MaatregelSoort.HUISVERBOD})
"""What keeps people away from each other."""
SCORED = timedelta(days=42)
"""A goal that nobody gave a score for six weeks is asked about at the next talk."""


def put_deelname(dossier: Dossier, deelname: Deelname) -> Dossier:
    """Invite somebody, or say whether he was there; everybody takes part in a talk once."""
    there = of_overleg(dossier, deelname.overleg)
    same = next((each.id for each in there if each.deelnemer == deelname.deelnemer), deelname.id)
    return put(dossier, replace(deelname, id=same))


def cancel(dossier: Dossier, overleg: UUID) -> Dossier:
    """A talk that was a mistake goes with its agenda and its guests; what was decided there keeps it in place."""
    points = (each.id for each in dossier.agendapunten if each.overleg == overleg)
    return drop(dossier, *points, *(each.id for each in of_overleg(dossier, overleg)), overleg)


def of_overleg(dossier: Dossier, overleg: UUID) -> tuple[Deelname, ...]:
    """Everybody who is invited to a talk or was there, in the order of inviting."""
    return tuple(each for each in dossier.deelnames if each.overleg == overleg)


def besluiten(dossier: Dossier, overleg: UUID) -> tuple[Besluit, ...]:
    """What was decided at a talk, in the order of deciding: the place is the number."""
    return tuple(each for each in dossier.besluiten if each.overleg == overleg)


def check_besluit(part: Besluit) -> None:
    """Nobody agrees and disagrees."""
    both = {*part.eens} & {*part.oneens}
    if both:
        raise RuleBroken(Code.AGREES_AND_NOT, field="oneens", id=part.id)


def invite(dossier: Dossier, overleg: UUID, wie: Iterable[Deelname]) -> Dossier:
    """These are invited, and no longer the others; of whom it is known whether he was there it stays."""
    wanted = [*wie]
    names = {each.deelnemer for each in wanted}
    gone = (each.id for each in of_overleg(dossier, overleg) if each.aanwezig is None and each.deelnemer not in names)
    dossier = drop(dossier, *gone)
    known = {each.deelnemer for each in of_overleg(dossier, overleg)}
    return put(dossier, *(each for each in wanted if each.deelnemer not in known))


def verboden(dossier: Dossier, mensen: Iterable[UUID], op: date) -> tuple[tuple[Maatregel, tuple[UUID, ...]], ...]:
    """The orders that keep some of these people apart on a day, each with whom: they need two talks."""
    there = {*mensen}
    apart = (each for each in maatregelen_op(dossier, op) if each.soort in APART)
    found = ((each, tuple(one for one in each.tussen if one in there)) for each in apart)
    return tuple((each, people) for each, people in found if len(people) > 1)


class VoorstelSoort(StrEnum):
    """Why something is proposed for the agenda."""

    VEILIGHEID = "veiligheid"
    KLAAR = "klaar"
    AFSPRAAK = "afspraak"
    CIJFER = "cijfer"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Something that is open, to put on the agenda."""

    soort: VoorstelSoort
    onderdeel: UUID


def voorstellen(dossier: Dossier, overleg: UUID, op: date) -> tuple[Voorstel, ...]:
    """What is open and not on the agenda of that talk yet: safety first, then who may go, what is late, scores."""
    there = {each.betreft for each in dossier.agendapunten if each.overleg == overleg}
    return tuple(each for each in _open(dossier, op) if each.onderdeel not in there)


def _open(dossier: Dossier, op: date) -> Iterator[Voorstel]:
    for check in checks_op(dossier, op):
        if check.volgende_op <= op:
            yield Voorstel(VoorstelSoort.VEILIGHEID, check.id)
    for helper in klaar_te_vragen(dossier, op):
        yield Voorstel(VoorstelSoort.KLAAR, helper.id)
    for actie in dossier.acties:
        if is_late(actie, op):
            yield Voorstel(VoorstelSoort.AFSPRAAK, actie.id)
    for doel in open_doelen(dossier):
        days = [each.datum for each in dossier.scores if each.doel == doel.id]
        if max(days, default=doel.vanaf) + SCORED <= op:
            yield Voorstel(VoorstelSoort.CIJFER, doel.id)
