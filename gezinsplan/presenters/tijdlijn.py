"""The tab Tijdlijn: everything that has a day, in words, by month, of one kind or one person."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from gezinsplan.domain.andere_plannen import AnderPlan
from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Doel, Regisseurschap, Score, Tekst
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.meldcode import MeldcodeStap
from gezinsplan.domain.momenten import Contactmoment
from gezinsplan.domain.namen import called, helper_name
from gezinsplan.domain.overleg import Bespreking, Overleg
from gezinsplan.domain.relaties import Relatie
from gezinsplan.domain.tijdlijn import Gebeurtenis, Soort, Wending, gefilterd, tijdlijn
from gezinsplan.domain.values import find, get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidscheck
from gezinsplan.domain.versies import Akkoord, PlanVersie, VersieStatus, Verstrekking
from gezinsplan.presenters import choices
from gezinsplan.presenters.andere_plannen import plan_tekst
from gezinsplan.presenters.fase_forms import stap_tekst, tussen_tekst
from gezinsplan.presenters.fields import Option
from gezinsplan.services.caseload import Family
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import local, month, short_date
from gezinsplan.texts.words import joined, word

_SOORTEN = {
    Soort.GEZIN: N_("Gezin"),
    Soort.HULP: N_("Wie kwam en ging"),
    Soort.REGIE: N_("Regisseur"),
    Soort.CONTACT: N_("Contact"),
    Soort.GESPREK: N_("Gesprekken"),
    Soort.BESPREKING: N_("Over een hulpverlener"),
    Soort.WOORDEN: N_("Wat mensen zeiden"),
    Soort.DOEL: N_("Doelen"),
    Soort.CIJFER: N_("Cijfers"),
    Soort.AFSPRAAK: N_("Afspraken"),
    Soort.VEILIGHEID: N_("Veiligheid"),
    Soort.DOORBRAAK: N_("Wat vastzat"),
    Soort.VERSIE: N_("Het plan"),
    Soort.FASE: N_("Stappen"),
    Soort.ANDER_PLAN: N_("Andere plannen"),
}


@dataclass(frozen=True, slots=True)
class TijdRij:
    """One event: its day, what it is and what happened; `sleutel` tells which row it is."""

    onderdeel: UUID
    wanneer: str
    soort: str
    tekst: str
    sleutel: str


@dataclass(frozen=True, slots=True)
class Maand:
    """The events of a month."""

    titel: str
    rijen: tuple[TijdRij, ...]


def soorten() -> tuple[Option, ...]:
    """What the line can be filtered by."""
    return (Option(None, _("Alles")), *(Option(each, _(_SOORTEN[each])) for each in Soort))


def mensen(family: Family) -> tuple[Option, ...]:
    """Whom the line can be filtered by: members, netwerk, and everybody who ever helped."""
    helpers = (Option(each.id, helper_name(each, family.team.kaart)) for each in family.dossier.betrokkenheden)
    return (Option(None, _("Iedereen")), *choices.people(family), *helpers)


def maanden(family: Family, soort: Soort | None = None, mens: UUID | None = None) -> tuple[Maand, ...]:
    """The line as it may be seen, the latest first."""
    line = gefilterd(tijdlijn(family.dossier, family.op, lambda moment: local(moment).date()), soort, mens)
    return tuple(
        Maand(title, tuple(_row(family, each) for each in events))
        for title, events in groupby(line, key=lambda each: month(each.datum))
    )


def _row(family: Family, each: Gebeurtenis) -> TijdRij:
    when = short_date(each.datum, family.op) if each.zeker else _("ongeveer")
    key = f"{each.onderdeel}/{each.wending}"
    return TijdRij(each.onderdeel, when, _(_SOORTEN[each.soort]), _told(family, each), key)


def _told(family: Family, each: Gebeurtenis) -> str:
    for kind, tell in _TELL.items():
        part = find(family.dossier, kind, each.onderdeel)
        if part is not None:
            return tell(family, part, each.wending)
    return ""


def _name(family: Family, deelnemer: UUID | None) -> str:
    return called(family.dossier, family.team.kaart, deelnemer)


def _names(family: Family, people: tuple[UUID, ...]) -> str:
    return joined(_name(family, each) for each in people)


def _with(text: str, more: str) -> str:
    return f"{text}: {more.strip()}" if more.strip() else text


def _related(family: Family, part: Relatie, wending: Wending) -> str:
    said = _("{one} is geen {what} meer van {other}") if wending is Wending.EINDE else _("{one} is {what} van {other}")
    said = said.format(one=_name(family, part.een), what=word(part.soort), other=_name(family, part.ander))
    return said if wending is Wending.EINDE else _with(said, part.toelichting)


def _help(family: Family, part: Betrokkenheid, wending: Wending) -> str:
    name = helper_name(part, family.team.kaart)
    if wending is Wending.EINDE:
        return _with(_("{name} stopt").format(name=name), part.reden_einde)
    return _with(_("{name} komt helpen").format(name=name), part.vraag)


def _regie(family: Family, part: Regisseurschap, _wending: Wending) -> str:
    name = _name(family, part.houder)
    text = _("{name} wordt regisseur").format(name=name) if name else _("Er is geen regisseur")
    return _with(text, part.reden)


def _contact(family: Family, part: Contactmoment, _wending: Wending) -> str:
    text = _("{how}, met {names}").format(how=word(part.soort), names=_names(family, part.met))
    return _with(text[:1].upper() + text[1:], part.kort)


def _talk(_family: Family, part: Overleg, _wending: Wending) -> str:
    return _with(word(part.soort)[:1].upper() + word(part.soort)[1:], part.plaats)


def _about(family: Family, part: Bespreking, _wending: Wending) -> str:
    name = _name(family, part.betrokkenheid)
    return _("{name} besproken: {what}").format(name=name, what=word(part.uitkomst))


def _words(family: Family, part: Tekst, _wending: Wending) -> str:
    who = _name(family, part.spreker) or _("het gezin samen")
    return _("{who}: {words}").format(
        who=who, words=f"\N{LEFT DOUBLE QUOTATION MARK}{part.woorden}\N{RIGHT DOUBLE QUOTATION MARK}"
    )


def _goal(_family: Family, part: Doel, _wending: Wending) -> str:
    return _("Doel: {what}").format(what=part.woorden)


def _score(family: Family, part: Score, _wending: Wending) -> str:
    what = get(family.dossier, Doel, part.doel).woorden
    return _("{name} geeft een {n}: {what}").format(name=_name(family, part.spreker), n=part.cijfer, what=what)


def _actie(family: Family, part: Actie, wending: Wending) -> str:
    if wending is Wending.EINDE:
        return _with(_("Klaar: {what}").format(what=part.wat), part.resultaat)
    return _("Afgesproken: {what} ({names})").format(what=part.wat, names=_names(family, part.wie))


def _check(_family: Family, part: Veiligheidscheck, _wending: Wending) -> str:
    return _with(word(part.woord)[:1].upper() + word(part.woord)[1:], part.grond)


def _meldcode(_family: Family, part: MeldcodeStap, _wending: Wending) -> str:
    return _("Meldcode, {part} {words}").format(part=word(part.deel), words=part.wat)


def _agreed(_family: Family, part: Veiligheidsafspraak, wending: Wending) -> str:
    if wending is Wending.EINDE:
        return _with(_("Niet meer nodig: {what}").format(what=part.wat), part.reden)
    return _("Afspraak over veiligheid: {what}").format(what=part.wat)


def _ordered(family: Family, part: Maatregel, wending: Wending) -> str:
    text = _("{what} voor {names} eindigt") if wending is Wending.EINDE else _("{what} voor {names}")
    said = text.format(what=word(part.soort), names=_names(family, part.over))
    return said[:1].upper() + said[1:]


def _stuck(_family: Family, part: Doorbraak, wending: Wending) -> str:
    if wending is Wending.BEGIN:
        return _("Gevraagd aan {who}: {what}").format(who=part.gevraagd_aan, what=part.wat)
    return _with(_("Losgekomen") if part.gelukt else _("Niet gelukt"), part.besluit)


def _version(_family: Family, part: PlanVersie, _wending: Wending) -> str:
    agreed = part.status is VersieStatus.VASTGESTELD
    text = _("Versie {n} is vastgesteld") if agreed else _("Voorstel voor versie {n} is gemaakt")
    return text.format(n=part.nummer)


def _said(family: Family, part: Akkoord, _wending: Wending) -> str:
    number = get(family.dossier, PlanVersie, part.versie).nummer
    text = _("{name} over versie {n}: {what}")
    said = text.format(name=_name(family, part.deelnemer), n=number, what=word(part.antwoord))
    return f"{said}. {part.toelichting}" if part.toelichting else said


def _given(family: Family, part: Verstrekking, _wending: Wending) -> str:
    number = get(family.dossier, PlanVersie, part.versie).nummer
    text = _("{name} kreeg versie {n}, {how}")
    return text.format(name=_name(family, part.deelnemer), n=number, how=word(part.wijze))


def _step(_family: Family, part: Stap, _wending: Wending) -> str:
    return _with(stap_tekst(part.sleutel, part), part.antwoord)


def _between(_family: Family, part: Tussenfase, wending: Wending) -> str:
    if wending is Wending.EINDE:
        return _with(_("De tussentijd is voorbij"), part.nog_niet)
    return tussen_tekst(part)


def _beside(family: Family, part: AnderPlan, wending: Wending) -> str:
    said = _("Gestopt: {what}") if wending is Wending.EINDE else _("Naast ons plan gelegd: {what}")
    return said.format(what=plan_tekst(family, part))


_TELL: dict[type[Any], Callable[[Family, Any, Wending], str]] = {
    Relatie: _related,
    Betrokkenheid: _help,
    Regisseurschap: _regie,
    Contactmoment: _contact,
    Overleg: _talk,
    Bespreking: _about,
    Tekst: _words,
    Doel: _goal,
    Score: _score,
    Actie: _actie,
    Veiligheidscheck: _check,
    MeldcodeStap: _meldcode,
    Veiligheidsafspraak: _agreed,
    Maatregel: _ordered,
    Doorbraak: _stuck,
    PlanVersie: _version,
    Akkoord: _said,
    Verstrekking: _given,
    Stap: _step,
    Tussenfase: _between,
    AnderPlan: _beside,
}
