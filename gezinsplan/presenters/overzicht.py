"""The tab Overzicht: one family on one screen, in sentences and rows that are made from facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain import plan, regie
from gezinsplan.domain.betrokken import OPEN
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.delen import AFGESCHERMD
from gezinsplan.domain.dossier import Actie, Dossier, Onderdeel, Regisseurschap
from gezinsplan.domain.namen import helper_organisation
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.personen import Bewoning, Persoon, PersoonSoort
from gezinsplan.presenters.afspraken import Merk, afspraak_rij, marks, named, only_for, quoted, unattended
from gezinsplan.presenters.plan_tab import StandRij, standen
from gezinsplan.presenters.regie_forms import TermijnRij, termijn_regels
from gezinsplan.presenters.veilig_kaart import VeiligRegel, veilig_regel
from gezinsplan.presenters.wie_helpt import Lijn, wie_helpt
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_time, local, long_date, short_date
from gezinsplan.texts.words import joined, word

MOST_COMING = 8


@dataclass(frozen=True, slots=True)
class DoelKort:
    """A goal in one line, with what each speaker says now."""

    id: UUID
    nummer: int
    woorden: str
    merken: tuple[Merk, ...]
    standen: tuple[StandRij, ...]


@dataclass(frozen=True, slots=True)
class Komend:
    """What comes next: an actie or a talk (`gesprek`)."""

    id: UUID
    wanneer: str
    wat: str
    wie: str
    merken: tuple[Merk, ...]
    gesprek: bool


@dataclass(frozen=True, slots=True)
class RegieKaart:
    """The one regisseur of today, or why and since when there is none; `lijn` are all terms, the latest first."""

    term: UUID | None
    naam: str
    onder: str
    open: str
    feiten: tuple[tuple[str, str], ...]
    lijn: tuple[TermijnRij, ...]


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of the family: how he or she is called, the name behind that, and the age."""

    id: UUID
    roepnaam: str
    naam: str
    leeftijd: str


@dataclass(frozen=True, slots=True)
class Overzicht:
    """All that the tab shows."""

    kort: str
    aanleiding: tuple[str, ...]
    doelen: tuple[DoelKort, ...]
    lijn: Lijn
    hulp: bool
    komend: tuple[Komend, ...]
    meer: int
    regie: RegieKaart
    veilig: VeiligRegel
    leden: tuple[Lid, ...]
    netwerk: str
    feiten: tuple[tuple[str, str], ...]


def overzicht(family: Family) -> Overzicht:
    """The tab as it may be seen."""
    leden = tuple(_lid(family, each) for each in _there(family, PersoonSoort.GEZINSLID))
    coming = _coming(family)
    line = wie_helpt(family, gestopt=False).lijn
    return Overzicht(
        kort=_in_short(family, leden, line),
        aanleiding=_reasons(family),
        doelen=_goals(family),
        lijn=line,
        hulp=bool(family.dossier.betrokkenheden),
        komend=tuple(coming[:MOST_COMING]),
        meer=max(len(coming) - MOST_COMING, 0),
        regie=_regie(family),
        veilig=veilig_regel(family),
        leden=leden,
        netwerk=joined(_friend(family, each) for each in _there(family, PersoonSoort.NETWERK)),
        feiten=_facts(family),
    )


# ---------------------------------------------------------------- in short


def _in_short(family: Family, leden: tuple[Lid, ...], line: Lijn) -> str:
    """Who they are, who stands around them, and what became of the number of helpers."""
    if not leden:
        return ""
    who = joined(
        f"{each.roepnaam or each.naam} ({each.leeftijd})" if each.leeftijd else each.roepnaam or each.naam
        for each in leden
    )
    parts = [_("Dit gezin is {names}.").format(names=who), *_two_homes(family)]
    friends = joined(named(family, each.id) for each in _there(family, PersoonSoort.NETWERK))
    if friends:
        parts.append(_("Om het gezin heen: {names}.").format(names=friends))
    return " ".join([*parts, *_helped(family, line)])


def _two_homes(family: Family) -> Iterable[str]:
    """Who lives in more than one home; only by the name that the family gives a home, never by its address."""
    dossier, op = family.dossier, family.op
    homes: dict[tuple[UUID, ...], list[UUID]] = {}
    for persoon in dossier.personen:
        mine = [each for each in dossier.bewoning if each.persoon == persoon.id and _now(each, op)]
        if len({each.huishouden for each in mine}) > 1:
            homes.setdefault(tuple(sorted({each.huishouden for each in mine})), []).append(persoon.id)
    names = {each.id: each.naam for each in dossier.huishoudens}
    for places, people in homes.items():
        who = joined(named(family, each) for each in people)
        where = joined(names[each] for each in places)
        verb = (
            _("{names} hebben twee huizen: {homes}.") if len(people) > 1 else _("{names} heeft twee huizen: {homes}.")
        )
        yield verb.format(names=who, homes=where)


def _now(stay: Bewoning, op: date) -> bool:
    return (stay.vanaf is None or stay.vanaf.begint <= op) and (stay.tot is None or op < stay.tot.eindigt)


def _helped(family: Family, line: Lijn) -> Iterable[str]:
    if not family.dossier.betrokkenheden:
        return ()
    if line.start == line.nu:
        return (_("Het aantal hulpverleners is {now}, net als bij het begin van dit plan.").format(now=line.nu),)
    return (
        _("Sinds het begin van dit plan ging het aantal hulpverleners van {start} naar {now}.").format(
            start=line.start, now=line.nu
        ),
    )


def _reasons(family: Family) -> tuple[str, ...]:
    found = plan.teksten_of(family.dossier, Onderdeel.AANLEIDING)
    return tuple(
        f"{quoted(each.woorden)} \N{EN DASH} {named(family, each.spreker)}" if each.spreker else quoted(each.woorden)
        for each in found
    )


# ---------------------------------------------------------------- goals and what comes next


def _goals(family: Family) -> tuple[DoelKort, ...]:
    return tuple(
        DoelKort(
            id=each.id,
            nummer=number,
            woorden=each.woorden,
            merken=marks(only_for(family, each.voor_wie)),
            standen=standen(family, each.id),
        )
        for number, each in enumerate(plan.open_doelen(family.dossier), 1)
    )


def _coming(family: Family) -> list[Komend]:
    """Late acties first, then acties and talks by their day, at last what has no day."""
    op, niemand = family.op, unattended(family)
    rows: list[tuple[date, int, Komend]] = []
    for actie in family.dossier.acties:
        if actie.status in OPEN:
            rows.append((_day(actie, op), 1, _actie(family, actie, niemand)))
    for talk in family.dossier.overleggen:
        day = local(talk.moment).date()
        if day >= op:
            rows.append((day, 0, _talk(family, talk)))
    rows.sort(key=lambda each: (*each[:2], each[2].id))
    return [row for _day_, _kind, row in rows]


def _day(actie: Actie, op: date) -> date:
    """When an actie asks for attention: by its day, else the day on which it begins."""
    begins = actie.vanaf if actie.vanaf is not None and actie.vanaf >= op else None
    return actie.wanneer or begins or date.max


def _actie(family: Family, actie: Actie, niemand: frozenset[UUID]) -> Komend:
    row = afspraak_rij(family, actie, niemand)
    return Komend(row.id, row.wanneer, row.wat, row.wie, row.merken, gesprek=False)


def _talk(family: Family, overleg: Overleg) -> Komend:
    when = day_and_time(overleg.moment, family.op)
    return Komend(
        id=overleg.id,
        wanneer=when,
        wat=_("We kijken samen terug"),
        wie=overleg.plaats,
        merken=marks(only_for(family, overleg.voor_wie)),
        gesprek=True,
    )


# ---------------------------------------------------------------- the regisseur


def _regie(family: Family) -> RegieKaart:
    dossier = family.dossier
    term = regie.term_on(dossier, family.op)
    line = termijn_regels(family)
    owner = (_("Dossierhouder"), _dossierhouder(family))
    if term is None:
        return RegieKaart(None, "", "", "", (owner,), line)
    since = short_date(term.vanaf, family.op)
    if term.houder is None:
        why = _("Sinds {date}: {reason}").format(date=since, reason=term.reden)
        return RegieKaart(term.id, "", "", why, (owner,), line)
    helper = next((each for each in dossier.betrokkenheden if each.id == term.houder), None)
    organisation = helper_organisation(helper, family.team.kaart) if helper is not None else ""
    facts = (
        (_("Gekozen door"), term.gekozen_door),
        (_("Waarom"), term.reden),
        (_("Vervanger"), _stand_in(family, term)),
        owner,
    )
    return RegieKaart(
        term=term.id,
        naam=named(family, term.houder),
        onder=" \N{MIDDLE DOT} ".join(part for part in (organisation, _("sinds {date}").format(date=since)) if part),
        open="",
        feiten=tuple((name, fact) for name, fact in facts if fact),
        lijn=line,
    )


def _stand_in(family: Family, term: Regisseurschap) -> str:
    return named(family, term.vervanger) if term.vervanger else _("nog niemand")


def _dossierhouder(family: Family) -> str:
    """The name, unless this professional is shielded in this family (rule 7)."""
    return named(family, family.dossier.gezin.dossierhouder) or AFGESCHERMD


# ---------------------------------------------------------------- people and facts


def _there(family: Family, soort: PersoonSoort) -> list[Persoon]:
    """Who still belongs to it; who has died stays."""
    return [
        each for each in family.dossier.personen if each.soort is soort and (each.tot is None or family.op < each.tot)
    ]


def _lid(family: Family, persoon: Persoon) -> Lid:
    called = persoon.roepnaam.strip()
    same = not called or persoon.naam.casefold().split(" ")[0] == called.casefold()
    return Lid(persoon.id, named(family, persoon.id), "" if same else persoon.naam, _age(persoon, family.op))


def _age(persoon: Persoon, op: date) -> str:
    if persoon.overleden_op is not None and persoon.overleden_op <= op:
        return _("overleden in {year}").format(year=persoon.overleden_op.year)
    born = persoon.geboortedatum
    if born is None or (age := age_on(born, op)) < 0:
        return ""
    if born.exact and age == 0:
        return _("nog geen jaar")
    return _("ongeveer {age}").format(age=age) if born.ongeveer or born.maand is None else str(age)


def _friend(family: Family, persoon: Persoon) -> str:
    band = persoon.band.strip()
    return f"{named(family, persoon.id)} ({band})" if band else named(family, persoon.id)


def _facts(family: Family) -> tuple[tuple[str, str], ...]:
    dossier: Dossier = family.dossier
    gezin = dossier.gezin
    agreed = str(gezin.streefaantal) if gezin.streefaantal is not None else _("nog geen aantal")
    if gezin.streefaantal is not None and gezin.streefaantal_op is not None:
        agreed = _("{n}, op {date}").format(n=agreed, date=short_date(gezin.streefaantal_op, family.op))
    counted = long_date(gezin.beginstand_op) if gezin.beginstand_op is not None else _("nog niet")
    facts = (
        (_("Kenmerk"), gezin.kenmerk),
        (_("Fase"), word(gezin.fase)),
        (_("Waar"), ", ".join(part for part in (gezin.wijk, gezin.gemeente) if part)),
        (_("Begonnen op"), long_date(gezin.start)),
        (_("Afgesloten op"), long_date(gezin.afsluiting) if gezin.afsluiting is not None else ""),
        (_("Begin nageteld"), counted),
        (_("Samen afgesproken"), agreed),
    )
    return tuple((name, fact) for name, fact in facts if fact)
