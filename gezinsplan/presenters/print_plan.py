"""The papers of one family: which, for whom, the PDF in memory, saving and printing; dropped when the page is left."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import UUID

from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.delen import check_may_print, may_read, shields_on
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.domain.logboek import LogActie
from gezinsplan.domain.namen import called
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import find, parts
from gezinsplan.domain.vaststellen import op_volgorde
from gezinsplan.domain.versies import PlanVersie, VersieStatus
from gezinsplan.presenters.running import Run, RunAside
from gezinsplan.services import paper
from gezinsplan.services.caseload import Caseload, Family
from gezinsplan.services.paper import Blad, Paper
from gezinsplan.services.versies import still_agreed
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined


class Workers(Protocol):
    """The thread of the vault, and the one for work on copies."""

    @property
    def run(self) -> Run:
        """Do work on the vault."""

    @property
    def run_aside(self) -> RunAside:
        """Do work that needs no vault."""


@dataclass(frozen=True, slots=True)
class Lezer:
    """Somebody for whom the plan can be printed (no id: the family together), or why it cannot."""

    id: UUID | None
    naam: str
    voluit: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class VersieKeuze:
    """A version that can be printed (no id: the plan as it stands now)."""

    id: UUID | None
    naam: str


@dataclass(frozen=True, slots=True)
class PrintState:
    """What the page shows; no `paper` while nobody is chosen or the PDF is being made."""

    gezin: str
    lezers: tuple[Lezer, ...]
    voor: Lezer | None = None
    blad: Blad = Blad.PLAN
    versies: tuple[VersieKeuze, ...] = ()
    versie: UUID | None = None
    paper: Paper | None = None
    weggelaten: tuple[str, ...] = ()


class PrintPresenter:
    """Actions of the page; the bytes of a plan are held here only, and only while the page is open."""

    def __init__(
        self,
        caseload: Caseload,
        workers: Workers,
        show: Callable[[PrintState], object],
        refuse: Callable[[Refused], object],
    ) -> None:
        """`show` gets every next state, `refuse` what the page cannot show at its place."""
        self.caseload = caseload
        self._workers = workers
        self._show = show
        self._refuse = refuse
        self._family: Family | None = None
        self._asked = 0
        self.state: PrintState | None = None

    def open(self, family: Family, blad: Blad = Blad.PLAN, versie: UUID | None = None) -> None:
        """Show the paper for the family together; while something is shielded somebody must be chosen first.

        Without a `versie` it is what was agreed last while the plan says the same, else the plan of now.
        """
        self.clear()
        self._family = family
        lezers = readers(family)
        agreed = still_agreed(family) if versie is None else None
        self.state = PrintState(
            gezin=family.dossier.gezin.naam,
            lezers=lezers,
            blad=blad,
            versies=versions(family),
            versie=agreed.id if agreed is not None else versie,
        )
        together = lezers[0]
        if together.reden:
            self._show(self.state)
        else:
            self.choose(together)

    def choose_paper(self, blad: Blad) -> None:
        """Make another paper for the same reader; while there is none it is only kept which."""
        state = self.state
        if state is None or state.blad is blad:
            return
        self.state = replace(state, blad=blad)
        if state.voor is not None:
            self.choose(state.voor)

    def choose_version(self, versie: UUID | None) -> None:
        """Make the paper of another version for the same reader."""
        state = self.state
        if state is None or state.versie == versie:
            return
        self.state = replace(state, versie=versie)
        if state.voor is not None:
            self.choose(state.voor)

    def choose(self, lezer: Lezer) -> None:
        """Make the paper for somebody; only the paper that was asked for last is shown."""
        family, state = self._family, self.state
        if family is None or state is None:
            return
        self._asked += 1
        asked = self._asked
        self.state = replace(state, voor=lezer, paper=None, weggelaten=left_out(family, lezer.id))
        self._show(self.state)

        def number() -> str:
            check_may_print(family.dossier, lezer.id, family.op)
            return paper.next_number(self.caseload, family.op)

        def render(nummer: str) -> None:
            versie = find(family.dossier, PlanVersie, state.versie)
            self._workers.run_aside(
                lambda _job: Paper(paper.render(family, lezer.id, nummer, state.blad, versie), nummer),
                lambda made: self._made(asked, made),
                lambda refused: self._not_made(asked, refused),
            )

        self._workers.run(number, render, lambda refused: self._not_made(asked, refused))

    def save(self, target: Path, then: Callable[[], object], failed: Callable[[Refused], object]) -> None:
        """Write the PDF where the user chose; who has left the page meanwhile is told nothing but a refusal."""
        family, state = self._family, self.state
        if family is None or state is None or state.paper is None:
            return
        made, asked = state.paper, self._asked

        def saved(_nothing: None) -> None:
            if asked == self._asked:
                then()

        def refused(refusal: Refused) -> None:
            (failed if asked == self._asked else self._refuse)(refusal)

        self._workers.run(lambda: paper.save_pdf(self.caseload, family.dossier, made, target), saved, refused)

    def printed(self) -> None:
        """Log that the plan was printed."""
        family = self._family
        if family is not None:
            self._workers.run(
                lambda: self.caseload.log(LogActie.AFGEDRUKT, family.dossier.id), lambda _nothing: None, self._refuse
            )

    def clear(self) -> None:
        """Forget the family and the bytes, also of a PDF that is still being made."""
        self._asked += 1
        self._family = None
        self.state = None

    def _made(self, asked: int, made: Paper) -> None:
        if asked == self._asked and self.state is not None:
            self.state = replace(self.state, paper=made)
            self._show(self.state)

    def _not_made(self, asked: int, refused: Refused) -> None:
        """Nobody is chosen any more; why there is no paper is told above the page."""
        if asked == self._asked and self.state is not None:
            self.state = replace(self.state, voor=None, weggelaten=())
            self._show(self.state)
            self._refuse(refused)


def versions(family: Family) -> tuple[VersieKeuze, ...]:
    """The plan of now, then each version, the latest first; nothing to choose while there is none."""
    found = op_volgorde(family.dossier.planversies)
    now = (VersieKeuze(None, _("Het plan van nu (voorstel)")),) if found else ()
    return (*now, *(VersieKeuze(each.id, version_name(each, family)) for each in found))


def version_name(versie: PlanVersie, family: Family) -> str:
    """What it is, its number, and its day."""
    name = _("Versie {n}, {date}") if versie.status is VersieStatus.VASTGESTELD else _("Voorstel {n}, {date}")
    return name.format(n=versie.nummer, date=short_date(versie.dag, family.op))


def readers(family: Family) -> tuple[Lezer, ...]:
    """The family together, then everybody of the family and its netwerk who is there."""
    dossier, kaart = family.dossier, family.team.kaart
    shielded = _("Dat kan niet: in dit gezin zijn gegevens afgeschermd. Kies voor wie u afdrukt.")
    together = Lezer(None, _("Het gezin"), reden=shielded if shields_on(dossier, family.op) else "")
    there = [each for each in dossier.personen if present_on(dossier, each.id, family.op)]
    there.sort(key=lambda each: each.soort is PersoonSoort.NETWERK)
    return (together, *(_lezer(each, called(dossier, kaart, each.id)) for each in there))


def _lezer(persoon: Persoon, naam: str) -> Lezer:
    return Lezer(persoon.id, naam, persoon.naam if persoon.naam != naam else "")


def left_out(family: Family, lezer: UUID | None) -> tuple[str, ...]:
    """What is not on this paper, in general words."""
    dossier, kaart = family.dossier, family.team.kaart
    circles = [each for part in parts(dossier) if isinstance(each := getattr(part, "voor_wie", None), VoorWie)]
    hidden = [each for each in circles if not may_read(each, lezer)]
    persons = {person for each in hidden if each.kring is Kring.PERSONEN for person in each.personen}
    names = [called(dossier, kaart, each.id) for each in dossier.personen if each.id in persons]
    said = []
    if names:
        said.append(_("Wat alleen voor {names} is, staat hier niet op.").format(names=joined(names)))
    if any(each.kring is Kring.DOSSIER for each in hidden):
        said.append(_("Wat alleen voor het dossier is, staat hier niet op."))
    if any(lezer not in each.beschermt for each in shields_on(dossier, family.op)):
        said.append(_("Wat afgeschermd is, staat hier niet op."))
    return tuple(said)
