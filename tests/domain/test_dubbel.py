"""The same person in two open families: proposed with care, decided by a person, two regisseurs red in both."""

from dataclasses import replace

import pytest

from gezinsplan.domain.banden import Dubbel, DubbelKeuze
from gezinsplan.domain.checks import check
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.dubbel import (
    Gelijkenis,
    Iemand,
    TweeRegisseurs,
    Voorstel,
    decide,
    gelijkenis,
    leden,
    te_beslissen,
    twee_regisseurs,
    voorstellen,
)
from gezinsplan.domain.errors import Code
from gezinsplan.domain.values import Part, put
from tests.make import (
    GEZIN,
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_dubbel,
    a_kind,
    a_persoon,
    a_regisseurschap,
    day,
    on,
    refused,
    uid,
)

THERE, OTHER_KIND = uid(1001), uid(1012)
BORN = Datum(2013, 6, 15)
NOOR = Iemand(GEZIN, KIND, "Noor Yılmaz", BORN, True, "a")
SAME = replace(NOOR, gezin=THERE, persoon=OTHER_KIND, regisseur="b")


@pytest.mark.parametrize(
    ("naam", "geboren", "expected"),
    [
        ("Noor Yılmaz", BORN, Gelijkenis.GELIJK),
        ("noor  YILMAZ", BORN, Gelijkenis.GELIJK),
        ("Yılmaz, Noor", BORN, Gelijkenis.GELIJK),
        ("Noor", BORN, Gelijkenis.MOGELIJK),
        ("Noor Yilmas", BORN, Gelijkenis.MOGELIJK),
        ("Noor de Vries-Yılmaz", BORN, Gelijkenis.MOGELIJK),
        ("Emre Yılmaz", BORN, None),
        ("", BORN, None),
        ("Noor Yılmaz", None, Gelijkenis.MOGELIJK),
        ("Noor Yılmaz", Datum(2013), Gelijkenis.MOGELIJK),
        ("Noor Yılmaz", Datum(2012, ongeveer=True), Gelijkenis.MOGELIJK),
        ("Noor Yılmaz", Datum(2012), None),
        ("Noor Yılmaz", Datum(2014), None),
        ("Noor Yılmaz", Datum(2013, 6, 16), None),
        ("Noor Yilmas", None, None),
        ("Noor", None, None),
    ],
)
def test_how_much_somebody_looks_like_noor(naam: str, geboren: Datum | None, expected: Gelijkenis | None) -> None:
    other = replace(SAME, naam=naam, geboren=geboren)
    assert gelijkenis(NOOR, other) is gelijkenis(other, NOOR) is expected


def test_a_single_name_without_a_day_is_nobody_in_particular() -> None:
    assert gelijkenis(replace(NOOR, naam="Jan", geboren=None), replace(SAME, naam="Jan", geboren=None)) is None


def test_who_may_be_the_same_is_proposed_and_nobody_of_the_own_family() -> None:
    maybe = replace(SAME, persoon=uid(1013), geboren=None)
    sister = replace(NOOR, persoon=uid(16))
    other = replace(SAME, persoon=uid(1014), naam="Emre de Vries")
    assert voorstellen(NOOR, [maybe, sister, SAME, other]) == (
        Voorstel(KIND, THERE, OTHER_KIND, Gelijkenis.GELIJK),
        Voorstel(KIND, THERE, uid(1013), Gelijkenis.MOGELIJK),
    )


def test_of_a_family_only_the_members_who_are_there_while_it_is_open() -> None:
    dossier = a_dossier(a_kind(), a_persoon(tot=day(9)), afsluiting=day(60))
    assert leden(dossier, day(50)) == (Iemand(GEZIN, KIND, "Noor Yılmaz", BORN, True, None),)
    assert leden(dossier, day(60)) == leden(dossier, day(-1)) == ()


@pytest.mark.parametrize(
    ("helper", "regisseur"),
    [
        (a_betrokkenheid(), str(ROB)),
        (a_betrokkenheid(professional=uid(901)), str(uid(901))),
    ],
)
def test_a_regisseur_is_one_human_being_in_all_families(helper: Part, regisseur: str) -> None:
    found = leden(a_dossier(helper, a_regisseurschap(houder=ROB)), day(5))
    assert {each.regisseur for each in found} == {regisseur}
    own = leden(a_dossier(a_regisseurschap(houder=MAMA), a_persoon(geboortedatum=on(-9000))), day(5))
    assert {each.regisseur for each in own} == {f"elif yilmaz {on(-9000)}"}
    unknown = leden(a_dossier(a_regisseurschap(houder=OMA)), day(5))
    assert {each.regisseur for each in unknown} == {"fatma demir "}


TWO = a_dubbel(keuze=DubbelKeuze.TWEE_PLANNEN, reden="Papa wil apart.", opnieuw_op=day(90))


def test_a_decision_replaces_the_one_before() -> None:
    once = decide(a_dossier(), a_dubbel())
    assert once.dubbelen == (a_dubbel(),)
    again = decide(once, replace(TWO, id=uid(200)))
    assert again.dubbelen == (TWO,)
    assert len(decide(once, a_dubbel(id=uid(200), ander_gezin=uid(1002))).dubbelen) == 2
    check(again)


@pytest.mark.parametrize(
    ("dubbel", "code", "field"),
    [
        (replace(TWO, reden=" "), Code.REASON_MISSING, "reden"),
        (replace(TWO, opnieuw_op=None), Code.UNTIL_MISSING, "opnieuw_op"),
        (a_dubbel(ander_gezin=GEZIN), Code.SAME_FAMILY, "ander_gezin"),
    ],
)
def test_a_decision_that_cannot_be(dubbel: Dubbel, code: Code, field: str) -> None:
    with refused(code, field=field, id=dubbel.id):
        decide(a_dossier(), dubbel)
    with refused(code, field=field, id=dubbel.id):
        check(put(a_dossier(), dubbel))
    with refused(Code.UNKNOWN_PART, id=ROB):
        decide(a_dossier(), replace(dubbel, persoon=ROB))


@pytest.mark.parametrize(
    ("dossier", "number", "asked"),
    [
        (a_dossier(), 5, True),
        (a_dossier(a_dubbel()), 5, False),
        (a_dossier(a_dubbel(persoon=MAMA)), 5, True),
        (a_dossier(TWO), 89, False),
        (a_dossier(TWO), 90, True),
    ],
)
def test_what_is_still_to_be_decided_or_looked_at_again(dossier: Dossier, number: int, asked: bool) -> None:
    found = voorstellen(NOOR, [SAME])
    assert te_beslissen(dossier, found, day(number)) == (found if asked else ())


def red(*caseload: Iemand, besloten: tuple[Dubbel, ...] = ()) -> tuple[TweeRegisseurs, ...]:
    return twee_regisseurs(caseload, [(GEZIN, each) for each in besloten])


def both(keuze: DubbelKeuze | None) -> tuple[TweeRegisseurs, ...]:
    return (TweeRegisseurs(GEZIN, KIND, THERE, keuze), TweeRegisseurs(THERE, OTHER_KIND, GEZIN, keuze))


def test_a_child_with_two_regisseurs_is_red_in_both_families() -> None:
    assert red(NOOR, SAME) == both(None)
    assert red(NOOR, SAME, besloten=(TWO,)) == both(DubbelKeuze.TWEE_PLANNEN)
    maybe = replace(SAME, geboren=None)
    assert red(NOOR, maybe) == ()
    assert red(NOOR, maybe, besloten=(a_dubbel(),)) == both(DubbelKeuze.EEN_REGISSEUR)


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME, regisseur="a"),
        replace(SAME, regisseur=None),
        replace(SAME, kind=False),
        replace(SAME, naam="Emre Yılmaz"),
        replace(SAME, naam="Emre de Vries"),
        replace(SAME, gezin=GEZIN),
    ],
)
def test_who_is_not_red(other: Iemand) -> None:
    assert red(NOOR, other, besloten=(a_dubbel(),)) == ()
