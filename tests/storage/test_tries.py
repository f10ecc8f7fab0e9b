from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezinsplan.storage import tries
from gezinsplan.storage.tries import LONGEST_WAIT, TRIES, Try

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_each_wrong_try_makes_the_next_wait_longer(tmp_path: Path) -> None:
    assert tries.seconds_left(tmp_path, NOW) == 0
    waits = [tries.note(tmp_path, "passphrase", NOW) for _number in range(8)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert [tries.seconds_left(tmp_path, later(each)) for each in (0, 1, 59, 60, 3600)] == [60, 59, 1, 0, 0]


def test_opening_takes_them_and_starts_afresh(tmp_path: Path) -> None:
    tries.note(tmp_path, "passphrase", NOW)
    tries.note(tmp_path, "sheet", later(5))
    assert tries.take(tmp_path) == (Try(NOW, "passphrase"), Try(later(5), "sheet"))
    assert (tries.take(tmp_path), list(tmp_path.iterdir())) == ((), [])
    assert tries.note(tmp_path, "passphrase", NOW) == 1


def test_a_clock_set_back_waits_once_more_and_no_longer(tmp_path: Path) -> None:
    for _number in range(9):
        tries.note(tmp_path, "passphrase", NOW)
    yesterday = NOW - timedelta(days=1)
    assert tries.seconds_left(tmp_path, yesterday) == LONGEST_WAIT
    assert tries.seconds_left(tmp_path, yesterday + timedelta(seconds=20)) == LONGEST_WAIT - 20
    assert tries.seconds_left(tmp_path, yesterday + timedelta(seconds=60)) == 0
    assert {each.moment for each in tries.take(tmp_path)} == {NOW}


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"null",
        b'{"tries": 1, "waits_from": 1}',
        b'{"tries": [[1]], "waits_from": 1}',
        b'{"tries": [["x", "y"]], "waits_from": 1}',
        b'{"tries": [[1e99, "y"]], "waits_from": 1}',
        b'{"tries": [[99999999999999999999, "y"]], "waits_from": 1}',
        b'{"tries": [[1, "y"]], "waits_from": "x"}',
        b'{"tries": [[1, "y"]]}',
    ],
)
def test_a_damaged_file_keeps_nobody_out(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / TRIES).write_bytes(damaged)
    assert tries.seconds_left(tmp_path, NOW) == 0
    assert tries.take(tmp_path) == ()


@settings(deadline=None)  # each try is flushed to the disk
@given(content=st.binary(max_size=100), seconds=st.integers(-(10**9), 10**9))
def test_nobody_ever_waits_longer_than_a_minute(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, seconds: int
) -> None:
    folder = tmp_path_factory.mktemp("tries")
    (folder / TRIES).write_bytes(content)
    assert tries.note(folder, "passphrase", NOW) <= LONGEST_WAIT
    begin = later(seconds)
    assert tries.seconds_left(folder, begin) <= LONGEST_WAIT
    assert tries.seconds_left(folder, begin + timedelta(seconds=LONGEST_WAIT)) == 0


def test_a_place_that_takes_nothing_refuses_nothing(tmp_path: Path) -> None:
    (tmp_path / TRIES).mkdir()
    assert tries.note(tmp_path, "passphrase", NOW) == 1
    assert tries.take(tmp_path) == ()
    assert tries.seconds_left(tmp_path, NOW) == 0


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    moments = [[number, "passphrase"] for number in range(3000)]
    (tmp_path / TRIES).write_text(f'{{"tries": {moments}, "waits_from": 3000}}'.replace("'", '"'))
    tries.note(tmp_path, "passphrase", NOW)
    kept = tries.take(tmp_path)
    assert (len(kept), kept[-1].moment) == (1000, NOW)
