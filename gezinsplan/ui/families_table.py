"""The table of Mijn gezinnen: what stands in its columns, and which give way in a narrow window."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.lijn import Telling
from gezinsplan.services.families import GezinRij
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import day_and_time, from_now, local, today
from gezinsplan.texts.words import word
from gezinsplan.ui import theme
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.chart import Point, Series
from gezinsplan.ui.table import Column, Rows, Table, fold
from gezinsplan.ui.tokens import Tone

GEZIN, FASE, HULP, REGIE, GESPREK, ACTIES, GATEN = range(7)
_GIVE_WAY = (FASE, GESPREK, ACTIES)
_NEVER = datetime.max.replace(tzinfo=UTC)
_PHASES = tuple(CasusFase)


def matches(row: GezinRij, typed: str) -> bool:
    """Whether every typed word occurs in what may be searched of a family."""
    words = fold(row.woorden)
    return all(each in words for each in fold(typed).split())


def series(line: Sequence[Telling]) -> Series:
    """The small falling line."""
    points = tuple(Point(each.datum, each.aantal, uncertain=not each.zeker) for each in line)
    return Series(points, line[-1].datum if line else None)


class Cells:
    """What stands in a row; what has no column in a narrow window stands under the name."""

    def __init__(self) -> None:
        """Start with all columns."""
        self.op = today()
        self.folded: frozenset[int] = frozenset()

    def columns(self) -> tuple[Column[GezinRij], ...]:
        """All columns, in the order of GEZIN to GATEN."""
        return (
            Column[GezinRij](_("Gezin"), self.gezin, lambda row: fold(row.naam), 180, stretch=True),
            Column[GezinRij](_("Fase"), self.fase, lambda row: _PHASES.index(row.fase), 118),
            Column[GezinRij](_("Hulpverleners"), self.hulp, lambda row: row.nu, 160),
            Column[GezinRij](_("Regisseur"), self.regie, lambda row: fold(row.regisseur or ""), 142),
            Column[GezinRij](_("Volgend gesprek"), self.gesprek, lambda row: row.volgend or _NEVER, 142),
            Column[GezinRij](_("Acties"), self.acties, lambda row: -row.te_laat, 98),
            Column[GezinRij](_("Let op"), self.gaten, lambda row: -row.gaten, 168),
        )

    def gezin(self, row: GezinRij) -> Cell:
        """The name, never an address."""
        late = self.acties(row).text if row.te_laat and row.gaten else ""
        known = {ACTIES: late, GESPREK: day_and_time(row.volgend, self.op) if row.volgend else "", FASE: word(row.fase)}
        instead = [text for place, text in known.items() if place in self.folded and text]
        own = [text for text in (row.kenmerk, row.plaats) if text]
        return Cell(row.naam, " \N{MIDDLE DOT} ".join(instead or own), bold=True)

    def fase(self, row: GezinRij) -> Cell:
        """Where the family is on the road."""
        closed = row.fase is CasusFase.GESLOTEN
        return Cell(word(row.fase), chip=Tone.NEUTRAL if closed else Tone.ACCENT)

    def hulp(self, row: GezinRij) -> Cell:
        """The line, how many now, how many at the start."""
        return Cell(str(row.nu), spark=series(row.lijn), spark_text=_("was {n}").format(n=row.start))

    def regie(self, row: GezinRij) -> Cell:
        """The one regisseur, or that there is none."""
        if row.regisseur is None:
            if row.fase is CasusFase.GESLOTEN:
                return Cell(_("afgesloten"), muted=True)
            return Cell(_("geen regisseur"), chip=Tone.RED, chip_icon="circle-alert")
        if row.twee_regisseurs:
            return Cell(row.regisseur, _("kind heeft er twee"), tone=Tone.RED)
        return Cell(row.regisseur)

    def gesprek(self, row: GezinRij) -> Cell:
        """When the next talk is."""
        if row.volgend is None:
            return Cell(_("nog niet gepland") if row.fase is not CasusFase.GESLOTEN else "", muted=True)
        return Cell(day_and_time(row.volgend, self.op), from_now(local(row.volgend).date(), self.op))

    def acties(self, row: GezinRij) -> Cell:
        """How many acties are late."""
        if not row.te_laat:
            return Cell(_("niets te laat"), muted=True)
        return Cell(_("{n} te laat").format(n=row.te_laat), chip=Tone.RED)

    def gaten(self, row: GezinRij) -> Cell:
        """What nobody carries now (product.md rule 4); in a narrow window else what is late."""
        if row.gaten:
            return Cell(_("Niemand doet dit nu: {n}").format(n=row.gaten), chip=Tone.RED)
        return self.acties(row) if row.te_laat and ACTIES in self.folded else Cell()

    def summary(self, row: GezinRij) -> str:
        """One sentence about a family for a screen reader."""
        regisseur = row.regisseur or _("geen regisseur")
        helpers = ngettext("{n} hulpverlener, was {start}", "{n} hulpverleners, was {start}", row.nu)
        said = [
            row.naam,
            word(row.fase),
            helpers.format(n=row.nu, start=row.start),
            _("regisseur: {name}").format(name=regisseur),
            _("een kind heeft twee regisseurs") if row.twee_regisseurs else "",
            _("volgend gesprek: {when}").format(when=self.gesprek(row).text or _("nog niet gepland")),
            self.acties(row).text,
            self.gaten(row).text,
        ]
        return ", ".join(text for text in said if text)


class FamiliesTable(Table[GezinRij]):
    """Every family on a row; the column "Let op" is there only when there is something in it."""

    def __init__(self) -> None:
        """Start without families."""
        cells = Cells()
        super().__init__(Rows(cells.columns(), cells.summary), _("Mijn gezinnen"))
        self.cells = cells
        self._alarms = (False, False)  # whether any family has a hole, or something late

    def show_rows(self, rows: Sequence[GezinRij], typed: str, op: date) -> None:
        """Show the families in which every typed word occurs; the one that was chosen stays chosen."""
        chosen = self.current()
        self.cells.op = op
        self._alarms = any(row.gaten for row in rows), any(row.te_laat for row in rows)
        self.rows.find(typed)
        self.rows.set_rows(rows, lambda row: row.woorden)
        same = next((row for row in rows if chosen is not None and row.id == chosen.id), None)
        if same is not None:
            self.choose(same)
        self._measure()

    def _measure(self) -> None:
        """In a narrow window the columns that can be missed give way, and the name takes what is left."""
        super()._measure()
        if not hasattr(self, "_alarms"):
            return
        room = self.viewport().width()
        folded: set[int] = set()
        for place in _GIVE_WAY:
            if self._wanted(folded) > room:
                folded.add(place)
        hidden = self._hidden(folded)
        for place in range(len(self.rows.columns)):
            self.setColumnHidden(place, place in hidden)
        self.cells.folded = frozenset(folded)
        own = theme.scaled(self.rows.columns[GEZIN].width)
        self.setColumnWidth(GEZIN, max(room - self._wanted(folded) + own, own))

    def _hidden(self, folded: set[int]) -> set[int]:
        """The columns that are not there; "Let op" only when it has something to say."""
        holes, late = self._alarms
        return folded if holes or (late and ACTIES in folded) else folded | {GATEN}

    def _wanted(self, folded: set[int]) -> int:
        """The width of all columns that are there."""
        hidden = self._hidden(folded)
        columns = enumerate(self.rows.columns)
        return sum(theme.scaled(column.width) for place, column in columns if place not in hidden)
