"""A backup of a vault of 200 MB, checked before it counts: against copying the same bytes twice, flushed once.

The copies are what no backup can do without: one that stays, one that is opened. Absolute times stand beside the ratio.
"""

import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

from sqlalchemy import text

from gezinsplan.domain.errors import VaultRefused
from gezinsplan.storage import backup
from gezinsplan.storage.creating import create
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase

MEGABYTES, ROUNDS = 200, 3


def grown(folder: Path) -> Vault:
    """A vault of that size, in rows like those of the history."""
    vault = create(folder, Passphrase("alleen om te meten", Argon2Parameters(64 * 1024)))
    with vault.write() as conn:
        conn.execute(
            text(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows) "
                "INSERT INTO history SELECT i, 'stap', 'moment', 'naam', 'r' || i % 40, i, hex(randomblob(450)) FROM n"
            ),
            {"rows": MEGABYTES * 1000},
        )
    return vault


def copied(folder: Path) -> float:
    """Seconds for one flushed copy and one that is not."""
    begin = time.perf_counter()
    shutil.copyfile(folder / DATABASE, folder / "one")
    with (folder / "one").open("r+b") as file:
        os.fsync(file.fileno())
    shutil.copyfile(folder / "one", folder / "two")
    seconds = time.perf_counter() - begin
    for name in ("one", "two"):
        (folder / name).unlink()
    return seconds


def made(vault: Vault) -> float:
    """Seconds for a backup."""
    begin = time.perf_counter()
    path = backup.make(vault, Reason.ASKED)
    seconds = time.perf_counter() - begin
    path.unlink()
    return seconds


def locked(vault: Vault) -> tuple[float, float]:
    """Milliseconds that locking takes in the middle of a backup, and until the backup has let go."""
    ended: list[float] = []
    started = threading.Event()

    def work() -> None:
        try:
            backup.make(vault, Reason.ASKED, lambda share: started.set() if share > 0.5 else None)
        except VaultRefused:
            ended.append(time.perf_counter())

    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    begin = time.perf_counter()
    vault.lock()
    done = time.perf_counter()
    thread.join()
    return (done - begin) * 1000, (ended[0] - begin) * 1000


def main() -> None:
    """Measure, and say it."""
    with tempfile.TemporaryDirectory() as name:
        vault = grown(Path(name) / "kluis")
        size = (vault.folder / DATABASE).stat().st_size / 1e6
        reference = min(copied(vault.folder) for _ in range(ROUNDS))
        seconds = min(made(vault) for _ in range(ROUNDS))
        lock, free = locked(vault)
    print(
        f"a checked backup of {size:.0f} MB: {seconds:.2f} s, "
        f"{seconds / reference:.1f} times two copies ({reference:.2f} s)"
    )
    print(f"locking in the middle of it: {lock:.1f} ms, and the folder is free after {free:.0f} ms")


if __name__ == "__main__":
    main()
