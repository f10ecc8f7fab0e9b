"""Somebody of the sociale kaart written down twice: noticed, and made one everywhere."""

from dataclasses import replace

import pytest

from gezinsplan.domain import ontdubbelen
from gezinsplan.domain.dubbel import Gelijkenis
from gezinsplan.domain.errors import Code
from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from tests import make
from tests.make import uid

OTHER = Organisatie(uid(802), "De Kade", Sector.JEUGDHULP, telefoon="0182-555028")


def person(**changes: object) -> Professional:
    return replace(Professional(uid(950), "Sanne Dijkstra"), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("nieuw", "alike"),
    [
        (person(organisatie=uid(801)), Gelijkenis.GELIJK),
        (person(naam="dijkstra, sanne", organisatie=uid(802), telefoon="+31 6 11223344"), Gelijkenis.GELIJK),
        (person(organisatie=uid(802)), Gelijkenis.MOGELIJK),
        (person(naam="Sanne Dijkstar", organisatie=uid(801)), Gelijkenis.MOGELIJK),
        (person(naam="Sanne"), Gelijkenis.MOGELIJK),
        (person(naam="Sanne", organisatie=uid(802)), None),
        (person(naam="Iemand anders", telefoon="06-11223344"), Gelijkenis.MOGELIJK),
        (person(naam="Iemand anders", organisatie=uid(801)), None),
        (person(naam="--", telefoon="112"), None),
    ],
)
def test_who_may_be_the_same_person(nieuw: Professional, alike: Gelijkenis | None) -> None:
    found = ontdubbelen.dubbelgangers(make.a_kaart(OTHER), nieuw)
    assert [each.gelijkenis for each in found if each.id == uid(901)] == ([alike] if alike else [])


def test_an_office_has_one_telephone_for_many() -> None:
    kaart = make.a_kaart(make.a_professional(telefoon="0182-555000"))
    same_desk = person(naam="Iemand anders", telefoon="0182 555000")
    assert ontdubbelen.dubbelgangers(kaart, same_desk) == ()
    elsewhere = person(naam="Sanne D", telefoon="0182 555000", organisatie=uid(802))
    assert ontdubbelen.dubbelgangers(kaart, elsewhere) == ()
    part_of_it = person(naam="Sanne", telefoon="0182 555000", organisatie=uid(802))
    assert [each.id for each in ontdubbelen.dubbelgangers(kaart, part_of_it)] == [uid(901)]


@pytest.mark.parametrize(
    ("nieuw", "alike"),
    [
        (Organisatie(uid(960), "de kade", Sector.OVERIG), Gelijkenis.GELIJK),
        (Organisatie(uid(960), "Jeugdhulp De Kade", Sector.OVERIG), Gelijkenis.MOGELIJK),
        (Organisatie(uid(960), "Iets anders", Sector.OVERIG, telefoon="+31 182 555028"), Gelijkenis.MOGELIJK),
        (Organisatie(uid(960), "Iets anders", Sector.OVERIG), None),
        (Organisatie(uid(960), "..", Sector.OVERIG), None),
    ],
)
def test_which_organisation_may_be_the_same(nieuw: Organisatie, alike: Gelijkenis | None) -> None:
    found = ontdubbelen.dubbelgangers(make.a_kaart(OTHER), nieuw)
    assert [each.gelijkenis for each in found if each.id == OTHER.id] == ([alike] if alike else [])


def test_nobody_is_his_own_double_and_the_most_alike_come_first() -> None:
    twice = person(organisatie=uid(802))
    kaart = make.a_kaart(OTHER, twice, person(id=uid(940), organisatie=uid(801)))
    assert [each.id for each in ontdubbelen.dubbelgangers(kaart, make.a_professional())] == [uid(940), uid(950)]


def test_one_is_left_who_knows_what_only_the_other_knew() -> None:
    kaart = make.a_kaart(OTHER, person(mail="sanne@voorbeeld.nl", telefoon="0182-1", organisatie=uid(802)))
    joined = ontdubbelen.join(kaart, uid(901), uid(950))
    (left,) = joined.professionals
    assert (left.id, left.mail, left.telefoon, left.organisatie) == (
        uid(901), "sanne@voorbeeld.nl", "06-11223344", uid(801),
    )  # fmt: skip


def test_people_of_an_organisation_go_along() -> None:
    joined = ontdubbelen.join(make.a_kaart(OTHER), OTHER.id, uid(801))
    assert [each.id for each in joined.organisaties] == [OTHER.id]
    assert {each.organisatie for each in joined.professionals} == {OTHER.id}


@pytest.mark.parametrize(("blijft", "weg"), [(901, 901), (901, 801), (801, 901), (901, 999), (999, 901)])
def test_two_kinds_one_thing_and_nothing_cannot_be_joined(blijft: int, weg: int) -> None:
    with make.refused(Code.UNKNOWN_PART):
        ontdubbelen.join(make.a_kaart(), uid(blijft), uid(weg))


def test_everything_that_referred_to_one_refers_to_the_other() -> None:
    helper = make.a_betrokkenheid(professional=uid(901), organisatie=uid(801))
    term = make.a_regisseurschap(vervanger=uid(901))
    dossier = make.a_dossier(helper, term)
    assert ontdubbelen.refers(dossier, uid(901))
    moved = ontdubbelen.refer(ontdubbelen.refer(dossier, uid(950), uid(901)), uid(802), uid(801))
    assert moved.gezin.dossierhouder == moved.regisseurschappen[0].vervanger == uid(950)
    assert (moved.betrokkenheden[0].professional, moved.betrokkenheden[0].organisatie) == (uid(950), uid(802))
    assert not ontdubbelen.refers(moved, uid(901))
    praktijk = ontdubbelen.refer(make.a_praktijk(), uid(950), uid(901))
    assert praktijk.gebruiker.professional == uid(950)
    assert ontdubbelen.refers(praktijk, uid(950))
    assert ontdubbelen.refers(make.a_kaart(), uid(801))
    assert ontdubbelen.refer(make.a_dossier(), uid(5), uid(6)) == make.a_dossier()
