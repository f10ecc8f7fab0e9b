"""The card "Dubbel of vergeten?": goals without anybody, what several do, and who has no goal (product.md 4)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from gezinsplan.domain.dossier import Betrokkenheid, Doel
from gezinsplan.domain.values import find, get
from gezinsplan.presenters import helper_forms, plan_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.werk import Soort, WerkRij, werk
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Chip, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space, Tone

_AT_ONCE = 4


def _chip(soort: Soort) -> Chip:
    words = {
        Soort.ZONDER_IEMAND: (_("niemand"), Tone.AMBER),
        Soort.DUBBEL: (_("dubbel"), Tone.NEUTRAL),
        Soort.ZONDER_DOEL: (_("geen doel"), Tone.NEUTRAL),
    }
    return Chip(*words[soort])


class WerkCard(Card):
    """Each finding opens its place in the plan; `asked_matrix` asks who does what for whom."""

    asked_matrix = Signal()

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Find nothing until there is a family."""
        self.matrix = link(_("Wie doet wat?"))
        super().__init__(_("Dubbel of vergeten?"), self.matrix)
        self.matrix.clicked.connect(self.asked_matrix)
        self._presenter = presenter
        self._shown: tuple[WerkRij, ...] | None = None

    def show_state(self, state: FamilyState) -> None:
        """Show the findings of this family; what did not change stays."""
        found = werk(state.seen)
        if found == self._shown:
            return
        self._shown = found
        self.clear()
        if not found:
            self.add(muted(_("Bij elk doel doet iemand iets, en niemand doet dubbel werk.")))
        self.add(*map(self._row, found[:_AT_ONCE]))
        rest = found[_AT_ONCE:]
        if rest:
            more = ngettext("Nog {n}", "Nog {n}", len(rest)).format(n=len(rest))
            fold = Fold(more, stack(*map(self._row, rest), gap=0, end=False))
            fold.button.setObjectName("werk/more")
            self.add(fold)

    def _row(self, rij: WerkRij) -> OpenRow:
        chip = _chip(rij.soort)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addLayout(stack(strong(rij.tekst), small(rij.onder), gap=0), 1)
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        made = OpenRow(line, f"{chip.text()}: {rij.tekst}. {rij.onder}", partial(self._open, rij.onderdeel))
        made.setObjectName(f"werk/{rij.sleutel}")
        return made

    def _open(self, part: UUID) -> None:
        def make(family: Family) -> Form:
            doel = find(family.dossier, Doel, part)
            if doel is not None:
                return plan_forms.doel_form(family, doel)
            return helper_forms.helper_edit_form(family, get(family.dossier, Betrokkenheid, part))

        open_form(self, self._presenter, make)
