"""Mijn gezinnen without a window, on a real vault."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from gezinsplan.domain import regie
from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.presenters.families import FamiliesPresenter, FamiliesState, read_new_family
from gezinsplan.services import start
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import NieuwGezin
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.dates import today
from tests.make import refused
from tests.running import at_once


class Shown:
    """What the presenter showed and refused."""

    def __init__(self, caseload: Caseload) -> None:
        self.states: list[FamiliesState] = []
        self.refused: list[Refused] = []
        self.presenter = FamiliesPresenter(caseload, at_once, self.states.append, self.refused.append)

    def state(self) -> FamiliesState:
        return self.states[-1]


@pytest.fixture
def shown(vault: Vault) -> Shown:
    caseload = Caseload(vault)
    start.introduce(caseload, start.OverMij("Sanne Dijkstra", "Sociaal team"))
    return Shown(caseload)


def begun(shown: Shown, naam: str, *, ik: bool = True) -> UUID:
    made: list[UUID] = []
    nieuw = NieuwGezin(naam, date(2026, 3, 2), ik, "" if ik else "Het gezin kiest zelf")
    shown.presenter.new_family(nieuw, made.append, shown.refused.append)
    return made[0]


def test_a_new_caseload_is_empty(shown: Shown) -> None:
    shown.presenter.load()
    assert shown.state().is_new
    assert shown.state().rows == shown.state().without_regisseur == ()
    assert shown.state().op == today()


def test_a_new_family_is_in_the_list_before_it_opens(shown: Shown) -> None:
    root = begun(shown, "Ó Dálaigh – d'Ancona")
    (row,) = shown.state().rows
    assert (row.id, row.naam, row.regisseur) == (root, "Ó Dálaigh – d'Ancona", "Sanne Dijkstra")
    assert not shown.state().without_regisseur
    assert not shown.refused


def test_without_a_regisseur_is_counted(shown: Shown) -> None:
    begun(shown, "Bakker")
    root = begun(shown, "Jansen", ik=False)
    assert [row.id for row in shown.state().without_regisseur] == [root]


def test_what_cannot_be_comes_back_for_the_form(shown: Shown) -> None:
    failed: list[Refused] = []
    nieuw = NieuwGezin("x" * 201, today(), True)
    shown.presenter.new_family(nieuw, lambda _root: pytest.fail("made"), failed.append)
    assert [(each.code, each.values["field"]) for each in failed] == [(Code.TOO_LONG, "naam")]
    assert not shown.refused


def test_closed_families_stand_apart(shown: Shown) -> None:
    root = begun(shown, "Bakker")
    caseload = shown.presenter.caseload
    family = caseload.family(root, today())
    closed = replace(family.dossier.gezin, fase=CasusFase.GESLOTEN, afsluiting=today())
    caseload.change("Sluiten", family, lambda each: replace(each, dossier=regie.change_gezin(each.dossier, closed)))
    shown.presenter.load()
    assert shown.state().rows == ()
    assert [row.id for row in shown.state().closed] == [root]
    assert shown.state().without_regisseur == ()
    assert not shown.state().is_new


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"naam": " "}, Code.EMPTY, "naam"),
        ({"start": ""}, Code.EMPTY, "start"),
        ({"start": "31-02-2026"}, Code.NOT_A_DATE, "start"),
        ({"start": "2026"}, Code.NOT_A_DATE, "start"),
        ({"ik": False}, Code.REGIE_REASON_MISSING, "reden"),
    ],
)
def test_what_was_typed_is_checked(changed: dict[str, object], code: Code, field: str) -> None:
    with refused(code, field=field):
        read_new_family({"naam": "Bakker", "start": "2-3-2026", "reden": "", "ik": True} | changed)


def test_what_was_typed_is_understood() -> None:
    answers = {"naam": " Bakker ", "start": "2 mrt 2026", "reden": "nog kiezen", "ik": False}
    assert read_new_family(answers) == NieuwGezin("Bakker", date(2026, 3, 2), False, "nog kiezen")
    assert read_new_family(answers | {"ik": True}).reden == ""


def test_half_typed_is_kept_until_the_family_is_made(shown: Shown) -> None:
    found: list[dict[str, str]] = []
    shown.presenter.keep_draft({"naam": "Bak"})
    shown.presenter.draft(found.append)
    begun(shown, "Bakker")
    shown.presenter.draft(found.append)
    assert found == [{"naam": "Bak"}, {}]


def test_a_locked_vault_is_refused_and_not_a_crash(shown: Shown) -> None:
    shown.presenter.caseload.lock()
    shown.presenter.load()
    assert [each.code for each in shown.refused] == [Code.VAULT_LOCKED]
