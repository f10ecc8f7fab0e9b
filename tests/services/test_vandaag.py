"""Vandaag over the demo caseload: every family, in words, and nothing shielded."""

from datetime import date

from gezinsplan.domain.vandaag import PuntSoort
from gezinsplan.domain.versies import VersieStatus
from gezinsplan.services import vandaag
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.vandaag import VandaagRij, of_family
from tests.make import (
    KIND,
    MAMA,
    ROB,
    a_betrokkenheid,
    a_contact,
    a_doel,
    a_doorbraak,
    a_dossier,
    a_gezagsverhouding,
    a_kaart,
    a_kind,
    a_maatregel,
    a_regisseurschap,
    a_veiligheidsafspraak,
    a_versie,
    a_verstrekking,
    an_actie,
    an_akkoord,
    day,
    on,
    uid,
)


def words(*parts: object, op: int = 100) -> list[tuple[str, str]]:
    dossier = a_dossier(*parts)  # type: ignore[arg-type]
    return [(each.wat, each.wie) for each in of_family(dossier, a_kaart(), day(op))]


MAMA_LEADS = a_regisseurschap(houder=MAMA)


def test_each_in_words() -> None:
    gone = a_betrokkenheid(tot=on(9), reden_einde="weg")
    assert words(MAMA_LEADS, an_actie(wanneer=day(99))) == [("De school bellen", "mama")]
    assert words(MAMA_LEADS, a_doorbraak(antwoord_voor=day(99))) == [("Een huis in deze wijk", "de wethouder")]
    assert words(MAMA_LEADS, a_betrokkenheid(vraag="De post", verwacht_tot=day(99))) == [
        ("Klaar? Rob van de begeleiding helpt tijdelijk", "De post")
    ]
    assert words(MAMA_LEADS, a_betrokkenheid(beschikking_tot=day(99))) == [
        ("De beschikking voor Rob van de begeleiding loopt af", "Rob van de begeleiding")
    ]
    assert words(MAMA_LEADS, a_gezagsverhouding(gecontroleerd_op=day(-300))) == [
        ("Gezag opnieuw nakijken: Noor Yılmaz", "")
    ]
    assert words(MAMA_LEADS, a_contact(met=(MAMA, KIND))) == [("Weer spreken: mama en Noor Yılmaz", "")]
    assert ("Er is geen regisseur", "") in words()
    assert ("Niemand doet dit: De school bellen", "") in words(MAMA_LEADS, gone, an_actie(wie=(ROB,)))
    assert ("Niemand heeft contact met Noor Yılmaz", "") in words(MAMA_LEADS, gone)
    assert ("Niemand doet dit: Mama belt oma als het spannend wordt", "") in words(
        MAMA_LEADS, gone, a_veiligheidsafspraak()
    )
    assert ("Niemand doet dit: ondertoezichtstelling", "") in words(MAMA_LEADS, gone, a_maatregel())


def test_versions_in_words() -> None:
    older = a_kind(geboortedatum=on(-4600))
    agreed = (MAMA_LEADS, older, a_gezagsverhouding(gecontroleerd_op=None))
    assert words(*agreed, a_versie()) == [
        ("Versie 1 nog niet gekregen: mama en Noor Yılmaz", ""),
        ("Nog niet akkoord met versie 1: mama en Noor Yılmaz", ""),
    ]
    given = a_verstrekking(reageren_tot=day(14)), a_verstrekking(id=uid(109), deelnemer=KIND, reageren_tot=day(200))
    proposal = a_versie(status=VersieStatus.CONCEPT)
    helpers = [a_betrokkenheid(id=uid(300 + n), omschrijving=f"Helper {n}", doelen=(uid(61),)) for n in range(5)]
    done = (an_akkoord(), an_akkoord(id=uid(110), deelnemer=KIND), *given)
    several = "Helper 0, Helper 1, Helper 2 en nog 2 anderen"
    assert words(*agreed, a_versie(), a_doel(), *helpers, *done) == [
        (f"Vragen of zij hun deel van versie 1 doen: {several}", "")
    ]
    assert words(*agreed, proposal, *given) == [("Nog geen reactie op het voorstel voor versie 1: mama", "")]


def test_a_birthday_says_that_rights_change() -> None:
    twelve = a_kind(geboortedatum=on(110 - 12 * 365 - 3))
    ((what, _who),) = words(MAMA_LEADS, twelve)
    assert what == "Noor Yılmaz wordt 12: rechten veranderen"


def test_of_all_families_the_longest_ago_first(demo_caseload: Caseload, today: date) -> None:
    rows = vandaag.rows(demo_caseload, today)
    assert len({each.gezin for each in rows}) > 8
    assert [each.punt.dag for each in rows] == sorted(each.punt.dag for each in rows)
    assert {each.punt.soort for each in rows} >= {PuntSoort.GAT, PuntSoort.ACTIE, PuntSoort.CONTACT, PuntSoort.KLAAR}
    assert all(each.wat for each in rows)


def test_nothing_shielded_is_told(demo_caseload: Caseload, today: date) -> None:
    told = "\n".join(_said(each) for each in vandaag.rows(demo_caseload, today))
    for secret in ("Judith", "Farah", "Corrie", "Annemiek Maas", "De Luwte", "Wilgenhof"):
        assert secret not in told


def _said(rij: VandaagRij) -> str:
    return f"{rij.naam} {rij.wat} {rij.wie}"
