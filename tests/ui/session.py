"""The real program on the demo families, as a user sits before it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gezinsplan.app import Program
from gezinsplan.ui.desk import Desk

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
        """Ask for the window to be active until it is: a request is lost while another one still closes."""

        def active() -> bool:
            self.window.activateWindow()
            return self.window.isActiveWindow()

        self.qtbot.waitUntil(active)

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
