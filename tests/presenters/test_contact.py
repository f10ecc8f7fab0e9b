"""Contact in words and forms: one line, what follows from it, how long ago; without a window."""

from gezinsplan.domain.dossier import Onderdeel
from gezinsplan.domain.errors import Code
from gezinsplan.domain.momenten import ContactSoort
from gezinsplan.domain.values import Part
from gezinsplan.presenters.contact import actie_from, contact_form, contact_kaart, zorg_from
from gezinsplan.presenters.fields import Form, read_all
from gezinsplan.services.caseload import Family, Team
from tests.make import KIND, MAMA, OMA, a_contact, a_dossier, a_kaart, a_praktijk, day, refused, uid


def a_family(*parts: Part, op: int = 30) -> Family:
    return Family(a_dossier(*parts), Team(a_kaart(), a_praktijk()), day(op))


def answered(form: Form, family: Family, **typed: object) -> Family:
    return form.apply(family, read_all(form, {**form.values, **typed}))


def test_who_kind_and_one_line_save_it() -> None:
    family = a_family()
    form = contact_form(family, met=(KIND,))
    assert (form.values["met"], form.values["soort"], form.values["datum"]) == (
        (KIND,),
        ContactSoort.HUISBEZOEK,
        "31-01-2024",
    )
    after = answered(form, family, met=(MAMA, OMA), kort="Ze kookten samen.")
    (made,) = after.dossier.contactmomenten
    assert (made.met, made.kort, made.datum) == ((MAMA, OMA), "Ze kookten samen.", day(30))


def test_a_day_to_come_is_refused_at_its_place() -> None:
    family = a_family()
    with refused(Code.DAY_TO_COME, field="datum"):
        answered(contact_form(family), family, met=(MAMA,), kort="Straks", datum="01-02-2024")


def test_the_rows_the_latest_first() -> None:
    family = a_family(a_contact(), a_contact(id=uid(106), datum=day(9), soort=ContactSoort.NIET_THUIS, kort=""))
    missed, called = contact_kaart(family).rijen
    assert (missed.tekst, missed.onder) == ("Niet thuis", "10 jan, met mama")
    assert (called.tekst, called.onder) == ("Mama zegt dat het gaat.", "1 jan, gebeld, met mama")


def test_how_long_ago_and_when_that_is_long() -> None:
    assert [(each.naam, each.wanneer, each.lang) for each in contact_kaart(a_family(a_contact())).leden] == [
        ("mama", "30 dagen geleden gesproken", True),
        ("Noor Yılmaz", "nog niet gesproken", True),
    ]
    assert contact_kaart(a_family(a_contact(), op=0)).leden[0].wanneer == "vandaag gesproken"
    assert not contact_kaart(a_family(a_contact(), op=28)).leden[0].lang


def test_an_afspraak_and_a_concern_follow_from_it() -> None:
    family = a_family(a_contact(over=(KIND,)))
    assert actie_from(family, uid(105)).values["wat"] == "Mama zegt dat het gaat."
    after = answered(zorg_from(family, uid(105)), family)
    (zorg,) = after.dossier.teksten
    assert (zorg.onderdeel, zorg.woorden, zorg.spreker, zorg.over) == (
        Onderdeel.ZORGPUNT,
        "Mama zegt dat het gaat.",
        MAMA,
        (KIND,),
    )
