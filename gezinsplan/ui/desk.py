"""The desk of an open caseload: the side bar, Mijn gezinnen, one family, its paper."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.presenters.families import FamiliesPresenter, FamiliesState
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.print_plan import PrintPresenter, PrintState
from gezinsplan.presenters.vault_tasks import Task
from gezinsplan.presenters.versie_forms import geven_form, voorstel_form
from gezinsplan.services import paper
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.paper import Blad
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.around import BEHEER, CIJFERS, KAART, VANDAAG, Around
from gezinsplan.ui.cards import stack
from gezinsplan.ui.families_page import FamiliesPage
from gezinsplan.ui.family_page import FamilyPage
from gezinsplan.ui.frame import Entry, SideBar
from gezinsplan.ui.jobs import Jobs, Workers
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.place import Place, Reopen, clear_screen, type_on, where_typing
from gezinsplan.ui.print_page import PrintPage, Said
from gezinsplan.ui.tokens import Space
from gezinsplan.ui.vault_part import VaultPart

FAMILIES, LOCK = "families", "lock"


class Desk(QWidget):
    """Everything that is seen while the caseload is open; thrown away when it locks."""

    def __init__(
        self, caseload: Caseload, jobs: Jobs, lock: Callable[[], object], ask: Callable[[Task], object]
    ) -> None:
        """Build the pages around the caseload; `lock` ends it, `ask` does so for work on the closed vault."""
        super().__init__()
        self.caseload = caseload
        self._jobs = Workers(jobs, self)
        self._root: UUID | None = None
        self._back_to: Place | None = None
        self._left = False
        self.side = SideBar("Gezinsplan", _entries())
        self.said = Said(Space.M)
        self.families = FamiliesPresenter(caseload, self._jobs.run, self._show_families, self.refuse)
        self.families_page = FamiliesPage(self.families, self.open_family)
        self.family = FamilyPresenter(caseload, self._jobs.run, self._show_family, self.refuse)
        self.family_page = FamilyPage(self.family, self.show_families, self.print_plan)
        self.printing = PrintPresenter(caseload, self._jobs, self._show_paper, self.refuse)
        self.print_page = PrintPage(self.printing, self.back_to_family)
        self.vault = VaultPart(caseload, self._jobs, self.side, self.refuse, ask)
        self.vault.setParent(self)
        self.family_page.renewing.connect(self.vault.renew)
        self.family_page.printing.connect(self.print_plan)
        self.family_page.reading.connect(lambda versie: self.print_plan(versie=versie))
        self.around = Around(caseload, self._jobs.run, self.refuse, self.open_family, self._go_to, self.vault.page)
        self.kaart_page, self.beheer_page = self.around.kaart_page, self.vault.page
        self.pages = QStackedWidget()
        for page in (self.families_page, self.family_page, self.print_page, *self.around.pages.values()):
            self.pages.addWidget(page)
        self.setLayout(_placed(self.side, self.said, self.pages))
        self.around.loaded.connect(self._reopen)
        _connect(self, lock)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._find)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(lock)

    # ------------------------------------------------------------ going somewhere

    def start(self, place: Place | None) -> None:
        """Begin with the list, or where the user was before the lock."""
        self.show_families()
        self.around.vandaag.load()
        self.vault.begin(lambda tab: self.show_around(BEHEER, tab))
        for refused in self.caseload.noticed:
            self.refuse(refused)
        if place is None:
            return
        self._back_to = place
        if place.page in self.around.pages:
            self.show_around(place.page, place.tab)
        elif place.root is not None:
            self._go_to(place.root, place.tab)
        else:
            self._reopen(self.families_page)

    def _go_to(self, root: UUID, tab: int, reopen: Reopen | None = None) -> None:
        """Go to a tab of a family; with `reopen` a form opens there."""
        self._back_to = Place(FAMILIES, root, tab, reopen) if reopen is not None else self._back_to
        self.family_page.tabs.bar.setCurrentIndex(tab)
        self.open_family(root)

    def place(self) -> Place:
        """Where the user is."""
        page = self.around.key_of(self.pages.currentWidget()) or FAMILIES
        tabs = self.beheer_page.tabs if page == BEHEER else self.family_page.tabs
        return Place(page, self._root, tabs.bar.currentIndex(), *where_typing(self.window()))

    def _reopen(self, page: QWidget) -> None:
        """Open the form that was open before the lock, once its page is there."""
        if self.pages.currentWidget() is not page:
            return
        place, self._back_to = self._back_to, None
        try:
            type_on(page, place)
        except Refused as refused:
            self.refuse(refused)  # what the form was about is gone

    def show_families(self) -> None:
        """Go to Mijn gezinnen, as the file now holds it."""
        self._visit(self.families_page)
        self.families.load()

    def show_around(self, key: str, tab: int | None = None) -> None:
        """Go to a page that is about no one family, as the file now holds it; to a tab of it where it has any."""
        self._visit(self.around.pages[key])
        self.around.load(key, tab)

    def _visit(self, page: QWidget) -> None:
        self._root = None
        self.print_page.clear()
        self._go(page)

    def open_family(self, root: UUID) -> None:
        """Go to one family."""
        self._root = root
        self.family.open(root)
        self._jobs.run_aside(lambda _job: paper.get_ready(), lambda _nothing: None, self.refuse)

    def print_plan(self, blad: Blad = Blad.PLAN, versie: UUID | None = None) -> None:
        """Go to a paper of the family that is open, of a version or as the plan stands."""
        self._go(self.print_page)
        self.printing.open(self.family.family, blad, versie)

    def back_to_family(self) -> None:
        """Leave the paper; its pages are thrown away."""
        self.print_page.clear()
        self._go(self.family_page)

    def _show_families(self, state: FamiliesState) -> None:
        self.families_page.show_state(state)
        self.side.set_count(FAMILIES, len(state.rows))

    def _show_paper(self, state: PrintState) -> None:
        self.print_page.show_state(state)

    def _show_family(self, state: FamilyState) -> None:
        if state.family.dossier.id != self._root:
            return
        self.family_page.show_state(state)
        if self.pages.currentWidget() in (self.families_page, self.kaart_page, self.around.vandaag_page):
            self._go(self.family_page)
            self._reopen(self.family_page)

    def _go(self, page: QWidget) -> None:
        self.said.clear()
        self.vault.show_status()
        self.side.choose(self.around.key_of(page) or FAMILIES)
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.show_families()
        self.families_page.focus_search()

    # ------------------------------------------------------------ messages and locking

    def refuse(self, refused: Refused) -> None:
        """Tell a refusal that has no place in a form, above the page; after a lock in a message over the window."""
        if self._left:
            if refused.code is not Code.VAULT_LOCKED:
                messages.tell(self.window(), refused)
            return
        self.said.show_message(messages.banner(refused))

    def leave(self) -> None:
        """Ask for what is half typed to be kept, and take everything from the screen without a question."""
        self.print_page.clear()
        self._left = True
        clear_screen(self.window())


def _connect(desk: Desk, lock: Callable[[], object]) -> None:
    """What each entry of the menu does, and what changes there."""
    own: dict[str, Callable[[], object]] = {FAMILIES: desk.show_families, LOCK: lock}
    desk.side.chosen.connect(lambda key: own[key]() if key in own else desk.show_around(key))
    desk.around.counted.connect(desk.side.set_count)
    desk.around.switched.connect(lambda: desk.around.show_in(desk.side))
    desk.around.show_in(desk.side)
    desk.print_page.giving.connect(lambda versie, lezer: _ask_who_received(desk, versie, lezer))


def _ask_who_received(desk: Desk, versie: UUID | None, lezer: UUID | None) -> None:
    """Go back to the family, and ask who received the version, or the plan of now, that went out."""
    desk.back_to_family()
    to = (lezer,) if lezer is not None else ()
    if versie is None:
        open_form(desk.family_page, desk.family, lambda family: voorstel_form(family, to))
    else:
        open_form(desk.family_page, desk.family, lambda family: geven_form(family, versie, to))


def _entries() -> tuple[Entry, ...]:
    return (
        Entry(FAMILIES, _("Mijn gezinnen"), "users"),
        Entry(VANDAAG, _("Vandaag"), "calendar"),
        Entry(KAART, _("Sociale kaart"), "heart-handshake"),
        Entry(CIJFERS, _("Cijfers"), "chart-column"),
        Entry(BEHEER, _("Beheer"), "settings"),
        Entry(LOCK, _("Vergrendelen"), "lock"),
    )


def _placed(side: SideBar, said: Said, pages: QStackedWidget) -> QHBoxLayout:
    """The side bar, and at its right a message above the page."""
    right = stack(said, gap=0, end=False)
    right.addWidget(pages, 1)
    whole = QHBoxLayout()
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(side)
    whole.addLayout(right, 1)
    return whole
