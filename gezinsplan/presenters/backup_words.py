"""Backups in words: when, why, how much is in them, and whether the newest is good enough to go home with."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from gezinsplan.services.backups import Backup
from gezinsplan.services.identity import now
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.dates import recently

OLD_AFTER = timedelta(days=7)
TEST_AFTER = timedelta(days=365)

_REASONS = {
    "dagelijks": N_("eerste keer open die dag"),
    "afsluiten": N_("bij het afsluiten"),
    "voor bijwerken": N_("vóór een nieuwe versie"),
    "voor hersleutelen": N_("vóór een nieuwe sleutel"),
    "voor terugzetten": N_("vóór het terugzetten"),
    "zelf": N_("zelf gemaakt"),
}


class Line(NamedTuple):
    """A line about the vault; one that asks for attention says so in its words as well."""

    text: str
    attention: bool = False
    about: str = "backups"
    """Where something can be done about it."""


def when(backup: Backup, moment: datetime) -> str:
    """When a backup was made, as people say it; a broken file is called by its name."""
    return recently(backup.made, moment) if backup.made is not None else backup.path.stem


def reason_words(backup: Backup) -> str:
    """Why it was made."""
    return _(_REASONS[backup.reason.value]) if backup.reason is not None else ""


def counts_words(backup: Backup) -> str:
    """How much is in it."""
    if backup.counts is None:
        return _("niet te lezen")
    families = backup.counts.gezinnen
    return ngettext("{n} gezin", "{n} gezinnen", families).format(n=families)


def age(last: datetime | None, moment: datetime) -> Line:
    """When the last good backup was made; too long ago, or never, asks for attention."""
    if last is None:
        return Line(_("Nog geen reservekopie"), attention=True)
    said = recently(last, moment)
    if moment - last > OLD_AFTER:
        return Line(_("Reservekopie te oud: {moment}").format(moment=said), attention=True)
    return Line(_("Reservekopie: {moment}").format(moment=said))


def proposes_test(tested: datetime | None, made: Sequence[datetime], moment: datetime) -> bool:
    """Whether a year has gone by without a backup being tested: since the last test, or since the oldest backup."""
    since = tested or min(made, default=moment)
    return bool(made) and moment - since > TEST_AFTER


def newest_words(last: datetime | None) -> str:
    """For the list: when the newest good backup was made."""
    if last is None:
        return _("Nog geen goede reservekopie")
    return _("Laatste goede reservekopie: {moment}").format(moment=recently(last, now()))


def last_words(last: datetime | None) -> str:
    """For the first screen: when the last good backup was made."""
    if last is None:
        return _("nog geen reservekopie")
    return _("laatste reservekopie: {moment}").format(moment=recently(last, now()))
