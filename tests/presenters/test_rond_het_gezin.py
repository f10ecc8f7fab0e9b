"""The drawing of who stands around the family in words and boxes, and what its card shows; without a window."""

from dataclasses import replace
from datetime import date

import pytest

from gezinsplan.domain.banden import Bandsterkte, Richting, Steun
from gezinsplan.domain.dossier import BetrokkenheidSoort, Vorm
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.tekening import Kleur
from gezinsplan.domain.values import Part
from gezinsplan.presenters.ecogram import box_of, dagen, ecogram_kaart, voor_wie, years_before
from gezinsplan.presenters.rond_het_gezin import tekening
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    START,
    a_band,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_kind,
    a_persoon,
    a_praktijk,
    a_professional,
    a_regisseurschap,
    an_afscherming,
    an_oma,
    day,
    on,
    uid,
)

SANNE = uid(32)


def a_family(*parts: Part, op: int = 100) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(op))


def sanne(**changes: object) -> Part:
    """The one with a name, of De Brug."""
    return a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", **changes)


def test_everybody_stands_around_the_family_once() -> None:
    parts = (
        sanne(),
        a_betrokkenheid(id=uid(33), professional=uid(901), over=(KIND,)),
        a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, verwacht_tot=day(130)),
        a_betrokkenheid(id=uid(34), omschrijving="juf Meryem", vaste_basis=True),
        a_betrokkenheid(id=uid(35), omschrijving="weg", tot=on(20)),
        a_regisseurschap(houder=SANNE),
    )
    drawing, told = tekening(a_family(*parts))
    assert {each.titel: (each.onder, each.kleur) for each in drawing.vakken} == {
        "Sanne Dijkstra": ("regisseur", Kleur.REGISSEUR),
        "Rob van de begeleiding": ("tot 10 mei", Kleur.TIJDELIJK),
        "oma": ("netwerk", Kleur.NETWERK),
        "juf Meryem": ("", Kleur.ERBIJ),
    }
    assert drawing.onder == "2 personen"
    assert told == (
        "In het midden staat het gezin, 2 personen. Daaromheen: Sanne Dijkstra (regisseur), "
        "Rob van de begeleiding (tot 10 mei) en oma (netwerk). Verder weg: juf Meryem."
    )


@pytest.mark.parametrize("houder", [OMA, ROB])
def test_who_is_regisseur_without_being_a_professional_is_drawn_so(houder: object) -> None:
    volunteer = a_betrokkenheid(soort=BetrokkenheidSoort.VRIJWILLIGER)
    drawing, _told = tekening(a_family(volunteer, a_regisseurschap(houder=houder)))
    (leader,) = (each for each in drawing.vakken if each.kleur is Kleur.REGISSEUR)
    assert (leader.id, leader.onder) == (str(houder), "regisseur")


def test_in_a_crowd_names_are_short_but_told_whole() -> None:
    people = [a_professional(id=uid(910 + at), naam=f"Rob de Boer{at}") for at in range(12)]
    family = a_family(*(a_betrokkenheid(id=uid(310 + at), professional=uid(910 + at)) for at in range(12)))
    drawing, told = tekening(replace(family, team=replace(family.team, kaart=a_kaart(*people))))
    assert {"R. de Boer3", "oma"} <= {each.titel for each in drawing.vakken}
    assert "Rob de Boer3 (begeleider)" in told


# ---------------------------------------------------------------- another day, around one


def test_an_earlier_day_says_so_and_shows_who_was_there() -> None:
    family = a_family(sanne(), a_betrokkenheid(tot=on(50)))
    now, then = (ecogram_kaart(family, day(at), None) for at in (100, 49))
    assert [each.titel for each in now.tekening.vakken] == ["oma", "Sanne Dijkstra"]
    assert then.tekst.startswith("Zo was het op 19 februari 2024. In het midden staat het gezin")
    assert "Rob van de begeleiding" in then.tekst
    assert now.tekst.startswith("In het midden")
    assert {*now.tekening.vakken} < {*then.tekening.vakken}


def test_around_one_member_only_who_is_there_for_that_one() -> None:
    family = a_family(sanne(over=(KIND,)), a_betrokkenheid(over=(MAMA,)), a_kind(roepnaam="Noor"))
    card = ecogram_kaart(family, family.op, KIND)
    assert [each.titel for each in card.tekening.vakken] == ["oma", "Sanne Dijkstra"]
    assert card.tekst.startswith("In het midden staat Noor.")


def test_there_is_a_choice_of_members_who_are_there() -> None:
    family = a_family(a_persoon(roepnaam="mama"), a_kind(roepnaam="Noor"))
    assert [(each.value, each.label) for each in voor_wie(family)] == [
        (None, "Voor iedereen"),
        (MAMA, "Voor mama"),
        (KIND, "Voor Noor"),
    ]
    assert voor_wie(a_family(a_persoon(tot=day(10)))) == ()


def test_the_days_are_those_on_which_something_changed_and_each_year_back() -> None:
    parts = (
        sanne(vanaf=on(-400), tot=on(50)),
        a_betrokkenheid(vanaf=on(10), tot=on(300)),
        a_betrokkenheid(id=uid(33), vanaf=None),
        an_oma(tot=day(70)),
        a_regisseurschap(houder=SANNE, vanaf=day(20), tot=None),
        a_regisseurschap(id=uid(999), houder=None, vanaf=START, tot=day(20)),
    )
    family = a_family(*parts)
    expected = {day(-400), day(100 - 366), day(0), day(10), day(20), day(50), day(70), day(100)}
    assert {*dagen(family)} == expected
    assert [*dagen(family)] == sorted(expected)
    assert dagen(a_family()) == (day(100),)


def test_a_year_before_the_last_of_february() -> None:
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)
    assert years_before(date(2025, 11, 22), -1) == date(2026, 11, 22)


def test_a_box_is_found_by_the_human_being() -> None:
    """Rob came in two periods; his row of the first leads to his box of now."""
    parts = (sanne(tot=on(30)), a_betrokkenheid(id=uid(33), professional=uid(901), vanaf=on(30)), a_betrokkenheid())
    family = a_family(*parts)
    drawing = ecogram_kaart(family, family.op, None).tekening
    assert box_of(family, drawing, SANNE) == str(uid(33))
    assert box_of(family, drawing, OMA) == str(OMA)
    assert (box_of(family, drawing, None), box_of(family, drawing, MAMA)) == ("", "")


# ---------------------------------------------------------------- what the signs mean


def test_only_signs_that_occur_are_explained() -> None:
    parts = (
        sanne(),
        a_betrokkenheid(vaste_basis=True),
        a_betrokkenheid(id=uid(33), soort=BetrokkenheidSoort.VRIJWILLIGER),
        a_regisseurschap(houder=SANNE),
        a_band(steun=(Steun.EMOTIONEEL, Steun.PRAKTISCH)),
        a_band(id=uid(970), deelnemer=ROB, sterkte=Bandsterkte.GESPANNEN, richting=Richting.BEIDE),
    )
    legend = ecogram_kaart(a_family(*parts), day(100), None).legenda
    assert [(each.kleur, each.tekst) for each in legend if each.kleur] == [
        (Kleur.REGISSEUR, "regisseur"),
        (Kleur.NETWERK, "familie, vrienden en buren"),
        (Kleur.ERBIJ, "telt niet mee: vaste basis, vrijwilliger"),
    ]
    assert [each.sterkte for each in legend if each.sterkte] == [Bandsterkte.STERK, Bandsterkte.GESPANNEN]
    assert [each.richting for each in legend if each.richting] == [Richting.NAAR_GEZIN, Richting.BEIDE]
    assert [(each.letter, each.tekst) for each in legend if each.letter] == [
        ("P", "praktische hulp"),
        ("E", "steun bij gevoelens"),
    ]


def test_who_is_shielded_is_masked_on_every_day_and_keeps_his_own_place() -> None:
    shield = an_afscherming(beschermt=(KIND,), wat=(Feit.HULPVERLENER,), betrokkenheden=(SANNE,))
    family = a_family(sanne(), a_betrokkenheid(), shield, a_kind())
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    for at in (50, 100):
        card = ecogram_kaart(seen, day(at), None)
        told = card.tekst + "".join(each.titel + each.onder for each in card.tekening.vakken)
        assert "Dijkstra" not in told
        assert "De Brug" not in told
        assert "afgeschermd" in told
