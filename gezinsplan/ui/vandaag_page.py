"""The page Vandaag: what all families ask for now, by when it is due; each line opens the right place."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.vandaag import PuntSoort
from gezinsplan.presenters.contact import contact_form
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.vandaag import Groep, Regel, VandaagPresenter, VandaagState
from gezinsplan.presenters.versie_forms import akkoord_form
from gezinsplan.texts import _
from gezinsplan.ui.afspraak_row import open_afspraak
from gezinsplan.ui.cards import Card, EmptyState, Page, stack
from gezinsplan.ui.frame import PageHeader
from gezinsplan.ui.labels import Chip, Words, muted, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.rows import OpenRow, kept
from gezinsplan.ui.tokens import Space, Tone

OVERZICHT, GEZIN, HELPT, PLAN, GESPREKKEN, VEILIGHEID = range(6)
_TABS = {
    PuntSoort.GAT: HELPT,
    PuntSoort.ACTIE: PLAN,
    PuntSoort.NAVRAGEN: PLAN,
    PuntSoort.VRAGEN: PLAN,
    PuntSoort.KLAAR: HELPT,
    PuntSoort.BESCHIKKING: HELPT,
    PuntSoort.VEILIGHEID: VEILIGHEID,
    PuntSoort.CONTACT: GESPREKKEN,
    PuntSoort.DOORBRAAK: PLAN,
    PuntSoort.GEKREGEN: PLAN,
    PuntSoort.REACTIE: PLAN,
    PuntSoort.AKKOORD: PLAN,
    PuntSoort.BEVESTIGEN: PLAN,
    PuntSoort.ANTWOORD: OVERZICHT,
    PuntSoort.TUSSENTIJD: OVERZICHT,
    PuntSoort.ANDER_PLAN: PLAN,
    PuntSoort.GEZAG: GEZIN,
    PuntSoort.VERJAARDAG: GEZIN,
}
_FORMS = frozenset(
    {PuntSoort.GEKREGEN, PuntSoort.REACTIE, PuntSoort.ANTWOORD, PuntSoort.TUSSENTIJD, PuntSoort.ANDER_PLAN}
)
_ACTIES = frozenset({PuntSoort.ACTIE, PuntSoort.NAVRAGEN, PuntSoort.VRAGEN})

Go = Callable[[UUID, int, Reopen | None], object]


class VandaagPage(QWidget):
    """`go` opens a family at a tab, with the form of what a line is about if it has one."""

    def __init__(self, presenter: VandaagPresenter, go: Go) -> None:
        """Ask for nothing yet; `show_state` fills the page."""
        super().__init__()
        self.presenter = presenter
        self._go = go
        self._shown: VandaagState | None = None
        self.header = PageHeader()
        self.header.show_title(_("Vandaag"))
        self._groups = stack(gap=Space.L, end=False)
        self.page = Page(stack(self._groups))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.page, 1)

    def show_state(self, state: VandaagState) -> None:
        """Show these lines; where nothing changed the page stays as it is."""
        if state == self._shown:
            return
        self._shown = state
        with kept(self.page):
            while (item := self._groups.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.setParent(None)
                    old.deleteLater()
            for group in state.groepen:
                self._groups.addWidget(self._group(group))
            if not state.groepen:
                text = _(
                    "Wat te laat is, wat vandaag moet en wat binnenkort komt, staat hier. Over al uw gezinnen samen."
                )
                self._groups.addWidget(Card().add(EmptyState(_("Vandaag vraagt niets om u"), text, glyph="calendar")))

    def _group(self, group: Groep) -> Card:
        card = Card(f"{group.titel}: {len(group.regels)}")
        card.body.setSpacing(0)
        return card.add(*map(self._row, group.regels))

    def _row(self, regel: Regel) -> OpenRow:
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        chip = QVBoxLayout()
        chip.addWidget(Chip(regel.woord, Tone.RED if regel.rood else Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(chip, 2)
        line.addWidget(strong(regel.wat), 8, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(muted(regel.wie), 5, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Words(regel.naam), 4, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(muted(regel.wanneer), 3, Qt.AlignmentFlag.AlignVCenter)
        parts = (regel.woord, regel.wat, regel.wie, regel.naam, regel.wanneer)
        made = OpenRow(line, ", ".join(part for part in parts if part), partial(self._open, regel))
        made.setObjectName(f"{regel.onderdelen[0]}/{regel.soort}/open")
        return made

    def _open(self, regel: Regel) -> None:
        self._go(regel.gezin, _TABS[regel.soort], _reopen(regel.soort, regel.onderdelen))


def _reopen(soort: PuntSoort, parts: tuple[UUID, ...]) -> Reopen | None:
    """The form in which a line can be done or moved."""
    if soort in _ACTIES:
        return lambda page: open_afspraak(page, page.presenter, parts[0])
    if soort is PuntSoort.CONTACT:
        return lambda page: open_form(page, page.presenter, lambda family: contact_form(family, met=parts))
    if soort in (PuntSoort.AKKOORD, PuntSoort.BEVESTIGEN):
        return lambda page: open_form(page, page.presenter, lambda family: akkoord_form(family, *parts[:2]))
    if soort in _FORMS:
        return lambda page: open_form(page, page.presenter, lambda family: onderdeel_form(family, parts[0]))
    return None
