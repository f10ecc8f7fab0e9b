"""What a family asks for on a day: each kind of point on its border days, and nothing of a family that is closed."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.datum import Datum, age_on
from gezinsplan.domain.dossier import ActieSoort, ActieStatus, Vorm
from gezinsplan.domain.values import Part
from gezinsplan.domain.vandaag import RIGHTS, Punt, PuntSoort, punten
from gezinsplan.domain.versies import VersieStatus
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_check,
    a_contact,
    a_doorbraak,
    a_dossier,
    a_gezagsverhouding,
    a_kind,
    a_regisseurschap,
    a_versie,
    a_verstrekking,
    an_actie,
    an_akkoord,
    day,
    uid,
)

NOW = 100
ACTIE = uid(81)


def found(*parts: Part, op: int = NOW, **gezin: object) -> list[tuple[PuntSoort, int]]:
    """The points, but for those of a family in which nothing else happens."""
    dossier = a_dossier(a_regisseurschap(houder=MAMA), *parts, **gezin)
    return [(each.soort, (each.dag - day(0)).days) for each in punten(dossier, day(op))]


def test_a_quiet_family_asks_for_nothing() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("part", "soort", "due", "first"),
    [
        (an_actie(wanneer=day(NOW)), PuntSoort.ACTIE, NOW, NOW - 7),
        (an_actie(navragen_op=day(NOW)), PuntSoort.NAVRAGEN, NOW, NOW),
        (an_actie(soort=ActieSoort.HANDSCHOEN, vanaf=day(9)), PuntSoort.NAVRAGEN, 70, 70),
        (an_actie(status=ActieStatus.GEVRAAGD, vanaf=day(9)), PuntSoort.VRAGEN, 16, 16),
        (a_betrokkenheid(vorm=Vorm.BIJGESCHAKELD, verwacht_tot=day(NOW)), PuntSoort.KLAAR, NOW, NOW - 14),
        (a_betrokkenheid(beschikking_tot=day(NOW)), PuntSoort.BESCHIKKING, NOW, NOW - 28),
        (a_check(volgende_op=day(NOW)), PuntSoort.VEILIGHEID, NOW, NOW - 7),
        (a_doorbraak(antwoord_voor=day(NOW)), PuntSoort.DOORBRAAK, NOW, NOW + 1),
        (a_gezagsverhouding(gecontroleerd_op=day(-300)), PuntSoort.GEZAG, 65, 65),
        (a_contact(met=(MAMA, KIND), datum=day(9)), PuntSoort.CONTACT, 37, 37),
    ],
)
def test_each_from_its_first_day_on(part: Part, soort: PuntSoort, due: int, first: int) -> None:
    assert found(part, op=first - 1) == []
    assert found(part, op=first) == [(soort, due)]


KIND_OF_12 = a_kind(geboortedatum=Datum.op(date(2011, 3, 1)))
GEZAG = a_gezagsverhouding(gecontroleerd_op=None)
CONCEPT = a_versie(status=VersieStatus.CONCEPT)
RECEIVED = (a_verstrekking(), a_verstrekking(id=uid(109), deelnemer=KIND))
AGREED = (an_akkoord(), an_akkoord(id=uid(110), deelnemer=KIND))


def about_versions(*parts: Part, op: int = NOW) -> list[tuple[PuntSoort, int, tuple[UUID, ...]]]:
    dossier = a_dossier(a_regisseurschap(houder=MAMA), KIND_OF_12, GEZAG, *parts)
    return [(each.soort, (each.dag - day(0)).days, each.onderdelen) for each in punten(dossier, day(op))]


def test_who_did_not_receive_or_answer_stays_until_he_has() -> None:
    versie = uid(116)
    assert about_versions(a_versie()) == [
        (PuntSoort.GEKREGEN, 7, (versie, MAMA, KIND)),
        (PuntSoort.AKKOORD, 14, (versie, MAMA, KIND)),
    ]
    assert about_versions(a_versie(), RECEIVED[0], *AGREED) == [(PuntSoort.GEKREGEN, 7, (versie, KIND))]
    assert about_versions(a_versie(), *RECEIVED, AGREED[0]) == [(PuntSoort.AKKOORD, 14, (versie, KIND))]
    assert about_versions(a_versie(), *RECEIVED, *AGREED) == []


def test_a_helper_who_did_not_confirm_his_part_stays_too() -> None:
    task = (a_versie(), *RECEIVED, *AGREED, a_betrokkenheid(), an_actie(wie=(ROB,), vanaf=None))
    assert about_versions(*task) == [(PuntSoort.BEVESTIGEN, 14, (uid(116), ROB))]
    assert about_versions(*task, an_akkoord(id=uid(111), deelnemer=ROB)) == []


def test_only_what_goes_around_now_is_asked_about() -> None:
    newer = a_versie(id=uid(120), nummer=2, dag=day(50))
    assert {parts[0] for _soort, _day, parts in about_versions(a_versie(), newer)} == {newer.id}
    proposal = a_versie(id=uid(121), nummer=3, status=VersieStatus.CONCEPT, dag=day(60))
    soorten = {(soort, parts[0]) for soort, _day, parts in about_versions(a_versie(), newer, proposal)}
    assert soorten == {(PuntSoort.GEKREGEN, proposal.id), (PuntSoort.AKKOORD, newer.id)}


@pytest.mark.parametrize(("op", "late"), [(13, False), (14, True)])
def test_a_reaction_is_awaited_from_its_day_on(op: int, late: bool) -> None:
    given = (a_verstrekking(reageren_tot=day(14)), a_verstrekking(id=uid(109), deelnemer=KIND, reageren_tot=day(99)))
    expected = [(PuntSoort.REACTIE, 14, (uid(118),))] if late else []
    assert about_versions(CONCEPT, *given, op=op) == expected


@pytest.mark.parametrize("status", [ActieStatus.KLAAR, ActieStatus.VERVALLEN, ActieStatus.GEWEIGERD])
def test_what_is_done_asks_for_nothing(status: ActieStatus) -> None:
    assert found(an_actie(status=status, wanneer=day(9), navragen_op=day(9), klaar_op=day(9), reden="klaar")) == []


def test_who_has_an_end_already_is_not_asked_about() -> None:
    assert found(a_betrokkenheid(verwacht_tot=day(NOW), tot=Datum.op(day(NOW + 9)), reden_einde="klaar")) == []


def test_what_nobody_does_has_its_first_day() -> None:
    assert found(an_actie(wie=(ROB,)), a_betrokkenheid(tot=Datum.op(day(9)), reden_einde="weg"))[0][0] is PuntSoort.GAT


def test_members_and_children_are_asked_about_together() -> None:
    old = a_contact(met=(OMA,))
    dossier = a_dossier(a_regisseurschap(houder=MAMA), old, a_contact(id=uid(106), datum=day(40), met=(KIND,)))
    (punt,) = punten(dossier, day(NOW))
    assert (punt.soort, punt.onderdelen, punt.dag) == (PuntSoort.CONTACT, (MAMA, KIND), day(28))


def test_two_holders_of_gezag_over_one_child_are_one_point() -> None:
    several = (
        a_gezagsverhouding(gecontroleerd_op=day(-300)),
        a_gezagsverhouding(id=uid(199), gecontroleerd_op=day(-290)),
        a_gezagsverhouding(id=uid(198), gecontroleerd_op=day(-400), tot=Datum.op(day(2))),
    )
    assert punten(a_dossier(a_regisseurschap(houder=MAMA), *several), day(NOW)) == (
        Punt(PuntSoort.GEZAG, KIND, day(65)),
    )


@pytest.mark.parametrize(("op", "there"), [(-1, False), (0, True), (49, True), (50, False)])
def test_only_while_the_case_is_open(op: int, there: bool) -> None:
    late = an_actie(wanneer=day(-9), vanaf=None)
    closed = a_regisseurschap(houder=MAMA, tot=day(50))
    dossier = a_dossier(closed, late, afsluiting=day(50))
    assert bool(punten(dossier, day(op))) is there


@given(st.dates(date(2000, 1, 1), date(2015, 12, 31)), st.sampled_from(RIGHTS))
def test_a_birthday_is_told_from_four_weeks_before_until_the_day(born: date, age: int) -> None:
    """On the day of the point the age is what it says, and on the day before it is not (29 February too)."""
    long_ago = date(1999, 1, 1)
    kind = a_kind(geboortedatum=Datum.op(born))
    dossier = a_dossier(a_regisseurschap(houder=MAMA, vanaf=long_ago), kind, start=long_ago)
    around = date(born.year + age, born.month, 28 if (born.month, born.day) == (2, 29) else born.day)
    asked = (each for back in range(-1, 3) for each in punten(dossier, around - timedelta(days=back)))
    (told,) = {each.dag for each in asked if each.soort is PuntSoort.VERJAARDAG}
    assert age_on(Datum.op(born), told) == age
    assert age_on(Datum.op(born), told - timedelta(days=1)) == age - 1


def test_a_birthday_of_which_the_day_is_not_known_is_not_told() -> None:
    born = Datum.parse("2012")
    assert found(a_kind(geboortedatum=born), op=20) == []
