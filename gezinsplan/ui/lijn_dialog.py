"""The line in full: its begin, now and agreed number, what happened at each step, and further lines (product.md 4)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.lijn import LijnGroot, Reeks, StapRij, lijn_groot, streefaantal_form
from gezinsplan.presenters.wie_komen import beginstand_form
from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Page, clear, stack
from gezinsplan.ui.chart import LineChart, Point, Series
from gezinsplan.ui.inputs import Choice, Flow
from gezinsplan.ui.labels import Words, heading, muted, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.show_dialog import ShowDialog
from gezinsplan.ui.tokens import Space


class LijnDialog(ShowDialog):
    """What changes here is shown at once; `printing` asks for the paper of the line."""

    printing = Signal()

    def __init__(self, parent: QWidget, presenter: FamilyPresenter) -> None:
        """Show the line as it may be seen now."""
        self._presenter = presenter
        self._shown: LijnGroot | None = None
        self.numbers = QVBoxLayout()
        self.numbers.setSpacing(Space.XS)
        self.which = Choice()
        self.which.setAccessibleName(_("Welke lijn?"))
        self.which.currentIndexChanged.connect(lambda _place: self._draw())
        self.chart = LineChart(Series(), "")
        self.steps = QVBoxLayout()
        self.steps.setSpacing(Space.S)
        self.settle = secondary("", self._settle)
        self.agree = secondary(_("Aantal afspreken…"), self._agree)
        content = stack(
            self.numbers,
            Flow(self.settle, self.agree),
            Flow(self.which),
            self.chart,
            heading(_("Wat er gebeurde")),
            self.steps,
        )
        print_it = secondary(_("Afdrukken…"), self.print_it, "printer")
        super().__init__(parent, _("Het aantal hulpverleners"), Page(content), print_it)
        self.renew()

    def renew(self) -> None:
        """Show the line as it is after a change."""
        shown = lijn_groot(self._presenter.seen)
        self._shown = shown
        for column, lines in ((self.numbers, shown.kop), (self.steps, shown.stappen)):
            clear(column)
            for each in lines:
                column.addWidget(_step(each) if isinstance(each, StapRij) else Words(each))
        if not shown.stappen:
            self.steps.addWidget(muted(_("Er is nog niets veranderd.")))
        self.settle.setText(shown.vraag)
        self.settle.setVisible(bool(shown.vraag))
        names = [each.naam for each in shown.reeksen]
        if names != [self.which.itemText(place) for place in range(self.which.count())]:
            self.which.clear()
            self.which.addItems(names)
        self._draw()

    def print_it(self) -> None:
        """Close, and ask for the paper."""
        self.accept()
        self.printing.emit()

    def _draw(self) -> None:
        place = self.which.currentIndex()
        if self._shown is None or place < 0:
            return
        reeks = self._shown.reeksen[place]
        self.chart.show_series(_series(self._shown, reeks, number=not place), reeks.tekst)

    def _settle(self) -> None:
        open_form(self, self._presenter, beginstand_form, closed=self.renew)

    def _agree(self) -> None:
        open_form(self, self._presenter, streefaantal_form, closed=self.renew)


def _series(shown: LijnGroot, reeks: Reeks, *, number: bool) -> Series:
    """One line; what was agreed belongs to the number of helpers alone."""
    points = tuple(Point(day, count, not sure) for day, count, sure in reeks.punten)
    target = shown.streefaantal if number else None
    text = _("samen afgesproken: {n}").format(n=target) if target is not None else ""
    return Series(points, reeks.punten[-1][0], target, text, shown.eerste_maand, shown.laatste_maand)


def _step(stap: StapRij) -> QWidget:
    holder = QWidget()
    head = _("{date}: {n}").format(date=stap.wanneer, n=stap.aantal)
    holder.setLayout(stack(strong(head), Words(stap.wat), gap=0, end=False))
    return holder
