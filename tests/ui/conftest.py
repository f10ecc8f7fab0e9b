"""One dressed application without a screen for all tests of windows."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gezinsplan.ui import theme, tokens


def pytest_configure(config: pytest.Config) -> None:
    """The screen that is not there tells what it cannot do."""
    config.addinivalue_line("qt_log_ignore", "does not support (propagateSizeHints|raise)")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["gezinsplan", *theme.STYLE_ARGUMENTS]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[theme.Theme]:
    """The look at 100 %, light; what a test changes is put back."""
    worn = theme.dress(qapp, 1.0)
    worn.wear(tokens.LIGHT)
    yield worn
    qapp.setStyleSheet("")
