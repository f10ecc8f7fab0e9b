"""The short form of `python tests/endurance/run.py`: a few cuts in the life of one vault."""

import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.endurance.power import cuts, looked_at, replayed, traced


@pytest.mark.skipif(sys.platform != "linux", reason="strace is of Linux")
def test_a_power_cut_loses_nothing_that_was_acknowledged(folder: Path, passphrase: str, tmp_path: Path) -> None:
    before = Path(shutil.copytree(folder, tmp_path / "before"))
    traced(folder, passphrase, tmp_path / "trace")
    chance, seen = random.Random(), []
    for disk, _moment in cuts(before, folder, tmp_path / "trace", 12, chance):
        disk.cut(tmp_path / "cut", chance)
        looked_at(tmp_path / "cut", passphrase, disk.acknowledged)
        seen.append(disk.acknowledged)
    assert seen == sorted(seen)


@pytest.mark.skipif(sys.platform != "linux", reason="strace is of Linux")
def test_the_rebuilt_disk_is_the_real_one(folder: Path, passphrase: str, tmp_path: Path) -> None:
    before = Path(shutil.copytree(folder, tmp_path / "before"))
    traced(folder, passphrase, tmp_path / "trace")
    disk = replayed(before, folder, tmp_path / "trace")
    real = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    rebuilt = {path: inode.now(random.Random(), certain=True) for path, inode in disk.names.items() if inode}
    assert rebuilt == real
    assert disk.acknowledged == 4
