"""The recovery sheet, read back from paper."""

import re
import subprocess
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4

from gezinsplan.printing import herstelblad as sheets
from gezinsplan.printing.herstelblad import Blad, herstelblad
from gezinsplan.storage.ways.sheet import RecoveryCode
from tests.printing.qr import scanned

CODE = RecoveryCode(bytes(range(101, 121)))


def blad(code: RecoveryCode = CODE) -> Blad:
    return Blad(code.groups, code.printed, "4F2A-91C7", date(2026, 11, 26))


PDF = herstelblad(blad())


def poppler(tool: str, *arguments: str) -> str:
    run = subprocess.run([tool, *(arguments or ("-",))], input=PDF, capture_output=True, check=True)
    assert not run.stderr, run.stderr
    return run.stdout.decode("utf-8")


def qr(pdf: bytes) -> str:
    return scanned(pdf, A4[0] - 25 / 25.4 * 72 - sheets._PAD - sheets._QR, sheets._QR)


def test_everything_stands_on_one_page() -> None:
    text = poppler("pdftotext", "-layout", "-", "-")
    assert text.count("\f") == 1
    flat = " ".join(text.split())
    for told in (
        "Herstelblad Kluis 4F2A-91C7 · gemaakt op 26 november 2026",
        "Wie dit blad en de laptop heeft, kan alles lezen.",
        "niet bij de laptop",
        "Wachtwoord vergeten? Zo gebruikt u het herstelblad",
        "Naam",
        "Dichtgeplakt op",
        "Handtekening",
        "pagina 1 van 1",
    ):
        assert told in flat


def test_the_groups_are_numbered_from_left_to_right() -> None:
    lines = [line.split() for line in poppler("pdftotext", "-layout", "-", "-").splitlines()]
    numbers = lines.index(["1", "2", "3", "4"]), lines.index(["5", "6", "7", "8"])
    groups = [next(line for line in lines[at + 1 :] if line) for at in numbers]
    assert tuple(group for row in groups for group in row) == CODE.groups


def test_what_stands_on_paper_can_be_typed_over() -> None:
    found = re.findall(r"\b[0-9A-Z]{5}\b", poppler("pdftotext", "-layout", "-", "-"))
    assert RecoveryCode.parse(" ".join(found)) == CODE


@pytest.mark.parametrize("seed", range(4))
def test_a_scanner_reads_the_same_code(seed: int) -> None:
    code = RecoveryCode(bytes((seed * 71 + 13 * each) % 256 for each in range(20)))
    assert RecoveryCode.parse(qr(herstelblad(blad(code)))) == code
    assert qr(PDF) == CODE.printed


def test_nobody_is_named_in_the_file_either() -> None:
    told = PdfReader(BytesIO(PDF)).metadata
    assert told is not None
    assert (told.title, told.author, told.subject) == ("Herstelblad", "", "")


def test_every_font_is_in_the_file() -> None:
    fonts = poppler("pdffonts").splitlines()[2:]
    assert any("DejaVuSansMono-Bold" in font for font in fonts)
    assert all(re.search(r" yes +yes +yes ", font) for font in fonts)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert herstelblad(blad()) == PDF
