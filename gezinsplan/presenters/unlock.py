"""The first screen: open a vault by any of its ways, make a new one, say who you are, or do what needs it closed."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from gezinsplan.domain.errors import Refused
    from gezinsplan.presenters.running import Run, RunAside, Stop
    from gezinsplan.presenters.vault_tasks import Done, Task
    from gezinsplan.services.backups import Rescue
    from gezinsplan.services.caseload import Caseload
    from gezinsplan.services.passphrases import Strength


class Stage(StrEnum):
    """What the first screen asks for."""

    UNLOCK = "unlock"
    SHEET = "sheet"
    GEMEENTE = "gemeente"
    LISTS = "lists"
    RENEW = "renew"
    """A new passphrase, for who came in without the old one."""
    CREATE = "create"
    INTRODUCE = "introduce"
    TASK = "task"
    """The passphrase for work that needs the vault closed, such as putting back a backup."""
    RESCUE = "rescue"


class UnlockState(NamedTuple):
    """What is asked, of which vault, whether work is under way, what went wrong, and how long to wait.

    `ways` are the kinds of slots for which there is a link; `here` and `last` come when somebody has looked. A tuple:
    with dataclasses the first window would be there 5 ms later.
    """

    folder: Path
    stage: Stage
    busy: bool = False
    refused: "Refused | None" = None
    wait_seconds: int = 0
    ways: frozenset[str] = frozenset()
    here: bool = False
    looked: bool = False
    last: "datetime | None" = None
    notice: str = ""
    task: "Task | None" = None
    percent: int | None = None
    rescue: "Rescue | None" = None


class Opened(NamedTuple):
    """A caseload that came open, whether its user is known, and whether he must choose a passphrase first."""

    caseload: "Caseload"
    known: bool
    renew: bool = False


_DAMAGED = ("vault_missing", "vault_damaged", "keys_missing", "keys_damaged", "keys_older")


class _Opening:
    """Shows what is asked, opens beside the window, and tells how it ended."""

    def __init__(
        self,
        folder: Path,
        run: "Run",
        run_aside: "RunAside",
        show: Callable[[UnlockState], object],
        opened: Callable[["Caseload"], object],
    ) -> None:
        """`opened` gets the caseload of somebody who is known."""
        self._run = run
        self._run_aside = run_aside
        self._show = show
        self._opened = opened
        self._asked = 0
        self._caseload: Caseload | None = None
        self._stop: Stop | None = None
        self.offers_sheet = False
        """Whether the vault that came open has the passphrase as its only way in, and was just given it."""
        self.state = _first(folder)

    def start(self) -> None:
        """Show what the folder asks for."""
        self._say(self.state)

    def leave_rescue(self) -> None:
        """Ask for the passphrase all the same, or try once more."""
        self.choose_folder(self.state.folder)

    def choose_folder(self, folder: Path, notice: str = "") -> None:
        """Go on with the vault in another folder, or a new one there."""
        self._say(_first(folder)._replace(notice=notice))
        self.look()

    def look(self) -> None:
        """Find out what may take a moment: the age of the last backup, whether this computer may open the vault."""
        folder = self.state.folder

        def work() -> "tuple[bool, datetime | None]":
            from gezinsplan.services import backups, kluis
            from gezinsplan.services.identity import now

            return kluis.opens_here(folder, now()), backups.last_good(folder)

        def looked(found: "tuple[bool, datetime | None]") -> None:
            if folder == self.state.folder:
                self._say(self.state._replace(here=found[0], last=found[1], looked=True))

        self._run(work, looked, lambda _refused: None)

    def stop(self) -> None:
        """Stop the task that is under way."""
        if self._stop is not None:
            self._stop.stop()

    def _begin(self, open_it: Callable[[], "Caseload"], renew: bool = False) -> None:
        self._say(self.state._replace(busy=True, refused=None, notice=""))
        asked = self._asked

        def work() -> Opened:
            caseload = open_it()
            return Opened(caseload, caseload.team() is not None, renew)

        self._run(work, lambda found: self._unlocked(asked, found), self._refuse)

    def _unlocked(self, asked: int, found: Opened) -> None:
        if asked != self._asked:
            found.caseload.lock()  # the window was locked while the passphrase was tried
        elif found.known and not found.renew:
            self._finish(found.caseload)
        else:
            self._caseload = found.caseload
            stage = Stage.RENEW if found.renew else Stage.INTRODUCE
            self._say(self.state._replace(stage=stage, busy=False, task=None, percent=None))

    def _finish(self, caseload: "Caseload") -> None:
        self._caseload = None
        self._say(_first(caseload.folder))
        self._opened(caseload)

    def abandon(self) -> None:
        """Lock a vault that was opened, or is being opened, but whose user did not go on; ask from the start."""
        if self._caseload is None and not self.state.busy:
            return
        self._asked += 1
        self.stop()
        if self._caseload is not None:
            self._caseload.lock()
            self._caseload = None
        self._say(_first(self.state.folder))

    def _differ(self, passphrase: str, again: str) -> bool:
        if passphrase == again:
            return False
        from gezinsplan.domain.errors import Code, VaultRefused

        self._refuse(VaultRefused(Code.PASSPHRASE_DIFFERS))
        return True

    def _refuse_field(self, name: str) -> None:
        from gezinsplan.domain.errors import Code, RuleBroken

        self._refuse(RuleBroken(Code.EMPTY, field=name))

    def _refuse(self, refused: "Refused") -> None:
        self._stop = None
        if refused.code in _DAMAGED and self.state.stage is not Stage.TASK:
            self._rescue(refused)
            return
        wait = int(str(refused.values.get("wait", 0)))
        shown = None if refused.code == "stopped" else refused
        self._say(self.state._replace(busy=False, refused=shown, wait_seconds=wait, percent=None))

    def _rescue(self, refused: "Refused") -> None:
        """What can be saved of a vault that is damaged; of one that is not there only where there are backups."""
        from gezinsplan.services import backups

        folder = self.state.folder

        def found(rescue: "Rescue") -> None:
            calm = self.state._replace(busy=False, refused=refused)
            lost = refused.code == "vault_missing" and not rescue.backups
            self._say(calm if lost else calm._replace(stage=Stage.RESCUE, rescue=rescue))

        self._run(lambda: backups.rescue(folder, refused.code), found, self._say_refused)

    def _say_refused(self, refused: "Refused") -> None:
        self._say(self.state._replace(busy=False, refused=refused))

    def _say(self, state: UnlockState) -> None:
        self.state = state
        self._show(state)


class UnlockPresenter(_Opening):
    """Opens the vault beside the window; storage is first imported there, while the passphrase is typed."""

    def go(self, stage: Stage) -> None:
        """Ask for another way in."""
        self._say(self.state._replace(stage=stage, refused=None, notice=""))

    def back(self) -> None:
        """Ask for the passphrase again; to the rescue where that was the way here."""
        kept = self.state
        if kept.rescue is not None and kept.stage is Stage.TASK:
            self._say(kept._replace(stage=Stage.RESCUE, refused=None, task=None))
        else:
            self.choose_folder(kept.folder)

    # ------------------------------------------------------------ ways in

    def unlock(self, passphrase: str) -> None:
        """Open the vault; after a wrong passphrase the next try waits 1, 2, 4 ... 60 s (security.md)."""
        from gezinsplan.services import kluis
        from gezinsplan.services.identity import now

        folder = self.state.folder
        self._begin(lambda: kluis.unlock(folder, passphrase, now()))

    def unlock_here(self) -> None:
        """Open the vault without a passphrase, with the keyring of this computer."""
        from gezinsplan.services import kluis
        from gezinsplan.services.identity import now

        folder = self.state.folder
        self._begin(lambda: kluis.unlock_here(folder, now()))

    def unlock_with_sheet(self, code: str) -> None:
        """Open the vault with the code of the recovery sheet; then a new passphrase is chosen."""
        from gezinsplan.services import herstelblad
        from gezinsplan.services.identity import now

        folder = self.state.folder
        self._begin(lambda: herstelblad.unlock(folder, code, now()), renew=True)

    def unlock_with_file(self, file: Path | None, passphrase: str) -> None:
        """Open the vault with the key file of the gemeente; then a new passphrase is chosen."""
        from gezinsplan.services import org_key
        from gezinsplan.services.identity import now

        folder = self.state.folder
        if file is None:
            self._refuse_field("file")
            return
        self._begin(
            lambda: org_key.unlock(folder, org_key.unseal(org_key.read_private(file), passphrase), now()), renew=True
        )

    def unlock_with_lists(self, list_1: str, list_2: str) -> None:
        """Open the vault with two of the three lists of words of the gemeente; then a new passphrase is chosen."""
        from gezinsplan.services import org_key
        from gezinsplan.services.identity import now

        folder = self.state.folder
        self._begin(lambda: org_key.unlock(folder, org_key.combine((list_1, list_2)), now()), renew=True)

    def renew(self, passphrase: str, again: str) -> None:
        """Let a new passphrase open the vault in place of the one that is forgotten, or of somebody else."""
        from gezinsplan.services import kluis

        opened = self._caseload
        if opened is None or self._differ(passphrase, again):
            return
        self._say(self.state._replace(busy=True, refused=None))

        def work() -> Opened:
            kluis.set_passphrase(opened, passphrase)
            return Opened(opened, opened.team() is not None)

        asked = self._asked
        self._run(work, lambda found: self._unlocked(asked, found), self._refuse)

    def weigh(self, passphrase: str, then: Callable[["Strength"], object]) -> None:
        """Tell how strong a passphrase is that is being typed."""
        from gezinsplan.services import passphrases

        self._run(lambda: passphrases.strength(passphrase), then, lambda _refused: None)

    def expire(self, after_lock: bool = False) -> None:
        """Let this computer open no more when its time is over: when the program starts, after a lock, now and then."""
        from gezinsplan.services import kluis
        from gezinsplan.services.identity import now

        folder = self.state.folder
        self._run(
            lambda: kluis.expire(folder, now(), after_lock=after_lock), lambda _nothing: None, lambda _refused: None
        )

    # ------------------------------------------------------------ a new vault

    def create(self, passphrase: str, again: str) -> None:
        """Make a new vault in the folder."""
        from gezinsplan.services import caseload

        folder = self.state.folder
        if not self._differ(passphrase, again):
            self._begin(lambda: caseload.create(folder, passphrase))

    def introduce(self, **over_mij: str) -> None:
        """Say who the user of this vault is, once: the answers are those of `OverMij`."""
        from gezinsplan.services.start import OverMij, introduce

        opened = self._caseload
        if opened is None:
            return

        def known(_team: object) -> None:
            self.offers_sheet = True
            self._finish(opened)

        self._say(self.state._replace(busy=True, refused=None))
        self._run(lambda: introduce(opened, OverMij(**over_mij)), known, self._refuse)

    # ------------------------------------------------------------ work on a closed vault

    def ask(self, task: "Task") -> None:
        """Ask for the passphrase with which to do something that needs the vault closed."""
        self._say(self.state._replace(stage=Stage.TASK, task=task, refused=None, notice="", busy=False))

    def do(self, passphrase: str, ticked: bool = False) -> None:
        """Do the task; it can be stopped, and then nothing was changed."""
        from gezinsplan.presenters.running import Stop

        task, stop, asked = self.state.task, Stop(), self._asked
        if task is None:
            return
        self._stop = stop
        self._say(self.state._replace(busy=True, refused=None, percent=0))
        self._run_aside(
            lambda job: task.do(passphrase, ticked, stop.told(job)),
            lambda done: self._did(asked, done),
            self._refuse,
            lambda done, _total, _text: self._say(self.state._replace(percent=done)) if self.state.busy else None,
        )

    def _did(self, asked: int, done: "Done") -> None:
        self._stop = None
        if done.caseload is not None:
            self.offers_sheet = done.offers_sheet
            self._unlocked(asked, Opened(done.caseload, done.known))
        elif asked == self._asked:
            self.choose_folder(done.folder, done.notice)


def _first(folder: Path) -> UnlockState:
    """What a folder asks for, told by names alone.

    They stand in the storage too, whose import would cost more than this whole window.
    """
    names = ("dossiers.db", "keys.json", "backups")
    there = any(os.path.exists(folder / name) for name in names)
    return UnlockState(folder, Stage.UNLOCK if there else Stage.CREATE, ways=_kinds(folder))


def _kinds(folder: Path) -> frozenset[str]:
    """For which other ways the key file has a slot; a hint, so that the links stand there at the first paint."""
    try:
        text = (folder / "keys.json").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return frozenset()
    return frozenset(kind for kind in ("sheet", "gemeente") if f'\\"kind\\":\\"{kind}\\"' in text)
