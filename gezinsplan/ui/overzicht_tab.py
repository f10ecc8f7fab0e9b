"""The tab Overzicht: one family on one screen."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.presenters import gezin_forms, plan_forms
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.overzicht import Komend, Overzicht, overzicht
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import overzicht_cards as cards
from gezinsplan.ui.afspraak_row import open_afspraak
from gezinsplan.ui.cards import Card, Page, stack
from gezinsplan.ui.destroy_dialog import DestroyDialog
from gezinsplan.ui.elders_card import EldersCard
from gezinsplan.ui.fase_card import FaseCard
from gezinsplan.ui.holes_card import HolesCard
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.regie_card import RegieCard
from gezinsplan.ui.rows import SideBySide, kept
from gezinsplan.ui.talks_card import open_talk
from gezinsplan.ui.tokens import Size, Space

_SIDE_BY_SIDE, _HALVES = 820, 560


class OverzichtTab(QWidget):
    """Shows a family in short; `to_plan` and `to_safety` ask for these tabs, `gone` tells that the family is gone."""

    to_plan = Signal()
    to_safety = Signal()
    gone = Signal()
    renewing = Signal(object)
    """Backups that must hold a destroyed family no more."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until a family is shown."""
        super().__init__()
        self._presenter = presenter
        self._root: UUID | None = None
        self._shown: dict[Card, Any] = {}
        self.holes = HolesCard(presenter)
        self.elders = EldersCard(presenter)
        self.short = Card(_("In het kort"))
        self.goals = Card(_("Doelen"))
        self.line = Card(_("Hulpverleners"))
        self.coming = Card(_("Komende afspraken"))
        self.safety = cards.safety_card(self.to_safety.emit)
        self.regie = RegieCard(presenter)
        self.phase = FaseCard(presenter)
        self.family = Card(_("Gezin"))
        self.facts = cards.facts_card(self._edit_gezin)
        halves = SideBySide(self.goals, self.line, _HALVES)
        left = _column(self.holes, self.elders, self.short, halves, self.coming)
        right = _column(self.regie, self.safety, self.phase, self.family, self.facts)
        self.page = Page(stack(SideBySide(left, right, _SIDE_BY_SIDE, Size.ASIDE)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def show_state(self, state: FamilyState) -> None:
        """Show this state; another family begins at the top."""
        shown = overzicht(state.seen)
        with kept(self.page):
            self.holes.show_state(state)
            self.elders.show_state(state)
            self.phase.show_family(state.seen)
            self._show(shown)
        if state.family.dossier.id != self._root:
            self._root = state.family.dossier.id
            self.page.verticalScrollBar().setValue(0)

    def _show(self, shown: Overzicht) -> None:
        short = shown.kort, shown.aanleiding
        self.short.setVisible(any(short))
        self._fill(self.short, short, lambda: cards.fill_short(self.short, shown))
        self._fill(self.goals, shown.doelen, lambda: cards.fill_goals(self.goals, shown.doelen, self._add_goal))
        line = shown.lijn, shown.hulp
        self._fill(self.line, line, lambda: cards.fill_line(self.line, *line))
        coming = shown.komend, shown.meer
        self._fill(self.coming, coming, lambda: cards.fill_coming(self.coming, *coming, self._open, self.to_plan.emit))
        self.regie.show_regie(shown.regie)
        self._fill(self.safety, shown.veilig, lambda: cards.fill_safety(self.safety, shown.veilig))
        people = shown.leden, shown.netwerk
        self._fill(self.family, people, lambda: cards.fill_family(self.family, *people, self._add_member))
        facts = shown.feiten
        self._fill(self.facts, facts, lambda: cards.fill_facts(self.facts, facts, self._destroy))

    def _fill(self, card: Card, content: Any, fill: Callable[[], object]) -> None:
        """Make a card anew, only when what stands in it has changed."""
        if self._shown.get(card) != content:
            self._shown[card] = content
            card.clear()
            fill()

    # ------------------------------------------------------------ what can be done

    def _ask(self, make: Callable[[Family], Form]) -> None:
        open_form(self.page, self._presenter, make)

    def _add_goal(self) -> None:
        self._ask(plan_forms.doel_form)

    def _add_member(self) -> None:
        self._ask(lambda family: gezin_forms.persoon_form(family, PersoonSoort.GEZINSLID))

    def _edit_gezin(self) -> None:
        self._ask(gezin_forms.gezin_form)

    def _destroy(self) -> None:
        DestroyDialog(self.page, self._presenter, self.gone.emit, self.renewing.emit).open()

    def _open(self, row: Komend) -> None:
        """Open the actie or the talk of a row."""
        (open_talk if row.gesprek else open_afspraak)(self.page, self._presenter, row.id)


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    column.setLayout(stack(*parts, gap=Space.M))
    return column
