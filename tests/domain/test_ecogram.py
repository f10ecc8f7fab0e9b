"""The drawing of who stands around the family."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.ecogram import Deelnemer, crosses, draw, overlap
from gezinsplan.domain.tekening import SIDE, Kleur, Lid, Punt, Tekening, Vak

ALMOST = 1e-6
MANY_MEMBERS = tuple(Lid(str(each), f"Lid {each}") for each in range(9))


def people(inside: int, outside: int, places: tuple[Punt | None, ...] = ()) -> tuple[Deelnemer, ...]:
    colours = list(Kleur)
    return tuple(
        Deelnemer(
            str(number),
            f"Naam {number}",
            "functie",
            colours[number % len(colours)],
            number >= inside,
            places[number] if number < len(places) else None,
        )
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
    assert max(drawing.reikwijdte()) <= SIDE / 2
    assert 0 < drawing.hart <= SIDE / 2


@pytest.mark.parametrize("count", [*range(12), 15, 22, 30, 40, 60, 100])
def test_nobody_stands_in_the_way_of_another(count: int) -> None:
    for inside in {0, count, count // 2}:
        check(draw("Familie", "", people(inside, count - inside)))
    check(draw("Familie", "", people(count, 0), leden=MANY_MEMBERS))


def test_a_box_stays_large_enough_to_read() -> None:
    widths = [draw("", "", people(count - count // 3, count // 3)).vakken[0].breedte for count in (5, 15, 30)]
    assert widths[:2] == [190, 190]
    assert widths[2] > 115


spots = st.none() | st.tuples(st.floats(0, SIDE), st.floats(0, SIDE))


@settings(max_examples=40)
@given(st.integers(0, 25), st.integers(0, 15), st.lists(spots, max_size=12), st.permutations(range(60)))
def test_whatever_the_mix(inside: int, outside: int, places: list[Punt | None], order: list[int]) -> None:
    around = people(inside, outside, tuple(places))
    around = tuple(sorted(around, key=lambda each: order[int(each.id)]))
    drawing = draw("Familie Yılmaz", "2 mensen", around)
    check(drawing)
    assert drawing == draw("Familie Yılmaz", "2 mensen", around)
    assert [box.id for box in drawing.vakken] == [each.id for each in around]
    assert [line.kleur for line in drawing.lijnen] == [box.kleur for box in drawing.vakken]


def test_all_on_one_spot_stand_side_by_side() -> None:
    places = ((0.0, 0.0), (0.0, 0.0), (500.0, 500.0), (1000.0, 1000.0))
    drawing = draw("", "", people(4, 0, places))
    check(drawing)
    first, second, in_the_middle, last = drawing.vakken
    assert (first.x, first.y) == (95, 40)
    assert hypot(second.x - first.x, second.y - first.y) < 130
    assert 150 < hypot(in_the_middle.x - 500, in_the_middle.y - 500) < 220
    assert (last.x, last.y) == (905, 960)


def test_boxes_get_smaller_where_places_by_hand_leave_no_room() -> None:
    """A lattice of boxes with just too little room in between, and more people who want a place in it."""
    aside = tuple((x, 40.0 + 150 * row) for x in (100.0, 900.0) for row in range(7))
    full = (*aside, *((500.0, y) for y in (45.0, 195.0, 345.0, 655.0, 805.0, 955.0)))
    for places, outside in (((*full, (0.0, 0.0)), 0), (full, 0), (full, 1)):
        drawing = draw("", "", people(21 - outside, outside, places))
        check(drawing)
        assert drawing.vakken[0].breedte < 190


def test_who_was_put_by_hand_stands_there_and_only_who_is_in_the_way_makes_room() -> None:
    plain = draw("", "", people(12, 3))
    there = (plain.vakken[3].x, plain.vakken[3].y)
    moved = draw("", "", people(12, 3, (there,)))
    check(moved)
    assert (moved.vakken[0].x, moved.vakken[0].y) == there
    assert moved.vakken[3] != plain.vakken[3]
    assert [*moved.vakken[1:3], *moved.vakken[4:]] == [*plain.vakken[1:3], *plain.vakken[4:]]
    aside = draw("", "", people(12, 3, ((95.0, 960.0),)))
    assert aside.vakken[1:] == plain.vakken[1:]


def test_no_line_passes_behind_somebody_while_there_is_room() -> None:
    for count in range(9):
        boxes = draw("", "", people(count, 2)).vakken
        assert not any(crosses(one.x, one.y, other) for one in boxes for other in boxes if one is not other)


def test_who_is_not_shown_keeps_his_place_free() -> None:
    """From fifteen to two: nobody moves."""
    everybody = people(15, 4)
    whole = {box.id: box for box in draw("", "", everybody).vakken}
    for gone in range(20):
        shown = {each.id for each in everybody[gone:]}
        drawing = draw("", "", everybody, tonen=shown)
        assert {box.id: box for box in drawing.vakken} == {each: whole[each] for each in shown}
        assert len(drawing.lijnen) == len(shown)
        assert drawing.ooit == draw("", "", everybody).ooit
        assert {*drawing.ringen} <= {*draw("", "", everybody).ringen}


def test_how_far_all_reach_is_the_same_whoever_is_shown() -> None:
    everybody = people(15, 0)
    whole = draw("", "", everybody)
    near = min(whole.vakken, key=lambda box: hypot(box.x - 500, box.y - 500))
    one = draw("", "", everybody, tonen={near.id})
    assert one.ooit == whole.ooit == whole.reikwijdte()
    assert one.reikwijdte() != one.ooit


def test_the_middle_has_room_for_all_members_there_ever_were() -> None:
    alone = draw("", "", people(6, 0), MANY_MEMBERS[:2], ooit_leden=5)
    assert alone.vakken == draw("", "", people(6, 0), MANY_MEMBERS[:5]).vakken
    assert alone.vakken != draw("", "", people(6, 0), MANY_MEMBERS[:2]).vakken


def test_an_empty_family_is_only_the_middle() -> None:
    drawing = draw("Familie", "niemand", ())
    assert (drawing.midden, drawing.onder) == ("Familie", "niemand")
    assert (drawing.ringen, drawing.lijnen, drawing.vakken) == ((), (), ())
    assert drawing.reikwijdte() == (drawing.hart, drawing.hart)


def test_who_stands_outside_stands_further_away_on_a_dashed_ring() -> None:
    drawing = draw("Familie", "", people(3, 2))
    assert [ring.gestreept for ring in drawing.ringen] == [False, True]
    far = [hypot(box.x - SIDE / 2, box.y - SIDE / 2) for box in drawing.vakken]
    assert max(far[:3]) < min(far[3:])
    assert [(box.titel, box.onder) for box in drawing.vakken][:1] == [("Naam 0", "functie")]


def test_who_goes_first_stands_nearest() -> None:
    crowd = tuple(Deelnemer(str(each), "", "", Kleur.NETWERK, False) for each in range(20))
    leader = Deelnemer("x", "", "", Kleur.REGISSEUR, False, voorop=True)
    *others, last = draw("", "", (*crowd, leader)).vakken
    assert hypot(last.x - 500, last.y - 500) <= min(hypot(each.x - 500, each.y - 500) for each in others) + 10


def test_a_line_goes_from_edge_to_edge_with_what_is_known_of_the_tie() -> None:
    for place in ((500.0, 100.0), (900.0, 500.0), (100.0, 200.0)):
        who = Deelnemer("1", "Oma", "buur", Kleur.NETWERK, False, place, Bandsterkte.STERK, Richting.BEIDE, "PE")
        drawing = draw("", "", (who,))
        (line,), (box,) = drawing.lijnen, drawing.vakken
        assert hypot(line.x1 - 500, line.y1 - 500) == pytest.approx(drawing.hart)
        aside, above = abs(line.x2 - box.x), abs(line.y2 - box.y)
        assert aside == pytest.approx(box.breedte / 2) or above == pytest.approx(box.hoogte / 2)
        assert (line.sterkte, line.richting, box.regel) == (Bandsterkte.STERK, Richting.BEIDE, "P\u00a0E\u00a0· buur")


@pytest.mark.parametrize(
    ("x", "y", "gap", "expected"),
    [(0, 0, 0, True), (9, 0, 0, True), (10, 0, 0, False), (0, 4, 0, False), (10, 3, 1, True), (11, 5, 1, False)],
)
def test_overlap_is_about_both_directions(x: float, y: float, gap: float, expected: bool) -> None:
    def box(left: float, top: float) -> Vak:
        return Vak("", left, top, 10, 4, Kleur.NETWERK, "", "")

    assert overlap(box(0, 0), box(x, y), gap) is expected


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [(700, 500, True), (560, 500, False), (500, 700, False), (300, 500, False), (700, 540, True), (700, 600, False)],
)
def test_a_line_crosses_what_lies_between(x: float, y: float, expected: bool) -> None:
    assert crosses(x, y, Vak("", 600, 500, 40, 40, Kleur.NETWERK, "", "")) is expected


def test_a_line_straight_up_crosses_what_lies_above() -> None:
    assert crosses(500, 200, Vak("", 510, 300, 40, 40, Kleur.NETWERK, "", ""))
    assert crosses(800, 500, Vak("", 650, 510, 40, 40, Kleur.NETWERK, "", ""))
    assert not crosses(800, 500, Vak("", 650, 530, 40, 40, Kleur.NETWERK, "", ""))
