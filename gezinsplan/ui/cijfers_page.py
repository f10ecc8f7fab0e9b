"""Cijfers: the movement over all families without names, as a picture or a table, and as a file."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.cijfers import CijfersPresenter, CijfersState, spoken
from gezinsplan.services.cijfers import Balk, CijferRij
from gezinsplan.texts import _
from gezinsplan.ui import messages, paper_out
from gezinsplan.ui.bars import BarChart
from gezinsplan.ui.buttons import primary
from gezinsplan.ui.cards import Banner, Card, EmptyState, Page, clear, stack
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.frame import PageHeader, TabRow
from gezinsplan.ui.labels import Words, muted, small
from gezinsplan.ui.rows import SideBySide
from gezinsplan.ui.table import Column, Rows, Table
from gezinsplan.ui.tokens import Size, Space, Tone

_BESIDE = 820


class BarsCard(Card):
    """The bars of one kind of group, with what open and filled mean."""

    def __init__(self, title: str) -> None:
        """Draw nothing yet."""
        super().__init__(title)
        self.chart = BarChart()
        self.add(self.chart, small(_("Open: aan het begin. Gevuld: nu.")))

    def show_bars(self, bars: tuple[Balk, ...]) -> None:
        """Draw these groups; without any the card is not there."""
        self.setVisible(bool(bars))
        self.chart.show_bars(bars, spoken(bars))


class CijfersPage(QWidget):
    """The page; everything in it is about at least five families."""

    def __init__(self, presenter: CijfersPresenter) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.presenter = presenter
        self._state: CijfersState | None = None
        self.save = primary(_("Opslaan als CSV…"), self.ask_target, "save")
        self.header = PageHeader(self.save)
        self.header.show_title(_("Cijfers"))
        self.tabs = TabRow(_("Beeld"), _("Tabel"))
        self.total = Card(_("Aantal hulpverleners"))
        self.figure, self.under = Words("", "figure"), muted()
        self.total_bars = BarChart()
        self.total.add(self.figure, self.under, self.total_bars, small(_("Open: aan het begin. Gevuld: nu.")))
        self.others = Card(_("Verder"))
        self.wijken, self.sectoren = BarsCard(_("Per wijk")), BarsCard(_("Per soort organisatie"))
        self.table = Table(Rows(_columns(), _summary), _("Cijfers"), height=Size.ROW_PLAIN)
        self.intro, self.explained = muted(), muted()
        self.empty = EmptyState(
            _("Nog te weinig gezinnen"),
            _("Cijfers komen er vanaf vijf lopende gezinnen. Met minder zou te zien zijn om wie het gaat."),
            None,
            "users",
        )
        self._place()

    def _place(self) -> None:
        self._said = QVBoxLayout()
        first, second = QWidget(), QWidget()
        first.setLayout(stack(self.total, self.others))
        second.setLayout(stack(self.wijken, self.sectoren))
        picture = Page(stack(SideBySide(first, second, _BESIDE)))
        rows = QVBoxLayout()
        card = Card().add(self.table)
        rows.addWidget(card, 1)
        rows.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        listed, nothing = QWidget(), QWidget()
        listed.setLayout(rows)
        around = stack(Card().add(self.empty))
        around.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        nothing.setLayout(around)
        self.pages = QStackedWidget()
        for page in (picture, listed, nothing):
            self.pages.addWidget(page)
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        words = stack(self._said, self.intro, self.explained, gap=Space.XS, end=False)
        words.setContentsMargins(Space.XL, Space.L, Space.XL, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.header, self.tabs):
            whole.addWidget(part)
        whole.addLayout(words)
        whole.addWidget(self.pages, 1)
        self.setFocusProxy(self.tabs.bar)

    def show_state(self, state: CijfersState) -> None:
        """Show these figures."""
        self._state = state
        self.intro.setText(state.op)
        self.explained.setText(state.uitleg)
        self.save.setEnabled(not state.leeg)
        self.tabs.setVisible(not state.leeg)
        self.pages.setCurrentIndex(2 if state.leeg else self.tabs.bar.currentIndex())
        self.total.setVisible(bool(state.totaal))
        for each in state.totaal:
            self.figure.setText(f"{each.van} \N{RIGHTWARDS ARROW} {each.naar}")
        self.figure.setAccessibleName(spoken(state.totaal))
        self.under.setText(state.totaal_onder)
        self.total_bars.show_bars([replace(each, naam="") for each in state.totaal], spoken(state.totaal))
        self.others.setVisible(bool(state.zinnen))
        self.others.clear()
        self.others.add(*(Words(each) for each in state.zinnen))
        self.wijken.show_bars(state.wijken)
        self.sectoren.show_bars(state.sectoren)
        self.table.rows.set_rows(state.rijen)

    # ------------------------------------------------------------ the file

    def ask_target(self) -> None:
        """Ask where the file goes; only then it is written."""
        paper_out.ask_target(self, _("Cijfers"), self._save, _("Cijfers opslaan"), "csv")

    def _save(self, target: Path) -> None:
        if self._state is not None:
            self.presenter.save(self._state, target, self._saved, self._not_saved)

    def _saved(self) -> None:
        self._say(Banner(_("De cijfers zijn opgeslagen. Er staan geen namen in."), Tone.GREEN))

    def _not_saved(self, refused: Refused) -> None:
        self._say(messages.banner(refused, (_("Andere map…"), self.ask_target)))

    def _say(self, banner: Banner) -> None:
        clear(self._said)
        self._said.addWidget(banner)
        banner.announce()

    def said(self) -> str:
        """The message above the figures."""
        item = self._said.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget.accessibleName() if widget is not None else ""


def _columns() -> tuple[Column[CijferRij], ...]:
    return (
        Column[CijferRij](_("Cijfer"), lambda rij: Cell(rij.cijfer, bold=True), width=200, stretch=True),
        Column[CijferRij](_("Groep"), lambda rij: Cell(rij.groep), width=150, stretch=True),
        Column[CijferRij](_("Gezinnen"), lambda rij: Cell(_said(rij.regel.gezinnen)), width=88),
        Column[CijferRij](_("Begin, of van de"), lambda rij: Cell(_said(rij.regel.van)), width=124),
        Column[CijferRij](_("Nu"), lambda rij: Cell(str(rij.regel.naar)), width=64),
    )


def _said(number: int | None) -> str:
    return "" if number is None else str(number)


def _summary(rij: CijferRij) -> str:
    parts = [rij.cijfer, rij.groep, str(rij.regel.naar)]
    if rij.regel.van is not None:
        parts[2:] = [_("van {n}").format(n=rij.regel.van), _("naar {n}").format(n=rij.regel.naar)]
    return ", ".join(part for part in parts if part)
