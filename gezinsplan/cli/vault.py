"""`gezinsplan vault`: make a vault, look after it, and who can open it how."""

from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import (
    AsJson,
    Opening,
    PassphraseFile,
    VaultFolder,
    opening,
    passphrase,
    print_json,
    secret,
    tell,
)
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie, Resultaat
from gezinsplan.services import backups, families, herstelblad, kluis, new_files, org_key
from gezinsplan.services import caseload as caseloads
from gezinsplan.services.identity import now
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import long_date, today
from gezinsplan.texts.words import word

vault = typer.Typer(no_args_is_help=True, help=_("Een kluis maken, nakijken en regelen hoe hij opengaat."))

_LACKING = {
    kluis.Lacking.OWN_WAY: N_("Let op: zonder de sleutelbos van deze computer gaat de kluis niet open."),
    kluis.Lacking.SECOND_WAY: N_("Let op: er is maar één manier om de kluis te openen. Maak er een tweede bij."),
}


@vault.command("create")
def create(folder: VaultFolder, passphrase_file: PassphraseFile = None) -> None:
    """Maak een nieuwe, lege kluis. Wie u bent vraagt het venster bij de eerste keer openen."""
    caseloads.refuse_existing(folder)
    caseloads.create(folder, passphrase(passphrase_file, again=True), Herkomst.TERMINAL).lock()
    print(_("De kluis is gemaakt."))


@vault.command("verify")
@opening
def verify(
    how: Opening,
    look_at_backups: Annotated[
        bool, typer.Option("--backups", help=_("Kijk ook of elke reservekopie nog heel is."))
    ] = False,
) -> None:
    """Kijk of alles in de kluis nog heel is, en hoe oud de laatste reservekopie is."""
    with how.unlocked() as opened:
        whole = opened.is_whole()
        opened.log(LogActie.KLUIS_GECONTROLEERD, resultaat=Resultaat.GELUKT if whole else Resultaat.MISLUKT)
        if not whole:
            raise VaultRefused(Code.VAULT_DAMAGED)
        print(_("De kluis is heel: {n} gezinnen.").format(n=len(families.rows(opened, today()))))
        _tell_age(how.folder)
        if look_at_backups:
            print(_("Alle reservekopieën zijn heel: {n}.").format(n=backups.verify_all(opened)))


def _tell_age(folder: Path) -> None:
    last = backups.last_good(folder)
    if last is None:
        print(_("Er is nog geen reservekopie."))
    else:
        print(_("De laatste reservekopie is van {day}.").format(day=long_date(last.astimezone().date())))


@vault.command("info")
@opening
def info(how: Opening, as_json: AsJson = False) -> None:
    """Toon op welke manieren de kluis opengaat."""
    with how.unlocked() as opened:
        told = kluis.info(opened)
    if as_json:
        ways = [{"id": way.id, "kind": way.toegang, "made_on": way.made_on and str(way.made_on)} for way in told.ways]
        print_json({"vault": told.vault, "counter": told.counter, "ways": ways, "lacking": told.lacking})
        return
    print(_("Kluis {vault}, sleutelbestand {counter}").format(vault=told.vault, counter=told.counter))
    for way in told.ways:
        made_on = long_date(way.made_on) if way.made_on else ""
        print(f"{way.id[:8]}  {word(way.toegang):<24} {made_on}".rstrip())
    if told.lacking:
        print(_(_LACKING[told.lacking]))


@vault.command("add-slot")
def add_slot(
    folder: VaultFolder,
    this_computer: Annotated[
        bool,
        typer.Option("--this-computer", help=_("Deze computer, een aantal uur na elk getypt wachtwoord.")),
    ] = False,
    sheet: Annotated[
        Path | None, typer.Option("--sheet", help=_("Een herstelblad, dat als PDF in dit nieuwe bestand komt."))
    ] = None,
    gemeente: Annotated[
        Path | None, typer.Option("--gemeente", help=_("De sleutel van de gemeente: het openbare bestand."))
    ] = None,
    typed_file: Annotated[
        str | None,
        typer.Option("--typed-file", help=_("Bestand met de overgetypte code; - leest van standaardinvoer.")),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Maak er een manier bij om de kluis te openen; daarvoor is het wachtwoord nodig."""
    if [this_computer, sheet is not None, gemeente is not None].count(True) != 1:
        raise typer.BadParameter(_("Kies welke manier erbij komt: --this-computer, --sheet of --gemeente."))
    how = Opening(folder, passphrase_file)
    if sheet is not None:
        _add_sheet(how, sheet, typed_file)
    elif gemeente is not None:
        _add_gemeente(how, gemeente)
    else:
        with how.unlocked() as opened:
            kluis.allow_here(opened, now())
        print(_("De kluis gaat nu ook open zonder wachtwoord op deze computer."))


def _add_sheet(how: Opening, target: Path, typed_file: str | None) -> None:
    """Write a sheet, and let it open the vault once its code was typed back; else there is no sheet either."""
    new_files.refuse_existing(target)
    with how.unlocked() as opened:
        blad = herstelblad.make(opened, today())
        herstelblad.save(blad, target)
        try:
            print(_("Het herstelblad staat in {file}. Druk het af.").format(file=target), flush=True)
            herstelblad.confirm(opened, blad, _typed_back(typed_file))
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    print(_("De code klopt. Het herstelblad opent nu de kluis; een ouder blad werkt niet meer."))
    print(_("Bewaar het blad in een dichte envelop, niet bij de laptop. Verwijder het bestand."))


def _typed_back(file: str | None) -> str:
    """The code from the paper; a mistake may be mended where somebody types."""
    while True:
        typed = secret(file, _("Typ de code van het blad: "), Code.CODE_FILE)
        try:
            herstelblad.refuse_typo(typed)
        except VaultRefused as refused:
            if file is not None:
                raise
            tell(refused)
        else:
            return typed


def _add_gemeente(how: Opening, file: Path) -> None:
    public = org_key.read_public(file)
    with how.unlocked() as opened:
        org_key.add(opened, public)
    print(_("De gemeente kan deze kluis nu openen met haar sleutel."))
    print(_("Vraag de gemeente of dit de vingerafdruk is: {fingerprint}").format(fingerprint=public.fingerprint))


@vault.command("remove-slot")
@opening
def remove_slot(
    how: Opening,
    way: Annotated[str, typer.Argument(help=_("Het begin van het nummer dat vault info toont."))],
) -> None:
    """Haal een manier weg om de kluis te openen. Wat in een oude reservekopie staat, blijft daarmee open gaan."""
    with how.unlocked() as opened:
        kluis.remove(opened, way)
    print(_("Zo gaat de kluis niet meer open."))


@vault.command("change-passphrase")
def change_passphrase(
    folder: VaultFolder,
    passphrase_file: PassphraseFile = None,
    new_passphrase_file: Annotated[
        str | None,
        typer.Option("--new-passphrase-file", help=_("Bestand met het nieuwe wachtwoord; anders wordt het gevraagd.")),
    ] = None,
) -> None:
    """Kies een nieuw wachtwoord. Een oude reservekopie gaat nog open met het oude."""
    old = passphrase(passphrase_file)
    opened = kluis.unlock(folder, old, now(), typed=False, herkomst=Herkomst.TERMINAL)
    try:
        new = passphrase(new_passphrase_file, again=True, prompt=_("Nieuw wachtwoord: "))
        kluis.change_passphrase(opened, old, new, now())
    finally:
        kluis.lock(opened, now())
    print(_("Het nieuwe wachtwoord geldt vanaf nu."))
