"""A goal on the tab Plan: its words, what each speaker says, its afspraken, and what can be done with it."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Doel
from gezinsplan.domain.values import get
from gezinsplan.presenters import plan_forms
from gezinsplan.presenters.afspraken import AfspraakRij
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.plan_tab import DoelRij, StandRij, moved, resumed, stopped
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.afspraak_row import AfspraakRow, chips, pop_up
from gezinsplan.ui.buttons import icon_button, link
from gezinsplan.ui.cards import Card, clear
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Words, heading, muted, small
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import RowStack
from gezinsplan.ui.score_dialog import ScoreDialog, ScoresDialog
from gezinsplan.ui.tokens import Space, Text


def scores_line(standen: tuple[StandRij, ...], *, was: bool) -> Words:
    """Emre 6 (was 2), mama 7 (was 3): each by name, never averaged (product.md rule 3)."""
    if not standen:
        return muted(_("Nog geen cijfer."))
    parts = []
    for each in standen:
        before = f" ({_('was {n}').format(n=each.was)})" if was and each.was is not None else ""
        parts.append(f"{escape(each.naam)} <b>{each.nu}</b>{before}")
    return Words((" \N{MIDDLE DOT} " if was else ", ").join(parts), rich=True)


class DoelCard(Card):
    """One goal; its rows change in place, so that ticking one leaves the rest alone."""

    def __init__(self, presenter: FamilyPresenter, row: DoelRij) -> None:
        """Show `row`."""
        super().__init__()
        self._presenter = presenter
        self._head = QVBoxLayout()
        self._head.setSpacing(Space.XS)
        self._rows: RowStack[AfspraakRij] = RowStack(lambda each: each.id, lambda each: AfspraakRow(presenter, each))
        self._foot = QVBoxLayout()
        inner = QVBoxLayout()
        inner.setSpacing(Space.XS)
        inner.addLayout(self._rows)
        inner.addLayout(self._foot)
        self.add(self._head, inner)
        self.body.setSpacing(Space.XS)
        self._shown: DoelRij | None = None
        self.show_row(row)

    def show_row(self, row: DoelRij) -> None:
        """Show another state of the same goal."""
        before, self._shown = self._shown, row
        if before is None or _without_rows(before) != _without_rows(row):
            self._show_head(row)
        self._rows.show_rows(row.afspraken)

    def goal(self) -> DoelRij:
        """What is shown."""
        assert self._shown is not None  # noqa: S101 it is set when the card is made
        return self._shown

    def _show_head(self, row: DoelRij) -> None:
        self.setAccessibleName(
            _("Doel {n}: {words}").format(n=row.nummer, words=row.woorden) if row.nummer else row.woorden
        )
        clear(self._head)
        clear(self._foot)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        upper = Qt.AlignmentFlag.AlignTop
        words = heading(row.woorden)
        words.setContentsMargins(0, Space.XS, 0, 0)
        if row.nummer:
            number = heading(str(row.nummer))
            number.setContentsMargins(0, Space.XS, 0, 0)
            number.setFixedWidth(theme.scaled(Text.TITLE))
            top.addWidget(number, 0, upper)
        top.addWidget(words, 1, upper)
        for button in self._buttons(row):
            top.addWidget(button, 0, upper)
        self._head.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(small(row.wie), 1)
        for chip in chips(row.merken):
            below.addWidget(chip)
        self._head.addLayout(below)
        if row.nummer:
            self._head.addWidget(scores_line(row.standen, was=True))
            self._foot.addLayout(Flow(*self._steps(row), gap=Space.XL))
        elif row.standen:
            self._head.addWidget(scores_line(row.standen, was=True))

    def _buttons(self, row: DoelRij) -> tuple[QWidget, ...]:
        change = icon_button("pencil", _("Doel wijzigen: {words}").format(words=row.woorden), self.edit)
        change.setObjectName(f"{row.id}/edit")
        self.more = icon_button("ellipsis", _("Meer over: {what}").format(what=row.woorden), self._menu)
        self.more.setObjectName(f"{row.id}/more")
        return change, self.more

    def _steps(self, row: DoelRij) -> tuple[QWidget, ...]:
        self.add_button = link(_("Afspraak toevoegen"), self.add_afspraak, "plus")
        self.add_button.setAccessibleName(_("Afspraak toevoegen bij {words}").format(words=row.woorden))
        self.add_button.setObjectName(f"{row.id}/add")
        self.score_button = link(_("Cijfer geven"), self.give_scores, "target")
        self.score_button.setAccessibleName(_("Cijfer geven bij {words}").format(words=row.woorden))
        self.score_button.setObjectName(f"{row.id}/score")
        return self.add_button, self.score_button

    # ------------------------------------------------------------ what can be done

    def move_by(self, places: int) -> None:
        """Put the goal higher or lower in the row of what the family wants first."""
        row = self.goal()
        if (places < 0 and row.nummer > 1) or (places > 0 and not row.laatste):
            self._presenter.change(_("Doel verplaatsen"), moved(row.id, places))

    def _menu(self) -> None:
        row = self.goal()
        actions: list[tuple[str, Callable[[], object]]] = []
        if row.nummer > 1:
            actions.append((_("Hoger zetten\tAlt+Pijl omhoog"), lambda: self.move_by(-1)))
        if row.nummer and not row.laatste:
            actions.append((_("Lager zetten\tAlt+Pijl omlaag"), lambda: self.move_by(1)))
        if row.standen:
            actions.append((_("Alle cijfers…"), self.look_back))
        if row.nummer:
            actions.append((_("Stoppen met dit doel"), self._stop))
        else:
            actions.append((_("Weer oppakken"), self._resume))
        pop_up(self.more, *actions)

    def _stop(self) -> None:
        self._presenter.change(_("Stoppen met een doel"), stopped(self.goal().id))

    def _resume(self) -> None:
        self._presenter.change(_("Doel weer oppakken"), resumed(self.goal().id))

    def _doel(self) -> Doel:
        return get(self._presenter.family.dossier, Doel, self.goal().id)

    def edit(self) -> None:
        """Change the goal itself."""
        doel = self.goal().id

        def make(family: Family) -> Form:
            return plan_forms.doel_form(family, get(family.dossier, Doel, doel))

        open_form(self, self._presenter, make, removable=doel)

    def add_afspraak(self) -> None:
        """Agree who does what for this goal."""
        doel = self.goal().id
        open_form(self, self._presenter, lambda family: plan_forms.actie_form(family, doel))

    def give_scores(self) -> None:
        """Ask the speakers for a score, one after the other."""
        ScoreDialog(self, self._presenter, self._doel()).open()

    def look_back(self) -> None:
        """Show all scores, to set one right."""
        ScoresDialog(self, self._presenter, self._doel()).open()


def _without_rows(row: DoelRij) -> tuple[object, ...]:
    return row.nummer, row.woorden, row.wie, row.merken, row.standen, row.laatste
