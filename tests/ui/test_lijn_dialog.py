"""The line in full, in a real window on a real vault: settling the begin, agreeing a number, each line, its paper."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from gezinsplan.services.paper import Blad
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.helpt_tab import HelptTab
from gezinsplan.ui.lijn_dialog import LijnDialog
from gezinsplan.ui.matrix_dialog import MatrixDialog
from tests.ui.scene import DE_VRIES, SHIELDED, Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")

D = TypeVar("D", bound=QDialog)
UNSETTLED = "G-2026-018"


def dialog(scene: Scene[HelptTab]) -> LijnDialog:
    scene.view.line.steps.click()
    return opened(scene, LijnDialog)


def opened(scene: Scene[HelptTab], kind: type[D]) -> D:
    settle()
    (found,) = (each for each in scene.view.findChildren(kind) if each.isVisible())
    return found


def form(scene: Scene[HelptTab]) -> FormDialog:
    settle()
    (found,) = (each for each in scene.view.findChildren(FormDialog) if each.isVisible())
    return found


def test_the_begin_is_settled_from_here(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open(UNSETTLED)
    shown = dialog(scene)
    assert shown.settle.text() == "Kloppen deze 3?"
    shown.settle.click()
    form(scene).go.click()
    settle()
    assert scene.dossier.gezin.beginstand_op == today()
    assert shown.settle.isHidden()
    assert any("Samen nageteld op" in each for each in words(shown))
    scene.presenter.undo()
    assert scene.dossier.gezin.beginstand_op is None


def words(shown: QDialog) -> list[str]:
    return [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]


def test_a_number_is_agreed_from_here(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open()
    shown = dialog(scene)
    shown.agree.click()
    asked = form(scene)
    asked.answers["streefaantal"].put("2")
    asked.go.click()
    settle()
    assert scene.dossier.gezin.streefaantal == 2
    assert any("Samen afgesproken op" in each and each.endswith(": 2.") for each in words(shown))


def test_every_further_line_can_be_seen(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open()
    shown = dialog(scene)
    told = []
    for place in range(shown.which.count()):
        shown.which.setCurrentIndex(place)
        told.append(shown.chart.accessibleName())
    assert told[0] == "Hulpverleners die meetellen: van 15 in nov 2025 naar 4 nu."
    assert len({*told}) == 5
    assert told[3].startswith("Contacten per week: van ")


def test_each_step_tells_who_and_why(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open()
    assert "Harm Jelsma is gestopt: Emre gaat elke dag." in words(dialog(scene))


def test_who_is_shielded_stays_masked(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open(SHIELDED)
    told = "\n".join(words(dialog(scene)))
    hidden = {
        person.naam
        for person in scene.presenter.family.team.kaart.professionals
        if any(each.professional == person.id for each in scene.presenter.family.dossier.betrokkenheden)
        and not any(each.professional == person.id for each in scene.presenter.seen.dossier.betrokkenheden)
    }
    assert hidden
    assert not any(name in told for name in hidden)


@pytest.mark.parametrize(("which", "blad"), [("steps", Blad.LIJN), ("matrix", Blad.WIE_DOET_WAT)])
def test_the_paper_is_asked_for(qtbot: QtBot, vault: Vault, which: str, blad: Blad) -> None:
    scene = Scene(qtbot, vault, HelptTab).open(DE_VRIES)
    shown: LijnDialog | MatrixDialog
    if which == "steps":
        shown = dialog(scene)
    else:
        scene.view.werk.matrix.click()
        shown = opened(scene, MatrixDialog)
    with qtbot.waitSignal(scene.view.printing) as asked:
        shown.print_it()
    assert asked.args == [blad]
    assert not shown.isVisible()


def test_the_matrix_names_everybody_who_does_something(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open()
    scene.view.werk.matrix.click()
    shown = opened(scene, MatrixDialog)
    told = words(shown)
    assert "Inge Prins (doel 4)" in told
    assert "○ Ria (doel 4)" in told
    assert "dubbel" in told


def test_the_matrix_of_a_new_family_says_what_to_do(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab).open_new()
    shown = MatrixDialog(scene.view, scene.presenter.seen)
    qtbot.addWidget(shown)
    shown.show()
    assert "Er staat nog niet wie wat doet" in words(shown)
