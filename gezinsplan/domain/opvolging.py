"""A next period of the same helper: what pointed to the one before points to the next (rules 4, 6 and 7)."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain.betrokken import OPEN
from gezinsplan.domain.dossier import Actie, Dossier
from gezinsplan.domain.maatregelen import is_in_force
from gezinsplan.domain.values import Part, parts, put
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import is_open

# What goes on with a helper; where he only stands in the past (who said or did it) the period before stays.
_GOES_ON = ("wie", "controle_door", "uitvoerder", "deelnemer", "overbrugging")


def follow(dossier: Dossier, oud: UUID, nieuw: UUID, op: date) -> Dossier:
    """Open promises, ties, klik and place move to the next period; readers and shields get it beside the one before."""
    return put(dossier, *(_moved(part, oud, nieuw, op) for part in parts(dossier)))


def _moved(part: Part, oud: UUID, nieuw: UUID, op: date) -> Part:
    changed: dict[str, Any] = {}
    if _goes_on(part, op):
        for name in _GOES_ON:
            content = getattr(part, name, None)
            if content == oud:
                changed[name] = nieuw
            elif isinstance(content, tuple) and oud in content:
                changed[name] = tuple(nieuw if each == oud else each for each in content)
    shielded, circle = getattr(part, "betrokkenheden", ()), getattr(part, "voor_wie", None)
    if oud in shielded:
        changed["betrokkenheden"] = (*shielded, nieuw)
    if circle is not None and oud in circle.personen:
        changed["voor_wie"] = replace(circle, personen=(*circle.personen, nieuw))
    return replace(part, **changed) if changed else part


def _goes_on(part: Part, op: date) -> bool:
    if isinstance(part, Actie):
        return part.status in OPEN
    if isinstance(part, Veiligheidsafspraak):
        return is_open(part, op)
    return not isinstance(part, Maatregel) or is_in_force(part, op)
