"""`gezinsplan vault`: make a vault, look after it."""

import typer

from gezinsplan.cli.asking import PassphraseFile, VaultFolder, passphrase, unlocked
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie, Resultaat
from gezinsplan.services import caseload as caseloads
from gezinsplan.services import families
from gezinsplan.texts import _
from gezinsplan.texts.dates import today

vault = typer.Typer(no_args_is_help=True, help=_("Een kluis maken of nakijken."))


@vault.command("create")
def create(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Maak een nieuwe, lege kluis. Wie u bent vraagt het venster bij de eerste keer openen."""
    caseloads.refuse_existing(folder)
    caseloads.create(folder, passphrase(passphrase_file, again=True), Herkomst.TERMINAL).lock()
    print(_("De kluis is gemaakt."))


@vault.command("verify")
def verify(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Kijk of alles in de kluis nog heel is."""
    with unlocked(folder, passphrase_file) as opened:
        whole = opened.is_whole()
        opened.log(LogActie.KLUIS_GECONTROLEERD, resultaat=Resultaat.GELUKT if whole else Resultaat.MISLUKT)
        if not whole:
            raise VaultRefused(Code.VAULT_DAMAGED)
        print(_("De kluis is heel: {n} gezinnen.").format(n=len(families.rows(opened, today()))))
