"""Mijn gezinnen: the families of the caseload, which have no regisseur, and beginning a new one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.errors import Code, Refused, RuleBroken
from gezinsplan.domain.logboek import LogActie
from gezinsplan.presenters.fields import FieldKind, FieldSpec, read
from gezinsplan.presenters.running import Run
from gezinsplan.services import families
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.families import GezinRij, NieuwGezin
from gezinsplan.texts import _
from gezinsplan.texts.dates import today

_DRAFT = "nieuw-gezin"


@dataclass(frozen=True, slots=True)
class FamiliesState:
    """The rows of the list on a day: the families that are helped now, and apart those that were closed."""

    rows: tuple[GezinRij, ...]
    closed: tuple[GezinRij, ...]
    op: date

    @property
    def without_regisseur(self) -> tuple[GezinRij, ...]:
        """The families that nobody directs now (product.md rule 1)."""
        return tuple(row for row in self.rows if row.regisseur is None)

    @property
    def is_new(self) -> bool:
        """Whether this caseload holds no family yet."""
        return not self.rows and not self.closed


def new_family_fields() -> tuple[FieldSpec, ...]:
    """The typed fields of a new family; who is regisseur is asked beside them."""
    return (
        FieldSpec("naam", _("Naam, zoals het gezin dat wil"), help=_("Meer is nu niet nodig."), required=True),
        FieldSpec("start", _("Begonnen op"), FieldKind.DATE, required=True),
        FieldSpec("reden", _("Waarom nog niemand?"), help=_("Bijvoorbeeld: het gezin kiest in het eerste gesprek.")),
    )


def read_new_family(answers: Mapping[str, Any]) -> NieuwGezin:
    """What was meant by the answers; raises RuleBroken with the field's name when that cannot be."""
    naam, start, reden = (read(spec, answers[spec.name]) for spec in new_family_fields())
    directed_by_me = bool(answers["ik"])
    if not directed_by_me and not reden:
        raise RuleBroken(Code.REGIE_REASON_MISSING, field="reden")
    return NieuwGezin(naam, start, directed_by_me, "" if directed_by_me else reden)


class FamiliesPresenter:
    """Actions of Mijn gezinnen; each ends in `show` with the next state, or in a refusal at its place."""

    def __init__(
        self, caseload: Caseload, run: Run, show: Callable[[FamiliesState], object], refuse: Callable[[Refused], object]
    ) -> None:
        """`show` gets every next state, `refuse` what has no place in a form."""
        self.caseload = caseload
        self._run = run
        self._show = show
        self._refuse = refuse

    def load(self) -> None:
        """Show the families as the file holds them today."""
        self._run(self._state, self._show, self._refuse)

    def new_family(
        self, nieuw: NieuwGezin, then: Callable[[UUID], object], failed: Callable[[Refused], object]
    ) -> None:
        """Begin a family; `then` gets its id, a refusal comes back for the place beside the field."""

        def work() -> UUID:
            team = self.caseload.team()
            if team is None:
                raise RuleBroken(Code.UNKNOWN_PART)
            made = families.new_family(self.caseload, team, nieuw)
            self.caseload.keep_draft(_DRAFT, {})
            return made.id

        def made(root: UUID) -> None:
            self.load()
            then(root)

        self._run(work, made, failed)

    def searched(self) -> None:
        """Log that something is looked for, once for a search and not once for a key."""
        self._run(lambda: self.caseload.log(LogActie.GEZOCHT), lambda _nothing: None, self._refuse)

    def keep_draft(self, answers: Mapping[str, str]) -> None:
        """Keep what is half typed of a new family in the vault; nothing: forget it."""
        kept = dict(answers)
        self._run(lambda: self.caseload.keep_draft(_DRAFT, kept), lambda _nothing: None, self._refuse)

    def draft(self, then: Callable[[dict[str, str]], object]) -> None:
        """Ask for what was half typed before a lock or crash."""
        self._run(lambda: self.caseload.draft(_DRAFT), then, self._refuse)

    def _state(self) -> FamiliesState:
        op = today()
        rows = families.rows(self.caseload, op)
        return FamiliesState(
            rows=tuple(row for row in rows if row.fase is not CasusFase.GESLOTEN),
            closed=tuple(row for row in rows if row.fase is CasusFase.GESLOTEN),
            op=op,
        )
