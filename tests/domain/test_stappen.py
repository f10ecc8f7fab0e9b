"""Who came, who went and why; and who was followed by somebody else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezinsplan.domain.betrokken import aantal_professionals, counts, person_of
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.stappen import Stap, Wie, Wisseling, stappen, wisselingen
from tests.domain.test_betrokken import families
from tests.make import KIND, MAMA, ROB, a_betrokkenheid, a_dossier, a_kaart, a_regisseurschap, day, on, uid

SANNE, NEXT = uid(32), uid(42)


def test_each_step_tells_who_and_why() -> None:
    dossier = a_dossier(
        a_betrokkenheid(tot=on(20), reden_einde="het gaat goed"),
        a_betrokkenheid(id=SANNE, vanaf=on(10), vraag="weer naar school"),
        a_betrokkenheid(id=uid(33), vaste_basis=True, vanaf=on(0)),
        a_regisseurschap(houder=MAMA, tot=day(30)),
        a_regisseurschap(id=NEXT, houder=uid(33), vanaf=day(30), tot=day(40), reden="mama is moe"),
        a_regisseurschap(id=uid(43), houder=MAMA, vanaf=day(40), reden="mama kan het weer"),
    )
    assert stappen(dossier, day(0), day(50)) == (
        Stap(day(10), 2, (Wie(SANNE, "weer naar school"),), ()),
        Stap(day(20), 1, (), (Wie(ROB, "het gaat goed"),)),
        Stap(day(30), 2, (Wie(uid(33), "mama is moe"),), ()),
        Stap(day(40), 1, (), (Wie(uid(33), "mama kan het weer"),)),
    )
    assert stappen(dossier, day(10), day(20)) == stappen(dossier, day(0), day(50))[1:2]


def test_at_the_afsluiting_the_regisseur_from_school_goes_without_a_reason() -> None:
    term = a_regisseurschap(houder=ROB, tot=day(5))
    dossier = a_dossier(a_betrokkenheid(vaste_basis=True), term, afsluiting=day(5))
    assert stappen(dossier, day(0), day(9)) == (Stap(day(5), 0, (), (Wie(ROB, ""),)),)


def test_one_for_another_on_the_same_day_is_a_step_too() -> None:
    dossier = a_dossier(a_betrokkenheid(tot=on(9)), a_betrokkenheid(id=SANNE, vanaf=on(9)))
    assert stappen(dossier, day(0), day(9)) == (Stap(day(9), 1, (Wie(SANNE, ""),), (Wie(ROB, ""),)),)


@given(families(), st.integers(-30, 30))
def test_the_steps_lead_from_the_first_count_to_the_last(dossier: Dossier, first: int) -> None:
    """Day by day: whoever counts is who counted, and who came since, without who went."""
    days = [day(first + number) for number in range(80)]
    steps = {each.datum: each for each in stappen(dossier, days[0], days[-1])}

    def counted(number: int) -> set[object]:
        return {person_of(each) for each in dossier.betrokkenheden if counts(dossier, each, days[number])}

    people = {each.id: person_of(each) for each in dossier.betrokkenheden}
    for before, now in pairwise(range(80)):
        step = steps.get(days[now])
        came = {people[each.betrokkenheid] for each in step.gekomen} if step else set()
        went = {people[each.betrokkenheid] for each in step.gegaan} if step else set()
        assert came == counted(now) - counted(before)
        assert went == counted(before) - counted(now)
        assert step is None or step.aantal == aantal_professionals(dossier, days[now])


GONE = a_betrokkenheid(tot=on(40), vraag="Rust in huis", leefgebieden=(uid(701),), organisatie=uid(801))


def came(**changes: object) -> Betrokkenheid:
    return a_betrokkenheid(**{"id": SANNE, "omschrijving": "Sanne", "vanaf": on(45), **changes})


@pytest.mark.parametrize(
    ("after", "followed"),
    [
        (came(), False),
        (came(vraag="rust in huis "), True),
        (came(leefgebieden=(uid(702), uid(701))), True),
        (came(organisatie=uid(801)), True),
        (came(professional=uid(901)), True),
        (came(organisatie=uid(802), professional=uid(901)), False),
        (came(organisatie=uid(801), vanaf=on(11)), False),
        (came(organisatie=uid(801), vanaf=on(12)), True),
        (came(organisatie=uid(801), vanaf=on(131)), True),
        (came(organisatie=uid(801), vanaf=on(132)), False),
        (came(organisatie=uid(801), vanaf=None), False),
        (came(organisatie=uid(801), omschrijving=GONE.omschrijving), False),
    ],
)
def test_who_followed_rob(after: Betrokkenheid, followed: bool) -> None:
    """901 works for the same organisation as Rob."""
    found = wisselingen(a_dossier(GONE, after), a_kaart(), day(0), day(200))
    assert [(each.van, each.naar) for each in found] == [(ROB, SANNE)] * followed


def test_who_was_named_has_followed_whatever_he_does() -> None:
    named = a_betrokkenheid(tot=on(40), overgenomen_door=uid(33), organisatie=uid(801))
    dossier = a_dossier(named, came(organisatie=uid(801)), came(id=uid(33), omschrijving="Bea", vanaf=on(50)))
    assert wisselingen(dossier, a_kaart(), day(0), day(99)) == (Wisseling(day(50), ROB, uid(33)),)


def test_who_is_there_for_others_has_not_followed() -> None:
    gone = a_betrokkenheid(tot=on(40), over=(KIND,), organisatie=uid(801))
    for over, number in (((MAMA,), 0), ((MAMA, KIND), 1), ((), 1)):
        found = wisselingen(a_dossier(gone, came(organisatie=uid(801), over=over)), a_kaart(), day(0), day(99))
        assert len(found) == number


def test_somebody_follows_at_most_one() -> None:
    others = [a_betrokkenheid(id=uid(50 + each), omschrijving=f"{each}", tot=on(40 + each)) for each in range(2)]
    same = [a_betrokkenheid(**{**_fields(each), "organisatie": uid(801)}) for each in others]
    dossier = a_dossier(*same, came(organisatie=uid(801)))
    assert wisselingen(dossier, a_kaart(), day(0), day(99)) == (Wisseling(day(45), uid(50), SANNE),)
    assert wisselingen(dossier, a_kaart(), day(45), day(99)) == ()
    assert wisselingen(dossier, a_kaart(), day(0), day(44)) == ()


def _fields(helper: Betrokkenheid) -> dict[str, object]:
    return {"id": helper.id, "omschrijving": helper.omschrijving, "tot": helper.tot}


def test_somebody_in_a_next_period_is_no_change_of_person() -> None:
    one = a_betrokkenheid(professional=uid(901), tot=Datum(2024, 2), overgenomen_door=SANNE)
    assert wisselingen(a_dossier(one, came(professional=uid(901))), a_kaart(), day(0), day(99)) == ()
