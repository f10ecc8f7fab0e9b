"""What is left of the key in the memory of a program that opened a vault, worked and locked it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.harm import elsewhere, line

WORK = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from gezinsplan.services import families, kluis

caseload = kluis.unlock(Path(sys.argv[1]), sys.argv[2], datetime(2026, 11, 26, tzinfo=UTC))
for number in range(3):
    families.rows(caseload, date(2026, 11, 26))
    caseload.keep_draft("proef", {"veld": f"tekst {number}"})
print("open", flush=True)
sys.stdin.readline()
caseload.lock()
print("locked", flush=True)
sys.stdin.readline()
"""


def found(process: subprocess.Popen[str], secret: bytes) -> int:
    """How often the bytes stand in the memory of another program."""
    count = 0
    with open(f"/proc/{process.pid}/maps") as maps, open(f"/proc/{process.pid}/mem", "rb", 0) as memory:
        for begin, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps.read(), re.MULTILINE):
            memory.seek(int(begin, 16))
            count += memory.read(int(end, 16) - int(begin, 16)).count(secret)
    return count


@pytest.mark.skipif(sys.platform != "linux", reason="only there another program can look")
def test_a_locked_program_holds_the_key_nowhere(
    demo_folder: Path, template: tuple[Path, bytes], passphrase: str
) -> None:
    key = template[1]
    with elsewhere(WORK, demo_folder, passphrase) as process:
        assert line(process) == "open"
        assert (found(process, key), found(process, key.hex().encode())) == (1, 0)
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        assert line(process) == "locked"
        assert (found(process, key), found(process, key.hex().encode())) == (0, 0)
