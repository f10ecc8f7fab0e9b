"""The tab Gesprekken: the next talk with its agenda, contact with the family, and when each member was spoken."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.presenters.contact import contact_kaart
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.gesprekken import gesprekken
from gezinsplan.services.paper import Blad
from gezinsplan.ui.agenda_card import AgendaCard
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.contact_card import ContactCard, LaatstCard
from gezinsplan.ui.na_gesprek_dialog import NaGesprekDialog
from gezinsplan.ui.rows import SideBySide, kept
from gezinsplan.ui.talks_card import TalksCard
from gezinsplan.ui.tokens import Size, Space

_SIDE_BY_SIDE = 820


class GesprekkenTab(QWidget):
    """Shows talks and contacts, and keeps its place while they change; `printing` asks for a paper."""

    printing = Signal(Blad)

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until a family is shown."""
        super().__init__()
        self._presenter = presenter
        self._root: UUID | None = None
        self.contact, self.spoken = ContactCard(presenter), LaatstCard()
        self.talks, self.agenda = TalksCard(presenter), AgendaCard(presenter)
        self.talks.asked_after.connect(self._after)
        left, right = QWidget(), QWidget()
        left.setLayout(stack(self.agenda, self.contact, gap=Space.M))
        right.setLayout(stack(self.talks, self.spoken, gap=Space.M))
        self.page = Page(stack(SideBySide(left, right, _SIDE_BY_SIDE, Size.ASIDE)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def show_state(self, state: FamilyState) -> None:
        """Show this state; another family begins at the top."""
        talks, contact = gesprekken(state.seen), contact_kaart(state.seen)
        with kept(self.page):
            self.agenda.show_state(state)
            self.talks.show_talks(talks.komend, talks.geweest)
            self.contact.show_rows(contact.rijen)
            self.spoken.show_rows(contact.leden)
        if state.family.dossier.id != self._root:
            self._root = state.family.dossier.id
            self.talks.past.open(False)
            self.page.verticalScrollBar().setValue(0)

    def _after(self, overleg: UUID) -> None:
        dialog = NaGesprekDialog(self, self._presenter, overleg)
        dialog.printing.connect(lambda: self.printing.emit(Blad.PLAN))
        dialog.open()
