"""The tab Wie helpt on the demo families, and what stands on it."""

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.namen import helper_name
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.wie_helpt import Rij
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.helpt_tab import HelptTab
from tests.running import at_once

DE_VRIES, GEHEIM, ZONDER_REGISSEUR, OTS = "G-2025-014", "G-2026-007", "G-2025-019", "G-2025-008"


class Shown:
    """The tab with the presenter behind it, and what was refused."""

    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.refused: list[Refused] = []
        self.caseload = caseload
        self.presenter = FamilyPresenter(caseload, at_once, self._show, self.refused.append)
        self.tab = HelptTab(self.presenter)
        qtbot.addWidget(self.tab)

    def _show(self, state: FamilyState) -> None:
        self.tab.show_state(state)

    def open(self, kenmerk: str, width: int = 1158, height: int = 640) -> HelptTab:
        self.presenter.open(by_kenmerk(self.caseload, kenmerk).id)
        self.tab.resize(width, height)
        self.tab.show()
        QApplication.processEvents()
        return self.tab

    def rows(self) -> list[Rij]:
        return [self.tab.who.rows.row(each) for each in range(self.tab.who.rows.rowCount())]

    def row(self, name: str) -> Rij:
        return next(each for each in self.rows() if each.naam == name)

    def helper(self, name: str) -> Betrokkenheid:
        family = self.presenter.family
        return next(each for each in family.dossier.betrokkenheden if helper_name(each, family.team.kaart) == name)


def opened(tab: HelptTab, kind: type[QDialog]) -> QDialog:
    """The one dialog of that kind that is on screen."""
    (dialog,) = (each for each in tab.findChildren(QDialog) if type(each) is kind and each.isVisible())
    return dialog


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def press(widget: QWidget, verb: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if each.text() == verb and each.isVisibleTo(widget)).click()


def gone(shown: Shown, name: str) -> None:
    """Somebody is already gone, told in the dialog."""
    dialog = EindeDialog(shown.tab, shown.presenter, shown.helper(name).id)
    dialog.ways.al_weg.click()
    dialog.questions.answers["reden"].put("Ander werk")
    dialog.save()
