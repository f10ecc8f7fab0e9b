"""Values of which parts are lost, made to keep the rules again: what refers to something gone is cleared or left out.

Nothing is made up about anybody. Where a value cannot be without a part, there is one that says that it was lost; and
whoever could read something can never read more than before.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from gezinsplan.domain.checks import check
from gezinsplan.domain.dossier import Betrokkenheid, CasusFase, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import Gebruiker, Praktijk, Professional, SocialeKaart
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.values import Value, drop, find, has, parts, put

Found = list[tuple[UUID, dict[str, list[Any]]]]
"""Per value its id, and the parts that were read by the name of their field."""

LOST = "Verloren gegaan"
"""What stands where a name or a reason cannot be without a text; kept in the file, so never translated."""

_KAART_FIELDS = frozenset({"professional", "organisatie", "vervanger"})


def mended(kaarten: Found, praktijken: Found, dossiers: Found) -> list[Value]:
    """The sociale kaart, the praktijk and the dossiers, each keeping the rules; a value without hope is left out."""
    if not (kaarten or praktijken or dossiers):
        return []
    praktijk = _praktijk(praktijken)
    kaart = _kaart(kaarten, praktijk.gebruiker.professional)
    found: list[Value] = [kaart, praktijk]
    for number, (root, content) in enumerate(dossiers, 1):
        dossier = _within(_dossier(root, content, number, praktijk), kaart, praktijk)
        found += [whole for whole in [_kept_to_rules(dossier)] if whole is not None]
    return found


def _praktijk(found: Found) -> Praktijk:
    root, content = found[0] if found else (uuid4(), {})
    gebruiker = content.get("gebruiker", [Gebruiker(uuid4(), uuid4())])[0]
    return Praktijk(root, gebruiker, tuple(content.get("leefgebieden", ())))


def _kaart(found: Found, me: UUID) -> SocialeKaart:
    """With the user in it, by an empty name if need be; a professional whose organisation is gone has none."""
    root, content = found[0] if found else (uuid4(), {})
    kaart = SocialeKaart(root, tuple(content.get("organisaties", ())))
    for each in content.get("professionals", ()):
        known = each.organisatie is None or has(kaart, each.organisatie)
        kaart = put(kaart, each if known else replace(each, organisatie=None))
    return kaart if find(kaart, Professional, me) else put(kaart, Professional(me, LOST))


def _dossier(root: UUID, content: dict[str, list[Any]], number: int, praktijk: Praktijk) -> Dossier:
    """The parts as one value, with a family and a first term when these were lost."""
    terms = content.get("regisseurschappen", [])
    start = min((term.vanaf for term in terms), default=date.today())
    nobody = Gezin(root, f"HERSTEL-{number}", LOST, CasusFase.UITVOEREN, start, praktijk.gebruiker.professional)
    gezin = content.get("gezin", [nobody])[0]
    several: Any = {name: tuple(rows) for name, rows in content.items() if name != "gezin"}
    return Dossier(gezin, **several)


def _within(dossier: Dossier, kaart: SocialeKaart, praktijk: Praktijk) -> Dossier:
    """Clear what refers to the sociale kaart or the praktijk and is gone there."""
    for part in list(parts(dossier)):
        changes: dict[str, Any] = {}
        for name in _KAART_FIELDS & {field.name for field in fields(part)}:
            other = getattr(part, name)
            if other is not None and not has(kaart, other) and not has(dossier, other):
                changes[name] = None
        area = getattr(part, "leefgebied", None)
        if area is not None and not has(praktijk, area):
            changes["leefgebied"] = None
        if isinstance(part, Gezin) and not has(kaart, part.dossierhouder):
            changes["dossierhouder"] = praktijk.gebruiker.professional
        if isinstance(part, Betrokkenheid) and "professional" in changes and not part.omschrijving.strip():
            changes["omschrijving"] = LOST
        if changes:
            dossier = put(dossier, replace(part, **changes))
    return dossier


def _kept_to_rules(dossier: Dossier) -> Dossier | None:
    """Let `check` say what is wrong, and mend that, until there is nothing; each round takes something away."""
    for _round in range(1 + 3 * sum(1 for _part in parts(dossier))):
        try:
            check(dossier)
        except RuleBroken as broken:
            dossier = _mend(dossier, broken)
        else:
            return dossier
    return None


def _mend(dossier: Dossier, broken: RuleBroken) -> Dossier:
    if broken.code is Code.REGIE_BROKEN_LINE:
        return replace(dossier, regisseurschappen=_line(dossier))
    part = next((each for each in parts(dossier) if each.id == broken.values.get("id")), None)
    if isinstance(part, Regisseurschap):
        # Who held it is lost: the days are not.
        return put(dossier, replace(part, houder=None, reden=part.reden or LOST))
    if broken.code is Code.REGIE_HOLDER_NOT_INVOLVED and part is not None:
        terms = [replace(each, houder=None) for each in dossier.regisseurschappen if each.houder == part.id]
        return put(dossier, *(replace(each, reden=each.reden or LOST) for each in terms))
    if part is None or isinstance(part, Gezin):
        return dossier
    missing = broken.values.get("missing")
    cleared = None if missing is None else _without(part, str(broken.values["field"]), missing)
    return drop(dossier, part.id) if cleared is None else put(dossier, cleared)


def _without(part: Any, name: str, missing: object) -> Any:
    """The part without this reference, or None when it means nothing without."""
    content = getattr(part, name)
    if isinstance(content, VoorWie):
        left = tuple(each for each in content.personen if each != missing)
        # Nobody left who may read it: then only who keeps the file.
        return replace(part, **{name: replace(content, personen=left) if left else VoorWie(Kring.DOSSIER)})
    if isinstance(content, tuple) and len(content) > 1:
        return replace(part, **{name: tuple(each for each in content if each != missing)})
    optional = {field.name for field in fields(part) if field.default is None}
    return replace(part, **{name: None}) if name in optional else None


def _line(dossier: Dossier) -> tuple[Regisseurschap, ...]:
    """The terms that were read, and vacancies in between, so that every day lies in one."""
    return tuple(sorted(_terms(dossier), key=lambda term: term.id))


def _terms(dossier: Dossier) -> Iterator[Regisseurschap]:
    until, end = dossier.gezin.start, dossier.gezin.afsluiting
    for term in sorted(dossier.regisseurschappen, key=lambda each: each.vanaf):
        if (
            term.vanaf < until
            or (end is not None and term.vanaf >= end)
            or (term.tot is not None and term.tot <= until)
        ):
            continue
        if term.vanaf > until:
            yield Regisseurschap(uuid4(), None, until, LOST, tot=term.vanaf)
        until = term.tot if term.tot is not None and (end is None or term.tot <= end) else end or date.max
        yield replace(term, tot=None if until == date.max else until)
    if until != (end or date.max):
        yield Regisseurschap(uuid4(), None, until, LOST, tot=end)
