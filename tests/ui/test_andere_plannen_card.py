"""The card "Andere plannen" in a real window on a real vault."""

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.services import settings
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui.plan_tab import PlanTabView
from tests.ui.scene import Scene

pytestmark = pytest.mark.usefixtures("dressed")

WITHOUT = "G-2026-016"


def test_hidden_until_it_is_switched_on(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, PlanTabView).open(WITHOUT)
    assert scene.view.beside.isHidden()
    settings.change("andere_plannen", True)
    try:
        scene.presenter.reload()
        assert not scene.view.beside.isHidden()
        scene.button("ander_plan/add").click()
        form = scene.form()
        form.go.click()
        assert form.fields["van"].error()
        form.answers["van_ander"].put("de vakschool")
        form.go.click()
        (plan,) = scene.dossier.andere_plannen
        assert plan.van_ander == "de vakschool"
        assert "Behandelplan van de vakschool" in scene.said()
    finally:
        settings.change("andere_plannen", False)
    scene.presenter.undo()
    assert scene.view.beside.isHidden()


def test_plans_in_words_aligned_today_and_stopped(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, PlanTabView).open()
    said = scene.said()
    assert "Behandelplan van Karin" in said
    assert "helpt bij doel" in said
    assert "nog niet afgestemd" in said
    other = next(each for each in scene.dossier.andere_plannen if each.van is None)
    scene.button(f"{other.id}/aligned").click()
    assert {each.afgestemd_op for each in scene.dossier.andere_plannen if each.id == other.id} == {today()}
    assert "nog niet afgestemd" not in scene.said()
