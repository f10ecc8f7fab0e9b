"""The cards of Overzicht: in short, goals, the line, what comes next, the regisseur, the family, the facts."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from gezinsplan.presenters.overzicht import DoelKort, Komend, Lid, Overzicht
from gezinsplan.presenters.veilig_kaart import VeiligRegel
from gezinsplan.presenters.wie_helpt import Lijn
from gezinsplan.texts import _, ngettext
from gezinsplan.ui import theme
from gezinsplan.ui.afspraak_row import chips
from gezinsplan.ui.buttons import icon_button, link, secondary
from gezinsplan.ui.cards import Card, Facts, stack
from gezinsplan.ui.chart import LineChart, Point, Series
from gezinsplan.ui.doel_card import scores_line
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Line, Words, muted, strong
from gezinsplan.ui.rows import OpenRow
from gezinsplan.ui.tokens import Space, Text

Do = Callable[[], object]


def fill_short(card: Card, shown: Overzicht) -> None:
    """Who they are and how it goes, in sentences; and why it began."""
    card.add(Words(shown.kort, select=True))
    for quote in shown.aanleiding:
        card.add(muted(quote))


def fill_goals(card: Card, goals: tuple[DoelKort, ...], add: Do) -> None:
    """Each goal with what each speaker says now."""
    if not goals:
        step = secondary(_("Doel toevoegen"), add, "plus")
        step.setObjectName("doel/add")
        text = _("Wat het gezin wil bereiken, en hoe ver ze zijn volgens henzelf.")
        card.add(muted(text), Flow(step))
        return
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(1, 1)
    for row, goal in enumerate(goals):
        number = strong(str(goal.nummer))
        number.setFixedWidth(theme.scaled(Text.TITLE))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(goal.woorden))
        line = scores_line(goal.standen, was=False)
        line.setAccessibleName(", ".join(f"{each.naam} {each.nu}" for each in goal.standen) or line.text())
        words.addWidget(line)
        if goal.merken:
            words.addLayout(Flow(*chips(goal.merken)))
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, row, 1)
    card.add(grid)


def fill_line(card: Card, line: Lijn, helped: bool) -> None:
    """The number of helpers: at the beginning, now, and what was agreed."""
    if not helped:
        card.title.setText(_("Hulpverleners"))
        card.add(
            muted(_("Zet bij Wie helpt wie er allemaal komen. Dan ziet u hier het aantal van het begin en van nu."))
        )
        return
    card.title.setText(line.kop)
    if line.punten[0].datum == line.tot:
        card.add(muted(_("Vanaf vandaag laat een lijn hier zien hoe dit aantal verandert.")))
        return
    card.add(LineChart(series_of(line), line.tekst))


def series_of(line: Lijn) -> Series:
    """The line as the chart draws it."""
    agreed = _("samen afgesproken: {n}").format(n=line.streefaantal) if line.streefaantal is not None else ""
    return Series(
        points=tuple(Point(each.datum, each.aantal, not each.zeker) for each in line.punten),
        until=line.tot,
        target=line.streefaantal,
        target_text=agreed,
        first_text=line.eerste_maand,
        last_text=line.laatste_maand,
    )


def fill_coming(
    card: Card, rows: tuple[Komend, ...], more: int, open_row: Callable[[Komend], object], to_plan: Do
) -> None:
    """What comes next, what is late first."""
    if not rows:
        card.add(muted(_("Nog niets afgesproken. Wie wat doet en wanneer u samen terugkijkt, zet u in het plan.")))
        step = secondary(_("Naar het plan"), to_plan)
        step.setObjectName("plan/go")
        card.add(Flow(step))
        return
    lines = [part for row in rows for part in (_coming_row(row, open_row), Line())]
    card.add(stack(*lines, gap=0, end=False))
    if more:
        rest = link(ngettext("nog {n} in het plan", "nog {n} in het plan", more).format(n=more), to_plan)
        rest.setObjectName("plan/go")
        card.add(Flow(rest))


def _coming_row(row: Komend, open_row: Callable[[Komend], object]) -> OpenRow:
    line = QHBoxLayout()
    line.setSpacing(Space.M)
    when = QVBoxLayout()
    when.setSpacing(Space.HALF)
    when.addStretch(1)
    if row.wanneer:
        when.addWidget(Words(row.wanneer))
    if row.merken:
        when.addLayout(Flow(*chips(row.merken), gap=Space.XS))
    when.addStretch(1)
    line.addLayout(when, 4)
    line.addWidget(strong(row.wat) if row.gesprek else Words(row.wat), 7, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(muted(row.wie), 4, Qt.AlignmentFlag.AlignVCenter)
    parts = (*(each.tekst for each in row.merken), row.wanneer, row.wat, row.wie)
    made = OpenRow(line, ", ".join(part for part in parts if part), lambda: open_row(row))
    made.setObjectName(f"{row.id}/open")
    return made


def safety_card(show: Do) -> Card:
    """The card of safety, with the way to its tab."""
    more = link(_("Bekijken"), show)
    more.setObjectName("veilig/show")
    more.setAccessibleName(_("Veiligheid bekijken"))
    return Card(_("Veiligheid"), more)


def fill_safety(card: Card, line: VeiligRegel) -> None:
    """What was said of it, and when to look again."""
    if line.woorden:
        card.add(Flow(*chips(line.woorden)))
    card.add(muted(line.tekst))


def fill_family(card: Card, leden: tuple[Lid, ...], netwerk: str, add: Do) -> None:
    """How everybody is called, the name behind that, and the age."""
    if not leden:
        step = secondary(_("Gezinslid toevoegen"), add, "user-plus")
        step.setObjectName("lid/add")
        card.add(muted(_("Wie horen er bij dit gezin? Hun namen staan straks in het plan.")), Flow(step))
    for each in leden:
        age = f" ({escape(each.leeftijd)})" if each.leeftijd else ""
        name = f"{escape(each.roepnaam)} <b>{escape(each.naam)}</b>" if each.naam else f"<b>{escape(each.roepnaam)}</b>"
        card.add(Words(f"{name}{age}", rich=True))
    if netwerk:
        card.add(muted(_("Om het gezin heen: {names}").format(names=netwerk)))


def fill_facts(card: Card, feiten: tuple[tuple[str, str], ...], destroy: Do) -> None:
    """The facts, and at the foot the way to destroy the dossier."""
    gone = link(_("Dit gezin vernietigen…"), destroy, "trash-2")
    gone.setObjectName("gezin/destroy")
    card.add(Facts(*feiten), Flow(gone))


def facts_card(change: Do) -> Card:
    """The card of the facts, with the pencil that changes them."""
    pencil = icon_button("pencil", _("Gegevens van dit gezin wijzigen"), change)
    pencil.setObjectName("gezin/edit")
    return Card(_("Gegevens"), pencil)
