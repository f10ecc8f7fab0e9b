"""Backups for screens and terminal: make, list, test, put back, renew; a new key; and help when a vault is damaged.

Every job takes `told`, which hears how far it is; a `Job` can be stopped from another thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie, Resultaat
from gezinsplan.services import kluis, settings
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.storage import manifest, shelf
from gezinsplan.storage.manifest import Counts, Manifest, Reason
from gezinsplan.storage.progress import Told, silent, stretch
from gezinsplan.storage.ways.passphrase import Passphrase
from gezinsplan.texts import _
from gezinsplan.texts.dates import today


class Job:
    """Tells how far a long job is, and stops it: nothing was changed then, and it ends with STOPPED."""

    def __init__(self, tell: Told = silent) -> None:
        """Pass on to `tell`, on the thread of the job."""
        self._tell = tell
        self._stopped = Event()

    def stop(self) -> None:
        """Stop at the next chance; may come from any thread."""
        self._stopped.set()

    def __call__(self, share: float) -> None:
        """Tell on which share of the work the job is, from 0 to 1."""
        if self._stopped.is_set():
            raise VaultRefused(Code.STOPPED)
        self._tell(share)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in the list; nothing is known of one that cannot be read any more."""

    path: Path
    made: datetime | None = None
    """UTC."""
    reason: Reason | None = None
    counts: Counts | None = None
    opens_old_way: bool = False
    """It still opens with a way in that the vault itself has no more."""

    @property
    def readable(self) -> bool:
        """Whether it was checked when made, and still tells what is in it."""
        return self.made is not None


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and checked, and what became of its copy in the second place."""

    path: Path
    second_place_away: bool = False
    """There is a second place, and it could not be reached or written."""


# ---------------------------------------------------------------- making


def last_good(folder: Path) -> datetime | None:
    """When the last good backup of the vault in this folder was made, UTC; quick, and nothing is opened."""
    last = shelf.last_good(folder / shelf.FOLDER)
    return None if last is None else last.made


def make(opened: Caseload, reason: Reason = Reason.ASKED, told: Told = silent) -> Made:
    """Make a backup, let old ones roll off, and bring the second place up to date."""
    from gezinsplan.storage import backup

    path = backup.make(opened.vault, reason, told)
    opened.log(LogActie.RESERVEKOPIE_GEMAAKT)
    vault_id = manifest.read(path).vault_id
    shelf.rotate(path.parent, vault_id, today())
    second = second_place()
    if second is None:
        return Made(path)
    return Made(path, second_place_away=backup.send(opened.folder, second, vault_id).away)


def after_unlock(opened: Caseload, told: Told = silent) -> Made | None:
    """Finish a backup that locking cut off, and make the one of the day if anything was written since the last."""
    from gezinsplan.storage import backup

    backup.finish_cut_off(opened.vault, stretch(told, 0, 0.3))
    last = _last(opened)
    if last is not None and last.made.astimezone().date() >= today():
        return None
    return make(opened, Reason.DAILY, stretch(told, 0.3, 1)) if backup.is_due(opened.vault, last) else None


def on_quit(opened: Caseload, told: Told = silent) -> Made | None:
    """Make a backup if anything was written since the last."""
    from gezinsplan.storage import backup

    return make(opened, Reason.QUIT, told) if backup.is_due(opened.vault, _last(opened)) else None


def _last(opened: Caseload) -> Manifest | None:
    return shelf.last_good(opened.folder / shelf.FOLDER)


def second_place() -> Path | None:
    """The folder for copies of backups, if one is set."""
    told = settings.load().second_backup_folder
    return Path(told) if told else None


# ---------------------------------------------------------------- looking at


def overview(opened: Caseload) -> tuple[Backup, ...]:
    """All backups in the folder of the vault, the newest first."""
    return tuple(_backup(opened, each) for each in shelf.listed(opened.folder / shelf.FOLDER))


def _backup(opened: Caseload, kept: shelf.Kept) -> Backup:
    from gezinsplan.storage import backup

    told = kept.manifest
    if told is None:
        return Backup(kept.path)
    return Backup(kept.path, told.made, told.reason, told.counts, backup.opens_old_way(kept.path, opened.vault))


def verify_all(opened: Caseload, told: Told = silent) -> int:
    """Look at every page of every backup of today's key; BACKUP_DAMAGED at the first that is not whole.

    Answers with how many there are. One that opens the old way is looked at as far as its manifest.
    """
    from gezinsplan.storage import backup

    kept = shelf.listed(opened.folder / shelf.FOLDER)
    for number, each in enumerate(kept):
        if each.manifest is None:
            raise VaultRefused(Code.BACKUP_DAMAGED)
        try:
            backup.examine(opened.vault, each.path, stretch(told, number / len(kept), (number + 1) / len(kept)))
        except VaultRefused as refusal:
            if refusal.code is not Code.BACKUP_OTHER_KEY:
                raise
    return len(kept)


def prove(opened: Caseload, path: Path, passphrase: str | None = None, told: Told = silent) -> Backup:
    """Test a backup: open it, look at all of it, and say what is in it; nothing stays behind, and the log keeps it.

    With the key of the vault, or by the passphrase of its day when that is given.
    """
    from gezinsplan.storage import backup

    try:
        if passphrase is None:
            found = backup.examine(opened.vault, path, told)
        else:
            found = backup.prove(path, kluis.typed_way(passphrase), opened.folder, told)
    except VaultRefused as refusal:
        if refusal.code is Code.BACKUP_DAMAGED:
            opened.log(LogActie.RESERVEKOPIE_GETEST, resultaat=Resultaat.MISLUKT)
        raise
    opened.log(LogActie.RESERVEKOPIE_GETEST)
    return Backup(path, found.made, found.reason, found.counts)


def renew(opened: Caseload, path: Path, passphrase: str | None = None, told: Told = silent) -> None:
    """Let a backup open only as the vault itself does, without what was destroyed since.

    `passphrase` is that of its day, if it has another key.
    """
    from gezinsplan.storage import backup

    key = None if passphrase is None else backup.key_of(path, kluis.typed_way(passphrase))
    try:
        backup.renew(opened.vault, path, key, told)
        opened.log(LogActie.RESERVEKOPIE_VERNIEUWD)
    finally:
        if key is not None:
            key.forget()


# ---------------------------------------------------------------- putting back, a new key


def restore(
    folder: Path, path: Path, passphrase: str, told: Told = silent, herkomst: Herkomst = Herkomst.VENSTER
) -> Caseload:
    """Make the vault in this folder what it was in the backup, and open it; nobody may have it open.

    A copy of what was there is kept. Today's passphrase or recovery sheet opens it; in an empty folder that of the
    backup.
    """
    from gezinsplan.storage import restore as restoring

    way = kluis.typed_way(passphrase)
    vault = kluis.guessed(folder, way, now(), lambda: restoring.restore(folder, path, way, told))
    opened = kluis.entered(vault, way, herkomst)
    opened.log(LogActie.TERUGGEZET)
    return opened


def rekey(
    folder: Path,
    passphrase: str,
    renew_backups: bool = False,
    told: Told = silent,
    herkomst: Herkomst = Herkomst.VENSTER,
) -> Caseload:
    """Give the vault a new key, and open it; nobody may have it open.

    The same passphrase opens it, the key of the gemeente, and this computer if it did. A recovery sheet does not: its
    code would open the old key and the new one.
    """
    from gezinsplan.storage import rekey as rekeying

    here, way = kluis.computer_slots(folder), Passphrase(passphrase)
    vault = kluis.guessed(folder, way, now(), lambda: rekeying.rekey(folder, way, renew_backups, told))
    opened = kluis.entered(vault, way, herkomst)
    opened.log(LogActie.HERSLEUTELD)
    kluis.keep_here(opened, here, now())
    return opened


# ---------------------------------------------------------------- damage


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is the matter with a folder that was refused (a `storage.rescue.Wrong`), and what can be put back."""

    wrong: str
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many parts were read and how many not, by the name of their table; never whose."""

    read: Mapping[str, int]
    lost: Mapping[str, int]


def rescue(folder: Path, refusal: Code | None = None) -> Rescue:
    """What is wrong, and the good backups in the folder and the second place; `refusal` is what opening said."""
    from gezinsplan.storage import rescue as rescuing

    found = rescuing.look(folder, second_place(), refusal)
    backups = tuple(Backup(path, each.made, each.reason, each.counts) for path, each in found.backups)
    return Rescue(found.wrong.value, backups)


def put_back_keys(folder: Path, passphrase: str) -> None:
    """Put back the newest `keys.json` from the backups of this vault that fits it."""
    from gezinsplan.storage import rescue as rescuing

    way = kluis.typed_way(passphrase)
    kluis.guessed(folder, way, now(), lambda: rescuing.put_back_keys(folder, second_place(), way))


def salvage(folder: Path, passphrase: str, new_folder: Path, told: Told = silent) -> Salvaged:
    """Read what can still be read into a new vault that opens in the same way; the damaged one is not touched."""
    from gezinsplan.storage import salvage as salvaging

    way, step = kluis.typed_way(passphrase), _("Gered uit een beschadigde kluis")
    done = kluis.guessed(folder, way, now(), lambda: salvaging.salvage(folder, way, new_folder, told, step))
    return Salvaged(done.read, done.lost)
