"""The card of the one regisseur: who, why and since when, and behind a fold all there were."""

from uuid import UUID

from gezinsplan.domain.dossier import Regisseurschap
from gezinsplan.domain.values import get
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.overzicht import RegieKaart
from gezinsplan.presenters.regie_forms import TermijnRij, term_form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link, primary
from gezinsplan.ui.cards import Card, Facts, clear, stack
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Chip, Words, muted, small, strong
from gezinsplan.ui.open_form import open_form
from gezinsplan.ui.plan_aside import with_pencil
from gezinsplan.ui.regie_dialog import choose_regisseur
from gezinsplan.ui.rows import Fold, OpenRow
from gezinsplan.ui.tokens import Space, Tone


class RegieCard(Card):
    """A vacancy is red, with its reason and since when (product.md rule 1)."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty until there is a family."""
        super().__init__(_("Regisseur"))
        self._presenter = presenter
        self._shown: RegieKaart | None = None
        self._now, self._line = stack(gap=Space.S, end=False), stack(gap=0, end=False)
        self.line = Fold("", self._line)
        self.line.button.setObjectName("regie/line")
        self.add(self._now, self.line)

    def show_regie(self, regie: RegieKaart) -> None:
        """Show this; what has not changed stays as it is."""
        if regie == self._shown:
            return
        self._shown = regie
        clear(self._now)
        clear(self._line)
        self._show_now(regie)
        for each in regie.lijn:
            self._line.addWidget(self._row(each))
        self.line.name(_("Alle regisseurs ({n})").format(n=len(regie.lijn)))
        self.line.setVisible(len(regie.lijn) > 1)

    def _show_now(self, regie: RegieKaart) -> None:
        if regie.naam:
            for words in (strong(regie.naam), muted(regie.onder)):
                self._now.addWidget(words)
        elif regie.open:
            step = primary(_("Regisseur kiezen\N{HORIZONTAL ELLIPSIS}"), self._choose)
            step.setObjectName("regie/choose")
            self._now.addLayout(Flow(Chip(_("geen regisseur"), Tone.RED, "circle-alert")))
            self._now.addWidget(Words(regie.open))
            self._now.addLayout(Flow(step))
        self._now.addWidget(Facts(*regie.feiten))
        term = regie.term
        if term is not None:
            more = link(_("Meer over de regisseur\N{HORIZONTAL ELLIPSIS}"), lambda: self._open(term))
            more.setObjectName("regie/more")
            self._now.addLayout(Flow(more))

    def _row(self, term: TermijnRij) -> OpenRow:
        words = stack(Words(term.kop), *([small(term.onder)] if term.onder else []), gap=0, end=False)
        row = OpenRow(
            with_pencil(words), ", ".join(part for part in (term.kop, term.onder) if part), lambda: self._open(term.id)
        )
        row.setObjectName(f"{term.id}/open")
        return row

    def _choose(self) -> None:
        choose_regisseur(self, self._presenter)

    def _open(self, term: UUID) -> None:
        def make(family: Family) -> Form:
            return term_form(family, get(family.dossier, Regisseurschap, term))

        open_form(self, self._presenter, make)
