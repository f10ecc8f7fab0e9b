"""What the desk has of the vault itself: the page Beheer, the backups in the flow, and the lines in the side bar."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters import vault_tasks
from gezinsplan.presenters.backups import BackupsPresenter, BackupsState
from gezinsplan.presenters.kluis import KluisPresenter, KluisState
from gezinsplan.presenters.logbook import LogPresenter, LogState
from gezinsplan.presenters.settings import SettingsPresenter
from gezinsplan.presenters.status import Health, lines
from gezinsplan.presenters.vault_tasks import Task
from gezinsplan.services import settings
from gezinsplan.services.backups import Backup
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.ui.beheer_page import BACKUPS, KLUIS, BeheerPage
from gezinsplan.ui.frame import SideBar
from gezinsplan.ui.jobs import Workers
from gezinsplan.ui.logbook_page import LogPage


class VaultPart(QObject):
    """Keeps the page Beheer and the side bar true to what the presenters know."""

    def __init__(
        self,
        caseload: Caseload,
        workers: Workers,
        side: SideBar,
        refuse: Callable[[Refused], object],
        ask: Callable[[Task], object],
    ) -> None:
        """`ask` locks and asks for the passphrase, for work that needs the vault closed."""
        super().__init__()
        self._caseload = caseload
        self._side = side
        self._ask = ask
        self._go: Callable[[int], object] = lambda _tab: None
        self.kluis = KluisPresenter(caseload, workers.run, self._show_kluis, refuse)
        self.backups = BackupsPresenter(caseload, workers.run, workers.run_aside, self._show_backups, refuse)
        self.log = LogPresenter(caseload, workers.run, self._show_log, refuse)
        self.page = BeheerPage(self.kluis, self.backups, LogPage(self.log), SettingsPresenter(self.show_status))
        self.page.kluis.new_key.connect(self._rekey)
        self.page.backups.restored.connect(self._restore)

    def begin(self, go: Callable[[int], object]) -> None:
        """After unlocking: the ways in, and the backup of the day; `go` leads to a tab of Beheer."""
        self._go = go
        self.kluis.load()
        self.backups.begin()

    def offer_sheet(self) -> None:
        """A new vault, or a new key: propose to make the recovery sheet now."""
        self.page.kluis.make_sheet(offered=True)

    def renew(self, held: tuple[Path, ...]) -> None:
        """Take a destroyed family out of these backups, where it can be seen how far that is."""
        self._go(BACKUPS)
        self.backups.renew_all(held)

    def show_status(self) -> None:
        """Tell at the foot of the side bar how the vault is doing; what asks for attention leads to its place."""
        known, found = self.kluis.state, self.backups.state
        health = Health(
            lock_after_minutes=settings.load().lock_after_minutes,
            last=found.last,
            percent=found.percent if found.working else None,
            second_place_away=found.second_place_away,
            lacking=known.lacking if known is not None else None,
            backup_failed=found.failed,
        )
        self._side.set_status(lines(health, now()), lambda about: self._go({"kluis": KLUIS}.get(about, BACKUPS)))

    def _show_kluis(self, state: KluisState) -> None:
        self.page.kluis.show_state(state)
        self.show_status()

    def _show_backups(self, state: BackupsState) -> None:
        self.page.backups.show_state(state)
        self.show_status()

    def _show_log(self, state: LogState) -> None:
        self.page.log.show_state(state)

    def _rekey(self) -> None:
        self._ask(vault_tasks.rekey(self._caseload.folder))

    def _restore(self, backup: Backup) -> None:
        self._ask(vault_tasks.restore(self._caseload.folder, backup))
