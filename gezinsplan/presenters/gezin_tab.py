"""Gezin en netwerk as it may be seen: who belongs to it, where they live, who has gezag, what is shielded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import is_child, present_on
from gezinsplan.domain.datum import Datum, age_on
from gezinsplan.domain.delen import AFGESCHERMD
from gezinsplan.domain.namen import called, professional_of
from gezinsplan.domain.personen import (
    Afscherming,
    Bewoning,
    Gezagsverhouding,
    Gezagsvorm,
    Huishouden,
    Persoon,
    PersoonSoort,
)
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import long_date, partial_date
from gezinsplan.texts.words import joined, word

DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class Regel:
    """One row: how it is called, what is known under it, and in a word what is shielded and whether it is over."""

    id: UUID
    naam: str
    onder: tuple[str, ...] = ()
    afgeschermd: str = ""
    voorbij: str = ""


@dataclass(frozen=True, slots=True)
class Huis:
    """One home with who lives there."""

    regel: Regel
    bewoners: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One child with who has gezag over him or her; nobody written down yet: no rows."""

    id: UUID
    naam: str
    gezag: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class GezinTab:
    """All cards of the tab."""

    feiten: tuple[tuple[str, str], ...]
    gezin: tuple[Regel, ...]
    netwerk: tuple[Regel, ...]
    huizen: tuple[Huis, ...]
    kinderen: tuple[Kind, ...]
    afschermingen: tuple[Regel, ...]


def gezin_tab(family: Family) -> GezinTab:
    """The rows of `presenter.seen`: what is shielded reads "afgeschermd" in it."""
    dossier = family.dossier
    return GezinTab(
        feiten=_feiten(family),
        gezin=_personen(family, PersoonSoort.GEZINSLID),
        netwerk=_personen(family, PersoonSoort.NETWERK),
        huizen=_over_last(_huis(family, each) for each in dossier.huishoudens),
        kinderen=_kinderen(family),
        afschermingen=tuple(sorted((_afscherming(family, each) for each in dossier.afschermingen), key=_is_over)),
    )


def _feiten(family: Family) -> tuple[tuple[str, str], ...]:
    gezin = family.dossier.gezin
    holder = professional_of(family.team.kaart, gezin.dossierhouder)
    facts = (
        (_("Kenmerk"), gezin.kenmerk),
        (_("Fase"), word(gezin.fase)),
        (_("Wijk"), gezin.wijk),
        (_("Gemeente"), gezin.gemeente),
        (_("Begonnen op"), long_date(gezin.start)),
        (_("Afgesloten op"), long_date(gezin.afsluiting) if gezin.afsluiting else ""),
        (_("Dossierhouder"), holder.naam if holder else AFGESCHERMD),
    )
    return tuple((name, fact) for name, fact in facts if fact)


# ---------------------------------------------------------------- people


def _personen(family: Family, soort: PersoonSoort) -> tuple[Regel, ...]:
    found = (_persoon(family, each) for each in family.dossier.personen if each.soort is soort)
    return tuple(sorted(found, key=_is_over))


def _persoon(family: Family, persoon: Persoon) -> Regel:
    name = called(family.dossier, family.team.kaart, persoon.id)
    over = _left(family, persoon)
    who = (
        persoon.naam if persoon.naam != name else "",
        persoon.band,
        "" if persoon.overleden_op else age(persoon.geboortedatum, family.op),
    )
    lines = [DOT.join(text for text in who if text)]
    if not over:
        lines += [_gezag_words(family, persoon), _knows(persoon), _reading(persoon), _reach(persoon)]
        lines.append(_("Goed in: {what}").format(what=persoon.talenten) if persoon.talenten else "")
    return Regel(
        id=persoon.id,
        naam=name,
        onder=tuple(line for line in lines if line),
        afgeschermd=_("telefoon afgeschermd") if AFGESCHERMD in (persoon.telefoon, persoon.bereikbaar) else "",
        voorbij=over,
    )


def age(geboren: Datum | None, op: date) -> str:
    """How old somebody is; of a birth date that is not known to the day only what is known."""
    if geboren is None:
        return ""
    if not geboren.exact:
        return _("geboren: {date}").format(date=partial_date(str(geboren)))
    years = age_on(geboren, op)
    return _("nog geen jaar oud") if years == 0 else ngettext("{n} jaar", "{n} jaar", years).format(n=years)


def _left(family: Family, persoon: Persoon) -> str:
    """Since when somebody is no longer there, in words; empty for who is."""
    if present_on(family.dossier, persoon.id, family.op):
        return ""
    if persoon.overleden_op is not None:
        return _("overleden op {day}").format(day=long_date(persoon.overleden_op))
    day = long_date(persoon.tot) if persoon.tot else ""
    return _("hoort er niet meer bij sinds {day}").format(day=day)


def _gezag_words(family: Family, persoon: Persoon) -> str:
    """Over whom somebody has gezag, or who has it over this child."""
    dossier, op = family.dossier, family.op
    going = [each for each in dossier.gezag if not _ended(each.tot, op)]
    over = [_name(family, each.kind) for each in going if each.houder == persoon.id]
    if over:
        return _("Heeft gezag over {names}").format(names=joined(over))
    holders = [_name(family, each.houder) for each in going if each.kind == persoon.id and each.houder]
    if holders:
        return _("Gezag: {names}").format(names=joined(holders))
    if any(each.kind == persoon.id for each in going):
        return _("Gezag: niemand")
    return _("Gezag: nog niet nagekeken") if is_child(dossier, persoon, op) else ""


def _knows(persoon: Persoon) -> str:
    """Whether somebody of the netwerk knows that he or she is in the plan."""
    if persoon.soort is not PersoonSoort.NETWERK:
        return ""
    if persoon.weet_ervan_sinds is None:
        return _("Weet nog niet van het plan")
    return _("Weet van het plan sinds {day}").format(day=long_date(persoon.weet_ervan_sinds))


def _reading(persoon: Persoon) -> str:
    talen = _("Praat {talen}").format(talen=joined(persoon.talen)) if persoon.talen else ""
    tolk = _("tolk nodig") if persoon.tolk else ""
    groot = _("grote letters of voorlezen") if persoon.leest_groot else ""
    return DOT.join(text for text in (talen, tolk, groot) if text)


def _reach(persoon: Persoon) -> str:
    """How somebody can be reached safely; what may not be done is said as well."""
    ways = (
        persoon.telefoon if persoon.telefoon != AFGESCHERMD else "",
        persoon.bereikbaar if persoon.bereikbaar != AFGESCHERMD else "",
        _allowed(persoon.voicemail, _("voicemail mag"), _("geen voicemail")),
        _allowed(persoon.post, _("post mag"), _("geen post")),
    )
    return DOT.join(text for text in ways if text)


def _allowed(answer: bool | None, yes: str, no: str) -> str:
    """What may and may not be done; nothing while that has not been asked."""
    return "" if answer is None else yes if answer else no


# ---------------------------------------------------------------- homes


def _huis(family: Family, huishouden: Huishouden) -> Huis:
    bewoners = tuple(_bewoner(family, each) for each in family.dossier.bewoning if each.huishouden == huishouden.id)
    phone = huishouden.telefoon if huishouden.telefoon != AFGESCHERMD else ""
    over = _until(huishouden.tot) if _ended(huishouden.tot, family.op) else ""
    lines = (address(huishouden), phone, _since(huishouden.vanaf))
    regel = Regel(
        id=huishouden.id,
        naam=huishouden.naam,
        onder=tuple(line for line in lines if line),
        afgeschermd=_shielded(huishouden),
        voorbij=over,
    )
    return Huis(regel, tuple(sorted(bewoners, key=_is_over)))


def _shielded(huishouden: Huishouden) -> str:
    """What of a home is shielded, in a word."""
    if AFGESCHERMD in (huishouden.straat, huishouden.huisnummer, huishouden.postcode, huishouden.plaats):
        return _("adres afgeschermd")
    return _("telefoon afgeschermd") if huishouden.telefoon == AFGESCHERMD else ""


def address(huishouden: Huishouden) -> str:
    """The address on one line without what is shielded; the row says that something is."""
    street = (huishouden.straat, huishouden.huisnummer)
    place = (huishouden.postcode, huishouden.plaats)
    halves = (" ".join(text for text in half if text and text != AFGESCHERMD) for half in (street, place))
    return ", ".join(half for half in halves if half)


def _bewoner(family: Family, bewoning: Bewoning) -> Regel:
    over = _until(bewoning.tot) if _ended(bewoning.tot, family.op) else ""
    when = bewoning.wanneer or _since(bewoning.vanaf)
    return Regel(bewoning.id, _name(family, bewoning.persoon), (when,) if when else (), voorbij=over)


# ---------------------------------------------------------------- gezag


def _kinderen(family: Family) -> tuple[Kind, ...]:
    dossier = family.dossier
    named = {each.kind for each in dossier.gezag}
    children = [each for each in dossier.personen if each.id in named or is_child(dossier, each, family.op)]
    return tuple(Kind(each.id, _name(family, each.id), _gezag_of(family, each.id)) for each in children)


def _gezag_of(family: Family, kind: UUID) -> tuple[Regel, ...]:
    rows = (_gezag(family, each) for each in family.dossier.gezag if each.kind == kind)
    return tuple(sorted(rows, key=_is_over))


def _gezag(family: Family, gezag: Gezagsverhouding) -> Regel:
    nobody = gezag.houder is None
    how = word(gezag.vorm)
    name = how if nobody and gezag.vorm in (Gezagsvorm.TIJDELIJK_GEEN, Gezagsvorm.NIET_TE_BEPALEN) else _("niemand")
    checked = (
        _("nagekeken op {day}").format(day=long_date(gezag.gecontroleerd_op))
        if gezag.gecontroleerd_op
        else _("nog niet nagekeken")
    )
    return Regel(
        id=gezag.id,
        naam=name if nobody else f"{_name(family, gezag.houder)}, {how}",
        onder=(DOT.join(text for text in (gezag.bron, checked) if text),),
        voorbij=_until(gezag.tot) if _ended(gezag.tot, family.op) else "",
    )


# ---------------------------------------------------------------- what is shielded


def _afscherming(family: Family, afscherming: Afscherming) -> Regel:
    """What is kept from whom, to protect whom."""
    what = joined(word(each) for each in afscherming.wat)
    over = ""
    if afscherming.tot is not None and afscherming.tot <= family.op:
        over = _("tot {day}").format(day=long_date(afscherming.tot))
    lines = [_("Beschermt {names}").format(names=_names(family, afscherming.beschermt))]
    if afscherming.bron:
        lines.append(afscherming.bron)
    if afscherming.tot is not None and not over:
        lines.append(_("tot {day}").format(day=long_date(afscherming.tot)))
    against = _names(family, afscherming.tegen)
    return Regel(
        id=afscherming.id,
        naam=_("Geheim voor {names}: {what}").format(names=against, what=what),
        onder=tuple(lines),
        voorbij=over,
    )


# ---------------------------------------------------------------- words


def _name(family: Family, deelnemer: UUID | None) -> str:
    return called(family.dossier, family.team.kaart, deelnemer)


def _names(family: Family, ids: Iterable[UUID]) -> str:
    return joined(_name(family, each) for each in ids)


def _ended(tot: Datum | None, op: date) -> bool:
    return tot is not None and tot.eindigt <= op


def _since(vanaf: Datum | None) -> str:
    return _("sinds {date}").format(date=partial_date(str(vanaf))) if vanaf else ""


def _until(tot: Datum | None) -> str:
    return _("tot {date}").format(date=partial_date(str(tot))) if tot else ""


def _is_over(regel: Regel) -> bool:
    return bool(regel.voorbij)


def _over_last(homes: Iterable[Huis]) -> tuple[Huis, ...]:
    return tuple(sorted(homes, key=lambda each: bool(each.regel.voorbij)))
