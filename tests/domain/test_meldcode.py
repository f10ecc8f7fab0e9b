"""The meldcode: when it runs, that it stays in the file, and that what was written down stays as it was."""

from dataclasses import replace

import pytest

from gezinsplan.domain.checks import check
from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import HEEL_GEZIN, Kring, VoorWie
from gezinsplan.domain.meldcode import MeldcodeDeel, MeldcodeStap, loopt
from gezinsplan.domain.values import drop, put
from gezinsplan.domain.veilig import Veiligheidsreden, eerst_veiligheid
from tests.make import MAMA, a_check, a_dossier, a_meldcodestap, a_regisseurschap, day, refused, uid

CLOSED = a_meldcodestap(id=uid(112), deel=MeldcodeDeel.AFGESLOTEN, datum=day(20))


@pytest.mark.parametrize(
    ("steps", "op", "runs"),
    [
        ((), 50, False),
        ((a_meldcodestap(),), -1, False),
        ((a_meldcodestap(),), 0, True),
        ((a_meldcodestap(), CLOSED), 19, True),
        ((a_meldcodestap(), CLOSED), 20, False),
        ((a_meldcodestap(), CLOSED, a_meldcodestap(id=uid(113), datum=day(30))), 30, True),
    ],
)
def test_it_runs_until_it_is_closed(steps: tuple[MeldcodeStap, ...], op: int, runs: bool) -> None:
    assert loopt(steps, day(op)) is runs


def test_while_it_runs_safety_comes_first() -> None:
    safe = a_dossier(a_regisseurschap(houder=MAMA), a_check(volgende_op=day(90)))
    assert eerst_veiligheid(safe, day(9)) == ()
    assert eerst_veiligheid(put(safe, a_meldcodestap()), day(9)) == (Veiligheidsreden.MELDCODE,)


def test_it_is_never_for_the_whole_family() -> None:
    with refused(Code.FILE_ALONE, field="voor_wie", id=uid(111)):
        check(a_dossier(a_meldcodestap(voor_wie=HEEL_GEZIN)))
    check(a_dossier(a_meldcodestap(voor_wie=VoorWie(Kring.PERSONEN, (MAMA,)))))


def test_what_was_written_down_stays() -> None:
    before = a_dossier(a_meldcodestap())
    check(put(before, a_meldcodestap(id=uid(112))), before)
    for after in (put(before, a_meldcodestap(wat="Anders")), drop(before, uid(111))):
        with refused(Code.IS_FINAL, id=uid(111)):
            check(after, before)
    check(put(before, replace(before.gezin, naam="Anders")), before)
