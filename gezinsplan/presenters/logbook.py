"""The page Logboek: which lines are shown, whether the log is whole, and keeping it as a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gezinsplan.domain.errors import Code, Refused, RuleBroken
from gezinsplan.domain.logboek import LogActie
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Option, read
from gezinsplan.presenters.running import Run
from gezinsplan.services import logbook
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.logbook import GezinKort, LogRij, Vraag
from gezinsplan.texts import _
from gezinsplan.texts.words import word

ALL = ""
"""The answer that leaves a choice open."""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What came of a check: whole with the mark of the last line, or what was found."""

    kenteken: str
    bevindingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogState:
    """What the page shows: the lines that were asked for, whether there are older ones, what may be chosen."""

    vraag: Vraag
    rijen: tuple[LogRij, ...]
    meer: bool
    gezinnen: tuple[GezinKort, ...]
    uitkomst: Uitkomst | None = None


def filter_fields(gezinnen: tuple[GezinKort, ...]) -> tuple[FieldSpec, ...]:
    """What the lines can be chosen by."""
    families = tuple(Option(each.id, each.naam, each.kenmerk) for each in gezinnen)
    acties = sorted((Option(each, word(each)) for each in LogActie), key=lambda each: each.label)
    return (
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE),
        FieldSpec("tot", _("Tot en met"), FieldKind.DATE),
        FieldSpec("gezin", _("Gezin"), FieldKind.CHOICE, (Option(ALL, _("Alle gezinnen")), *families)),
        FieldSpec("actie", _("Wat"), FieldKind.CHOICE, (Option(ALL, _("Alles")), *acties)),
    )


def read_filter(answers: Mapping[str, Any]) -> Vraag:
    """What was meant by the answers; raises RuleBroken with the field's name when that cannot be."""
    found = {each.name: read(each, answers[each.name]) or None for each in filter_fields(())}
    vraag = Vraag(**found)
    if vraag.vanaf and vraag.tot and vraag.tot < vraag.vanaf:
        raise RuleBroken(Code.END_BEFORE_START, field="tot")
    return vraag


class LogPresenter:
    """Actions of the page; each ends in `show` with the next state, or in a refusal at its place."""

    def __init__(
        self, caseload: Caseload, run: Run, show: Callable[[LogState], object], refuse: Callable[[Refused], object]
    ) -> None:
        """`show` gets every next state, `refuse` what has no place in a field."""
        self.caseload = caseload
        self._run = run
        self._show = show
        self._refuse = refuse
        self.state: LogState | None = None

    def open(self) -> None:
        """Show the newest lines; that the log is looked at is itself logged first."""

        def work() -> LogState:
            self.caseload.log(LogActie.LOGBOEK_BEKEKEN)
            return self._newest(Vraag())

        self._run(work, self._say, self._refuse)

    def choose(self, vraag: Vraag) -> None:
        """Show other lines."""
        self._run(lambda: self._newest(vraag), self._say, self._refuse)

    def more(self) -> None:
        """Show older lines below those there are."""
        state = self.state
        if state is None or not state.rijen:
            return

        def work() -> LogState:
            older = logbook.page(self.caseload, state.vraag, state.rijen[-1].nummer)
            return replace(state, rijen=(*state.rijen, *older.rijen), meer=older.meer)

        self._run(work, self._say, self._refuse)

    def check(self) -> None:
        """See whether anything in the log was changed; the lines are shown anew, with that check among them."""
        vraag = self.state.vraag if self.state is not None else Vraag()

        def work() -> LogState:
            found = logbook.check(self.caseload)
            outcome = Uitkomst("" if found else logbook.mark(self.caseload), found)
            return replace(self._newest(vraag), uitkomst=outcome)

        self._run(work, self._say, self._refuse)

    def save(self, target: Path, then: Callable[[], object], failed: Callable[[Refused], object]) -> None:
        """Write the log where the user chose."""
        self._run(lambda: logbook.export(self.caseload, target), lambda _nothing: then(), failed)

    def _newest(self, vraag: Vraag) -> LogState:
        found = logbook.page(self.caseload, vraag)
        return LogState(vraag, found.rijen, found.meer, logbook.gezinnen(self.caseload))

    def _say(self, state: LogState) -> None:
        self.state = state
        self._show(state)
