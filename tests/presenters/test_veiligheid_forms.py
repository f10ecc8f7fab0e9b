"""The forms of safety: for the file alone unless somebody decides so; what was closed can be set right."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gezinsplan.domain.errors import Code
from gezinsplan.domain.lezers import ALLEEN_DOSSIER
from gezinsplan.domain.values import Part, get
from gezinsplan.domain.veiligheid import (
    Maatregel,
    MaatregelSoort,
    Veiligheidsafspraak,
    Veiligheidsfase,
    Veiligheidswoord,
)
from gezinsplan.presenters import veiligheid_forms as forms
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_check,
    a_dossier,
    a_kaart,
    a_maatregel,
    a_praktijk,
    a_veiligheidsafspraak,
    day,
    on,
    refused,
    uid,
)

SAFE = uid(95)


def a_family(*parts: Part) -> Family:
    return Family(a_dossier(a_betrokkenheid(), *parts), Team(a_kaart(), a_praktijk()), day(50))


def made(family: Family, form: Form, **answers: Any) -> Family:
    return form.apply(family, read_all(form, {**form.values, **answers}))


def agreement(family: Family) -> Veiligheidsafspraak:
    return get(family.dossier, Veiligheidsafspraak, SAFE)


def test_the_word_is_said_by_somebody_and_for_the_file_alone() -> None:
    family = a_family()
    after = made(
        family,
        forms.check_form(family),
        woord=Veiligheidswoord.NOG_NIET,
        fase=Veiligheidsfase.DIRECTE_VEILIGHEID,
        grond="Er is geschreeuwd.",
        volgende_op="1-3-2024",
        door=OMA,
    )
    (check,) = after.dossier.checks
    assert (check.datum, check.volgende_op, check.door) == (day(50), date(2024, 3, 1), OMA)
    assert (check.over, check.voor_wie) == ((), ALLEEN_DOSSIER)


@pytest.mark.parametrize("name", ["woord", "fase", "grond", "volgende_op"])
def test_nothing_of_the_word_is_filled_in_by_the_program(name: str) -> None:
    """It is said by people (product.md rule 5)."""
    form = forms.check_form(a_family())
    assert not form.values[name]
    answers = {"woord": Veiligheidswoord.ONVEILIG, "fase": Veiligheidsfase.HERSTEL, "grond": "x"}
    given = {**form.values, **answers, "volgende_op": "1-4-2024", name: form.values[name]}
    with refused(Code.EMPTY, field=name):
        read_all(form, given)


def test_who_said_it_is_offered_also_after_he_went() -> None:
    check = a_check(door=ROB)
    gone = a_betrokkenheid(tot=on(9))
    form = forms.check_form(a_family(gone, check), check)
    assert form.values["door"] == ROB
    assert ROB in [each.value for spec in form.fields if spec.name == "door" for each in spec.options]
    new = forms.check_form(a_family(gone))
    assert ROB not in [each.value for spec in new.fields if spec.name == "door" for each in spec.options]


def test_an_agreement_needs_who_does_and_who_checks_it() -> None:
    family = a_family()
    form = forms.afspraak_form(family)
    after = made(family, form, wat="Wij bellen eerst", wie=(MAMA,), controle_door=ROB)
    (agreed,) = after.dossier.veiligheidsafspraken
    assert (agreed.vanaf, agreed.voor_wie) == (day(50), ALLEEN_DOSSIER)
    for missing in ("wie", "controle_door"):
        answers = {"wat": "x", "wie": (MAMA,), "controle_door": ROB, missing: form.values[missing]}
        with refused(Code.EMPTY, field=missing):
            made(family, form, **answers)


def test_closing_asks_for_the_day_and_the_reason() -> None:
    family = a_family(a_veiligheidsafspraak())
    form = forms.close_form(family, agreement(family))
    after = made(family, form, tot="10-2-2024", reden="Het gaat goed")
    assert (agreement(after).tot, agreement(after).reden) == (date(2024, 2, 10), "Het gaat goed")
    for answers, code, field in (
        ({"tot": "10-2-2024"}, Code.EMPTY, "reden"),
        ({"tot": "31-12-2023", "reden": "x"}, Code.END_BEFORE_START, "tot"),
        ({"tot": "", "reden": "x"}, Code.EMPTY, "tot"),
    ):
        with refused(code, field=field):
            made(family, form, **answers)


def test_a_closed_agreement_can_be_set_right_or_taken_up_again() -> None:
    family = a_family(a_veiligheidsafspraak(tot=day(20), reden="Het gaat goed"))
    form = forms.afspraak_form(family, agreement(family))
    assert (form.values["tot"], form.values["reden"]) == ("21-01-2024", "Het gaat goed")
    later = form.apply(family, {"tot": day(30)})
    assert agreement(later).tot == day(30)
    assert agreement(form.apply(later, {"reden": "Anders"})).reden == "Anders"
    with refused(Code.REASON_MISSING, field="reden"):
        form.apply(family, {"reden": " "})
    again = agreement(form.apply(family, {"tot": None}))
    assert (again.tot, again.reden) == (None, "")
    running = forms.afspraak_form(family, replace(agreement(family), tot=None))
    assert not {"tot", "reden"} & {each.name for each in running.fields}


def test_an_order_is_about_somebody_and_for_the_file_alone() -> None:
    family = a_family()
    form = forms.maatregel_form(family)
    after = made(family, form, soort=MaatregelSoort.VOOGDIJ, over=(KIND,), uitvoerder=ROB, door="de rechter")
    (order,) = after.dossier.maatregelen
    assert (order.vanaf, order.tot, order.voor_wie) == (day(50), None, ALLEEN_DOSSIER)
    with refused(Code.EMPTY, field="over"):
        made(family, form, soort=MaatregelSoort.VOOGDIJ)


def test_an_order_can_be_ended() -> None:
    family = a_family(a_maatregel())
    order = family.dossier.maatregelen[0]
    ended = forms.maatregel_form(family, order).apply(family, {"tot": day(40)})
    assert get(ended.dossier, Maatregel, order.id).tot == day(40)
