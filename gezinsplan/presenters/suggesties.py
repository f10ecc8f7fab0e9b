"""What the sociale kaart, the family and the list of life domains suggest while a line is typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from gezinsplan.domain.namen import organisation_name
from gezinsplan.presenters import choices
from gezinsplan.presenters.wie_komen_regel import BETWEEN, ORGANISATIE, VOOR, VRAAG, WIE
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.folding import fold

_MOST = 6


@dataclass(frozen=True, slots=True)
class Suggestie:
    """Something to take while typing: what it is called, and what then stands in which field."""

    tekst: str
    velden: Mapping[str, str]


def suggestions(family: Family, field: str, typed: str) -> tuple[Suggestie, ...]:
    """What fits what is being typed in a field, the best first; nothing for a field that is still empty."""
    kaart = family.team.kaart
    if field == WIE:
        people = (
            Suggestie(
                choices.suggestion(family, each),
                {WIE: each.naam, ORGANISATIE: organisation_name(kaart, each.organisatie)},
            )
            for each in kaart.professionals
        )
        return _fitting(tuple(people), typed)
    if field == ORGANISATIE:
        return _fitting(tuple(Suggestie(each.naam, {ORGANISATIE: each.naam}) for each in kaart.organisaties), typed)
    if field == VRAAG:
        topics = family.team.praktijk.leefgebieden
        return _fitting(tuple(Suggestie(each.naam, {VRAAG: each.naam}) for each in topics), typed)
    return _members(family, typed) if field == VOOR else ()


def _members(family: Family, typed: str) -> tuple[Suggestie, ...]:
    """The names that fit the last one that is being typed; those before it stay."""
    last = BETWEEN.split(typed)[-1]
    kept = typed[: len(typed) - len(last)]
    names = [each.label for each in choices.people(family)] + [_("alle kinderen")]
    return _fitting(tuple(Suggestie(name, {VOOR: f"{kept}{name}"}) for name in names), last)


def _fitting(all_of_them: tuple[Suggestie, ...], typed: str) -> tuple[Suggestie, ...]:
    """Those in which a word begins with every typed word; who begins so himself comes first."""
    wanted = fold(typed).split()
    if not wanted:
        return ()
    found = []
    for each in all_of_them:
        words = fold(each.tekst).replace("-", " ").split()
        if all(any(word.startswith(part) for word in words) for part in wanted) and fold(each.tekst) != fold(typed):
            found.append(each)
    found.sort(key=lambda each: (not fold(each.tekst).startswith(fold(typed.strip())), fold(each.tekst)))
    return tuple(found[:_MOST])
