"""One family as data and as lines: what the screens show, shielded facts masked."""

from datetime import date

from gezinsplan.domain import regie
from gezinsplan.services import families, paper, view
from gezinsplan.services.caseload import Caseload


def test_every_family_as_data_says_what_its_row_says(demo_caseload: Caseload, today: date) -> None:
    for row in families.rows(demo_caseload, today):
        family = demo_caseload.family(row.id, today)
        seen = view.family(family.dossier, family.team.kaart, today)
        entry = view.list_entry(row)
        assert {key: seen[key] for key in entry} == entry
        assert len(seen["regisseurs"]) == len(regie.line(family.dossier))
        assert len(seen["niemand_doet_dit"]) == row.gaten
        assert len(seen["acties"]) == len(family.dossier.acties)


def test_as_lines_for_people(demo_caseload: Caseload, today: date) -> None:
    family = demo_caseload.family(families.by_kenmerk(demo_caseload, "G-2025-014").id, today)
    lines = [*view.as_lines(view.family(family.dossier, family.team.kaart, today))]
    assert lines[:3] == [
        "G-2025-014  De Vries \N{EN DASH} Yılmaz",
        "Regisseur: Sanne Dijkstra",
        "Hulpverleners: van 15 naar 4",
    ]
    assert any(line.startswith("1. ") and "mama 7" in line for line in lines)
    assert "  - Gesprek over kerst (Sanne Dijkstra)" in "\n".join(lines)


def test_what_is_shielded_is_masked(demo_caseload: Caseload, today: date) -> None:
    family = demo_caseload.family(families.by_kenmerk(demo_caseload, "G-2026-007").id, today)
    said = repr(view.family(family.dossier, family.team.kaart, today))
    names = families.shielded_names(family.dossier, family.team.kaart, None, today)
    assert names
    assert not any(name in said for name in names)


def test_printing_can_be_got_ready_ahead() -> None:
    paper.get_ready()
