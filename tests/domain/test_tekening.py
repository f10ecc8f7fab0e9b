"""Lines with teeth and arrows, and letters that fit in a box."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.opschrift import LINE, breaks, opschrift
from gezinsplan.domain.tekening import Kleur, Lijn


def line(sterkte: Bandsterkte = Bandsterkte.GEWOON, richting: Richting | None = None, far: float = 100) -> Lijn:
    return Lijn(0, 0, far, 0, Kleur.NETWERK, sterkte, richting)


def test_only_a_tense_tie_has_teeth() -> None:
    assert line(Bandsterkte.STERK).punten() == ((0, 0), (100, 0))
    points = line(Bandsterkte.GESPANNEN).punten()
    assert (points[0], points[-1]) == ((0, 0), (100, 0))
    assert {y for _, y in points} == {0, 8, -8}
    assert [x for x, _ in points] == sorted(x for x, _ in points)


def test_an_arrow_points_where_help_goes() -> None:
    tips = {richting: [head[0][0] for head in line(richting=richting).pijlen()] for richting in (*Richting, None)}
    assert tips == {
        Richting.NAAR_GEZIN: [0], Richting.VAN_GEZIN: [100], Richting.BEIDE: [0, 100], None: [],
    }  # fmt: skip


def test_a_line_ends_at_its_arrows_and_a_thick_one_has_larger_ones() -> None:
    thin, thick = line(richting=Richting.NAAR_GEZIN), line(Bandsterkte.STERK, Richting.NAAR_GEZIN)
    heads = [each.pijlen()[0][1] for each in (thin, thick)]
    assert heads[1] == pytest.approx((1.5 * heads[0][0], 1.5 * heads[0][1]))
    for each, head in zip((thin, thick), heads, strict=True):
        assert 0 < each.punten()[0][0] < head[0]
        assert each.punten()[-1] == (100, 0)


@pytest.mark.parametrize("far", [1, 20, 40])
def test_arrows_leave_some_of_a_short_line(far: float) -> None:
    short = line(Bandsterkte.STERK, Richting.BEIDE, far)
    (_, one, _), (_, other, _) = short.pijlen()
    assert one[0] < other[0]
    assert len(line(Bandsterkte.GESPANNEN, Richting.BEIDE, far).punten()) == 5


def test_a_line_without_length_can_be_drawn_too() -> None:
    assert all(hypot(*each) < 30 for each in line(Bandsterkte.GESPANNEN, Richting.BEIDE, 0).punten())


def wide(text: str, bold: bool) -> float:
    return len(text) * (0.6 if bold else 0.5)


HALVES = ("Stichting Jeugdbescherming", "Rotterdam Rijnmond")
LONG, ORGANISATION = "Aleida van der Meulen-Oosterhuis", "Stichting Jeugdbescherming Rotterdam Rijnmond"


@pytest.mark.parametrize(
    ("name", "under", "room", "expected"),
    [
        ("Ria", "buurvrouw", (80, 30), [("Ria", 9.5), ("buurvrouw", 8.74)]),
        ("Ria", "", (80, 30), [("Ria", 9.5)]),
        (LONG, "", (80, 30), [("Aleida van der", None), ("Meulen-Oosterhuis", None)]),
        (LONG, "school", (80, 30), [("Aleida van der", None), ("Meulen-Oosterhuis", None), ("school", None)]),
        ("Ria", ORGANISATION, (100, 30), [("Ria", None), *((each, None) for each in HALVES)]),
        ("Ria", "Verslavingsinstelling", (40, 30), [("Ria", None), ("Verslavingsi…", None)]),
        ("Ria", "Bewindvoering", (80, 10), [("Ria", None)]),
        ("Ria", ORGANISATION, (30, 30), [("Ria", None), ("Stichting", None), ("Jeugdbesc…", None)]),
        ("w" * 40, "", (80, 30), [("w" * 28 + "…", None)]),
        ("Ria", "", (0, 0), [("…", 0)]),
    ],
)  # fmt: skip
def test_a_name_and_the_line_under_it(
    name: str, under: str, room: tuple[float, float], expected: list[tuple[str, float | None]]
) -> None:
    lines = opschrift(name, under, room, (6.5, 9.5), wide)
    assert [each.tekst for each in lines] == [text for text, _ in expected]
    for each, (_, size) in zip(lines, expected, strict=True):
        assert size is None or each.maat == pytest.approx(size)


@given(st.text("abc -", min_size=1, max_size=40), st.text("abc -", max_size=60), st.floats(10, 200), st.floats(10, 60))
def test_nothing_is_wider_or_higher_than_its_room(name: str, under: str, width: float, height: float) -> None:
    lines = opschrift(name, under, (width, height), (6.5, 9.5), wide)
    assert all(each.maat * wide(each.tekst, each.vet) <= width * 1.001 for each in lines)
    assert sum(LINE * each.maat for each in lines) <= height * 1.001
    bold = "".join(each.tekst for each in lines if each.vet)
    assert "…" in bold or bold.replace(" ", "") == name.replace(" ", "")
    assert "…" not in bold or any(wide(word, True) * 4.55 > width * 0.999 for word in name.split(" "))


def test_a_name_breaks_at_spaces_and_behind_hyphens() -> None:
    assert list(breaks("Jan-Piet de Wit", 2)) == [
        ("Jan-", "Piet de Wit"),
        ("Jan-Piet", "de Wit"),
        ("Jan-Piet de", "Wit"),
    ]
    assert list(breaks("Ria", 2)) == []
