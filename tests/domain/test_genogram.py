"""The genogram: generations as rows, nothing over anything else, whoever belongs to whom."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.genogram import VAK_HOOG, Genogram, Leven, genogram, leven
from gezinsplan.domain.omtrek import Kader, omtrek
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.relaties import RelatieSoort, check_relatie
from gezinsplan.domain.stamboom import VAK_BREED
from gezinsplan.domain.takken import Verband, streepjes
from gezinsplan.domain.tekening import Punt
from gezinsplan.domain.values import put
from tests.domain.stambomen import OP, Tree, eight, fifteen, three
from tests.make import a_dossier, uid

S = RelatieSoort


def drawn(dossier: Dossier, op: date = OP) -> Genogram:
    names = {each.id: each.naam for each in dossier.personen}
    return genogram(dossier, op, names.__getitem__, lambda persoon: persoon.band)


def boxes(drawing: Genogram) -> dict[str, Kader]:
    wide, high = VAK_BREED / 2, VAK_HOOG / 2
    return {each.naam: Kader(each.x - wide, each.y - high, each.x + wide, each.y + high) for each in drawing.mensen}


def crossed(box: Kader, line: Iterable[Punt]) -> bool:
    """Whether a line of level and upright stretches goes through the inside of a box."""
    return any(
        min(x1, x2) < box.rechts - 0.1
        and max(x1, x2) > box.links + 0.1
        and min(y1, y2) < box.onder - 0.1
        and max(y1, y2) > box.boven + 0.1
        for (x1, y1), (x2, y2) in pairwise(line)
    )


def holds(drawing: Genogram) -> None:
    """Nothing lies over anything that must be read."""
    people, heads = [*boxes(drawing).values()], [each.kop for each in drawing.huizen]
    assert not [pair for pair in combinations([*people, *heads], 2) if pair[0].raakt(pair[1])]
    assert not [line for line in drawing.strepen for box in people if crossed(box, line.punten)]
    assert not [line for home in drawing.huizen for line in home.lijnen for box in people if crossed(box, line)]
    assert not [line for line in drawing.strepen for head in heads if crossed(head, line.punten)]
    inside = Kader(0, 0, drawing.breedte, drawing.hoogte)
    points = [point for each in drawing.strepen for point in each.punten]
    points += [point for home in drawing.huizen for line in home.lijnen for point in line]
    points += [corner for box in people for corner in ((box.links, box.boven), (box.rechts, box.onder))]
    assert all(inside.links <= x <= inside.rechts and inside.boven <= y <= inside.onder for x, y in points)


@pytest.mark.parametrize("family", [three, eight, fifteen])
def test_nothing_lies_over_anything(family: type[Tree]) -> None:
    dossier = family().dossier
    drawing = drawn(dossier)
    assert len(drawing.mensen) == len(dossier.personen)
    holds(drawing)
    assert drawn(dossier) == drawing


def rows(drawing: Genogram) -> list[list[str]]:
    heights = sorted({each.y for each in drawing.mensen})
    return [
        [each.naam for each in sorted(drawing.mensen, key=lambda one: one.x) if each.y == height] for height in heights
    ]


def test_generations_are_rows_and_partners_stand_side_by_side() -> None:
    found = rows(drawn(eight().dossier))
    assert found == [["opa Jan", "oma Riet"], ["Henk", "mama", "papa"], ["Lot", "Sem", "Noor"]]


def test_lines_tell_what_people_are() -> None:
    drawing = drawn(eight().dossier)
    kinds = [each.verband for each in drawing.strepen]
    assert kinds.count(Verband.PAAR) == 2
    assert kinds.count(Verband.UIT_ELKAAR) == 1
    assert Verband.STIEFOUDER in kinds
    assert [each.overleden for each in drawing.mensen if each.naam == "opa Jan"] == [True]
    assert {each.naam for each in drawing.mensen if not each.lid} == {"oma Riet", "opa Jan"}


def test_children_hang_below_the_middle_of_their_parents() -> None:
    drawing = drawn(three().dossier)
    place = {each.naam: each.x for each in drawing.mensen}
    assert place["Noor"] == pytest.approx((place["mama"] + place["papa"]) / 2)


def test_a_home_is_an_outline_with_a_name() -> None:
    drawing = drawn(three().dossier)
    people = boxes(drawing)
    assert [each.naam for each in drawing.huizen] == ["bij mama", "bij papa"]
    for home, away in zip(drawing.huizen, ("papa", "mama"), strict=True):
        assert len(home.lijnen) == 1  # the child is tied to the parent
        assert not crossed(people[away], home.lijnen[0])


@pytest.mark.parametrize(
    ("naam", "left"),
    [("thuis", True), ("bij mama en papa samen", False), ("een naam die nergens past " * 4, False)],
)
def test_a_name_stands_where_it_first_fits_beside_the_lines(naam: str, left: bool) -> None:
    tree = Tree()
    one, other = tree.who("een", 1980), tree.who("ander", 1981)
    tree.tie(one, S.PARTNER, other)
    tree.tie(tree.who("oma", 1950), S.OUDER, one)
    tree.home(naam, one, other)
    drawing = drawn(tree.dossier)
    holds(drawing)
    place = {each.naam: each.x for each in drawing.mensen}
    assert place["een"] < place["ander"]
    assert (drawing.huizen[0].kop.rechts < place["een"]) is left


def test_homes_of_other_days_and_people_are_not_drawn() -> None:
    tree = three()
    before, home = tree.dossier.huishoudens
    tree.dossier = put(
        tree.dossier, replace(before, tot=Datum(2020)), replace(home, vanaf=Datum(2020), tot=Datum(2030))
    )
    tree.home("leeg")
    assert [each.naam for each in drawn(tree.dossier).huizen] == ["bij papa"]


def test_a_home_in_pieces_keeps_its_pieces() -> None:
    """An oma and her grandchild: the row between them is not theirs."""
    tree = three()
    oma = tree.who("oma", 1960)
    tree.tie(oma, S.OUDER, tree.dossier.personen[0].id)
    tree.home("bij oma", oma, tree.dossier.personen[2].id)
    found = drawn(tree.dossier)
    holds(found)
    assert len(found.huizen[-1].lijnen) == 2


def test_many_homes_stay_apart_from_the_neighbours() -> None:
    tree = three()
    people = [each.id for each in tree.dossier.personen]
    for number in range(4):
        tree.home(f"huis {number}", people[0], people[2])
    holds(drawn(tree.dossier))


def test_without_family_there_is_nothing_to_draw() -> None:
    assert drawn(a_dossier()) == Genogram()
    tree = Tree()
    tree.tie(tree.who("A"), S.BUUR, tree.who("B"))
    assert not drawn(tree.dossier).mensen


def test_who_hangs_together_with_nobody_stands_with_who_is_as_old() -> None:
    tree = eight()
    tree.who("Nina", 2011)
    tree.who("Guus", 1983)
    tree.who("Onbekend")
    tree.who("buur", 1980, lid=False)
    found = rows(drawn(tree.dossier))
    assert "Nina" in found[2]
    assert "Guus" in found[1]
    assert "Onbekend" in found[2]
    assert not any("buur" in row for row in found)


@pytest.mark.parametrize("partners", [True, False])
def test_a_partner_from_another_generation_still_stands_above_the_children(partners: bool) -> None:
    tree = Tree()
    oma, mama, kind = tree.who("oma", 1950), tree.who("mama", 1975), tree.who("kind", 1999)
    baby = tree.who("baby", 2025)
    tree.tie(oma, S.OUDER, mama)
    tree.tie(mama, S.OUDER, kind)
    if partners:
        tree.tie(oma, S.PARTNER, kind)
    tree.tie(kind, S.OUDER, baby)
    tree.tie(oma, S.OUDER, baby)
    drawing = drawn(tree.dossier)
    holds(drawing)
    assert rows(drawing) == [["oma"], ["mama"], ["kind"], ["baby"]]
    assert (Verband.PAAR in {each.verband for each in drawing.strepen}) is partners


def test_three_partners_are_tied_around_each_other() -> None:
    tree = Tree()
    mid = tree.who("midden", 1980)
    for number, soort in enumerate((S.EX_PARTNER, S.EX_PARTNER, S.PARTNER)):
        other = tree.who(f"partner {number}", 1981 + number)
        tree.tie(mid, soort, other)
        child = tree.who(f"kind {number}", 2010 + number)
        tree.tie(mid, S.OUDER, child)
        tree.tie(other, S.OUDER, child)
    holds(drawn(tree.dossier))


def test_elders_whose_line_is_told_already_get_no_second_one() -> None:
    def kinds(*soorten: tuple[str, S, str]) -> list[Verband]:
        tree = Tree()
        years = {"oma": 1955, "mama": 1980, "tante": 1982, "kind": 2012}
        people = {name: tree.who(name, year) for name, year in years.items()}
        for one, soort, other in soorten:
            tree.tie(people[one], soort, people[other])
        drawing = drawn(tree.dossier)
        holds(drawing)
        return [each.verband for each in drawing.strepen]

    known = (("oma", S.OUDER, "mama"), ("mama", S.OUDER, "kind"))
    assert Verband.FAMILIE not in kinds(*known, ("oma", S.GROOTOUDER, "kind"))
    assert Verband.FAMILIE in kinds(("mama", S.OUDER, "kind"), ("oma", S.GROOTOUDER, "kind"))
    assert Verband.FAMILIE in kinds(("tante", S.OOM_OF_TANTE, "kind"), ("mama", S.OUDER, "kind"))
    assert Verband.FAMILIE not in kinds(*known, ("oma", S.OUDER, "tante"), ("tante", S.OOM_OF_TANTE, "kind"))
    assert Verband.FAMILIE not in kinds(*known, ("oma", S.OUDER, "tante"), ("tante", S.BROER_OF_ZUS, "mama"))
    told = kinds(("mama", S.OUDER, "kind"), ("tante", S.BROER_OF_ZUS, "mama"), ("tante", S.OOM_OF_TANTE, "kind"))
    assert told.count(Verband.FAMILIE) == 1


def test_sisters_of_other_generations_have_no_line_of_their_own() -> None:
    tree = Tree()
    one, other, child = tree.who("A", 1970), tree.who("B", 1990), tree.who("C", 2010)
    tree.tie(one, S.OUDER, other)
    tree.tie(other, S.OUDER, child)
    tree.tie(child, S.HALFBROER_OF_ZUS, one)
    holds(drawn(tree.dossier))


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({}, Leven()),
        ({"geboortedatum": Datum(2012, 11, 25)}, Leven(14, True, 2012)),
        ({"geboortedatum": Datum(2012, 11, 26)}, Leven(13, True, 2012)),
        ({"geboortedatum": Datum(2012)}, Leven(13, False, 2012)),
        ({"geboortedatum": Datum(2026)}, Leven(None, False, 2026)),
        ({"geboortedatum": Datum(1950), "overleden_op": OP}, Leven(None, False, 1950, 2026)),
        ({"overleden_op": OP}, Leven(None, False, None, 2026)),
        ({"geboortedatum": Datum(1950, 1, 1), "overleden_op": date(2026, 11, 26)}, Leven(76, True, 1950)),
    ],
)
def test_what_is_known_of_a_life(changes: dict[str, object], known: Leven) -> None:
    assert leven(replace(Persoon(uid(5), PersoonSoort.GEZINSLID, "X"), **changes), OP) == known  # type: ignore[arg-type]


def test_two_strokes_across_the_longest_stretch() -> None:
    one, other = streepjes(((0, 10), (0, 30), (100, 30), (100, 10)))
    assert one[0][0] < one[1][0] < other[1][0]
    assert {(one[0][1] + one[1][1]) / 2, (other[0][1] + other[1][1]) / 2} == {30}


def test_the_outline_of_what_touches_is_one_and_of_what_does_not_is_two() -> None:
    found = omtrek([Kader(0, 0, 10, 10), Kader(0, 10, 4, 20)])
    assert list(found) == [((0, 0), (10, 0), (10, 10), (4, 10), (4, 20), (0, 20), (0, 0))]
    assert len(omtrek([Kader(0, 0, 10, 10), Kader(20, 0, 30, 10)])) == 2


_TIES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(S), st.sampled_from([None, 2010, 2030])),
    max_size=22,
)


@settings(max_examples=100, deadline=None)
@given(_TIES, st.lists(st.lists(st.integers(0, 9), max_size=6), max_size=3), st.lists(st.integers(0, 9), max_size=4))
def test_whoever_belongs_to_whom_it_can_be_drawn(
    ties: list[tuple[int, int, S, int | None]], homes: list[list[int]], unborn: list[int]
) -> None:
    tree = Tree()
    people = [tree.who(f"mens {each}", None if each in unborn else 1950 + 7 * each) for each in range(10)]
    for one, other, soort, since in ties:
        before = tree.dossier
        tree.tie(people[one], soort, people[other], vanaf=since)
        try:
            check_relatie(tree.dossier.relaties[-1], before.relaties)
        except RuleBroken:
            tree.dossier = before
    for number, home in enumerate(homes):
        tree.home(f"huis {number}", *(people[each] for each in sorted({*home})))
    holds(drawn(tree.dossier))
