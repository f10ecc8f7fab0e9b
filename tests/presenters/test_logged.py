"""What must be logged is logged, once: done with the real presenters, told by the real log."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from gezinsplan.domain.errors import Code, Refused, VaultRefused
from gezinsplan.domain.logboek import REDENEN, LogActie
from gezinsplan.domain.values import put
from gezinsplan.presenters.families import FamiliesPresenter
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.logbook import LogPresenter, LogState, Uitkomst, filter_fields, read_filter
from gezinsplan.presenters.print_plan import PrintPresenter
from gezinsplan.presenters.unlock import UnlockPresenter
from gezinsplan.presenters.vernietigen import Gone, destroy, destroy_fields
from gezinsplan.services import kluis, logbook
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import by_kenmerk
from gezinsplan.services.logbook import Vraag
from tests.make import refused
from tests.running import AtOnce, at_once

DE_VRIES, SHIELDED, BAKKER = "G-2025-014", "G-2026-007", "G-2026-002"


class Seen:
    """What was logged since the last time that was asked."""

    def __init__(self, caseload: Caseload) -> None:
        self.caseload = caseload
        self.number = 0
        self.new()

    def new(self) -> list[tuple[str, str]]:
        rows = [each for each in logbook.rows(self.caseload, Vraag()) if each.nummer > self.number]
        self.number = rows[-1].nummer if rows else self.number
        return [(each.wat, each.kenmerk) for each in rows]


@pytest.fixture
def seen(demo_caseload: Caseload) -> Seen:
    return Seen(demo_caseload)


def nothing(*_: object) -> None:
    pass


def unexpected(refused: Refused) -> None:
    raise refused


def family_page(caseload: Caseload, kenmerk: str) -> FamilyPresenter:
    presenter = FamilyPresenter(caseload, at_once, nothing, unexpected)
    presenter.open(by_kenmerk(caseload, kenmerk).id)
    return presenter


def test_opening_a_family_is_one_line_and_drawing_it_again_none(seen: Seen) -> None:
    page = family_page(seen.caseload, DE_VRIES)
    page.reload()
    assert seen.new() == [("Gelezen", DE_VRIES)]


def test_showing_what_is_shielded(seen: Seen) -> None:
    family_page(seen.caseload, SHIELDED).reveal()
    assert seen.new() == [("Gelezen", SHIELDED), ("Afgeschermde gegevens getoond", SHIELDED)]


def test_a_step_undo_and_redo_are_a_line_each(seen: Seen) -> None:
    page = family_page(seen.caseload, BAKKER)
    gezin = page.family.dossier.gezin
    page.change("Wijk", lambda each: replace(each, dossier=put(each.dossier, replace(gezin, wijk="Noord"))))
    page.undo()
    page.redo()
    assert seen.new() == [("Gelezen", BAKKER), *[("Gewijzigd", BAKKER)] * 3]


def test_paper_that_goes_out(seen: Seen, tmp_path: Path) -> None:
    page = family_page(seen.caseload, DE_VRIES)
    seen.new()
    paper = PrintPresenter(seen.caseload, AtOnce(), nothing, unexpected)
    paper.open(page.family)
    assert seen.new() == []
    paper.printed()
    paper.save(tmp_path / "plan.pdf", nothing, unexpected)
    assert seen.new() == [("Afgedrukt", DE_VRIES), ("Bewaard als PDF", DE_VRIES)]


def test_a_search(seen: Seen) -> None:
    FamiliesPresenter(seen.caseload, at_once, nothing, unexpected).searched()
    assert seen.new() == [("Gezocht", "")]


def test_wrong_tries_come_with_the_opening(demo_folder: Path, passphrase: str) -> None:
    start = (datetime.now(UTC) - timedelta(minutes=5)).replace(microsecond=0)
    for minutes, wrong in enumerate(("dit is het niet", "dit ook niet")):
        with pytest.raises(VaultRefused):
            kluis.unlock(demo_folder, wrong, start + timedelta(minutes=minutes))
    opened: list[Caseload] = []
    UnlockPresenter(demo_folder, at_once, AtOnce().run_aside, nothing, opened.append).unlock(passphrase)
    rows = [*logbook.rows(opened[0], Vraag())][-3:]
    assert [each.wat for each in rows] == [
        *("Ontgrendelen geprobeerd",) * 2,
        "Ontgrendeld met het wachtwoord",
    ]
    assert [each.mislukt for each in rows] == [True, True, False]
    assert [each.moment for each in rows[:2]] == [start, start + timedelta(minutes=1)]
    opened[0].lock()


def test_what_somebody_wrote_among_the_tries_does_not_come_into_the_log(demo_folder: Path, passphrase: str) -> None:
    told = {"tries": [[1, "Familie Yilmaz"]], "waits_from": 1}
    (demo_folder / "tries.json").write_text(json.dumps(told))
    opened: list[Caseload] = []
    UnlockPresenter(demo_folder, at_once, AtOnce().run_aside, nothing, opened.append).unlock(passphrase)
    assert [*logbook.rows(opened[0], Vraag())][-2].wie == "onbekend"
    opened[0].lock()


def test_a_destroyed_family(seen: Seen) -> None:
    page = family_page(seen.caseload, BAKKER)
    told: list[Gone] = []
    failed: list[Refused] = []
    answers = {"reden": REDENEN[0], "naam": "Bakkers"}
    destroy(page, answers, told.append, failed.append)
    assert [each.code for each in failed] == [Code.NAME_DIFFERS]
    destroy(page, {**answers, "naam": "Bakker"}, told.append, unexpected)
    assert told[0].held == ()
    assert "reservekopieën" in told[0].texts[0]
    assert seen.new() == [("Gelezen", ""), ("Vernietigd", "")]
    assert [each.value for each in destroy_fields()[0].options] == [*REDENEN]


# ---------------------------------------------------------------- the page of the log itself


class Page:
    """The states of the page."""

    def __init__(self, caseload: Caseload) -> None:
        self.states: list[LogState] = []
        self.presenter = LogPresenter(caseload, at_once, self.states.append, unexpected)
        self.presenter.open()

    @property
    def state(self) -> LogState:
        return self.states[-1]

    def outcome(self) -> Uitkomst:
        self.presenter.check()
        assert self.state.uitkomst is not None
        return self.state.uitkomst


def test_looking_checking_and_keeping_the_log_are_lines_in_it(seen: Seen, tmp_path: Path) -> None:
    page = Page(seen.caseload)
    page.presenter.check()
    saved: list[bool] = []
    page.presenter.save(tmp_path / "log.json", lambda: saved.append(True), unexpected)
    assert saved == [True]
    assert [each[0] for each in seen.new()] == [
        "Logboek bekeken",
        "Logboek gecontroleerd",
        "Logboek bewaard als bestand",
    ]


def test_choosing_and_going_on(seen: Seen) -> None:
    for _again in range(logbook.PAGE):
        seen.caseload.log(LogActie.GEZOCHT)
    page = Page(seen.caseload)
    assert page.state.meer
    assert len(page.state.rijen) == logbook.PAGE
    page.presenter.more()
    assert [each.nummer for each in page.state.rijen] == [*range(len(page.state.rijen), 0, -1)]
    assert page.states[-1].meer is False
    root: UUID = by_kenmerk(seen.caseload, BAKKER).id
    page.presenter.choose(Vraag(gezin=root))
    assert {each.kenmerk for each in page.state.rijen} == {BAKKER}
    assert (BAKKER, "Bakker") in {(each.kenmerk, each.naam) for each in page.state.gezinnen}


def test_the_outcome_of_a_check_has_the_mark_or_what_was_found(seen: Seen) -> None:
    page = Page(seen.caseload)
    outcome = page.outcome()
    assert outcome.bevindingen == ()
    assert outcome.kenteken == logbook.mark(seen.caseload)
    with seen.caseload.vault.write() as conn:
        conn.exec_driver_sql("DROP TRIGGER logboek_kept_UPDATE")
        conn.exec_driver_sql("UPDATE logboek SET actor = 'x' WHERE nummer = 1")
    outcome = page.outcome()
    assert outcome.kenteken == ""
    assert outcome.bevindingen == ("Regel 1 is veranderd nadat hij geschreven was.",)


def test_the_filter_says_what_cannot_be() -> None:
    open_answers = dict.fromkeys((each.name for each in filter_fields(())), "")
    assert read_filter(open_answers) == Vraag()
    with refused(Code.NOT_A_DATE, field="vanaf"):
        read_filter({**open_answers, "vanaf": "31-02"})
    with refused(Code.END_BEFORE_START, field="tot"):
        read_filter({**open_answers, "vanaf": "2-1-2026", "tot": "1-1-2026"})
