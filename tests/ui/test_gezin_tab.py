"""Gezin en netwerk in a real window on a real vault: one test per wire."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.texts.dates import today
from gezinsplan.ui import theme
from gezinsplan.ui.cards import Banner
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.gezin_tab import GezinTabView
from gezinsplan.ui.messages import Message
from tests.running import at_once

pytestmark = pytest.mark.usefixtures("dressed")

DE_VRIES, GEHEIM, NIEUW = "G-2025-014", "G-2026-007", "G-2026-021"
SECRETS = ("Zwaluwkade", "2742", "0182-558841", "06-1234 2101")


class Shown:
    """The tab with the presenter behind it, and what was refused."""

    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.refused: list[Refused] = []
        self.caseload = caseload
        self.presenter = FamilyPresenter(caseload, at_once, self.show, self.refused.append)
        self.tab = GezinTabView(self.presenter)
        qtbot.addWidget(self.tab)

    def open(self, kenmerk: str, width: int = 1158) -> "Shown":
        self.tab.resize(width, 640)
        self.tab.show()
        self.presenter.open(by_kenmerk(self.caseload, kenmerk).id)
        QApplication.processEvents()
        return self

    def show(self, state: FamilyState) -> None:
        self.tab.show_state(state)

    def texts(self) -> str:
        QApplication.processEvents()  # what is new is shown in the next turn
        return "\n".join(each.text() for each in self.tab.findChildren(QLabel) if each.isVisible())

    def person(self, roepnaam: str) -> UUID:
        return next(each.id for each in self.presenter.family.dossier.personen if each.roepnaam == roepnaam)

    def is_shielded(self) -> bool:
        return self.presenter.state.shielded

    def form(self) -> FormDialog:
        (dialog,) = [each for each in self.tab.findChildren(FormDialog) if each.isVisible()]
        return dialog

    def question(self) -> Message | None:
        return next((each for each in self.tab.findChildren(Message) if each.isVisible()), None)


@pytest.fixture
def caseload(demo_caseload: Caseload) -> Caseload:
    return demo_caseload


@pytest.fixture
def shown(qtbot: QtBot, caseload: Caseload) -> Iterator[Shown]:
    made = Shown(qtbot, caseload)
    yield made
    for dialog in (*made.tab.findChildren(FormDialog), *made.tab.findChildren(Message)):
        dialog.close()
    assert not made.refused


def test_all_cards_tell_the_family(shown: Shown) -> None:
    said = shown.open(DE_VRIES).texts()
    for text in (
        "Anouk de Vries · moeder · 38 jaar",
        "Heeft gezag over Lisa en Emre",
        "oma Fatma",
        "Turfsingelhof 218, 2802 ZZ Gouda",
        "Lisa: om de week, even weken",
        "mama, samen met de andere ouder",
        "G-2025-014",
    ):
        assert text in said


def test_a_row_opens_its_form_by_click_and_by_keyboard(shown: Shown) -> None:
    shown.open(DE_VRIES)
    row = shown.tab.rows[shown.person("mama")]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert shown.form().windowTitle() == "Gezinslid wijzigen"
    shown.form().close()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert shown.form().answers["naam"].get() == "Anouk de Vries"


def test_every_row_is_one_button_that_says_what_it_shows(shown: Shown) -> None:
    shown.open(DE_VRIES)
    mama = shown.tab.rows[shown.person("mama")]
    assert mama.accessibleName().startswith("mama, Anouk de Vries · moeder · 38 jaar, Heeft gezag over")
    assert all(row.accessibleName() for row in shown.tab.rows.values())


def test_a_change_is_saved_shown_and_the_keyboard_comes_back(shown: Shown) -> None:
    shown.open(DE_VRIES)
    mama = shown.person("mama")
    shown.tab.rows[mama].click()
    form = shown.form()
    form.answers["roepnaam"].put("mamma")
    form.answers["roepnaam"].left.emit()
    form.close()
    assert "mamma" in shown.texts()
    assert shown.presenter.state.undo
    assert shown.tab.rows[mama].hasFocus() or QApplication.activeWindow() is None


def test_what_does_not_change_is_not_drawn_anew(shown: Shown) -> None:
    shown.open(DE_VRIES)
    row = shown.tab.rows[shown.person("mama")]
    shown.presenter.reload()
    assert shown.tab.rows[shown.person("mama")] is row


@pytest.mark.parametrize(
    ("button", "title"),
    [
        ("new_member", "Gezinslid toevoegen"),
        ("new_netwerk", "Familie, vriend of buur toevoegen"),
        ("new_home", "Huis toevoegen"),
        ("new_bewoner", "Bewoner toevoegen"),
        ("new_gezag", "Gezag toevoegen"),
        ("new_shield", "Gegevens afschermen"),
        ("edit_gezin", "Over dit gezin"),
    ],
)
def test_every_card_can_be_filled(shown: Shown, button: str, title: str) -> None:
    shown.open(DE_VRIES)
    getattr(shown.tab, button).click()
    assert shown.form().windowTitle() == title


def test_a_new_member_and_a_new_neighbour(shown: Shown) -> None:
    shown.open(NIEUW)
    for button, name in ((shown.tab.new_member, "Saba"), (shown.tab.new_netwerk, "buurman Jan")):
        button.click()
        form = shown.form()
        form.answers["naam"].put(name)
        form.go.click()
        assert name in shown.texts()
    soorten = {each.naam: each.soort for each in shown.presenter.family.dossier.personen}
    assert soorten["Saba"] is PersoonSoort.GEZINSLID
    assert soorten["buurman Jan"] is PersoonSoort.NETWERK


def test_empty_cards_say_what_they_are_for(shown: Shown) -> None:
    said = shown.open(NIEUW).texts()
    assert "Wie staan er om het gezin heen?" in said
    assert "Wie woont waar?" in said
    assert not shown.tab.new_bewoner.isVisible()


def test_removable_parts_can_be_taken_away(shown: Shown) -> None:
    shown.open(DE_VRIES)
    gezag = shown.presenter.family.dossier.gezag[0]
    shown.tab.rows[gezag.id].click()
    remove = [each for each in shown.form().findChildren(QPushButton) if each.text() == "Weghalen…"]
    assert remove


def test_what_is_shielded_is_not_on_the_tab(shown: Shown) -> None:
    said = shown.open(GEHEIM).texts()
    assert said.count("In dit gezin zijn gegevens afgeschermd.") == 1
    for secret in SECRETS:
        assert secret not in said
    tips = " ".join(each.toolTip() + each.accessibleName() for each in shown.tab.findChildren(QAbstractButton))
    assert not [secret for secret in SECRETS if secret in tips]


def test_toon_shows_it_and_takes_the_banner_away(shown: Shown) -> None:
    shown.open(GEHEIM)
    (banner,) = shown.tab.findChildren(Banner)
    banner.findChildren(QPushButton)[0].click()
    assert all(secret in shown.texts() for secret in SECRETS)
    assert not [each for each in shown.tab.findChildren(Banner) if each.isVisible()]
    assert not shown.presenter.state.shielded
    assert not shown.tab.findChildren(FormDialog)


def test_a_form_with_shielded_facts_asks_first(shown: Shown) -> None:
    shown.open(GEHEIM)
    mama = shown.person("mama")
    shown.tab.rows[mama].click()
    question = shown.question()
    assert question is not None
    assert "Jelena" not in question.windowTitle()
    assert not shown.tab.findChildren(FormDialog)
    question.reject()
    assert shown.is_shielded()
    shown.tab.rows[mama].click()
    again = shown.question()
    assert again is not None
    next(each for each in again.findChildren(QPushButton) if each.text() == "Toon en ga verder").click()
    assert not shown.is_shielded()
    assert shown.form().answers["telefoon"].get() == "06-1234 2101"


def test_a_form_that_offers_shielded_helpers_asks_too(shown: Shown) -> None:
    shown.open(GEHEIM)
    shown.tab.new_gezag.click()
    assert shown.question() is not None
    assert not shown.tab.findChildren(FormDialog)


def test_a_form_without_shielded_facts_just_opens(shown: Shown) -> None:
    shown.open(GEHEIM)
    shown.tab.rows[shown.person("papa")].click()
    assert shown.question() is None
    assert shown.form().answers["naam"].get() == "Maarten van Rossum"
    assert shown.presenter.state.shielded


def test_another_family_is_masked_again(shown: Shown) -> None:
    shown.open(GEHEIM)
    shown.presenter.reveal()
    shown.open(DE_VRIES)
    shown.open(GEHEIM)
    assert not [secret for secret in SECRETS if secret in shown.texts()]


def test_a_question_that_was_left_opens_nothing_later(shown: Shown) -> None:
    shown.open(GEHEIM)
    shown.tab.rows[shown.person("mama")].click()
    question = shown.question()
    assert question is not None
    question.reject()
    (banner,) = [each for each in shown.tab.findChildren(Banner) if each.isVisible()]
    banner.findChildren(QPushButton)[0].click()
    assert not shown.tab.findChildren(FormDialog)


def test_who_died_stands_last_with_a_word(shown: Shown) -> None:
    shown.open(DE_VRIES)
    papa = next(each for each in shown.presenter.family.dossier.personen if each.roepnaam == "papa")
    dead = replace(papa, overleden_op=today())

    def die(family):  # type: ignore[no-untyped-def]
        personen = tuple(dead if each.id == papa.id else each for each in family.dossier.personen)
        return replace(family, dossier=replace(family.dossier, personen=personen))

    shown.presenter.change("Overleden", die)
    assert "overleden op" in shown.texts()
    members = [row for row in shown.tab.rows if row in {each.id for each in shown.presenter.family.dossier.personen}]
    assert members.index(papa.id) == 3


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1158), (1.0, 700), (1.5, 1095), (2.0, 1000)])
def test_everything_fits(qtbot: QtBot, shown: Shown, scale: float, width: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, scale)
    again = Shown(qtbot, shown.caseload).open(GEHEIM, width)
    QApplication.processEvents()
    assert again.tab.page.horizontalScrollBar().maximum() == 0
    short = [
        each.text()
        for each in again.tab.findChildren(QLabel)
        if each.isVisible() and each.wordWrap() and each.height() < each.heightForWidth(each.width())
    ]
    assert not short
