"""The families of the caseload: the list of Mijn gezinnen, finding one by its kenmerk, and making a new one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast
from uuid import UUID

from gezinsplan.domain import betrokken, dubbel, gaten, lijn, plan, regie
from gezinsplan.domain.banden import Dubbel
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.delen import masked, shielded_helpers
from gezinsplan.domain.dossier import (
    Actie,
    Betrokkenheid,
    BetrokkenheidSoort,
    CasusFase,
    Dossier,
    Gezin,
    Regisseurschap,
    Vorm,
)
from gezinsplan.domain.dubbel import TweeRegisseurs
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.namen import called, full_name, helper_name, helper_organisation
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.personen import Afscherming, Bewoning, Gezagsverhouding, Huishouden, Persoon
from gezinsplan.domain.values import put
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.services.identity import new_id, now
from gezinsplan.storage import values
from gezinsplan.texts import _
from gezinsplan.texts.folding import fold

# What a row of the list is made of; the texts, scores and goals of a plan stay in the file.
_ROW_PARTS = (
    Gezin,
    Persoon,
    Huishouden,
    Bewoning,
    Gezagsverhouding,
    Afscherming,
    Betrokkenheid,
    Regisseurschap,
    Actie,
    Overleg,
    Veiligheidsafspraak,
    Maatregel,
    Dubbel,
)


@dataclass(frozen=True, slots=True)
class GezinRij:
    """One family in the list; `woorden` is what a search looks through, without anything shielded."""

    id: UUID
    kenmerk: str
    naam: str
    plaats: str
    fase: CasusFase
    regisseur: str | None
    start: int
    nu: int
    streefaantal: int | None
    lijn: tuple[lijn.Telling, ...]
    volgend: datetime | None
    te_laat: int
    gaten: int
    twee_regisseurs: bool
    """Whether a child stands in another open family too, with another regisseur (product.md 4)."""
    woorden: str


def rows(caseload: Caseload, op: date) -> tuple[GezinRij, ...]:
    """All families as they stand on a day, by name."""
    team = caseload.team()
    if team is None:
        return ()
    with caseload.vault.read() as conn:
        dossiers = values.load_many(conn, Dossier, _ROW_PARTS)
    double = {each.gezin for each in twee_regisseurs_in(dossiers, op)}
    made = (row(each, team.kaart, op, now(), twee_regisseurs=each.id in double) for each in dossiers)
    return tuple(sorted(made, key=lambda each: (fold(each.naam), each.kenmerk)))


def twee_regisseurs_in(dossiers: Collection[Dossier], op: date) -> tuple[TweeRegisseurs, ...]:
    """The children with two regisseurs, in each of the families in which they stand."""
    people = [each for dossier in dossiers for each in dubbel.leden(dossier, op)]
    return dubbel.twee_regisseurs(people, [(dossier.id, each) for dossier in dossiers for each in dossier.dubbelen])


def row(
    dossier: Dossier, kaart: SocialeKaart, op: date, moment: datetime, *, twee_regisseurs: bool = False
) -> GezinRij:
    """The row of one family; what is shielded reads "afgeschermd" and cannot be searched for."""
    seen = for_screen(dossier, kaart, op)
    gezin = seen.gezin
    first, last = betrokken.start_on(seen), min(op, gezin.afsluiting or op)
    following = plan.next_overleg(seen.overleggen, moment)
    return GezinRij(
        id=gezin.id,
        kenmerk=gezin.kenmerk,
        naam=gezin.naam,
        plaats=gezin.wijk or gezin.gemeente,
        fase=gezin.fase,
        regisseur=full_name(seen, kaart, betrokken.regisseur_on(seen, op)) or None,
        start=betrokken.aantal_professionals(seen, first),
        nu=betrokken.aantal_professionals(seen, op),
        streefaantal=gezin.streefaantal,
        lijn=lijn.trend(seen, min(first, last), max(first, last)),
        volgend=following.moment if following else None,
        te_laat=sum(plan.is_late(each, op) for each in seen.acties),
        gaten=len(gaten.holes(seen, op)),
        twee_regisseurs=twee_regisseurs,
        woorden=" ".join(_words(seen, kaart)),
    )


def _words(dossier: Dossier, kaart: SocialeKaart) -> Iterable[str]:
    gezin = dossier.gezin
    yield from (gezin.naam, gezin.kenmerk, gezin.wijk, gezin.gemeente)
    for persoon in dossier.personen:
        yield from (persoon.naam, persoon.roepnaam)
    for helper in dossier.betrokkenheden:
        yield from (helper_name(helper, kaart), helper_organisation(helper, kaart))


def for_screen(dossier: Dossier, kaart: SocialeKaart, op: date) -> Dossier:
    """The dossier as it may stand on a screen before "Toon": shielded facts read "afgeschermd" (rule 7)."""
    return masked(dossier, None, op, shielded_names(dossier, kaart, None, op))


def shielded_names(dossier: Dossier, kaart: SocialeKaart, lezer: UUID | None, op: date) -> tuple[str, ...]:
    """The names of helpers and their organisations that this reader may not find in any text."""
    hidden = shielded_helpers(dossier, lezer, op)
    return tuple(name for each in hidden for name in (helper_name(each, kaart), helper_organisation(each, kaart)))


def by_kenmerk(caseload: Caseload, kenmerk: str) -> Dossier:
    """The family with that kenmerk, whatever its capitals if no other differs in these; raises UNKNOWN_KENMERK."""
    with caseload.vault.read() as conn:
        heads = {each.gezin.kenmerk: each.id for each in values.load_many(conn, Dossier, (Gezin,))}
    wanted = kenmerk.strip()
    found = [each for each in heads if each == wanted] or [
        each for each in heads if each.casefold() == wanted.casefold()
    ]
    if len(found) != 1:
        raise RuleBroken(Code.UNKNOWN_KENMERK)
    return caseload.dossier(heads[found[0]])


def next_kenmerk(taken: Iterable[str], year: int) -> str:
    """The next free kenmerk of a year, as in G-2026-001."""
    start = f"G-{year}-"
    numbers = [
        int(each.removeprefix(start)) for each in taken if each.startswith(start) and each[len(start) :].isdecimal()
    ]
    return f"{start}{max(numbers, default=0) + 1:03}"


@dataclass(frozen=True, slots=True)
class NieuwGezin:
    """The three fields with which a family begins; more comes when it is needed (product.md 6)."""

    naam: str
    start: date
    ik_ben_regisseur: bool
    reden: str = ""


def new_family(caseload: Caseload, team: Team, nieuw: NieuwGezin) -> Dossier:
    """A new family with its first term: the user is regisseur, or the place is vacant with a reason."""
    with caseload.vault.read() as conn:
        taken = [each.gezin.kenmerk for each in values.load_many(conn, Dossier, (Gezin,))]
    me = team.praktijk.gebruiker.professional
    gezin = Gezin(
        id=new_id(),
        kenmerk=next_kenmerk(taken, nieuw.start.year),
        naam=nieuw.naam,
        fase=CasusFase.AANMELDING,
        start=nieuw.start,
        dossierhouder=me,
    )
    dossier = Dossier(gezin)
    keuze = regie.Keuze(houder=None, vanaf=nieuw.start, reden=nieuw.reden)
    if nieuw.ik_ben_regisseur:
        helper = involve(me, nieuw.start)
        dossier = put(dossier, helper)
        keuze = replace(keuze, houder=helper.id, reden=nieuw.reden or _("Vanaf de aanmelding"))
    (made,) = caseload.do(_("Nieuw gezin"), (None, regie.start_line(dossier, new_id(), keuze)))
    return cast(Dossier, made)


def involve(professional: UUID, vanaf: date) -> Betrokkenheid:
    """The betrokkenheid of a professional for the whole family from a day on, for who becomes regisseur."""
    return Betrokkenheid(
        id=new_id(),
        professional=professional,
        omschrijving="",
        organisatie=None,
        soort=BetrokkenheidSoort.BEROEPSKRACHT,
        betaald=True,
        vorm=Vorm.VAST,
        vaste_basis=False,
        vraag="",
        vanaf=Datum.op(vanaf),
    )


def person_named(dossier: Dossier, kaart: SocialeKaart, name: str) -> UUID:
    """The one person of the family or netwerk who is called so, or has this id.

    Raises PRINT_FOR_UNKNOWN, and PRINT_FOR_SEVERAL where it could be the paper of somebody else (product.md rule 6).
    """
    wanted = fold(name.strip())
    found = [
        each.id
        for each in dossier.personen
        if wanted in {fold(called(dossier, kaart, each.id)), fold(each.naam), str(each.id)}
    ]
    if len(found) > 1:
        raise RuleBroken(Code.PRINT_FOR_SEVERAL)
    if not found:
        raise RuleBroken(Code.PRINT_FOR_UNKNOWN)
    return found[0]
