"""What changed since the plan was agreed, told in plain words."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from gezinsplan.domain.namen import called, helper_name
from gezinsplan.domain.verschil import Verschil, Wijziging
from gezinsplan.presenters.afspraken import quoted
from gezinsplan.services.caseload import Family
from gezinsplan.texts import N_, _
from gezinsplan.texts.words import joined, word

_Tell = Callable[[Family, Family, Any], str]


def in_woorden(verschil: Verschil, toen: Family, nu: Family) -> str:
    """One change in one sentence; who is there no more is called as he was then."""
    sentence, tell = _WORDS[verschil.wijziging]
    return _(sentence).format(what=tell(nu, toen, verschil.deel)) if sentence else tell(nu, toen, verschil.deel)


def _name(nu: Family, toen: Family, who: UUID | None) -> str:
    return called(nu.dossier, nu.team.kaart, who) or called(toen.dossier, toen.team.kaart, who)


def _regisseur(nu: Family, toen: Family, who: UUID | None) -> str:
    name = _name(nu, toen, who)
    return _("{name} is nu de regisseur.").format(name=name) if name else _("Er is nu geen regisseur.")


def _helper(nu: Family, toen: Family, part: Any) -> str:
    name = helper_name(part, nu.team.kaart)
    return name or helper_name(part, toen.team.kaart)


def _goal(_nu: Family, _toen: Family, part: Any) -> str:
    return quoted(part.woorden)


def _afspraak(nu: Family, toen: Family, part: Any) -> str:
    names = joined(name for each in part.wie if (name := _name(nu, toen, each)))
    return f"{part.wat} ({names})" if names else str(part.wat)


def _persoon(_nu: Family, _toen: Family, part: Any) -> str:
    return str(part.roepnaam.strip() or part.naam)


def _tekst(_nu: Family, _toen: Family, part: Any) -> str:
    return f"{word(part.onderdeel).rstrip('?')}: {quoted(part.woorden)}"


def _number(_nu: Family, _toen: Family, part: Any) -> str:
    if part.streefaantal is None:
        return _("Er is geen aantal hulpverleners meer afgesproken.")
    return _("Afgesproken aantal hulpverleners: {n}.").format(n=part.streefaantal)


_WORDS: dict[Wijziging, tuple[str, _Tell]] = {
    Wijziging.REGISSEUR: ("", _regisseur),
    Wijziging.VEILIG_ERBIJ: (N_("Nieuwe afspraak over veiligheid: {what}"), _afspraak),
    Wijziging.VEILIG_ANDERS: (N_("Afspraak over veiligheid is veranderd: {what}"), _afspraak),
    Wijziging.VEILIG_WEG: (N_("Afspraak over veiligheid is gestopt: {what}"), _afspraak),
    Wijziging.DOEL_BEHAALD: (N_("Gehaald: {what}"), _goal),
    Wijziging.DOEL_DEELS: (N_("Voor een deel gehaald: {what}"), _goal),
    Wijziging.DOEL_ERBIJ: (N_("Nieuw doel: {what}"), _goal),
    Wijziging.DOEL_ANDERS: (N_("Doel is veranderd: {what}"), _goal),
    Wijziging.DOEL_PAUZE: (N_("Even niet: {what}"), _goal),
    Wijziging.DOEL_WEER: (N_("Hier werken we weer aan: {what}"), _goal),
    Wijziging.DOEL_WEG: (N_("Doel is gestopt: {what}"), _goal),
    Wijziging.AFSPRAAK_KLAAR: (N_("Klaar: {what}"), _afspraak),
    Wijziging.AFSPRAAK_ERBIJ: (N_("Nieuwe afspraak: {what}"), _afspraak),
    Wijziging.AFSPRAAK_ANDERS: (N_("Afspraak is veranderd: {what}"), _afspraak),
    Wijziging.AFSPRAAK_GEWEIGERD: (N_("Gevraagd, maar het antwoord was nee: {what}"), _afspraak),
    Wijziging.AFSPRAAK_WEG: (N_("Afspraak is vervallen: {what}"), _afspraak),
    Wijziging.HULP_ERBIJ: (N_("{what} helpt nu ook."), _helper),
    Wijziging.HULP_OP_AFSTAND: (N_("{what} helpt nu op afstand."), _helper),
    Wijziging.HULP_WEG: (N_("{what} helpt niet meer."), _helper),
    Wijziging.MENS_ERBIJ: (N_("{what} hoort er nu bij."), _persoon),
    Wijziging.MENS_ANDERS: (N_("De naam is veranderd: {what}"), _persoon),
    Wijziging.MENS_WEG: (N_("{what} hoort er niet meer bij."), _persoon),
    Wijziging.WOORDEN_ERBIJ: (N_("Erbij gezet: {what}"), _tekst),
    Wijziging.WOORDEN_ANDERS: (N_("Anders opgeschreven: {what}"), _tekst),
    Wijziging.WOORDEN_WEG: (N_("Weggehaald: {what}"), _tekst),
    Wijziging.STREEFAANTAL: ("", _number),
}
