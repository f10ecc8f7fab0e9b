"""The unlock card in a real window: keyboard alone, errors beside the field, the button that waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gezinsplan.app import Program
from gezinsplan.presenters.unlock import Stage
from gezinsplan.ui.fields import Secret
from gezinsplan.ui.sheet_dialog import SheetDialog

PASSPHRASE = "een zin van zes woorden"
Start = Callable[[Path], Program]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Starts the program on a folder; it is closed after the test."""
    started: list[Program] = []

    def begin(folder: Path) -> Program:
        program = Program(qapp, folder)
        started.append(program)
        program.window.show()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        qtbot.waitUntil(lambda: not program.jobs().busy(), timeout=60_000)
        return program

    yield begin
    for program in started:
        program.window.close()
        qtbot.waitUntil(lambda program=program: not program.jobs().busy(), timeout=60_000)  # type: ignore[misc]
        program.finish()
        program.window.deleteLater()


def line_of(program: Program, name: str) -> QLineEdit:
    field = program.window.first.fields[name].field
    line = field.line if isinstance(field, Secret) else field
    assert isinstance(line, QLineEdit)
    return line


def type_in(program: Program, name: str, text: str) -> None:
    line = line_of(program, name)
    if text.isascii():
        QTest.keyClicks(line, text)
    else:
        line.setText(text)  # the keys of the test library are ASCII only


def press_enter(qtbot: QtBot, program: Program, name: str) -> None:
    QTest.keyClick(line_of(program, name), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not program.jobs().busy(), timeout=60_000)


def test_from_an_empty_folder_to_the_desk_by_keyboard(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start(tmp_path / "kluis")
    type_in(program, "passphrase", PASSPHRASE)
    type_in(program, "again", PASSPHRASE)
    press_enter(qtbot, program, "again")
    assert program.window.unlock.state.stage is Stage.INTRODUCE
    type_in(program, "naam", "Sanne Dijkstra")
    press_enter(qtbot, program, "naam")
    assert program.window.first.fields["organisatie"].error()
    type_in(program, "organisatie", "Sociaal team")
    press_enter(qtbot, program, "organisatie")
    assert program.window.desk is not None
    assert program.window.windowTitle() == "Gezinsplan"


def test_a_wrong_passphrase_is_told_beside_the_field_and_waits(
    start: Start, qtbot: QtBot, folder: Path, passphrase: str
) -> None:
    program = start(folder)
    type_in(program, "passphrase", "dit is het niet")
    press_enter(qtbot, program, "passphrase")
    first = program.window.first
    assert "klopt niet" in first.fields["passphrase"].error()
    assert not first.go.isEnabled()
    qtbot.waitUntil(first.go.isEnabled, timeout=10_000)
    line_of(program, "passphrase").clear()
    type_in(program, "passphrase", passphrase)
    press_enter(qtbot, program, "passphrase")
    assert program.window.unlock.state.stage is Stage.INTRODUCE


def test_a_refusal_without_a_field_stands_in_the_card(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}", encoding="utf-8")
    program = start(tmp_path)
    type_in(program, "passphrase", PASSPHRASE)
    press_enter(qtbot, program, "passphrase")
    assert "geen kluis" in program.window.first.message()


def test_locking_clears_the_desk_and_what_was_typed(start: Start, qtbot: QtBot, folder: Path, passphrase: str) -> None:
    program = start(folder)
    type_in(program, "passphrase", passphrase)
    press_enter(qtbot, program, "passphrase")
    type_in(program, "naam", "Sanne")
    type_in(program, "organisatie", "Team")
    press_enter(qtbot, program, "organisatie")
    assert program.window.desk is not None
    caseload = program.window.desk.caseload
    sheet = program.window.findChildren(SheetDialog)[0]  # offered at once, and over the window
    qtbot.waitUntil(sheet.isActiveWindow)
    QTest.keyClick(sheet.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not program.jobs().busy(), timeout=60_000)
    assert caseload.vault.locked
    assert program.window.stack.currentWidget() is program.window.first
    assert line_of(program, "passphrase").text() == ""
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [program.window]
