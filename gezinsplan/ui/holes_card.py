"""The red card "Niemand doet dit nu": what nobody carries, each with a button that opens the right thing (rule 4)."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gezinsplan.domain.dossier import Actie
from gezinsplan.domain.gaten import GatSoort
from gezinsplan.domain.values import find, get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.presenters import plan_forms, veiligheid_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.wie_helpt import GatRij, contact_form, gaten
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.labels import Glyph, Line, Words, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.regie_dialog import choose_regisseur
from gezinsplan.ui.tokens import Size, Space


class HolesCard(Card):
    """What nobody does now; hidden when there is nothing."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        super().__init__(_("Niemand doet dit nu"))
        self.setProperty("tone", "red")
        self._presenter = presenter
        self._shown: tuple[GatRij, ...] = ()
        self.hide()

    def show_state(self, state: FamilyState) -> None:
        """Show the holes of this family, safety first."""
        holes = gaten(state.seen)
        if holes != self._shown:
            self._shown = holes
            self.clear()
            for number, hole in enumerate(holes):
                self.add(*((Line(),) if number else ()), self._row(hole))
        self.setVisible(bool(holes))

    def _row(self, hole: GatRij) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(Glyph("circle-alert", "red", Size.ICON + Space.XS), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(stack(strong(hole.tekst), Words(hole.onder), gap=0), 1)
        solve = secondary(_("Oplossen…"), lambda: self._solve(hole))
        solve.setAccessibleName(_("Oplossen: {what}").format(what=hole.tekst))
        row.addWidget(solve, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _solve(self, hole: GatRij) -> None:
        part = hole.onderdeel
        if hole.soort is GatSoort.REGIE:
            choose_regisseur(self, self._presenter)
            return
        open_form(self, self._presenter, lambda family: _form(family, part))


def _form(family: Family, part: UUID) -> Form:
    """What solves a hole: who does what was agreed, or a contact for the child."""
    child = next((each for each in gaten(family) if each.onderdeel == part and each.soort is GatSoort.KIND), None)
    if child is not None:
        return contact_form(family, child)
    afspraak, maatregel = find(family.dossier, Veiligheidsafspraak, part), find(family.dossier, Maatregel, part)
    if afspraak is not None:
        return veiligheid_forms.afspraak_form(family, afspraak)
    if maatregel is not None:
        return veiligheid_forms.maatregel_form(family, maatregel)
    actie = get(family.dossier, Actie, part)
    return plan_forms.actie_form(family, actie.doel, actie)
