"""`gezinsplan vault`: make a vault, look after it."""

from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import PassphraseFile, VaultFolder, passphrase, unlocked
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie, Resultaat
from gezinsplan.services import backups, families
from gezinsplan.services import caseload as caseloads
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date, today

vault = typer.Typer(no_args_is_help=True, help=_("Een kluis maken of nakijken."))


@vault.command("create")
def create(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Maak een nieuwe, lege kluis. Wie u bent vraagt het venster bij de eerste keer openen."""
    caseloads.refuse_existing(folder)
    caseloads.create(folder, passphrase(passphrase_file, again=True), Herkomst.TERMINAL).lock()
    print(_("De kluis is gemaakt."))


@vault.command("verify")
def verify(
    folder: VaultFolder,
    passphrase_file: PassphraseFile = None,
    look_at_backups: Annotated[
        bool, typer.Option("--backups", help=_("Kijk ook of elke reservekopie nog heel is."))
    ] = False,
) -> None:
    """Kijk of alles in de kluis nog heel is, en hoe oud de laatste reservekopie is."""
    with unlocked(folder, passphrase_file) as opened:
        whole = opened.is_whole()
        opened.log(LogActie.KLUIS_GECONTROLEERD, resultaat=Resultaat.GELUKT if whole else Resultaat.MISLUKT)
        if not whole:
            raise VaultRefused(Code.VAULT_DAMAGED)
        print(_("De kluis is heel: {n} gezinnen.").format(n=len(families.rows(opened, today()))))
        _tell_age(folder)
        if look_at_backups:
            print(_("Alle reservekopieën zijn heel: {n}.").format(n=backups.verify_all(opened)))


def _tell_age(folder: Path) -> None:
    last = backups.last_good(folder)
    if last is None:
        print(_("Er is nog geen reservekopie."))
    else:
        print(_("De laatste reservekopie is van {day}.").format(day=long_date(last.astimezone().date())))
