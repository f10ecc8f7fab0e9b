"""The tab Tijdlijn: everything that has a day, the latest first; each line opens what it is about."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Option
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.tijdlijn import Maand, TijdRij, maanden, mensen, soorten
from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Card, EmptyState, Page, clear, stack
from gezinsplan.ui.inputs import Choice, Flow
from gezinsplan.ui.labels import Words, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow, kept
from gezinsplan.ui.tokens import Space

_AT_ONCE = 12  # months; more are shown when they are asked for by a filter or by the button


class TijdlijnTab(QWidget):
    """Filtered by kind and by person; what stands there follows the family."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until a family is shown."""
        super().__init__()
        self._presenter = presenter
        self._state: FamilyState | None = None
        self._shown: tuple[Maand, ...] | None = None
        self.kind, self.person = _choice(_("Wat?")), _choice(_("Van wie?"))
        for option in soorten():
            self.kind.addItem(option.label, option.value)
        self._people: tuple[Option, ...] = ()
        for choice in (self.kind, self.person):
            choice.currentIndexChanged.connect(lambda _place: self._show())
        self._months = stack(gap=Space.M, end=False)
        self.page = Page(stack(Flow(self.kind, self.person), self._months))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def show_state(self, state: FamilyState) -> None:
        """Show the line of this family; another family begins unfiltered and at the top."""
        another = self._state is None or self._state.family.dossier.id != state.family.dossier.id
        self._state = state
        people = mensen(state.seen)
        if people != self._people:
            self._people, chosen = people, self.person.currentData()
            self.person.blockSignals(True)
            self.person.clear()
            for each in people:
                self.person.addItem(each.label, each.value)
            self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
            self.person.blockSignals(False)
        if another:
            self.kind.setCurrentIndex(0)
            self.person.setCurrentIndex(0)
            self.page.verticalScrollBar().setValue(0)
        self._show()

    def _show(self) -> None:
        if self._state is None:
            return
        shown = maanden(self._state.seen, self.kind.currentData(), self.person.currentData())
        if shown == self._shown:
            return
        self._shown = shown
        with kept(self.page):
            clear(self._months)
            for each in shown[:_AT_ONCE]:
                self._months.addWidget(self._month(each))
            if not shown:
                text = _("Wie kwam en ging, wat er is gezegd, afgesproken en gedaan: alles met een dag komt hier.")
                self._months.addWidget(Card().add(EmptyState(_("Hier staat nog niets"), text, glyph="history")))
            if shown[_AT_ONCE:]:
                self._months.addWidget(self._earlier(shown[_AT_ONCE:]))

    def _earlier(self, months: tuple[Maand, ...]) -> QWidget:
        """Many years are many widgets: they are made when somebody looks back so far."""
        button = secondary(_("Eerder"))
        button.setObjectName("tijdlijn/earlier")

        def more() -> None:
            with kept(self.page):
                holder.hide()
                for each in months:
                    self._months.addWidget(self._month(each))

        button.clicked.connect(more)
        holder = QWidget()
        holder.setLayout(stack(Flow(button), end=False))
        return holder

    def _month(self, maand: Maand) -> Card:
        card = Card(maand.titel)
        card.body.setSpacing(0)
        return card.add(*map(self._row, maand.rijen))

    def _row(self, rij: TijdRij) -> OpenRow:
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(muted(rij.wanneer), 2, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(rij.tekst), 10, Qt.AlignmentFlag.AlignTop)
        line.addWidget(small(rij.soort), 3, Qt.AlignmentFlag.AlignTop)
        made = OpenRow(line, f"{rij.wanneer}, {rij.tekst}, {rij.soort}", partial(self._open, rij.onderdeel))
        made.setObjectName(f"{rij.sleutel}/open")
        return made

    def _open(self, part: UUID) -> None:
        open_form(self, self._presenter, lambda family: onderdeel_form(family, part))


def _choice(name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    return made
