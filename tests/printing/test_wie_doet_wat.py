"""The matrix on paper: heads and names come again, everybody is on it, and it is read without colour."""

import re
from dataclasses import replace

import pytest

from gezinsplan.domain.kaart import Leefgebied
from gezinsplan.domain.wie_doet_wat import wie_doet_wat
from gezinsplan.printing.layout import LIGGEND
from gezinsplan.printing.wie_doet_wat import wie_doet_wat_blad
from tests.printing import families
from tests.printing.families import OP, Maker
from tests.printing.paper import Paper

AREAS = (
    "Wonen", "Geld", "Werk", "School", "Opvoeden", "Relaties", "Gezondheid", "Gevoel", "Gewoonten", "Vrije tijd",
    "Veiligheid", "Justitie",
)  # fmt: skip


def spread(make: Maker) -> Maker:
    """Everybody works in two leefgebieden, for one member or for all."""
    make.leefgebieden = tuple(Leefgebied(make.id(), each) for each in AREAS)
    people = [each.id for each in make.dossier.personen][:4]
    helpers = [
        replace(
            each,
            leefgebieden=(make.leefgebieden[at % 12].id, make.leefgebieden[(at * 5 + 3) % 12].id),
            over=(people[at % len(people)],) if at % 3 else (),
        )
        for at, each in enumerate(make.dossier.betrokkenheden)
    ]
    make.dossier = replace(make.dossier, betrokkenheden=tuple(helpers))
    return make


def printed(make: Maker) -> Paper:
    return Paper(make.papier(), wie_doet_wat_blad)


def together(paper: Paper) -> str:
    """All the text without spaces: a name may be broken over two lines of a cell."""
    return "".join(page.extract_text() for page in paper.reader.pages).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("count", [0, 7, 40])
def test_everybody_of_the_matrix_is_on_it(count: int) -> None:
    make = spread(families.crowded(count))
    matrix = wie_doet_wat(make.dossier, make.kaart, make.leefgebieden, OP)
    text = together(printed(make))
    names = {each.naam for rij in matrix.rijen for vakje in rij.vakjes for each in vakje.wie}
    assert names
    assert not [name for name in names if name.replace(" ", "") not in text]
    assert all(kolom.naam.replace(" ", "") in text for kolom in matrix.kolommen)


def test_heads_and_names_come_again_on_each_page() -> None:
    paper = printed(spread(families.crowded(40)))
    assert len(paper.pages) > 3
    for page, said in zip(paper.reader.pages, paper.pages, strict=True):
        assert float(page.mediabox.width) == pytest.approx(LIGGEND.breedte, abs=1)
        body = said.split("De doelen")[0]
        assert sum(each in body for each in AREAS) >= 2
        assert re.search(r"heel\s+gezin|mama|papa|Lisa|Emre", body)
        assert "Nr 26-0412" in said


def test_a_double_cell_says_so_in_words_and_names_who_is_there_for_all() -> None:
    make = Maker()
    mama = make.persoon("Anouk", "mama")
    make.leefgebieden = (Leefgebied(make.id(), "Geld"),)
    geld = (make.leefgebieden[0].id,)
    make.regisseur(None, "x")
    make.helper(None, omschrijving="Voor allen", leefgebieden=geld)
    make.helper(None, omschrijving="Alleen mama", leefgebieden=geld, over=(mama,))
    flat = printed(make).flat
    assert "doen meer mensen" in flat
    assert "en voor heel gezin: Voor allen" in flat
    assert "twee of meer hulpverleners doen dit voor dezelfde persoon" in flat
    assert "familie, vrienden en buren" not in flat


def test_goals_have_the_numbers_of_the_plan() -> None:
    make = families.big()
    plan, matrix = Paper(make.papier()).flat, printed(make).flat
    for number, words in ((1, "Het is rustig in huis na het eten."), (3, "Emre gaat elke dag naar school.")):
        assert f"{number} “{words}”" in plan
        assert f"{number} “{words}”" in matrix
    assert "○ oma Fatma (doel 1)" in matrix


def test_nobody_does_anything_yet() -> None:
    assert "Er staat nog niet wie wat doet." in printed(families.empty()).flat


def test_texts_without_an_end_stay_on_the_page() -> None:
    make = spread(families.long_names())
    paper = printed(make)
    boxes = re.findall(r'xMin="([-\d.]+)" .*?xMax="([-\d.]+)"', paper.poppler("pdftotext", "-bbox", "-", "-"))
    assert all(float(left) > 0 and float(right) < LIGGEND.breedte for left, right in boxes)


def test_what_belongs_to_no_listed_leefgebied() -> None:
    make = families.big()
    make.leefgebieden = ()
    flat = printed(make).flat
    assert "zonder onderwerp" in flat
    assert "ander onderwerp" in flat
