"""What must stay carried, by whom, and who could be asked to take it over."""

import pytest

from gezinsplan.domain.banden import Bandsterkte, KlikSoort, Richting
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import ActieStatus, BetrokkenheidSoort, DoelStatus, Vorm
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.plichten import Plicht, PlichtSoort, plichten
from gezinsplan.domain.values import Part
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_band,
    a_bespreking,
    a_betrokkenheid,
    a_doel,
    a_dossier,
    a_klik,
    a_persoon,
    a_veiligheidsafspraak,
    an_actie,
    an_oma,
    day,
    on,
    uid,
)

NOW = day(40)
WONEN, GELD, DOEL, ACTIE, AFSPRAAK = uid(701), uid(702), uid(61), uid(81), uid(95)
SANNE, BUURMAN, PAPA = uid(32), uid(14), uid(15)
ROB_IN = a_betrokkenheid(vorm=Vorm.OP_AFSTAND)  # sees no child, so that only what a test is about is a duty


def duties(*parts: Part) -> dict[PlichtSoort, Plicht]:
    """The first duty of each kind."""
    return {each.soort: each for each in reversed(plichten(a_dossier(ROB_IN, *parts), NOW))}


def takers(*parts: Part, soort: PlichtSoort = PlichtSoort.ACTIE) -> tuple[object, ...]:
    return duties(*parts)[soort].overname


def test_every_kind_of_duty() -> None:
    found = plichten(
        a_dossier(
            a_betrokkenheid(),
            a_doel(),
            an_actie(wie=(ROB, MAMA), doel=DOEL),
            a_veiligheidsafspraak(),
            a_klik(),
        ),
        NOW,
    )
    assert [(each.soort, each.onderdeel, each.dragers) for each in found] == [
        (PlichtSoort.AFSPRAAK, AFSPRAAK, (MAMA,)),
        (PlichtSoort.CONTROLE, AFSPRAAK, (ROB,)),
        (PlichtSoort.KLIK, MAMA, (ROB,)),
        (PlichtSoort.CONTACT, KIND, (ROB,)),
        (PlichtSoort.DOEL, DOEL, (MAMA, ROB)),
        (PlichtSoort.ACTIE, ACTIE, (ROB, MAMA)),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        (an_actie(wie=(ROB,), status=ActieStatus.KLAAR),),
        (a_doel(status=DoelStatus.GESTOPT), a_betrokkenheid(doelen=(DOEL,), vorm=Vorm.OP_AFSTAND)),
        (a_doel(status=DoelStatus.PAUZE), a_betrokkenheid(doelen=(DOEL,), vorm=Vorm.OP_AFSTAND)),
        (a_doel(),),
        (a_veiligheidsafspraak(wie=(ROB,), tot=NOW, reden="niet meer nodig"),),
        (a_klik(soort=KlikSoort.GEEN_KLIK),),
        (a_klik(), a_klik(id=uid(980), soort=KlikSoort.GEEN_CONTACT, datum=day(1))),
        (a_klik(deelnemer=OMA),),
        (a_klik(datum=day(41)),),
        (a_klik(), a_persoon(tot=NOW)),
        (an_actie(wie=(SANNE,)), a_betrokkenheid(id=SANNE, tot=on(40))),
    ],
)
def test_what_is_closed_or_carried_by_nobody_is_no_duty(parts: tuple[Part, ...]) -> None:
    assert duties(*parts) == {}


def test_a_doel_is_carried_by_who_names_it_too() -> None:
    rob = a_betrokkenheid(vorm=Vorm.OP_AFSTAND, doelen=(DOEL,))
    assert duties(a_doel(), rob)[PlichtSoort.DOEL].dragers == (ROB,)


AREA = (a_doel(leefgebied=GELD), an_actie(wie=(ROB,), doel=DOEL))


def helper(**changes: object) -> Part:
    return a_betrokkenheid(id=SANNE, omschrijving="Sanne", over=(MAMA,), leefgebieden=(GELD,), **changes)


@pytest.mark.parametrize(
    ("about", "sanne", "asked"),
    [
        ((MAMA,), helper(), True),
        ((), helper(), False),
        ((KIND,), helper(), False),
        ((MAMA, KIND), helper(), False),
        ((MAMA,), helper(vaste_basis=True), False),
        ((MAMA,), helper(vorm=Vorm.OP_AFSTAND), False),
        ((MAMA,), helper(vanaf=on(41)), False),
        ((MAMA,), helper(soort=BetrokkenheidSoort.VRIJWILLIGER), True),
        ((MAMA,), a_betrokkenheid(id=SANNE, over=(MAMA,), leefgebieden=(WONEN,)), False),
        ((MAMA,), a_betrokkenheid(id=SANNE, leefgebieden=(GELD,)), True),
        ((), a_betrokkenheid(id=SANNE, leefgebieden=(GELD,)), True),
        ((), a_betrokkenheid(id=SANNE, doelen=(DOEL,)), True),
    ],
)
def test_a_helper_is_asked_for_his_leefgebied_and_his_people(
    about: tuple[object, ...], sanne: Part, asked: bool
) -> None:
    doel, actie = a_doel(leefgebied=GELD, over=about), an_actie(wie=(ROB,), doel=DOEL)
    assert (SANNE in takers(doel, actie, sanne)) is asked


def test_work_on_another_doel_of_the_same_leefgebied_counts() -> None:
    other = (a_doel(id=uid(62), leefgebied=GELD), an_actie(id=uid(82), wie=(MAMA,), doel=uid(62)))
    assert takers(*AREA, *other) == (MAMA,)
    assert takers(an_actie(wie=(ROB,)), *other) == ()


def test_nobody_is_asked_with_whom_they_want_no_contact() -> None:
    everybody = a_betrokkenheid(id=SANNE, leefgebieden=(GELD,))
    no = a_klik(deelnemer=SANNE, lid=KIND, soort=KlikSoort.GEEN_CONTACT)
    assert takers(*AREA, everybody, no) == ()
    about_mama = (a_doel(leefgebied=GELD, over=(MAMA,)), AREA[1])
    assert takers(*about_mama, everybody, no) == (SANNE,)


@pytest.mark.parametrize(
    ("tie", "asked"),
    [
        (a_band(lid=MAMA), True),
        (a_band(lid=None), True),
        (a_band(lid=KIND), False),
        (a_band(lid=MAMA, sterkte=Bandsterkte.GESPANNEN), False),
        (a_band(lid=MAMA, richting=Richting.VAN_GEZIN), False),
        (a_band(lid=MAMA, richting=Richting.BEIDE), True),
        (a_band(lid=MAMA, deelnemer=ROB), False),
    ],
)
def test_somebody_of_the_netwerk_is_asked_for_a_tie_that_gives(tie: Part, asked: bool) -> None:
    assert (OMA in takers(an_actie(wie=(ROB,), over=(MAMA,)), tie)) is asked


def test_any_tie_will_do_for_the_whole_family() -> None:
    assert takers(an_actie(wie=(ROB,)), a_band(lid=KIND)) == (OMA,)


@pytest.mark.parametrize(
    "own",
    [
        an_oma(tot=NOW),
        an_oma(overleden_op=NOW),
        an_oma(geboortedatum=Datum(2010)),
        an_oma(soort=PersoonSoort.GEZINSLID),
    ],
)
def test_not_who_has_gone_or_is_a_child_nor_for_a_tie_within_the_family(own: Part) -> None:
    assert takers(an_actie(wie=(ROB,), over=(MAMA,)), own, a_band(lid=MAMA)) == ()


def test_whom_the_last_talk_named_is_asked() -> None:
    talks = (a_bespreking(overname_door=(OMA,)), a_bespreking(id=uid(930), datum=day(1), overname_door=(MAMA, SANNE)))
    sanne = a_betrokkenheid(id=SANNE, over=(KIND,))
    assert takers(an_actie(wie=(ROB,), over=(MAMA,)), sanne, *talks) == (MAMA, SANNE)
    gone = a_betrokkenheid(id=SANNE, over=(KIND,), tot=on(40))
    assert takers(an_actie(wie=(ROB,), over=(MAMA,)), gone, *talks) == (MAMA,)


def test_safety_goes_to_who_does_or_checks_another_agreement() -> None:
    alone = a_veiligheidsafspraak(wie=(ROB,), controle_door=None)
    tie = a_band(lid=None)
    assert takers(alone, tie, soort=PlichtSoort.AFSPRAAK) == ()
    other = a_veiligheidsafspraak(id=uid(950), wie=(MAMA,), controle_door=OMA)
    assert takers(alone, tie, other, soort=PlichtSoort.AFSPRAAK) == (MAMA, OMA)
    everybody = a_betrokkenheid(id=SANNE, leefgebieden=(GELD,))
    checking = a_veiligheidsafspraak(id=uid(950), wie=(MAMA,), controle_door=SANNE)
    found = plichten(a_dossier(ROB_IN, everybody, alone, checking), NOW)
    assert found[0] == Plicht(PlichtSoort.AFSPRAAK, AFSPRAAK, (ROB,), (MAMA, SANNE))
