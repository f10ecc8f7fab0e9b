"""Mijn gezinnen: one table with every family, finding while typing, and who has no regisseur."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gezinsplan.presenters.families import FamiliesPresenter, FamiliesState
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, EmptyState, clear
from gezinsplan.ui.families_table import FamiliesTable, matches
from gezinsplan.ui.fields import SearchField
from gezinsplan.ui.frame import PageHeader
from gezinsplan.ui.labels import Glyph, muted, strong
from gezinsplan.ui.new_family_dialog import NewFamilyDialog
from gezinsplan.ui.tokens import Size, Space


class FamiliesPage(QWidget):
    """The caseload; what is typed filters at once, Enter opens the first."""

    def __init__(self, presenter: FamiliesPresenter, open_family: Callable[[UUID], object]) -> None:
        """`open_family` goes to the page of one family."""
        super().__init__()
        self.presenter = presenter
        self._open_family = open_family
        self._state: FamiliesState | None = None
        self._only_vacant = False
        self._with_closed = False
        self.search = SearchField(_("Zoek gezin, persoon of organisatie (Ctrl+K)"))
        self.search.textChanged.connect(lambda _typed: self._show_rows())
        self.search.begun.connect(presenter.searched)
        self.search.returnPressed.connect(self._open_first)
        self.new = primary(_("Nieuw gezin"), self.begin_family, "plus")
        self.new.setToolTip(_("Nieuw gezin (Ctrl+N)"))
        self.header = PageHeader(self.search, self.new)
        self.header.show_title(_("Mijn gezinnen"))
        self.table = FamiliesTable()
        self.table.activated_row.connect(lambda row: open_family(row.id))
        self.table.clicked.connect(lambda index: open_family(self.table.rows.row(index.row()).id))
        self.count = muted()
        self.closed = link("", self._turn_closed, "chevron-right")
        self._place()
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.begin_family)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_table)

    def _place(self) -> None:
        self._above = QVBoxLayout()
        self._instead = QVBoxLayout()
        self._card = Card()
        self._card.add(self.table, self._instead)
        below = QHBoxLayout()
        below.setSpacing(Space.L)
        below.addWidget(self.count)
        below.addStretch(1)
        below.addWidget(self.closed)
        body = QVBoxLayout()
        body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        body.setSpacing(Space.M)
        body.addLayout(self._above)
        body.addWidget(self._card, 1)
        body.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self.setFocusProxy(self.search)
        prompt = QFontMetrics(theme.font()).horizontalAdvance(self.search.placeholderText())
        self.search.setMinimumWidth(prompt + theme.scaled(Size.ICON) + 2 * Space.XXL)

    def focus_search(self) -> None:
        """Put the keyboard in the search field, ready for something else (Ctrl+K)."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def begin_family(self) -> None:
        """Ask for a new family; when it is made it opens."""
        NewFamilyDialog(self, self.presenter, self._open_family).open()

    def show_state(self, state: FamiliesState) -> None:
        """Show the families; the one that was chosen stays chosen."""
        self._state = state
        self._only_vacant = self._only_vacant and bool(state.without_regisseur)
        self._show_vacant(state)
        self._show_rows()

    # ------------------------------------------------------------ what is shown

    def _show_rows(self) -> None:
        state = self._state
        if state is None:
            return
        typed = self.search.text()
        rows = state.without_regisseur if self._only_vacant else state.rows
        self.table.show_rows((*rows, *(state.closed if self._with_closed else ())), typed, state.op)
        shown = self.table.rows.rowCount()
        self.table.setVisible(shown > 0)
        self.search.setEnabled(not state.is_new)
        self.setFocusProxy(self.new if state.is_new else self.search)
        clear(self._instead)
        if not shown:
            self._instead.addWidget(self._nothing(state))
            self._instead.addStretch(1)
        self._show_closed(state, typed)
        self.count.setText(ngettext("{n} gezin", "{n} gezinnen", shown).format(n=shown) if shown else "")

    def _nothing(self, state: FamiliesState) -> EmptyState:
        """What stands in the place of the table."""
        if state.is_new:
            return new_caseload(primary(_("Nieuw gezin"), self.begin_family, "plus"))
        if self.search.text().strip():
            step = link(_("Zoekveld leegmaken"), self.search.clear, "x")
            text = _("Kijk of het goed gespeld is, of zoek op een ander woord.")
            return EmptyState(_("Geen gezin gevonden"), text, step, "search")
        text = _("Alle gezinnen zijn gesloten. Begin een nieuw gezin, of bekijk wat gesloten is.")
        return EmptyState(_("Er loopt nu niets"), text, None, "house")

    def _show_closed(self, state: FamiliesState, typed: str) -> None:
        number = sum(matches(row, typed) for row in state.closed)
        words = _("Verberg gesloten ({n})") if self._with_closed else _("Toon gesloten ({n})")
        self.closed.setText(words.format(n=number))
        self.closed.setVisible(number > 0 and not self._only_vacant)

    def _show_vacant(self, state: FamiliesState) -> None:
        """One calm line above the list when somebody has no regisseur, else nothing."""
        clear(self._above)
        without = state.without_regisseur
        if not without:
            return
        number = len(without)
        text = ngettext("Zonder regisseur: {n} gezin", "Zonder regisseur: {n} gezinnen", number).format(n=number)
        if number == 1:
            step: tuple[str, Callable[[], object]] = (_("Openen"), lambda: self._open_family(without[0].id))
        elif self._only_vacant:
            step = (_("Toon alle gezinnen"), self._turn_vacant)
        else:
            step = (_("Toon deze gezinnen"), self._turn_vacant)
        self._above.addWidget(_alarm(text, step))

    # ------------------------------------------------------------ what is done

    def _turn_vacant(self) -> None:
        self._only_vacant = not self._only_vacant
        if self._state is not None:
            self.show_state(self._state)

    def _turn_closed(self) -> None:
        self._with_closed = not self._with_closed
        self._show_rows()

    def _open_first(self) -> None:
        if self.search.text().strip() and self.table.rows.rowCount():
            self._open_family(self.table.rows.row(0).id)

    def _into_table(self) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose(self.table.current() or self.table.rows.row(0))


def new_caseload(step: QPushButton) -> EmptyState:
    """What this page is for, and the first step."""
    text = _(
        "Hier staan straks alle gezinnen waar u voor werkt. Een gezin toevoegen duurt een minuut: "
        "een naam, een begindatum en wie de regisseur is. De rest komt later, samen met het gezin."
    )
    return EmptyState(_("Nog geen gezinnen"), text, step, "house")


def _alarm(text: str, step: tuple[str, Callable[[], object]]) -> Card:
    """One calm line with something to do about it."""
    line = QHBoxLayout()
    line.setSpacing(Space.M)
    line.addWidget(Glyph("circle-alert", "red", Size.ICON + Space.XS))
    line.addWidget(strong(text), 1)
    line.addWidget(secondary(*step))
    card = Card().add(line)
    card.setAccessibleName(text)
    card.setContentsMargins(0, -Space.S, -Space.S, -Space.S)  # a line is lower than a card with a heading
    return card
