import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.errors import Code
from gezinsplan.domain.gezin import put_persoon
from tests import make


def test_nobody_is_born_after_today() -> None:
    with make.refused(Code.BORN_IN_FUTURE, field="geboortedatum"):
        put_persoon(make.a_dossier(), make.a_persoon(geboortedatum=make.on(11)), make.day(10))


@pytest.mark.parametrize("born", [None, make.on(10), Datum(make.day(10).year)])
def test_born_today_or_earlier_or_unknown(born: Datum | None) -> None:
    somebody = make.a_persoon(geboortedatum=born)
    assert somebody in put_persoon(make.a_dossier(), somebody, make.day(10)).personen
