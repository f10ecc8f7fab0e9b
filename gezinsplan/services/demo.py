"""The demo caseload: readable files become values, always fresh because every date counts from the day of making.

How the files are written stands in resources/demo/README.md. Nothing here touches a vault.
"""

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints
from uuid import UUID
from zoneinfo import ZoneInfo

from gezinsplan import paths
from gezinsplan.domain import checks, regie
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import BetrokkenheidSoort, Dossier, Gezin, Score, Vorm
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.kaart import VASTE_BASIS, Gebruiker, Praktijk, SocialeKaart
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, Kring, VoorWie
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.values import Part, V, part_fields, put
from gezinsplan.domain.versies import Bevroren
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.versies import freeze

T = TypeVar("T")
Row = Mapping[str, Any]
Rows = Mapping[str, Any]
Names = Mapping[str, Mapping[str, UUID]]
NewId = Callable[[], UUID]

_HERE = ZoneInfo("Europe/Amsterdam")
_SATURDAY = 5
_OFFSET = re.compile(r"([+-])(?=\d)(?:(\d+)j)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?")
_DATUM = re.compile(r"(\S+?)( maand| jaar)?(~)?")

# The tables in which the name in a field is looked up; every other field names a person or a helper of the family.
_DEELNEMER = ("personen", "betrokkenheden")
_STANDS_IN = {
    **dict.fromkeys(("professional", "dossierhouder"), ("professionals",)),
    **dict.fromkeys(("leefgebied", "leefgebieden"), ("leefgebieden",)),
    **dict.fromkeys(("persoon", "kind", "een", "ander", "over", "voor_wie", "beschermt", "tegen"), ("personen",)),
    **dict.fromkeys(("doel", "doelen"), ("doelen",)),
    "organisatie": ("organisaties",),
    "huishouden": ("huishoudens",),
    "betrokkenheden": ("betrokkenheden",),
    "overleg": ("overleggen",),
    "versie": ("planversies",),
    "vervanger": ("personen", "professionals"),
}
# Tables that are not simply named parts: the root, the line of terms, the scores per doel and speaker.
_APART = ("gezin", "regisseurschappen", "scores")


class DemoFault(Exception):
    """A demo file says something that cannot be; for developers, never for users."""


def demo(
    vandaag: date, new_id: NewId, folder: Path | None = None
) -> tuple[Praktijk, SocialeKaart, tuple[Dossier, ...]]:
    """The whole demo caseload as it is on a day, by default the bundled one.

    Raises DemoFault with the file and the place of a mistake.
    """
    folder = folder or paths.resources() / "demo"
    kaart_file, praktijk_file = folder / "sociale_kaart.toml", folder / "praktijk.toml"
    kaart_rows, praktijk_rows = _rows(kaart_file), _rows(praktijk_file)
    names = _named(kaart_rows, new_id) | _named(praktijk_rows, new_id, apart=("gebruiker",))
    reader = _Reader(vandaag, names)
    with _place(praktijk_file, "gebruiker"):
        gebruiker = reader.made(Gebruiker, praktijk_rows["gebruiker"], id=new_id())
    praktijk = _filled(Praktijk(new_id(), gebruiker), praktijk_file, praktijk_rows, reader)
    kaart = _filled(SocialeKaart(new_id()), kaart_file, kaart_rows, reader)
    files = sorted((folder / "gezinnen").glob("*.toml"))
    dossiers = (_dossier(path, kaart_rows, reader, new_id) for path in files)
    return praktijk, kaart, tuple(_frozen(Family(each, Team(kaart, praktijk), vandaag)) for each in dossiers)


def _frozen(family: Family) -> Dossier:
    """The dossier with its versions: each says what the plan says now."""
    made = (replace(each, inhoud=freeze(family)) for each in family.dossier.planversies)
    return put(family.dossier, *made)


def _dossier(path: Path, kaart: Rows, outside: "_Reader", new_id: NewId) -> Dossier:
    with _place(path):
        rows = _completed(_rows(path), kaart)
    names = _named(rows, new_id, apart=_APART)
    twice = names["personen"].keys() & names["betrokkenheden"].keys()
    with _place(path, "gezin"):
        if twice:
            raise ValueError(f"both a person and a helper: {', '.join(sorted(twice))}")
        reader = _Reader(outside.vandaag, {**outside.names, **names})
        dossier = Dossier(reader.made(Gezin, rows["gezin"], id=new_id()))
    dossier = _filled(dossier, path, rows, reader)
    with _place(path, "scores"):
        dossier = put(dossier, *(reader.made(Score, row, id=new_id()) for row in _scores(rows)))
    with _place(path, "regisseurschappen"):
        for row in rows["regisseurschappen"].values():
            add = regie.appoint if dossier.regisseurschappen else regie.start_line
            dossier = add(dossier, new_id(), reader.made(regie.Keuze, row))
        checks.check(dossier)
    return dossier


def _filled(value: V, path: Path, rows: Rows, reader: "_Reader") -> V:
    """The value with the parts of every table that is simply named parts."""
    sections = part_fields(type(value))
    with _place(path):
        unknown = rows.keys() - sections.values()
        if unknown:
            raise ValueError(f"no such table: {', '.join(sorted(unknown))}")
    made: list[Part] = []
    for kind, section in sections.items():
        if isinstance(getattr(value, section), tuple) and section not in _APART:
            for name, row in rows.get(section, {}).items():
                with _place(path, section, name):
                    made.append(reader.made(kind, row, id=reader.names[section][name]))
    return put(value, *made)


def _completed(rows: Rows, kaart: Rows) -> Rows:
    """The rows of a family with what need not be written, because it follows from the rest."""
    start = {"vanaf": rows["gezin"]["start"]}
    doelen = {
        name: {"prioriteit": place, **start, **row}
        for place, (name, row) in enumerate(rows.get("doelen", {}).items(), start=1)
    }
    acties = {
        name: {**_readers_of(doelen.get(row.get("doel"), {})), **row} for name, row in rows.get("acties", {}).items()
    }
    return {
        **rows,
        "personen": {name: {"soort": PersoonSoort.GEZINSLID, **row} for name, row in rows["personen"].items()},
        "betrokkenheden": {name: _helper(name, row, kaart) for name, row in rows.get("betrokkenheden", {}).items()},
        "teksten": {name: {"datum": rows["gezin"]["start"], **row} for name, row in rows.get("teksten", {}).items()},
        "doelen": doelen,
        "acties": acties,
        "planversies": {name: {"inhoud": "", **row} for name, row in rows.get("planversies", {}).items()},
        "klikken": {name: {"over": [row["lid"]], **row} for name, row in rows.get("klikken", {}).items()},
    }


def _readers_of(doel: Row) -> Row:
    """Acties and scores are about the same people and for the same readers as their doel."""
    return {name: content for name, content in doel.items() if name in {"over", "voor_wie"}}


def _helper(name: str, row: Row, kaart: Rows) -> Row:
    """A helper is the professional of that name unless described; organisation and vaste basis follow from that."""
    who = row.get("professional", None if "omschrijving" in row else name)
    organisatie = row.get("organisatie", kaart["professionals"].get(who, {}).get("organisatie"))
    soort = row.get("soort", BetrokkenheidSoort.BEROEPSKRACHT)
    return {
        "omschrijving": "",
        "betaald": soort == BetrokkenheidSoort.BEROEPSKRACHT,
        "vorm": Vorm.VAST,
        "vaste_basis": kaart["organisaties"].get(organisatie, {}).get("sector") in VASTE_BASIS,
        **row,
        "professional": who,
        "organisatie": organisatie,
        "soort": soort,
    }


def _scores(rows: Rows) -> Iterator[Row]:
    """One row per doel, speaker and day."""
    for doel, speakers in rows.get("scores", {}).items():
        shared = _readers_of(rows["doelen"][doel])
        for spreker, days in speakers.items():
            for datum, cijfer in days.items():
                yield {**shared, "doel": doel, "spreker": spreker, "datum": datum, "cijfer": cijfer}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes values of what is written: names become ids, offsets become dates."""

    vandaag: date
    names: Names

    def made(self, kind: type[T], row: Row, **ready: object) -> T:
        """A value of that class with the fields of the row; what may be unknown and is not written is None."""
        hints = _hints(cast(Hashable, kind))
        unknown = row.keys() - hints.keys()
        if unknown:
            raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
        unsaid = {name: None for name, hint in hints.items() if NoneType in get_args(hint)}
        said = {field: self._value(hints[field], field, content) for field, content in row.items()}
        return kind(**{**unsaid, **said, **ready})

    def _value(self, hint: Any, field: str, content: Any) -> Any:
        inner = [each for each in get_args(hint) if each not in (NoneType, ...)]
        kind = inner[0] if inner else hint
        if get_origin(hint) is tuple:
            return tuple(self._single(kind, field, each) for each in content)
        return None if content is None else self._single(kind, field, content)

    def _single(self, kind: type[Any], field: str, content: Any) -> Any:
        if kind is UUID:
            return self._id(field, content)
        if kind is VoorWie:
            return self._readers(content)
        if kind is Bevroren:
            return Bevroren(content)
        if kind in _FROM_OFFSET:
            return _FROM_OFFSET[kind](content, self.vandaag)
        if issubclass(kind, StrEnum):
            return kind(content)
        if type(content) is not kind:
            raise TypeError(f"{field} is not a {kind.__name__}: {content!r}")
        return content

    def _id(self, field: str, name: str) -> UUID:
        tables = _STANDS_IN.get(field, _DEELNEMER)
        found = next((self.names[table][name] for table in tables if name in self.names.get(table, {})), None)
        if found is None:
            raise ValueError(f"{field}: nobody and nothing is called {name!r} in {' or '.join(tables)}")
        return found

    def _readers(self, content: Any) -> VoorWie:
        if content == Kring.DOSSIER:
            return ALLEEN_DOSSIER
        return VoorWie(Kring.PERSONEN, tuple(self._id("voor_wie", each) for each in content))


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(kind).items() if name != "id"}


def _day(text: str, vandaag: date) -> date:
    """The day so many years, months, weeks and days away; of a shorter month its last day."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        raise ValueError(f"not an offset such as '-1j6m' or '+3w': {text!r}")
    sign = -1 if match[1] == "-" else 1
    years, months, weeks, days = (sign * int(number or 0) for number in match.groups()[1:])
    year, month = divmod(vandaag.year * 12 + vandaag.month - 1 + 12 * years + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(vandaag.day, last)) + timedelta(weeks=weeks, days=days)


def _datum(text: str, vandaag: date) -> Datum:
    """A day, or only its month or year, or about that."""
    match = _DATUM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date such as '-2j jaar~': {text!r}")
    offset, precision, about = match.groups()
    day = _day(offset, vandaag)
    month = None if precision == " jaar" else day.month
    return Datum(day.year, month, None if precision else day.day, about is not None)


def _moment(text: str, vandaag: date) -> datetime:
    """A time on a working day: a weekend moves on to Monday, and before today back to Friday."""
    offset, clock = text.split()
    day = _day(offset, vandaag)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1 if day >= vandaag else -1)
    return datetime.combine(day, time.fromisoformat(clock), _HERE).astimezone(UTC)


_FROM_OFFSET: Mapping[type[Any], Callable[[str, date], Any]] = {date: _day, Datum: _datum, datetime: _moment}


def _rows(path: Path) -> Rows:
    with _place(path):
        return tomllib.loads(path.read_text(encoding="utf-8"))


def _named(rows: Rows, new_id: NewId, apart: tuple[str, ...] = ()) -> dict[str, dict[str, UUID]]:
    """An id for every name in every table, in the order of the file."""
    return {section: {name: new_id() for name in table} for section, table in rows.items() if section not in apart}


@contextmanager
def _place(path: Path, *where: str) -> Iterator[None]:
    """Tells in which file, table and row a mistake stands."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError, RuleBroken) as fault:
        values = getattr(fault, "values", "")
        raise DemoFault(f"{path.name} [{'.'.join(where)}]: {fault} {values}".rstrip()) from fault
