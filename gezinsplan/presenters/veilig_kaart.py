"""Safety on a calm page: the word with its day, ground and next check, the agreements, what was ordered (rule 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.dossier import Dossier, Onderdeel
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.maatregelen import is_in_force
from gezinsplan.domain.namen import called
from gezinsplan.domain.veilig import checks_op
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidscheck, Veiligheidswoord
from gezinsplan.domain.veiligheidsafspraken import is_open
from gezinsplan.presenters.afspraken import Merk, marks, only_for
from gezinsplan.presenters.choices import for_whom
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date, short_date
from gezinsplan.texts.words import joined, word

_TONES = {
    Veiligheidswoord.VEILIG_GENOEG: "green",
    Veiligheidswoord.NOG_NIET: "amber",
    Veiligheidswoord.ONVEILIG: "red",
}


@dataclass(frozen=True, slots=True)
class CheckRij:
    """What somebody said on a day; `woord` says "check nodig" once that says nothing any more."""

    id: UUID
    woord: Merk
    nodig: bool
    over: str
    grond: str
    onder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VeiligRij:
    """An agreement or a measure; `loopt` while it stands, `merken` for whom it is when not for the file alone."""

    id: UUID
    tekst: str
    onder: tuple[str, ...]
    merken: tuple[Merk, ...]
    loopt: bool


@dataclass(frozen=True, slots=True)
class VeiligKaart:
    """What the page says, what runs first; `gebruikt` once there is anything, `nodig`: it is time to look again."""

    gebruikt: bool
    nodig: bool
    staan: tuple[CheckRij, ...]
    eerder: tuple[CheckRij, ...]
    afspraken: tuple[VeiligRij, ...]
    maatregelen: tuple[VeiligRij, ...]


@dataclass(frozen=True, slots=True)
class VeiligRegel:
    """Safety in one line: a word per check that stands, and when to look again."""

    woorden: tuple[Merk, ...]
    tekst: str


def is_used(dossier: Dossier) -> bool:
    """Whether anything about safety is written down."""
    happened = any(each.onderdeel is Onderdeel.VOORVAL for each in dossier.teksten)
    return happened or bool(
        dossier.checks or dossier.veiligheidsafspraken or dossier.maatregelen or dossier.meldcodestappen
    )


def veilig_kaart(family: Family) -> VeiligKaart:
    """Safety as it may be seen; the word that was said last comes first."""
    dossier = family.dossier
    stand = tuple(reversed(checks_op(dossier, family.op)))
    before = sorted((each for each in dossier.checks if each not in stand), key=_last_first)
    return VeiligKaart(
        gebruikt=is_used(dossier),
        nodig=not stand or any(_is_late(family, each) for each in stand),
        staan=tuple(_check(family, each) for each in stand),
        eerder=tuple(_check(family, each, stands=False) for each in before),
        afspraken=_running_first(_agreement(family, each) for each in sorted(dossier.veiligheidsafspraken, key=_new)),
        maatregelen=_running_first(_measure(family, each) for each in sorted(dossier.maatregelen, key=_new)),
    )


def veilig_regel(family: Family) -> VeiligRegel:
    """The line that leads to the page."""
    stand = tuple(reversed(checks_op(family.dossier, family.op)))
    if not stand:
        return VeiligRegel((), _("Er is nog niet gekeken hoe veilig het is."))
    words = tuple(_word(family, each, with_whom=len(stand) > 1) for each in stand)
    coming = min(each.volgende_op for each in stand)
    said = _("Volgende check: {date}") if coming >= family.op else _("Opnieuw kijken kon tot {date}")
    return VeiligRegel(words, said.format(date=short_date(coming, family.op)))


def _last_first(check: Veiligheidscheck) -> tuple[int, int]:
    return -check.datum.toordinal(), -check.id.int


def _new(part: Veiligheidsafspraak | Maatregel) -> tuple[date, UUID]:
    return part.vanaf, part.id


def _running_first(rows: Iterable[VeiligRij]) -> tuple[VeiligRij, ...]:
    return tuple(sorted(rows, key=lambda each: not each.loopt))


def _is_late(family: Family, check: Veiligheidscheck) -> bool:
    return check.volgende_op < family.op


def _word(family: Family, check: Veiligheidscheck, *, with_whom: bool = False) -> Merk:
    """The word with its day, or grey that it must be looked at again (product.md rule 5)."""
    late = _is_late(family, check)
    dated = _("{word}, {date}").format(word=word(check.woord), date=short_date(check.datum, family.op))
    text = _("check nodig") if late else dated
    whom = f"{for_whom(family, check.over)}: " if with_whom else ""
    return Merk(whom + text, "neutral" if late else _TONES[check.woord])


def _check(family: Family, check: Veiligheidscheck, *, stands: bool = True) -> CheckRij:
    late = stands and _is_late(family, check)
    by = called(family.dossier, family.team.kaart, check.door)
    said = _("gezegd op {date} door {name}") if by else _("gezegd op {date}")
    told = said.format(date=long_date(check.datum), name=by)
    again = _("Volgende check: {date}") if not late else _("Opnieuw kijken kon tot {date}")
    lines = (
        f"{word(check.woord)}, {told}" if late else told,
        word(check.fase),
        again.format(date=long_date(check.volgende_op)) if stands else "",
    )
    mark = _word(family, check) if stands else Merk(word(check.woord))
    return CheckRij(
        id=check.id,
        woord=mark,
        nodig=late,
        over=for_whom(family, check.over),
        grond=check.grond,
        onder=_lines(lines),
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names(family: Family, deelnemers: Iterable[UUID | None]) -> str:
    return joined(name for each in deelnemers if (name := called(family.dossier, family.team.kaart, each)))


def _agreement(family: Family, part: Veiligheidsafspraak) -> VeiligRij:
    who, checks = _names(family, part.wie), _names(family, (part.controle_door,))
    looks = _("{name} kijkt na of het gebeurt").format(name=checks) if checks else ""
    often = ": ".join(each for each in (looks, part.hoe_vaak.strip()) if each)
    fails = _("Lukt het niet? {what}").format(what=part.wat_dan) if part.wat_dan.strip() else ""
    ended = ": ".join(each for each in (_period(family, part.vanaf, part.tot), part.reden.strip()) if each)
    lines = (who, often, fails, ended)
    return VeiligRij(part.id, part.wat, _lines(lines), _readers(family, part), is_open(part, family.op))


def _measure(family: Family, part: Maatregel) -> VeiligRij:
    between = _("tussen {names}").format(names=_names(family, part.tussen)) if part.tussen else ""
    about = ", ".join(each for each in (for_whom(family, part.over), between) if each)
    by = _("besloten door {who}").format(who=part.door) if part.door.strip() else ""
    through = _names(family, (part.uitvoerder,))
    carried = _("uitgevoerd door {name}").format(name=through) if through else ""
    lines = (about, _period(family, part.vanaf, part.tot), ", ".join(each for each in (by, carried) if each))
    text, runs = _sentence(word(part.soort)), is_in_force(part, family.op)
    return VeiligRij(part.id, text, _lines(lines), _readers(family, part), runs)


def _lines(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(_sentence(each) for each in lines if each)


def _readers(family: Family, part: Veiligheidsafspraak | Maatregel) -> tuple[Merk, ...]:
    """For whom it is; for the file alone is what all of it is, and is said once on the page."""
    if part.voor_wie == ALLEEN_DOSSIER:
        return ()
    return marks(only_for(family, part.voor_wie) or _("voor het hele gezin"))


def _period(family: Family, vanaf: date, tot: date | None) -> str:
    if tot is not None and tot <= family.op:
        return _("gestopt op {date}").format(date=long_date(tot))
    begins = _("vanaf {date}") if vanaf > family.op else _("sinds {date}")
    said = begins.format(date=long_date(vanaf))
    return said if tot is None else _("{since}, tot {date}").format(since=said, date=long_date(tot))
