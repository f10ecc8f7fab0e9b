"""The tab Wie helpt: the ecogram, the falling line with who counts, and the table of everybody who helps."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.ecogram import draw
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find, get, has
from gezinsplan.presenters import gezin_forms, helper_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.rond_het_gezin import Rol
from gezinsplan.presenters.wie_helpt import Rij, WieHelpt, wie_helpt
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import theme
from gezinsplan.ui.bespreken_dialog import BesprekenDialog
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, EmptyState, Page, stack
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.ecogram import EcogramView
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.holes_card import HolesCard
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import muted, small
from gezinsplan.ui.line_card import CountingDialog, LineCard
from gezinsplan.ui.minder_card import MinderCard
from gezinsplan.ui.open_form import open_form, when_seen
from gezinsplan.ui.table import Column, Rows, Table
from gezinsplan.ui.tokens import Size, Space, Tone

_TONES = {Rol.REGISSEUR: Tone.ACCENT, Rol.VAST: Tone.GREEN, Rol.TIJDELIJK: Tone.AMBER}
_BESIDE = Size.ECOGRAM + Size.DIALOG + 3 * Space.L  # narrower than this the cards stand below each other
_SMALLEST = Size.FORM  # and narrower than this the line and its question too
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
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
    """Who helps this family, and letting somebody in or go."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Build the cards; `show_state` fills them."""
        super().__init__()
        self._presenter = presenter
        self._gestopt = False
        self._shown: WieHelpt | None = None
        self.holes = HolesCard(presenter)
        self.empty = self._empty_card()
        self._build_cards()
        self._beside, self._top = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        for row in (self._beside, self._top):
            row.setSpacing(Space.L)
        self._top.addWidget(self.line, 5)
        self._top.addWidget(self.minder, 3)
        left, right = stack(self.around, end=False), stack(self._top, self.who, end=False)
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
        self.minder = MinderCard(self._presenter)
        self.rows: Rows[Rij] = Rows(_columns(), _summary)
        self.table: Table[Rij] = Table(self.rows, _("Wie helpt"))
        self.table.activated_row.connect(lambda rij: self.open_part(rij.id))
        self.nobody_now = muted(_("Op dit moment helpt er niemand."))
        self.nobody_now.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.who = Card().add(self.table, self.nobody_now, self._buttons())
        self.who.body.setStretchFactor(self.nobody_now, 1)  # the buttons stay below, as when there is a table

    def _empty_card(self) -> Card:
        step = primary(_("Iemand toevoegen"), self._add, glyph="user-plus")
        text = _(
            "Hier ziet u straks iedereen die dit gezin helpt: wie het is, voor wie, en tot wanneer. "
            "Zo ziet het gezin het aantal hulpverleners dalen. Begin met de eerste naam die het gezin noemt."
        )
        return Card().add(EmptyState(_("Wie helpt dit gezin?"), text, step, "heart-handshake"))

    def _buttons(self) -> QHBoxLayout:
        self.add = secondary(_("Iemand toevoegen"), self._add)
        self.add_for_a_while = secondary(_("Tijdelijk erbij…"), lambda: self._add(tijdelijk=True))
        self.talk = secondary(_("Bespreken…"), self._talk)
        self.end = secondary(_("Afronden…"), self._end)
        self.ended = link("", self._toggle_ended)
        row = QHBoxLayout()
        row.addLayout(Flow(self.add, self.add_for_a_while, self.talk, self.end, self.ended), 1)
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
        self.minder.show_state(state)
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
        for button in (self.talk, self.end):
            button.setVisible(any(rij.rol is not Rol.GESTOPT for rij in rows))
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
        self._beside.setDirection(_DOWN if self._narrow() else _ACROSS)
        self._top.setDirection(_DOWN if self.width() < theme.scaled(_SMALLEST) else _ACROSS)
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
        self._ask(EindeDialog)

    def _talk(self) -> None:
        """Talk about the chosen helper, or first ask about whom."""
        self._ask(BesprekenDialog)

    def _ask(self, dialog: type[EindeDialog] | type[BesprekenDialog]) -> None:
        state, rij = self._presenter.state, self.table.current()
        helper = find(state.family.dossier, Betrokkenheid, rij.id) if rij is not None else None
        chosen = helper.id if helper is not None and active_on(helper, state.family.op) else None

        def look(family: Family) -> object:
            return find(family.dossier, Betrokkenheid, chosen)

        when_seen(self, self._presenter, look, lambda: dialog(self, self._presenter, chosen).open())

    def _toggle_ended(self) -> None:
        self._gestopt = not self._gestopt
        self.show_state(self._presenter.state)
        first = next((row for row in range(self.rows.rowCount()) if self.rows.row(row).rol is Rol.GESTOPT), -1)
        self.table.doItemsLayout()  # without it the table still scrolls as far as the old rows went
        self.table.scrollTo(self.rows.index(first, 0), Table.ScrollHint.PositionAtTop)

    def _show_counting(self) -> None:
        if self._shown is not None:
            CountingDialog(self, self._shown).open()


def _form(family: Family, part: UUID) -> Form:
    """The form about a helper, or about somebody of the netwerk."""
    helper = find(family.dossier, Betrokkenheid, part)
    if helper is not None:
        return helper_forms.helper_edit_form(family, helper)
    persoon = get(family.dossier, Persoon, part)
    return gezin_forms.persoon_form(family, persoon.soort, persoon)
