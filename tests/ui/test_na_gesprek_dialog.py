"""After the talk in a real window on a real vault: ticks, decisions, afspraken, the next talk, the paper."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import ActieStatus
from gezinsplan.domain.overleg import DeelnameRol
from gezinsplan.services.paper import Blad
from gezinsplan.storage.vault import Vault
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.gesprekken_tab import GesprekkenTab
from gezinsplan.ui.inputs import Check, Choice
from gezinsplan.ui.na_gesprek_dialog import NaGesprekDialog
from tests.ui.scene import Scene, settle

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[GesprekkenTab]]:
    scene: Scene[GesprekkenTab] = Scene(qtbot, vault, GesprekkenTab)
    yield scene.open()
    assert scene.refused == []


def after(page: Scene[GesprekkenTab]) -> NaGesprekDialog:
    """Of the first talk that comes, as during it."""
    button = next(
        each
        for each in page.view.findChildren(QPushButton)
        if each.objectName().endswith("/after") and each.isVisible()
    )
    button.click()
    settle()
    (dialog,) = (each for each in page.view.findChildren(NaGesprekDialog) if each.isVisible())
    return dialog


def form(page: Scene[GesprekkenTab]) -> FormDialog:
    settle()
    (found,) = (each for each in page.view.findChildren(FormDialog) if each.isVisible())
    return found


def test_attendance_and_role_are_one_step_each(page: Scene[GesprekkenTab]) -> None:
    dialog = after(page)
    mama = page.dossier.personen[0].id
    before = len(page.dossier.deelnames)
    there = dialog.findChild(Check, f"{mama}/there")
    assert there is not None
    there.click()
    role = dialog.findChild(Choice, f"{mama}/role")
    assert role is not None
    role.setCurrentIndex(role.findData(DeelnameRol.BESLISSER))
    role.activated.emit(role.currentIndex())
    made = page.dossier.deelnames[-1]
    assert (made.deelnemer, made.aanwezig, made.rol) == (mama, True, DeelnameRol.BESLISSER)
    page.presenter.undo()
    page.presenter.undo()
    assert len(page.dossier.deelnames) == before
    dialog.close()


def test_a_decision_goes_straight_into_an_afspraak(page: Scene[GesprekkenTab]) -> None:
    dialog = after(page)
    dialog.decide.click()
    asked = form(page)
    asked.answers["wat"].put("Papa belt de school")
    asked.answers["wie"].put((page.dossier.personen[1].id,))
    asked.go.click()
    settle()
    made = page.dossier.besluiten[-1]
    assert page.dossier.acties[-1].id == made.actie
    done = dialog.findChild(Check, f"{made.actie}/done")
    assert done is not None
    done.click()
    assert page.dossier.acties[-1].status is ActieStatus.KLAAR
    assert dialog.findChild(Check, f"{made.actie}/done") is None
    dialog.close()


def test_the_next_talk_is_planned_from_here(page: Scene[GesprekkenTab]) -> None:
    dialog = after(page)
    dialog.plan.click()
    asked = form(page)
    for name, typed in (("dag", "26-11-2099"), ("tijd", "15:30")):
        asked.answers[name].put(typed)
    asked.go.click()
    settle()
    assert any(each.moment.year == 2099 for each in page.dossier.overleggen)
    dialog.close()


def test_the_paper_is_asked_for(qtbot: QtBot, page: Scene[GesprekkenTab]) -> None:
    dialog = after(page)
    with qtbot.waitSignal(page.view.printing) as asked:
        dialog._print()
    assert asked.args == [Blad.PLAN]


def test_what_is_proposed_comes_on_the_agenda(page: Scene[GesprekkenTab]) -> None:
    page.button("agenda/proposals").click()
    before = len(page.dossier.agendapunten)
    proposal = next(
        each
        for each in page.view.agenda.findChildren(QPushButton)
        if each.objectName().endswith("/propose") and each.isVisible()
    )
    words = proposal.text()
    proposal.click()
    assert page.dossier.agendapunten[-1].wat == words
    assert len(page.dossier.agendapunten) == before + 1
    page.presenter.undo()
    assert len(page.dossier.agendapunten) == before
