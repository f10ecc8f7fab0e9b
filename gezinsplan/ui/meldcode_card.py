"""The card of the meldcode: what was weighed per step, for the file alone; hidden until it is begun."""

from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.meldcode import DeelRij, MeldcodeKaart, meldcode_kaart, stap_form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card
from gezinsplan.ui.labels import Words, small, strong
from gezinsplan.ui.open_form import open_form


class MeldcodeCard(Card):
    """Only reads back what was written down; `begin` asks for a step."""

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Show nothing until there is a family."""
        self.add_button = link(_("Stap vastleggen"), self.begin, "plus")
        self.add_button.setObjectName("meldcode/add")
        super().__init__(_("Meldcode"), self.add_button)
        self._presenter = presenter
        self._shown: MeldcodeKaart | None = None
        self.hide()

    def show_family(self, family: Family) -> None:
        """Show what was written down, as it may be seen."""
        shown = meldcode_kaart(family)
        self.setVisible(bool(shown.delen))
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        running = _("De meldcode loopt.") if shown.loopt else _("De meldcode is afgesloten.")
        self.add(small(running), *(part for deel in shown.delen for part in _part(deel)))

    def begin(self) -> None:
        """Ask for a step."""
        open_form(self, self._presenter, stap_form)


def _part(deel: DeelRij) -> list[Words]:
    return [strong(deel.vraag), *(part for each in deel.stappen for part in (Words(each.wat), small(each.onder)))]
