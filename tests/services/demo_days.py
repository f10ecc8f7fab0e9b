"""The demo caseload as it is made on days that matter: the ends of months and years, a leap day."""

import itertools
from collections.abc import Callable
from datetime import date
from functools import cache
from uuid import UUID

from gezinsplan.domain.betrokken import aantal_professionals, start_on
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.kaart import Praktijk, SocialeKaart
from gezinsplan.services.demo import demo

DAYS = [
    date(2026, 1, 1),
    date(2026, 11, 22),
    date(2027, 1, 31),
    date(2027, 3, 31),
    date(2028, 2, 29),
    date(2028, 12, 31),
]
Demo = tuple[Praktijk, SocialeKaart, tuple[Dossier, ...]]


def counting() -> Callable[[], UUID]:
    numbers = itertools.count(1)
    return lambda: UUID(int=next(numbers))


@cache
def made(vandaag: date) -> Demo:
    return demo(vandaag, counting())


def line(dossier: Dossier, vandaag: date) -> tuple[int, int]:
    """How many helpers count at the start and today."""
    return aantal_professionals(dossier, start_on(dossier)), aantal_professionals(dossier, vandaag)
