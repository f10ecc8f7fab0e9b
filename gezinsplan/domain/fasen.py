"""Phases with a short list of steps each, which guide and never block; and the time between two situations.

The steps at aanmelding are those that make a start lawful: own plan first (Jeugdwet 1.1 and 4.1.2, Wmo 2.3.2),
independent support, the vertrouwenspersoon, data, gezag, and no second regisseur (domain.md 1.1 and 5).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from uuid import UUID

from gezinsplan.domain.betrokken import active_on, present_on
from gezinsplan.domain.dossier import Betrokkenheid, CasusFase, Dossier
from gezinsplan.domain.fase import EIGEN_PLAN, STAPPEN
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.kaart import Teamstap
from gezinsplan.domain.personen import PersoonSoort
from gezinsplan.domain.values import find

_FASEN = tuple(CasusFase)


@dataclass(frozen=True, slots=True)
class Lijstpunt:
    """One line of a list: its key, the team's words for it if any, and what was written down about it, if anything."""

    fase: CasusFase
    sleutel: str
    stap: Stap | None = None
    tekst: str = ""

    @property
    def open(self) -> bool:
        """Whether it still waits."""
        return self.stap is None or is_open(self.stap)


def is_open(stap: Stap) -> bool:
    """Neither done nor not needed."""
    return stap.gedaan_op is None and not stap.niet_nodig


def wacht_op(stap: Stap) -> date | None:
    """The day before which something must have happened; of an own plan the day until which the family works on it."""
    done = stap.gedaan_op is not None and stap.sleutel not in EIGEN_PLAN
    return None if done or stap.niet_nodig else stap.voor


def regels(fase: CasusFase, team: Iterable[Teamstap] = ()) -> tuple[tuple[str, str], ...]:
    """The keys of a phase in their order with the team's words; the shipped ones while the team has no own list."""
    own = sorted((each for each in team if each.fase is fase), key=lambda each: each.plaats)
    return tuple((each.naam, each.tekst) for each in own) or tuple((key, "") for key in STAPPEN[fase])


def lijst(dossier: Dossier, fase: CasusFase, team: Iterable[Teamstap] = ()) -> tuple[Lijstpunt, ...]:
    """The steps of a phase: those of the list in their order, then the family's own and what has left the list."""
    lines = regels(fase, team)
    listed = {key for key, _words in lines}
    written = {each.sleutel: each for each in dossier.stappen if each.sleutel in listed}
    shown = (Lijstpunt(fase, key, written.get(key), words) for key, words in lines)
    own = (each for each in dossier.stappen if each.sleutel not in listed and each.fase is fase)
    return (*shown, *(Lijstpunt(fase, each.sleutel, each) for each in own))


def eerder_open(dossier: Dossier, team: Sequence[Teamstap] = ()) -> tuple[Lijstpunt, ...]:
    """What still waits from the phases before; nothing while nobody has used the lists in this family."""
    if not dossier.stappen:
        return ()
    before = _FASEN[: _FASEN.index(dossier.gezin.fase)]
    return tuple(punt for fase in before for punt in lijst(dossier, fase, team) if punt.open)


def herschreven(before: Sequence[tuple[str, str]], texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The keys of a list that was written anew, one text per step: what was reworded in its place keeps its key."""
    found: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, [words for _key, words in before], texts, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        same = kind != "insert" and last - first == end - begin
        keys = [key for key, _words in before[first:last]] if same else [""] * (end - begin)
        found += zip(keys, texts[begin:end], strict=True)
    return tuple(found)


def volgende(fase: CasusFase) -> CasusFase | None:
    """The phase after this one; who closes a family does that with a day, so none after nazorg."""
    place = _FASEN.index(fase) + 1
    return _FASEN[place] if place < len(_FASEN) - 1 else None


def weet_nog_niet(dossier: Dossier, op: date) -> tuple[UUID, ...]:
    """The people of the netwerk who do not know yet that they are in the plan."""
    return tuple(
        each.id
        for each in dossier.personen
        if each.soort is PersoonSoort.NETWERK and each.weet_ervan_sinds is None and present_on(dossier, each.id, op)
    )


def tussen_op(dossier: Dossier, op: date) -> Iterator[Tussenfase]:
    """What is between two situations on that day."""
    for each in dossier.tussenfasen:
        if each.vanaf <= op and (each.voorbij_op is None or op < each.voorbij_op):
            yield each


def houdt_vast(dossier: Dossier, tussen: Tussenfase, op: date) -> UUID | None:
    """Who holds it on that day: who was named and is still there."""
    who = tussen.houdt_vast
    helper = find(dossier, Betrokkenheid, who)
    there = active_on(helper, op) if helper is not None else who is not None and present_on(dossier, who, op)
    return who if there else None
