"""The card "Stamboom": the genogram of the family, what its lines mean, and a way to its paper."""

from PySide6.QtCore import QLineF, QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gezinsplan.domain.takken import Verband, streepjes
from gezinsplan.presenters.stamboom import StamboomKaart, stamboom_kaart
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card, clear
from gezinsplan.ui.genogram import GenogramView, pen_of
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import small
from gezinsplan.ui.tokens import Size, Space


class StamboomCard(Card):
    """Hidden until it is known who is family of whom; `printing` asks for the paper."""

    printing = Signal()

    def __init__(self) -> None:
        """Draw nobody until there is a family."""
        self.out = link(_("Afdrukken"), self._print, "printer")
        self.out.setAccessibleName(_("Stamboom afdrukken"))
        super().__init__(_("Stamboom"), self.out)
        self.drawing, self.lines = GenogramView(), Flow()
        self.marks = small("")
        self.add(self.drawing, self.lines, self.marks)
        self._shown: StamboomKaart | None = None
        self.hide()

    def show_family(self, family: Family) -> None:
        """Draw this family, as it may be seen."""
        shown = stamboom_kaart(family)
        self.setVisible(bool(shown.tekening.strepen))
        if shown == self._shown:
            return
        self._shown = shown
        self.drawing.show_drawing(shown.tekening, shown.tekst)
        clear(self.lines)
        for verband, words in shown.legenda:
            self.lines.addWidget(_entry(verband, words))
        self.marks.setText(shown.tekens)

    def _print(self) -> None:
        self.printing.emit()


class LineSample(QWidget):
    """A piece of a line, for the legend."""

    def __init__(self, verband: Verband) -> None:
        """Show this one."""
        super().__init__()
        self._verband = verband
        self.setFixedSize(2 * theme.scaled(Size.ICON), theme.scaled(Size.ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen_of(self._verband))
        middle = self.height() / 2
        painter.drawLine(QLineF(0, middle, self.width(), middle))
        if self._verband is Verband.UIT_ELKAAR:
            for (x1, y1), (x2, y2) in streepjes(((0, middle), (self.width(), middle))):
                painter.drawLine(QLineF(QPointF(x1, y1), QPointF(x2, y2)))


def _entry(verband: Verband, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XS)
    row.addWidget(LineSample(verband))
    row.addWidget(small(words))
    return holder
