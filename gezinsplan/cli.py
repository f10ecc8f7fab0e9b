"""The same use cases from a terminal; imports nothing of Qt.

Exit 0 on success, 1 on a known refusal (one line on standard error), 2 on wrong use.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import Annotated, Any
from warnings import catch_warnings, simplefilter

import typer

from gezinsplan import __version__
from gezinsplan.domain.errors import Code, Refused, VaultRefused
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.services import caseload as caseloads
from gezinsplan.services import families, paper, start, view
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.texts import _
from gezinsplan.texts.dates import today
from gezinsplan.texts.errors import sentence
from gezinsplan.texts.words import word

terminal = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
vault = typer.Typer(no_args_is_help=True, help=_("Een kluis maken of nakijken."))
terminal.add_typer(vault, name="vault")

VaultFolder = Annotated[Path, typer.Option("--vault", help=_("De map van de kluis."))]
PassphraseFile = Annotated[
    str | None,
    typer.Option("--passphrase-file", help=_("Bestand met het wachtwoord; - leest van standaardinvoer.")),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Schrijf JSON."))]
Kenmerk = Annotated[str, typer.Argument(help=_("Het kenmerk van het gezin, zoals G-2026-001."))]


def main(arguments: list[str]) -> int:
    """Run one command; known refusals become one line and exit 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        terminal(arguments, prog_name="gezinsplan")
    except Refused as refused:
        _tell(refused)
        return 1
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    return 0


def _tell(refused: Refused) -> None:
    print(" ".join(sentence(refused.code, refused.values)).strip(), file=sys.stderr)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"gezinsplan {__version__}")
        raise typer.Exit


@terminal.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=_("Toon de versie."))
    ] = False,
) -> None:
    """Eén gezin, één plan, één regisseur. Zonder opdracht opent het venster."""


def _passphrase(file: str | None, again: bool = False) -> str:
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
def _unlocked(folder: Path, file: str | None) -> Iterator[Caseload]:
    opened = caseloads.unlock(folder, _passphrase(file))
    if opened.noticed is not None:
        _tell(opened.noticed)
    try:
        yield opened
    finally:
        opened.lock()


def _team(opened: Caseload) -> Team:
    """The team of a caseload that has families in it."""
    team = opened.team()
    if team is None:
        raise Refused(Code.UNKNOWN_KENMERK)
    return team


def _print_json(content: Any) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=2))


@vault.command("create")
def vault_create(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Maak een nieuwe, lege kluis. Wie u bent vraagt het venster bij de eerste keer openen."""
    caseloads.refuse_existing(folder)
    caseloads.create(folder, _passphrase(passphrase_file, again=True)).lock()
    print(_("De kluis is gemaakt."))


@vault.command("verify")
def vault_verify(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Kijk of alles in de kluis nog heel is."""
    with _unlocked(folder, passphrase_file) as opened:
        if not opened.is_whole():
            raise VaultRefused(Code.VAULT_DAMAGED)
        print(_("De kluis is heel: {n} gezinnen.").format(n=len(families.rows(opened, today()))))


@terminal.command("demo")
def demo(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Maak een kluis met verzonnen gezinnen om te proberen."""
    caseloads.refuse_existing(folder)
    passphrase = start.made_up_passphrase() if passphrase_file is None else _passphrase(passphrase_file)
    start.make_demo(folder, passphrase)
    if passphrase_file is None:
        print(_("Wachtwoord: {passphrase}").format(passphrase=passphrase))


@terminal.command("list")
def list_families(folder: VaultFolder, passphrase_file: PassphraseFile = None, as_json: AsJson = False) -> None:
    """Toon alle gezinnen met hun regisseur en het aantal hulpverleners toen en nu."""
    with _unlocked(folder, passphrase_file) as opened:
        rows = families.rows(opened, today())
    if as_json:
        _print_json([view.list_entry(row) for row in rows])
        return
    for row in rows:
        regisseur = row.regisseur or _("GEEN REGISSEUR")
        print(f"{row.kenmerk:<12} {row.naam:<32} {word(row.fase):<14} {row.start:>3} → {row.nu:<3} {regisseur}")


@terminal.command("show")
def show(
    kenmerk: Kenmerk, folder: VaultFolder, passphrase_file: PassphraseFile = None, as_json: AsJson = False
) -> None:
    """Toon één gezin: regisseur, wie er helpen, doelen en acties."""
    with _unlocked(folder, passphrase_file) as opened:
        dossier = families.by_kenmerk(opened, kenmerk)
        seen = view.family(dossier, _kaart(opened), today())
    if as_json:
        _print_json(seen)
        return
    for line in view.as_lines(seen):
        print(line)


def _kaart(opened: Caseload) -> SocialeKaart:
    return _team(opened).kaart


@terminal.command("print")
def print_plan(
    kenmerk: Kenmerk,
    folder: VaultFolder,
    out: Annotated[Path, typer.Option("--out", help=_("Het PDF-bestand dat wordt geschreven."))],
    person: Annotated[
        str | None, typer.Option("--for", help=_("Voor wie, zoals het plan die persoon noemt: mama."))
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Maak het gezinsplan als PDF, voor het gezin samen of voor één persoon."""
    with _unlocked(folder, passphrase_file) as opened:
        dossier, team = families.by_kenmerk(opened, kenmerk), _team(opened)
        lezer = families.person_named(dossier, team.kaart, person) if person is not None else None
        plan = paper.family_plan(opened, team, dossier, lezer, today())
        paper.save_pdf(opened, dossier, plan, out)
