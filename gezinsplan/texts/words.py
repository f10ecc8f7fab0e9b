"""The words on screen and paper for the domain's lists (screens.md); the code keeps the domain noun."""

from collections.abc import Iterable
from enum import StrEnum

from gezinsplan.texts import N_, _

_WORDS: dict[str, dict[str, str]] = {
    "CasusFase": {
        "aanmelding": N_("Aanmelding"), "kennismaken": N_("Kennismaken"), "startgesprek": N_("Startgesprek"),
        "uitvoeren": N_("Aan de slag"), "evalueren": N_("Terugkijken"), "afronden": N_("Afronden"),
        "nazorg": N_("Nazorg"), "gesloten": N_("Gesloten"),
    },
    "PersoonSoort": {"gezinslid": N_("Hoort bij het gezin"), "netwerk": N_("Familie, vriend of buur")},
    "Gezagsvorm": {
        "gezamenlijk_ouderlijk": N_("samen met de andere ouder"), "eenhoofdig_ouderlijk": N_("alleen"),
        "gezamenlijk": N_("ouder samen met iemand anders"), "voogdij": N_("voogd"),
        "tijdelijk_geen": N_("tijdelijk niemand"), "niet_te_bepalen": N_("niet te bepalen"),
    },
    "RelatieSoort": {
        "partner": N_("partner"), "ex_partner": N_("ex-partner"), "ouder": N_("ouder"),
        "stiefouder": N_("stiefouder"), "pleegouder": N_("pleegouder"), "grootouder": N_("opa of oma"),
        "broer_of_zus": N_("broer of zus"), "halfbroer_of_zus": N_("halfbroer of halfzus"),
        "stiefbroer_of_zus": N_("stiefbroer of stiefzus"), "oom_of_tante": N_("oom of tante"),
        "familie": N_("andere familie"), "vriend": N_("vriend of vriendin"), "buur": N_("buur"),
    },
    "Feit": {
        "adres": N_("adres"), "woonplaats": N_("woonplaats"), "telefoon": N_("telefoon"), "school": N_("school"),
        "werk": N_("werk"), "hulpverlener": N_("hulpverlener"), "organisatie": N_("organisatie"),
        "ontmoetingsplaats": N_("plaats van gesprekken"),
    },
    "BetrokkenheidSoort": {
        "beroepskracht": N_("beroepskracht"), "vrijwilliger": N_("vrijwilliger van een organisatie"),
        "ervaringsdeskundige": N_("ervaringsdeskundige"),
    },
    "Vorm": {"vast": N_("vast"), "bijgeschakeld": N_("tijdelijk"), "op_afstand": N_("op afstand, bellen kan")},
    "Kader": {
        "vrijwillig": N_("vrijwillig"), "drang": N_("vrijwillig, met afspraken over veiligheid"),
        "gedwongen": N_("door de rechter"),
    },
    "BetrokkenheidStatus": {
        "aangemeld": N_("aangemeld"), "wachtlijst": N_("op de wachtlijst"), "gestart": N_("helpt nu"),
        "gestopt": N_("gestopt"),
    },
    "RegieVorm": {
        "casus": N_("regie over de hulp"), "proces": N_("regie over de samenwerking"), "zelf": N_("het gezin zelf"),
    },
    "Onderdeel": {
        "aanleiding": N_("Waarom zijn we begonnen?"), "wens": N_("Wat willen wij?"), "kracht": N_("Wat gaat goed"),
        "zorgpunt": N_("Waar maken we ons zorgen over"),
        "eerdere_hulp": N_("Welke hulp was er eerder?"), "analyse": N_("Hoe hangt het samen?"),
        "resultaat": N_("Hoe moet het worden?"), "rolverdeling": N_("Wie beslist, wie doet, wie hoort het?"),
        "werkafspraak": N_("Hoe gaan we met elkaar om?"), "mening": N_("Wat ik er zelf van vind"),
        "voorval": N_("Wat is er gebeurd?"),
    },
    "Aard": {"feit": N_("feit"), "mening": N_("mening"), "uitspraak": N_("uitspraak")},
    "DoelStatus": {"open": N_("hier werken we aan"), "pauze": N_("even niet"), "gestopt": N_("gestopt")},
    "Behaald": {"nog_niet": N_("nog niet gehaald"), "deels": N_("deels gehaald"), "helemaal": N_("gehaald")},
    "ActieSoort": {
        "actie": N_("actie"), "afspraak": N_("afspraak"), "toezegging": N_("belofte"),
        "uitproberen": N_("uitproberen"), "handschoen": N_("ik pak dit op, ik begin morgen"),
    },
    "ActieStatus": {
        "gevraagd": N_("nog te vragen"), "toegezegd": N_("loopt"), "geweigerd": N_("wil niet"),
        "klaar": N_("klaar"), "vervallen": N_("vervallen"),
    },
    "Sector": {
        "lokaal_team": N_("sociaal team"), "jeugdhulp": N_("jeugdhulp"), "jeugd_ggz": N_("jeugd-ggz"),
        "ggz": N_("ggz"), "verslavingszorg": N_("verslavingszorg"), "gehandicaptenzorg": N_("gehandicaptenzorg"),
        "huisarts": N_("huisarts"), "jeugdgezondheidszorg": N_("jeugdarts en consultatiebureau"),
        "zorg": N_("zorg"), "kinderopvang": N_("kinderopvang"), "onderwijs": N_("school"),
        "welzijn": N_("welzijn"), "schuldhulp": N_("schuldhulp"), "werk_en_inkomen": N_("werk en inkomen"),
        "wonen": N_("wonen"), "jeugdbescherming": N_("jeugdbescherming"), "veiligheid": N_("Veilig Thuis"),
        "politie_en_justitie": N_("politie en justitie"), "vrijwilligers": N_("vrijwilligersorganisatie"),
        "overig": N_("anders"),
    },
    "VersieStatus": {"concept": N_("voorstel"), "vastgesteld": N_("zo spreken we het af")},
    "Antwoord": {
        "akkoord": N_("akkoord"), "niet_akkoord": N_("niet akkoord"), "niet_gevraagd": N_("kon niet worden gevraagd"),
    },
    "AkkoordVorm": {
        "mondeling": N_("gezegd"), "handtekening": N_("met een handtekening"), "mail": N_("per mail"),
    },
    "Wijze": {
        "meegegeven": N_("meegegeven op papier"), "post": N_("met de post"), "mail": N_("per beveiligde mail"),
        "samen_gelezen": N_("samen gelezen"),
    },
    "ContactSoort": {
        "huisbezoek": N_("bij het gezin thuis"), "kantoor": N_("bij ons op kantoor"), "telefoon": N_("gebeld"),
        "app": N_("een bericht"), "mail": N_("een mail"), "niet_thuis": N_("niet thuis"),
    },
    "Veiligheidswoord": {
        "veilig_genoeg": N_("veilig genoeg"), "nog_niet": N_("nog niet veilig genoeg"), "onveilig": N_("niet veilig"),
    },
    "Veiligheidsfase": {
        "geen_zorgen": N_("geen zorgen over veiligheid"), "directe_veiligheid": N_("eerst veilig worden"),
        "stabiele_veiligheid": N_("veilig blijven"), "herstel": N_("herstellen"),
    },
    "MaatregelSoort": {
        "ondertoezichtstelling": N_("ondertoezichtstelling"), "uithuisplaatsing": N_("uithuisplaatsing"),
        "voogdij": N_("voogdij"), "huisverbod": N_("huisverbod"), "contactverbod": N_("contactverbod"),
        "bewind": N_("bewind"),
    },
    "PlanSoort": {
        "behandelplan": N_("behandelplan"), "hulpverleningsplan": N_("hulpverleningsplan"),
        "ontwikkelingsperspectief": N_("plan van school (OPP)"),
        "plan_van_aanpak": N_("plan van de jeugdbescherming"), "budgetplan": N_("pgb-plan"),
        "toekomstplan": N_("toekomstplan"), "anders": N_("ander plan"),
    },
    "Steun": {
        "praktisch": N_("praktische hulp"), "gezelschap": N_("gezelschap"), "advies": N_("advies"),
        "emotioneel": N_("steun bij gevoelens"),
    },
    "Bandsterkte": {
        "zwak": N_("los"), "gewoon": N_("gewoon"), "sterk": N_("sterk"), "gespannen": N_("gespannen"),
    },
    "Richting": {
        "naar_gezin": N_("helpt het gezin"), "van_gezin": N_("krijgt hulp van het gezin"),
        "beide": N_("helpen elkaar"),
    },
    "KlikSoort": {"klik": N_("klik"), "geen_klik": N_("geen klik"), "geen_contact": N_("wil geen contact")},
    "DubbelKeuze": {
        "een_plan": N_("één plan"), "een_regisseur": N_("twee plannen, één regisseur"),
        "twee_plannen": N_("twee plannen"),
    },
    "OverlegSoort": {
        "gezinsgesprek": N_("gezinsgesprek"), "startoverleg": N_("startgesprek"), "evaluatie": N_("samen terugkijken"),
        "rondetafel": N_("gesprek over één knoop"), "mdo": N_("overleg met hulpverleners"),
        "casustafel": N_("overleg zonder namen"),
    },
    "DeelnameRol": {"denker": N_("denkt mee"), "doener": N_("doet"), "beslisser": N_("beslist")},
    "Uitkomst": {
        "houden": N_("blijft"), "samenvoegen": N_("samen met een ander"), "op_afstand": N_("op afstand, bellen kan"),
        "afronden": N_("afronden"),
    },
    "Blijft": {
        "maatregel": N_("komt door een besluit van de rechter of de burgemeester"),
        "behandelaar": N_("is de behandelaar"), "regisseur": N_("is de regisseur"),
        "overdracht": N_("draagt de regie nog over"), "enig_contact": N_("is het enige contact van een kind"),
        "klik": N_("is iemand die het gezin vertrouwt"),
    },
    "VastSoort": {
        "doorbraak": N_("iets losmaken: een regel of geld houdt het tegen"),
        "opschaling": N_("opschalen: iemand met meer macht moet beslissen"),
    },
    "MeldcodeDeel": {
        "signalen": N_("1. Wat zien of horen we?"), "overleg": N_("2. Met wie is overlegd?"),
        "gesprek": N_("3. Wat zeiden de betrokkenen?"), "vermoeden": N_("4a. Is er een vermoeden?"),
        "onveiligheid": N_("4b. Is het nu of steeds weer onveilig?"),
        "hulp": N_("4c. Kunnen wij helpen of hulp regelen?"),
        "aanvaarden": N_("4d. Nemen ze de hulp aan?"), "resultaat": N_("4e. Wordt het op tijd beter?"),
        "besluit": N_("5. Wat besluiten we?"), "afgesloten": N_("De meldcode is afgesloten"),
    },
    "Veiligheidsreden": {
        "directe_veiligheid": N_("Het gezin moet eerst veilig worden."),
        "check_ontbreekt": N_("Er is nog niet gekeken hoe veilig het is."),
        "check_te_laat": N_("Er moet opnieuw worden gekeken hoe veilig het is."),
        "meldcode": N_("De meldcode loopt."),
        "gat": N_("Er is iets wat nu niemand doet."),
    },
    "PlichtSoort": {
        "afspraak": N_("afspraak over veiligheid"), "controle": N_("nakijken van een afspraak over veiligheid"),
        "contact": N_("contact met een kind"), "klik": N_("vertrouwen"), "doel": N_("doel"), "actie": N_("actie"),
    },
    "Groep": {
        "telt_mee": N_("telt mee"), "vaste_basis": N_("vaste basis"), "op_afstand": N_("op afstand, bellen kan"),
        "vrijwilliger": N_("vrijwilliger"), "ervaringsdeskundige": N_("ervaringsdeskundige"),
        "aangemeld": N_("aangemeld"), "wachtlijst": N_("op de wachtlijst"),
    },
    "Rol": {
        "helpt": N_("helpt nu"), "komt": N_("komt nog"), "vervanger": N_("vervangt de regisseur"),
        "dossierhouder": N_("dossierhouder"), "hielp": N_("hielp eerder"),
    },
    "Gelijkenis": {"gelijk": N_("lijkt dezelfde"), "mogelijk": N_("misschien dezelfde")},
    "LogActie": {
        "kluis_gemaakt": N_("Kluis gemaakt"),
        "ontgrendeld_wachtwoord": N_("Ontgrendeld met het wachtwoord"),
        "ontgrendeld_computer": N_("Ontgrendeld door deze computer"),
        "ontgrendeld_herstelblad": N_("Ontgrendeld met het herstelblad"),
        "ontgrendeld_gemeente": N_("Ontgrendeld met de sleutel van de gemeente"),
        "ontgrendelen_mislukt": N_("Ontgrendelen geprobeerd"), "vergrendeld": N_("Vergrendeld"),
        "bijgewerkt": N_("Kluis bijgewerkt voor een nieuwe versie"),
        "aangemaakt": N_("Aangemaakt"), "gewijzigd": N_("Gewijzigd"), "gelezen": N_("Gelezen"),
        "lijst_bekeken": N_("Lijst van gezinnen bekeken"), "gezocht": N_("Gezocht"),
        "getoond": N_("Afgeschermde gegevens getoond"), "afgedrukt": N_("Afgedrukt"),
        "pdf_bewaard": N_("Bewaard als PDF"), "gekopieerd": N_("Gekopieerd"), "vernietigd": N_("Vernietigd"),
        "logboek_bekeken": N_("Logboek bekeken"), "logboek_bewaard": N_("Logboek bewaard als bestand"),
        "logboek_gecontroleerd": N_("Logboek gecontroleerd"), "kluis_gecontroleerd": N_("Kluis gecontroleerd"),
        "reservekopie_gemaakt": N_("Reservekopie gemaakt"), "reservekopie_getest": N_("Reservekopie getest"),
        "reservekopie_vernieuwd": N_("Reservekopie vernieuwd"), "teruggezet": N_("Reservekopie teruggezet"),
        "toegang_toegevoegd": N_("Manier van openen toegevoegd"),
        "toegang_verwijderd": N_("Manier van openen verwijderd"),
        "toegang_gewijzigd": N_("Manier van openen gewijzigd"), "hersleuteld": N_("Kluis kreeg een nieuwe sleutel"),
        "cijfers_bekeken": N_("Cijfers bekeken"), "cijfers_bewaard": N_("Cijfers bewaard als bestand"),
        "kaart_bekeken": N_("Sociale kaart bekeken"),
    },
    "Resultaat": {
        "gelukt": N_("gelukt"), "mislukt": N_("mislukt"), "overgezet": N_("staat in het zaaksysteem"),
        "bewaartermijn": N_("bewaartermijn is voorbij"), "op_verzoek": N_("op verzoek van het gezin"),
        "vergissing": N_("bij vergissing aangemaakt"),
    },
    "Herkomst": {
        "venster": N_("venster"), "terminal": N_("terminal"), "programma": N_("programma zelf"),
        "overgenomen": N_("van vóór het logboek"),
    },
    "Sterkte": {
        "zwak": N_("te zwak"), "kan_beter": N_("kan beter"), "goed": N_("goed"), "sterk": N_("sterk"),
    },
    "Toegang": {
        "passphrase": N_("wachtwoord"), "computer": N_("deze computer"), "sheet": N_("herstelblad"),
        "gemeente": N_("sleutel van de gemeente"), "other": N_("manier van een nieuwere versie"),
    },
    "Kring": {
        "gezin": N_("Het hele gezin"), "personen": N_("Alleen…"), "dossier": N_("Niemand thuis, alleen dit dossier"),
    },
}  # fmt: skip


def word(member: StrEnum) -> str:
    """The word of one member of a list of the domain."""
    return _(_WORDS[type(member).__name__][member.value])


def joined(names: Iterable[str]) -> str:
    """Lisa, mama en papa."""
    *first, last = [*names] or [""]
    return _("{first} en {last}").format(first=", ".join(first), last=last) if first else last


def amount(number: float) -> str:
    """A number with at most one figure behind the comma."""
    return f"{round(number, 1):g}".replace(".", ",")
