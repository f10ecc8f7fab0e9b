"""The dialog for ending somebody's help: together, with who takes over what, or because he has already gone."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from gezinsplan.presenters.einde import Manier, einde_form, read_tot
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.cards import stack
from gezinsplan.ui.labels import small
from gezinsplan.ui.questions import QuestionsDialog
from gezinsplan.ui.tokens import Space


class Ways(QWidget):
    """The choice between the two ways, each with what it means."""

    chosen = Signal()

    def __init__(self) -> None:
        """Together is what one hopes for."""
        super().__init__()
        self.samen = QRadioButton(_("Samen afronden"))
        self.al_weg = QRadioButton(_("Is al weg"))
        together = small(_("Alles wat deze persoon doet, wordt eerst overgenomen."))
        gone = small(_("Deze persoon komt niet meer. Wat nog moet worden overgenomen, blijft rood staan."))
        group = QButtonGroup(self)
        for way, meaning in ((self.samen, together), (self.al_weg, gone)):
            group.addButton(way)
            way.setAccessibleDescription(meaning.text())
            meaning.setContentsMargins(theme.scaled(Space.XXL + Space.XS), 0, 0, Space.S)
        self.samen.setChecked(True)
        group.buttonClicked.connect(lambda _way: self.chosen.emit())
        self.setLayout(stack(self.samen, together, self.al_weg, gone, gap=0))

    def manier(self) -> Manier:
        """The way that is chosen."""
        return Manier.SAMEN if self.samen.isChecked() else Manier.AL_WEG


class EindeDialog(QuestionsDialog):
    """Who stops, how, when and why; under "Samen afronden" also who takes over everything he carries."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, helper: UUID | None = None) -> None:
        """Ask about `helper`; without one the dialog asks first who it is."""
        self.ways = Ways()
        super().__init__(parent, presenter, helper, (_("Afronden"), _("Wie stopt er?")), self.ways)
        self.reopen = lambda page: EindeDialog(page, page.presenter, helper).open()
        self.ways.chosen.connect(self.renew)

    def make(self, helper: UUID, typed: Mapping[str, Any]) -> Form:
        """What is asked for the way and the day of this moment."""
        return einde_form(self.presenter.seen, helper, self.ways.manier(), read_tot(typed.get("tot", "")))

    def before(self) -> list[QWidget]:
        """The two ways."""
        return [self.ways.samen, self.ways.al_weg]
