"""A disk that fills up at any moment of a backup, a restore, a rekey and an upgrade: told, and nothing lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code
from gezinsplan.storage import backup, shelf
from gezinsplan.storage.manifest import SUFFIX, Reason
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import DATABASE, Vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Passphrase
from tests.endurance.kills import scripts
from tests.storage.harm import elsewhere, line, made, refused, unlocked
from tests.storage.test_restore import contents_of_files

LIMITED = """
import resource, sys
from pathlib import Path
from gezinsplan import paths
from gezinsplan.domain.errors import VaultRefused
from gezinsplan.storage import backup, opening, rekey, restore, shelf, upgrade
from gezinsplan.storage.manifest import Reason
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
folder, way, limit = Path(sys.argv[1]), Passphrase(sys.argv[2], Argon2Parameters(64 * 1024)), int(sys.argv[3])
job, later = sys.argv[4], Path(sys.argv[5])
def upgraded():
    upgrade.HEAD, paths.migrations = "9000", lambda: later
    return opening.open_vault(folder, way)
def backed_up():
    vault = opening.open_vault(folder, way)
    backup.make(vault, Reason.ASKED)
    return vault
jobs = {
    "backup": backed_up,
    "restore": lambda: restore.restore(folder, shelf.listed(folder / shelf.FOLDER)[-1].path, way),
    "rekey": lambda: rekey.rekey(folder, way),
    "upgrade": upgraded,
}
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    jobs[job]().lock()
    print("done")
except VaultRefused as refusal:
    print(refusal.code)
"""
FULL = {Code.VAULT_FULL.value, Code.VAULT_FOLDER.value}


@pytest.mark.skipif(sys.platform == "win32", reason="no way to limit a file there")
@pytest.mark.parametrize("job", ["backup", "restore", "rekey", "upgrade"])
@pytest.mark.parametrize("share", [0.01, 0.6, 1.0])
def test_a_disk_that_takes_no_more(vault: Vault, passphrase: str, tmp_path: Path, job: str, share: float) -> None:
    made(vault, "INSERT INTO drafts VALUES ('a', 'b', hex(randomblob(100000)), 'c')")
    kept = backup.make(vault, Reason.ASKED)
    vault.lock()
    before = contents_of_files(vault.folder)
    size = (vault.folder / DATABASE).stat().st_size
    with elsewhere(LIMITED, vault.folder, passphrase, int(size * share), job, scripts(tmp_path / "later")) as process:
        assert line(process) in FULL
    assert contents_of_files(vault.folder) == before
    assert [each.name for each in (vault.folder / shelf.FOLDER).iterdir()] == [kept.name]
    with unlocked(open_vault(vault.folder, Passphrase(passphrase))) as again:
        assert verify(again).ok
        backup.examine(again, kept)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB."""
    place = tmp_path / "klein"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "gezinsplan-test", place], check=True)
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def _may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


if _may_mount():

    def test_on_a_disk_without_room_there_is_no_backup_and_nothing_changes(
        vault: Vault, passphrase: str, small_disk: Path
    ) -> None:
        vault.lock()
        for name, data in contents_of_files(vault.folder).items():
            (small_disk / name).write_bytes(data)
        with unlocked(open_vault(small_disk, Passphrase(passphrase))) as small:
            backup.make(small, Reason.ASKED)
            (small_disk / "other").write_bytes(bytes(shutil.disk_usage(small_disk).free - 300_000))
            for _ in range(2):
                with refused(Code.VAULT_FULL):
                    backup.make(small, Reason.ASKED)
            assert [each.suffix for each in (small_disk / shelf.FOLDER).iterdir()] == [SUFFIX]
            assert verify(small).ok
