"""Reads a printed plan back: its pages as text, with poppler and with pypdf."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from gezinsplan.printing.gezinsplan import Papier, gezinsplan


def text_of(data: bytes) -> str:
    """Everything that a PDF says, with single spaces."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(run.stdout.decode("utf-8").split())


class Paper:
    """One printed plan, or another paper about a family."""

    def __init__(self, papier: Papier, blad: Callable[[Papier], bytes] = gezinsplan) -> None:
        self.data = blad(papier)
        self.pages = self._pages()
        self.text = "\n".join(self.pages)
        self.flat = " ".join(self.text.split())

    def _pages(self) -> list[str]:
        return self.poppler("pdftotext", "-layout", "-", "-").split("\f")[:-1]

    def poppler(self, tool: str, *arguments: str) -> str:
        """What a tool of poppler says about it."""
        run = subprocess.run([tool, *(arguments or ("-",))], input=self.data, capture_output=True, check=True)
        assert not run.stderr, run.stderr
        return run.stdout.decode("utf-8")

    @property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.data))

    def bodies(self) -> list[list[str]]:
        """The lines of each page without the edge: two lines of header (not on page 1), two of footer."""
        found = []
        for number, page in enumerate(self.pages):
            lines = [line for line in page.splitlines() if line.strip()]
            found.append(lines[1 if number else 0 : -2])
        return found

    def save(self, path: Path) -> None:
        path.write_bytes(self.data)
