"""The line in words: its numbers with their days, what happened at each step, and the further lines."""

from dataclasses import replace
from datetime import date

from gezinsplan.domain.dossier import Vorm
from gezinsplan.domain.errors import Code
from gezinsplan.domain.values import Part
from gezinsplan.presenters.fields import read_all
from gezinsplan.presenters.lijn import LijnGroot, lijn_groot, streefaantal_form
from gezinsplan.services.caseload import Family, Team
from tests.make import a_betrokkenheid, a_dossier, a_kaart, a_praktijk, a_regisseurschap, day, on, refused, uid

SANNE, ANNA = uid(32), uid(33)


def a_family(*parts: Part, **gezin: object) -> Family:
    """Sanne is regisseur and stays; Rob went on day 40, and Anna came on day 20 with a question."""
    sanne = a_betrokkenheid(id=SANNE, professional=uid(901), omschrijving="", contacten=4)
    rob = a_betrokkenheid(tot=on(40), reden_einde="Het gaat goed.", contacten=2)
    anna = a_betrokkenheid(id=ANNA, omschrijving="Anna", vanaf=on(20), vraag="Slapen", contacten=None)
    dossier = a_dossier(sanne, rob, anna, a_regisseurschap(houder=SANNE), *parts, **gezin)
    return Family(dossier, Team(a_kaart(), a_praktijk()), day(100))


def line(shown: LijnGroot, name: str) -> tuple[tuple[date, float], ...]:
    (found,) = (each for each in shown.reeksen if each.naam == name)
    return tuple((day, count) for day, count, _sure in found.punten)


def test_the_numbers_have_their_days() -> None:
    shown = lijn_groot(a_family())
    assert shown.kop == ("Aan het begin, op 1 januari 2024: 2.", "Nu: 2.", "Er is nog geen aantal afgesproken.")
    assert shown.vraag == "Kloppen deze 2?"


def test_what_was_settled_and_agreed_is_told() -> None:
    shown = lijn_groot(a_family(beginstand_op=day(30), streefaantal=1, streefaantal_op=day(31)))
    assert shown.kop[0] == "Samen nageteld op 31 januari 2024: 3."
    assert shown.kop[2] == "Samen afgesproken op 1 februari 2024: 1."
    assert shown.vraag == ""
    assert shown.streefaantal == 1


def test_an_old_agreement_has_no_day() -> None:
    assert lijn_groot(a_family(streefaantal=1)).kop[2] == "Samen afgesproken: 1."


def test_each_step_says_what_happened_the_latest_first() -> None:
    gone, came = lijn_groot(a_family()).stappen
    assert gone.tekst == "10 februari 2024: 2. Rob van de begeleiding is gestopt: Het gaat goed."
    assert came.tekst == "21 januari 2024: 3. Anna kwam erbij: Slapen."


def test_who_goes_on_from_a_distance_has_not_stopped() -> None:
    family = a_family(
        a_betrokkenheid(id=uid(34), omschrijving="", professional=uid(901), vanaf=on(60), vorm=Vorm.OP_AFSTAND)
    )
    dossier = family.dossier
    sanne = next(each for each in dossier.betrokkenheden if each.id == SANNE)
    rest = tuple(each for each in dossier.betrokkenheden if each.id != SANNE)
    ended = replace(sanne, tot=on(60), reden_einde="Bellen is genoeg")
    vacancy = a_regisseurschap(houder=None)
    family = replace(family, dossier=replace(dossier, betrokkenheden=(ended, *rest), regisseurschappen=(vacancy,)))
    assert lijn_groot(family).stappen[0].wat == "Sanne Dijkstra telt niet meer mee: Bellen is genoeg."


def test_further_lines() -> None:
    shown = lijn_groot(a_family())
    start, end = day(0), day(100)
    assert line(shown, "Hulpverleners die meetellen") == ((start, 2), (day(20), 3), (day(40), 2), (end, 2))
    assert line(shown, "Iedereen met wie het gezin te maken heeft")[-1] == (end, 2)
    assert line(shown, "Organisaties")[-1][1] == 1
    assert line(shown, "Contacten per week") == ((start, 1.5), (day(20), 1.5), (day(40), 1.0), (end, 1.0))
    assert line(shown, "Wisselingen van persoon, opgeteld") == ((start, 0), (end, 0))
    assert shown.reeksen[3].tekst == "Contacten per week: van 1,5 in jan 2024 naar 1 nu."


def test_the_agreed_number_is_of_a_day_and_can_go() -> None:
    family = a_family()
    form = streefaantal_form(family)
    after = form.apply(family, read_all(form, {**form.values, "streefaantal": "2"}))
    assert (after.dossier.gezin.streefaantal, after.dossier.gezin.streefaantal_op) == (2, day(100))
    form = streefaantal_form(after)
    assert form.values["streefaantal"] == "2"
    gone = form.apply(after, read_all(form, {**form.values, "streefaantal": ""}))
    assert (gone.dossier.gezin.streefaantal, gone.dossier.gezin.streefaantal_op) == (None, None)


def test_a_number_that_cannot_be_is_refused() -> None:
    family = a_family()
    form = streefaantal_form(family)
    with refused(Code.OUT_OF_RANGE, field="streefaantal"):
        form.apply(family, read_all(form, {**form.values, "streefaantal": "100"}))
