"""The page of one family: its name, its one regisseur, the tabs, undo and redo, and the way to the paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gezinsplan.domain import regie
from gezinsplan.domain.betrokken import regisseur_on
from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.namen import full_name
from gezinsplan.presenters.contact import contact_form
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.veilig_kaart import is_used
from gezinsplan.services.paper import Blad
from gezinsplan.texts import _
from gezinsplan.texts.words import word
from gezinsplan.ui.buttons import icon_button, primary, secondary
from gezinsplan.ui.frame import PageHeader, TabRow
from gezinsplan.ui.gesprekken_tab import GesprekkenTab
from gezinsplan.ui.gezin_tab import GezinTabView
from gezinsplan.ui.helpt_tab import HelptTab
from gezinsplan.ui.labels import Chip, Elided, muted
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.overzicht_tab import OverzichtTab
from gezinsplan.ui.plan_tab import PlanTabView
from gezinsplan.ui.regie_dialog import choose_regisseur
from gezinsplan.ui.tijdlijn_tab import TijdlijnTab
from gezinsplan.ui.tokens import Size, Tone
from gezinsplan.ui.veiligheid_tab import VeiligheidTab
from gezinsplan.ui.wie_komen_view import WieKomenView

HELPT, PLAN, GESPREKKEN, VEILIGHEID = 2, 3, 4, 5


class FamilyPage(QWidget):
    """One family; the tabs only show its state and ask the presenter."""

    printing = Signal(Blad)
    reading = Signal(object)
    """A version of the plan, to be seen as its pages."""
    renewing = Signal(object)
    """Backups that must hold a destroyed family no more."""

    def __init__(
        self, presenter: FamilyPresenter, back: Callable[[], object], print_plan: Callable[[], object]
    ) -> None:
        """`back` goes to Mijn gezinnen, `print_plan` to the paper of this family."""
        super().__init__()
        self.presenter = presenter
        self._back = back
        self._state: FamilyState | None = None
        self.undo = icon_button("undo-2", _("Ongedaan maken"), presenter.undo)
        self.redo = icon_button("redo-2", _("Opnieuw doen"), presenter.redo)
        self.regisseur = Elided("", "strong")
        self.vacant = Chip(_("geen regisseur"), Tone.RED, "circle-alert")
        self.change = secondary(_("Wijzigen…"), self.choose_regisseur)
        self.change.setAccessibleName(_("Regisseur wijzigen"))
        self.paper = primary(_("Plan afdrukken"), print_plan, "printer")
        self.paper.setToolTip(_("Plan afdrukken (Ctrl+P)"))
        self.regisseur.setMaximumWidth(Size.NAME)
        self.header = PageHeader(
            self.undo, self.redo, muted(_("Regisseur")), self.regisseur, self.vacant, self.change, self.paper
        )
        self._build_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.tabs):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        undo, redo = presenter.undo, presenter.redo
        for keys, action in (
            ("Ctrl+Z", undo),
            ("Ctrl+Shift+Z", redo),
            ("Ctrl+Y", redo),
            ("Ctrl+P", print_plan),
            ("Ctrl+J", self.write_contact),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _build_tabs(self) -> None:
        names = (_("Overzicht"), _("Gezin en netwerk"), _("Wie helpt"), _("Plan"), _("Gesprekken"))
        self.tabs = TabRow(*names, _("Veiligheid"), _("Tijdlijn"))
        self.pages = QStackedWidget()
        overview = OverzichtTab(self.presenter)
        overview.to_plan.connect(lambda: self.tabs.bar.setCurrentIndex(PLAN))
        overview.to_safety.connect(self._show_safety)
        overview.gone.connect(self._back)
        overview.renewing.connect(self.renewing)
        helps = HelptTab(self.presenter)
        helps.entry.connect(self.show_entry)
        helps.printing.connect(self.printing)
        self.entry = WieKomenView(self.presenter)
        self.entry.done.connect(self._end_entry)
        self._entering = False
        family, plan, safety = GezinTabView(self.presenter), PlanTabView(self.presenter), VeiligheidTab(self.presenter)
        plan.reading.connect(self.reading)
        family.printing.connect(self.printing)
        talks = GesprekkenTab(self.presenter)
        talks.printing.connect(self.printing)
        self.views = (overview, family, helps, plan, talks, safety, TijdlijnTab(self.presenter))
        for view in (*self.views, self.entry):
            self.pages.addWidget(view)
        self.tabs.chosen.connect(lambda _index: self._end_entry())
        self.tabs.bar.tabBarClicked.connect(lambda _index: self._end_entry())

    def show_state(self, state: FamilyState) -> None:
        """Show the family; only the tab in sight is drawn, the others when they are chosen."""
        another = self._state is not None and self._state.family.dossier.id != state.family.dossier.id
        self._entering = self._entering and not another
        self._state = state
        gezin = state.seen.dossier.gezin
        self.header.show_title(gezin.naam, (_("Mijn gezinnen"), self._back))
        self.header.show_chip(word(gezin.fase), Tone.NEUTRAL if gezin.fase is CasusFase.GESLOTEN else Tone.ACCENT)
        self._show_regisseur(state)
        for button, verb, name, keys in (
            (self.undo, _("Ongedaan maken"), state.undo, "Ctrl+Z"),
            (self.redo, _("Opnieuw doen"), state.redo, "Ctrl+Shift+Z"),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(f"{verb}: {name} ({keys})" if name else verb)
        self._show_tab(self.tabs.bar.currentIndex())

    def choose_regisseur(self) -> None:
        """Ask who becomes regisseur, and why."""
        choose_regisseur(self, self.presenter)

    def write_contact(self) -> None:
        """Write down who was spoken, from anywhere in a family."""
        open_form(self, self.presenter, contact_form)

    def show_entry(self) -> None:
        """Ask who come, one line per person, in the place of the tab Wie helpt."""
        self.tabs.bar.setCurrentIndex(HELPT)
        self._entering = True
        self._show_tab(HELPT)
        self.entry.setFocus()

    def _show_safety(self) -> None:
        """The tab is there once there is anything about safety, or somebody asks for it (product.md 7)."""
        self.tabs.bar.setTabVisible(VEILIGHEID, True)
        self.tabs.bar.setCurrentIndex(VEILIGHEID)

    def _end_entry(self) -> None:
        if self._entering:
            self.entry.leave()
            self._entering = False
        self._show_tab(self.tabs.bar.currentIndex())

    def _show_regisseur(self, state: FamilyState) -> None:
        seen = state.seen
        term = regie.term_on(seen.dossier, seen.op)
        closed = seen.dossier.gezin.afsluiting is not None and term is None
        name = full_name(seen.dossier, seen.team.kaart, regisseur_on(seen.dossier, seen.op))
        self.regisseur.say(_("afgesloten") if closed else name)
        self.regisseur.setVisible(bool(name) or closed)
        self.vacant.setVisible(not name and not closed)
        self.change.setText(_("Wijzigen…") if name else _("Kiezen…"))
        self.change.setVisible(not closed)

    def _show_tab(self, index: int) -> None:
        view = self.entry if self._entering else self.views[index]
        if self._state is not None:
            in_use = index == VEILIGHEID or is_used(self._state.family.dossier)
            self.tabs.bar.setTabVisible(VEILIGHEID, in_use)
            view.show_state(self._state)
        self.pages.setCurrentWidget(view)
