"""Who stands around the family on a day, and the drawing of it."""

from dataclasses import replace

import pytest

from gezinsplan.domain.banden import Bandsterkte, Richting, Steun
from gezinsplan.domain.dossier import BetrokkenheidSoort, Dossier, Vorm
from gezinsplan.domain.kaart import Sector
from gezinsplan.domain.rondom import Naaste, Woorden, helpers, rondom, teken
from gezinsplan.domain.tekening import Kleur, Lid, Tekening
from gezinsplan.domain.values import Part
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_band,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_kind,
    a_plek,
    a_professional,
    a_regisseurschap,
    an_oma,
    an_organisatie,
    day,
    on,
    uid,
)

NOW = day(40)
SANNE, INGE, BUURMAN = uid(32), uid(33), uid(14)


def helper(number: int, **changes: object) -> Part:
    return a_betrokkenheid(id=uid(number), omschrijving=f"Hulp {number}", **changes)


def drawn(dossier: Dossier, day_number: int = 40, **more: object) -> Tekening:
    words = Woorden("Gezin", "3 personen", lambda each: f"naam {each.id.int}", lambda each: each.kleur.value)
    return teken(dossier, a_kaart(), day(day_number), words, **more)  # type: ignore[arg-type]


EVERYBODY = a_dossier(
    helper(31, soort=BetrokkenheidSoort.VRIJWILLIGER),
    helper(32, vorm=Vorm.OP_AFSTAND),
    helper(33, vaste_basis=True),
    helper(34, vorm=Vorm.BIJGESCHAKELD),
    helper(35),
    helper(36, vaste_basis=True),
    helper(37, tot=on(40)),
    helper(38, vanaf=on(41)),
    a_regisseurschap(houder=uid(36)),
)


def test_everybody_by_what_he_does_here() -> None:
    found = [(each.id.int, each.kleur, each.buiten) for each in helpers(EVERYBODY, NOW)]
    assert found == [
        (36, Kleur.REGISSEUR, False),
        (35, Kleur.TELT_MEE, False),
        (34, Kleur.TIJDELIJK, False),
        (33, Kleur.ERBIJ, True),
        (32, Kleur.ERBIJ, True),
        (31, Kleur.ERBIJ, True),
    ]


def test_somebody_who_comes_twice_stands_there_once_by_the_most_important() -> None:
    parts = (helper(31, professional=uid(901), vorm=Vorm.OP_AFSTAND), helper(32, professional=uid(901)))
    dossier = a_dossier(*parts)
    (sanne,) = helpers(dossier, NOW)
    assert (sanne.id, sanne.kleur, sanne.ids(dossier)) == (SANNE, Kleur.TELT_MEE, frozenset({ROB, SANNE}))


@pytest.mark.parametrize(("parts", "kleur"), [((), Kleur.NETWERK), ((a_regisseurschap(houder=OMA),), Kleur.REGISSEUR)])
def test_the_own_people_stand_inside(parts: tuple[Part, ...], kleur: Kleur) -> None:
    assert rondom(a_dossier(*parts), NOW) == (Naaste(kleur, False, (), an_oma()),)
    assert rondom(a_dossier(an_oma(tot=NOW), *parts), NOW) == ()
    assert rondom(a_dossier(a_regisseurschap(tot=day(10))), NOW)[0].kleur is Kleur.NETWERK


def test_around_one_member_stand_his_own_and_who_is_there_for_all() -> None:
    dossier = a_dossier(helper(31), helper(32, over=(KIND,)), helper(33, over=(MAMA,)), an_oma(id=BUURMAN), a_band())
    assert [each.id for each in rondom(dossier, NOW, KIND)] == [ROB, SANNE, OMA, BUURMAN]
    assert [each.id for each in rondom(dossier, NOW, MAMA)] == [ROB, INGE, BUURMAN]
    for_all = a_dossier(a_band(lid=None))
    assert [each.id for each in rondom(for_all, NOW, MAMA)] == [OMA]


def test_the_words_and_the_tie_are_in_the_drawing() -> None:
    drawing = drawn(a_dossier(a_betrokkenheid(), a_band(steun=(Steun.EMOTIONEEL, Steun.PRAKTISCH))))
    assert (drawing.midden, drawing.onder, drawing.leden) == ("Gezin", "3 personen", ())
    oma, rob = drawing.vakken
    assert (oma.titel, oma.regel, rob.titel, rob.regel) == ("naam 13", "P\u00a0E\u00a0· netwerk", "naam 31", "telt_mee")
    assert [(each.sterkte, each.richting) for each in drawing.lijnen] == [
        (Bandsterkte.STERK, Richting.NAAR_GEZIN),
        (Bandsterkte.GEWOON, None),
    ]


def test_of_several_ties_the_strongest_is_drawn_and_a_tense_one_before_all() -> None:
    ties = (a_band(), a_band(id=uid(970), lid=MAMA, sterkte=Bandsterkte.GESPANNEN, richting=Richting.VAN_GEZIN))
    both = drawn(a_dossier(*ties)).lijnen[0]
    assert (both.sterkte, both.richting) == (Bandsterkte.GESPANNEN, Richting.BEIDE)
    one = drawn(a_dossier(*ties), lid=KIND).lijnen[0]
    assert (one.sterkte, one.richting) == (Bandsterkte.STERK, Richting.NAAR_GEZIN)


def test_the_members_are_named_in_the_middle_when_asked() -> None:
    mama, noor = Lid(str(MAMA), "mama"), Lid(str(KIND), "Noor Yılmaz")
    assert drawn(a_dossier(), leden=True).leden == (mama, noor)
    assert drawn(a_dossier(), lid=KIND).leden == (mama, replace(noor, gekozen=True))


def test_who_was_put_by_hand_stands_there() -> None:
    dossier = a_dossier(a_betrokkenheid(), a_plek())
    _oma, rob = drawn(dossier).vakken
    assert (rob.x, rob.y) == (200, 150)


def test_everybody_keeps_his_direction_when_others_have_gone() -> None:
    """By sector and then who is no professional; the organisation for which he comes here, else his own."""
    parts = (
        helper(31, tot=on(30)),
        helper(32, professional=uid(901)),
        helper(33, soort=BetrokkenheidSoort.VRIJWILLIGER, tot=on(35)),
        helper(34, organisatie=uid(802)),
        helper(35, vanaf=None),
    )
    dossier = a_dossier(*parts)
    kaart = a_kaart(an_organisatie(id=uid(802), sector=Sector.LOKAAL_TEAM), a_professional())
    words = Woorden("", "", lambda _each: "", lambda _each: "")
    places = [{box.id: (box.x, box.y) for box in teken(dossier, kaart, day(at), words).vakken} for at in (20, 32, 38)]
    assert [len(each) for each in places] == [5, 4, 3]
    assert all(places[0].items() >= each.items() for each in places[1:])


def test_what_was_told_of_an_earlier_period_holds_in_the_next() -> None:
    """The tie and the place belong to the human being, not to the period."""
    first = helper(31, professional=uid(901), tot=on(30))
    later = helper(32, professional=uid(901), vanaf=on(30))
    dossier = a_dossier(first, later, a_plek(), a_band(deelnemer=ROB, lid=KIND, steun=(Steun.ADVIES,)))
    for at in (20, 40):
        box = drawn(dossier, at).vakken[-1]
        assert (box.x, box.y, box.letters) == (200, 150, "A")
    assert [each.id for each in rondom(dossier, NOW, KIND)] == [SANNE, OMA]


def test_who_stands_inside_on_one_day_and_outside_on_another_moves_nobody_else() -> None:
    parts = (
        helper(31, professional=uid(901), tot=on(30)),
        helper(32, professional=uid(901), vanaf=on(30), vorm=Vorm.OP_AFSTAND),
        *(helper(number) for number in range(40, 50)),
        helper(50, vaste_basis=True),
        a_regisseurschap(houder=uid(50), tot=day(25)),
    )
    dossier = a_dossier(*parts, a_regisseurschap(id=uid(999), houder=None, vanaf=day(25)))
    days = [{box.id: box for box in drawn(dossier, at).vakken} for at in (10, 28, 40)]
    others = [str(uid(number)) for number in range(40, 50)]
    places = [[(each[who].x, each[who].y) for who in others] for each in days]
    assert places[0] == places[1] == places[2]
    moving = [(boxes[str(uid(50))].x, boxes[str(uid(50))].kleur) for boxes in days]
    assert moving[1] == moving[2] != moving[0]
    assert {*days[0]} - {*days[2]} == {str(ROB)}
    assert {*days[2]} - {*days[0]} == {str(SANNE)}
    put = a_dossier(*parts, a_regisseurschap(id=uid(999), houder=None, vanaf=day(25)), a_plek(x=90, y=950))
    for at, who in ((10, ROB), (40, SANNE)):
        boxes = {box.id: (box.x, box.y) for box in drawn(put, at).vakken}
        assert boxes[str(who)] == (95, 950)
        assert [boxes[each] for each in others] == places[0]


def test_a_member_who_left_moves_nobody() -> None:
    dossier = a_dossier(helper(31), helper(32), a_kind(tot=day(30)))
    before, after = (drawn(dossier, at, lid=MAMA) for at in (20, 40))
    assert [each.naam for each in before.leden] == ["mama", "Noor Yılmaz"]
    assert [each.naam for each in after.leden] == ["mama"]
    assert (after.hart, after.vakken) == (before.hart, before.vakken)
