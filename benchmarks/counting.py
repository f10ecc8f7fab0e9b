"""The movement of every family of a large caseload: start, now and the whole line, against one plain count per family.

`python benchmarks/counting.py [FAMILIES]`; the families are made by chance, always the same, and not measured.
"""

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import (
    Betrokkenheid,
    BetrokkenheidSoort,
    CasusFase,
    Dossier,
    Gezin,
    Regisseurschap,
    Vorm,
)
from gezinsplan.domain.lijn import beweging

TODAY = date(2026, 11, 25)
MOST_HELPERS, GOAL = 15, 1.0


def family(number: int, chance: random.Random) -> Dossier:
    """A family of two years with up to fifteen helpers, most of whom have gone."""
    start = TODAY - timedelta(days=chance.randrange(100, 730))
    root = UUID(int=number * 1000)
    helpers = tuple(
        helper(number * 1000 + each, start, chance) for each in range(1, chance.randrange(4, MOST_HELPERS + 1))
    )
    gezin = Gezin(root, f"G-{number}", "Gezin", CasusFase.UITVOEREN, start, dossierhouder=root)
    term = Regisseurschap(UUID(int=number * 1000 + 900), helpers[0].id, start, "")
    return Dossier(gezin, betrokkenheden=helpers, regisseurschappen=(term,))


def helper(number: int, start: date, chance: random.Random) -> Betrokkenheid:
    """Somebody who came near the start and has gone by now, or not; some dates are known to the month alone."""
    begin = start + timedelta(days=chance.randrange(-200, 200))
    end = begin + timedelta(days=chance.randrange(30, 700))
    exact = chance.random() < 0.8
    vanaf = Datum.op(begin) if exact else Datum(begin.year, begin.month)
    return Betrokkenheid(
        UUID(int=number),
        professional=UUID(int=10**9 + chance.randrange(500)),
        omschrijving="",
        organisatie=None,
        soort=BetrokkenheidSoort.BEROEPSKRACHT,
        betaald=True,
        vorm=chance.choice([Vorm.VAST, Vorm.VAST, Vorm.BIJGESCHAKELD, Vorm.OP_AFSTAND]),
        vaste_basis=chance.random() < 0.2,
        vanaf=vanaf,
        tot=Datum.op(end) if end < TODAY else None,
    )


def seconds(work: Callable[[Dossier], object], dossiers: list[Dossier]) -> float:
    """The quickest of three times over all families, in seconds of this process alone."""
    times = []
    for _round in range(3):
        gc.collect()
        begin = time.process_time()
        for dossier in dossiers:
            work(dossier)
        times.append(time.process_time() - begin)
    return min(times)


def main(families: int = 10_000) -> None:
    """Measure and print."""
    chance = random.Random(15)
    dossiers = [family(number, chance) for number in range(1, families + 1)]
    helpers = sum(len(each.betrokkenheden) for each in dossiers)
    line = seconds(lambda each: beweging(each, TODAY), dossiers)
    count = seconds(lambda each: aantal_professionals(each, TODAY), dossiers)
    print(f"{families} families, {helpers} helpers")
    print(f"count and line of all: {line:.2f} s (goal {GOAL:.0f} s), one plain count of all: {count:.2f} s")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]))
