"""One sentence and one next step for every known refusal; a test checks that no code is without."""

from collections.abc import Mapping
from datetime import date

from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.passphrases import advice

_TEXTS: dict[str, tuple[str, str]] = {
    "empty": (N_("Dit is nog leeg."), N_("Vul het in.")),
    "too_long": (N_("Deze tekst is te lang."), N_("Maak er ten hoogste {most} tekens van.")),
    "not_a_date": (N_("Deze datum bestaat niet."), N_("Schrijf bijvoorbeeld 26-11-2026, mei 2023 of ongeveer 2023.")),
    "not_a_time": (N_("Dit is geen tijd."), N_("Schrijf bijvoorbeeld 15:30.")),
    "not_a_number": (N_("Dit is geen getal."), N_("Schrijf een heel getal, bijvoorbeeld 3.")),
    "out_of_range": (N_("Dit getal kan niet."), N_("Kies een getal van {least} tot en met {most}.")),
    "not_printable": (N_("Hier staat een teken in dat niet te lezen is."), N_("Haal het weg en typ het opnieuw.")),
    "end_before_start": (N_("Het einde ligt vóór het begin."), N_("Kies een latere einddatum.")),
    "agrees_and_not": (N_("Iemand staat bij eens en bij niet eens."), N_("Kies één van de twee.")),
    "is_final": (N_("Dit staat vast."), N_("Klopt het niet? Schrijf een nieuwe stap op.")),
    "file_alone": (N_("Dit mag niet voor het hele gezin zijn."), N_("Kies alleen het dossier, of bepaalde mensen.")),
    "day_to_come": (N_("Deze dag moet nog komen."), N_("Kies vandaag of een dag die geweest is.")),
    "born_in_future": (N_("Deze geboortedatum ligt in de toekomst."), N_("Kijk de datum na.")),
    "kenmerk_in_use": (N_("Dit kenmerk is al van een ander gezin."), N_("Kies een ander kenmerk.")),
    "who_is_missing": (N_("Nog niemand doet dit."), N_("Kies wie dit doet.")),
    "readers_missing": (N_("Er is nog niet gekozen wie dit mag lezen."), N_("Kies één of meer personen.")),
    "unknown_part": (N_("Dit staat niet meer in het dossier."), N_("Ga terug en open het gezin opnieuw.")),
    "still_referred_to": (
        N_("Dit wordt nog ergens in dit dossier gebruikt."),
        N_("Haal het daar eerst weg, of geef een einddatum."),
    ),
    "with_oneself": (N_("Dit is twee keer dezelfde persoon."), N_("Kies twee verschillende mensen.")),
    "related_already": (
        N_("Van deze twee staat dit al opgeschreven, of iets wat niet tegelijk kan."),
        N_("Geef dat eerst een einddatum, of wijzig het."),
    ),
    "own_ancestor": (
        N_("Zo zou iemand ouder en jonger zijn dan dezelfde persoon."),
        N_("Draai de twee om, of kies iemand anders."),
    ),
    "regie_before_current": (
        N_("De regisseur van nu begon op {day}."),
        N_("Kies die dag of een latere."),
    ),
    "regie_same_holder": (N_("Dit is al de regisseur."), N_("Kies iemand anders.")),
    "regie_reason_missing": (N_("Er staat nog geen reden bij."), N_("Schrijf kort waarom.")),
    "regie_holder_not_involved": (
        N_("De regisseur moet in die hele tijd bij het gezin betrokken zijn."),
        N_("Kijk de begindatum en einddatum na, of kies eerst een andere regisseur."),
    ),
    "regie_outside_gezin": (
        N_("Deze dag past niet bij de regisseurs van dit gezin: {day}."),
        N_("Kies een andere dag."),
    ),
    "regie_broken_line": (
        N_("Op elke dag hoort er één regisseur te zijn, of een open plek met een reden."),
        N_("Kijk de datums van de regisseurs na."),
    ),
    "regie_form": (
        N_("Alleen iemand van het gezin of uit de eigen kring kan de regie zelf doen."),
        N_("Kies een andere vorm, of een andere regisseur."),
    ),
    "question_missing": (N_("Er staat nog niet bij waarvoor deze persoon komt."), N_("Schrijf de vraag op.")),
    "until_missing": (N_("Er staat nog niet bij tot wanneer."), N_("Kies een einddatum; verlengen kan altijd.")),
    "not_started": (N_("Deze hulp is nog niet begonnen."), N_("Vul eerst in vanaf wanneer.")),
    "already_ended": (N_("Deze hulp is al gestopt."), N_("Pas de einddatum aan bij Wijzigen.")),
    "helps_already": (
        N_("Deze persoon staat er al bij."),
        N_("Komt deze persoon nog ergens anders voor? Vul dat dan aan in de lijst hieronder."),
    ),
    "still_carries": (
        N_("Deze persoon doet nog iets wat niemand anders doet."),
        N_("Kies wie het overneemt, of schrijf waarom het niet meer nodig is."),
    ),
    "takeover_not_there": (N_("Deze persoon is er dan zelf niet meer."), N_("Kies iemand anders.")),
    "reason_missing": (N_("Er staat nog geen reden bij."), N_("Schrijf kort waarom.")),
    "not_temporary": (
        N_("Deze persoon is er niet tijdelijk."),
        N_("Kies iemand die er tijdelijk bij is, of pas de hulp aan bij Wijzigen."),
    ),
    "already_at_distance": (N_("Deze persoon helpt al op afstand."), N_("Kies iets anders.")),
    "forced_stays": (
        N_("Deze persoon is er door een besluit van de rechter of de burgemeester."),
        N_("Leg eerst vast dat het besluit is afgelopen, of wie het nu uitvoert."),
    ),
    "baseline_settled": (
        N_("Het aantal van het begin is al samen vastgesteld, op {day}."),
        N_("Klopt het niet? Maak het eerst ongedaan."),
    ),
    "baseline_day": (
        N_("Deze dag kan niet het begin zijn."),
        N_("Kies een dag van {day} tot en met vandaag."),
    ),
    "same_family": (N_("Dit is hetzelfde gezin."), N_("Kies een ander gezin.")),
    "kaart_in_use": (
        N_("Dit staat nog bij een gezin, of bij iemand van de sociale kaart."),
        N_("Voeg het samen met een ander, of laat het staan."),
    ),
    "no_talk_planned": (N_("Er is nog geen volgend gesprek afgesproken."), N_("Spreek eerst een gesprek af.")),
    "nothing_to_discuss": (
        N_("Er is nu niemand om over te praten: iedereen is nog nodig, of veiligheid gaat voor."),
        N_("Kijk later nog een keer."),
    ),
    "version_day": (
        N_("Het plan is van een latere dag."),
        N_("Kies een dag van {day} tot en met vandaag."),
    ),
    "safety_check_missing": (
        N_("Er is op die dag nog niet gekeken hoe veilig het is."),
        N_("Kijk eerst hoe veilig het is. Daarna kunt u het plan vaststellen."),
    ),
    "safety_check_late": (
        N_("Het is te lang geleden dat er is gekeken hoe veilig het is."),
        N_("Kijk eerst opnieuw hoe veilig het is. Daarna kunt u het plan vaststellen."),
    ),
    "not_asked": (
        N_("Deze persoon tekent op die dag niet zelf."),
        N_("Onder de 12 jaar tekenen de ouders met gezag, vanaf 16 jaar tekent een kind alleen. Kijk de dag na."),
    ),
    "given_stays": (
        N_("Wat is vastgelegd of gegeven, blijft staan."),
        N_("Klopt het niet? Leg bij ‘Wie kreeg het?’ vast wat er niet klopt."),
    ),
    "stale": (
        N_("Dit is ondertussen ergens anders veranderd."),
        N_("Uw tekst staat er nog. Probeer het nog een keer."),
    ),
    "changed_since": (
        N_("Dit kan niet meer ongedaan worden gemaakt, want het is daarna nog veranderd."),
        N_("Pas het zelf aan."),
    ),
    "nothing_to_undo": (N_("Er is niets om ongedaan te maken."), ""),
    "unknown_kenmerk": (N_("Dit kenmerk staat niet in deze kluis."), N_("Vraag de lijst op met: gezinsplan list.")),
    "print_for_whom": (
        N_("In dit gezin zijn gegevens afgeschermd; daarom is er geen papier voor iedereen samen."),
        N_("Kies voor wie u afdrukt."),
    ),
    "print_for_unknown": (N_("Deze persoon staat niet in dit gezin."), N_("Kies iemand uit het gezin of het netwerk.")),
    "print_for_several": (
        N_("In dit gezin heten meer mensen zo."),
        N_("Schrijf de hele naam, of geef hun in het plan elk een eigen naam."),
    ),
    "file_not_written": (N_("Het bestand kon niet worden bewaard."), N_("Kies een andere map.")),
    "file_exists": (N_("Dit bestand bestaat al. Er is niets overschreven."), N_("Kies een andere naam.")),
    "no_screen": (
        N_("Hier is geen scherm voor het venster."),
        N_("Gebruik de opdrachten in de terminal: gezinsplan --help."),
    ),
    "vault_exists": (N_("In deze map staat al een kluis."), N_("Open die, of kies een lege map.")),
    "vault_missing": (N_("In deze map staat geen kluis."), N_("Kies een andere map, of maak een nieuwe kluis.")),
    "vault_in_use": (
        N_("Deze kluis is al open in een ander venster of programma."),
        N_("Sluit dat eerst, en probeer het opnieuw."),
    ),
    "vault_newer": (
        N_("Deze kluis is gemaakt met een nieuwere versie van Gezinsplan. Er is niets veranderd."),
        N_("Vraag de beheerder om de nieuwe versie."),
    ),
    "vault_damaged": (
        N_("De kluis is beschadigd. Er is niets veranderd of weggegooid."),
        N_("Zet een reservekopie van de map terug, of vraag de beheerder om hulp."),
    ),
    "vault_folder": (
        N_("Deze map kan niet worden gebruikt."),
        N_("Kies een map op deze computer waar u mag schrijven."),
    ),
    "vault_full": (N_("De schijf is vol. Er is niets verloren."), N_("Maak ruimte vrij en probeer het opnieuw.")),
    "vault_locked": (N_("De kluis is vergrendeld."), N_("Ontgrendel de kluis en probeer het opnieuw.")),
    "keys_missing": (
        N_("Het sleutelbestand (keys.json) van deze kluis ontbreekt."),
        N_("Zet het terug uit een reservekopie van deze map."),
    ),
    "keys_damaged": (
        N_("Het sleutelbestand (keys.json) van deze kluis is beschadigd."),
        N_("Zet het terug uit een reservekopie van deze map."),
    ),
    "keys_newer": (
        N_("Het sleutelbestand is gemaakt met een nieuwere versie van Gezinsplan. Er is niets veranderd."),
        N_("Vraag de beheerder om de nieuwe versie."),
    ),
    "keys_older": (
        N_("Dit sleutelbestand is ouder dan de kluis."),
        N_("Zet het nieuwste sleutelbestand (keys.json) terug."),
    ),
    "keys_restored": (
        N_("Het sleutelbestand (keys.json) was niet heel meer en is hersteld uit zijn kopie."),
        N_("Maak een reservekopie van de map van deze kluis."),
    ),
    "vault_synced": (
        N_("Deze map wordt bijgehouden door een cloudprogramma, zoals OneDrive of Dropbox. Daar gaat een kluis stuk."),
        N_("Kies een map die alleen op deze computer staat. Reservekopieën mogen er wel."),
    ),
    "vault_network": (
        N_("Deze map staat op het netwerk. Daar gaat een kluis stuk."),
        N_("Kies een map op deze computer. Reservekopieën mogen wel op het netwerk."),
    ),
    "upgrade_failed": (
        N_("De kluis kon niet worden bijgewerkt voor deze versie. Er is niets veranderd."),
        N_("Gebruik de vorige versie, en vraag de beheerder om hulp."),
    ),
    "backup_missing": (
        N_("Deze reservekopie is er niet."),
        N_("Kijk of de schijf of stick er is, of kies een andere."),
    ),
    "backup_damaged": (
        N_("Deze reservekopie is beschadigd. Er is niets veranderd."),
        N_("Kies een andere reservekopie."),
    ),
    "backup_newer": (
        N_("Deze reservekopie is gemaakt met een nieuwere versie van Gezinsplan. Er is niets veranderd."),
        N_("Vraag de beheerder om de nieuwe versie."),
    ),
    "backup_other_key": (
        N_("Deze reservekopie heeft een andere sleutel dan deze kluis."),
        N_("Geef het wachtwoord van toen, of kies een andere reservekopie."),
    ),
    "no_keys_to_put_back": (
        N_("In de reservekopieën staat geen sleutelbestand dat bij deze kluis past."),
        N_("Zet een reservekopie terug in een lege map."),
    ),
    "nothing_to_salvage": (
        N_("Van deze kluis is niets meer te lezen."),
        N_("Zet een reservekopie terug, of vraag de beheerder om hulp."),
    ),
    "stopped": (N_("Dit is gestopt. Er is niets veranderd."), ""),
    "passphrase_wrong": (
        N_("Dit wachtwoord klopt niet."),
        N_("Kijk of Caps Lock aan staat, en probeer het opnieuw."),
    ),
    "passphrase_weak": (N_("Dit wachtwoord is te makkelijk te raden."), N_("{advice}")),
    "passphrase_differs": (N_("De twee wachtwoorden zijn niet gelijk."), N_("Typ ze allebei opnieuw.")),
    "markers_damaged": (
        N_("De lijst van vernietigde gezinnen naast de reservekopieën is beschadigd."),
        N_("Vergrendel en ontgrendel de kluis; de lijst wordt dan opnieuw gemaakt."),
    ),
    "log_flawed": (
        N_("Het logboek klopt niet meer."),
        N_("Bewaar deze kluis zoals hij is, en waarschuw de beheerder."),
    ),
    "log_head": (
        N_("Dit is geen kenteken van een logboek."),
        N_("Typ het over zoals het op papier staat, bijvoorbeeld 120-3f2a9c017be455d0."),
    ),
    "name_differs": (
        N_("Dit is niet de naam van dit gezin."),
        N_("Typ de naam precies zoals hij hierboven staat."),
    ),
    "destroy_reason": (N_("Er is nog geen reden gekozen."), N_("Kies waarom dit gezin weg mag.")),
    "passphrase_file": (N_("Het wachtwoord kon niet worden gelezen."), N_("Kijk het bestand na.")),
    "try_later": (
        N_("Er is net een verkeerd wachtwoord of een verkeerde code getypt."),
        N_("Wacht nog {wait} s en probeer het dan opnieuw."),
    ),
    "computer_missing": (
        N_("Deze kluis gaat op deze computer niet open zonder wachtwoord."),
        N_("Typ uw wachtwoord. Daarna kunt u openen zonder wachtwoord opnieuw aanzetten."),
    ),
    "computer_expired": (
        N_("Openen zonder wachtwoord kan tot {hours} uur nadat u uw wachtwoord hebt getypt. Die tijd is voorbij."),
        N_("Typ uw wachtwoord."),
    ),
    "keyring_absent": (
        N_("De sleutelbos van deze computer is er niet of geeft geen antwoord."),
        N_("Typ uw wachtwoord. Openen zonder wachtwoord kan nu niet."),
    ),
    "keyring_locked": (
        N_("De sleutelbos van deze computer is op slot."),
        N_("Typ uw wachtwoord. Openen zonder wachtwoord kan weer als de sleutelbos van slot is."),
    ),
    "keyring_unfit": (
        N_("Deze computer heeft geen sleutelbos die veilig genoeg is."),
        N_("Typ elke keer uw wachtwoord."),
    ),
    "last_way": (
        N_("Dan kan niemand de kluis nog openen als deze computer stukgaat."),
        N_("Maak eerst een andere manier om te openen."),
    ),
    "way_unknown": (
        N_("Deze manier van openen is er niet."),
        N_("Vraag de lijst op met: gezinsplan vault info."),
    ),
    "code_length": (
        N_("De code van het herstelblad heeft 40 tekens. U typte er {n}."),
        N_("Typ alle acht groepen van vijf over, met een spatie ertussen."),
    ),
    "code_typo": (N_("In groep {group} zit een tikfout."), N_("Vergelijk die groep met het herstelblad.")),
    "code_wrong": (
        N_("Deze code is goed getypt, maar past niet op deze kluis."),
        N_("Kijk of dit het nieuwste herstelblad is, en of het bij deze kluis hoort."),
    ),
    "code_differs": (
        N_("Dit is de code van een ander herstelblad."),
        N_("Typ de code over van het blad dat u nu hebt gemaakt."),
    ),
    "code_file": (N_("De code kon niet worden gelezen."), N_("Kijk het bestand na, of typ de code in een terminal.")),
    "org_key_file": (N_("Het bestand kon niet worden gelezen."), N_("Kijk de naam van het bestand na.")),
    "org_key_other": (
        N_("In dit bestand staat niet de sleutel van de gemeente die hier nodig is."),
        N_("De geheime sleutel en de openbare sleutel staan elk in een eigen bestand. Kies het andere bestand."),
    ),
    "org_key_damaged": (
        N_("Dit sleutelbestand van de gemeente is beschadigd."),
        N_("Gebruik een kopie ervan, of twee van de drie woordenlijsten."),
    ),
    "org_key_newer": (
        N_("Dit sleutelbestand is gemaakt met een nieuwere versie van Gezinsplan."),
        N_("Vraag de beheerder om de nieuwe versie."),
    ),
    "org_key_passphrase": (
        N_("Het wachtwoord van het sleutelbestand klopt niet."),
        N_("Kijk of Caps Lock aan staat, en probeer het opnieuw."),
    ),
    "org_key_not_of_vault": (
        N_("Deze sleutel past niet op deze kluis."),
        N_("Vergelijk de vingerafdruk van de sleutel met die in de kluis."),
    ),
    "org_key_present": (N_("Deze sleutel van de gemeente staat al in de kluis."), ""),
    "share_word": (
        N_("Woord {word} van lijst {share} bestaat niet."),
        N_("Vergelijk dat woord met de lijst, en typ het opnieuw."),
    ),
    "share_length": (N_("Lijst {share} heeft 33 woorden nodig; hier staan er {n}."), N_("Typ alle woorden over.")),
    "share_damaged": (
        N_("Lijst {share} klopt niet: er is een woord verwisseld, of de lijst is niet met Gezinsplan gemaakt."),
        N_("Vergelijk alle woorden met de lijst."),
    ),
    "shares_differ": (
        N_("Deze lijsten horen niet bij elkaar."),
        N_("Gebruik twee lijsten die tegelijk zijn gemaakt."),
    ),
    "shares_too_few": (N_("Er zijn twee verschillende lijsten nodig."), N_("Geef nog een van de drie lijsten.")),
}


def sentence(code: str, values: Mapping[str, object]) -> tuple[str, str]:
    """What is wrong and what to do next, with its numbers and dates filled in; some codes have no next step."""
    said = {name: _said(name, each) for name, each in values.items()}
    what, next_step = _TEXTS[code]
    return _(what).format(**said), _(next_step).format(**said) if next_step else ""


def _said(name: str, value: object) -> object:
    if name == "advice":
        return advice(str(value))
    return long_date(value) if isinstance(value, date) else value


def known_codes() -> frozenset[str]:
    """The codes that have a sentence."""
    return frozenset(_TEXTS)
