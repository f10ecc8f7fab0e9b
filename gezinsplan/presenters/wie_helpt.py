"""The tab Wie helpt: who stands around the family, the falling line with who counts, the table of helpers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain import betrokken
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, BetrokkenheidStatus, Vorm
from gezinsplan.domain.ecogram import Plek, draw
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.namen import called, helper_name, helper_organisation
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.tekening import Kleur, Tekening
from gezinsplan.domain.values import find
from gezinsplan.services.caseload import Family
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.dates import month, partial_date, short_date
from gezinsplan.texts.words import joined


@dataclass(frozen=True, slots=True)
class Rij:
    """One helper in the table; `rol_woord` is the word on the chip, `te_laat` that he should have been ready."""

    id: UUID
    naam: str
    organisatie: str
    rol: Rol
    rol_woord: str
    voor_wie: str
    doelen: str
    inzet: str
    inzet_onder: str
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Mens:
    """One human being behind the number: name, organisation, and as what."""

    naam: str
    organisatie: str
    rol_woord: str


@dataclass(frozen=True, slots=True)
class WieTeltMee:
    """What the number is made of, and apart from it who does not count and why (product.md 4)."""

    mee: tuple[Mens, ...]
    niet: tuple[Mens, ...]
    iedereen: int
    organisaties: int
    netwerk: int


@dataclass(frozen=True, slots=True)
class Lijn:
    """The falling line, with the words that belong to it; `tekst` says for a screen reader what it shows."""

    punten: tuple[betrokken.Telling, ...]
    tot: date
    start: int
    nu: int
    streefaantal: int | None
    kop: str
    onder: str
    eerste_maand: str
    laatste_maand: str
    tekst: str


@dataclass(frozen=True, slots=True)
class WieHelpt:
    """All that the tab shows; `leeg` while nobody was ever filled in."""

    tekening: Tekening
    tekening_tekst: str
    lijn: Lijn
    telt_mee: WieTeltMee
    rijen: tuple[Rij, ...]
    gestopt: int
    leeg: bool


def wie_helpt(family: Family, gestopt: bool) -> WieHelpt:
    """The tab as it may be seen; ended helpers stand in the table only with `gestopt`."""
    dossier = family.dossier
    rows = sorted((_rij(family, each) for each in dossier.betrokkenheden), key=lambda rij: [*Rol].index(rij.rol))
    there = [each for each in rows if each.rol is not Rol.GESTOPT]
    gone = _latest_first(family, [each for each in rows if each.rol is Rol.GESTOPT])
    drawing, told = tekening(family)
    mensen = _wie_telt_mee(family)
    return WieHelpt(
        tekening=drawing,
        tekening_tekst=told,
        lijn=_lijn(family, mensen),
        telt_mee=mensen,
        rijen=(*there, *gone) if gestopt else tuple(there),
        gestopt=len(gone),
        leeg=not rows,
    )


def is_hidden(family: Family, seen: Family, *ids: UUID | None) -> bool:
    """Whether one of these helpers is shielded, so that it must be asked before anything of it is shown (rule 7)."""
    return any(
        find(family.dossier, Betrokkenheid, each) != find(seen.dossier, Betrokkenheid, each)
        for each in ids
        if each is not None
    )


# ---------------------------------------------------------------- the table


def _rij(family: Family, helper: Betrokkenheid) -> Rij:
    rol = rol_of(family, helper)
    goals = [each.id for each in open_doelen(family.dossier)]
    numbers = sorted(goals.index(each) + 1 for each in helper.doelen if each in goals)
    late = rol in BEZIG and helper.verwacht_tot is not None and helper.verwacht_tot <= family.op
    effort = [line for line in _inzet(family, helper, rol, late) if line]
    return Rij(
        id=helper.id,
        naam=helper_name(helper, family.team.kaart),
        organisatie=helper_organisation(helper, family.team.kaart),
        rol=rol,
        rol_woord=rol_word(rol),
        voor_wie=_voor_wie(family, helper),
        doelen=", ".join(map(str, numbers)),
        inzet=effort[0] if effort else "",
        inzet_onder=", ".join(effort[1:]),
        te_laat=late,
    )


def _voor_wie(family: Family, helper: Betrokkenheid) -> str:
    names = [called(family.dossier, family.team.kaart, each) for each in helper.over]
    return joined(names) if names else _("heel gezin")


def _inzet(family: Family, helper: Betrokkenheid, rol: Rol, late: bool) -> Iterable[str]:
    op = family.op
    if rol is Rol.GESTOPT:
        stopped = helper.tot or Datum.op(op)
        return _("gestopt {date}").format(date=_said(stopped, op)), helper.reden_einde
    if rol in WACHTEND:
        return _wacht(family, helper)
    outside = "" if betrokken.counts(family.dossier, helper, op) else _("telt niet mee")
    if late and helper.verwacht_tot is not None:
        over = _("zou klaar zijn op {date}").format(date=short_date(helper.verwacht_tot, op))
        return over, helper.frequentie.strip(), outside
    planned = helper.tot or (Datum.op(helper.verwacht_tot) if helper.verwacht_tot is not None else None)
    until = _("tot {date}").format(date=_said(planned, op)) if planned is not None else ""
    return helper.frequentie.strip(), until, outside


def _wacht(family: Family, helper: Betrokkenheid) -> Iterable[str]:
    """Since when somebody is waited for, or when he begins; and who helps until then."""
    begins = since = bridged = ""
    if helper.vanaf is not None:
        begins = _("begint {date}").format(date=_said(helper.vanaf, family.op))
    elif helper.aangemeld_op is not None:
        since = _("sinds {date}").format(date=short_date(helper.aangemeld_op, family.op))
    if helper.overbrugging is not None:
        name = called(family.dossier, family.team.kaart, helper.overbrugging)
        bridged = _("zolang helpt {name}").format(name=name)
    return begins, since, bridged


def _said(moment: Datum, op: date) -> str:
    return short_date(moment.earliest, op) if moment.exact else partial_date(str(moment))


def _latest_first(family: Family, rows: Iterable[Rij]) -> list[Rij]:
    ends = {each.id: each.tot.eindigt for each in family.dossier.betrokkenheden if each.tot is not None}
    return sorted(rows, key=lambda rij: (ends[rij.id], rij.id), reverse=True)


def _wie_telt_mee(family: Family) -> WieTeltMee:
    dossier, kaart = family.dossier, family.team.kaart
    active = mensen(family)
    counted = {
        betrokken.person_of(each) for each in dossier.betrokkenheden if betrokken.counts(dossier, each, family.op)
    }
    waiting = [(each, rol) for each in dossier.betrokkenheden if (rol := rol_of(family, each)) in WACHTEND]

    def mens(helper: Betrokkenheid, rol: Rol) -> Mens:
        return Mens(helper_name(helper, kaart), helper_organisation(helper, kaart), rol_word(rol))

    organisations = {name for each, _rol in active if (name := helper_organisation(each, kaart))}
    return WieTeltMee(
        mee=tuple(mens(*each) for each in active if betrokken.person_of(each[0]) in counted),
        niet=tuple(mens(*each) for each in (*active, *waiting) if betrokken.person_of(each[0]) not in counted),
        iedereen=len(active),
        organisaties=len(organisations),
        netwerk=len(netwerk(family)),
    )


# ---------------------------------------------------------------- the line


def _lijn(family: Family, mensen: WieTeltMee) -> Lijn:
    dossier, gezin = family.dossier, family.dossier.gezin
    begin, end = betrokken.start_on(dossier), min(family.op, gezin.afsluiting or family.op)
    first, last = min(begin, end), max(begin, end)
    start = betrokken.aantal_professionals(dossier, begin)
    now = betrokken.aantal_professionals(dossier, family.op)
    points = betrokken.trend(dossier, first, last)
    flat = {each.aantal for each in points} == {now}
    head = str(now) if flat else f"{start} \N{RIGHTWARDS ARROW} {now}"
    agreed = (
        _("Samen afgesproken: {n}.").format(n=gezin.streefaantal)
        if gezin.streefaantal is not None
        else _("Er is nog geen aantal afgesproken.")
    )
    return Lijn(
        punten=points,
        tot=last,
        start=start,
        nu=now,
        streefaantal=gezin.streefaantal,
        kop=_("Aantal hulpverleners: {numbers}").format(numbers=head),
        onder=f"{agreed} {iedereen(mensen)}",
        eerste_maand=month(first),
        laatste_maand=month(last) if month(first) != month(last) else "",
        tekst=_("Aantal hulpverleners: van {start} in {month} naar {now} nu. {agreed}").format(
            start=start, month=month(first), now=now, agreed=agreed
        ),
    )


def iedereen(mensen: WieTeltMee) -> str:
    """What the family feels: everybody they deal with, whoever counts."""
    people = ngettext("{n} mens", "{n} mensen", mensen.iedereen).format(n=mensen.iedereen)
    organisations = ngettext("{n} organisatie", "{n} organisaties", mensen.organisaties).format(n=mensen.organisaties)
    if not mensen.iedereen:
        return _("Het gezin heeft nu met geen enkele hulpverlener te maken.")
    return _("Het gezin heeft in het echt met {people} te maken, van {organisations}.").format(
        people=people, organisations=organisations
    )
