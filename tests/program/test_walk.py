"""The whole main job in the real windows, in a home of its own; and what it leaves behind on the disk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.walk import IN_README

CHECKOUT = Path(__file__).parents[2]
# Words that stand in the demo families, in the first family of the walk, and in what is typed on the way.
WORDS = (
    "Yılmaz",
    "Petrović",
    "Nguyễn",
    "Anouk",
    "Van den Berg",
    "zonder telefoons",
    "Minder mensen over de vloer",
    "naar voet",
)
# What the user asked for himself: pictures, the printed plan; the passphrase of the demo lies open on purpose.
ASKED_FOR = {".png", ".pdf"}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the walk was done; everything that a program may write lies below it."""
    home = tmp_path_factory.mktemp("home")
    places = {"HOME": home, "TMPDIR": home / "tmp", "XDG_RUNTIME_DIR": home / "run"}
    places |= {f"XDG_{kind}_HOME": home / kind.lower() for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **{name: str(place) for name, place in places.items()}}
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "tests" / "walk.py"), str(home / "demo"), "--docs", str(home / "docs")],
        env=env | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
    )
    assert done.returncode == 0, done.stderr
    assert "bug" not in done.stderr
    return home


def test_every_screen_and_the_paper_are_there(walked: Path) -> None:
    pictures = {path.stem for path in (walked / "demo").glob("*.png")}
    assert len(pictures) >= 18
    assert {path.stem for path in (walked / "docs").iterdir()} == set(IN_README)
    said = "\n".join(page.extract_text() for page in PdfReader(walked / "demo" / "gezinsplan.pdf").pages)
    assert "We eten elke dag samen, zonder telefoons" in said.replace("\n", " ")
    assert "Van 15 naar 4" in said


def written(home: Path) -> Iterator[Path]:
    yield from (path for path in home.rglob("*") if path.is_file() and path.suffix not in ASKED_FOR)


def test_no_name_and_no_text_is_left_readable(walked: Path) -> None:
    files = [*written(walked)]
    assert any(path.name == "dossiers.db" for path in files)
    for path in files:
        data = path.read_bytes()
        for word in WORDS:
            assert word.encode() not in data, f"{path.name} holds words of a family"
            assert word.encode("utf-16-le") not in data, f"{path.name} holds words of a family"
            assert word not in path.name


def test_what_was_asked_for_is_all_that_is_readable(walked: Path) -> None:
    kinds = {path.relative_to(walked).parts[0] for path in walked.rglob("*.pdf")}
    assert kinds == {"demo"}
