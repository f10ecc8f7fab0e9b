from gezinsplan.domain.namen import called, full_name, helper_organisation
from tests.printing import families


def test_everybody_has_a_short_and_a_whole_name() -> None:
    make = families.big()
    dossier, kaart = make.dossier, make.kaart
    mama, sanne, volunteer = dossier.personen[0].id, dossier.betrokkenheden[0].id, dossier.betrokkenheden[6].id
    inge = kaart.professionals[1].id
    assert [called(dossier, kaart, each) for each in (mama, sanne, volunteer, inge, kaart.id, None)] == [
        "mama", "Sanne Dijkstra", "Vrijwilliger van Humanitas", "Inge Prins", "", "",
    ]  # fmt: skip
    assert [full_name(dossier, kaart, each) for each in (mama, sanne, volunteer, inge, kaart.id, None)] == [
        "Anouk de Vries", "Sanne Dijkstra", "Vrijwilliger van Humanitas",
        "Inge Prins", "", "",
    ]  # fmt: skip


def test_the_organisation_for_which_a_helper_comes_goes_first() -> None:
    make = families.Maker()
    own, other = make.organisatie("Eigen"), make.organisatie("Andere")
    make.helper(make.professional("Rob", own), organisatie=other)
    make.helper(make.professional("Sanne", own))
    assert [helper_organisation(each, make.kaart) for each in make.dossier.betrokkenheden] == ["Andere", "Eigen"]
