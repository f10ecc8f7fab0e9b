"""Programs that are killed at random moments while they save, back up, rekey, put back or upgrade a vault.

After each kill: the vault opens, is whole, and holds every line that was acknowledged; every backup that has its name
is good; nothing lies about after the next unlock.
"""

import random
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from gezinsplan import paths
from gezinsplan.storage import archive, backup, shelf, swap, upgrade
from gezinsplan.storage.manifest import SUFFIX
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.verify import Finding, verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase

_BEGIN = """
import itertools, sys
from pathlib import Path
from sqlalchemy import text
from gezinsplan import paths
from gezinsplan.storage import backup, opening, rekey, restore, shelf, upgrade
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
folder, way = Path(sys.argv[1]), Passphrase(sys.argv[2], Argon2Parameters(64 * 1024))
def line(vault, number):
    with vault.write() as conn:
        conn.execute(text("INSERT INTO drafts VALUES (:n, 'a', hex(randomblob(2000)), 'c')"), {"n": f"{number:06}"})
    print(number, flush=True)
start = int(sys.argv[3])
"""

JOBS = {
    "save": """
vault = opening.open_vault(folder, way)
print("begin", flush=True)
for number in itertools.count(start):
    line(vault, number)
""",
    "backup": """
vault = opening.open_vault(folder, way)
print("begin", flush=True)
for number in itertools.count(start):
    line(vault, number)
    backup.make(vault, Reason.ASKED)
""",
    "rekey": """
print("begin", flush=True)
for number in itertools.count(start):
    vault = rekey.rekey(folder, way, renew=number % 2 == 0)
    line(vault, number)
    vault.lock()
""",
    "restore": """
vault = opening.open_vault(folder, way)
made = backup.make(vault, Reason.ASKED)
vault.lock()
print("begin", flush=True)
for number in itertools.count(start):
    restore.restore(folder, made, way).lock()
""",
    "upgrade": """
upgrade.HEAD, scripts = "9000", Path(sys.argv[4])
paths.migrations = lambda: scripts
print("begin", flush=True)
opening.open_vault(folder, way).lock()
sys.stdin.read()
""",
}
"""What the killed program does; it prints each number that was written, after it was."""

SCRIPT = """
revision, down_revision = "9000", "{before}"
from alembic import op
def upgrade():
    op.execute("CREATE TABLE later AS SELECT * FROM drafts")
    op.execute("CREATE INDEX later_field ON later (content)")
"""


@dataclass(frozen=True)
class Kill:
    """What was seen after one kill."""

    acknowledged: int
    kept: int


def scripts(folder: Path) -> Path:
    """The scripts of the program with one more that makes a later revision."""
    shutil.copytree(paths.migrations(), folder)
    (folder / "versions" / "9000_later.py").write_text(SCRIPT.format(before=upgrade.HEAD))
    return folder


def kill(folder: Path, passphrase: str, job: str, start: int, later: Path, chance: random.Random) -> Kill:
    """Let a program do a job on the vault, kill it at a random moment, and look at what it left."""
    command = [sys.executable, "-c", _BEGIN + JOBS[job], str(folder), passphrase, str(start), str(later)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "begin"
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.random() * (0.5 if job in ("save", "backup") else 1.5))
        process.kill()
        said = process.stdout.read().split()
    acknowledged = int(said[-1]) + 1 if said else start
    return Kill(acknowledged, _looked_at(folder, passphrase))


def _looked_at(folder: Path, passphrase: str) -> int:
    """Open the vault, look at everything, and answer with how many lines it has."""
    vault = open_vault(folder, Passphrase(passphrase, Argon2Parameters(64 * 1024)))
    try:
        # The later revision is known to the upgrade alone.
        assert set(verify(vault).findings) <= {Finding.REVISION}
        backup.finish_cut_off(vault)
        assert not list(folder.glob(f"{archive.CHECK}*"))
        assert not (folder / swap.PART).exists()
        assert not (folder / swap.READY).exists()
        for each in shelf.listed(folder / shelf.FOLDER):
            assert each.manifest is not None
            if not backup.opens_old_way(each.path, vault):
                backup.examine(vault, each.path)
        assert not [each for each in (folder / shelf.FOLDER).glob("*") if not each.name.endswith((SUFFIX, ".zip"))]
        with vault.read() as conn:
            numbers = [int(form) for form in conn.scalars(text("SELECT form FROM drafts ORDER BY form"))]
        assert numbers == list(range(len(numbers)))
        return len(numbers)
    finally:
        vault.lock()
