"""The people of a family: what cannot be true of somebody on the day that it is written down."""

from datetime import date

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import put


def put_persoon(dossier: Dossier, persoon: Persoon, op: date) -> Dossier:
    """Somebody new or changed; refuses a birth after today."""
    if persoon.geboortedatum is not None and persoon.geboortedatum.earliest > op:
        raise RuleBroken(Code.BORN_IN_FUTURE, field="geboortedatum", id=persoon.id)
    return put(dossier, persoon)
