"""What is on the agenda of the next talk: points are put on it, each once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.overleg import Agendapunt
from gezinsplan.domain.plan import next_overleg
from gezinsplan.domain.values import put


def put_on_agenda(dossier: Dossier, punten: Iterable[Agendapunt], moment: datetime) -> Dossier:
    """These points on the agenda of the first talk after a moment; refuses (NO_TALK_PLANNED) without one.

    What is about something that stands on that agenda already takes the place of it.
    """
    talk = next_overleg(dossier.overleggen, moment)
    if talk is None:
        raise RuleBroken(Code.NO_TALK_PLANNED)
    there = {each.betreft: each.id for each in dossier.agendapunten if each.overleg == talk.id and each.betreft}
    placed = [replace(each, overleg=talk.id) for each in punten]
    return put(dossier, *(replace(each, id=there.get(each.betreft or each.id, each.id)) for each in placed))
