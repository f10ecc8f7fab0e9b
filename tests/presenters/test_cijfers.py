"""Cijfers in words: what is shown, what stays hidden, and nothing that ranks; without a window."""

from gezinsplan.domain.cijfers import Aandeel, Aantal, Cijfers, Groepscijfer
from gezinsplan.presenters.cijfers import CijfersPresenter, CijfersState, cijfers_state, spoken
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.logbook import Vraag, rows
from tests.make import START
from tests.running import at_once


def some(**changes: object) -> Cijfers:
    told: dict[str, object] = {
        "op": START,
        "totaal": Groepscijfer("", 12, 60, 30),
        "wijken": (Groepscijfer("Noord", 6, 30, 20), Groepscijfer(None, 6, 30, 10)),
        "sectoren": (Groepscijfer("ggz", None, 9, 4), Groepscijfer("", None, 8, 8)),
        "informeel": Aandeel(12, 40),
        "overdrachten": Aantal(6, 5),
        "gedwongen": Aantal(1, 1),
        "doorbraken": Aantal(2, 1),
    }
    return Cijfers(**{**told, **changes})  # type: ignore[arg-type]


def test_the_movement_in_words_and_bars() -> None:
    state = cijfers_state(some())
    assert state.op == "Op 1 januari 2024, over de gezinnen die nu lopen"
    assert state.totaal_onder == "in 12 gezinnen"
    assert spoken(state.wijken) == "Noord: van 30 naar 20. andere, samen: van 30 naar 10"
    assert [each.naam for each in state.sectoren] == ["ggz", "sector niet bekend"]
    assert state.zinnen == (
        "12 van de 40 open afspraken doen gezin, familie, vrienden en buren zelf.",
        "6 keer kwam er een andere regisseur, in 5 gezinnen.",
        "1 maatregel van de rechter of de burgemeester loopt nu, in 1 gezin.",
        "2 keer kwam los wat vastzat, in 1 gezin.",
    )
    assert "minder dan 5 gezinnen" in state.uitleg
    assert not state.leeg


def test_nothing_at_all_is_said_as_such() -> None:
    state = cijfers_state(some(overdrachten=Aantal(0, 0), gedwongen=Aantal(0, 0), doorbraken=Aantal(0, 0)))
    assert state.zinnen[1:] == (
        "Nergens kwam er een andere regisseur.",
        "Er loopt nu geen maatregel van de rechter of de burgemeester.",
        "Er is nog niets losgekomen wat vastzat.",
    )


def test_what_may_not_be_shown_is_not_there() -> None:
    state = cijfers_state(Cijfers(START, None, (), (), None, None, None, None))
    assert state.leeg
    assert (state.totaal, state.totaal_onder, state.wijken, state.sectoren, state.zinnen) == ((), "", (), (), ())


def test_looking_is_logged(demo_caseload: Caseload) -> None:
    shown: list[CijfersState] = []
    CijfersPresenter(demo_caseload, at_once, shown.append, shown.append).load()  # type: ignore[arg-type]
    assert not shown[0].leeg
    assert [*rows(demo_caseload, Vraag())][-1].wat == "Cijfers bekeken"
