"""`gezinsplan vault backup`, `restore`, `test-backup` and `rekey`: nothing lost, and a new key when one leaked."""

from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import Opening, PassphraseFile, VaultFolder, opening, passphrase
from gezinsplan.cli.vault import vault
from gezinsplan.domain.logboek import Herkomst
from gezinsplan.services import backups, kluis
from gezinsplan.services.backups import Backup
from gezinsplan.services.identity import now
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date

__all__ = ["vault"]

BackupFile = Annotated[Path, typer.Option("--backup", help=_("Het bestand van de reservekopie."))]


def _day(backup: Backup) -> str:
    """The day and time on the wall."""
    assert backup.made is not None  # noqa: S101 only of a backup that can be read
    made = backup.made.astimezone()
    return f"{long_date(made.date())} {made:%H:%M}"


@vault.command("backup")
@opening
def make(
    how: Opening,
    only_list: Annotated[bool, typer.Option("--list", help=_("Toon alleen welke er zijn."))] = False,
) -> None:
    """Maak een reservekopie en kijk haar na, of toon welke er zijn."""
    with how.unlocked() as opened:
        if only_list:
            for each in backups.overview(opened):
                print(_line(each))
            return
        made = backups.make(opened)
    print(_("De reservekopie is gemaakt en nagekeken: {name}").format(name=made.path.name))
    if made.second_place_away:
        print(_("De tweede plek is er nu niet; daar staat deze reservekopie nog niet."))


def _line(each: Backup) -> str:
    if each.counts is None or each.reason is None:
        return _("{name}: niet te lezen").format(name=each.path.name)
    said = _("{name}: {reason}, {n} gezinnen").format(
        name=each.path.name, reason=each.reason.value, n=each.counts.gezinnen
    )
    return f"{said}, {_('opent nog op de oude manier')}" if each.opens_old_way else said


@vault.command("test-backup")
def prove(folder: VaultFolder, backup: BackupFile, passphrase_file: PassphraseFile = None) -> None:
    """Open een reservekopie en kijk of alles erin heel is; er verandert niets."""
    secret = passphrase(passphrase_file)
    opened = kluis.unlock(folder, secret, now(), typed=False, herkomst=Herkomst.TERMINAL)
    try:
        found = backups.prove(opened, backup, secret)
    finally:
        kluis.lock(opened, now())
    assert found.counts is not None  # noqa: S101 it was read as a whole
    line = _("De reservekopie van {moment} is heel: {n} gezinnen, {persons} personen.")
    print(line.format(moment=_day(found), n=found.counts.gezinnen, persons=found.counts.personen))


@vault.command("restore")
def restore(folder: VaultFolder, backup: BackupFile, passphrase_file: PassphraseFile = None) -> None:
    """Zet een reservekopie terug, met het wachtwoord of de code van het herstelblad. Wat er was blijft bewaard."""
    typed = passphrase(passphrase_file, prompt=_("Wachtwoord, of de code van het herstelblad: "))
    backups.restore(folder, backup, typed, herkomst=Herkomst.TERMINAL).lock()
    print(_("De reservekopie is teruggezet."))


@vault.command("rekey")
def rekey(
    folder: VaultFolder,
    passphrase_file: PassphraseFile = None,
    renew: Annotated[bool, typer.Option("--renew", help=_("Vernieuw ook de reservekopieën."))] = False,
) -> None:
    """Geef de kluis een nieuwe sleutel, als de oude misschien gelekt is. Een oud herstelblad werkt daarna niet meer."""
    opened = backups.rekey(folder, passphrase(passphrase_file), renew, herkomst=Herkomst.TERMINAL)
    try:
        old = sum(each.opens_old_way for each in backups.overview(opened))
    finally:
        opened.lock()
    print(_("De kluis heeft een nieuwe sleutel. Maak een nieuw herstelblad: gezinsplan vault add-slot --sheet."))
    if old:
        print(_("Reservekopieën die nog op de oude manier openen: {n}.").format(n=old))
