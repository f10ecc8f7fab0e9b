"""A window that is open all day makes far more calls into Qt than None and True have references."""

import subprocess
import sys

CALLS = """
from gezinsplan.ui import keep_constants
from PySide6.QtCore import QObject
keep_constants()
thing = QObject()
for number in range(200_000):
    thing.setObjectName("x")
    thing.objectNameChanged.emit("x")
print("still there")
"""


def test_a_long_session_does_not_wear_out_none_and_true() -> None:
    outcome = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert outcome.stdout == "still there\n", outcome.stderr[-500:]
