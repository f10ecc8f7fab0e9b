"""The card "Kan het met minder?" in a real window on a real vault: one test per wire."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gezinsplan.services.caseload import Family
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui.minder_card import MinderCard
from tests.ui.scene import VACANT, Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")

MORE = "G-2025-008"


def test_the_question_goes_on_the_agenda_and_off_again(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, MinderCard).open()
    scene.presenter.change("weg", _without_points)
    assert "Misschien kan het met 3 hulpverleners. Nu zijn het er 4." in scene.said()
    assert "Er verandert niets." in scene.said()
    before = scene.dossier.betrokkenheden
    scene.button("minder/agenda/0").click()
    (punt,) = scene.dossier.agendapunten
    assert "overnemen?" in punt.wat
    assert "Staat op de agenda van" in scene.said()
    assert scene.dossier.betrokkenheden == before
    scene.presenter.undo()
    assert scene.dossier.agendapunten == ()
    assert scene.button("minder/agenda/0").isEnabled()
    scene.presenter.redo()
    assert len(scene.dossier.agendapunten) == 1


def test_without_a_talk_one_is_planned_first(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, MinderCard).open()
    scene.presenter.change("weg", lambda family: _without_talks(_without_points(family)))
    scene.button("minder/agenda/0").click()
    scene.button("Gesprek plannen…").click()
    form = scene.form()
    form.answers["dag"].put(f"{today() + timedelta(days=9):%d-%m-%Y}")
    form.answers["tijd"].put("15:00")
    form.go.click()
    scene.button("minder/agenda/0").click()
    assert len(scene.dossier.agendapunten) == 1


def test_a_hole_comes_first(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, MinderCard).open(VACANT)
    assert "Eerst veiligheid\nEr is iets wat nu niemand doet." in scene.said()
    assert not any(each.isdigit() for each in scene.said())


def test_other_possibilities_are_folded(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, MinderCard).open(MORE)
    folded = scene.said()
    assert "mogelijkheden met zo weinig mensen" not in folded
    scene.button("minder/andere").click()
    settle()
    assert "mogelijkheden met zo weinig mensen" in scene.said()


def _without_points(family: Family) -> Family:
    return replace(family, dossier=replace(family.dossier, agendapunten=()))


def _without_talks(family: Family) -> Family:
    return replace(family, dossier=replace(family.dossier, overleggen=(), deelnames=(), besluiten=()))
