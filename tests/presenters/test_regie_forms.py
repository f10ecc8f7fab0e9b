"""Choosing the regisseur, with whom members feel at ease, and the words of each term; without a window."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gezinsplan.domain import regie
from gezinsplan.domain.banden import KlikSoort
from gezinsplan.domain.dossier import Actie, RegieVorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.overdracht import nog_in_contact
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import Part, get
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from gezinsplan.presenters.choices import OPEN_PLEK
from gezinsplan.presenters.fields import Form, Option, read_all
from gezinsplan.presenters.regie_forms import (
    answer_klik,
    candidates,
    klik_options,
    klik_tabel,
    regisseur_form,
    term_form,
    termijn_regels,
)
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    TERM,
    a_betrokkenheid,
    a_dossier,
    a_kaart,
    a_klik,
    a_praktijk,
    a_professional,
    a_regisseurschap,
    a_veiligheidsafspraak,
    an_actie,
    an_afscherming,
    day,
    on,
    refused,
    uid,
)

SANNE, KARIN, BELLEN, SAFE = uid(32), uid(902), uid(81), uid(95)
TODAY = day(100)


def a_family(*parts: Part, op: date = TODAY) -> Family:
    """Rob is regisseur and promised two things; Sanne is there too, Karin is only in the sociale kaart."""
    promised = an_actie(wie=(ROB,)), a_veiligheidsafspraak(wie=(MAMA,), controle_door=ROB)
    there = a_betrokkenheid(), a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="")
    dossier = a_dossier(*there, a_regisseurschap(houder=ROB, reden="Kent iedereen"), *promised, *parts)
    kaart = a_kaart(a_professional(id=KARIN, naam="Karin Smit"))
    return Family(dossier, Team(kaart, a_praktijk()), op)


def chosen(family: Family, **answers: Any) -> Family:
    """The family after the form was filled in like this."""
    form = regisseur_form(family)
    given = {**form.values, "houder": SANNE, "reden": "Rob gaat weg", **answers}
    return form.apply(family, read_all(form, given))


def holder(family: Family) -> Any:
    term = regie.term_on(family.dossier, family.op)
    assert term is not None
    return term.houder


def labels(form: Form, name: str) -> list[str]:
    return [each.label for spec in form.fields if spec.name == name for each in spec.options]


def option(family: Family, who: Any) -> Option:
    return next(each for each in candidates(family) if each.value == who)


def test_a_warm_handover_takes_along_what_is_ticked() -> None:
    family = a_family()
    assert labels(regisseur_form(family), "beloften") == ["Mama belt oma als het spannend wordt", "De school bellen"]
    after = chosen(family, beloften=(SAFE,), gesprek_op="8-4-2024", contact_tot="1-6-2024", mening_gezin="Jammer")
    assert holder(after) == SANNE
    assert get(after.dossier, Veiligheidsafspraak, SAFE).controle_door == SANNE
    assert get(after.dossier, Actie, BELLEN).wie == (ROB,)
    contact = nog_in_contact(after.dossier, TODAY)
    assert contact is not None
    assert (contact.houder, contact.tot) == (ROB, date(2024, 6, 1))
    everything = chosen(family)
    assert get(everything.dossier, Actie, BELLEN).wie == (SANNE,)


@pytest.mark.parametrize(
    ("answers", "code", "field"),
    [
        ({"houder": None}, Code.EMPTY, "houder"),
        ({"reden": " "}, Code.EMPTY, "reden"),
        ({"vanaf": "31-12-2023"}, Code.REGIE_BEFORE_CURRENT, "vanaf"),
        ({"vanaf": "gisteren"}, Code.NOT_A_DATE, "vanaf"),
        ({"houder": ROB}, Code.REGIE_SAME_HOLDER, "houder"),
        ({"vorm": RegieVorm.ZELF}, Code.REGIE_FORM, "vorm"),
        ({"contact_tot": "1-6-2030", "houder": OPEN_PLEK, "reden": ""}, Code.EMPTY, "reden"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(answers: dict[str, Any], code: Code, field: str) -> None:
    with refused(code, field=field):
        chosen(a_family(), **answers)


def test_who_goes_himself_cannot_become_regisseur_nor_stay_in_contact() -> None:
    going = a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", tot=on(200))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="houder"):
        chosen(a_family(going))
    leaves = a_betrokkenheid(tot=on(120))
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot"):
        chosen(a_family(leaves), contact_tot="1-6-2024")


def test_a_friend_a_relative_or_somebody_new_can_be_chosen() -> None:
    assert holder(chosen(a_family(), houder=OMA)) == OMA
    assert holder(chosen(a_family(), houder=MAMA, vorm=RegieVorm.ZELF)) == MAMA
    new = chosen(a_family(), houder=KARIN)
    (came,) = [each for each in new.dossier.betrokkenheden if each.professional == KARIN]
    assert (holder(new), came.vanaf) == (came.id, on(100))


def test_the_place_may_be_left_open_with_a_reason_and_nothing_moves() -> None:
    after = chosen(a_family(), houder=OPEN_PLEK, reden="Sanne begint in mei")
    term = regie.term_on(after.dossier, TODAY)
    assert term is not None
    assert (term.houder, term.reden) == (None, "Sanne begint in mei")
    assert get(after.dossier, Actie, BELLEN).wie == (ROB,)
    assert [each.name for each in regisseur_form(after).fields if each.name in ("beloften", "contact_tot")] == []
    assert holder(chosen(replace(after, op=day(101)))) == SANNE


@pytest.mark.parametrize(
    ("who", "form"), [(MAMA, RegieVorm.ZELF), (OMA, RegieVorm.CASUS), (SANNE, RegieVorm.CASUS), (None, RegieVorm.CASUS)]
)
def test_a_member_who_directs_does_it_himself(who: Any, form: RegieVorm) -> None:
    asked = regisseur_form(a_family())
    assert asked.propose is not None
    assert asked.propose(a_family(), {**asked.values, "houder": who}) == {"vorm": form}


# ---------------------------------------------------------------- with whom it clicks


def test_each_member_is_asked_and_may_be_left_open() -> None:
    family = a_family(a_klik(deelnemer=SANNE))
    table = klik_tabel(family)
    assert [name for _id, name in table.leden] == ["mama", "Noor Yılmaz"]
    assert {each.naam: each.antwoorden for each in table.rijen} == {
        "Rob van de begeleiding": (None, None),
        "Sanne Dijkstra": (KlikSoort.KLIK, None),
        "oma": (None, None),
    }
    assert [each.label for each in klik_options()] == ["niet gevraagd", "klik", "geen klik", "wil geen contact"]


def test_an_answer_is_kept_changed_and_taken_back() -> None:
    family = answer_klik(KIND, ROB, KlikSoort.GEEN_CONTACT)(a_family(a_klik(deelnemer=ROB)))
    assert option(family, ROB).detail == "klik: mama, wil geen contact: Noor Yılmaz"
    family = answer_klik(MAMA, ROB, KlikSoort.GEEN_KLIK)(family)
    assert option(family, ROB).detail == "geen klik: mama, wil geen contact: Noor Yılmaz"
    family = answer_klik(KIND, ROB, None)(answer_klik(MAMA, ROB, None)(family))
    assert option(family, ROB).detail == ""
    assert family.dossier.klikken == ()


def test_somebody_who_comes_twice_is_one_human_being() -> None:
    twice = a_betrokkenheid(id=uid(33), professional=uid(901), omschrijving="")
    family = answer_klik(MAMA, SANNE, KlikSoort.KLIK)(a_family(twice))
    assert [each.naam for each in klik_tabel(family).rijen].count("Sanne Dijkstra") == 1
    assert {option(family, each).detail for each in (SANNE, uid(33))} == {"klik: mama, De Brug"}


def test_a_shielded_name_stays_masked_in_the_table() -> None:
    family = a_family(an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(SANNE,)), a_klik(deelnemer=SANNE))
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    row = next(each for each in klik_tabel(seen).rijen if each.deelnemer == SANNE)
    assert (row.naam, row.antwoorden[0]) == ("afgeschermd", KlikSoort.KLIK)
    assert "Sanne" not in str(termijn_regels(seen))


# ---------------------------------------------------------------- the whole line


def test_the_whole_line_with_its_handover() -> None:
    after = chosen(
        a_family(), gesprek_op="8-4-2024", contact_tot="1-6-2024", mening_gezin="Jammer", gekozen_door="het gezin"
    )
    first, before = termijn_regels(after)
    assert first.kop == "10 apr – nu: Sanne Dijkstra"
    assert first.onder == (
        "regie over de hulp · Rob gaat weg · gekozen door het gezin · Jammer · samen gepraat op 8 apr · "
        "Rob van de begeleiding blijft in contact tot 1 jun"
    )
    assert (before.id, before.kop) == (TERM, "1 jan – 10 apr: Rob van de begeleiding")
    assert "bleef in contact tot 1 jun" in termijn_regels(replace(after, op=day(200)))[0].onder


def test_a_vacancy_and_a_term_to_come_stand_in_it_too() -> None:
    after = chosen(a_family(), houder=OPEN_PLEK, reden="ziek", vanaf="1-5-2024")
    latest = termijn_regels(after)[0]
    assert (latest.kop, latest.onder) == ("vanaf 1 mei: geen regisseur", "ziek")


def test_the_words_of_a_term_can_be_set_right() -> None:
    after = chosen(a_family())
    term = regie.line(after.dossier)[-1]
    form = term_form(after, term)
    assert [each.name for each in form.fields][-2:] == ["gesprek_op", "contact_tot"]
    changed = form.apply(after, {"contact_tot": date(2024, 6, 1)})
    assert nog_in_contact(changed.dossier, TODAY) is not None
    with refused(Code.REGIE_HOLDER_NOT_INVOLVED, field="contact_tot"):
        gone = replace(after, dossier=replace(after.dossier, betrokkenheden=(a_betrokkenheid(tot=on(110)),)))
        form.apply(gone, {"contact_tot": date(2024, 6, 1)})
    first = term_form(after, regie.line(after.dossier)[0])
    assert "contact_tot" not in {each.name for each in first.fields}


def test_about_a_vacancy_only_its_reason_and_who_stands_in_is_asked() -> None:
    vacant = a_regisseurschap()
    form = term_form(a_family(vacant), vacant)
    assert {each.name: each.required for each in form.fields} == {"reden": True, "vervanger": False}
