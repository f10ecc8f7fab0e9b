"""The ways into a vault from a terminal: the real program, a real keyring."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gezinsplan.storage import tries
from tests import secret_service
from tests.program.test_cli import refused, run

NEW = "zeven groene giraffen fietsen naar de maan"


@pytest.fixture
def secret(tmp_path: Path, passphrase: str) -> Path:
    """The file with the passphrase."""
    file = tmp_path / "passphrase"
    file.write_text(f"{passphrase}\n", encoding="utf-8")
    return file


@pytest.fixture
def login(tmp_path: Path) -> Iterator[None]:
    """A login with an unlocked keyring."""
    with secret_service.session(tmp_path / "home"):
        yield


def told(folder: Path, *how: str | Path) -> dict[str, Any]:
    answer = run("vault", "info", "--json", "--vault", folder, *how)
    assert (answer.returncode, answer.stderr) == (0, "")
    content: dict[str, Any] = json.loads(answer.stdout)
    return content


@pytest.mark.usefixtures("login")
def test_this_computer_is_added_used_and_taken_away(folder: Path, secret: Path) -> None:
    added = run("vault", "add-slot", "--this-computer", "--vault", folder, "--passphrase-file", secret)
    assert added.returncode == 0
    way = told(folder, "--this-computer")["ways"][1]
    assert way["kind"] == "computer"
    assert run("list", "--json", "--vault", folder, "--this-computer").stdout == "[]\n"
    assert run("vault", "verify", "--vault", folder, "--this-computer").returncode == 0
    shown = run("vault", "info", "--vault", folder, "--this-computer").stdout
    assert "deze computer" in shown
    assert "Let op" not in shown
    gone = run("vault", "remove-slot", way["id"][:8], "--vault", folder, "--this-computer")
    assert gone.returncode == 0
    assert "zonder wachtwoord" in refused(run("list", "--vault", folder, "--this-computer"))


def test_without_a_keyring_the_passphrase_is_asked_for(folder: Path, secret: Path) -> None:
    with secret_service.no_session():
        answer = run("vault", "add-slot", "--this-computer", "--vault", folder, "--passphrase-file", secret)
    assert "sleutelbos" in refused(answer)
    assert "Typ uw wachtwoord" in answer.stderr
    assert len(told(folder, "--passphrase-file", secret)["ways"]) == 1


def test_the_list_says_what_is_lacking_and_the_last_way_stays(folder: Path, secret: Path) -> None:
    content = told(folder, "--passphrase-file", secret)
    assert (content["counter"], content["lacking"]) == (1, "second_way")
    (way,) = content["ways"]
    shown = run("vault", "info", "--vault", folder, "--passphrase-file", secret).stdout
    assert way["id"][:8] in shown
    assert "Let op" in shown
    last = run("vault", "remove-slot", way["id"], "--vault", folder, "--passphrase-file", secret)
    assert "andere manier" in refused(last)
    unknown = run("vault", "remove-slot", "x", "--vault", folder, "--passphrase-file", secret)
    assert "vault info" in refused(unknown)
    assert run("vault", "add-slot", "--vault", folder, "--passphrase-file", secret).returncode == 2


def test_a_new_passphrase(folder: Path, secret: Path, tmp_path: Path) -> None:
    new, weak = tmp_path / "new", tmp_path / "weak"
    new.write_text(NEW)
    weak.write_text("Welkom01")
    change = ("vault", "change-passphrase", "--vault", folder, "--passphrase-file", secret, "--new-passphrase-file")
    assert "te makkelijk te raden. Dit kiezen veel mensen." in refused(run(*change, weak))
    assert run(*change, new).returncode == 0
    assert "klopt niet" in refused(run("list", "--vault", folder, "--passphrase-file", secret))


def test_after_wrong_tries_the_terminal_says_how_long_to_wait(folder: Path, secret: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("dit is het niet")
    (folder / tries.TRIES).write_text('{"tries": [[1, "a"], [1, "a"], [1, "a"], [1, "a"], [1, "a"]], "waits_from": 1}')
    assert "klopt niet" in refused(run("list", "--vault", folder, "--passphrase-file", wrong))
    answer = refused(run("list", "--vault", folder, "--passphrase-file", secret))
    assert "Wacht nog" in answer
