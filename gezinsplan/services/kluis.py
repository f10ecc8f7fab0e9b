"""The ways into a vault for screens and terminal: open it, see which ways there are, add, change and take away.

Moments come in, so that whoever asks decides what time it is. What went wrong beside an opening that succeeded stands
in `Caseload.noticed`; the wrong tries before it go into the log.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import Herkomst, LogActie
from gezinsplan.services import settings
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.lines import actor_of
from gezinsplan.services.passphrases import checked
from gezinsplan.storage import keys, markers, opening, slots, system_keyring, tries
from gezinsplan.storage.keys import Slot, Way
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways import computer
from gezinsplan.storage.ways.computer import ThisComputer
from gezinsplan.storage.ways.passphrase import Passphrase
from gezinsplan.storage.ways.sheet import RecoveryCode
from gezinsplan.texts.dates import local

Result = TypeVar("Result")


class Toegang(StrEnum):
    """A kind of way into the vault."""

    PASSPHRASE = "passphrase"  # noqa: S105 - not one
    COMPUTER = "computer"
    SHEET = "sheet"
    GEMEENTE = "gemeente"
    OTHER = "other"
    """Of a later version of this program; it is carried along."""


class Lacking(StrEnum):
    """What a vault with real families still needs (security.md)."""

    OWN_WAY = "own_way"
    """A way that does not hang on the keyring of one computer."""
    SECOND_WAY = "second_way"
    """A second way, for when the first is forgotten or lost."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way into the vault: its id, kind, and the day of its making where that is known.

    `fingerprint` is that of the key of a gemeente, to compare by telephone.
    """

    id: str
    toegang: Toegang
    made_on: date | None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Info:
    """What a vault tells about itself: its short number, how often its ways changed, the ways, what it lacks."""

    vault: str
    counter: int
    ways: tuple[WayIn, ...]
    lacking: Lacking | None


# ---------------------------------------------------------------- open


def unlock(
    folder: Path, passphrase: str, moment: datetime, *, typed: bool = True, herkomst: Herkomst = Herkomst.VENSTER
) -> Caseload:
    """Open the vault with its passphrase. A typed one lets this computer open again for some hours, if that is on.

    The refusals of `opening.open_vault`, TRY_LATER (`wait`), and PASSPHRASE_WRONG (`wait`: seconds until the next try).
    """
    expire(folder, moment)
    way = Passphrase(passphrase)
    vault = guessed(folder, way, moment, lambda: opening.open_vault(folder, way))
    return entered(vault, way, herkomst, _renewed(vault, moment) if typed else ())


def unlock_here(folder: Path, moment: datetime, *, herkomst: Herkomst = Herkomst.VENSTER) -> Caseload:
    """Open the vault without a passphrase; also refused as COMPUTER_MISSING, COMPUTER_EXPIRED and KEYRING_...

    Each of them leads to the passphrase.
    """
    expire(folder, moment)
    way = ThisComputer(moment, settings.load().computer_hours)
    return entered(opening.open_vault(folder, way), way, herkomst)


def entered(vault: Vault, way: Way, herkomst: Herkomst, noticed: tuple[VaultRefused, ...] = ()) -> Caseload:
    """The caseload of a vault that was just opened, with what must be known and logged before anything is shown."""
    caseload = Caseload(vault, herkomst, actor_of(way.kind), noticed)
    markers.settle(vault)
    caseload.lines.opened(way.kind, tries.take(vault.folder))
    return caseload


def opens_here(folder: Path, moment: datetime) -> bool:
    """Whether it is worth asking this computer to open the vault; the keyring is not looked at."""
    return any(_in_time(slot, moment) for slot in computer_slots(folder))


def guessed(folder: Path, way: Way, moment: datetime, work: Callable[[], Result]) -> Result:
    """Do what may turn out to be a wrong try with something typed; each one makes the next wait longer.

    TRY_LATER (`wait`) while the last wrong try still counts; the `wrong` of the way gets `wait` too.
    """
    left = tries.seconds_left(folder, moment)
    if left:
        raise VaultRefused(Code.TRY_LATER, wait=left)
    try:
        return work()
    except VaultRefused as refusal:
        if refusal.code is not way.wrong:
            raise
        wait = tries.note(folder, way.kind, moment)
        raise VaultRefused(refusal.code, **refusal.values, wait=wait) from None


def typed_way(text: str) -> Way:
    """What somebody typed as a way in: the code of a recovery sheet when it is one, else a passphrase.

    Forty characters with eight checks that fit are never a passphrase by chance.
    """
    try:
        return RecoveryCode.parse(text)
    except VaultRefused:
        return Passphrase(text)


# ---------------------------------------------------------------- this computer


def lock(caseload: Caseload, moment: datetime) -> None:
    """Lock, and let this computer open no more when its time is over or the passphrase is asked after every lock."""
    caseload.lock()
    expire(caseload.folder, moment, after_lock=True)


def expire(folder: Path, moment: datetime, *, after_lock: bool = False) -> None:
    """Remove the secret of this computer when its time is over: at the start, at each lock, and now and then.

    After a lock it is over too where the user wants the passphrase to be typed each time (`passphrase_after_lock`).

    Needs no key, asks nothing and refuses nothing: a keyring that does not answer is tried again at the next time, and
    a secret that is too old opens nothing anyway.
    """
    always = after_lock and settings.load().passphrase_after_lock
    for slot in computer_slots(folder):
        if always or not _in_time(slot, moment):
            with suppress(VaultRefused, KeyError, TypeError, ValueError):
                computer.expire(computer.entry_of(slot.parameters))


def allow_here(caseload: Caseload, moment: datetime) -> None:
    """Let this computer open the vault for some hours after each typed passphrase. The refusals of the keyring."""
    _put_computer(caseload.vault, moment, ask=True)
    caseload.log(LogActie.TOEGANG_TOEGEVOEGD)


def computer_slots(folder: Path) -> tuple[Slot, ...]:
    """The slots of this kind in the key file of a vault, locked or not; none when it cannot be read."""
    try:
        slots_there = keys.parsed(keys.read(folder / keys.KEYS)).slots
    except (VaultRefused, OSError):
        return ()
    return _of_kind(slots_there, computer.KIND)


def _of_kind(slots_there: tuple[Slot, ...], kind: str) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots_there if slot.kind == kind)


def _in_time(slot: Slot, moment: datetime) -> bool:
    try:
        return computer.in_time(slot.parameters, moment, settings.load().computer_hours)
    except (KeyError, TypeError, ValueError):
        return False


def keep_here(caseload: Caseload, before: tuple[Slot, ...], moment: datetime) -> None:
    """After a new key: let this computer open the vault again if it did. A keyring that fails is no reason to stop."""
    with suppress(VaultRefused):
        if before:
            _put_computer(caseload.vault, moment, ask=False)
    for slot in before:
        _forget_secret(computer.entry_of(slot.parameters))


def _put_computer(vault: Vault, moment: datetime, *, ask: bool) -> None:
    """A new slot with a new secret, in place of the old one; the old secret goes."""
    old = _of_kind(slots.read(vault).slots, computer.KIND)
    way = ThisComputer(moment, settings.load().computer_hours, ask)
    try:
        if old:
            slots.replace(vault, old[0].id, way)
        else:
            slots.add(vault, way)
    except BaseException:
        _forget_secret(way.entry)
        raise
    for slot in old:
        _forget_secret(computer.entry_of(slot.parameters))


def _forget_secret(entry: str) -> None:
    """What cannot be removed now opens nothing: its slot is gone."""
    with suppress(VaultRefused):
        system_keyring.remove(entry)


def _renewed(vault: Vault, moment: datetime) -> tuple[VaultRefused, ...]:
    """Make the secret of this computer anew; what goes wrong there keeps nobody out, and is told.

    Where the keyring knows nothing of the slot (another computer, or a keyring that was wiped), the user has not asked
    for it here: the slot goes.
    """
    try:
        for slot in _of_kind(slots.read(vault).slots, computer.KIND):
            if system_keyring.read(computer.entry_of(slot.parameters), ask=False) is None:
                slots.remove(vault, slot.id)
                return (VaultRefused(Code.COMPUTER_MISSING),)
            _put_computer(vault, moment, ask=False)
    except VaultRefused as refusal:
        return (refusal,)
    return ()


# ---------------------------------------------------------------- the ways in


def info(caseload: Caseload) -> Info:
    """Which ways into the open vault there are. KEYS_DAMAGED when they were changed by hand."""
    file = slots.read(caseload.vault)
    ways = tuple(
        WayIn(slot.id, _toegang(slot), _made_on(slot), str(slot.parameters.get("fingerprint", "")))
        for slot in file.slots
    )
    return Info(short_number(file.vault_id), file.counter, ways, lacking(way.toegang for way in ways))


def short_number(vault_id: str) -> str:
    """By what people tell vaults apart, on screen and on the recovery sheet: the first eight digits of the id."""
    return f"{vault_id[:4]}-{vault_id[4:8]}".upper()


def lacking(ways: Iterable[Toegang]) -> Lacking | None:
    """What is missing of the two working ways, one of them not a keyring; None when nothing is."""
    working = [way for way in ways if way is not Toegang.OTHER]
    if all(way is Toegang.COMPUTER for way in working):
        return Lacking.OWN_WAY
    return Lacking.SECOND_WAY if len(working) < 2 else None  # noqa: PLR2004


def change_passphrase(caseload: Caseload, old: str, new: str, moment: datetime) -> None:
    """Let a new passphrase open the vault in place of the old one, which is asked again.

    PASSPHRASE_WEAK (`advice`), PASSPHRASE_WRONG, TRY_LATER (`wait`), and the refusals of writing.
    """
    way, before = checked(new), Passphrase(old)
    slot = guessed(caseload.folder, before, moment, lambda: slots.opened_by(caseload.vault, before))
    slots.replace(caseload.vault, slot.id, way)
    caseload.log(LogActie.TOEGANG_GEWIJZIGD)


def set_passphrase(caseload: Caseload, new: str) -> None:
    """Let a new passphrase open the vault in place of every earlier one and of this computer.

    For who opened it with a recovery sheet or the key of the gemeente. PASSPHRASE_WEAK (`advice`), and the refusals of
    writing.
    """
    way = checked(new)
    before = slots.read(caseload.vault).slots
    slots.add(caseload.vault, way)
    caseload.log(LogActie.TOEGANG_TOEGEVOEGD)
    for slot in before:
        if slot.kind in (way.kind, computer.KIND):
            remove(caseload, slot.id)


def remove(caseload: Caseload, way_id: str) -> None:
    """Take a way in away; the beginning of its id is enough. WAY_UNKNOWN, LAST_WAY, and the refusals of writing."""
    found = [slot for slot in slots.read(caseload.vault).slots if way_id and slot.id.startswith(way_id)]
    if len(found) != 1:
        raise VaultRefused(Code.WAY_UNKNOWN)
    gone = slots.remove(caseload.vault, found[0].id)
    if gone.kind == computer.KIND:
        _forget_secret(computer.entry_of(gone.parameters))
    caseload.log(LogActie.TOEGANG_VERWIJDERD)


def _toegang(slot: Slot) -> Toegang:
    return Toegang(slot.kind) if slot.kind in set(Toegang) else Toegang.OTHER


def _made_on(slot: Slot) -> date | None:
    """From the moment of making, in whole seconds, where a kind keeps that."""
    made_at = slot.parameters.get("made_at")
    try:
        return local(datetime.fromtimestamp(made_at, UTC)).date() if isinstance(made_at, int) else None
    except (OverflowError, OSError, ValueError):
        return None
