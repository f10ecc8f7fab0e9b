"""How everybody is called: a person by the name of the plan, a helper by the professional's name or what is known."""

from uuid import UUID

from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.kaart import Organisatie, Professional, SocialeKaart
from gezinsplan.domain.personen import Persoon


def called(dossier: Dossier, kaart: SocialeKaart, deelnemer: UUID | None) -> str:
    """The short name of a person, a helper or (a vervanger) a professional; nobody: an empty text."""
    persoon = _persoon(dossier, deelnemer)
    if persoon is not None:
        return persoon.roepnaam.strip() or persoon.naam
    helper = _helper(dossier, deelnemer)
    if helper is not None:
        return helper_name(helper, kaart)
    professional = professional_of(kaart, deelnemer)
    return professional.naam if professional is not None else ""


def full_name(dossier: Dossier, kaart: SocialeKaart, deelnemer: UUID | None) -> str:
    """The whole name of a person, a helper or a professional; nobody: an empty text."""
    persoon = _persoon(dossier, deelnemer)
    return persoon.naam if persoon is not None else called(dossier, kaart, deelnemer)


def helper_name(betrokkenheid: Betrokkenheid, kaart: SocialeKaart) -> str:
    """The name of the professional; while that is not known what is known of the helper."""
    professional = professional_of(kaart, betrokkenheid.professional)
    return professional.naam if professional is not None else betrokkenheid.omschrijving


def helper_organisation(betrokkenheid: Betrokkenheid, kaart: SocialeKaart) -> str:
    """The organisation for which the helper comes to this family, else that of the professional; or an empty text."""
    return organisation_name(kaart, organisation_id(betrokkenheid, kaart))


def organisation_id(betrokkenheid: Betrokkenheid, kaart: SocialeKaart) -> UUID | None:
    """The organisation for which the helper comes to this family, else that of the professional."""
    if betrokkenheid.organisatie is not None:
        return betrokkenheid.organisatie
    professional = professional_of(kaart, betrokkenheid.professional)
    return professional.organisatie if professional is not None else None


def organisation_name(kaart: SocialeKaart, organisatie: UUID | None) -> str:
    """The name of an organisation; none: an empty text."""
    found = organisation_of(kaart, organisatie)
    return found.naam if found is not None else ""


def professional_of(kaart: SocialeKaart, professional: UUID | None) -> Professional | None:
    """The professional with that id."""
    return next((each for each in kaart.professionals if each.id == professional), None)


def organisation_of(kaart: SocialeKaart, organisatie: UUID | None) -> Organisatie | None:
    """The organisation with that id."""
    return next((each for each in kaart.organisaties if each.id == organisatie), None)


def _persoon(dossier: Dossier, deelnemer: UUID | None) -> Persoon | None:
    return next((each for each in dossier.personen if each.id == deelnemer), None)


def _helper(dossier: Dossier, deelnemer: UUID | None) -> Betrokkenheid | None:
    return next((each for each in dossier.betrokkenheden if each.id == deelnemer), None)
