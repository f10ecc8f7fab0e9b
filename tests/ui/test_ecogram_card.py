"""The card with the ecogram in a real window on a real vault: one test per wire."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.banden import Bandsterkte, Richting, Steun
from gezinsplan.domain.rondom import rondom
from gezinsplan.domain.tekening import Vak
from gezinsplan.presenters.ecogram import years_before
from gezinsplan.services.families import NieuwGezin, new_family
from gezinsplan.texts.dates import long_date, today
from gezinsplan.ui import theme, tokens
from gezinsplan.ui.banden_dialog import BandenDialog
from gezinsplan.ui.ecogram_card import EcogramCard
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.labels import Elided
from gezinsplan.ui.messages import Message
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.time_slider import TimeSlider
from tests.ui.helpt import DE_VRIES, GEHEIM, ZONDER_REGISSEUR, Shown, opened, press, words

pytestmark = pytest.mark.usefixtures("dressed")

NOW_AROUND, YEAR_AGO_AROUND = 9, 19


def card(shown: Shown, kenmerk: str = DE_VRIES) -> EcogramCard:
    return shown.open(kenmerk).around


def boxes(around: EcogramCard) -> dict[str, Vak]:
    return {box.titel: box for box in around.drawing._drawing.vakken}


def at(around: EcogramCard, name: str) -> QPoint:
    return around.drawing._canvas().box(boxes(around)[name]).center().toPoint()


def click(around: EcogramCard, name: str) -> None:
    QTest.mouseClick(around.drawing, Qt.MouseButton.LeftButton, pos=at(around, name))


def drag(around: EcogramCard, name: str, by: QPoint) -> None:
    begin = at(around, name)
    QTest.mousePress(around.drawing, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(around.drawing, begin + by / 2)
    QTest.mouseMove(around.drawing, begin + by)
    QTest.mouseRelease(around.drawing, Qt.MouseButton.LeftButton, pos=begin + by)


def year_ago(around: EcogramCard) -> date:
    around.slider.setFocus()
    QTest.keyClick(around.slider, Qt.Key.Key_PageDown)
    return years_before(today(), 1)


def explained(around: EcogramCard) -> set[str]:
    return {each.whole() for each in around.findChildren(Elided) if each.isVisibleTo(around)} - {around.day.whole()}


# ---------------------------------------------------------------- around whom


def test_the_filter_shows_who_is_there_for_one_member(shown: Shown) -> None:
    around = card(shown)
    offered = [around.whom.itemText(place) for place in range(around.whom.count())]
    assert offered == ["Voor iedereen", "Voor mama", "Voor papa", "Voor Lisa", "Voor Emre"]
    assert around.whom.accessibleName() == "Voor wie?"
    around.whom.setCurrentIndex(3)
    assert {*boxes(around)} == {"Sanne Dijkstra", "Karin Smit", "Rana Al-Khatib", "oma Fatma"}
    assert around.drawing.accessibleName().startswith("In het midden staat Lisa.")
    shown.presenter.change("x", lambda family: family)
    assert around.whom.currentText() == "Voor Lisa"
    around.whom.setCurrentIndex(0)
    assert len(boxes(around)) == NOW_AROUND


def test_another_family_begins_with_everybody_and_now(shown: Shown) -> None:
    around = card(shown)
    around.whom.setCurrentIndex(2)
    year_ago(around)
    card(shown, ZONDER_REGISSEUR)
    assert around.slider.is_now()
    assert around.whom.currentIndex() <= 0
    assert around.drawing.accessibleName().startswith("In het midden staat het gezin")


# ---------------------------------------------------------------- on which day


def test_the_slider_shows_the_same_family_a_year_ago(shown: Shown) -> None:
    around = card(shown)
    now = boxes(around)
    assert (around.day.whole(), around.slider.is_now()) == (long_date(today()), True)
    day = year_ago(around)
    assert around.day.whole() == long_date(day)
    assert around.slider.accessibleName() == f"Kijk terug in de tijd: {long_date(day)}"
    assert around.drawing.accessibleName().startswith(f"Zo was het op {long_date(day)}.")
    then = {box.id: box for box in boxes(around).values()}
    assert len(then) == YEAR_AGO_AROUND == len(rondom(shown.presenter.seen.dossier, day))
    staying = [box for box in now.values() if box.id in then]
    assert len(staying) > 5
    assert [(box.x, box.y) for box in staying] == [(then[box.id].x, then[box.id].y) for box in staying]
    around.now.click()
    assert boxes(around) == now


def test_everybody_stands_on_the_same_spot_of_the_screen_on_every_day(shown: Shown) -> None:
    around = card(shown)
    now = at(around, "oma Fatma")
    for _step in range(around.slider.maximum()):
        QTest.keyClick(around.slider, Qt.Key.Key_Left)
        assert at(around, "oma Fatma") == now


def test_the_keys_go_through_the_days(shown: Shown) -> None:
    slider = card(shown).slider
    days = [slider.day()]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Right):
        QTest.keyClick(slider, key)
        days.append(slider.day())
    assert days[1] < days[0]
    assert days[2] <= years_before(days[1], 1)
    assert days[2] < days[3] <= days[1]
    assert days[4] == slider._days[0]
    assert days[5] == slider._days[1]
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.is_now()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.is_now()


def test_a_click_beside_the_knob_goes_there_and_the_wheel_does_nothing(shown: Shown) -> None:
    slider = card(shown).slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(2, slider.height() // 2))
    assert slider.value() == 0
    there = QPointF(slider.rect().center())
    wheel = QWheelEvent(
        there, there, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, wheel)
    assert (slider.value(), wheel.isAccepted()) == (0, False)


def test_other_days_keep_the_one_that_is_looked_at(qtbot: QtBot) -> None:
    slider = TimeSlider()
    qtbot.addWidget(slider)
    first, second, third, last = (date(2026, 1, day) for day in (1, 5, 9, 20))
    slider.show_days((first, second, last))
    assert slider.day() == last
    slider.go_to(second)
    with qtbot.assertNotEmitted(slider.went):
        slider.show_days((first, second, third, last))
    assert slider.day() == second
    slider.show_days((first, last))
    assert slider.day() == first


def test_on_another_day_nobody_can_be_moved(shown: Shown) -> None:
    around = card(shown)
    year_ago(around)
    drag(around, "oma Fatma", QPoint(60, 0))
    assert shown.presenter.family.dossier.plekken == ()
    around.now.click()
    drag(around, "oma Fatma", QPoint(60, 0))
    assert len(shown.presenter.family.dossier.plekken) == 1


# ---------------------------------------------------------------- picking


def test_picking_in_the_drawing_chooses_the_row(shown: Shown) -> None:
    around = card(shown)
    click(around, "Rob de Boer")
    chosen = shown.tab.who.table.current()
    assert chosen is not None
    assert chosen.naam == "Rob de Boer"
    click(around, "oma Fatma")
    assert shown.tab.who.table.current() is None
    QTest.keyClick(around.drawing, Qt.Key.Key_Right)
    assert around.drawing.picked_part() not in ("", boxes(around)["oma Fatma"].id)


def test_choosing_a_row_picks_in_the_drawing(shown: Shown) -> None:
    around = card(shown)
    shown.tab.who.table.choose(shown.row("Karin Smit"))
    assert around.drawing.picked_part() == boxes(around)["Karin Smit"].id
    shown.tab.who.ended.click()
    gone = next(each for each in shown.rows() if each.naam == "Kadir Doğan")
    shown.tab.who.table.choose(gone)
    assert around.drawing.picked_part() == ""
    year_ago(around)
    assert around.drawing.picked_part() == boxes(around)["K. Doğan"].id


def test_enter_opens_who_is_picked(shown: Shown) -> None:
    around = card(shown)
    click(around, "Rob de Boer")
    QTest.keyClick(around.drawing, Qt.Key.Key_Return)
    form = opened(shown.tab, FormDialog)
    assert isinstance(form, FormDialog)
    assert form.answers["naam"].get() == "Rob de Boer"


# ---------------------------------------------------------------- places


def test_who_is_dragged_stays_there_until_that_is_undone(shown: Shown) -> None:
    around = card(shown)
    assert around.free.isHidden()
    before = boxes(around)["Karin Smit"]
    drag(around, "Karin Smit", QPoint(-70, 30))
    moved = boxes(around)["Karin Smit"]
    assert moved.x < before.x - 50
    assert around.drawing.picked_part() == moved.id
    assert shown.presenter.state.undo == "Verplaatsen"
    (kept,) = shown.caseload.dossier(shown.presenter.family.dossier.id).plekken
    assert kept.deelnemer == UUID(moved.id)
    shown.presenter.undo()
    assert boxes(around)["Karin Smit"] == before
    assert around.free.isHidden()


def test_who_is_dragged_is_chosen_instead_of_another(shown: Shown) -> None:
    around = card(shown)
    shown.tab.who.table.choose(shown.row("Karin Smit"))
    drag(around, "oma Fatma", QPoint(60, 10))
    assert around.drawing.picked_part() == boxes(around)["oma Fatma"].id
    assert shown.tab.who.table.current() is None
    drag(around, "Karin Smit", QPoint(-70, 30))
    assert shown.tab.who.table.current() == shown.row("Karin Smit")


def test_places_are_let_go_in_one_step(shown: Shown) -> None:
    around = card(shown)
    before = boxes(around)
    drag(around, "Karin Smit", QPoint(-70, 30))
    drag(around, "oma Fatma", QPoint(60, 10))
    put = boxes(around)
    around.free.click()
    assert boxes(around) == before
    assert around.free.isHidden()
    shown.presenter.undo()
    assert boxes(around) == put


# ---------------------------------------------------------------- ties


def ties_of(shown: Shown, name: str) -> BandenDialog:
    around = shown.tab.around
    click(around, name)
    press(around, "Banden…")
    dialog = next(each for each in around.findChildren(BandenDialog) if each.isVisible())
    assert dialog.who.currentText() == name
    return dialog


def rows(dialog: BandenDialog) -> list[OpenRow]:
    QApplication.processEvents()
    return [each for each in dialog.findChildren(OpenRow) if each.isVisibleTo(dialog)]


def test_a_tie_is_added_changed_and_removed(shown: Shown) -> None:
    around = card(shown)
    before = boxes(around)["Rana Al-Khatib"]
    dialog = ties_of(shown, "Rana Al-Khatib")
    assert "Nog geen band." in words(dialog)
    press(dialog, "Band toevoegen")
    form = opened(shown.tab, FormDialog)
    assert isinstance(form, FormDialog)
    form.answers["steun"].put((Steun.ADVIES, Steun.PRAKTISCH))
    form.answers["sterkte"].put(Bandsterkte.STERK)
    form.go.click()
    assert boxes(around)["Rana Al-Khatib"].letters == "PA"
    (row,) = rows(dialog)
    assert row.accessibleName() == "Met het hele gezin, sterk, helpt het gezin, praktische hulp en advies"

    row.click()
    form = opened(shown.tab, FormDialog)
    assert isinstance(form, FormDialog)
    form.answers["richting"].put(Richting.BEIDE)
    form.answers["richting"].left.emit()
    form.go.click()
    (row,) = rows(dialog)
    assert "helpen elkaar" in row.accessibleName()

    row.click()
    press(opened(shown.tab, FormDialog), "Weghalen…")
    press(opened(shown.tab, FormDialog).findChildren(Message)[0], "Weghalen")
    assert rows(dialog) == []
    assert boxes(around)["Rana Al-Khatib"].letters == before.letters == ""
    shown.presenter.undo()
    assert boxes(around)["Rana Al-Khatib"].letters == "PA"
    for _step in range(2):
        shown.presenter.undo()
    assert boxes(around)["Rana Al-Khatib"] == before


def test_the_ties_of_another_one_can_be_chosen(shown: Shown) -> None:
    card(shown)
    dialog = ties_of(shown, "oma Fatma")
    assert len(rows(dialog)) == 1
    dialog.who.setCurrentIndex(next(at for at in range(20) if dialog.who.itemText(at) == "Rana Al-Khatib"))
    assert rows(dialog) == []


def test_without_a_pick_the_ties_begin_with_the_first(shown: Shown) -> None:
    around = card(shown)
    press(around, "Banden…")
    dialog = next(each for each in around.findChildren(BandenDialog) if each.isVisible())
    assert dialog.who.currentText() == "Sanne Dijkstra"


# ---------------------------------------------------------------- the legend


def test_the_legend_tells_the_signs_that_occur(shown: Shown) -> None:
    around = card(shown)
    assert explained(around) == {
        "regisseur", "telt mee", "helpt tijdelijk mee", "familie, vrienden en buren",
        "telt niet mee: vaste basis, vrijwilliger",
    }  # fmt: skip
    around.fold.button.click()
    more = explained(around)
    assert {"sterke band", "gespannen band", "helpen elkaar", "praktische hulp", "steun bij gevoelens"} <= more
    around.grab()
    around.whom.setCurrentIndex(3)
    assert "helpt tijdelijk mee" not in explained(around)


@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK])
def test_every_sign_looks_different(shown: Shown, dressed: theme.Theme, colours: tokens.Colours) -> None:
    from gezinsplan.ui.ecogram_card import Sign

    dressed.wear(colours)
    around = card(shown)
    around.fold.button.click()
    QApplication.processEvents()
    signs = [each.grab().toImage() for each in around.findChildren(Sign)]
    assert all(one != other for at, one in enumerate(signs) for other in signs[:at])


# ---------------------------------------------------------------- shielded, and controls


def test_who_is_shielded_is_masked_in_drawing_words_and_ties(shown: Shown) -> None:
    around = card(shown, GEHEIM)
    family, seen = shown.presenter.family, shown.presenter.seen
    hidden = {each.omschrijving for each in family.dossier.betrokkenheden} - {
        each.omschrijving for each in seen.dossier.betrokkenheden
    }
    kaart = {each.id: each.naam for each in family.team.kaart.professionals}
    masked = zip(family.dossier.betrokkenheden, seen.dossier.betrokkenheden, strict=True)
    names = hidden | {kaart[one.professional] for one, other in masked if one != other and one.professional}
    names -= {""}
    assert names
    press(around, "Banden…")
    dialog = next(each for each in around.findChildren(BandenDialog) if each.isVisible())
    offered = " ".join(dialog.who.itemText(place) for place in range(dialog.who.count()))
    for place in range(around.slider.maximum() + 1):
        around.slider.setValue(place)
        told = around.drawing.accessibleName() + offered
        told += "".join(each.titel + each.onder for each in around.drawing._drawing.vakken)
        assert not any(name in told for name in names)
    assert "afgeschermd" in told


def test_controls_have_a_name_and_can_be_reached(shown: Shown) -> None:
    around = card(shown)
    drag(around, "Karin Smit", QPoint(-70, 30))
    controls = (around.whom, around.drawing, around.slider, around.now, around.ties, around.free, around.fold.button)
    for each in controls:
        assert each.accessibleName() or (isinstance(each, QPushButton) and each.text())
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_new_family_has_no_past_and_no_choice(shown: Shown) -> None:
    team = shown.caseload.team()
    assert team is not None
    made = new_family(shown.caseload, team, NieuwGezin("Nieuw", today(), ik_ben_regisseur=True))
    around = card(shown, made.gezin.kenmerk)
    assert [each.isHidden() for each in (around, around.time, around.whom, around.fold, around.free)] == [
        False, True, True, True, True,
    ]  # fmt: skip
