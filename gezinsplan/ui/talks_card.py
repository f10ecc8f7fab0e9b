"""The card with the talks of a family: the next one, and those that were."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import get
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.gesprekken import GesprekRij
from gezinsplan.presenters.overleg_form import overleg_form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.afspraak_row import chips
from gezinsplan.ui.buttons import link, secondary
from gezinsplan.ui.cards import Card, clear, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Words, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.plan_aside import with_pencil
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space


class TalksCard(Card):
    """The next talk, and those that were; `asked_after` asks what became of one, by its id."""

    asked_after = Signal(object)

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until talks are shown."""
        super().__init__(_("We kijken samen terug"))
        self._presenter = presenter
        self.body.setSpacing(Space.XS)
        self.plan_button = secondary(_("Gesprek plannen"), self._plan, "calendar")
        self.plan_button.setObjectName("gesprek/plan")
        self._next = stack(gap=0, end=False)
        self._past = stack(gap=0, end=False)
        self.past = Fold("", self._past)
        self.past.button.setObjectName("gesprek/past")
        self._shown: tuple[object, object] | None = None
        self.add(self._next, Flow(self.plan_button), self.past)

    def show_talks(self, coming: tuple[GesprekRij, ...], past: tuple[GesprekRij, ...]) -> None:
        """Show these talks."""
        if self._shown == (coming, past):
            return
        self._shown = coming, past
        clear(self._next)
        clear(self._past)
        for at, talk in enumerate(coming):
            self._next.addWidget(self._row(talk, first=at == 0))
            if at == 0:
                self._next.addLayout(Flow(self._after(talk)))
        if not coming:
            self._next.addWidget(muted(_("Er is nog geen volgend gesprek. Spreek samen af wanneer u terugkijkt.")))
        for talk in past:
            self._past.addWidget(self._row(talk))
            self._past.addLayout(Flow(self._after(talk)))
        self.past.setVisible(bool(past))
        self.past.name(ngettext("{n} eerder gesprek", "{n} eerdere gesprekken", len(past)).format(n=len(past)))

    def _row(self, talk: GesprekRij, *, first: bool = False) -> OpenRow:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(talk.wanneer) if first else Words(talk.wanneer))
        for line in (talk.plaats, talk.wie):
            if line:
                words.addWidget(small(line))
        if talk.merken:
            words.addLayout(Flow(*chips(talk.merken), gap=Space.S))
        if talk.apart:
            words.addWidget(Words(talk.apart, "error"))
        row = OpenRow(
            with_pencil(words),
            ", ".join(part for part in (talk.wanneer, talk.plaats, talk.wie, talk.apart) if part),
            lambda: self._edit(talk),
        )
        row.setObjectName(f"{talk.id}/open")
        return row

    def _after(self, talk: GesprekRij) -> QPushButton:
        """Who was there and what was decided; of the first that comes it can be asked during the talk."""
        made = link(_("Na het gesprek\N{HORIZONTAL ELLIPSIS}"), lambda: self.asked_after.emit(talk.id))
        made.setAccessibleName(_("Na het gesprek van {date}").format(date=talk.wanneer))
        made.setObjectName(f"{talk.id}/after")
        return made

    def _plan(self) -> None:
        open_form(self, self._presenter, overleg_form)

    def _edit(self, talk: GesprekRij) -> None:
        open_talk(self, self._presenter, talk.id)


def open_talk(parent: QWidget, presenter: FamilyPresenter, talk: UUID) -> None:
    """Open the form about a talk."""

    def make(family: Family) -> Form:
        return overleg_form(family, get(family.dossier, Overleg, talk))

    open_form(parent, presenter, make, removable=talk)
