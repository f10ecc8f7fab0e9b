"""The tab Wie helpt: the ecogram, the falling line with who counts, and the table of everybody who helps."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find, get, has
from gezinsplan.presenters import gezin_forms, helper_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.wie_helpt import WieHelpt, wie_helpt
from gezinsplan.services.caseload import Family
from gezinsplan.services.paper import Blad
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import primary
from gezinsplan.ui.cards import Card, EmptyState, Page, stack
from gezinsplan.ui.ecogram_card import EcogramCard
from gezinsplan.ui.holes_card import HolesCard
from gezinsplan.ui.klaar_card import KlaarCard
from gezinsplan.ui.lijn_dialog import LijnDialog
from gezinsplan.ui.line_card import CountingDialog, LineCard
from gezinsplan.ui.matrix_dialog import MatrixDialog
from gezinsplan.ui.minder_card import MinderCard
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.tokens import Size, Space
from gezinsplan.ui.werk_card import WerkCard
from gezinsplan.ui.who_card import WhoCard

_BESIDE = Size.ECOGRAM + Size.DIALOG + 3 * Space.L  # narrower than this the cards stand below each other
_SMALLEST = Size.FORM  # and narrower than this the line and its question too
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_MOST_ROWS, _LEAST_ROWS = 8, 5


class HelptTab(QWidget):
    """Who helps this family, and letting somebody in or go.

    `entry` asks for "Wie komen er allemaal?", `printing` for a paper.
    """

    entry = Signal()
    printing = Signal(Blad)

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Build the cards; `show_state` fills them."""
        super().__init__()
        self._presenter = presenter
        self._gestopt = False
        self._shown: WieHelpt | None = None
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
        self._content = stack(self.holes, self.klaar, stack(self.empty), end=False)
        self._content.addLayout(self._beside, 1)
        self._content.addWidget(self.werk)
        self.page = Page(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def _build_cards(self) -> None:
        self.holes = HolesCard(self._presenter)
        self.around = EcogramCard(self._presenter)
        self.around.chosen.connect(self.open_part)
        self.drawing = self.around.drawing
        self.line = LineCard()
        self.line.counting.clicked.connect(self._show_counting)
        self.line.steps.clicked.connect(self._show_line)
        self.minder, self.klaar = MinderCard(self._presenter), KlaarCard(self._presenter)
        self.werk = WerkCard(self._presenter)
        self.werk.asked_matrix.connect(self._show_matrix)
        self.who = WhoCard(self._presenter)
        self.who.table.activated_row.connect(lambda rij: self.open_part(rij.id))
        self.who.table.chosen_row.connect(lambda rij: self.around.pick(rij.id))
        self.around.picked.connect(self.who.choose_part)
        self.who.asked_ended.connect(self._show_ended)
        self.who.asked_all.connect(self.entry)
        self.empty = self._empty_card()

    def _empty_card(self) -> Card:
        step = primary(_("Wie komen er allemaal?"), self.entry.emit, glyph="user-plus")
        text = _(
            "Hier ziet u straks iedereen die dit gezin helpt: wie het is, voor wie, en tot wanneer. "
            "Zo ziet het gezin het aantal hulpverleners dalen. Begin met de eerste naam die het gezin noemt."
        )
        return Card().add(EmptyState(_("Wie helpt dit gezin?"), text, step, "heart-handshake"))

    # ------------------------------------------------------------ showing

    def show_state(self, state: FamilyState) -> None:
        """Show this family as it may be seen."""
        shown = wie_helpt(state.seen, self._gestopt)
        self._shown = shown
        self.holes.show_state(state)
        self.empty.setVisible(shown.leeg)
        self._content.setStretch(2, int(shown.leeg))
        for card in (self.around, self.line, self.who, self.werk):
            card.setVisible(not shown.leeg)
        for part in (self.around, self.klaar, self.minder, self.werk):
            part.show_state(state)
        self.line.show_line(shown.lijn)
        self.who.show_rows(shown)
        self._give_room()

    def _show_ended(self, gestopt: bool) -> None:
        self._gestopt = gestopt
        self.show_state(self._presenter.state)

    def _show_counting(self) -> None:
        if self._shown is not None:
            CountingDialog(self, self._shown).open()

    def _show_line(self) -> None:
        dialog = LijnDialog(self, self._presenter)
        dialog.printing.connect(lambda: self.printing.emit(Blad.LIJN))
        dialog.open()

    def _show_matrix(self) -> None:
        dialog = MatrixDialog(self, self._presenter.seen)
        dialog.printing.connect(lambda: self.printing.emit(Blad.WIE_DOET_WAT))
        dialog.open()

    def _give_room(self) -> None:
        self.who.give_room(_MOST_ROWS if self._narrow() else _LEAST_ROWS)

    def _narrow(self) -> bool:
        return self.width() < theme.scaled(_BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the cards stand below each other."""
        super().resizeEvent(event)
        self._beside.setDirection(_DOWN if self._narrow() else _ACROSS)
        self._top.setDirection(_DOWN if self.width() < theme.scaled(_SMALLEST) else _ACROSS)
        self._give_room()

    def open_part(self, part: UUID) -> None:
        """Open a helper, or somebody of the netwerk, to look at or change."""
        if has(self._presenter.family.dossier, part):
            open_form(self, self._presenter, lambda family: _form(family, part), removable=part)


def _form(family: Family, part: UUID) -> Form:
    """The form about a helper, or about somebody of the netwerk."""
    helper = find(family.dossier, Betrokkenheid, part)
    if helper is not None:
        return helper_forms.helper_edit_form(family, helper)
    persoon = get(family.dossier, Persoon, part)
    return gezin_forms.persoon_form(family, persoon.soort, persoon)
