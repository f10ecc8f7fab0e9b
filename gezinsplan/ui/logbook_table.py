"""The table of Logboek: what stands in its columns, and which give way in a narrow window."""

from collections.abc import Sequence

from gezinsplan.services.logbook import LogRij
from gezinsplan.texts import _
from gezinsplan.texts.dates import local, short_date
from gezinsplan.ui import theme
from gezinsplan.ui.cells import Cell
from gezinsplan.ui.table import Column, Rows, Table
from gezinsplan.ui.tokens import Size, Tone

WANNEER, WAT, OVER, RESULTAAT, HERKOMST = range(5)
_GIVE_WAY = (HERKOMST, RESULTAAT, OVER)


class LogTable(Table[LogRij]):
    """Every line on a row; what has no column in a narrow window stands under what was done."""

    def __init__(self) -> None:
        """Start without lines."""
        self._folded: frozenset[int] = frozenset()
        columns = (
            Column[LogRij](_("Wanneer"), self._when, width=104),
            Column[LogRij](_("Wat"), self._what, width=200, stretch=True),
            Column[LogRij](_("Over"), self._about, width=190, stretch=True),
            Column[LogRij](_("Resultaat"), self._result, width=170),
            Column[LogRij](_("Waar en wie"), self._origin, width=150),
        )
        super().__init__(Rows(columns, self._summary), _("Logboek"), height=Size.ROW_PLAIN)

    def show_rows(self, rows: Sequence[LogRij]) -> None:
        """Show these lines in this order."""
        self.rows.set_rows(rows)
        self._measure()

    def _when(self, row: LogRij) -> Cell:
        at = local(row.moment)
        return Cell(short_date(at.date()), f"{at:%H:%M:%S}")

    def _what(self, row: LogRij) -> Cell:
        known = {OVER: row.over, RESULTAAT: row.resultaat, HERKOMST: row.herkomst}
        below = " \N{MIDDLE DOT} ".join(text for place, text in known.items() if place in self._folded and text)
        tone = Tone.RED if row.mislukt and RESULTAAT in self._folded else None
        return Cell(row.wat, below, bold=True, tone=tone)

    def _about(self, row: LogRij) -> Cell:
        return Cell(row.over, row.kenmerk)

    def _result(self, row: LogRij) -> Cell:
        return Cell(row.resultaat, chip=Tone.RED, chip_icon="circle-alert") if row.mislukt else Cell(row.resultaat)

    def _origin(self, row: LogRij) -> Cell:
        return Cell(row.herkomst, row.wie)

    def _summary(self, row: LogRij) -> str:
        at = local(row.moment)
        said = (f"{short_date(at.date())} {at:%H:%M:%S}", row.wat, row.over, row.resultaat, row.herkomst, row.wie)
        return ", ".join(text for text in said if text)

    def _measure(self) -> None:
        """In a narrow window columns give way, the least needed first."""
        super()._measure()
        room = self.viewport().width()
        widths = [theme.scaled(column.width) for column in self.rows.columns]
        folded: set[int] = set()
        for place in _GIVE_WAY:
            if sum(width for at, width in enumerate(widths) if at not in folded) > room:
                folded.add(place)
        self._folded = frozenset(folded)
        for place in range(len(widths)):
            self.setColumnHidden(place, place in folded)
        left = room - sum(width for at, width in enumerate(widths) if at not in folded)
        stretched = [at for at in (WAT, OVER) if at not in folded]
        for at in stretched:
            self.setColumnWidth(at, widths[at] + max(left, 0) // len(stretched))
