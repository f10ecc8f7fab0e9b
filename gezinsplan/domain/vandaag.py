"""What a family asks for on a day: what is late, what comes, what is to be asked about (product.md 6).

Nothing is weighed or ranked: each point has a day, and the day is all that orders them.
"""

from calendar import isleap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.akkoord import nog_te_bevestigen, nog_te_vragen
from gezinsplan.domain.andere_plannen import loopt
from gezinsplan.domain.betrokken import OPEN, active_on, present_on
from gezinsplan.domain.contact import laatst
from gezinsplan.domain.doorbraken import is_waiting
from gezinsplan.domain.dossier import Actie, ActieSoort, ActieStatus, Dossier
from gezinsplan.domain.fasen import houdt_vast, tussen_op, wacht_op
from gezinsplan.domain.gaten import holes
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.vaststellen import laatst_vastgesteld, nieuwste
from gezinsplan.domain.veilig import checks_op
from gezinsplan.domain.verstrekken import nog_niet_gekregen, zonder_reactie

WEEK, FORTNIGHT, MONTH, YEAR = (timedelta(days=each) for each in (7, 14, 28, 365))
TWO_MONTHS = timedelta(days=61)
RIGHTS = (12, 16, 18)
"""The birthdays on which somebody's rights change (domain.md 5)."""


class PuntSoort(StrEnum):
    """What is asked for."""

    GAT = "gat"
    ACTIE = "actie"
    NAVRAGEN = "navragen"
    VRAGEN = "vragen"
    KLAAR = "klaar"
    BESCHIKKING = "beschikking"
    VEILIGHEID = "veiligheid"
    CONTACT = "contact"
    DOORBRAAK = "doorbraak"
    GEKREGEN = "gekregen"
    REACTIE = "reactie"
    AKKOORD = "akkoord"
    BEVESTIGEN = "bevestigen"
    ANTWOORD = "antwoord"
    TUSSENTIJD = "tussentijd"
    ANDER_PLAN = "ander_plan"
    GEZAG = "gezag"
    VERJAARDAG = "verjaardag"


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing that a family asks for: about which part, or parts, and the day on which it is due."""

    soort: PuntSoort
    onderdeel: UUID
    dag: date
    ook: tuple[UUID, ...] = ()

    @property
    def onderdelen(self) -> tuple[UUID, ...]:
        """All parts that it is about."""
        return (self.onderdeel, *self.ook)


def _together(soort: PuntSoort, due: Iterable[tuple[UUID, date]]) -> Iterator[Punt]:
    """One point about several, on the first of their days."""
    found = dict(sorted(due, key=lambda each: each[1], reverse=True))
    if found:
        first, *others = sorted(found)
        yield Punt(soort, first, min(found.values()), tuple(others))


def punten(dossier: Dossier, op: date) -> tuple[Punt, ...]:
    """Everything that is due or comes soon, the longest ago first; nothing of a family that is closed."""
    gezin = dossier.gezin
    if gezin.start > op or (gezin.afsluiting is not None and gezin.afsluiting <= op):
        return ()
    found = [each for rule in _RULES for each in rule(dossier, op)]
    return tuple(sorted(found, key=lambda each: (each.dag, [*PuntSoort].index(each.soort), each.onderdeel)))


def _gaps(dossier: Dossier, op: date) -> Iterator[Punt]:
    yield from (Punt(PuntSoort.GAT, each.onderdeel, each.sinds) for each in holes(dossier, op))


def _acties(dossier: Dossier, op: date) -> Iterator[Punt]:
    for actie in dossier.acties:
        if actie.status in OPEN:
            yield from _about(actie, op)


def _about(actie: Actie, op: date) -> Iterator[Punt]:
    """Its day comes within a week; it is to be asked about; or it was asked of somebody a week ago."""
    if actie.wanneer is not None and actie.wanneer <= op + WEEK:
        yield Punt(PuntSoort.ACTIE, actie.id, actie.wanneer)
    asked = asked_on(actie)
    if asked is not None and asked <= op:
        yield Punt(PuntSoort.NAVRAGEN, actie.id, asked)
    if actie.status is ActieStatus.GEVRAAGD and actie.vanaf is not None and actie.vanaf + WEEK <= op:
        yield Punt(PuntSoort.VRAGEN, actie.id, actie.vanaf + WEEK)


def asked_on(actie: Actie) -> date | None:
    """The day on which is asked how it went; of a handschoen two months after it was picked up (product.md 3)."""
    if actie.navragen_op is None and actie.soort is ActieSoort.HANDSCHOEN and actie.vanaf is not None:
        return actie.vanaf + TWO_MONTHS
    return actie.navragen_op


def _helpers(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Involvement that ends: the day on which somebody would be ready, and on which the funding stops."""
    for each in dossier.betrokkenheden:
        if not active_on(each, op):
            continue
        if each.verwacht_tot is not None and each.tot is None and each.verwacht_tot <= op + FORTNIGHT:
            yield Punt(PuntSoort.KLAAR, each.id, each.verwacht_tot)
        if each.beschikking_tot is not None and each.beschikking_tot <= op + MONTH:
            yield Punt(PuntSoort.BESCHIKKING, each.id, each.beschikking_tot)


def _safety(dossier: Dossier, op: date) -> Iterator[Punt]:
    due = (each for each in checks_op(dossier, op) if each.volgende_op <= op + WEEK)
    yield from (Punt(PuntSoort.VEILIGHEID, each.id, each.volgende_op) for each in due)


def _contact(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Members who were not really spoken for four weeks, where contacts are written down at all."""
    start = dossier.gezin.start
    days = [(each.lid, max(each.datum or start, start) + MONTH) for each in laatst(dossier, op)]
    if dossier.contactmomenten:
        yield from _together(PuntSoort.CONTACT, ((lid, day) for lid, day in days if day <= op))


def _stuck(dossier: Dossier, op: date) -> Iterator[Punt]:
    late = (each for each in dossier.doorbraken if is_waiting(each, op))
    yield from (Punt(PuntSoort.DOORBRAAK, each.id, each.antwoord_voor) for each in late if each.antwoord_voor)


def _received(dossier: Dossier, op: date) -> Iterator[Punt]:
    """The version that goes around and that somebody who must have it did not receive within a week."""
    around = nieuwste(dossier)
    if around is not None:
        missing = nog_niet_gekregen(dossier, around, op)
        if missing:
            yield Punt(PuntSoort.GEKREGEN, around.id, around.dag + WEEK, missing)


def _reactions(dossier: Dossier, op: date) -> Iterator[Punt]:
    late = zonder_reactie(dossier, op)
    yield from (Punt(PuntSoort.REACTIE, each.id, each.reageren_tot) for each in late if each.reageren_tot)


def _agreement(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Who has not said whether he agrees with what was agreed last; which helpers, whether they do their part."""
    last = laatst_vastgesteld(dossier)
    if last is None:
        return
    members = tuple(each.wie for each in nog_te_vragen(dossier, last, op))
    helpers = nog_te_bevestigen(dossier, last, op)
    for soort, missing in ((PuntSoort.AKKOORD, members), (PuntSoort.BEVESTIGEN, helpers)):
        if missing:
            yield Punt(soort, last.id, last.dag + FORTNIGHT, missing)


def _answers(dossier: Dossier, op: date) -> Iterator[Punt]:
    """What must have happened before a day, such as the answer that the law asks for."""
    for each in dossier.stappen:
        day = wacht_op(each)
        if day is not None and day <= op + FORTNIGHT:
            yield Punt(PuntSoort.ANTWOORD, each.id, day)


def _between(dossier: Dossier, op: date) -> Iterator[Punt]:
    """What nobody holds now, since it began; and what is held until a day within a week."""
    for each in tussen_op(dossier, op):
        if houdt_vast(dossier, each, op) is None:
            yield Punt(PuntSoort.TUSSENTIJD, each.id, each.vanaf)
        elif each.tot is not None and each.tot <= op + WEEK:
            yield Punt(PuntSoort.TUSSENTIJD, each.id, each.tot)


def _beside(dossier: Dossier, op: date) -> Iterator[Punt]:
    """The plans of others that end within a month, until they are renewed or stopped."""
    for each in dossier.andere_plannen:
        if each.tot is not None and each.tot <= op + MONTH and loopt(each, op):
            yield Punt(PuntSoort.ANDER_PLAN, each.id, each.tot)


def _gezag(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Who has gezag over these children was looked up a year ago."""
    due = (
        (each.kind, each.gecontroleerd_op + YEAR)
        for each in dossier.gezag
        if each.gecontroleerd_op is not None and not (each.tot is not None and each.tot.eindigt <= op)
    )
    yield from _together(PuntSoort.GEZAG, ((kind, day) for kind, day in due if day <= op))


def _birthdays(dossier: Dossier, op: date) -> Iterator[Punt]:
    for each in dossier.personen:
        if each.soort is PersoonSoort.GEZINSLID and present_on(dossier, each.id, op):
            yield from (Punt(PuntSoort.VERJAARDAG, each.id, day) for day in _rights(each) if op <= day <= op + MONTH)


def _rights(persoon: Persoon) -> Iterator[date]:
    """The days on which the rights of somebody change; on 1 March for who was born on 29 February (BW 1:2)."""
    born = persoon.geboortedatum
    if born is None or not born.exact:
        return
    for age in RIGHTS:
        year, first = born.earliest.year + age, born.earliest
        leap = (first.month, first.day) == (2, 29) and not isleap(year)
        yield date(year, 3, 1) if leap else first.replace(year=year)


_Rule = Callable[[Dossier, date], Iterable[Punt]]
_RULES: tuple[_Rule, ...] = (
    *(_gaps, _acties, _helpers, _safety, _contact, _stuck),
    *(_received, _reactions, _agreement, _answers, _between, _beside, _gezag, _birthdays),
)
