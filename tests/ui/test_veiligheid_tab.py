"""The tab Veiligheid in a real window on a real vault: one test per wire."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.personen import Afscherming, Feit
from gezinsplan.domain.values import put
from gezinsplan.domain.veiligheid import MaatregelSoort, Veiligheidsfase, Veiligheidswoord
from gezinsplan.services.identity import new_id
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today, typed_date
from gezinsplan.ui import theme
from gezinsplan.ui.family_page import VEILIGHEID
from gezinsplan.ui.messages import Message
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.veiligheid_tab import VeiligheidTab
from tests.ui.scene import DE_VRIES, VACANT, Scene, settle
from tests.ui.test_kit import clipped, spoken
from tests.ui.test_regie_dialog import family_page

pytestmark = pytest.mark.usefixtures("dressed")

OTS = "G-2025-008"


@pytest.fixture
def page(qtbot: QtBot, vault: Vault) -> Iterator[Scene[VeiligheidTab]]:
    scene: Scene[VeiligheidTab] = Scene(qtbot, vault, VeiligheidTab)
    yield scene.open()
    assert scene.refused == []


def rows(card: QWidget) -> list[OpenRow]:
    return [each for each in card.findChildren(OpenRow) if each.isVisible()]


def day(days: int) -> str:
    return typed_date(today() + timedelta(days=days))


def test_the_word_its_ground_who_said_it_and_when_to_look_again(page: Scene[VeiligheidTab]) -> None:
    said = page.said()
    assert "veilig genoeg, " in said
    assert "geen ruzie bij het ophalen" in said
    assert "door Sanne Dijkstra" in said
    assert "Volgende check: " in said
    assert "keer eerder gekeken" in page.button("check/add/past").text()


def test_looking_again_is_one_step(page: Scene[VeiligheidTab]) -> None:
    before = page.dossier.checks
    page.button("check/add").click()
    form = page.form()
    form.answers["woord"].put(Veiligheidswoord.NOG_NIET)
    form.answers["fase"].put(Veiligheidsfase.STABIELE_VEILIGHEID)
    form.answers["grond"].put("Lisa was bang")
    form.answers["volgende_op"].put(day(14))
    form.go.click()
    assert page.no_form()
    assert len(page.dossier.checks) == len(before) + 1
    assert page.dossier.checks[-1].voor_wie == ALLEEN_DOSSIER
    assert "nog niet veilig genoeg, " in page.said()
    page.presenter.undo()
    assert page.dossier.checks == before
    assert "Lisa was bang" not in page.said()
    page.presenter.redo()
    assert "Lisa was bang" in page.said()


def test_after_its_day_the_word_is_grey(page: Scene[VeiligheidTab]) -> None:
    check = max(page.dossier.checks, key=lambda each: each.datum)
    late = replace(check, datum=today() - timedelta(days=9), volgende_op=today() - timedelta(days=2))
    others = tuple(each for each in page.dossier.checks if each.id == check.id)
    page.presenter.change(
        "x", lambda family: replace(family, dossier=put(replace(family.dossier, checks=others), late))
    )
    assert "check nodig" in page.said()
    assert "veilig genoeg, " not in page.said().replace("Veilig genoeg, gezegd", "")


def test_an_agreement_is_made_closed_set_right_and_taken_up_again(page: Scene[VeiligheidTab]) -> None:
    page.button("afspraak/add").click()
    form = page.form()
    form.answers["wat"].put("Wij bellen eerst")
    form.answers["wie"].put((page.dossier.personen[0].id,))
    form.go.click()
    assert "Dit is nog leeg." in form.fields["controle_door"].error()
    form.answers["controle_door"].put(page.dossier.personen[1].id)
    form.go.click()
    assert page.no_form()
    made = next(each for each in page.dossier.veiligheidsafspraken if each.wat == "Wij bellen eerst")
    page.button(f"{made.id}/close").click()
    form = page.form()
    form.answers["reden"].put("Het lukt nu zo")
    form.go.click()
    assert "Wij bellen eerst" not in page.said(), "what ended is folded"
    page.button("afspraak/add/past").click()
    assert "Het lukt nu zo" in page.said()
    row = next(each for each in rows(page.view.afspraken) if "Wij bellen eerst" in spoken(each))
    QTest.keyClick(row, Qt.Key.Key_Return)
    form = page.form()
    form.answers["reden"].put("Het lukt nu")
    form.go.click()
    assert page.no_form()
    assert "Het lukt nu" in page.said(), "the fold stays open"
    row = next(each for each in rows(page.view.afspraken) if "Wij bellen eerst" in spoken(each))
    row.click()
    form = page.form()
    form.answers["tot"].put("")
    form.go.click()
    assert page.no_form()
    kept = next(each for each in page.dossier.veiligheidsafspraken if each.id == made.id)
    assert (kept.tot, kept.reden) == (None, "")
    assert page.button(f"{made.id}/close").isVisible()


def test_an_order_is_added_and_ended(page: Scene[VeiligheidTab]) -> None:
    page.button("maatregel/add").click()
    form = page.form()
    form.answers["soort"].put(MaatregelSoort.HUISVERBOD)
    form.answers["over"].put((page.dossier.personen[0].id,))
    form.answers["vanaf"].put(day(-20))
    form.go.click()
    assert "Huisverbod" in page.said()
    row = next(each for each in rows(page.view.maatregelen) if "Huisverbod" in spoken(each))
    row.click()
    form = page.form()
    form.answers["tot"].put(day(-10))
    form.go.click()
    assert page.no_form()
    assert "Huisverbod" not in page.said()
    page.button("maatregel/add/past").click()
    assert "Huisverbod" in page.said()


def test_nothing_yet_is_one_sentence_and_one_step(qtbot: QtBot, vault: Vault) -> None:
    page: Scene[VeiligheidTab] = Scene(qtbot, vault, VeiligheidTab).open_new()
    assert page.view.empty.isVisible()
    assert not page.view.used.isVisible()
    page.button("check/first").click()
    assert page.form().form.button == "Bewaren"
    page.form().reject()
    page.button("maatregel/first").click()
    assert page.form().form.button == "Besluit toevoegen"


def test_what_is_shielded_stays_so_until_it_is_asked(page: Scene[VeiligheidTab]) -> None:
    helper = next(each for each in page.dossier.checks if each.door is not None).door
    assert helper is not None
    child = page.dossier.personen[0].id
    shield = Afscherming(new_id(), (child,), (), (Feit.HULPVERLENER,), (helper,))
    page.presenter.change("x", lambda family: replace(family, dossier=put(family.dossier, shield)))
    assert "Sanne" not in page.said()
    assert "door afgeschermd" in page.said()
    row = rows(page.view.checks)[0]
    assert "Sanne" not in spoken(row)
    row.click()
    assert page.no_form()
    next(each for each in page.view.findChildren(Message) if each.isVisible()).accept()
    settle()
    assert page.form().answers["door"].get() == helper


def test_a_change_elsewhere_keeps_the_focus(page: Scene[VeiligheidTab]) -> None:
    page.view.activateWindow()
    row = rows(page.view.afspraken)[0]
    name = row.objectName()
    row.setFocus()
    agreed = page.dossier.veiligheidsafspraken[0]
    page.presenter.change(
        "x", lambda family: replace(family, dossier=put(family.dossier, replace(agreed, hoe_vaak="elke dag")))
    )
    settle()
    focused = page.view.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == name


def test_the_tab_is_there_once_there_is_anything_and_overzicht_leads_to_it(qtbot: QtBot, vault: Vault) -> None:
    page = Scene(qtbot, vault, family_page).open_new()
    bar = page.view.tabs.bar
    assert not bar.isTabVisible(VEILIGHEID)
    assert "Er is nog niet gekeken hoe veilig het is." in page.said()
    page.button("veilig/show").click()
    assert (bar.currentIndex(), bar.isTabVisible(VEILIGHEID)) == (VEILIGHEID, True)
    bar.setCurrentIndex(0)
    assert not bar.isTabVisible(VEILIGHEID)
    page.open(DE_VRIES)
    assert bar.isTabVisible(VEILIGHEID)
    assert "veilig genoeg, " in page.said()
    page.button("veilig/show").click()
    assert bar.currentIndex() == VEILIGHEID


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("kenmerk", [DE_VRIES, OTS, VACANT])
def test_every_text_fits(qtbot: QtBot, qapp: QApplication, vault: Vault, scale: float, kenmerk: str) -> None:
    theme.dress(qapp, scale)
    page: Scene[VeiligheidTab] = Scene(qtbot, vault, VeiligheidTab).open(kenmerk)
    for card in (page.view.checks, page.view.afspraken, page.view.maatregelen):
        card.past.open(True)
    settle()
    assert clipped(page.view.page.sheet) == []
    assert page.view.page.horizontalScrollBar().maximum() == 0
