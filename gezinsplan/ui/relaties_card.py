"""The card "Wie hoort hoe bij wie?": pairs in sentences, what was so folded away (product.md 3)."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.relaties import Relatie
from gezinsplan.domain.values import get
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.relaties import RelatieRij, relatie_form, relatie_rijen, uit_elkaar_form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Words, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.plan_aside import with_pencil
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space

_PAIR = 2


class RelatiesCard(Card):
    """Hidden until there are two people who can belong to each other."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.new = link(_("Toevoegen"), self._ask, "plus")
        self.new.setObjectName("relatie/add")
        self.new.setAccessibleName(_("Toevoegen bij {section}").format(section=_("Wie hoort hoe bij wie?")))
        super().__init__(_("Wie hoort hoe bij wie?"), self.new)
        self._presenter = presenter
        self._shown: tuple[RelatieRij, ...] | None = None
        self._past: Fold | None = None
        self.body.setSpacing(0)
        self.hide()

    def show_family(self, family: Family) -> None:
        """Show how the people of this family belong to each other, as it may be seen."""
        self.setVisible(len(family.dossier.personen) >= _PAIR)
        rows = relatie_rijen(family)
        if rows == self._shown:
            return
        self._shown = rows
        was_open = self._past is not None and self._past.is_open()
        self.clear()
        self.add(*(self._row(each) for each in rows if not each.voorbij))
        if not rows:
            self.add(
                muted(_("Wie is ouder van wie, wie waren partners, wie zijn broer en zus? Hiervan komt een stamboom."))
            )
        past = [self._row(each) for each in rows if each.voorbij]
        self._past = Fold(_("Vroeger ({n})").format(n=len(past)), stack(*past, gap=0, end=False)) if past else None
        if self._past is not None:
            self._past.open(was_open)
            self.add(self._past)

    def _row(self, rij: RelatieRij) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(rij.tekst))
        for line in rij.onder:
            words.addWidget(small(line))
        row = OpenRow(with_pencil(words), ", ".join((rij.tekst, *rij.onder)), lambda: self._open(rij.id))
        row.setObjectName(f"{rij.id}/open")
        if not rij.samen:
            return row
        apart = link(_("Uit elkaar…"), lambda: self._apart(rij.id))
        apart.setObjectName(f"{rij.id}/apart")
        apart.setAccessibleName(_("Uit elkaar: {who}").format(who=rij.tekst))
        below = QHBoxLayout()
        below.setContentsMargins(Space.XS, 0, 0, 0)
        below.addWidget(apart)
        below.addStretch(1)
        holder = QWidget()
        holder.setLayout(stack(row, below, gap=0, end=False))
        return holder

    def _ask(self) -> None:
        open_form(self, self._presenter, relatie_form)

    def _open(self, part: UUID) -> None:
        open_form(
            self,
            self._presenter,
            lambda family: relatie_form(family, get(family.dossier, Relatie, part)),
            removable=part,
        )

    def _apart(self, part: UUID) -> None:
        open_form(self, self._presenter, lambda family: uit_elkaar_form(family, part))
