"""Plan afdrukken in a real window on a real vault: one test per wire, and what must not be left behind."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.values import put
from gezinsplan.domain.versies import PlanVersie, VersieStatus
from gezinsplan.presenters.print_plan import PrintPresenter, PrintState
from gezinsplan.services import paper
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.families import by_kenmerk
from gezinsplan.services.identity import new_id
from gezinsplan.services.paper import Blad
from gezinsplan.services.versies import freeze
from gezinsplan.texts.dates import today
from gezinsplan.ui import paper_out, theme, tokens
from gezinsplan.ui.print_page import PrintPage
from gezinsplan.ui.print_readers import ReaderChoice
from tests.printing.paper import text_of
from tests.running import AtOnce

pytestmark = pytest.mark.usefixtures("dressed")

OPEN, GEHEIM, LONG = "G-2025-014", "G-2026-007", "G-2025-019"


class Shown:
    """The page with the presenter behind it, and what was refused."""

    def __init__(self, qtbot: QtBot, caseload: Caseload) -> None:
        self.refused: list[Refused] = []
        self.went_back = 0
        self.caseload = caseload
        self.presenter = PrintPresenter(caseload, AtOnce(), self.show, self.refused.append)
        self.page = PrintPage(self.presenter, self.back)
        qtbot.addWidget(self.page)

    def show(self, state: PrintState) -> None:
        self.page.show_state(state)

    def back(self) -> None:
        self.went_back += 1

    def family(self, kenmerk: str) -> Family:
        return self.caseload.family(by_kenmerk(self.caseload, kenmerk).id, today())

    def open(self, kenmerk: str, width: int = 1158) -> "Shown":
        self.page.resize(width, 700)
        self.page.show()
        self.presenter.open(self.family(kenmerk))
        QApplication.processEvents()
        return self

    def choice(self, name: str) -> ReaderChoice:
        choices = self.page.readers.choices.values()
        return next(each for each in choices if each.accessibleName().split(" \N{MIDDLE DOT} ")[0] == name)

    def texts(self) -> str:
        QApplication.processEvents()
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def pdf(self) -> bytes:
        assert self.presenter.state is not None
        assert self.presenter.state.paper is not None
        return self.presenter.state.paper.pdf


@pytest.fixture
def caseload(demo_caseload: Caseload) -> Caseload:
    return demo_caseload


@pytest.fixture
def shown(qtbot: QtBot, caseload: Caseload) -> Iterator[Shown]:
    made = Shown(qtbot, caseload)
    yield made
    made.page.clear()


def test_the_real_pages_are_shown(shown: Shown) -> None:
    shown.open(OPEN)
    assert shown.page.preview.page_count() == len(PdfReader(BytesIO(shown.pdf())).pages)
    assert f"Bladzijde 1 van {shown.page.preview.page_count()}" in shown.texts()
    assert shown.choice("Het gezin").isChecked()
    assert shown.page.save.isEnabled()
    assert shown.page.print.isEnabled()
    assert not shown.refused


def test_a_version_is_chosen_and_printed_again(shown: Shown) -> None:
    shown.open(OPEN)
    assert shown.page.versions.isHidden()
    family = shown.family(OPEN)
    versie = PlanVersie(new_id(), 1, VersieStatus.VASTGESTELD, family.op, freeze(family))
    agreed = shown.caseload.change("x", family, lambda fam: replace(fam, dossier=put(fam.dossier, versie)))
    shown.open(OPEN)
    assert shown.page.versions.choices[versie.id].isChecked()  # the plan says the same still
    assert "Zo spreken we het af: versie 1" in text_of(shown.pdf())
    goal = replace(family.dossier.doelen[0], woorden="Een ander doel")
    shown.caseload.change("y", agreed, lambda fam: replace(fam, dossier=put(fam.dossier, goal)))
    shown.open(OPEN)
    assert shown.page.versions.choices[None].isChecked()
    assert "Een ander doel" in text_of(shown.pdf())
    assert "Dit is nog een voorstel: versie 2" in text_of(shown.pdf())
    shown.page.versions.choices[versie.id].click()
    assert "Een ander doel" not in text_of(shown.pdf())
    shown.choice("mama").click()
    assert "voor mama" in text_of(shown.pdf())
    assert "Zo spreken we het af: versie 1" in text_of(shown.pdf())
    shown.page.versions.choices[None].click()
    assert "Dit is nog een voorstel: versie 2" in text_of(shown.pdf())
    shown.page.clear()
    assert shown.page.versions.choices == {}


def test_the_preview_writes_nothing(shown: Shown, tmp_path: Path) -> None:
    before = traces(tmp_path)
    shown.open(OPEN)
    shown.choice("mama").click()
    shown.page.preview.larger.click()
    shown.page.grab()
    shown.page.clear()
    assert traces(tmp_path) == before


def traces(folder: Path) -> set[Path]:
    own = {each for each in folder.rglob("*") if each.is_file()}
    return own | {each for each in Path(tempfile.gettempdir()).iterdir() if each.suffix in (".pdf", ".ps", ".png")}


def test_somebody_else_gets_other_pages(shown: Shown) -> None:
    shown.open(OPEN)
    first = shown.pdf()
    assert shown.page.focusWidget() is shown.choice("Het gezin")
    QTest.keyClick(shown.choice("Het gezin"), Qt.Key.Key_Down)
    assert shown.choice("mama").isChecked()
    assert shown.pdf() != first
    assert "Wat alleen voor mama is" not in shown.texts()
    shown.choice("Het gezin").click()
    assert "Wat alleen voor mama is, staat hier niet op." in shown.texts()


def test_the_same_choice_makes_nothing_new(shown: Shown) -> None:
    shown.open(OPEN)
    first = shown.pdf()
    shown.choice("Het gezin").click()
    assert shown.pdf() is first


def test_a_shield_says_why_not_together(shown: Shown) -> None:
    shown.open(GEHEIM)
    together = shown.choice("Het gezin")
    assert not together.isEnabled()
    assert "in dit gezin zijn gegevens afgeschermd" in shown.texts()
    assert "Voor wie drukt u af?" in shown.texts()
    assert not shown.page.save.isEnabled()
    assert not shown.page.print.isEnabled()
    shown.choice("papa").click()
    assert shown.page.preview.page_count() > 0
    assert "Wat afgeschermd is, staat hier niet op." in shown.texts()
    assert b"Zwaluwkade" not in shown.pdf()


def test_leaving_forgets_pages_bytes_and_names(shown: Shown) -> None:
    shown.open(OPEN)
    shown.page.clear()
    assert shown.presenter.state is None
    assert shown.page.preview.page_count() == 0
    assert shown.page._shown == b""
    assert not shown.page.readers.choices
    assert "De Vries" not in shown.texts()
    assert "mama" not in shown.texts()
    shown.open(GEHEIM)
    assert not shown.page.preview.page_count()
    shown.open(OPEN)
    assert shown.page.preview.page_count()


def test_back_goes_to_the_family(shown: Shown) -> None:
    shown.open(OPEN)
    crumb = next(each for each in shown.page.header.findChildren(QPushButton) if "De Vries" in each.text())
    crumb.click()
    assert shown.went_back == 1


def test_zoom_by_button_and_keyboard(shown: Shown) -> None:
    preview = shown.open(OPEN).page.preview
    assert preview.view is not None
    wide = preview._fitting()
    preview.larger.click()
    assert preview.view.zoomFactor() == pytest.approx(wide * 1.25)
    preview.smaller.click()
    assert preview.view.zoomFactor() == pytest.approx(wide)
    QTest.keyClick(shown.page, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown.page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomMode() == preview.view.ZoomMode.FitToWidth


def test_saving_proposes_a_neutral_name_and_writes_where_chosen(shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    shown.page.save.click()
    dialog = shown.page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == f"Gezinsplan nr {today():%y}-0001.pdf"
    assert dialog.windowTitle() == "Opslaan als PDF"
    dialog.fileSelected.emit(str(tmp_path / "plan.pdf"))
    dialog.reject()
    assert (tmp_path / "plan.pdf").read_bytes() == shown.pdf()
    assert "Bewaard." in shown.texts()


def test_a_folder_that_does_not_want_it_offers_another(shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    shown.page._save(tmp_path / "weg" / "plan.pdf")
    assert "Het bestand kon niet worden bewaard." in shown.texts()
    QApplication.processEvents()
    step = next(each for each in shown.page.said.findChildren(QPushButton) if each.text() == "Andere map…")
    step.click()
    assert shown.page.findChild(QFileDialog) is not None


def test_no_folder_is_remembered(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    shown.open(OPEN)
    shown.page.save.click()
    dialog = shown.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not [key for key in settings.allKeys() if key in paper_out._TRACES]


def test_locking_closes_the_dialog_and_saves_nothing(shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    shown.page.save.click()
    dialog = shown.page.findChild(QFileDialog)
    assert dialog is not None
    shown.page.clear()
    assert not dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "plan.pdf"))
    assert not (tmp_path / "plan.pdf").exists()


def test_printing_asks_the_system_with_a_neutral_name(shown: Shown) -> None:
    shown.open(OPEN)
    QTest.keyClick(shown.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = shown.page.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.printer().docName() == f"Gezinsplan nr {today():%y}-0001"
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    assert "De Vries" not in dialog.windowTitle()
    assert dialog.maxPage() == shown.page.preview.page_count()
    dialog.reject()


def to_file(target: Path) -> QPrinter:
    """A printer that a test can look into."""
    printer = paper_out.new_printer("Gezinsplan nr 26-0001")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_every_page_goes_to_the_printer_and_that_is_kept(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    pages = shown.page.preview.page_count()
    shown.page._print(to_file(tmp_path / "out.pdf"), shown.pdf())
    assert not shown.page.print.isEnabled()
    qtbot.waitUntil(lambda: "naar de printer gestuurd" in shown.texts(), timeout=60_000)
    printed = PdfReader(tmp_path / "out.pdf")
    assert len(printed.pages) == pages
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]
    assert shown.page.print.isEnabled()
    assert paper.next_number(shown.caseload, today()).endswith("0002")


def test_only_the_pages_that_were_asked_for(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    printer = to_file(tmp_path / "out.pdf")
    printer.setFromTo(2, 2)
    shown.page._print(printer, shown.pdf())
    qtbot.waitUntil(lambda: "naar de printer gestuurd" in shown.texts(), timeout=60_000)
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 1


def test_printing_can_be_stopped_and_is_then_not_kept(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    shown.page._print(to_file(tmp_path / "out.pdf"), shown.pdf())
    assert shown.page._run is not None
    with qtbot.waitSignal(shown.page._run.progress):
        pass
    assert "Bladzijde 1 van" in shown.page._words.text()
    next(each for each in shown.page.said.findChildren(QPushButton) if each.text() == "Stoppen").click()
    for _again in range(20):
        QApplication.processEvents()
    assert "printer" not in shown.texts()
    assert shown.page.print.isEnabled()
    assert paper.next_number(shown.caseload, today()).endswith("0001")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(shown: Shown, tmp_path: Path) -> None:
    shown.open(OPEN)
    shown.page._print(to_file(tmp_path / "weg" / "out.pdf"), shown.pdf())
    assert "Het afdrukken is niet gelukt." in shown.texts()
    assert paper.next_number(shown.caseload, today()).endswith("0001")


def test_no_name_in_a_window_title(shown: Shown) -> None:
    shown.open(OPEN)
    assert shown.page.windowTitle() == ""
    assert shown.page.preview.windowTitle() == ""


def test_the_ground_follows_the_theme(shown: Shown, dressed: theme.Theme) -> None:
    shown.open(OPEN)
    dressed.wear(tokens.DARK)
    QApplication.processEvents()
    assert shown.page.preview.view is not None
    assert shown.page.preview.view.palette().dark().color() == theme.colour("neutral_weak")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_fits(qtbot: QtBot, shown: Shown, scale: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, scale)
    page = Shown(qtbot, shown.caseload).open(LONG, 1095).page
    QApplication.processEvents()
    for choice in page.readers.choices.values():
        assert choice.mapTo(page.readers, choice.rect().topRight()).x() <= page.readers.width()
        assert choice.sizeHint().width() <= choice.width() + 1
    cut = [each.text() for each in page.findChildren(QPushButton) if each.width() < each.minimumSizeHint().width()]
    assert not [text for text in cut if text]
    page.clear()


def test_the_other_papers_are_for_the_same_reader(shown: Shown) -> None:
    shown.open(OPEN)
    shown.choice("mama").click()
    plan = shown.pdf()
    shown.page.papers.choices[Blad.WIE_DOET_WAT].click()
    assert "Wie doet wat" in PdfReader(BytesIO(shown.pdf())).pages[0].extract_text()
    assert shown.choice("mama").isChecked()
    shown.page.papers.choices[Blad.LIJN].click()
    assert "mama" in PdfReader(BytesIO(shown.pdf())).pages[0].extract_text()
    shown.page.papers.choices[Blad.PLAN].click()
    assert len(PdfReader(BytesIO(shown.pdf())).pages) == len(PdfReader(BytesIO(plan)).pages)


def test_another_paper_of_a_shielded_family_asks_for_whom_too(shown: Shown) -> None:
    shown.open(GEHEIM)
    shown.page.papers.choices[Blad.LIJN].click()
    assert shown.presenter.state is not None
    assert shown.presenter.state.paper is None
    shown.choice("mama").click()
    assert "Het gezinsplan" not in PdfReader(BytesIO(shown.pdf())).pages[0].extract_text()
