"""Sociale kaart: everybody in one list that answers while one types, and beside it the one that is chosen."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import Option
from gezinsplan.presenters.kaart_forms import organisatie_form, professional_form
from gezinsplan.presenters.sociale_kaart import KaartPresenter, KaartRij, KaartState
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.folding import fold
from gezinsplan.ui import theme
from gezinsplan.ui.answers import Pick
from gezinsplan.ui.buttons import icon_button, link, primary, secondary
from gezinsplan.ui.cards import Card, EmptyState, clear, stack
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.fields import SearchField
from gezinsplan.ui.frame import PageHeader
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.kaart_detail import KaartDetail
from gezinsplan.ui.labels import muted
from gezinsplan.ui.rows import SideBySide
from gezinsplan.ui.table import Column, Rows, Table
from gezinsplan.ui.tokens import Size, Space, Tone

NAAM, SECTOR, TELEFOON, GEZINNEN = range(4)
_BESIDE = 900
_GIVE_WAY = (TELEFOON, SECTOR, GEZINNEN)


class KaartTable(Table[KaartRij]):
    """Everybody on a row; in a narrow list columns give way to the name."""

    def __init__(self) -> None:
        """Start without anybody."""
        columns = (
            Column[KaartRij](_("Naam"), _who, lambda rij: fold(rij.naam), 190, stretch=True),
            Column[KaartRij](_("Soort"), _sector, lambda rij: rij.sector_woord, 150),
            Column[KaartRij](_("Telefoon"), lambda rij: Cell(rij.telefoon), None, 120),
            Column[KaartRij](_("Gezinnen"), _families, lambda rij: -rij.gezinnen, 84),
        )
        super().__init__(Rows(columns, _summary), _("Sociale kaart"))

    def _measure(self) -> None:
        super()._measure()
        room = self.viewport().width()
        widths = [theme.scaled(column.width) for column in self.rows.columns]
        folded: set[int] = set()
        for place in _GIVE_WAY:
            if sum(width for at, width in enumerate(widths) if at not in folded) > room:
                folded.add(place)
        for place in range(len(widths)):
            self.setColumnHidden(place, place in folded)
        others = sum(width for at, width in enumerate(widths) if at not in folded and at != NAAM)
        self.setColumnWidth(NAAM, max(room - others, widths[NAAM]))


def _who(rij: KaartRij) -> Cell:
    return Cell(rij.naam, rij.onder, bold=True)


def _sector(rij: KaartRij) -> Cell:
    return Cell(rij.sector_woord, chip=Tone.NEUTRAL if rij.sector_woord else None)


def _families(rij: KaartRij) -> Cell:
    return Cell(str(rij.gezinnen) if rij.gezinnen else "", muted=not rij.gezinnen)


def _summary(rij: KaartRij) -> str:
    families = ngettext("in {n} gezin", "in {n} gezinnen", rij.gezinnen).format(n=rij.gezinnen)
    parts = (rij.naam, rij.onder, rij.sector_woord, rij.telefoon, families if rij.gezinnen else "")
    return ", ".join(part for part in parts if part)


class KaartPage(QWidget):
    """The page; what is typed filters at once, and what is chosen stands beside the list."""

    def __init__(self, presenter: KaartPresenter, open_family: Callable[[UUID], object]) -> None:
        """`open_family` goes to the page of one family."""
        super().__init__()
        self.presenter = presenter
        self._state: KaartState | None = None
        self._part: UUID | None = None
        self._adding: type[Organisatie] | type[Professional] | None = None
        self.detail = KaartDetail(presenter, open_family)
        self.undo = icon_button("undo-2", _("Ongedaan maken"), presenter.undo)
        self.redo = icon_button("redo-2", _("Opnieuw doen"), presenter.redo)
        self.add_house = secondary(_("Organisatie toevoegen"), self.begin_house)
        self.add_person = primary(_("Persoon toevoegen"), self.begin_person, "user-plus")
        self.add_person.setToolTip(_("Persoon toevoegen (Ctrl+N)"))
        self.header = PageHeader(self.undo, self.redo, self.add_house, self.add_person)
        self.header.show_title(_("Sociale kaart"))
        self.search = SearchField(_("Zoek op naam, functie, waarvoor…"))
        self.search.textChanged.connect(lambda _typed: self._show_rows())
        self.search.begun.connect(presenter.searched)
        self.search.returnPressed.connect(self._choose_first)
        self.sector = Pick((Option(None, _("Alle soorten")), *choices.words(Sector)))
        self.sector.setAccessibleName(_("Soort organisatie"))
        self.sector.put(None)
        self.sector.activated.connect(lambda _index: self._show_rows())
        self.table = KaartTable()
        self.table.chosen_row.connect(self._chosen)
        self.table.activated_row.connect(lambda _row: self.detail.focus_first())
        self.count = muted()
        self.detail.made.connect(self._made)
        self.detail.stopped.connect(self._nobody)
        self.detail.removed.connect(self._nobody)
        self._place()
        self._keys()

    def _place(self) -> None:
        self._instead = QVBoxLayout()
        self._above = QVBoxLayout()
        chosen_by = Flow(self.search, self.sector, gap=Space.M)
        self.search.setMinimumWidth(theme.scaled(Size.FILTER) + theme.scaled(Size.FILTER_DAY))
        self.sector.setMinimumWidth(theme.scaled(Size.FILTER))
        card = Card().add(self.table, self._instead)
        self.table.setMinimumHeight(theme.scaled(Size.LINES))
        left = QWidget()
        column = stack(chosen_by, card, self.count, gap=Space.M, end=False)
        column.setStretchFactor(card, 1)
        left.setLayout(column)
        self.both = SideBySide(left, self.detail, _BESIDE, Size.DIALOG)
        body = QVBoxLayout()
        body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        body.addLayout(self._above)
        body.addWidget(self.both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)
        self.setFocusProxy(self.search)
        self.detail.hide()

    def _keys(self) -> None:
        undo, redo = self.presenter.undo, self.presenter.redo
        for keys, action in (("Ctrl+Z", undo), ("Ctrl+Shift+Z", redo), ("Ctrl+Y", redo), ("Ctrl+N", self.begin_person)):
            QShortcut(QKeySequence(keys), self).activated.connect(action)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_table)

    # ------------------------------------------------------------ showing

    def show_state(self, state: KaartState) -> None:
        """Show everybody; who was chosen stays chosen."""
        self._state = state
        for button, verb, name, keys in (
            (self.undo, _("Ongedaan maken"), state.undo, "Ctrl+Z"),
            (self.redo, _("Opnieuw doen"), state.redo, "Ctrl+Shift+Z"),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(f"{verb}: {name} ({keys})" if name else verb)
        self._show_rows()
        self._show_detail()

    def _show_rows(self) -> None:
        state = self._state
        if state is None:
            return
        sector = self.sector.get()
        rows = [each for each in state.rijen if sector is None or each.sector is sector]
        self.table.rows.find(self.search.text())
        self.table.rows.set_rows(rows, lambda rij: rij.woorden)
        same = next((each for each in rows if each.id == self._part), None)
        if same is not None:
            self.table.choose(same)
        shown = self.table.rows.rowCount()
        self.table.setVisible(shown > 0)
        clear(self._instead)
        if not shown:
            self._instead.addWidget(self._nothing(state))
            self._instead.addStretch(1)
        self.count.setText(ngettext("{n} gevonden", "{n} gevonden", shown).format(n=shown) if shown else "")

    def _nothing(self, state: KaartState) -> EmptyState:
        if state.rijen:
            step = link(_("Alles tonen"), self._show_all, "x")
            text = _("Kijk of het goed gespeld is, of kies een andere soort.")
            return EmptyState(_("Niemand gevonden"), text, step, "search")
        text = _(
            "Hier staan straks de mensen en organisaties met wie u samenwerkt: één keer, voor al uw gezinnen. "
            "Wie u bij een gezin invult, komt hier vanzelf bij."
        )
        step = primary(_("Persoon toevoegen"), self.begin_person, "user-plus")
        return EmptyState(_("Nog niemand"), text, step, "users")

    def _show_detail(self) -> None:
        state = self._state
        if state is None:
            return
        if self._adding:
            make = organisatie_form if self._adding is Organisatie else professional_form
            self.detail.show_form(make(state.kaart), None, state.used(state.kaart.id))
        else:
            form = state.form(self._part) if self._part is not None else None
            if form is not None and self._part is not None:
                part = self._part
                self.detail.show_form(form, part, state.used(part))
                self.detail.reopen = lambda page: page.choose(part)
            else:
                self._part = None
        self.detail.setVisible(bool(self._adding) or self._part is not None)

    # ------------------------------------------------------------ what is done

    def choose(self, part: UUID) -> None:
        """Show one of them beside the list."""
        self._part, self._adding = part, None
        self._show_rows()
        self._show_detail()

    def begin_house(self) -> None:
        """Ask for a new organisation beside the list."""
        self._begin(Organisatie)
        self.detail.reopen = lambda page: page.begin_house()

    def begin_person(self) -> None:
        """Ask for somebody new beside the list."""
        self._begin(Professional)
        self.detail.reopen = lambda page: page.begin_person()

    def _begin(self, kind: type[Organisatie] | type[Professional]) -> None:
        self._adding, self._part = kind, None
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())
        self._show_detail()
        self.detail.focus_first()

    def _chosen(self, rij: KaartRij) -> None:
        if rij.id != self._part:
            self._part, self._adding = rij.id, None
            self._show_detail()

    def _made(self, part: UUID) -> None:
        self._show_all()
        self.choose(part)
        self.table.setFocus()

    def _nobody(self) -> None:
        self._part, self._adding = None, None
        self.detail.hide()
        self.search.setFocus()

    def _show_all(self) -> None:
        self.search.clear()
        self.sector.put(None)
        self._show_rows()

    def _choose_first(self) -> None:
        if self.table.rows.rowCount():
            self.choose(self.table.rows.row(0).id)

    def _into_table(self) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose(self.table.current() or self.table.rows.row(0))
