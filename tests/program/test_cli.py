"""The terminal, as a user types it: the real program in a process of its own."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gezinsplan import __version__
from gezinsplan.storage import vault as vaults

PASSPHRASE = "  een zin mét café en spaties  "
ROW = {"kenmerk", "naam", "regisseur", "fase", "professionals_start", "professionals_nu", "streefaantal"}


def run(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gezinsplan", *(str(each) for each in arguments)],
        capture_output=True,
        text=True,
        input=stdin,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_template: Path, passphrase: str) -> tuple[Path, Path]:
    """A vault with the demo families, and the file with its passphrase."""
    folder = tmp_path_factory.mktemp("cli")
    secret = folder / "passphrase"
    secret.write_text(f"{passphrase}\n", encoding="utf-8")
    return Path(shutil.copytree(demo_template, folder / "kluis")), secret


def on(demo: tuple[Path, Path], *command: str | Path) -> subprocess.CompletedProcess[str]:
    return run(*command, "--vault", demo[0], "--passphrase-file", demo[1])


def listed(demo: tuple[Path, Path]) -> list[dict[str, Any]]:
    answer = on(demo, "list", "--json")
    assert answer.returncode == 0
    rows: list[dict[str, Any]] = json.loads(answer.stdout)
    return rows


def refused(answer: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error of a known refusal."""
    assert (answer.returncode, answer.stdout) == (1, "")
    (line,) = answer.stderr.splitlines()
    return line


def test_the_version() -> None:
    assert run("--version").stdout == f"gezinsplan {__version__}\n"


def test_list_as_json(demo: tuple[Path, Path]) -> None:
    rows = listed(demo)
    assert len(rows) >= 12
    assert all(set(row) == ROW for row in rows)
    assert any(row["regisseur"] is None and row["fase"] != "gesloten" for row in rows)
    numbers = {(row["professionals_start"], row["professionals_nu"]) for row in rows}
    assert (15, 2) in numbers


def test_list_and_show_for_people(demo: tuple[Path, Path]) -> None:
    said = on(demo, "list").stdout
    assert "De Vries" in said
    assert "15 → 4" in said
    shown = on(demo, "show", "G-2025-014")
    assert shown.returncode == 0
    assert "Regisseur: Sanne Dijkstra" in shown.stdout


def test_show_as_json_masks_what_is_shielded(demo: tuple[Path, Path]) -> None:
    (row,) = [each for each in listed(demo) if each["kenmerk"] == "G-2026-007"]
    answer = on(demo, "show", row["kenmerk"], "--json")
    shown = json.loads(answer.stdout)
    assert {key: shown[key] for key in ROW} == row
    assert len([each for each in shown["betrokkenen"] if each["telt_mee"]]) >= row["professionals_nu"]
    assert "afgeschermd" in answer.stdout


def test_print_for_the_family_and_for_one_person(demo: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert on(demo, "print", "G-2025-014", "--out", out).returncode == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert on(demo, "print", "G-2025-014", "--for", "mama", "--out", out).returncode == 0


def test_a_family_with_something_shielded_prints_only_for_a_person(demo: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert "afgeschermd" in refused(on(demo, "print", "G-2026-007", "--out", out))
    assert not out.exists()
    person = json.loads(on(demo, "show", "G-2026-007", "--json").stdout)["personen"][0]["roepnaam"]
    assert on(demo, "print", "G-2026-007", "--for", person, "--out", out).returncode == 0
    assert out.exists()


def test_known_refusals_are_one_line(demo: tuple[Path, Path], tmp_path: Path) -> None:
    folder, secret = demo
    wrong = tmp_path / "wrong"
    wrong.write_text("dit is het niet\n", encoding="utf-8")
    assert "kenmerk" in refused(on(demo, "show", "G-1900-001"))
    assert "gezin" in refused(on(demo, "print", "G-2025-014", "--for", "niemand", "--out", tmp_path / "x.pdf"))
    assert "bewaard" in refused(on(demo, "print", "G-2025-014", "--out", tmp_path / "geen" / "x.pdf"))
    assert "klopt niet" in refused(run("list", "--vault", folder, "--passphrase-file", wrong))
    assert "geen kluis" in refused(run("list", "--vault", tmp_path / "leeg", "--passphrase-file", secret))
    assert "gelezen" in refused(run("list", "--vault", folder, "--passphrase-file", tmp_path / "geen"))
    for command in (("demo",), ("vault", "create")):
        assert "al een kluis" in refused(run(*command, "--vault", folder, "--passphrase-file", secret))


def test_a_folder_with_an_impossible_name_is_refused(demo: tuple[Path, Path], tmp_path: Path) -> None:
    for command in (("demo",), ("vault", "create"), ("list",)):
        answer = run(*command, "--vault", tmp_path / ("x" * 300), "--passphrase-file", demo[1])
        assert "map kan niet" in refused(answer)


def test_without_a_terminal_no_passphrase_is_asked(demo: tuple[Path, Path]) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "gezinsplan", "list", "--vault", str(demo[0])],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        check=False,
    )
    assert "wachtwoord" in refused(answer)


def test_wrong_use_is_exit_2() -> None:
    for arguments in (("bogus",), ("list",), ("--passphrase", "x"), ("--\udcff",)):
        answer = run(*arguments)
        assert answer.returncode == 2
        assert "Traceback" not in answer.stderr


def test_a_new_vault_by_standard_input(tmp_path: Path) -> None:
    folder = tmp_path / "kluis"
    made = run("vault", "create", "--vault", folder, "--passphrase-file", "-", stdin=f"{PASSPHRASE}\n")
    assert made.returncode == 0
    answer = run("list", "--json", "--vault", folder, "--passphrase-file", "-", stdin=PASSPHRASE)
    assert (answer.returncode, json.loads(answer.stdout)) == (0, [])
    assert run("vault", "verify", "--vault", folder, "--passphrase-file", "-", stdin=PASSPHRASE).returncode == 0
    short = run("vault", "create", "--vault", tmp_path / "x", "--passphrase-file", "-", stdin="kort")
    assert "te makkelijk te raden" in refused(short)
    assert not (tmp_path / "x" / vaults.DATABASE).exists()


def test_verify_finds_damage(demo: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "kluis"
    folder.mkdir()
    for file in demo[0].iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    data = bytearray((folder / vaults.DATABASE).read_bytes())
    data[len(data) // 2] ^= 4
    (folder / vaults.DATABASE).write_bytes(data)
    assert "beschadigd" in refused(run("vault", "verify", "--vault", folder, "--passphrase-file", demo[1]))
    assert on(demo, "vault", "verify").returncode == 0


def test_demo_makes_up_a_passphrase_that_opens(tmp_path: Path) -> None:
    made = run("demo", "--vault", tmp_path / "kluis")
    passphrase = made.stdout.strip().removeprefix("Wachtwoord: ")
    assert run("list", "--vault", tmp_path / "kluis", "--passphrase-file", "-", stdin=passphrase).returncode == 0


def test_nobody_reads_the_vault_without_its_key(demo: tuple[Path, Path]) -> None:
    names = {row["naam"].encode() for row in listed(demo)} | {b"Sanne Dijkstra", b"Anouk"}
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(demo[0] / vaults.DATABASE).execute("SELECT * FROM gezin")
    for path in demo[0].rglob("*"):
        if path.is_file():
            assert not any(name in path.read_bytes() for name in names)


def test_the_terminal_imports_nothing_of_qt() -> None:
    script = "import sys, gezinsplan.cli; print([each for each in sys.modules if 'PySide6' in each])"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"


def test_a_backup_there_and_back(demo: tuple[Path, Path], tmp_path: Path) -> None:
    here = (Path(shutil.copytree(demo[0], tmp_path / "kluis", ignore=shutil.ignore_patterns("backups"))), demo[1])
    assert "geen reservekopie" in on(here, "vault", "verify", "--backups").stdout
    assert on(here, "vault", "backup").stdout.startswith("De reservekopie is gemaakt en nagekeken")
    (path,) = (here[0] / "backups").iterdir()
    assert f"{path.name}: zelf, " in on(here, "vault", "backup", "--list").stdout
    assert "is heel" in on(here, "vault", "test-backup", "--backup", path).stdout
    assert "Alle reservekopieën zijn heel: 1." in on(here, "vault", "verify", "--backups").stdout
    assert on(here, "vault", "restore", "--backup", path).returncode == 0
    assert "nieuwe sleutel" in on(here, "vault", "rekey", "--renew").stdout
    assert on(here, "list", "--json").stdout == on(demo, "list", "--json").stdout
    assert "oude manier" not in on(here, "vault", "backup", "--list").stdout
    assert "is er niet" in refused(on(here, "vault", "restore", "--backup", tmp_path / "geen"))
    path.write_bytes(path.read_bytes()[:-1])
    assert "beschadigd" in refused(on(here, "vault", "test-backup", "--backup", path))
