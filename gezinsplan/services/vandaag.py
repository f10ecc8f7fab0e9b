"""Vandaag: what all families ask for on a day, in words, the longest ago first (product.md 6)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain import vandaag
from gezinsplan.domain.andere_plannen import AnderPlan
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.fasen import houdt_vast
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.momenten import Contactmoment
from gezinsplan.domain.namen import called, helper_name
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.personen import (
    Afscherming,
    Bewoning,
    Gezagsverhouding,
    Huishouden,
    Persoon,
)
from gezinsplan.domain.values import find, get
from gezinsplan.domain.vandaag import Punt, PuntSoort
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidscheck
from gezinsplan.domain.versies import Akkoord, PlanVersie, Verstrekking
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import for_screen
from gezinsplan.storage import values
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.fasen import stap_words
from gezinsplan.texts.folding import fold
from gezinsplan.texts.words import joined, word

_PARTS = (
    Gezin,
    Persoon,
    Huishouden,
    Bewoning,
    Gezagsverhouding,
    Afscherming,
    Betrokkenheid,
    Regisseurschap,
    Actie,
    Overleg,
    Veiligheidscheck,
    Veiligheidsafspraak,
    Maatregel,
    Doorbraak,
    Contactmoment,
    PlanVersie,
    Akkoord,
    Verstrekking,
    Stap,
    Tussenfase,
    AnderPlan,
)


@dataclass(frozen=True, slots=True)
class VandaagRij:
    """One point of one family, in words; `punt` says which part of it."""

    gezin: UUID
    naam: str
    punt: Punt
    wat: str
    wie: str


def rows(caseload: Caseload, op: date) -> tuple[VandaagRij, ...]:
    """Everything of all families, the longest ago first; what is shielded reads "afgeschermd"."""
    team = caseload.team()
    if team is None:
        return ()
    with caseload.vault.read() as conn:
        dossiers = values.load_many(conn, Dossier, _PARTS)
    found = [each for dossier in dossiers for each in of_family(for_screen(dossier, team.kaart, op), team.kaart, op)]
    return tuple(sorted(found, key=lambda each: (each.punt.dag, fold(each.naam), each.punt.onderdeel)))


def of_family(dossier: Dossier, kaart: SocialeKaart, op: date) -> tuple[VandaagRij, ...]:
    """The points of one family."""
    naam = dossier.gezin.naam
    return tuple(
        VandaagRij(dossier.id, naam, each, _what(dossier, kaart, each, op), _who(dossier, kaart, each, op))
        for each in vandaag.punten(dossier, op)
    )


def _what(dossier: Dossier, kaart: SocialeKaart, punt: Punt, op: date) -> str:
    part = punt.onderdeel
    if punt.soort is PuntSoort.GAT:
        return _gap(dossier, kaart, part, op)
    if punt.soort in _VERSION:
        return _version(dossier, kaart, punt)
    if punt.soort in (PuntSoort.ACTIE, PuntSoort.NAVRAGEN, PuntSoort.VRAGEN):
        return get(dossier, Actie, part).wat
    if punt.soort in _TOLD:
        return _TOLD[punt.soort](dossier, part)
    name = joined(called(dossier, kaart, each) for each in punt.onderdelen)
    sentence = {
        PuntSoort.KLAAR: _("Klaar? {name} helpt tijdelijk"),
        PuntSoort.BESCHIKKING: _("De beschikking voor {name} loopt af"),
        PuntSoort.CONTACT: _("Weer spreken: {name}"),
        PuntSoort.GEZAG: _("Gezag opnieuw nakijken: {name}"),
    }
    if punt.soort in sentence:
        return sentence[punt.soort].format(name=name)
    return _("{name} wordt {age}: rechten veranderen").format(name=name, age=_age(dossier, punt))


_VERSION = {
    PuntSoort.GEKREGEN: N_("Versie {n} nog niet gekregen: {names}"),
    PuntSoort.REACTIE: N_("Nog geen reactie op het voorstel voor versie {n}: {names}"),
    PuntSoort.AKKOORD: N_("Nog niet akkoord met versie {n}: {names}"),
    PuntSoort.BEVESTIGEN: N_("Vragen of zij hun deel van versie {n} doen: {names}"),
}
_NAMED = 3


def _version(dossier: Dossier, kaart: SocialeKaart, punt: Punt) -> str:
    given = find(dossier, Verstrekking, punt.onderdeel)
    versie = get(dossier, PlanVersie, given.versie if given is not None else punt.onderdeel)
    people = (given.deelnemer,) if given is not None else punt.ook
    told = [called(dossier, kaart, each) for each in people]
    more = len(told) - _NAMED
    rest = [ngettext("nog {n} ander", "nog {n} anderen", more).format(n=more)] if more > 0 else []
    names = joined([*told[:_NAMED], *rest])
    return _(_VERSION[punt.soort]).format(n=versie.nummer, names=names)


def _step(dossier: Dossier, part: UUID) -> str:
    step = get(dossier, Stap, part)
    return step.tekst or stap_words(step.sleutel)


def _between(dossier: Dossier, part: UUID) -> str:
    between = get(dossier, Tussenfase, part)
    return _("Tussentijd: {what}").format(what=between.nog_niet or between.gestopt)


def _beside(dossier: Dossier, part: UUID) -> str:
    return _("Ander plan loopt af: {what}").format(what=word(get(dossier, AnderPlan, part).soort))


_TOLD: dict[PuntSoort, Callable[[Dossier, UUID], str]] = {
    PuntSoort.DOORBRAAK: lambda dossier, part: get(dossier, Doorbraak, part).wat,
    PuntSoort.VEILIGHEID: lambda _dossier, _part: _("Opnieuw kijken hoe veilig het is"),
    PuntSoort.ANTWOORD: _step,
    PuntSoort.TUSSENTIJD: _between,
    PuntSoort.ANDER_PLAN: _beside,
}


def _age(dossier: Dossier, punt: Punt) -> int:
    born = get(dossier, Persoon, punt.onderdeel).geboortedatum
    return age_on(born, punt.dag) if born is not None else 0


def _gap(dossier: Dossier, kaart: SocialeKaart, part: UUID, op: date) -> str:
    gat = next(each for each in holes(dossier, op) if each.onderdeel == part)
    if gat.soort is GatSoort.REGIE:
        return _("Er is geen regisseur")
    if gat.soort is GatSoort.KIND:
        return _("Niemand heeft contact met {name}").format(name=called(dossier, kaart, part))
    if gat.soort is GatSoort.MAATREGEL:
        return _("Niemand doet dit: {what}").format(what=word(get(dossier, Maatregel, part).soort))
    agreed = find(dossier, Veiligheidsafspraak, part)
    what = agreed.wat if agreed is not None else get(dossier, Actie, part).wat
    return _("Niemand doet dit: {what}").format(what=what)


def _who(dossier: Dossier, kaart: SocialeKaart, punt: Punt, op: date) -> str:
    """Who would do it, or of whom an answer is awaited."""
    if punt.soort in (PuntSoort.ACTIE, PuntSoort.NAVRAGEN, PuntSoort.VRAGEN):
        return joined(called(dossier, kaart, each) for each in get(dossier, Actie, punt.onderdeel).wie)
    if punt.soort is PuntSoort.DOORBRAAK:
        return get(dossier, Doorbraak, punt.onderdeel).gevraagd_aan
    if punt.soort is PuntSoort.TUSSENTIJD:
        holder = houdt_vast(dossier, get(dossier, Tussenfase, punt.onderdeel), op)
        return called(dossier, kaart, holder) or _("niemand houdt dit vast")
    if punt.soort is PuntSoort.ANDER_PLAN:
        plan = get(dossier, AnderPlan, punt.onderdeel)
        return called(dossier, kaart, plan.van) or plan.van_ander
    helper = find(dossier, Betrokkenheid, punt.onderdeel)
    return helper.vraag or helper_name(helper, kaart) if helper is not None else ""
