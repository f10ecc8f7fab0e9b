"""Vandaag: what is late, what is due today, and what comes within two weeks, over all families."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain.errors import Refused
from gezinsplan.domain.vandaag import PuntSoort
from gezinsplan.presenters.running import Run
from gezinsplan.services import vandaag as service
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.vandaag import VandaagRij
from gezinsplan.texts import N_, _
from gezinsplan.texts.dates import short_date, today

_SOORTEN = {
    PuntSoort.GAT: N_("niemand"),
    PuntSoort.ACTIE: N_("afspraak"),
    PuntSoort.NAVRAGEN: N_("navragen"),
    PuntSoort.VRAGEN: N_("nog te vragen"),
    PuntSoort.KLAAR: N_("klaar?"),
    PuntSoort.BESCHIKKING: N_("beschikking"),
    PuntSoort.VEILIGHEID: N_("veiligheid"),
    PuntSoort.CONTACT: N_("contact"),
    PuntSoort.DOORBRAAK: N_("zit vast"),
    PuntSoort.GEKREGEN: N_("plan geven"),
    PuntSoort.REACTIE: N_("reactie"),
    PuntSoort.AKKOORD: N_("akkoord"),
    PuntSoort.BEVESTIGEN: N_("eigen deel"),
    PuntSoort.ANTWOORD: N_("antwoord"),
    PuntSoort.TUSSENTIJD: N_("tussentijd"),
    PuntSoort.ANDER_PLAN: N_("ander plan"),
    PuntSoort.GEZAG: N_("gezag"),
    PuntSoort.VERJAARDAG: N_("verjaardag"),
}


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: of which family, what and who, since or on which day; `rood` is what nobody does."""

    gezin: UUID
    onderdelen: tuple[UUID, ...]
    soort: PuntSoort
    naam: str
    wat: str
    wie: str
    wanneer: str
    woord: str
    rood: bool


@dataclass(frozen=True, slots=True)
class Groep:
    """Lines under one heading."""

    titel: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class VandaagState:
    """All groups that hold anything, and how many lines are late or of today."""

    groepen: tuple[Groep, ...]
    nu: int


def vandaag_state(rows: tuple[VandaagRij, ...], op: date) -> VandaagState:
    """The lines by when they are due."""
    gaps = tuple(_line(each, op) for each in rows if each.punt.soort is PuntSoort.GAT)
    rows = tuple(each for each in rows if each.punt.soort is not PuntSoort.GAT)
    late = tuple(_line(each, op) for each in rows if each.punt.dag < op)
    now = tuple(_line(each, op) for each in rows if each.punt.dag == op)
    soon = tuple(_line(each, op) for each in rows if each.punt.dag > op)
    groups = (
        Groep(_("Niemand doet dit nu"), gaps),
        Groep(_("Te laat"), late),
        Groep(_("Vandaag"), now),
        Groep(_("Binnenkort"), soon),
    )
    return VandaagState(tuple(each for each in groups if each.regels), len(gaps) + len(late) + len(now))


def _line(rij: VandaagRij, op: date) -> Regel:
    day = short_date(rij.punt.dag, op)
    when = _("sinds {date}").format(date=day) if rij.punt.soort is PuntSoort.GAT else day
    return Regel(
        gezin=rij.gezin,
        onderdelen=rij.punt.onderdelen,
        soort=rij.punt.soort,
        naam=rij.naam,
        wat=rij.wat,
        wie=rij.wie,
        wanneer=when,
        woord=_(_SOORTEN[rij.punt.soort]),
        rood=rij.punt.soort is PuntSoort.GAT,
    )


class VandaagPresenter:
    """Shows the day of today as the file holds it."""

    def __init__(
        self,
        caseload: Caseload,
        run: Run,
        show: Callable[[VandaagState], object],
        refuse: Callable[[Refused], object],
    ) -> None:
        """`show` gets the state, `refuse` what has no place on the page."""
        self._caseload = caseload
        self._run = run
        self._show = show
        self._refuse = refuse

    def load(self) -> None:
        """Show everything of today."""
        day = today()
        self._run(lambda: vandaag_state(service.rows(self._caseload, day), day), self._show, self._refuse)
