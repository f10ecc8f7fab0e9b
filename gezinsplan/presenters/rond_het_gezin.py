"""Who stands around the family now: as what somebody is here, every human being once, and the drawing of it."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain import betrokken
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, BetrokkenheidStatus, Vorm
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.namen import called, helper_organisation
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.rondom import Naaste, Woorden, helpers, rondom, teken
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
    order = [*Rol]
    found = [(each.delen[0], rol_of(family, each.delen[0])) for each in helpers(family.dossier, family.op)]
    return sorted(found, key=lambda each: order.index(each[1]))


def netwerk(family: Family) -> list[Persoon]:
    """The own people around the family who are there now."""
    people = (each for each in family.dossier.personen if each.soort is PersoonSoort.NETWERK)
    return [each for each in people if betrokken.present_on(family.dossier, each.id, family.op)]


def tekening(family: Family, lid: UUID | None = None) -> tuple[Tekening, str]:
    """The drawing of the day of the family, and what it shows in words; with `lid` only who is there for that one."""
    dossier, op = family.dossier, family.op
    people = rondom(dossier, op, lid)
    members = [each for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID]
    number = sum(betrokken.present_on(dossier, each.id, op) for each in members)
    inside = ngettext("{n} persoon", "{n} personen", number).format(n=number)
    most = _LONG_NAME if len(people) <= _CROWDED else 0
    words = Woorden(
        midden=_("Gezin"),
        onder_midden=inside,
        naam=lambda naaste: _short(family, naaste, most),
        onder=lambda naaste: _onder(family, naaste),
    )
    parts = [_("In het midden staat het gezin, {people}.").format(people=inside)]
    if lid is not None:
        parts = [_("In het midden staat {name}.").format(name=called(dossier, family.team.kaart, lid))]
    near, far = ([each for each in people if each.buiten is outside] for outside in (False, True))
    parts += [_("Daaromheen: {names}.").format(names=_named(family, near))] if near else []
    parts += [_("Verder weg: {names}.").format(names=_named(family, far))] if far else []
    return teken(dossier, family.team.kaart, op, words, lid=lid), " ".join(parts)


def _naam(family: Family, naaste: Naaste) -> str:
    return called(family.dossier, family.team.kaart, naaste.id)


def _short(family: Family, naaste: Naaste, most: int) -> str:
    """S. Dijkstra: a long name of a helper, or a whole one where many stand around the family, cannot be read."""
    name = _naam(family, naaste)
    first, *rest = name.split()
    known = any(each.professional is not None for each in naaste.delen)
    return f"{first[0]}. {' '.join(rest)}" if known and rest and len(name) > most else name


def _named(family: Family, people: Iterable[Naaste]) -> str:
    told = ((_naam(family, each), _onder(family, each)) for each in people)
    return joined(f"{name} ({under})" if under else name for name, under in told)


def _onder(family: Family, naaste: Naaste) -> str:
    """The line under a name: regisseur, until when, or what somebody is."""
    if naaste.persoon is not None:
        leads = naaste.kleur is Kleur.REGISSEUR
        return _("regisseur") if leads else naaste.persoon.band.strip() or _("netwerk")
    helper = naaste.delen[0]
    rol = rol_of(family, helper)
    if rol is Rol.TIJDELIJK and helper.verwacht_tot is not None:
        return _("tot {date}").format(date=short_date(helper.verwacht_tot, family.op))
    if rol in (Rol.REGISSEUR, Rol.TIJDELIJK, Rol.VRIJWILLIGER):
        return rol_word(rol)
    person = find(family.team.kaart, Professional, helper.professional)
    function = person.functie.strip() if person is not None else ""
    return function or helper_organisation(helper, family.team.kaart)
