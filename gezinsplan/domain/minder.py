"""Kan het met minder? The smallest team of counting helpers that still carries everything (product.md 4).

It answers in questions to talk about, never about the worth of a person, and changes nothing. Who is bijgeschakeld may
go too: he would leave on his day anyway, and what is needed before he can is part of the answer.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.betrokken import counts, is_regisseur, person_of
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.gesprek import latest
from gezinsplan.domain.maatregelen import moet_blijven
from gezinsplan.domain.plichten import Plicht, PlichtSoort, plichten
from gezinsplan.domain.smallest import Duty, Question, bits, solve
from gezinsplan.domain.veilig import Veiligheidsreden, eerst_veiligheid


@dataclass(frozen=True, slots=True)
class EerstVeiligheid:
    """The only answer while safety comes first: no numbers, only why."""

    redenen: tuple[Veiligheidsreden, ...]


class Blijft(StrEnum):
    """Why somebody stays in every team."""

    MAATREGEL = "maatregel"
    BEHANDELAAR = "behandelaar"
    REGISSEUR = "regisseur"
    OVERDRACHT = "overdracht"
    ENIG_CONTACT = "enig_contact"
    KLIK = "klik"


@dataclass(frozen=True, slots=True)
class Blijver:
    """Somebody who stays in every team, by one of his betrokkenheden, and why."""

    betrokkenheid: UUID
    redenen: tuple[Blijft, ...]


class Waarom(StrEnum):
    """Which question to ask about somebody who could go."""

    NIETS = "niets"
    ANDEREN = "anderen"
    OVERNAME = "overname"


@dataclass(frozen=True, slots=True)
class Taak:
    """Something that somebody who could go carries now.

    `door` is whom to ask to take it over, the first one first; nobody: others who stay carry it already.
    """

    soort: PlichtSoort
    onderdeel: UUID
    door: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Vertrek:
    """Somebody who could go: what he carries, whom to ask, and what must be arranged first, in people's own words."""

    betrokkenheid: UUID
    taken: tuple[Taak, ...]
    eerst: tuple[str, ...]
    verwacht_tot: date | None = None

    @property
    def over_te_nemen(self) -> tuple[Taak, ...]:
        """What nobody else carries."""
        return tuple(each for each in self.taken if each.door)

    @property
    def vragen_aan(self) -> tuple[UUID, ...]:
        """Whom to ask first, each once."""
        return tuple(dict.fromkeys(each.door[0] for each in self.over_te_nemen))

    @property
    def waarom(self) -> Waarom:
        """Which question fits."""
        if self.over_te_nemen:
            return Waarom.OVERNAME
        return Waarom.ANDEREN if self.taken else Waarom.NIETS


@dataclass(frozen=True, slots=True)
class Team:
    """Who stay and who could go, by one betrokkenheid each; `overnames` is how much is taken over, and by netwerk."""

    blijven: tuple[UUID, ...]
    gaan: tuple[Vertrek, ...]
    overnames: int
    door_netwerk: int


@dataclass(frozen=True, slots=True)
class Mogelijkheden:
    """How many count now, how many are enough, how many teams are that small (`meer`: more than 100), at most five."""

    nu: int
    grootte: int
    aantal: int
    meer: bool
    teams: tuple[Team, ...]
    blijvers: tuple[Blijver, ...]


def kan_het_met_minder(dossier: Dossier, op: date) -> Mogelijkheden | EerstVeiligheid:
    """The answer for a day: of equally small teams first those with the fewest takeovers, then the most by netwerk."""
    reasons = eerst_veiligheid(dossier, op)
    return EerstVeiligheid(reasons) if reasons else _Vraag(dossier, op).answer()


class _Vraag:
    """The question of one family on one day: every human being who counts is a helper, by his first betrokkenheid."""

    def __init__(self, dossier: Dossier, op: date) -> None:
        self._dossier, self._op = dossier, op
        counting = [each for each in dossier.betrokkenheden if counts(dossier, each, op)]
        people = list(dict.fromkeys(person_of(each) for each in counting))
        self._parts = [[each for each in counting if person_of(each) == person] for person in people]
        self._bit = {each.id: 1 << people.index(person_of(each)) for each in counting}
        self._own = {each.id for each in dossier.personen}
        self._duties = plichten(dossier, op)
        self._open = [each for each in self._duties if all(carrier in self._bit for carrier in each.dragers)]

    def answer(self) -> Mogelijkheden:
        """Ask, and tell it in the ids of the dossier."""
        stay = [self._reasons(parts) for parts in self._parts]
        fixed = sum(1 << number for number, reasons in enumerate(stay) if reasons)
        found = solve(Question(len(self._parts), fixed, tuple(self._duty(each) for each in self._open)))
        return Mogelijkheden(
            nu=len(self._parts),
            grootte=found.size,
            aantal=found.count,
            meer=found.more,
            teams=tuple(self._team(each) for each in found.teams),
            blijvers=tuple(
                Blijver(parts[0].id, reasons) for parts, reasons in zip(self._parts, stay, strict=True) if reasons
            ),
        )

    def _mask(self, deelnemers: tuple[UUID, ...]) -> int:
        mask = 0
        for each in deelnemers:
            mask |= self._bit.get(each, 0)
        return mask

    def _duty(self, plicht: Plicht) -> Duty:
        uncounted = [each for each in plicht.overname if each not in self._bit]
        own = any(each in self._own for each in uncounted)
        return Duty(self._mask(plicht.dragers), self._mask(plicht.overname), bool(uncounted), own)

    def _reasons(self, parts: list[Betrokkenheid]) -> tuple[Blijft, ...]:
        dossier, op, mine = self._dossier, self._op, {each.id for each in parts}
        handing_over = (
            each.houder for each in dossier.regisseurschappen if each.contact_tot is not None and op < each.contact_tot
        )
        alone = {each.soort for each in self._open if {*each.dragers} <= mine}
        reasons = {
            Blijft.MAATREGEL: any(moet_blijven(dossier, each.id, op) for each in parts),
            Blijft.BEHANDELAAR: any(each.behandelaar for each in parts),
            Blijft.REGISSEUR: any(is_regisseur(dossier, each, op) for each in parts),
            Blijft.OVERDRACHT: any(each in mine for each in handing_over),
            Blijft.ENIG_CONTACT: PlichtSoort.CONTACT in alone,
            Blijft.KLIK: PlichtSoort.KLIK in alone,
        }
        return tuple(reason for reason, holds in reasons.items() if holds)

    def _team(self, team: int) -> Team:
        moved = [each for each in self._open if not self._mask(each.dragers) & team]
        return Team(
            blijven=tuple(self._parts[number][0].id for number in bits(team)),
            gaan=tuple(
                self._leaving(parts, team) for number, parts in enumerate(self._parts) if not team >> number & 1
            ),
            overnames=len(moved),
            door_netwerk=sum(self._duty(each).own for each in moved),
        )

    def _leaving(self, parts: list[Betrokkenheid], team: int) -> Vertrek:
        mine = {each.id for each in parts}
        carried = [each for each in self._duties if not mine.isdisjoint(each.dragers)]
        able = {(each.soort, each.onderdeel): self._able(each, team) for each in carried}
        often = Counter(taker for takers in able.values() for taker in takers)
        last = [talk for each in parts if (talk := latest(self._dossier, each.id)) is not None]
        first = (*(each.kan_weg_als.strip() for each in parts), *(each.eerst_nodig.strip() for each in last))
        until = (each.verwacht_tot for each in parts if each.verwacht_tot is not None)
        return Vertrek(
            betrokkenheid=parts[0].id,
            taken=tuple(
                Taak(*key, tuple(sorted(takers, key=lambda each: (self._class(each), -often[each], each))))
                for key, takers in able.items()
            ),
            eerst=tuple(dict.fromkeys(text for text in first if text)),
            verwacht_tot=max(until, default=None),
        )

    def _able(self, plicht: Plicht, team: int) -> tuple[UUID, ...]:
        """Who could take it over when only this team stays; nobody while somebody who stays carries it."""
        if any(each not in self._bit or self._bit[each] & team for each in plicht.dragers):
            return ()
        return tuple(each for each in plicht.overname if each not in self._bit or self._bit[each] & team)

    def _class(self, deelnemer: UUID) -> int:
        """The own people first, then who does not count, then who does."""
        return 0 if deelnemer in self._own else 2 if deelnemer in self._bit else 1
