"""The cards "Versies" and "Wie is akkoord?" in real windows on a real vault."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain import plan
from gezinsplan.domain.dossier import DoelStatus
from gezinsplan.domain.values import drop, put
from gezinsplan.domain.veiligheid import Veiligheidsfase, Veiligheidswoord
from gezinsplan.domain.versies import Antwoord, VersieStatus
from gezinsplan.presenters.fields import read_all
from gezinsplan.presenters.versie_forms import vaststel_form
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.messages import Message
from gezinsplan.ui.plan_tab import PlanTabView
from gezinsplan.ui.rows import OpenRow
from tests.printing.paper import text_of
from tests.ui.scene import SHIELDED, Scene, settle
from tests.ui.session import Session
from tests.ui.test_kit import clipped
from tests.ui.test_plan_tab import choose

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True),
]


@pytest.fixture
def scene(qtbot: QtBot, vault: Vault) -> Iterator[Scene[PlanTabView]]:
    made: Scene[PlanTabView] = Scene(qtbot, vault, PlanTabView)
    yield made.open()
    assert made.refused == []


def named(scene: Scene[PlanTabView], roepnaam: str) -> UUID:
    return next(each.id for each in scene.dossier.personen if roepnaam in (each.roepnaam, each.naam.split()[0]))


def agree(scene: Scene[PlanTabView], *said_yes: str) -> None:
    scene.button("versie/agree").click()
    form = scene.form()
    form.answers["akkoord"].put(tuple(named(scene, each) for each in said_yes))
    form.go.click()
    settle()


def row(scene: Scene[PlanTabView], name: str) -> OpenRow:
    settle()
    return next(each for each in scene.view.findChildren(OpenRow) if each.isVisible() and each.objectName() == name)


def unfold(scene: Scene[PlanTabView], name: str) -> None:
    scene.button(f"{name}/fold").click()
    settle()


def test_agreeing_with_three_who_say_yes_and_one_who_does_not(scene: Scene[PlanTabView]) -> None:
    assert "Er is nog niets vastgesteld." in scene.said()
    assert scene.view.agreeing.isHidden()
    agree(scene, "mama", "papa")
    (versie,) = scene.dossier.planversies
    assert versie.status is VersieStatus.VASTGESTELD
    assert "zo spreken we het af" in scene.said()
    row(scene, f"{named(scene, 'Lisa')}/akkoord").click()
    form = scene.form()
    form.answers["antwoord"].put(Antwoord.NIET_AKKOORD)
    form.go.click()
    assert form.fields["toelichting"].error()
    form.answers["toelichting"].put("Ik wil niet elke week praten.")
    form.go.click()
    assert scene.no_form()
    assert "niet akkoord" in scene.said()
    assert "Ik wil niet elke week praten." in scene.said()
    assert "nog vragen" not in scene.said()


def test_without_a_look_at_safety_that_comes_first(scene: Scene[PlanTabView]) -> None:
    scene.presenter.change(
        "x", lambda fam: replace(fam, dossier=drop(fam.dossier, *(each.id for each in fam.dossier.checks)))
    )
    assert "Vaststellen kan als u eerst kijkt hoe veilig het is." in scene.said()
    scene.button("versie/agree").click()
    settle()
    (asked,) = (each for each in scene.view.findChildren(Message) if each.isVisible())
    next(each for each in asked.findChildren(QPushButton) if each.text() == "Kijken hoe veilig het is").click()
    form = scene.form()
    form.answers["woord"].put(Veiligheidswoord.VEILIG_GENOEG)
    form.answers["fase"].put(Veiligheidsfase.STABIELE_VEILIGHEID)
    form.answers["grond"].put("Het is dit jaar rustig.")
    form.answers["volgende_op"].put("31-12-2099")
    form.go.click()
    assert scene.no_form()
    assert "Vaststellen kan als" not in scene.said()
    agree(scene)
    assert len(scene.dossier.planversies) == 1


def test_a_day_without_a_look_at_safety_is_refused_beside_the_field(scene: Scene[PlanTabView]) -> None:
    scene.button("versie/agree").click()
    form = scene.form()
    form.answers["dag"].put("1-1-2000")
    form.go.click()
    assert form.fields["dag"].error()
    assert scene.dossier.planversies == ()
    form.close()


def test_what_changed_is_told_and_undone(scene: Scene[PlanTabView]) -> None:
    agree(scene)
    goal = plan.open_doelen(scene.dossier)[0]
    scene.presenter.change("x", lambda fam: replace(fam, dossier=plan.stop_doel(fam.dossier, goal.id, fam.op)))
    assert "Veranderd sinds versie 1" in scene.said()
    assert f"Doel is gestopt: “{goal.woorden}”" in scene.said()
    assert "nog een voorstel" in scene.said()
    scene.presenter.undo()
    assert "Veranderd sinds" not in scene.said()
    scene.presenter.undo()
    assert scene.dossier.planversies == ()
    assert "Er is nog niets vastgesteld." in scene.said()


def test_many_changes_are_folded(scene: Scene[PlanTabView]) -> None:
    agree(scene)
    goals = [replace(each, woorden=f"Anders {n}") for n, each in enumerate(scene.dossier.doelen)]
    texts = [replace(each, woorden=f"Anders {n}") for n, each in enumerate(scene.dossier.teksten)]
    scene.presenter.change("x", lambda fam: replace(fam, dossier=put(fam.dossier, *goals, *texts)))
    last = f"Anders {len(texts) - 1}”"
    assert last not in scene.said()
    unfold(scene, "versie/more")
    assert last in scene.said()
    goal = goals[0].id
    scene.presenter.change("y", lambda fam: replace(fam, dossier=plan.stop_doel(fam.dossier, goal, fam.op)))
    assert last in scene.said()  # what is folded out stays so


def test_a_proposal_is_given_reacted_to_and_stays_given(scene: Scene[PlanTabView]) -> None:
    scene.button("versie/propose").click()
    form = scene.form()
    lisa, papa = named(scene, "Lisa"), named(scene, "papa")
    assert {lisa, papa} <= {*form.answers["aan"].get()}
    form.answers["aan"].put((lisa, named(scene, "mama")))
    form.go.click()
    assert "Het voorstel nog niet gekregen: papa" in scene.said()
    scene.button("akkoord/give").click()
    form = scene.form()
    assert form.answers["aan"].get() == (papa,)
    form.go.click()
    assert "nog niet gekregen" not in scene.said()
    assert len(scene.dossier.planversies) == 1
    unfold(scene, "versie/given")
    given = next(each for each in scene.dossier.verstrekkingen if each.deelnemer == lisa)
    row(scene, f"{given.id}/open").click()
    form = scene.form()
    form.answers["reactie"].put("Prima, maar niet op dinsdag")
    form.answers["reactie"].left.emit()
    settle()
    form.close()
    assert "reactie: Prima, maar niet op dinsdag" in scene.said()
    assert scene.presenter.state.undo != "Voorstel geven"


def test_a_version_is_given_from_its_menu(scene: Scene[PlanTabView]) -> None:
    agree(scene)
    unfold(scene, "versie/all")
    (versie,) = scene.dossier.planversies
    scene.button(f"{versie.id}/more").click()
    choose("Geven")
    scene.form().go.click()
    assert len(scene.dossier.verstrekkingen) == 3
    read: list[UUID] = []
    scene.view.reading.connect(read.append)
    scene.button(f"{versie.id}/more").click()
    choose("Lezen")
    row(scene, f"{versie.id}/open").click()
    assert read == [versie.id, versie.id]


def test_a_helper_who_does_not_do_his_part_is_seen(scene: Scene[PlanTabView]) -> None:
    agree(scene)
    scene.button("akkoord/helpers").click()
    helpers = [each for each in scene.view.agreeing.findChildren(OpenRow) if "nog vragen" in each.accessibleName()]
    helper = next(
        each for each in helpers if each.isVisible()
        and each.objectName().split("/")[0] in {str(some.id) for some in scene.dossier.betrokkenheden}
    )  # fmt: skip
    helper.click()
    form = scene.form()
    form.answers["antwoord"].put(Antwoord.NIET_AKKOORD)
    form.answers["toelichting"].put("Daar heb ik geen uren voor.")
    form.go.click()
    assert "doet het niet" in scene.said()
    (said,) = scene.dossier.akkoorden
    row(scene, f"{said.deelnemer}/akkoord").click()
    form = scene.form()
    form.answers["bewaard"].put("Map 3")
    form.answers["bewaard"].left.emit()
    settle()
    form.close()
    assert "papier: Map 3" in scene.said()


def test_nothing_shielded_is_told_about_versions(qtbot: QtBot, vault: Vault) -> None:
    scene: Scene[PlanTabView] = Scene(qtbot, vault, PlanTabView)
    scene.open(SHIELDED)
    real = scene.presenter.family
    check = replace(real.dossier.checks[0], datum=real.op, volgende_op=real.op) if real.dossier.checks else None
    assert check is not None
    scene.presenter.change("x", lambda fam: replace(fam, dossier=put(fam.dossier, check)))
    form = vaststel_form(scene.presenter.family)
    answers = read_all(form, dict(form.values))
    scene.presenter.change("vaststellen", lambda fam: form.apply(fam, answers))
    assert "zo spreken we het af" in scene.said()
    gone = [each.id for each in real.dossier.doelen if each.status is not DoelStatus.GESTOPT][:1]
    scene.presenter.change("y", lambda fam: replace(fam, dossier=plan.stop_doel(fam.dossier, gone[0], fam.op)))
    assert "Veranderd sinds versie 1" in scene.said()
    for secret in ("Judith", "Farah", "Corrie", "De Luwte", "Wilgenhof"):
        assert secret not in scene.said()


def test_the_cards_fit_also_with_long_words(scene: Scene[PlanTabView]) -> None:
    agree(scene, "mama")
    scene.view.resize(900, 640)
    settle()
    assert clipped(scene.view.versions) == []
    assert clipped(scene.view.agreeing) == []


# ---------------------------------------------------------------- in the whole program


def test_an_older_version_opens_as_its_pages_with_the_keyboard(session: Session) -> None:
    desk = session.desk
    session.window.resize(1366, 768)
    session.open_family()
    desk.family_page.tabs.bar.setCurrentIndex(3)
    session.settle()
    tab = desk.family_page.views[3]
    assert isinstance(tab, PlanTabView)
    card = tab.versions
    card.agree.setFocus()
    QTest.keyClick(card.agree, Qt.Key.Key_Space)
    session.settle()
    (form,) = (each for each in session.window.findChildren(FormDialog) if each.isVisible())
    QTest.keyClick(form.go, Qt.Key.Key_Return)
    session.settle()
    (versie,) = desk.family.family.dossier.planversies
    goal = desk.family.family.dossier.doelen[0]
    desk.family.change("x", lambda fam: replace(fam, dossier=put(fam.dossier, replace(goal, woorden="Een ander doel"))))
    session.settle()
    (fold,) = card.findChildren(QPushButton, "versie/all/fold")
    fold.click()
    QApplication.processEvents()
    (older,) = card.findChildren(OpenRow, f"{versie.id}/open")
    QTest.keyClick(older, Qt.Key.Key_Return)
    session.settle()
    assert desk.pages.currentWidget() is desk.print_page
    assert desk.print_page.versions.choices[versie.id].isChecked()
    assert desk.printing.state is not None
    session.qtbot.waitUntil(lambda: desk.printing.state is not None and desk.printing.state.paper is not None)
    assert desk.printing.state.paper is not None
    text = text_of(desk.printing.state.paper.pdf)
    assert "Zo spreken we het af: versie 1" in text
    assert "Een ander doel" not in text


@pytest.mark.parametrize("agreed", [True, False])
def test_after_the_paper_went_out_is_asked_who_received_it(session: Session, tmp_path: Path, agreed: bool) -> None:
    desk = session.desk
    session.open_family()
    if agreed:
        form = vaststel_form(desk.family.family)
        answers = read_all(form, dict(form.values))
        desk.family.change("vaststellen", lambda fam: form.apply(fam, answers))
        session.settle()
    desk.print_plan()
    page = desk.print_page
    mama = next(each for each in page.readers.choices.values() if each.accessibleName().startswith("mama"))
    mama.click()
    session.qtbot.waitUntil(lambda: desk.printing.state is not None and desk.printing.state.paper is not None)
    page._save(tmp_path / "plan.pdf")
    session.settle()
    (step,) = (each for each in page.said.findChildren(QPushButton) if each.text() == "Wie kreeg het?…")
    step.click()
    session.settle()
    assert desk.pages.currentWidget() is desk.family_page
    (asked,) = (each for each in session.window.findChildren(FormDialog) if each.isVisible())
    (who,) = asked.answers["aan"].get()
    asked.go.click()
    session.settle()
    dossier = desk.family.family.dossier
    (given,) = dossier.verstrekkingen
    assert (given.deelnemer, given.versie) == (who, dossier.planversies[0].id)
    assert (given.reageren_tot is None) is agreed
    assert (dossier.planversies[0].status is VersieStatus.VASTGESTELD) is agreed
