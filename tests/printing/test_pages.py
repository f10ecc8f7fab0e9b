"""No heading at the foot of a page, no row alone, everything inside the page; whatever the family is like."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from gezinsplan.domain.dossier import Onderdeel
from tests.printing import families
from tests.printing.families import Maker
from tests.printing.paper import Paper

HEADINGS = {
    "Wat willen wij?", "Waarom zijn we begonnen?", "Wat gaat goed", "Waar maken we ons zorgen over", "Onze doelen",
    "Dit is gelukt", "Andere afspraken", "Wie helpt ons?", "Iedereen om ons heen", "Familie, vrienden en buren",
    "Hier wachten we op", "Vaste basis: er voor ieder gezin", "Op afstand, bellen kan", "Handtekeningen",
    "Vrijwilligers en ervaringsdeskundigen", "We kijken samen terug",
}  # fmt: skip
FAMILIES: list[Callable[[], Maker]] = [
    families.empty, families.big, families.crowded, families.long_names, families.many_goals, families.closed,
]  # fmt: skip


def torn(paper: Paper) -> list[str]:
    """The last lines of pages that should have gone along to the next one."""
    last = [body[-1].strip() for body in paper.bodies()]
    header = re.compile(r"Wie\s+Waarvoor\s+Voor wie\s+Hoe vaak")
    return [line for line in last if line in HEADINGS or header.fullmatch(line) or line.startswith("Cijfers: 0")]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda each: each.__name__)
def test_pages_are_whole(family: Callable[[], Maker]) -> None:
    paper = Paper(family().papier())
    assert not torn(paper)
    for number, page in enumerate(paper.pages, start=1):
        assert f"pagina {number} van {len(paper.pages)}" in page
        assert "Nr 26-0412" in page
    assert all(paper.bodies()), "no empty page"


@pytest.mark.parametrize("extra", range(0, 44, 4))
def test_no_heading_stands_alone_wherever_the_page_ends(extra: int) -> None:
    make = families.big()
    make.tekst(Onderdeel.WENS, "Nog een wens. " * 1 + "\n".join("regel" for _ in range(extra)))
    paper = Paper(make.papier())
    assert not torn(paper)
    assert not lonely_goals(paper)


def lonely_goals(paper: Paper) -> list[str]:
    """Goals at the foot of a page without their first actie."""
    return [body[-1] for body in paper.bodies() if re.match(r"\s*\d+ +“", body[-1]) or "(was" in body[-1][-12:]]


@pytest.mark.parametrize("rows", range(2, 12))
def test_rows_of_a_table_come_in_pairs(rows: int) -> None:
    make = Maker()
    make.regisseur(None, "Nog niemand")
    make.tekst(Onderdeel.WENS, "\n".join("regel" for _ in range(11)))
    for number in range(rows):
        make.helper(None, "Vraag", omschrijving=f"Hulp-{number}")
    paper = Paper(make.papier())
    counts = [len(re.findall(r"^ *Hulp-\d+ +Vraag", page, re.MULTILINE)) for page in paper.pages]
    assert sum(counts) == rows
    assert 1 not in counts
    tables = [page for page, count in zip(paper.pages, counts, strict=True) if count]
    assert all("Waarvoor" in page for page in tables), "the header comes again"
    assert all(len(re.findall("Waarvoor", page)) == 1 for page in tables)


def test_forty_helpers_are_all_there() -> None:
    paper = Paper(families.crowded(40).papier())
    for number in range(40):
        assert f"Vraag {number} van het" in paper.flat
    assert len(paper.pages) <= 10


def test_signatures_of_a_large_family_flow_on() -> None:
    make = families.big()
    for number in range(30):
        make.persoon(f"Broer {number} de Vries")
    paper = Paper(make.papier())
    assert "Broer 29 de Vries" in paper.flat
    assert not torn(paper)
    assert sum("Handtekening " in page for page in paper.pages) >= 2, "the header comes again"


def test_a_usual_family_has_few_pages() -> None:
    assert len(Paper(families.big().papier()).pages) <= 5


def test_a_day_far_away() -> None:
    make = families.empty()
    make.actie("Ooit", (make.persoon("Bo"),), wanneer=date(9999, 12, 31))
    assert "31 december 9999" in Paper(make.papier()).flat
