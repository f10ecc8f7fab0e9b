"""What leaves the screen: to a printer, page by page, or to the folder that the user chose."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gezinsplan.texts import _

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_SHARP_ENOUGH = 300  # dots per inch: a page of a plan is text, and four times as many dots are four times the memory
_TRACES = ("FileDialog/history", "FileDialog/lastVisited")


def ask_target(
    parent: QWidget, name: str, chosen: Callable[[Path], object], title: str = "", suffix: str = "pdf"
) -> QFileDialog:
    """Ask where a file goes, with a neutral name proposed; no folder is remembered afterwards."""
    dialog = QFileDialog(parent, title or _("Opslaan als PDF"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{name}.{suffix}")
    return _opened_dialog(dialog, chosen)


def ask_folder(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder; it is not remembered either."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened_dialog(dialog, chosen)


def ask_file(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file that is there; its folder is not remembered."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened_dialog(dialog, chosen)


def _opened_dialog(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda target: chosen(Path(target)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.destroyed.connect(lambda _gone: forget_folders())
    dialog.open()
    return dialog


def forget_folders() -> None:
    """Qt keeps in its own settings which folders were visited; a folder may be named after a family."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in _TRACES:
        if settings.contains(key):
            settings.remove(key)


def new_printer(name: str) -> "QPrinter":
    """The printer of the system, for A4 up to the edge and a job with a neutral name."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Gezinsplan")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def ask_printer(
    parent: QWidget, printer: "QPrinter", pages: int, chosen: Callable[["QPrinter"], object]
) -> "QPrintDialog":
    """The dialog of the system; a file is not made here, for that there is "Opslaan als PDF"."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    QDialog.open(dialog)  # its own `open` wants a slot by name
    return dialog


def _opened(pdf: bytes, parent: QObject) -> "QPdfDocument":
    """The pages of a PDF in memory."""
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def _on_white(page: QImage) -> QImage:
    """A page without anything see-through, which some printers make black."""
    sheet = QImage(page.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, page)
    painter.end()
    return sheet


class PrintRun(QObject):
    """Prints page by page, so that the window keeps answering and the user can stop."""

    progress = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, parent: QWidget, printer: "QPrinter", pdf: bytes) -> None:
        """Print the pages that were asked for, as often as was asked for where the printer does not do that.

        The pages are its own, so that another choice in the preview never changes what is printed.
        """
        super().__init__(parent)
        self._printer = printer
        self._document = document = _opened(pdf, self)
        first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        self._pages = [page - 1 for page in range(first, min(last, document.pageCount()) + 1)] * copies
        self._done = 0
        self._painter = QPainter()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; `ended` tells whether all pages went to the printer."""
        if self._pages and self._painter.begin(self._printer):
            self._turn.start()
        else:
            self.ended.emit(False)

    def stop(self) -> None:
        """Print no more; what the printer has not taken yet is withdrawn."""
        self._turn.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _next(self) -> None:
        if self._done == len(self._pages):
            self.ended.emit(self._painter.end())
            return
        if self._done and not self._printer.newPage():
            self.stop()
            self.ended.emit(False)
            return
        self.progress.emit(self._done + 1, len(self._pages))
        self._paint(self._pages[self._done])
        self._done += 1
        self._turn.start()

    def _paint(self, page: int) -> None:
        """A page as large as the paper allows without changing its shape."""
        points = self._document.pagePointSize(page)
        dots = min(self._printer.resolution(), _SHARP_ENOUGH) / 72
        picture = _on_white(
            self._document.render(page, QSize(round(points.width() * dots), round(points.height() * dots)))
        )
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        size = points.toSize().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(paper.topLeft(), size)
        place.moveCenter(paper.center())
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(place, picture)
