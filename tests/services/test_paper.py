"""Who gets which paper, under which number, and what is kept of it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.services import families, paper
from gezinsplan.services.caseload import Caseload, Family
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
    paper.note_printed(demo_caseload, family.dossier)
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


def test_the_name_of_the_file_names_nobody() -> None:
    assert paper.file_name("26-0412") == "Gezinsplan nr 26-0412"
