"""Who is asked whether he agrees: every border of age and gezag, on the day on which somebody answers (domain.md 5)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.akkoord import (
    ALLEEN_VANAF,
    ZELF_VANAF,
    Gevraagde,
    antwoorden,
    eigen_deel,
    gevraagden,
    gezag_op,
    leg_akkoord_vast,
    nog_te_bevestigen,
    nog_te_vragen,
    ontvangers,
    zonder_gezag,
)
from gezinsplan.domain.datum import Datum, age_on
from gezinsplan.domain.dossier import ActieStatus, BetrokkenheidSoort, Dossier, Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.personen import Gezagsvorm, PersoonSoort
from gezinsplan.domain.values import Part, drop
from gezinsplan.domain.versies import Antwoord
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_gezagsverhouding,
    a_kind,
    a_persoon,
    a_regisseurschap,
    a_veiligheidsafspraak,
    a_versie,
    a_verstrekking,
    an_actie,
    an_akkoord,
    an_oma,
    day,
    on,
    refused,
    uid,
)

BORN = date(2013, 6, 15)
PAPA = uid(14)
A_DAY = timedelta(days=1)


def turning(age: int) -> date:
    return BORN.replace(year=BORN.year + age)


def asked(*parts: Part, op: date) -> dict[UUID, Gevraagde]:
    return {each.wie: each for each in gevraagden(a_dossier(a_gezagsverhouding(), *parts), op)}


@pytest.mark.parametrize(
    ("op", "child", "parent"),
    [
        (turning(ZELF_VANAF) - A_DAY, False, True),
        (turning(ZELF_VANAF), True, True),
        (turning(ALLEEN_VANAF) - A_DAY, True, True),
        (turning(ALLEEN_VANAF), True, False),
        (turning(18) - A_DAY, True, False),
        (turning(18), True, False),
    ],
)
def test_who_answers_for_a_child_on_the_border_days(op: date, child: bool, parent: bool) -> None:
    found = asked(op=op)
    assert (KIND in found) is child
    assert (KIND in found[MAMA].voor) is parent
    assert found[MAMA].zelf


@pytest.mark.parametrize(
    ("op", "receives"),
    [
        (turning(12) - A_DAY, {MAMA}),
        (turning(12), {MAMA, KIND}),
        (turning(16), {MAMA, KIND}),
        (turning(18) - A_DAY, {MAMA, KIND}),
        (turning(18), set()),
    ],
)
def test_every_parent_with_gezag_and_every_child_from_12_receives(op: date, receives: set[UUID]) -> None:
    assert {*ontvangers(a_dossier(a_gezagsverhouding()), op)} == receives


@pytest.mark.parametrize(
    ("born", "op", "age"),
    [
        (Datum(2012, 2, 29), date(2024, 2, 28), 11),
        (Datum(2012, 2, 29), date(2024, 2, 29), 12),
        (Datum(2008, 2, 29), date(2023, 2, 28), 14),
        (Datum(2008, 2, 29), date(2023, 3, 1), 15),
        (Datum(2012), date(2024, 12, 30), 11),
        (Datum(2012), date(2024, 12, 31), 12),
        (Datum(2012, 5, ongeveer=False), date(2024, 5, 30), 11),
        (Datum(2012, 5), date(2024, 5, 31), 12),
    ],
)
def test_who_may_be_too_young_is_too_young(born: Datum, op: date, age: int) -> None:
    assert age_on(born, op) == age
    assert (KIND in asked(a_kind(geboortedatum=born), op=op)) is (age >= ZELF_VANAF)


@pytest.mark.parametrize(
    ("changes", "op", "has"),
    [
        ({}, day(5), True),
        ({"vanaf": on(5)}, day(4), False),
        ({"vanaf": on(5)}, day(5), True),
        ({"tot": on(5)}, day(4), True),
        ({"tot": on(5)}, day(5), False),
        ({"tot": Datum(2024, 3)}, date(2024, 3, 31), True),
        ({"tot": Datum(2024, 3)}, date(2024, 4, 1), False),
        ({"houder": None, "vorm": Gezagsvorm.TIJDELIJK_GEEN}, day(5), False),
    ],
)
def test_gezag_is_that_of_the_day(changes: dict[str, object], op: date, has: bool) -> None:
    dossier = a_dossier(a_gezagsverhouding(**changes))
    assert gezag_op(dossier, KIND, op) == ((MAMA,) if has else ())
    assert zonder_gezag(dossier, op) == (() if has else (KIND,))
    assert (KIND in dict((each.wie, each) for each in gevraagden(dossier, op))[MAMA].voor) is has


def test_both_parents_answer_also_who_lives_elsewhere() -> None:
    papa = an_oma(id=PAPA, naam="Kemal", roepnaam="papa")
    found = asked(papa, a_gezagsverhouding(id=uid(25), houder=PAPA), op=day(5))
    assert found[PAPA] == Gevraagde(PAPA, False, (KIND,))
    assert found[MAMA] == Gevraagde(MAMA, True, (KIND,))
    assert OMA not in found


def test_who_died_or_left_is_not_asked_and_has_no_gezag() -> None:
    for gone in (a_persoon(overleden_op=day(5)), a_persoon(tot=day(5))):
        assert MAMA in asked(gone, op=day(4))
        assert MAMA not in asked(gone, op=day(5))
        assert zonder_gezag(a_dossier(a_gezagsverhouding(), gone), day(5)) == (KIND,)


def test_without_a_birth_date_gezag_tells_who_is_a_child() -> None:
    unknown = a_kind(geboortedatum=None)
    assert KIND not in asked(unknown, op=day(5))
    assert KIND in {each.wie for each in gevraagden(a_dossier(unknown), day(5))}  # nobody has gezag: an adult


@given(st.dates(date(2013, 6, 15), date(2040, 1, 1)))
def test_on_every_day_somebody_answers_for_the_child(op: date) -> None:
    found = asked(op=op)
    assert KIND in found or KIND in found[MAMA].voor
    assert (KIND in found and KIND in found[MAMA].voor) is (12 <= age_on(Datum.op(BORN), op) < 16)


# ---------------------------------------------------------------- helpers and their own part


@pytest.mark.parametrize(
    ("helper", "more", "has"),
    [
        ({}, (), False),
        ({}, (an_actie(wie=(ROB,)),), True),
        ({}, (an_actie(wie=(ROB,), status=ActieStatus.KLAAR),), False),
        ({"doelen": (uid(61),)}, (), True),
        ({}, (a_veiligheidsafspraak(),), True),
        ({}, (a_veiligheidsafspraak(wie=(ROB,), controle_door=MAMA),), True),
        ({}, (a_veiligheidsafspraak(tot=day(5), reden="klaar"),), False),
        ({"vorm": Vorm.OP_AFSTAND}, (an_actie(wie=(ROB,)),), False),
        ({"soort": BetrokkenheidSoort.VRIJWILLIGER}, (an_actie(wie=(ROB,)),), False),
        ({"vanaf": on(11)}, (an_actie(wie=(ROB,)),), False),
        ({"tot": on(10)}, (an_actie(wie=(ROB,)),), False),
    ],
)
def test_a_beroepskracht_with_a_part_of_his_own_is_asked(
    helper: dict[str, object], more: tuple[Part, ...], has: bool
) -> None:
    assert eigen_deel(a_dossier(a_betrokkenheid(**helper), *more), day(10)) == ((ROB,) if has else ())


def test_the_regisseur_is_not_asked_about_his_own_part() -> None:
    assert eigen_deel(a_dossier(a_betrokkenheid(), an_actie(wie=(ROB,)), a_regisseurschap(houder=ROB)), day(5)) == ()


def test_who_came_after_the_version_is_not_asked_about_it() -> None:
    base = (a_versie(dag=day(2)), an_actie(wie=(ROB,)))
    there = a_dossier(*base, a_betrokkenheid(vanaf=on(2)))
    later = a_dossier(*base, a_betrokkenheid(vanaf=on(3)))
    assert nog_te_bevestigen(there, there.planversies[0], day(9)) == (ROB,)
    assert nog_te_bevestigen(later, later.planversies[0], day(9)) == ()


# ---------------------------------------------------------------- answers


def version(*parts: Part) -> Dossier:
    return a_dossier(a_versie(), a_gezagsverhouding(), *parts)


def test_who_answered_is_asked_no_more() -> None:
    dossier = version()
    assert [each.wie for each in nog_te_vragen(dossier, dossier.planversies[0], day(9))] == [MAMA]
    for answer in (
        an_akkoord(),
        an_akkoord(antwoord=Antwoord.NIET_AKKOORD, toelichting="Nee"),
        an_akkoord(antwoord=Antwoord.NIET_GEVRAAGD, vorm=None, toelichting="Ziek"),
    ):
        told = version(answer)
        assert nog_te_vragen(told, told.planversies[0], day(9)) == ()


def test_a_child_that_turned_12_meanwhile_is_asked_and_from_16_the_parent_no_more() -> None:
    dossier = version()
    versie = dossier.planversies[0]
    assert [each.wie for each in nog_te_vragen(dossier, versie, turning(12) - A_DAY)] == [MAMA]
    assert [each.wie for each in nog_te_vragen(dossier, versie, turning(12))] == [MAMA, KIND]
    assert nog_te_vragen(dossier, versie, turning(16))[0] == Gevraagde(MAMA, True)


def test_what_was_said_last_counts_of_each() -> None:
    first = an_akkoord(datum=day(3))
    later = an_akkoord(id=uid(109), datum=day(5), antwoord=Antwoord.NIET_AKKOORD, toelichting="Toch niet")
    other = an_akkoord(id=uid(110), versie=uid(111))
    dossier = version(later, first, other, a_versie(id=uid(111), nummer=2))
    assert antwoorden(dossier, uid(116)) == {MAMA: later}


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        (an_akkoord(datum=day(10)), Code.DAY_TO_COME, "datum"),
        (an_akkoord(datum=day(-1)), Code.VERSION_DAY, "datum"),
        (an_akkoord(deelnemer=OMA), Code.NOT_ASKED, "deelnemer"),
        (an_akkoord(deelnemer=KIND), Code.NOT_ASKED, "deelnemer"),
        (an_akkoord(deelnemer=ROB, datum=day(2)), Code.NOT_ASKED, "deelnemer"),
    ],
)
def test_an_answer_that_cannot_be(said: object, code: Code, field: str) -> None:
    with refused(code, field=field):
        leg_akkoord_vast(version(a_betrokkenheid(vanaf=on(3))), said, day(9))  # type: ignore[arg-type]


def test_the_age_of_the_day_of_the_answer_counts() -> None:
    dossier = version()
    young = an_akkoord(deelnemer=KIND, datum=turning(12) - A_DAY)
    with refused(Code.NOT_ASKED):
        leg_akkoord_vast(dossier, young, turning(13))
    old_enough = replace(young, datum=turning(12))
    assert leg_akkoord_vast(dossier, old_enough, turning(13)).akkoorden == (old_enough,)
    parent = an_akkoord(datum=turning(16))
    assert leg_akkoord_vast(drop(dossier, a_verstrekking().id), parent, turning(16)).akkoorden == (parent,)


def test_a_helper_answers_for_his_part() -> None:
    said = an_akkoord(deelnemer=ROB, datum=day(3))
    assert leg_akkoord_vast(version(a_betrokkenheid()), said, day(3)).akkoorden == (said,)


def test_members_are_who_belongs_to_the_family() -> None:
    assert PersoonSoort.NETWERK is an_oma().soort
    assert OMA not in asked(op=day(5))
