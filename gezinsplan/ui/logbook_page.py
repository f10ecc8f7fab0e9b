"""Logboek: what was done with this vault, chosen by day, family and action; checked and kept as a file."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.logbook import LogPresenter, LogState, Uitkomst, filter_fields, read_filter
from gezinsplan.services.logbook import GezinKort, Vraag
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import messages, paper_out, theme
from gezinsplan.ui.answers import Answer, answer_for
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Banner, Card, EmptyState, Page, clear, stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import muted
from gezinsplan.ui.logbook_table import LogTable
from gezinsplan.ui.tokens import Size, Space, Tone

_MOST_FINDINGS = 5
_NARROW = ("vanaf", "tot")


class LogPage(QWidget):
    """A widget for a tab: the filter, the lines, and below them older ones."""

    def __init__(self, presenter: LogPresenter) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.presenter = presenter
        self.answers: dict[str, Answer] = {}
        self.fields: dict[str, FormField] = {}
        self._offered: tuple[GezinKort, ...] | None = None
        self._outcome: Uitkomst | None = None
        self.verify = secondary(_("Controleren"), self._check, "shield")
        self.save = secondary(_("Bewaren als JSON…"), self.ask_target, "save")
        self.table = LogTable()
        self.count = muted()
        self.older = link(_("Oudere regels tonen"), presenter.more, "chevron-down")
        self._place()

    def _place(self) -> None:
        self._said = QVBoxLayout()
        self._filter = QVBoxLayout()
        self._instead = QVBoxLayout()
        intro = muted(_("Wie deed wat, wanneer en waar. In het logboek zelf staan geen namen en geen teksten."))
        card = Card().add(self.table, self._instead)
        below = stack(self.count, Flow(self.older, self.verify, self.save), gap=Space.S, end=False)
        self.table.setMinimumHeight(theme.scaled(Size.LINES))
        whole = stack(self._said, intro, self._filter, card, below, gap=Space.M, end=False)
        whole.setStretchFactor(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(whole))

    # ------------------------------------------------------------ what is shown

    def show_state(self, state: LogState) -> None:
        """Show the lines; what stands in the filter stays there."""
        self._offer(state.gezinnen)
        self.table.show_rows(state.rijen)
        there = bool(state.rijen)
        self.table.setVisible(there)
        clear(self._instead)
        if not there:
            step = link(_("Alles tonen"), self._show_all, "x")
            text = _("Kies andere dagen, een ander gezin of iets anders wat er gedaan is.")
            self._instead.addWidget(EmptyState(_("Geen regels gevonden"), text, step, "search"))
            self._instead.addStretch(1)
        number = len(state.rijen)
        words = ngettext("{n} regel, de nieuwste boven", "{n} regels, de nieuwste boven", number)
        self.count.setText(words.format(n=number) if there else "")
        self.older.setVisible(state.meer)
        self.verify.setEnabled(True)
        if state.uitkomst is not None and state.uitkomst is not self._outcome:
            self._say(_outcome(state.uitkomst))
        self._outcome = state.uitkomst

    def said(self) -> str:
        """The message above the lines."""
        item = self._said.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget.accessibleName() if widget is not None else ""

    def _say(self, banner: Banner) -> None:
        clear(self._said)
        self._said.addWidget(banner)
        banner.announce()

    def _offer(self, gezinnen: tuple[GezinKort, ...]) -> None:
        """Make the filter, anew when there are other families; what was chosen stays chosen."""
        if gezinnen == self._offered:
            return
        self._offered = gezinnen
        kept = {name: answer.get() for name, answer in self.answers.items()}
        clear(self._filter)
        for spec in filter_fields(gezinnen):
            answer = answer_for(spec, kept.get(spec.name, ""))
            answer.left.connect(self._choose)
            field = FormField(answer.label, answer.widget)
            field.setMinimumWidth(theme.scaled(Size.FILTER_DAY if spec.name in _NARROW else Size.FILTER))
            self.answers[spec.name], self.fields[spec.name] = answer, field
        self._filter.addLayout(Flow(*self.fields.values(), gap=Space.M))
        self.setFocusProxy(self.answers["vanaf"].widget)
        chain = [*(answer.widget for answer in self.answers.values()), self.table, self.older, self.verify, self.save]
        for one, next_one in pairwise(chain):
            QWidget.setTabOrder(one, next_one)

    # ------------------------------------------------------------ what is done

    def _choose(self) -> None:
        for field in self.fields.values():
            field.set_error()
        try:
            vraag = read_filter({name: answer.get() for name, answer in self.answers.items()})
        except Refused as refused:
            self.fields[str(refused.values["field"])].set_error(" ".join(messages.sentence(refused)).strip())
            return
        if self.presenter.state is None or self.presenter.state.vraag != vraag:
            self.presenter.choose(vraag)

    def _show_all(self) -> None:
        for answer in self.answers.values():
            answer.put("")
        self.presenter.choose(Vraag())
        self.setFocus()

    def _check(self) -> None:
        self.verify.setEnabled(False)
        self.presenter.check()

    def ask_target(self) -> None:
        """Ask where the file goes; only then it is written."""
        paper_out.ask_target(self, _("Logboek"), self._save, _("Logboek bewaren"), "json")

    def _save(self, target: Path) -> None:
        self.presenter.save(target, self._saved, self._not_saved)

    def _saved(self) -> None:
        text = _("Het logboek is bewaard als bestand. Er staan geen namen in, wel nummers van gezinnen.")
        self._say(Banner(text, Tone.GREEN))

    def _not_saved(self, refused: Refused) -> None:
        self._say(messages.banner(refused, (_("Andere map…"), self.ask_target)))


def _outcome(outcome: Uitkomst) -> Banner:
    """What came of a check, in words."""
    if not outcome.bevindingen:
        text = _("Er is niets aan het logboek veranderd. Kenteken van nu, om op papier te noteren: {mark}")
        return Banner(text.format(mark=outcome.kenteken), Tone.GREEN)
    shown = " ".join(outcome.bevindingen[:_MOST_FINDINGS])
    more = len(outcome.bevindingen) - _MOST_FINDINGS
    rest = ngettext("Er is nog {n} bevinding.", "Er zijn nog {n} bevindingen.", more).format(n=more) if more > 0 else ""
    text = _("Het logboek klopt niet meer. {found} Bewaar deze kluis zoals hij is, en waarschuw de beheerder.")
    return Banner(" ".join(text.format(found=f"{shown} {rest}".strip()).split()), Tone.RED)
