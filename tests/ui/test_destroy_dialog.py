"""Destroying a family from Overzicht, in a real window on a real vault."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Code
from gezinsplan.domain.logboek import Resultaat
from gezinsplan.services import backups
from gezinsplan.storage.vault import Vault
from gezinsplan.ui import theme
from gezinsplan.ui.destroy_dialog import DestroyDialog
from gezinsplan.ui.messages import Message
from gezinsplan.ui.overzicht_tab import OverzichtTab
from tests import make
from tests.ui.scene import VACANT, Scene, settle
from tests.ui.test_kit import clipped, spoken

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Scene[OverzichtTab]:
    return Scene(qtbot, vault, OverzichtTab).open(VACANT)


def asked(page: Scene[OverzichtTab]) -> DestroyDialog:
    page.button("gezin/destroy").click()
    settle()
    return page.view.findChildren(DestroyDialog)[-1]


def test_it_is_destroyed_after_a_reason_and_its_name(qtbot: QtBot, page: Scene[OverzichtTab]) -> None:
    root, naam = page.dossier.id, page.dossier.gezin.naam
    dialog = asked(page)
    dialog.go.click()
    assert "reden" in dialog.fields["reden"].error()
    dialog.answers["reden"].put(Resultaat.OP_VERZOEK)
    dialog.answers["naam"].put(naam[:-1])
    dialog.go.click()
    assert "precies" in dialog.fields["naam"].error()
    assert dialog.fields["reden"].error() == ""
    assert page.caseload.dossier(root).gezin.naam == naam
    field = dialog.answers["naam"].widget
    assert isinstance(field, QLineEdit)
    field.setText(naam)
    kept = backups.make(page.caseload).path
    with qtbot.waitSignal(page.view.gone):
        dialog.go.click()
    with make.refused(Code.UNKNOWN_PART):
        page.caseload.dossier(root)
    (message,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible())
    assert "staat nog in 1 reservekopie:" in message.accessibleDescription()
    assert "Volledig vernietigd op" in message.accessibleDescription()
    (renew,) = (each for each in message.findChildren(QPushButton) if "vernieuwen" in each.text())
    with qtbot.waitSignal(page.view.renewing) as asked_for:
        renew.click()
    assert asked_for.args == [(kept,)]


def test_escape_and_enter_change_nothing(page: Scene[OverzichtTab]) -> None:
    dialog = asked(page)
    dialog.answers["reden"].put(Resultaat.VERGISSING)
    dialog.answers["naam"].put(page.dossier.gezin.naam)
    QTest.keyClick(dialog.answers["naam"].widget, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert page.dossier.versie == 1


def test_a_screen_reader_hears_what_will_happen(page: Scene[OverzichtTab]) -> None:
    dialog = asked(page)
    assert page.dossier.gezin.naam in dialog.accessibleDescription()
    assert "niet ongedaan" in dialog.accessibleDescription()
    assert spoken(dialog.answers["naam"].widget) == "Typ de naam van het gezin"
    assert dialog.answers["reden"].widget.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_text_fits(qtbot: QtBot, qapp: QApplication, vault: Vault, scale: float) -> None:
    theme.dress(qapp, scale)
    dialog = asked(Scene(qtbot, vault, OverzichtTab).open(VACANT))
    dialog.go.click()
    settle()
    assert clipped(dialog) == []
    assert dialog.height() <= dialog.screen().availableGeometry().height()
