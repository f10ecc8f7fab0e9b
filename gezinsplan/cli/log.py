"""`gezinsplan log`: look at the log of a vault, check it, and write it as a file; each is itself a line in it."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import AsJson, Opening, opening, print_json, typed_day
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.services import families, logbook
from gezinsplan.services.logbook import LogRij, Vraag
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_exact_time

log = typer.Typer(no_args_is_help=True, help=_("Het logboek bekijken, controleren of bewaren."))


@log.command("list")
@opening
def list_lines(
    vault: Opening,
    *,
    day: Annotated[str | None, typer.Option("--day", help=_("Alleen deze dag, zoals 26-11-2026."))] = None,
    start: Annotated[str | None, typer.Option("--from", help=_("Vanaf deze dag."))] = None,
    end: Annotated[str | None, typer.Option("--to", help=_("Tot en met deze dag."))] = None,
    family: Annotated[str | None, typer.Option("--family", help=_("Het kenmerk van het gezin."))] = None,
    action: Annotated[LogActie | None, typer.Option("--action", help=_("Alleen deze actie."))] = None,
    as_json: AsJson = False,
) -> None:
    """Toon de regels van het logboek, de oudste eerst."""
    first, last = (
        (typed_day("day", day), typed_day("day", day)) if day else (typed_day("from", start), typed_day("to", end))
    )
    with vault.unlocked() as opened:
        opened.log(LogActie.LOGBOEK_BEKEKEN)
        root = families.by_kenmerk(opened, family).id if family is not None else None
        found = logbook.rows(opened, Vraag(first, last, root, action))
        if as_json:
            print_json([{**asdict(row), "moment": row.moment.isoformat(timespec="milliseconds")} for row in found])
        else:
            for row in found:
                print(_line(row))


def _line(row: LogRij) -> str:
    about = f"{row.kenmerk} {row.over}".strip()
    parts = (f"{row.nummer:>6}", day_and_exact_time(row.moment), row.wat, about, row.resultaat, row.herkomst, row.wie)
    return "  ".join(part for part in parts if part)


@log.command("export")
@opening
def export(
    vault: Opening,
    out: Annotated[Path, typer.Option("--out", help=_("Het JSON-bestand dat wordt geschreven."))],
) -> None:
    """Bewaar het hele logboek als JSON, met de namen van de standaard Verwerkingenlogging. Er staan geen namen in."""
    with vault.unlocked() as opened:
        logbook.export(opened, out)


@log.command("verify")
@opening
def verify(
    vault: Opening,
    noted: Annotated[str, typer.Option("--mark", help=_("Een kenteken dat eerder is genoteerd."))] = "",
) -> None:
    """Kijk of er niets aan het logboek is veranderd, en toon het kenteken van de laatste regel."""
    with vault.unlocked() as opened:
        found = logbook.check(opened, noted)
        for each in found:
            print(each)
        if found:
            raise Refused(Code.LOG_FLAWED)
        print(_("Het logboek klopt. Kenteken: {mark}").format(mark=logbook.mark(opened)))
