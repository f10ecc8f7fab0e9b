"""The pages that are about no one family: Vandaag, the sociale kaart, the figures, Beheer."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.cijfers import CijfersPresenter, CijfersState
from gezinsplan.presenters.kaart_rijen import KaartState
from gezinsplan.presenters.running import Run
from gezinsplan.presenters.settings import SettingsPresenter
from gezinsplan.presenters.sociale_kaart import KaartPresenter
from gezinsplan.presenters.vandaag import VandaagPresenter, VandaagState
from gezinsplan.services.caseload import Caseload
from gezinsplan.ui.beheer_page import BeheerPage
from gezinsplan.ui.cijfers_page import CijfersPage
from gezinsplan.ui.frame import SideBar
from gezinsplan.ui.kaart_page import KaartPage
from gezinsplan.ui.vandaag_page import Go, VandaagPage

VANDAAG, KAART, CIJFERS, BEHEER = "vandaag", "kaart", "cijfers", "beheer"


class Around(QObject):
    """Each page with what it shows; `loaded` tells that one shows what the file holds, `switched` another menu.

    `counted` tells how much a page asks for.
    """

    loaded = Signal(QWidget)
    switched = Signal()
    counted = Signal(str, int)

    def __init__(
        self,
        caseload: Caseload,
        run: Run,
        refuse: Callable[[Refused], object],
        open_family: Callable[[UUID], object],
        go: Go,
        beheer: BeheerPage,
    ) -> None:
        """Build the pages; each asks the vault for something only when it is visited."""
        super().__init__()
        self._settings = SettingsPresenter()
        self.vandaag = VandaagPresenter(caseload, run, self._show_vandaag, refuse)
        self.vandaag_page = VandaagPage(self.vandaag, go)
        self.kaart = KaartPresenter(caseload, run, self._show_kaart, refuse)
        self.kaart_page = KaartPage(self.kaart, open_family)
        self.cijfers = CijfersPresenter(caseload, run, self._show_cijfers, refuse)
        self.cijfers_page = CijfersPage(self.cijfers)
        self._beheer = beheer
        beheer.onderdelen.switched.connect(self.switched)
        self.pages: dict[str, QWidget] = {
            VANDAAG: self.vandaag_page,
            KAART: self.kaart_page,
            CIJFERS: self.cijfers_page,
            BEHEER: beheer,
        }

    def load(self, key: str, tab: int | None) -> None:
        """Let a page show what the file, or the settings, hold now; in Beheer a tab, or the one that was last seen."""
        loads: dict[str, Callable[[], object]] = {
            VANDAAG: self.vandaag.load,
            KAART: self.kaart.load,
            CIJFERS: self.cijfers.load,
            BEHEER: lambda: self._beheer.go(self._beheer.tabs.bar.currentIndex() if tab is None else tab),
        }
        loads[key]()

    def key_of(self, page: QWidget | None) -> str:
        """Which of them a page is; an empty text for another."""
        return next((key for key, each in self.pages.items() if each is page), "")

    def show_in(self, menu: SideBar) -> None:
        """Let a page stand in the menu: figures only when they are switched on (product.md 7)."""
        menu.show_entry(CIJFERS, self._settings.is_on("cijfers"))

    def _show_vandaag(self, state: VandaagState) -> None:
        self.vandaag_page.show_state(state)
        self.counted.emit(VANDAAG, state.nu)
        self.loaded.emit(self.vandaag_page)

    def _show_kaart(self, state: KaartState) -> None:
        self.kaart_page.show_state(state)
        self.loaded.emit(self.kaart_page)

    def _show_cijfers(self, state: CijfersState) -> None:
        self.cijfers_page.show_state(state)
        self.loaded.emit(self.cijfers_page)
