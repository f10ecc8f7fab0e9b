"""What happened at each step of the line: who came, who went and why; and who was followed by somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import counts, person_of
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import organisation_id

# Who begins shortly before or within a quarter of a year after somebody went has come in his place.
EARLY, LATE = timedelta(days=28), timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Wie:
    """Somebody who began or ceased to count, by his betrokkenheid, and why as it was written down."""

    betrokkenheid: UUID
    waarom: str


@dataclass(frozen=True, slots=True)
class Stap:
    """A day on which other people count than on the day before; `aantal` from that day on."""

    datum: date
    aantal: int
    gekomen: tuple[Wie, ...]
    gegaan: tuple[Wie, ...]


def stappen(dossier: Dossier, vanaf: date, tot_en_met: date) -> tuple[Stap, ...]:
    """Every step after the first day until the last; also where one came as another went and the number stayed."""
    return tuple(step for day in _days(dossier, vanaf, tot_en_met) if (step := _step(dossier, day)) is not None)


def _days(dossier: Dossier, vanaf: date, tot_en_met: date) -> list[date]:
    found: set[date] = set()
    for each in dossier.betrokkenheden:
        found |= {each.vanaf.begint} if each.vanaf is not None else set()
        found |= {each.tot.eindigt} if each.tot is not None else set()
    for term in dossier.regisseurschappen:
        found |= {term.vanaf, term.tot or term.vanaf}
    return sorted(each for each in found if vanaf < each <= tot_en_met)


def _step(dossier: Dossier, op: date) -> Stap | None:
    now, before = _counted(dossier, op), _counted(dossier, op - timedelta(days=1))
    came = tuple(Wie(each.id, _why_came(dossier, each, op)) for who, each in now.items() if who not in before)
    went = tuple(Wie(each.id, _why_went(dossier, each, op)) for who, each in before.items() if who not in now)
    return Stap(op, len(now), came, went) if came or went else None


def _counted(dossier: Dossier, op: date) -> dict[UUID, Betrokkenheid]:
    return {person_of(each): each for each in dossier.betrokkenheden if counts(dossier, each, op)}


def _why_came(dossier: Dossier, helper: Betrokkenheid, op: date) -> str:
    begins = helper.vanaf is not None and helper.vanaf.begint == op
    return helper.vraag if begins else _reason_of_term(dossier, op)


def _why_went(dossier: Dossier, helper: Betrokkenheid, op: date) -> str:
    ends = helper.tot is not None and helper.tot.eindigt == op
    return helper.reden_einde if ends else _reason_of_term(dossier, op)


def _reason_of_term(dossier: Dossier, op: date) -> str:
    """Somebody of the vaste basis or at a distance counts while he is regisseur."""
    term = regie.term_on(dossier, op)
    return term.reden if term is not None and term.vanaf == op else ""


@dataclass(frozen=True, slots=True)
class Wisseling:
    """A change of person: from that day on another human being does what somebody did (both by betrokkenheid)."""

    datum: date
    van: UUID
    naar: UUID


def wisselingen(dossier: Dossier, kaart: SocialeKaart, vanaf: date, tot_en_met: date) -> tuple[Wisseling, ...]:
    """The changes of person, by the day on which the next one began.

    Another human being began between four weeks before and thirteen weeks after the end of somebody, for one of the
    same people, and was named as who took over, or comes for the same question, leefgebied or organisation. Everybody
    follows at most one, and is followed by at most one: the earliest.
    """
    taken: set[UUID] = set()
    found = []
    for before in sorted((each for each in dossier.betrokkenheden if each.tot is not None), key=_end):
        after = next((each for each in _followers(dossier, kaart, before) if each.id not in taken), None)
        if after is not None:
            taken.add(after.id)
            found.append(Wisseling(_begin(after), before.id, after.id))
    within = (each for each in found if vanaf < each.datum <= tot_en_met)
    return tuple(sorted(within, key=lambda each: (each.datum, each.naar)))


def _followers(dossier: Dossier, kaart: SocialeKaart, before: Betrokkenheid) -> Iterator[Betrokkenheid]:
    """Who may have come in his place: who was named first, then by the day on which he began."""
    end = _end(before)[0]
    others = (
        each
        for each in dossier.betrokkenheden
        if each.vanaf is not None and not _same_human(before, each) and _begin(each) > _begin(before)
        if -EARLY <= _begin(each) - end <= LATE and _share_people(before, each) and _in_place(before, each, kaart)
    )
    yield from sorted(others, key=lambda each: (each.id != before.overgenomen_door, _begin(each), each.id))


def _begin(helper: Betrokkenheid) -> date:
    return helper.vanaf.begint if helper.vanaf is not None else date.max


def _end(helper: Betrokkenheid) -> tuple[date, UUID]:
    return (helper.tot.eindigt if helper.tot is not None else date.max), helper.id


def _same_human(one: Betrokkenheid, other: Betrokkenheid) -> bool:
    """Somebody without a name in a next period (at a distance, for example) is called the same."""
    nameless = one.professional is None and other.professional is None
    return person_of(one) == person_of(other) or (nameless and one.omschrijving == other.omschrijving)


def _share_people(one: Betrokkenheid, other: Betrokkenheid) -> bool:
    return not one.over or not other.over or bool({*one.over} & {*other.over})


def _in_place(one: Betrokkenheid, other: Betrokkenheid, kaart: SocialeKaart) -> bool:
    question, organisation = one.vraag.strip().casefold(), organisation_id(one, kaart)
    return (
        one.overgenomen_door == other.id
        or bool({*one.leefgebieden} & {*other.leefgebieden})
        or (bool(question) and question == other.vraag.strip().casefold())
        or (organisation is not None and organisation == organisation_id(other, kaart))
    )
