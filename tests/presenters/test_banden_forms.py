"""The ties and the places in the drawing, without a window."""

from gezinsplan.domain.banden import Band, Bandsterkte, Richting, Steun
from gezinsplan.domain.lezers import HEEL_GEZIN
from gezinsplan.domain.values import Part
from gezinsplan.presenters.banden_forms import band_form, banden_van, let_go, mensen_eromheen, put_at
from gezinsplan.presenters.fields import read_all
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_band,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_plek,
    a_praktijk,
    day,
    on,
    uid,
)

SANNE, AGAIN = uid(32), uid(33)
TWICE = (
    a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", tot=on(30)),
    a_betrokkenheid(id=AGAIN, professional=uid(901), omschrijving="", vanaf=on(30)),
)


def a_family(*parts: Part) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(40))


def places(family: Family) -> list[tuple[object, int, int]]:
    return [(each.deelnemer, each.x, each.y) for each in family.dossier.plekken]


def test_a_new_tie_is_what_was_answered() -> None:
    family = a_family(a_betrokkenheid())
    form = band_form(family, ROB)
    assert (form.title, form.step, form.button) == ("De band met Rob van de begeleiding", "Band", "Bewaren")
    whom = form.fields[0].options
    assert whom[0].label == "het hele gezin"
    assert [each.value for each in whom] == [None, MAMA, KIND]
    answers = {**form.values, "lid": KIND, "steun": (Steun.ADVIES,), "sterkte": Bandsterkte.ZWAK}
    (made,) = form.apply(family, read_all(form, answers)).dossier.banden
    assert made == Band(made.id, ROB, KIND, (Steun.ADVIES,), Bandsterkte.ZWAK, Richting.NAAR_GEZIN, (), HEEL_GEZIN)


def test_a_tie_is_changed_field_by_field() -> None:
    family = a_family(a_band())
    form = band_form(family, OMA, family.dossier.banden[0])
    assert (form.button, form.values["lid"], form.values["sterkte"]) == ("", KIND, Bandsterkte.STERK)
    after = form.apply(family, {"richting": Richting.BEIDE})
    assert after.dossier.banden == (a_band(richting=Richting.BEIDE),)


def test_the_ties_of_a_human_being_in_words_whatever_the_period() -> None:
    ties = (
        a_band(deelnemer=SANNE, steun=(Steun.PRAKTISCH, Steun.ADVIES)),
        a_band(id=uid(970), deelnemer=AGAIN, lid=None, steun=(), sterkte=Bandsterkte.GESPANNEN),
        a_band(id=uid(971)),
    )
    family = a_family(*TWICE, *ties)
    assert [(each.label, each.detail) for each in banden_van(family, AGAIN)] == [
        ("Met Noor Yılmaz", "sterk, helpt het gezin, praktische hulp en advies"),
        ("Met het hele gezin", "gespannen, helpt het gezin"),
    ]
    assert [each.value for each in banden_van(family, SANNE)] == [uid(97), uid(970)]
    assert banden_van(family, ROB) == ()


def test_everybody_around_the_family_can_be_told_about_once() -> None:
    family = a_family(*TWICE, a_betrokkenheid(tot=on(20)))
    assert [each.value for each in mensen_eromheen(family)] == [AGAIN, OMA]
    assert [each.value for each in mensen_eromheen(family, ROB)] == [AGAIN, OMA, ROB]
    assert [each.value for each in mensen_eromheen(family, SANNE)] == [SANNE, OMA]


def test_a_human_being_has_one_place_of_his_own() -> None:
    family = a_family(*TWICE, a_betrokkenheid(), a_plek())
    once = put_at(SANNE, 10, 20)(family)
    again = put_at(AGAIN, 30, 40)(once)
    assert places(once) == [(ROB, 200, 150), (SANNE, 10, 20)]
    assert places(again) == [(ROB, 200, 150), (AGAIN, 30, 40)]


def test_letting_go_is_of_all_places() -> None:
    family = put_at(OMA, 10, 20)(a_family(a_betrokkenheid(), a_plek()))
    assert places(let_go(family)) == []
