"""What nobody does now, and who is there to do it (product.md rule 4)."""

from dataclasses import replace
from uuid import UUID

import pytest

from gezinsplan.domain.betrokken import contacts, is_child, present_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import ActieStatus, Vorm
from gezinsplan.domain.gaten import Gat, GatSoort, holes
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import Part
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    TERM,
    a_betrokkenheid,
    a_dossier,
    a_gezagsverhouding,
    a_kind,
    a_maatregel,
    a_persoon,
    a_regisseurschap,
    a_veiligheidsafspraak,
    an_actie,
    an_oma,
    day,
    on,
    uid,
)

TODAY = day(50)
DIRECTED = a_regisseurschap(houder=MAMA)
GONE = a_betrokkenheid(tot=on(40))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (a_kind(), True),
        (a_kind(geboortedatum=Datum(2006, 2, 21)), True),
        (a_kind(geboortedatum=Datum(2006, 2, 20)), False),
        (a_kind(geboortedatum=Datum(2006, 2)), True),
        (a_kind(geboortedatum=Datum(2005)), False),
        (a_kind(geboortedatum=None), False),
        (an_oma(geboortedatum=Datum(2013)), False),
        (a_kind(overleden_op=day(40)), False),
        (a_kind(overleden_op=day(60)), True),
        (a_kind(tot=TODAY), False),
        (a_kind(tot=day(51)), True),
    ],
)
def test_who_is_a_child_on_day_50(kind: Persoon, expected: bool) -> None:
    assert is_child(a_dossier(), kind, TODAY) is expected


def test_without_a_birth_date_gezag_tells() -> None:
    kind = a_kind(geboortedatum=None)
    assert is_child(a_dossier(a_gezagsverhouding()), kind, TODAY)
    assert not is_child(a_dossier(a_gezagsverhouding()), a_persoon(), TODAY)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (a_persoon(), True),
        (a_persoon(tot=TODAY), False),
        (a_persoon(tot=day(51)), True),
        (a_persoon(overleden_op=day(49)), False),
        (a_betrokkenheid(), True),
        (a_betrokkenheid(vanaf=None), False),
        (GONE, False),
        (an_actie(), False),
    ],
)
def test_who_is_there_on_day_50(part: Part, expected: bool) -> None:
    assert present_on(a_dossier(part), part.id, TODAY) is expected


@pytest.mark.parametrize(
    ("changes", "sees"),
    [
        ({}, True),
        ({"over": (KIND,)}, True),
        ({"over": (MAMA,)}, False),
        ({"vorm": Vorm.OP_AFSTAND}, False),
        ({"vaste_basis": True}, True),
        ({"tot": on(50)}, False),
        ({"vanaf": None}, False),
    ],
)
def test_who_sees_the_child(changes: dict[str, object], sees: bool) -> None:
    assert [each.id for each in contacts(a_dossier(a_betrokkenheid(**changes)), KIND, TODAY)] == [ROB] * sees


def test_a_vacancy_is_a_hole_since_its_first_day() -> None:
    dossier = a_dossier(a_regisseurschap(houder=MAMA, tot=day(9)), a_regisseurschap(id=uid(42), vanaf=day(9)))
    assert holes(dossier, day(8)) == ()
    assert holes(dossier, TODAY) == (Gat(GatSoort.REGIE, uid(42), day(9)),)


def test_after_the_afsluiting_nobody_has_to_direct() -> None:
    assert holes(a_dossier(afsluiting=TODAY), TODAY) == ()
    assert holes(a_dossier(afsluiting=TODAY), day(49)) != ()


@pytest.mark.parametrize("mama", [a_persoon(overleden_op=day(30)), a_persoon(tot=day(30))])
def test_a_regisseur_of_the_family_who_dies_or_goes_leaves_a_hole(mama: Persoon) -> None:
    dossier = a_dossier(DIRECTED, mama)
    assert holes(dossier, day(29)) == ()
    assert holes(dossier, TODAY) == (Gat(GatSoort.REGIE, TERM, day(30), MAMA),)


@pytest.mark.parametrize(
    ("wie", "gat"),
    [
        ((MAMA,), None),
        ((ROB, MAMA), None),
        ((ROB,), Gat(GatSoort.ACTIE, uid(81), day(40), ROB)),
        ((OMA,), Gat(GatSoort.ACTIE, uid(81), day(20), OMA)),
        ((OMA, ROB), Gat(GatSoort.ACTIE, uid(81), day(40), ROB)),
        ((), Gat(GatSoort.ACTIE, uid(81), day(0))),
        ((uid(32),), Gat(GatSoort.ACTIE, uid(81), day(0))),
        ((uid(32), OMA), Gat(GatSoort.ACTIE, uid(81), day(20), OMA)),
        ((uid(61),), Gat(GatSoort.ACTIE, uid(81), day(0))),
    ],
)
def test_an_open_actie_needs_somebody_who_is_there(wie: tuple[UUID, ...], gat: Gat | None) -> None:
    """Rob left, oma died, 32 is still to come; since when: the last one who was there."""
    later = a_betrokkenheid(id=uid(32), vanaf=on(60), tot=on(90))
    seen = a_betrokkenheid(id=uid(33))
    dossier = a_dossier(DIRECTED, GONE, later, seen, an_oma(overleden_op=day(20)), an_actie(wie=wie))
    assert holes(dossier, TODAY) == ((gat,) if gat else ())


def test_a_hole_does_not_begin_in_the_future() -> None:
    assert holes(a_dossier(DIRECTED, an_actie(wie=(), vanaf=day(80))), TODAY)[0].sinds == TODAY
    assert holes(a_dossier(DIRECTED, an_actie(wie=(), vanaf=None)), TODAY)[0].sinds == day(0)


@pytest.mark.parametrize("status", list(ActieStatus))
def test_only_an_open_actie_is_a_hole(status: ActieStatus) -> None:
    dossier = a_dossier(DIRECTED, an_actie(wie=(), status=status))
    assert bool(holes(dossier, TODAY)) is (status in {ActieStatus.GEVRAAGD, ActieStatus.TOEGEZEGD})


KIND_GAT = Gat(GatSoort.KIND, KIND, day(40), ROB)


@pytest.mark.parametrize(
    ("parts", "gat"),
    [
        ((), None),
        ((a_betrokkenheid(vanaf=on(60)),), None),
        ((GONE,), KIND_GAT),
        ((replace(GONE, over=(MAMA,)),), None),
        ((replace(GONE, vorm=Vorm.OP_AFSTAND),), None),
        ((replace(GONE, geen_overname_omdat="klaar met school"),), None),
        ((replace(GONE, geen_overname_omdat=" "),), KIND_GAT),
        ((replace(GONE, overgenomen_door=OMA),), None),
        ((replace(GONE, overgenomen_door=OMA), an_oma(overleden_op=day(45))), replace(KIND_GAT, sinds=day(45))),
        ((replace(GONE, overgenomen_door=OMA), an_oma(overleden_op=day(30))), KIND_GAT),
        ((replace(GONE, overgenomen_door=uid(32)), a_betrokkenheid(id=uid(32), vorm=Vorm.OP_AFSTAND)), KIND_GAT),
        ((GONE, a_betrokkenheid(id=uid(32), over=(KIND,))), None),
        ((GONE, a_betrokkenheid(id=uid(32), over=(MAMA,))), KIND_GAT),
        (
            (GONE, a_betrokkenheid(id=uid(32), tot=on(45))),
            Gat(GatSoort.KIND, KIND, day(45), uid(32)),
        ),
        ((GONE, a_betrokkenheid(id=uid(32), tot=on(40))), replace(KIND_GAT, van=uid(32))),
        ((GONE, a_kind(geboortedatum=Datum(2000))), None),
        ((replace(GONE, overgenomen_door=OMA), a_betrokkenheid(id=uid(32), tot=on(40))), None),
        ((replace(GONE, geen_overname_omdat="klaar"), a_betrokkenheid(id=uid(32), tot=on(40))), None),
        (
            (replace(GONE, overgenomen_door=OMA), a_betrokkenheid(id=uid(32), tot=on(41))),
            Gat(GatSoort.KIND, KIND, day(41), uid(32)),
        ),
    ],
)
def test_a_child_whose_last_contact_has_gone(parts: tuple[Part, ...], gat: Gat | None) -> None:
    assert holes(a_dossier(DIRECTED, *parts), TODAY) == ((gat,) if gat else ())


def test_the_child_comes_first_then_the_regie_then_the_acties() -> None:
    dossier = a_dossier(GONE, an_actie(wie=(ROB,)))
    assert [gat.soort for gat in holes(dossier, TODAY)] == [GatSoort.KIND, GatSoort.REGIE, GatSoort.ACTIE]


AFSPRAAK, MAATREGEL = a_veiligheidsafspraak().id, a_maatregel().id
DOES, CHECKS = GatSoort.VEILIGHEIDSAFSPRAAK, GatSoort.CONTROLE


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"controle_door": MAMA}, ()),
        ({"wie": (ROB,), "controle_door": MAMA}, (Gat(DOES, AFSPRAAK, day(40), ROB),)),
        ({"wie": (ROB, MAMA), "controle_door": MAMA}, ()),
        ({}, (Gat(CHECKS, AFSPRAAK, day(40), ROB),)),
        ({"wie": (ROB,)}, (Gat(DOES, AFSPRAAK, day(40), ROB), Gat(CHECKS, AFSPRAAK, day(40), ROB))),
        ({"controle_door": None}, (Gat(CHECKS, AFSPRAAK, day(0)),)),
        ({"vanaf": day(45)}, (Gat(CHECKS, AFSPRAAK, day(45), ROB),)),
        ({"vanaf": day(51)}, ()),
        ({"tot": TODAY, "reden": "rustig"}, ()),
    ],
)
def test_a_safety_agreement_needs_who_does_and_who_checks_it(
    changes: dict[str, object], expected: tuple[Gat, ...]
) -> None:
    dossier = a_dossier(DIRECTED, replace(GONE, over=(MAMA,)), a_veiligheidsafspraak(**changes))
    assert holes(dossier, TODAY) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (Gat(GatSoort.MAATREGEL, MAATREGEL, day(40), ROB),)),
        ({"uitvoerder": None}, ()),
        ({"tot": TODAY}, ()),
    ],
)
def test_a_measure_whose_helper_has_gone(changes: dict[str, object], expected: tuple[Gat, ...]) -> None:
    dossier = a_dossier(DIRECTED, replace(GONE, over=(MAMA,)), a_maatregel(**changes))
    assert holes(dossier, TODAY) == expected


def test_safety_comes_before_everything_else() -> None:
    dossier = a_dossier(GONE, an_actie(wie=(ROB,)), a_veiligheidsafspraak(wie=(ROB,)), a_maatregel())
    assert [gat.soort for gat in holes(dossier, TODAY)] == [*GatSoort]
