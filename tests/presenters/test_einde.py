"""Ending somebody's help: what is asked, and what becomes of it; without a window."""

from dataclasses import replace
from typing import Any

import pytest

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Actie, ActieStatus, Betrokkenheid
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.regie import term_on
from gezinsplan.domain.values import Part, get, put
from gezinsplan.presenters.choices import OPEN_PLEK
from gezinsplan.presenters.einde import Manier, can_end, einde_form, read_tot
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.presenters.overnemen import places
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
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

SANNE, ACTIE = uid(32), uid(81)
BELLEN, VERVALT = f"actie:{ACTIE}", f"vervalt:{ACTIE}"


def a_family(*parts: Part) -> Family:
    sanne = a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", over=(MAMA,))
    kaart = a_kaart(a_professional(id=uid(902), naam="Karin Smit"))
    return Family(a_dossier(a_betrokkenheid(), sanne, *parts), Team(kaart, a_praktijk()), day(100))


def burdened() -> Family:
    """Rob is the regisseur, the only contact of the child, and calls the school."""
    return a_family(an_actie(wie=(ROB,)), a_regisseurschap(houder=ROB))


def form_of(family: Family, manier: Manier = Manier.SAMEN, tot: Datum | None = None) -> Form:
    return einde_form(family, ROB, manier, tot)


def names(form: Form) -> list[str]:
    return [each.name for each in form.fields]


def answered(form: Form, **more: Any) -> dict[str, Any]:
    said = {"reden": "Het gaat goed", "door": "het gezin", **more}
    return {**form.values, **said}


def done(family: Family, form: Form, answers: dict[str, Any]) -> Family:
    return form.apply(family, read_all(form, answers))


FULL: dict[str, Any] = {
    BELLEN: (MAMA, OMA),
    "contact": SANNE,
    "regisseur": SANNE,
    "regie_reden": "Mama kent haar",
}


def test_everything_that_is_carried_is_asked_for() -> None:
    form = form_of(burdened())
    assert names(form) == [
        "tot", "reden", "door", "contact", "geen_contact", "regisseur", "regie_reden", BELLEN, VERVALT,
    ]  # fmt: skip
    assert form.title == "Rob van de begeleiding afronden"
    assert form.values["tot"] == "10-04-2024"
    assert [each.section for each in form.fields if each.section] == [
        "Contact met Noor Yılmaz", "Regisseur", "“De school bellen”",
    ]  # fmt: skip
    takers = {each.name: [option.label for option in each.options] for each in form.fields}
    assert takers[BELLEN] == ["mama", "Noor Yılmaz", "oma", "Sanne Dijkstra"]
    assert takers["contact"] == ["Kies iemand", "mama", "oma", "Sanne Dijkstra"]
    assert takers["regisseur"][-2:] == ["Karin Smit", "Nog niemand: de plek is open"]


def test_who_carries_nothing_alone_is_asked_nothing_more() -> None:
    form = einde_form(a_family(), SANNE, Manier.SAMEN, None)
    assert names(form) == ["tot", "reden", "door"]
    assert "Er hoeft niets te worden overgenomen" in form.intro


def test_what_is_asked_follows_the_day() -> None:
    later = a_betrokkenheid(id=uid(33), omschrijving="Els", vanaf=on(120), over=(KIND,))
    family = a_family(later)
    assert "contact" in names(form_of(family, tot=on(100)))
    assert "contact" not in names(form_of(family, tot=on(130)))


def test_for_a_day_in_the_past_who_has_gone_since_is_not_offered() -> None:
    family = a_family(a_betrokkenheid(id=uid(33), omschrijving="Els", tot=on(90)), an_actie(wie=(ROB,)))
    (spec,) = (each for each in form_of(family, tot=on(50)).fields if each.name == BELLEN)
    assert uid(33) not in [each.value for each in spec.options]


def test_it_is_one_step_with_takeovers_and_a_new_regisseur() -> None:
    family = burdened()
    form = form_of(family)
    after = done(family, form, answered(form) | FULL).dossier
    assert get(after, Betrokkenheid, ROB).tot == on(100)
    assert (get(after, Betrokkenheid, ROB).reden_einde, get(after, Betrokkenheid, ROB).beeindigd_door) == (
        "Het gaat goed", "het gezin",
    )  # fmt: skip
    assert get(after, Actie, ACTIE).wie == (MAMA, OMA)
    assert KIND in get(after, Betrokkenheid, SANNE).over
    term = term_on(after, day(100))
    assert term is not None
    assert (term.houder, term.reden, term.gekozen_door) == (SANNE, "Mama kent haar", "het gezin")
    assert holes(after, day(100)) == ()


def test_reasons_close_what_nobody_takes_over() -> None:
    family = burdened()
    form = form_of(family)
    said = answered(form) | {
        VERVALT: "School weet het al", "geen_contact": "Noor wil rust", "regisseur": OPEN_PLEK, "regie_reden": "Zoeken",
    }  # fmt: skip
    after = done(family, form, said).dossier
    assert get(after, Actie, ACTIE).status is ActieStatus.VERVALLEN
    assert get(after, Betrokkenheid, ROB).geen_overname_omdat == "Noor wil rust"
    assert [each.soort for each in holes(after, day(100))] == [GatSoort.REGIE]  # vacant with a reason stays red


def test_somebody_of_the_sociale_kaart_becomes_regisseur() -> None:
    family = burdened()
    form = form_of(family)
    after = done(family, form, answered(form) | FULL | {"regisseur": uid(902), "contact": None}).dossier
    term = term_on(after, day(100))
    assert term is not None
    assert term.houder is not None
    helper = get(after, Betrokkenheid, term.houder)
    assert helper.professional == uid(902)
    assert holes(after, day(100)) == ()  # she is there for the whole family, so also for the child


def test_already_gone_leaves_what_he_did_red() -> None:
    family = burdened()
    form = form_of(family, Manier.AL_WEG)
    assert names(form) == ["tot", "reden", "door"]
    assert "contact met Noor Yılmaz, regisseur zijn en “De school bellen”" in form.intro
    after = done(family, form, answered(form)).dossier
    assert [each.soort for each in holes(after, day(100))] == [GatSoort.KIND, GatSoort.REGIE, GatSoort.ACTIE]


def test_already_gone_without_anything_left() -> None:
    form = einde_form(a_family(), SANNE, Manier.AL_WEG, None)
    assert form.intro.endswith("Alles wat Sanne Dijkstra deed, doet ook iemand anders.")


@pytest.mark.parametrize(
    ("changes", "code", "beside"),
    [
        ({"tot": "31-02-2024"}, Code.NOT_A_DATE, ("tot",)),
        ({"tot": ""}, Code.EMPTY, ("tot",)),
        ({"tot": "2019"}, Code.END_BEFORE_START, ("tot",)),
        ({"reden": " "}, Code.REASON_MISSING, ("reden",)),
        ({BELLEN: ()}, Code.STILL_CARRIES, (BELLEN,)),
        ({"contact": None}, Code.STILL_CARRIES, ("contact",)),
        ({"regisseur": None}, Code.STILL_CARRIES, ("regisseur",)),
        ({"regie_reden": ""}, Code.REGIE_REASON_MISSING, ("regie_reden",)),
        ({BELLEN: (uid(33),)}, Code.TAKEOVER_NOT_THERE, (BELLEN,)),
        ({"contact": uid(33)}, Code.TAKEOVER_NOT_THERE, ("contact",)),
    ],
)
def test_a_refusal_has_its_place(changes: dict[str, Any], code: Code, beside: tuple[str, ...]) -> None:
    family = a_family(
        an_actie(wie=(ROB,)),
        a_regisseurschap(houder=ROB),
        a_betrokkenheid(id=uid(33), omschrijving="Els", tot=on(90)),
    )
    form = form_of(family)
    answers = answered(form) | FULL | changes
    if code is Code.END_BEFORE_START:
        answers |= {"regisseur": None}
    with pytest.raises(Refused) as caught:
        done(family, form, answers)
    assert caught.value.code is code
    assert places(caught.value, answers) == beside


@pytest.mark.parametrize(
    ("values", "beside"),
    [
        ({"field": "reden_einde", "id": ROB}, ("reden",)),
        ({"field": "reden", "id": ACTIE}, (VERVALT,)),
        ({"field": "beeindigd_door", "id": ROB}, ("door",)),
        ({}, ()),
        ({"acties": (uid(99),)}, ()),
    ],
)
def test_what_the_file_refuses_has_its_place_too(values: dict[str, Any], beside: tuple[str, ...]) -> None:
    form = form_of(burdened())
    assert places(Refused(Code.TOO_LONG, **values), answered(form)) == beside


def test_before_the_term_of_the_regisseur_is_told_at_the_day() -> None:
    family = a_family(
        a_regisseurschap(houder=OMA, tot=day(50)), a_regisseurschap(id=uid(42), houder=ROB, vanaf=day(50))
    )
    form = form_of(family)
    said = answered(form, tot="20-01-2024") | {"contact": OMA, "regisseur": SANNE, "regie_reden": "x"}
    with refused(Code.REGIE_BEFORE_CURRENT):
        done(family, form, said)
    assert places(Refused(Code.REGIE_BEFORE_CURRENT, field="vanaf"), said) == ("tot",)


def test_a_day_that_cannot_be_read_counts_as_today() -> None:
    assert read_tot("31-02-2024") is None
    assert read_tot("") is None
    assert read_tot("mei 2024") == Datum(2024, 5)
    assert names(form_of(burdened(), tot=None)) == names(form_of(burdened(), tot=on(100)))


def test_a_shielded_helper_is_not_offered_before_toon() -> None:
    shield = an_afscherming(beschermt=(KIND,), wat=(Feit.HULPVERLENER,), betrokkenheden=(SANNE,))
    family = a_family(shield, a_betrokkenheid(id=uid(33), tot=on(20)))
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    assert [each.value for each in can_end(family, seen)] == [ROB]
    assert [each.value for each in can_end(family, family)] == [ROB, SANNE]
    family = replace(family, dossier=put(family.dossier, an_actie(wie=(ROB,))))
    seen = replace(family, dossier=for_screen(family.dossier, family.team.kaart, family.op))
    (spec,) = (each for each in form_of(seen).fields if each.name == BELLEN)
    assert [option.label for option in spec.options] == ["mama", "Noor Yılmaz", "oma", "afgeschermd"]


# ---------------------------------------------------------------- safety

AFSPRAAK, MAATREGEL = uid(95), uid(96)
DOET, KIJKT = f"afspraak:{AFSPRAAK}", f"controle:{AFSPRAAK}"
NIET_MEER, VOERT_UIT = f"gesloten:{AFSPRAAK}", f"maatregel:{MAATREGEL}"


def answerable() -> Family:
    """Rob does and checks a safety agreement, and carries out a supervision order."""
    return a_family(a_veiligheidsafspraak(wie=(ROB,)), a_maatregel())


def test_safety_is_asked_for_first() -> None:
    form = form_of(answerable())
    assert names(form) == ["tot", "reden", "door", DOET, KIJKT, NIET_MEER, VOERT_UIT, "contact", "geen_contact"]
    assert [each.section for each in form.fields if each.section][:2] == [
        "Veiligheid: “Mama belt oma als het spannend wordt”",
        "Ondertoezichtstelling van Noor Yılmaz",
    ]
    (spec,) = (each for each in form.fields if each.name == VOERT_UIT)
    assert [each.label for each in spec.options] == ["Kies iemand", "Sanne Dijkstra"]
    gone = form_of(answerable(), Manier.AL_WEG)
    assert "“Mama belt oma als het spannend wordt”, nakijken van “Mama belt oma" in gone.intro
    assert "uitvoeren van ondertoezichtstelling van Noor Yılmaz" in gone.intro


def test_safety_is_taken_over_in_the_same_step() -> None:
    family = answerable()
    form = form_of(family)
    said = answered(form) | {DOET: (MAMA,), KIJKT: SANNE, VOERT_UIT: SANNE, "contact": SANNE}
    after = done(family, form, said).dossier
    (afspraak,), (maatregel,) = after.veiligheidsafspraken, after.maatregelen
    assert (afspraak.wie, afspraak.controle_door, maatregel.uitvoerder) == ((MAMA,), SANNE, SANNE)
    assert [each.soort for each in holes(after, day(100))] == [GatSoort.REGIE]  # vacant from the start


def test_an_agreement_that_is_not_needed_is_closed_with_a_reason() -> None:
    family = answerable()
    form = form_of(family)
    said = answered(form) | {NIET_MEER: "Het is een jaar rustig", VOERT_UIT: SANNE, "contact": SANNE}
    (afspraak,) = done(family, form, said).dossier.veiligheidsafspraken
    assert (afspraak.tot, afspraak.reden) == (day(100), "Het is een jaar rustig")


@pytest.mark.parametrize(
    ("changes", "code", "beside"),
    [
        ({DOET: ()}, Code.STILL_CARRIES, (DOET,)),
        ({KIJKT: None}, Code.STILL_CARRIES, (KIJKT,)),
        ({VOERT_UIT: None}, Code.STILL_CARRIES, (VOERT_UIT,)),
        ({KIJKT: uid(33)}, Code.TAKEOVER_NOT_THERE, (KIJKT,)),
        ({VOERT_UIT: uid(33)}, Code.TAKEOVER_NOT_THERE, (VOERT_UIT,)),
    ],
)
def test_a_refusal_about_safety_has_its_place(changes: dict[str, Any], code: Code, beside: tuple[str, ...]) -> None:
    gone = a_betrokkenheid(id=uid(33), omschrijving="Els", tot=on(90))
    family = a_family(a_veiligheidsafspraak(wie=(ROB,)), a_maatregel(), gone)
    form = form_of(family)
    said = answered(form) | {DOET: (MAMA,), KIJKT: SANNE, VOERT_UIT: SANNE, "contact": SANNE} | changes
    with pytest.raises(Refused) as caught:
        done(family, form, said)
    assert caught.value.code is code
    assert places(caught.value, said) == beside
