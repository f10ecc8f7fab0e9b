"""The card of the phase in a real window on a real vault."""

import pytest
from PySide6.QtWidgets import QCheckBox, QMenu
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import CasusFase
from gezinsplan.services.families import by_kenmerk
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui.overzicht_tab import OverzichtTab
from gezinsplan.ui.rows import OpenRow
from tests.ui.scene import Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")

NEW, BETWEEN = "G-2026-021", "G-2026-016"


def box(scene: Scene[OverzichtTab], name: str) -> QCheckBox:
    settle()
    return next(each for each in scene.view.findChildren(QCheckBox) if each.objectName() == f"{name}/tick")


def row(scene: Scene[OverzichtTab], name: str) -> OpenRow:
    settle()
    return next(each for each in scene.view.findChildren(OpenRow) if each.objectName() == f"{name}/open")


def menu(scene: Scene[OverzichtTab], text: str) -> None:
    scene.view.phase.more.click()
    settle()
    shown = next(each for each in scene.view.findChildren(QMenu) if each.isVisible())
    next(each for each in shown.actions() if each.text() == text).trigger()
    shown.close()
    settle()


def test_steps_of_now_and_what_was_done_folded(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open(NEW)
    said = scene.said()
    assert "Nu: Aanmelding" in said
    assert "Verteld over de vertrouwenspersoon" in said
    assert "Mama denkt erover na" not in said
    scene.button("fase/gedaan").click()
    assert "Mama denkt erover na" in scene.said()
    assert "door Sanne Dijkstra" in scene.said()


def test_a_tick_is_one_step_with_a_day_and_a_name(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open(NEW)
    before = scene.dossier.stappen
    box(scene, "aanmelding/gezag").click()
    (new,) = {*scene.dossier.stappen} - {*before}
    assert (new.sleutel, new.gedaan_op, new.door) == ("gezag", today(), "Sanne Dijkstra")
    scene.button("fase/gedaan").click()
    box(scene, "aanmelding/gezag").click()
    assert scene.dossier.stappen == before
    scene.presenter.undo()
    assert new in scene.dossier.stappen
    assert scene.view.phase._folds["gedaan"].is_open()  # it stays as it was


def test_a_step_with_an_answer_and_a_day(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open(NEW)
    row(scene, "aanmelding/persoonlijk_plan").click()
    form = scene.form()
    form.answers["antwoord"].put("Nee, liever samen.")
    form.go.click()
    assert "Nee, liever samen." in {each.antwoord for each in scene.dossier.stappen}
    row(scene, "aanmelding/antwoord").click()
    assert scene.form().answers["voor"].get()
    scene.form().reject()


def test_own_steps_the_next_phase_and_what_waits_from_before(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open(NEW)
    menu(scene, "Eigen stap toevoegen…")
    form = scene.form()
    form.answers["tekst"].put("Het buurthuis bellen")
    form.go.click()
    assert "Het buurthuis bellen" in scene.said()
    menu(scene, "Naar: Kennismaken")
    assert scene.dossier.gezin.fase is CasusFase.KENNISMAKEN
    assert "Nu: Kennismaken" in scene.said()
    scene.button("fase/eerder").click()
    assert "Het buurthuis bellen" in scene.said()


def test_the_time_between_is_told_changed_and_over(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open(BETWEEN)
    (part,) = scene.dossier.tussenfasen
    assert "Sanne Dijkstra houdt dit vast tot" in scene.said()
    row(scene, str(part.id)).click()
    form = scene.form()
    form.answers["houdt_vast"].put(None)
    form.answers["houdt_vast"].left.emit()
    form.reject()
    assert "niemand houdt dit vast" in scene.said()
    scene.button(f"{part.id}/over").click()
    assert "tussentijd" not in scene.said()
    menu(scene, "Tussen twee situaties…")
    form = scene.form()
    form.go.click()
    assert form.fields["gestopt"].error()
    form.answers["gestopt"].put("Het gezinshuis")
    form.go.click()
    assert "Gestopt: Het gezinshuis" in scene.said()


def test_the_list_for_all_families_is_written_anew_and_taken_back(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, OverzichtTab).open(NEW)
    menu(scene, "Lijst voor alle gezinnen…")
    form = scene.form()
    form.answers["stappen"].put(form.answers["stappen"].get() + "\nDe folder meegegeven")
    form.go.click()
    assert "De folder meegegeven" in scene.said()
    team = scene.caseload.team()
    assert team is not None
    assert [each.tekst for each in team.praktijk.teamstappen][-1] == "De folder meegegeven"
    assert scene.dossier == scene.presenter.family.dossier
    scene.presenter.open(by_kenmerk(scene.caseload, BETWEEN).id)
    settle()
    scene.presenter.open(by_kenmerk(scene.caseload, NEW).id)
    assert "De folder meegegeven" in scene.said()
    scene.presenter.undo()
    assert "De folder meegegeven" not in scene.said()
    team = scene.caseload.team()
    assert team is not None
    assert not team.praktijk.teamstappen
