"""Hours of harm: `make endurance`. Kills, power cuts and damaged files, as in the tests beside this, but many more.

`python tests/endurance/run.py [KILLS] [CUTS] [DAMAGES]`; each seed is told, so that a failure can be looked at again.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

from sqlalchemy import text

from gezinsplan import paths
from gezinsplan.storage import keys, upgrade
from gezinsplan.storage.creating import create
from gezinsplan.storage.vault import LOCK, Vault
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.endurance.damage import HARMS, harmed, noticed, seen
from tests.endurance.kills import JOBS, kill, scripts
from tests.endurance.power import cuts, looked_at, traced

PASSPHRASE = "alleen om vol te houden"
KILLS, CUTS, DAMAGES = 300, 200, 2000


def a_vault(folder: Path) -> Vault:
    """A new vault with a table of its own."""
    vault = create(folder, Passphrase(PASSPHRASE, Argon2Parameters(64 * 1024)))
    with vault.write() as conn:
        conn.execute(text("CREATE TABLE proef (tekst TEXT)"))
        conn.execute(text("INSERT INTO proef SELECT hex(randomblob(200000))"))
    return vault


def killed(folder: Path, number: int) -> int:
    """So many kills over all jobs; answers with the lines that were acknowledged and are there."""
    later = scripts(folder / "scripts")
    head, real, lines = upgrade.HEAD, paths.migrations, 0
    for job in JOBS:
        vault = a_vault(folder / job)
        vault.lock()
        kept = 0
        for each in range(number // len(JOBS)):
            chance = random.Random(f"{job} {each}")
            if job == "upgrade":
                upgrade.HEAD, paths.migrations = "9000", lambda: later
                shutil.rmtree(vault.folder)
                a_vault_of(head, vault.folder)
            found = kill(vault.folder, PASSPHRASE, job, kept, later, chance)
            assert found.kept >= found.acknowledged, (job, each)
            kept = 0 if job == "upgrade" else found.kept
        upgrade.HEAD, paths.migrations = head, real
        lines += kept
        print(f"killed while it did {job}: {number // len(JOBS)}, nothing lost", flush=True)
    return lines


def a_vault_of(head: str, folder: Path) -> None:
    """A vault at the revision of the program itself, while a later one counts."""
    later, upgrade.HEAD = upgrade.HEAD, head
    scripts_then, paths.migrations = paths.migrations, _REAL
    a_vault(folder).lock()
    upgrade.HEAD, paths.migrations = later, scripts_then


_REAL = paths.migrations


def cut(folder: Path, number: int) -> None:
    """So many power cuts in the life of one vault."""
    a_vault(folder / "kluis").lock()
    before = Path(shutil.copytree(folder / "kluis", folder / "before", ignore=shutil.ignore_patterns(LOCK)))
    traced(folder / "kluis", PASSPHRASE, folder / "trace")
    chance = random.Random(number)
    for disk, _moment in cuts(before, folder / "kluis", folder / "trace", number, chance):
        disk.cut(folder / "cut", chance)
        looked_at(folder / "cut", PASSPHRASE, disk.acknowledged)
    print(f"power cuts: {number}, nothing lost", flush=True)


def damaged(folder: Path, number: int) -> None:
    """So many damaged vaults, each noticed."""
    vault = a_vault(folder / "whole")
    older = Path(shutil.copytree(vault.folder, folder / "older"))
    file = keys.check(keys.read(vault.folder / keys.KEYS), vault.key)
    data = keys.seal(keys.KeyFile(file.generation, file.vault_id, 2, file.slots), vault.key)
    keys.store(vault.folder, data)
    keys.settle(vault.folder, data)
    with vault.write() as conn:
        conn.execute(text("UPDATE kluis SET keys_counter = 2"))
    whole = seen(vault)
    vault.lock()
    for each in range(number):
        harm, chance = HARMS[each % len(HARMS)], random.Random(each)
        assert noticed(harmed(vault.folder, older, folder / "harmed", harm, chance), PASSPHRASE, whole), (harm, each)
    print(f"damaged: {number}, each noticed", flush=True)


def main() -> int:
    """All of it, or as many as the arguments say."""
    kills, power, damages = (
        int(each) for each in (*sys.argv[1:4], *map(str, (KILLS, CUTS, DAMAGES)[len(sys.argv) - 1 :]))
    )
    with tempfile.TemporaryDirectory() as name:
        for work, number in ((killed, kills), (cut, power), (damaged, damages)):
            (Path(name) / work.__name__).mkdir()
            work(Path(name) / work.__name__, number)
    return 0


if __name__ == "__main__":
    sys.exit(main())
