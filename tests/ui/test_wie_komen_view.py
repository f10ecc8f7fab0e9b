"""Wie komen er allemaal? in real windows: fifteen people by keyboard alone, the suggestions, drafts, the baseline."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.namen import helper_name
from gezinsplan.presenters.wie_komen_regel import ORGANISATIE, SINDS, VOOR, VRAAG, WIE
from gezinsplan.services.families import NieuwGezin
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today, typed_date
from gezinsplan.ui.helpt_tab import HelptTab
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.suggest_line import SuggestLine
from gezinsplan.ui.wie_komen_view import WieKomenView
from tests.ui.scene import Scene, settle
from tests.ui.session import Session

pytestmark = pytest.mark.usefixtures("dressed")


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


class Keyboard:
    """Types into whatever has the keyboard, and counts every key that is no letter of a word."""

    def __init__(self) -> None:
        self.count = 0

    def write(self, words: str) -> None:
        QTest.keyClicks(focused(), words)

    def press(self, key: Qt.Key) -> None:
        self.count += 1
        QTest.keyClick(focused(), key)
        settle()


@pytest.fixture
def scene(qtbot: QtBot, vault: Vault) -> Scene[WieKomenView]:
    made = Scene(qtbot, vault, WieKomenView)
    made.open_new()
    made.view.activateWindow()
    qtbot.waitUntil(made.view.isActiveWindow)
    made.view.setFocus()
    return made


def line(scene: Scene[WieKomenView], name: str) -> SuggestLine:
    return scene.view.line.lines[name]


def names(scene: Scene[WieKomenView]) -> list[str]:
    kaart = scene.presenter.family.team.kaart
    return [helper_name(each, kaart) for each in scene.dossier.betrokkenheden]


def newest(scene: Scene[WieKomenView]) -> Betrokkenheid:
    return scene.dossier.betrokkenheden[-1]


FIFTEEN = (
    ("Rob de Boer", "Jeugdhulp Oost", "Lisa", "opvoeden", "ongeveer 2023"),
    ("huisarts", "Praktijk De Linde", "", "", "2019"),
    ("iemand van de GGZ", "GGZ Noord", "papa", "somber", "mei 2025"),
    ("Anna Vos", "Wijkteam Zuid", "", "geld", ""),
    ("Karin", "Basisschool De Regenboog", "Lisa en Emre", "lezen", "2024"),
    ("wijkagent", "", "", "ruzie op straat", ""),
    ("Peter Smit", "Schuldhulp Nu", "papa en mama", "schulden", "2025"),
    ("maatje", "Humanitas", "mama", "praten", ""),
    ("Joost Bakker", "De Kleine Beer", "Emre", "spelen", "2024"),
    ("Fleur", "Jeugdhulp Oost", "Emre", "boosheid", "2025"),
    ("jeugdarts", "GGD", "de kinderen", "groei", ""),
    ("Miriam Levi", "Verslavingszorg Midden", "papa", "drinken", "2024"),
    ("Tom Visser", "Woonstichting Thuis", "", "huur", "2022"),
    ("Els Prins", "Thuiszorg Rond", "mama", "rug", "2025"),
    ("Noor Jansen", "Jeugdbescherming", "Lisa en Emre", "toezicht", "2026"),
)


def test_fifteen_people_by_keyboard_with_at_most_five_keys_each(scene: Scene[WieKomenView]) -> None:
    before = len(scene.dossier.betrokkenheden)
    for number, person in enumerate(FIFTEEN):
        keyboard = Keyboard()
        for at, words in enumerate(person):
            keyboard.write(words)
            if not any(person[at + 1 :]):
                break
            keyboard.press(Qt.Key.Key_Tab)
        keyboard.press(Qt.Key.Key_Return)
        assert keyboard.count <= 5
        assert len(scene.dossier.betrokkenheden) == before + number + 1, person
        assert focused() is line(scene, WIE)
        assert len(scene.view.drawing._drawing.vakken) == before + number + 1
    assert [each.naam for each in scene.dossier.personen] == ["Lisa", "papa", "Emre", "mama"]
    assert len(names(scene)) == before + 15
    assert scene.presenter.state.undo == "Iemand toevoegen"


def test_each_line_is_one_step_and_ctrl_z_takes_it_back(session: Session) -> None:
    refused: list[object] = []
    nieuw = NieuwGezin("Nieuw", today(), ik_ben_regisseur=True)
    session.desk.families.new_family(nieuw, session.desk.open_family, refused.append)
    session.settle()
    page = session.desk.family_page
    page.tabs.bar.setCurrentIndex(2)
    page.show_entry()
    assert focused() is page.entry.line.lines[WIE]
    for name in ("Rob", "Anna"):
        QTest.keyClicks(focused(), name)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        session.settle()

    def number() -> int:
        return len(session.desk.family.family.dossier.betrokkenheden)

    assert number() == 3
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    session.settle()
    assert number() == 2
    assert page.pages.currentWidget() is page.entry


def test_an_arrow_and_tab_take_a_suggestion(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    keyboard.write("dijk")
    assert line(scene, WIE).suggested() == ("Sanne Dijkstra – Sociaal team Gouda",)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Tab)
    assert line(scene, WIE).text() == "Sanne Dijkstra"
    assert line(scene, ORGANISATIE).text()
    assert focused() is line(scene, VOOR)
    assert line(scene, WIE).suggested() == ()
    assert keyboard.count == 2


def test_arrow_right_takes_the_first_and_enter_what_is_chosen(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    organisation = scene.presenter.family.team.kaart.organisaties[0].naam
    line(scene, ORGANISATIE).setFocus()
    keyboard.write(organisation[:-1])
    keyboard.press(Qt.Key.Key_Right)
    assert line(scene, ORGANISATIE).text() == organisation
    assert focused() is line(scene, VOOR)
    line(scene, VRAAG).setFocus()
    keyboard.write("won")
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert line(scene, VRAAG).text() == "Wonen"
    assert len(scene.dossier.betrokkenheden) == 1  # nothing was ended by that Enter


def test_a_suggestion_never_stops_who_types_on(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    keyboard.write("Sanne")
    assert line(scene, WIE).suggested()
    keyboard.press(Qt.Key.Key_Escape)
    assert line(scene, WIE).suggested() == ()
    keyboard.write(" Anders")
    keyboard.press(Qt.Key.Key_Return)
    assert names(scene)[-1] == "Sanne Anders"


def test_somebody_of_the_sociale_kaart_is_not_made_twice(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    kaart = scene.presenter.family.team.kaart
    known = next(each for each in kaart.professionals if each.naam == "Rob de Boer")
    keyboard.write("rob de boer")
    keyboard.press(Qt.Key.Key_Return)
    assert newest(scene).professional == known.id
    assert scene.presenter.family.team.kaart.professionals == kaart.professionals
    keyboard.write("Rob de Boer")
    keyboard.press(Qt.Key.Key_Return)
    assert "Deze persoon staat er al bij." in scene.view.line.fields[WIE].error()
    assert line(scene, WIE).selectedText() == "Rob de Boer"
    keyboard.write("Rob")
    assert scene.view.line.fields[WIE].error() == ""


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    keyboard.write("Anna")
    line(scene, SINDS).setFocus()
    keyboard.write("ooit")
    keyboard.press(Qt.Key.Key_Return)
    assert "Deze datum bestaat niet." in scene.view.line.fields[SINDS].error()
    assert line(scene, WIE).text() == "Anna"
    assert len(scene.dossier.betrokkenheden) == 1


def test_what_the_vault_refuses_comes_back(scene: Scene[WieKomenView]) -> None:
    (scene.caseload.folder / "dossiers.db-journal").mkdir()  # nothing can be written any more
    keyboard = Keyboard()
    keyboard.write("Anna")
    keyboard.press(Qt.Key.Key_Return)
    assert line(scene, WIE).text() == "Anna"
    assert "niet" in scene.said()


def test_nog_aanvullen_lists_what_is_open_and_opens_it(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    keyboard.write("iemand van de GGZ")
    keyboard.press(Qt.Key.Key_Return)
    assert "Hoe heet deze persoon?" in scene.said()
    number = len(scene.dossier.betrokkenheden)
    scene.button(f"Nog aanvullen: {number}").click()
    scene.button("Toon iedereen")
    row = next(each for each in scene.view.findChildren(OpenRow) if each.objectName() == str(newest(scene).id))
    row.click()
    form = scene.form()
    form.answers["omschrijving"].put("Bea van de GGZ")
    form.go.click()
    assert names(scene)[-1] == "Bea van de GGZ"
    scene.button("Toon iedereen").click()


def test_the_baseline_is_settled_by_keyboard_and_taken_back(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    keyboard.write("Anna")
    keyboard.press(Qt.Key.Key_Return)
    assert "Kloppen deze 2?" in scene.said()
    keyboard.press(Qt.Key.Key_Return)  # an empty line: nobody more
    assert focused().objectName() == "beginstand/yes"
    keyboard.press(Qt.Key.Key_Space)
    form = scene.form()
    form.answers["beginstand_op"].put(typed_date(today() + timedelta(days=1)))
    form.go.click()
    assert form.fields["beginstand_op"].error()
    form.answers["beginstand_op"].put(typed_date(today()))
    form.go.click()
    assert scene.dossier.gezin.beginstand_op == today()
    assert aantal_professionals(scene.dossier, today()) == 2
    assert "Nageteld met het gezin op" in scene.said()
    scene.button("Opnieuw natellen").click()
    assert scene.dossier.gezin.beginstand_op is None


def test_the_preview_says_what_it_becomes(scene: Scene[WieKomenView]) -> None:
    Keyboard().write("huisarts")
    assert "huisarts, naam nog niet bekend · voor het hele gezin · vaste basis, telt niet mee" in scene.said()


def test_a_line_that_was_not_ended_survives_a_lock(session: Session) -> None:
    session.open_family()
    session.desk.family_page.show_entry()
    session.settle()
    entry = session.desk.family_page.entry
    entry.line.lines[WIE].setText("Rob de B")
    entry.line.lines[VRAAG].setText("slapen")
    entry.line.lines[VRAAG].setFocus()
    session.window.lock()
    session.unlock()
    page = session.desk.family_page
    assert page.pages.currentWidget() is page.entry
    assert page.entry.line.texts() == {WIE: "Rob de B", ORGANISATIE: "", VOOR: "", VRAAG: "slapen", SINDS: ""}
    assert focused() is page.entry.line.lines[VRAAG]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    session.settle()
    assert len(session.desk.caseload.draft(f"{page.presenter.family.dossier.id}/wie-komen/new")) == 0


def test_it_is_reached_from_wie_helpt_and_left_by_klaar_and_by_a_tab(session: Session) -> None:
    session.open_family()
    page = session.desk.family_page
    page.tabs.bar.setCurrentIndex(2)
    helps = page.pages.currentWidget()
    assert isinstance(helps, HelptTab)
    helps.who.all.click()
    assert page.pages.currentWidget() is page.entry
    page.entry.done.emit()
    assert page.pages.currentWidget() is helps
    helps.who.all.click()
    page.tabs.bar.setCurrentIndex(0)
    assert page.pages.currentWidget() is page.views[0]


def test_the_empty_state_of_a_new_family_begins_here(qtbot: QtBot, vault: Vault) -> None:
    scene = Scene(qtbot, vault, HelptTab)
    asked: list[bool] = []
    scene.view.entry.connect(lambda: asked.append(True))
    scene.open("G-2025-014")
    scene.view.empty.show()
    scene.button("Wie komen er allemaal?").click()
    assert asked


@pytest.mark.parametrize("width", [1366, 860, 460])
def test_nothing_is_pushed_out_at_any_width(scene: Scene[WieKomenView], width: int) -> None:
    scene.view.resize(width, 700)
    settle()
    assert scene.view.page.horizontalScrollBar().maximum() == 0
    inside = scene.view.line.rect()
    for field in scene.view.line.fields.values():
        place = field.mapTo(scene.view.line, field.rect().bottomRight())
        assert inside.contains(place)


def test_is_dit_dezelfde_is_one_press(scene: Scene[WieKomenView]) -> None:
    keyboard = Keyboard()
    keyboard.write("Rob de Boor")
    keyboard.press(Qt.Key.Key_Return)
    assert (
        "Rob de Boor lijkt op Rob de Boer (Schuldhulp gemeente) in uw sociale kaart. Is dit dezelfde?" in scene.said()
    )
    scene.button("Ja, dezelfde").click()
    assert names(scene)[-1] == "Rob de Boer"
    assert "Is dit dezelfde?" not in scene.said()
    assert focused() is line(scene, WIE)
    scene.presenter.undo()
    assert names(scene)[-1] == "Rob de Boor"
