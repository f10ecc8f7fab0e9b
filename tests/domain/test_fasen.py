"""Steps that guide, what waits for a day, and the time between two situations."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.errors import Code
from gezinsplan.domain.fase import EIGEN_PLAN, NETWERK, STAPPEN
from gezinsplan.domain.fasen import (
    eerder_open,
    herschreven,
    houdt_vast,
    is_open,
    lijst,
    regels,
    tussen_op,
    volgende,
    wacht_op,
    weet_nog_niet,
)
from gezinsplan.domain.tijdlijn import Soort, Wending, tijdlijn
from gezinsplan.domain.values import Part
from gezinsplan.domain.vandaag import PuntSoort, punten
from tests.make import (
    GEZIN,
    MAMA,
    OMA,
    a_betrokkenheid,
    a_dossier,
    a_stap,
    a_teamstap,
    a_tussenfase,
    an_oma,
    day,
    on,
    refused,
    uid,
)

F = CasusFase


def test_every_phase_has_a_short_list_and_every_key_stands_once() -> None:
    assert {*STAPPEN} == {*F}
    keys = [key for keys in STAPPEN.values() for key in keys]
    assert len({*keys}) == len(keys)
    assert NETWERK in keys
    assert {*keys} >= EIGEN_PLAN


def test_a_list_holds_the_shipped_steps_in_order_and_then_the_own_ones() -> None:
    done, own = a_stap(), a_stap(id=uid(300), sleutel="", tekst="Een tolk zoeken", gedaan_op=None)
    elsewhere = a_stap(id=uid(301), sleutel="", tekst="Later", fase=F.NAZORG)
    found = lijst(a_dossier(done, own, elsewhere, fase=F.AANMELDING), F.AANMELDING)
    assert [each.sleutel for each in found] == [*STAPPEN[F.AANMELDING], ""]
    assert {each.sleutel: each.stap for each in found if each.stap} == {"clientondersteuning": done, "": own}
    assert [each.sleutel for each in found if not each.open] == ["clientondersteuning"]


def test_the_list_of_the_team_comes_in_place_of_the_shipped_one() -> None:
    folder = a_teamstap(plaats=1)
    gezag = a_teamstap(id=uid(704), plaats=0, tekst="Gezagsregister bekeken", sleutel="gezag")
    elsewhere = a_teamstap(id=uid(705), fase=F.NAZORG)
    team = (folder, gezag, elsewhere)
    assert regels(F.AANMELDING, team) == (("gezag", "Gezagsregister bekeken"), (str(folder.id), folder.tekst))
    assert regels(F.EVALUEREN, team) == tuple((key, "") for key in STAPPEN[F.EVALUEREN])
    done = a_stap(id=uid(300), sleutel=str(folder.id), tekst=folder.tekst)
    left = a_stap()  # what was ticked stays, also when it has left the list
    found = lijst(a_dossier(done, left, fase=F.AANMELDING), F.AANMELDING, team)
    assert [(each.sleutel, each.stap) for each in found] == [
        ("gezag", None),
        (str(folder.id), done),
        (left.sleutel, left),
    ]
    later = eerder_open(a_dossier(done, left, fase=F.KENNISMAKEN), team)
    assert [each.sleutel for each in later] == ["gezag"]


@pytest.mark.parametrize(
    ("texts", "keys"),
    [
        (("A", "B", "C"), ("a", "b", "c")),
        (("A", "B beter", "C"), ("a", "b", "c")),
        (("A", "C"), ("a", "c")),
        (("A", "B", "nieuw", "C"), ("a", "b", "", "c")),
        (("C", "A", "B"), ("", "a", "b")),
        (("A", "heel", "anders", "C"), ("a", "", "", "c")),
        ((), ()),
    ],
)
def test_what_is_reworded_in_its_place_keeps_its_key(texts: tuple[str, ...], keys: tuple[str, ...]) -> None:
    before = (("a", "A"), ("b", "B"), ("c", "C"))
    assert herschreven(before, texts) == tuple(zip(keys, texts, strict=True))


@given(st.lists(st.sampled_from("ABCD"), unique=True), st.lists(st.sampled_from("ABCDE"), max_size=7))
def test_no_key_is_given_twice_and_every_line_stays(before: list[str], texts: list[str]) -> None:
    found = herschreven([(each.lower(), each) for each in before], texts)
    assert [words for _key, words in found] == texts
    keys = [key for key, _words in found if key]
    assert len(keys) == len({*keys})


@pytest.mark.parametrize(
    ("changes", "waits", "day_until"),
    [
        ({"gedaan_op": None}, True, None),
        ({"gedaan_op": None, "voor": day(9)}, True, day(9)),
        ({"voor": day(9)}, False, None),
        ({"gedaan_op": None, "niet_nodig": True, "voor": day(9)}, False, None),
        ({"sleutel": "familiegroepsplan", "voor": day(9)}, False, day(9)),
        ({"sleutel": "persoonlijk_plan", "voor": day(9), "niet_nodig": True}, False, None),
    ],
)
def test_what_still_waits(changes: dict[str, object], waits: bool, day_until: date | None) -> None:
    stap = a_stap(**changes)
    assert is_open(stap) is waits
    assert wacht_op(stap) == day_until


def test_what_waits_from_before_is_told_once_the_lists_are_used() -> None:
    assert not eerder_open(a_dossier(fase=F.KENNISMAKEN))
    found = eerder_open(a_dossier(a_stap(), fase=F.KENNISMAKEN))
    assert {each.fase for each in found} == {F.AANMELDING}
    assert "clientondersteuning" not in {each.sleutel for each in found}
    assert not eerder_open(a_dossier(a_stap(), fase=F.AANMELDING))


def test_the_next_phase_is_never_the_closing_one() -> None:
    assert [volgende(each) for each in F] == [*list(F)[1:-1], None, None]


def test_who_of_the_netwerk_does_not_know_yet() -> None:
    assert weet_nog_niet(a_dossier(), day(1)) == (OMA,)
    assert not weet_nog_niet(a_dossier(an_oma(weet_ervan_sinds=day(0))), day(1))
    assert not weet_nog_niet(a_dossier(an_oma(tot=day(1))), day(1))


@pytest.mark.parametrize(
    ("part", "code", "field"),
    [
        (a_stap(sleutel="", tekst=" "), Code.EMPTY, "tekst"),
        (a_stap(sleutel=str(uid(703))), Code.EMPTY, "tekst"),
        (a_tussenfase(gestopt="", nog_niet=" "), Code.EMPTY, "gestopt"),
        (a_tussenfase(tot=day(-1)), Code.END_BEFORE_START, "tot"),
        (a_tussenfase(voorbij_op=day(-1)), Code.END_BEFORE_START, "voorbij_op"),
        (a_tussenfase(houdt_vast=GEZIN), Code.UNKNOWN_PART, "houdt_vast"),
    ],
)
def test_what_cannot_be(part: Part, code: Code, field: str) -> None:
    with refused(code, field=field, id=part.id):
        check(a_dossier(a_betrokkenheid(), part))


@pytest.mark.parametrize(
    "part", [a_tussenfase(gestopt=""), a_tussenfase(nog_niet=""), a_tussenfase(houdt_vast=MAMA), a_stap()]
)
def test_what_can_be(part: Part) -> None:
    check(a_dossier(a_betrokkenheid(), part))


@pytest.mark.parametrize(
    ("number", "changes", "there"),
    [
        (-1, {}, False),
        (0, {}, True),
        (99, {}, True),
        (8, {"voorbij_op": day(9)}, True),
        (9, {"voorbij_op": day(9)}, False),
    ],
)
def test_between_two_situations(number: int, changes: dict[str, object], there: bool) -> None:
    dossier = a_dossier(a_betrokkenheid(), a_tussenfase(**changes))
    assert bool([*tussen_op(dossier, day(number))]) is there


def test_who_holds_it_must_still_be_there() -> None:
    gone = a_betrokkenheid(tot=on(5))
    part = a_tussenfase()
    assert houdt_vast(a_dossier(gone, part), part, day(4)) == gone.id
    assert houdt_vast(a_dossier(gone, part), part, day(5)) is None
    mama = a_tussenfase(houdt_vast=MAMA)
    assert houdt_vast(a_dossier(mama), mama, day(4)) == MAMA
    nobody = a_tussenfase(houdt_vast=None)
    assert houdt_vast(a_dossier(nobody), nobody, day(4)) is None


def asked(part: Part, number: int) -> list[tuple[PuntSoort, date]]:
    soorten = (PuntSoort.ANTWOORD, PuntSoort.TUSSENTIJD)
    found = punten(a_dossier(a_betrokkenheid(tot=on(50)), part), day(number))
    return [(each.soort, each.dag) for each in found if each.soort in soorten]


def test_vandaag_asks_for_an_answer_within_two_weeks() -> None:
    step = a_stap(gedaan_op=None, sleutel="antwoord", voor=day(40))
    assert not asked(step, 25)
    assert asked(step, 26) == asked(step, 45) == [(PuntSoort.ANTWOORD, day(40))]
    assert not asked(a_stap(gedaan_op=None), 26)
    assert not asked(a_stap(sleutel="antwoord", voor=day(40)), 45)


def test_vandaag_asks_for_what_nobody_holds_and_for_what_ends_within_a_week() -> None:
    part = a_tussenfase(tot=day(40))
    assert not asked(part, 32)
    assert asked(part, 33) == asked(part, 45) == [(PuntSoort.TUSSENTIJD, day(40))]
    assert asked(part, 50) == [(PuntSoort.TUSSENTIJD, day(0))]
    assert not asked(a_tussenfase(tot=None), 33)


def test_steps_and_the_time_between_stand_on_the_line() -> None:
    parts = (
        a_stap(gedaan_op=day(1)),
        a_stap(id=uid(300), sleutel="gezag", gedaan_op=None),
        a_stap(id=uid(301), sleutel="regisseur", niet_nodig=True),
        a_tussenfase(voorbij_op=day(5), over=(MAMA,)),
        a_tussenfase(id=uid(302), vanaf=day(2)),
    )
    line = tijdlijn(a_dossier(a_betrokkenheid(), *parts), day(99), lambda moment: moment.date())
    found = [(each.datum, each.wending) for each in line if each.soort is Soort.FASE]
    assert found == [
        (day(5), Wending.EINDE),
        (day(2), Wending.BEGIN),
        (day(1), Wending.OP),
        (day(0), Wending.BEGIN),
    ]
