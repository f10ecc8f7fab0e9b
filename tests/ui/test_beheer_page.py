"""Beheer in a real window: a setting saves itself, and what cannot be is told beside its field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gezinsplan import paths
from gezinsplan.presenters.settings import SettingsPresenter
from gezinsplan.services import settings
from gezinsplan.services.settings import Settings
from gezinsplan.ui.beheer_page import SettingsTab
from gezinsplan.ui.cards import Page
from tests.ui.scene import settle
from tests.ui.test_kit import clipped

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.fixture
def tab(qtbot: QtBot) -> Iterator[SettingsTab]:
    page = SettingsTab(SettingsPresenter())
    qtbot.addWidget(page)
    page.resize(1158, 640)
    page.show_settings()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()


def retype(tab: SettingsTab, key: str, words: str) -> QLineEdit:
    line = tab.answers[key].widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, words)
    return line


def test_what_is_set_stands_there(tab: SettingsTab) -> None:
    assert tab.answers["lock_after_minutes"].get() == "10"
    assert tab.answers["clipboard_seconds"].get() == "60"


def test_a_setting_is_kept_when_its_field_is_left(tab: SettingsTab) -> None:
    QTest.keyClick(retype(tab, "lock_after_minutes", "5"), Qt.Key.Key_Tab)
    assert settings.load() == Settings(lock_after_minutes=5)
    assert tab.states["lock_after_minutes"].text() == "Bewaard"
    assert tab.states["clipboard_seconds"].text() == ""


def test_a_box_is_kept_when_it_is_ticked(tab: SettingsTab) -> None:
    box = tab.answers["passphrase_after_lock"].widget
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert settings.load() == Settings(passphrase_after_lock=True)
    assert tab.states["passphrase_after_lock"].text() == "Bewaard"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("90", "Kies een getal van 1 tot en met 60."), ("veel", "Dit is geen getal."), ("", "Dit is nog leeg.")],
)
def test_what_cannot_be_is_told_and_changes_nothing(tab: SettingsTab, typed: str, said: str) -> None:
    line = retype(tab, "lock_after_minutes", typed)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert said in tab.fields["lock_after_minutes"].error()
    assert tab.states["lock_after_minutes"].text() == "Nog niet bewaard"
    assert settings.load() == Settings()
    QTest.keyClick(retype(tab, "lock_after_minutes", "10"), Qt.Key.Key_Tab)
    assert tab.fields["lock_after_minutes"].error() == ""


def test_a_place_that_cannot_be_written_is_told_beside_the_field(tab: SettingsTab) -> None:
    paths.settings().parent.write_text("in de weg")
    QTest.keyClick(retype(tab, "clipboard_seconds", "30"), Qt.Key.Key_Tab)
    assert "kon niet worden bewaard" in tab.fields["clipboard_seconds"].error()


def test_every_text_fits(tab: SettingsTab) -> None:
    tab.resize(1158, 800)
    settle()
    assert clipped(tab) == []
    assert not tab.findChildren(Page)[0].verticalScrollBar().isVisible()
