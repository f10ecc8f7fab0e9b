"""The tab Plan in a real window on a real vault: one test per wire."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import BEGIN, VERDER, Actie, ActieStatus, Doel, DoelStatus, Dossier, Score
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.values import get, put
from gezinsplan.services.identity import new_id
from gezinsplan.storage.vault import Vault
from gezinsplan.ui import theme
from gezinsplan.ui.afspraak_row import AfspraakRow
from gezinsplan.ui.doel_card import DoelCard
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.messages import Message
from gezinsplan.ui.plan_tab import PlanTabView
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.score_dialog import ScoreDialog
from tests.ui.scene import SHIELDED, VACANT, Scene, settle
from tests.ui.test_kit import clipped, spoken

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True),  # a menu does that; the screen is not there
]


@pytest.fixture
def plan(qtbot: QtBot, vault: Vault) -> Iterator[Scene[PlanTabView]]:
    scene: Scene[PlanTabView] = Scene(qtbot, vault, PlanTabView)
    yield scene.open()
    assert scene.refused == []


def card(plan: Scene[PlanTabView], number: int) -> DoelCard:
    found = plan.view.goals.itemAt(number - 1)
    assert found is not None
    widget = found.widget()
    assert isinstance(widget, DoelCard)
    return widget


def row(plan: Scene[PlanTabView], what: str) -> AfspraakRow:
    settle()
    rows = plan.view.findChildren(AfspraakRow)
    return next(each for each in rows if each._row.wat == what)


def choose(name: str) -> None:
    """Choose in the menu that is open."""
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    next(each for each in menu.actions() if each.text().startswith(name)).trigger()
    menu.close()
    settle()


def goals(dossier: Dossier) -> list[str]:
    return [each.woorden for each in open_doelen(dossier)]


def type_in(widget: QWidget, words: str) -> None:
    assert isinstance(widget, (QLineEdit, QPlainTextEdit))
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def test_a_tick_finishes_and_reopens_at_once(plan: Scene[PlanTabView]) -> None:
    what = "Gesprek over kerst"
    row(plan, what).tick.click()
    done = next(each for each in plan.dossier.acties if each.wat == what)
    assert done.status is ActieStatus.KLAAR
    assert row(plan, what).tick.isChecked()
    row(plan, what).tick.click()
    assert get(plan.dossier, Actie, done.id).status is ActieStatus.TOEGEZEGD


def test_space_ticks_and_the_keyboard_stays_there(plan: Scene[PlanTabView]) -> None:
    plan.view.activateWindow()
    tick = row(plan, "Iedere zondag samen de week doornemen").tick
    tick.setFocus()
    plan.view.page.verticalScrollBar().setValue(40)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    settle()
    assert row(plan, "Iedere zondag samen de week doornemen").tick.hasFocus()
    assert plan.view.page.verticalScrollBar().value() == 40


def test_dropping_asks_for_a_reason(plan: Scene[PlanTabView]) -> None:
    row(plan, "Gesprek over kerst").more.click()
    choose("Vervalt…")
    form = plan.form()
    form.go.click()
    assert form.fields["reden"].error()
    type_in(form.answers["reden"].widget, "al gedaan")
    form.go.click()
    dropped = next(each for each in plan.dossier.acties if each.wat == "Gesprek over kerst")
    assert (dropped.status, dropped.reden) == (ActieStatus.VERVALLEN, "al gedaan")
    gone = row(plan, "Gesprek over kerst")
    assert not gone.tick.isEnabled()
    gone.more.click()
    choose("Weer oppakken")
    assert get(plan.dossier, Actie, dropped.id).status is ActieStatus.TOEGEZEGD


def test_a_row_opens_with_enter(plan: Scene[PlanTabView]) -> None:
    QTest.keyClick(row(plan, "Gesprek over kerst").open_row, Qt.Key.Key_Return)
    form = plan.form()
    type_in(form.answers["wat"].widget, "Gesprek over de kerst")
    form.go.click()
    assert row(plan, "Gesprek over de kerst").isVisible()


def test_a_form_outlives_the_row_it_was_opened_from(plan: Scene[PlanTabView]) -> None:
    row(plan, "Gesprek over kerst").open_row.click()
    form = plan.form()
    pick = form.answers["doel"].widget
    form.answers["doel"].put(None)
    pick.activated.emit(0)  # type: ignore[attr-defined]
    settle()
    assert form.isVisible()
    assert row(plan, "Gesprek over kerst").parentWidget() is plan.view.other_card


def test_an_afspraak_is_added_to_its_goal(plan: Scene[PlanTabView]) -> None:
    card(plan, 3).add_button.click()
    form = plan.form()
    type_in(form.answers["wat"].widget, "Fiets maken")
    form.answers["wie"].widget.boxes[0].click()  # type: ignore[attr-defined]
    form.go.click()
    made = plan.dossier.acties[-1]
    assert (made.wat, made.doel) == ("Fiets maken", card(plan, 3).goal().id)


def test_an_afspraak_without_a_goal(plan: Scene[PlanTabView]) -> None:
    plan.view.other_button.click()
    form = plan.form()
    type_in(form.answers["wat"].widget, "Paspoort halen")
    form.answers["wie"].widget.boxes[0].click()  # type: ignore[attr-defined]
    form.go.click()
    assert row(plan, "Paspoort halen").isVisible()
    assert not plan.view.other_empty.isVisible()


def test_a_goal_is_added_and_changed(plan: Scene[PlanTabView]) -> None:
    plan.view.add_button.click()
    form = plan.form()
    type_in(form.answers["woorden"].widget, "Vaker lachen")
    form.go.click()
    assert goals(plan.dossier)[-1] == "Vaker lachen"
    card(plan, 5).edit()
    form = plan.form()
    type_in(form.answers["woorden"].widget, "Elke dag lachen")
    form.go.click()
    assert "“Elke dag lachen”" in plan.said()


def test_goals_move_with_menu_and_keyboard(plan: Scene[PlanTabView]) -> None:
    first, second = goals(plan.dossier)[:2]
    card(plan, 1).more.click()
    choose("Lager zetten")
    assert goals(plan.dossier)[:2] == [second, first]
    plan.view.activateWindow()
    card(plan, 2).add_button.setFocus()
    settle()
    QTest.keyClick(card(plan, 2).add_button, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert goals(plan.dossier)[:2] == [first, second]
    assert card(plan, 1).isAncestorOf(plan.view.window().focusWidget())
    card(plan, 1).move_by(-1)
    assert goals(plan.dossier)[:2] == [first, second]


def test_a_goal_stops_and_is_taken_up_again(plan: Scene[PlanTabView]) -> None:
    words = goals(plan.dossier)[0]
    card(plan, 1).more.click()
    choose("Stoppen met dit doel")
    assert words not in goals(plan.dossier)
    assert plan.view.stopped_fold.isVisible()
    assert not plan.view.stopped_fold.is_open()
    plan.button("gestopt/fold").click()
    stopped = next(each for each in plan.view.findChildren(DoelCard) if not each.goal().nummer)
    assert stopped.isVisible()
    stopped.more.click()
    choose("Weer oppakken")
    assert goals(plan.dossier)[-1] == words


def test_scores_are_given_one_speaker_after_the_other(plan: Scene[PlanTabView]) -> None:
    card(plan, 1).score_button.click()
    form = plan.form()
    assert isinstance(form, ScoreDialog)
    number = form.answers["cijfer"].widget
    asked = []
    for typed in ("7", "8", "6"):
        asked.append(form.answers["spreker"].get())
        assert number.hasFocus()
        QTest.keyClicks(number, typed)
        QTest.keyClick(number, Qt.Key.Key_Return)
        settle()
    names = {each.id: each.roepnaam for each in plan.dossier.personen}
    assert [names[each] for each in asked] == ["Emre", "mama", "papa"]
    assert form.isVisible()
    assert "Bewaard: Emre 7, mama 8, papa 6" in form.sheet.notice.text()
    assert [score.cijfer for score in plan.dossier.scores[-3:]] == [7, 8, 6]
    assert form.cancel is not None
    assert form.cancel.text() == "Klaar"
    form.cancel.click()
    assert plan.no_form()
    assert "papa <b>6</b> (was 4)" in plan.said()


def test_the_last_speaker_closes_the_scores(plan: Scene[PlanTabView]) -> None:
    form = ScoreDialog(plan.view.page, plan.presenter, get(plan.dossier, Doel, card(plan, 1).goal().id))
    form.open()
    for _speaker in range(4):
        form.answers["cijfer"].put("5")
        form.go.click()
        settle()
    assert plan.no_form()


def test_a_score_that_was_wrong_is_set_right(plan: Scene[PlanTabView]) -> None:
    card(plan, 1).more.click()
    choose("Alle cijfers…")
    scores = plan.scores()
    first = scores.findChildren(OpenRow)[0]
    first.click()
    settle()
    (form,) = scores.findChildren(FormDialog)
    type_in(form.answers["cijfer"].widget, "1")
    form.go.click()
    settle()
    latest = max(plan.dossier.scores, key=lambda each: (each.doel == card(plan, 1).goal().id, each.datum, each.id))
    assert latest.cijfer == 1
    assert "1," in spoken(scores.findChildren(OpenRow)[0])
    scores.accept()


def test_texts_are_added_and_changed(plan: Scene[PlanTabView]) -> None:
    for part in BEGIN:
        plan.button(f"{part}/add").click()
        form = plan.form()
        type_in(form.answers["woorden"].widget, f"Over {part}")
        form.go.click()
        assert plan.dossier.teksten[-1].onderdeel is part
    made = plan.dossier.teksten[-1]
    plan.view.findChild(OpenRow, f"{made.id}/open").click()  # type: ignore[union-attr]
    form = plan.form()
    type_in(form.answers["woorden"].widget, "Anders")
    form.go.click()
    assert "“Anders”" in plan.said()


def test_an_empty_plan_offers_the_first_step(qtbot: QtBot, vault: Vault) -> None:
    plan: Scene[PlanTabView] = Scene(qtbot, vault, PlanTabView).open_new()
    assert "Nog geen doelen" in plan.said()
    plan.view.first_button.click()
    type_in(plan.form().answers["woorden"].widget, "Rust")
    plan.form().go.click()
    assert not plan.view.empty.isVisible()
    assert goals(plan.dossier) == ["Rust"]


def test_what_is_shielded_is_shown_only_after_asking(qtbot: QtBot, vault: Vault) -> None:
    plan: Scene[PlanTabView] = Scene(qtbot, vault, PlanTabView).open(SHIELDED)
    assert "Judith" not in plan.said()
    assert "afgeschermd" in plan.said()
    plan.view.other_button.click()
    assert plan.no_form()
    question = next(each for each in plan.view.findChildren(Message) if each.isVisible())
    question.accept()
    settle()
    assert not plan.presenter.state.shielded
    plan.form().reject()


def test_another_family_begins_at_the_top(plan: Scene[PlanTabView]) -> None:
    plan.view.page.verticalScrollBar().setValue(200)
    plan.open(VACANT)
    assert plan.view.page.verticalScrollBar().value() == 0
    assert "schaken" in plan.said()


def test_tab_follows_what_is_read(plan: Scene[PlanTabView]) -> None:
    row(plan, "Gesprek over kerst").tick.click()
    plan.view.activateWindow()
    settle()
    rows = [each for each in card(plan, 2).findChildren(AfspraakRow)]
    rows.sort(key=lambda each: each.y())
    seen: list[QWidget] = [rows[0].tick]
    while len(seen) < 6:
        following = seen[-1].nextInFocusChain()
        while following and not (following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isVisible()):
            following = following.nextInFocusChain()
        assert following is not None
        seen.append(following)
    assert seen == [part for each in rows[:2] for part in (each.tick, each.open_row, each.more)]


def test_every_button_has_a_name(plan: Scene[PlanTabView]) -> None:
    from PySide6.QtWidgets import QAbstractButton

    nameless = [each for each in plan.view.findChildren(QAbstractButton) if each.isVisible() and not spoken(each)]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("kenmerk", ["G-2025-014", VACANT])
def test_every_text_fits(qtbot: QtBot, qapp: QApplication, vault: Vault, scale: float, kenmerk: str) -> None:
    theme.dress(qapp, scale)
    plan: Scene[PlanTabView] = Scene(qtbot, vault, PlanTabView).open(kenmerk)
    assert clipped(plan.view.page.sheet) == []
    assert plan.view.page.horizontalScrollBar().maximum() == 0


def large(dossier: Dossier) -> Dossier:
    """A plan of twelve goals with forty acties."""
    base, actie = open_doelen(dossier)[0], dossier.acties[0]
    goals_ = [replace(base, id=new_id(), woorden=f"Doel {at}", prioriteit=at + 10) for at in range(8)]
    acties = [replace(actie, id=new_id(), doel=goals_[at % 8].id, wat=f"Afspraak {at}") for at in range(30)]
    scores = [Score(new_id(), each.id, dossier.personen[0].id, base.vanaf, 4) for each in goals_]
    return put(dossier, *goals_, *acties, *scores)


def test_a_redraw_of_a_large_plan_makes_nothing_anew(plan: Scene[PlanTabView]) -> None:
    plan.presenter.change("groot", lambda family: replace(family, dossier=large(family.dossier)))
    settle()
    state = plan.presenter.state
    target = next(each for each in state.family.dossier.acties if each.wat == "Afspraak 3")
    kept = {each._row.id: each for each in plan.view.findChildren(AfspraakRow)}
    done = put(state.family.dossier, replace(target, status=ActieStatus.KLAAR))
    after = replace(state, family=replace(state.family, dossier=done), seen=replace(state.seen, dossier=done))
    plan.view.show_state(after)
    assert {each._row.id: each for each in plan.view.findChildren(AfspraakRow)} == kept
    assert row(plan, "Afspraak 3").tick.isChecked()
    assert plan.dossier.doelen[0].status is DoelStatus.OPEN


def test_a_further_section_appears_when_it_is_used(plan: Scene[PlanTabView]) -> None:
    assert "Hoe hangt het samen?" not in plan.said()
    plan.button("onderdeel/more").click()
    choose("Hoe hangt het samen?")
    form = plan.form()
    type_in(form.answers["woorden"].widget, "Na elke verhuizing kwam er iemand bij.")
    form.go.click()
    assert "Hoe hangt het samen?" in plan.said()
    plan.button("onderdeel/more").click()
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    assert len(menu.actions()) == len(VERDER) - 1
    menu.close()
    plan.presenter.undo()
    assert "Hoe hangt het samen?" not in plan.said()
