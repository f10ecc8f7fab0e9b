"""Sociale kaart: everybody in one list that answers while one types, and beside it the one that is chosen."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import Option
from gezinsplan.presenters.kaart_forms import organisatie_form, professional_form
from gezinsplan.presenters.kaart_rijen import KaartRij, KaartState
from gezinsplan.presenters.sociale_kaart import KaartPresenter
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


class KaartList(QWidget):
    """What is looked for, which sort, and everybody who fits; `chosen` tells who was chosen, `opened` who is wanted."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, searched: Callable[[], object], begin: Callable[[], object]) -> None:
        """`searched` is called once for a search; `begin` asks for the first person."""
        super().__init__()
        self._begin = begin
        self._all: tuple[KaartRij, ...] = ()
        self.search = SearchField(_("Zoek op naam, functie, waarvoor…"))
        self.search.textChanged.connect(lambda _typed: self.show_rows())
        self.search.begun.connect(searched)
        self.search.returnPressed.connect(self._choose_first)
        self.sector = Pick((Option(None, _("Alle soorten")), *choices.words(Sector)))
        self.sector.setAccessibleName(_("Soort organisatie"))
        self.sector.put(None)
        self.sector.activated.connect(lambda _index: self.show_rows())
        self.table = KaartTable()
        self.table.chosen_row.connect(lambda rij: self.chosen.emit(rij.id))
        self.table.activated_row.connect(lambda _row: self.opened.emit())
        self.count = muted()
        self._instead = QVBoxLayout()
        self.search.setMinimumWidth(theme.scaled(Size.FILTER) + theme.scaled(Size.FILTER_DAY))
        self.sector.setMinimumWidth(theme.scaled(Size.FILTER))
        card = Card().add(self.table, self._instead)
        self.table.setMinimumHeight(theme.scaled(Size.LINES))
        column = stack(Flow(self.search, self.sector, gap=Space.M), card, self.count, gap=Space.M, end=False)
        column.setStretchFactor(card, 1)
        self.setLayout(column)
        self.setFocusProxy(self.search)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_table)

    def show_all(self, rows: tuple[KaartRij, ...], part: UUID | None) -> None:
        """Show these people and organisations, with one of them chosen."""
        self._all = rows
        self.show_rows(part)

    def show_rows(self, part: UUID | None = None) -> None:
        """Show who fits what is asked; who was chosen stays chosen."""
        sector, before = self.sector.get(), self.table.current()
        rows = [each for each in self._all if sector is None or each.sector is sector]
        wanted = part or (before.id if before is not None else None)
        self.table.rows.find(self.search.text())
        self.table.rows.set_rows(rows, lambda rij: rij.woorden)
        same = next((each for each in rows if each.id == wanted), None)
        if same is not None:
            self.table.choose(same)
        shown = self.table.rows.rowCount()
        self.table.setVisible(shown > 0)
        clear(self._instead)
        if not shown:
            self._instead.addWidget(self._nothing())
            self._instead.addStretch(1)
        self.count.setText(ngettext("{n} gevonden", "{n} gevonden", shown).format(n=shown) if shown else "")

    def ask_everybody(self) -> None:
        """Forget what was looked for."""
        self.search.clear()
        self.sector.put(None)
        self.show_rows()

    def choose_nobody(self) -> None:
        """Let nobody be chosen."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())

    def _nothing(self) -> EmptyState:
        if self._all:
            step = link(_("Alles tonen"), self.ask_everybody, "x")
            text = _("Kijk of het goed gespeld is, of kies een andere soort.")
            return EmptyState(_("Niemand gevonden"), text, step, "search")
        text = _(
            "Hier staan straks de mensen en organisaties met wie u samenwerkt: één keer, voor al uw gezinnen. "
            "Wie u bij een gezin invult, komt hier vanzelf bij."
        )
        step = primary(_("Persoon toevoegen"), self._begin, "user-plus")
        return EmptyState(_("Nog niemand"), text, step, "users")

    def _choose_first(self) -> None:
        if self.table.rows.rowCount():
            self.table.choose(self.table.rows.row(0))

    def _into_table(self) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose(self.table.current() or self.table.rows.row(0))


class KaartPage(QWidget):
    """The page; what is typed filters at once, and what is chosen stands beside the list."""

    def __init__(self, presenter: KaartPresenter, open_family: Callable[[UUID], object]) -> None:
        """`open_family` goes to the page of one family."""
        super().__init__()
        self.presenter = presenter
        self._state: KaartState | None = None
        self._part: UUID | None = None
        self._adding: type[Organisatie] | type[Professional] | None = None
        self.undo = icon_button("undo-2", _("Ongedaan maken"), presenter.undo)
        self.redo = icon_button("redo-2", _("Opnieuw doen"), presenter.redo)
        self.add_house = secondary(_("Organisatie toevoegen"), self.begin_house)
        self.add_person = primary(_("Persoon toevoegen"), self.begin_person, "user-plus")
        self.add_person.setToolTip(_("Persoon toevoegen (Ctrl+N)"))
        self.list = KaartList(presenter.searched, self.begin_person)
        self.detail = KaartDetail(presenter, open_family)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.detail.focus_first)
        self.detail.made.connect(self._made)
        self.detail.stopped.connect(self._nobody)
        self._place()
        undo, redo = presenter.undo, presenter.redo
        actions = (("Ctrl+Z", undo), ("Ctrl+Shift+Z", redo), ("Ctrl+Y", redo), ("Ctrl+N", self.begin_person))
        for keys, action in actions:
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _place(self) -> None:
        header = PageHeader(self.undo, self.redo, self.add_house, self.add_person)
        header.show_title(_("Sociale kaart"))
        body = QVBoxLayout()
        body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        body.addWidget(SideBySide(self.list, self.detail, _BESIDE, Size.DIALOG), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addLayout(body, 1)
        self.setFocusProxy(self.list)
        self.detail.hide()

    def show_state(self, state: KaartState) -> None:
        """Show everybody; who was chosen stays chosen."""
        self._state = state
        for button, verb, name, keys in (
            (self.undo, _("Ongedaan maken"), state.undo, "Ctrl+Z"),
            (self.redo, _("Opnieuw doen"), state.redo, "Ctrl+Shift+Z"),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(f"{verb}: {name} ({keys})" if name else verb)
        self.list.show_all(state.rijen, self._part)
        self._show_detail()

    def choose(self, part: UUID) -> None:
        """Show one of them beside the list."""
        self._part, self._adding = part, None
        self.list.show_rows(part)
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
        self.list.choose_nobody()
        self._show_detail()
        self.detail.focus_first()

    def _show_detail(self) -> None:
        state, part = self._state, self._part
        if state is None:
            return
        form = state.form(part) if part is not None else None
        if self._adding is not None:
            make = organisatie_form if self._adding is Organisatie else professional_form
            self.detail.show_form(make(state.kaart), None)
        elif form is not None and part is not None:
            self.detail.show_form(form, part)
            self.detail.reopen = lambda page: page.choose(part)
        self.detail.setVisible(self._adding is not None or form is not None)

    def _chosen(self, part: UUID) -> None:
        if part != self._part:
            self._part, self._adding = part, None
            self._show_detail()

    def _made(self, part: UUID) -> None:
        self.list.ask_everybody()
        self.choose(part)
        self.list.table.setFocus()

    def _nobody(self) -> None:
        self._part, self._adding = None, None
        self.list.choose_nobody()
        self.detail.hide()
        self.list.setFocus()
