"""A contact with the family: on which day, how, with whom, and in short what was said (product.md 3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie


class ContactSoort(StrEnum):
    """How somebody was reached, or not."""

    HUISBEZOEK = "huisbezoek"
    KANTOOR = "kantoor"
    TELEFOON = "telefoon"
    APP = "app"
    MAIL = "mail"
    NIET_THUIS = "niet_thuis"


ECHT = frozenset({ContactSoort.HUISBEZOEK, ContactSoort.KANTOOR, ContactSoort.TELEFOON})
"""Real contact: somebody was seen or heard ("echte ontmoetingen, echt luisteren"); a message alone is none."""


@dataclass(frozen=True, slots=True)
class Contactmoment:
    """Several people can be spoken at once; `over` is whom it was about."""

    id: UUID
    datum: date
    soort: ContactSoort
    met: tuple[UUID, ...]
    kort: str = ""
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


def check_contact(part: Contactmoment) -> None:
    """Somebody is named, and a contact in which something was said says what."""
    if not part.met:
        raise RuleBroken(Code.WHO_IS_MISSING, field="met", id=part.id)
    if part.soort is not ContactSoort.NIET_THUIS and not part.kort.strip():
        raise RuleBroken(Code.EMPTY, field="kort", id=part.id)
