"""How safe it is, as people said it, and when that comes before everything else (product.md rule 5 and section 4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.gaten import holes
from gezinsplan.domain.meldcode import loopt
from gezinsplan.domain.veiligheid import Veiligheidscheck, Veiligheidsfase


class Geldigheid(StrEnum):
    """Whether a check still says something."""

    ONTBREEKT = "ontbreekt"
    CHECK_NODIG = "check_nodig"
    GELDT = "geldt"


@dataclass(frozen=True, slots=True)
class Veiligheid:
    """The latest check on a day, and whether it still says something; after its next day it does not (rule 5)."""

    geldigheid: Geldigheid
    check: Veiligheidscheck | None = None


def veiligheid_op(dossier: Dossier, op: date) -> Veiligheid:
    """The latest check; "check nodig" while one that stands has passed its next day, of whomever it is."""
    standing = checks_op(dossier, op)
    if not standing:
        return Veiligheid(Geldigheid.ONTBREEKT)
    late = any(each.volgende_op < op for each in standing)
    return Veiligheid(Geldigheid.CHECK_NODIG if late else Geldigheid.GELDT, standing[-1])


def checks_op(dossier: Dossier, op: date) -> tuple[Veiligheidscheck, ...]:
    """The checks that stand on a day, the latest last: of the same people, or of everybody, there is no later one."""
    known = sorted((each for each in dossier.checks if each.datum <= op), key=lambda each: (each.datum, each.id))
    return tuple(each for at, each in enumerate(known) if not any(_replaces(later, each) for later in known[at + 1 :]))


def _replaces(later: Veiligheidscheck, earlier: Veiligheidscheck) -> bool:
    return not later.over or (bool(earlier.over) and {*earlier.over} <= {*later.over})


class Veiligheidsreden(StrEnum):
    """Why "Kan het met minder?" only says "Eerst veiligheid" (product.md 4)."""

    DIRECTE_VEILIGHEID = "directe_veiligheid"
    CHECK_ONTBREEKT = "check_ontbreekt"
    CHECK_TE_LAAT = "check_te_laat"
    MELDCODE = "meldcode"
    GAT = "gat"


def eerst_veiligheid(dossier: Dossier, op: date) -> tuple[Veiligheidsreden, ...]:
    """The reasons why safety comes first on a day; none: the question may be asked."""
    acute = any(each.fase is Veiligheidsfase.DIRECTE_VEILIGHEID for each in checks_op(dossier, op))
    stand = veiligheid_op(dossier, op).geldigheid
    reasons = {
        Veiligheidsreden.DIRECTE_VEILIGHEID: acute,
        Veiligheidsreden.CHECK_ONTBREEKT: stand is Geldigheid.ONTBREEKT,
        Veiligheidsreden.CHECK_TE_LAAT: stand is Geldigheid.CHECK_NODIG,
        Veiligheidsreden.MELDCODE: loopt(dossier.meldcodestappen, op),
        Veiligheidsreden.GAT: bool(holes(dossier, op)),
    }
    return tuple(reason for reason, holds in reasons.items() if holds)
