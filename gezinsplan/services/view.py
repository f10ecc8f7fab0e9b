"""One family as data for other programs and the terminal: what the screens show, shielded facts masked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gezinsplan.domain import betrokken, gaten, plan, regie
from gezinsplan.domain.dossier import Actie, Betrokkenheid, BetrokkenheidStatus, Doel, Dossier, Regisseurschap
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import called, full_name, helper_name, helper_organisation
from gezinsplan.services.families import GezinRij, for_screen
from gezinsplan.texts import _


def list_entry(row: GezinRij) -> dict[str, Any]:
    """One family in `gezinsplan list --json`."""
    return {
        "kenmerk": row.kenmerk,
        "naam": row.naam,
        "regisseur": row.regisseur,
        "fase": row.fase.value,
        "professionals_start": row.start,
        "professionals_nu": row.nu,
        "streefaantal": row.streefaantal,
    }


def family(dossier: Dossier, kaart: SocialeKaart, op: date) -> dict[str, Any]:
    """One family in `gezinsplan show --json`."""
    seen = for_screen(dossier, kaart, op)
    gezin = seen.gezin

    return {
        "kenmerk": gezin.kenmerk,
        "naam": gezin.naam,
        "fase": gezin.fase.value,
        "start": gezin.start.isoformat(),
        "regisseur": full_name(seen, kaart, betrokken.regisseur_on(seen, op)) or None,
        "regisseurs": [_term(seen, each, kaart) for each in regie.line(seen)],
        "professionals_start": betrokken.aantal_professionals(seen, betrokken.start_on(seen)),
        "professionals_nu": betrokken.aantal_professionals(seen, op),
        "streefaantal": gezin.streefaantal,
        "niemand_doet_dit": [
            {"soort": each.soort.value, "sinds": each.sinds.isoformat()} for each in gaten.holes(seen, op)
        ],
        "personen": [
            {"naam": each.naam, "roepnaam": each.roepnaam, "soort": each.soort.value} for each in seen.personen
        ],
        "betrokkenen": [_helper(seen, each, kaart, op) for each in seen.betrokkenheden],
        "doelen": [_goal(seen, each, kaart) for each in plan.open_doelen(seen)],
        "acties": [_actie(seen, each, kaart) for each in seen.acties],
        "gesprekken": [{"moment": each.moment.isoformat(), "plaats": each.plaats} for each in seen.overleggen],
    }


def _term(dossier: Dossier, term: Regisseurschap, kaart: SocialeKaart) -> dict[str, Any]:
    return {
        "naam": full_name(dossier, kaart, term.houder) or None,
        "vanaf": term.vanaf.isoformat(),
        "tot": term.tot.isoformat() if term.tot else None,
        "reden": term.reden,
    }


def _goal(dossier: Dossier, doel: Doel, kaart: SocialeKaart) -> dict[str, Any]:
    scores = [
        {"spreker": called(dossier, kaart, each.spreker), "eerste": each.eerste.cijfer, "laatste": each.laatste.cijfer}
        for each in plan.standen(dossier.scores, doel.id)
    ]
    return {"woorden": doel.woorden, "spreker": called(dossier, kaart, doel.spreker), "scores": scores}


def _actie(dossier: Dossier, actie: Actie, kaart: SocialeKaart) -> dict[str, Any]:
    return {
        "wat": actie.wat,
        "wie": [called(dossier, kaart, each) for each in actie.wie],
        "wanneer": actie.wanneer.isoformat() if actie.wanneer else None,
        "status": actie.status.value,
    }


def _helper(dossier: Dossier, helper: Betrokkenheid, kaart: SocialeKaart, op: date) -> dict[str, Any]:
    return {
        "naam": helper_name(helper, kaart),
        "organisatie": helper_organisation(helper, kaart),
        "status": betrokken.status_on(helper, op).value,
        "vorm": helper.vorm.value,
        "telt_mee": betrokken.counts(dossier, helper, op),
        "voor": [called(dossier, kaart, each) for each in helper.over],
        "vanaf": str(helper.vanaf) if helper.vanaf else None,
        "tot": str(helper.tot) if helper.tot else None,
    }


def as_lines(seen: dict[str, Any]) -> Iterator[str]:
    """The same for people: a few lines for the terminal."""
    yield f"{seen['kenmerk']}  {seen['naam']}"
    yield _("Regisseur: {naam}").format(naam=seen["regisseur"] or _("GEEN REGISSEUR"))
    yield _("Hulpverleners: van {start} naar {nu}").format(
        start=seen["professionals_start"], nu=seen["professionals_nu"]
    )
    for helper in seen["betrokkenen"]:
        if helper["status"] == BetrokkenheidStatus.GESTART:
            yield f"  {helper['naam']}, {helper['organisatie']}".rstrip(", ")
    for number, doel in enumerate(seen["doelen"], 1):
        scores = ", ".join(f"{each['spreker']} {each['laatste']}" for each in doel["scores"])
        yield f"{number}. “{doel['woorden']}” {scores}".rstrip()
    for actie in seen["acties"]:
        if actie["status"] in betrokken.OPEN:
            yield f"  - {actie['wat']} ({', '.join(actie['wie'])}) {actie['wanneer'] or ''}".rstrip()
