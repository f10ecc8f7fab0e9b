"""Overzicht in a real window on a real vault: one test per wire."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.dossier import ActieStatus
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.regie import term_on
from gezinsplan.storage.vault import Vault
from gezinsplan.ui import theme
from gezinsplan.ui.chart import LineChart
from gezinsplan.ui.messages import Message
from gezinsplan.ui.overzicht_tab import OverzichtTab
from gezinsplan.ui.rows import OpenRow
from tests.ui.scene import SHIELDED, VACANT, Scene, settle
from tests.ui.test_kit import clipped, spoken

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[OverzichtTab]]:
    scene: Scene[OverzichtTab] = Scene(qtbot, vault, OverzichtTab)
    yield scene.open()
    assert scene.refused == []


def type_in(widget: QWidget, words: str) -> None:
    assert isinstance(widget, (QLineEdit, QPlainTextEdit))
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def rows(page: Scene[OverzichtTab]) -> list[OpenRow]:
    return page.view.coming.findChildren(OpenRow)


def test_the_family_on_one_page(page: Scene[OverzichtTab]) -> None:
    said = page.said()
    assert "van 15 naar 4" in said
    assert "Lisa <b>4</b>, mama <b>5</b>, papa <b>6</b>" in said
    assert "Sanne Dijkstra" in said
    assert "mama <b>Anouk de Vries</b> (38)" in said
    assert "Turfsingelhof" not in said
    assert "van 15" in spoken(page.view.findChildren(LineChart)[0])


def test_late_is_said_first_and_in_a_word(page: Scene[OverzichtTab]) -> None:
    assert spoken(rows(page)[0]).startswith("te laat: ")
    assert "Gesprek over kerst" in spoken(rows(page)[0])


def test_an_afspraak_opens_from_the_keyboard(page: Scene[OverzichtTab]) -> None:
    QTest.keyClick(rows(page)[0], Qt.Key.Key_Return)
    form = page.form()
    type_in(form.answers["wat"].widget, "Gesprek over de kerst")
    form.go.click()
    assert "Gesprek over de kerst" in page.said()


def test_a_talk_opens(page: Scene[OverzichtTab]) -> None:
    next(each for each in rows(page) if "kijken samen terug" in spoken(each)).click()
    form = page.form()
    type_in(form.answers["plaats"].widget, "in het park")
    form.go.click()
    assert "in het park" in page.said()


def test_the_facts_change_with_the_pencil(page: Scene[OverzichtTab]) -> None:
    page.button("gezin/edit").click()
    form = page.form()
    type_in(form.answers["wijk"].widget, "Plaswijck")
    form.go.click()
    assert "Plaswijck, Gouda" in page.said()


def test_more_about_the_regisseur(page: Scene[OverzichtTab]) -> None:
    page.button("regie/more").click()
    form = page.form()
    type_in(form.answers["gekozen_door"].widget, "Lisa en Emre")
    form.go.click()
    assert "Lisa en Emre" in page.said()


def test_a_vacancy_is_red_and_can_be_filled(qtbot: QtBot, vault: Vault) -> None:
    page: Scene[OverzichtTab] = Scene(qtbot, vault, OverzichtTab).open(VACANT)
    assert "geen regisseur" in page.said()
    assert page.view.holes.isVisible()
    page.button("regie/choose").click()
    form = page.form()
    person = page.dossier.personen[0].id
    form.answers["houder"].put(person)
    type_in(form.answers["reden"].widget, "zij wil het zelf")
    form.go.click()
    settle()
    assert page.no_form()
    term = term_on(page.dossier, page.presenter.family.op)
    assert term is not None
    assert term.houder == person
    assert not page.view.holes.isVisible()


def test_an_empty_family_offers_first_steps(qtbot: QtBot, vault: Vault) -> None:
    page: Scene[OverzichtTab] = Scene(qtbot, vault, OverzichtTab).open_new()
    assert not page.view.short.isVisible()
    page.button("doel/add").click()
    type_in(page.form().answers["woorden"].widget, "Rust")
    page.form().go.click()
    assert [each.woorden for each in open_doelen(page.dossier)] == ["Rust"]
    page.button("lid/add").click()
    type_in(page.form().answers["naam"].widget, "Noor")
    page.form().go.click()
    assert "Dit gezin is Noor." in page.said()
    with qtbot.waitSignal(page.view.to_plan):
        page.button("plan/go").click()


def test_a_long_list_leads_to_the_plan(qtbot: QtBot, page: Scene[OverzichtTab]) -> None:
    from dataclasses import replace

    from gezinsplan.domain.values import put
    from gezinsplan.services.identity import new_id

    actie = page.dossier.acties[0]
    more = [replace(actie, id=new_id(), wat=f"Nog {at}") for at in range(5)]
    page.presenter.change("meer", lambda family: replace(family, dossier=put(family.dossier, *more)))
    settle()
    assert page.button("plan/go").text() == "nog 5 in het plan"
    with qtbot.waitSignal(page.view.to_plan):
        page.button("plan/go").click()


def test_what_is_shielded_is_shown_only_after_asking(qtbot: QtBot, vault: Vault) -> None:
    page: Scene[OverzichtTab] = Scene(qtbot, vault, OverzichtTab).open(SHIELDED)
    hidden = next(each for each in rows(page) if "afgeschermd" in spoken(each))
    hidden.click()
    assert page.no_form()
    next(each for each in page.view.findChildren(Message) if each.isVisible()).accept()
    settle()
    assert "afgeschermd" not in page.said()
    page.form().reject()


def test_a_change_elsewhere_keeps_place_and_focus(page: Scene[OverzichtTab]) -> None:
    from dataclasses import replace

    from gezinsplan.domain.values import put

    page.view.activateWindow()
    page.view.page.verticalScrollBar().setValue(120)
    kept = rows(page)[3]
    name = kept.objectName()
    kept.setFocus()
    first = page.dossier.acties[0]
    page.presenter.change(
        "klaar", lambda family: replace(family, dossier=put(family.dossier, replace(first, status=ActieStatus.KLAAR)))
    )
    settle()
    focused = page.view.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == name
    assert page.view.page.verticalScrollBar().value() == 120


def test_every_button_has_a_name(page: Scene[OverzichtTab]) -> None:
    buttons = [each for each in page.view.findChildren(QAbstractButton) if each.isVisible()]
    assert [each for each in buttons if not spoken(each)] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("kenmerk", ["G-2025-014", VACANT, SHIELDED])
def test_every_text_fits(qtbot: QtBot, qapp: QApplication, vault: Vault, scale: float, kenmerk: str) -> None:
    theme.dress(qapp, scale)
    page: Scene[OverzichtTab] = Scene(qtbot, vault, OverzichtTab).open(kenmerk)
    assert clipped(page.view.page.sheet) == []
    assert page.view.page.horizontalScrollBar().maximum() == 0
