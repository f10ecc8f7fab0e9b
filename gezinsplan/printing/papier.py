"""What is needed to print: a dossier that holds only what the reader may see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinsplan.domain import namen
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.kaart import Leefgebied, SocialeKaart
from gezinsplan.domain.versies import PlanVersie


@dataclass(frozen=True, slots=True)
class Papier:
    """One printing: the dossier as the reader may see it, for whom, on which day, under which number.

    `dossier` comes out of `delen.for_reader` and `delen.masked`; nothing is filtered here. `voor` is "het gezin" or
    the name by which the plan calls the person it is for. Of a version `op` is its day and `akkoorden` say who agrees;
    without one this is a proposal for version `voorstel`.
    """

    dossier: Dossier
    kaart: SocialeKaart
    voor: str
    op: date
    nummer: str
    leefgebieden: tuple[Leefgebied, ...] = ()
    versie: PlanVersie | None = None
    voorstel: int = 1

    def called(self, deelnemer: UUID | None) -> str:
        """The short name of a person or helper."""
        return namen.called(self.dossier, self.kaart, deelnemer)

    def names(self, deelnemers: tuple[UUID, ...]) -> tuple[str, ...]:
        """The short names, without those who are not known here."""
        return tuple(name for name in map(self.called, deelnemers) if name)
