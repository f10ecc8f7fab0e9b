"""For whom a plan is printed, and the bytes that are held only while the page is open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, Kring, VoorWie
from gezinsplan.presenters.print_plan import PrintPresenter, PrintState, left_out, readers
from gezinsplan.services import paper
from gezinsplan.services.caseload import Caseload, Family, Team
from gezinsplan.services.families import by_kenmerk
from gezinsplan.services.paper import Paper
from gezinsplan.texts.dates import today
from tests.make import MAMA, OMA, a_dossier, a_kaart, a_persoon, a_praktijk, a_tekst, an_afscherming, day, uid
from tests.running import AtOnce, at_once

GEHEIM, OPEN = "G-2026-007", "G-2025-014"


class Later(AtOnce):
    """Rendering waits until it is asked for, as on a slow computer."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run_aside(self, work: Any, then: Any, failed: Any, progress: Any = None) -> None:
        self.waiting.append(lambda: super(Later, self).run_aside(work, then, failed, progress))


class Shown:
    """What the presenter showed and refused."""

    def __init__(self, caseload: Caseload, workers: Any) -> None:
        self.states: list[PrintState] = []
        self.refused: list[Refused] = []
        self.caseload = caseload
        self.presenter = PrintPresenter(caseload, workers, self.states.append, self.refused.append)

    def family(self, kenmerk: str) -> Family:
        return self.caseload.family(by_kenmerk(self.caseload, kenmerk).id, today())

    def state(self) -> PrintState:
        return self.states[-1]


@pytest.fixture
def caseload(demo_caseload: Caseload) -> Caseload:
    return demo_caseload


@pytest.fixture
def shown(caseload: Caseload) -> Shown:
    return Shown(caseload, AtOnce())


def a_family(*parts: Any) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(100))


def test_the_paper_for_the_family_is_made_at_once(shown: Shown) -> None:
    shown.presenter.open(shown.family(OPEN))
    assert shown.states[0].paper is None
    assert shown.state().voor == shown.state().lezers[0]
    assert shown.state().paper is not None
    assert shown.state().paper.pdf.startswith(b"%PDF")  # type: ignore[union-attr]
    assert shown.state().paper.nummer == f"{today():%y}-0001"  # type: ignore[union-attr]


def test_everybody_who_is_there_can_be_chosen_the_family_first() -> None:
    gone = a_persoon(id=uid(10), naam="Kemal", overleden_op=day(3))
    first, *people = readers(a_family(gone))
    assert (first.id, first.naam, first.reden) == (None, "Het gezin", "")
    assert (people[0].naam, people[0].voluit) == ("mama", "Elif Yılmaz")
    assert people[-1].id == OMA
    assert gone.id not in {each.id for each in people}


def test_a_shield_asks_for_whom(shown: Shown) -> None:
    shown.presenter.open(shown.family(GEHEIM))
    assert shown.state().voor is None
    assert "afgeschermd" in shown.state().lezers[0].reden
    shown.presenter.choose(shown.state().lezers[0])
    assert [each.code for each in shown.refused] == [Code.PRINT_FOR_WHOM]
    assert shown.state().voor is None
    shown.presenter.choose(shown.state().lezers[1])
    assert shown.state().paper is not None


def test_only_the_last_choice_is_shown(caseload: Caseload) -> None:
    later = Later()
    shown = Shown(caseload, later)
    shown.presenter.open(shown.family(OPEN))
    shown.presenter.choose(shown.state().lezers[1])
    first, second = later.waiting
    second()
    made = shown.state().paper
    first()
    assert shown.state().paper is made is not None
    assert shown.state().voor == shown.state().lezers[1]


def test_what_is_made_after_leaving_is_dropped(caseload: Caseload) -> None:
    later = Later()
    shown = Shown(caseload, later)
    shown.presenter.open(shown.family(OPEN))
    shown.presenter.clear()
    number = len(shown.states)
    later.waiting[0]()
    assert shown.presenter.state is None
    assert len(shown.states) == number
    shown.presenter.choose(shown.states[0].lezers[0])
    shown.presenter.printed()
    shown.presenter.save(Path("nergens.pdf"), lambda: pytest.fail("saved"), shown.refused.append)
    assert len(later.waiting) == 1
    assert not shown.refused


def test_saving_and_printing_are_kept_in_the_history(shown: Shown, tmp_path: Path) -> None:
    shown.presenter.open(shown.family(OPEN))
    saved: list[bool] = []
    shown.presenter.save(tmp_path / "plan.pdf", lambda: saved.append(True), shown.refused.append)
    assert saved == [True]
    assert (tmp_path / "plan.pdf").read_bytes() == shown.state().paper.pdf  # type: ignore[union-attr]
    shown.presenter.printed()
    assert paper.next_number(shown.caseload, today()).endswith("0003")


def test_a_folder_that_does_not_want_it_is_told_at_its_place(shown: Shown, tmp_path: Path) -> None:
    shown.presenter.open(shown.family(OPEN))
    failed: list[Refused] = []
    shown.presenter.save(tmp_path / "weg" / "plan.pdf", lambda: pytest.fail("saved"), failed.append)
    assert [each.code for each in failed] == [Code.FILE_NOT_WRITTEN]
    assert not shown.refused


def test_what_is_left_out_is_told_in_general_words() -> None:
    for_mama = a_tekst(voor_wie=VoorWie(Kring.PERSONEN, (MAMA,)))
    in_file = a_tekst(id=uid(52), voor_wie=ALLEEN_DOSSIER)
    only_mama = "Wat alleen voor mama is, staat hier niet op."
    only_file = "Wat alleen voor het dossier is, staat hier niet op."
    shielded = "Wat afgeschermd is, staat hier niet op."
    family = a_family(for_mama, in_file, an_afscherming())
    assert left_out(a_family(), None) == ()
    assert left_out(a_family(for_mama), None) == (only_mama,)
    assert left_out(a_family(for_mama), MAMA) == ()
    assert left_out(family, OMA) == (only_mama, only_file, shielded)
    assert left_out(family, MAMA) == (only_file,)


def test_a_paper_is_never_named_after_a_family() -> None:
    assert paper.file_name(Paper(b"", "26-0412").nummer) == "Gezinsplan nr 26-0412"


class Postponed(AtOnce):
    """The vault is slow."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Any, then: Any, failed: Any) -> None:
        self.waiting.append(lambda: at_once(work, then, failed))


@pytest.mark.parametrize("folder", ["", "weg"])
def test_who_left_the_page_while_it_was_saved_is_told_only_what_went_wrong(
    caseload: Caseload, tmp_path: Path, folder: str
) -> None:
    later = Postponed()
    shown = Shown(caseload, later)
    shown.presenter.open(shown.family(OPEN))
    later.waiting.pop()()
    shown.presenter.save(tmp_path / folder / "plan.pdf", lambda: pytest.fail("told"), lambda _no: pytest.fail("told"))
    shown.presenter.clear()
    later.waiting.pop()()
    assert [each.code for each in shown.refused] == ([Code.FILE_NOT_WRITTEN] if folder else [])
