"""Families to print; ids count up, so that the same family is the same value each time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import (
    Actie,
    ActieStatus,
    Behaald,
    Betrokkenheid,
    BetrokkenheidSoort,
    CasusFase,
    Doel,
    DoelStatus,
    Dossier,
    Gezin,
    Onderdeel,
    Regisseurschap,
    Score,
    Tekst,
    Vorm,
)
from gezinsplan.domain.kaart import Leefgebied, Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.personen import Gezagsverhouding, Gezagsvorm, Persoon, PersoonSoort
from gezinsplan.printing.gezinsplan import Papier

OP = date(2026, 11, 5)
START = date(2025, 1, 10)


def numbers(first: int = 1) -> Iterator[UUID]:
    number = first
    while True:
        yield UUID(int=number)
        number += 1


class Maker:
    """Builds one family part by part; `papier()` is what is printed."""

    def __init__(self, naam: str = "De Vries – Yılmaz") -> None:
        self._ids = numbers()
        self.dossier = Dossier(Gezin(self.id(), "G-2026-001", naam, CasusFase.UITVOEREN, START, self.id()))
        self.kaart = SocialeKaart(self.id())
        self.leefgebieden: tuple[Leefgebied, ...] = ()

    def id(self) -> UUID:
        return next(self._ids)

    def persoon(self, naam: str, roepnaam: str = "", **more: object) -> UUID:
        soort = more.pop("soort", PersoonSoort.GEZINSLID)
        made = Persoon(self.id(), soort, naam, roepnaam, **more)  # type: ignore[arg-type]
        self.dossier = replace(self.dossier, personen=(*self.dossier.personen, made))
        return made.id

    def organisatie(self, naam: str, **more: object) -> UUID:
        made = Organisatie(self.id(), naam, Sector.JEUGDHULP, **more)  # type: ignore[arg-type]
        self.kaart = replace(self.kaart, organisaties=(*self.kaart.organisaties, made))
        return made.id

    def professional(self, naam: str, organisatie: UUID | None = None, **more: object) -> UUID:
        made = Professional(self.id(), naam, organisatie=organisatie, **more)  # type: ignore[arg-type]
        self.kaart = replace(self.kaart, professionals=(*self.kaart.professionals, made))
        return made.id

    def helper(self, professional: UUID | None, vraag: str = "", **more: object) -> UUID:
        given: dict[str, object] = {
            "omschrijving": "", "organisatie": None, "soort": BetrokkenheidSoort.BEROEPSKRACHT, "betaald": True,
            "vorm": Vorm.VAST, "vaste_basis": False, "vanaf": Datum(2024, 5), "vraag": vraag, **more,
        }  # fmt: skip
        made = Betrokkenheid(self.id(), professional, **given)  # type: ignore[arg-type]
        self.dossier = replace(self.dossier, betrokkenheden=(*self.dossier.betrokkenheden, made))
        return made.id

    def regisseur(self, houder: UUID | None, reden: str = "", **more: object) -> None:
        made = Regisseurschap(self.id(), houder, START, reden, **more)  # type: ignore[arg-type]
        self.dossier = replace(self.dossier, regisseurschappen=(made,))

    def tekst(self, onderdeel: Onderdeel, woorden: str, spreker: UUID | None = None, **more: object) -> None:
        made = Tekst(self.id(), onderdeel, woorden, spreker, START, **more)  # type: ignore[arg-type]
        self.dossier = replace(self.dossier, teksten=(*self.dossier.teksten, made))

    def doel(self, woorden: str, spreker: UUID | None = None, **more: object) -> UUID:
        place = len(self.dossier.doelen) + 1
        made = Doel(self.id(), woorden, spreker, place, START, **more)  # type: ignore[arg-type]
        self.dossier = replace(self.dossier, doelen=(*self.dossier.doelen, made))
        return made.id

    def score(self, doel: UUID, spreker: UUID, *cijfers: int) -> None:
        made = [Score(self.id(), doel, spreker, date(2026, 1 + 2 * n, 1), each) for n, each in enumerate(cijfers)]
        self.dossier = replace(self.dossier, scores=(*self.dossier.scores, *made))

    def actie(self, wat: str, wie: tuple[UUID, ...], doel: UUID | None = None, **more: object) -> UUID:
        made = Actie(self.id(), wat, wie, doel, **more)  # type: ignore[arg-type]
        self.dossier = replace(self.dossier, acties=(*self.dossier.acties, made))
        return made.id

    def overleg(self, moment: datetime, plaats: str = "") -> None:
        self.dossier = replace(self.dossier, overleggen=(*self.dossier.overleggen, Overleg(self.id(), moment, plaats)))

    def gezag(self, kind: UUID, houder: UUID) -> None:
        made = Gezagsverhouding(self.id(), kind, houder, Gezagsvorm.GEZAMENLIJK_OUDERLIJK)
        self.dossier = replace(self.dossier, gezag=(*self.dossier.gezag, made))

    def gezin(self, **changed: object) -> None:
        self.dossier = replace(self.dossier, gezin=replace(self.dossier.gezin, **changed))  # type: ignore[arg-type]

    def papier(self, voor: str = "het gezin") -> Papier:
        return Papier(self.dossier, self.kaart, voor, OP, "26-0412", self.leefgebieden)


def empty() -> Maker:
    """A family with nothing filled in but what must be."""
    make = Maker("Jansen")
    make.regisseur(None, "Er is nog niemand gekozen.")
    return make


def big() -> Maker:
    """Parents, two children, oma, a regisseur, goals with scores, and helpers of every kind."""
    make = Maker()
    mama = make.persoon("Anouk de Vries", "mama", telefoon="06-11111111", geboortedatum=Datum(1985, 3, 14))
    papa = make.persoon("Murat Yılmaz", "papa", telefoon="06-22222222", geboortedatum=Datum(1983))
    lisa = make.persoon("Lisa Yılmaz", "Lisa", geboortedatum=Datum(2012, 6, 2))
    emre = make.persoon("Emre Yılmaz", "Emre", geboortedatum=Datum(2018, 9, 30))
    netwerk = PersoonSoort.NETWERK
    oma = make.persoon("Fatma Yılmaz", "oma Fatma", soort=netwerk, band="moeder van papa", telefoon="06-33333333")
    make.persoon("Joke Bakker", "Joke", soort=netwerk, band="buurvrouw")
    for kind in (lisa, emre):
        for ouder in (mama, papa):
            make.gezag(kind, ouder)
    _helpers(make, lisa, mama)
    sanne, rob = make.dossier.betrokkenheden[0].id, make.dossier.betrokkenheden[2].id
    make.tekst(Onderdeel.AANLEIDING, "Er was vaak ruzie na het eten en Emre wilde niet meer naar school.", mama)
    make.tekst(Onderdeel.WENS, "Minder mensen over de vloer en weer gewoon een gezin zijn.", lisa)
    make.tekst(Onderdeel.WENS, "Dat we samen kunnen eten zonder ruzie.", papa)
    make.tekst(Onderdeel.KRACHT, "Op zondag eten we met oma, dat is altijd gezellig.", lisa)
    make.tekst(Onderdeel.KRACHT, "Mama en papa praten weer met elkaar.", emre)
    make.tekst(Onderdeel.ZORGPUNT, "Ik slaap slecht als er ruzie is geweest.", lisa)
    make.tekst(Onderdeel.ZORGPUNT, "De schulden worden nog niet kleiner.", papa)
    _plan(make, (mama, papa, lisa, emre, oma, sanne, rob))
    make.overleg(datetime(2026, 11, 26, 14, 30, tzinfo=UTC), "Bij oma thuis")
    make.gezin(streefaantal=3, beginstand_op=START)
    return make


def _helpers(make: Maker, lisa: UUID, mama: UUID) -> None:
    team = make.organisatie("Sociaal team Gouda", telefoon="0182-555000", bereikbaar="werkdagen 9 tot 17 uur")
    ggz = make.organisatie("Jeugd-ggz Midden")
    people = {
        name: make.professional(name, org, telefoon=phone, bereikbaar=when)
        for name, org, phone, when in (
            ("Sanne Dijkstra", team, "06-12345678", "ma t/m do, 9 tot 17 uur"),
            ("Inge Prins", team, "", ""),
            ("Rob de Boer", ggz, "", ""),
            ("Karin Smit", ggz, "", ""),
            ("Dr. Nguyễn Thị Ánh", make.organisatie("Huisartsen Korte Akkeren"), "", ""),
            ("Meryem Kaya", make.organisatie("Basisschool De Regenboog"), "", ""),
        )
    }
    regisseur = make.helper(people["Sanne Dijkstra"], "Houdt alles bij elkaar", frequentie="elke week")
    make.helper(people["Karin Smit"], "Praten over wat er is gebeurd", over=(lisa,), frequentie="om de week")
    make.helper(people["Rob de Boer"], "Schulden op een rij", over=(mama,), vorm=Vorm.BIJGESCHAKELD,
                verwacht_tot=date(2027, 3, 1), frequentie="elke maand")  # fmt: skip
    make.helper(people["Dr. Nguyễn Thị Ánh"], "Huisarts", vaste_basis=True)
    make.helper(people["Meryem Kaya"], "Juf van Emre", vaste_basis=True)
    make.helper(people["Inge Prins"], "Vragen over geld", vorm=Vorm.OP_AFSTAND)
    make.helper(None, "Leert Lisa fietsen", omschrijving="Vrijwilliger van Humanitas", betaald=False, over=(lisa,),
                soort=BetrokkenheidSoort.VRIJWILLIGER, frequentie="elke zaterdag")  # fmt: skip
    make.helper(None, "Therapie voor het hele gezin", omschrijving="Iemand van de GGZ", organisatie=ggz, vanaf=None,
                wachtlijst=True, aangemeld_op=date(2026, 9, 1), overbrugging=regisseur)  # fmt: skip
    for number in range(8):
        make.helper(None, "Vroeger", omschrijving=f"Weg {number}", tot=Datum(2026, 2, 1))
    make.regisseur(regisseur, vervanger=people["Inge Prins"])


def _plan(make: Maker, who: tuple[UUID, ...]) -> None:
    mama, papa, lisa, emre, oma, sanne, rob = who
    school = Leefgebied(make.id(), "School en leren")
    make.leefgebieden = (school,)
    rust = make.doel("Het is rustig in huis na het eten.", lisa)
    make.score(rust, lisa, 2, 4)
    make.score(rust, mama, 5)
    make.score(rust, papa, 6, 6)
    make.actie("Oma eet op woensdag mee", (oma,), rust, herhaling="elke woensdag", vanaf=date(2026, 11, 25))
    make.actie("Elke zondag de week doornemen", (mama, papa), rust, status=ActieStatus.KLAAR,
               klaar_op=date(2026, 10, 4))  # fmt: skip
    make.actie("Dit gaat niet meer door", (papa,), rust, status=ActieStatus.VERVALLEN)
    praten = make.doel("Papa en mama praten zonder ruzie over de kinderen.", emre, over=(papa, mama))
    make.actie("Overdracht via het schriftje", (papa, mama), praten, herhaling="elke vrijdag")
    make.actie("Gesprek over kerst", (sanne,), praten, wanneer=date(2026, 10, 20))
    make.actie("Meedenken over de verdeling van de dagen", (oma,), praten, status=ActieStatus.GEVRAAGD)
    gaat = make.doel("Emre gaat elke dag naar school.", mama, over=(emre,), leefgebied=school.id,
                     behaald=Behaald.DEELS)  # fmt: skip
    make.score(gaat, mama, 3, 7)
    make.actie("Vaste plek en een pauzemaatje", (make.dossier.betrokkenheden[4].id,), gaat, wanneer=date(2026, 11, 20))
    make.doel("Ik heb een eigen kamer.", lisa, behaald=Behaald.HELEMAAL)
    make.doel("Een gestopt doel.", lisa, status=DoelStatus.GESTOPT)
    make.actie("Alle brieven over geld in één map", (mama, rob), wanneer=date(2026, 12, 1))


def crowded(count: int = 40) -> Maker:
    """So many helpers."""
    make = big()
    for number in range(count):
        organisation = make.organisatie(f"Stichting Hulp in de wijk {number}")
        professional = make.professional(f"Hulpverlener {number} van der Heijden-Kowalczyk", organisation)
        forms = (Vorm.VAST, Vorm.BIJGESCHAKELD, Vorm.OP_AFSTAND)
        make.helper(professional, f"Vraag {number} van het gezin over wonen en geld", vorm=forms[number % 3])
    return make


def long_names() -> Maker:
    """Names and texts as long as the file lets them be."""
    make = Maker("Van " + "Heemstra-Oldenbarneveldt " * 7)
    name = "Wolfeschlegelsteinhausenbergerdorff-" * 5
    kind = make.persoon(name, "", geboortedatum=Datum(2010, 1, 1))
    helper = make.helper(make.professional(name, make.organisatie("Stichting " + "Samenwerkende " * 12)), "x" * 300)
    make.regisseur(helper)
    make.tekst(Onderdeel.WENS, "a" * 300, kind)
    make.tekst(Onderdeel.ZORGPUNT, "Het gaat nog niet goed. " * 415, kind)
    doel = make.doel("Wij willen " + "heel graag " * 60, kind)
    make.score(doel, kind, 1, 9)
    make.actie("Bellen met de gemeente " * 40, (kind, helper), doel)
    make.helper(None, "Waarvoor dit is. " * 600, omschrijving="Iemand met een lange vraag")
    return make


def closed() -> Maker:
    """A family that has been let go: no regisseur any more, and no next talk."""
    make = big()
    terms = tuple(replace(term, tot=date(2026, 10, 1)) for term in make.dossier.regisseurschappen)
    make.dossier = replace(make.dossier, regisseurschappen=terms, overleggen=())
    make.gezin(afsluiting=date(2026, 10, 1))
    return make


def many_goals(count: int = 25) -> Maker:
    """So many goals and acties that every kind of page break happens."""
    make = big()
    mama = make.dossier.personen[0].id
    for number in range(count):
        doel = make.doel(f"Doel {number}: " + "wij doen dit samen en rustig. " * (1 + number % 4), mama)
        make.score(doel, mama, number % 11, (number + 3) % 11)
        for step in range(number % 5):
            make.actie(f"Actie {number}.{step} " + "met een uitleg erbij " * (1 + step * 2), (mama,), doel)
    for number in range(count):
        make.tekst(Onderdeel.KRACHT, f"Kracht {number} " + "en nog wat woorden " * (number % 7), mama)
    return make
