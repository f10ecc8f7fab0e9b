"""From fifteen to two in the terminal: who is involved, the line, fewer people, figures; every number is one number."""

import csv
import json
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from gezinsplan.cli import main
from gezinsplan.texts.dates import today
from tests.printing.paper import text_of
from tests.program.test_cli import demo, listed, refused

__all__ = ["demo"]

FIFTEEN, SHIELDED, CLOSED, FIRST_SAFETY = "G-2026-012", "G-2026-007", "G-2024-001", "G-2026-018"


def on(demo: tuple[Path, Path], *command: str | Path) -> subprocess.CompletedProcess[str]:
    """What the terminal says, in this process: that it starts as a program of its own is proven in test_cli."""
    arguments = [*(str(each) for each in command), "--vault", str(demo[0]), "--passphrase-file", str(demo[1])]
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        code = main(arguments)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def asked(demo: tuple[Path, Path], *command: str) -> Any:
    answer = on(demo, *command, "--json")
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_every_number_is_one_number(demo: tuple[Path, Path]) -> None:
    for row in (each for each in listed(demo) if each["kenmerk"] in {FIFTEEN, CLOSED}):
        found = asked(demo, "betrokken", row["kenmerk"])
        line = asked(demo, "lijn", row["kenmerk"])
        assert found["aantal_professionals"] == row["professionals_nu"] == line[-1]["aantal"]
        assert line[0]["aantal"] == row["professionals_start"]
        assert line[-1]["datum"] == today().isoformat()
        assert [each["datum"] for each in line] == sorted({each["datum"] for each in line})


def test_who_is_involved(demo: tuple[Path, Path]) -> None:
    found = asked(demo, "betrokken", FIFTEEN)
    assert (found["aantal_professionals"], found["netwerk"], found["regisseur"]) == (15, 3, "Sanne Dijkstra")
    petra = next(each for each in found["betrokkenen"] if each["naam"] == "Petra Zwanenburg")
    assert (petra["vorm"], petra["voor"], petra["telt_mee"], petra["tot"]) == ("bijgeschakeld", [], True, None)
    assert petra["sinds"]
    counted = {each["naam"] for each in found["betrokkenen"] if each["telt_mee"]}
    assert len(counted) == 15
    assert {each["groep"] for each in found["betrokkenen"]} == {
        "telt_mee", "vaste_basis", "op_afstand", "vrijwilliger", "wachtlijst",
    }  # fmt: skip


def test_on_another_day(demo: tuple[Path, Path]) -> None:
    line = asked(demo, "lijn", "G-2025-014")
    for point in (line[0], line[len(line) // 2], line[-1]):
        assert asked(demo, "betrokken", "G-2025-014", "--on", point["datum"])["aantal_professionals"] == point["aantal"]
    long_ago = asked(demo, "betrokken", FIFTEEN, "--on", "1-1-2021")
    assert (long_ago["aantal_professionals"], long_ago["datum"]) == (0, "2021-01-01")
    assert [each["naam"] for each in long_ago["betrokkenen"]] == ["Rana Al-Khatib"], "who came later is not told"
    assert "datum" in refused(on(demo, "betrokken", FIFTEEN, "--on", "ooit"))


def test_what_is_shielded_stays_so_on_every_day(demo: tuple[Path, Path]) -> None:
    secrets = ("Judith", "Farah", "Corrie", "Annemiek Maas", "De Luwte", "Wilgenhof")
    before = (today() - timedelta(days=250)).isoformat()  # the shield did not stand yet, a helper was there
    for command in (("betrokken", SHIELDED), ("betrokken", SHIELDED, "--on", before), ("minder", SHIELDED, "--json")):
        said = on(demo, *command).stdout
        assert said
        assert not any(each in said for each in secrets)
    assert "afgeschermd" in on(demo, "betrokken", SHIELDED).stdout


def test_fewer(demo: tuple[Path, Path]) -> None:
    found = asked(demo, "minder", FIFTEEN)
    assert (found["professionals_nu"], found["grootte"], found["aantal_even_klein"]) == (15, 2, 1)
    (team,) = found["teams"]
    assert team["blijven"] == ["Sanne Dijkstra", "Karin Smit"]
    assert len(team["gaan"]) == 13
    assert all(each["waarom"] for each in team["gaan"])
    rob = next(each for each in team["gaan"] if each["naam"] == "Rob de Boer")
    assert rob["waarom"] == "Kan mama dit van Rob de Boer overnemen?"
    said = on(demo, "minder", FIFTEEN).stdout
    assert "Misschien kan het met 2 hulpverleners. Nu zijn het er 15." in said
    assert "Er verandert niets" in said
    several = asked(demo, "minder", "G-2025-008")
    assert several["aantal_even_klein"] == len(several["teams"]) == 2


def test_safety_first_says_why_and_no_number(demo: tuple[Path, Path]) -> None:
    found = asked(demo, "minder", FIRST_SAFETY)
    assert [*found] == ["eerst_veiligheid"]
    assert len(found["eerst_veiligheid"]) == 2
    said = on(demo, "minder", FIRST_SAFETY).stdout
    assert said.startswith("Eerst veiligheid")
    assert not any(sign.isdigit() for sign in said)


def test_a_closed_family_has_a_line_until_today(demo: tuple[Path, Path]) -> None:
    assert asked(demo, "lijn", CLOSED)[-1]["aantal"] == 0
    assert on(demo, "lijn", CLOSED).stdout.splitlines()[-1].split()[0] == "0"


def test_figures_in_a_file(demo: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "cijfers.csv"
    assert on(demo, "cijfers", "--csv", out).returncode == 0
    _head, total, *_rest = csv.reader(StringIO(out.read_text(encoding="utf-8-sig")), delimiter=";")
    going = [row for row in listed(demo) if row["fase"] != "gesloten"]
    assert total[3:5] == [str(sum(row[name] for row in going)) for name in ("professionals_start", "professionals_nu")]
    text = out.read_text(encoding="utf-8-sig")
    assert not any(row["naam"] in text or row["kenmerk"] in text for row in listed(demo))
    assert "bewaard" in refused(on(demo, "cijfers", "--csv", tmp_path / "geen" / "x.csv"))


def test_the_papers(demo: tuple[Path, Path], tmp_path: Path) -> None:
    said = {}
    for sheet in ("plan", "wie-doet-wat", "lijn"):
        out = tmp_path / f"{sheet}.pdf"
        assert on(demo, "print", "G-2025-014", "--sheet", sheet, "--out", out).returncode == 0
        said[sheet] = text_of(out.read_bytes())
    assert "Van 15 naar 4" in said["plan"]
    assert "Van 15 naar 4" in said["lijn"]
    assert "Wie doet wat?" in said["wie-doet-wat"]
    assert "afgeschermd" in refused(on(demo, "print", SHIELDED, "--sheet", "lijn", "--out", tmp_path / "x.pdf"))


def test_each_is_logged_with_the_family(demo: tuple[Path, Path], tmp_path: Path) -> None:
    before = len(asked(demo, "log", "list"))
    for command in ("betrokken", "lijn", "minder"):
        on(demo, command, FIFTEEN)
    on(demo, "cijfers", "--csv", tmp_path / "x.csv")
    rows = [row for row in asked(demo, "log", "list")[before:] if "grendeld" not in row["wat"]]
    assert [(row["wat"], row["kenmerk"]) for row in rows] == [
        *[("Gelezen", FIFTEEN)] * 3, ("Cijfers bewaard als bestand", ""), ("Logboek bekeken", ""),
    ]  # fmt: skip


def test_an_unknown_family_is_refused(demo: tuple[Path, Path]) -> None:
    for command in ("betrokken", "lijn", "minder"):
        assert "kenmerk" in refused(on(demo, command, "G-1900-001"))
