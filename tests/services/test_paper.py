"""Who gets which paper, under which number, and what is kept of it."""

import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.logboek import LogActie
from gezinsplan.domain.personen import Feit
from gezinsplan.services import families, paper
from gezinsplan.services.caseload import Caseload, Family, Team
from tests import make

SHIELDED, ORDINARY = "G-2026-007", "G-2025-014"


def a_family(caseload: Caseload, kenmerk: str, op: date) -> Family:
    return caseload.family(families.by_kenmerk(caseload, kenmerk).id, op)


def words(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_the_family_together_gets_a_numbered_plan(demo_caseload: Caseload, today: date) -> None:
    family = a_family(demo_caseload, ORDINARY, today)
    made = paper.family_plan(demo_caseload, family.team, family.dossier, None, today)
    assert made.nummer == f"{today:%y}-0001"
    said = words(made.pdf)
    assert "Sanne Dijkstra" in said
    assert "Minder mensen over de vloer" in said
    assert made.nummer in said


def test_a_family_with_something_shielded_prints_only_for_a_person(demo_caseload: Caseload, today: date) -> None:
    family = a_family(demo_caseload, SHIELDED, today)
    with make.refused(Code.PRINT_FOR_WHOM):
        paper.family_plan(demo_caseload, family.team, family.dossier, None, today)
    for persoon in family.dossier.personen:
        made = paper.family_plan(demo_caseload, family.team, family.dossier, persoon.id, today)
        said = words(made.pdf)
        protected = all(persoon.id in each.beschermt for each in family.dossier.afschermingen)
        for name in families.shielded_names(family.dossier, family.team.kaart, persoon.id, today):
            assert protected or name not in said


def test_what_is_for_one_person_is_on_no_other_paper(demo_caseload: Caseload, today: date) -> None:
    family = a_family(demo_caseload, ORDINARY, today)
    mama = families.person_named(family.dossier, family.team.kaart, "mama")
    hers = [each for each in family.dossier.doelen if mama in each.voor_wie.personen]
    assert hers
    joint = words(paper.render(family.team, family.dossier, None, today, "26-0009"))
    own = words(paper.render(family.team, family.dossier, mama, today, "26-0009"))
    for doel in hers:
        assert doel.woorden not in joint
        assert doel.woorden in own.replace("\n", " ")


def test_numbers_follow_what_was_printed(demo_caseload: Caseload, today: date, tmp_path: Path) -> None:
    family = a_family(demo_caseload, ORDINARY, today)
    made = paper.family_plan(demo_caseload, family.team, family.dossier, None, today)
    paper.save_pdf(demo_caseload, family.dossier, made, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == made.pdf
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    demo_caseload.log(LogActie.AFGEDRUKT, family.dossier.id)
    assert paper.next_number(demo_caseload, today) == f"{today:%y}-0003"
    assert demo_caseload.dossier(family.dossier.id).versie == family.dossier.versie


def test_where_a_file_cannot_be_written_nothing_is_left(demo_caseload: Caseload, today: date, tmp_path: Path) -> None:
    family = a_family(demo_caseload, ORDINARY, today)
    made = paper.Paper(b"%PDF", "26-0001")
    (tmp_path / "map.pdf").mkdir()
    for target in (tmp_path / "nergens" / "plan.pdf", tmp_path / "map.pdf"):
        with pytest.raises(Refused) as caught:
            paper.save_pdf(demo_caseload, family.dossier, made, target)
        assert caught.value.code is Code.FILE_NOT_WRITTEN
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    assert paper.next_number(demo_caseload, today) == f"{today:%y}-0001"


def test_a_shielded_place_is_in_no_text_also_when_its_talk_is_not_for_this_reader() -> None:
    talk = make.an_overleg(plaats="Buurthuis De Kom", voor_wie=ALLEEN_DOSSIER)
    wish = make.a_tekst(woorden="We gaan elke week naar Buurthuis De Kom.")
    shield = make.an_afscherming(wat=(Feit.ONTMOETINGSPLAATS,))
    team = Team(make.a_kaart(), make.a_praktijk())
    said = words(paper.render(team, make.a_dossier(talk, wish, shield), make.OMA, make.day(9), "24-0001"))
    assert "elke week naar afgeschermd" in said
    assert "De Kom" not in said


def test_only_a_file_is_written_over(demo_caseload: Caseload, today: date, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    family = a_family(demo_caseload, ORDINARY, today)
    with pytest.raises(Refused) as caught:
        paper.save_pdf(demo_caseload, family.dossier, paper.Paper(b"%PDF", "26-0001"), pipe)
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    assert pipe.is_fifo()


def test_the_name_of_the_file_names_nobody() -> None:
    assert paper.file_name("26-0412") == "Gezinsplan nr 26-0412"
