"""What every command asks for: the vault's folder, the passphrase, and how a refusal is told."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import Annotated, Any
from warnings import catch_warnings, simplefilter

import typer

from gezinsplan.domain.errors import Code, Refused, VaultRefused
from gezinsplan.domain.logboek import Herkomst
from gezinsplan.services import caseload as caseloads
from gezinsplan.services.caseload import Caseload
from gezinsplan.texts import _
from gezinsplan.texts.errors import sentence

VaultFolder = Annotated[Path, typer.Option("--vault", help=_("De map van de kluis."))]
PassphraseFile = Annotated[
    str | None,
    typer.Option("--passphrase-file", help=_("Bestand met het wachtwoord; - leest van standaardinvoer.")),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Schrijf JSON."))]


def tell(refused: Refused) -> None:
    """One line on standard error."""
    print(" ".join(sentence(refused.code, refused.values)).strip(), file=sys.stderr)


def passphrase(file: str | None, again: bool = False) -> str:
    """From the file or standard input, else asked for; one newline at its end is dropped, nothing else."""
    if file is None:
        first = _asked(_("Wachtwoord: "))
        if again and _asked(_("Nog een keer: ")) != first:
            raise VaultRefused(Code.PASSPHRASE_DIFFERS)
        return first
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError):
        raise VaultRefused(Code.PASSPHRASE_FILE) from None


def _asked(prompt: str) -> str:
    """What is typed unseen; where there is no terminal to ask on, nothing is asked."""
    with catch_warnings():
        simplefilter("error", GetPassWarning)
        try:
            return getpass(prompt)
        except (GetPassWarning, EOFError):
            raise VaultRefused(Code.PASSPHRASE_FILE) from None


@contextmanager
def unlocked(folder: Path, file: str | None) -> Iterator[Caseload]:
    """The caseload in a folder for as long as the block takes."""
    opened = caseloads.unlock(folder, passphrase(file), Herkomst.TERMINAL)
    if opened.noticed is not None:
        tell(opened.noticed)
    try:
        yield opened
    finally:
        opened.lock()


def print_json(content: Any) -> None:
    """The outcome of a command for other programs."""
    print(json.dumps(content, ensure_ascii=False, indent=2))
