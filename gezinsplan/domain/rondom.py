"""Who stands around the family on a day, every human being once, and the drawing of it for screen and paper alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain import regie
from gezinsplan.domain.banden import Band, Bandsterkte, Richting, Steun
from gezinsplan.domain.betrokken import active_on, counts, is_beroepskracht, is_regisseur, person_of, present_on
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.ecogram import Deelnemer, draw
from gezinsplan.domain.kaart import Sector, SocialeKaart
from gezinsplan.domain.namen import called, organisation_of, professional_of
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.tekening import SIDE, Kleur, Lid, Punt, Tekening

# The letters beside a tie, as in the ecogram of the sociale netwerkkaart.
LETTERS = {Steun.PRAKTISCH: "P", Steun.GEZELSCHAP: "G", Steun.ADVIES: "A", Steun.EMOTIONEEL: "E"}
_STRENGTHS = [Bandsterkte.ZWAK, Bandsterkte.GEWOON, Bandsterkte.STERK, Bandsterkte.GESPANNEN]


@dataclass(frozen=True, slots=True)
class Naaste:
    """One human being around the family: a helper, by what he does here with the most important first, or our own."""

    kleur: Kleur
    buiten: bool
    delen: tuple[Betrokkenheid, ...] = ()
    persoon: Persoon | None = None

    @property
    def id(self) -> UUID:
        """The part that stands for this human being."""
        return self.persoon.id if self.persoon is not None else self.delen[0].id

    @property
    def sleutel(self) -> UUID:
        """What is the same on every day, whatever this human being does here then."""
        return self.persoon.id if self.persoon is not None else person_of(self.delen[0])

    def ids(self, dossier: Dossier) -> frozenset[UUID]:
        """Every part by which he or she is known here, on whatever day."""
        periods = (each.id for each in dossier.betrokkenheden if person_of(each) == self.sleutel)
        return frozenset({self.id, *periods})


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words in a drawing: in the middle, and for each human being a name and a line under it."""

    midden: str
    onder_midden: str
    naam: Callable[[Naaste], str]
    onder: Callable[[Naaste], str]


def helpers(dossier: Dossier, op: date) -> tuple[Naaste, ...]:
    """Everybody who helps on a day, in the order of what they do here and then of coming."""
    found: dict[UUID, list[Betrokkenheid]] = {}
    for each in dossier.betrokkenheden:
        if active_on(each, op):
            found.setdefault(person_of(each), []).append(each)
    ranked = (sorted(parts, key=lambda each: _rank(dossier, each, op)) for parts in found.values())
    ordered = sorted(ranked, key=lambda parts: _rank(dossier, parts[0], op))
    return tuple(_helper(dossier, tuple(parts), op) for parts in ordered)


def _rank(dossier: Dossier, helper: Betrokkenheid, op: date) -> int:
    """The regisseur, who counts and stays, who counts for a while, vaste basis, op afstand, and the others."""
    if is_regisseur(dossier, helper, op):
        return 0
    if counts(dossier, helper, op):
        return 2 if helper.vorm is Vorm.BIJGESCHAKELD else 1
    if not is_beroepskracht(helper):
        return 5
    return 3 if helper.vaste_basis else 4


def _helper(dossier: Dossier, delen: tuple[Betrokkenheid, ...], op: date) -> Naaste:
    colours = (Kleur.REGISSEUR, Kleur.TELT_MEE, Kleur.TIJDELIJK, Kleur.ERBIJ, Kleur.ERBIJ, Kleur.ERBIJ)
    kleur = colours[_rank(dossier, delen[0], op)]
    return Naaste(kleur, buiten=kleur is Kleur.ERBIJ, delen=delen)


def netwerk(dossier: Dossier, op: date) -> tuple[Naaste, ...]:
    """The own people around the family who are there on a day."""
    term = regie.term_on(dossier, op)
    holder = term.houder if term is not None else None
    people = (each for each in dossier.personen if each.soort is PersoonSoort.NETWERK)
    return tuple(
        Naaste(Kleur.REGISSEUR if each.id == holder else Kleur.NETWERK, buiten=False, persoon=each)
        for each in people
        if present_on(dossier, each.id, op)
    )


def rondom(dossier: Dossier, op: date, lid: UUID | None = None) -> tuple[Naaste, ...]:
    """Everybody around the family, or around one member: who is there for him or for all, and has a tie with him."""
    everybody = (*helpers(dossier, op), *netwerk(dossier, op))
    return everybody if lid is None else tuple(each for each in everybody if _near(dossier, each, lid))


def _near(dossier: Dossier, naaste: Naaste, lid: UUID) -> bool:
    ids = naaste.ids(dossier)
    ties = [each for each in dossier.banden if each.deelnemer in ids]
    if any(each.lid in (lid, None) for each in ties):
        return True
    return any(not each.over or lid in each.over for each in naaste.delen) or (naaste.persoon is not None and not ties)


def teken(
    dossier: Dossier, kaart: SocialeKaart, op: date, woorden: Woorden, *, lid: UUID | None = None, leden: bool = False
) -> Tekening:
    """The drawing of a day; with `leden` the members are named in the middle, and `lid` is the one whom it is about.

    Everybody keeps the place that he has among all who ever came, so that the drawings of two days look alike.
    """
    shown = {str(each.id) for each in rondom(dossier, op, lid)}
    there = {each.sleutel: each for each in rondom(dossier, op)}
    drawn: list[Deelnemer] = []
    for ever in _all(dossier, kaart):
        deelnemer = _deelnemer(dossier, there.get(ever.sleutel, ever), woorden, lid)
        drawn += _places(dossier, ever, deelnemer)
    members = [each for each in dossier.personen if each.soort is PersoonSoort.GEZINSLID]
    home = (each for each in members if present_on(dossier, each.id, op))
    named = tuple(Lid(str(each.id), called(dossier, kaart, each.id), each.id == lid) for each in home)
    inside = named if leden or lid is not None else ()
    return draw(woorden.midden, woorden.onder_midden, drawn, inside, shown, ooit_leden=len(members) if inside else 0)


def _places(dossier: Dossier, ever: Naaste, deelnemer: Deelnemer) -> list[Deelnemer]:
    """Somebody who stands inside on one day and outside on another keeps a place free in both."""
    if ever.persoon is not None:
        return [deelnemer]
    ids = ever.ids(dossier)
    inside = any(map(_inside, ever.delen)) or any(term.houder in ids for term in dossier.regisseurschappen)
    outside = not all(map(_inside, ever.delen))
    free = replace(deelnemer, id=f"{deelnemer.id}/elders", buiten=not deelnemer.buiten, plek=None)
    both = sorted((deelnemer, free), key=lambda each: each.buiten)
    return both if inside and outside else [deelnemer]


def _deelnemer(dossier: Dossier, naaste: Naaste, woorden: Woorden, lid: UUID | None) -> Deelnemer:
    ids = naaste.ids(dossier)
    mine = [each for each in dossier.banden if each.deelnemer in ids]
    ties = [each for each in mine if lid is None or each.lid in (lid, None)]
    return Deelnemer(
        id=str(naaste.id),
        titel=woorden.naam(naaste),
        onder=woorden.onder(naaste),
        kleur=naaste.kleur,
        buiten=naaste.buiten,
        plek=_put_at(dossier, ids),
        sterkte=max((each.sterkte for each in ties), key=_STRENGTHS.index, default=Bandsterkte.GEWOON),
        richting=_direction(ties),
        letters="".join(letter for steun, letter in LETTERS.items() if any(steun in each.steun for each in ties)),
        voorop=any(term.houder in ids for term in dossier.regisseurschappen),
    )


def _put_at(dossier: Dossier, ids: frozenset[UUID]) -> Punt | None:
    place = next((each for each in reversed(dossier.plekken) if each.deelnemer in ids), None)
    return (place.x * SIDE / 1000, place.y * SIDE / 1000) if place is not None else None


def _direction(ties: Iterable[Band]) -> Richting | None:
    found = {each.richting for each in ties}
    return found.pop() if len(found) == 1 else Richting.BEIDE if found else None


def _all(dossier: Dossier, kaart: SocialeKaart) -> list[Naaste]:
    """All who ever came: the own people, then the helpers by sector, then who is no professional."""
    own = (each for each in dossier.personen if each.soort is PersoonSoort.NETWERK)
    came: dict[UUID, list[Betrokkenheid]] = {}
    for each in dossier.betrokkenheden:
        if each.vanaf is not None:
            came.setdefault(person_of(each), []).append(each)
    helpers_ever = sorted(came.values(), key=lambda parts: _arc(kaart, parts[0]))
    return [
        *(Naaste(Kleur.NETWERK, buiten=False, persoon=each) for each in own),
        *(Naaste(Kleur.ERBIJ, buiten=not any(map(_inside, parts)), delen=tuple(parts)) for parts in helpers_ever),
    ]


def _inside(helper: Betrokkenheid) -> bool:
    """Whether somebody counts while he is there."""
    return is_beroepskracht(helper) and not helper.vaste_basis and helper.vorm is not Vorm.OP_AFSTAND


def _arc(kaart: SocialeKaart, helper: Betrokkenheid) -> tuple[bool, int]:
    professional = professional_of(kaart, helper.professional)
    works = helper.organisatie or (professional.organisatie if professional is not None else None)
    organisation = organisation_of(kaart, works)
    sector = organisation.sector if organisation is not None else Sector.OVERIG
    return not is_beroepskracht(helper), [*Sector].index(sector)
