"""How two people belong to each other, from until: a relation belongs to a pair and has dates (product.md 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


class RelatieSoort(StrEnum):
    """What the first is of the second."""

    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    OUDER = "ouder"
    STIEFOUDER = "stiefouder"
    PLEEGOUDER = "pleegouder"
    GROOTOUDER = "grootouder"
    BROER_OF_ZUS = "broer_of_zus"
    HALFBROER_OF_ZUS = "halfbroer_of_zus"
    STIEFBROER_OF_ZUS = "stiefbroer_of_zus"
    OOM_OF_TANTE = "oom_of_tante"
    FAMILIE = "familie"
    VRIEND = "vriend"
    BUUR = "buur"


PAREN = frozenset({RelatieSoort.PARTNER, RelatieSoort.EX_PARTNER})
OUDERS = frozenset({RelatieSoort.OUDER, RelatieSoort.STIEFOUDER, RelatieSoort.PLEEGOUDER})
BROERS_EN_ZUSSEN = frozenset({RelatieSoort.BROER_OF_ZUS, RelatieSoort.HALFBROER_OF_ZUS, RelatieSoort.STIEFBROER_OF_ZUS})
OUDEREN = OUDERS | {RelatieSoort.GROOTOUDER, RelatieSoort.OOM_OF_TANTE}
"""The kinds in which the first stands a generation or more above the second."""
_GROUPS = (PAREN, OUDERS, BROERS_EN_ZUSSEN)


@dataclass(frozen=True, slots=True)
class Relatie:
    """`een` is `soort` of `ander`; a relation that has ended stays, with its end."""

    id: UUID
    een: UUID
    ander: UUID
    soort: RelatieSoort
    vanaf: Datum | None = None
    tot: Datum | None = None
    toelichting: str = ""
    voor_wie: VoorWie = HEEL_GEZIN

    @property
    def paar(self) -> frozenset[UUID]:
        """Both people."""
        return frozenset({self.een, self.ander})


def is_over(relatie: Relatie, op: date) -> bool:
    """Whether it had ended by that day."""
    return relatie.tot is not None and relatie.tot.eindigt <= op


def is_then(relatie: Relatie, op: date) -> bool:
    """Whether it is so on that day."""
    return not is_over(relatie, op) and (relatie.vanaf is None or relatie.vanaf.begint <= op)


def check_relatie(relatie: Relatie, known: Iterable[Relatie]) -> None:
    """Not with oneself, not twice at one time, and nobody is his own ancestor."""
    if relatie.een == relatie.ander:
        raise RuleBroken(Code.WITH_ONESELF, field="ander", id=relatie.id)
    others = [each for each in known if each.id != relatie.id]
    for other in others:
        if other.paar == relatie.paar and _same_group(relatie, other) and _surely_together(relatie, other):
            raise RuleBroken(Code.RELATED_ALREADY, field="soort", id=relatie.id)
    if relatie.soort in OUDEREN and relatie.een in _below(relatie.ander, others):
        raise RuleBroken(Code.OWN_ANCESTOR, field="een", id=relatie.id)


def _same_group(one: Relatie, other: Relatie) -> bool:
    """Whether two people cannot be both at once: partners and ex-partners, parent and stepparent."""
    group = next((each for each in _GROUPS if one.soort in each), frozenset({one.soort}))
    return other.soort in group


def _surely_together(one: Relatie, other: Relatie) -> bool:
    """Whether both are so on some day for sure: until 2023 and since 2023 are not."""
    begins = (each.vanaf.latest if each.vanaf else date.min for each in (one, other))
    ends = (each.tot.earliest if each.tot else date.max for each in (one, other))
    return max(begins) < min(ends)


def _below(persoon: UUID, known: Iterable[Relatie]) -> set[UUID]:
    """Everybody who descends from somebody, with himself."""
    down: dict[UUID, list[UUID]] = {}
    for each in known:
        if each.soort in OUDEREN:
            down.setdefault(each.een, []).append(each.ander)
    found, todo = {persoon}, [persoon]
    while todo:
        new = {*down.get(todo.pop(), ())} - found
        found |= new
        todo += new
    return found
