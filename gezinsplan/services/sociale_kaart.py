"""Somebody who helps: found in the sociale kaart or put there, and involved in this family, in one step."""

from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain.kaart import VASTE_BASIS, Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.values import find, get, put
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id


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
