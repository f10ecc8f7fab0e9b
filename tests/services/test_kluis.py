"""The ways into a vault as screens and terminal use them: real files, a real keyring, moments given in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, VaultRefused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.services import kluis, settings
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.kluis import Lacking, Toegang
from gezinsplan.storage import keys, logbook, system_keyring, tries
from gezinsplan.storage.vault import DATABASE
from gezinsplan.storage.ways import computer
from tests import secret_service
from tests.storage.harm import flip, refused

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
NEW = "zeven groene giraffen fietsen naar de maan"


def later(**time: float) -> datetime:
    return NOW + timedelta(**time)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def own_settings_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


@pytest.fixture
def here(folder: Path, passphrase: str, home: Path) -> Iterator[Path]:
    """A locked vault that this computer opens too since NOW, and its keyring, unlocked."""
    with secret_service.session(home):
        with opened(kluis.unlock(folder, passphrase, NOW)) as caseload:
            kluis.allow_here(caseload, NOW)
        yield folder


@contextmanager
def opened(caseload: Caseload) -> Iterator[Caseload]:
    try:
        yield caseload
    finally:
        caseload.lock()


def slot(folder: Path) -> keys.Slot | None:
    slots = keys.parsed(keys.read(folder / keys.KEYS)).slots
    return next((each for each in slots if each.kind == computer.KIND), None)


def entry(folder: Path) -> str:
    found = slot(folder)
    assert found is not None
    return computer.entry_of(found.parameters)


def secret(name: str) -> str | None:
    return system_keyring.read(name, ask=False)


def codes(caseload: Caseload) -> list[Code]:
    return [each.code for each in caseload.noticed]


# ---------------------------------------------------------------- this computer


def test_this_computer_opens_for_some_hours_after_a_typed_passphrase(here: Path, passphrase: str) -> None:
    with opened(kluis.unlock_here(here, later(hours=11))) as caseload:
        assert [way.toegang for way in kluis.info(caseload).ways] == [Toegang.PASSPHRASE, Toegang.COMPUTER]
    assert kluis.opens_here(here, later(hours=11))
    assert not kluis.opens_here(here, later(hours=12))
    with refused(Code.COMPUTER_EXPIRED):
        kluis.unlock_here(here, later(hours=12))
    with opened(kluis.unlock(here, passphrase, later(hours=13))) as caseload:
        assert codes(caseload) == []
    with opened(kluis.unlock_here(here, later(hours=24))):
        pass


def test_the_secret_is_made_anew_at_each_typed_passphrase(here: Path, passphrase: str) -> None:
    first, first_secret = entry(here), secret(entry(here))
    kluis.unlock_here(here, later(hours=1)).lock()
    kluis.unlock(here, passphrase, later(hours=2), typed=False).lock()
    assert (entry(here), secret(first)) == (first, first_secret)
    kluis.unlock(here, passphrase, later(hours=3)).lock()
    assert entry(here) != first
    assert (secret(first), secret(entry(here)) == first_secret) == (None, False)


@pytest.mark.parametrize("moment", [later(hours=12), later(seconds=-1)])
def test_what_is_too_old_is_removed_without_a_key(here: Path, moment: datetime) -> None:
    kluis.expire(here, later(hours=11))
    assert secret(entry(here)) not in (None, computer.EXPIRED)
    kluis.expire(here, moment)
    assert secret(entry(here)) == computer.EXPIRED


def test_a_lock_removes_what_is_too_old_or_when_it_is_set_every_secret(here: Path, passphrase: str) -> None:
    kluis.lock(kluis.unlock_here(here, later(hours=1)), later(hours=2))
    assert secret(entry(here)) != computer.EXPIRED
    kluis.lock(kluis.unlock_here(here, later(hours=1)), later(hours=12))
    assert secret(entry(here)) == computer.EXPIRED
    settings.change("passphrase_after_lock", True)
    kluis.lock(kluis.unlock(here, passphrase, later(hours=13)), later(hours=13))
    assert secret(entry(here)) == computer.EXPIRED


def test_the_hours_are_a_setting(here: Path) -> None:
    settings.change("computer_hours", 1)
    with refused(Code.COMPUTER_EXPIRED):
        kluis.unlock_here(here, later(hours=1))


def test_a_wiped_keyring_keeps_nobody_out_and_is_told_once(here: Path, passphrase: str) -> None:
    system_keyring.remove(entry(here))
    with refused(Code.COMPUTER_MISSING):
        kluis.unlock_here(here, later(hours=1))
    with opened(kluis.unlock(here, passphrase, later(hours=1))) as caseload:
        assert codes(caseload) == [Code.COMPUTER_MISSING]
        assert slot(here) is None
    with opened(kluis.unlock(here, passphrase, later(hours=1))) as caseload:
        assert codes(caseload) == []
        kluis.allow_here(caseload, later(hours=1))
    kluis.unlock_here(here, later(hours=1)).lock()


def test_a_keyring_that_fails_keeps_nobody_out(here: Path, passphrase: str, home: Path) -> None:
    before = slot(here)
    with secret_service.session(home, "een ander wachtwoord"):
        kluis.expire(here, later(days=1))
        with opened(kluis.unlock(here, passphrase, later(days=1))) as caseload:
            assert codes(caseload) == [Code.KEYRING_LOCKED]
            with refused(Code.KEYRING_LOCKED):
                kluis.allow_here(caseload, later(days=1))
    with secret_service.no_session(), opened(kluis.unlock(here, passphrase, later(days=1))) as caseload:
        assert codes(caseload) == [Code.KEYRING_ABSENT]
    assert slot(here) == before


def test_taking_it_away_removes_the_secret(here: Path) -> None:
    name = entry(here)
    with opened(kluis.unlock_here(here, later(hours=1))) as caseload:
        way = kluis.info(caseload).ways[-1]
        assert way.made_on == NOW.date()
        kluis.remove(caseload, way.id[:8])
        with refused(Code.LAST_WAY):
            kluis.remove(caseload, kluis.info(caseload).ways[0].id)
        for unknown in ("", "x", way.id):
            with refused(Code.WAY_UNKNOWN):
                kluis.remove(caseload, unknown)
    assert secret(name) is None
    assert not kluis.opens_here(here, later(hours=1))


def test_what_cannot_be_written_leaves_no_secret(here: Path, passphrase: str) -> None:
    with opened(kluis.unlock(here, passphrase, NOW, typed=False)) as caseload:
        before = entry(here)
        (here / (keys.KEYS + ".part")).mkdir()
        with refused(Code.VAULT_FOLDER):
            kluis.allow_here(caseload, later(hours=1))
    assert secret_service.entries() == {before}
    (here / (keys.KEYS + ".part")).rmdir()
    kluis.unlock_here(here, later(hours=1)).lock()


def test_a_key_file_that_cannot_be_read_expires_nothing(folder: Path, tmp_path: Path) -> None:
    kluis.expire(tmp_path / "leeg", NOW)
    flip(folder / keys.KEYS, 100)
    kluis.expire(folder, NOW, after_lock=True)
    assert not kluis.opens_here(folder, NOW)


# ---------------------------------------------------------------- wrong tries


def test_wrong_tries_wait_and_are_handed_to_who_opens(folder: Path, passphrase: str) -> None:
    for number in range(3):
        with pytest.raises(VaultRefused) as caught:
            kluis.unlock(folder, "dit is het niet", later(minutes=number))
        assert (caught.value.code, caught.value.values) == (Code.PASSPHRASE_WRONG, {"wait": 2**number})
    with pytest.raises(VaultRefused) as caught:
        kluis.unlock(folder, passphrase, later(minutes=2, seconds=1))
    assert (caught.value.code, caught.value.values) == (Code.TRY_LATER, {"wait": 3})
    with opened(kluis.unlock(folder, passphrase, later(minutes=3))) as caseload:
        with caseload.vault.read() as conn:
            logged = [*logbook.lines(conn, logbook.Choice(actie=LogActie.ONTGRENDELEN_MISLUKT))]
        assert [(each.moment, each.actor) for each in logged] == [
            (later(minutes=number), "wachtwoord") for number in range(3)
        ]
    kluis.unlock(folder, passphrase, later(minutes=3)).lock()
    assert not (folder / tries.TRIES).exists()


def test_other_refusals_are_no_tries(folder: Path, passphrase: str) -> None:
    (folder / DATABASE).unlink()
    with refused(Code.VAULT_MISSING):
        kluis.unlock(folder, passphrase, NOW)
    assert tries.seconds_left(folder, NOW) == 0


def test_this_computer_does_not_wait(here: Path) -> None:
    tries.note(here, "passphrase", later(hours=1))
    kluis.unlock_here(here, later(hours=1)).lock()
    assert not (here / tries.TRIES).exists()


# ---------------------------------------------------------------- passphrase and list


def test_a_new_passphrase_replaces_the_old(folder: Path, passphrase: str) -> None:
    with opened(kluis.unlock(folder, passphrase, NOW)) as caseload:
        with refused(Code.PASSPHRASE_WEAK):
            kluis.change_passphrase(caseload, passphrase, "Welkom01", NOW)
        with refused(Code.PASSPHRASE_WRONG):
            kluis.change_passphrase(caseload, "dit is het niet", NEW, NOW)
        with refused(Code.TRY_LATER):
            kluis.change_passphrase(caseload, passphrase, NEW, NOW)
        kluis.change_passphrase(caseload, passphrase, NEW, later(seconds=1))
        assert (len(kluis.info(caseload).ways), kluis.info(caseload).counter) == (1, 2)
    with refused(Code.PASSPHRASE_WRONG):
        kluis.unlock(folder, passphrase, later(minutes=1))
    kluis.unlock(folder, NEW, later(minutes=2)).lock()


@pytest.mark.parametrize(
    ("ways", "lacks"),
    [
        ([], Lacking.OWN_WAY),
        ([Toegang.COMPUTER], Lacking.OWN_WAY),
        ([Toegang.COMPUTER, Toegang.OTHER], Lacking.OWN_WAY),
        ([Toegang.PASSPHRASE], Lacking.SECOND_WAY),
        ([Toegang.PASSPHRASE, Toegang.OTHER], Lacking.SECOND_WAY),
        ([Toegang.PASSPHRASE, Toegang.COMPUTER], None),
        ([Toegang.SHEET, Toegang.GEMEENTE], None),
    ],
)
def test_two_ways_are_needed_one_of_them_not_a_keyring(ways: list[Toegang], lacks: Lacking | None) -> None:
    assert kluis.lacking(ways) is lacks


def test_a_vault_says_what_it_lacks(folder: Path, passphrase: str) -> None:
    with opened(kluis.unlock(folder, passphrase, NOW)) as caseload:
        told = kluis.info(caseload)
    assert (len(told.vault), told.counter, told.lacking) == (9, 1, Lacking.SECOND_WAY)
    assert told.ways[0].made_on is None


def test_a_restored_key_file_is_noticed(folder: Path, passphrase: str) -> None:
    flip(folder / keys.KEYS, 100)
    with opened(kluis.unlock(folder, passphrase, NOW)) as caseload:
        assert codes(caseload) == [Code.KEYS_RESTORED]
