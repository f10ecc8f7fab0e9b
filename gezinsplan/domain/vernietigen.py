"""Destroying a dossier: what must be typed for it, and until when backups still hold the family."""

import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.logboek import REDENEN, Resultaat

Rotation = Callable[[Collection[datetime], date], Collection[datetime]]
"""Which of these moments of making are kept on a day, when there are no other backups."""

_LONGEST = timedelta(days=500)
_DASHES = dict.fromkeys(map(ord, "\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"), "-")


def check(naam: str, typed: str, reden: Resultaat | None) -> Resultaat:
    """The reason, or a refusal: DESTROY_REASON, or NAME_DIFFERS unless the name was typed exactly as it is shown.

    A hyphen is as good as a dash, which many keyboards have not.
    """
    if reden is None or reden not in REDENEN:
        raise RuleBroken(Code.DESTROY_REASON, field="reden")
    if _as_typed(typed) != _as_typed(naam):
        raise RuleBroken(Code.NAME_DIFFERS, field="naam")
    return reden


def _as_typed(naam: str) -> str:
    return unicodedata.normalize("NFC", " ".join(naam.split())).translate(_DASHES)


@dataclass(frozen=True, slots=True)
class Bewaard:
    """A backup that still holds the family, and the first day on which it is gone by itself."""

    gemaakt: datetime
    tot: date


def still_held(
    made: Sequence[datetime], begonnen: datetime, vernietigd: datetime, keep: Rotation
) -> tuple[Bewaard, ...]:
    """The backups that hold a family, the oldest first, each with the day on which it rolls off.

    Those that were made while the family stood in the vault hold it. The day is reckoned as if a backup is made each
    day from now on; who works on fewer days keeps them longer, until they are renewed.
    """
    waiting = sorted(each for each in made if begonnen <= each <= vernietigd)
    kept, moment, found = [*made], vernietigd, []
    while waiting and moment - vernietigd < _LONGEST:
        moment += timedelta(days=1)
        kept = [*keep([*kept, moment], moment.date())]
        gone = [each for each in waiting if each not in kept]
        found += [Bewaard(each, moment.date()) for each in gone]
        waiting = [each for each in waiting if each in kept]
    last = (vernietigd + _LONGEST).date()
    return tuple(sorted((*found, *(Bewaard(each, last) for each in waiting)), key=lambda each: each.gemaakt))


def volledig_op(bewaard: Collection[Bewaard], vernietigd: datetime) -> date:
    """The day on which no backup holds the family any more ("volledig vernietigd op")."""
    return max((each.tot for each in bewaard), default=vernietigd.date())
