"""Who helps us: from how many to how many, the list of everybody, and the drawing."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from gezinsplan.domain.betrokken import aantal_professionals, start_on, status_on
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidStatus
from gezinsplan.domain.namen import helper_name, helper_organisation
from gezinsplan.domain.personen import Persoon
from gezinsplan.printing.betrokkenen import Groep, Hulp, helpers, hoe_vaak, netwerk, voor_wie, waarvoor, waiting
from gezinsplan.printing.drawing import ecogram
from gezinsplan.printing.fonts import Face
from gezinsplan.printing.layout import BODY, CELL, CELL_HEAD, INK2, LEAD, NAMED, WIDTH
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, Stuk, alinea, quiet, sectie, subheading, tabel
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import long_date

_LONG = 8
_COLUMNS = (0.29 * WIDTH, 0.27 * WIDTH, 0.17 * WIDTH, 0.27 * WIDTH)


def wie_helpt(papier: Papier) -> list[Flowable]:
    """The whole section; nothing where nobody helps or helped."""
    people = helpers(papier)
    blokken = [*_groups(papier, people), *_own_people(papier), *_waiting(papier)]
    if not blokken and not aantal_professionals(papier.dossier, start_on(papier.dossier)):
        return []
    drawing = ecogram(papier)
    shown = [*blokken, *([Blok(drawing)] if drawing else [])] or [Blok([])]
    return sectie(_("Wie helpt ons?"), *shown, inleiding=_sentences(papier))


def _sentences(papier: Papier) -> list[Flowable]:
    start = aantal_professionals(papier.dossier, start_on(papier.dossier))
    now = aantal_professionals(papier.dossier, papier.op)
    lines: list[Flowable] = [alinea(LEAD, _fall(start, now))]
    if papier.dossier.gezin.streefaantal is not None:
        lines.append(alinea(BODY, _("Samen afgesproken: {n}").format(n=papier.dossier.gezin.streefaantal)))
    return lines


def _fall(start: int, now: int) -> str:
    if now < start:
        told = ngettext("Van {start} naar {n} hulpverlener", "Van {start} naar {n} hulpverleners", now)
        return told.format(start=start, n=now)
    if now == 0:
        return _("Er helpt nu geen hulpverlener.")
    return ngettext("Er helpt nu {n} hulpverlener.", "Er helpen nu {n} hulpverleners.", now).format(n=now)


def _groups(papier: Papier, people: Sequence[Hulp]) -> list[Blok]:
    """One table per group, all with the same columns; the names of the columns stand above the first and long ones."""
    blokken: list[Blok] = []
    for groep in Groep:
        rows = [_row(papier, each) for each in people if each.groep is groep]
        if rows:
            kop = not blokken or len(rows) > _LONG
            table = tabel(_COLUMNS, [_head(), *rows] if kop else rows, kop=kop)
            blokken.append(Blok([table] if groep is Groep.TELT_MEE else [subheading(_heading(groep)), table]))
    return blokken


def _heading(groep: Groep) -> str:
    return {
        Groep.VASTE_BASIS: _("Vaste basis: er voor ieder gezin"),
        Groep.OP_AFSTAND: _("Op afstand, bellen kan"),
        Groep.VRIJWILLIG: _("Vrijwilligers en ervaringsdeskundigen"),
    }[groep]


def _head() -> list[Flowable]:
    names = (_("Wie"), _("Waarvoor"), _("Voor wie"), _("Hoe vaak"))
    return [alinea(CELL_HEAD, name) for name in names]


def _row(papier: Papier, hulp: Hulp) -> list[Flowable]:
    who = [Stuk(hulp.naam, face=Face.SEMIBOLD)]
    role = _("onze regisseur") if hulp.regisseur else ""
    who += [Stuk(f"\n{line}", kleur=INK2) for line in (hulp.organisatie, role) if line]
    cells = (waarvoor(hulp), voor_wie(papier, hulp.delen), hoe_vaak(papier, hulp))
    return [alinea(CELL, *who), *(alinea(CELL, text) for text in cells)]


def _own_people(papier: Papier) -> list[Blok]:
    people = [alinea(NAMED, *_person(papier, each), bullet="•") for each in netwerk(papier)]
    return _listed(_("Familie, vrienden en buren"), people)


def _person(papier: Papier, persoon: Persoon) -> tuple[Stuk, Stuk]:
    name = papier.called(persoon.id)
    more = persoon.band.strip()
    known = more and more.casefold() not in name.casefold()
    return Stuk(name), Stuk(f" ({more})" if known else "", kleur=INK2)


def _waiting(papier: Papier) -> list[Blok]:
    return _listed(_("Hier wachten we op"), [_waits(papier, each) for each in waiting(papier)])


def _waits(papier: Papier, helper: Betrokkenheid) -> Flowable:
    names = (helper_name(helper, papier.kaart), helper_organisation(helper, papier.kaart))
    bridge = papier.called(helper.overbrugging)
    told = (
        helper.vraag.strip(),
        _("voor {names}").format(names=voor_wie(papier, [helper])) if helper.over else "",
        _since(papier, helper),
        _("tot die tijd helpt {name}").format(name=bridge) if bridge else "",
    )
    under = " · ".join(part for part in told if part)
    return alinea(NAMED, ", ".join(dict.fromkeys(name for name in names if name)), quiet(f"\n{under}"), bullet="•")


def _since(papier: Papier, helper: Betrokkenheid) -> str:
    if helper.vanaf is not None and helper.vanaf.exact:
        return _("begint op {date}").format(date=long_date(helper.vanaf.earliest))
    waits = status_on(helper, papier.op) is BetrokkenheidStatus.WACHTLIJST
    state = _("op de wachtlijst") if waits else _("aangemeld")
    if helper.aangemeld_op is None:
        return state
    return _("{state} sinds {date}").format(state=state, date=long_date(helper.aangemeld_op))


def _listed(kop: str, items: list[Flowable]) -> list[Blok]:
    return [Blok([subheading(kop), *items[:2]], items[2:])] if items else []
