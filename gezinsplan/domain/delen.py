"""What a reader gets to see: rule 6 takes away what is not for him, rule 7 masks what is shielded.

Everything that leaves the file is made from the dossier that comes out of here, so numbers and names follow too.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any
from unicodedata import normalize
from uuid import UUID

from gezinsplan.domain.andere_plannen import AnderPlan
from gezinsplan.domain.banden import Band, Dubbel, Klik, Plek
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Gezin, Regisseurschap, Score
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.overleg import Agendapunt, Bespreking, Overleg
from gezinsplan.domain.personen import Afscherming, Feit, Huishouden, Persoon
from gezinsplan.domain.values import Part, drop, get, parts, put, texts
from gezinsplan.domain.veiligheid import Maatregel
from gezinsplan.domain.versies import Akkoord, Bevroren, PlanVersie, Verstrekking

AFGESCHERMD = "afgeschermd"
_SHORTEST_SECRET, _SHORTEST_STEM = 3, 5
_HELPER_FACTS = frozenset({Feit.SCHOOL, Feit.WERK, Feit.HULPVERLENER, Feit.ORGANISATIE})
_FIELDS = {
    (Huishouden, Feit.ADRES): frozenset({"straat", "huisnummer", "postcode"}),
    (Huishouden, Feit.WOONPLAATS): frozenset({"plaats"}),
    (Huishouden, Feit.TELEFOON): frozenset({"telefoon"}),
    (Persoon, Feit.TELEFOON): frozenset({"telefoon", "bereikbaar"}),
}


def may_read(voor_wie: VoorWie, lezer: UUID | None) -> bool:
    """Whether a part is for this reader: a person, or the family together (None)."""
    return voor_wie.kring is Kring.GEZIN or (voor_wie.kring is Kring.PERSONEN and lezer in voor_wie.personen)


def for_reader(dossier: Dossier, lezer: UUID | None) -> Dossier:
    """The dossier without what this reader may not read, and without a trace of it (product.md rule 6).

    Who is or was regisseur is known to everybody, else the place would look vacant; what he does here may be hidden.
    With whom a member feels at ease is shown only where a regisseur is chosen, and another family to nobody: no reader
    gets a Klik or a Dubbel, nor hears who received which version. What a version says is read by thawing it.
    """
    circles = ((part, getattr(part, "voor_wie", None)) for part in parts(dossier))
    hidden = {
        part.id
        for part, circle in circles
        if isinstance(part, Klik | Dubbel | Verstrekking) or (circle and not may_read(circle, lezer))
    }
    known = hidden & {term.houder for term in dossier.regisseurschappen}
    hidden = (hidden | _telling(dossier, hidden, known)) - known
    dossier = put(dossier, *(_only_who(each) for each in dossier.betrokkenheden if each.id in known))
    seen = drop(dossier, *hidden)
    return put(seen, *(_without(part, hidden) for part in parts(seen)))


# What is about another part and nothing without it: it is not told when that is hidden.
_ABOUT = {Score: ("doel", "spreker"), Plek: ("deelnemer",), Akkoord: ("deelnemer",)}
# And what tells what a helper does, which is not told of a regisseur of whom only is known that he is there.
_DOES = {
    Band: ("deelnemer",),
    Agendapunt: ("overleg", "betreft"),
    Bespreking: ("betrokkenheid",),
    AnderPlan: ("van",),
}


def _telling(dossier: Dossier, hidden: set[UUID], known: set[UUID]) -> set[UUID]:
    """What would tell of something hidden, and what would tell of that."""
    about = [
        (part.id, getattr(part, name), hidden - known if type(part) in _ABOUT else hidden)
        for part in parts(dossier)
        for name in (_ABOUT | _DOES).get(type(part), ())
    ]
    found: set[UUID] = set()
    while more := {part for part, other, secret in about if other in secret | found} - found:
        found |= more
    return found


def _only_who(helper: Betrokkenheid) -> Betrokkenheid:
    """A helper of whom a reader may know that he is there, and no more."""
    return Betrokkenheid(
        id=helper.id,
        professional=helper.professional,
        omschrijving=helper.omschrijving,
        organisatie=helper.organisatie,
        soort=helper.soort,
        betaald=helper.betaald,
        vorm=helper.vorm,
        vaste_basis=helper.vaste_basis,
        vanaf=helper.vanaf,
        tot=helper.tot,
    )


def _without(part: Part, hidden: set[UUID]) -> Part:
    """The part without references to what is hidden."""
    changed: dict[str, Any] = _closed(part)
    for field in fields(part):
        content = getattr(part, field.name)
        if isinstance(content, UUID) and content in hidden:
            changed[field.name] = None
        elif isinstance(content, tuple) and any(each in hidden for each in content):
            changed[field.name] = tuple(each for each in content if each not in hidden)
        elif isinstance(content, VoorWie) and any(each in hidden for each in content.personen):
            kept = tuple(each for each in content.personen if each not in hidden)
            changed[field.name] = replace(content, personen=kept)
    return replace(part, **changed) if changed else part


def _closed(part: Part) -> dict[str, Any]:
    """Without what a version says: that was written for other eyes, on another day."""
    return {"inhoud": Bevroren()} if isinstance(part, PlanVersie) else {}


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
    original, secrets = dossier, {*names}
    for shield in shields:
        for part in _shielded_parts(original, shield):
            covered = _covered(part, shield, original)
            secrets |= _said(part, covered)
            dossier = put(dossier, replace(get(dossier, type(part), part.id), **covered))
    return _redacted(dossier, secrets) if shields else dossier


def shielded_words(dossier: Dossier, lezer: UUID | None, op: date) -> tuple[str, ...]:
    """What texts about this family may not tell this reader, in whatever version of its plan they stand."""
    shields = [each for each in shields_on(dossier, op) if lezer not in each.beschermt]
    hidden = ((part, shield) for shield in shields for part in _shielded_parts(dossier, shield))
    return tuple(said for part, shield in hidden for said in _said(part, _covered(part, shield, dossier)))


def shielded_helpers(dossier: Dossier, lezer: UUID | None, op: date) -> tuple[Betrokkenheid, ...]:
    """The helpers whose name, organisation or place this reader may not know."""
    shields = [each for each in shields_on(dossier, op) if lezer not in each.beschermt]
    hidden = {helper for shield in shields for helper in _hidden_helpers(dossier, shield)[0]}
    return tuple(each for each in dossier.betrokkenheden if each.id in hidden)


def _hidden_helpers(dossier: Dossier, shield: Afscherming) -> tuple[set[UUID], set[UUID]]:
    """The helpers that a shield hides, in every period in which they came; and who of the sociale kaart they are."""
    if not _HELPER_FACTS & {*shield.wat}:
        return set(), set()
    listed = [each for each in dossier.betrokkenheden if each.id in shield.betrokkenheden]
    known = {each.professional for each in listed if each.professional is not None}
    periods = {each.id for each in dossier.betrokkenheden if each in listed or each.professional in known}
    return periods, known


def _shielded_parts(dossier: Dossier, shield: Afscherming) -> list[Part]:
    """The parts that hold a fact of this shield: homes and numbers of whom it protects, helpers, stand-ins, places."""
    homes = {each.huishouden for each in dossier.bewoning if each.persoon in shield.beschermt}
    homes -= {each.huishouden for each in dossier.bewoning if each.persoon in shield.tegen}  # his own house he knows
    helpers, known = _hidden_helpers(dossier, shield)
    terms = (each for each in dossier.regisseurschappen if each.vervanger in known)
    meetings = dossier.overleggen if Feit.ONTMOETINGSPLAATS in shield.wat else ()
    head = (dossier.gezin,) if dossier.gezin.dossierhouder in known else ()
    wanted = {*shield.beschermt, *homes, *helpers}
    several = (dossier.personen, dossier.huishoudens, dossier.betrokkenheden)
    named = (part for some in several for part in some if part.id in wanted)
    return [*named, *head, *terms, *meetings, *_about(dossier, helpers)]


def _about(dossier: Dossier, helpers: set[UUID]) -> Iterator[Part]:
    """What was said and ordered about these helpers, in words that tell who they are."""
    talks = {each.id for each in dossier.besprekingen if each.betrokkenheid in helpers}
    yield from (each for each in dossier.besprekingen if each.id in talks)
    yield from (each for each in dossier.agendapunten if each.betreft in helpers | talks)
    yield from (each for each in dossier.maatregelen if each.uitvoerder in helpers)


# What a shielded helper does here tells who it is: "onze nieuwe huisarts", "wennen in de nieuwe klas".
_WHOLLY: dict[type[Part], tuple[str, ...]] = {Overleg: ("plaats",), Agendapunt: ("wat",), Maatregel: ("door",)}
_TELLS_WHO = ("vraag", "frequentie", "kan_weg_als", "dichterbij_geprobeerd", "reden_einde", "beeindigd_door")


def _covered(part: Part, shield: Afscherming, dossier: Dossier) -> dict[str, Any]:
    """The fields of a part that this shield hides, with what stands there instead."""
    if isinstance(part, Betrokkenheid):
        who = {"professional": _somebody(dossier, part), "organisatie": None, "omschrijving": AFGESCHERMD}
        return who | dict.fromkeys(_TELLS_WHO, "")
    if isinstance(part, Gezin):
        return {"dossierhouder": part.id}  # nobody of the sociale kaart
    if isinstance(part, Regisseurschap):
        return {"vervanger": None}
    if isinstance(part, Bespreking):
        return dict.fromkeys(("wie_nog", "kan_netwerk", "eerst_nodig"), "")
    names: set[str] = {*_WHOLLY.get(type(part), ())}
    for feit in shield.wat:
        names |= _FIELDS.get((type(part), feit), frozenset())
    return {name: AFGESCHERMD for name in names if getattr(part, name)}


def _somebody(dossier: Dossier, helper: Betrokkenheid) -> UUID | None:
    """An id that says nothing but who is the same human being, so that nobody is counted twice (product.md 4)."""
    if helper.professional is None:
        return None
    return next(each.id for each in dossier.betrokkenheden if each.professional == helper.professional)


def _said(part: Part, covered: dict[str, Any]) -> set[str]:
    """What free texts may no longer say: the covered texts that are no sentence, and a street with its number."""
    said = {text for name, text in texts(part) if covered.get(name) and not isinstance(part, Agendapunt)}
    if isinstance(part, Huishouden) and "straat" in covered:
        said.add(f"{part.straat} {part.huisnummer}")
    return said


def _redacted(dossier: Dossier, secrets: set[str]) -> Dossier:
    folded = {"".join(sign for sign, _ in _folded(each)) for each in secrets if each != AFGESCHERMD}
    words = [each for each in folded if len(each) >= _SHORTEST_SECRET]
    return put(dossier, *(_said_without(part, words) for part in parts(dossier)))


def _said_without(part: Part, words: list[str]) -> Part:
    changed = {name: _without_words(text, words) for name, text in texts(part) if text != AFGESCHERMD}
    return replace(part, **changed, **_closed(part))


def _folded(text: str) -> list[tuple[str, int]]:
    """The letters and digits with the place of each: without case, accents, spaces, dashes ("06-12", "1234AB")."""
    signs = ((sign, at) for at, each in enumerate(text) for sign in normalize("NFKD", each).casefold())
    return [(sign, at) for sign, at in signs if sign.isalnum()]


def _without_words(text: str, words: list[str]) -> str:
    folded = _folded(text)
    plain = "".join(sign for sign, _ in folded)
    hidden: set[int] = set()
    for word in words:
        at = plain.find(word)
        while at >= 0:
            first, last = folded[at][1], folded[at + len(word) - 1][1]
            if _stands_alone(text, first, last + 1, whole=len(word) < _SHORTEST_STEM):
                hidden |= {*range(first, last + 1)}
            at = plain.find(word, at + 1)
    kept = (
        "" if at in hidden and at - 1 in hidden else AFGESCHERMD if at in hidden else sign
        for at, sign in enumerate(text)
    )
    return "".join(kept)


def _stands_alone(text: str, first: int, end: int, *, whole: bool) -> bool:
    """Begins a word ("Leiden" is not in "begeleiden"); a short one is the whole word ("Ede" is not in "edele")."""

    def joined(one: str, other: str) -> bool:
        return (one.isalpha() and other.isalpha()) or (one.isdigit() and other.isdigit())

    begins = first == 0 or not joined(text[first - 1], text[first])
    return begins and not (whole and end < len(text) and joined(text[end - 1], text[end]))
