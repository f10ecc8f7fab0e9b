import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.ui import faults, messages, theme
from gezinsplan.ui.chart import Point, Series, steps
from gezinsplan.ui.labels import Words

pytestmark = pytest.mark.usefixtures("dressed")

SECRET = "Şahin uit Gouda"


def broken() -> BaseException:
    """A mistake that carries a name and passed through a module of the program."""
    try:
        steps(Series((Point(SECRET, 1),)), None)  # type: ignore[arg-type]
    except TypeError as error:
        try:
            raise ValueError(SECRET) from error
        except ValueError as outer:
            return outer
    raise AssertionError


def press(message: messages.Message, verb: str) -> None:
    next(button for button in message.findChildren(QPushButton) if button.text() == verb).click()


def texts(message: messages.Message) -> str:
    return " ".join(label.text() for label in message.findChildren(QLabel))


@pytest.fixture
def bugs(qapp: QApplication) -> Iterator[messages.Bugs]:
    made = messages.Bugs(qapp.activeWindow)
    yield made
    dialog = made.dialog()
    if dialog is not None:
        dialog.close()


def test_details_hold_places_and_no_values() -> None:
    told = faults.details(broken())
    assert SECRET not in told
    assert "Şahin" not in told
    assert told.splitlines()[1:3] == ["ValueError", "TypeError"]
    assert "    ui/chart.py:" in told
    assert "test_messages" not in told


def test_the_log_names_kind_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    error = broken()
    faults.log(error)
    faults.log(error.__cause__ or error)
    said = capsys.readouterr().err
    assert "bug ValueError -" in said
    assert "bug TypeError ui/chart.py:" in said
    assert SECRET not in said


def test_without_standard_error_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    faults.log(broken())


def test_a_bug_is_shown_once_and_can_be_copied(qtbot: QtBot, bugs: messages.Bugs) -> None:
    bugs.report(broken())
    bugs.report(KeyError(SECRET))
    bugs.report(KeyError(SECRET))
    qtbot.waitUntil(lambda: bugs.dialog() is not None and "KeyError" in bugs.dialog().details())  # type: ignore[union-attr]
    dialog = bugs.dialog()
    assert dialog is not None
    press(dialog, "Gegevens kopiëren")
    assert QApplication.clipboard().text() == dialog.details()
    assert dialog.details().count("KeyError") == 1
    press(dialog, "Verder werken")
    qtbot.waitUntil(lambda: bugs.dialog() is None)


def test_a_refusal_that_nobody_asked_for_is_told(qtbot: QtBot, bugs: messages.Bugs, qapp: QApplication) -> None:
    bugs.report(Refused(Code.VAULT_FULL))
    what, _next_step = messages.sentence(Refused(Code.VAULT_FULL))
    qtbot.waitUntil(lambda: any(what == top.windowTitle() for top in qapp.topLevelWidgets()))
    next(top for top in qapp.topLevelWidgets() if top.windowTitle() == what).close()
    assert bugs.dialog() is None


@pytest.mark.parametrize("code", [Code.STALE, Code.VAULT_FULL, Code.VAULT_LOCKED])
def test_a_refusal_tells_what_and_what_next(qtbot: QtBot, code: Code) -> None:
    what, next_step = messages.sentence(Refused(code))
    dialog = messages.tell(None, Refused(code))
    qtbot.addWidget(dialog)
    assert what in texts(dialog)
    assert next_step in texts(dialog)
    dialog.close()
    inline = messages.banner(Refused(code))
    qtbot.addWidget(inline)
    assert what in inline.accessibleName()


def test_a_question_does_it_only_on_the_verb(qtbot: QtBot) -> None:
    done: list[str] = []
    for verb in ("Annuleren", "Afronden"):
        question = messages.ask(
            None, "Sanne afronden?", "Zij doet nog twee acties.", ("Afronden", lambda: done.append("x"))
        )
        press(question, verb)
        qtbot.waitUntil(lambda: not any(top.isVisible() for top in QApplication.topLevelWidgets()))
    assert done == ["x"]


def test_escape_changes_nothing_and_danger_is_not_the_default() -> None:
    done: list[str] = []
    question = messages.ask(None, "Weg?", "Voorgoed.", ("Verwijderen", lambda: done.append("x")), dangerous=True)
    focus = question.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Annuleren"
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert done == []


@pytest.fixture
def hooks() -> Iterator[list[BaseException]]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    reported: list[BaseException] = []
    faults.install_hooks(reported.append)
    yield reported
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    qInstallMessageHandler(None)


def test_every_hook_reports(hooks: list[BaseException]) -> None:
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=lambda: {}[SECRET])  # type: ignore[index]
    thread.start()
    thread.join()
    assert [type(each) for each in hooks] == [ValueError, KeyError]


def test_what_python_cannot_raise_is_reported(hooks: list[BaseException]) -> None:
    class Broken:
        def __del__(self) -> None:
            raise OSError(SECRET)

    broken_one = Broken()
    del broken_one
    assert [type(each) for each in hooks] == [OSError]


def test_stopping_is_not_a_bug(hooks: list[BaseException], capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert hooks == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.mark.qt_no_exception_capture
@pytest.mark.no_qt_log
def test_qt_complains_without_texts(hooks: list[BaseException], capsys: pytest.CaptureFixture[str]) -> None:
    qWarning(SECRET)
    said = capsys.readouterr().err
    assert "gezinsplan: qt warning" in said
    assert SECRET not in said
    assert hooks == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_of_a_message_fits(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.dress(qapp, scale)
    dialog = messages.BugDialog(None, faults.details(broken()))
    dialog.show()
    qtbot.waitExposed(dialog)
    assert all(button.width() >= button.sizeHint().width() for button in dialog.findChildren(QPushButton))
    assert all(label.height() >= label.heightForWidth(label.width()) for label in dialog.findChildren(Words))
    dialog.close()
