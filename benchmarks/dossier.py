"""A full dossier of some 1,500 parts: opened in a window, and one field of it changed and saved.

Eight people, twenty helpers, twelve goals with a score per speaker and fortnight over four years, sixty acties and
thirty talks. The reference of opening is a demo family in the same run; that of saving a plain row, synced alike.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from gezinsplan.domain.dossier import Actie, Dossier, Score
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import Part, parts, put
from gezinsplan.presenters.family import FamilyPresenter, FamilyState
from gezinsplan.services import caseload, families, start
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts.dates import today
from gezinsplan.ui import keep_constants, theme, tokens
from gezinsplan.ui.family_page import FamilyPage

PASSPHRASE, ROUNDS = "alleen om de snelheid te meten", 40
Result = TypeVar("Result")
GOALS, YEARS, ACTIES, TALKS, HELPERS, PEOPLE = 12, 4, 60, 30, 20, 8


def median(work: Callable[[int], object], between: Callable[[], object] = lambda: None) -> float:
    """The median of the milliseconds that the work takes; `between` is done after each and not counted."""
    times = []
    for number in range(ROUNDS):
        begin = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - begin) * 1000)
        between()
    return statistics.median(times)


def plain_row(folder: Path) -> float:
    """One row in a plain file, synced as ours."""
    raw = sqlite3.connect(folder / "plain.db", isolation_level=None)
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute("CREATE TABLE rows (words TEXT)")
    return median(lambda number: raw.execute("INSERT INTO rows VALUES (?)", (f"{number}",)))


def more(dossier: Dossier) -> Iterator[Part]:
    """What the family lacks to be a full one."""
    day = dossier.gezin.start
    people, helpers = dossier.personen, dossier.betrokkenheden
    yield from (replace(people[0], id=new_id(), naam=f"Mens {n}") for n in range(PEOPLE - len(people)))
    yield from (replace(helpers[0], id=new_id(), professional=None, omschrijving=f"Hulp {n}") for n in range(HELPERS))
    goals = [replace(dossier.doelen[0], id=new_id(), woorden=f"Doel {n}", prioriteit=n + 1) for n in range(GOALS)]
    yield from goals
    speakers = [each.id for each in people[:2]]
    for goal in goals:
        for fortnight in range(YEARS * 26):
            when = today() - timedelta(days=14 * fortnight)
            speaker = speakers[fortnight % 2]
            yield Score(new_id(), goal.id, speaker, when, fortnight % 11)
    for number in range(ACTIES):
        yield Actie(new_id(), f"Afspraak {number}", (people[0].id,), goals[number % GOALS].id, vanaf=day)
    for number in range(TALKS):
        moment = datetime(day.year, day.month, day.day, 13, tzinfo=UTC) + timedelta(days=30 * number)
        yield Overleg(new_id(), moment, "thuis")


class Worker:
    """The first job of an opening is done at once; what comes after the page is shown waits, as in the program."""

    def __init__(self) -> None:
        """Nothing waits."""
        self.first = True
        self.waiting: list[Callable[[], object]] = []

    def run(
        self, work: Callable[[], Result], then: Callable[[Result], object], failed: Callable[[Refused], object]
    ) -> None:
        """Do it, or let it wait."""
        del failed
        if self.first:
            self.first = False
            then(work())
        else:
            self.waiting.append(lambda: then(work()))

    def rest(self) -> None:
        """Do what waited, outside the measurement."""
        waiting, self.waiting, self.first = self.waiting, [], True
        for each in waiting:
            each()
        self.waiting.clear()


def opening(opened: caseload.Caseload, root: UUID) -> float:
    """From the click to the painted page."""
    page: list[FamilyPage] = []

    def show(state: FamilyState) -> None:
        page[0].show_state(state)

    worker = Worker()
    presenter = FamilyPresenter(opened, worker.run, show, print)
    page.append(FamilyPage(presenter, lambda: None, lambda: None))
    page[0].resize(1158, 720)
    page[0].show()

    def open_it(_number: int) -> None:
        presenter.open(root)
        QApplication.processEvents()
        page[0].grab()

    return median(open_it, worker.rest)


def changing(opened: caseload.Caseload, root: UUID) -> float:
    """One field of one actie, changed and durably saved."""
    current = opened.family(root, today())

    def change(number: int) -> None:
        nonlocal current
        actie = replace(current.dossier.acties[0], wat=f"Anders {number}")

        def rule(before: Family) -> Family:
            return replace(before, dossier=put(before.dossier, actie))

        current = opened.change("afspraak", current, rule)

    return median(change)


def main() -> None:
    """Measure and print."""
    app = theme.application(["benchmark"])
    keep_constants()
    theme.dress(app, 1.0).wear(tokens.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = caseload.create(folder / "kluis", PASSPHRASE)
        start.fill_demo(opened, today())
        small, large = (each.id for each in families.rows(opened, today())[:2])
        family = opened.family(large, today())
        whole = opened.change("vol", family, lambda now: replace(now, dossier=put(now.dossier, *more(now.dossier))))
        count = sum(1 for _part in parts(whole.dossier))
        began = time.perf_counter()
        opened.family(large, today())
        loaded = (time.perf_counter() - began) * 1000
        shown, reference = opening(opened, large), opening(opened, small)
        saved, row = changing(opened, large), plain_row(folder)
        opened.lock()
    print(f"a dossier of {count} parts: read in {loaded:.0f} ms, opened and painted in {shown:.0f} ms")
    print(f"a demo family opened and painted in {reference:.0f} ms")
    print(f"one field of it saved: {saved:.1f} ms, {saved / row:.1f} times a plain synced row ({row:.1f} ms)")
    sys.stdout.flush()
    os._exit(0)  # no need to take a window apart


if __name__ == "__main__":
    main()
