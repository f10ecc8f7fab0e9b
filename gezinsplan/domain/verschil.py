"""What changed in the plan since it was agreed: goals, afspraken, words, who helps, the regisseur, safety."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN, active_on, left_on, regisseur_on
from gezinsplan.domain.dossier import (
    Actie,
    ActieStatus,
    Behaald,
    Betrokkenheid,
    Doel,
    DoelStatus,
    Dossier,
    Onderdeel,
    Tekst,
    Vorm,
)
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import running_on


class Wijziging(StrEnum):
    """What happened to a part of the plan, in the order in which it is told."""

    REGISSEUR = "regisseur"
    VEILIG_ERBIJ = "veilig_erbij"
    VEILIG_ANDERS = "veilig_anders"
    VEILIG_WEG = "veilig_weg"
    DOEL_BEHAALD = "doel_behaald"
    DOEL_DEELS = "doel_deels"
    DOEL_ERBIJ = "doel_erbij"
    DOEL_ANDERS = "doel_anders"
    DOEL_PAUZE = "doel_pauze"
    DOEL_WEER = "doel_weer"
    DOEL_WEG = "doel_weg"
    AFSPRAAK_KLAAR = "afspraak_klaar"
    AFSPRAAK_ERBIJ = "afspraak_erbij"
    AFSPRAAK_ANDERS = "afspraak_anders"
    AFSPRAAK_GEWEIGERD = "afspraak_geweigerd"
    AFSPRAAK_WEG = "afspraak_weg"
    HULP_ERBIJ = "hulp_erbij"
    HULP_OP_AFSTAND = "hulp_op_afstand"
    HULP_WEG = "hulp_weg"
    MENS_ERBIJ = "mens_erbij"
    MENS_ANDERS = "mens_anders"
    MENS_WEG = "mens_weg"
    WOORDEN_ERBIJ = "woorden_erbij"
    WOORDEN_ANDERS = "woorden_anders"
    WOORDEN_WEG = "woorden_weg"
    STREEFAANTAL = "streefaantal"


@dataclass(frozen=True, slots=True)
class Stand:
    """A plan with the day of which it tells."""

    dossier: Dossier
    op: date


@dataclass(frozen=True, slots=True)
class Verschil:
    """One change: of which part, as it is now, or as it was when it is there no more."""

    wijziging: Wijziging
    onderdeel: UUID
    deel: Any


def verschillen(toen: Stand, nu: Stand) -> tuple[Verschil, ...]:
    """All that changed, the regisseur and safety first; scores and talks are no change of what was agreed."""
    found = [each for rule in _RULES for each in rule(toen, nu)]
    order = [*Wijziging]
    return tuple(sorted(found, key=lambda each: (order.index(each.wijziging), each.onderdeel)))


Same = Callable[[Any], Hashable]


def _compare(
    before: Iterable[Any], after: Iterable[Any], more: Wijziging, less: Wijziging, changed: Wijziging, same: Same
) -> Iterator[Verschil]:
    """What came, went, or says something else."""
    old, new = ({each.id: each for each in some} for some in (before, after))
    for part_id in old.keys() | new.keys():
        was, now = old.get(part_id), new.get(part_id)
        if was is None:
            yield Verschil(more, part_id, now)
        elif now is None:
            yield Verschil(less, part_id, was)
        elif same(was) != same(now):
            yield Verschil(changed, part_id, now)


def _regie(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    was, now = (regisseur_on(each.dossier, each.op) for each in (toen, nu))
    if was != now:
        yield Verschil(Wijziging.REGISSEUR, now or nu.dossier.id, now)


def _safety(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    def says(part: Veiligheidsafspraak) -> Hashable:
        return part.wat, part.wie, part.controle_door, part.wat_dan

    before, after = (running_on(each.dossier, each.op) for each in (toen, nu))
    kinds = (Wijziging.VEILIG_ERBIJ, Wijziging.VEILIG_WEG, Wijziging.VEILIG_ANDERS)
    yield from _compare(before, after, *kinds, says)


def _doelen(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    for now in nu.dossier.doelen:
        was = find(toen.dossier, Doel, now.id)
        what = _new_doel(now) if was is None else _doel(was, now)
        if what is not None:
            yield Verschil(what, now.id, now)
    gone = (each for each in toen.dossier.doelen if find(nu.dossier, Doel, each.id) is None)
    yield from (Verschil(Wijziging.DOEL_WEG, each.id, each) for each in gone if each.status is not DoelStatus.GESTOPT)


def _new_doel(now: Doel) -> Wijziging | None:
    return None if now.status is DoelStatus.GESTOPT else Wijziging.DOEL_ERBIJ


def _doel(was: Doel, now: Doel) -> Wijziging | None:
    """What matters most of what happened to a goal."""
    if now.behaald is not was.behaald and now.behaald is not Behaald.NOG_NIET:
        return Wijziging.DOEL_BEHAALD if now.behaald is Behaald.HELEMAAL else Wijziging.DOEL_DEELS
    if now.status is not was.status:
        status = {DoelStatus.GESTOPT: Wijziging.DOEL_WEG, DoelStatus.PAUZE: Wijziging.DOEL_PAUZE}
        return status.get(now.status, Wijziging.DOEL_WEER)
    same = (was.woorden, was.over, was.behaald) == (now.woorden, now.over, now.behaald)
    return None if same else Wijziging.DOEL_ANDERS


def _acties(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    for now in nu.dossier.acties:
        what = _actie(find(toen.dossier, Actie, now.id), now)
        if what is not None:
            yield Verschil(what, now.id, now)
    gone = (each for each in toen.dossier.acties if find(nu.dossier, Actie, each.id) is None)
    yield from (Verschil(Wijziging.AFSPRAAK_WEG, each.id, each) for each in gone if each.status in OPEN)


_CLOSED = {
    ActieStatus.KLAAR: Wijziging.AFSPRAAK_KLAAR,
    ActieStatus.GEWEIGERD: Wijziging.AFSPRAAK_GEWEIGERD,
    ActieStatus.VERVALLEN: Wijziging.AFSPRAAK_WEG,
}


def _actie(was: Actie | None, now: Actie) -> Wijziging | None:
    if now.status not in OPEN:
        told = was is None and now.status is not ActieStatus.KLAAR  # what came and went meanwhile
        return None if told or (was is not None and was.status is now.status) else _CLOSED[now.status]
    if was is None or was.status not in OPEN:
        return Wijziging.AFSPRAAK_ERBIJ
    same = _says(was) == _says(now)
    return None if same else Wijziging.AFSPRAAK_ANDERS


def _says(actie: Actie) -> Hashable:
    return actie.wat, actie.wie, actie.status, actie.wanneer, actie.herhaling


def _helpers(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    def there(stand: Stand) -> Iterator[Betrokkenheid]:
        return (each for each in stand.dossier.betrokkenheden if active_on(each, stand.op))

    def near(helper: Betrokkenheid) -> Hashable:
        return helper.vorm is Vorm.OP_AFSTAND

    kinds = (Wijziging.HULP_ERBIJ, Wijziging.HULP_WEG, Wijziging.HULP_OP_AFSTAND)
    found = _compare(there(toen), there(nu), *kinds, near)
    for each in found:
        back = each.wijziging is Wijziging.HULP_OP_AFSTAND and each.deel.vorm is not Vorm.OP_AFSTAND
        yield Verschil(Wijziging.HULP_ERBIJ, each.onderdeel, each.deel) if back else each


def _people(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    def there(stand: Stand) -> Iterator[Persoon]:
        return (each for each in stand.dossier.personen if left_on(each, stand.op) is None)

    kinds = (Wijziging.MENS_ERBIJ, Wijziging.MENS_WEG, Wijziging.MENS_ANDERS)
    yield from _compare(there(toen), there(nu), *kinds, lambda each: (each.naam, each.roepnaam))


def _words(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    def says(tekst: Tekst) -> Hashable:
        return tekst.woorden, tekst.spreker

    def of_plan(stand: Stand) -> Iterator[Tekst]:
        """What happened to somebody stands with safety, and in no plan."""
        return (each for each in stand.dossier.teksten if each.onderdeel is not Onderdeel.VOORVAL)

    kinds = (Wijziging.WOORDEN_ERBIJ, Wijziging.WOORDEN_WEG, Wijziging.WOORDEN_ANDERS)
    yield from _compare(of_plan(toen), of_plan(nu), *kinds, says)


def _agreed_number(toen: Stand, nu: Stand) -> Iterator[Verschil]:
    if toen.dossier.gezin.streefaantal != nu.dossier.gezin.streefaantal:
        yield Verschil(Wijziging.STREEFAANTAL, nu.dossier.id, nu.dossier.gezin)


_RULES = (_regie, _safety, _doelen, _acties, _helpers, _people, _words, _agreed_number)
