"""Is dit dezelfde?: what a line brought into the sociale kaart looks like something that was there already."""

from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain.kaart import Organisatie, Professional, SocialeKaart
from gezinsplan.domain.namen import organisation_name
from gezinsplan.domain.values import drop, parts, put
from gezinsplan.presenters.kaart_rijen import alike_ids
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.texts import _


@dataclass(frozen=True, slots=True)
class Twijfel:
    """Somebody new, or a new organisation, that looks like one of the sociale kaart; `zelfde` makes them one."""

    tekst: str
    zelfde: Rule


def doubt(before: Family, after: Family) -> Twijfel | None:
    """Whether what a line brought into the sociale kaart may have been there already; a person decides."""
    there = {each.id for each in parts(before.team.kaart)}
    cards = _cards(after.team.kaart)
    new = [each.id for each in cards.values() if each.id not in there]
    for each in new:
        for other in alike_ids(after.team.kaart, each):
            text = _("{naam} lijkt op {ander} in uw sociale kaart. Is dit dezelfde?")
            told = text.format(naam=cards[each].naam, ander=_on_card(after.team.kaart, cards[other]))
            return Twijfel(told, _same(each, other, frozenset(new)))
    return None


def _cards(kaart: SocialeKaart) -> dict[UUID, Professional | Organisatie]:
    """The people, then the organisations, by id."""
    return {**{each.id: each for each in kaart.professionals}, **{each.id: each for each in kaart.organisaties}}


def _on_card(kaart: SocialeKaart, part: Professional | Organisatie) -> str:
    works = organisation_name(kaart, part.organisatie) if isinstance(part, Professional) else ""
    return f"{part.naam} ({works})" if works else part.naam


def _same(made: UUID, known: UUID, new: frozenset[UUID]) -> Rule:
    """The rule that lets what was just made be what was there already; an organisation made for it alone goes too."""

    def rule(family: Family) -> Family:
        kaart, dossier = family.team.kaart, family.dossier
        for each in dossier.betrokkenheden:
            one = known if each.professional == made else each.professional
            house = known if each.organisatie == made else each.organisatie
            dossier = put(dossier, replace(each, professional=one, organisatie=house))
        moved = (replace(each, organisatie=known) for each in kaart.professionals if each.organisatie == made)
        kaart = drop(put(kaart, *moved), made)
        used = {each.organisatie for each in kaart.professionals}
        used |= {each.organisatie for each in dossier.betrokkenheden}
        kaart = drop(kaart, *(each.id for each in kaart.organisaties if each.id in new - used))
        return replace(family, dossier=dossier, team=replace(family.team, kaart=kaart))

    return rule
