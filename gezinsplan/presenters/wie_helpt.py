"""The tab Wie helpt: the falling line with who counts, the table of helpers, and what nobody does now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain import betrokken, lijn, regie
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.delen import AFGESCHERMD
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.gaten import Gat, GatSoort, holes
from gezinsplan.domain.gesprek import te_bespreken
from gezinsplan.domain.namen import called, helper_name, helper_organisation
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.values import find, get, put
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key
from gezinsplan.presenters.rond_het_gezin import BEZIG, WACHTEND, Rol, mensen, netwerk, rol_of, rol_word
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import month, partial_date, short_date
from gezinsplan.texts.words import joined, word


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
    """What the number is made of, and apart from it who does not count and why (product.md 4).

    How many `organisaties` is not known while one of them is shielded.
    """

    mee: tuple[Mens, ...]
    niet: tuple[Mens, ...]
    iedereen: int
    organisaties: int | None
    netwerk: int


@dataclass(frozen=True, slots=True)
class Lijn:
    """The falling line, with the words that belong to it; `tekst` says for a screen reader what it shows."""

    punten: tuple[lijn.Telling, ...]
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

    lijn: Lijn
    telt_mee: WieTeltMee
    rijen: tuple[Rij, ...]
    gestopt: int
    te_bespreken: str
    leeg: bool


def wie_helpt(family: Family, gestopt: bool) -> WieHelpt:
    """The tab as it may be seen; ended helpers stand in the table only with `gestopt`."""
    rows = sorted((_rij(family, each) for each in family.dossier.betrokkenheden), key=lambda rij: [*Rol].index(rij.rol))
    there = [each for each in rows if each.rol is not Rol.GESTOPT]
    gone = _latest_first(family, [each for each in rows if each.rol is Rol.GESTOPT])
    people = _wie_telt_mee(family)
    return WieHelpt(
        lijn=_lijn(family, people),
        telt_mee=people,
        rijen=(*there, *gone) if gestopt else tuple(there),
        gestopt=len(gone),
        te_bespreken=_te_bespreken(family),
        leeg=not rows,
    )


def _te_bespreken(family: Family) -> str:
    """About how many nobody talked yet; nothing while the talks have not begun, or when all were held."""
    waiting = len(te_bespreken(family.dossier, family.op))
    if not waiting or not family.dossier.besprekingen:
        return ""
    return ngettext(
        "Over {n} hulpverlener is nog niet gepraat.", "Over {n} hulpverleners is nog niet gepraat.", waiting
    ).format(n=waiting)


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
    effort = [*_inzet(family, helper, rol, late)]
    effort = effort if late else [line for line in effort if line]
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
        return helper.frequentie.strip() or outside, over
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
        unpaid = rol is Rol.REGISSEUR and betrokken.person_of(helper) not in counted
        why = f"{rol_word(rol)}, {word(helper.soort)}" if unpaid else rol_word(rol)
        return Mens(helper_name(helper, kaart), helper_organisation(helper, kaart), why)

    organisations = {name for each, _rol in active if (name := helper_organisation(each, kaart))}
    shielded = any(each.omschrijving == AFGESCHERMD for each, _rol in active)
    return WieTeltMee(
        mee=tuple(mens(*each) for each in active if betrokken.person_of(each[0]) in counted),
        niet=tuple(mens(*each) for each in (*active, *waiting) if betrokken.person_of(each[0]) not in counted),
        iedereen=len(active),
        organisaties=None if shielded else len(organisations),
        netwerk=len(netwerk(family)),
    )


# ---------------------------------------------------------------- the line


def _lijn(family: Family, people: WieTeltMee) -> Lijn:
    dossier, gezin = family.dossier, family.dossier.gezin
    begin, end = betrokken.start_on(dossier), min(family.op, gezin.afsluiting or family.op)
    first, last = min(begin, end), max(begin, end)
    start = betrokken.aantal_professionals(dossier, begin)
    now = betrokken.aantal_professionals(dossier, family.op)
    points = lijn.trend(dossier, first, last)
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
        onder=f"{agreed} {iedereen(people)}",
        eerste_maand=month(first),
        laatste_maand=month(last) if month(first) != month(last) else "",
        tekst=_("Aantal hulpverleners: van {start} in {month} naar {now} nu. {agreed}").format(
            start=start, month=month(first), now=now, agreed=agreed
        ),
    )


def iedereen(telt_mee: WieTeltMee) -> str:
    """What the family feels: everybody they deal with, whoever counts."""
    if not telt_mee.iedereen:
        return _("Het gezin heeft nu met geen enkele hulpverlener te maken.")
    people = ngettext("{n} mens", "{n} mensen", telt_mee.iedereen).format(n=telt_mee.iedereen)
    if not telt_mee.organisaties:
        return _("Iedereen meegerekend: {people}.").format(people=people)
    number = telt_mee.organisaties
    organisations = ngettext("{n} organisatie", "{n} organisaties", number).format(n=number)
    return _("Iedereen meegerekend: {people} van {organisations}.").format(people=people, organisations=organisations)


# ---------------------------------------------------------------- what nobody does now


@dataclass(frozen=True, slots=True)
class GatRij:
    """One thing that nobody does now: what it is (term, child or actie), in words, and who carried it."""

    soort: GatSoort
    onderdeel: UUID
    tekst: str
    onder: str
    van: UUID | None = None


def gaten(family: Family) -> tuple[GatRij, ...]:
    """What stands red as "Niemand doet dit nu", safety first (product.md rule 4)."""
    return tuple(_gat_rij(family, each) for each in holes(family.dossier, family.op))


def _gat_rij(family: Family, gat: Gat) -> GatRij:
    van = gat.van or _previous_holder(family.dossier, gat)
    since = _("sinds {date}").format(date=short_date(gat.sinds, family.op))
    name = called(family.dossier, family.team.kaart, van)
    by = _("dit deed {name}").format(name=name) if name else ""
    return GatRij(gat.soort, gat.onderdeel, _gat_tekst(family, gat), ", ".join(filter(None, (since, by))), van)


def _previous_holder(dossier: Dossier, gat: Gat) -> UUID | None:
    """Whose place is vacant, if it ever was somebody's."""
    if gat.soort is not GatSoort.REGIE:
        return None
    before = [term.houder for term in regie.line(dossier) if term.vanaf < gat.sinds]
    return before[-1] if before else None


def _gat_tekst(family: Family, gat: Gat) -> str:
    if gat.soort is GatSoort.KIND:
        name = called(family.dossier, family.team.kaart, gat.onderdeel)
        return _("Contact houden met {name}").format(name=name)
    if gat.soort is GatSoort.REGIE:
        return _("Regisseur zijn van dit gezin")
    if gat.soort is GatSoort.MAATREGEL:
        return _("Uitvoeren: {what}").format(what=word(get(family.dossier, Maatregel, gat.onderdeel).soort))
    if gat.soort is GatSoort.ACTIE:
        return get(family.dossier, Actie, gat.onderdeel).wat
    agreed = get(family.dossier, Veiligheidsafspraak, gat.onderdeel).wat
    return _("Nakijken of dit gebeurt: {what}").format(what=agreed) if gat.soort is GatSoort.CONTROLE else agreed


def contact_form(family: Family, gat: GatRij) -> Form:
    """Who is the contact of a child now, or why nobody needs to be; `family` as it may be seen."""
    name = called(family.dossier, family.team.kaart, gat.onderdeel)
    specs = (
        FieldSpec(
            "overgenomen_door",
            _("Wie houdt contact met {name}?").format(name=name),
            FieldKind.CHOICE,
            (*choices.nobody(_("Kies iemand")), *contacts_for(family, (gat.onderdeel,))),
        ),
        FieldSpec("geen_overname_omdat", _("Of: waarom hoeft dat niet?"), FieldKind.TEXT),
    )
    return Form(
        key=form_key(family.dossier.id, "contact", gat.onderdeel),
        title=_("Contact met {name}").format(name=name),
        step=_("Contact met een kind"),
        fields=specs,
        values={"overgenomen_door": None, "geen_overname_omdat": ""},
        apply=lambda current, answers: _contact(current, gat, answers),
        button=_("Bewaren"),
        intro=gat.onder[:1].upper() + gat.onder[1:] + ".",
    )


def contacts_for(family: Family, kinderen: tuple[UUID, ...]) -> tuple[Option, ...]:
    """Who can keep contact with children: everybody who is there, but not from a distance and no child."""
    dossier, op = family.dossier, family.op
    distant = {each.id for each in dossier.betrokkenheden if each.vorm is Vorm.OP_AFSTAND}
    young = {each.id for each in dossier.personen if betrokken.is_child(dossier, each, op)}
    kept = {*distant, *young, *kinderen}
    return tuple(each for each in choices.deelnemers(family) if each.value not in kept)


def _contact(current: Family, gat: GatRij, answers: Mapping[str, Any]) -> Family:
    dossier, door, reden = current.dossier, answers["overgenomen_door"], answers["geen_overname_omdat"]
    if gat.van is None or (door is None and not reden.strip()):
        raise RuleBroken(Code.STILL_CARRIES, field="overgenomen_door")
    ended = get(dossier, Betrokkenheid, gat.van)
    if door is not None and not betrokken.present_on(dossier, door, current.op):
        raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="overgenomen_door", id=door)
    helper = find(dossier, Betrokkenheid, door)
    if helper is not None and helper.over and gat.onderdeel not in helper.over:
        dossier = put(dossier, replace(helper, over=(*helper.over, gat.onderdeel)))
    ended = replace(ended, overgenomen_door=door, geen_overname_omdat=reden)
    return replace(current, dossier=put(dossier, ended))
