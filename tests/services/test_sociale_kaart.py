"""Somebody who helps is found in the sociale kaart, or put there once."""

from dataclasses import replace
from datetime import date

from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from gezinsplan.domain.values import get, put
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.sociale_kaart import Visitekaartje, place, proposed_vaste_basis, update_card
from tests import make

SCHOOL = Organisatie(make.uid(850), "De Triangel", Sector.ONDERWIJS)


def test_a_known_professional_is_found_whatever_the_capitals() -> None:
    kaart = make.a_kaart()
    found = place(kaart, Visitekaartje("sanne dijkstra", organisatie="de brug", functie="regisseur"))
    assert found.professional == make.a_professional().id
    assert get(found.kaart, Professional, make.a_professional().id).functie == "regisseur"
    assert len(found.kaart.organisaties) == 1


def test_what_is_left_empty_stays_as_it_was() -> None:
    found = place(make.a_kaart(), Visitekaartje("Sanne Dijkstra", organisatie="De Brug"))
    assert get(found.kaart, Professional, make.a_professional().id) == make.a_professional()


def test_the_same_name_elsewhere_is_somebody_else() -> None:
    found = place(make.a_kaart(), Visitekaartje("Sanne Dijkstra", organisatie="Anders", sector=Sector.WELZIJN))
    assert found.professional != make.a_professional().id
    assert [each.sector for each in found.kaart.organisaties if each.naam == "Anders"] == [Sector.WELZIJN]


def test_without_a_name_only_the_organisation_is_placed() -> None:
    found = place(make.a_kaart(), Visitekaartje(organisatie="De Brug"))
    assert (found.professional, found.organisatie) == (None, make.an_organisatie().id)
    assert place(make.a_kaart(), Visitekaartje()).organisatie is None


def test_the_sector_proposes_the_vaste_basis() -> None:
    kaart = put(make.a_kaart(), SCHOOL, Professional(make.uid(950), "juf Meryem", organisatie=SCHOOL.id))
    assert proposed_vaste_basis(kaart, make.uid(950), None)
    assert proposed_vaste_basis(kaart, None, SCHOOL.id)
    assert not proposed_vaste_basis(kaart, make.a_professional().id, None)
    assert not proposed_vaste_basis(kaart, None, None)


def test_a_card_is_corrected_for_all_families() -> None:
    family = Family(make.a_dossier(), Team(make.a_kaart(), make.a_praktijk()), date(2026, 11, 22))
    after = update_card(family, make.a_professional().id, Visitekaartje("Sanne de Boer", telefoon="06-1"))
    changed = get(after.team.kaart, Professional, make.a_professional().id)
    assert (changed.naam, changed.telefoon, changed.organisatie) == ("Sanne de Boer", "06-1", None)
    assert after == replace(family, team=replace(family.team, kaart=after.team.kaart))
