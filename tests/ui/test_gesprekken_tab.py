"""The tab Gesprekken in a real window on a real vault: talks, contact, and when each member was spoken."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import get
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.gesprekken_tab import GesprekkenTab
from gezinsplan.ui.rows import OpenRow
from tests.ui.scene import Scene
from tests.ui.test_plan_tab import type_in

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True),  # a menu does that; the screen is not there
]


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[GesprekkenTab]]:
    scene: Scene[GesprekkenTab] = Scene(qtbot, vault, GesprekkenTab)
    yield scene.open()
    assert scene.refused == []


def test_talks_are_planned_and_changed(page: Scene[GesprekkenTab]) -> None:
    page.button("gesprek/plan").click()
    form = page.form()
    for name, typed in (("dag", "26-11-2099"), ("tijd", "15:30"), ("plaats", "thuis")):
        type_in(form.answers[name].widget, typed)
    form.go.click()
    assert "do 26 nov 2099, 15:30" in page.said()
    made = page.dossier.overleggen[-1]
    page.view.findChild(OpenRow, f"{made.id}/open").click()  # type: ignore[union-attr]
    form = page.form()
    type_in(form.answers["plaats"].widget, "bij papa")
    form.go.click()
    assert get(page.dossier, Overleg, made.id).plaats == "bij papa"
    assert not page.view.talks.past.is_open()
    page.button("gesprek/past").click()
    assert page.view.talks.past.is_open()


def test_a_contact_is_written_down_changed_and_taken_back(page: Scene[GesprekkenTab]) -> None:
    before = len(page.dossier.contactmomenten)
    page.button("contact/add").click()
    form = page.form()
    form.answers["met"].put((page.dossier.personen[0].id,))
    form.answers["kort"].put("Samen de tafel gedekt.")
    form.go.click()
    assert "Samen de tafel gedekt." in page.said()
    assert "vandaag gesproken" in page.said()
    made = page.dossier.contactmomenten[-1]
    page.view.findChild(OpenRow, f"{made.id}/open").click()  # type: ignore[union-attr]
    form = page.form()
    type_in(form.answers["kort"].widget, "Samen gegeten.")
    form.go.click()
    assert page.dossier.contactmomenten[-1].kort == "Samen gegeten."
    page.presenter.undo()
    page.presenter.undo()
    assert len(page.dossier.contactmomenten) == before


def test_an_afspraak_follows_from_a_contact(page: Scene[GesprekkenTab]) -> None:
    moment = max(page.dossier.contactmomenten, key=lambda each: each.datum)
    page.button(f"{moment.id}/more").click()
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    next(each for each in menu.actions() if each.text() == "Afspraak hieruit…").trigger()
    menu.close()
    form = page.form()
    assert form.answers["wat"].get() == moment.kort
    form.answers["wie"].put((page.dossier.personen[0].id,))
    form.go.click()
    assert page.dossier.acties[-1].wat == moment.kort


def test_a_new_family_is_told_what_this_is_for(qtbot: QtBot, vault: Vault) -> None:
    page = Scene(qtbot, vault, GesprekkenTab).open_new()
    assert "Eén zin is genoeg." in page.said()
    assert page.view.spoken.isHidden()
