"""Versions in words and forms: agreeing, giving, who agrees, and what changed since; without a window."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Behaald
from gezinsplan.domain.errors import Code
from gezinsplan.domain.personen import Feit
from gezinsplan.domain.values import Part, put
from gezinsplan.domain.versies import AkkoordVorm, Antwoord, VersieStatus, Wijze
from gezinsplan.presenters import versie_forms
from gezinsplan.presenters.family import FamilyState
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.print_plan import versions
from gezinsplan.presenters.tijdlijn import maanden
from gezinsplan.presenters.versies import Versies, akkoord_kaart
from gezinsplan.services import versies
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import for_screen
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_betrokkenheid,
    a_check,
    a_doel,
    a_dossier,
    a_gezagsverhouding,
    a_kaart,
    a_persoon,
    a_praktijk,
    a_regisseurschap,
    a_tekst,
    a_versie,
    a_verstrekking,
    an_actie,
    an_afscherming,
    an_akkoord,
    an_overleg,
    day,
    on,
    refused,
    uid,
)

TEAM = Team(a_kaart(), a_praktijk())
TWELVE = date(2025, 6, 15)
NOW = day(100)
SAFE = a_check(volgende_op=day(5000))
BASE = (a_regisseurschap(houder=MAMA), a_betrokkenheid(), a_doel(), an_actie(wie=(ROB,)), a_gezagsverhouding(), SAFE)


def a_family(*parts: Part, op: date = NOW) -> Family:
    return Family(a_dossier(*BASE, *parts), TEAM, op)


def answered(form: Form, family: Family, **typed: object) -> Family:
    after = form.apply(family, read_all(form, {**form.values, **typed}))
    check(after.dossier, family.dossier)
    return after


def agreed(family: Family, **typed: object) -> Family:
    return answered(versie_forms.vaststel_form(family), family, **typed)


def state(family: Family) -> FamilyState:
    return FamilyState(family, family, shielded=False)


# ---------------------------------------------------------------- agreeing


def test_agreeing_freezes_the_plan_with_talk_and_who_said_yes() -> None:
    talk = an_overleg()
    after = agreed(a_family(talk), overleg=talk.id, akkoord=(MAMA,))
    (versie,) = after.dossier.planversies
    assert (versie.nummer, versie.status, versie.dag) == (1, VersieStatus.VASTGESTELD, day(100))
    assert versie.overleg == talk.id
    (said,) = after.dossier.akkoorden
    assert (said.deelnemer, said.antwoord, said.vorm) == (MAMA, Antwoord.AKKOORD, AkkoordVorm.MONDELING)
    assert versies.thaw(versie, after).dossier.doelen == after.dossier.doelen


def test_without_a_look_at_safety_on_that_day_it_is_refused_at_the_day() -> None:
    late = a_family(replace(SAFE, volgende_op=day(99)))
    with refused(Code.SAFETY_CHECK_LATE, field="dag"):
        agreed(late)
    assert agreed(late, dag="08-04-2024").dossier.planversies[0].dag == date(2024, 4, 8)


def test_a_child_that_was_11_on_that_day_is_refused_beside_who_said_yes() -> None:
    with refused(Code.NOT_ASKED, field="akkoord"):
        agreed(a_family(op=TWELVE), dag="14-06-2025", akkoord=(KIND,))
    assert agreed(a_family(op=TWELVE), dag="15-06-2025", akkoord=(KIND,)).dossier.akkoorden[0].deelnemer == KIND


def test_a_proposal_of_a_day_that_cannot_be_is_refused_beside_the_day() -> None:
    family = a_family()
    with refused(Code.DAY_TO_COME, field="datum"):
        answered(versie_forms.voorstel_form(family), family, datum="11-04-2024")
    with refused(Code.VERSION_DAY, field="datum"):
        answered(versie_forms.voorstel_form(family), family, datum="31-12-2023")


def test_only_who_answers_himself_is_asked_and_talks_to_come_are_not_offered() -> None:
    talks = (an_overleg(), an_overleg(id=uid(190), moment=an_overleg().moment + timedelta(days=900)))
    dag, overleg, akkoord = versie_forms.vaststel_form(a_family(*talks)).fields
    assert dag.required
    assert [each.label for each in overleg.options] == ["Niet in een gesprek", "Gezinsgesprek, do 1 feb, 10:30"]
    assert [each.value for each in akkoord.options] == [MAMA]
    later = versie_forms.vaststel_form(a_family(op=TWELVE))
    assert [each.value for each in later.fields[2].options] == [MAMA, KIND]


def test_it_is_told_of_whom_gezag_is_not_known() -> None:
    assert "gezag" not in versie_forms.vaststel_form(a_family()).intro
    unknown = a_family(a_gezagsverhouding(tot=on(5)))
    assert "Nog niet bekend is wie het gezag heeft over Noor Yılmaz." in versie_forms.vaststel_form(unknown).intro


# ---------------------------------------------------------------- the card


def test_a_plan_is_a_proposal_until_it_is_agreed_and_again_when_it_changes() -> None:
    family, cards = a_family(), Versies()
    first = cards.kaart(state(family))
    assert (first.afgesproken, first.stand, first.veranderd_sinds) == (False, "Er is nog niets vastgesteld.", "")
    family = agreed(family)
    second = cards.kaart(state(family))
    assert (second.afgesproken, second.stand) == (True, "Versie 1, van 10 april 2024.")
    assert [(each.naam, each.onder) for each in second.versies] == [("Versie 1", "zo spreken we het af, 10 apr")]
    changed = replace(family, dossier=put(family.dossier, a_doel(behaald=Behaald.HELEMAAL)))
    third = cards.kaart(state(changed))
    assert (third.afgesproken, third.veranderd_sinds) == (False, "Veranderd sinds versie 1")
    assert third.veranderd == ("Gehaald: “Ik wil rust in huis.”",)
    assert third.stand == "Voorstel voor versie 2. Versie 1 is van 10 april 2024."
    other = agreed(replace(changed, op=day(101)))
    assert cards.kaart(state(other)).stand == "Versie 2, van 11 april 2024."


@pytest.mark.parametrize(
    ("check_part", "said"),
    [
        (SAFE, ""),
        (replace(SAFE, volgende_op=day(99)), "Vaststellen kan als u eerst opnieuw kijkt hoe veilig het is."),
        (replace(SAFE, datum=day(101)), "Vaststellen kan als u eerst kijkt hoe veilig het is."),
    ],
)
def test_the_card_tells_what_comes_first(check_part: Part, said: str) -> None:
    assert Versies().kaart(state(a_family(check_part))).belet == said


def test_what_is_shielded_is_not_told_in_what_changed() -> None:
    text = a_tekst(woorden="Wij wonen op Kerkstraat 12")
    home = an_afscherming(wat=(Feit.HULPVERLENER,), betrokkenheden=(ROB,))
    family = agreed(a_family(text, home))
    gone = replace(family, dossier=put(family.dossier, a_betrokkenheid(tot=on(99))))
    seen = replace(gone, dossier=for_screen(gone.dossier, TEAM.kaart, gone.op))
    told = Versies().kaart(FamilyState(gone, seen, shielded=True)).veranderd
    assert told == ("afgeschermd helpt niet meer.",)
    assert Versies().kaart(state(gone)).veranderd == ("Rob van de begeleiding helpt niet meer.",)


# ---------------------------------------------------------------- giving


def test_a_proposal_goes_to_all_who_must_have_it_with_a_day_to_react() -> None:
    family = a_family(op=TWELVE)
    form = versie_forms.voorstel_form(family)
    assert form.values["aan"] == (MAMA, KIND)
    assert form.values["reageren_tot"] == "29-06-2025"
    assert "versie 1" in form.intro
    after = answered(form, family, aan=(MAMA,), wijze=Wijze.MAIL)
    (versie,), (given,) = after.dossier.planversies, after.dossier.verstrekkingen
    assert (versie.status, versie.nummer, versie.dag) == (VersieStatus.CONCEPT, 1, TWELVE)
    assert (given.versie, given.deelnemer, given.wijze) == (versie.id, MAMA, Wijze.MAIL)
    assert given.reageren_tot == TWELVE + timedelta(days=14)
    assert akkoord_kaart(after).niet_gekregen == "Het voorstel nog niet gekregen: Noor Yılmaz"
    assert akkoord_kaart(after).versie is None
    with refused(Code.EMPTY, field="aan"):
        answered(form, family, aan=())
    with refused(Code.EMPTY, field="reageren_tot"):
        answered(form, family, reageren_tot="")


def test_the_same_proposal_given_to_another_is_the_same_version_and_a_changed_one_is_not() -> None:
    family = a_family(op=TWELVE)
    once = answered(versie_forms.voorstel_form(family), family, aan=(MAMA,))
    twice = answered(versie_forms.voorstel_form(once), once, aan=(KIND,))
    assert len(twice.dossier.planversies) == 1
    assert len(twice.dossier.verstrekkingen) == 2
    changed = replace(twice, dossier=put(twice.dossier, a_doel(woorden="Anders")))
    thrice = answered(versie_forms.voorstel_form(changed), changed, aan=(KIND,))
    assert [each.nummer for each in thrice.dossier.planversies] == [1, 1]
    assert akkoord_kaart(thrice).niet_gekregen == "Het voorstel nog niet gekregen: mama"


def test_a_version_is_given_to_who_has_not_got_it_yet() -> None:
    family = agreed(a_family(op=TWELVE))
    (versie,) = family.dossier.planversies
    form = versie_forms.geven_form(family, versie.id)
    assert form.intro == "Versie 1, zo spreken we het af"
    assert "reageren_tot" not in form.values
    after = answered(form, family, aan=(MAMA,))
    assert versie_forms.geven_form(after, versie.id).values["aan"] == (KIND,)
    assert onderdeel_form(after, versie.id).key == versie_forms.geven_form(after, versie.id).key
    assert akkoord_kaart(after).niet_gekregen == "Nog niet gekregen: Noor Yılmaz"
    assert akkoord_kaart(answered(form, family)).niet_gekregen == ""


def test_a_proposal_is_given_again_with_a_day_to_react() -> None:
    family = a_family(op=TWELVE)
    once = answered(versie_forms.voorstel_form(family), family, aan=(MAMA,))
    (versie,) = once.dossier.planversies
    again = answered(versie_forms.geven_form(once, versie.id), once)
    assert [each.reageren_tot for each in again.dossier.verstrekkingen] == [TWELVE + timedelta(days=14)] * 2


def test_a_reaction_and_what_turned_out_not_to_be_so() -> None:
    concept = a_versie(status=VersieStatus.CONCEPT, inhoud=versies.freeze(a_family()))
    given = a_verstrekking(reageren_tot=day(14))
    family = a_family(concept, given)
    form = versie_forms.verstrekking_form(family, given)
    assert form.title == "Versie 1 voor mama"
    cards = Versies()
    assert cards.kaart(state(family)).gegeven[0].onder == (
        "Versie 1, voorstel, meegegeven op papier, 1 jan, reageren voor 15 jan"
    )
    heard = form.apply(family, {"reactie": "Prima zo"})
    assert heard.dossier.verstrekkingen[0].reactie_op == family.op
    assert cards.kaart(state(heard)).gegeven[0].onder.endswith("reactie: Prima zo")
    wrong = form.apply(family, {"reden": "Lag nog op kantoor"})
    (row,) = cards.kaart(state(wrong)).gegeven
    assert row.vervallen
    assert row.onder.endswith("klopt niet: Lag nog op kantoor")


# ---------------------------------------------------------------- who agrees


def test_who_is_asked_with_for_whom_and_what_each_said() -> None:
    family = agreed(a_family(op=TWELVE))
    rows = akkoord_kaart(family)
    assert rows.titel == "Over versie 1, van 15 juni 2025"
    assert [(each.naam, each.onder, each.woord) for each in rows.rijen] == [
        ("mama", "ook voor Noor Yılmaz", "nog vragen"),
        ("Noor Yılmaz", "", "nog vragen"),
    ]
    assert [(each.naam, each.woord) for each in rows.helpers] == [("Rob van de begeleiding", "nog vragen")]


def test_a_parent_elsewhere_answers_for_the_child() -> None:
    family = agreed(a_family(a_gezagsverhouding(id=uid(25), houder=OMA)))
    assert ("oma", "voor Noor Yılmaz") in {(each.naam, each.onder) for each in akkoord_kaart(family).rijen}


@pytest.mark.parametrize(
    ("who", "typed", "row"),
    [
        (MAMA, {}, ("akkoord", "green", "gezegd, 10 apr")),
        (MAMA, {"vorm": AkkoordVorm.HANDTEKENING, "bewaard": "Map 3"}, (
            "akkoord", "green", "met een handtekening, 10 apr, papier: Map 3")),
        (MAMA, {"antwoord": Antwoord.NIET_AKKOORD, "toelichting": "Te veel"}, (
            "niet akkoord", "red", "Te veel\ngezegd, 10 apr")),
        (MAMA, {"antwoord": Antwoord.NIET_GEVRAAGD, "toelichting": "Ziek"}, (
            "kon niet worden gevraagd", "neutral", "Ziek\n10 apr")),
        (ROB, {}, ("doet het", "green", "gezegd, 10 apr")),
        (ROB, {"antwoord": Antwoord.NIET_AKKOORD, "toelichting": "Geen uren"}, (
            "doet het niet", "red", "Geen uren\ngezegd, 10 apr")),
    ],
)  # fmt: skip
def test_each_answer(who: UUID, typed: dict[str, object], row: tuple[str, str, str]) -> None:
    family = agreed(a_family())
    (versie,) = family.dossier.planversies
    form = versie_forms.akkoord_form(family, versie.id, who)
    assert form.values["deelnemer"] == who
    after = answered(form, family, **{"antwoord": Antwoord.AKKOORD, **typed})
    shown = akkoord_kaart(after)
    (found,) = (each for each in (*shown.rijen, *shown.helpers) if each.akkoord is not None)
    assert (found.woord, found.toon, found.onder) == row


def test_no_without_words_is_refused_and_a_child_under_12_is_not_offered() -> None:
    family = agreed(a_family())
    (versie,) = family.dossier.planversies
    form = versie_forms.akkoord_form(family, versie.id, MAMA)
    with refused(Code.REASON_MISSING, field="toelichting"):
        answered(form, family, antwoord=Antwoord.NIET_AKKOORD)
    assert KIND not in {each.value for each in form.fields[0].options}
    assert OMA not in {each.value for each in form.fields[0].options}


def test_an_answer_can_be_set_right_also_of_who_has_left_since() -> None:
    family = agreed(a_family(), akkoord=(MAMA,))
    (said,) = family.dossier.akkoorden
    form = onderdeel_form(family, said.id)
    after = form.apply(family, {"bewaard": "Map 3"})
    assert after.dossier.akkoorden[0].bewaard == "Map 3"
    gone = replace(family, dossier=put(family.dossier, a_persoon(tot=day(100))))
    assert akkoord_kaart(gone).rijen[-1].onder == "gezegd, 10 apr, is er nu niet meer"
    options = versie_forms.akkoord_edit_form(gone, said).fields[0].options
    assert MAMA in {each.value for each in options}


# ---------------------------------------------------------------- in other lists


def test_what_can_be_printed() -> None:
    assert versions(a_family()) == ()
    family = a_family(a_versie(), a_versie(id=uid(120), nummer=2, status=VersieStatus.CONCEPT, dag=day(9)))
    assert [each.naam for each in versions(family)] == [
        "Het plan van nu (voorstel)",
        "Voorstel 2, 10 jan",
        "Versie 1, 1 jan",
    ]


def test_it_stands_in_the_line_of_time() -> None:
    wrong = a_verstrekking(id=uid(130), vervallen_op=day(2), reden="nee")
    concept = a_versie(id=uid(120), nummer=2, status=VersieStatus.CONCEPT)
    refusing = an_akkoord(antwoord=Antwoord.NIET_AKKOORD, toelichting="Te veel")
    family = a_family(a_versie(), concept, refusing, a_verstrekking(), wrong)
    told = [row.tekst for maand in maanden(family) for row in maand.rijen if row.soort == "Het plan"]
    assert sorted(told) == [
        "Versie 1 is vastgesteld",
        "Voorstel voor versie 2 is gemaakt",
        "mama kreeg versie 1, meegegeven op papier",
        "mama over versie 1: niet akkoord. Te veel",
    ]
