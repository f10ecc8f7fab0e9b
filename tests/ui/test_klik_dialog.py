"""The table "Met wie klikt het?" in a real window: by keyboard, with many people, and with nobody yet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gezinsplan.domain.banden import KlikSoort
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.values import put
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.storage.vault import Vault
from gezinsplan.ui import theme
from gezinsplan.ui.klik_dialog import KlikDialog
from gezinsplan.ui.messages import Message
from tests.ui.scene import Blank, Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")


def opened(scene: Scene[Blank]) -> KlikDialog:
    dialog = KlikDialog(scene.view, scene.presenter)
    dialog.open()
    settle()
    dialog.activateWindow()
    return dialog


def many(family: Family) -> Family:
    helper: Betrokkenheid = family.dossier.betrokkenheden[0]
    more = [replace(helper, id=new_id(), professional=None, omschrijving=f"Helper {at}") for at in range(40)]
    return replace(family, dossier=put(family.dossier, *more))


def test_a_cell_is_answered_by_keyboard_and_the_answer_can_be_undone(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, Blank).open()
    dialog = opened(scene)
    before = scene.dossier.klikken
    cells = dialog.table.cells
    at = next(at for at, each in enumerate(cells) if at and each.get() is None)
    cell = cells[at]
    cells[at - 1].setFocus()
    QTest.keyClick(cells[at - 1], Qt.Key.Key_Tab)
    assert dialog.focusWidget() is cell
    QTest.keyClick(cell, Qt.Key.Key_Down)
    assert cell.get() is KlikSoort.KLIK
    (given,) = [each for each in scene.dossier.klikken if each not in before]
    assert given.soort is KlikSoort.KLIK
    QTest.keyClick(cell, Qt.Key.Key_Up)
    assert scene.dossier.klikken == before, "asked is not the same as answered: it may be taken back"
    scene.presenter.undo()
    assert scene.dossier.klikken == (*before, given)
    dialog.accept()


def test_names_stay_in_sight_and_the_keyboard_brings_the_last_row_there(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, Blank).open()
    scene.presenter.change("x", many)
    dialog = opened(scene)
    table = dialog.table
    last = table.cells[-1]
    assert table.verticalScrollBar().maximum() > 0
    last.setFocus()
    settle()
    assert table.viewport().rect().contains(last.mapTo(table.viewport(), last.rect().center()))
    assert table.horizontalHeader().isVisible()
    assert table.verticalHeader().isVisible()
    assert last.accessibleDescription().startswith("Emre over ")
    dialog.accept()


def test_a_refusal_is_told_and_the_cell_says_what_is_kept(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, Blank).open()
    dialog = opened(scene)
    papa = next(each for each in scene.dossier.personen if each.roepnaam == "papa")
    friend = replace(papa, soort=PersoonSoort.NETWERK)
    place = [each.accessibleDescription() for each in dialog.table.cells]
    papas = [cell for cell, said in zip(dialog.table.cells, place, strict=True) if said.startswith("papa over")]
    cell = next(each for each in papas if each.get() is None)
    scene.presenter.change("x", lambda family: replace(family, dossier=put(family.dossier, friend)))
    cell.put(KlikSoort.KLIK)
    cell.activated.emit(cell.currentIndex())
    settle()
    assert cell.get() is None
    (message,) = (each for each in dialog.findChildren(Message) if each.isVisible())
    message.accept()
    dialog.accept()


def test_without_anybody_it_says_what_comes_first(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, Blank).open_new()
    dialog = opened(scene)
    assert not dialog.table.isVisible()
    dialog.accept()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_answer_fits(qtbot: QtBot, qapp: QApplication, vault: Vault, scale: float) -> None:
    theme.dress(qapp, scale)
    scene = Scene(qtbot, vault, Blank).open()
    dialog = opened(scene)
    cell = dialog.table.cells[0]
    widest = max(cell.fontMetrics().horizontalAdvance(cell.itemText(at)) for at in range(cell.count()))
    assert cell.width() >= widest + theme.scaled(50)
    dialog.accept()
