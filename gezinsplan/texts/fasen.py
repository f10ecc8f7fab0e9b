"""The words of the shipped steps of each phase, and what helps to do them well."""

from gezinsplan.texts import N_, _

_STAPPEN = {
    "familiegroepsplan": (
        N_("Een eigen plan met familie aangeboden (familiegroepsplan)"),
        N_("Het gezin mag eerst zelf een plan maken, met familie en vrienden. Spreek af tot wanneer zij eraan werken."),
    ),
    "persoonlijk_plan": (
        N_("Een persoonlijk plan aangeboden (Wmo)"),
        N_("Wie om ondersteuning vraagt, mag binnen zeven dagen na de melding een eigen plan geven."),
    ),
    "clientondersteuning": (
        N_("Gratis, onafhankelijke cliëntondersteuning aangeboden"),
        N_("Iemand die naast het gezin staat en niet van de gemeente of de hulp is."),
    ),
    "vertrouwenspersoon": (
        N_("Verteld over de vertrouwenspersoon"),
        N_("Bij wie kinderen en ouders terechtkunnen als zij een klacht of een vraag over de hulp hebben."),
    ),
    "gegevens": (
        N_("Uitgelegd wat er met hun gegevens gebeurt"),
        N_("Wat wordt opgeschreven, wie het leest, hoe lang het blijft, en hoe zij het kunnen inzien."),
    ),
    "gezag": (N_("Gezag nagekeken, per kind"), N_("In het gezagsregister, niet alleen bij één ouder gevraagd.")),
    "regisseur": (
        N_("Nagevraagd of er al een regisseur is"),
        N_("Bij collega's en in het zaaksysteem. Een gezin heeft er één."),
    ),
    "antwoord": (
        N_("Het gezin heeft antwoord op de aanvraag"),
        N_("Vul in voor welke dag dat volgens de wet moet. Die dag staat dan in Vandaag."),
    ),
    "netwerk": (N_("Mensen uit het netwerk weten dat zij in het plan staan"), ""),
    "gesproken": (N_("Iedereen apart gesproken, ook elk kind"), ""),
    "kracht": (N_("Gevraagd wat goed gaat en wat zij zelf willen"), ""),
    "wie_komen": (N_("Samen opgeschreven wie er allemaal komen"), ""),
    "veilig_eerst": (N_("Gekeken hoe veilig het is"), N_("Zonder deze check wordt een plan niet vastgesteld.")),
    "gekozen": (N_("Het gezin koos zelf de regisseur"), ""),
    "uitgenodigd": (N_("Iedereen die nodig is, is uitgenodigd"), ""),
    "eigen_verhaal": (N_("Het gezin vertelde als eerste"), ""),
    "afgesproken": (N_("Afgesproken wie wat doet, en wanneer we verder praten"), ""),
    "iemand_doet_het": (N_("Bij elke afspraak staat wie het doet"), ""),
    "nog_nodig": (N_("Met elke hulpverlener besproken of die nog nodig is"), ""),
    "kind_apart": (N_("Elk kind weer apart gesproken"), ""),
    "cijfers": (N_("Iedereen gaf een nieuw cijfer bij de doelen"), ""),
    "wie_kan_gaan": (N_("Besproken wie er kan stoppen"), ""),
    "plan_bij": (N_("Het plan is bijgewerkt"), ""),
    "volgende": (N_("Er is een nieuwe datum"), ""),
    "overgenomen": (N_("Wat stopt, is door iemand overgenomen"), ""),
    "veilig_einde": (N_("Nog één keer gekeken hoe veilig het is"), ""),
    "terug_bij": (N_("Afgesproken bij wie het gezin terug kan komen"), ""),
    "nazorg_dag": (N_("Er is een dag om te bellen hoe het gaat"), ""),
    "gebeld": (N_("Gebeld of bezocht: gaat het nog goed?"), ""),
    "weer_nodig": (N_("Gevraagd of er weer iets nodig is"), ""),
    "overgezet": (N_("Het dossier staat in het zaaksysteem"), ""),
    "plan_mee": (N_("Het gezin heeft het laatste plan"), ""),
    "bewaren": (N_("Bekend tot wanneer het wordt bewaard"), ""),
}


def stap_words(sleutel: str) -> str:
    """What a shipped step says; nothing of another."""
    said = _STAPPEN.get(sleutel, ("", ""))[0]
    return _(said) if said else ""


def stap_help(sleutel: str) -> str:
    """What helps to do a shipped step well; nothing for what speaks for itself."""
    said = _STAPPEN.get(sleutel, ("", ""))[1]
    return _(said) if said else ""
