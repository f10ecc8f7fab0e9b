""" "Kan het met minder?" in words, for the screen and the terminal, and its questions on the next agenda.

Never for the round at the table, nor for paper (product.md 6).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gezinsplan.domain.agenda import put_on_agenda
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Doel, Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.minder import (
    Blijver,
    EerstVeiligheid,
    Mogelijkheden,
    Taak,
    Team,
    Vertrek,
    Waarom,
    kan_het_met_minder,
)
from gezinsplan.domain.namen import called, helper_organisation
from gezinsplan.domain.overleg import Agendapunt
from gezinsplan.domain.plichten import PlichtSoort
from gezinsplan.domain.values import get
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from gezinsplan.services.caseload import Family
from gezinsplan.services.families import for_screen
from gezinsplan.services.identity import new_id
from gezinsplan.texts import minder as texts
from gezinsplan.texts.words import word


@dataclass(frozen=True, slots=True)
class Wie:
    """Somebody who counts, by one of his betrokkenheden."""

    betrokkenheid: UUID
    naam: str
    organisatie: str


@dataclass(frozen=True, slots=True)
class Blijvend:
    """Somebody who stays in every team, with the reasons as words after his name."""

    wie: Wie
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaakInWoorden:
    """Something that he carries: which kind, what, and whom to ask, the first one first; nobody: others do it too."""

    soort: PlichtSoort
    onderdeel: UUID
    wat: str
    door: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gaat:
    """Somebody who could go: the question to ask, what he carries, what must be arranged first, his last day."""

    wie: Wie
    vraag: str
    taken: tuple[TaakInWoorden, ...]
    eerst: tuple[str, ...]
    verwacht_tot: date | None


@dataclass(frozen=True, slots=True)
class Ploeg:
    """One of the smallest teams."""

    blijven: tuple[Wie, ...]
    gaan: tuple[Gaat, ...]


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The whole answer; with `eerst_veiligheid` there is nothing else to say, and no number."""

    eerst_veiligheid: tuple[str, ...] = ()
    nu: int = 0
    grootte: int = 0
    aantal: int = 0
    meer: bool = False
    ploegen: tuple[Ploeg, ...] = ()
    blijvers: tuple[Blijvend, ...] = ()


def answer(dossier: Dossier, kaart: SocialeKaart, op: date) -> Antwoord:
    """The answer for a day; shielded names read "afgeschermd"."""
    return answer_as_seen(for_screen(dossier, kaart, op), kaart, op)


def answer_as_seen(seen: Dossier, kaart: SocialeKaart, op: date) -> Antwoord:
    """The answer out of what a screen shows: masked, or after "Toon" as it is."""
    found = kan_het_met_minder(seen, op)
    if isinstance(found, EerstVeiligheid):
        return Antwoord(tuple(word(each) for each in found.redenen))
    return _In(seen, kaart).words(found)


class _In:
    """The words of one dossier."""

    def __init__(self, dossier: Dossier, kaart: SocialeKaart) -> None:
        self._dossier, self._kaart = dossier, kaart

    def words(self, found: Mogelijkheden) -> Antwoord:
        """Everything in words."""
        return Antwoord(
            nu=found.nu,
            grootte=found.grootte,
            aantal=found.aantal,
            meer=found.meer,
            ploegen=tuple(self._team(each) for each in found.teams),
            blijvers=tuple(self._stays(each) for each in found.blijvers),
        )

    def _name(self, deelnemer: UUID) -> str:
        return called(self._dossier, self._kaart, deelnemer)

    def _who(self, betrokkenheid: UUID) -> Wie:
        helper = get(self._dossier, Betrokkenheid, betrokkenheid)
        return Wie(betrokkenheid, self._name(betrokkenheid), helper_organisation(helper, self._kaart))

    def _stays(self, blijver: Blijver) -> Blijvend:
        return Blijvend(self._who(blijver.betrokkenheid), tuple(word(each) for each in blijver.redenen))

    def _team(self, team: Team) -> Ploeg:
        return Ploeg(tuple(map(self._who, team.blijven)), tuple(map(self._leaves, team.gaan)))

    def _leaves(self, vertrek: Vertrek) -> Gaat:
        return Gaat(
            wie=self._who(vertrek.betrokkenheid),
            vraag=self.question(vertrek),
            # Who feels at ease with whom is shown only where a regisseur is chosen.
            taken=tuple(self._task(each) for each in vertrek.taken if each.soort is not PlichtSoort.KLIK),
            eerst=vertrek.eerst,
            verwacht_tot=vertrek.verwacht_tot,
        )

    def question(self, vertrek: Vertrek) -> str:
        """The question to ask about somebody who could go."""
        name = self._name(vertrek.betrokkenheid)
        if vertrek.waarom is Waarom.OVERNAME:
            return texts.could_take_over([self._name(each) for each in vertrek.vragen_aan], name)
        return texts.others_do_it(name) if vertrek.waarom is Waarom.ANDEREN else texts.nothing_to_do(name)

    def _task(self, taak: Taak) -> TaakInWoorden:
        return TaakInWoorden(taak.soort, taak.onderdeel, self._what(taak), tuple(map(self._name, taak.door)))

    def _what(self, taak: Taak) -> str:
        dossier, part = self._dossier, taak.onderdeel
        if taak.soort is PlichtSoort.DOEL:
            return get(dossier, Doel, part).woorden
        if taak.soort is PlichtSoort.ACTIE:
            return get(dossier, Actie, part).wat
        if taak.soort is PlichtSoort.CONTACT:
            return texts.contact_with(self._name(part))
        wat = get(dossier, Veiligheidsafspraak, part).wat
        return texts.look_after(wat) if taak.soort is PlichtSoort.CONTROLE else wat


def op_de_agenda(family: Family, moment: datetime, team: int = 0) -> Family:
    """The questions about everybody who could go, on the agenda of the next talk; each once.

    `team` is which of the shown teams. Refuses NO_TALK_PLANNED, and NOTHING_TO_DISCUSS while nobody could go or safety
    comes first. A question is for whom the help is: for its readers, about the same people.
    """
    found = kan_het_met_minder(family.dossier, family.op)
    going = () if isinstance(found, EerstVeiligheid) else found.teams[team].gaan
    if not going:
        raise RuleBroken(Code.NOTHING_TO_DISCUSS)
    words = _In(family.dossier, family.team.kaart)
    points = [_point(family.dossier, each, words.question(each)) for each in going]
    return replace(family, dossier=put_on_agenda(family.dossier, points, moment))


def _point(dossier: Dossier, vertrek: Vertrek, vraag: str) -> Agendapunt:
    helper = get(dossier, Betrokkenheid, vertrek.betrokkenheid)
    return Agendapunt(new_id(), new_id(), vraag, helper.id, helper.over, helper.voor_wie)
