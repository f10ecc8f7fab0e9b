"""The desk of an open caseload: the side bar, Mijn gezinnen, one family, its paper."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.families import FamiliesPresenter, FamiliesState
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.print_plan import PrintPresenter, PrintState
from gezinsplan.services import paper
from gezinsplan.services.caseload import Caseload
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.cards import Banner
from gezinsplan.ui.families_page import FamiliesPage
from gezinsplan.ui.family_page import FamilyPage
from gezinsplan.ui.frame import Entry, SideBar
from gezinsplan.ui.jobs import Jobs
from gezinsplan.ui.print_page import PrintPage
from gezinsplan.ui.tokens import Space

FAMILIES, LOCK = "families", "lock"


class Desk(QWidget):
    """Everything that is seen while the caseload is open; thrown away when it locks."""

    def __init__(self, caseload: Caseload, jobs: Jobs, lock: Callable[[], object]) -> None:
        """Build the pages around the caseload; `lock` ends it."""
        super().__init__()
        self.caseload = caseload
        self._jobs = jobs
        self._root: UUID | None = None
        self._banner: Banner | None = None
        entries = (Entry(FAMILIES, _("Mijn gezinnen"), "users"), Entry(LOCK, _("Vergrendelen"), "lock"))
        self.side = SideBar("Gezinsplan", entries)
        self.side.chosen.connect(lambda key: lock() if key == LOCK else self.show_families())
        self.families = FamiliesPresenter(caseload, jobs.run, self._show_families, self.refuse)
        self.families_page = FamiliesPage(self.families, self.open_family)
        self.family = FamilyPresenter(caseload, jobs.run, self._show_family, self.refuse)
        self.family_page = FamilyPage(self.family, self.show_families, self.print_plan)
        self.printing = PrintPresenter(caseload, jobs, self._show_paper, self.refuse)
        self.print_page = PrintPage(self.printing, self.back_to_family)
        self.pages = QStackedWidget()
        for page in (self.families_page, self.family_page, self.print_page):
            self.pages.addWidget(page)
        self._place_parts()
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._find)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(lock)

    def _place_parts(self) -> None:
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addLayout(self._right, 1)

    # ------------------------------------------------------------ going somewhere

    def start(self, place: tuple[UUID, int] | None) -> None:
        """Begin with the list, or where the user was before the lock."""
        self.show_families()
        for refused in self.caseload.noticed:
            self.refuse(refused)
        if place is not None:
            self.family_page.tabs.bar.setCurrentIndex(place[1])
            self.open_family(place[0])

    def place(self) -> tuple[UUID, int] | None:
        """Where the user is: the family and its tab."""
        if self._root is None:
            return None
        return self._root, self.family_page.tabs.bar.currentIndex()

    def show_families(self) -> None:
        """Go to Mijn gezinnen, as the file now holds it."""
        self._root = None
        self.print_page.clear()
        self._go(self.families_page)
        self.families.load()

    def open_family(self, root: UUID) -> None:
        """Go to one family."""
        self._root = root
        self.family.open(root)
        self._jobs.run_aside(paper.get_ready, lambda _nothing: None, self.refuse)

    def print_plan(self) -> None:
        """Go to the paper of the family that is open."""
        self._go(self.print_page)
        self.printing.open(self.family.family)

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
        if self.pages.currentWidget() is self.families_page:
            self._go(self.family_page)

    def _go(self, page: QWidget) -> None:
        self._take_banner_away()
        self.side.choose(FAMILIES)
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.show_families()
        self.families_page.focus_search()

    # ------------------------------------------------------------ messages and locking

    def refuse(self, refused: Refused) -> None:
        """Tell a refusal that has no place in a form, above the page."""
        self._take_banner_away()
        self._banner = messages.banner(refused)
        self._right.insertWidget(0, self._banner)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._banner.setContentsMargins(Space.S, 0, Space.S, 0)

    def message(self) -> str:
        """What is told above the page."""
        return self._banner.accessibleName() if self._banner is not None else ""

    def _take_banner_away(self) -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None

    def close_forms(self) -> None:
        """Keep what is half typed in every open form, and take the dialogs away without a question."""
        self.print_page.clear()
        for dialog in self.window().findChildren(QDialog):
            keep = getattr(dialog, "keep", None)
            if keep is not None:
                keep()
            dialog.deleteLater()
