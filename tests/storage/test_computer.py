from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.errors import Code
from gezinsplan.storage import keys, slots, system_keyring
from gezinsplan.storage.keys import Parameters
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.vault import Vault
from gezinsplan.storage.ways import computer
from gezinsplan.storage.ways.computer import EXPIRED, ThisComputer
from tests import secret_service
from tests.storage.harm import refused, unlocked

MADE = datetime(2026, 11, 26, 8, 0, 0, 900_000, tzinfo=UTC)
HOURS = 12


@pytest.fixture
def folder_here(vault: Vault, tmp_path: Path) -> Iterator[Path]:
    """A locked vault that this computer opens too, and its keyring, unlocked."""
    with secret_service.session(tmp_path / "home"):
        slots.add(vault, ThisComputer(MADE, HOURS))
        vault.lock()
        yield vault.folder


def parameters(folder: Path) -> Parameters:
    return keys.parsed(keys.read(folder / keys.KEYS)).slots[-1].parameters


def secret(folder: Path) -> str | None:
    return system_keyring.read(computer.entry_of(parameters(folder)), ask=False)


def later(**time: float) -> ThisComputer:
    return ThisComputer(MADE + timedelta(**time), HOURS)


def test_the_slot_says_where_and_when_and_not_what(folder_here: Path) -> None:
    told, kept = parameters(folder_here), secret(folder_here)
    assert (set(told), told["made_at"]) == ({"entry", "made_at"}, int(MADE.timestamp()))
    assert kept is not None
    assert kept.encode() not in keys.read(folder_here / keys.KEYS)


@pytest.mark.parametrize("time", [{"hours": 0}, {"hours": 11, "minutes": 59, "seconds": 59}])
def test_it_opens_in_its_time(folder_here: Path, time: dict[str, float]) -> None:
    with unlocked(open_vault(folder_here, later(**time))) as vault:
        assert slots.opened_by(vault, later(**time)).kind == computer.KIND


@pytest.mark.parametrize("time", [{"hours": 12}, {"days": 400}, {"seconds": -1}, {"days": -400}])
def test_too_late_or_a_clock_set_back_removes_the_secret(folder_here: Path, time: dict[str, float]) -> None:
    with refused(Code.COMPUTER_EXPIRED):
        open_vault(folder_here, later(**time))
    assert secret(folder_here) == EXPIRED
    with refused(Code.COMPUTER_EXPIRED):
        open_vault(folder_here, later(hours=1))


def test_fewer_hours_count_at_once(folder_here: Path) -> None:
    with refused(Code.COMPUTER_EXPIRED):
        open_vault(folder_here, ThisComputer(MADE + timedelta(hours=2), 2))


@pytest.mark.parametrize("instead", [None, "", "geen base64", "AAAA", "A" * 43 + "="])
def test_a_secret_that_is_not_ours_opens_nothing(folder_here: Path, instead: str | None) -> None:
    entry = computer.entry_of(parameters(folder_here))
    if instead is None:
        system_keyring.remove(entry)
    else:
        system_keyring.write(entry, instead, ask=False)
    with refused(Code.COMPUTER_MISSING):
        open_vault(folder_here, later(hours=1))


def test_a_vault_that_never_had_it_says_so(folder: Path) -> None:
    with refused(Code.COMPUTER_MISSING):
        open_vault(folder, later(hours=0))


def test_a_locked_or_absent_keyring_is_told(folder_here: Path, tmp_path: Path) -> None:
    with secret_service.session(tmp_path / "home", "een ander wachtwoord"):
        for when in (later(hours=1), later(days=1)):
            with refused(Code.KEYRING_LOCKED, Code.COMPUTER_EXPIRED):
                open_vault(folder_here, when)
    with secret_service.no_session(), refused(Code.KEYRING_ABSENT):
        open_vault(folder_here, later(hours=1))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"entry": "0" * 32},
        {"entry": 1, "made_at": 1},
        {"entry": "0" * 31, "made_at": 1},
        {"entry": "/" * 32, "made_at": 1},
        {"entry": "0" * 32, "made_at": "1"},
        {"entry": "0" * 32, "made_at": 1, "more": 1},
    ],
)
def test_parameters_that_we_never_write_are_no_parameters(told: Parameters) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        computer.in_time(told, MADE, HOURS)


@given(st.integers(-(10**10), 10**10), st.integers(1, 12))
def test_in_time_is_from_its_making_for_so_many_hours(seconds: int, hours: int) -> None:
    moment = datetime.fromtimestamp(int(MADE.timestamp()), UTC) + timedelta(seconds=seconds)
    told: Parameters = {"entry": "0" * 32, "made_at": int(MADE.timestamp())}
    assert computer.in_time(told, moment, hours) is (0 <= seconds < hours * 3600)
