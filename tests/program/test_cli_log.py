"""The log and a destruction from the terminal: the real program in a process of its own."""

import json
from pathlib import Path

from tests.program.test_cli import demo, on, refused

__all__ = ["demo"]


def told(demo: tuple[Path, Path], *options: str) -> list[dict[str, object]]:
    answer = on(demo, "log", "list", "--json", *options)
    assert answer.returncode == 0, answer.stderr
    rows: list[dict[str, object]] = json.loads(answer.stdout)
    return rows


def test_what_the_terminal_does_is_in_the_log(demo: tuple[Path, Path], tmp_path: Path) -> None:
    begin = len(told(demo))
    on(demo, "list")
    on(demo, "show", "G-2025-014")
    on(demo, "print", "G-2025-014", "--out", tmp_path / "plan.pdf")
    on(demo, "vault", "verify")
    rows = told(demo)[begin:]
    assert {each["herkomst"] for each in rows} == {"terminal"}
    between = ("Ontgrendeld met het wachtwoord", "Vergrendeld", "Logboek bekeken")
    assert [each["wat"] for each in rows if each["wat"] not in between] == [
        "Lijst van gezinnen bekeken",
        "Gelezen",
        "Bewaard als PDF",
        "Kluis gecontroleerd",
    ]
    assert [each["wat"] for each in rows].count("Vergrendeld") == 5


def test_the_list_by_day_family_and_action(demo: tuple[Path, Path]) -> None:
    on(demo, "show", "G-2026-021")
    rows = told(demo, "--family", "G-2026-021", "--action", "gelezen")
    assert {(each["kenmerk"], each["wat"]) for each in rows} == {("G-2026-021", "Gelezen")}
    assert told(demo, "--day", "1-1-2020") == []
    assert told(demo, "--from", "1-1-2020", "--to", "2-1-2020") == []
    assert "Tesfay" in on(demo, "log", "list", "--family", "G-2026-021").stdout
    assert "datum" in refused(on(demo, "log", "list", "--day", "gisteren?"))
    assert on(demo, "log", "list", "--action", "verzonnen").returncode == 2


def test_verify_with_a_mark_and_export(demo: tuple[Path, Path], tmp_path: Path) -> None:
    first = on(demo, "log", "verify")
    assert first.returncode == 0
    mark = first.stdout.strip().rpartition(" ")[2]
    assert on(demo, "log", "verify", "--mark", mark).returncode == 0
    wrong = on(demo, "log", "verify", "--mark", f"{mark.split('-')[0]}-{'0' * 16}")
    assert wrong.returncode == 1
    assert "genoteerde kenteken" in wrong.stdout
    assert "klopt niet meer" in wrong.stderr
    assert "kenteken" in refused(on(demo, "log", "verify", "--mark", "zomaar"))
    out = tmp_path / "log.json"
    assert on(demo, "log", "export", "--out", out).returncode == 0
    assert json.loads(out.read_text(encoding="utf-8"))["verwerkingsacties"]


def test_destroy_asks_for_the_name(demo: tuple[Path, Path]) -> None:
    assert "naam" in refused(on(demo, "destroy", "G-2026-002", "--name", "Bakkers", "--reason", "vergissing"))
    assert on(demo, "destroy", "G-2026-002", "--name", "Bakker", "--reason", "zomaar").returncode == 2
    done = on(demo, "destroy", "G-2026-002", "--name", "Bakker", "--reason", "vergissing")
    assert (done.returncode, done.stdout) == (0, "Het gezin is vernietigd.\n")
    assert "kenmerk" in refused(on(demo, "show", "G-2026-002"))
    assert on(demo, "log", "verify").returncode == 0
