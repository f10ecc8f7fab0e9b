"""The people of a family."""

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gezin import put_persoon
from tests.make import KIND, START, a_dossier, a_kind, day, on, refused


@pytest.mark.parametrize("born", [None, on(0), Datum(2024), Datum(2024, 1), Datum(1920)])
def test_somebody_may_be_born_today(born: Datum | None) -> None:
    baby = a_kind(geboortedatum=born)
    assert baby in put_persoon(a_dossier(), baby, START).personen


@pytest.mark.parametrize("born", [on(1), Datum(2024, 2), Datum(2025)])
def test_nobody_is_born_tomorrow(born: Datum) -> None:
    with refused(Code.BORN_IN_FUTURE, field="geboortedatum", id=KIND):
        put_persoon(a_dossier(), a_kind(geboortedatum=born), day(0))
