"""From fifteen to two in a terminal: who is involved, the line, "Kan het met minder?", and figures without names."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import AsJson, Opening, opening, print_json, typed_day
from gezinsplan.cli.families import Kenmerk, team_of, terminal
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.logboek import LogActie
from gezinsplan.services import betrokken, cijfers, families, minder
from gezinsplan.services.caseload import Caseload
from gezinsplan.texts import _
from gezinsplan.texts.dates import today

__all__ = ["terminal"]


def _read(opened: Caseload, kenmerk: str) -> tuple[Dossier, SocialeKaart]:
    """A family that is looked at, which is logged."""
    dossier = families.by_kenmerk(opened, kenmerk)
    opened.log(LogActie.GELEZEN, dossier.id)
    return dossier, team_of(opened).kaart


@terminal.command("betrokken")
@opening
def involved(
    vault: Opening,
    kenmerk: Kenmerk,
    on: Annotated[str | None, typer.Option("--on", help=_("Op deze dag, zoals 26-11-2026; anders vandaag."))] = None,
    as_json: AsJson = False,
) -> None:
    """Toon iedereen die bij een gezin betrokken is, en wie er meetelt."""
    op: date = typed_day("on", on) or today()
    with vault.unlocked() as opened:
        found = betrokken.involved(*_read(opened, kenmerk), op, today())
    if as_json:
        print_json(found)
        return
    for each in betrokken.involved_lines(found):
        print(each)


@terminal.command("lijn")
@opening
def line(vault: Opening, kenmerk: Kenmerk, as_json: AsJson = False) -> None:
    """Toon hoeveel hulpverleners er waren, van het begin tot vandaag."""
    with vault.unlocked() as opened:
        points = betrokken.line(*_read(opened, kenmerk), today())
    if as_json:
        print_json(points)
        return
    for each in betrokken.line_lines(points):
        print(each)


@terminal.command("minder")
@opening
def fewer(vault: Opening, kenmerk: Kenmerk, as_json: AsJson = False) -> None:
    """Vraag of het met minder hulpverleners kan. Er verandert niets."""
    with vault.unlocked() as opened:
        found = minder.answer(*_read(opened, kenmerk), today())
    if as_json:
        print_json(betrokken.fewer(found))
        return
    for each in betrokken.fewer_lines(found):
        print(each)


@terminal.command("cijfers")
@opening
def figures(
    vault: Opening,
    csv: Annotated[Path, typer.Option("--csv", help=_("Het CSV-bestand dat wordt geschreven, voor Excel."))],
) -> None:
    """Bewaar cijfers over alle gezinnen, zonder namen. Groepen van minder dan vijf gezinnen staan er niet in."""
    with vault.unlocked() as opened:
        cijfers.save_csv(opened, cijfers.figures(opened, today()), csv)
