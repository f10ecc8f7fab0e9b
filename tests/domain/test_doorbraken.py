"""When an answer is late, and when a way is free."""

import pytest

from gezinsplan.domain.doorbraken import is_broken_through, is_waiting
from tests.make import a_doorbraak, day

FREED = a_doorbraak(antwoord_voor=day(9), besluit="Ja", besloten_op=day(20), gelukt=True)


@pytest.mark.parametrize(("op", "late"), [(9, False), (10, True)])
def test_an_answer_is_late_after_its_day(op: int, late: bool) -> None:
    assert is_waiting(a_doorbraak(antwoord_voor=day(9)), day(op)) is late
    assert not is_waiting(a_doorbraak(), day(op))
    assert not is_waiting(FREED, day(op))


@pytest.mark.parametrize(("op", "free"), [(19, False), (20, True)])
def test_a_way_is_free_from_the_day_of_the_decision(op: int, free: bool) -> None:
    assert is_broken_through(FREED, day(op)) is free
    assert not is_broken_through(a_doorbraak(besluit="Nee", besloten_op=day(1)), day(op))
    assert not is_broken_through(a_doorbraak(), day(op))
