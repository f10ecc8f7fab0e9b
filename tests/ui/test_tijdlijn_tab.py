"""The tab Tijdlijn in a real window on a real vault: filters, looking back, and opening what a line is about."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gezinsplan.domain.tijdlijn import Soort
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.tijdlijn_tab import TijdlijnTab
from tests.ui.scene import SHIELDED, Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")

LONG = "G-2024-009"


def rows(scene: Scene[TijdlijnTab]) -> list[OpenRow]:
    settle()
    return [each for each in scene.view.findChildren(OpenRow) if each.isVisible()]


def test_of_one_kind_and_of_one_person(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, TijdlijnTab).open()
    everything = len(rows(scene))
    scene.view.kind.setCurrentIndex(scene.view.kind.findData(Soort.CONTACT))
    contacts = rows(scene)
    assert 0 < len(contacts) < everything
    assert all(each.accessibleName().endswith(", Contact") for each in contacts)
    scene.view.person.setCurrentIndex(scene.view.person.findText("Lisa"))
    assert 0 < len(rows(scene)) < len(contacts)
    scene.open(SHIELDED)
    assert scene.view.kind.currentData() is None
    assert scene.view.person.currentData() is None


def test_a_line_opens_what_it_is_about_and_follows_the_change(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, TijdlijnTab).open()
    scene.view.kind.setCurrentIndex(scene.view.kind.findData(Soort.CONTACT))
    rows(scene)[0].click()
    form = scene.form()
    form.answers["kort"].put("Iets anders.")
    form.answers["kort"].left.emit()
    settle()
    form.close()
    assert "Iets anders." in scene.said()
    assert scene.view.kind.currentData() == Soort.CONTACT


def test_the_years_before_are_shown_when_they_are_asked_for(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, TijdlijnTab).open(LONG)
    before = len(rows(scene))
    scene.button("tijdlijn/earlier").click()
    assert len(rows(scene)) > before


def test_nothing_shielded_is_told(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, TijdlijnTab).open(SHIELDED)
    told = "\n".join(each.text() for each in scene.view.findChildren(QLabel))
    for secret in ("Judith", "Farah", "Corrie", "Annemiek Maas", "De Luwte", "Wilgenhof"):
        assert secret not in told


def test_a_filter_that_leaves_nothing_says_so(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, TijdlijnTab).open_new()
    scene.view.kind.setCurrentIndex(scene.view.kind.findData(Soort.DOEL))
    assert "Hier staat nog niets" in scene.said()
