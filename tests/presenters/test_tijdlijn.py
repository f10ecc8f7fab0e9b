"""The line in words, by month, and what it can be filtered by; without a window."""

from gezinsplan.domain.dossier import ActieStatus
from gezinsplan.domain.errors import Code
from gezinsplan.domain.tijdlijn import Soort
from gezinsplan.domain.values import Part, parts
from gezinsplan.presenters.onderdeel_form import onderdeel_form
from gezinsplan.presenters.tijdlijn import maanden, mensen, soorten
from gezinsplan.services.caseload import Family, Team
from tests.make import (
    KIND,
    MAMA,
    OMA,
    ROB,
    a_bespreking,
    a_betrokkenheid,
    a_check,
    a_contact,
    a_doel,
    a_doorbraak,
    a_dossier,
    a_kaart,
    a_maatregel,
    a_praktijk,
    a_regisseurschap,
    a_score,
    a_tekst,
    a_veiligheidsafspraak,
    an_actie,
    an_overleg,
    day,
    on,
    refused,
    uid,
)


def a_family(*more: Part) -> Family:
    return Family(a_dossier(*more), Team(a_kaart(), a_praktijk()), day(100))


def told(*more: Part, soort: Soort | None = None) -> list[str]:
    found = maanden(a_family(*more), soort)
    return [each.tekst for month in found for each in month.rijen]


def test_each_in_words() -> None:
    assert told(a_betrokkenheid(vraag="Slapen", tot=on(9), reden_einde="Het lukt"), soort=Soort.HULP) == [
        "Rob van de begeleiding stopt: Het lukt",
        "Rob van de begeleiding komt helpen: Slapen",
    ]
    assert told(soort=Soort.REGIE) == ["Er is geen regisseur: nog te kiezen"]
    assert told(a_regisseurschap(houder=MAMA, reden="Ze wil het zelf"), soort=Soort.REGIE) == [
        "mama wordt regisseur: Ze wil het zelf"
    ]
    assert told(a_contact(), soort=Soort.CONTACT) == ["Gebeld, met mama: Mama zegt dat het gaat."]
    assert told(an_overleg(), soort=Soort.GESPREK) == ["Gezinsgesprek: De Brink"]
    assert told(a_betrokkenheid(), a_bespreking(), soort=Soort.BESPREKING) == [
        "Rob van de begeleiding besproken: blijft"
    ]
    assert told(a_tekst(), soort=Soort.WOORDEN) == ["mama: “We eten altijd samen.”"]
    assert told(a_tekst(spreker=None), soort=Soort.WOORDEN) == ["het gezin samen: “We eten altijd samen.”"]
    assert told(a_doel(), soort=Soort.DOEL) == ["Doel: Ik wil rust in huis."]
    assert told(a_doel(), a_score(), soort=Soort.CIJFER) == ["mama geeft een 4: Ik wil rust in huis."]
    done = an_actie(status=ActieStatus.KLAAR, klaar_op=day(9), resultaat="Ze bellen terug")
    assert told(done, soort=Soort.AFSPRAAK) == [
        "Klaar: De school bellen: Ze bellen terug",
        "Afgesproken: De school bellen (mama)",
    ]
    assert told(a_doorbraak(besluit="Ja", besloten_op=day(9), gelukt=True), soort=Soort.DOORBRAAK) == [
        "Losgekomen: Ja",
        "Gevraagd aan de wethouder: Een huis in deze wijk",
    ]


def test_safety_in_words() -> None:
    said = told(
        a_betrokkenheid(),
        a_check(),
        a_veiligheidsafspraak(tot=day(9), reden="niet meer nodig"),
        a_maatregel(tot=day(8)),
        soort=Soort.VEILIGHEID,
    )
    assert said[:2] == [
        "Niet meer nodig: Mama belt oma als het spannend wordt: niet meer nodig",
        "Ondertoezichtstelling voor Noor Yılmaz eindigt",
    ]
    assert {*said[2:]} == {
        "Veilig genoeg: Er was dit jaar geen ruzie meer.",
        "Afspraak over veiligheid: Mama belt oma als het spannend wordt",
        "Ondertoezichtstelling voor Noor Yılmaz",
    }


def test_by_month_the_latest_first() -> None:
    found = maanden(a_family(a_contact(), a_contact(id=uid(106), datum=day(40))), Soort.CONTACT)
    assert [(each.titel, [row.wanneer for row in each.rijen]) for each in found] == [
        ("feb 2024", ["10 feb"]),
        ("jan 2024", ["1 jan"]),
    ]


def test_of_one_person() -> None:
    family = a_family(a_contact(), a_contact(id=uid(106), met=(OMA,), kort="Oma belt."))
    rows = [row.tekst for month in maanden(family, Soort.CONTACT, OMA) for row in month.rijen]
    assert rows == ["Gebeld, met oma: Oma belt."]


def test_everybody_can_be_chosen() -> None:
    assert [each.value for each in mensen(a_family(a_betrokkenheid()))] == [None, MAMA, KIND, OMA, ROB]
    assert [each.value for each in soorten()] == [None, *Soort]


def test_every_line_opens_a_form() -> None:
    family = a_family(
        a_betrokkenheid(),
        a_bespreking(),
        a_check(),
        a_veiligheidsafspraak(),
        a_maatregel(),
        a_contact(),
        a_doorbraak(),
        a_tekst(),
        a_doel(),
        a_score(),
        an_actie(),
        an_overleg(),
    )
    for month in maanden(family):
        for row in month.rijen:
            assert onderdeel_form(family, row.onderdeel).fields
    assert onderdeel_form(family, MAMA).values["naam"]
    assert any(part.id == MAMA for part in parts(family.dossier))


def test_what_is_there_no_more_is_told() -> None:
    with refused(Code.UNKNOWN_PART, id=uid(999)):
        onderdeel_form(a_family(), uid(999))
