"""Beheer: how the program behaves on this computer; each field saves itself."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.backups import BackupsPresenter
from gezinsplan.presenters.kluis import KluisPresenter
from gezinsplan.presenters.settings import SettingsPresenter, spec_of
from gezinsplan.texts import _
from gezinsplan.ui import messages, theme
from gezinsplan.ui.answers import Answer, answer_for
from gezinsplan.ui.backups_tab import BackupsTab
from gezinsplan.ui.cards import Card, Page, stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.form_frame import REST_MILLISECONDS
from gezinsplan.ui.frame import PageHeader, SavedState, TabRow
from gezinsplan.ui.kluis_tab import KluisTab
from gezinsplan.ui.labels import muted
from gezinsplan.ui.logbook_page import LogPage
from gezinsplan.ui.onderdelen_tab import OnderdelenTab
from gezinsplan.ui.tokens import Size, Space

KLUIS, BACKUPS, LOG, SETTINGS, ONDERDELEN = range(5)


class BeheerPage(QWidget):
    """The tabs of Beheer, each a page of its own."""

    def __init__(
        self, kluis: KluisPresenter, backups: BackupsPresenter, log: LogPage, settings: SettingsPresenter
    ) -> None:
        """Build the tabs."""
        super().__init__()
        header = PageHeader()
        header.show_title(_("Beheer"))
        self.kluis = KluisTab(kluis)
        self.backups = BackupsTab(backups)
        self.log = log
        self.settings = SettingsTab(settings)
        self.onderdelen = OnderdelenTab(settings)
        self.tabs = TabRow(_("Kluis"), _("Reservekopieën"), _("Logboek"), _("Instellingen"), _("Onderdelen"))
        self.pages = QStackedWidget()
        for tab in (self.kluis, self.backups, self.log, self.settings, self.onderdelen):
            self.pages.addWidget(tab)
        self.tabs.chosen.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, self.tabs):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.tabs.bar)

    def go(self, tab: int) -> None:
        """Show a tab, as things are now."""
        if self.tabs.bar.currentIndex() == tab:
            self._chosen(tab)
        else:
            self.tabs.bar.setCurrentIndex(tab)

    def _chosen(self, tab: int) -> None:
        self.pages.setCurrentIndex(tab)
        loads = (
            self.kluis.presenter.load,
            self.backups.presenter.load,
            self.log.presenter.open,
            self.settings.show_settings,
            self.onderdelen.show_settings,
        )
        loads[tab]()


class SettingsTab(QWidget):
    """When the program locks by itself, and how long a copied text stays."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        """Ask for nothing yet; `show_settings` fills the fields."""
        super().__init__()
        self._presenter = presenter
        self.fields: dict[str, FormField] = {}
        self.answers: dict[str, Answer] = {}
        self.states: dict[str, SavedState] = {}
        self._there: dict[str, Any] = {}
        locking = self._card(
            _("Vergrendelen"),
            _(
                "Gezinsplan vergrendelt zichzelf als u een tijd niets doet. Dat gebeurt ook als het scherm op slot "
                "gaat, als de computer gaat slapen en als u de laptop dichtklapt. Zelf vergrendelt u met Ctrl+L. "
                "Wat u half getypt had, staat er na het ontgrendelen weer."
            ),
            "lock_after_minutes",
        )
        copying = self._card(
            _("Kopiëren"),
            _(
                "Wat u uit Gezinsplan kopieert, kunt u in een ander programma plakken. "
                "Daarna haalt Gezinsplan het weer weg, en ook als het vergrendelt."
            ),
            "clipboard_seconds",
        )
        here = self._card(
            _("Openen zonder wachtwoord"),
            _(
                "Hebt u dit aangezet bij Kluis, dan hoeft u na een getypt wachtwoord een tijd geen wachtwoord te typen "
                "op deze computer."
            ),
            "computer_hours",
            "passphrase_after_lock",
        )
        self._place(locking, here, copying)

    def _place(self, *parts: Card) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        cards = QWidget()
        cards.setLayout(stack(*parts))
        cards.setMaximumWidth(theme.scaled(Size.READING))
        content = QHBoxLayout()
        content.addWidget(cards, 1)
        content.addStretch()
        whole.addWidget(Page(content))

    def _card(self, title: str, text: str, *keys: str) -> Card:
        card = Card(title).add(muted(text))
        card.body.addSpacing(Space.S)
        return card.add(*(self._field(key) for key in keys))

    def _field(self, key: str) -> FormField:
        spec = spec_of(key)
        answer = answer_for(spec, None)
        if answer.label:
            answer.widget.setMaximumWidth(theme.scaled(Size.NUMBER))
        rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        rest.timeout.connect(lambda: self._save(key))
        answer.changed.connect(rest.start)
        answer.left.connect(lambda: self._save(key))
        self.answers[key], self.states[key] = answer, SavedState()
        field = FormField(answer.label or spec.label, _beside(answer.widget, self.states[key]), spec.help)
        if not answer.label:
            field.label.hide()  # a box to tick has its words beside it
        self.fields[key] = field
        return field

    def show_settings(self) -> None:
        """Show what is set now, and forget what was wrong."""
        self._there = self._presenter.answers()
        for key, answer in self.answers.items():
            answer.put(self._there[key])
            self.fields[key].set_error()
            self.states[key].clear()

    def _save(self, key: str) -> None:
        typed = self.answers[key].get()
        if typed == self._there[key] and not self.fields[key].error():
            return
        try:
            self._presenter.save(key, typed)
        except Refused as refused:
            self.fields[key].set_error(" ".join(messages.sentence(refused)).strip())
            self.states[key].unsaved()
        else:
            self._there[key] = typed
            self.fields[key].set_error()
            self.states[key].saved()


def _beside(field: QWidget, state: SavedState) -> QWidget:
    """A short field with the word behind it whether it is saved."""
    both = QWidget()
    both.setFocusProxy(field)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.M)
    row.addWidget(field)
    row.addWidget(state, 1)
    return both
