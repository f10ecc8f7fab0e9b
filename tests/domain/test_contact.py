"""How long ago each member was really spoken, and which contact can be written down."""

from datetime import date

import pytest

from gezinsplan.domain.contact import Laatst, laatst, momenten, put_contact
from gezinsplan.domain.errors import Code
from gezinsplan.domain.momenten import ContactSoort
from tests.make import KIND, MAMA, OMA, a_contact, a_dossier, a_persoon, day, refused, uid


@pytest.mark.parametrize(
    ("soort", "last"),
    [
        (ContactSoort.HUISBEZOEK, day(0)),
        (ContactSoort.KANTOOR, day(0)),
        (ContactSoort.TELEFOON, day(0)),
        (ContactSoort.APP, None),
        (ContactSoort.MAIL, None),
        (ContactSoort.NIET_THUIS, None),
    ],
)
def test_only_who_was_seen_or_heard_was_spoken(soort: ContactSoort, last: date | None) -> None:
    mama, kind = laatst(a_dossier(a_contact(soort=soort)), day(30))
    assert mama == Laatst(MAMA, last, 30 if last else None)
    assert kind == Laatst(KIND, None, None)


def test_the_last_counts_and_each_child_apart() -> None:
    several = (
        a_contact(met=(MAMA, OMA)),
        a_contact(id=uid(106), datum=day(9), met=(KIND, MAMA)),
        a_contact(id=uid(107), datum=day(40), met=(MAMA,)),
    )
    found = {each.lid: each.dagen for each in laatst(a_dossier(*several), day(30))}
    assert found == {MAMA: 21, KIND: 21}


def test_who_is_not_there_any_more_is_not_asked_about() -> None:
    gone = a_persoon(tot=day(5))
    assert [each.lid for each in laatst(a_dossier(gone), day(30))] == [KIND]


def test_the_latest_stands_first() -> None:
    dossier = a_dossier(a_contact(), a_contact(id=uid(106), datum=day(9)), a_contact(id=uid(107), datum=day(9)))
    assert [each.id for each in momenten(dossier)] == [uid(107), uid(106), uid(105)]


def test_a_day_that_is_to_come_is_refused() -> None:
    assert put_contact(a_dossier(), a_contact(datum=day(9)), day(9)).contactmomenten == (a_contact(datum=day(9)),)
    with refused(Code.DAY_TO_COME, field="datum", id=uid(105)):
        put_contact(a_dossier(), a_contact(datum=day(10)), day(9))
