"""The line over time: how many professionals on every day (product.md 4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gezinsplan.domain.betrokken import aantal_professionals, counts, person_of
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Telling:
    """From this day on so many professionals; `zeker` is false while an approximate date leaves it open."""

    datum: date
    aantal: int
    zeker: bool = True


def trend(dossier: Dossier, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """The line over time: a first and a last point, and one where the number or its certainty changes."""
    days = sorted({vanaf, tot_en_met, *(day for day in _turning_days(dossier) if vanaf < day < tot_en_met)})
    line = [Telling(day, aantal_professionals(dossier, day), _certain(dossier, day)) for day in days]
    kept = [next(same) for _, same in groupby(line, key=lambda each: (each.aantal, each.zeker))]
    return tuple(kept if kept[-1] is line[-1] else [*kept, line[-1]])


def _turning_days(dossier: Dossier) -> Iterator[date]:
    for each in dossier.betrokkenheden:
        for moment in (each.vanaf, each.tot):
            if moment is not None:
                yield from (moment.begint, moment.eindigt)
    for term in dossier.regisseurschappen:
        yield from (term.vanaf, term.tot or term.vanaf)


def _certain(dossier: Dossier, op: date) -> bool:
    def open_on(moment: Datum | None) -> bool:
        return moment is not None and moment.dag is None and moment.begint <= op < moment.eindigt

    counted = [each for each in dossier.betrokkenheden if counts(dossier, each, op)]
    known = {person_of(each) for each in counted if not (open_on(each.vanaf) or open_on(each.tot))}
    return all(person_of(each) in known for each in counted)
