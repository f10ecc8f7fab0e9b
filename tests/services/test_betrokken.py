"""Who is involved and the line as data: the same numbers as the list, for every family."""

from datetime import date

from gezinsplan.services import betrokken, families
from gezinsplan.services.caseload import Caseload


def test_every_number_of_every_family_is_one_number(demo_caseload: Caseload, today: date) -> None:
    for row in families.rows(demo_caseload, today):
        family = demo_caseload.family(row.id, today)
        found = betrokken.involved(family.dossier, family.team.kaart, today, today)
        line = betrokken.line(family.dossier, family.team.kaart, today)
        assert found["aantal_professionals"] == row.nu == line[-1]["aantal"]
        assert line[0]["aantal"] == row.start
        assert line[-1]["datum"] == today.isoformat()
        assert [each["datum"] for each in line] == sorted({each["datum"] for each in line})
        assert found["regisseur"] == row.regisseur
        assert "".join(betrokken.line_lines(line))


def test_people_read_the_same(demo_caseload: Caseload, today: date) -> None:
    for row in families.rows(demo_caseload, today):
        family = demo_caseload.family(row.id, today)
        found = betrokken.involved(family.dossier, family.team.kaart, today, today)
        first, *lines = betrokken.involved_lines(found)
        assert f": {row.nu} " in first
        assert sum(line.startswith("  ") for line in lines) == len(found["betrokkenen"])
