"""Who of this family is in another one too: red for a child with two regisseurs, amber while it is to be decided."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.elders import ElderRij, dubbel_form
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Card, clear, stack
from gezinsplan.ui.labels import Glyph, Words, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.tokens import Size, Space


class EldersCard(QWidget):
    """A card per person; hidden when there is nobody."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[ElderRij, ...] = ()
        self._cards = QVBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(Space.M)
        self.hide()

    def show_state(self, state: FamilyState) -> None:
        """Show these people; what did not change stays."""
        if state.elders != self._shown:
            self._shown = state.elders
            clear(self._cards)
            for each in state.elders:
                self._cards.addWidget(self._card(each))
        self.setVisible(bool(state.elders))

    def _card(self, rij: ElderRij) -> Card:
        tone = "red" if rij.rood else "amber"
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        glyph = "circle-alert" if rij.rood else "triangle-alert"
        row.addWidget(Glyph(glyph, tone, Size.ICON + Space.XS), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(stack(strong(rij.tekst), Words(rij.onder), gap=0), 1)
        step = secondary(_("Kiezen…"), partial(self._choose, rij))
        step.setObjectName(f"{rij.persoon}/{rij.ander_gezin}/elders")
        step.setAccessibleName(_("Kiezen: {what}").format(what=rij.tekst))
        row.addWidget(step, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card().add(row)
        card.setProperty("tone", tone)
        card.setAccessibleName(rij.tekst)
        return card

    def _choose(self, rij: ElderRij) -> None:
        person, other = rij.persoon, rij.ander_gezin

        def make(family: Family) -> Form:
            return dubbel_form(family, person, other)

        open_form(self, self._presenter, make)
