from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gezinsplan.ui.cells import Cell
from gezinsplan.ui.chart import Series
from gezinsplan.ui.table import Column, Rows, Table, fold
from gezinsplan.ui.tokens import Tone

pytestmark = pytest.mark.usefixtures("dressed")


@dataclass(frozen=True)
class Family:
    name: str
    place: str
    now: int


FAMILIES = (
    Family("Şahin", "Gouda", 4),
    Family("Bakker", "Waddinxveen", 8),
    Family("Yıldız – Łukasz", "Gouda", 2),
    Family("Coëlho", "Zuidplas", 11),
)
COLUMNS = (
    Column[Family]("Gezin", lambda row: Cell(row.name, row.place, bold=True), lambda row: fold(row.name), stretch=True),
    Column[Family]("Fase", lambda _row: Cell("Aan de slag", chip=Tone.ACCENT)),
    Column[Family](
        "Professionals",
        lambda row: Cell(str(row.now), spark=Series(), spark_text="was 15"),
        lambda row: row.now,
    ),
)


def filled(families: tuple[Family, ...] = FAMILIES) -> Rows[Family]:
    rows = Rows(COLUMNS, lambda row: f"{row.name}, {row.now} professionals")
    rows.set_rows(families)
    return rows


def names(rows: Rows[Family]) -> list[str]:
    return [rows.row(number).name for number in range(rows.rowCount())]


def shown(qtbot: QtBot, rows: Rows[Family]) -> Table[Family]:
    table = Table(rows, "Mijn gezinnen")
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show()
    qtbot.waitExposed(table)
    return table


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(filled())  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sahin", ["Şahin"]),
        ("YILDIZ", ["Yıldız – Łukasz"]),
        ("lukasz gouda", ["Yıldız – Łukasz"]),
        ("coelho", ["Coëlho"]),
        ("gouda", ["Şahin", "Yıldız – Łukasz"]),
        ("xyz", []),
        ("  ", [family.name for family in FAMILIES]),
    ],
)
def test_typing_finds_without_case_and_marks(typed: str, found: list[str]) -> None:
    rows = filled()
    rows.find(typed)
    assert names(rows) == found


def test_sorting_up_down_and_not_at_all() -> None:
    rows = filled()
    rows.sort(2)
    assert [rows.row(number).now for number in range(4)] == [2, 4, 8, 11]
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(rows)[0] == "Yıldız – Łukasz"
    rows.sort(1)
    assert names(rows) == [family.name for family in FAMILIES]


def test_a_row_is_read_as_one_sentence() -> None:
    rows = filled()
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Şahin, 4 professionals"
    assert rows.data(rows.index(0, 2), Qt.ItemDataRole.AccessibleTextRole) == "4, was 15"
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.DecorationRole) is None


def test_the_choice_survives_sorting_and_finding(qtbot: QtBot) -> None:
    table = shown(qtbot, filled())
    table.choose(FAMILIES[1])
    table.rows.sort(2, Qt.SortOrder.DescendingOrder)
    assert table.current() == FAMILIES[1]
    table.rows.find("gouda")
    assert table.current() is None


def test_arrows_choose_and_enter_opens(qtbot: QtBot) -> None:
    table = shown(qtbot, filled())
    table.choose(FAMILIES[0])
    with qtbot.waitSignal(table.chosen_row) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [FAMILIES[1]]
    with qtbot.waitSignal(table.activated_row) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [FAMILIES[1]]


def test_enter_opens_once(qtbot: QtBot) -> None:
    table = shown(qtbot, filled())
    table.choose(FAMILIES[0])
    opened: list[object] = []
    table.activated_row.connect(opened.append)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    assert opened == [FAMILIES[0]]


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    assert not shown(qtbot, filled()).tabKeyNavigation()


def test_the_row_under_the_mouse_is_known(qtbot: QtBot) -> None:
    table = shown(qtbot, filled())
    place = QPointF(table.visualRect(table.rows.index(1, 1)).center())
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), moved)
    assert table.hovered() == 1


def test_a_screen_reader_sees_table_and_cells(qtbot: QtBot) -> None:
    table = shown(qtbot, filled())
    seen = QAccessible.queryAccessibleInterface(table)
    assert seen.text(QAccessible.Text.Name) == "Mijn gezinnen"


def test_two_thousand_rows_answer_while_typing(qtbot: QtBot) -> None:
    rows = filled(tuple(Family(f"Gezin {number} Şahin", "Gouda", number % 20) for number in range(2000)))
    shown(qtbot, rows).grab()
    for typed in ("s", "sa", "sah", "sahi", "sahin"):
        rows.find(typed)
        assert rows.rowCount() == 2000


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_two_lines_fit_in_a_row(qtbot: QtBot, scale: float) -> None:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QApplication

    from gezinsplan.ui import theme
    from gezinsplan.ui.tokens import Text

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, scale)
    table = shown(qtbot, filled())
    lines = QFontMetrics(theme.font(bold=True)).height() + QFontMetrics(theme.font(Text.SMALL)).height()
    assert table.rowHeight(0) >= lines
