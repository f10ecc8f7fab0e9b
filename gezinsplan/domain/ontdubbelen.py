"""Somebody of the sociale kaart, or an organisation, written down twice: noticed at entry, and made into one.

Two are never joined by themselves. Joined, what one of them lacks comes from the other, and every dossier refers to
the one that is left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.dubbel import Gelijkenis
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.gelijkenis import close, digits, folded, same_words
from gezinsplan.domain.kaart import Gebruiker, Organisatie, Praktijk, Professional, SocialeKaart
from gezinsplan.domain.values import V, drop, find, get, put

Kaartje = Professional | Organisatie
_MOBILE = "06"


@dataclass(frozen=True, slots=True)
class Dubbelganger:
    """Somebody or an organisation of the sociale kaart that may be the one that was entered."""

    id: UUID
    gelijkenis: Gelijkenis


def dubbelgangers(kaart: SocialeKaart, nieuw: Kaartje) -> tuple[Dubbelganger, ...]:
    """Who of the sociale kaart may be the same, the most alike first; `nieuw` itself may stand in it already."""
    others: Iterable[Kaartje] = kaart.professionals if isinstance(nieuw, Professional) else kaart.organisaties
    found = (Dubbelganger(each.id, alike) for each in others if (alike := _alike(nieuw, each)) is not None)
    return tuple(sorted((each for each in found if each.id != nieuw.id), key=lambda each: (each.gelijkenis, each.id)))


def _alike(een: Kaartje, ander: Kaartje) -> Gelijkenis | None:
    if isinstance(een, Professional) and isinstance(ander, Professional):
        return _same_person(een, ander)
    return _same_organisation(een, ander)


def _same_person(een: Professional, ander: Professional) -> Gelijkenis | None:
    """By name and organisation or telephone; a mobile number has one owner, that of an office has many."""
    one, other = folded(een.naam), folded(ander.naam)
    phone = _same_phone(een.telefoon, ander.telefoon)
    same_place = een.organisatie is not None and een.organisatie == ander.organisatie
    if one and same_words(one, other):
        return Gelijkenis.GELIJK if same_place or phone else Gelijkenis.MOGELIJK
    elsewhere = None not in (een.organisatie, ander.organisatie) and not same_place
    if phone and digits(een.telefoon).startswith(_MOBILE):
        return Gelijkenis.MOGELIJK
    return Gelijkenis.MOGELIJK if close(one, other) and (phone or not elsewhere) else None


def _same_organisation(een: Kaartje, ander: Kaartje) -> Gelijkenis | None:
    one, other = folded(een.naam), folded(ander.naam)
    if one and same_words(one, other):
        return Gelijkenis.GELIJK
    return Gelijkenis.MOGELIJK if close(one, other) or _same_phone(een.telefoon, ander.telefoon) else None


def _same_phone(een: str, ander: str) -> bool:
    number = digits(een)
    return bool(number) and number == digits(ander)


# ---------------------------------------------------------------- one of two


def join(kaart: SocialeKaart, blijft: UUID, weg: UUID) -> SocialeKaart:
    """The sociale kaart with one of two left, who also knows what only the other knew.

    Refuses the same one twice, and a person with an organisation (UNKNOWN_PART).
    """
    kept = find(kaart, Professional, blijft) or get(kaart, Organisatie, blijft)
    gone = find(kaart, Professional, weg) or get(kaart, Organisatie, weg)
    if blijft == weg or type(kept) is not type(gone):
        raise RuleBroken(Code.UNKNOWN_PART, id=weg)
    known = {each.name: getattr(kept, each.name) or getattr(gone, each.name) for each in fields(kept)}
    return refer(drop(put(kaart, replace(kept, **known)), weg), blijft, weg)


# Where a dossier, the praktijk and the sociale kaart itself refer to the sociale kaart.
_REFERRING: dict[type[Any], tuple[str, ...]] = {
    Gezin: ("dossierhouder",),
    Betrokkenheid: ("professional", "organisatie"),
    Regisseurschap: ("vervanger",),
    Gebruiker: ("professional",),
    Professional: ("organisatie",),
}


def refer(value: V, blijft: UUID, weg: UUID) -> V:
    """The value in which everything that referred to one refers to the other."""
    changed = [
        replace(part, **dict.fromkeys(names, blijft))
        for part in _referring(value)
        if (names := [name for name in _REFERRING[type(part)] if getattr(part, name) == weg])
    ]
    return put(value, *changed)


def refers(value: Dossier | SocialeKaart | Praktijk, to: UUID) -> bool:
    """Whether anything in this value refers to that professional or organisation."""
    return any(getattr(part, name) == to for part in _referring(value) for name in _REFERRING[type(part)])


def _referring(value: Dossier | SocialeKaart | Praktijk) -> Iterator[Any]:
    if isinstance(value, Dossier):
        yield value.gezin
        yield from value.betrokkenheden
        yield from value.regisseurschappen
    elif isinstance(value, Praktijk):
        yield value.gebruiker
    else:
        yield from value.professionals
