"""The card "Wat zit er vast?" in a real window on a real vault."""

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.services import settings
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.plan_tab import PlanTabView
from tests.ui.scene import Scene

pytestmark = pytest.mark.usefixtures("dressed")

WAITING = "G-2026-016"


def test_hidden_until_it_is_switched_on(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, PlanTabView).open()
    assert scene.view.stuck.isHidden()
    settings.change("doorbraken", True)
    try:
        scene.presenter.reload()
        assert not scene.view.stuck.isHidden()
        scene.button("doorbraak/add").click()
        form = scene.form()
        form.go.click()
        assert form.fields["wat"].error()
        for name, said in (("wat", "Een huis"), ("blokkade", "De wachttijd"), ("gevraagd_aan", "de wethouder")):
            form.answers[name].put(said)
        form.go.click()
        (asked,) = scene.dossier.doorbraken
        assert asked.wat == "Een huis"
        assert "Gevraagd aan de wethouder" in scene.said()
    finally:
        settings.change("doorbraken", False)
    scene.presenter.undo()
    assert scene.view.stuck.isHidden()


def test_the_decision_is_written_down_and_taken_back(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, PlanTabView).open(WAITING)
    (asked,) = scene.dossier.doorbraken
    assert "nog geen antwoord" in scene.said()
    scene.button(f"{asked.id}/decide").click()
    form = scene.form()
    form.answers["besluit"].put("Yassin begint op maandag.")
    form.answers["gelukt"].put(True)
    form.go.click()
    (done,) = scene.dossier.doorbraken
    assert (done.besluit, done.gelukt) == ("Yassin begint op maandag.", True)
    assert "Losgekomen op" in scene.said()
    scene.presenter.undo()
    assert scene.dossier.doorbraken == (asked,)
