"""The dossier of one family: one frozen value, a root part and tuples of parts.

Every part is one row in the file. Parts refer to each other, and to the sociale kaart, by id.
`over` says whom a part is about (nobody named: the whole family), `voor_wie` who may read it (product.md rule 6).
A deelnemer is a person of the family or its netwerk, or a helper by his betrokkenheid: both have an id here.
Periods are half-open: `vanaf` counts, `tot` does not.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.andere_plannen import AnderPlan
from gezinsplan.domain.banden import Band, Dubbel, Klik, Plek
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.fase import CasusFase as CasusFase  # noqa: PLC0414 # the phase belongs to Gezin
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.lezers import HEEL_GEZIN, VoorWie
from gezinsplan.domain.meldcode import MeldcodeStap
from gezinsplan.domain.momenten import Contactmoment
from gezinsplan.domain.overleg import Agendapunt, Besluit, Bespreking, Deelname, Overleg
from gezinsplan.domain.personen import Afscherming, Bewoning, Gezagsverhouding, Huishouden, Persoon
from gezinsplan.domain.relaties import Relatie
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidscheck
from gezinsplan.domain.versies import Akkoord, PlanVersie, Verstrekking


@dataclass(frozen=True, slots=True)
class Gezin:
    """The scope of the case, not an address. `streefaantal` is agreed with the family, never computed."""

    id: UUID
    kenmerk: str
    naam: str
    fase: CasusFase
    start: date
    dossierhouder: UUID
    wijk: str = ""
    gemeente: str = ""
    afsluiting: date | None = None
    beginstand_op: date | None = None
    streefaantal: int | None = None
    streefaantal_op: date | None = None


class BetrokkenheidSoort(StrEnum):
    """In which capacity somebody helps."""

    BEROEPSKRACHT = "beroepskracht"
    VRIJWILLIGER = "vrijwilliger"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"


class Vorm(StrEnum):
    """Stays, was switched on for a question and a while, or can be called from a distance."""

    VAST = "vast"
    BIJGESCHAKELD = "bijgeschakeld"
    OP_AFSTAND = "op_afstand"


class Kader(StrEnum):
    """Asked for by the family, with agreements about safety, or ordered by a judge."""

    VRIJWILLIG = "vrijwillig"
    DRANG = "drang"
    GEDWONGEN = "gedwongen"


class BetrokkenheidStatus(StrEnum):
    """Where a betrokkenheid stands on a day; follows from its dates."""

    AANGEMELD = "aangemeld"
    WACHTLIJST = "wachtlijst"
    GESTART = "gestart"
    GESTOPT = "gestopt"


@dataclass(frozen=True, slots=True)
class Betrokkenheid:
    """One helper's period in this family.

    Without `professional` the helper's name is not known yet and `omschrijving` says who it is ("iemand van de GGZ").
    `contacten` is how often he meets the family in four weeks, `frequentie` the same in words.
    """

    id: UUID
    professional: UUID | None
    omschrijving: str
    organisatie: UUID | None
    soort: BetrokkenheidSoort
    betaald: bool
    vorm: Vorm
    vaste_basis: bool
    behandelaar: bool = False
    kader: Kader = Kader.VRIJWILLIG
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN
    vraag: str = ""
    leefgebieden: tuple[UUID, ...] = ()
    doelen: tuple[UUID, ...] = ()
    frequentie: str = ""
    contacten: int | None = None
    aangemeld_op: date | None = None
    wachtlijst: bool = False
    overbrugging: UUID | None = None
    vanaf: Datum | None = None
    tot: Datum | None = None
    verwacht_tot: date | None = None
    kan_weg_als: str = ""
    beschikking_tot: date | None = None
    dichterbij_geprobeerd: str = ""
    reden_einde: str = ""
    beeindigd_door: str = ""
    overgenomen_door: UUID | None = None
    geen_overname_omdat: str = ""


class RegieVorm(StrEnum):
    """Directing the case, directing the cooperation, or the family itself."""

    CASUS = "casus"
    PROCES = "proces"
    ZELF = "zelf"


@dataclass(frozen=True, slots=True)
class Regisseurschap:
    """One term in the unbroken line of regisseurs; no holder: a vacancy, with a reason (product.md rule 1).

    `vervanger` is a person of this dossier or a professional of the sociale kaart. A warm handover: the joint talk was
    on `gesprek_op`, and until `contact_tot` the one before stays in contact, never in the role.
    """

    id: UUID
    houder: UUID | None
    vanaf: date
    reden: str
    vorm: RegieVorm = RegieVorm.CASUS
    tot: date | None = None
    gekozen_door: str = ""
    mening_gezin: str = ""
    vervanger: UUID | None = None
    gesprek_op: date | None = None
    contact_tot: date | None = None


class Onderdeel(StrEnum):
    """The section of the plan in which a text stands."""

    AANLEIDING = "aanleiding"
    WENS = "wens"
    KRACHT = "kracht"
    ZORGPUNT = "zorgpunt"
    EERDERE_HULP = "eerdere_hulp"
    ANALYSE = "analyse"
    RESULTAAT = "resultaat"
    ROLVERDELING = "rolverdeling"
    WERKAFSPRAAK = "werkafspraak"
    MENING = "mening"
    VOORVAL = "voorval"


BEGIN = (Onderdeel.WENS, Onderdeel.KRACHT, Onderdeel.ZORGPUNT, Onderdeel.AANLEIDING)
"""What every plan asks for; the others appear when they are used (product.md 7)."""
VERDER = (
    Onderdeel.EERDERE_HULP,
    Onderdeel.ANALYSE,
    Onderdeel.RESULTAAT,
    Onderdeel.ROLVERDELING,
    Onderdeel.WERKAFSPRAAK,
    Onderdeel.MENING,
)
"""The further sections of a full plan (domain.md 1.2); a voorval stands with safety and not in the plan."""


class Aard(StrEnum):
    """A fact, an opinion, or what somebody said."""

    FEIT = "feit"
    MENING = "mening"
    UITSPRAAK = "uitspraak"


@dataclass(frozen=True, slots=True)
class Tekst:
    """A quote with its speaker: reason, wish, strength or concern."""

    id: UUID
    onderdeel: Onderdeel
    woorden: str
    spreker: UUID | None
    datum: date
    aard: Aard = Aard.UITSPRAAK
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


class DoelStatus(StrEnum):
    """Whether the family works on it; kept apart from what was reached."""

    OPEN = "open"
    PAUZE = "pauze"
    GESTOPT = "gestopt"


class Behaald(StrEnum):
    """What was reached of a doel."""

    NOG_NIET = "nog_niet"
    DEELS = "deels"
    HELEMAAL = "helemaal"


@dataclass(frozen=True, slots=True)
class Doel:
    """A goal in somebody's own words; `prioriteit` 1 is what the family wants first."""

    id: UUID
    woorden: str
    spreker: UUID | None
    prioriteit: int
    vanaf: date
    leefgebied: UUID | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN
    status: DoelStatus = DoelStatus.OPEN
    behaald: Behaald = Behaald.NOG_NIET
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How near a doel is, 0 to 10, says one speaker on one day; never averaged over people (product.md rule 3)."""

    id: UUID
    doel: UUID
    spreker: UUID
    datum: date
    cijfer: int
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


class ActieSoort(StrEnum):
    """What kind of promise it is."""

    ACTIE = "actie"
    AFSPRAAK = "afspraak"
    TOEZEGGING = "toezegging"
    UITPROBEREN = "uitproberen"
    HANDSCHOEN = "handschoen"


class ActieStatus(StrEnum):
    """Asked of somebody who was not there, promised, refused, done, or dropped with a reason."""

    GEVRAAGD = "gevraagd"
    TOEGEZEGD = "toegezegd"
    GEWEIGERD = "geweigerd"
    KLAAR = "klaar"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Actie:
    """What, who (family, netwerk, professional), when; `herhaling` in words ("elke week")."""

    id: UUID
    wat: str
    wie: tuple[UUID, ...]
    doel: UUID | None
    soort: ActieSoort = ActieSoort.ACTIE
    status: ActieStatus = ActieStatus.TOEGEZEGD
    vanaf: date | None = None
    wanneer: date | None = None
    herhaling: str = ""
    klaar_op: date | None = None
    resultaat: str = ""
    reden: str = ""
    navragen_op: date | None = None
    over: tuple[UUID, ...] = ()
    voor_wie: VoorWie = HEEL_GEZIN


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything of one family; tuples are kept in the order of their ids, which is the order of making."""

    gezin: Gezin
    personen: tuple[Persoon, ...] = ()
    huishoudens: tuple[Huishouden, ...] = ()
    bewoning: tuple[Bewoning, ...] = ()
    gezag: tuple[Gezagsverhouding, ...] = ()
    relaties: tuple[Relatie, ...] = ()
    afschermingen: tuple[Afscherming, ...] = ()
    betrokkenheden: tuple[Betrokkenheid, ...] = ()
    regisseurschappen: tuple[Regisseurschap, ...] = ()
    teksten: tuple[Tekst, ...] = ()
    doelen: tuple[Doel, ...] = ()
    scores: tuple[Score, ...] = ()
    acties: tuple[Actie, ...] = ()
    overleggen: tuple[Overleg, ...] = ()
    agendapunten: tuple[Agendapunt, ...] = ()
    deelnames: tuple[Deelname, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    besprekingen: tuple[Bespreking, ...] = ()
    checks: tuple[Veiligheidscheck, ...] = ()
    veiligheidsafspraken: tuple[Veiligheidsafspraak, ...] = ()
    maatregelen: tuple[Maatregel, ...] = ()
    meldcodestappen: tuple[MeldcodeStap, ...] = ()
    doorbraken: tuple[Doorbraak, ...] = ()
    andere_plannen: tuple[AnderPlan, ...] = ()
    stappen: tuple[Stap, ...] = ()
    tussenfasen: tuple[Tussenfase, ...] = ()
    contactmomenten: tuple[Contactmoment, ...] = ()
    planversies: tuple[PlanVersie, ...] = ()
    akkoorden: tuple[Akkoord, ...] = ()
    verstrekkingen: tuple[Verstrekking, ...] = ()
    banden: tuple[Band, ...] = ()
    klikken: tuple[Klik, ...] = ()
    plekken: tuple[Plek, ...] = ()
    dubbelen: tuple[Dubbel, ...] = ()
    versie: int = 0

    @property
    def id(self) -> UUID:
        """The id of the family."""
        return self.gezin.id
