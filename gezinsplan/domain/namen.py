"""How people are called: in the plan by the name chosen per person, in lists by their full name."""

from uuid import UUID

from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.kaart import Organisatie, Professional, SocialeKaart
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find


def called(dossier: Dossier, kaart: SocialeKaart, deelnemer: UUID | None) -> str:
    """The name by which the plan calls somebody ("mama", "Sanne Dijkstra"); empty for nobody."""
    persoon = find(dossier, Persoon, deelnemer)
    if persoon is not None:
        return persoon.roepnaam or persoon.naam
    return full_name(dossier, kaart, deelnemer)


def full_name(dossier: Dossier, kaart: SocialeKaart, deelnemer: UUID | None) -> str:
    """The full name of a person, a helper, or a professional of the sociale kaart; empty for nobody."""
    persoon = find(dossier, Persoon, deelnemer)
    if persoon is not None:
        return persoon.naam
    helper = find(dossier, Betrokkenheid, deelnemer)
    if helper is not None:
        return helper_name(helper, kaart)
    professional = find(kaart, Professional, deelnemer)
    return professional.naam if professional is not None else ""


def helper_name(betrokkenheid: Betrokkenheid, kaart: SocialeKaart) -> str:
    """The name in the sociale kaart; while it is unknown who the family says it is ("iemand van de GGZ")."""
    professional = find(kaart, Professional, betrokkenheid.professional)
    return professional.naam if professional is not None else betrokkenheid.omschrijving


def helper_organisation(betrokkenheid: Betrokkenheid, kaart: SocialeKaart) -> str:
    """The organisation that the helper comes from; empty when it is not known."""
    professional = find(kaart, Professional, betrokkenheid.professional)
    wanted = professional.organisatie if professional is not None else betrokkenheid.organisatie
    organisatie = find(kaart, Organisatie, wanted)
    return organisatie.naam if organisatie is not None else ""
