"""The first screen: open a caseload with its passphrase, make a new one, or say who you are."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gezinsplan.domain.errors import Refused
    from gezinsplan.presenters.running import Run
    from gezinsplan.services.caseload import Caseload
    from gezinsplan.services.start import OverMij


class Stage(StrEnum):
    """What the first screen asks for."""

    UNLOCK = "unlock"
    CREATE = "create"
    INTRODUCE = "introduce"


class UnlockState(NamedTuple):
    """What is asked, of which vault, whether work is under way, what went wrong, and how long to wait.

    A tuple: with dataclasses the first window would be there 5 ms later.
    """

    folder: Path
    stage: Stage
    busy: bool = False
    refused: "Refused | None" = None
    wait_seconds: int = 0


class UnlockPresenter:
    """Opens the vault beside the window; storage is first imported there, while the passphrase is typed."""

    def __init__(
        self,
        folder: Path,
        run: "Run",
        show: Callable[[UnlockState], object],
        opened: Callable[["Caseload"], object],
    ) -> None:
        """`opened` gets the caseload of somebody who is known."""
        self._run = run
        self._show = show
        self._opened = opened
        self._asked = 0
        self._caseload: Caseload | None = None
        self.state = UnlockState(folder, self._stage(folder))

    @staticmethod
    def _stage(folder: Path) -> Stage:
        # The names stand in storage.vault too, whose import would cost more than this whole window.
        there = any(os.path.exists(folder / name) for name in ("dossiers.db", "keys.json"))
        return Stage.UNLOCK if there else Stage.CREATE

    def start(self) -> None:
        """Show what the folder asks for."""
        self._say(self.state)

    def choose_folder(self, folder: Path) -> None:
        """Go on with the vault in another folder, or a new one there."""
        self._say(UnlockState(folder, self._stage(folder)))

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

    def expire(self, after_lock: bool = False) -> None:
        """Let this computer open no more when its time is over: when the program starts, after a lock, now and then."""
        from gezinsplan.services import kluis
        from gezinsplan.services.identity import now

        folder = self.state.folder
        self._run(
            lambda: kluis.expire(folder, now(), after_lock=after_lock), lambda _nothing: None, lambda _refused: None
        )

    def create(self, passphrase: str, again: str) -> None:
        """Make a new vault in the folder."""
        from gezinsplan.services import caseload

        folder = self.state.folder
        if passphrase != again:
            from gezinsplan.domain.errors import Code, VaultRefused

            self._refuse(VaultRefused(Code.PASSPHRASE_DIFFERS))
            return
        self._begin(lambda: caseload.create(folder, passphrase))

    def introduce(self, over_mij: "OverMij") -> None:
        """Say who the user of this vault is, once."""
        from gezinsplan.services.start import introduce

        opened = self._caseload
        if opened is None:
            return
        self._say(self.state._replace(busy=True, refused=None))
        self._run(lambda: introduce(opened, over_mij), lambda _team: self._finish(opened), self._refuse)

    def _begin(self, open_it: Callable[[], "Caseload"]) -> None:
        self._say(self.state._replace(busy=True, refused=None))
        asked = self._asked

        def work() -> "tuple[Caseload, bool]":
            caseload = open_it()
            return caseload, caseload.team() is not None

        self._run(work, lambda found: self._unlocked(asked, *found), self._refuse)

    def _unlocked(self, asked: int, caseload: "Caseload", known: bool) -> None:
        if asked != self._asked:
            caseload.lock()  # the window was locked while the passphrase was tried
        elif known:
            self._finish(caseload)
        else:
            self._caseload = caseload
            self._say(self.state._replace(stage=Stage.INTRODUCE, busy=False))

    def _finish(self, caseload: "Caseload") -> None:
        self._caseload = None
        self._say(UnlockState(self.state.folder, Stage.UNLOCK))
        self._opened(caseload)

    def abandon(self) -> None:
        """Lock a vault that was opened, or is being opened, but whose user did not go on; ask from the start."""
        if self._caseload is None and not self.state.busy:
            return
        self._asked += 1
        if self._caseload is not None:
            self._caseload.lock()
            self._caseload = None
        self._say(UnlockState(self.state.folder, self._stage(self.state.folder)))

    def _refuse(self, refused: "Refused") -> None:
        wait = int(str(refused.values.get("wait", 0)))
        self._say(self.state._replace(busy=False, refused=refused, wait_seconds=wait))

    def _say(self, state: UnlockState) -> None:
        self.state = state
        self._show(state)
