"""The sociale kaart as a list: everybody by name, where each comes, and who may be the same as another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.kaart import Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.namen import organisation_of
from gezinsplan.domain.values import parts
from gezinsplan.presenters.fields import read_all
from gezinsplan.presenters.kaart_forms import KaartForm, form_of
from gezinsplan.services.kaart_gebruik import Gebruik
from gezinsplan.services.samenvoegen import lijkt_op
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.folding import fold
from gezinsplan.texts.words import word


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
    gebruik: Mapping[UUID, Gebruik] = field(default_factory=dict)
    undo: str = ""
    redo: str = ""

    def form(self, part: UUID) -> KaartForm | None:
        """The form about somebody, if he is still there."""
        return form_of(self.kaart, part)

    def alike(self, part: UUID) -> tuple[KaartRij, ...]:
        """Who may be the same as this one."""
        return self._rows(lijkt_op(self.kaart, part))

    def alike_new(self, form: KaartForm, answers: Mapping[str, Any]) -> tuple[KaartRij, ...]:
        """Who may be the one that is being typed; nobody while that cannot be read yet."""
        try:
            after = form.apply(self.kaart, read_all(form, answers))
        except Refused:
            return ()
        there = {each.id for each in self.rijen}
        new = [each.id for each in parts(after) if each.id not in there]
        return self._rows(found for each in new for found in lijkt_op(after, each))

    def _rows(self, parts: Iterable[UUID]) -> tuple[KaartRij, ...]:
        wanted = {*parts}
        return tuple(each for each in self.rijen if each.id in wanted)

    def used(self, part: UUID) -> Gebruik:
        """Where somebody is used."""
        return self.gebruik.get(part, Gebruik())


def rijen(kaart: SocialeKaart, used: Mapping[UUID, Gebruik]) -> tuple[KaartRij, ...]:
    """Everybody, people and organisations together, by name."""
    people = (_person(kaart, each, used.get(each.id, Gebruik())) for each in kaart.professionals)
    houses = (_house(each, used.get(each.id, Gebruik())) for each in kaart.organisaties)
    return tuple(sorted((*people, *houses), key=lambda each: (fold(each.naam), not each.persoon, each.id)))


def _person(kaart: SocialeKaart, person: Professional, used: Gebruik) -> KaartRij:
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


def _house(house: Organisatie, used: Gebruik) -> KaartRij:
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


def _now(used: Gebruik) -> int:
    return sum(each.nu for each in used.gezinnen)


def used_words(used: Gebruik) -> str:
    """In how many families somebody comes, in words."""
    now, before = _now(used), len(used.gezinnen) - _now(used)
    parts = []
    if now:
        parts.append(ngettext("Komt nu in {n} van uw gezinnen", "Komt nu in {n} van uw gezinnen", now).format(n=now))
    if before:
        parts.append(ngettext("kwam eerder in {n}", "kwam eerder in {n}", before).format(n=before))
    if used.afgeschermd:
        parts.append(_("en waar dat afgeschermd is"))
    return ", ".join(parts) if parts else _("Komt in geen van uw gezinnen.")
