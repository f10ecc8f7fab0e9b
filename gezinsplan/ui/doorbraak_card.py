"""The card "Wat zit er vast?": what is asked of whom can decide, and what was decided (product.md 3)."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.values import get
from gezinsplan.presenters.doorbraken import (
    DoorbraakRij,
    besluit_form,
    doorbraak_form,
    doorbraak_rijen,
    in_use,
)
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card
from gezinsplan.ui.labels import Chip, Words, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.plan_aside import with_pencil
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.tokens import Space, Tone


class DoorbraakCard(Card):
    """Hidden until it is switched on or used."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.new = link(_("Toevoegen"), self._ask, "plus")
        self.new.setObjectName("doorbraak/add")
        self.new.setAccessibleName(_("Toevoegen bij {section}").format(section=_("Wat zit er vast?")))
        super().__init__(_("Wat zit er vast?"), self.new)
        self._presenter = presenter
        self._shown: tuple[DoorbraakRij, ...] | None = None
        self.body.setSpacing(0)
        self.hide()

    def show_family(self, family: Family) -> None:
        """Show what is stuck in this family, as it may be seen."""
        self.setVisible(in_use(family))
        rows = doorbraak_rijen(family)
        if rows == self._shown:
            return
        self._shown = rows
        self.clear()
        self.add(*map(self._row, rows))
        if not rows:
            self.add(muted(_("Een regel of geld die het gezin tegenhoudt, en wie daarover kan beslissen.")))

    def _row(self, rij: DoorbraakRij) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.tekst))
        words.addWidget(small(rij.onder))
        row = OpenRow(with_pencil(words), f"{rij.tekst}, {rij.onder}", lambda: self._open(rij.id))
        row.setObjectName(f"{rij.id}/open")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        if rij.open:
            decide = link(_("Er is besloten…"), lambda: self._decide(rij.id))
            decide.setObjectName(f"{rij.id}/decide")
            below = QHBoxLayout()
            below.setContentsMargins(Space.XS, 0, 0, 0)
            below.addWidget(decide)
            if rij.te_laat:
                below.addWidget(Chip(_("nog geen antwoord"), Tone.AMBER), 0, Qt.AlignmentFlag.AlignVCenter)
            below.addStretch(1)
            column.addLayout(below)
        return holder

    def _ask(self) -> None:
        open_form(self, self._presenter, doorbraak_form)

    def _open(self, part: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: doorbraak_form(family, get(family.dossier, Doorbraak, part)),
            removable=part,
        )

    def _decide(self, part: UUID) -> None:
        open_form(self, self._presenter, lambda family: besluit_form(family, part))
