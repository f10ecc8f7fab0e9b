"""Kan het met minder? Who stays, who could go, whom to ask, and what must be arranged first."""

from dataclasses import replace

import pytest

from gezinsplan.domain.dossier import Dossier, Kader, Vorm
from gezinsplan.domain.minder import (
    Blijft,
    Blijver,
    EerstVeiligheid,
    Mogelijkheden,
    Taak,
    Waarom,
    kan_het_met_minder,
)
from gezinsplan.domain.plichten import PlichtSoort
from gezinsplan.domain.values import Part, get, put
from gezinsplan.domain.veilig import Veiligheidsreden
from gezinsplan.domain.veiligheid import Veiligheidsfase
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_band,
    a_bespreking,
    a_betrokkenheid,
    a_check,
    a_doel,
    a_dossier,
    a_klik,
    a_maatregel,
    a_regisseurschap,
    an_actie,
    day,
    on,
    uid,
)

NOW = day(40)
SANNE, INGE, SCHOOL, GELD, DOEL, ACTIE = uid(32), uid(33), uid(34), uid(702), uid(61), uid(81)
SAFE, DIRECTED = a_check(), a_regisseurschap(houder=MAMA)


def helper(number: int, **changes: object) -> Part:
    return a_betrokkenheid(id=uid(number), omschrijving=f"Hulp {number}", **changes)


def family(*parts: Part) -> Dossier:
    """Sanne and Rob come, for everybody, and a school that does not count."""
    school = helper(34, vaste_basis=True)
    return put(a_dossier(DIRECTED, SAFE, a_betrokkenheid(), helper(32), school), *parts)


def asked(*parts: Part) -> Mogelijkheden:
    answer = kan_het_met_minder(family(*parts), NOW)
    assert isinstance(answer, Mogelijkheden)
    return answer


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((a_check(fase=Veiligheidsfase.DIRECTE_VEILIGHEID),), Veiligheidsreden.DIRECTE_VEILIGHEID),
        ((a_check(volgende_op=day(39)),), Veiligheidsreden.CHECK_TE_LAAT),
        ((an_actie(wie=(SANNE,)), helper(32, tot=on(10))), Veiligheidsreden.GAT),
    ],
)
def test_first_safety_and_no_numbers(parts: tuple[Part, ...], reason: Veiligheidsreden) -> None:
    assert kan_het_met_minder(family(*parts), NOW) == EerstVeiligheid((reason,))


def test_who_carries_nothing_could_go_and_is_asked_about() -> None:
    answer = asked(helper(32, over=(MAMA,)))
    assert (answer.nu, answer.grootte, answer.aantal, answer.meer) == (2, 0, 1, False)
    (team,) = answer.teams
    assert team.blijven == ()
    assert [(each.betrokkenheid, each.waarom) for each in team.gaan] == [(ROB, Waarom.ANDEREN), (SANNE, Waarom.NIETS)]
    assert team.gaan[0].taken == (Taak(PlichtSoort.CONTACT, KIND),), "the school sees the child too"


RUST = (a_doel(leefgebied=GELD, over=(MAMA,)), an_actie(wie=(ROB,), doel=DOEL))


def test_oma_and_sanne_are_asked_to_take_over_from_rob() -> None:
    parts = (
        *RUST,
        an_actie(id=uid(82), wie=(ROB,), over=(KIND,)),
        an_actie(id=uid(83), wie=(SANNE,)),
        a_betrokkenheid(kan_weg_als="het budgetplan af is ", verwacht_tot=day(90), vorm=Vorm.BIJGESCHAKELD),
        helper(32, leefgebieden=(GELD,), behandelaar=True),
        a_band(lid=KIND),
        a_bespreking(datum=day(1), eerst_nodig="uitleg aan school"),
        a_bespreking(id=uid(930), eerst_nodig="iets van lang geleden"),
        a_bespreking(id=uid(931), betrokkenheid=SANNE, overname_door=()),
    )
    answer = asked(*parts, a_klik(deelnemer=OMA, soort=a_klik().soort))
    assert (answer.nu, answer.grootte, answer.aantal) == (2, 1, 1)
    (team,) = answer.teams
    assert (team.blijven, team.overnames, team.door_netwerk) == ((SANNE,), 3, 1)
    (rob,) = team.gaan
    assert (rob.waarom, rob.vragen_aan, rob.verwacht_tot) == (Waarom.OVERNAME, (SANNE, OMA), day(90))
    assert rob.eerst == ("het budgetplan af is", "uitleg aan school")
    assert rob.over_te_nemen == (
        Taak(PlichtSoort.DOEL, DOEL, (SANNE,)),
        Taak(PlichtSoort.ACTIE, ACTIE, (SANNE,)),
        Taak(PlichtSoort.ACTIE, uid(82), (OMA,)),
    )


def test_the_own_people_are_asked_before_volunteers_and_these_before_who_counts() -> None:
    inge = helper(33, betaald=False, soort=a_betrokkenheid().soort.VRIJWILLIGER, leefgebieden=(GELD,))
    answer = asked(*RUST, helper(32, leefgebieden=(GELD,), behandelaar=True), inge, a_band(lid=MAMA))
    assert answer.teams[0].gaan[0].over_te_nemen[0].door == (OMA, INGE, SANNE)


def test_one_person_is_asked_for_as_much_as_possible() -> None:
    more = an_actie(id=uid(82), wie=(ROB,), doel=uid(62), over=(KIND,))
    other = a_doel(id=uid(62), over=(KIND,), leefgebied=uid(703))
    both = (
        helper(32, leefgebieden=(GELD,), behandelaar=True),
        helper(33, leefgebieden=(GELD, uid(703)), behandelaar=True),
    )
    answer = asked(*RUST, more, other, *both)
    assert answer.teams[0].gaan[0].vragen_aan == (INGE,)


ROB_BEFORE, MAMA_NOW = replace(DIRECTED, houder=ROB, tot=day(10)), replace(DIRECTED, id=uid(42), vanaf=day(10))
STAYING = [
    ((a_betrokkenheid(kader=Kader.GEDWONGEN),), Blijft.MAATREGEL),
    ((a_maatregel(),), Blijft.MAATREGEL),
    ((a_betrokkenheid(behandelaar=True),), Blijft.BEHANDELAAR),
    ((replace(DIRECTED, houder=ROB),), Blijft.REGISSEUR),
    ((replace(ROB_BEFORE, contact_tot=day(50)), MAMA_NOW), Blijft.OVERDRACHT),
    ((helper(34, vaste_basis=True, over=(MAMA,)), helper(32, over=(MAMA,))), Blijft.ENIG_CONTACT),
    ((a_klik(),), Blijft.KLIK),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "reason"), STAYING)
def test_who_may_not_leave(parts: tuple[Part, ...], reason: Blijft) -> None:
    answer = asked(*parts)
    assert answer.blijvers == (Blijver(ROB, (reason,)),)
    assert (answer.grootte, answer.teams[0].blijven) == (1, (ROB,))


@pytest.mark.parametrize(
    "parts",
    [
        (a_maatregel(tot=NOW),),
        (replace(ROB_BEFORE, contact_tot=NOW), MAMA_NOW),
        (a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, verwacht_tot=day(90)),),
        (a_klik(), a_klik(id=uid(981), deelnemer=SCHOOL)),
    ],
)  # fmt: skip
def test_who_may(parts: tuple[Part, ...]) -> None:
    assert asked(*parts).grootte == 0


def test_of_two_with_a_klik_one_stays() -> None:
    answer = asked(a_klik(), a_klik(id=uid(981), deelnemer=SANNE))
    assert (answer.grootte, answer.aantal) == (1, 2)
    assert [each.blijven for each in answer.teams] == [(ROB,), (SANNE,)]
    assert answer.blijvers == ()


def test_somebody_who_comes_twice_is_one_person() -> None:
    rob, again = (
        replace(get(family(), type(a_betrokkenheid()), ROB), id=each, professional=uid(901)) for each in (ROB, uid(39))
    )
    answer = asked(
        replace(rob, kan_weg_als="a"), replace(again, kan_weg_als="b"), an_actie(wie=(uid(39),)), a_band(lid=None)
    )
    assert answer.nu == 2
    gone = {each.betrokkenheid: each for each in answer.teams[0].gaan}
    assert set(gone) == {ROB, SANNE}
    assert gone[ROB].eerst == ("a", "b")
    assert gone[ROB].vragen_aan == (OMA,)


def test_everybody_stays_when_everybody_is_needed() -> None:
    answer = asked(an_actie(wie=(ROB,)), an_actie(id=uid(82), wie=(SANNE,)))
    assert (answer.nu, answer.grootte, answer.aantal) == (2, 2, 1)
    assert (answer.teams[0].blijven, answer.teams[0].gaan) == ((ROB, SANNE), ())
