"""The card "Klaar?": who was to help for a while and whose day has come, with the three answers (product.md 4)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.values import find
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.klaar import KlaarRij, blijft_form, klaar_rijen, langer_form
from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.einde_dialog import EindeDialog
from gezinsplan.ui.form_frame import page_of
from gezinsplan.ui.labels import Glyph, Line, Words, strong
from gezinsplan.ui.open_form import open_form, when_seen
from gezinsplan.ui.tokens import Size, Space


class KlaarCard(Card):
    """Hidden while nobody's day has come."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        super().__init__(_("Klaar?"))
        self.setProperty("tone", "amber")
        self._presenter = presenter
        self._shown: tuple[KlaarRij, ...] = ()
        self.hide()

    def show_state(self, state: FamilyState) -> None:
        """Ask about these helpers, the longest ago first."""
        rows = klaar_rijen(state.seen)
        if rows != self._shown:
            self._shown = rows
            self.clear()
            for number, each in enumerate(rows):
                self.add(*((Line(),) if number else ()), self._row(each))
        self.setVisible(bool(rows))

    def _row(self, rij: KlaarRij) -> QWidget:
        who = rij.betrokkenheid
        done = secondary(_("Ja, klaar…"), partial(self._done, who))
        longer = secondary(
            _("Nog even…"), lambda: open_form(self, self._presenter, lambda family: langer_form(family, who))
        )
        stays = secondary(
            _("Blijft…"), lambda: open_form(self, self._presenter, lambda family: blijft_form(family, who))
        )
        for name, button in (("done", done), ("longer", longer), ("stays", stays)):
            button.setObjectName(f"klaar/{name}/{who}")
            button.setAccessibleName(f"{button.text()} {rij.tekst}")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(Glyph("hourglass", "amber", Size.ICON + Space.XS), 0, Qt.AlignmentFlag.AlignTop)
        words = (strong(rij.tekst), *((Words(rij.onder),) if rij.onder else ()))
        row.addLayout(stack(*words, gap=0), 1)
        for button in (done, longer, stays):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _done(self, who: UUID) -> None:
        page = page_of(self)
        when_seen(
            page,
            self._presenter,
            lambda family: find(family.dossier, Betrokkenheid, who),
            lambda: EindeDialog(page, self._presenter, who).open(),
        )
