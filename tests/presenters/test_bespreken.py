"""The talk about one helper: the questions that follow from the answers, and what becomes of each outcome."""

from dataclasses import replace
from typing import Any

import pytest

from gezinsplan.domain.dossier import Actie, Betrokkenheid, Vorm
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.regie import term_on
from gezinsplan.domain.values import Part, find, get
from gezinsplan.presenters.bespreken import Gevolg, bespreken_form
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.presenters.overnemen import places
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_maatregel,
    a_praktijk,
    a_regisseurschap,
    an_actie,
    day,
    on,
    refused,
    uid,
)

SANNE, ACTIE = uid(32), uid(81)


def a_family(*parts: Part) -> Family:
    """Sanne is regisseur and there for mama; Rob is there for everybody."""
    sanne = a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", over=(MAMA,))
    dossier = a_dossier(a_betrokkenheid(), sanne, a_regisseurschap(houder=SANNE), *parts)
    return Family(dossier, Team(a_kaart(), a_praktijk()), day(100))


def talk(family: Family, **typed: Any) -> Form:
    return bespreken_form(family, ROB, typed)


def done(family: Family, **typed: Any) -> Family:
    """Answer in the order of a user: the questions follow the answers, until there are no more."""
    form = talk(family, **typed)
    return form.apply(family, read_all(form, {**form.values, **typed}))


def names(form: Form) -> list[str]:
    return [each.name for each in form.fields]


def only(family: Family) -> Bespreking:
    (found,) = family.dossier.besprekingen
    return found


WHY = {"reden": "Het gaat goed", "door": "het gezin"}


def test_it_begins_with_the_six_questions() -> None:
    form = talk(a_family())
    assert names(form) == ["vraag", "over", "verwacht_tot", "wie_nog", "kan_netwerk", "eerst_nodig", "gevolg"]
    assert form.fields[0].label == "Waarvoor komt Rob van de begeleiding?"
    assert form.values["gevolg"] is None


def test_what_was_said_before_stands_there() -> None:
    before = Bespreking(uid(93), ROB, day(50), Uitkomst.HOUDEN, wie_nog="Sanne", eerst_nodig="Rust")
    form = talk(a_family(before))
    assert (form.values["wie_nog"], form.values["eerst_nodig"]) == ("Sanne", "Rust")


def test_houden_keeps_what_was_said() -> None:
    after = done(a_family(), gevolg=Gevolg.HOUDEN, vraag="De post", wie_nog="Sanne", kan_netwerk="Oma misschien")
    said = only(after)
    assert (said.uitkomst, said.wie_nog, said.kan_netwerk, said.datum) == (
        Uitkomst.HOUDEN,
        "Sanne",
        "Oma misschien",
        day(100),
    )
    assert get(after.dossier, Betrokkenheid, ROB).vraag == "De post"


def test_a_second_talk_on_one_day_is_the_same_one() -> None:
    once = done(a_family(), gevolg=Gevolg.HOUDEN, wie_nog="Sanne")
    twice = done(once, gevolg=Gevolg.HOUDEN, wie_nog="Niemand")
    assert only(twice).wie_nog == "Niemand"


def test_later_is_only_written_down() -> None:
    family = a_family(an_actie(wie=(ROB,)))
    form = talk(family, gevolg=Gevolg.AFRONDEN, later=True)
    assert names(form)[-2:] == ["later", "overname_door"]
    after = done(family, gevolg=Gevolg.AFRONDEN, later=True, overname_door=(OMA,))
    assert only(after).overname_door == (OMA,)
    assert get(after.dossier, Betrokkenheid, ROB).tot is None


def test_another_does_it_all() -> None:
    family = a_family(an_actie(wie=(ROB,)))
    form = talk(family, gevolg=Gevolg.SAMENVOEGEN)
    (met,) = (each for each in form.fields if each.name == "met")
    assert [each.value for each in met.options] == [SANNE]
    after = done(family, gevolg=Gevolg.SAMENVOEGEN, met=SANNE, **WHY)
    assert get(after.dossier, Actie, ACTIE).wie == (SANNE,)
    rob = get(after.dossier, Betrokkenheid, ROB)
    assert (rob.tot, rob.overgenomen_door, rob.reden_einde) == (on(100), SANNE, "Het gaat goed")
    assert get(after.dossier, Betrokkenheid, SANNE).over == ()
    assert only(after).uitkomst is Uitkomst.SAMENVOEGEN


def test_at_a_distance_somebody_else_sees_the_child() -> None:
    family = a_family()
    form = talk(family, gevolg=Gevolg.OP_AFSTAND)
    assert "contact" in names(form)
    assert "geen_contact" not in names(form)
    with pytest.raises(Refused) as found:
        done(family, gevolg=Gevolg.OP_AFSTAND, **WHY)
    assert places(found.value, {**form.values, **WHY}) == ("contact",)
    after = done(family, gevolg=Gevolg.OP_AFSTAND, contact=SANNE, **WHY)
    assert KIND in get(after.dossier, Betrokkenheid, SANNE).over
    (far,) = (each for each in after.dossier.betrokkenheden if each.vorm is Vorm.OP_AFSTAND)
    near = get(after.dossier, Betrokkenheid, ROB)
    assert (near.tot, near.overgenomen_door, near.beeindigd_door) == (on(100), far.id, "het gezin")


def test_who_is_at_a_distance_is_not_asked_that_again() -> None:
    form = bespreken_form(a_family(a_betrokkenheid(vorm=Vorm.OP_AFSTAND)), ROB, {})
    assert Gevolg.OP_AFSTAND not in [each.value for each in form.fields[-1].options]


def test_an_end_asks_who_takes_over() -> None:
    family = a_family(an_actie(wie=(ROB,)))
    typed = {"gevolg": Gevolg.AFRONDEN, "tot": "10-04-2024", **WHY}
    form = talk(family, **typed)
    assert f"actie:{ACTIE}" in names(form)
    with pytest.raises(Refused) as found:
        done(family, **typed)
    assert places(found.value, {**form.values, **typed}) == ("contact", f"actie:{ACTIE}")
    after = done(family, **typed, **{f"actie:{ACTIE}": (OMA,), "contact": SANNE})
    assert get(after.dossier, Actie, ACTIE).wie == (OMA,)
    assert get(after.dossier, Betrokkenheid, ROB).tot == on(100)
    assert only(after).uitkomst is Uitkomst.AFRONDEN
    assert holes(after.dossier, day(101)) == ()


def test_an_end_asks_for_a_reason() -> None:
    typed = {"gevolg": Gevolg.AFRONDEN, "tot": "10-04-2024", "contact": SANNE, "reden": "", "door": "het gezin"}
    with pytest.raises(Refused) as found:
        done(a_family(), **typed)
    assert places(found.value, typed) == ("reden",)


def test_the_regisseur_chooses_the_next_one_with_the_family() -> None:
    sanne = bespreken_form(a_family(), SANNE, {"gevolg": Gevolg.AFRONDEN})
    assert "regisseur" in names(sanne)
    family = a_family()
    typed = {"gevolg": Gevolg.AFRONDEN, **WHY, "regisseur": ROB, "regie_reden": "Mama kent hem"}
    form = bespreken_form(family, SANNE, typed)
    after = form.apply(family, read_all(form, {**form.values, **typed}))
    term = term_on(after.dossier, day(100))
    assert term is not None
    assert (term.houder, term.reden) == (ROB, "Mama kent hem")


def test_who_has_gone_leaves_red_what_he_carried() -> None:
    family = a_family(an_actie(wie=(ROB,)))
    typed = {"gevolg": Gevolg.AL_WEG, "tot": "03-2024", **WHY}
    form = talk(family, **typed)
    assert "“De school bellen”" in form.intro
    assert f"actie:{ACTIE}" not in names(form)
    after = done(family, **typed)
    assert {each.soort for each in holes(after.dossier, day(100))} == {GatSoort.ACTIE, GatSoort.KIND}
    assert only(after).uitkomst is Uitkomst.AFRONDEN


def test_who_must_stay_by_order_does_not_go() -> None:
    family = a_family(a_maatregel())
    with pytest.raises(Refused) as found:
        done(family, gevolg=Gevolg.OP_AFSTAND, contact=SANNE, **WHY)
    assert found.value.code is Code.FORCED_STAYS


def test_fewer_people_changes_what_he_alone_carries() -> None:
    family = a_family()
    assert "contact" in names(talk(family, gevolg=Gevolg.AFRONDEN))
    assert "contact" not in names(talk(family, gevolg=Gevolg.AFRONDEN, over=(MAMA,)))


def test_to_leave_a_child_out_asks_like_an_end() -> None:
    with refused(Code.STILL_CARRIES):
        done(a_family(), gevolg=Gevolg.HOUDEN, over=(MAMA,))


def test_of_who_is_not_there_nothing_can_be_decided() -> None:
    family = a_family()
    gone = replace(get(family.dossier, Betrokkenheid, ROB), tot=on(50), reden_einde="Klaar")
    family = a_family(gone)
    with pytest.raises(Refused):
        done(family, gevolg=Gevolg.AFRONDEN, **WHY)
    assert find(family.dossier, Betrokkenheid, ROB) == gone
