"""What a reader gets to see: rule 6 takes away what is not for him, rule 7 masks what is shielded.

Everything that leaves the file is made from the dossier that comes out of here, so numbers and names follow too.
"""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.personen import Afscherming, Feit, Huishouden, Persoon
from gezinsplan.domain.values import Part, drop, parts, put, texts

AFGESCHERMD = "afgeschermd"
_SHORTEST_SECRET = 3
_HELPER_FACTS = frozenset({Feit.SCHOOL, Feit.WERK, Feit.HULPVERLENER, Feit.ORGANISATIE})


def may_read(voor_wie: VoorWie, lezer: UUID | None) -> bool:
    """Whether a part is for this reader: a person, or the family together (None)."""
    return voor_wie.kring is Kring.GEZIN or (voor_wie.kring is Kring.PERSONEN and lezer in voor_wie.personen)


def for_reader(dossier: Dossier, lezer: UUID | None) -> Dossier:
    """The dossier without what this reader may not read, and without a trace of it (product.md rule 6)."""
    hidden = {
        part.id
        for part in parts(dossier)
        if (circle := getattr(part, "voor_wie", None)) and not may_read(circle, lezer)
    }
    hidden |= {score.id for score in dossier.scores if score.doel in hidden or score.spreker in hidden}
    seen = drop(dossier, *hidden)
    return put(seen, *(_without(part, hidden) for part in parts(seen)))


def _without(part: Part, hidden: set[UUID]) -> Part:
    """The part without references to what is hidden."""
    changed: dict[str, Any] = {}
    for field in fields(part):
        content = getattr(part, field.name)
        if isinstance(content, UUID) and content in hidden:
            changed[field.name] = None
        elif isinstance(content, tuple) and any(each in hidden for each in content):
            changed[field.name] = tuple(each for each in content if each not in hidden)
    return replace(part, **changed) if changed else part


def shields_on(dossier: Dossier, op: date) -> tuple[Afscherming, ...]:
    """The afschermingen that stand on a day."""
    return tuple(
        each
        for each in dossier.afschermingen
        if (each.vanaf is None or each.vanaf <= op) and (each.tot is None or op < each.tot)
    )


def check_may_print(dossier: Dossier, lezer: UUID | None, op: date) -> None:
    """No joint family print while an Afscherming stands: only for a named person (product.md rule 7)."""
    if lezer is None and shields_on(dossier, op):
        raise RuleBroken(Code.PRINT_FOR_WHOM)


def masked(dossier: Dossier, lezer: UUID | None, op: date, names: tuple[str, ...] = ()) -> Dossier:
    """The dossier with "afgeschermd" where a shielded fact stood, for everybody but whom it protects.

    `names` are the shielded names that only the sociale kaart knows (`shielded_helpers`); free texts lose these
    and every shielded address, place and telephone too.
    """
    shields = [each for each in shields_on(dossier, op) if lezer not in each.beschermt]
    secrets = {*names}
    for shield in shields:
        for part in _shielded_parts(dossier, shield):
            covered = _covered(part, shield)
            secrets |= {getattr(part, name) for name in covered if isinstance(getattr(part, name), str)}
            dossier = put(dossier, replace(part, **covered))
    return _redacted(dossier, secrets) if shields else dossier


def shielded_helpers(dossier: Dossier, lezer: UUID | None, op: date) -> tuple[Betrokkenheid, ...]:
    """The helpers whose name, organisation or place this reader may not know."""
    shields = [each for each in shields_on(dossier, op) if lezer not in each.beschermt and _HELPER_FACTS & {*each.wat}]
    hidden = {helper for shield in shields for helper in shield.betrokkenheden}
    return tuple(each for each in dossier.betrokkenheden if each.id in hidden)


def _shielded_parts(dossier: Dossier, shield: Afscherming) -> list[Part]:
    """The parts that hold a fact of this shield: homes and numbers of whom it protects, helpers, places."""
    homes = {each.huishouden for each in dossier.bewoning if each.persoon in shield.beschermt}
    wanted = {*shield.beschermt, *homes, *shield.betrokkenheden}
    meetings = dossier.overleggen if Feit.ONTMOETINGSPLAATS in shield.wat else ()
    return [*(each for each in parts(dossier) if each.id in wanted), *meetings]


def _covered(part: Part, shield: Afscherming) -> dict[str, Any]:
    """The fields of a part that this shield hides, with what stands there instead."""
    facts = {*shield.wat}
    if isinstance(part, Betrokkenheid):
        if not facts & _HELPER_FACTS:
            return {}
        return {"professional": None, "organisatie": None, "omschrijving": AFGESCHERMD}
    names: set[str] = set()
    if isinstance(part, Huishouden):
        names |= {"straat", "huisnummer", "postcode"} if Feit.ADRES in facts else set()
        names |= {"plaats"} if Feit.WOONPLAATS in facts else set()
    if isinstance(part, Huishouden | Persoon):
        names |= {"telefoon"} if Feit.TELEFOON in facts else set()
    if not isinstance(part, Huishouden | Persoon):
        names |= {"plaats"}
    return {name: AFGESCHERMD for name in names if getattr(part, name)}


def _redacted(dossier: Dossier, secrets: set[str]) -> Dossier:
    words = sorted((each for each in secrets if len(each) >= _SHORTEST_SECRET and each != AFGESCHERMD), key=len)
    for part in parts(dossier):
        changed = {name: _without_words(text, words) for name, text in texts(part) if text != AFGESCHERMD}
        dossier = put(dossier, replace(part, **changed))
    return dossier


def _without_words(text: str, words: list[str]) -> str:
    for word in reversed(words):
        at = text.casefold().find(word.casefold())
        while at >= 0:
            text = text[:at] + AFGESCHERMD + text[at + len(word) :]
            at = text.casefold().find(word.casefold(), at + len(AFGESCHERMD))
    return text
