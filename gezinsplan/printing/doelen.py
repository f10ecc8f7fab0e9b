"""The goals in the family's words, how far each speaker thinks they are, and who does what when."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from gezinsplan.domain.betrokken import OPEN, present_on
from gezinsplan.domain.dossier import Actie, ActieStatus, Behaald, Doel, DoelStatus
from gezinsplan.domain.plan import Stand, acties_of, open_doelen, standen
from gezinsplan.printing.layout import ACTIE, AFSPRAAK, GOAL, GOAL_UNDER, INDENT, REACHED
from gezinsplan.printing.papier import Papier
from gezinsplan.printing.prose import Blok, alinea, quiet, quoted, sectie
from gezinsplan.printing.schaal import Schaal
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.words import joined, word

_SHOWN = frozenset({ActieStatus.GEVRAAGD, ActieStatus.TOEGEZEGD, ActieStatus.KLAAR})


def doelen(papier: Papier) -> list[Flowable]:
    """The goals that the family works on, with the numbers that they have everywhere; reached ones keep theirs."""
    numbered = enumerate(open_doelen(papier.dossier), start=1)
    going = [(each, number) for number, each in numbered if each.behaald is not Behaald.HELEMAAL]
    scored = any(standen(papier.dossier.scores, each.id) for each, _number in going)
    explained = [alinea(GOAL_UNDER, _explanation())] if scored else []
    goals = [_goal(papier, each, f"{number}") for each, number in going]
    return sectie(_("Onze doelen"), *goals, inleiding=explained)


def gehaald(papier: Papier) -> list[Flowable]:
    """The goals that were reached, each with a tick."""
    reached = [each for each in papier.dossier.doelen if each.behaald is Behaald.HELEMAAL]
    reached.sort(key=lambda doel: (doel.prioriteit, doel.id))
    return sectie(_("Dit is gelukt"), *(_reached(papier, each) for each in reached))


def andere_afspraken(papier: Papier) -> list[Flowable]:
    """The acties that belong to no goal, and what is still open of a goal that was stopped."""
    stopped = [each for each in papier.dossier.doelen if each.status is DoelStatus.GESTOPT]
    left = [actie for doel in stopped for actie in acties_of(papier.dossier, doel.id) if actie.status in OPEN]
    acties = _rows(papier, [*acties_of(papier.dossier, None), *left], AFSPRAAK)
    return sectie(_("Andere afspraken"), *(Blok([each]) for each in acties))


def _explanation() -> str:
    return _("Cijfers: 0 is helemaal niet, 10 is helemaal gelukt. ○ is toen, ● is nu.")


def _goal(papier: Papier, doel: Doel, number: str) -> Blok:
    acties = _rows(papier, acties_of(papier.dossier, doel.id))
    head: list[Flowable] = [alinea(GOAL, quoted(doel.woorden), bullet=number)]
    about = _about(papier, doel)
    if about:
        head.append(alinea(GOAL_UNDER, about))
    return Blok([*head, *_scores(papier, doel), *acties[:1]], acties[1:])


def _reached(papier: Papier, doel: Doel) -> Blok:
    tick = alinea(REACHED, quoted(doel.woorden), bullet="✓")
    about = _about(papier, doel)
    scores = " · ".join(_told(papier, stand) for stand in standen(papier.dossier.scores, doel.id))
    lines = [alinea(GOAL_UNDER, line) for line in (about, scores) if line]
    return Blok([tick, *lines])


def _about(papier: Papier, doel: Doel) -> str:
    speaker = papier.called(doel.spreker)
    others = [name for name in papier.names(doel.over) if name != speaker]
    subject = next((each.naam for each in papier.leefgebieden if each.id == doel.leefgebied), "")
    state = word(doel.status) if doel.status is DoelStatus.PAUZE else ""
    partly = word(doel.behaald) if doel.behaald is Behaald.DEELS else ""
    parts = (
        speaker,
        _("voor {names}").format(names=joined(others)) if others else "",
        _("onderwerp: {name}").format(name=subject) if subject else "",
        partly,
        state,
    )
    return " · ".join(part for part in parts if part)


def _scores(papier: Papier, doel: Doel) -> list[Flowable]:
    found = standen(papier.dossier.scores, doel.id)
    return [
        Schaal(papier.called(each.spreker), each.eerste.cijfer, each.laatste.cijfer, _figures(each), INDENT)
        for each in found
    ]


def _figures(stand: Stand) -> str:
    if stand.eerste is stand.laatste:
        return f"{stand.laatste.cijfer}"
    return _("{now} (was {before})").format(now=stand.laatste.cijfer, before=stand.eerste.cijfer)


def _told(papier: Papier, stand: Stand) -> str:
    return f"{papier.called(stand.spreker)} {_figures(stand)}".strip()


def _rows(papier: Papier, acties: Sequence[Actie], style: ParagraphStyle = ACTIE) -> list[Flowable]:
    return [_actie(papier, each, style) for each in acties if each.status in _SHOWN]


def _actie(papier: Papier, actie: Actie, style: ParagraphStyle) -> Flowable:
    done = actie.status is ActieStatus.KLAAR
    under = " · ".join(part for part in (_who(papier, actie), _when(papier, actie), _state(actie)) if part)
    return alinea(style, actie.wat, quiet(f"\n{under}") if under else "", bullet="☑" if done else "☐")


def _who(papier: Papier, actie: Actie) -> str:
    """Who does it; of an open actie only who is there, and in words when that is nobody."""
    if actie.status not in OPEN:
        return joined(papier.names(actie.wie))
    there = tuple(each for each in actie.wie if present_on(papier.dossier, each, papier.op))
    return _("nu doet niemand dit") if actie.wie and not there else joined(papier.names(there))


def _when(papier: Papier, actie: Actie) -> str:
    if actie.status is ActieStatus.KLAAR:
        return _("klaar op {date}").format(date=long_date(actie.klaar_op)) if actie.klaar_op else _("klaar")
    begin = actie.vanaf if actie.vanaf and actie.vanaf > papier.op else None
    parts = [actie.herhaling.strip(), _("vanaf {date}").format(date=long_date(begin)) if begin else ""]
    if actie.wanneer and actie.wanneer != begin:
        day = long_date(actie.wanneer)
        parts.append(_("tot {date}").format(date=day) if actie.herhaling.strip() or begin else day)
    return ", ".join(part for part in parts if part)


def _state(actie: Actie) -> str:
    return word(actie.status) if actie.status is ActieStatus.GEVRAAGD else ""
