"""Plans of others beside ours: somebody keeps it, until when, and who may not know of it."""

from datetime import date

import pytest

from gezinsplan.domain.andere_plannen import AnderPlan, is_verlopen, loopt
from gezinsplan.domain.checks import check
from gezinsplan.domain.delen import for_reader
from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.tijdlijn import Soort, Wending, tijdlijn
from gezinsplan.domain.vandaag import PuntSoort, punten
from tests.make import GEZIN, KIND, MAMA, ROB, a_betrokkenheid, a_doel, a_dossier, an_ander_plan, day, refused, uid


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"van": None}, Code.WHO_IS_MISSING),
        ({"van": None, "van_ander": " "}, Code.WHO_IS_MISSING),
        ({"van": GEZIN}, Code.UNKNOWN_PART),
    ],
)
def test_somebody_keeps_it(changes: dict[str, object], code: Code) -> None:
    with refused(code, field="van"):
        check(a_dossier(a_betrokkenheid(), an_ander_plan(**changes)))


def test_its_goals_are_ours() -> None:
    with refused(Code.STILL_REFERRED_TO, field="doelen"):
        check(a_dossier(a_betrokkenheid(), an_ander_plan(doelen=(uid(61),))))


@pytest.mark.parametrize(
    "changes", [{}, {"van": MAMA}, {"van": None, "van_ander": "de school"}, {"doelen": (uid(61),)}]
)
def test_what_can_be(changes: dict[str, object]) -> None:
    check(a_dossier(a_betrokkenheid(), a_doel(), an_ander_plan(**changes)))


@pytest.mark.parametrize(
    ("changes", "number", "going", "expired"),
    [
        ({}, 180, True, False),
        ({}, 181, True, True),
        ({"tot": None}, 181, True, False),
        ({"gestopt_op": day(181)}, 181, False, False),
        ({"gestopt_op": day(182)}, 181, True, True),
    ],
)
def test_until_when(changes: dict[str, object], number: int, going: bool, expired: bool) -> None:
    part = an_ander_plan(**changes)
    assert loopt(part, day(number)) is going
    assert is_verlopen(part, day(number)) is expired


def asked(part: AnderPlan, number: int) -> list[date]:
    found = punten(a_dossier(a_betrokkenheid(), part), day(number))
    return [each.dag for each in found if each.soort is PuntSoort.ANDER_PLAN]


def test_vandaag_asks_for_it_a_month_before_until_it_is_renewed_or_stopped() -> None:
    part = an_ander_plan()
    assert not asked(part, 151)
    assert asked(part, 152) == asked(part, 300) == [day(180)]
    assert not asked(an_ander_plan(gestopt_op=day(170)), 170)
    assert not asked(an_ander_plan(tot=None), 170)


def test_laid_beside_ours_and_stopped_stand_on_the_line() -> None:
    parts = (
        an_ander_plan(afgestemd_op=day(3), gestopt_op=day(9)),
        an_ander_plan(id=uid(300), van=None, van_ander="de school", afgestemd_op=day(4)),
        an_ander_plan(id=uid(301), over=()),
    )
    line = tijdlijn(a_dossier(a_betrokkenheid(), *parts), day(99), lambda moment: moment.date())
    found = [(each.datum, each.wending, each.mensen) for each in line if each.soort is Soort.ANDER_PLAN]
    assert found == [
        (day(9), Wending.EINDE, (KIND, ROB)),
        (day(4), Wending.OP, (KIND,)),
        (day(3), Wending.OP, (KIND, ROB)),
    ]


def test_who_may_not_know_of_a_helper_does_not_see_his_plan() -> None:
    dossier = a_dossier(a_betrokkenheid(voor_wie=ALLEEN_DOSSIER), an_ander_plan())
    assert not for_reader(dossier, MAMA).andere_plannen
    assert for_reader(a_dossier(a_betrokkenheid(), an_ander_plan()), MAMA).andere_plannen
