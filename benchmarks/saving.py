"""A change of one field in a dossier of 300 parts, and the plan of the largest demo family: against references.

The reference of saving is a plain row in plain SQLite, synced alike, in the same run; that of the paper is reportlab
making as many pages with one line each. Absolute times stand beside the ratios.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from gezinsplan.domain.values import parts, put
from gezinsplan.services import caseload, families, paper, start
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts.dates import today

PARTS, ROUNDS = 300, 40
PASSPHRASE = "alleen om de snelheid te meten"


def median(work: Callable[[int], object]) -> float:
    """The median of the milliseconds that the work takes."""
    times = []
    for number in range(ROUNDS):
        begin = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def plain_row(folder: Path) -> float:
    """One row in a plain file, synced as ours."""
    raw = sqlite3.connect(folder / "plain.db", isolation_level=None)
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute("CREATE TABLE rows (words TEXT)")
    return median(lambda number: raw.execute("INSERT INTO rows VALUES (?)", (f"{number}",)))


def grown(family: Family) -> Family:
    """The family with acties added until it has as many parts as is asked."""
    actie, dossier = family.dossier.acties[0], family.dossier
    more = PARTS - sum(1 for _part in parts(dossier))
    return replace(family, dossier=put(dossier, *(replace(actie, id=new_id()) for _number in range(more))))


def saving(opened: caseload.Caseload, family: Family) -> float:
    """One field of a goal, changed and durably saved."""
    current = opened.change("meer", family, grown)

    def change(number: int) -> None:
        nonlocal current
        doel = current.dossier.doelen[0]
        renamed = replace(doel, woorden=f"{number}")
        current = opened.change("doel", current, lambda before: replace(before, dossier=put(before.dossier, renamed)))

    return median(change)


def plain_pages(pages: int) -> float:
    """As many pages with one line each."""
    from reportlab.pdfgen.canvas import Canvas

    def make(_number: int) -> None:
        canvas = Canvas(BytesIO())
        for _page in range(pages):
            canvas.drawString(100, 700, "een regel")
            canvas.showPage()
        canvas.save()

    return median(make)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = caseload.create(folder / "kluis", PASSPHRASE)
        start.fill_demo(opened, today())
        rows = families.rows(opened, today())
        family = max((opened.family(row.id, today()) for row in rows), key=lambda each: len([*parts(each.dossier)]))
        pdf = paper.render(family, None, "26-0001")
        made = median(lambda _number: paper.render(family, None, "26-0001"))
        plain = plain_pages(pdf.count(b"/Type /Page\n") or 1)
        saved, row = saving(opened, family), plain_row(folder)
        opened.lock()
    print(f"one field of {PARTS} parts: {saved:.1f} ms, {saved / row:.1f} times a plain synced row ({row:.1f} ms)")
    print(f"the plan of {len([*parts(family.dossier)])} parts: {made:.0f} ms, plain pages {plain:.0f} ms")


if __name__ == "__main__":
    main()
