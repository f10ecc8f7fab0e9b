"""In which of my families somebody of the sociale kaart comes, and whether he or she is needed anywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.delen import shielded_helpers
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Gezin, Regisseurschap
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import organisation_id
from gezinsplan.domain.personen import Afscherming, Bewoning, Huishouden, Persoon
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.storage import values
from gezinsplan.texts.folding import fold

_PARTS = (Gezin, Persoon, Huishouden, Bewoning, Afscherming, Betrokkenheid, Regisseurschap)


@dataclass(frozen=True, slots=True)
class InGezin:
    """One family in which somebody comes now (`nu`) or came before."""

    id: UUID
    naam: str
    kenmerk: str
    nu: bool


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Where a person or organisation of the sociale kaart is used.

    A family in which that is shielded is not among `gezinnen` (product.md rule 7); then `afgeschermd` is told.
    """

    gezinnen: tuple[InGezin, ...] = ()
    afgeschermd: bool = False
    nodig: bool = False


@dataclass(slots=True)
class _Found:
    seen: dict[UUID, InGezin] = field(default_factory=dict)
    hidden: bool = False
    needed: bool = False


def gebruik(caseload: Caseload, team: Team, op: date) -> Mapping[UUID, Gebruik]:
    """Where everybody of the sociale kaart is used on a day; who is used nowhere is not in it."""
    with caseload.vault.read() as conn:
        dossiers = values.load_many(conn, Dossier, _PARTS)
    found: dict[UUID, _Found] = {team.praktijk.gebruiker.professional: _Found(needed=True)}
    for dossier in dossiers:
        hidden = shielded_helpers(dossier, None, op)
        for each in dossier.betrokkenheden:
            for part in _cards(each, team.kaart):
                _note(found.setdefault(part, _Found()), dossier, each in hidden, active_on(each, op))
        for part in _needed(dossier):
            found.setdefault(part, _Found()).needed = True
    for person in team.kaart.professionals:
        if person.organisatie is not None:
            found.setdefault(person.organisatie, _Found()).needed = True
    return {part: _told(each) for part, each in found.items()}


def _cards(helper: Betrokkenheid, kaart: SocialeKaart) -> Iterable[UUID]:
    return (each for each in (helper.professional, organisation_id(helper, kaart)) if each is not None)


def _needed(dossier: Dossier) -> Iterable[UUID]:
    """Whom a family needs without that he or she helps there."""
    yield dossier.gezin.dossierhouder
    yield from (each.vervanger for each in dossier.regisseurschappen if each.vervanger is not None)


def _note(found: _Found, dossier: Dossier, hidden: bool, active: bool) -> None:
    found.needed = True
    if hidden:
        found.hidden = True
        return
    gezin = dossier.gezin
    before = found.seen.get(gezin.id)
    now = active or (before is not None and before.nu)
    found.seen[gezin.id] = InGezin(gezin.id, gezin.naam, gezin.kenmerk, now)


def _told(found: _Found) -> Gebruik:
    families = sorted(found.seen.values(), key=lambda each: (not each.nu, fold(each.naam), each.kenmerk))
    return Gebruik(tuple(families), found.hidden, found.needed)
