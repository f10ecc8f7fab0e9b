"""What may never stand on paper, nor in the JSON of the list and of a family: klik, safety, "Kan het met minder?"."""

from datetime import date
from uuid import UUID

import pytest

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.services import families, paper, view
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.paper import Blad
from tests.printing.paper import text_of

NEVER = ("klik", "geen contact", "veilig genoeg", "niet veilig", "eerst veilig", "kan het met minder", "nog nodig?")


def readers(dossier: Dossier) -> list[UUID | None]:
    home = [each.id for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID]
    return [None, *home]


def found_in(text: str, dossier: Dossier) -> list[str]:
    folded = text.casefold()
    said = {each.grond for each in dossier.checks} | {
        each.wat_dan for each in dossier.veiligheidsafspraken if each.wat_dan
    }
    return [each for each in (*NEVER, *(one.casefold() for one in said)) if each in folded]


@pytest.mark.parametrize("kenmerk", ["G-2025-014", "G-2026-007", "G-2025-008", "G-2026-012"])
def test_paper_never_tells(demo_caseload: Caseload, today: date, kenmerk: str) -> None:
    dossier = families.by_kenmerk(demo_caseload, kenmerk)
    team = demo_caseload.team()
    assert team is not None
    assert dossier.klikken
    assert dossier.checks
    for lezer in readers(dossier)[:3]:
        for blad in Blad:
            try:
                made = paper.family_plan(demo_caseload, team, dossier, lezer, today, blad)
            except RuleBroken:
                assert lezer is None
                assert dossier.afschermingen
                continue
            assert not found_in(text_of(made.pdf), dossier)


def test_the_list_and_a_family_as_data_never_tell(demo_caseload: Caseload, today: date) -> None:
    for row in families.rows(demo_caseload, today):
        family = demo_caseload.family(row.id, today)
        told = f"{view.list_entry(row)} {view.family(family.dossier, family.team.kaart, today)}"
        assert not found_in(told, family.dossier)


def test_the_number_on_paper_is_that_of_the_list(demo_caseload: Caseload, today: date) -> None:
    team = demo_caseload.team()
    assert team is not None
    for row in families.rows(demo_caseload, today):
        if row.kenmerk in {"G-2025-014", "G-2026-012"}:
            dossier = demo_caseload.dossier(row.id)
            said = {blad: text_of(paper.render(Family(dossier, team, today), None, "1", blad)) for blad in Blad}
            if row.nu < row.start:
                assert f"Van {row.start} naar {row.nu} hulpverleners" in said[Blad.PLAN]
                assert f"Van {row.start} naar {row.nu}" in said[Blad.LIJN]
            else:
                assert f"Er helpen nu {row.nu} hulpverleners." in said[Blad.PLAN]
            assert f": {row.nu}." in said[Blad.LIJN]
