"""Copying out of the program, on a real screen with a clipboard that other programs see."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gezinsplan.ui import clipboard

CHECKOUT = Path(__file__).parents[2]

BEGIN = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from gezinsplan.ui import theme
from gezinsplan.ui.clipboard import Clipboard
from gezinsplan.ui.fields import LongText, Secret
from gezinsplan.ui.labels import Words

app = theme.application(["test"])
theme.dress(app, 1.0)
board = app.clipboard()
window = QWidget()
watch = Clipboard(window, lambda: 60)
column = QVBoxLayout(window)
line, text, words, secret = QLineEdit("oma Fatma"), LongText("elke woensdag"), Words("Ria", select=True), Secret()
secret.line.setText("een zin van zes woorden")
for each in (line, text, words, secret):
    column.addWidget(each)
window.show()
window.activateWindow()
QTest.qWaitForWindowExposed(window)

def copy(widget, *, cut=False):
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_X if cut else Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    app.processEvents()

def told():
    formats = board.mimeData().formats()
    print(repr(board.text()), "x-kde-passwordManagerHint" in formats, watch.timer.isActive(), watch.timer.interval())
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


def outcome(screen: str, steps: str) -> list[str]:
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + steps], env=env, capture_output=True, text=True, check=False, cwd=CHECKOUT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_every_way_of_copying_takes_the_same_road(screen: str) -> None:
    said = outcome(
        screen,
        """
for widget in (line, text, words):
    copy(widget)
    told()
copy(line, cut=True)
told()
board.setText("a button that copies")
told()
""",
    )
    texts = ("oma Fatma", "elke woensdag", "Ria", "oma Fatma", "a button that copies")
    assert said == [f"{each!r} True True 60000" for each in texts]


def test_it_goes_after_the_time_and_at_a_lock(screen: str) -> None:
    said = outcome(
        screen,
        """
copy(line)
watch.timer.timeout.emit()
told()
copy(line)
watch.clear()
told()
print(repr(board.text(QClipboard.Mode.Selection)))
""",
    )
    assert said == ["'' False False 60000", "'' False False 60000", "''"]


def test_what_another_program_copied_stays(screen: str) -> None:
    said = outcome(
        screen,
        """
import subprocess, sys
copy(line)
other = subprocess.Popen([sys.executable, "-c", '''
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
app.clipboard().setText("van een ander")
app.processEvents()
print("ready", flush=True)
from PySide6.QtCore import QSocketNotifier
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(app.quit)
app.exec()
'''], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
other.stdout.readline()
while board.ownsClipboard():
    app.processEvents()
told()
watch.timer.timeout.emit()
watch.clear()
told()
other.stdin.close()
other.wait()
""",
    )
    assert said == ["'van een ander' False False 60000"] * 2


def test_a_passphrase_is_never_copied(screen: str) -> None:
    said = outcome(
        screen,
        """
copy(secret.line)
told()
secret._look.click()
copy(secret.line)
QTest.mouseDClick(secret.line, Qt.MouseButton.LeftButton)
app.processEvents()
told()
print(repr(board.text(QClipboard.Mode.Selection)), secret.line.text())
""",
    )
    assert said == ["'' False False 0"] * 2 + ["'' een zin van zes woorden"]


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_histories_are_asked_to_leave_it_alone(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    told = {name: bytes(clipboard.private("Ria").data(name).data()) for name in clipboard.private("Ria").formats()}
    assert told["text/plain"] == b"Ria"
    if platform == "win32":
        name = 'application/x-qt-windows-mime;value="{}"'
        assert told[name.format("ExcludeClipboardContentFromMonitorProcessing")] == b"\x01\0\0\0"
        assert told[name.format("CanIncludeInClipboardHistory")] == b"\0\0\0\0"
        assert told[name.format("CanUploadToCloudClipboard")] == b"\0\0\0\0"
    else:
        assert told["x-kde-passwordManagerHint"] == b"secret"
