"""One dressed application without a screen for all tests of windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gezinsplan.services.caseload import Caseload
from gezinsplan.ui import theme, tokens
from tests.ui.helpt import Shown
from tests.ui.session import Session


def pytest_configure(config: pytest.Config) -> None:
    """The screen that is not there tells what it cannot do."""
    config.addinivalue_line(
        "qt_log_ignore", "does not support (propagateSizeHints|raise|grabbing the (keyboard|mouse))"
    )


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["gezinsplan", *theme.STYLE_ARGUMENTS]


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No test leaves anything to the next."""
    yield
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    throw_away()


def throw_away() -> None:
    """Delete what was thrown away: without a running event loop it would live on, and be restyled every time."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[theme.Theme]:
    """The look at 100 %, light; what a test changes is put back."""
    worn = theme.dress(qapp, 1.0)
    worn.wear(tokens.LIGHT)
    yield worn
    throw_away()
    worn.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, demo_folder: Path, passphrase: str) -> Iterator[Session]:
    made = Session(qtbot, qapp, demo_folder, passphrase)
    yield made
    made.window.close()
    made.settle()
    made.program.finish()
    made.window.deleteLater()


@pytest.fixture
def shown(qtbot: QtBot, demo_caseload: Caseload) -> Iterator[Shown]:
    """The tab Wie helpt on the demo families."""
    made = Shown(qtbot, demo_caseload)
    yield made
    for dialog in made.tab.findChildren(QDialog):
        dialog.close()
