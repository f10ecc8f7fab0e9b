"""The tab Wie helpt: the ecogram, the falling line with who counts, and the table of everybody who helps."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.ecogram import draw
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find, get, has
from gezinsplan.presenters import gezin_forms, helper_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.presenters.wie_helpt import Lijn, Mens, Rij, WieHelpt, WieTeltMee, iedereen, wie_helpt
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, EmptyState, Page, stack
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.chart import LineChart, Point, Series
from gezinsplan.ui.ecogram import EcogramView
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.form_frame import largest
from gezinsplan.ui.holes_card import HolesCard
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Words, heading, muted, small
from gezinsplan.ui.open_form import open_form, when_seen
from gezinsplan.ui.table import Column, Rows, Table
from gezinsplan.ui.tokens import Size, Space, Tone

_TONES = {Rol.REGISSEUR: Tone.ACCENT, Rol.VAST: Tone.GREEN, Rol.TIJDELIJK: Tone.AMBER}
_BESIDE = Size.ECOGRAM + Size.DIALOG + 3 * Space.L  # narrower than this the cards stand below each other
_MOST_ROWS, _LEAST_ROWS = 8, 3


def _columns() -> tuple[Column[Rij], ...]:
    order = [*Rol]
    return (
        Column(_("Hulpverlener"), _who, lambda rij: rij.naam.casefold(), width=150, stretch=True),
        Column(_("Rol"), _role, lambda rij: order.index(rij.rol), width=104),
        Column(_("Voor wie"), lambda rij: Cell(rij.voor_wie), lambda rij: rij.voor_wie.casefold(), width=118),
        Column(_("Doelen"), lambda rij: Cell(rij.doelen), width=66),
        Column(_("Inzet"), _effort, width=148),
    )


def _who(rij: Rij) -> Cell:
    return Cell(rij.naam, below=rij.organisatie, bold=rij.rol is not Rol.GESTOPT, muted=rij.rol is Rol.GESTOPT)


def _role(rij: Rij) -> Cell:
    return Cell(rij.rol_woord, chip=_TONES.get(rij.rol, Tone.NEUTRAL))


def _effort(rij: Rij) -> Cell:
    tone = Tone.RED if rij.te_laat else None
    return Cell(rij.inzet, below=rij.inzet_onder, muted=rij.rol is Rol.GESTOPT, tone=tone)


def _summary(rij: Rij) -> str:
    goals = _("doelen {numbers}").format(numbers=rij.doelen) if rij.doelen else ""
    parts = (rij.naam, rij.organisatie, rij.rol_woord, rij.voor_wie, goals, rij.inzet, rij.inzet_onder)
    return ", ".join(part for part in parts if part)


class HelptTab(QWidget):
    """Who helps this family, and letting somebody in or go; `entry` asks for "Wie komen er allemaal?"."""

    entry = Signal()

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Build the cards; `show_state` fills them."""
        super().__init__()
        self._presenter = presenter
        self._gestopt = False
        self._shown: WieHelpt | None = None
        self.holes = HolesCard(presenter)
        self.empty = self._empty_card()
        self._build_cards()
        left, right = stack(self.around, end=False), stack(self.line, self.who, end=False)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(Space.L)
        right.setStretchFactor(self.who, 1)
        self._beside.addLayout(left, 5)
        self._beside.addLayout(right, 7)
        self._content = stack(self.holes, stack(self.empty), end=False)
        self._content.addLayout(self._beside, 1)
        self.page = Page(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    # ------------------------------------------------------------ the cards

    def _build_cards(self) -> None:
        self.drawing = EcogramView(draw("", "", ()), "")
        self.drawing.chosen.connect(lambda part: self.open_part(UUID(part)))
        legend = _(
            "Binnen: telt mee, en familie, vrienden en buren (paars). "
            "Buiten: vaste basis, op afstand, vrijwilliger. Streepjes: helpt tijdelijk mee."
        )
        self.around = Card(_("Wie staat er om het gezin heen")).add(self.drawing, small(legend))
        self.line = LineCard()
        self.line.counting.clicked.connect(self._show_counting)
        self.rows: Rows[Rij] = Rows(_columns(), _summary)
        self.table: Table[Rij] = Table(self.rows, _("Wie helpt"))
        self.table.activated_row.connect(lambda rij: self.open_part(rij.id))
        self.nobody_now = muted(_("Op dit moment helpt er niemand."))
        self.nobody_now.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.who = Card().add(self.table, self.nobody_now, self._buttons())
        self.who.body.setStretchFactor(self.nobody_now, 1)  # the buttons stay below, as when there is a table

    def _empty_card(self) -> Card:
        step = primary(_("Wie komen er allemaal?"), self.entry.emit, glyph="user-plus")
        text = _(
            "Hier ziet u straks iedereen die dit gezin helpt: wie het is, voor wie, en tot wanneer. "
            "Zo ziet het gezin het aantal hulpverleners dalen. Begin met de eerste naam die het gezin noemt."
        )
        return Card().add(EmptyState(_("Wie helpt dit gezin?"), text, step, "heart-handshake"))

    def _buttons(self) -> QHBoxLayout:
        self.all = secondary(_("Wie komen er allemaal?"), self.entry.emit)
        self.add = secondary(_("Iemand toevoegen"), self._add)
        self.add_for_a_while = secondary(_("Tijdelijk erbij…"), lambda: self._add(tijdelijk=True))
        self.end = secondary(_("Afronden…"), self._end)
        self.ended = link("", self._toggle_ended)
        row = QHBoxLayout()
        row.addLayout(Flow(self.all, self.add, self.add_for_a_while, self.end, self.ended), 1)
        return row

    # ------------------------------------------------------------ showing

    def show_state(self, state: FamilyState) -> None:
        """Show this family as it may be seen."""
        shown = wie_helpt(state.seen, self._gestopt)
        self._shown = shown
        self.holes.show_state(state)
        self.empty.setVisible(shown.leeg)
        self._content.setStretch(1, int(shown.leeg))
        for card in (self.around, self.line, self.who):
            card.setVisible(not shown.leeg)
        self.drawing.show_drawing(shown.tekening, shown.tekening_tekst)
        self.line.show_line(shown.lijn)
        self._show_rows(shown.rijen)
        verb = _("verberg") if self._gestopt else _("toon")
        stopped = ngettext("{n} gestopt", "{n} gestopt", shown.gestopt).format(n=shown.gestopt)
        self.ended.setText(f"{stopped} \N{EN DASH} {verb}")
        self.ended.setVisible(shown.gestopt > 0)

    def _show_rows(self, rows: Sequence[Rij]) -> None:
        chosen = self.table.current()
        self.rows.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.nobody_now.setVisible(not rows)
        self.end.setVisible(any(rij.rol is not Rol.GESTOPT for rij in rows))
        again = next((each for each in rows if chosen is not None and each.id == chosen.id), None)
        if again is not None:
            self.table.choose(again)
        self._give_rows_room()

    def _give_rows_room(self) -> None:
        """So high that a good number of helpers is seen; with more the table scrolls and the buttons stay."""
        header = self.table.horizontalHeader().sizeHint().height()
        rows = min(max(self.rows.rowCount(), 1), _MOST_ROWS if self._narrow() else _LEAST_ROWS)
        self.table.setMinimumHeight(header + rows * self.table.verticalHeader().defaultSectionSize() + Space.XS)

    def _narrow(self) -> bool:
        return self.width() < theme.scaled(_BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the cards stand below each other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._beside.setDirection(way.TopToBottom if self._narrow() else way.LeftToRight)
        self._give_rows_room()

    # ------------------------------------------------------------ what can be done

    def open_part(self, part: UUID) -> None:
        """Open a helper, or somebody of the netwerk, to look at or change."""
        if has(self._presenter.family.dossier, part):
            open_form(self, self._presenter, lambda family: _form(family, part), removable=part)

    def _add(self, *, tijdelijk: bool = False) -> None:
        open_form(self, self._presenter, lambda family: helper_forms.helper_form(family, tijdelijk))

    def _end(self) -> None:
        """End the chosen helper; when nobody is chosen who is there now, the dialog asks who it is."""
        state, rij = self._presenter.state, self.table.current()
        helper = find(state.family.dossier, Betrokkenheid, rij.id) if rij is not None else None
        chosen = helper.id if helper is not None and active_on(helper, state.family.op) else None

        def look(family: Family) -> object:
            return find(family.dossier, Betrokkenheid, chosen)

        when_seen(self, self._presenter, look, lambda: EindeDialog(self, self._presenter, chosen).open())

    def _toggle_ended(self) -> None:
        self._gestopt = not self._gestopt
        self.show_state(self._presenter.state)
        first = next((row for row in range(self.rows.rowCount()) if self.rows.row(row).rol is Rol.GESTOPT), -1)
        self.table.doItemsLayout()  # without it the table still scrolls as far as the old rows went
        self.table.scrollTo(self.rows.index(first, 0), Table.ScrollHint.PositionAtTop)

    def _show_counting(self) -> None:
        if self._shown is not None:
            CountingDialog(self, self._shown).open()


class LineCard(Card):
    """The falling line with its numbers, and the way to the list behind them."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        self.counting = link(_("Wie telt mee?"))
        super().__init__(_("Aantal hulpverleners"), self.counting)
        self.chart = LineChart(Series(), "")
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.under = small()
        self.add(self.chart, self.under)

    def show_line(self, line: Lijn) -> None:
        """Draw this line."""
        self.title.setText(line.kop)
        self.title.setAccessibleName(line.kop)
        self.setAccessibleName(line.kop)
        agreed = _("samen afgesproken: {n}").format(n=line.streefaantal) if line.streefaantal is not None else ""
        points = tuple(Point(each.datum, each.aantal, not each.zeker) for each in line.punten)
        series = Series(points, line.tot, line.streefaantal, agreed, line.eerste_maand, line.laatste_maand)
        self.chart.show_series(series, line.tekst)
        self.under.setText(line.onder)


class CountingDialog(QDialog):
    """The list behind the number: who counts, and who does not and why."""

    def __init__(self, parent: QWidget, shown: WieHelpt) -> None:
        """Show the list of this moment."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Wie telt mee?"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.L, 0, Space.L)
        title = heading(_("Wie telt mee?"), "title")
        title.setContentsMargins(Space.XL, 0, Space.XL, 0)
        whole.addWidget(title)
        whole.addWidget(Page(self._lists(shown.telt_mee)), 1)
        close = primary(_("Sluiten"), self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.addStretch(1)
        row.addWidget(close)
        whole.addLayout(row)
        close.setFocus()
        self.resize(largest(self))

    @staticmethod
    def _lists(people: WieTeltMee) -> QVBoxLayout:
        own = ngettext(
            "Daarnaast is er {n} mens uit familie, vrienden en buren.",
            "Daarnaast zijn er {n} mensen uit familie, vrienden en buren.",
            people.netwerk,
        ).format(n=people.netwerk)
        return stack(
            muted(_("Mee tellen beroepskrachten die nu echt met het gezin in contact zijn, en de regisseur.")),
            *_list(_("Telt mee: {n}").format(n=len(people.mee)), people.mee),
            *_list(_("Telt niet mee: {n}").format(n=len(people.niet)), people.niet),
            heading(_("Wat het gezin ervan merkt")),
            Words(iedereen(people)),
            *((Words(own),) if people.netwerk else ()),
            gap=Space.S,
        )


def _list(title: str, people: Sequence[Mens]) -> list[QWidget]:
    """A heading and a line per human being; nothing where there is nobody."""
    lines: list[QWidget] = []
    for each in people:
        name = Words(each.naam, "strong")
        under = small(" \N{MIDDLE DOT} ".join(part for part in (each.rol_woord, each.organisatie) if part))
        holder = QWidget()
        holder.setLayout(stack(name, under, gap=0, end=False))
        lines.append(holder)
    return [heading(title), *lines] if lines else []


def _form(family: Family, part: UUID) -> Form:
    """The form about a helper, or about somebody of the netwerk."""
    helper = find(family.dossier, Betrokkenheid, part)
    if helper is not None:
        return helper_forms.helper_edit_form(family, helper)
    persoon = get(family.dossier, Persoon, part)
    return gezin_forms.persoon_form(family, persoon.soort, persoon)
