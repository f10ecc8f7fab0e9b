"""The real pages of a PDF on screen, from memory; QtPdf is fetched when there is something to show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Card, EmptyState
from gezinsplan.ui.labels import muted
from gezinsplan.ui.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

_STEP, _LEAST, _MOST = 1.25, 0.4, 4.0


class Preview(QWidget):
    """Pages under each other, as wide as there is room, or larger and smaller; nothing is written anywhere."""

    page_changed = Signal()

    def __init__(self) -> None:
        """Start without pages."""
        super().__init__()
        self.document: QPdfDocument | None = None
        self.view: QPdfView | None = None
        self._buffer: QBuffer | None = None
        self._restyled = QTimer(self, singleShot=True, interval=0)  # a new sheet puts old palettes back first
        self._restyled.timeout.connect(self._dress)
        self._instead = Card()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._instead)
        self.smaller = secondary(_("Kleiner"), lambda: self._zoom(1 / _STEP))
        self.larger = secondary(_("Groter"), lambda: self._zoom(_STEP))
        self.fit = secondary(_("Hele breedte"), self.fit_width)
        self.pages = muted()
        for button, keys in ((self.smaller, "Ctrl+-"), (self.larger, "Ctrl++"), (self.fit, "Ctrl+0")):
            button.setToolTip(f"{button.text()} ({keys})")
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        QShortcut(QKeySequence("Ctrl+="), self).activated.connect(self.larger.click)
        tools = QHBoxLayout()
        tools.setSpacing(Space.S)
        tools.addWidget(self.pages, 1)
        for button in (self.smaller, self.larger, self.fit):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._stack, 1)
        column.addLayout(tools)
        self.clear()

    def load(self, pdf: bytes) -> None:
        """Show the pages of this PDF, as wide as there is room."""
        document, view = self._viewer()
        document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        self._stack.setCurrentWidget(view)
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(True)
        self._show_page()

    def clear(self, title: str = "", text: str = "") -> None:
        """Forget pages and bytes; say instead why there are none."""
        if self.document is not None:
            self.document.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.setData(QByteArray())
            self._buffer.deleteLater()
            self._buffer = None
        self._instead.clear()
        if title:
            self._instead.add(EmptyState(title, text, glyph="file-text"))
        self._stack.setCurrentWidget(self._instead)
        self.pages.setText("")
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(False)

    def page_count(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount() if self.document is not None else 0

    def fit_width(self) -> None:
        """As wide as there is room."""
        if self.view is not None:
            self.view.setZoomMode(self.view.ZoomMode.FitToWidth)

    def changeEvent(self, event: QEvent) -> None:
        """The ground around the pages follows the theme."""
        super().changeEvent(event)
        if theme.is_restyle(event) and hasattr(self, "_restyled"):
            self._restyled.start()

    def _viewer(self) -> "tuple[QPdfDocument, QPdfView]":
        if self.document is None or self.view is None:
            from PySide6.QtPdf import QPdfDocument
            from PySide6.QtPdfWidgets import QPdfView

            self.document = QPdfDocument(self)
            self.view = QPdfView(self)
            self.view.setDocument(self.document)
            self.view.setPageMode(QPdfView.PageMode.MultiPage)
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            self.view.setPageSpacing(Space.M)
            self.view.setFrameShape(QPdfView.Shape.NoFrame)
            # One page that just fits without a bar and not beside it would make the bar come and go without end.
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.view.setAccessibleName(_("Zo komt het op papier"))
            self.view.pageNavigator().currentPageChanged.connect(self._show_page)
            self._stack.addWidget(self.view)
            self._dress()
        return self.document, self.view

    def _dress(self) -> None:
        if self.view is not None:
            palette = self.view.palette()
            if palette.color(QPalette.ColorRole.Dark) != theme.colour("neutral_weak"):
                palette.setColor(QPalette.ColorRole.Dark, theme.colour("neutral_weak"))
                self.view.setPalette(palette)

    def _zoom(self, times: float) -> None:
        if self.view is None or not self.page_count():
            return
        factor = self.view.zoomFactor()
        if self.view.zoomMode() == self.view.ZoomMode.FitToWidth:
            factor = self._fitting()
        self.view.setZoomMode(self.view.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(factor * times, _LEAST), _MOST))

    def _fitting(self) -> float:
        """How much the pages are enlarged now that they are as wide as there is room."""
        if self.view is None or self.document is None:
            return 1.0
        points = self.document.pagePointSize(0).width()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        return room / (points * self.view.logicalDpiX() / 72) if points > 0 else 1.0

    def _show_page(self) -> None:
        count = self.page_count()
        if self.view is None or not count:
            return
        page = min(self.view.pageNavigator().currentPage() + 1, count)
        self.pages.setText(_("Bladzijde {n} van {count}").format(n=page, count=count))
        self.page_changed.emit()
