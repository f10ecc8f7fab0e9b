"""Who stands around the family now: as what somebody is here, every human being once, and the drawing of it."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain import betrokken, regie
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, BetrokkenheidStatus, Vorm
from gezinsplan.domain.ecogram import Plek, draw
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.namen import called, helper_name, helper_organisation
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.tekening import Kleur, Tekening
from gezinsplan.domain.values import find
from gezinsplan.services.caseload import Family
from gezinsplan.texts import N_, _, ngettext
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined


class Rol(StrEnum):
    """As what somebody is here now, in the order of the table."""

    REGISSEUR = "regisseur"
    VAST = "vast"
    TIJDELIJK = "tijdelijk"
    VASTE_BASIS = "vaste_basis"
    OP_AFSTAND = "op_afstand"
    VRIJWILLIGER = "vrijwilliger"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"
    AANGEMELD = "aangemeld"
    WACHTLIJST = "wachtlijst"
    GESTOPT = "gestopt"


_ROLLEN = {
    Rol.REGISSEUR: N_("regisseur"),
    Rol.VAST: N_("vast"),
    Rol.TIJDELIJK: N_("tijdelijk"),
    Rol.VASTE_BASIS: N_("vaste basis"),
    Rol.OP_AFSTAND: N_("op afstand"),
    Rol.VRIJWILLIGER: N_("vrijwilliger"),
    Rol.ERVARINGSDESKUNDIGE: N_("ervaringsdeskundige"),
    Rol.AANGEMELD: N_("aangemeld"),
    Rol.WACHTLIJST: N_("wachtlijst"),
    Rol.GESTOPT: N_("gestopt"),
}
_CROWDED, _LONG_NAME = 10, 18
WACHTEND = frozenset({Rol.AANGEMELD, Rol.WACHTLIJST})
BEZIG = frozenset(Rol) - WACHTEND - {Rol.GESTOPT}


def rol_word(rol: Rol) -> str:
    """The word on the chip."""
    return _(_ROLLEN[rol])


_NIET_HIER = {
    BetrokkenheidStatus.AANGEMELD: Rol.AANGEMELD,
    BetrokkenheidStatus.WACHTLIJST: Rol.WACHTLIJST,
    BetrokkenheidStatus.GESTOPT: Rol.GESTOPT,
}
_VORMEN = {Vorm.VAST: Rol.VAST, Vorm.BIJGESCHAKELD: Rol.TIJDELIJK, Vorm.OP_AFSTAND: Rol.OP_AFSTAND}


def rol_of(family: Family, helper: Betrokkenheid) -> Rol:
    """As what a helper is here on the day of the family."""
    status = betrokken.status_on(helper, family.op)
    if status in _NIET_HIER:
        return _NIET_HIER[status]
    if betrokken.is_regisseur(family.dossier, helper, family.op):
        return Rol.REGISSEUR
    if not betrokken.is_beroepskracht(helper):
        expert = helper.soort is BetrokkenheidSoort.ERVARINGSDESKUNDIGE
        return Rol.ERVARINGSDESKUNDIGE if expert else Rol.VRIJWILLIGER
    return Rol.VASTE_BASIS if helper.vaste_basis else _VORMEN[helper.vorm]


def mensen(family: Family) -> list[tuple[Betrokkenheid, Rol]]:
    """Everybody who helps now, once, by the most important of what he does here; in the order of the table."""
    found: dict[UUID, tuple[Betrokkenheid, Rol]] = {}
    order = [*Rol]
    for helper in family.dossier.betrokkenheden:
        rol = rol_of(family, helper)
        known = found.get(betrokken.person_of(helper))
        if rol in BEZIG and (known is None or order.index(rol) < order.index(known[1])):
            found[betrokken.person_of(helper)] = helper, rol
    return sorted(found.values(), key=lambda each: order.index(each[1]))


def netwerk(family: Family) -> list[Persoon]:
    """The own people around the family who are there now."""
    people = (each for each in family.dossier.personen if each.soort is PersoonSoort.NETWERK)
    return [each for each in people if betrokken.present_on(family.dossier, each.id, family.op)]


def tekening(family: Family) -> tuple[Tekening, str]:
    """The drawing, and what it shows in words."""
    dossier, op = family.dossier, family.op
    places = tuple(_plek(family, *each) for each in mensen(family))
    own = tuple(_plek_netwerk(family, each) for each in netwerk(family))
    members = [each for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID]
    number = sum(betrokken.present_on(dossier, each.id, op) for each in members)
    under = ngettext("{n} persoon", "{n} personen", number).format(n=number)
    near = [each for each in (*places, *own) if not each.buiten]
    far = [each for each in places if each.buiten]
    parts = [_("In het midden staat het gezin, {people}.").format(people=under)]
    parts += [_("Daaromheen: {names}.").format(names=_named(near))] if near else []
    parts += [_("Verder weg: {names}.").format(names=_named(far))] if far else []
    drawn = (*near, *far)
    helpers = {str(each.id) for each in dossier.betrokkenheden if each.professional is not None}
    most = _LONG_NAME if len(drawn) <= _CROWDED else 0
    drawn = tuple(
        replace(each, titel=_short(each.titel)) if each.id in helpers and len(each.titel) > most else each
        for each in drawn
    )
    return draw(_("Gezin"), under, drawn), " ".join(parts)


def _short(name: str) -> str:
    """S. Dijkstra: a long name, or a whole one where many stand around the family, cannot be read."""
    first, *rest = name.split()
    return f"{first[0]}. {' '.join(rest)}" if rest else name


def _named(places: Iterable[Plek]) -> str:
    return joined(f"{each.titel} ({each.onder})" if each.onder else each.titel for each in places)


def _plek(family: Family, helper: Betrokkenheid, rol: Rol) -> Plek:
    counted = betrokken.counts(family.dossier, helper, family.op)
    inside = counted or rol is Rol.REGISSEUR
    kleur = Kleur.TELT_MEE if counted else Kleur.ERBIJ
    kleur = {Rol.REGISSEUR: Kleur.REGISSEUR, Rol.TIJDELIJK: Kleur.TIJDELIJK}.get(rol, kleur)
    name = helper_name(helper, family.team.kaart)
    return Plek(str(helper.id), name, _onder(family, helper, rol), kleur, buiten=not inside)


def _onder(family: Family, helper: Betrokkenheid, rol: Rol) -> str:
    """The line under a name: regisseur, until when, or what somebody is."""
    if rol is Rol.TIJDELIJK and helper.verwacht_tot is not None:
        return _("tot {date}").format(date=short_date(helper.verwacht_tot, family.op))
    if rol in (Rol.REGISSEUR, Rol.TIJDELIJK, Rol.VRIJWILLIGER):
        return rol_word(rol)
    person = find(family.team.kaart, Professional, helper.professional)
    function = person.functie.strip() if person is not None else ""
    return function or helper_organisation(helper, family.team.kaart)


def _plek_netwerk(family: Family, persoon: Persoon) -> Plek:
    term = regie.term_on(family.dossier, family.op)
    leads = term is not None and term.houder == persoon.id
    under = _("regisseur") if leads else persoon.band.strip() or _("netwerk")
    kleur = Kleur.REGISSEUR if leads else Kleur.NETWERK
    return Plek(str(persoon.id), called(family.dossier, family.team.kaart, persoon.id), under, kleur, buiten=False)
