"""The same use cases from a terminal; imports nothing of Qt.

Exit 0 on success, 1 on a known refusal (one line on standard error), 2 on wrong use.
"""

import sys
from typing import Annotated

import typer

from gezinsplan import __version__
from gezinsplan.cli.asking import tell
from gezinsplan.cli.backups import vault
from gezinsplan.cli.fifteen import terminal
from gezinsplan.cli.log import log
from gezinsplan.cli.org_key import org_key
from gezinsplan.domain.errors import Refused
from gezinsplan.texts import _

terminal.add_typer(vault, name="vault")
terminal.add_typer(log, name="log")
terminal.add_typer(org_key, name="org-key")


def main(arguments: list[str]) -> int:
    """Run one command; known refusals become one line and exit 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        terminal(arguments, prog_name="gezinsplan")
    except Refused as refused:
        tell(refused)
        return 1
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    return 0


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
