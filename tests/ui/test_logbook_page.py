"""Logboek in a real window on a real vault: one test per wire."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.logboek import LogActie, Melding, Resultaat
from gezinsplan.presenters.logbook import LogPresenter, LogState
from gezinsplan.services import logbook
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.ui import theme
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.logbook_page import LogPage
from gezinsplan.ui.logbook_table import HERKOMST, OVER, RESULTAAT, WANNEER, WAT
from gezinsplan.ui.tokens import Tone
from tests.running import at_once
from tests.ui.scene import settle
from tests.ui.test_kit import clipped

pytestmark = pytest.mark.usefixtures("dressed")

LONG, BAKKER = "G-2025-019", "G-2026-002"


class Shown:
    """The page in a window, and what was refused."""

    def __init__(self, qtbot: QtBot, caseload: Caseload, width: int = 1158, height: int = 620) -> None:
        self.refused: list[Refused] = []
        self.caseload = caseload
        self.presenter = LogPresenter(caseload, at_once, self.show, self.refused.append)
        self.page = LogPage(self.presenter)
        qtbot.addWidget(self.page)
        self.page.resize(width, height)
        self.page.show()
        self.presenter.open()
        settle()

    def show(self, state: LogState) -> None:
        self.page.show_state(state)

    def cell(self, row: int, column: int) -> Cell:
        rows = self.page.table.rows
        return rows.columns[column].cell(rows.row(row))

    def texts(self) -> str:
        settle()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, text: str) -> None:
        settle()
        next(each for each in self.page.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()
        settle()

    def choose(self, name: str, value: object) -> None:
        answer = self.page.answers[name]
        answer.put(value)
        answer.left.emit()
        settle()


@pytest.fixture
def shown(qtbot: QtBot, demo_caseload: Caseload) -> Iterator[Shown]:
    demo_caseload.log(LogActie.GELEZEN, by_kenmerk(demo_caseload, LONG).id)
    demo_caseload.lines.add(Melding(LogActie.ONTGRENDELEN_MISLUKT, resultaat=Resultaat.MISLUKT))
    page = Shown(qtbot, demo_caseload)
    yield page
    assert page.refused == []


def test_the_newest_line_is_above(shown: Shown) -> None:
    assert [shown.cell(row, WAT).text for row in range(3)] == [
        "Logboek bekeken",
        "Ontgrendelen geprobeerd",
        "Gelezen",
    ]
    assert shown.cell(1, RESULTAAT) == Cell("mislukt", chip=Tone.RED, chip_icon="circle-alert")
    assert shown.cell(2, OVER).below == LONG
    assert shown.cell(2, HERKOMST) == Cell("venster", "Sanne Dijkstra")
    assert shown.cell(2, WANNEER).below.count(":") == 2
    assert "de nieuwste boven" in shown.page.count.text()
    assert not shown.page.older.isVisible()


def test_by_family_and_action(shown: Shown) -> None:
    shown.choose("gezin", by_kenmerk(shown.caseload, LONG).id)
    assert shown.page.table.rows.rowCount() == 2
    shown.choose("actie", LogActie.GELEZEN)
    assert shown.page.table.rows.rowCount() == 1
    shown.choose("gezin", "")
    shown.choose("actie", "")
    assert shown.page.table.rows.rowCount() > 10


def test_a_day_that_is_none_is_told_beside_its_field(shown: Shown) -> None:
    shown.choose("vanaf", "31-02")
    assert "bestaat niet" in shown.page.fields["vanaf"].error()
    assert shown.page.table.rows.rowCount() > 10
    shown.choose("vanaf", "")
    assert shown.page.fields["vanaf"].error() == ""


def test_nothing_found_offers_everything(shown: Shown) -> None:
    field = shown.page.answers["tot"].widget
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "1-1-2020")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Geen regels gevonden" in shown.texts()
    assert not shown.page.table.isVisible()
    shown.press("Alles tonen")
    assert shown.page.table.isVisible()
    assert field.text() == ""


def test_a_check_is_told_in_words_and_aloud(shown: Shown) -> None:
    shown.page.verify.click()
    settle()
    assert logbook.mark(shown.caseload) in shown.page.said()
    assert shown.cell(0, WAT).text == "Logboek gecontroleerd"
    with shown.caseload.vault.write() as conn:
        conn.exec_driver_sql("DROP TRIGGER logboek_kept_UPDATE")
        conn.exec_driver_sql("UPDATE logboek SET actor = 'x' WHERE nummer < 10")
    shown.page.verify.click()
    settle()
    assert "klopt niet meer. Regel 1 is veranderd" in shown.page.said()
    assert "Er zijn nog 4 bevindingen." in shown.page.said()
    assert shown.page.verify.isEnabled()


def test_older_lines_come_below(qtbot: QtBot, demo_caseload: Caseload) -> None:
    for _again in range(logbook.PAGE):
        demo_caseload.log(LogActie.GEZOCHT)
    shown = Shown(qtbot, demo_caseload)
    assert shown.page.table.rows.rowCount() == logbook.PAGE
    shown.press("Oudere regels tonen")
    assert shown.page.table.rows.rowCount() > logbook.PAGE
    assert not shown.page.older.isVisible()


def test_it_is_kept_where_the_user_chooses(shown: Shown, tmp_path: Path) -> None:
    shown.press("Bewaren als JSON…")
    (dialog,) = shown.page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Logboek.json")
    dialog.fileSelected.emit(str(tmp_path / "log.json"))
    dialog.reject()
    settle()
    assert (tmp_path / "log.json").exists()
    assert "bewaard als bestand" in shown.page.said()
    shown.page._save(tmp_path / "geen" / "log.json")
    settle()
    assert "bewaard" in shown.page.said()
    assert [each.text() for each in shown.page.findChildren(QPushButton) if each.text() == "Andere map…"]


def test_a_screen_reader_hears_names_and_whole_rows(shown: Shown) -> None:
    for name, label in (("vanaf", "Vanaf"), ("tot", "Tot en met"), ("gezin", "Gezin"), ("actie", "Wat")):
        assert shown.page.answers[name].widget.accessibleName() == label
    table = QAccessible.queryAccessibleInterface(shown.page.table)
    assert table.text(QAccessible.Text.Name) == "Logboek"
    summary = shown.page.table.rows.data(shown.page.table.rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Ontgrendelen geprobeerd, mislukt, venster" in summary


def test_everything_is_reached_by_keyboard(shown: Shown) -> None:
    shown.page.setFocus()
    assert shown.page.answers["vanaf"].widget.hasFocus()
    reached = []
    for _again in range(7):
        part = QApplication.focusWidget()
        assert part is not None
        reached.append(part)
        QTest.keyClick(part, Qt.Key.Key_Tab)
    fields = [answer.widget for answer in shown.page.answers.values()]
    assert reached == [*fields, shown.page.table, shown.page.verify, shown.page.save]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_text_fits(qtbot: QtBot, qapp: QApplication, demo_caseload: Caseload, scale: float) -> None:
    theme.dress(qapp, scale)
    shown = Shown(qtbot, demo_caseload, 1366 - int(208 * scale))
    shown.page.verify.click()
    settle()
    assert clipped(shown.page) == []
    assert shown.page.table.horizontalScrollBar().maximum() == 0
    assert shown.page.table.height() >= theme.scaled(200)


def test_in_a_narrow_window_what_gives_way_stands_below(qtbot: QtBot, demo_caseload: Caseload) -> None:
    demo_caseload.log(LogActie.GELEZEN, by_kenmerk(demo_caseload, BAKKER).id)
    demo_caseload.lines.add(Melding(LogActie.ONTGRENDELEN_MISLUKT, resultaat=Resultaat.MISLUKT))
    shown = Shown(qtbot, demo_caseload, 480)
    assert [shown.page.table.isColumnHidden(at) for at in range(5)] == [False, False, True, True, True]
    assert shown.cell(2, WAT).below == "Bakker · gelukt · venster"
    assert shown.cell(1, WAT).tone is Tone.RED
