"""What every command asks for: the vault's folder, how to open it, and how a refusal is told."""

import inspect
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import Annotated, Any, Concatenate
from warnings import catch_warnings, simplefilter

import typer

from gezinsplan.domain.errors import Code, Refused, RuleBroken, VaultRefused
from gezinsplan.domain.logboek import Herkomst
from gezinsplan.services import kluis
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.texts import _
from gezinsplan.texts.dates import read_date
from gezinsplan.texts.errors import sentence

VaultFolder = Annotated[Path, typer.Option("--vault", help=_("De map van de kluis."))]
PassphraseFile = Annotated[
    str | None,
    typer.Option("--passphrase-file", help=_("Bestand met het wachtwoord; - leest van standaardinvoer.")),
]
ThisComputer = Annotated[
    bool, typer.Option("--this-computer", help=_("Open zonder wachtwoord, met de sleutelbos van deze computer."))
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Schrijf JSON."))]


def tell(refused: Refused) -> None:
    """One line on standard error."""
    print(" ".join(sentence(refused.code, refused.values)).strip(), file=sys.stderr)


def passphrase(file: str | None, again: bool = False, prompt: str = _("Wachtwoord: ")) -> str:
    """From the file or standard input, else asked for, if need be twice."""
    first = secret(file, prompt, Code.PASSPHRASE_FILE)
    if file is None and again and secret(None, _("Nog een keer: "), Code.PASSPHRASE_FILE) != first:
        raise VaultRefused(Code.PASSPHRASE_DIFFERS)
    return first


def secret(file: str | None, prompt: str, unread: Code) -> str:
    """From the file or standard input, else typed unseen; one newline at its end is dropped, nothing else.

    Refused as `unread` when the file cannot be read, or there is no terminal to ask on.
    """
    try:
        if file is None:
            return _asked(prompt)
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (GetPassWarning, EOFError, OSError, UnicodeDecodeError):
        raise VaultRefused(unread) from None


def _asked(prompt: str) -> str:
    """What is typed unseen; GetPassWarning or EOFError where there is no terminal to ask on."""
    with catch_warnings():
        simplefilter("error", GetPassWarning)
        return getpass(prompt)


@dataclass(frozen=True, slots=True)
class Opening:
    """Which vault a command opens, and how; each field is an option of every command that asks for it."""

    folder: VaultFolder
    passphrase_file: PassphraseFile = None
    this_computer: ThisComputer = False

    @contextmanager
    def unlocked(self) -> Iterator[Caseload]:
        """The caseload for as long as the block takes; what went wrong beside it is told first."""
        opened = self._open()
        try:
            for refused in opened.noticed:
                tell(refused)
            yield opened
        finally:
            kluis.lock(opened, now())

    def _open(self) -> Caseload:
        if self.this_computer:
            return kluis.unlock_here(self.folder, now(), herkomst=Herkomst.TERMINAL)
        # Only a typed passphrase shows that its user is there, and begins the hours of this computer anew.
        secret = passphrase(self.passphrase_file)
        return kluis.unlock(self.folder, secret, now(), typed=self.passphrase_file is None, herkomst=Herkomst.TERMINAL)


def opening(command: Callable[Concatenate[Opening, ...], None]) -> Callable[..., None]:
    """Give a command the options of `Opening` in place of its first argument."""
    own = list(inspect.signature(command).parameters.values())[1:]
    asked = inspect.signature(Opening).parameters.values()

    @wraps(command)
    def with_options(**options: Any) -> None:
        how = Opening(*(options.pop(each.name) for each in fields(Opening)))
        command(how, **options)

    parameters = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in (*own, *asked)]
    with_options.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {each.name: each.annotation for each in parameters}
    return with_options


def typed_day(option: str, typed: str | None) -> date | None:
    """The day that was given with an option, if any; RuleBroken(NOT_A_DATE)."""
    found = read_date(typed) if typed is not None else None
    if typed is not None and found is None:
        raise RuleBroken(Code.NOT_A_DATE, field=option)
    return found


def print_json(content: Any) -> None:
    """The outcome of a command for other programs."""
    print(json.dumps(content, ensure_ascii=False, indent=2))
