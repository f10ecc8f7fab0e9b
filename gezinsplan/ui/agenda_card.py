"""The card with what the next talk is about: points to add, change and take away."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gezinsplan.domain.overleg import Agendapunt
from gezinsplan.domain.values import get
from gezinsplan.presenters.agenda import AgendaKaart, PuntRij, VoorstelRij, accept, agenda_kaart, punt_form
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.part_form import remove
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import messages
from gezinsplan.ui.afspraak_row import chips
from gezinsplan.ui.buttons import icon_button, link
from gezinsplan.ui.cards import Card, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Words, muted
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space


class AgendaCard(Card):
    """Hidden while no talk is planned."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.add_button = link(_("Agendapunt toevoegen"), self._add_point, "plus")
        self.add_button.setObjectName("agenda/add")
        super().__init__(_("Op de agenda"), self.add_button)
        self.body.setSpacing(0)
        self._presenter = presenter
        self._shown: AgendaKaart | None = None
        self.hide()

    def show_state(self, state: FamilyState) -> None:
        """Show the agenda of the next talk of this family."""
        shown = agenda_kaart(state.seen)
        self.setVisible(shown is not None)
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        self.title.setText(_("Op de agenda van {date}").format(date=shown.wanneer))
        self.clear()
        for number, punt in enumerate(shown.punten, 1):
            self.add(self._row(number, punt))
        if not shown.punten:
            self.add(muted(_("Wat wilt u dan samen bespreken?")))
        if shown.voorstellen:
            proposals = stack(*map(self._proposal, shown.voorstellen), gap=0, end=False)
            count = len(shown.voorstellen)
            fold = Fold(ngettext("{n} voorstel", "{n} voorstellen", count).format(n=count), proposals)
            fold.button.setObjectName("agenda/proposals")
            self.add(fold)

    def _proposal(self, rij: VoorstelRij) -> QWidget:
        put = link(rij.wat, lambda: self._presenter.change(_("Op de agenda zetten"), accept(rij)), "plus")
        put.setToolTip(_("Op de agenda zetten"))
        put.setObjectName(f"{rij.onderdeel}/propose")
        holder = QWidget()
        holder.setLayout(stack(Flow(put), end=False))
        return holder

    def _row(self, number: int, punt: PuntRij) -> QWidget:
        words = QHBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(muted(f"{number}."))
        words.addWidget(Words(punt.wat), 1)
        if punt.merken:
            words.addLayout(Flow(*chips(punt.merken)))
        spoken = ", ".join((f"{number}", punt.wat, *(each.tekst for each in punt.merken)))
        opens = OpenRow(words, spoken, lambda: self._edit(punt.id))
        opens.setObjectName(f"{punt.id}/open")
        gone = icon_button("x", _("Van de agenda halen: {what}").format(what=punt.wat), lambda: self._remove(punt.id))
        gone.setToolTip(_("Van de agenda halen"))
        gone.setObjectName(f"{punt.id}/gone")
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(opens, 1)
        line.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    # ------------------------------------------------------------ what can be done

    def _add_point(self) -> None:
        open_form(self, self._presenter, punt_form)

    def _edit(self, punt: UUID) -> None:
        def make(family: Family) -> Form:
            return punt_form(family, get(family.dossier, Agendapunt, punt))

        open_form(self, self._presenter, make, removable=punt)

    def _remove(self, punt: UUID) -> None:
        """One step, which can be undone; so it is not asked first."""
        name = _("Van de agenda halen")
        self._presenter.change(name, remove(punt), failed=lambda refused: messages.tell(self, refused))
