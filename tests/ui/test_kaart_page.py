"""Sociale kaart in real windows on a real vault: finding, changing, adding, taking away, making two one."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from gezinsplan.domain.values import find, put
from gezinsplan.presenters.kaart_rijen import KaartState
from gezinsplan.presenters.sociale_kaart import KaartPresenter
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.services.identity import new_id
from gezinsplan.services.logbook import Vraag, rows
from gezinsplan.ui.cards import Banner
from gezinsplan.ui.form_frame import DraftFrame
from gezinsplan.ui.kaart_page import KaartPage
from gezinsplan.ui.messages import Message
from tests.running import at_once
from tests.ui.scene import settle
from tests.ui.session import Session

pytestmark = pytest.mark.usefixtures("dressed")


class Shown:
    """The page with the presenter behind it, and what was asked of it."""

    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.caseload = caseload
        self.refused: list[Refused] = []
        self.families: list[UUID] = []
        self.presenter = KaartPresenter(caseload, at_once, self._show, self.refused.append)
        self.page = KaartPage(self.presenter, self.families.append)
        qtbot.addWidget(self.page)
        self.page.resize(1158, 700)
        self.page.show()
        self.presenter.load()
        settle()

    def _show(self, state: KaartState) -> None:
        self.page.show_state(state)

    def rows(self) -> list[str]:
        rows = self.page.list.table.rows
        return [rows.row(number).naam for number in range(rows.rowCount())]

    def choose(self, naam: str) -> UUID:
        rij = next(each for each in self.presenter.state.rijen if each.naam == naam)
        self.page.choose(rij.id)
        settle()
        return rij.id

    def add(self, part: Professional | Organisatie) -> UUID:
        team = self.caseload.team()
        assert team is not None
        self.caseload.do("Erbij", (team.kaart, put(team.kaart, part)))
        self.presenter.load()
        return part.id

    def person(self, part: UUID) -> Professional | None:
        team = self.caseload.team()
        assert team is not None
        return find(team.kaart, Professional, part)

    def said(self) -> str:
        settle()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def button(self, text: str) -> QPushButton:
        settle()
        found = [each for each in self.page.findChildren(QPushButton) if each.isVisible() and each.text() == text]
        assert found, text
        return found[0]

    def answer(self, name: str, value: object) -> None:
        answer = self.page.detail.answers[name]
        answer.put(value)
        answer.changed.emit()
        answer.left.emit()
        settle()

    def agree(self) -> None:
        """Press the verb of the question that is on screen."""
        message = next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, Message) and each.isVisible()
        )
        message.accept()
        settle()


@pytest.fixture
def shown(qtbot: QtBot, demo_caseload: Caseload) -> Shown:
    return Shown(qtbot, demo_caseload)


def test_everybody_stands_there_once_and_typing_finds(shown: Shown) -> None:
    assert len(shown.rows()) == len(shown.presenter.state.rijen) > 100
    QTest.keyClicks(shown.page.list.search, "sahin")
    assert shown.rows() == ["Esra Şahin-Öztürk"]
    QTest.keyClick(shown.page.list.search, Qt.Key.Key_Return)
    assert shown.page.detail.answers["naam"].get() == "Esra Şahin-Öztürk"
    shown.page.list.search.setText("zzz")
    assert "Niemand gevonden" in shown.said()
    shown.button("Alles tonen").click()
    assert len(shown.rows()) > 100


def test_a_search_and_a_look_are_logged_without_a_name(shown: Shown) -> None:
    QTest.keyClicks(shown.page.list.search, "sanne")
    told = [each.wat for each in rows(shown.caseload, Vraag())]
    assert told[-2:] == ["Sociale kaart bekeken", "Gezocht"]


def test_the_sort_of_organisation_filters_people_and_organisations(shown: Shown) -> None:
    shown.page.list.sector.put(Sector.HUISARTS)
    shown.page.list.sector.activated.emit(0)
    assert "Huisartsenpraktijk De Haven" in shown.rows()
    assert "Rana Al-Khatib" in shown.rows()
    assert "Sanne Dijkstra" not in shown.rows()


def test_the_families_where_somebody_comes_are_told_and_open(shown: Shown) -> None:
    shown.choose("Sanne Dijkstra")
    fold = next(each for each in shown.page.findChildren(QPushButton) if each.text().startswith("In "))
    fold.click()
    shown.button("De Vries – Yılmaz (helpt nu)").click()
    assert shown.families == [by_kenmerk(shown.caseload, "G-2025-014").id]


def test_a_field_saves_itself_and_ctrl_z_takes_it_back(shown: Shown) -> None:
    part = shown.choose("Rob de Boer")
    before = shown.page.detail.answers["waar_ga_ik_over"].get()
    shown.answer("waar_ga_ik_over", "Ik mag betalingen regelen tot 500 euro.")
    person = shown.person(part)
    assert person is not None
    assert person.waar_ga_ik_over == "Ik mag betalingen regelen tot 500 euro."
    assert shown.page.detail.sheet is not None
    assert shown.page.detail.sheet.state.text() == "Bewaard"
    assert shown.page.undo.isEnabled()
    shown.page.undo.click()
    assert shown.page.detail.answers["waar_ga_ik_over"].get() == before
    shown.page.redo.click()
    assert shown.page.detail.answers["waar_ga_ik_over"].get() == "Ik mag betalingen regelen tot 500 euro."


def test_another_organisation_is_found_or_made(shown: Shown) -> None:
    part = shown.choose("Rob de Boer")
    shown.answer("organisatie", "Schuldhulp Nieuw")
    person = shown.person(part)
    assert person is not None
    team = shown.caseload.team()
    assert team is not None
    made = find(team.kaart, Organisatie, person.organisatie)
    assert made is not None
    assert (made.naam, made.sector) == ("Schuldhulp Nieuw", Sector.SCHULDHULP)


def test_what_is_wrong_is_told_beside_its_field_and_kept(shown: Shown) -> None:
    part = shown.choose("Rob de Boer")
    shown.answer("naam", "")
    shown.answer("kennisgemaakt_op", "31-02-2026")
    sheet = shown.page.detail.sheet
    assert sheet is not None
    assert "Dit is nog leeg." in sheet.fields["naam"].error()
    assert "Deze datum bestaat niet." in sheet.fields["kennisgemaakt_op"].error()
    person = shown.person(part)
    assert person is not None
    assert person.naam == "Rob de Boer"
    shown.choose("Sanne Dijkstra")
    shown.choose("Rob de Boer")
    assert shown.page.detail.answers["kennisgemaakt_op"].get() == "31-02-2026"


def test_somebody_new_is_added_with_an_organisation(shown: Shown) -> None:
    shown.page.begin_person()
    settle()
    assert "Persoon toevoegen" in shown.said()
    shown.button("Toevoegen").click()
    sheet = shown.page.detail.sheet
    assert sheet is not None
    assert "Dit is nog leeg." in sheet.fields["naam"].error()
    for name, value in (("naam", "Iris Veen"), ("functie", "coach"), ("organisatie", "Basisschool De Kiem")):
        shown.page.detail.answers[name].put(value)
    shown.button("Toevoegen").click()
    rij = shown.page.list.table.current()
    assert rij is not None
    assert (rij.naam, rij.onder, rij.sector) == ("Iris Veen", "coach · Basisschool De Kiem", Sector.ONDERWIJS)
    assert shown.page.detail.answers["functie"].get() == "coach"


def test_an_organisation_is_added_and_cancelling_adds_nothing(shown: Shown) -> None:
    before = len(shown.presenter.state.rijen)
    shown.page.begin_house()
    shown.page.detail.answers["naam"].put("Half")
    shown.button("Annuleren").click()
    assert shown.page.detail.isHidden()
    shown.page.begin_house()
    assert shown.page.detail.answers["naam"].get() == ""
    shown.page.detail.answers["naam"].put("Huisartsen De Kiem")
    shown.button("Toevoegen").click()
    assert len(shown.presenter.state.rijen) == before + 1
    assert shown.page.detail.answers["sector"].get() is Sector.HUISARTS


def test_a_double_is_noticed_while_typing_and_opened_instead(shown: Shown) -> None:
    shown.page.begin_person()
    name = shown.page.detail.answers["naam"]
    name.put("Rob de Boor")
    name.changed.emit()
    assert "Lijkt op Rob de Boer (schuldhulpverlener · Schuldhulp gemeente). Is dit dezelfde?" in shown.said()
    shown.button("Die openen").click()
    assert shown.page.detail.answers["naam"].get() == "Rob de Boer"


def test_two_are_made_one_in_all_families_and_back(shown: Shown) -> None:
    again = shown.add(Professional(new_id(), "Rob de Boor", mail="rob@voorbeeld.nl"))
    dossier = by_kenmerk(shown.caseload, "G-2025-014")
    rob = next(each.id for each in shown.presenter.state.kaart.professionals if each.naam == "Rob de Boer")
    helper = next(each for each in dossier.betrokkenheden if each.professional == rob)
    shown.choose("Rob de Boor")
    shown.button("Samenvoegen").click()
    assert shown.person(rob) is None
    kept = shown.person(again)
    assert kept is not None
    assert (kept.naam, kept.functie) == ("Rob de Boor", "schuldhulpverlener")
    moved = by_kenmerk(shown.caseload, "G-2025-014").betrokkenheden
    assert next(each for each in moved if each.id == helper.id).professional == again
    shown.page.undo.click()
    assert shown.person(rob) is not None
    assert (
        next(each for each in by_kenmerk(shown.caseload, "G-2025-014").betrokkenheden if each.id == helper.id) == helper
    )


def test_who_are_said_to_be_two_are_not_asked_about_again(shown: Shown) -> None:
    shown.add(Professional(new_id(), "Rob de Boor"))
    shown.choose("Rob de Boor")
    banner = next(each for each in shown.page.findChildren(Banner) if each.isVisible())
    banner.closed.emit()
    shown.choose("Rob de Boer")
    assert "Is dit dezelfde?" not in shown.said()


def test_who_is_used_cannot_go_and_who_is_not_can(shown: Shown) -> None:
    part = shown.choose("Sanne Dijkstra")
    shown.button("Weghalen…").click()
    shown.agree()
    assert shown.person(part) is not None
    assert "Dit staat nog bij een gezin, of bij iemand van de sociale kaart." in shown.said()
    new = shown.add(Professional(new_id(), "Iris Veen"))
    shown.choose("Iris Veen")
    shown.button("Weghalen…").click()
    shown.agree()
    assert shown.person(new) is None
    assert shown.page.detail.isHidden()
    shown.page.undo.click()
    assert shown.person(new) is not None


def test_what_is_half_typed_survives_a_lock(session: Session) -> None:
    session.desk.side.chosen.emit("kaart")
    session.settle()
    session.desk.kaart_page.begin_person()
    session.settle()
    name = session.desk.kaart_page.detail.answers["naam"]
    name.put("Iris V")
    name.focus()
    session.window.lock()
    session.unlock()
    page = session.desk.kaart_page
    assert session.desk.pages.currentWidget() is page
    assert page.detail.answers["naam"].get() == "Iris V"
    assert QApplication.focusWidget() is page.detail.answers["naam"].widget


def test_of_who_is_there_a_lock_saves_what_is_valid(session: Session) -> None:
    session.desk.side.chosen.emit("kaart")
    session.settle()
    page = session.desk.kaart_page
    rij = next(each for each in session.desk.around.kaart.state.rijen if each.naam == "Rob de Boer")
    page.choose(rij.id)
    session.settle()
    page.detail.answers["mail"].put("rob@voorbeeld.nl")
    page.detail.answers["kennisgemaakt_op"].put("31-02-2026")
    session.window.lock()
    session.unlock()
    again = session.desk.kaart_page.detail
    assert again.answers["mail"].get() == "rob@voorbeeld.nl"
    assert again.answers["kennisgemaakt_op"].get() == "31-02-2026"
    assert not session.window.findChildren(DraftFrame)


def test_ctrl_z_and_a_family_from_here(session: Session) -> None:
    session.desk.side.chosen.emit("kaart")
    session.settle()
    page = session.desk.kaart_page
    rij = next(each for each in session.desk.around.kaart.state.rijen if each.naam == "Rob de Boer")
    page.choose(rij.id)
    session.settle()
    link = next(each for each in page.findChildren(QPushButton) if each.text().endswith("(helpt nu)"))
    link.click()
    session.settle()
    assert session.desk.pages.currentWidget() is session.desk.family_page


@pytest.mark.parametrize("width", [1158, 700])
def test_nothing_is_pushed_out(shown: Shown, width: int) -> None:
    shown.choose("Sanne Dijkstra")
    shown.page.resize(width, 600)
    settle()
    sheet = shown.page.detail.sheet
    assert sheet is not None
    assert sheet.page.horizontalScrollBar().maximum() == 0
    assert shown.page.list.table.horizontalScrollBar().maximum() == 0
