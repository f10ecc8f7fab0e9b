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
        self._said = QVBoxLayout()
        self.boxes: dict[str, Check] = {}
        numbers = self._card(
            "cijfers",
            _("Cijfers"),
            _("Cijfers tonen in het menu"),
            _(
                "Hoeveel hulpverleners er bij het begin waren en nu zijn, over al uw gezinnen samen en zonder namen. "
                "Wat over minder dan vijf gezinnen gaat, wordt niet getoond."
            ),
        )
        stuck = self._card(
            "doorbraken",
            _("Doorbraken"),
            _("Wat er vastzit tonen in het plan"),
            _("Een regel of geld die een gezin tegenhoudt, aan wie een besluit is gevraagd, en wat er is besloten."),
        )
        plans = self._card(
            "andere_plannen",
            _("Andere plannen"),
            _("Plannen van anderen tonen in het plan"),
            _("Van wie, voor wie en tot wanneer, zoals een behandelplan of een plan van school. Niet wat erin staat."),
        )
        cards = QWidget()
        cards.setLayout(stack(self._said, numbers, stuck, plans))
        cards.setMaximumWidth(theme.scaled(Size.READING))
        content = QHBoxLayout()
        content.addWidget(cards, 1)
        content.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Page(content))

    def _card(self, key: str, title: str, label: str, what: str) -> Card:
        box = Check(label)
        box.clicked.connect(lambda on: self._switch(key, on))
        self.boxes[key] = box
        return Card(title).add(muted(what), box)

    def show_settings(self) -> None:
        """Show what is on now."""
        for key, box in self.boxes.items():
            box.setChecked(self._presenter.is_on(key))

    def _switch(self, key: str, on: bool) -> None:
        clear(self._said)
        try:
            self._presenter.switch(key, on)
        except Refused as refused:
            self._said.addWidget(messages.banner(refused))
        self.show_settings()
        self.switched.emit()
