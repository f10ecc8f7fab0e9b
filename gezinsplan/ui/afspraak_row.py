"""One afspraak in the plan: a box to tick, what, who and when, and what else can be done with it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Actie
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.values import get
from gezinsplan.presenters import plan_forms
from gezinsplan.presenters.afspraken import AfspraakRij, Merk, drop_form, finished, reopened
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.buttons import icon_button
from gezinsplan.ui.cards import clear
from gezinsplan.ui.inputs import Check, Flow
from gezinsplan.ui.labels import Chip, Words, muted
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.tokens import Space, Tone

_WHAT, _WHO, _WHEN = 5, 2, 2


def chips(merken: tuple[Merk, ...]) -> tuple[Chip, ...]:
    """A chip for each mark."""
    return tuple(Chip(each.tekst, Tone(each.toon)) for each in merken)


def pop_up(button: QWidget, *actions: tuple[str, Callable[[], object]]) -> QMenu:
    """A menu under a button, thrown away when it closes."""
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, do in actions:
        menu.addAction(text).triggered.connect(lambda _checked=False, do=do: do())
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    return menu


class AfspraakRow(QWidget):
    """One row; ticking finishes or reopens at once, the row itself opens the form."""

    def __init__(self, presenter: FamilyPresenter, row: AfspraakRij) -> None:
        """Show `row`."""
        super().__init__()
        self._presenter = presenter
        self.tick = Check()
        self.tick.setObjectName(f"{row.id}/tick")
        self.tick.clicked.connect(self._ticked)
        self.more = icon_button("ellipsis", "", self._menu)
        self.more.setObjectName(f"{row.id}/more")
        self._middle = QHBoxLayout()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.tick, 0, top)
        line.addLayout(self._middle, 1)
        line.addWidget(self.more, 0, top)
        self.show_row(row)

    def show_row(self, row: AfspraakRij) -> None:
        """Show another state of the same afspraak."""
        self._row = row
        self.tick.setChecked(not row.open and not row.af)
        self.tick.setEnabled(not row.af)
        self.tick.setAccessibleName(_("Klaar: {what}").format(what=row.wat))
        self.tick.setToolTip(_("Aanvinken als het gedaan is") if row.open else "")
        self.more.setAccessibleName(_("Meer over: {what}").format(what=row.wat))
        clear(self._middle)
        self.open_row = OpenRow(self._words(), _spoken(row), self._edit)
        self.open_row.setObjectName(f"{row.id}/open")
        self._middle.addWidget(self.open_row)

    def _words(self) -> QHBoxLayout:
        row = self._row
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        top = Qt.AlignmentFlag.AlignTop  # on one line with the box to tick
        line.addWidget(Words(row.wat) if row.open else muted(row.wat), _WHAT, top)
        line.addWidget(Words(row.wie) if row.open else muted(row.wie), _WHO, top)
        when = QVBoxLayout()
        when.setSpacing(Space.HALF)
        if row.wanneer:
            when.addWidget(muted(row.wanneer))
        if row.merken:
            when.addLayout(Flow(*chips(row.merken), gap=Space.XS))
        when.addStretch(1)
        line.addLayout(when, _WHEN)
        return line

    # ------------------------------------------------------------ what can be done

    def _ticked(self) -> None:
        row = self._row
        if row.open:
            self._presenter.change(_("Afspraak klaar"), finished(row.id), failed=self._refused)
        else:
            self._presenter.change(_("Afspraak weer open"), reopened(row.id), failed=self._refused)

    def _refused(self, refused: Refused) -> None:
        self.tick.setChecked(not self._row.open and not self._row.af)
        messages.tell(self, refused)

    def _menu(self) -> None:
        actions: list[tuple[str, Callable[[], object]]] = [(_("Wijzigen…"), self._edit)]
        if self._row.open:
            actions.append((_("Vervalt…"), self._drop))
        elif self._row.af:
            actions.append((_("Weer oppakken"), self._ticked))
        pop_up(self.more, *actions)

    def _edit(self) -> None:
        open_afspraak(self, self._presenter, self._row.id)

    def _drop(self) -> None:
        actie = self._row.id
        open_form(self, self._presenter, lambda family: drop_form(family, get(family.dossier, Actie, actie)))


def open_afspraak(
    parent: QWidget, presenter: FamilyPresenter, actie: UUID, closed: Callable[[], object] | None = None
) -> None:
    """Open the form about an actie; `closed` is called when it is gone again."""

    def make(family: Family) -> Form:
        found = get(family.dossier, Actie, actie)
        return plan_forms.actie_form(family, found.doel, found)

    open_form(parent, presenter, make, removable=actie, closed=closed)


def _spoken(row: AfspraakRij) -> str:
    """The whole row in one sentence."""
    return ", ".join(part for part in (row.wat, row.wie, row.wanneer, *(each.tekst for each in row.merken)) if part)
