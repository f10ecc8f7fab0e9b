"""The tab Plan: the goals in the order of the family, other afspraken, and the family's own words beside them."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gezinsplan.domain.dossier import Onderdeel
from gezinsplan.presenters import plan_forms
from gezinsplan.presenters.afspraken import AfspraakRij
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.plan_tab import DoelRij, PlanTab, Vak, plan_tab
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.words import word
from gezinsplan.ui.afspraak_row import AfspraakRow, pop_up
from gezinsplan.ui.akkoord_card import AkkoordCard
from gezinsplan.ui.andere_plannen_card import AnderePlannenCard
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, EmptyState, Page, stack
from gezinsplan.ui.doel_card import DoelCard
from gezinsplan.ui.doorbraak_card import DoorbraakCard
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import muted
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.plan_aside import VakCard
from gezinsplan.ui.rows import Fold, RowStack, SideBySide, kept
from gezinsplan.ui.tokens import Size, Space
from gezinsplan.ui.versie_card import VersieCard

_SIDE_BY_SIDE = 820


class PlanTabView(QWidget):
    """Shows the plan and keeps its place while it changes; each button is one step."""

    reading = Signal(object)
    """A version of the plan, to be seen as its pages."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until a family is shown."""
        super().__init__()
        self._presenter = presenter
        self._root: UUID | None = None
        self.goals: RowStack[DoelRij] = RowStack(_id, lambda row: DoelCard(presenter, row), Space.M)
        self.stopped: RowStack[DoelRij] = RowStack(_id, lambda row: DoelCard(presenter, row), Space.M)
        self.others: RowStack[AfspraakRij] = RowStack(_id, lambda row: AfspraakRow(presenter, row))
        self.sections: RowStack[Vak] = RowStack(lambda vak: vak.onderdeel, lambda vak: VakCard(presenter, vak), Space.M)
        self.versions, self.agreeing = VersieCard(presenter), AkkoordCard(presenter)
        self.versions.reading.connect(self.reading)
        self.stuck, self.beside = DoorbraakCard(presenter), AnderePlannenCard(presenter)
        self.page = Page(stack(SideBySide(self._left(), self._right(), _SIDE_BY_SIDE, Size.ASIDE)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        for keys, places in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda places=places: self._move(places))

    def _left(self) -> QWidget:
        self.add_button = secondary(_("Doel toevoegen"), self.add_goal, "plus")
        self.add_button.setObjectName("doel/add")
        self._head = Card(_("Waar werken we aan?"), self.add_button, bare=True)
        self.first_button = primary(_("Doel toevoegen"), self.add_goal, "plus")
        self.empty = Card().add(
            EmptyState(
                _("Nog geen doelen"),
                _("Een doel is wat het gezin wil bereiken, in hun eigen woorden. Daarna spreekt u af wie wat doet."),
                self.first_button,
                "target",
            )
        )
        self.other_button = link(_("Afspraak toevoegen"), self.add_afspraak, "plus")
        self.other_button.setObjectName("andere/add")
        self.other_card = Card(_("Andere afspraken"), self.other_button)
        self.other_empty = muted(_("Afspraken die niet bij een doel horen, zoals een papier halen of iemand bellen."))
        self.other_card.add(self.other_empty, self.others)
        self.stopped_fold = Fold("", self.stopped)
        self.stopped_fold.button.setObjectName("gestopt/fold")
        return _column(self._head, self.empty, self.goals, self.other_card, self.stopped_fold)

    def _right(self) -> QWidget:
        return _column(
            *(self.versions, self.agreeing, self.sections, self._more_sections()), *(self.beside, self.stuck)
        )

    def _more_sections(self) -> QWidget:
        """The way to a section that this plan does not use yet."""
        self._verder: tuple[Onderdeel, ...] = ()
        self.more = link(_("Ander onderdeel toevoegen\N{HORIZONTAL ELLIPSIS}"), self._choose_section, "plus")
        self.more.setObjectName("onderdeel/more")
        holder = QWidget()
        holder.setLayout(stack(Flow(self.more), end=False))
        return holder

    def show_state(self, state: FamilyState) -> None:
        """Show this state; another family begins at the top."""
        shown = plan_tab(state.seen)
        with kept(self.page):
            self._show(shown)
            self.stuck.show_family(state.seen)
            self.versions.show_state(state)
            self.agreeing.show_family(state.seen)
            self.beside.show_family(state.seen)
        root = state.family.dossier.id
        if root != self._root:
            self._root = root
            self.stopped_fold.open(False)
            self.page.verticalScrollBar().setValue(0)

    def _show(self, shown: PlanTab) -> None:
        self.empty.setVisible(not shown.doelen)
        self._head.setVisible(bool(shown.doelen))
        self.goals.show_rows(shown.doelen)
        self.others.show_rows(shown.andere)
        self.other_empty.setVisible(not shown.andere)
        self.stopped.show_rows(shown.gestopt)
        self.stopped_fold.setVisible(bool(shown.gestopt))
        number = len(shown.gestopt)
        self.stopped_fold.name(ngettext("{n} gestopt doel", "{n} gestopte doelen", number).format(n=number))
        self.sections.show_rows(shown.vakken)
        self._verder = shown.verder
        self.more.setVisible(bool(shown.verder))

    # ------------------------------------------------------------ what can be done

    def add_goal(self) -> None:
        """Ask for a goal in somebody's own words."""
        open_form(self.page, self._presenter, plan_forms.doel_form)

    def add_afspraak(self) -> None:
        """Agree something that belongs to no goal."""
        open_form(self.page, self._presenter, lambda family: plan_forms.actie_form(family, None))

    def _choose_section(self) -> None:
        pop_up(self.more, *((word(each), partial(self._add_to, each)) for each in self._verder))

    def _add_to(self, onderdeel: Onderdeel) -> None:
        open_form(self.page, self._presenter, lambda family: plan_forms.tekst_form(family, onderdeel))

    def _move(self, places: int) -> None:
        """Move the goal in which the keyboard is."""
        focused: QWidget | None = self.window().focusWidget()
        while focused is not None and not isinstance(focused, DoelCard):
            focused = focused.parentWidget()
        if focused is not None:
            focused.move_by(places)
            self.page.ensureWidgetVisible(focused)


def _id(row: Any) -> UUID:
    found: UUID = row.id
    return found


def _column(*parts: Any) -> QWidget:
    column = QWidget()
    column.setLayout(stack(*parts, gap=Space.M))
    return column
