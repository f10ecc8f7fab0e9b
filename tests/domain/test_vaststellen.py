"""Agreeing on the plan: only with a look at safety that holds on that day; numbers and order of versions."""

from datetime import timedelta

import pytest

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.values import Part
from gezinsplan.domain.vaststellen import (
    laatst_vastgesteld,
    maak_versie,
    nieuwste,
    op_volgorde,
    reden_geen_vaststellen,
    volgend_nummer,
)
from gezinsplan.domain.versies import PlanVersie, VersieStatus
from tests.make import a_check, a_dossier, a_versie, day, refused, uid

CONCEPT = VersieStatus.CONCEPT


def agreed(*parts: Part, on: int, today: int = 200) -> Dossier:
    return maak_versie(a_dossier(*parts), a_versie(dag=day(on)), day(today))


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (9, Code.SAFETY_CHECK_MISSING),
        (10, None),
        (20, None),
        (21, Code.SAFETY_CHECK_LATE),
    ],
)
def test_without_a_look_at_safety_that_holds_on_that_day_nothing_is_agreed(on: int, code: Code | None) -> None:
    check = a_check(datum=day(10), volgende_op=day(20))
    assert reden_geen_vaststellen(a_dossier(check), day(on)) is code
    if code is None:
        assert agreed(check, on=on).planversies == (a_versie(dag=day(on)),)
    else:
        with refused(code, field="dag"):
            agreed(check, on=on)


def test_a_proposal_needs_no_look_at_safety() -> None:
    proposal = a_versie(status=CONCEPT, dag=day(9))
    assert maak_versie(a_dossier(), proposal, day(9)).planversies == (proposal,)


def test_not_of_a_day_to_come_nor_before_the_start_or_the_last_version() -> None:
    check = a_check(volgende_op=day(500))
    with refused(Code.DAY_TO_COME, field="dag"):
        agreed(check, on=201)
    with refused(Code.VERSION_DAY, field="dag", day=day(0)):
        agreed(check, on=-1)
    last = a_versie(id=uid(110), dag=day(50))
    with refused(Code.VERSION_DAY, field="dag", day=day(50)):
        agreed(check, last, on=49)
    assert len(agreed(check, last, on=50).planversies) == 2


def test_which_version_goes_around_and_which_comes_next() -> None:
    first, second = a_versie(), a_versie(id=uid(110), nummer=2, dag=day(9))
    proposal = a_versie(id=uid(111), nummer=2, status=CONCEPT, dag=day(10))
    newer = a_versie(id=uid(112), nummer=3, status=CONCEPT, dag=day(11))

    def latest(*versies: PlanVersie) -> tuple[PlanVersie | None, PlanVersie | None, int]:
        dossier = a_dossier(*versies)
        return nieuwste(dossier), laatst_vastgesteld(dossier), volgend_nummer(dossier)

    assert latest() == (None, None, 1)
    assert latest(first) == (first, first, 2)
    assert latest(first, proposal) == (proposal, first, 2)
    assert latest(first, proposal, second) == (second, second, 3)
    assert latest(first, proposal, second, newer) == (newer, second, 3)
    assert op_volgorde([first, newer, second, proposal]) == (newer, second, proposal, first)
    assert op_volgorde([proposal, a_versie(id=uid(1), nummer=2, status=CONCEPT, dag=day(12))])[0].dag == day(12)
    assert first.dag - day(0) == timedelta()
