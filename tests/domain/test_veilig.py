"""Safety as people said it: what stands on a day, what comes first, agreements and measures."""

from dataclasses import replace
from uuid import UUID

import pytest

from gezinsplan.domain.dossier import Kader
from gezinsplan.domain.errors import Code
from gezinsplan.domain.maatregelen import give_maatregel, is_in_force, maatregelen_op, moet_blijven
from gezinsplan.domain.values import Part, get
from gezinsplan.domain.veilig import (
    Geldigheid,
    Veiligheid,
    Veiligheidsreden,
    checks_op,
    eerst_veiligheid,
    veiligheid_op,
)
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidsfase
from gezinsplan.domain.veiligheidsafspraken import (
    checkers,
    close_afspraak,
    give_afspraak,
    is_open,
    put_afspraak,
    running_on,
)
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_check,
    a_dossier,
    a_maatregel,
    a_regisseurschap,
    a_veiligheidsafspraak,
    an_oma,
    day,
    on,
    refused,
    uid,
)

FIRST, LATER, OTHER = a_check(), a_check(id=uid(194), datum=day(30), volgende_op=day(60)), uid(195)
DIRECTED = a_regisseurschap(houder=MAMA)
ACUTE = {"fase": Veiligheidsfase.DIRECTE_VEILIGHEID}


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ((), Veiligheid(Geldigheid.ONTBREEKT)),
        ((a_check(datum=day(51)),), Veiligheid(Geldigheid.ONTBREEKT)),
        ((FIRST,), Veiligheid(Geldigheid.GELDT, FIRST)),
        ((FIRST, LATER), Veiligheid(Geldigheid.GELDT, LATER)),
        ((replace(FIRST, volgende_op=day(50)),), Veiligheid(Geldigheid.GELDT, replace(FIRST, volgende_op=day(50)))),
        (
            (replace(FIRST, volgende_op=day(49)),),
            Veiligheid(Geldigheid.CHECK_NODIG, replace(FIRST, volgende_op=day(49))),
        ),
        ((replace(FIRST, volgende_op=day(9)), LATER), Veiligheid(Geldigheid.GELDT, LATER)),
        (
            (replace(FIRST, volgende_op=day(9)), replace(LATER, over=(KIND,))),
            Veiligheid(Geldigheid.CHECK_NODIG, replace(LATER, over=(KIND,))),
        ),
    ],
)
def test_the_word_of_day_50(checks: tuple[Part, ...], expected: Veiligheid) -> None:
    """A check of the child alone says nothing about the others."""
    assert veiligheid_op(a_dossier(*checks), day(50)) == expected


@pytest.mark.parametrize(
    ("first", "then", "stands"),
    [
        ((), (), False),
        ((KIND,), (), False),
        ((KIND,), (KIND, MAMA), False),
        ((KIND, MAMA), (KIND,), True),
        ((), (KIND,), True),
    ],
)
def test_a_later_check_takes_the_place_of_one_about_the_same_people(
    first: tuple[UUID, ...], then: tuple[UUID, ...], stands: bool
) -> None:
    dossier = a_dossier(a_check(over=first), replace(LATER, over=then))
    assert (FIRST.id in {each.id for each in checks_op(dossier, day(50))}) is stands


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((DIRECTED, FIRST), ()),
        ((DIRECTED,), (Veiligheidsreden.CHECK_ONTBREEKT,)),
        ((DIRECTED, a_check(volgende_op=day(9))), (Veiligheidsreden.CHECK_TE_LAAT,)),
        ((DIRECTED, a_check(**ACUTE)), (Veiligheidsreden.DIRECTE_VEILIGHEID,)),
        ((DIRECTED, a_check(**ACUTE), LATER), ()),
        ((DIRECTED, a_check(**ACUTE), replace(LATER, over=(KIND,))), (Veiligheidsreden.DIRECTE_VEILIGHEID,)),
        ((FIRST,), (Veiligheidsreden.GAT,)),
        ((), (Veiligheidsreden.CHECK_ONTBREEKT, Veiligheidsreden.GAT)),
    ],
)
def test_why_safety_comes_first(parts: tuple[Part, ...], expected: tuple[Veiligheidsreden, ...]) -> None:
    assert eerst_veiligheid(a_dossier(*parts), day(50)) == expected


AFSPRAAK = a_veiligheidsafspraak()
AGREED = a_dossier(a_betrokkenheid(), AFSPRAAK)


def test_an_agreement_stands_from_until() -> None:
    dossier = a_dossier(a_betrokkenheid(), a_veiligheidsafspraak(vanaf=day(10), tot=day(20), reden="klaar"))
    (found,) = dossier.veiligheidsafspraken
    assert [len(running_on(dossier, day(number))) for number in (9, 10, 19, 20)] == [0, 1, 1, 0]
    assert [is_open(found, day(number)) for number in (9, 19, 20)] == [True, True, False]
    assert not is_open(replace(found, tot=day(10)), day(0))
    assert (checkers(found), checkers(replace(found, controle_door=None))) == ((ROB,), ())


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"wie": ()}, Code.WHO_IS_MISSING, "wie"),
        ({"controle_door": None}, Code.WHO_IS_MISSING, "controle_door"),
        ({"tot": day(9), "reden": " "}, Code.REASON_MISSING, "reden"),
    ],
)
def test_an_agreement_says_who_does_and_who_checks_it(changes: dict[str, object], code: Code, field: str) -> None:
    with refused(code, field=field, id=AFSPRAAK.id):
        put_afspraak(AGREED, replace(AFSPRAAK, **changes))  # type: ignore[arg-type]
    assert put_afspraak(AGREED, AFSPRAAK) == AGREED


def test_an_agreement_is_closed_with_a_date_and_a_reason() -> None:
    closed = close_afspraak(AGREED, AFSPRAAK.id, day(9), "het is rustig")
    found = get(closed, Veiligheidsafspraak, AFSPRAAK.id)
    assert (found.tot, found.reden) == (day(9), "het is rustig")
    for op, reden, code in (
        (day(9), " ", Code.REASON_MISSING),
        (day(-1), "rustig", Code.END_BEFORE_START),
    ):
        with refused(code, id=AFSPRAAK.id):
            close_afspraak(AGREED, AFSPRAAK.id, op, reden)
    with refused(Code.ALREADY_ENDED, field="tot"):
        close_afspraak(closed, AFSPRAAK.id, day(9), "nog eens")


def test_an_agreement_moves_to_somebody_who_is_there() -> None:
    moved = give_afspraak(AGREED, AFSPRAAK.id, (OMA,), MAMA, day(9))
    assert get(moved, Veiligheidsafspraak, AFSPRAAK.id) == replace(AFSPRAAK, wie=(OMA,), controle_door=MAMA)
    gone = a_dossier(a_betrokkenheid(), AFSPRAAK, an_oma(overleden_op=day(5)))
    for wie, checker in (((OMA,), MAMA), ((MAMA,), OMA)):
        with refused(Code.TAKEOVER_NOT_THERE, id=OMA):
            give_afspraak(gone, AFSPRAAK.id, wie, checker, day(9))
    with refused(Code.WHO_IS_MISSING, field="controle_door"):
        give_afspraak(AGREED, AFSPRAAK.id, (MAMA,), None, day(9))


def test_a_measure_is_in_force_from_until() -> None:
    order = a_maatregel(vanaf=day(10), tot=day(20))
    dossier = a_dossier(a_betrokkenheid(), order)
    assert [len(maatregelen_op(dossier, day(number))) for number in (9, 10, 19, 20)] == [0, 1, 1, 0]
    assert [is_in_force(order, day(number)) for number in (9, 20)] == [True, False]
    assert [moet_blijven(dossier, ROB, day(number)) for number in (9, 10, 19, 20)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        ({"kader": Kader.GEDWONGEN}, True),
        ({"kader": Kader.DRANG}, False),
        ({"kader": Kader.GEDWONGEN, "tot": on(40)}, False),
        ({}, False),
    ],
)
def test_who_is_there_by_order_stays(changes: dict[str, object], stays: bool) -> None:
    assert moet_blijven(a_dossier(a_betrokkenheid(**changes)), ROB, day(50)) is stays
    assert not moet_blijven(a_dossier(a_maatregel(uitvoerder=None)), OMA, day(50))


@pytest.mark.parametrize(("who", "vanaf"), [(OMA, 0), (uid(32), 60), (OTHER, 0)])
def test_a_measure_is_carried_out_by_a_helper_who_is_there(who: object, vanaf: int) -> None:
    dossier = a_dossier(a_betrokkenheid(), a_betrokkenheid(id=uid(32), vanaf=on(60)), a_maatregel())
    with refused(Code.TAKEOVER_NOT_THERE, field="uitvoerder", id=who):
        give_maatregel(dossier, uid(96), who, day(50))  # type: ignore[arg-type]
    given = give_maatregel(dossier, uid(96), uid(32), day(60 + vanaf))
    assert get(given, Maatregel, uid(96)).uitvoerder == uid(32)
