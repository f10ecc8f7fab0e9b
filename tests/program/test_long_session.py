"""A window that is open all day makes far more calls into Qt than None has references."""

import subprocess
import sys

CALLS = """
from gezinsplan.ui import keep_none
from PySide6.QtCore import QObject
keep_none()
thing = QObject()
for number in range(200_000):
    thing.setObjectName("x")
print("still there")
"""


def test_a_long_session_does_not_wear_out_none() -> None:
    outcome = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert outcome.stdout == "still there\n", outcome.stderr[-500:]
