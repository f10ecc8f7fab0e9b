"""One line of "Wie komen er allemaal?": what was typed becomes a person who helps, in one step (product.md 6).

The sociale kaart suggests and never stops anybody; somebody who stands in it is not made twice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.betrokken import active_on, is_child
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, BetrokkenheidSoort, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import VASTE_BASIS, Professional, Sector, SocialeKaart
from gezinsplan.domain.namen import called, organisation_name
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, read
from gezinsplan.presenters.herkennen import guessed_sector, guessed_soort, is_name
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.services.sociale_kaart import Visitekaartje, organisation_named, place
from gezinsplan.texts import _
from gezinsplan.texts.dates import partial_date
from gezinsplan.texts.folding import fold
from gezinsplan.texts.words import joined

WIE, ORGANISATIE, VOOR, VRAAG, SINDS = "wie", "organisatie", "voor", "vraag", "sinds"

_EVERYBODY = frozenset(
    {"", "gezin", "het gezin", "hele gezin", "het hele gezin", "allemaal", "iedereen", "ons", "ons allemaal"}
)
_CHILDREN = frozenset({"kinderen", "de kinderen", "alle kinderen"})
BETWEEN = re.compile(r"\s*(?:,|;|/|&|\+|\ben\b)\s*", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sinds|vanaf|sedert)\b\s*", re.IGNORECASE)


def line_form(family: Family) -> Form:
    """The five questions of a line; only the first, or the second, must be answered."""
    return Form(
        key=form_key(family.dossier.id, "wie-komen"),
        title=_("Wie komen er allemaal?"),
        step=_("Iemand toevoegen"),
        fields=(
            FieldSpec(WIE, _("Naam of functie"), help=_("Een naam, of: iemand van de GGZ")),
            FieldSpec(ORGANISATIE, _("Organisatie"), help=_("Waar werkt deze persoon?")),
            FieldSpec(VOOR, _("Voor wie?"), help=_("Leeg: het hele gezin")),
            FieldSpec(VRAAG, _("Waarvoor?"), help=_("In uw eigen woorden")),
            FieldSpec(SINDS, _("Sinds"), help=_("Ongeveer 2023 mag")),
        ),
        values=dict.fromkeys((WIE, ORGANISATIE, VOOR, VRAAG, SINDS), ""),
        apply=lambda current, answers: _entered(current, _read(current, answers)),
        button=_("Volgende"),
    )


# ---------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a line means: who and where, whom it is for and who of those is new here, and since when."""

    professional: Professional | None
    naam: str
    omschrijving: str
    organisatie: str
    sector: Sector | None
    over: tuple[UUID, ...]
    nieuw: tuple[str, ...]
    vraag: str
    vanaf: Datum


def _read(family: Family, answers: Mapping[str, Any]) -> Gelezen:
    wie, organisatie, voor, vraag, sinds = (
        " ".join(str(answers.get(each, "")).split()) for each in (WIE, ORGANISATIE, VOOR, VRAAG, SINDS)
    )
    if not wie and not organisatie:
        raise RuleBroken(Code.EMPTY, field=WIE)
    known = known_professional(family, wie, organisatie)
    named = known is not None or is_name(wie)
    works = organisation_named(family.team.kaart, organisatie)
    over, new = _about(family, voor)
    unnamed = wie or _("iemand van {organisatie}").format(organisatie=organisatie)
    return Gelezen(
        professional=known,
        naam=wie if named else "",
        omschrijving="" if named else unnamed,
        organisatie=organisatie,
        sector=works.sector if works is not None else guessed_sector(organisatie, wie),
        over=over,
        nieuw=new,
        vraag=vraag,
        vanaf=_since(family, sinds),
    )


def known_professional(family: Family, wie: str, organisatie: str) -> Professional | None:
    """Who of the sociale kaart is meant: that name, there or (without an organisation) the only one of that name."""
    kaart, wanted, works = family.team.kaart, fold(wie), fold(organisatie)
    same = [each for each in kaart.professionals if fold(" ".join(each.naam.split())) == wanted]
    if not works:
        return same[0] if len(same) == 1 else None
    return next((each for each in same if fold(organisation_name(kaart, each.organisatie)) in (works, "")), None)


def _about(family: Family, voor: str) -> tuple[tuple[UUID, ...], tuple[str, ...]]:
    """Whom it is for: members of the family, and the names of who is not among them yet."""
    if fold(voor).strip(" .") in _EVERYBODY:
        return (), ()
    found: dict[UUID, None] = {}
    new: dict[str, None] = {}
    for name in (each for each in BETWEEN.split(voor) if each):
        if fold(name) in _CHILDREN:
            found.update(dict.fromkeys(_children(family)))
            continue
        person = _member(family, name)
        if person is not None:
            found[person] = None
        else:
            new[name] = None
    return tuple(found), tuple(new)


def _children(family: Family) -> list[UUID]:
    """The children; while no birth date is known whoever may be one."""
    young = [each.id for each in family.dossier.personen if is_child(family.dossier, each, family.op)]
    return young or [each.value for each in choices.children(family)]


def _member(family: Family, name: str) -> UUID | None:
    """The one of the family, else of the netwerk, who is called so, or whose name begins so."""
    wanted = fold(name)
    people = sorted(family.dossier.personen, key=lambda each: each.soort is not PersoonSoort.GEZINSLID)
    for test in (_is_called, _is_called_first):
        found = next((each.id for each in people if test(each, wanted)), None)
        if found is not None:
            return found
    return None


def _is_called(persoon: Persoon, wanted: str) -> bool:
    return wanted in (fold(persoon.roepnaam.strip()), fold(persoon.naam.strip()))


def _is_called_first(persoon: Persoon, wanted: str) -> bool:
    return wanted == (fold(persoon.naam).split() or [""])[0]


def _since(family: Family, sinds: str) -> Datum:
    typed = _SINCE.sub("", sinds).strip()
    if not typed:
        return unknown_since(family)
    vanaf: Datum = read(FieldSpec(SINDS, "", FieldKind.PARTIAL_DATE), typed)
    return vanaf


def unknown_since(family: Family) -> Datum:
    """The begin of who is entered without one: about the start of the case, so that he counts in the baseline.

    Once that is settled it is not changed by somebody who is entered later: then from today.
    """
    gezin = family.dossier.gezin
    if gezin.beginstand_op is not None:
        return Datum.op(family.op)
    return Datum(gezin.start.year, gezin.start.month, ongeveer=True)


# ---------------------------------------------------------------- making


def _entered(current: Family, line: Gelezen) -> Family:
    """The family with this person in it, and the sociale kaart if it did not know him yet."""
    kaart, professional, organisatie = _placed(current, line)
    dossier, members = _with_members(current, line.nieuw)
    soort = guessed_soort(line.sector, line.omschrijving, line.organisatie, line.vraag)
    helper = Betrokkenheid(
        id=new_id(),
        professional=professional,
        omschrijving=line.omschrijving,
        organisatie=organisatie,
        soort=soort,
        betaald=soort is BetrokkenheidSoort.BEROEPSKRACHT,
        vorm=Vorm.VAST,
        vaste_basis=_sector(current, line) in VASTE_BASIS,
        over=(*line.over, *members),
        vraag=line.vraag,
        leefgebieden=_topics(current, line.vraag),
        vanaf=line.vanaf,
    )
    return replace(current, dossier=put(dossier, helper), team=replace(current.team, kaart=kaart))


def _placed(current: Family, line: Gelezen) -> tuple[SocialeKaart, UUID | None, UUID | None]:
    """The sociale kaart with this person in it; whom it knows stays as he is, but gets a lacking organisation."""
    known, sector = line.professional, line.sector or Sector.OVERIG
    if known is None:
        found = place(current.team.kaart, Visitekaartje(line.naam, organisatie=line.organisatie, sector=sector))
        return found.kaart, found.professional, found.organisatie
    _refuse_twice(current, known)
    if known.organisatie is not None or not line.organisatie:
        return current.team.kaart, known.id, None
    found = place(current.team.kaart, Visitekaartje(organisatie=line.organisatie, sector=sector))
    return put(found.kaart, replace(known, organisatie=found.organisatie)), known.id, None


def _sector(current: Family, line: Gelezen) -> Sector | None:
    """The sector of the line, or of the organisation where the sociale kaart says that somebody works."""
    known = line.professional
    works = next(
        (each for each in current.team.kaart.organisaties if known is not None and each.id == known.organisatie), None
    )
    return works.sector if works is not None else line.sector


def _refuse_twice(current: Family, professional: Professional) -> None:
    there = (each for each in current.dossier.betrokkenheden if each.professional == professional.id)
    if any(active_on(each, current.op) for each in there):
        raise RuleBroken(Code.HELPS_ALREADY, field=WIE, id=professional.id)


def _with_members(current: Family, names: tuple[str, ...]) -> tuple[Dossier, tuple[UUID, ...]]:
    made = [Persoon(new_id(), PersoonSoort.GEZINSLID, name) for name in names]
    return put(current.dossier, *made), tuple(each.id for each in made)


def _topics(family: Family, vraag: str) -> tuple[UUID, ...]:
    """A question that is the name of a life domain is about that."""
    return tuple(each.id for each in family.team.praktijk.leefgebieden if fold(each.naam) == fold(vraag))


# ---------------------------------------------------------------- while typing


def preview(family: Family, answers: Mapping[str, Any]) -> str:
    """What the line will become, before Enter; empty while nothing is typed or it cannot be read."""
    try:
        line = _read(family, answers)
    except RuleBroken:
        return ""
    parts = [_who(line), _where(family, line), _for(family, line)]
    if _sector(family, line) in VASTE_BASIS:
        parts.append(_("vaste basis, telt niet mee"))
    if str(answers.get(SINDS, "")).strip():
        parts.append(_("sinds {date}").format(date=partial_date(str(line.vanaf))))
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def _who(line: Gelezen) -> str:
    if line.professional is not None:
        return _("{naam}, uit uw sociale kaart").format(naam=line.professional.naam)
    return line.naam or _("{wie}, naam nog niet bekend").format(wie=line.omschrijving)


def _where(family: Family, line: Gelezen) -> str:
    if line.professional is not None and line.professional.organisatie is not None:
        return organisation_name(family.team.kaart, line.professional.organisatie)
    if not line.organisatie:
        return ""
    known = organisation_named(family.team.kaart, line.organisatie)
    return known.naam if known is not None else _("{organisatie} (nieuw)").format(organisatie=line.organisatie)


def _for(family: Family, line: Gelezen) -> str:
    names = [called(family.dossier, family.team.kaart, each) for each in line.over]
    names += [_("{naam} (komt er als gezinslid bij)").format(naam=each) for each in line.nieuw]
    return _("voor {names}").format(names=joined(names) if names else _("het hele gezin"))
