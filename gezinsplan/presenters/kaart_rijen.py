"""The sociale kaart as a list: everybody by name, where each comes, and who may be the same as another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.kaart import Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.namen import organisation_of
from gezinsplan.domain.ontdubbelen import dubbelgangers
from gezinsplan.domain.values import find, parts
from gezinsplan.presenters.fields import read_all
from gezinsplan.presenters.kaart_forms import KaartForm, form_of
from gezinsplan.services.sociale_kaart import InGezin, Rol
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.folding import fold
from gezinsplan.texts.words import word

Families = Mapping[UUID, tuple[InGezin, ...]]


@dataclass(frozen=True, slots=True)
class KaartRij:
    """One person or organisation in the list; `woorden` is what a search looks through."""

    id: UUID
    naam: str
    onder: str
    sector: Sector | None
    sector_woord: str
    telefoon: str
    gezinnen: int
    persoon: bool
    woorden: str


@dataclass(frozen=True, slots=True)
class KaartState:
    """All that the page shows: everybody by name, where each is used, and what can be undone."""

    kaart: SocialeKaart
    rijen: tuple[KaartRij, ...] = ()
    gezinnen: Families = field(default_factory=dict)
    undo: str = ""
    redo: str = ""

    def form(self, part: UUID) -> KaartForm | None:
        """The form about somebody, if he is still there."""
        return form_of(self.kaart, part)

    def alike(self, part: UUID) -> tuple[KaartRij, ...]:
        """Who may be the same as this one."""
        return self._rows(alike_ids(self.kaart, part))

    def alike_new(self, form: KaartForm, answers: Mapping[str, Any]) -> tuple[KaartRij, ...]:
        """Who may be the one that is being typed; nobody while that cannot be read yet."""
        try:
            after = form.apply(self.kaart, read_all(form, answers))
        except Refused:
            return ()
        there = {each.id for each in self.rijen}
        new = [each.id for each in parts(after) if each.id not in there]
        return self._rows(other for each in new for other in alike_ids(after, each))

    def _rows(self, found: Iterable[UUID]) -> tuple[KaartRij, ...]:
        there = {each.id: each for each in self.rijen}
        return tuple(there[each] for each in dict.fromkeys(found) if each in there)

    def families(self, part: UUID) -> tuple[InGezin, ...]:
        """In which of my families somebody is, or was."""
        return self.gezinnen.get(part, ())


def alike_ids(kaart: SocialeKaart, part: UUID) -> tuple[UUID, ...]:
    """Who of the sociale kaart may be the same as this one, the most alike first."""
    card = find(kaart, Professional, part) or find(kaart, Organisatie, part)
    return tuple(each.id for each in dubbelgangers(kaart, card)) if card is not None else ()


def rijen(kaart: SocialeKaart, used: Families) -> tuple[KaartRij, ...]:
    """Everybody, people and organisations together, by name."""
    people = (_person(kaart, each, used.get(each.id, ())) for each in kaart.professionals)
    houses = (_house(each, used.get(each.id, ())) for each in kaart.organisaties)
    return tuple(sorted((*people, *houses), key=lambda each: (fold(each.naam), not each.persoon, each.id)))


def _person(kaart: SocialeKaart, person: Professional, used: tuple[InGezin, ...]) -> KaartRij:
    works = organisation_of(kaart, person.organisatie)
    under = " \N{MIDDLE DOT} ".join(part for part in (person.functie, works.naam if works else "") if part)
    return KaartRij(
        id=person.id,
        naam=person.naam,
        onder=under,
        sector=works.sector if works else None,
        sector_woord=word(works.sector) if works else "",
        telefoon=person.telefoon,
        gezinnen=_now(used),
        persoon=True,
        woorden=" ".join((person.naam, under, person.telefoon, person.mail, person.waarvoor, person.waar_ga_ik_over)),
    )


def _house(house: Organisatie, used: tuple[InGezin, ...]) -> KaartRij:
    return KaartRij(
        id=house.id,
        naam=house.naam,
        onder=" \N{MIDDLE DOT} ".join(part for part in (_("organisatie"), house.plaats) if part),
        sector=house.sector,
        sector_woord=word(house.sector),
        telefoon=house.telefoon,
        gezinnen=_now(used),
        persoon=False,
        woorden=" ".join((house.naam, house.plaats, house.telefoon, house.waarvoor, word(house.sector))),
    )


def _now(used: tuple[InGezin, ...]) -> int:
    return sum(each.open and each.rol in (Rol.HELPT, Rol.KOMT) for each in used)


def used_words(used: tuple[InGezin, ...]) -> str:
    """In how many families somebody is or was, in words."""
    number = len(used)
    return (
        ngettext("In {n} van uw gezinnen", "In {n} van uw gezinnen", number).format(n=number)
        if used
        else _("In geen van uw gezinnen.")
    )


def in_family(used: InGezin) -> str:
    """One family, with what somebody is there."""
    what = word(used.rol) if used.open else _("gesloten")
    return _("{gezin} ({what})").format(gezin=used.naam, what=what)
