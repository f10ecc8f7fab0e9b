"""The families of a vault from a terminal: the list, one of them, its plan on paper; and a demo caseload."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import AsJson, Opening, PassphraseFile, VaultFolder, opening, passphrase, print_json
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.logboek import REDENEN, Herkomst, LogActie, Resultaat
from gezinsplan.services import caseload as caseloads
from gezinsplan.services import families, paper, start, vernietigen, view
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.services.paper import Blad
from gezinsplan.texts import _
from gezinsplan.texts.dates import today
from gezinsplan.texts.words import word

terminal = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

Reden = StrEnum("Reden", [(each.name, each.value) for each in REDENEN])  # type: ignore[misc]
Kenmerk = Annotated[str, typer.Argument(help=_("Het kenmerk van het gezin, zoals G-2026-001."))]


def team_of(opened: Caseload) -> Team:
    """The team of a caseload that has families in it."""
    team = opened.team()
    if team is None:
        raise Refused(Code.UNKNOWN_KENMERK)
    return team


@terminal.command("demo")
def demo(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Maak een kluis met verzonnen gezinnen om te proberen."""
    caseloads.refuse_existing(folder)
    chosen = start.made_up_passphrase() if passphrase_file is None else passphrase(passphrase_file)
    start.make_demo(folder, chosen, Herkomst.TERMINAL)
    if passphrase_file is None:
        print(_("Wachtwoord: {passphrase}").format(passphrase=chosen))


@terminal.command("list")
@opening
def list_families(vault: Opening, as_json: AsJson = False) -> None:
    """Toon alle gezinnen met hun regisseur en het aantal hulpverleners toen en nu."""
    with vault.unlocked() as opened:
        rows = families.rows(opened, today())
        opened.log(LogActie.LIJST_BEKEKEN)
    if as_json:
        print_json([view.list_entry(row) for row in rows])
        return
    for row in rows:
        regisseur = row.regisseur or _("GEEN REGISSEUR")
        print(f"{row.kenmerk:<12} {row.naam:<32} {word(row.fase):<14} {row.start:>3} → {row.nu:<3} {regisseur}")


@terminal.command("show")
@opening
def show(vault: Opening, kenmerk: Kenmerk, as_json: AsJson = False) -> None:
    """Toon één gezin: regisseur, wie er helpen, doelen en acties."""
    with vault.unlocked() as opened:
        dossier = families.by_kenmerk(opened, kenmerk)
        opened.log(LogActie.GELEZEN, dossier.id)
        seen = view.family(dossier, _kaart(opened), today())
    if as_json:
        print_json(seen)
        return
    for line in view.as_lines(seen):
        print(line)


def _kaart(opened: Caseload) -> SocialeKaart:
    return team_of(opened).kaart


@terminal.command("print")
@opening
def print_plan(
    vault: Opening,
    kenmerk: Kenmerk,
    out: Annotated[Path, typer.Option("--out", help=_("Het PDF-bestand dat wordt geschreven."))],
    person: Annotated[
        str | None, typer.Option("--for", help=_("Voor wie, zoals het plan die persoon noemt: mama."))
    ] = None,
    sheet: Annotated[Blad, typer.Option("--sheet", help=_("Welk papier."))] = Blad.PLAN,
) -> None:
    """Maak het gezinsplan als PDF, of een ander papier, voor het gezin samen of voor één persoon."""
    with vault.unlocked() as opened:
        dossier, team = families.by_kenmerk(opened, kenmerk), team_of(opened)
        lezer = families.person_named(dossier, team.kaart, person) if person is not None else None
        plan = paper.family_plan(opened, team, dossier, lezer, today(), sheet)
        paper.save_pdf(opened, dossier, plan, out)


@terminal.command("destroy")
@opening
def destroy(
    vault: Opening,
    kenmerk: Kenmerk,
    naam: Annotated[str, typer.Option("--name", help=_("De naam van het gezin, precies zoals die in de lijst staat."))],
    reason: Annotated[Reden, typer.Option("--reason", help=_("Waarom dit gezin weg mag."))],
) -> None:
    """Vernietig alles van een gezin. Dit kan niet ongedaan worden gemaakt."""
    with vault.unlocked() as opened:
        root = families.by_kenmerk(opened, kenmerk).id
        done = vernietigen.destroy(opened, root, naam, Resultaat(reason))
    print(_("Het gezin is vernietigd."))
    if not done.opgeruimd:
        print(vernietigen.not_tidied())
