"""The sociale kaart: somebody who helps is found there or put there, in which families he is, and two made one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import cast
from uuid import UUID

from gezinsplan.domain import ontdubbelen, regie
from gezinsplan.domain.betrokken import status_on
from gezinsplan.domain.delen import shielded_helpers
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidStatus, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import VASTE_BASIS, Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.namen import organisation_id, professional_of
from gezinsplan.domain.personen import Afscherming
from gezinsplan.domain.values import Value, drop, find, get, part_fields, put
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.identity import new_id
from gezinsplan.storage import values
from gezinsplan.texts import _
from gezinsplan.texts.folding import fold


@dataclass(frozen=True, slots=True)
class Visitekaartje:
    """What is known of somebody who helps: with a name one professional of the sociale kaart, else a description."""

    naam: str = ""
    functie: str = ""
    organisatie: str = ""
    sector: Sector = Sector.OVERIG
    telefoon: str = ""
    bereikbaar: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The sociale kaart with that person in it, and the ids for the betrokkenheid."""

    kaart: SocialeKaart
    professional: UUID | None
    organisatie: UUID | None


def organisation_named(kaart: SocialeKaart, naam: str) -> Organisatie | None:
    """The organisation of that name, whatever its capitals."""
    wanted = naam.strip().casefold()
    return next((each for each in kaart.organisaties if each.naam.casefold() == wanted), None)


def place(kaart: SocialeKaart, card: Visitekaartje) -> Found:
    """Find somebody in the sociale kaart, or put him there; without a name only the organisation."""
    kaart, organisatie = _with_organisation(kaart, card)
    if not card.naam.strip():
        return Found(kaart, None, organisatie)
    wanted = card.naam.strip().casefold()
    same = next(
        (each for each in kaart.professionals if each.naam.casefold() == wanted and each.organisatie == organisatie),
        None,
    )
    person = same or Professional(id=new_id(), naam=card.naam.strip(), organisatie=organisatie)
    filled = replace(
        person,
        functie=card.functie or person.functie,
        telefoon=card.telefoon or person.telefoon,
        bereikbaar=card.bereikbaar or person.bereikbaar,
    )
    return Found(put(kaart, filled), filled.id, None)


def _with_organisation(kaart: SocialeKaart, card: Visitekaartje) -> tuple[SocialeKaart, UUID | None]:
    if not card.organisatie.strip():
        return kaart, None
    made = organisation_named(kaart, card.organisatie) or Organisatie(new_id(), card.organisatie.strip(), card.sector)
    return put(kaart, made), made.id


def lookalikes(kaart: SocialeKaart, card: Visitekaartje) -> tuple[ontdubbelen.Dubbelganger, ...]:
    """Who of the sociale kaart may be meant by what was typed, the most alike first; without a name organisations.

    Whoever `place` would take anyway, of that name at that organisation, is among them as GELIJK.
    """
    same_place = organisation_named(kaart, card.organisatie) if card.organisatie.strip() else None
    if card.naam.strip():
        place_id = same_place.id if same_place is not None else None
        return ontdubbelen.dubbelgangers(
            kaart, Professional(new_id(), card.naam, organisatie=place_id, telefoon=card.telefoon)
        )
    return ontdubbelen.dubbelgangers(kaart, Organisatie(new_id(), card.organisatie, card.sector))


def proposed_vaste_basis(kaart: SocialeKaart, professional: UUID | None, organisatie: UUID | None) -> bool:
    """Whether the sector says that this helper comes to every family anyway (product.md 4)."""
    person = find(kaart, Professional, professional)
    found = find(kaart, Organisatie, person.organisatie if person is not None else organisatie)
    return found is not None and found.sector in VASTE_BASIS


def update_card(family: Family, professional: UUID, card: Visitekaartje) -> Family:
    """Correct what the sociale kaart says of somebody, for all families."""
    kaart, organisatie = _with_organisation(family.team.kaart, card)
    changed = replace(
        get(kaart, Professional, professional),
        naam=card.naam,
        functie=card.functie,
        organisatie=organisatie,
        telefoon=card.telefoon,
        bereikbaar=card.bereikbaar,
    )
    return replace(family, team=replace(family.team, kaart=put(kaart, changed)))


# ---------------------------------------------------------------- the page of the sociale kaart


class Rol(StrEnum):
    """What somebody of the sociale kaart is in a family; of several the first of these."""

    HELPT = "helpt"
    KOMT = "komt"
    VERVANGER = "vervanger"
    DOSSIERHOUDER = "dossierhouder"
    HIELP = "hielp"


@dataclass(frozen=True, slots=True)
class InGezin:
    """A family of this vault in which somebody, or an organisation, is or was; `open` until it was closed."""

    gezin: UUID
    kenmerk: str
    naam: str
    open: bool
    rol: Rol


_ROLES = {
    BetrokkenheidStatus.GESTART: Rol.HELPT,
    BetrokkenheidStatus.AANGEMELD: Rol.KOMT,
    BetrokkenheidStatus.WACHTLIJST: Rol.KOMT,
    BetrokkenheidStatus.GESTOPT: Rol.HIELP,
}
_REFERRING = (Gezin, Afscherming, Betrokkenheid, Regisseurschap)


def families_by(caseload: Caseload, op: date) -> Mapping[UUID, tuple[InGezin, ...]]:
    """ "In which of my families", per professional and per organisation; open ones first, then by name.

    Where an Afscherming hides somebody, that family is not among them, without a trace (product.md rule 7).
    """
    team = caseload.team()
    if team is None:
        return {}
    with caseload.vault.read() as conn:
        dossiers = values.load_many(conn, Dossier, _REFERRING)
    found: dict[UUID, list[InGezin]] = {}
    for dossier in dossiers:
        gezin = dossier.gezin
        is_open = gezin.afsluiting is None or op < gezin.afsluiting
        for who, roles in _roles(dossier, team.kaart, op).items():
            rol = min(roles, key=[*Rol].index)
            found.setdefault(who, []).append(InGezin(gezin.id, gezin.kenmerk, gezin.naam, is_open, rol))
    return {
        who: tuple(sorted(each, key=lambda one: (not one.open, fold(one.naam), one.kenmerk)))
        for who, each in found.items()
    }


def _roles(dossier: Dossier, kaart: SocialeKaart, op: date) -> dict[UUID, set[Rol]]:
    hidden = shielded_helpers(dossier, None, op)
    secret = {each.professional for each in hidden}
    found: dict[UUID, set[Rol]] = {}

    def add(who: UUID | None, rol: Rol) -> None:
        if who is not None and who not in secret:
            found.setdefault(who, set()).add(rol)

    add(dossier.gezin.dossierhouder, Rol.DOSSIERHOUDER)
    term = regie.term_on(dossier, op)
    stands_in = professional_of(kaart, term.vervanger if term is not None else None)
    add(stands_in.id if stands_in is not None else None, Rol.VERVANGER)
    for each in dossier.betrokkenheden:
        if each not in hidden:
            rol = _ROLES[status_on(each, op)]
            add(each.professional, rol)
            add(organisation_id(each, kaart), rol)
    return found


def save(caseload: Caseload, kaart: SocialeKaart, *cards: Professional | Organisatie) -> SocialeKaart:
    """Put new or changed people and organisations into the sociale kaart, as one step on its page."""
    (saved,) = caseload.do(_("Sociale kaart gewijzigd"), (kaart, put(kaart, *cards)))
    return cast(SocialeKaart, saved)


def remove(caseload: Caseload, kaart: SocialeKaart, who: UUID) -> SocialeKaart:
    """Take somebody or an organisation out of the sociale kaart; KAART_IN_USE while anything refers to it."""
    team = caseload.team()
    everything = (*_dossiers(caseload, who), kaart, *((team.praktijk,) if team is not None else ()))
    if any(ontdubbelen.refers(each, who) for each in everything):
        raise RuleBroken(Code.KAART_IN_USE, id=who)
    (saved,) = caseload.do(_("Uit de sociale kaart gehaald"), (kaart, drop(kaart, who)))
    return cast(SocialeKaart, saved)


def merge(caseload: Caseload, kaart: SocialeKaart, blijft: UUID, weg: UUID) -> SocialeKaart:
    """Make two entries one, here and in every dossier that refers to it: one step, undone on the page of the kaart."""
    team = caseload.team()
    pairs: list[tuple[Value | None, Value]] = [(kaart, ontdubbelen.join(kaart, blijft, weg))]
    if team is not None and ontdubbelen.refers(team.praktijk, weg):
        pairs.append((team.praktijk, ontdubbelen.refer(team.praktijk, blijft, weg)))
    pairs += [(each, ontdubbelen.refer(each, blijft, weg)) for each in _dossiers(caseload, weg)]
    return cast(SocialeKaart, caseload.do(_("Samengevoegd in de sociale kaart"), *pairs)[0])


def _dossiers(caseload: Caseload, who: UUID) -> list[Dossier]:
    """The whole dossiers, open and closed, that refer to somebody or to an organisation."""
    with caseload.vault.read() as conn:
        light = values.load_many(conn, Dossier, _REFERRING)
        wanted = [each.id for each in light if ontdubbelen.refers(each, who)]
        return values.load_many(conn, Dossier, part_fields(Dossier), wanted) if wanted else []
