"""Saving a step writes the difference and its history, refuses what is stale, and the file guards the regisseur."""

import json
from dataclasses import fields, replace
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier, Gezin, Regisseurschap
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Praktijk, SocialeKaart
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.overleg import DeelnameRol
from gezinsplan.domain.values import Step, drop, put
from gezinsplan.storage import values
from gezinsplan.storage.codec import decode_part, encode_part
from gezinsplan.storage.tables import PART_TABLES, history
from gezinsplan.storage.vault import Vault
from tests import make


def a_full_dossier() -> Dossier:
    """One of every part."""
    helper = make.a_betrokkenheid()
    return make.a_dossier(
        make.a_persoon(),
        make.a_kind(),
        make.an_oma(),
        make.a_huishouden(),
        make.a_bewoning(),
        make.a_gezagsverhouding(),
        make.a_relatie(vanaf=make.on(0), toelichting="Ze lijken op elkaar."),
        make.an_afscherming(),
        helper,
        make.a_tekst(),
        make.a_doel(),
        make.a_score(),
        make.an_actie(),
        make.an_overleg(),
        make.an_agendapunt(),
        make.a_bespreking(),
        make.a_check(),
        make.a_veiligheidsafspraak(),
        make.a_maatregel(),
        make.a_contact(),
        make.a_meldcodestap(),
        make.a_deelname(rol=DeelnameRol.BESLISSER, aanwezig=True),
        make.a_besluit(actie=make.uid(81)),
        make.a_versie(overleg=make.uid(91)),
        make.an_akkoord(),
        make.a_verstrekking(reactie_op=make.day(3), vervallen_op=make.day(4), reden="Lag nog hier"),
        make.a_stap(antwoord="Ja", voor=make.day(7), toelichting="Met een folder."),
        make.an_ander_plan(doelen=(make.uid(61),), afgestemd_op=make.day(3), gestopt_op=make.day(99)),
        make.a_tussenfase(voorbij_op=make.day(9)),
        make.a_doorbraak(antwoord_voor=make.day(9), besluit="Ja", besloten_op=make.day(8), gelukt=True),
        make.a_band(),
        make.a_klik(),
        make.a_plek(),
        make.a_dubbel(),
    )


def save(vault: Vault, name: str, *pairs: tuple[object, object]) -> None:
    with vault.write() as conn:
        values.save(conn, Step(name, pairs), make.uid(999), make.a_stempel())  # type: ignore[arg-type]


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with a team and one full dossier."""
    save(vault, "begin", (None, make.a_kaart()), (None, make.a_praktijk(make.a_teamstap())), (None, a_full_dossier()))
    return vault


def stored(vault: Vault) -> Dossier:
    with vault.read() as conn:
        return values.load(conn, Dossier, a_full_dossier().id)


def test_a_value_comes_back_as_it_went_in(filled: Vault) -> None:
    assert stored(filled) == replace(a_full_dossier(), versie=1)
    with filled.read() as conn:
        assert values.load_only(conn, SocialeKaart) == replace(make.a_kaart(), versie=1)
        assert values.load_only(conn, Praktijk) == replace(make.a_praktijk(make.a_teamstap()), versie=1)


def test_every_part_class_has_a_table_with_its_fields() -> None:
    for kind, table in PART_TABLES.items():
        assert [column.name for column in table.columns] == [*(field.name for field in fields(kind)), "root"]
    assert len(PART_TABLES) == sum(
        1
        for value in (Dossier, SocialeKaart, Praktijk)
        for hint in get_type_hints(value).values()
        if "domain" in str(hint)
    )


@given(st.text(min_size=1, max_size=60).filter(lambda said: said.isprintable()), st.integers(1900, 2199))
def test_text_and_partial_dates_survive_the_columns(said: str, year: int) -> None:
    part = make.a_betrokkenheid(
        vraag=said, vanaf=Datum(year, ongeveer=True), voor_wie=VoorWie(Kring.PERSONEN, (make.uid(1), make.uid(2)))
    )
    assert decode_part(type(part), encode_part(part).values()) == part


def test_only_the_difference_is_written_and_kept(filled: Vault) -> None:
    before = stored(filled)
    doel = replace(before.doelen[0], woorden="Elke dag samen eten")
    save(filled, "Doel wijzigen", (before, put(before, doel)))
    assert stored(filled) == replace(put(before, doel), versie=2)
    with filled.read() as conn:
        row = conn.execute(select(history).order_by(history.c.id.desc()).limit(1)).one()
    assert (row.name, row.version, row.root) == ("Doel wijzigen", 2, str(before.id))
    (change,) = json.loads(row.changes)
    assert change["table"] == "doelen"
    assert change["before"]["woorden"] == before.doelen[0].woorden
    assert change["after"]["woorden"] == "Elke dag samen eten"


def test_additions_and_deletions(filled: Vault) -> None:
    before = stored(filled)
    more = make.an_actie(id=make.uid(501))
    added = put(before, more)
    save(filled, "erbij", (before, added))
    gone = drop(stored(filled), more.id)
    save(filled, "weg", (stored(filled), gone))
    assert stored(filled) == replace(before, versie=3)


def test_nothing_changed_writes_nothing(filled: Vault) -> None:
    before = stored(filled)
    save(filled, "niets", (before, before))
    assert stored(filled).versie == before.versie


def test_a_stale_before_is_refused_and_nothing_is_written(filled: Vault) -> None:
    before = stored(filled)
    first = put(before, replace(before.gezin, naam="Eerst"))
    save(filled, "een", (before, first))
    with make.refused(Code.STALE):
        save(filled, "twee", (before, put(before, replace(before.gezin, naam="Te laat"))))
    assert stored(filled).gezin.naam == "Eerst"


def test_a_step_on_two_values_is_written_whole_or_not_at_all(filled: Vault) -> None:
    before = stored(filled)
    with filled.read() as conn:
        kaart = values.load_only(conn, SocialeKaart)
    assert kaart is not None
    renamed = put(kaart, replace(kaart.organisaties[0], naam="Anders"))
    with make.refused(Code.EMPTY, field="naam"):
        save(filled, "half", (kaart, renamed), (before, put(before, replace(before.gezin, naam=""))))
    with filled.read() as conn:
        assert values.load_only(conn, SocialeKaart) == kaart


def test_two_families_cannot_have_one_kenmerk(filled: Vault) -> None:
    other = make.a_dossier(id=make.uid(700))
    other = put(
        drop(other, *(term.id for term in other.regisseurschappen)),
        make.a_regisseurschap(id=make.uid(701)),
    )
    with make.refused(Code.KENMERK_IN_USE, field="kenmerk"):
        save(filled, "dubbel", (None, other))


def test_what_is_not_there_is_an_unknown_part(filled: Vault) -> None:
    with filled.read() as conn, make.refused(Code.UNKNOWN_PART):
        values.load(conn, Dossier, make.uid(4321))


def _term(conn: Connection, number: int, vanaf: str, tot: str | None) -> None:
    part = encode_part(make.a_regisseurschap(id=make.uid(number)))
    root = str(a_full_dossier().id)
    conn.execute(insert(PART_TABLES[Regisseurschap]).values(**{**part, "vanaf": vanaf, "tot": tot}, root=root))


def test_the_file_itself_refuses_a_second_open_term(filled: Vault) -> None:
    with pytest.raises(IntegrityError, match=r"UNIQUE|two regisseurs"), filled.write() as conn:
        _term(conn, 800, "2030-01-01", None)


@pytest.mark.parametrize(("vanaf", "tot"), [("2023-06-01", "2024-06-01"), ("2024-02-01", "2024-03-01")])
def test_the_file_itself_refuses_overlap(filled: Vault, vanaf: str, tot: str) -> None:
    with pytest.raises(IntegrityError, match="two regisseurs"), filled.write() as conn:
        _term(conn, 801, vanaf, tot)


def test_the_file_itself_refuses_overlap_by_a_change(filled: Vault) -> None:
    with filled.write() as conn:
        _term(conn, 802, "2023-01-01", "2024-01-01")
    with pytest.raises(IntegrityError, match="two regisseurs"), filled.write() as conn:
        conn.execute(text("UPDATE regisseurschappen SET tot = '2024-02-01' WHERE tot = '2024-01-01'"))


def test_history_cannot_be_rewritten(filled: Vault) -> None:
    with pytest.raises(IntegrityError, match="only added"), filled.write() as conn:
        conn.execute(text("UPDATE history SET name = 'anders'"))


def test_a_fault_of_the_program_is_not_dressed_up_as_a_refusal(filled: Vault) -> None:
    before = stored(filled)
    twice = replace(before.gezin, id=make.uid(4))
    with pytest.raises(IntegrityError), filled.write() as conn:
        conn.execute(insert(PART_TABLES[Gezin]).values(**encode_part(twice), root=str(make.uid(12345))))
