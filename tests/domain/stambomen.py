"""Families of three, eight and fifteen people, to draw."""

from datetime import date
from uuid import UUID

from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.personen import Bewoning, Huishouden, Persoon, PersoonSoort
from gezinsplan.domain.relaties import Relatie, RelatieSoort
from gezinsplan.domain.values import put
from tests.make import a_gezin, uid

OP = date(2026, 11, 25)
S = RelatieSoort


class Tree:
    """A family, person by person."""

    def __init__(self) -> None:
        self.dossier = Dossier(a_gezin())
        self._last = 100

    def _id(self) -> UUID:
        self._last += 1
        return uid(self._last)

    def who(self, naam: str, year: int | None = None, *, lid: bool = True, died: int | None = None) -> UUID:
        made = Persoon(
            self._id(),
            PersoonSoort.GEZINSLID if lid else PersoonSoort.NETWERK,
            naam,
            geboortedatum=Datum(year, 5, 12) if year else None,
            overleden_op=date(died, 3, 1) if died else None,
        )
        self.dossier = put(self.dossier, made)
        return made.id

    def tie(self, een: UUID, soort: RelatieSoort, *anderen: UUID, vanaf: int | None = None) -> None:
        for each in anderen:
            made = Relatie(self._id(), een, each, soort, Datum(vanaf) if vanaf else None)
            self.dossier = put(self.dossier, made)

    def home(self, naam: str, *people: UUID) -> None:
        home = Huishouden(self._id(), naam)
        self.dossier = put(self.dossier, home, *(Bewoning(self._id(), home.id, each) for each in people))


def three() -> Tree:
    """Two parents who went apart, and a child in both homes."""
    tree = Tree()
    mama, papa, kind = tree.who("mama", 1988), tree.who("papa", 1985), tree.who("Noor", 2013)
    tree.tie(papa, S.EX_PARTNER, mama, vanaf=2022)
    tree.tie(mama, S.OUDER, kind)
    tree.tie(papa, S.OUDER, kind)
    tree.home("bij mama", mama, kind)
    tree.home("bij papa", papa, kind)
    return tree


def eight() -> Tree:
    """Grandparents, a former and a new partner, children of both."""
    tree = Tree()
    oma, opa = tree.who("oma Riet", 1955, lid=False), tree.who("opa Jan", 1952, lid=False, died=2020)
    mama, papa, henk = tree.who("mama", 1984), tree.who("papa", 1982), tree.who("Henk", 1980)
    sem, noor, lot = tree.who("Sem", 2010), tree.who("Noor", 2013), tree.who("Lot", 2024)
    tree.tie(oma, S.PARTNER, opa)
    tree.tie(mama, S.EX_PARTNER, papa, vanaf=2019)
    tree.tie(mama, S.PARTNER, henk, vanaf=2021)
    for elder in (oma, opa):
        tree.tie(elder, S.OUDER, mama)
    for elder in (mama, papa):
        tree.tie(elder, S.OUDER, sem, noor)
    for elder in (mama, henk):
        tree.tie(elder, S.OUDER, lot)
    tree.tie(henk, S.STIEFOUDER, sem, noor)
    tree.home("bij mama en Henk", mama, henk, sem, noor, lot)
    tree.home("bij papa", papa, sem, noor)
    return tree


def fifteen() -> Tree:
    """Four generations, three partners, a foster child, and relatives without a known parent."""
    tree = eight()
    people = {each.naam: each.id for each in tree.dossier.personen}
    oud = tree.who("overgrootoma Toos van den Heuvel-Brandsma", 1930, lid=False)
    ans, wim = tree.who("oma Ans", 1950, lid=False), tree.who("opa Wim", 1949, lid=False)
    tante, oom = tree.who("tante Els", 1979, lid=False), tree.who("oom Bas", 1990, lid=False)
    amira, youssef = tree.who("Amira", 1986, lid=False), tree.who("Youssef", 2012, lid=False)
    tree.tie(oud, S.OUDER, people["oma Riet"])
    tree.tie(ans, S.EX_PARTNER, wim)
    for elder in (ans, wim):
        tree.tie(elder, S.OUDER, people["papa"])
    tree.tie(tante, S.BROER_OF_ZUS, people["papa"])
    tree.tie(people["oma Riet"], S.OUDER, oom)
    tree.tie(people["papa"], S.PARTNER, amira, vanaf=2023)
    tree.tie(amira, S.OUDER, youssef)
    tree.tie(amira, S.STIEFOUDER, people["Noor"])
    tree.tie(oom, S.PLEEGOUDER, people["Sem"])
    return tree
