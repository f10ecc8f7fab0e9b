"""`gezinsplan org-key`: make the key of the gemeente offline, split it, open the vault of who has left."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from gezinsplan.cli.asking import PassphraseFile, VaultFolder, passphrase
from gezinsplan.domain.logboek import Herkomst
from gezinsplan.services import kluis, new_files
from gezinsplan.services import org_key as keys
from gezinsplan.services.identity import now
from gezinsplan.storage.ways.gemeente import PrivateKey
from gezinsplan.texts import _

org_key = typer.Typer(no_args_is_help=True, help=_("De sleutel van de gemeente maken, splitsen en gebruiken."))

Out = Annotated[Path, typer.Option("--out", help=_("Het bestand voor de geheime sleutel; het mag nog niet bestaan."))]
Key = Annotated[Path, typer.Option("--key", help=_("Het bestand met de geheime sleutel."))]
Shares = Annotated[
    list[Path] | None,
    typer.Option("--share", help=_("Een bestand met een woordenlijst; geef er twee. Zonder: u typt ze over.")),
]


@org_key.command("create")
def create(
    out: Out,
    public: Annotated[Path, typer.Option("--public", help=_("Het bestand voor de openbare sleutel."))],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Maak een nieuwe sleutel: een geheim bestand met een wachtwoord, en een openbaar bestand voor alle kluizen."""
    new_files.refuse_existing(out, public)
    _tell_fingerprint(keys.create(out, public, passphrase(passphrase_file, again=True)).fingerprint)


@org_key.command("split")
def split(
    key: Key,
    out: Annotated[
        Path | None,
        typer.Option("--out", help=_("De map voor drie bestanden. Zonder: de lijsten staan op het scherm.")),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Splits de sleutel in drie lijsten van 33 woorden. Twee van de drie zijn genoeg; één alleen zegt niets."""
    lists = keys.split(_sealed(key, passphrase_file))
    if out is None:
        print("\n".join(lists), end="")
    else:
        for file in keys.write_lists(lists, out):
            print(file)


@org_key.command("combine")
def combine(out: Out, share: Shares = None, passphrase_file: PassphraseFile = None) -> None:
    """Maak van twee lijsten weer een geheim bestand met een nieuw wachtwoord."""
    new_files.refuse_existing(out)
    key = _combined(share)
    keys.keep(key, out, passphrase(passphrase_file, again=True, prompt=_("Nieuw wachtwoord: ")))
    _tell_fingerprint(key.public.fingerprint)


@org_key.command("open")
def open_vault(
    folder: VaultFolder,
    key: Annotated[Path | None, typer.Option("--key", help=_("Het bestand met de geheime sleutel."))] = None,
    share: Shares = None,
    passphrase_file: PassphraseFile = None,
    new_passphrase_file: Annotated[
        str | None,
        typer.Option("--new-passphrase-file", help=_("Bestand met het nieuwe wachtwoord van de kluis.")),
    ] = None,
) -> None:
    """Open de kluis van een regisseur die weg is, en geef de kluis een nieuw wachtwoord."""
    if key is not None and share:
        raise typer.BadParameter(_("Geef --key of --share, niet allebei."))
    private = _combined(share) if key is None else _sealed(key, passphrase_file)
    opened = keys.unlock(folder, private, now(), herkomst=Herkomst.TERMINAL)
    try:
        new = passphrase(new_passphrase_file, again=True, prompt=_("Nieuw wachtwoord van de kluis: "))
        kluis.set_passphrase(opened, new)
        left = {way.toegang for way in kluis.info(opened).ways}
    finally:
        kluis.lock(opened, now())
    print(_("De kluis heeft een nieuw wachtwoord. In het logboek staat dat de gemeente de kluis heeft geopend."))
    print(_("Het oude wachtwoord en het openen zonder wachtwoord op de oude computer werken niet meer."))
    if kluis.Toegang.SHEET in left:
        print(_("Het herstelblad van deze kluis werkt nog wel. Maak een nieuw blad als u het niet zelf hebt."))


def _sealed(key: Path, passphrase_file: str | None) -> PrivateKey:
    """The key out of its file; the file is looked at before a passphrase is asked for."""
    data = keys.read_private(key)
    return keys.unseal(data, passphrase(passphrase_file, prompt=_("Wachtwoord van het sleutelbestand: ")))


def _combined(files: list[Path] | None) -> PrivateKey:
    return keys.combine(keys.read_lists(files) if files else [_typed(number) for number in (1, 2)])


def _typed(number: int) -> str:
    """A list as it is typed over, on one line or more, until all its words are there or a line is left empty."""
    text = ""
    with suppress(EOFError):
        while not keys.is_whole(text) and (line := input(_("Lijst {number}: ").format(number=number)).strip()):
            text += f"{line}\n"
    return text


def _tell_fingerprint(fingerprint: str) -> None:
    print(_("Vingerafdruk van de sleutel: {fingerprint}").format(fingerprint=fingerprint))
