"""The drawing of who stands around the family."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezinsplan.domain.ecogram import Plek, draw, overlap
from gezinsplan.domain.tekening import SIDE, Kleur, Tekening, Vak

ALMOST = 1e-6


def people(inside: int, outside: int) -> tuple[Plek, ...]:
    colours = list(Kleur)
    return tuple(
        Plek(str(number), f"Naam {number}", "functie", colours[number % len(colours)], number >= inside)
        for number in range(inside + outside)
    )


def check(drawing: Tekening) -> None:
    """No two boxes overlap, none lies on the family, and everything stands inside the square."""
    for one, other in combinations(drawing.vakken, 2):
        assert not overlap(one, other), (one, other)
    for box in drawing.vakken:
        aside = max(0.0, abs(box.x - SIDE / 2) - box.breedte / 2)
        above = max(0.0, abs(box.y - SIDE / 2) - box.hoogte / 2)
        assert hypot(aside, above) >= drawing.hart
        assert box.breedte / 2 - ALMOST <= box.x <= SIDE - box.breedte / 2 + ALMOST
        assert box.hoogte / 2 - ALMOST <= box.y <= SIDE - box.hoogte / 2 + ALMOST
    for ring in drawing.ringen:
        assert drawing.hart < ring.straal <= SIDE / 2 + ALMOST
    assert 0 < drawing.hart <= SIDE / 2


@pytest.mark.parametrize("count", range(41))
def test_nobody_stands_in_the_way_of_another(count: int) -> None:
    for inside in {count, count // 2}:
        check(draw("Familie", "", people(inside, count - inside)))


@pytest.mark.parametrize(("inside", "outside"), [(9, 20), (10, 20), (19, 4)])
def test_a_ring_with_few_people_stays_inside_too(inside: int, outside: int) -> None:
    check(draw("Familie", "", people(inside, outside)))


@settings(max_examples=20)
@given(st.integers(0, 25), st.integers(0, 15))
def test_whatever_the_mix(inside: int, outside: int) -> None:
    around = people(inside, outside)
    drawing = draw("Familie Yılmaz", "2 mensen", around)
    check(drawing)
    assert drawing == draw("Familie Yılmaz", "2 mensen", around)
    assert sorted(box.id for box in drawing.vakken) == sorted(each.id for each in around)
    assert [(line.x2, line.y2, line.kleur) for line in drawing.lijnen] == [
        (box.x, box.y, box.kleur) for box in drawing.vakken
    ]


def test_an_empty_family_is_only_the_middle() -> None:
    drawing = draw("Familie", "niemand", ())
    assert (drawing.midden, drawing.onder) == ("Familie", "niemand")
    assert (drawing.ringen, drawing.lijnen, drawing.vakken) == ((), (), ())


def test_who_stands_outside_stands_further_away_on_a_dashed_ring() -> None:
    drawing = draw("Familie", "", people(3, 2))
    assert [ring.gestreept for ring in drawing.ringen] == [False, True]
    far = [hypot(box.x - SIDE / 2, box.y - SIDE / 2) for box in drawing.vakken]
    assert max(far[:3]) < min(far[3:])
    assert [(box.titel, box.onder) for box in drawing.vakken][:1] == [("Naam 0", "functie")]


@pytest.mark.parametrize(
    ("x", "y", "gap", "expected"),
    [(0, 0, 0, True), (9, 0, 0, True), (10, 0, 0, False), (0, 4, 0, False), (10, 3, 1, True), (11, 5, 1, False)],
)
def test_overlap_is_about_both_directions(x: float, y: float, gap: float, expected: bool) -> None:
    def box(left: float, top: float) -> Vak:
        return Vak("", left, top, 10, 4, Kleur.NETWERK, "", "")

    assert overlap(box(0, 0), box(x, y), gap) is expected
