"""Plans beside ours in words, and the forms about them."""

import pytest

from gezinsplan.domain.andere_plannen import PlanSoort
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN
from gezinsplan.domain.values import Part
from gezinsplan.presenters.andere_plannen import afgestemd, in_use, plan_form, plan_rijen
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.tijdlijn import maanden
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    ROB,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_kaart,
    a_praktijk,
    an_ander_plan,
    day,
    on,
    uid,
)


def a_family(*parts: Part, op: int = 10) -> Family:
    return Family(a_dossier(a_betrokkenheid(), a_doel(), *parts), Team(a_kaart(), a_praktijk()), day(op))


@pytest.mark.parametrize(
    ("changes", "op", "words", "below", "mark"),
    [
        ({}, 10, "Behandelplan van Rob van de begeleiding, voor Noor Yılmaz", "tot 29 jun", "nog niet afgestemd"),
        ({"afgestemd_op": day(3), "doelen": (uid(61),), "tot": None, "over": ()}, 10,
         "Behandelplan van Rob van de begeleiding", "helpt bij doel 1 · afgestemd op 4 jan", ""),
        ({"van": None, "van_ander": "de school ", "soort": PlanSoort.ONTWIKKELINGSPERSPECTIEF, "over": ()}, 190,
         "Plan van school (OPP) van de school", "tot 29 jun", "verlopen"),
        ({"gestopt_op": day(4), "voor_wie": ALLEEN_DOSSIER}, 10,
         "Behandelplan van Rob van de begeleiding, voor Noor Yılmaz", "gestopt op 5 jan · alleen dossier", ""),
    ],
)  # fmt: skip
def test_a_plan_in_words(changes: dict[str, object], op: int, words: str, below: str, mark: str) -> None:
    (found,) = plan_rijen(a_family(an_ander_plan(**changes), op=op))
    assert (found.tekst, found.onder, found.merk) == (words, below, mark)


def test_what_ends_first_stands_first_and_what_stopped_last() -> None:
    rows = plan_rijen(
        a_family(
            an_ander_plan(id=uid(301), tot=None),
            an_ander_plan(id=uid(302), gestopt_op=day(3)),
            an_ander_plan(id=uid(303), tot=day(90)),
            an_ander_plan(id=uid(304), tot=day(60)),
        )
    )
    assert [each.id.int for each in rows] == [304, 303, 301, 302]
    assert [each.voorbij for each in rows] == [False, False, False, True]


def test_it_is_in_use_once_there_is_one() -> None:
    assert not in_use(a_family())
    assert in_use(a_family(an_ander_plan()))


def test_a_new_plan_says_that_its_content_stays_where_it_is() -> None:
    family = a_family()
    form = plan_form(family)
    assert "Wat erin staat, blijft bij wie het maakte." in form.intro
    assert "gestopt_op" not in {each.name for each in form.fields}
    made = form.apply(
        family,
        {"soort": PlanSoort.BUDGETPLAN, "van": ROB, "van_ander": "", "over": (KIND,), "doelen": (uid(61),),
         "tot": day(90), "afgestemd_op": None, "voor_wie": HEEL_GEZIN},
    )  # fmt: skip
    (plan,) = made.dossier.andere_plannen
    assert (plan.soort, plan.van, plan.doelen) == (PlanSoort.BUDGETPLAN, ROB, (uid(61),))
    changed = onderdeel_form(made, plan.id).apply(made, {"gestopt_op": day(9)})
    assert changed.dossier.andere_plannen[0].gestopt_op == day(9)


def test_without_goals_none_are_asked_for() -> None:
    family = Family(a_dossier(), Team(a_kaart(), a_praktijk()), day(10))
    assert "doelen" not in {each.name for each in plan_form(family).fields}


def test_a_holder_who_has_left_can_still_be_seen_in_the_form() -> None:
    family = a_family(a_betrokkenheid(tot=on(5)), an_ander_plan())
    spec = next(each for each in plan_form(family, family.dossier.andere_plannen[0]).fields if each.name == "van")
    assert ROB in {each.value for each in spec.options}


def test_aligned_today() -> None:
    family = a_family(an_ander_plan())
    assert afgestemd(an_ander_plan().id)(family).dossier.andere_plannen[0].afgestemd_op == day(10)


def test_the_line_tells_it() -> None:
    family = a_family(an_ander_plan(afgestemd_op=day(3), gestopt_op=day(9), over=()))
    told = [each.tekst for month in maanden(family) for each in month.rijen if each.soort == "Andere plannen"]
    assert told == [
        "Gestopt: Behandelplan van Rob van de begeleiding",
        "Naast ons plan gelegd: Behandelplan van Rob van de begeleiding",
    ]
