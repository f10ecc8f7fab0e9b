"""A frozen plan comes back as it went in, also for a later program with more or fewer fields."""

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.values import parts
from gezinsplan.domain.versies import Bevroren
from gezinsplan.storage.freezing import freeze, thaw
from tests import make
from tests.storage.test_values import a_full_dossier


def test_every_part_comes_back_as_it_went_in() -> None:
    whole = [*parts(a_full_dossier()), *parts(make.a_kaart()), *parts(make.a_praktijk())]
    assert thaw(freeze(whole)) == whole


@given(st.text(min_size=1, max_size=60), st.integers(1900, 2199))
def test_whatever_was_typed_survives(said: str, year: int) -> None:
    circle = VoorWie(Kring.PERSONEN, (make.uid(1), make.uid(2)))
    helper = make.a_betrokkenheid(vraag=said, vanaf=Datum(year, ongeveer=True), voor_wie=circle)
    assert thaw(freeze([helper])) == [helper]


def test_the_same_parts_give_the_same_text() -> None:
    assert freeze([make.a_doel(), make.an_actie()]) == freeze([make.a_doel(), make.an_actie()])
    assert freeze([make.a_doel()]) != freeze([make.a_doel(prioriteit=2)])


def test_a_field_that_came_later_gets_its_default_and_one_that_went_is_left_out() -> None:
    tables = json.loads(freeze([make.a_persoon(telefoon="06-1234")]))
    (row,) = tables["personen"]
    del row["talenten"], row["tolk"]
    row["was_hier_ooit"] = "ja"
    tables["was_ook_een_tabel"] = [{"id": "x"}]
    assert thaw(Bevroren(json.dumps(tables))) == [make.a_persoon(telefoon="06-1234")]


def test_a_later_field_of_what_is_frozen_must_have_a_default() -> None:
    """Rows of today without what may be left out are still read; who adds a field gives it a default."""
    needed = {"personen": {"id", "soort", "naam"}, "doelen": {"id", "woorden", "spreker", "prioriteit", "vanaf"}}
    for name, part in (("personen", make.a_persoon()), ("doelen", make.a_doel())):
        tables = json.loads(freeze([part]))
        tables[name] = [{key: value for key, value in tables[name][0].items() if key in needed[name]}]
        (found,) = thaw(Bevroren(json.dumps(tables)))
        assert {each.name for each in fields(found)} >= needed[name]
        assert found.id == part.id
