"""The part of the walk from fifteen to two: who come, the talk, the line, who does what, the sociale kaart."""

from typing import TYPE_CHECKING

from gezinsplan.presenters.bespreken import Gevolg
from gezinsplan.ui.around import CIJFERS, KAART, VANDAAG
from gezinsplan.ui.helpt_tab import HelptTab
from gezinsplan.ui.questions import QuestionsDialog

if TYPE_CHECKING:
    from tests.walk import Walk

FIFTEEN, FAMILY = "G-2026-012", "G-2025-014"
HELPT, GESPREKKEN, VEILIGHEID, TIJDLIJN = 2, 4, 5, 6


def from_fifteen(walk: "Walk") -> None:
    """The family that fifteen people come to: everything that the tab Wie helpt opens."""
    walk.desk.show_families()
    walk.settle()
    walk.open_family(FIFTEEN)
    walk.tab(HELPT)
    walk.picture("40-vijftien")
    tab = walk.desk.family_page.views[HELPT]
    if not isinstance(tab, HelptTab):
        raise LookupError("no tab Wie helpt")
    walk.press("Wie komen er allemaal?", tab)
    walk.picture("41-wie-komen-er-allemaal")
    walk.press("Klaar")
    walk.press("Wie telt mee?", tab)
    walk.picture("42-wie-telt-mee")
    walk.press("Sluiten")
    walk.press("Alle stappen", tab)
    walk.picture("43-alle-stappen")
    walk.press("Sluiten")
    walk.press("Wie doet wat?", tab)
    walk.picture("44-wie-doet-wat")
    walk.press("Sluiten")
    _talk(walk, tab)


def _talk(walk: "Walk", tab: HelptTab) -> None:
    tab.who.table.choose(tab.who.rows.row(2))
    walk.press("Bespreken\N{HORIZONTAL ELLIPSIS}", tab)
    dialog = walk.dialog()
    if not isinstance(dialog, QuestionsDialog):
        raise LookupError("nobody is talked about")
    dialog.answers["gevolg"].put(Gevolg.AFRONDEN)
    dialog.answers["gevolg"].left.emit()
    walk.picture("45-bespreken")
    walk.press("Annuleren")


def talks(walk: "Walk") -> None:
    """Talks and contact, what was decided, and everything that has a day."""
    walk.desk.show_families()
    walk.settle()
    walk.open_family(FAMILY)
    walk.tab(GESPREKKEN)
    walk.picture("48-gesprekken")
    walk.desk.family_page.write_contact()
    walk.picture("49-contact")
    walk.press("Annuleren")
    walk.press("Na het gesprek\N{HORIZONTAL ELLIPSIS}")
    walk.picture("50-na-het-gesprek")
    walk.press("Sluiten")
    walk.tab(VEILIGHEID)
    walk.picture("51-veiligheid")
    walk.tab(TIJDLIJN)
    walk.picture("52-tijdlijn")


def around(walk: "Walk") -> None:
    """The pages that are about no one family."""
    walk.desk.show_around(VANDAAG)
    walk.settle()
    walk.picture("05-vandaag")
    for number, (key, name) in enumerate(((KAART, "sociale-kaart"), (CIJFERS, "cijfers")), 46):
        walk.desk.show_around(key)
        walk.settle()
        walk.picture(f"{number}-{name}")
