"""When an answer is late, and when a way is free."""

from dataclasses import replace

import pytest

from gezinsplan.domain.doorbraken import Doorbraak, VastSoort, is_broken_through, is_scaled_up, is_waiting
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


UP = a_doorbraak(soort=VastSoort.OPSCHALING)


@pytest.mark.parametrize(
    ("part", "op", "up"),
    [
        (UP, -1, False),
        (UP, 0, True),
        (replace(UP, besluit="Nee", besloten_op=day(9)), 8, True),
        (replace(UP, besluit="Nee", besloten_op=day(9)), 9, False),
        (replace(UP, besluit="Ja", besloten_op=day(9), gelukt=True), 90, True),
        (replace(UP, besluit="Ja", besloten_op=day(9), gelukt=True, afgeschaald_op=day(20)), 19, True),
        (replace(UP, besluit="Ja", besloten_op=day(9), gelukt=True, afgeschaald_op=day(20)), 20, False),
        (a_doorbraak(), 9, False),
    ],
)
def test_it_is_scaled_up_until_it_goes_down_or_is_refused(part: Doorbraak, op: int, up: bool) -> None:
    assert is_scaled_up(part, day(op)) is up


def test_scaling_up_is_no_breakthrough() -> None:
    assert not is_broken_through(replace(UP, besluit="Ja", besloten_op=day(9), gelukt=True), day(10))
