"""The screens of the vault itself: the ways in, the recovery sheet, Beheer, a new key, and a damaged vault."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from gezinsplan.presenters.unlock import Stage
from gezinsplan.services import org_key
from gezinsplan.ui.beheer_page import BACKUPS, KLUIS, LOG, SETTINGS
from gezinsplan.ui.sheet_dialog import SheetDialog
from gezinsplan.ui.strength import StrengthLine

if TYPE_CHECKING:
    from tests.walk import Walk

KEY_PASSPHRASE = "vijf lampen zwemmen door een stille zolder"
OLD_SIGN = "0"


def make_sheet(walk: Walk, name: str) -> str:
    """Make the recovery sheet that is on the screen, type it back, and answer with its code."""
    from tests.walk import has_ink

    dialog = walk.dialog()
    if not isinstance(dialog, SheetDialog):
        raise LookupError("no recovery sheet is offered")
    walk.until(lambda: has_ink(dialog.preview))
    code = dialog.shown_code()
    walk.type("Code van het papier", code[:-1] + ("1" if code[-1] == OLD_SIGN else OLD_SIGN))
    walk.press("Herstelblad gebruiken")
    walk.picture(name)
    walk.type("Code van het papier", code)
    walk.press("Herstelblad gebruiken")
    return code


def look_after(walk: Walk, folder: Path) -> str:
    """Beheer: the ways in, a sheet, the gemeente, a backup; answers with the code of the sheet."""
    desk = walk.desk
    desk.show_around("beheer", KLUIS)
    walk.picture("20-beheer-kluis-alleen-wachtwoord")
    walk.press("Herstelblad maken\N{HORIZONTAL ELLIPSIS}")
    code = make_sheet(walk, "21-herstelblad")
    for old in folder.glob("gemeente*"):
        old.unlink()
    org_key.create(folder / "gemeente.json", folder / "gemeente-openbaar.json", KEY_PASSPHRASE)
    walk.press("Sleutel van de gemeente toevoegen\N{HORIZONTAL ELLIPSIS}")
    walk.choose_file("Bestand met de openbare sleutel", folder / "gemeente-openbaar.json")
    walk.picture("22-sleutel-van-de-gemeente")
    walk.press("Sleutel toevoegen")
    walk.press("Wachtwoord wijzigen\N{HORIZONTAL ELLIPSIS}")
    walk.type("Nieuw wachtwoord", "de ooievaar eet")
    walk.until(lambda: any(each.word.text() for each in walk.window.findChildren(StrengthLine)))
    walk.picture("23-wachtwoord-wijzigen")
    walk.press("Annuleren")
    walk.press("Kluis nakijken")
    walk.picture("24-beheer-kluis")
    desk.show_around("beheer", BACKUPS)
    walk.press("Nu maken")
    walk.picture("25-beheer-reservekopieen")
    desk.show_around("beheer", LOG)
    walk.picture("26-beheer-logboek")
    desk.show_around("beheer", SETTINGS)
    walk.picture("27-beheer-instellingen")
    return code


def other_ways(walk: Walk, code: str) -> None:
    """Lock, and open the vault with the sheet; the ways for who lost his passphrase."""
    walk.window.lock()
    walk.settle()
    walk.picture("28-ontgrendelen-andere-manieren")
    first = walk.window.first
    first.presenter.go(Stage.GEMEENTE)
    walk.picture("29-openen-met-sleutelbestand")
    first.presenter.go(Stage.LISTS)
    walk.picture("30-openen-met-woordenlijsten")
    walk.press("Terug")
    walk.press("Wachtwoord vergeten? Gebruik het herstelblad")
    walk.type("Code van het herstelblad", "AAAAA" + code[5:])
    walk.press("Openen")
    walk.picture("31-openen-met-herstelblad")
    walk.type("Code van het herstelblad", code)
    walk.press("Openen")
    walk.type("Nieuw wachtwoord", walk.passphrase)
    walk.type("Nog een keer", walk.passphrase)
    walk.until(lambda: bool(walk.window.first.card.strength()))
    walk.picture("32-nieuw-wachtwoord")
    walk.press("Wachtwoord bewaren")


def put_back(walk: Walk) -> None:
    """Put a backup back; ask for a new key and leave it."""
    desk = walk.desk
    desk.show_around("beheer", BACKUPS)
    walk.settle()
    walk.press("Terugzetten\N{HORIZONTAL ELLIPSIS}", desk.beheer_page.backups)
    walk.picture("33-terugzetten-vraag")
    walk.press("Vergrendelen en terugzetten")
    walk.picture("34-terugzetten")
    walk.press("Annuleren")
    walk.type("Wachtwoord", walk.passphrase)
    walk.press("Ontgrendelen")
    walk.desk.show_around("beheer", KLUIS)
    walk.settle()
    walk.press("Nieuwe sleutel\N{HORIZONTAL ELLIPSIS}")
    walk.picture("35-nieuwe-sleutel")
    walk.press("Annuleren")


def damaged(walk: Walk) -> None:
    """A copy of the vault without its keys, and one with a hole in it."""
    walk.type("Wachtwoord", walk.passphrase)
    walk.press("Ontgrendelen")
    walk.desk.show_around("beheer", BACKUPS)
    walk.settle()
    walk.press("Nu maken")
    walk.window.lock()
    vault = walk.window.unlock.state.folder
    broken = vault.with_name("broken")
    shutil.rmtree(broken, ignore_errors=True)
    shutil.copytree(vault, broken)
    for name in ("keys.json", "keys.previous.json"):
        (broken / name).unlink(missing_ok=True)
    _try(walk, broken)
    walk.picture("36-sleutelbestand-weg")
    walk.press("Sleutelbestand terugzetten\N{HORIZONTAL ELLIPSIS}")
    walk.type("Wachtwoord", walk.passphrase)
    walk.press("Terugzetten")
    walk.picture("37-sleutelbestand-terug")
    data = bytearray((broken / "dossiers.db").read_bytes())
    data[:4096] = bytes(4096)
    (broken / "dossiers.db").write_bytes(data)
    _try(walk, broken)
    walk.picture("38-kluis-beschadigd")
    shutil.rmtree(broken)
    walk.window.unlock.choose_folder(vault)
    walk.settle()


def _try(walk: Walk, folder: Path) -> None:
    walk.window.unlock.choose_folder(folder)
    walk.settle()
    walk.type("Wachtwoord", walk.passphrase)
    walk.press("Ontgrendelen")
