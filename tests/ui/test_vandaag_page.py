"""Vandaag in the real program: the number in the menu, and each line that opens the right place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gezinsplan.domain.vandaag import PuntSoort
from gezinsplan.domain.versies import Antwoord
from gezinsplan.presenters.vandaag import VandaagState
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.vandaag_page import HELPT, PLAN, VandaagPage
from tests.ui.session import Session


def go(session: Session) -> VandaagPage:
    session.desk.side.chosen.emit("vandaag")
    session.settle()
    page = session.desk.around.vandaag_page
    assert session.desk.pages.currentWidget() is page
    return page


def row(page: VandaagPage, soort: PuntSoort) -> OpenRow:
    return next(each for each in page.findChildren(OpenRow) if each.objectName().endswith(f"/{soort}/open"))


def form(session: Session) -> FormDialog:
    session.settle()
    (found,) = (each for each in session.window.findChildren(FormDialog) if each.isVisible())
    return found


def test_the_menu_tells_how_much_there_is(session: Session) -> None:
    page = go(session)
    lines = len(page.findChildren(OpenRow))
    count = int(session.desk.side._entries["vandaag"]._count)
    assert 0 < count <= lines


def test_an_actie_opens_and_can_be_moved(session: Session) -> None:
    row(go(session), PuntSoort.ACTIE).click()
    opened = form(session)
    assert session.desk.pages.currentWidget() is session.desk.family_page
    assert session.desk.family_page.tabs.bar.currentIndex() == PLAN
    before = opened.answers["wat"].get()
    opened.answers["wanneer"].put("31-12-2030")
    opened.answers["wanneer"].left.emit()
    session.settle()
    opened.close()
    page = go(session)
    assert not any(each.accessibleName().startswith(f"afspraak, {before},") for each in page.findChildren(OpenRow))


@pytest.mark.parametrize(
    ("soort", "field"), [(PuntSoort.GEKREGEN, "aan"), (PuntSoort.AKKOORD, "deelnemer"), (PuntSoort.BEVESTIGEN, "vorm")]
)
def test_what_is_open_about_a_version_is_done_there(session: Session, soort: PuntSoort, field: str) -> None:
    page = go(session)
    before = len(page.findChildren(OpenRow))
    row(page, soort).click()
    opened = form(session)
    assert session.desk.family_page.tabs.bar.currentIndex() == PLAN
    assert opened.answers[field].get()
    if soort is not PuntSoort.GEKREGEN:
        opened.answers["antwoord"].put(Antwoord.AKKOORD)
    opened.go.click()
    session.settle()
    assert session.desk.family.family.dossier.akkoorden or session.desk.family.family.dossier.verstrekkingen
    assert len(go(session).findChildren(OpenRow)) == before - (soort is not PuntSoort.BEVESTIGEN)


def test_contact_opens_with_those_who_were_not_spoken(session: Session) -> None:
    row(go(session), PuntSoort.CONTACT).click()
    opened = form(session)
    assert opened.answers["met"].get()
    opened.answers["kort"].put("Samen koffie gedronken.")
    opened.go.click()
    session.settle()
    assert any(each.kort == "Samen koffie gedronken." for each in session.desk.family.family.dossier.contactmomenten)


def test_a_hole_leads_to_who_helps(session: Session) -> None:
    line = row(go(session), PuntSoort.GAT)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    session.settle()
    assert session.desk.family_page.tabs.bar.currentIndex() == HELPT
    assert not any(each.isVisible() for each in session.window.findChildren(FormDialog))


@pytest.mark.usefixtures("dressed")
def test_a_day_without_anything_says_so(qtbot: QtBot) -> None:
    page = VandaagPage(None, lambda _root, _tab, _reopen: None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show_state(VandaagState((), 0))
    page.show()
    assert "Vandaag vraagt niets om u" in [each.text() for each in page.findChildren(QLabel)]
