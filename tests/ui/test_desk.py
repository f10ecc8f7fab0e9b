"""The desk: going around by keyboard, undo, locking with a half-typed form, and coming back to where one was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gezinsplan.app import Program
from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.presenters.plan_forms import doel_form
from gezinsplan.services.caseload import Caseload
from gezinsplan.ui.desk import Desk
from gezinsplan.ui.form_dialog import FormDialog

FAMILY = "G-2025-014"


class Session:
    """The real program on the demo families; opened with the passphrase, as a user does."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path, passphrase: str) -> None:
        self.qtbot = qtbot
        self.passphrase = passphrase
        self.program = Program(app, folder)
        self.window = self.program.window
        self.window.show()
        self.activate()
        self.settle()
        self.unlock()

    def activate(self) -> None:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.program.jobs().busy(), timeout=60_000)
        QApplication.processEvents()

    def unlock(self) -> None:
        self.window.first.fill(self.passphrase)
        self.window.first.go.click()
        self.settle()
        self.activate()

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def open_family(self) -> None:
        QTest.keyClicks(self.desk.families_page.search, FAMILY)
        QTest.keyClick(self.desk.families_page.search, Qt.Key.Key_Return)
        self.settle()

    def press(self, key: Qt.Key, *, shift: bool = False) -> None:
        keys = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(self.window, key, keys | Qt.KeyboardModifier.ShiftModifier if shift else keys)
        self.settle()

    def name(self) -> str:
        return self.desk.family.family.dossier.gezin.naam


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, demo_folder: Path, passphrase: str) -> Iterator[Session]:
    made = Session(qtbot, qapp, demo_folder, passphrase)
    yield made
    made.window.close()
    made.settle()
    made.program.finish()
    made.window.deleteLater()


def rename(session: Session, name: str) -> None:
    from dataclasses import replace

    from gezinsplan.domain.values import put

    session.desk.family.change(
        "Naam", lambda family: replace(family, dossier=put(family.dossier, replace(family.dossier.gezin, naam=name)))
    )
    session.settle()


def test_find_a_family_and_go_around_by_keyboard(session: Session) -> None:
    session.open_family()
    assert session.desk.pages.currentWidget() is session.desk.family_page
    session.press(Qt.Key.Key_P)
    assert session.desk.pages.currentWidget() is session.desk.print_page
    session.press(Qt.Key.Key_K)
    assert session.desk.pages.currentWidget() is session.desk.families_page
    assert session.desk.families_page.search.hasFocus()


def test_undo_and_redo_by_keyboard(session: Session) -> None:
    session.open_family()
    before = session.name()
    rename(session, "Anders")
    assert session.desk.family_page.undo.isEnabled()
    session.press(Qt.Key.Key_Z)
    assert session.name() == before
    session.press(Qt.Key.Key_Z, shift=True)
    assert session.name() == "Anders"


def test_undo_without_a_step_is_told(session: Session) -> None:
    session.open_family()
    session.press(Qt.Key.Key_Z)
    assert session.desk.said.text() == "Er is niets om ongedaan te maken."


def open_goal(session: Session) -> FormDialog:
    form = FormDialog(session.desk.family_page, session.desk.family, doel_form(session.desk.family.family))
    form.open()
    session.settle()
    return form


def words_of(form: FormDialog) -> QPlainTextEdit | QLineEdit:
    found = form.findChildren(QPlainTextEdit)[0]
    assert isinstance(found, QPlainTextEdit)
    return found


def test_a_lock_keeps_what_was_half_typed_and_comes_back_to_the_same_tab(session: Session) -> None:
    session.open_family()
    session.desk.family_page.tabs.bar.setCurrentIndex(3)
    form = open_goal(session)
    words = words_of(form)
    assert isinstance(words, QPlainTextEdit)
    words.setPlainText("We willen elke dag samen")
    caseload: Caseload = session.desk.caseload
    session.window.lock()
    session.settle()
    assert caseload.vault.locked
    session.unlock()
    assert session.desk.pages.currentWidget() is session.desk.family_page
    assert session.desk.family_page.tabs.bar.currentIndex() == 3
    again = words_of(open_goal(session))
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "We willen elke dag samen"


def test_what_was_mended_at_opening_is_told(session: Session, demo_folder: Path) -> None:
    session.window.lock()
    session.settle()
    (demo_folder / "keys.json").write_bytes(b"{}")
    session.unlock()
    assert "hersteld uit zijn kopie" in session.desk.said.text()


def test_a_refusal_stands_above_the_page_and_goes_with_it(session: Session) -> None:
    session.desk.refuse(VaultRefused(Code.VAULT_FULL))
    assert session.desk.said.text().startswith("De schijf is vol.")
    session.open_family()
    assert session.desk.said.text() == ""


def test_the_title_names_nobody(session: Session) -> None:
    session.open_family()
    assert session.window.windowTitle() == "Gezinsplan"
