"""Choosing a regisseur: the form, and beside it with whom each member feels at ease."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.regie_forms import candidates, regisseur_form
from gezinsplan.texts import _
from gezinsplan.ui.answers import Pick
from gezinsplan.ui.buttons import link
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.klik_dialog import KlikDialog
from gezinsplan.ui.open_form import open_form


class RegieDialog(FormDialog):
    """The form, with the way to "Met wie klikt het?"; what is answered there stands with the people to choose."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        """Show the form as every form is shown."""
        super().__init__(*arguments, **more)
        self.klik = link(_("Met wie klikt het?"), self._ask_klik, "heart-handshake")
        self.klik.setObjectName("regie/klik")
        self.buttons.insertWidget(0, self.klik)
        self.fit()

    def _ask_klik(self) -> None:
        dialog = KlikDialog(self, self._presenter)
        dialog.finished.connect(lambda _result: self._show_answers())
        dialog.open()

    def _show_answers(self) -> None:
        holder = self.answers["houder"].widget
        if isinstance(holder, Pick):
            holder.offer(candidates(self._presenter.family))
        self.klik.setFocus()


def choose_regisseur(parent: QWidget, presenter: FamilyPresenter) -> None:
    """Ask who becomes regisseur, and why."""
    open_form(parent, presenter, regisseur_form, kind=RegieDialog)
