"""What holds for every value whatever was changed; each write passes here once, before the file is touched."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from gezinsplan.domain.akkoord import check_akkoord
from gezinsplan.domain.andere_plannen import AnderPlan, check_ander_plan
from gezinsplan.domain.banden import Dubbel
from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.doorbraken import Doorbraak, check_doorbraak
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Regisseurschap
from gezinsplan.domain.dubbel import check_decision
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.fase_delen import Stap, Tussenfase, check_fasestap, check_tussenfase
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.meldcode import MeldcodeStap, check_stap
from gezinsplan.domain.momenten import Contactmoment, check_contact
from gezinsplan.domain.overleg import Besluit, Overleg
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.relaties import Relatie, check_relatie
from gezinsplan.domain.values import Change, Part, Value, difference, find, has, parts, texts
from gezinsplan.domain.veiligheid import Veiligheidsafspraak, Veiligheidscheck
from gezinsplan.domain.vergadering import check_besluit
from gezinsplan.domain.versies import Akkoord, PlanVersie, Verstrekking
from gezinsplan.domain.verstrekken import check_kept, check_verstrekking

NAME_LENGTH, TEXT_LENGTH = 200, 10_000
SCORE_MAX, STREEFAANTAL_MAX, CONTACTEN_MAX = 10, 99, 200
SIDE = 1000

# Texts that may be long; every other text is a name or a word for a list.
_LONG = frozenset(
    {
        "woorden",
        "wat",
        "vraag",
        "resultaat",
        "reden",
        "reden_einde",
        "kan_weg_als",
        "dichterbij_geprobeerd",
        "bron",
    }
    | {"kort", "blokkade", "geprobeerd", "besluit", "toelichting", "reactie", "gestopt", "nog_niet", "antwoord"}
    | {"grond", "wat_dan", "wie_nog", "kan_netwerk", "eerst_nodig", "waar_ga_ik_over"}
    | {"geen_overname_omdat", "mening_gezin", "talenten", "bereikbaar", "waarvoor", "waarvoor_niet"}
)
_REQUIRED = frozenset({"naam", "kenmerk", "woorden", "wat", "grond", "blokkade", "gevraagd_aan"})
# Ids of the sociale kaart and the praktijk; every other id must be in the dossier itself.
_ELSEWHERE = frozenset(
    {"id", "professional", "organisatie", "dossierhouder", "vervanger", "leefgebied", "leefgebieden", "ander_gezin"}
)
# Control signs and halves of a sign; a line end and a tab are fine.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_RANGES = {
    "cijfer": (0, SCORE_MAX),
    "streefaantal": (0, STREEFAANTAL_MAX),
    "prioriteit": (1, 99),
    "contacten": (0, CONTACTEN_MAX),
    "nummer": (1, 999),
    "x": (0, SIDE),
    "y": (0, SIDE),
}

# Steps that stay as they were written down.
FINAL = (MeldcodeStap,)


def check(value: Value, before: Value | None = None) -> None:
    """Raise RuleBroken with the code, the part and the field of the first thing that cannot be.

    With a `before`, for which all this held, only what differs from it is looked at.
    """
    changes = difference(before, value)
    changed = [change.after for change in changes if change.after is not None]
    _check_final(changes)
    for part in changed:
        _check_texts(part)
        _check_ranges(part)
        _check_period(part)
        _check_readers(part)
        if type(part) in _RULES:
            _RULES[type(part)](part)
    if isinstance(value, Dossier):
        check_kept(changes)
        gone = any(change.after is None for change in changes)
        _check_references(value, parts(value) if gone else changed)
        _check_kinds(value, changed)
        _check_regie(value)
    elif isinstance(value, SocialeKaart):
        _check_kaart(value)


def _check_final(changes: Iterable[Change]) -> None:
    """What is written down for good stays: a new step sets it right (product.md rule 11)."""
    for change in changes:
        if isinstance(change.before, FINAL):
            raise RuleBroken(Code.IS_FINAL, id=change.before.id)


def _check_texts(part: Part) -> None:
    for name, text in _all_texts(part):
        if name in _REQUIRED and not text.strip():
            raise RuleBroken(Code.EMPTY, field=name, id=part.id)
        most = TEXT_LENGTH if name in _LONG else NAME_LENGTH
        if len(text) > most:
            raise RuleBroken(Code.TOO_LONG, field=name, id=part.id, most=most)
        if _UNPRINTABLE.search(text):
            raise RuleBroken(Code.NOT_PRINTABLE, field=name, id=part.id)


def _all_texts(part: Part) -> Iterator[tuple[str, str]]:
    yield from texts(part)
    for field in fields(part):
        content = getattr(part, field.name)
        if isinstance(content, tuple):
            yield from ((field.name, each) for each in content if type(each) is str)


def _check_ranges(part: Part) -> None:
    for name, (least, most) in _RANGES.items():
        number = getattr(part, name, None)
        if number is not None and not least <= number <= most:
            raise RuleBroken(Code.OUT_OF_RANGE, field=name, id=part.id, least=least, most=most)


def _first(moment: date | Datum) -> date:
    return moment.earliest if isinstance(moment, Datum) else moment


def _last(moment: date | Datum) -> date:
    return moment.latest if isinstance(moment, Datum) else moment


def _check_period(part: Part) -> None:
    for begin, end in (("vanaf", "tot"), ("start", "afsluiting")):
        vanaf, tot = getattr(part, begin, None), getattr(part, end, None)
        if vanaf is not None and tot is not None and _last(tot) < _first(vanaf):
            raise RuleBroken(Code.END_BEFORE_START, field=end, id=part.id)


def _check_readers(part: Part) -> None:
    voor_wie = getattr(part, "voor_wie", None)
    if voor_wie is not None and (voor_wie.kring is Kring.PERSONEN) is not bool(voor_wie.personen):
        raise RuleBroken(Code.READERS_MISSING, field="voor_wie", id=part.id)


def _check_references(dossier: Dossier, referring: Iterable[Part]) -> None:
    known = {part.id for part in parts(dossier)}
    for part in referring:
        for name, part_id in _references(part):
            if part_id not in known:
                raise RuleBroken(Code.STILL_REFERRED_TO, field=name, id=part.id, missing=part_id)


def _references(part: Part) -> list[tuple[str, UUID]]:
    found = []
    for field in fields(part):
        content: Any = getattr(part, field.name)
        if field.name in _ELSEWHERE or content is None:
            continue
        if isinstance(content, VoorWie):
            content = content.personen
        several = content if isinstance(content, tuple) else (content,)
        found += [(field.name, each) for each in several if isinstance(each, UUID)]
    return found


def _check_persoon(persoon: Persoon) -> None:
    born, died = persoon.geboortedatum, persoon.overleden_op
    if born is not None and died is not None and died < born.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="overleden_op", id=persoon.id)


def _check_betrokkenheid(betrokkenheid: Betrokkenheid) -> None:
    if betrokkenheid.professional is None and not betrokkenheid.omschrijving.strip():
        raise RuleBroken(Code.EMPTY, field="omschrijving", id=betrokkenheid.id)
    if betrokkenheid.tot is not None and betrokkenheid.vanaf is None:
        raise RuleBroken(Code.NOT_STARTED, field="vanaf", id=betrokkenheid.id)


def _check_veiligheid(part: Veiligheidscheck | Veiligheidsafspraak) -> None:
    """A next check lies after this one; what is closed says why (product.md rule 4)."""
    if isinstance(part, Veiligheidscheck):
        if part.volgende_op < part.datum:
            raise RuleBroken(Code.END_BEFORE_START, field="volgende_op", id=part.id)
    elif part.tot is not None and not part.reden.strip():
        raise RuleBroken(Code.REASON_MISSING, field="reden", id=part.id)


# What else holds for a part by itself.
_RULES: dict[type[Any], Callable[[Any], None]] = {
    Persoon: _check_persoon,
    Betrokkenheid: _check_betrokkenheid,
    Veiligheidscheck: _check_veiligheid,
    Veiligheidsafspraak: _check_veiligheid,
    Doorbraak: check_doorbraak,
    Contactmoment: check_contact,
    Besluit: check_besluit,
    MeldcodeStap: check_stap,
    Akkoord: check_akkoord,
    Stap: check_fasestap,
    Tussenfase: check_tussenfase,
    AnderPlan: check_ander_plan,
}

# What these fields of ties, talks and safety may point to.
_KINDS: dict[str, tuple[type[Any], ...]] = {
    "lid": (Persoon,),
    "een": (Persoon,),
    "ander": (Persoon,),
    "deelnemer": (Persoon, Betrokkenheid),
    "overleg": (Overleg,),
    "betrokkenheid": (Betrokkenheid,),
    "controle_door": (Persoon, Betrokkenheid),
    "houdt_vast": (Persoon, Betrokkenheid),
    "van": (Persoon, Betrokkenheid),
    "uitvoerder": (Betrokkenheid,),
    "versie": (PlanVersie,),
}


# What else holds for a part among the others.
_AMONG_OTHERS: dict[type[Any], Callable[[Dossier, Any], None]] = {
    Dubbel: check_decision,
    Verstrekking: check_verstrekking,
    Relatie: lambda dossier, part: check_relatie(part, dossier.relaties),
}


def _check_kinds(dossier: Dossier, changed: Iterable[Part]) -> None:
    for part in changed:
        for name, kinds in _KINDS.items():
            content = getattr(part, name, None)
            if content is not None and not any(find(dossier, kind, content) for kind in kinds):
                raise RuleBroken(Code.UNKNOWN_PART, field=name, id=part.id)
        among_others = _AMONG_OTHERS.get(type(part))
        if among_others is not None:
            among_others(dossier, part)


def _check_kaart(kaart: SocialeKaart) -> None:
    for professional in kaart.professionals:
        if professional.organisatie is not None and not has(kaart, professional.organisatie):
            raise RuleBroken(
                Code.STILL_REFERRED_TO, field="organisatie", id=professional.id, missing=professional.organisatie
            )


def _check_regie(dossier: Dossier) -> None:
    """From start to afsluiting every day lies in exactly one term, and a vacancy says why (product.md rule 1)."""
    terms = sorted(dossier.regisseurschappen, key=lambda term: term.vanaf)
    gezin = dossier.gezin
    unbroken = (
        bool(terms)
        and terms[0].vanaf == gezin.start
        and terms[-1].tot == gezin.afsluiting
        and all(one.tot == other.vanaf for one, other in pairwise(terms))
        and all(term.tot is None or term.vanaf < term.tot or len(terms) == 1 for term in terms)
    )
    if not unbroken:
        raise RuleBroken(Code.REGIE_BROKEN_LINE, field="regisseurschappen", id=dossier.id)
    for term in terms:
        _check_term(dossier, term)


def _check_term(dossier: Dossier, term: Regisseurschap) -> None:
    if term.houder is None and not term.reden.strip():
        raise RuleBroken(Code.REGIE_REASON_MISSING, field="reden", id=term.id)
    if term.contact_tot is not None and term.contact_tot < term.vanaf:
        raise RuleBroken(Code.END_BEFORE_START, field="contact_tot", id=term.id)
    holder = find(dossier, Betrokkenheid, term.houder)
    if term.houder is not None and holder is None and not present_on(dossier, term.houder, term.vanaf):
        raise RuleBroken(Code.REGIE_HOLDER_NOT_INVOLVED, field="houder", id=term.id)
    if holder is not None and (holder.vanaf is None or holder.vanaf.begint > term.vanaf):
        raise RuleBroken(Code.REGIE_HOLDER_NOT_INVOLVED, field="vanaf", id=holder.id)
    if holder is not None and holder.tot is not None and (term.tot is None or holder.tot.eindigt < term.tot):
        raise RuleBroken(Code.REGIE_HOLDER_NOT_INVOLVED, field="tot", id=holder.id)
