"""The short form of `python tests/endurance/run.py`: a kill or two of each kind."""

import random
from pathlib import Path

import pytest

from gezinsplan import paths
from gezinsplan.storage import upgrade
from tests.endurance.kills import JOBS, kill, scripts


@pytest.mark.parametrize("job", JOBS)
def test_a_killed_program_leaves_a_whole_vault(
    folder: Path, passphrase: str, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = scripts(tmp_path / "scripts")
    if job == "upgrade":
        monkeypatch.setattr(upgrade, "HEAD", "9000")
        monkeypatch.setattr(paths, "migrations", lambda: later)
    kept = 0
    for _ in range(2):
        seen = kill(folder, passphrase, job, kept, later, random.Random())
        assert seen.kept >= seen.acknowledged
        kept = seen.kept
