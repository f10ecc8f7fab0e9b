"""Mijn gezinnen in a real window on a real vault: one test per wire."""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.families import FamiliesPresenter, FamiliesState
from gezinsplan.services import logbook, start
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.services.logbook import Vraag
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from gezinsplan.ui import theme
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.families_page import FamiliesPage
from gezinsplan.ui.families_table import ACTIES, FASE, GATEN, GESPREK, HULP, REGIE
from gezinsplan.ui.new_family_dialog import NewFamilyDialog
from gezinsplan.ui.tokens import Tone
from tests.running import at_once

pytestmark = pytest.mark.usefixtures("dressed")

ZONDER_REGISSEUR, GEHEIM = "G-2025-019", "G-2026-007"


class Shown:
    """The page in a window, which family it wanted to open, and what was refused."""

    def __init__(self, qtbot: QtBot, caseload: Caseload, width: int = 1158) -> None:
        self.opened: list[UUID] = []
        self.refused: list[Refused] = []
        self.caseload = caseload
        self.presenter = FamiliesPresenter(caseload, at_once, self.show, self.refused.append)
        self.page = FamiliesPage(self.presenter, self.opened.append)
        qtbot.addWidget(self.page)
        self.page.resize(width, 768)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.presenter.load()
        QApplication.processEvents()

    def names(self) -> list[str]:
        rows = self.page.table.rows
        return [rows.row(number).naam for number in range(rows.rowCount())]

    def cell(self, kenmerk: str, column: int) -> Cell:
        rows = self.page.table.rows
        found = (rows.row(number) for number in range(rows.rowCount()))
        return rows.columns[column].cell(next(row for row in found if row.kenmerk == kenmerk))

    def show(self, state: FamiliesState) -> None:
        self.page.show_state(state)

    def texts(self) -> list[str]:
        QApplication.processEvents()  # what is new is shown in the next turn
        labels = [each.text() for each in self.page.findChildren(QLabel) if each.isVisible()]
        return labels + [each.text() for each in self.page.findChildren(QPushButton) if each.isVisible()]

    def press(self, text: str) -> None:
        QApplication.processEvents()
        found = [each for each in self.page.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        found[-1].click()

    def dialog(self) -> NewFamilyDialog:
        self.page.new.click()
        return self.page.findChildren(NewFamilyDialog)[-1]


@pytest.fixture
def caseload(demo_caseload: Caseload) -> Caseload:
    return demo_caseload


@pytest.fixture
def shown(qtbot: QtBot, caseload: Caseload) -> Shown:
    return Shown(qtbot, caseload)


@pytest.fixture
def empty(qtbot: QtBot, vault: Vault) -> Shown:
    caseload = Caseload(vault)
    start.introduce(caseload, start.OverMij("Sanne Dijkstra", "Sociaal team"))
    return Shown(qtbot, caseload)


def test_every_family_stands_in_the_list(shown: Shown) -> None:
    assert "Bakker" in shown.names()
    assert len(shown.names()) >= 12
    assert shown.cell(ZONDER_REGISSEUR, REGIE) == Cell("geen regisseur", chip=Tone.RED, chip_icon="circle-alert")
    assert shown.cell("G-2025-014", HULP).spoken() == "4, was 15"
    assert shown.cell("G-2025-014", FASE).text == "Aan de slag"
    assert re.search(r", over [4-6] dagen$", shown.cell("G-2025-014", GESPREK).spoken())  # never in a weekend
    assert shown.cell("G-2026-021", GESPREK).text == "nog niet gepland"
    assert shown.cell("G-2025-014", ACTIES) == Cell("1 te laat", chip=Tone.RED)
    assert shown.cell(ZONDER_REGISSEUR, GATEN).text.startswith("Niemand doet dit nu: ")
    assert not shown.refused


def test_nothing_is_counted_over_families(shown: Shown) -> None:
    assert not [text for text in shown.texts() if "gemiddeld" in text.lower() or "totaal" in text.lower()]


def test_typing_filters_at_once_and_enter_opens_the_first(shown: Shown) -> None:
    shown.page.focus_search()
    QTest.keyClicks(shown.page.search, "fatma")
    assert shown.names() == ["De Vries – Yılmaz"]
    QTest.keyClick(shown.page.search, Qt.Key.Key_Return)
    assert shown.opened == [by_kenmerk(shown.caseload, "G-2025-014").id]
    QTest.keyClick(shown.page.search, Qt.Key.Key_Escape)
    assert len(shown.names()) > 1


def test_a_search_is_one_line_in_the_log_and_not_one_per_key(shown: Shown) -> None:
    def searches() -> int:
        return [each.wat for each in logbook.rows(shown.caseload, Vraag())].count("Gezocht")

    QTest.keyClicks(shown.page.search, "fatma")
    assert searches() == 1
    shown.page.search.clear()
    QTest.keyClicks(shown.page.search, "oma")
    assert searches() == 2
    QTest.keyClick(shown.page.search, Qt.Key.Key_Return)
    QTest.keyClicks(shown.page.search, " d")
    assert searches() == 3


def test_enter_without_a_question_opens_nothing(shown: Shown) -> None:
    QTest.keyClick(shown.page.search, Qt.Key.Key_Return)
    assert not shown.opened


def test_nothing_found_says_what_to_do(shown: Shown) -> None:
    shown.page.search.setText("xyzzy")
    assert "Geen gezin gevonden" in shown.texts()
    shown.press("Zoekveld leegmaken")
    assert "Bakker" in shown.names()
    QApplication.processEvents()
    assert shown.page.table.isVisible()


def test_what_is_shielded_is_not_found(shown: Shown) -> None:
    for secret in ("Zwaluwkade", "2742", "Waddinxveen 41"):
        shown.page.search.setText(secret)
        assert "Petrović – van Rossum" not in shown.names()


def test_down_goes_into_the_table_and_enter_opens(shown: Shown) -> None:
    shown.page.focus_search()
    QTest.keyClick(shown.page.search, Qt.Key.Key_Down)
    assert shown.page.table.hasFocus()
    QTest.keyClick(shown.page.table, Qt.Key.Key_Down)
    QTest.keyClick(shown.page.table, Qt.Key.Key_Return)
    assert shown.opened == [shown.page.table.rows.row(1).id]


def test_a_click_opens(shown: Shown) -> None:
    table = shown.page.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.rows.index(2, 0)).center())
    assert shown.opened == [table.rows.row(2).id]


def test_sorting_by_a_column(shown: Shown) -> None:
    shown.page.table.rows.sort(ACTIES)
    assert shown.page.table.rows.row(0).te_laat == max(
        shown.page.table.rows.row(number).te_laat for number in range(len(shown.names()))
    )
    shown.page.table.rows.sort(GESPREK)
    assert shown.page.table.rows.row(0).volgend is not None


def test_one_without_regisseur_is_in_sight_and_opens(shown: Shown) -> None:
    assert "Zonder regisseur: 1 gezin" in shown.texts()
    shown.press("Openen")
    assert shown.opened == [by_kenmerk(shown.caseload, ZONDER_REGISSEUR).id]


def test_several_without_regisseur_can_be_shown_alone(empty: Shown) -> None:
    for name in ("Bakker", "Jansen", "Kaya"):
        dialog = empty.dialog()
        dialog.answers["naam"].put(name)
        if name != "Kaya":
            dialog.nobody.click()
            dialog.answers["reden"].put("Het gezin kiest zelf")
        dialog.make.click()
    assert "Zonder regisseur: 2 gezinnen" in empty.texts()
    empty.press("Toon deze gezinnen")
    assert empty.names() == ["Bakker", "Jansen"]
    empty.press("Toon alle gezinnen")
    assert empty.names() == ["Bakker", "Jansen", "Kaya"]


def test_closed_families_are_folded_away(shown: Shown) -> None:
    closed = "Ó Dálaigh – Kramer"
    assert closed not in shown.names()
    shown.press("Toon gesloten (1)")
    assert shown.names()[-1] == closed
    assert shown.cell("G-2024-001", REGIE) == Cell("afgesloten", muted=True)
    shown.press("Verberg gesloten (1)")
    assert closed not in shown.names()
    shown.page.search.setText("kramer")
    assert shown.page.closed.isVisible()
    shown.page.search.setText("bakker")
    assert not shown.page.closed.isVisible()


def test_the_chosen_family_stays_chosen_after_a_step_elsewhere(shown: Shown) -> None:
    table = shown.page.table
    table.choose(table.rows.row(3))
    chosen = table.current()
    assert chosen is not None
    family = shown.caseload.family(chosen.id, today())
    gezin = replace(family.dossier.gezin, wijk="Nieuwland")
    shown.caseload.change("Wijk", family, lambda each: replace(each, dossier=replace(each.dossier, gezin=gezin)))
    shown.presenter.load()
    current = table.current()
    assert current is not None
    assert (current.id, current.plaats) == (chosen.id, "Nieuwland")


def test_a_new_caseload_says_what_this_is_for(empty: Shown) -> None:
    assert "Nog geen gezinnen" in empty.texts()
    assert not empty.page.table.isVisible()
    empty.page.setFocus()
    assert empty.page.new.hasFocus()
    empty.press("Nieuw gezin")
    assert empty.page.findChildren(NewFamilyDialog)


def test_a_new_family_by_keyboard_alone(empty: Shown, qtbot: QtBot) -> None:
    QTest.keyClick(empty.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = empty.page.findChildren(NewFamilyDialog)
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle() == "Nieuw gezin"
    QTest.keyClicks(dialog.answers["naam"].widget, "Familie Ozturk")
    QTest.keyClick(dialog.answers["naam"].widget, Qt.Key.Key_Return)
    (root,) = empty.opened
    dossier = empty.caseload.dossier(root)
    assert (dossier.gezin.naam, dossier.gezin.start) == ("Familie Ozturk", today())
    assert empty.names() == ["Familie Ozturk"]
    assert dossier.regisseurschappen[0].houder == dossier.betrokkenheden[0].id


def test_nobody_yet_asks_why(empty: Shown) -> None:
    dialog = empty.dialog()
    assert not dialog.fields["reden"].isVisible()
    dialog.nobody.click()
    dialog.answers["naam"].put("Bakker")
    dialog.answers["start"].put("2-3-2026")
    dialog.make.click()
    assert dialog.fields["reden"].error()
    dialog.answers["reden"].put("Het gezin kiest zelf")
    dialog.make.click()
    term = empty.caseload.dossier(empty.opened[0]).regisseurschappen[0]
    assert (term.houder, term.reden, term.vanaf) == (None, "Het gezin kiest zelf", date(2026, 3, 2))


def test_a_mistake_stands_beside_its_field(empty: Shown) -> None:
    dialog = empty.dialog()
    dialog.make.click()
    assert dialog.fields["naam"].error()
    dialog.answers["naam"].put("x" * 201)
    dialog.answers["start"].put("31-02-2026")
    dialog.make.click()
    assert dialog.fields["start"].error()
    assert not dialog.fields["naam"].error()
    dialog.answers["start"].put("1-2-2026")
    dialog.make.click()
    assert dialog.fields["naam"].error()
    assert dialog.make.isEnabled()
    assert not empty.opened


def test_half_typed_is_back_after_a_crash_and_gone_after_escape(empty: Shown) -> None:
    dialog = empty.dialog()
    dialog.nobody.click()
    dialog.answers["naam"].put("Bak")
    dialog.answers["reden"].put("nog kiezen")
    dialog.keep()
    again = empty.dialog()
    assert again.answers["naam"].get() == "Bak"
    assert again.nobody.isChecked()
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert empty.dialog().answers["naam"].get() == ""


def test_a_row_is_one_sentence_for_a_screen_reader(shown: Shown) -> None:
    row = shown.page.table.rows.row(shown.names().index("De Vries – Yılmaz"))
    said = shown.page.table.cells.summary(row)
    assert said.startswith("De Vries – Yılmaz, Aan de slag, 4 hulpverleners, was 15, regisseur: ")
    name = QAccessible.queryAccessibleInterface(shown.page.table).text(QAccessible.Text.Name)
    assert name == "Mijn gezinnen"


def test_no_address_and_no_telephone_on_the_page(shown: Shown) -> None:
    rows, columns = shown.page.table.rows, range(len(shown.page.table.rows.columns))
    said = " ".join(str(rows.index(row, column).data()) for row in range(rows.rowCount()) for column in columns)
    for private in ("06-", "0182", "Turfsingelhof", "Zwaluwkade", "2742"):
        assert private not in said


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1158), (1.0, 800), (1.5, 1095), (2.0, 1000)])
def test_everything_fits(qtbot: QtBot, shown: Shown, scale: float, width: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, scale)
    wide = Shown(qtbot, shown.caseload, width)
    table = wide.page.table
    if scale < 2.0:
        assert table.horizontalScrollBar().maximum() == 0
    clipped = [
        each.text()
        for each in wide.page.findChildren(QPushButton)
        if each.isVisible() and each.width() < each.minimumSizeHint().width()
    ]
    assert not clipped
    assert inside(wide.page, wide.page.search)
    assert inside(wide.page, wide.page.new)


def inside(page: QWidget, part: QWidget) -> bool:
    return page.rect().contains(part.rect().translated(part.mapTo(page, part.rect().topLeft())))


def test_in_a_narrow_window_the_name_tells_what_has_no_column(qtbot: QtBot, shown: Shown) -> None:
    narrow = Shown(qtbot, shown.caseload, 720)
    assert narrow.page.table.isColumnHidden(FASE)
    assert narrow.page.table.isColumnHidden(ACTIES)
    assert not narrow.page.table.isColumnHidden(GATEN)
    assert "Aan de slag" in narrow.cell("G-2025-014", 0).below
    assert narrow.cell("G-2025-014", GATEN) == Cell("1 te laat", chip=Tone.RED)


def test_two_hundred_families_answer_while_typing(shown: Shown) -> None:
    state = shown.presenter._state()
    many = tuple(
        replace(state.rows[number % 12], naam=f"Gezin {number}", woorden=f"Gezin {number}", id=UUID(int=number))
        for number in range(200)
    )
    shown.page.show_state(replace(state, rows=many))
    for typed in ("g", "ge", "gez", "gezi", "gezin 1"):
        shown.page.search.setText(typed)
        QApplication.processEvents()
    assert shown.page.table.rows.rowCount() == 119  # every one with a 1 in its number
