"""The forms of Wie helpt: somebody new, somebody for a while, and what is known of somebody who helps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gezinsplan.domain import afschakelen, bijschakelen
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, Kader, Vorm
from gezinsplan.domain.kaart import Organisatie, Professional, Sector
from gezinsplan.domain.lezers import HEEL_GEZIN
from gezinsplan.domain.plan import open_doelen
from gezinsplan.domain.values import find, get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key, shown
from gezinsplan.presenters.part_form import Naming, edit_part
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.services.sociale_kaart import Visitekaartje, place, proposed_vaste_basis, update_card
from gezinsplan.texts import _

_CARD = ("naam", "functie", "organisatie", "sector", "telefoon", "bereikbaar")


def _card_specs(family: Family, known: bool) -> tuple[FieldSpec, ...]:
    kaart = family.team.kaart
    names = tuple(choices.suggestion(family, each) for each in kaart.professionals)
    help_text = "" if known else _("Weet u de naam nog niet? Laat dit dan leeg en vul in wie het is.")
    specs = (
        FieldSpec("naam", _("Naam"), suggestions=() if known else names, help=help_text, required=known),
        FieldSpec("organisatie", _("Organisatie"), suggestions=tuple(each.naam for each in kaart.organisaties)),
        FieldSpec("sector", _("Soort organisatie"), FieldKind.CHOICE, choices.words(Sector), beside=True),
        FieldSpec("functie", _("Functie")),
        FieldSpec("telefoon", _("Telefoon"), beside=True),
        FieldSpec("bereikbaar", _("Wanneer bereikbaar?"), FieldKind.TEXT, more=True),
    )
    unknown = FieldSpec("omschrijving", _("Wie is het, zonder naam?"), help=_("Bijvoorbeeld: iemand van de GGZ."))
    if known:
        return tuple(each for each in specs if each.name != "sector")
    return (specs[0], unknown, *specs[1:])


def _work_specs(family: Family) -> tuple[FieldSpec, ...]:
    goals = tuple(Option(each.id, each.woorden) for each in open_doelen(family.dossier))
    return (
        FieldSpec("vraag", _("Waarvoor komt deze persoon?"), FieldKind.TEXT, section=_("Wat doet deze persoon hier?")),
        FieldSpec(
            "over",
            _("Voor wie?"),
            FieldKind.CHOICES,
            choices.people(family),
            help=_("Niemand aangevinkt: het hele gezin."),
        ),
        FieldSpec("frequentie", _("Hoe vaak?"), help=_("Bijvoorbeeld: wekelijks, 2× per maand.")),
        FieldSpec("contacten", _("Aantal contacten in vier weken"), FieldKind.NUMBER, beside=True),
        FieldSpec(
            "vanaf",
            _("Vanaf"),
            FieldKind.PARTIAL_DATE,
            help=_("Ongeveer mag: mei 2023, ongeveer 2023. Leeg: nog niet begonnen."),
            beside=True,
        ),
        FieldSpec("verwacht_tot", _("Nodig tot ongeveer"), FieldKind.DATE),
        FieldSpec("doelen", _("Bij welke doelen?"), FieldKind.CHOICES, goals, more=True),
        FieldSpec("leefgebieden", _("Onderwerpen"), FieldKind.CHOICES, choices.leefgebieden(family), more=True),
        *_counting_specs(family),
    )


def _counting_specs(family: Family) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            "soort",
            _("Dit is een"),
            FieldKind.CHOICE,
            choices.words(BetrokkenheidSoort),
            section=_("Hoe telt het mee?"),
            more=True,
        ),
        FieldSpec("betaald", _("Wordt hiervoor betaald"), FieldKind.CHECK, more=True),
        FieldSpec("vaste_basis", _("Vaste basis: huisarts, school of jeugdarts"), FieldKind.CHECK, more=True),
        FieldSpec("kader", _("Kader"), FieldKind.CHOICE, choices.words(Kader), more=True),
        FieldSpec("behandelaar", _("Is behandelaar"), FieldKind.CHECK, more=True),
        FieldSpec("kan_weg_als", _("Kan weg als"), FieldKind.TEXT, more=True),
        FieldSpec("wachtlijst", _("Staat op een wachtlijst"), FieldKind.CHECK, section=_("Wachten en geld"), more=True),
        FieldSpec("aangemeld_op", _("Aangemeld op"), FieldKind.DATE, more=True),
        FieldSpec(
            "overbrugging",
            _("Wie helpt zolang?"),
            FieldKind.CHOICE,
            (*choices.nobody(), *choices.deelnemers(family)),
            more=True,
            beside=True,
        ),
        FieldSpec("beschikking_tot", _("Beschikking loopt tot"), FieldKind.DATE, more=True),
        FieldSpec("dichterbij_geprobeerd", _("Wat is dichter bij huis geprobeerd?"), FieldKind.TEXT, more=True),
        FieldSpec(
            "voor_wie",
            _("Wie mag dit weten?"),
            FieldKind.READERS,
            choices.people(family),
            section=_("Wie mag wat weten"),
        ),
    )


def helper_form(family: Family, tijdelijk: bool = False) -> Form:
    """Somebody new: out of the sociale kaart or not yet known; for a while with a question and an end date."""
    work = _work_specs(family)
    if tijdelijk:
        required = {"vraag", "verwacht_tot", "vanaf"}
        work = tuple(replace(each, required=each.name in required or each.required) for each in work)
    else:
        vormen = choices.words(Vorm, Vorm.VAST, Vorm.OP_AFSTAND)
        work = (
            *work[:6],
            FieldSpec("vorm", _("Hoe komt deze persoon?"), FieldKind.CHOICE, vormen, beside=True),
            *work[6:],
        )
    specs = (*_card_specs(family, known=False), *work)
    defaults = {"soort": BetrokkenheidSoort.BEROEPSKRACHT, "betaald": True, "vorm": Vorm.VAST, "sector": Sector.OVERIG}
    defaults |= {"kader": Kader.VRIJWILLIG, "vanaf": Datum.op(family.op), "voor_wie": HEEL_GEZIN}
    plain: dict[FieldKind, Any] = {FieldKind.CHOICES: (), FieldKind.CHECK: False, FieldKind.WORDS: ()}
    return Form(
        key=form_key(family.dossier.id, "tijdelijk" if tijdelijk else "helper"),
        title=_("Tijdelijk erbij") if tijdelijk else _("Iemand toevoegen"),
        step=_("Iemand toevoegen"),
        fields=specs,
        values={each.name: shown(each.kind, defaults.get(each.name, plain.get(each.kind))) for each in specs},
        apply=lambda current, answers: _involved(current, answers, tijdelijk),
        button=_("Toevoegen"),
        intro=_("Iemand met een vraag en een einddatum. Op die dag kijkt u samen: klaar?") if tijdelijk else "",
    )


def _involved(current: Family, answers: Mapping[str, Any], tijdelijk: bool) -> Family:
    kaart = current.team.kaart
    card = Visitekaartje(**{name: answers[name] for name in _CARD})
    offered = next((each for each in kaart.professionals if choices.suggestion(current, each) == card.naam), None)
    if offered is not None:
        organisatie = find(kaart, Organisatie, offered.organisatie)
        card = replace(card, naam=offered.naam, organisatie=organisatie.naam if organisatie else "")
    found = place(kaart, card)
    work = {name: value for name, value in answers.items() if name not in _CARD}
    work["vaste_basis"] = work["vaste_basis"] or proposed_vaste_basis(
        found.kaart, found.professional, found.organisatie
    )
    betrokkenheid = Betrokkenheid(
        id=new_id(), professional=found.professional, organisatie=found.organisatie, **{"vorm": Vorm.VAST, **work}
    )
    into = bijschakelen.bijschakelen if tijdelijk else put
    return replace(current, dossier=into(current.dossier, betrokkenheid), team=replace(current.team, kaart=found.kaart))


def helper_edit_form(family: Family, betrokkenheid: Betrokkenheid) -> Form:
    """What is known of somebody who helps, and of what he does here; each answer is a step."""
    vorm = FieldSpec("vorm", _("Hoe komt deze persoon?"), FieldKind.CHOICE, choices.words(Vorm), beside=True)
    work = _work_specs(family)
    ended = _ended_specs(family) if betrokkenheid.tot is not None else ()
    specs = (*work[:6], vorm, *work[6:], *ended)

    def into(dossier: Any, changed: Betrokkenheid) -> Any:
        return afschakelen.change(dossier, changed, family.op)

    form = edit_part(family, betrokkenheid, Naming("", _("Hulp wijzigen"), ""), specs, into)
    person = find(family.team.kaart, Professional, betrokkenheid.professional)
    if person is None:
        unknown = FieldSpec("omschrijving", _("Wie is het, zonder naam?"), required=True)
        values = {"omschrijving": betrokkenheid.omschrijving, **form.values}
        return replace(form, fields=(unknown, *form.fields), values=values)
    return _with_card(family, form, person)


def _ended_specs(family: Family) -> tuple[FieldSpec, ...]:
    takers = (*choices.nobody(), *choices.deelnemers(family))
    return (
        FieldSpec("tot", _("Gestopt op"), FieldKind.PARTIAL_DATE, section=_("Gestopt")),
        FieldSpec("reden_einde", _("Waarom gestopt?"), FieldKind.TEXT),
        FieldSpec("beeindigd_door", _("Wie heeft dat besloten?")),
        FieldSpec("overgenomen_door", _("Wie heeft het contact overgenomen?"), FieldKind.CHOICE, takers),
        FieldSpec("geen_overname_omdat", _("Waarom hoeft niemand het over te nemen?"), FieldKind.TEXT),
    )


def _with_card(family: Family, form: Form, person: Professional) -> Form:
    """The form with the fields of the sociale kaart in front; these change it for all families."""
    specs = _card_specs(family, known=True)
    organisatie = find(family.team.kaart, Organisatie, person.organisatie)
    card = {each.name: getattr(person, each.name) for each in specs if each.name != "organisatie"}
    card["organisatie"] = organisatie.naam if organisatie is not None else ""

    def apply(current: Family, answers: Mapping[str, Any]) -> Family:
        if not set(answers) & set(card):
            return form.apply(current, answers)
        known = get(current.team.kaart, Professional, person.id)
        home = find(current.team.kaart, Organisatie, known.organisatie)
        now = {name: getattr(known, name) for name in card if name != "organisatie"}
        kept = Visitekaartje(**now, organisatie=home.naam if home is not None else "")
        return update_card(current, person.id, replace(kept, **answers))

    return replace(form, fields=(*specs, *form.fields), values={**card, **form.values}, apply=apply)
