"""The window is there before the heavy libraries are, and starts where it should."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "keyring",
    "sqlcipher3",
    "cryptography",
    "typer",
    "zxcvbn",
    "PySide6.QtPdf",
)

PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from gezinsplan import app
from gezinsplan.ui import theme

program = app.Program(theme.application(["gezinsplan"]), Path(sys.argv[1]))

def painted():
    print(sorted(name for name in sys.modules if name in sys.argv[2:]))
    QTimer.singleShot(0, program.app.quit)

program.window.painted.connect(painted, Qt.ConnectionType.DirectConnection)
program.window.painted.disconnect(program.get_ready)
program.window.show()
program.app.exec()
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path), *HEAVY], capture_output=True, text=True, check=False
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
