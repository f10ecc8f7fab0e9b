"""Safety on a quiet card: the word with its day, ground and next check, the agreements, what was ordered (rule 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.maatregelen import is_in_force
from gezinsplan.domain.namen import called
from gezinsplan.domain.veilig import Geldigheid, veiligheid_op
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import is_open
from gezinsplan.presenters.choices import for_whom
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.words import joined, word


class Deel(StrEnum):
    """What a row of the card is."""

    AFSPRAAK = "afspraak"
    MAATREGEL = "maatregel"


@dataclass(frozen=True, slots=True)
class VeiligRij:
    """An agreement or a measure; `loopt` while it stands."""

    id: UUID
    deel: Deel
    tekst: str
    onder: str
    loopt: bool


@dataclass(frozen=True, slots=True)
class VeiligKaart:
    """What the card says; `gebruikt` once there is anything. `nodig`: the word says nothing any more."""

    gebruikt: bool
    woord: str
    nodig: bool
    check: UUID | None
    onder: tuple[str, ...]
    rijen: tuple[VeiligRij, ...]


def veilig_kaart(family: Family) -> VeiligKaart:
    """Safety as it may be seen."""
    dossier, op = family.dossier, family.op
    found = veiligheid_op(dossier, op)
    check = found.check
    under: list[str] = []
    if check is not None:
        by = called(dossier, family.team.kaart, check.door)
        said = _("Gezegd op {date} door {name}.") if by else _("Gezegd op {date}.")
        under = [said.format(date=long_date(check.datum), name=by), check.grond, word(check.fase)]
        under.append(_("Volgende check: {date}.").format(date=long_date(check.volgende_op)))
    return VeiligKaart(
        gebruikt=bool(dossier.checks or dossier.veiligheidsafspraken or dossier.maatregelen),
        woord=word(check.woord) if check is not None else _("nog niet gekeken"),
        nodig=found.geldigheid is Geldigheid.CHECK_NODIG,
        check=check.id if check is not None else None,
        onder=tuple(each[:1].upper() + each[1:] for each in under if each),
        rijen=tuple(_rows(family)),
    )


def _rows(family: Family) -> Iterable[VeiligRij]:
    dossier: Dossier = family.dossier
    agreed = [_agreement(family, each) for each in dossier.veiligheidsafspraken]
    ordered = [_measure(family, each) for each in dossier.maatregelen]
    return sorted((*agreed, *ordered), key=lambda each: (not each.loopt, each.deel, each.id))


def _names(family: Family, deelnemers: Iterable[UUID]) -> str:
    return joined(name for each in deelnemers if (name := called(family.dossier, family.team.kaart, each)))


def _agreement(family: Family, part: Veiligheidsafspraak) -> VeiligRij:
    checks = _names(family, (part.controle_door,) if part.controle_door is not None else ())
    looks = _("{name} kijkt na").format(name=checks) if checks else ""
    fails = _("lukt het niet: {what}").format(what=part.wat_dan) if part.wat_dan.strip() else ""
    ended = _ended(part.tot, family.op)
    lines = (_names(family, part.wie), looks, part.hoe_vaak, fails, ended, part.reden)
    runs = is_open(part, family.op)
    return VeiligRij(part.id, Deel.AFSPRAAK, part.wat, " \N{MIDDLE DOT} ".join(each for each in lines if each), runs)


def _measure(family: Family, part: Maatregel) -> VeiligRij:
    kind = word(part.soort)
    since = _("sinds {date}").format(date=long_date(part.vanaf))
    between = _("tussen {names}").format(names=_names(family, part.tussen)) if part.tussen else ""
    by = _("door {who}").format(who=part.door) if part.door.strip() else ""
    through = _names(family, (part.uitvoerder,) if part.uitvoerder is not None else ())
    carried = _("uitgevoerd door {name}").format(name=through) if through else ""
    lines = (for_whom(family, part.over), between, since, _ended(part.tot, family.op), by, carried)
    text = kind[:1].upper() + kind[1:]
    under = " \N{MIDDLE DOT} ".join(each for each in lines if each)
    return VeiligRij(part.id, Deel.MAATREGEL, text, under, is_in_force(part, family.op))


def _ended(tot: date | None, op: date) -> str:
    if tot is None:
        return ""
    return (_("tot {date}") if tot > op else _("gestopt {date}")).format(date=long_date(tot))
