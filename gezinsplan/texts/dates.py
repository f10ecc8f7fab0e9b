"""Dates, times and numbers as people say them, and as they type them."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from gezinsplan.texts import N_, _, ngettext

ZONE = ZoneInfo("Europe/Amsterdam")

_MONTHS = (
    N_("januari"), N_("februari"), N_("maart"), N_("april"), N_("mei"), N_("juni"), N_("juli"),
    N_("augustus"), N_("september"), N_("oktober"), N_("november"), N_("december"),
)  # fmt: skip
_SHORT_MONTHS = (
    N_("jan"), N_("feb"), N_("mrt"), N_("apr"), N_("mei"), N_("jun"),
    N_("jul"), N_("aug"), N_("sep"), N_("okt"), N_("nov"), N_("dec"),
)  # fmt: skip
_WEEKDAYS = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))
_LONG_WEEKDAYS = (
    N_("maandag"), N_("dinsdag"), N_("woensdag"), N_("donderdag"), N_("vrijdag"), N_("zaterdag"), N_("zondag"),
)  # fmt: skip
_NEAR_DAYS = 60


def today() -> date:
    """The day in the Netherlands."""
    return datetime.now(ZONE).date()


def long_date(day: date) -> str:
    """26 november 2026."""
    return f"{day.day} {_(_MONTHS[day.month - 1])} {day.year}"


def short_date(day: date, today: date | None = None) -> str:
    """26 nov, with the year when that is not about now (further than ten months from today)."""
    near = today is not None and abs((day - today).days) <= 300  # noqa: PLR2004
    return f"{day.day} {_(_SHORT_MONTHS[day.month - 1])}" + ("" if near else f" {day.year}")


def month(day: date) -> str:
    """Nov 2026, without a capital."""
    return f"{_(_SHORT_MONTHS[day.month - 1])} {day.year}"


def partial_date(text: str) -> str:
    """An EDTF date in words: 12 mei 2023, mei 2023, 2023, ongeveer 2023."""
    about = text.endswith("~")
    parts = [int(part) for part in text.rstrip("~").split("-")]
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, _(_MONTHS[parts[1] - 1]))
    if len(parts) > 2:  # noqa: PLR2004
        words.insert(0, str(parts[2]))
    said = " ".join(words)
    return _("ongeveer {date}").format(date=said) if about else said


def day_and_time(moment: datetime, today: date | None = None) -> str:
    """Do 26 nov, 15:30, without a capital."""
    local = moment.astimezone(ZONE)
    return f"{_(_WEEKDAYS[local.weekday()])} {short_date(local.date(), today)}, {local:%H:%M}"


def day_and_exact_time(moment: datetime) -> str:
    """26-11-2026 15:30:09."""
    return f"{moment.astimezone(ZONE):%d-%m-%Y %H:%M:%S}"


def long_day_and_time(moment: datetime) -> str:
    """Donderdag 26 november 2026 om 15:30 uur, without a capital."""
    local = moment.astimezone(ZONE)
    weekday = _(_LONG_WEEKDAYS[local.weekday()])
    return _("{weekday} {date} om {time} uur").format(
        weekday=weekday, date=long_date(local.date()), time=f"{local:%H:%M}"
    )


def recently(moment: datetime, now: datetime) -> str:
    """Vandaag 08:12, gisteren 17:40; longer ago do 26 nov, 15:30."""
    then, here = moment.astimezone(ZONE), now.astimezone(ZONE)
    day = {0: _("vandaag"), 1: _("gisteren")}.get((here.date() - then.date()).days)
    return f"{day} {then:%H:%M}" if day else day_and_time(moment, here.date())


def from_now(day: date, today: date) -> str:
    """Vandaag, morgen, over 3 dagen, gisteren, 3 dagen geleden; further away the date."""
    days = (day - today).days
    near = {0: _("vandaag"), 1: _("morgen"), -1: _("gisteren")}
    if days in near:
        return near[days]
    if abs(days) > _NEAR_DAYS:
        return short_date(day, today)
    if days > 0:
        return ngettext("over {n} dag", "over {n} dagen", days).format(n=days)
    return ngettext("{n} dag geleden", "{n} dagen geleden", -days).format(n=-days)


def typed_date(day: date) -> str:
    """The form in which a date stands in a field: 26-11-2026."""
    return f"{day:%d-%m-%Y}"


def typed_partial_date(text: str) -> str:
    """The form in which an EDTF date stands in a field: 12-05-2023, mei 2023, ongeveer 2023."""
    return typed_date(date.fromisoformat(text)) if len(text) == len("2023-05-12") else partial_date(text)


_ABOUT = re.compile(r"^(?:ongeveer|ong\.?|ca\.?|circa|rond|~)\s*", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]'?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})[ .-]+)?([a-zA-Z]{3,9})\.?[ -]+'?(\d{4}|\d{2})")
_YEAR = re.compile(r"(\d{4})~?")
_CENTURY, _PIVOT = 100, 40


def _year(text: str, this_year: int) -> int:
    """Two digits mean the last hundred years, seen from forty years ahead."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004
        return year
    year += this_year - this_year % _CENTURY
    return year - _CENTURY if year > this_year + _PIVOT else year


def _month_number(word: str) -> int | None:
    names = [*enumerate(_MONTHS, 1), *enumerate(_SHORT_MONTHS, 1), (3, "maa"), (9, "sept")]
    return next((number for number, name in names if word.lower() in (name, _(name))), None)


def read_partial_date(typed: str) -> str | None:
    """The EDTF form of what somebody typed ("12-5-2023", "mei 2023", "ongeveer 2023"); None if it is no date.

    Whether the day is on the calendar is for `Datum` to say.
    """
    text = typed.strip()
    rest = _ABOUT.sub("", text)
    about = "~" if rest != text or rest.endswith("~") else ""
    found = _read_numbers(rest.rstrip("~").strip(), today().year)
    return None if found is None else "-".join([f"{found[0]:04}", *(f"{part:02}" for part in found[1:])]) + about


def _read_numbers(text: str, this_year: int) -> tuple[int, ...] | None:
    if match := _ISO.fullmatch(text):
        return tuple(int(part) for part in match.groups())
    if match := _NUMBERS.fullmatch(text):
        return (_year(match[3], this_year), int(match[2]), int(match[1]))
    if match := _MONTH_YEAR.fullmatch(text):
        return (int(match[2]), int(match[1]))
    if match := _YEAR.fullmatch(text):
        return (int(match[1]),)
    match = _WORDS.fullmatch(text)
    number = _month_number(match[2]) if match else None
    if match is None or number is None:
        return None
    year = _year(match[3], this_year)
    return (year, number) if match[1] is None else (year, number, int(match[1]))


def read_date(typed: str) -> date | None:
    """A date to the day ("26-11-2026", "26 nov 2026"); None if it is none."""
    edtf = read_partial_date(typed)
    try:
        return date.fromisoformat(edtf) if edtf and len(edtf) == len("2026-11-26") else None
    except ValueError:
        return None


def read_time(typed: str) -> time | None:
    """A time of the day ("15:30", "15.30", "9 uur"); None if it is none."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:u|uur))?", typed.strip())
    try:
        return time(int(match[1]), int(match[2] or 0)) if match else None
    except ValueError:
        return None


def moment(day: date, at: time) -> datetime:
    """The moment of a day and time in the Netherlands, as UTC."""
    return datetime.combine(day, at, tzinfo=ZONE).astimezone(UTC)


def local(instant: datetime) -> datetime:
    """A moment as the clock in the Netherlands shows it."""
    return instant.astimezone(ZONE)
