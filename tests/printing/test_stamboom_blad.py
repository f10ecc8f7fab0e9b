"""The genogram on paper: everybody on one page, whoever may read it."""

from dataclasses import replace

import pytest

from gezinsplan.printing.gezinsplan import Papier
from gezinsplan.printing.stamboom import stamboom_blad
from tests.domain.stambomen import OP, Tree, eight, fifteen, three
from tests.make import a_kaart
from tests.printing.paper import Paper


def printed(tree: Tree) -> Paper:
    return Paper(Papier(tree.dossier, a_kaart(), "het gezin", OP, "26-0412"), stamboom_blad)


@pytest.mark.parametrize("family", [three, eight, fifteen])
def test_everybody_stands_on_one_page(family: type[Tree]) -> None:
    tree = family()
    paper = printed(tree)
    assert len(paper.pages) == 1
    for each in tree.dossier.personen:
        assert all(word in paper.flat for word in each.naam.split(" "))
    assert "uit elkaar" in paper.flat
    assert "bij papa" in paper.flat


def test_who_has_died_has_the_years_of_his_life() -> None:
    flat = printed(eight()).flat
    assert "1952 – 2020" in flat
    assert "Kruis: overleden." in flat


def test_a_long_name_of_a_home_is_shortened() -> None:
    tree = three()
    first = tree.dossier.huishoudens[0]
    tree.dossier = replace(
        tree.dossier,
        huishoudens=(replace(first, naam="in het grote huis achter de oude kerk aan de singel van " * 3),),
    )
    assert "in het grote" in printed(tree).flat
    assert "…" in printed(tree).flat


def test_without_family_it_says_so() -> None:
    assert "Er staat nog niet wie familie is van wie." in printed(Tree()).flat
