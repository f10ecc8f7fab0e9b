"""Kan het met minder? For 40 helpers, 40 goals and 120 acties built from leefgebieden: against a plain reference work.

The reference is counting the helpers of every day of a year in the same dossier, in the same run.
"""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from gezinsplan.domain.banden import Band
from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import (
    Actie,
    Betrokkenheid,
    BetrokkenheidSoort,
    CasusFase,
    Doel,
    Dossier,
    Gezin,
    Regisseurschap,
    Vorm,
)
from gezinsplan.domain.minder import Mogelijkheden, kan_het_met_minder
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import put
from gezinsplan.domain.veiligheid import Veiligheidscheck, Veiligheidsfase, Veiligheidswoord

START, NOW = date(2025, 1, 1), date(2025, 6, 1)
HELPERS, GOALS, ACTIONS, AREAS, MEMBERS = 40, 40, 120, 12, 6
FAMILIES, ROUNDS, GOAL = 12, 3, 200


def uid(kind: int, number: int) -> UUID:
    """An id for each part."""
    return UUID(int=kind * 1000 + number)


def built(seed: int) -> Dossier:
    """A family in which everybody has one to three leefgebieden, for the whole family or for one or two of it."""
    chance = random.Random(seed)
    areas = [uid(7, each) for each in range(AREAS)]
    members = [Persoon(uid(1, each), PersoonSoort.GEZINSLID, f"Lid {each}") for each in range(MEMBERS)]
    own = [Persoon(uid(1, MEMBERS + each), PersoonSoort.NETWERK, f"Buur {each}") for each in range(4)]
    ids = [each.id for each in members]

    def some() -> tuple[UUID, ...]:
        return tuple(chance.sample(ids, chance.randint(1, 2)))

    plain = Betrokkenheid(
        uid(3, 0), None, "hulp", None, BetrokkenheidSoort.BEROEPSKRACHT, True, Vorm.VAST, False, vanaf=Datum.op(START)
    )
    helpers = [
        replace(
            plain,
            id=uid(3, each),
            over=some() if chance.random() < 0.6 else (),
            leefgebieden=tuple(chance.sample(areas, chance.randint(1, 3))),
            behandelaar=chance.random() < 0.05,
        )
        for each in range(HELPERS)
    ]
    goals = [Doel(uid(5, each), "doel", ids[0], each + 1, START, chance.choice(areas), some()) for each in range(GOALS)]
    ties = [Band(uid(6, each), person.id, chance.choice(ids)) for each, person in enumerate(own)]
    check = Veiligheidscheck(
        uid(8, 0), NOW, Veiligheidswoord.VEILIG_GENOEG, Veiligheidsfase.HERSTEL, "rustig", NOW + timedelta(days=90)
    )
    term = Regisseurschap(uid(4, 0), ids[0], START, "")
    dossier = Dossier(Gezin(uid(0, 1), "G-1", "Familie", CasusFase.UITVOEREN, START, uid(9, 0)))
    acties = [actie(chance, number, goals, helpers) for number in range(ACTIONS)]
    return put(dossier, *members, *own, *helpers, *goals, *ties, *acties, check, term)


def actie(chance: random.Random, number: int, goals: list[Doel], helpers: list[Betrokkenheid]) -> Actie:
    """Something for a goal, mostly done by one who has its leefgebied."""
    goal = chance.choice(goals)
    able = [each.id for each in helpers if goal.leefgebied in each.leefgebieden and {*goal.over} >= {*each.over}]
    who = chance.sample(able, min(len(able), chance.choice([1, 1, 2]))) or [chance.choice(helpers).id]
    return Actie(uid(2, number), "iets doen", tuple(who), goal.id, over=goal.over)


def median(work: Callable[[], object]) -> float:
    """The median of the milliseconds that the work takes."""
    times = []
    for _round in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def reference(dossier: Dossier) -> None:
    """Count the professionals of every day of a year."""
    for number in range(365):
        aantal_professionals(dossier, START + timedelta(days=number))


def main() -> None:
    """Measure and print the slowest and the middle family."""
    dossiers = [built(seed) for seed in range(FAMILIES)]
    answers = [kan_het_met_minder(each, NOW) for each in dossiers]
    sizes = [each.grootte for each in answers if isinstance(each, Mogelijkheden)]
    times = [median(lambda each=each: kan_het_met_minder(each, NOW)) for each in dossiers]  # type: ignore[misc]
    plain = statistics.median(median(lambda each=each: reference(each)) for each in dossiers)  # type: ignore[misc]
    print(f"{FAMILIES} families of {HELPERS} helpers: smallest teams of {min(sizes)} to {max(sizes)}")
    print(f"middle {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms (goal {GOAL})")
    print(f"slowest {max(times) / plain:.1f} times the reference, counting on 365 days ({plain:.0f} ms)")


if __name__ == "__main__":
    main()
