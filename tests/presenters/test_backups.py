"""The tabs Kluis and Reservekopieën without a window; on a real vault."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.presenters.backups import BackupsPresenter, BackupsState
from gezinsplan.presenters.kluis import KluisPresenter, KluisState
from gezinsplan.services import backups, logbook, settings
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.kluis import Lacking, Toegang
from gezinsplan.services.logbook import Vraag
from gezinsplan.services.settings import Settings
from gezinsplan.storage.ways.gemeente import PrivateKey
from tests.running import AtOnce


class Screen:
    """Keeps what was shown and refused."""

    def __init__(self, caseload: Caseload) -> None:
        both = AtOnce()
        self.shown: list[BackupsState] = []
        self.refused: list[Refused] = []
        self.presenter = BackupsPresenter(caseload, both.run, both.run_aside, self.shown.append, self.refused.append)

    @property
    def last(self) -> BackupsState:
        return self.shown[-1]


@pytest.fixture
def screen(demo_caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Screen(demo_caseload)


def never(_again: Callable[[str], object]) -> None:
    raise AssertionError("no passphrase is needed")


def test_the_backup_of_the_day_is_made_once(screen: Screen) -> None:
    screen.presenter.begin()
    assert next(each.working for each in screen.shown if each.working) == "Reservekopie van vandaag…"
    assert max(each.percent for each in screen.shown) == 100
    assert (len(screen.last.rows), screen.last.working) == (1, "")
    screen.presenter.begin()
    assert len(screen.last.rows) == 1


def test_making_testing_and_what_is_told(screen: Screen) -> None:
    screen.presenter.make()
    (row,) = screen.last.rows
    assert row.reason == "zelf gemaakt"
    assert "gemaakt en nagekeken" in screen.last.told
    screen.presenter.prove(row.backup, never)
    assert "heel en gaat open" in screen.last.told
    assert [each.wat for each in logbook.page(screen.presenter.caseload, Vraag()).rijen][:2] == [
        "Reservekopie getest",
        "Reservekopie gemaakt",
    ]


def test_a_damaged_backup_is_refused_and_changes_nothing(screen: Screen) -> None:
    screen.presenter.make()
    (row,) = screen.last.rows
    data = bytearray(row.backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    row.backup.path.write_bytes(data)
    screen.presenter.prove(row.backup, never)
    assert [each.code for each in screen.refused] == [Code.BACKUP_DAMAGED]
    assert (screen.last.working, screen.last.told) == ("", "")


def test_a_second_place_gets_a_copy_and_is_missed_when_it_is_away(screen: Screen, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    screen.presenter.choose_second_place(stick)
    assert settings.load() == Settings(second_backup_folder=str(stick))
    assert len(list(stick.glob("*.gezinsplan"))) == 1
    shutil.rmtree(stick)
    screen.presenter.make()
    screen.presenter.choose_second_place(None)
    away = [each.second_place_away for each in screen.shown]
    assert (away[0], True in away, away[-1]) == (False, True, False)
    assert screen.last.second_place is None


def test_a_backup_that_opens_the_old_way_is_renewed(screen: Screen) -> None:
    caseload = screen.presenter.caseload
    tab = KluisPresenter(caseload, AtOnce().run, lambda _state: None, screen.refused.append)
    tab.add_key(PrivateKey.new().public, lambda: None, screen.refused.append)
    screen.presenter.make()
    state = tab.state
    assert state is not None
    (gemeente,) = (row.id for row in state.rows if row.toegang is Toegang.GEMEENTE)
    tab.remove(gemeente)
    screen.presenter.load()
    (row,) = screen.last.rows
    assert row.backup.opens_old_way
    screen.presenter.renew(row.backup, never)
    assert not screen.last.rows[0].backup.opens_old_way
    assert "Vernieuwd" in screen.last.told
    assert screen.refused == []


def test_one_of_an_older_key_asks_for_the_passphrase_of_its_day(
    demo_folder: Path, screen: Screen, passphrase: str
) -> None:
    screen.presenter.make()
    screen.presenter.caseload.lock()
    anew = backups.rekey(demo_folder, passphrase)
    later = Screen(anew)
    later.presenter.load()
    old = later.last.rows[-1].backup
    assert old.opens_old_way
    asked: list[Callable[[str], object]] = []
    later.presenter.prove(old, asked.append)
    asked[0](passphrase)
    assert "heel en gaat open" in later.last.told
    later.presenter.renew_all([old.path])
    assert "0 reservekopieën zijn vernieuwd. 1 heeft nog een oude sleutel." in later.last.told
    later.presenter.renew(old, asked.append)
    asked[1](passphrase)
    assert "Vernieuwd" in later.last.told
    assert later.refused == []
    anew.lock()


def test_a_vault_with_one_way_lacks_another_until_there_is_a_sheet(demo_caseload: Caseload) -> None:
    shown: list[KluisState] = []
    refused: list[Refused] = []
    presenter = KluisPresenter(demo_caseload, AtOnce().run, shown.append, refused.append)
    presenter.load()
    assert (shown[-1].lacking, shown[-1].rows[0].removal) == (Lacking.SECOND_WAY, "")
    presenter.make_sheet(
        lambda blad: presenter.confirm_sheet(blad, blad.code.printed, lambda: None, refused.append), refused.append
    )
    assert (shown[-1].lacking, shown[-1].has_sheet) == (None, True)
    assert [row.name for row in shown[-1].rows] == ["Wachtwoord", "Herstelblad"]
    presenter.check()
    assert [each.checking for each in shown[-2:]] == [True, False]
    assert shown[-1].outcome is True
    presenter.remove(shown[-1].rows[1].id)
    assert shown[-1].lacking is Lacking.SECOND_WAY
    assert refused == []


def test_another_passphrase_is_typed_twice_and_the_old_one_first(demo_caseload: Caseload) -> None:
    refused: list[Refused] = []
    presenter = KluisPresenter(demo_caseload, AtOnce().run, lambda _state: None, refused.append)
    new = "zeven paarse emmers zingen onder een brug"
    presenter.change_passphrase("x", new, "iets anders", lambda: None, refused.append)
    presenter.change_passphrase("dit is het niet", new, new, lambda: None, refused.append)
    assert [each.code for each in refused] == [Code.PASSPHRASE_DIFFERS, Code.PASSPHRASE_WRONG]
