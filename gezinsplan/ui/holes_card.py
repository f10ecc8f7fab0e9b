"""The red card "Niemand doet dit nu": what nobody carries, each with a button that opens the right thing (rule 4)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gezinsplan.domain.betrokken import GatSoort
from gezinsplan.domain.dossier import Actie
from gezinsplan.domain.values import find
from gezinsplan.presenters import helper_forms, plan_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.wie_helpt import GatRij, contact_form, gaten, is_hidden
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.labels import Glyph, Line, Words, strong
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
        """Show the holes of this family, the child first."""
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
        state = self._presenter.state
        actie = find(state.family.dossier, Actie, hole.onderdeel)
        involved = (hole.van, *(actie.wie if actie is not None else ()))
        if is_hidden(state.family, state.seen, *involved):
            ask_reveal(self, self._presenter)
            return
        FormDialog(self, self._presenter, self._form(hole, actie)).open()

    def _form(self, hole: GatRij, actie: Actie | None) -> Form:
        if hole.soort is GatSoort.KIND:
            return contact_form(self._presenter.seen, hole)
        if actie is not None:
            return plan_forms.actie_form(self._presenter.family, actie.doel, actie)
        return helper_forms.regisseur_form(self._presenter.family)


def ask_reveal(parent: QWidget, presenter: FamilyPresenter) -> None:
    """Ask before anything shielded is shown; showing is kept in the history (product.md rule 7)."""
    messages.ask(
        parent,
        _("Deze gegevens zijn afgeschermd. Tonen?"),
        _("Kijk eerst of niemand meekijkt die dit niet mag weten. Dat u dit toont, wordt bewaard in het logboek."),
        (_("Tonen"), presenter.reveal),
    )
