"""What a version of the plan holds: freezing a family as it stands, and reading it again on a later day.

A version is read with the eyes of today: who may no longer read something, or from whom it is shielded since, does
not see it in an old version either (product.md rules 6 and 7).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.delen import for_reader, masked, may_read, shielded_words
from gezinsplan.domain.dossier import (
    Actie,
    Betrokkenheid,
    Doel,
    Dossier,
    Gezin,
    Onderdeel,
    Regisseurschap,
    Score,
    Tekst,
)
from gezinsplan.domain.kaart import Leefgebied, Organisatie, Professional, SocialeKaart
from gezinsplan.domain.namen import organisation_id
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.personen import Bewoning, Gezagsverhouding, Huishouden, Persoon
from gezinsplan.domain.values import parts, put
from gezinsplan.domain.vaststellen import laatst_vastgesteld
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.domain.verschil import Stand, Verschil, verschillen
from gezinsplan.domain.versies import Bevroren, PlanVersie
from gezinsplan.services.caseload import Family, Team
from gezinsplan.services.families import shielded_names
from gezinsplan.storage import freezing

IN_PLAN: frozenset[type[Any]] = frozenset(
    {
        Gezin,
        Persoon,
        Huishouden,
        Bewoning,
        Gezagsverhouding,
        Betrokkenheid,
        Regisseurschap,
        Tekst,
        Doel,
        Score,
        Actie,
        Overleg,
        Veiligheidsafspraak,
        Maatregel,
    }
)
"""What a plan says; all else of a dossier is about the work on it, and is not kept twice."""


def freeze(family: Family) -> Bevroren:
    """The plan as it stands, with the names of the sociale kaart and of the life domains that it uses."""
    plan = [part for part in parts(family.dossier) if _in_plan(part)]
    return freezing.freeze([*plan, *_named(family), *_topics(family)])


def _in_plan(part: Any) -> bool:
    """What happened to somebody stands with safety, and in no plan."""
    return type(part) in IN_PLAN and getattr(part, "onderdeel", None) is not Onderdeel.VOORVAL


def _named(family: Family) -> Iterator[Organisatie | Professional]:
    dossier, kaart = family.dossier, family.team.kaart
    people = {dossier.gezin.dossierhouder}
    people |= {each.professional for each in dossier.betrokkenheden if each.professional is not None}
    people |= {each.vervanger for each in dossier.regisseurschappen if each.vervanger is not None}
    known = [each for each in kaart.professionals if each.id in people]
    firms = {each.organisatie for each in known} | {organisation_id(each, kaart) for each in dossier.betrokkenheden}
    yield from (each for each in kaart.organisaties if each.id in firms)
    yield from known


def _topics(family: Family) -> Iterator[Leefgebied]:
    used = {each.leefgebied for each in family.dossier.doelen}
    used |= {each for helper in family.dossier.betrokkenheden for each in helper.leefgebieden}
    yield from (each for each in family.team.praktijk.leefgebieden if each.id in used)


def thaw(versie: PlanVersie, now: Family) -> Family:
    """The family as the plan told of it on the day of the version."""
    found = freezing.thaw(versie.inhoud)
    shared = (Organisatie, Professional, Leefgebied)
    (gezin,) = (each for each in found if isinstance(each, Gezin))
    dossier = put(Dossier(gezin), *(each for each in found if not isinstance(each, shared)))
    kaart = put(SocialeKaart(now.team.kaart.id), *(e for e in found if isinstance(e, Organisatie | Professional)))
    topics = tuple(each for each in found if isinstance(each, Leefgebied))
    return Family(dossier, Team(kaart, replace(now.team.praktijk, leefgebieden=topics)), versie.dag)


def seen_by(lezer: UUID | None, then: Family, now: Family) -> Dossier:
    """That plan as a reader of today may see it, with what each said of it since when `then` has such answers."""
    circles = {part.id: circle for part in parts(now.dossier) if (circle := getattr(part, "voor_wie", None))}
    dossier = _masked(then, now, lezer)
    narrowed = [
        replace(part, voor_wie=circles[part.id])
        for part in parts(dossier)
        if part.id in circles and not may_read(circles[part.id], lezer)
    ]
    return for_reader(put(dossier, *narrowed), lezer)


def on_screen(then: Family, now: Family) -> Family:
    """That plan for the user, with "afgeschermd" where something is shielded today."""
    return replace(then, dossier=_masked(then, now, None))


def _masked(then: Family, now: Family, lezer: UUID | None) -> Dossier:
    """With the shields of today, and without the words that they hide, wherever those stood or stand.

    This comes before a reader: what is not for him knows shielded facts too, which other texts may not tell.
    """
    dossier = put(then.dossier, *now.dossier.afschermingen)
    names = [
        *shielded_names(dossier, then.team.kaart, lezer, now.op),
        *shielded_names(now.dossier, now.team.kaart, lezer, now.op),
        *shielded_words(now.dossier, lezer, now.op),
    ]
    return masked(dossier, lezer, now.op, tuple(names))


def with_answers(then: Family, now: Family, versie: PlanVersie) -> Family:
    """That version with what each said of it since."""
    said = (each for each in now.dossier.akkoorden if each.versie == versie.id)
    return replace(then, dossier=put(then.dossier, *said))


def changes_since(then: Family, now: Family) -> tuple[Verschil, ...]:
    """What changed in the plan since that version."""
    return verschillen(Stand(then.dossier, then.op), Stand(now.dossier, now.op))


def still_agreed(family: Family) -> PlanVersie | None:
    """The version that was agreed last, while the plan still says the same; else the plan is a proposal again."""
    last = laatst_vastgesteld(family.dossier)
    return last if last is not None and not changes_since(thaw(last, family), family) else None
