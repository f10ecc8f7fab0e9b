"""The same person in two open families of this vault: noticed and proposed, never joined (product.md 4).

Works on light values of a caseload, so that no other dossier has to be open.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.banden import Dubbel, DubbelKeuze
from gezinsplan.domain.betrokken import is_child, person_of, regisseur_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dekking import members_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.gelijkenis import close, folded, same_words
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.values import find, get, put


@dataclass(frozen=True, slots=True)
class Iemand:
    """A member of an open family as far as it is needed to notice him elsewhere; `regisseur`: one text per human."""

    gezin: UUID
    persoon: UUID
    naam: str
    geboren: Datum | None
    kind: bool
    regisseur: str | None


def leden(dossier: Dossier, op: date) -> tuple[Iemand, ...]:
    """The members of a family who can be noticed elsewhere; none once it has closed or before it began."""
    gezin = dossier.gezin
    if not gezin.start <= op < (gezin.afsluiting or date.max):
        return ()
    directs = _human(dossier, regisseur_on(dossier, op))
    return tuple(
        Iemand(dossier.id, each.id, each.naam, each.geboortedatum, is_child(dossier, each, op), directs)
        for each in members_on(dossier, op)
    )


def _human(dossier: Dossier, deelnemer: UUID | None) -> str | None:
    """A regisseur as one human being in all families: a professional by his id, somebody of the family by name."""
    helper, persoon = find(dossier, Betrokkenheid, deelnemer), find(dossier, Persoon, deelnemer)
    if helper is not None:
        return str(person_of(helper))
    return f"{folded(persoon.naam)} {persoon.geboortedatum or ''}" if persoon is not None else None


class Gelijkenis(StrEnum):
    """How much two people look like one: the same name and day of birth, or it could be."""

    GELIJK = "gelijk"
    MOGELIJK = "mogelijk"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Somebody who may be the same person as one of another open family; whether he is, a person decides."""

    persoon: UUID
    ander_gezin: UUID
    ander: UUID
    gelijkenis: Gelijkenis


def voorstellen(nieuw: Iemand, caseload: Iterable[Iemand]) -> tuple[Voorstel, ...]:
    """Who of the other families may be the same person, the same name and day first."""
    others = (each for each in caseload if each.gezin != nieuw.gezin)
    found = [
        Voorstel(nieuw.persoon, each.gezin, each.persoon, alike)
        for each in others
        if (alike := gelijkenis(nieuw, each)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.gelijkenis, each.ander_gezin, each.ander)))


def gelijkenis(een: Iemand, ander: Iemand) -> Gelijkenis | None:
    """Whether two may be one; birth dates that cannot be the same day tell that they are two.

    With the same day of birth a name may be written a little differently or lack a part; without, it must be the same
    name of two words or more.
    """
    one, other = folded(een.naam), folded(ander.naam)
    same_day = _same_day(een.geboren, ander.geboren)
    if same_day is False:
        return None
    if same_words(one, other):
        if same_day:
            return Gelijkenis.GELIJK
        return Gelijkenis.MOGELIJK if " " in one else None
    return Gelijkenis.MOGELIJK if same_day and close(one, other) else None


def _same_day(een: Datum | None, ander: Datum | None) -> bool | None:
    """Yes, no, or not known as far as the dates are."""
    if een is None or ander is None or een.ongeveer or ander.ongeveer:
        return None
    if een.latest < ander.earliest or ander.latest < een.earliest:
        return False
    return True if een.exact and ander.exact else None


def decide(dossier: Dossier, dubbel: Dubbel) -> Dossier:
    """What was decided about somebody who is in another family too; two plans need a reason and a day to look again.

    A decision about the same person and family takes the place of the one before.
    """
    get(dossier, Persoon, dubbel.persoon)
    check_decision(dossier, dubbel)
    same = next((each for each in dossier.dubbelen if _about(each) == _about(dubbel)), None)
    return put(dossier, replace(dubbel, id=same.id) if same else dubbel)


def check_decision(dossier: Dossier, dubbel: Dubbel) -> None:
    """Refuse a decision about this family itself, and two plans without a reason or a day to look again."""
    if dubbel.ander_gezin == dossier.id:
        raise RuleBroken(Code.SAME_FAMILY, field="ander_gezin", id=dubbel.id)
    if dubbel.keuze is DubbelKeuze.TWEE_PLANNEN:
        if not dubbel.reden.strip():
            raise RuleBroken(Code.REASON_MISSING, field="reden", id=dubbel.id)
        if dubbel.opnieuw_op is None:
            raise RuleBroken(Code.UNTIL_MISSING, field="opnieuw_op", id=dubbel.id)


def _about(dubbel: Dubbel) -> tuple[UUID, UUID]:
    return dubbel.persoon, dubbel.ander_gezin


def te_beslissen(dossier: Dossier, found: Iterable[Voorstel], op: date) -> tuple[Voorstel, ...]:
    """The proposals about which nothing was decided here, or whose day to look again has come."""
    settled = {_about(each) for each in dossier.dubbelen if each.opnieuw_op is None or op < each.opnieuw_op}
    return tuple(each for each in found if (each.persoon, each.ander_gezin) not in settled)


@dataclass(frozen=True, slots=True)
class TweeRegisseurs:
    """A child with two regisseurs: red in this family and, as a value of its own, in the other one."""

    gezin: UUID
    persoon: UUID
    ander_gezin: UUID
    keuze: DubbelKeuze | None


def twee_regisseurs(caseload: Iterable[Iemand], besloten: Iterable[tuple[UUID, Dubbel]]) -> tuple[TweeRegisseurs, ...]:
    """The children who stand in two open families that have different regisseurs, each in both families.

    The same child: by name and day of birth, or decided so in one of the two (`besloten`: family and decision) and
    possible. Whatever was decided it stays red; what was decided is told with it.
    """
    decided = {(gezin, each.persoon, each.ander_gezin): each.keuze for gezin, each in besloten}
    children = [each for each in caseload if each.kind and each.regisseur is not None]
    found = []
    for one, other in _candidates(children):
        choices = [decided.get((a.gezin, a.persoon, b.gezin)) for a, b in ((one, other), (other, one))]
        known = next((each for each in choices if each is not None), None)
        alike = gelijkenis(one, other)
        if one.regisseur != other.regisseur and alike and (known or alike is Gelijkenis.GELIJK):
            found.append(TweeRegisseurs(one.gezin, one.persoon, other.gezin, known))
    return tuple(sorted(found, key=lambda each: (each.gezin, each.persoon, each.ander_gezin)))


def _candidates(children: list[Iemand]) -> Iterable[tuple[Iemand, Iemand]]:
    """Both orders of every two children of different families who share a word of their name."""
    by_word: dict[str, list[Iemand]] = {}
    for each in children:
        for word in {*folded(each.naam).split()}:
            by_word.setdefault(word, []).append(each)
    return {(one, other) for same in by_word.values() for one in same for other in same if one.gezin != other.gezin}
