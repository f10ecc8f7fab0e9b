"""What is double, forgotten or without a goal, in words; and the matrix of who does what."""

from gezinsplan.domain.values import Part
from gezinsplan.presenters.werk import Cel, Regel, Rooster, Soort, rooster, werk
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_kaart,
    a_praktijk,
    a_regisseurschap,
    an_actie,
    day,
    uid,
)

SANNE, DOEL = uid(32), uid(61)
GELD = a_praktijk().leefgebieden[0]


def a_family(*parts: Part) -> Family:
    """Sanne is regisseur; Rob has nothing to do until a part says so."""
    sanne = a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="")
    dossier = a_dossier(sanne, a_betrokkenheid(), a_regisseurschap(houder=SANNE), *parts)
    return Family(dossier, Team(a_kaart(), a_praktijk()), day(100))


def test_who_comes_without_a_goal_is_a_question() -> None:
    (row,) = werk(a_family())
    assert (row.soort, row.onderdeel, row.tekst) == (Soort.ZONDER_DOEL, ROB, "Rob van de begeleiding")
    assert row.onder == "Er staat geen doel of afspraak bij. Waarvoor komt deze persoon?"


def test_a_goal_without_anybody_comes_first() -> None:
    gap, _orphan = werk(a_family(a_doel()))
    assert (gap.soort, gap.onderdeel) == (Soort.ZONDER_IEMAND, DOEL)
    assert (gap.tekst, gap.onder) == ("Ik wil rust in huis.", "Bij dit doel doet nu niemand iets.")


def test_what_two_do_is_asked_about() -> None:
    family = a_family(
        a_doel(leefgebied=GELD.id, over=(MAMA,)),
        a_betrokkenheid(doelen=(DOEL,)),
        a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", doelen=(DOEL,)),
    )
    (double,) = (each for each in werk(family) if each.soort is Soort.DUBBEL)
    assert double.tekst == f"{GELD.naam}, voor mama"
    assert "Rob van de begeleiding" in double.onder
    assert "Sanne Dijkstra" in double.onder
    assert double.onder.endswith("Is dat nodig?")


def test_nothing_to_say_of_a_family_in_which_each_has_something_to_do() -> None:
    assert werk(a_family(a_doel(), a_betrokkenheid(doelen=(DOEL,)))) == ()


def cell(found: Rooster, who: str, subject: str) -> Cel:
    return found.cellen[found.mensen.index(who)][found.onderwerpen.index(subject)]


def test_the_matrix_names_helpers_and_own_people() -> None:
    family = a_family(
        a_doel(leefgebied=GELD.id, over=(MAMA,)),
        a_betrokkenheid(doelen=(DOEL,)),
        an_actie(doel=DOEL, wie=(OMA,)),
        a_doel(id=uid(62), woorden="Slapen", leefgebied=None, prioriteit=2),
    )
    found = rooster(family)
    assert found.mensen[:2] == ("het hele gezin", "mama")
    assert found.onderwerpen == (GELD.naam, "zonder onderwerp")
    money = cell(found, "mama", GELD.naam)
    assert money.regels == (Regel("Rob van de begeleiding (doel 1)", False), Regel("oma (doel 1)", True))
    assert not money.dubbel
    assert cell(found, "het hele gezin", GELD.naam) == Cel((), False)


def test_help_without_a_goal_has_no_number() -> None:
    found = rooster(a_family(a_betrokkenheid(leefgebieden=(GELD.id,), over=(KIND,))))
    (row,) = (row for row in found.cellen if row[0].regels)
    assert row[0].regels == (Regel("Rob van de begeleiding", False),)


def test_nothing_yet() -> None:
    assert rooster(a_family()).onderwerpen == ()
