"""Who is involved with a family, its line and "Kan het met minder?" as data for other programs and the terminal.

Made of what a screen may show: shielded facts read "afgeschermd", on whatever day was asked about.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gezinsplan.domain import betrokken, lijn
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidStatus, Dossier
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import called, full_name, helper_name, helper_organisation
from gezinsplan.domain.values import get
from gezinsplan.domain.wie_telt_mee import Groep, groep_of, opbouw
from gezinsplan.services.families import for_screen
from gezinsplan.services.minder import Antwoord, Gaat, Ploeg, TaakInWoorden
from gezinsplan.texts import _, ngettext
from gezinsplan.texts import minder as minder_texts
from gezinsplan.texts.dates import long_date, partial_date
from gezinsplan.texts.words import word


def involved(dossier: Dossier, kaart: SocialeKaart, op: date, vandaag: date) -> dict[str, Any]:
    """Everybody around the family on a day, with the numbers that the list adds up to."""
    seen = for_screen(dossier, kaart, vandaag)
    found = opbouw(seen, kaart, op)
    helpers = [get(seen, Betrokkenheid, each) for mens in found.mensen for each in mens.betrokkenheden]
    return {
        "kenmerk": seen.gezin.kenmerk,
        "datum": op.isoformat(),
        "aantal_professionals": len(found.of(Groep.TELT_MEE)),
        "iedereen": len(found.iedereen),
        "organisaties": len(found.organisaties),
        "netwerk": len(found.netwerk),
        "regisseur": full_name(seen, kaart, betrokken.regisseur_on(seen, op)) or None,
        "betrokkenen": [_helper(seen, kaart, each, op) for each in helpers if _was_known(each, op, vandaag)],
        "eigen_netwerk": [called(seen, kaart, each) for each in found.netwerk],
    }


def _was_known(helper: Betrokkenheid, op: date, vandaag: date) -> bool:
    """Who came later is not told of a day on which nobody had asked for him yet."""
    if op >= vandaag or betrokken.status_on(helper, op) is BetrokkenheidStatus.GESTART:
        return True
    return helper.aangemeld_op is not None and helper.aangemeld_op <= op


def _helper(dossier: Dossier, kaart: SocialeKaart, helper: Betrokkenheid, op: date) -> dict[str, Any]:
    groep = groep_of(dossier, helper, op)
    return {
        "naam": helper_name(helper, kaart),
        "organisatie": helper_organisation(helper, kaart),
        "groep": groep.value if groep is not None else None,
        "telt_mee": groep is Groep.TELT_MEE,
        "soort": helper.soort.value,
        "vorm": helper.vorm.value,
        "voor": [called(dossier, kaart, each) for each in helper.over],
        "vraag": helper.vraag,
        "sinds": str(helper.vanaf) if helper.vanaf else None,
        "tot": str(helper.tot) if helper.tot else None,
        "verwacht_tot": helper.verwacht_tot.isoformat() if helper.verwacht_tot else None,
    }


def involved_lines(found: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    day, count = long_date(date.fromisoformat(found["datum"])), found["aantal_professionals"]
    told = ngettext("{date}: {n} hulpverlener telt mee", "{date}: {n} hulpverleners tellen mee", count)
    yield told.format(date=day, n=count)
    yield _("Mensen van buiten, iedereen samen: {n}").format(n=found["iedereen"])
    for each in found["betrokkenen"]:
        who = f"{each['naam']}, {each['organisatie']}".rstrip(", ")
        since = _("sinds {date}").format(date=partial_date(each["sinds"])) if each["sinds"] else ""
        until = _("tot {date}").format(date=partial_date(each["tot"])) if each["tot"] else ""
        parts = (who, word(Groep(each["groep"])), ", ".join(each["voor"]), since, until)
        yield "  " + " · ".join(part for part in parts if part)
    if found["eigen_netwerk"]:
        yield _("Familie, vrienden en buren: {names}").format(names=", ".join(found["eigen_netwerk"]))


def line(dossier: Dossier, kaart: SocialeKaart, op: date) -> list[dict[str, Any]]:
    """The number of professionals from the start on, where it changes; the last entry is today."""
    moved = lijn.beweging(for_screen(dossier, kaart, op), op)
    points = [{"datum": each.datum.isoformat(), "aantal": each.aantal} for each in moved.punten if each.datum <= op]
    if not points or points[-1]["datum"] != op.isoformat():
        points.append({"datum": op.isoformat(), "aantal": moved.nu})
    return points


def line_lines(points: list[dict[str, Any]]) -> Iterator[str]:
    """The same for people."""
    for each in points:
        yield f"{each['aantal']:>4}  {long_date(date.fromisoformat(each['datum']))}"


def fewer(found: Antwoord) -> dict[str, Any]:
    """The answer to "Kan het met minder?"; while safety comes first only why, and no number."""
    if found.eerst_veiligheid:
        return {"eerst_veiligheid": [*found.eerst_veiligheid]}
    return {
        "eerst_veiligheid": [],
        "professionals_nu": found.nu,
        "grootte": found.grootte,
        "aantal_even_klein": found.aantal,
        "meer_dan_dit_aantal": found.meer,
        "blijven_altijd": [{"naam": each.wie.naam, "omdat": [*each.redenen]} for each in found.blijvers],
        "teams": [_team(each) for each in found.ploegen],
        "let_op": minder_texts.changes_nothing(),
    }


def _team(ploeg: Ploeg) -> dict[str, Any]:
    return {"blijven": [each.naam for each in ploeg.blijven], "gaan": [_leaves(each) for each in ploeg.gaan]}


def _leaves(gaat: Gaat) -> dict[str, Any]:
    return {
        "naam": gaat.wie.naam,
        "organisatie": gaat.wie.organisatie,
        "waarom": gaat.vraag,
        "eerst_regelen": [*gaat.eerst],
        "doet_nu": [_task(each) for each in gaat.taken],
        "verwacht_tot": gaat.verwacht_tot.isoformat() if gaat.verwacht_tot else None,
    }


def _task(taak: TaakInWoorden) -> dict[str, Any]:
    return {"soort": taak.soort.value, "wat": taak.wat, "overnemen_vragen_aan": [*taak.door]}


def fewer_lines(found: Antwoord) -> Iterator[str]:
    """The same for people: the first possibility, in questions."""
    if found.eerst_veiligheid:
        yield minder_texts.safety_first()
        yield from (f"  {each}" for each in found.eerst_veiligheid)
        return
    yield minder_texts.enough(found.grootte, found.nu)
    yield from (f"  {each.wie.naam} {', '.join(each.redenen)}" for each in found.blijvers)
    for each in found.ploegen[0].gaan:
        yield f"- {each.vraag}"
        yield from (_("    eerst: {wat}").format(wat=wat) for wat in each.eerst)
    more = minder_texts.as_small(found.aantal, meer=found.meer)
    yield from (each for each in (more, minder_texts.changes_nothing()) if each)
