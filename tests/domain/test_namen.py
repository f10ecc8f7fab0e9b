"""How people are called."""

from uuid import UUID

import pytest

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.namen import called, full_name, helper_name, helper_organisation
from tests.make import (
    KIND,
    MAMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_professional,
    an_organisatie,
    uid,
)

SANNE, BEA, BRUG, SCHOOL = uid(901), uid(902), uid(801), uid(802)
KAART = a_kaart(a_professional(id=BEA, naam="Bea", organisatie=None), an_organisatie(id=SCHOOL, naam="De Ark"))


@pytest.mark.parametrize(
    ("who", "plan", "full"),
    [
        (None, "", ""),
        (uid(999), "", ""),
        (MAMA, "mama", "Elif Yılmaz"),
        (KIND, "Noor Yılmaz", "Noor Yılmaz"),
        (SANNE, "Sanne Dijkstra", "Sanne Dijkstra"),
        (BEA, "Bea", "Bea"),
        (ROB, "Rob van de begeleiding", "Rob van de begeleiding"),
        (uid(32), "Sanne Dijkstra", "Sanne Dijkstra"),
    ],
)
def test_the_plan_calls_people_as_the_family_does(who: UUID | None, plan: str, full: str) -> None:
    dossier = a_dossier(a_betrokkenheid(), a_betrokkenheid(id=uid(32), professional=SANNE))
    assert called(dossier, KAART, who) == plan
    assert full_name(dossier, KAART, who) == full


@pytest.mark.parametrize(
    ("helper", "naam", "organisatie"),
    [
        (a_betrokkenheid(professional=SANNE), "Sanne Dijkstra", "De Brug"),
        (a_betrokkenheid(professional=SANNE, organisatie=SCHOOL), "Sanne Dijkstra", "De Ark"),
        (a_betrokkenheid(professional=BEA), "Bea", ""),
        (a_betrokkenheid(omschrijving="juf", organisatie=SCHOOL), "juf", "De Ark"),
        (a_betrokkenheid(omschrijving="iemand"), "iemand", ""),
        (a_betrokkenheid(omschrijving="wie?", professional=uid(999), organisatie=BRUG), "wie?", "De Brug"),
    ],
)
def test_a_helper_without_a_name_is_who_the_family_says(helper: Betrokkenheid, naam: str, organisatie: str) -> None:
    assert (helper_name(helper, KAART), helper_organisation(helper, KAART)) == (naam, organisatie)
