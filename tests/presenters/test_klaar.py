""" "Klaar?" on the last day of somebody who is there for a while: a while longer, or he stays; without a window."""

from datetime import timedelta

import pytest

from gezinsplan.domain.dossier import Betrokkenheid, Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.overleg import Uitkomst
from gezinsplan.domain.values import Part, get
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.presenters.klaar import blijft_form, klaar_rijen, langer_form
from gezinsplan.services.caseload import Family, Team
from tests.make import ROB, a_betrokkenheid, a_dossier, a_kaart, a_praktijk, day, refused

LAST = day(30)


def a_family(*parts: Part, op: int = 30) -> Family:
    rob = a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, vraag="De post op orde", verwacht_tot=LAST)
    return Family(a_dossier(rob, *parts), Team(a_kaart(), a_praktijk()), day(op))


def answered(form: Form, family: Family, **typed: str) -> Family:
    return form.apply(family, read_all(form, {**form.values, **typed}))


def test_nobody_is_asked_about_before_the_day() -> None:
    assert klaar_rijen(a_family(op=29)) == ()


def test_on_the_day_it_is_asked_with_the_question() -> None:
    (row,) = klaar_rijen(a_family())
    assert row.tekst == "Rob van de begeleiding zou helpen tot 31 jan. Klaar?"
    assert row.onder == "De post op orde"


def test_a_while_longer_keeps_why() -> None:
    family = a_family()
    until = LAST + timedelta(days=30)
    after = answered(langer_form(family, ROB), family, verwacht_tot=f"{until:%d-%m-%Y}", waarom="Er is nog een brief")
    assert get(after.dossier, Betrokkenheid, ROB).verwacht_tot == until
    (talk,) = after.dossier.besprekingen
    assert (talk.uitkomst, talk.eerst_nodig) == (Uitkomst.HOUDEN, "Er is nog een brief")
    assert klaar_rijen(after) == ()


def test_a_day_that_is_past_is_no_longer() -> None:
    family = a_family()
    with refused(Code.END_BEFORE_START, field="verwacht_tot"):
        answered(langer_form(family, ROB), family, verwacht_tot=f"{LAST:%d-%m-%Y}", waarom="Nog even")


def test_who_stays_is_no_longer_for_a_while() -> None:
    family = a_family()
    after = answered(blijft_form(family, ROB), family, waarom="Mama wil hem houden")
    rob = get(after.dossier, Betrokkenheid, ROB)
    assert (rob.vorm, rob.verwacht_tot) == (Vorm.VAST, None)
    assert klaar_rijen(after) == ()


@pytest.mark.parametrize("made", [langer_form, blijft_form])
def test_why_is_asked_for(made: object) -> None:
    family = a_family()
    form: Form = made(family, ROB)  # type: ignore[operator]
    until = f"{LAST + timedelta(days=9):%d-%m-%Y}"
    with refused(Code.EMPTY, field="waarom"):
        answered(form, family, **({"verwacht_tot": until} if "verwacht_tot" in form.values else {}))
