"""The tab Plan: goals with their scores and afspraken, the family's own texts, and the talks to look back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain import plan
from gezinsplan.domain.betrokken import OPEN, present_on
from gezinsplan.domain.dossier import BEGIN, VERDER, Aard, Actie, Behaald, Doel, DoelStatus, Onderdeel, Tekst
from gezinsplan.domain.kaart import Leefgebied
from gezinsplan.domain.values import find
from gezinsplan.presenters import choices
from gezinsplan.presenters.afspraken import (
    AfspraakRij,
    Merk,
    afspraak_rij,
    marks,
    named,
    only_for,
    quoted,
    unattended,
)
from gezinsplan.presenters.fields import Option
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import word


@dataclass(frozen=True, slots=True)
class StandRij:
    """What one speaker says now; `was` is the first number, None while there is only one."""

    naam: str
    nu: int
    was: int | None


@dataclass(frozen=True, slots=True)
class DoelRij:
    """One goal with all that stands on its card; `nummer` 0 is a goal that has stopped."""

    id: UUID
    nummer: int
    woorden: str
    wie: str
    merken: tuple[Merk, ...]
    standen: tuple[StandRij, ...]
    afspraken: tuple[AfspraakRij, ...]
    laatste: bool = False


@dataclass(frozen=True, slots=True)
class TekstRij:
    """One text of the family with who says it."""

    id: UUID
    woorden: str
    wie: str
    merken: tuple[Merk, ...]


@dataclass(frozen=True, slots=True)
class Vak:
    """One section beside the goals; `uitleg` says what it is for while it is empty."""

    onderdeel: Onderdeel
    titel: str
    uitleg: str
    teksten: tuple[TekstRij, ...]


@dataclass(frozen=True, slots=True)
class PlanTab:
    """All that the tab shows; `verder` are the sections that this plan does not use."""

    doelen: tuple[DoelRij, ...]
    andere: tuple[AfspraakRij, ...]
    gestopt: tuple[DoelRij, ...]
    vakken: tuple[Vak, ...]
    verder: tuple[Onderdeel, ...]


_VAKKEN = {
    Onderdeel.WENS: N_("Wat het gezin zelf anders wil, in hun eigen woorden."),
    Onderdeel.KRACHT: N_("Wat al lukt, en wie daarbij helpt. Hier bouwt het plan op verder."),
    Onderdeel.ZORGPUNT: N_("Wat beter moet, en wie dat zegt."),
    Onderdeel.AANLEIDING: N_("Waardoor dit plan er kwam."),
    Onderdeel.EERDERE_HULP: N_("Wat er al was, van wie, wanneer, en wat het gaf."),
    Onderdeel.ANALYSE: N_("Wat met elkaar te maken heeft, en wat steeds terugkomt."),
    Onderdeel.RESULTAAT: N_("Hoe het er over een tijd uit moet zien, volgens het gezin."),
    Onderdeel.ROLVERDELING: N_("Wie waarover beslist, wie wat doet, en wie het moet weten."),
    Onderdeel.WERKAFSPRAAK: N_("Hoe we met elkaar praten, en hoe het gezin geholpen wil worden."),
    Onderdeel.VOORVAL: N_("Wat er gebeurde, wie het zag of hoorde, en wat hielp."),
    Onderdeel.MENING: N_("In eigen woorden, ook als iemand het er niet mee eens is."),
}


def plan_tab(family: Family) -> PlanTab:
    """The tab as it may be seen."""
    dossier = family.dossier
    niemand = unattended(family)
    going = plan.open_doelen(dossier)
    stopped = [each for each in dossier.doelen if each.status is DoelStatus.GESTOPT]
    stopped.sort(key=lambda each: (each.tot or family.op, each.id), reverse=True)
    other = [*plan.acties_of(dossier, None)]
    other += [each for doel in stopped for each in plan.acties_of(dossier, doel.id) if each.status in OPEN]
    used = {each.onderdeel for each in dossier.teksten}
    return PlanTab(
        doelen=tuple(
            _doel(family, each, number, niemand, last=number == len(going)) for number, each in enumerate(going, 1)
        ),
        andere=tuple(afspraak_rij(family, each, niemand) for each in other),
        gestopt=tuple(_doel(family, each, 0, niemand) for each in stopped),
        vakken=tuple(vak(family, each) for each in (*BEGIN, *(each for each in VERDER if each in used))),
        verder=tuple(each for each in VERDER if each not in used),
    )


def standen(family: Family, doel: UUID) -> tuple[StandRij, ...]:
    """What every speaker says of a goal, the lowest first; never averaged (product.md rule 3)."""
    return tuple(
        StandRij(
            naam=named(family, each.spreker),
            nu=each.laatste.cijfer,
            was=None if each.eerste is each.laatste else each.eerste.cijfer,
        )
        for each in plan.standen(family.dossier.scores, doel)
    )


def _doel(family: Family, doel: Doel, number: int, niemand: frozenset[UUID], *, last: bool = False) -> DoelRij:
    acties: Iterable[Actie] = plan.acties_of(family.dossier, doel.id)
    if not number:
        acties = (each for each in acties if each.status not in OPEN)
    about = choices.for_whom(family, doel.over)
    says = _("{name} zegt dit").format(name=named(family, doel.spreker)) if doel.spreker else ""
    return DoelRij(
        id=doel.id,
        nummer=number,
        woorden=quoted(doel.woorden),
        wie=" \N{MIDDLE DOT} ".join(part for part in (about, says) if part),
        merken=(*_state(family, doel), *marks(_topic(family, doel), only_for(family, doel.voor_wie))),
        standen=standen(family, doel.id),
        afspraken=tuple(afspraak_rij(family, each, niemand, doel.voor_wie) for each in acties),
        laatste=last,
    )


def _state(family: Family, doel: Doel) -> tuple[Merk, ...]:
    found = []
    if doel.behaald is not Behaald.NOG_NIET:
        found.append(Merk(word(doel.behaald), "green"))
    if doel.status is DoelStatus.PAUZE:
        found.append(Merk(word(doel.status), "amber"))
    if doel.status is DoelStatus.GESTOPT:
        since = short_date(doel.tot, family.op) if doel.tot is not None else ""
        found.append(Merk(_("gestopt {date}").format(date=since).strip()))
    return tuple(found)


def _topic(family: Family, doel: Doel) -> str:
    found = find(family.team.praktijk, Leefgebied, doel.leefgebied)
    return found.naam if found is not None else ""


def vak(family: Family, onderdeel: Onderdeel) -> Vak:
    """One section as it may be seen."""
    texts = tuple(_tekst(family, each) for each in plan.teksten_of(family.dossier, onderdeel))
    return Vak(onderdeel, word(onderdeel), _(_VAKKEN[onderdeel]), texts)


def _tekst(family: Family, tekst: Tekst) -> TekstRij:
    kind = "" if tekst.aard is Aard.UITSPRAAK else word(tekst.aard)
    return TekstRij(
        id=tekst.id,
        woorden=quoted(tekst.woorden) if tekst.aard is Aard.UITSPRAAK else tekst.woorden,
        wie=named(family, tekst.spreker) if tekst.spreker else _("het gezin samen"),
        merken=marks(kind, only_for(family, tekst.voor_wie)),
    )


# ---------------------------------------------------------------- steps


def moved(doel: UUID, places: int) -> Rule:
    """The rule that a goal comes so many places later."""
    return lambda family: replace(family, dossier=plan.move_doel(family.dossier, doel, places))


def stopped(doel: UUID) -> Rule:
    """The rule that the family no longer works on a goal."""
    return lambda family: replace(family, dossier=plan.stop_doel(family.dossier, doel, family.op))


def resumed(doel: UUID) -> Rule:
    """The rule that the family works on a goal again."""
    return lambda family: replace(family, dossier=plan.resume_doel(family.dossier, doel))


def speakers(family: Family, doel: UUID) -> tuple[Option, ...]:
    """Who is asked for a score of this goal, in order: who gave one before, then the members of the family."""
    earlier = [each.spreker for each in plan.standen(family.dossier.scores, doel)]
    known = {each.value: each for each in choices.deelnemers(family, earlier)}
    ids = [*earlier, *(each.value for each in choices.members(family))]
    there = (each for each in dict.fromkeys(ids) if present_on(family.dossier, each, family.op))
    return tuple(known[each] for each in there if each in known)


def next_speaker(family: Family, doel: UUID, after: Iterable[UUID] = ()) -> UUID | None:
    """The first who has not given a score of this goal today, leaving out those who were just asked."""
    given = {each.spreker for each in family.dossier.scores if each.doel == doel and each.datum == family.op}
    asked = given | {*after}
    return next((each.value for each in speakers(family, doel) if each.value not in asked), None)
