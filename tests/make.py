"""Plain builders of parts and values: everything has a default, and each test says only what it is about.

Ids are small and known (`uid(7)`), so that a failing test can be read; every kind has its own default id.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from gezinsplan.domain.andere_plannen import AnderPlan, PlanSoort
from gezinsplan.domain.banden import Band, Bandsterkte, Dubbel, DubbelKeuze, Klik, KlikSoort, Plek, Steun
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.dossier import (
    Actie,
    Betrokkenheid,
    BetrokkenheidSoort,
    CasusFase,
    Doel,
    Dossier,
    Gezin,
    Onderdeel,
    Regisseurschap,
    Score,
    Tekst,
    Vorm,
)
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.kaart import (
    Gebruiker,
    Leefgebied,
    Organisatie,
    Praktijk,
    Professional,
    Sector,
    SocialeKaart,
    Teamstap,
)
from gezinsplan.domain.logboek import Herkomst, Stempel
from gezinsplan.domain.meldcode import MeldcodeDeel, MeldcodeStap
from gezinsplan.domain.momenten import Contactmoment, ContactSoort
from gezinsplan.domain.overleg import Agendapunt, Besluit, Bespreking, Deelname, Overleg, Uitkomst
from gezinsplan.domain.personen import (
    Afscherming,
    Bewoning,
    Feit,
    Gezagsverhouding,
    Gezagsvorm,
    Huishouden,
    Persoon,
    PersoonSoort,
)
from gezinsplan.domain.relaties import Relatie, RelatieSoort
from gezinsplan.domain.values import Part, put
from gezinsplan.domain.veiligheid import (
    Maatregel,
    MaatregelSoort,
    Veiligheidsafspraak,
    Veiligheidscheck,
    Veiligheidsfase,
    Veiligheidswoord,
)
from gezinsplan.domain.versies import (
    Akkoord,
    AkkoordVorm,
    Antwoord,
    Bevroren,
    PlanVersie,
    VersieStatus,
    Verstrekking,
    Wijze,
)

START = date(2024, 1, 1)


def uid(number: int) -> UUID:
    """The id with this number; numbers sort as the ids do."""
    return UUID(int=number)


def day(number: int) -> date:
    """So many days after the start of the case."""
    return START + timedelta(days=number)


def on(number: int) -> Datum:
    """That day as an exact Datum."""
    return Datum.op(day(number))


GEZIN, MAMA, KIND, OMA, ROB, TERM = uid(1), uid(11), uid(12), uid(13), uid(31), uid(41)


def a_gezin(**changes: Any) -> Gezin:
    """A family in the middle of its plan."""
    gezin = Gezin(GEZIN, "G-2024-001", "Familie Yılmaz", CasusFase.UITVOEREN, START, dossierhouder=uid(901))
    return replace(gezin, **changes)


def a_persoon(**changes: Any) -> Persoon:
    """A grown-up member of the family."""
    return replace(Persoon(MAMA, PersoonSoort.GEZINSLID, "Elif Yılmaz", roepnaam="mama"), **changes)


def a_kind(**changes: Any) -> Persoon:
    """A child of ten at the start."""
    born = Datum(2013, 6, 15)
    return replace(Persoon(KIND, PersoonSoort.GEZINSLID, "Noor Yılmaz", geboortedatum=born), **changes)


def an_oma(**changes: Any) -> Persoon:
    """Somebody of the netwerk."""
    return replace(Persoon(OMA, PersoonSoort.NETWERK, "Fatma Demir", roepnaam="oma"), **changes)


def a_huishouden(**changes: Any) -> Huishouden:
    """An address."""
    home = Huishouden(uid(21), "Bij mama", "Kerkstraat", "12", "8011 AB", "Zwolle", "038-1234567")
    return replace(home, **changes)


def a_bewoning(**changes: Any) -> Bewoning:
    """Mama lives at that address."""
    return replace(Bewoning(uid(22), uid(21), MAMA), **changes)


def a_gezagsverhouding(**changes: Any) -> Gezagsverhouding:
    """Mama has gezag over the child."""
    return replace(Gezagsverhouding(uid(23), KIND, MAMA, Gezagsvorm.EENHOOFDIG_OUDERLIJK), **changes)


def a_relatie(**changes: Any) -> Relatie:
    """Mama is a parent of the child."""
    return replace(Relatie(uid(25), MAMA, KIND, RelatieSoort.OUDER), **changes)


def an_afscherming(**changes: Any) -> Afscherming:
    """The home of mama is shielded from oma."""
    facts = (Feit.ADRES, Feit.WOONPLAATS, Feit.TELEFOON)
    return replace(Afscherming(uid(24), (MAMA,), (OMA,), facts), **changes)


def a_betrokkenheid(**changes: Any) -> Betrokkenheid:
    """A beroepskracht without a name who is there for everybody, since the start."""
    helper = Betrokkenheid(
        ROB,
        professional=None,
        omschrijving="Rob van de begeleiding",
        organisatie=None,
        soort=BetrokkenheidSoort.BEROEPSKRACHT,
        betaald=True,
        vorm=Vorm.VAST,
        vaste_basis=False,
        vanaf=on(0),
    )
    return replace(helper, **changes)


def a_regisseurschap(**changes: Any) -> Regisseurschap:
    """A vacancy from the start on."""
    return replace(Regisseurschap(TERM, None, START, "nog te kiezen"), **changes)


def a_tekst(**changes: Any) -> Tekst:
    """What mama is good at."""
    return replace(Tekst(uid(51), Onderdeel.KRACHT, "We eten altijd samen.", MAMA, START), **changes)


def a_doel(**changes: Any) -> Doel:
    """What mama wants first."""
    return replace(Doel(uid(61), "Ik wil rust in huis.", MAMA, 1, START), **changes)


def a_score(**changes: Any) -> Score:
    """A four from mama."""
    return replace(Score(uid(71), uid(61), MAMA, START, 4), **changes)


def an_actie(**changes: Any) -> Actie:
    """Something that mama will do."""
    return replace(Actie(uid(81), "De school bellen", (MAMA,), None, vanaf=START), **changes)


def an_overleg(**changes: Any) -> Overleg:
    """A talk at school."""
    return replace(Overleg(uid(91), datetime(2024, 2, 1, 9, 30, tzinfo=UTC), "De Brink"), **changes)


def an_agendapunt(**changes: Any) -> Agendapunt:
    """Whether Rob is still needed, for that talk."""
    return replace(Agendapunt(uid(92), uid(91), "Is Rob nog nodig?", ROB), **changes)


def a_bespreking(**changes: Any) -> Bespreking:
    """The talk about Rob: he stays."""
    return replace(Bespreking(uid(93), ROB, START, Uitkomst.HOUDEN), **changes)


def a_check(**changes: Any) -> Veiligheidscheck:
    """Safe enough, says somebody, for a quarter of a year."""
    first = Veiligheidscheck(
        uid(94),
        START,
        Veiligheidswoord.VEILIG_GENOEG,
        Veiligheidsfase.STABIELE_VEILIGHEID,
        "Er was dit jaar geen ruzie meer.",
        START + timedelta(days=91),
    )
    return replace(first, **changes)


def a_veiligheidsafspraak(**changes: Any) -> Veiligheidsafspraak:
    """Mama calls oma; Rob checks."""
    first = Veiligheidsafspraak(uid(95), "Mama belt oma als het spannend wordt", (MAMA,), START, controle_door=ROB)
    return replace(first, **changes)


def a_maatregel(**changes: Any) -> Maatregel:
    """A supervision order for the child, carried out by Rob."""
    first = Maatregel(uid(96), MaatregelSoort.ONDERTOEZICHTSTELLING, (KIND,), START, door="de rechter", uitvoerder=ROB)
    return replace(first, **changes)


def a_doorbraak(**changes: Any) -> Doorbraak:
    """Mama needs a house before the school will help; the gemeente is asked."""
    asked = Doorbraak(uid(101), "Een huis in deze wijk", "Er is een wachttijd van vier jaar", "de wethouder", START)
    return replace(asked, **changes)


def a_contact(**changes: Any) -> Contactmoment:
    """Mama was called on the first day."""
    first = Contactmoment(uid(105), START, ContactSoort.TELEFOON, (MAMA,), "Mama zegt dat het gaat.")
    return replace(first, **changes)


def a_deelname(**changes: Any) -> Deelname:
    """Mama is invited to the talk at school."""
    return replace(Deelname(uid(107), uid(91), MAMA), **changes)


def a_besluit(**changes: Any) -> Besluit:
    """What was decided there; mama agrees."""
    return replace(Besluit(uid(108), uid(91), "Noor mag later beginnen", eens=(MAMA,)), **changes)


def a_meldcodestap(**changes: Any) -> MeldcodeStap:
    """What was seen, on the first day."""
    first = MeldcodeStap(uid(111), MeldcodeDeel.SIGNALEN, START, "Noor heeft een blauwe plek en zegt niets.")
    return replace(first, **changes)


def a_versie(**changes: Any) -> PlanVersie:
    """What was agreed on the first day."""
    first = PlanVersie(uid(116), 1, VersieStatus.VASTGESTELD, START, Bevroren('{"gezin":[]}'))
    return replace(first, **changes)


def an_akkoord(**changes: Any) -> Akkoord:
    """Mama agrees with it."""
    return replace(Akkoord(uid(117), uid(116), MAMA, START, Antwoord.AKKOORD, AkkoordVorm.MONDELING), **changes)


def a_verstrekking(**changes: Any) -> Verstrekking:
    """Mama received it on paper."""
    return replace(Verstrekking(uid(118), uid(116), MAMA, START, Wijze.MEEGEGEVEN), **changes)


def an_ander_plan(**changes: Any) -> AnderPlan:
    """Rob keeps a treatment plan for the child."""
    first = AnderPlan(uid(114), PlanSoort.BEHANDELPLAN, ROB, over=(KIND,), tot=START + timedelta(days=180))
    return replace(first, **changes)


def a_stap(**changes: Any) -> Stap:
    """The family was offered independent support."""
    first = Stap(uid(112), CasusFase.AANMELDING, "clientondersteuning", gedaan_op=START, door="Sanne Dijkstra")
    return replace(first, **changes)


def a_tussenfase(**changes: Any) -> Tussenfase:
    """The help at home has stopped, the help at school has not begun; Rob holds it for two weeks."""
    first = Tussenfase(uid(113), "Hulp thuis", "Hulp op school", START, ROB, START + timedelta(days=14))
    return replace(first, **changes)


def a_band(**changes: Any) -> Band:
    """Oma looks after the child."""
    return replace(Band(uid(97), OMA, KIND, (Steun.PRAKTISCH,), Bandsterkte.STERK), **changes)


def a_klik(**changes: Any) -> Klik:
    """Mama feels at ease with Rob."""
    return replace(Klik(uid(98), MAMA, ROB, KlikSoort.KLIK, START), **changes)


def a_plek(**changes: Any) -> Plek:
    """Rob was dragged to the upper left."""
    return replace(Plek(uid(99), ROB, 200, 150), **changes)


def a_dubbel(**changes: Any) -> Dubbel:
    """The child stands in another family too: one regisseur for both."""
    return replace(Dubbel(uid(100), KIND, uid(1001), DubbelKeuze.EEN_REGISSEUR), **changes)


def a_dossier(*parts: Part, **gezin: Any) -> Dossier:
    """Mama, her child and oma, and these parts; without a regisseurschap among them the place is vacant."""
    root = a_gezin(**gezin)
    people = (a_persoon(), a_kind(), an_oma())
    vacancy = a_regisseurschap(vanaf=root.start, tot=root.afsluiting)
    terms = () if any(isinstance(part, Regisseurschap) for part in parts) else (vacancy,)
    return put(Dossier(root), *people, *terms, *parts)


def an_organisatie(**changes: Any) -> Organisatie:
    """An organisation for young people."""
    return replace(Organisatie(uid(801), "De Brug", Sector.JEUGDHULP), **changes)


def a_professional(**changes: Any) -> Professional:
    """Somebody who works there."""
    return replace(Professional(uid(901), "Sanne Dijkstra", "begeleider", uid(801), "06-11223344"), **changes)


def a_kaart(*parts: Part) -> SocialeKaart:
    """One organisation and one professional, and these parts."""
    return put(SocialeKaart(uid(2)), an_organisatie(), a_professional(), *parts)


def a_teamstap(**changes: Any) -> Teamstap:
    """The team asks for something of its own at the aanmelding."""
    return replace(Teamstap(uid(703), CasusFase.AANMELDING, 0, "De folder meegegeven"), **changes)


def a_praktijk(*parts: Part) -> Praktijk:
    """The user of this vault with two life domains, and these parts."""
    areas = (Leefgebied(uid(701), "Wonen"), Leefgebied(uid(702), "Geld", gevoelig=True))
    return put(Praktijk(uid(3), Gebruiker(uid(4), uid(901))), *areas, *parts)


def a_stempel(**changes: Any) -> Stempel:
    """The user, at the window, on a day in November."""
    return replace(Stempel(datetime(2026, 11, 22, 9, 30, tzinfo=UTC), Herkomst.VENSTER, str(uid(4))), **changes)


@contextmanager
def refused(code: Code, **values: object) -> Iterator[None]:
    """What happens inside breaks this rule, and says so with at least these values."""
    with pytest.raises(RuleBroken) as caught:
        yield
    assert caught.value.code is code
    assert {name: caught.value.values.get(name) for name in values} == values
