"""The real program is asked to end: it locks, keeps what was half typed, and leaves nothing running."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gezinsplan.services.identity import now
from gezinsplan.services.kluis import unlock

CHECKOUT = Path(__file__).parents[2]

PROGRAM = """
import ctypes, os, sys
from PySide6.QtCore import QTimer
from gezinsplan import app
from gezinsplan.ui import theme
from gezinsplan.ui.main_window import MainWindow

folder, passphrase = os.environ["FOLDER"], os.environ["PASSPHRASE"]
app.paths.default_vault = lambda: __import__("pathlib").Path(folder)

class Opens(MainWindow):
    "Unlocks as soon as it is seen, and types in the form of a new family."
    def _opened(self, caseload):
        super()._opened(caseload)
        QTimer.singleShot(0, self.type)
    def type(self):
        from gezinsplan.ui.new_family_dialog import NewFamilyDialog
        self.desk.families_page.begin_family()
        dialog = self.desk.findChildren(NewFamilyDialog)[0]
        dialog.answers["naam"].put("Van den Berg")
        print("typed", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)

app.MainWindow = Opens
start = app.Program.get_ready
def get_ready(program):
    start(program)
    program.window.first.fill(passphrase)
    program.window.first.go.click()
app.Program.get_ready = get_ready
sys.exit(app.main([]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_locks_keeps_the_draft_and_ends(
    number: signal.Signals, demo_folder: Path, passphrase: str, tmp_path: Path
) -> None:
    env = {**os.environ, "FOLDER": str(demo_folder), "PASSPHRASE": passphrase, "PYTHONPATH": str(CHECKOUT)}
    env |= {"XDG_RUNTIME_DIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "typed 0\n"
        program.send_signal(number)
        try:
            _out, complaints = program.communicate(timeout=60)
        finally:
            program.kill()  # one that did not listen is not left behind
    assert (program.returncode, [line for line in complaints.splitlines() if "bug" in line]) == (0, [])
    caseload = unlock(demo_folder, passphrase, now())
    assert caseload.draft("nieuw-gezin") == {"naam": "Van den Berg"}
    caseload.lock()
    shutil.rmtree(demo_folder)
