"""Cijfers in real windows: switched on, as picture and table, kept as a file; too few families show nothing."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.cijfers import CijfersPresenter, CijfersState
from gezinsplan.services import settings
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.cijfers import Balk
from gezinsplan.services.logbook import Vraag, rows
from gezinsplan.storage.vault import Vault
from gezinsplan.ui import theme
from gezinsplan.ui.bars import BarChart, lay_out, row_height
from gezinsplan.ui.beheer_page import ONDERDELEN
from gezinsplan.ui.cijfers_page import CijfersPage
from gezinsplan.ui.tokens import Text
from tests.running import at_once
from tests.ui.scene import settle
from tests.ui.session import Session

pytestmark = pytest.mark.usefixtures("dressed")


class Shown:
    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.caseload = caseload
        self.refused: list[Refused] = []
        self.presenter = CijfersPresenter(caseload, at_once, self._show, self.refused.append)
        self.page = CijfersPage(self.presenter)
        qtbot.addWidget(self.page)
        self.page.resize(1158, 700)
        self.page.show()
        self.presenter.load()
        settle()

    def _show(self, state: CijfersState) -> None:
        self.page.show_state(state)

    def said(self) -> str:
        settle()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def shown(qtbot: QtBot, demo_caseload: Caseload) -> Shown:
    return Shown(qtbot, demo_caseload)


def test_picture_and_table_say_the_same(shown: Shown) -> None:
    page = shown.page
    row = page.table.rows.row(0)
    assert page.figure.text() == f"{row.regel.van} → {row.regel.naar}"
    assert f"in {row.regel.gezinnen} gezinnen" in shown.said()
    assert page.sectoren.chart.accessibleName().startswith("sociaal team: van ")
    page.tabs.bar.setCurrentIndex(1)
    assert page.table.isVisible()
    assert page.table.rows.data(page.table.rows.index(0, 0)) == "Hulpverleners, alle gezinnen"


def choose(page: CijfersPage, target: Path) -> None:
    page.save.click()
    settle()
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.findChildren(QLineEdit)[0].setText(str(target))
    dialog.accept()
    settle()


def test_the_file_holds_what_the_table_shows_and_is_logged(shown: Shown, tmp_path: Path) -> None:
    target = tmp_path / "cijfers.csv"
    choose(shown.page, target)
    assert "De cijfers zijn opgeslagen." in shown.page.said()
    with target.open(encoding="utf-8-sig", newline="") as file:
        told = [*csv.reader(file, delimiter=";")][1:]
    table = shown.page.table.rows
    assert [each[0] for each in told] == [table.row(at).cijfer for at in range(table.rowCount())]
    assert [each[4] for each in told] == [str(table.row(at).regel.naar) for at in range(table.rowCount())]
    assert [*rows(shown.caseload, Vraag())][-1].wat == "Cijfers bewaard als bestand"


def test_a_file_that_cannot_be_written_offers_another_place(shown: Shown, tmp_path: Path) -> None:
    shown.page._save(tmp_path / "is er niet" / "cijfers.csv")
    assert shown.page.said()
    assert "opgeslagen" not in shown.page.said()
    assert not shown.refused


def test_too_few_families_show_nothing(qtbot: QtBot, vault: Vault) -> None:
    shown = Shown(qtbot, Caseload(vault))
    assert "Nog te weinig gezinnen" in shown.said()
    assert not shown.page.save.isEnabled()
    assert shown.page.tabs.isHidden()


def test_figures_stand_in_the_menu_only_when_switched_on(session: Session) -> None:
    entry = session.desk.side._entries["cijfers"]
    assert entry.isHidden()
    session.desk.side.chosen.emit("beheer")
    beheer = session.desk.beheer_page
    beheer.tabs.bar.setCurrentIndex(ONDERDELEN)
    assert not beheer.onderdelen.boxes["cijfers"].isChecked()
    try:
        beheer.onderdelen.boxes["cijfers"].click()
        assert settings.load().cijfers
        assert not entry.isHidden()
        entry.click()
        session.settle()
        assert session.desk.pages.currentWidget() is session.desk.around.cijfers_page
        session.window.lock()
        session.unlock()
        assert session.desk.pages.currentWidget() is session.desk.around.cijfers_page
        assert session.desk.around.cijfers_page.figure.text()
    finally:
        settings.change("cijfers", False)


def test_a_setting_that_cannot_be_kept_is_told(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    session.desk.side.chosen.emit("beheer")
    beheer = session.desk.beheer_page
    beheer.tabs.bar.setCurrentIndex(ONDERDELEN)
    beheer.onderdelen.boxes["cijfers"].click()
    assert not beheer.onderdelen.boxes["cijfers"].isChecked()
    assert any("niet" in each.text() for each in beheer.onderdelen.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("width", [200.0, 500.0])
def test_bars_share_one_scale_and_nothing_overlaps(width: float) -> None:
    metrics = QFontMetricsF(theme.font(Text.SMALL))
    bars = [
        Balk("Een heel lange naam van een wijk bij de rivier", 20, 10, 20),
        Balk("Noord", 5, 5, 20),
        Balk("", 0, 0, 20),
    ]
    placed = lay_out(bars, QRectF(0, 0, width, 200), metrics)
    assert placed[0].start.width() == pytest.approx(2 * placed[0].now.width())
    assert placed[0].start.width() == pytest.approx(4 * placed[1].start.width())
    assert placed[2].start.width() == 0
    for one, other in pairwise(placed):
        assert one.name.bottom() <= other.name.top()
    for each in placed:
        assert each.name.right() <= each.start.left()
        assert max(each.start.right(), each.now.right()) <= each.numbers.left()
        assert each.numbers.right() <= width
        assert each.start.bottom() <= each.now.top()


def test_a_chart_is_as_high_as_its_groups(qtbot: QtBot) -> None:
    chart = BarChart()
    qtbot.addWidget(chart)
    assert chart.sizeHint().height() == 0
    chart.show_bars((Balk("Noord", 5, 5, 20), Balk("Zuid", 5, 5, 20)), "Noord en Zuid")
    assert chart.sizeHint().height() > 2 * row_height(QFontMetricsF(theme.font(Text.SMALL)))
    assert chart.accessibleName() == "Noord en Zuid"
