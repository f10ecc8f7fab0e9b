"""The card with the falling line, and the list of who counts behind its number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gezinsplan.presenters.wie_helpt import Lijn, Mens, WieHelpt, WieTeltMee, iedereen
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.buttons import link
from gezinsplan.ui.cards import Card, Page, stack
from gezinsplan.ui.chart import LineChart, Point, Series
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Words, heading, muted, small
from gezinsplan.ui.show_dialog import ShowDialog
from gezinsplan.ui.tokens import Space


class LineCard(Card):
    """The falling line with its numbers, and the way to the list behind them."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        self.counting, self.steps = link(_("Wie telt mee?")), link(_("Alle stappen"))
        super().__init__(_("Aantal hulpverleners"))
        self.chart = LineChart(Series(), "")
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.under = small()
        self.add(self.chart, self.under, Flow(self.counting, self.steps, gap=Space.L))

    def show_line(self, line: Lijn) -> None:
        """Draw this line."""
        self.title.setText(line.kop)
        self.title.setAccessibleName(line.kop)
        self.setAccessibleName(line.kop)
        agreed = _("samen afgesproken: {n}").format(n=line.streefaantal) if line.streefaantal is not None else ""
        points = tuple(Point(each.datum, each.aantal, not each.zeker) for each in line.punten)
        series = Series(points, line.tot, line.streefaantal, agreed, line.eerste_maand, line.laatste_maand)
        self.chart.show_series(series, line.tekst)
        self.under.setText(line.onder)


class CountingDialog(ShowDialog):
    """The list behind the number: who counts, and who does not and why."""

    def __init__(self, parent: QWidget, shown: WieHelpt) -> None:
        """Show the list of this moment."""
        super().__init__(parent, _("Wie telt mee?"), Page(_lists(shown.telt_mee)))


def _lists(people: WieTeltMee) -> QVBoxLayout:
    own = ngettext(
        "Daarnaast is er {n} mens uit familie, vrienden en buren.",
        "Daarnaast zijn er {n} mensen uit familie, vrienden en buren.",
        people.netwerk,
    ).format(n=people.netwerk)
    return stack(
        muted(_("Mee tellen beroepskrachten die nu echt met het gezin in contact zijn, en de regisseur.")),
        *_list(_("Telt mee: {n}").format(n=len(people.mee)), people.mee),
        *_list(_("Telt niet mee: {n}").format(n=len(people.niet)), people.niet),
        heading(_("Wat het gezin ervan merkt")),
        Words(iedereen(people)),
        *((Words(own),) if people.netwerk else ()),
        gap=Space.S,
    )


def _list(title: str, people: Sequence[Mens]) -> list[QWidget]:
    """A heading and a line per human being; nothing where there is nobody."""
    lines: list[QWidget] = []
    for each in people:
        name = Words(each.naam, "strong")
        under = small(" \N{MIDDLE DOT} ".join(part for part in (each.rol_woord, each.organisatie) if part))
        holder = QWidget()
        holder.setLayout(stack(name, under, gap=0, end=False))
        lines.append(holder)
    return [heading(title), *lines] if lines else []
