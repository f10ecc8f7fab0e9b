"""Beheer, the backups in the flow, the first card and the rescue in the real program, as a user does them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gezinsplan.app import Program
from gezinsplan.presenters.unlock import Stage
from gezinsplan.services import backups, herstelblad
from gezinsplan.services.caseload import Caseload
from gezinsplan.storage.manifest import Reason
from gezinsplan.texts.dates import today
from gezinsplan.ui import theme
from gezinsplan.ui.beheer_page import BACKUPS, KLUIS
from gezinsplan.ui.cards import Banner
from gezinsplan.ui.frame import Attention
from gezinsplan.ui.kluis_dialogs import PassphraseDialog
from gezinsplan.ui.rescue_page import RescuePage
from gezinsplan.ui.sheet_dialog import SheetDialog
from tests.ui.session import Session
from tests.ui.test_kit import clipped, spoken


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def button(place: QWidget, words: str) -> QAbstractButton:
    found = [each for each in place.findChildren(QAbstractButton) if words in (each.text(), each.accessibleName())]
    shown = [each for each in found if each.isVisible()]
    assert shown, words
    return shown[0]


def dialog(kind: type[QDialog] = QDialog) -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def attention(session: Session) -> list[str]:
    return [spoken(each) for each in session.desk.side.findChildren(Attention)]


# ---------------------------------------------------------------- the flow


def test_after_unlocking_a_backup_is_made_and_the_side_bar_tells(session: Session) -> None:
    assert len(list((session.desk.caseload.folder / "backups").glob("*.gezinsplan"))) == 1
    assert attention(session) == ["Herstelblad ontbreekt nog"]
    button(session.desk.side, "Herstelblad ontbreekt nog").click()
    session.settle()
    assert session.desk.pages.currentWidget() is session.desk.beheer_page
    assert session.desk.beheer_page.tabs.bar.currentIndex() == KLUIS


def test_closing_makes_a_backup_of_what_was_changed_and_then_closes(session: Session) -> None:
    caseload, kept = session.desk.caseload, session.desk.caseload.folder / "backups"
    make_sheet(session)
    session.window.close()
    session.qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=60_000)
    assert caseload.vault.locked
    newest = backups.rescue(caseload.folder).backups[0]
    assert (len(list(kept.glob("*.gezinsplan"))), newest.reason) == (2, Reason.QUIT)


def test_nothing_changed_is_no_reason_for_a_backup(session: Session) -> None:
    kept = session.desk.caseload.folder / "backups"
    session.window.close()
    session.qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=60_000)
    assert len(list(kept.glob("*.gezinsplan"))) == 1


def test_a_lock_while_closing_closes_at_once(session: Session) -> None:
    caseload = session.desk.caseload
    session.window.close()
    session.window.lock()
    assert caseload.vault.locked
    session.qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=60_000)


def test_who_does_not_wait_for_the_backup_closes_now(session: Session) -> None:
    session.window.close()
    quitting = session.window._quitting
    assert quitting is not None
    quitting._show()
    assert clipped(session.window) == []
    now = button(session.window, "Nu afsluiten")
    assert now.hasFocus()
    now.click()
    session.qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=60_000)


def test_what_is_looked_up_for_the_first_card_never_covers_the_desk(session: Session) -> None:
    session.window.unlock.look()
    session.settle()
    assert session.window.stack.currentWidget() is session.desk


# ---------------------------------------------------------------- Beheer


def make_sheet(session: Session) -> str:
    """Make a recovery sheet in Beheer, and type it back."""
    session.desk.show_around("beheer", KLUIS)
    session.settle()
    button(session.desk.beheer_page.kluis, "Herstelblad maken…").click()
    session.settle()
    sheet = dialog(SheetDialog)
    assert isinstance(sheet, SheetDialog)
    code = sheet.shown_code()
    sheet.code.setPlainText(code.replace(code[-1], "0" if code[-1] != "0" else "1"))
    QTest.keyClick(sheet.code, Qt.Key.Key_Return)
    session.settle()
    assert "tikfout" in sheet.field.error()
    sheet.code.setPlainText(code)
    QTest.keyClick(sheet.code, Qt.Key.Key_Return)
    session.settle()
    return code


def test_the_recovery_sheet_takes_away_what_is_lacking(session: Session) -> None:
    make_sheet(session)
    assert attention(session) == []
    tab = session.desk.beheer_page.kluis
    button(tab, "Herstelblad weghalen").click()
    button(dialog(), "Weghalen").click()
    session.settle()
    assert attention(session) == ["Herstelblad ontbreekt nog"]


def test_a_lock_takes_the_code_off_the_screen(session: Session) -> None:
    session.desk.show_around("beheer", KLUIS)
    session.settle()
    button(session.desk.beheer_page.kluis, "Herstelblad maken…").click()
    session.settle()
    sheet = dialog(SheetDialog)
    assert isinstance(sheet, SheetDialog)
    preview = sheet.preview
    assert preview.page_count() == 1
    session.window.lock()
    assert sheet.shown_code() == ""
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [session.window]


def test_a_wrong_old_passphrase_is_told_beside_its_field(session: Session) -> None:
    session.desk.show_around("beheer", KLUIS)
    session.settle()
    button(session.desk.beheer_page.kluis, "Wachtwoord wijzigen…").click()
    ask = dialog(PassphraseDialog)
    assert isinstance(ask, PassphraseDialog)
    for name, typed in (("old", "dit is het niet"), ("passphrase", "zeven paarse emmers zingen onder een brug")):
        line = ask.line(name)
        assert line is not None
        QTest.keyClicks(line, typed)
    session.qtbot.waitUntil(lambda: ask.meter.word.text() == "Sterk", timeout=10_000)
    again = ask.line("again")
    assert again is not None
    QTest.keyClicks(again, "zeven paarse emmers zingen onder een brug")
    QTest.keyClick(again, Qt.Key.Key_Return)
    session.settle()
    assert "klopt niet" in ask.fields["old"].error()
    assert clipped(ask) == []


def test_the_vault_is_checked(session: Session) -> None:
    session.desk.show_around("beheer", KLUIS)
    session.settle()
    tab = session.desk.beheer_page.kluis
    button(tab, "Kluis nakijken").click()
    session.settle()
    assert any("De kluis is heel" in each.accessibleName() for each in tab.findChildren(Banner) if each.isVisible())


def test_a_backup_is_made_and_put_back_by_keyboard(session: Session, passphrase: str) -> None:
    session.desk.show_around("beheer", BACKUPS)
    session.settle()
    tab = session.desk.beheer_page.backups
    QTest.keyClick(tab.make, Qt.Key.Key_Space)
    session.settle()
    assert len(tab.presenter.state.rows) == 2
    caseload = session.desk.caseload
    back = next(each for each in tab.findChildren(QPushButton) if each.text() == "Terugzetten…" and each.isVisible())
    assert spoken(back).startswith("Reservekopie van vandaag")
    QTest.keyClick(back, Qt.Key.Key_Space)
    QTest.keyClick(button(dialog(), "Vergrendelen en terugzetten"), Qt.Key.Key_Space)
    session.settle()
    assert caseload.vault.locked
    first = session.window.first
    assert session.window.unlock.state.stage is Stage.TASK
    line = first.card.line("passphrase")
    assert line is not None
    line.setText(passphrase)
    QTest.keyClick(line, Qt.Key.Key_Return)
    session.settle()
    assert session.window.stack.currentWidget() is session.desk
    assert session.desk.caseload is not caseload


# ---------------------------------------------------------------- the first card, the rescue


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Program]]:
    """Starts the program on a folder; it is closed after the test."""
    started: list[Program] = []

    def begin(folder: Path) -> Program:
        program = Program(qapp, folder)
        started.append(program)
        program.window.show()
        settle(qtbot, program)
        return program

    yield begin
    for program in started:
        program.window.close()
        settle(qtbot, program)
        program.finish()
        program.window.deleteLater()


def settle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.jobs().busy(), timeout=60_000)
    for _pass in range(3):  # a page that scrolls is laid out in more than one
        QApplication.processEvents()


@pytest.fixture
def with_sheet(demo_caseload: Caseload) -> tuple[Path, str]:
    """The demo vault, locked, with a recovery sheet and a backup; and the code of the sheet."""
    blad = herstelblad.make(demo_caseload, today())
    herstelblad.confirm(demo_caseload, blad, blad.code.printed)
    backups.make(demo_caseload)
    demo_caseload.lock()
    return demo_caseload.folder, blad.code.printed


def test_the_card_shows_the_last_backup_and_the_other_ways(
    qtbot: QtBot, start: Callable[[Path], Program], with_sheet: tuple[Path, str]
) -> None:
    program = start(with_sheet[0])
    card = program.window.first.card
    assert "laatste reservekopie: vandaag" in card.below.text()
    QTest.keyClick(button(card, "Wachtwoord vergeten? Gebruik het herstelblad"), Qt.Key.Key_Space)
    line = card.line("code")
    assert line is not None
    assert line.hasFocus() or line.window().focusWidget() is line
    line.setText("A1B2")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert "40 tekens" in card.fields["code"].error()
    line.setText(with_sheet[1])
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.unlock.state.stage.value == "renew"
    program.window.lock()
    assert program.window.unlock.state.stage.value == "unlock"


def test_a_vault_without_keys_is_rescued(
    qtbot: QtBot, start: Callable[[Path], Program], with_sheet: tuple[Path, str], passphrase: str
) -> None:
    folder, _code = with_sheet
    for name in ("keys.json", "keys.previous.json"):
        (folder / name).unlink()
    program = start(folder)
    first = program.window.first
    first.fill(passphrase)
    first.go.click()
    settle(qtbot, program)
    page = program.window.stack.currentWidget()
    assert isinstance(page, RescuePage)
    assert any("keys.json" in each.accessibleName() for each in page.findChildren(Banner))
    button(page, "Sleutelbestand terugzetten…").click()
    assert program.window.stack.currentWidget() is first
    first.fill(passphrase)
    first.go.click()
    settle(qtbot, program)
    assert "staat terug" in first.card.notice.text()
    first.fill(passphrase)
    first.go.click()
    settle(qtbot, program)
    assert program.window.desk is not None


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("stage", [Stage.UNLOCK, Stage.SHEET, Stage.GEMEENTE, Stage.LISTS, Stage.RENEW, Stage.CREATE])
def test_every_text_of_the_card_fits(
    qapp: QApplication, start: Callable[[Path], Program], with_sheet: tuple[Path, str], stage: Stage, scale: float
) -> None:
    program = start(with_sheet[0])
    theme.dress(qapp, scale)
    program.window.first.forget()
    program.window.unlock.go(stage)
    QApplication.processEvents()
    assert clipped(program.window.first.card) == []
    theme.dress(qapp, 1.0)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_text_of_beheer_fits(
    start: Callable[[Path], Program],
    qtbot: QtBot,
    with_sheet: tuple[Path, str],
    passphrase: str,
    scale: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(theme, "_system_scale", lambda _font: scale)
    program = start(with_sheet[0])
    program.window.first.fill(passphrase)
    program.window.first.go.click()
    settle(qtbot, program)
    desk = program.window.desk
    assert desk is not None
    for tab in (KLUIS, BACKUPS):
        desk.show_around("beheer", tab)
        settle(qtbot, program)
        assert clipped(desk.beheer_page.pages) == []
