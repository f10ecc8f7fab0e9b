"""What is done with the passphrase while the vault is closed: put back a backup or its keys, a new key, salvage."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from gezinsplan.presenters.backup_words import counts_words, when
from gezinsplan.services import backups
from gezinsplan.services.backups import Backup, Salvaged
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.texts import _, ngettext

Told = Callable[[float], None]


class Done(NamedTuple):
    """How a task ended: with an open caseload, or with something to tell about the vault in a folder."""

    folder: Path
    caseload: Caseload | None = None
    known: bool = True
    notice: str = ""
    offers_sheet: bool = False


class Task(NamedTuple):
    """One task as the first screen asks for it; `tick` is a choice beside the passphrase, `do` the work itself."""

    title: str
    text: str
    verb: str
    working: str
    do: Callable[[str, bool, Told], Done]
    tick: str = ""
    sheet_too: bool = True
    """Whether the code of the recovery sheet is as good as the passphrase."""


def restore(folder: Path, backup: Backup) -> Task:
    """Put a backup back."""
    text = _(
        "De kluis wordt weer zoals in de reservekopie van {moment} ({counts}). Wat u daarna typte, staat er dan niet "
        "meer in. "
        "Van de kluis van nu blijft een kopie bewaard."
    )
    return Task(
        _("Reservekopie terugzetten"),
        text.format(moment=when(backup, now()), counts=counts_words(backup)),
        _("Terugzetten"),
        _("De reservekopie wordt teruggezet…"),
        lambda passphrase, _ticked, told: _opened(backups.restore(folder, backup.path, passphrase, told)),
    )


def rekey(folder: Path) -> Task:
    """Give the vault a new key."""

    def do(passphrase: str, ticked: bool, told: Told) -> Done:
        return _opened(backups.rekey(folder, passphrase, ticked, told))._replace(offers_sheet=True)

    return Task(
        _("Nieuwe sleutel"),
        _(
            "Doe dit als iemand anders misschien bij uw kluis kon. Alles wordt opnieuw versleuteld. "
            "Uw wachtwoord blijft hetzelfde. Het oude herstelblad werkt daarna niet meer: u maakt meteen een nieuw. "
            "Reservekopieën openen nog met de oude sleutel, tot ze vernieuwd zijn."
        ),
        _("Nieuwe sleutel maken"),
        _("De kluis krijgt een nieuwe sleutel…"),
        do,
        _("Ook de reservekopieën vernieuwen"),
        sheet_too=False,
    )


def put_back_keys(folder: Path) -> Task:
    """Put back the key file from the newest backup that has one that fits."""

    def do(passphrase: str, _ticked: bool, _told: Told) -> Done:
        backups.put_back_keys(folder, passphrase)
        return Done(folder, notice=_("Het sleutelbestand staat terug. U kunt de kluis nu ontgrendelen."))

    return Task(
        _("Sleutelbestand terugzetten"),
        _("Het sleutelbestand komt uit de nieuwste reservekopie waarvan het past. Uw gezinnen veranderen niet."),
        _("Terugzetten"),
        _("Het sleutelbestand wordt teruggezet…"),
        do,
    )


def salvage(folder: Path, new_folder: Path) -> Task:
    """Read what can still be read into a new vault."""

    def do(passphrase: str, _ticked: bool, told: Told) -> Done:
        return Done(new_folder, notice=salvaged_words(backups.salvage(folder, passphrase, new_folder, told)))

    text = _(
        "Wat nog te lezen is, komt in een nieuwe kluis in de map {folder}. De beschadigde kluis blijft zoals hij is."
    )
    return Task(
        _("Redden wat nog te lezen is"),
        text.format(folder=new_folder.name),
        _("Redden"),
        _("De kluis wordt gelezen…"),
        do,
    )


def salvaged_words(done: Salvaged) -> str:
    """What was read and what was not, in numbers."""
    families = done.read.get("gezin", 0)
    rest = sum(done.read.values()) - families
    lost = sum(done.lost.values())
    said = [
        _("Gered in deze nieuwe kluis:"),
        ngettext("{n} gezin", "{n} gezinnen", families).format(n=families),
        ngettext("met {n} ander onderdeel.", "met {n} andere onderdelen.", rest).format(n=rest),
    ]
    if lost:
        said.append(ngettext("Niet meer te lezen: {n} onderdeel.", "Niet meer te lezen: {n} onderdelen.", lost))
    return " ".join(said).format(n=lost)


def _opened(caseload: Caseload) -> Done:
    return Done(caseload.folder, caseload, caseload.team() is not None)
