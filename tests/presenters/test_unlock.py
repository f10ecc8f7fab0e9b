"""The first screen without a window: open, wrong passphrase, new vault, and who you are; on real files."""

from datetime import timedelta
from pathlib import Path

from gezinsplan.domain.errors import Code
from gezinsplan.presenters.unlock import Stage, UnlockPresenter, UnlockState
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.storage import tries
from tests.running import AtOnce


class Screen:
    """Keeps what was shown and opened."""

    def __init__(self, folder: Path) -> None:
        self.shown: list[UnlockState] = []
        self.opened: list[Caseload] = []
        both = AtOnce()
        self.presenter = UnlockPresenter(folder, both.run, both.run_aside, self.shown.append, self.opened.append)
        self.presenter.start()

    @property
    def last(self) -> UnlockState:
        return self.shown[-1]


def code(state: UnlockState) -> Code | None:
    return state.refused.code if state.refused else None


def test_a_folder_without_a_vault_asks_for_a_new_one(tmp_path: Path) -> None:
    assert Screen(tmp_path / "leeg").last.stage is Stage.CREATE


def test_making_a_vault_asks_who_you_are_and_opens_it(tmp_path: Path) -> None:
    screen = Screen(tmp_path / "kluis")
    screen.presenter.create("een zin is lang genoeg", "een zin is lang genoeg!")
    assert code(screen.last) is Code.PASSPHRASE_DIFFERS
    screen.presenter.create("kort", "kort")
    assert code(screen.last) is Code.PASSPHRASE_WEAK
    screen.presenter.create("een zin is lang genoeg", "een zin is lang genoeg")
    assert (screen.last.stage, screen.opened) == (Stage.INTRODUCE, [])
    screen.presenter.introduce(naam="", organisatie="Sociaal team")
    assert code(screen.last) is Code.EMPTY
    screen.presenter.introduce(naam="Sanne", organisatie="Sociaal team")
    (caseload,) = screen.opened
    assert caseload.team() is not None
    caseload.lock()


def test_a_vault_whose_user_did_not_go_on_is_locked_again(folder: Path, passphrase: str) -> None:
    screen = Screen(folder)
    screen.presenter.unlock(passphrase)
    assert screen.last.stage is Stage.INTRODUCE
    screen.presenter.abandon()
    screen.presenter.unlock(passphrase)
    assert screen.last.stage is Stage.INTRODUCE
    screen.presenter.abandon()


def test_wrong_tries_wait_longer_also_in_a_new_window(folder: Path, passphrase: str) -> None:
    for wait in (1, 2):
        tries.note(folder, "passphrase", now() - timedelta(minutes=5))
        screen = Screen(folder)
        screen.presenter.unlock("dit is het zeker niet")
        assert (code(screen.last), screen.last.wait_seconds) == (Code.PASSPHRASE_WRONG, 2 * wait**2)
    again = Screen(folder)
    again.presenter.unlock(passphrase)
    assert code(again.last) is Code.TRY_LATER
    assert 0 < again.last.wait_seconds <= 8


def test_other_refusals_do_not_wait(tmp_path: Path) -> None:
    (tmp_path / "dossiers.db").write_bytes(b"x")
    screen = Screen(tmp_path)
    screen.presenter.unlock("een zin is lang genoeg")
    assert (code(screen.last), screen.last.wait_seconds) == (Code.KEYS_MISSING, 0)


def test_another_folder_can_be_chosen(tmp_path: Path, folder: Path) -> None:
    screen = Screen(tmp_path / "leeg")
    screen.presenter.choose_folder(folder)
    assert (screen.last.folder, screen.last.stage) == (folder, Stage.UNLOCK)
