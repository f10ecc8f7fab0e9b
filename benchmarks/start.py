"""The unlock window against a bare window: how much later is it painted? Ratios of processes started in turn.

`python benchmarks/start.py [ROUNDS]`; compile first (`python -m compileall`), else the first start measures that.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def painted():
    print(time.monotonic())
    app.quit()
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)
app = QApplication(["bare"])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
import time
from gezinsplan import app
def painted(program):
    print(time.monotonic())
    program.app.quit()
app.Program.get_ready = painted
app.main([])
"""
GOAL = 1.4


def seconds(script: str) -> float:
    """How long it takes from starting a process with this script until everything in its window is painted."""
    begin = time.monotonic()
    outcome = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return float(outcome.stdout) - begin


def main(rounds: int = 15) -> None:
    """Start both in turn, and print the median of the ratios."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        for script in (BARE, OURS):
            seconds(script)
        pairs = [(seconds(BARE), seconds(OURS)) for _round in range(rounds)]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare {bare * 1000:.0f} ms, unlock window {ours * 1000:.0f} ms, ratio {ratio:.2f} (goal {GOAL})")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]))
