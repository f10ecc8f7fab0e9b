"""The window is there before the heavy libraries are, and starts where it should."""

import os
import subprocess
import sys
from pathlib import Path

# Each of these was a part of the time to the first window; a class of Qt makes its lists of names when it is named.
LATER = (
    *(
        "sqlalchemy",
        "alembic",
        "reportlab",
        "keyring",
        "sqlcipher3",
        "cryptography",
        "typer",
        "zxcvbn",
        "dataclasses",
        "locale",
    ),
    *("gezinsplan.domain.errors", "gezinsplan.presenters.running", "gezinsplan.texts.errors", "gezinsplan.ui.icons"),
    *("PySide6.QtPdf", "PySide6.QtSvg", "PySide6.QtCore.Qt"),
    *("PySide6.QtGui.QIcon", "PySide6.QtGui.QIconEngine", "PySide6.QtGui.QPainter", "PySide6.QtGui.QPixmap"),
)

PAINT = """
import sys
from gezinsplan import app

def there(name):
    module, _dot, last = name.rpartition(".")
    return name in sys.modules or module in sys.modules and last in vars(sys.modules[module])

def painted(program):
    print([name for name in sys.argv[1:] if there(name)])
    program.app.quit()

app.Program.get_ready = painted
app.main([])
"""


def test_nothing_heavy_is_there_before_the_first_paint(tmp_path: Path) -> None:
    env = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    outcome = subprocess.run(
        [sys.executable, "-c", PAINT, *LATER], capture_output=True, text=True, check=False, env=env
    )
    assert (outcome.stdout, outcome.stderr) == ("[]\n", "")


def test_without_a_screen_one_sentence_says_so() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in screens}
    outcome = subprocess.run([sys.executable, "-m", "gezinsplan"], capture_output=True, text=True, check=False, env=env)
    assert (outcome.returncode, outcome.stdout) == (1, "")
    assert (
        outcome.stderr
        == "Hier is geen scherm voor het venster. Gebruik de opdrachten in de terminal: gezinsplan --help.\n"
    )
