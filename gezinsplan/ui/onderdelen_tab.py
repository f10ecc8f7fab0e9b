"""Onderdelen: parts of the program that are off until somebody wants them (product.md 7)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.settings import SettingsPresenter
from gezinsplan.texts import _
from gezinsplan.ui import messages, theme
from gezinsplan.ui.cards import Card, Page, clear, stack
from gezinsplan.ui.inputs import Check
from gezinsplan.ui.labels import muted
from gezinsplan.ui.tokens import Size


class OnderdelenTab(QWidget):
    """A box to tick per part; `switched` tells that one went on or off."""

    switched = Signal()

    def __init__(self, presenter: SettingsPresenter) -> None:
        """Ask for nothing yet; `show_settings` ticks the boxes."""
        super().__init__()
        self._presenter = presenter
        self.cijfers = Check(_("Cijfers tonen in het menu"))
        self.cijfers.clicked.connect(lambda on: self._switch("cijfers", on))
        self._said = QVBoxLayout()
        what = _(
            "Hoeveel hulpverleners er bij het begin waren en nu zijn, over al uw gezinnen samen en zonder namen. "
            "Wat over minder dan vijf gezinnen gaat, wordt niet getoond."
        )
        cards = QWidget()
        cards.setLayout(stack(self._said, Card(_("Cijfers")).add(muted(what), self.cijfers)))
        cards.setMaximumWidth(theme.scaled(Size.READING))
        content = QHBoxLayout()
        content.addWidget(cards, 1)
        content.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Page(content))

    def show_settings(self) -> None:
        """Show what is on now."""
        self.cijfers.setChecked(self._presenter.is_on("cijfers"))

    def _switch(self, key: str, on: bool) -> None:
        clear(self._said)
        try:
            self._presenter.switch(key, on)
        except Refused as refused:
            self._said.addWidget(messages.banner(refused))
        self.show_settings()
        self.switched.emit()
