"""The recovery sheet and the key of the gemeente from the terminal: the real program, real vaults, real files."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gezinsplan.cli import main
from gezinsplan.services import org_key as service
from gezinsplan.storage import keys, org_key, slots
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways.sheet import RecoveryCode
from tests.program.test_cli import run
from tests.storage.known import KEY, KNOWN

NEW = "een nieuwe zin voor een nieuwe regisseur"


@pytest.fixture
def secret(tmp_path: Path, passphrase: str) -> Path:
    return written(tmp_path / "passphrase", passphrase)


@pytest.fixture
def key(tmp_path: Path) -> list[str | Path]:
    """The options for the known private key, whose passphrase is cheap to stretch."""
    private = tmp_path / "secret.json"
    private.write_bytes(KNOWN["private_file"].encode())
    return ["--key", private, "--passphrase-file", written(tmp_path / "key passphrase", KNOWN["passphrase"])]


@pytest.fixture
def public(tmp_path: Path) -> Path:
    file = tmp_path / "gemeente.json"
    file.write_bytes(org_key.public_file(KEY.public))
    return file


def written(file: Path, text: str) -> Path:
    file.write_text(f"{text}\n", encoding="utf-8")
    return file


def ways(folder: Path, passphrase: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The kinds of the ways into a vault, as the terminal tells them to other programs."""
    secret = written(folder.parent / "ask", passphrase)
    code, told = said(capsys, "vault", "info", "--json", "--vault", folder, "--passphrase-file", secret)
    assert code == 0
    return sorted(way["kind"] for way in json.loads(told)["ways"])


def words_of(texts: str) -> list[str]:
    """The lists in what was printed, each as one line of words."""
    lists = re.split(r"^# .*lijst \d van 3$", texts, flags=re.MULTILINE)[1:]
    return [" ".join(re.findall(r"\d+ ([a-z]+)", each)) for each in lists]


def code_on(file: Path) -> str:
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout
    return " ".join(re.findall(r"\b[0-9A-Z]{5}\b", text))


class Terminal:
    """The program with somebody who types at a terminal."""

    def __init__(self, *arguments: str | Path) -> None:
        self._ours, theirs = os.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gezinsplan", *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: os.close(os.open(os.ttyname(theirs), os.O_RDWR)),  # noqa: PLW1509 - its own terminal
        )
        os.close(theirs)

    def until(self, words: str = "") -> str:
        """What it says until these words come; without words until it ends."""
        said = ""
        while not words or words not in said:
            try:
                piece = os.read(self._ours, 4096).decode()
            except OSError:  # the terminal is gone with the program
                piece = ""
            if not piece:
                break
            said += piece
        assert words in said
        return said

    def type(self, text: str) -> None:
        os.write(self._ours, f"{text}\n".encode())

    def ended(self) -> int:
        os.close(self._ours)
        return self._process.wait()


def said(capsys: pytest.CaptureFixture[str], *command: str | Path) -> tuple[int, str]:
    """What the terminal says to a command: without a process of its own, because there are many."""
    code = main([str(each) for each in command])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_a_key_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private, public, new = tmp_path / "new.json", tmp_path / "public.json", written(tmp_path / "new", NEW)
    code, told = said(capsys, "org-key", "create", "--out", private, "--public", public, "--passphrase-file", new)
    assert (code, json.loads(public.read_bytes())["fingerprint"] in told) == (0, True)
    assert service.unseal(private.read_bytes(), NEW).public == org_key.read_public(public.read_bytes())


def test_a_key_is_split_and_combined(tmp_path: Path, key: list[str | Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, "org-key", "split", *key)
    lists = words_of(told)
    assert (code, [len(each.split()) for each in lists]) == (0, [33, 33, 33])
    out, new = tmp_path / "typed.json", written(tmp_path / "new", NEW)
    typed = f"{lists[0]}\n" + "\n".join(lists[2].split()) + "\n"
    assert run("org-key", "combine", "--out", out, "--passphrase-file", new, stdin=typed).returncode == 0
    assert service.unseal(out.read_bytes(), NEW) == KEY


def test_a_key_is_split_into_files(tmp_path: Path, key: list[str | Path], capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / f"lijst-{number}.txt" for number in (1, 2, 3)]
    code, told = said(capsys, "org-key", "split", *key, "--out", tmp_path)
    assert (code, told.splitlines()) == (0, [str(file) for file in files])
    out, new = tmp_path / "again.json", written(tmp_path / "new", NEW)
    shares: list[str | Path] = ["--share", files[2], "--share", files[0]]
    code, told = said(capsys, "org-key", "combine", *shares, "--out", out, "--passphrase-file", new)
    assert (code, KNOWN["fingerprint"] in told) == (0, True)
    assert service.unseal(out.read_bytes(), NEW) == KEY


def test_the_gemeente_opens_the_vault_of_who_has_left(
    folder: Path,
    secret: Path,
    public: Path,
    key: list[str | Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    add: list[str | Path] = ["vault", "add-slot", "--gemeente", public, "--vault", folder, "--passphrase-file", secret]
    code, told = said(capsys, *add)
    assert (code, KNOWN["fingerprint"] in told) == (0, True)
    code, told = said(capsys, *add)
    assert (code, "staat al in de kluis" in told) == (1, True)

    new = written(tmp_path / "new", NEW)
    code, told = said(capsys, "org-key", "open", "--vault", folder, *key, "--new-passphrase-file", new)
    assert (code, "nieuw wachtwoord" in told, "herstelblad" in told) == (0, True, False)
    assert ways(folder, NEW, capsys) == ["gemeente", "passphrase"]
    code, told = said(capsys, "list", "--vault", folder, "--passphrase-file", secret)
    assert (code, "klopt niet" in told) == (1, True)


def test_the_lists_open_it_too_and_a_sheet_of_before_is_told(
    vault: Vault, key: list[str | Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slots.add(vault, KEY.public)
    slots.add(vault, RecoveryCode.new())
    vault.lock()
    lists = [written(tmp_path / f"{number}.txt", words) for number, words in enumerate(KNOWN["lists"])]
    new = written(tmp_path / "new", NEW)
    command: list[str | Path] = ["org-key", "open", "--vault", vault.folder, "--share", lists[0], "--share", lists[2]]
    code, told = said(capsys, *command, *key, "--new-passphrase-file", new)
    assert (code, "niet allebei" in told) == (2, True)
    code, told = said(capsys, *command, "--new-passphrase-file", new)
    assert (code, "herstelblad van deze kluis werkt nog" in told) == (0, True)
    assert ways(vault.folder, NEW, capsys) == ["gemeente", "passphrase", "sheet"]


PROMPT = "Typ de code van het blad: "


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this sort")
def test_a_sheet_counts_once_its_code_was_typed_back(
    folder: Path, secret: Path, passphrase: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "blad.pdf"
    terminal = Terminal("vault", "add-slot", "--sheet", file, "--vault", folder, "--passphrase-file", secret)
    terminal.until(PROMPT)
    code = code_on(file)
    terminal.type("U" + code[1:])
    assert "In groep 1 zit een tikfout." in terminal.until(PROMPT)
    terminal.type(code[:-1])
    assert "In groep 8 zit een tikfout." in terminal.until(PROMPT)
    terminal.type(code.lower())
    end = terminal.until()
    assert "De code klopt." in end
    assert code.lower() not in end
    assert terminal.ended() == 0
    assert ways(folder, passphrase, capsys) == ["passphrase", "sheet"]


def test_a_sheet_that_is_not_typed_back_is_not_there(
    folder: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "blad.pdf"
    command: list[str | Path] = ["vault", "add-slot", "--vault", folder, "--passphrase-file", secret, "--sheet"]
    other, short = written(tmp_path / "other", RecoveryCode.new().printed), written(tmp_path / "short", "ABC")
    before = (folder / keys.KEYS).read_bytes()
    for typed, words in ((other, "ander blad"), (short, "40 tekens"), (tmp_path / "nothing", "niet worden gelezen")):
        code, told = said(capsys, *command, file, "--typed-file", typed)
        assert (code, words in told.replace("herstelblad", "blad"), file.exists()) == (1, True, False)
    code, told = said(capsys, *command, secret)
    assert (code, "bestaat al" in told) == (1, True)
    assert (folder / keys.KEYS).read_bytes() == before


def test_one_way_at_a_time(
    folder: Path, secret: Path, public: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for chosen in ((), ("--sheet", tmp_path / "x.pdf", "--gemeente", public)):
        code, told = said(capsys, "vault", "add-slot", *chosen, "--vault", folder, "--passphrase-file", secret)
        assert (code, "Kies welke manier" in told) == (2, True)


def test_known_refusals_are_one_line(
    folder: Path, secret: Path, public: Path, key: list[str | Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private, spare = key[1], tmp_path / "spare.json"
    first, second = (each.split() for each in KNOWN["lists"][:2])
    one = written(tmp_path / "1.txt", " ".join(first))
    half = written(tmp_path / "half.txt", " ".join(second[:-1]))
    wrong = written(tmp_path / "2.txt", " ".join([*second[:4], "gezin", *second[5:]]))
    on: list[str | Path] = ["--vault", folder, "--passphrase-file", secret]
    out: list[str | Path] = ["--out", spare, "--passphrase-file", secret]
    cases: list[tuple[str, list[str | Path]]] = [
        ("bestaat al", ["org-key", "create", "--out", private, "--public", spare, "--passphrase-file", secret]),
        ("bestaat al", ["org-key", "combine", "--share", one, "--share", half, "--out", private]),
        ("andere map", ["org-key", "create", *out, "--public", tmp_path / "no" / "folder"]),
        ("wachtwoord van het sleutelbestand", ["org-key", "split", *key[:2], "--passphrase-file", secret]),
        ("niet de sleutel", ["org-key", "split", "--key", public, "--passphrase-file", secret]),
        ("kon niet worden gelezen", ["org-key", "split", "--key", tmp_path, "--passphrase-file", secret]),
        ("past niet op deze kluis", ["org-key", "open", "--vault", folder, *key, "--new-passphrase-file", secret]),
        ("twee verschillende", ["org-key", "combine", "--share", one, *out]),
        ("Lijst 2 heeft 33 woorden", ["org-key", "combine", "--share", one, "--share", half, *out]),
        ("Woord 5 van lijst 2", ["org-key", "combine", "--share", one, "--share", wrong, *out]),
        ("niet de sleutel", ["vault", "add-slot", "--gemeente", private, *on]),
        ("kon niet worden gelezen", ["vault", "add-slot", "--gemeente", tmp_path / "nothing", *on]),
    ]
    for words, command in cases:
        code, told = said(capsys, *command)
        assert (code, words in told, told.count("\n")) == (1, True, 1), command
    assert not spare.exists()


def test_lists_that_are_not_typed_to_their_end_give_no_key(secret: Path, tmp_path: Path) -> None:
    out = tmp_path / "key.json"
    answer = run("org-key", "combine", "--out", out, "--passphrase-file", secret, stdin="academic acid\n\n")
    assert (answer.returncode, out.exists()) == (1, False)
    assert "Lijst 1 heeft 33 woorden nodig; hier staan er 2." in answer.stderr
