"""The ties of somebody around the family: which there are, and adding, changing or removing one."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from gezinsplan.domain.banden import Band
from gezinsplan.domain.values import get
from gezinsplan.presenters.banden_forms import band_form, banden_van, mensen_eromheen
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Option
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.answers import Pick
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.cards import Page, clear, stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Line, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.show_dialog import ShowDialog
from gezinsplan.ui.tokens import Size


class BandenDialog(ShowDialog):
    """What changes here is shown at once, also in the drawing behind it."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, deelnemer: UUID | None) -> None:
        """The ties of `deelnemer`, or of the first around the family while nobody is picked."""
        self._presenter = presenter
        people = mensen_eromheen(presenter.seen, deelnemer)
        self.who = Pick(people)
        self.who.put(deelnemer if deelnemer is not None else people[0].value)
        self.rows = stack(gap=0, end=False)
        self.new = secondary(_("Band toevoegen"), self._add)
        content = stack(FormField(_("Wie?"), self.who), self.rows, Flow(self.new))
        super().__init__(parent, _("Banden"), Page(content))
        self.resize(self.width(), min(self.height(), theme.scaled(Size.DIALOG)))
        self.who.currentIndexChanged.connect(lambda _place: self.renew())
        self.renew()

    def renew(self) -> None:
        """Show the ties as they are after a change."""
        clear(self.rows)
        ties = banden_van(self._presenter.seen, self.who.get())
        for number, tie in enumerate(ties):
            for part in (*((Line(),) if number else ()), self._row(tie)):
                self.rows.addWidget(part)
        if not ties:
            self.rows.addWidget(muted(_("Nog geen band. Vraag het gezin wat deze persoon voor hen betekent.")))

    def _row(self, tie: Option) -> OpenRow:
        words = stack(strong(tie.label), small(tie.detail), gap=0, end=False)
        made = OpenRow(words, f"{tie.label}, {tie.detail}", lambda: self._open(tie.value))
        made.setObjectName(f"band/{tie.value}")
        return made

    def _add(self) -> None:
        who: UUID = self.who.get()
        open_form(self, self._presenter, lambda family: band_form(family, who), closed=self.renew)

    def _open(self, band: UUID) -> None:
        who: UUID = self.who.get()
        open_form(
            self,
            self._presenter,
            lambda family: band_form(family, who, get(family.dossier, Band, band)),
            removable=band,
            closed=self.renew,
        )
