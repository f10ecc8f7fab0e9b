from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from gezinsplan.domain import delen
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import ActieStatus, Behaald, BetrokkenheidSoort, DoelStatus, Onderdeel, Vorm
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, Kring, VoorWie
from gezinsplan.domain.personen import Afscherming, Feit, PersoonSoort
from tests.printing import families
from tests.printing.families import OP, Maker
from tests.printing.paper import Paper


@pytest.fixture(scope="module")
def big() -> Paper:
    return Paper(families.big().papier())


@pytest.mark.parametrize(
    "words",
    [
        "Ons gezinsplan",
        "De Vries – Yılmaz",
        "Dit is nog een voorstel: versie 1 · 5 november 2026 · voor het gezin",
        "Onze regisseur Sanne Dijkstra Sociaal team Gouda Telefoon 06-12345678 · ma t/m do, 9 tot 17 uur",
        "Vervanger: Inge Prins Sociaal team Gouda · 0182-555000 · werkdagen 9 tot 17 uur",
        "Is er nu gevaar? Bel 112.",
        "'s Avonds en 's nachts: Veilig Thuis 0800-2000 (gratis, dag en nacht)",
        "Wat willen wij? “Minder mensen over de vloer en weer gewoon een gezin zijn.” Lisa",
        "Waarom zijn we begonnen?",
        "1 “Het is rustig in huis na het eten.” Lisa",
        "Lisa 4 (was 2) mama 5 papa 6 (was 6)",
        "☐ Oma eet op woensdag mee oma Fatma · elke woensdag, vanaf 25 november 2026",
        "☑ Elke zondag de week doornemen mama en papa · klaar op 4 oktober 2026",
        "Meedenken over de verdeling van de dagen oma Fatma · nog te vragen",
        "☐ Gesprek over kerst Sanne Dijkstra · 20 oktober 2026",
        "mama · voor Emre · onderwerp: School en leren · deels gehaald",
        "Dit is gelukt ✓ “Ik heb een eigen kamer.”",
        "Andere afspraken ☐ Alle brieven over geld in één map mama en Rob de Boer · 1 december 2026",
        "Van 11 naar 3 hulpverleners Samen afgesproken: 3",
        "helpt tijdelijk mee",
        "Vaste basis",
        "Op afstand, bellen kan",
        "Vrijwilliger van Humanitas",
        "oma Fatma (moeder van papa)",
        "Hier wachten we op • Iemand van de GGZ, Jeugd-ggz Midden",
        "tot die tijd helpt Sanne Dijkstra",
        "Iedereen om ons heen",
        "vaste basis, op afstand of vrijwilliger",
        "We kijken samen terug Donderdag 26 november 2026 om 15:30 uur Bij oma thuis",
        "Ik ben het niet eens met:",
    ],
)
def test_the_plan_says(big: Paper, words: str) -> None:
    assert words in big.flat


@pytest.mark.parametrize(
    "words",
    [
        "06-1111", "06-2222", "06-3333",  # telephones of the family and its own people
        "14 maart 1985", "1985", "2012", "2018",  # birth dates
        "Dit gaat niet meer door", "gestopt",  # dropped and stopped
        "gemiddeld", "4,", "5,0",  # scores are never averaged
        "Weg 0",  # who has gone
        "afgeschermd", "▯", "None",
    ],
)  # fmt: skip
def test_the_plan_does_not_say(big: Paper, words: str) -> None:
    assert words not in big.flat


def test_order(big: Paper) -> None:
    kops = ["Onze regisseur", "Bel 112", "Wat willen wij?", "Waarom zijn we begonnen?", "Wat gaat goed",
            "Onze doelen", "Dit is gelukt", "Andere afspraken", "Wie helpt ons?", "We kijken samen terug",
            "Handtekeningen"]  # fmt: skip
    places = [big.flat.index(kop) for kop in kops]
    assert places == sorted(places)


def test_strengths_and_concerns_stand_side_by_side_only_when_short() -> None:
    make = families.big()
    both = [line for line in Paper(make.papier()).text.splitlines() if "Wat gaat goed" in line]
    assert "Waar maken we ons zorgen over" in both[0]
    make.tekst(Onderdeel.KRACHT, "Heel veel goeds. " * 120)
    alone = [line for line in Paper(make.papier()).text.splitlines() if "Wat gaat goed" in line]
    assert "zorgen" not in alone[0]


def test_who_signs(big: Paper) -> None:
    signatures = big.flat[big.flat.index("Handtekeningen") :]
    for name in ("Anouk de Vries", "Murat Yılmaz", "Lisa Yılmaz", "Sanne Dijkstra"):
        assert name in signatures
    assert "Emre" not in signatures, "a child of eight"
    assert "Fatma" not in signatures


def test_paper_for_one_person_is_signed_by_that_person() -> None:
    paper = Paper(families.big().papier("mama"))
    signatures = paper.flat[paper.flat.index("Handtekeningen") :]
    assert "Anouk de Vries" in signatures
    assert "Sanne Dijkstra" in signatures
    assert "Murat" not in signatures
    assert all("voor mama" in page for page in paper.pages)


def test_each_page_has_its_edge(big: Paper) -> None:
    for number, page in enumerate(big.pages, start=1):
        foot = " ".join(page.split())
        assert f"pagina {number} van {len(big.pages)}" in foot
        for words in ("De Vries – Yılmaz", "Dit is nog een voorstel", "voor het gezin", "5 november 2026"):
            assert words in foot
        assert foot.endswith("Nr 26-0412")


def test_metadata_has_no_names(big: Paper) -> None:
    info = big.poppler("pdfinfo")
    assert "Gezinsplan nr 26-0412" in info
    assert "A4" in info
    for name in ("Vries", "Sanne", "anonymous", "ReportLab"):
        assert name not in info
    assert str(big.reader.root_object["/Lang"]) == "nl-NL"
    assert b"Vries" not in big.data


def test_every_font_is_in_the_file(big: Paper) -> None:
    rows = [line.split() for line in big.poppler("pdffonts").splitlines()[2:]]
    assert rows
    for row in rows:
        assert row[1] == "TrueType", row
        assert row[-5:-2] == ["yes", "yes", "yes"], row


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert Paper(families.big().papier()).data == Paper(families.big().papier()).data


def test_a_family_with_nothing_has_one_calm_page() -> None:
    paper = Paper(families.empty().papier())
    assert len(paper.pages) == 1
    assert "Er is nu geen regisseur. Sinds 10 januari 2025. Er is nog niemand gekozen." in paper.flat
    assert "Nog niet afgesproken." in paper.flat
    for kop in ("Wat willen wij?", "Onze doelen", "Wie helpt ons?", "Handtekeningen", "Wat gaat goed"):
        assert kop not in paper.flat


def test_a_closed_family_has_no_regisseur_and_no_next_talk() -> None:
    paper = Paper(families.closed().papier())
    assert "regisseur" not in paper.flat.split("Wat willen wij?")[0]
    assert "We kijken samen terug" not in paper.flat
    assert "Bel 112" in paper.flat


def test_a_vacancy_says_who_to_call() -> None:
    make = families.big()
    make.regisseur(None, "Sanne heeft ander werk.", vervanger=make.kaart.professionals[1].id)
    paper = Paper(make.papier())
    assert "Er is nu geen regisseur. Sinds 10 januari 2025. Sanne heeft ander werk." in paper.flat
    assert "Tot er een regisseur is, bel: Inge Prins" in paper.flat


def test_one_of_the_family_as_regisseur_stands_there_without_a_number() -> None:
    make = families.big()
    papa, oma = make.dossier.personen[1].id, make.dossier.personen[4].id
    make.regisseur(oma, vervanger=papa)
    paper = Paper(make.papier())
    assert "Onze regisseur oma Fatma moeder van papa Niet bereikbaar? Vervanger: papa" in paper.flat
    assert "06-3333" not in paper.flat
    assert "06-2222" not in paper.flat
    make.regisseur(papa)
    assert "Onze regisseur papa hoort bij ons gezin" in Paper(make.papier()).flat
    assert "regisseur: papa" in Paper(make.papier()).flat, "in the middle of the drawing"


def test_the_number_is_told_neutrally_when_it_did_not_fall() -> None:
    make = Maker()
    make.regisseur(make.helper(make.professional("Sanne")))
    assert "Er helpt nu 1 hulpverlener." in Paper(make.papier()).flat
    make.helper(make.professional("Rob"), vanaf=Datum(2026))
    flat = Paper(make.papier()).flat
    assert "Er helpen nu 2 hulpverleners." in flat
    assert "Samen afgesproken" not in flat


def test_nobody_helps_any_more() -> None:
    make = Maker()
    make.regisseur(None, "Klaar")
    make.helper(None, omschrijving="Iemand", tot=Datum(2026, 2))
    assert "Van 1 naar 0 hulpverleners" in Paper(make.papier()).flat


def test_somebody_with_two_tasks_stands_there_once() -> None:
    make = Maker()
    rob = make.professional("Rob de Boer")
    make.helper(rob, "Schulden")
    make.helper(rob, "Papieren", vorm=Vorm.OP_AFSTAND)
    make.regisseur(None, "Nog niet gekozen")
    flat = Paper(make.papier()).flat
    assert flat.count("Rob de Boer") == 1, "one row, and no drawing of one box"
    assert "Schulden" in flat
    assert "Papieren" in flat


def test_who_is_gone_carries_nothing_any_more() -> None:
    make = families.big()
    gone = make.helper(None, omschrijving="Vertrokken Piet", tot=Datum(2026, 10, 1))
    make.actie("Bellen met school", (gone,))
    make.actie("Samen bellen", (gone, make.dossier.personen[0].id))
    make.actie("Nee gezegd", (make.dossier.personen[0].id,), status=ActieStatus.GEWEIGERD)
    flat = Paper(make.papier()).flat
    assert "Bellen met school nu doet niemand dit" in flat
    assert "Samen bellen mama" in flat
    assert "Vertrokken Piet" not in flat
    assert "Nee gezegd" not in flat


def test_what_is_open_of_a_stopped_goal_stays() -> None:
    make = families.big()
    doel = make.doel("Dit hoeft niet meer", status=DoelStatus.GESTOPT)
    make.actie("Sleutel terugbrengen", (make.dossier.personen[0].id,), doel)
    make.actie("Al gedaan hiervan", (make.dossier.personen[0].id,), doel, status=ActieStatus.KLAAR)
    flat = Paper(make.papier()).flat
    assert "Andere afspraken" in flat
    assert "Sleutel terugbrengen" in flat[flat.index("Andere afspraken") :]
    assert "Dit hoeft niet meer" not in flat
    assert "Al gedaan hiervan" not in flat


def test_paused_and_reached_goals() -> None:
    make = families.empty()
    kind = make.persoon("Bo", geboortedatum=Datum(2012))
    make.doel("Even wachten", kind, status=DoelStatus.PAUZE)
    reached = make.doel("Zwemdiploma", kind, behaald=Behaald.HELEMAAL)
    make.score(reached, kind, 3, 9)
    flat = Paper(make.papier()).flat
    assert "1 “Even wachten” Bo · even niet" in flat
    assert "✓ “Zwemdiploma” Bo Bo 9 (was 3)" in flat


def test_a_talk_of_the_day_itself_is_not_the_next_one() -> None:
    make = families.empty()
    make.overleg(datetime(2026, 11, 5, 14, 0, tzinfo=UTC))
    assert "Nog niet afgesproken." in Paper(make.papier()).flat


def test_volunteers_and_an_unpaid_expert_do_not_count() -> None:
    make = families.big()
    make.helper(None, omschrijving="Ervaren Toos", soort=BetrokkenheidSoort.ERVARINGSDESKUNDIGE, betaald=False)
    flat = Paper(make.papier()).flat
    assert "naar 3 hulpverleners" in flat
    assert "Ervaren Toos" in flat[flat.index("Vrijwilligers en ervaringsdeskundigen") :]


def test_nothing_of_what_was_taken_out_is_on_the_paper() -> None:
    make = families.big()
    mama = make.dossier.personen[0].id
    make.tekst(Onderdeel.ZORGPUNT, "GEHEIM alleen in het dossier", mama, voor_wie=ALLEEN_DOSSIER)
    doel = make.doel("GEHEIM doel van mama", mama, voor_wie=VoorWie(Kring.PERSONEN, (mama,)))
    make.score(doel, mama, 1)
    make.helper(None, "GEHEIM", omschrijving="GEHEIM psycholoog", voor_wie=ALLEEN_DOSSIER)
    shown = replace(make.papier(), dossier=delen.for_reader(make.dossier, None))
    assert "GEHEIM" not in Paper(shown).flat
    own = replace(make.papier("mama"), dossier=delen.for_reader(make.dossier, mama))
    assert "GEHEIM doel van mama" in Paper(own).flat


def test_a_shielded_helper_reads_afgeschermd() -> None:
    make = families.big()
    mama, papa = make.dossier.personen[0].id, make.dossier.personen[1].id
    helper = make.dossier.betrokkenheden[1].id
    shield = Afscherming(UUID(int=9999), (mama,), (papa,), (Feit.HULPVERLENER,), (helper,))
    dossier = replace(make.dossier, afschermingen=(shield,))
    masked = delen.masked(delen.for_reader(dossier, papa), papa, OP, ("Karin Smit",))
    flat = Paper(replace(make.papier("papa"), dossier=masked)).flat
    assert "Karin" not in flat
    assert "afgeschermd" in flat


def test_waiting_and_a_later_start() -> None:
    make = Maker()
    make.regisseur(None, "Nog niet gekozen")
    make.helper(None, omschrijving="Speltherapeut", vanaf=Datum(2027, 1, 4))
    make.helper(None, omschrijving="Iemand van wonen", vanaf=None)
    kind = make.persoon("Bo", soort=PersoonSoort.NETWERK, tot=date(2026, 1, 1))
    make.helper(None, omschrijving="Maatje", vanaf=None, over=(kind,), aangemeld_op=date(2026, 9, 1))
    flat = Paper(make.papier()).flat
    assert "Speltherapeut begint op 4 januari 2027" in flat
    assert "Iemand van wonen aangemeld" in flat
    assert "Maatje voor Bo · aangemeld sinds 1 september 2026" in flat
    assert "Familie, vrienden en buren" not in flat, "somebody of the netwerk who is gone"


def test_a_regisseur_without_any_number() -> None:
    make = Maker()
    make.regisseur(make.helper(make.professional("Sanne Dijkstra", bereikbaar="op maandag")))
    make.overleg(datetime(2026, 12, 1, 9, 0, tzinfo=UTC))
    flat = Paper(make.papier()).flat
    assert "Onze regisseur Sanne Dijkstra Bereikbaar: op maandag Is er nu gevaar?" in flat
    assert "Dinsdag 1 december 2026 om 10:00 uur Handtekeningen" in flat
