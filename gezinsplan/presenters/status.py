"""How the vault is doing, in a few short lines at the foot of the side bar."""

from datetime import datetime
from typing import NamedTuple

from gezinsplan.presenters.backup_words import Line, age
from gezinsplan.services.kluis import Lacking
from gezinsplan.texts import _, ngettext


class Health(NamedTuple):
    """What the lines are made of; `percent` is how far a backup is that is being made."""

    lock_after_minutes: int
    last: datetime | None = None
    percent: int | None = None
    second_place_away: bool = False
    lacking: Lacking | None = None
    backup_failed: bool = False


def lines(health: Health, moment: datetime) -> tuple[Line, ...]:
    """The lines from top to bottom; what asks for attention comes last, where it stands by itself."""
    minutes = health.lock_after_minutes
    lock = ngettext("Vergrendelt na {n} minuut", "Vergrendelt na {n} minuten", minutes).format(n=minutes)
    found = [Line(_("Kluis ontgrendeld")), Line(lock), _backup(health, moment)]
    if health.second_place_away:
        found.append(Line(_("Tweede plek niet bereikt"), attention=True))
    if health.lacking is not None:
        found.append(Line(_("Herstelblad ontbreekt nog"), attention=True, about="kluis"))
    return tuple(found)


def _backup(health: Health, moment: datetime) -> Line:
    if health.percent is not None:
        return Line(_("Reservekopie maken: {n} %").format(n=health.percent))
    if health.backup_failed:
        return Line(_("Reservekopie is niet gelukt"), attention=True)
    return age(health.last, moment)
