"""The card "Andere plannen": plans of others beside ours, by who keeps them (product.md 3)."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.andere_plannen import AnderPlan
from gezinsplan.domain.values import get
from gezinsplan.presenters.andere_plannen import PlanRij, afgestemd, in_use, plan_form, plan_rijen
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Chip, Words, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.plan_aside import with_pencil
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space, Tone


class AnderePlannenCard(Card):
    """Hidden until it is switched on or used."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.new = link(_("Toevoegen"), self._ask, "plus")
        self.new.setObjectName("ander_plan/add")
        self.new.setAccessibleName(_("Toevoegen bij {section}").format(section=_("Andere plannen")))
        super().__init__(_("Andere plannen"), self.new)
        self._presenter = presenter
        self._shown: tuple[PlanRij, ...] | None = None
        self.body.setSpacing(0)
        self.hide()

    def show_family(self, family: Family) -> None:
        """Show the plans beside ours, as they may be seen."""
        self.setVisible(in_use(family))
        rows = plan_rijen(family)
        if rows == self._shown:
            return
        self._shown = rows
        self.clear()
        self.add(*(self._row(each) for each in rows if not each.voorbij))
        if not rows:
            self.add(muted(_("Plannen van anderen: van de behandelaar, de school of de jeugdbescherming.")))
        past = [self._row(each) for each in rows if each.voorbij]
        if past:
            self.add(Fold(_("Gestopt ({n})").format(n=len(past)), stack(*past, gap=0, end=False)))

    def _row(self, rij: PlanRij) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.tekst))
        if rij.onder:
            words.addWidget(small(rij.onder))
        spoken = ", ".join(each for each in (rij.tekst, rij.onder, rij.merk) if each)
        row = OpenRow(with_pencil(words), spoken, lambda: self._open(rij.id))
        row.setObjectName(f"{rij.id}/open")
        if rij.voorbij:
            return row
        aligned = link(_("Vandaag afgestemd"), lambda: self._align(rij.id))
        aligned.setObjectName(f"{rij.id}/aligned")
        aligned.setAccessibleName(_("Vandaag afgestemd: {what}").format(what=rij.tekst))
        below = QHBoxLayout()
        below.setContentsMargins(Space.XS, 0, 0, 0)
        if rij.merk:
            below.addWidget(Chip(rij.merk, Tone.AMBER), 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(aligned)
        below.addStretch(1)
        holder = QWidget()
        holder.setLayout(stack(row, below, gap=0, end=False))
        return holder

    def _ask(self) -> None:
        open_form(self, self._presenter, plan_form)

    def _open(self, part: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: plan_form(family, get(family.dossier, AnderPlan, part)),
            removable=part,
        )

    def _align(self, part: UUID) -> None:
        self._presenter.change(_("Plannen afgestemd"), afgestemd(part))
