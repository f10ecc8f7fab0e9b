"""What can be chosen in forms: people, helpers, words of the domain's lists."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from gezinsplan.domain.betrokken import active_on, is_child, present_on
from gezinsplan.domain.kaart import Organisatie, Professional
from gezinsplan.domain.namen import called, helper_name, helper_organisation
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.values import find
from gezinsplan.presenters.fields import Option
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.words import joined, word

E = TypeVar("E", bound=StrEnum)

# The answer that nobody becomes regisseur for now; other than None, which is: not answered yet.
OPEN_PLEK = "open_plek"


def words(kind: type[E], *members: E) -> tuple[Option, ...]:
    """The members of a list, all or these, by their word."""
    return tuple(Option(each, word(each)) for each in members or kind)


def nobody(label: str = "") -> tuple[Option, ...]:
    """The answer that names nobody."""
    return (Option(None, label or _("Niemand")),)


def members(family: Family) -> tuple[Option, ...]:
    """The members of the family, by the name that the plan uses."""
    return _people(family, PersoonSoort.GEZINSLID)


def people(family: Family) -> tuple[Option, ...]:
    """Members of the family, then its netwerk."""
    return (*members(family), *_people(family, PersoonSoort.NETWERK))


def children(family: Family) -> tuple[Option, ...]:
    """The members under 18, and who has no birth date yet."""
    dossier, op = family.dossier, family.op
    found = [
        each
        for each in dossier.personen
        if is_child(dossier, each, op) or (each.soort is PersoonSoort.GEZINSLID and each.geboortedatum is None)
    ]
    return tuple(Option(each.id, called(dossier, family.team.kaart, each.id)) for each in found)


def helpers(family: Family, keep: Iterable[UUID] = ()) -> tuple[Option, ...]:
    """The helpers who are there now, and those of `keep`, with their organisation."""
    kaart, kept = family.team.kaart, {*keep}
    found = [each for each in family.dossier.betrokkenheden if active_on(each, family.op) or each.id in kept]
    return tuple(Option(each.id, helper_name(each, kaart), helper_organisation(each, kaart)) for each in found)


def deelnemers(family: Family, keep: Iterable[UUID] = ()) -> tuple[Option, ...]:
    """Everybody who can do or say something: family and netwerk first, then helpers."""
    kept = {*keep}
    there = [each for each in people(family) if present_on(family.dossier, each.value, family.op) or each.value in kept]
    return (*there, *helpers(family, kept))


def professionals(family: Family) -> tuple[Option, ...]:
    """The professionals of the sociale kaart, by name."""
    kaart = family.team.kaart
    found = sorted(kaart.professionals, key=lambda each: each.naam.casefold())
    return tuple(Option(each.id, each.naam, _organisation(family, each)) for each in found)


def regisseurs(family: Family, there: tuple[Option, ...]) -> tuple[Option, ...]:
    """Who can become regisseur: somebody who is there, a professional who is not yet involved, or nobody for now."""
    involved = {each.professional for each in family.dossier.betrokkenheden if each.tot is None}
    others = tuple(each for each in professionals(family) if each.value not in involved)
    return (
        *nobody(_("Kies iemand")),
        *there,
        *others,
        Option(OPEN_PLEK, _("Nog niemand: de plek is open")),
    )


def suggestion(family: Family, professional: Professional) -> str:
    """How a professional is offered while a name is typed."""
    organisation = _organisation(family, professional)
    return f"{professional.naam} \N{EN DASH} {organisation}" if organisation else professional.naam


def leefgebieden(family: Family) -> tuple[Option, ...]:
    """The life domains of the own list."""
    return tuple(Option(each.id, each.naam) for each in family.team.praktijk.leefgebieden)


def for_whom(family: Family, over: Iterable[UUID]) -> str:
    """Whom a part is about, in words: nobody named is the whole family."""
    names = [called(family.dossier, family.team.kaart, each) for each in over]
    return joined(names) if names else _("het hele gezin")


def _organisation(family: Family, professional: Professional) -> str:
    organisatie = find(family.team.kaart, Organisatie, professional.organisatie)
    return organisatie.naam if organisatie is not None else ""


def _people(family: Family, soort: PersoonSoort) -> tuple[Option, ...]:
    dossier, kaart = family.dossier, family.team.kaart
    return tuple(
        Option(each.id, called(dossier, kaart, each.id), each.naam if each.roepnaam else each.band)
        for each in dossier.personen
        if each.soort is soort
    )
