"""The log for people: its lines in words, whether it is whole, its mark for on paper, and as a file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from gezinsplan import __version__
from gezinsplan.domain.dossier import Dossier, Gezin
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.logboek import Herkomst, LogActie, Logboekregel, Resultaat
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.services.out import write_out
from gezinsplan.storage import logbook, values
from gezinsplan.storage.logbook import Choice, Finding, Flaw, Head
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import moment
from gezinsplan.texts.words import word

PAGE = 200
_MARK_SIGNS = 16


@dataclass(frozen=True, slots=True)
class Vraag:
    """Which lines are asked for: from and until a day (both in it), about one family, of one action."""

    vanaf: date | None = None
    tot: date | None = None
    gezin: UUID | None = None
    actie: LogActie | None = None


@dataclass(frozen=True, slots=True)
class LogRij:
    """One line in words; `over` is the family as it is called in the vault now, and stands in no log."""

    nummer: int
    moment: datetime
    wat: str
    over: str
    kenmerk: str
    resultaat: str
    herkomst: str
    wie: str
    mislukt: bool


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """The newest lines that were asked for, and whether there are older ones."""

    rijen: tuple[LogRij, ...]
    meer: bool


@dataclass(frozen=True, slots=True)
class GezinKort:
    """A family to choose in the filter."""

    id: UUID
    naam: str
    kenmerk: str


# ---------------------------------------------------------------- in words


def page(caseload: Caseload, vraag: Vraag, before: int | None = None) -> Bladzijde:
    """The newest lines that are asked for, or those before a number; that it was looked at is for the caller to log."""
    with caseload.vault.read() as conn:
        found = logbook.page(conn, _choice(vraag), PAGE + 1, before)
    names = _Names(caseload)
    return Bladzijde(tuple(names.row(each) for each in found[:PAGE]), len(found) > PAGE)


def rows(caseload: Caseload, vraag: Vraag) -> Iterator[LogRij]:
    """All lines that are asked for, the oldest first."""
    names = _Names(caseload)
    with caseload.vault.read() as conn:
        yield from (names.row(each) for each in logbook.lines(conn, _choice(vraag)))


def gezinnen(caseload: Caseload) -> tuple[GezinKort, ...]:
    """The families that are in the vault now, by name."""
    with caseload.vault.read() as conn:
        found = [each.gezin for each in values.load_many(conn, Dossier, (Gezin,))]
    made = (GezinKort(each.id, each.naam, each.kenmerk) for each in found)
    return tuple(sorted(made, key=lambda each: (each.naam.casefold(), each.kenmerk)))


def _choice(vraag: Vraag) -> Choice:
    start = moment(vraag.vanaf, time.min) if vraag.vanaf else None
    end = moment(vraag.tot + timedelta(days=1), time.min) if vraag.tot else None
    return Choice(start, end, vraag.gezin, vraag.actie)


class _Names:
    """What the ids in the log are called in the vault now."""

    def __init__(self, caseload: Caseload) -> None:
        self._families = {each.id: each for each in gezinnen(caseload)}
        self._shared: dict[UUID, str] = {}
        self._actors = {
            "onbekend": _("onbekend"),
            "wachtwoord": _("met een wachtwoord"),
            "computer": _("deze computer"),
        }
        self._actors |= {"herstelblad": _("met het herstelblad"), "gemeente": _("gemeente")}
        team = caseload.team()
        if team is not None:
            self._know(team)

    def _know(self, team: Team) -> None:
        self._shared = {team.kaart.id: _("Sociale kaart"), team.praktijk.id: _("Mijn gegevens en lijsten")}
        me = team.praktijk.gebruiker
        name = next((each.naam for each in team.kaart.professionals if each.id == me.professional), "")
        self._actors[str(me.id)] = name

    def row(self, regel: Logboekregel) -> LogRij:
        family = self._families.get(regel.object) if regel.object else None
        return LogRij(
            nummer=regel.nummer,
            moment=regel.moment,
            wat=word(regel.actie),
            over=family.naam if family else self._about(regel.object),
            kenmerk=family.kenmerk if family else "",
            resultaat=word(regel.resultaat),
            herkomst=word(regel.herkomst),
            wie=self._actors.get(regel.actor, ""),
            mislukt=regel.resultaat is Resultaat.MISLUKT,
        )

    def _about(self, root: UUID | None) -> str:
        return "" if root is None else self._shared.get(root, _("een gezin dat weg is"))


# ---------------------------------------------------------------- whole or not


_FLAWS = {
    Flaw.GAP: N_("Vóór regel {n} ontbreken regels, of er zijn regels tussen gezet."),
    Flaw.CHAIN: N_("Regel {n} volgt niet op de regel ervoor."),
    Flaw.CHANGED: N_("Regel {n} is veranderd nadat hij geschreven was."),
    Flaw.HISTORY: N_("Wat regel {n} vastlegde, staat niet meer zo in het dossier."),
    Flaw.UNLOGGED: N_("In dossier {root} is iets veranderd zonder regel in het logboek."),
    Flaw.NOTED: N_("Regel {n} is niet die van het genoteerde kenteken."),
}


def check(caseload: Caseload, mark: str = "") -> tuple[str, ...]:
    """What is wrong with the log, in sentences; with a mark from paper also whether it still holds that line.

    LOG_HEAD when the mark cannot be one. That the log was checked, and how that ended, is logged.
    """
    noted = _read_mark(mark) if mark.strip() else None
    with caseload.vault.read() as conn:
        found = logbook.verify(conn, noted)
    caseload.log(LogActie.LOGBOEK_GECONTROLEERD, resultaat=Resultaat.MISLUKT if found else Resultaat.GELUKT)
    return tuple(_said(each) for each in found)


def _said(finding: Finding) -> str:
    return _(_FLAWS[finding.flaw]).format(n=finding.nummer, root=finding.root)


def mark(caseload: Caseload) -> str:
    """The mark of the last line, short enough to note on paper: its number and the begin of its hash."""
    with caseload.vault.read() as conn:
        head = logbook.head(conn)
    return _mark(head)


def _mark(head: Head) -> str:
    return f"{head.nummer}-{head.hash[:_MARK_SIGNS]}"


def _read_mark(typed: str) -> Head:
    match = re.fullmatch(r"(\d{1,12})-([0-9a-f]{16})", "".join(typed.split()).lower())
    if match is None:
        raise Refused(Code.LOG_HEAD, field="mark")
    return Head(int(match[1]), match[2])


# ---------------------------------------------------------------- as a file


_HANDELINGEN: dict[str, tuple[LogActie, ...]] = {
    N_("inzien"): (
        LogActie.GELEZEN,
        LogActie.LIJST_BEKEKEN,
        LogActie.GEZOCHT,
        LogActie.GETOOND,
        LogActie.KAART_BEKEKEN,
        LogActie.CIJFERS_BEKEKEN,
    ),
    N_("vastleggen"): (LogActie.AANGEMAAKT, LogActie.GEWIJZIGD),
    N_("verstrekken"): (
        LogActie.AFGEDRUKT,
        LogActie.PDF_BEWAARD,
        LogActie.GEKOPIEERD,
        LogActie.CIJFERS_BEWAARD,
    ),
    N_("vernietigen"): (LogActie.VERNIETIGD,),
}


def export(caseload: Caseload, target: Path) -> None:
    """Write the whole log as JSON, in the names of the standard Verwerkingenlogging of VNG; FILE_NOT_WRITTEN.

    Each entry also has `regel` and `hash`, from which anybody can verify the chain (see `storage.logbook`). It holds
    ids and no names. That it was written is logged.
    """
    team = caseload.team()
    with caseload.vault.read() as conn:
        vault, head = logbook.vault_id(conn), logbook.head(conn)
        entries = (_entry(each, UUID(vault), team) for each in logbook.lines(conn, Choice()))
        write_out(target, _file({"kluis": vault, "systeem": _system(), "kenteken": _mark(head)}, entries))
    caseload.log(LogActie.LOGBOEK_BEWAARD)


def _file(about: dict[str, str], entries: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """One entry on a line, so that a log of years is never in memory as a whole."""
    yield json.dumps(about)[:-1].encode() + b', "verwerkingsacties": ['
    for number, entry in enumerate(entries):
        yield (b",\n" if number else b"\n") + json.dumps(entry, ensure_ascii=False).encode()
    yield b"\n]}\n"


def _system() -> str:
    return f"Gezinsplan {__version__}"


def _entry(regel: Logboekregel, vault: UUID, team: Team | None) -> dict[str, Any]:
    at = logbook.written(regel.moment)
    # A wrong try, and what was taken over from an older file, was written down later than it was done.
    later = regel.actie is LogActie.ONTGRENDELEN_MISLUKT or regel.herkomst is Herkomst.OVERGENOMEN
    return {
        "actieId": str(uuid5(vault, regel.hash)),
        "actieNaam": word(regel.actie),
        "handelingNaam": next(
            (_(name) for name, acties in _HANDELINGEN.items() if regel.actie in acties), _("beheren")
        ),
        "verwerkingNaam": _("Regie op de hulp aan een gezin"),
        "uitvoerder": _organisation(team),
        "systeem": _system(),
        "gebruiker": regel.actor,
        "tijdstip": at,
        "tijdstipRegistratie": None if later else at,
        "verwerkteObjecten": _objects(regel, team),
        "regel": logbook.fields(regel),
        "hash": regel.hash,
    }


def _organisation(team: Team | None) -> str | None:
    """The id of the organisation of the user; its OIN is not known here."""
    if team is None:
        return None
    me = team.praktijk.gebruiker.professional
    found = next((each.organisatie for each in team.kaart.professionals if each.id == me), None)
    return None if found is None else str(found)


def _objects(regel: Logboekregel, team: Team | None) -> list[dict[str, str]]:
    if regel.object is None:
        return []
    kinds = {} if team is None else {team.kaart.id: "sociale_kaart", team.praktijk.id: "praktijk"}
    return [{"objecttype": kinds.get(regel.object, "dossier"), "soortObjectId": "UUID", "objectId": str(regel.object)}]
