"""The line in full: its begin, now and agreed number with their days, each step, and further lines beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gezinsplan.domain import beginstand, lijn
from gezinsplan.domain.betrokken import active_on, person_of
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.namen import called
from gezinsplan.domain.stappen import Stap, Wie, stappen, wisselingen
from gezinsplan.domain.values import get
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, shown
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import long_date, month
from gezinsplan.texts.words import amount

_MOST = 99


@dataclass(frozen=True, slots=True)
class StapRij:
    """One step: the day, how many from that day on, and what happened."""

    datum: date
    wanneer: str
    aantal: int
    wat: str

    @property
    def tekst(self) -> str:
        """The step in one sentence."""
        return f"{self.wanneer}: {self.aantal}. {self.wat}"


@dataclass(frozen=True, slots=True)
class Reeks:
    """A line to look at: what it counts, its points (day, how many, for certain), and what it shows in words."""

    naam: str
    punten: tuple[tuple[date, float, bool], ...]
    tekst: str


@dataclass(frozen=True, slots=True)
class LijnGroot:
    """All that is told of the line; `vraag` is "Kloppen deze 15?" while nobody settled the begin.

    `kop` are its begin, now and agreed number, each with its day; the first of `reeksen` is the number of helpers.
    """

    kop: tuple[str, str, str]
    vraag: str
    stappen: tuple[StapRij, ...]
    reeksen: tuple[Reeks, ...]
    streefaantal: int | None
    eerste_maand: str
    laatste_maand: str


def lijn_groot(family: Family) -> LijnGroot:
    """The line as it may be seen."""
    moved = lijn.beweging(family.dossier, family.op)
    began = _("Samen nageteld op {date}: {n}.") if moved.vastgesteld else _("Aan het begin, op {date}: {n}.")
    ask = ngettext("Klopt deze {n}?", "Kloppen deze {n}?", moved.nu).format(n=moved.nu)
    first, last = _ends(moved)
    return LijnGroot(
        kop=(
            began.format(date=long_date(moved.start_op), n=moved.start),
            _("Nu: {n}.").format(n=moved.nu),
            _agreed(moved),
        ),
        vraag="" if moved.vastgesteld else ask,
        stappen=tuple(_step(family, each) for each in reversed(stappen(family.dossier, moved.start_op, family.op))),
        reeksen=_lines(family, moved),
        streefaantal=moved.streefaantal,
        eerste_maand=month(first),
        laatste_maand=month(last) if month(first) != month(last) else "",
    )


def _ends(moved: lijn.Beweging) -> tuple[date, date]:
    first, last = sorted((moved.punten[0].datum, moved.punten[-1].datum))
    return first, last


def _agreed(moved: lijn.Beweging) -> str:
    if moved.streefaantal is None:
        return _("Er is nog geen aantal afgesproken.")
    if moved.streefaantal_op is None:
        return _("Samen afgesproken: {n}.").format(n=moved.streefaantal)
    day = long_date(moved.streefaantal_op)
    return _("Samen afgesproken op {date}: {n}.").format(date=day, n=moved.streefaantal)


def _step(family: Family, stap: Stap) -> StapRij:
    told = [_told(family, each, _("{name} kwam erbij")) for each in stap.gekomen]
    told += [_told(family, each, _leaving(family, each, stap.datum)) for each in stap.gegaan]
    return StapRij(stap.datum, long_date(stap.datum), stap.aantal, ". ".join(told) + ".")


def _told(family: Family, wie: Wie, sentence: str) -> str:
    said = sentence.format(name=called(family.dossier, family.team.kaart, wie.betrokkenheid))
    why = wie.waarom.strip().rstrip(".")
    return f"{said}: {why}" if why else said


def _leaving(family: Family, wie: Wie, op: date) -> str:
    """Gone, or still there in another way: at a distance, or no longer regisseur."""
    who = person_of(get(family.dossier, Betrokkenheid, wie.betrokkenheid))
    there = any(person_of(each) == who and active_on(each, op) for each in family.dossier.betrokkenheden)
    return _("{name} telt niet meer mee") if there else _("{name} is gestopt")


def _lines(family: Family, moved: lijn.Beweging) -> tuple[Reeks, ...]:
    first, last = _ends(moved)
    dossier, kaart = family.dossier, family.team.kaart
    changes = [each.datum for each in wisselingen(dossier, kaart, first, last)]
    changed = ((first, 0.0, True), *((day, float(number), True) for number, day in enumerate(changes, 1)))
    contacts = lijn.contacten(dossier, first, last)
    return (
        _reeks(_("Hulpverleners die meetellen"), _points(moved.punten)),
        _reeks(_("Iedereen met wie het gezin te maken heeft"), _points(lijn.iedereen(dossier, first, last))),
        _reeks(_("Organisaties"), _points(lijn.organisaties(dossier, kaart, first, last))),
        _reeks(_("Contacten per week"), tuple((each.datum, lijn.per_week(each), each.zeker) for each in contacts)),
        _reeks(_("Wisselingen van persoon, opgeteld"), (*changed, (last, changed[-1][1], True))),
    )


def _points(found: tuple[lijn.Telling, ...]) -> tuple[tuple[date, float, bool], ...]:
    return tuple((each.datum, float(each.aantal), each.zeker) for each in found)


def _reeks(naam: str, punten: tuple[tuple[date, float, bool], ...]) -> Reeks:
    (first, before, _sure), (_last, now, _known) = punten[0], punten[-1]
    told = _("{what}: van {start} in {month} naar {now} nu.")
    return Reeks(naam, punten, told.format(what=naam, start=amount(before), month=month(first), now=amount(now)))


def streefaantal_form(family: Family) -> Form:
    """The number that was agreed with the family, and on which day; empty: none any more."""
    gezin = family.dossier.gezin
    specs = (
        FieldSpec("streefaantal", _("Hoeveel hulpverleners hebben we samen afgesproken?"), FieldKind.NUMBER),
        FieldSpec("op", _("Afgesproken op"), FieldKind.DATE, required=True),
    )
    values = {
        "streefaantal": shown(FieldKind.NUMBER, gezin.streefaantal),
        "op": shown(FieldKind.DATE, family.op),
    }
    return Form(
        key=form_key(family.dossier.id, "streefaantal"),
        title=_("Samen afgesproken"),
        step=_("Aantal afspreken"),
        fields=specs,
        values=values,
        apply=_agreed_on,
        button=_("Bewaren"),
        intro=_("Het gezin kiest dit aantal. Het programma rekent het nooit uit. Leeg: er is geen aantal meer."),
    )


def _agreed_on(current: Family, answers: Mapping[str, Any]) -> Family:
    number = answers["streefaantal"]
    if number is not None and not 0 <= number <= _MOST:
        raise RuleBroken(Code.OUT_OF_RANGE, field="streefaantal", least=0, most=_MOST)
    return replace(current, dossier=beginstand.agree(current.dossier, number, answers["op"]))
