"""The log: who did what, to which dossier, with what result, from where and when; never a name or a text.

What is logged follows NEN 7513 (reading, searching, printing, exporting and looking at the log are events too); what
a line says follows BIO2 8.15.01 (actie, object, resultaat, oorsprong, actor, tijdstip).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class LogActie(StrEnum):
    """Everything that leaves a line in the log."""

    KLUIS_GEMAAKT = "kluis_gemaakt"
    ONTGRENDELD_WACHTWOORD = "ontgrendeld_wachtwoord"
    ONTGRENDELD_COMPUTER = "ontgrendeld_computer"
    ONTGRENDELD_HERSTELBLAD = "ontgrendeld_herstelblad"
    ONTGRENDELD_GEMEENTE = "ontgrendeld_gemeente"
    ONTGRENDELEN_MISLUKT = "ontgrendelen_mislukt"
    VERGRENDELD = "vergrendeld"
    BIJGEWERKT = "bijgewerkt"
    AANGEMAAKT = "aangemaakt"
    GEWIJZIGD = "gewijzigd"
    GELEZEN = "gelezen"
    LIJST_BEKEKEN = "lijst_bekeken"
    GEZOCHT = "gezocht"
    GETOOND = "getoond"
    AFGEDRUKT = "afgedrukt"
    PDF_BEWAARD = "pdf_bewaard"
    GEKOPIEERD = "gekopieerd"
    VERNIETIGD = "vernietigd"
    LOGBOEK_BEKEKEN = "logboek_bekeken"
    LOGBOEK_BEWAARD = "logboek_bewaard"
    LOGBOEK_GECONTROLEERD = "logboek_gecontroleerd"
    KLUIS_GECONTROLEERD = "kluis_gecontroleerd"
    RESERVEKOPIE_GEMAAKT = "reservekopie_gemaakt"
    RESERVEKOPIE_GETEST = "reservekopie_getest"
    RESERVEKOPIE_VERNIEUWD = "reservekopie_vernieuwd"
    TERUGGEZET = "teruggezet"
    TOEGANG_TOEGEVOEGD = "toegang_toegevoegd"
    TOEGANG_VERWIJDERD = "toegang_verwijderd"
    TOEGANG_GEWIJZIGD = "toegang_gewijzigd"
    HERSLEUTELD = "hersleuteld"
    CIJFERS_BEKEKEN = "cijfers_bekeken"
    CIJFERS_BEWAARD = "cijfers_bewaard"
    KAART_BEKEKEN = "kaart_bekeken"


PRINTS = (LogActie.AFGEDRUKT, LogActie.PDF_BEWAARD)
"""What makes a paper, and so takes a print number."""


class Resultaat(StrEnum):
    """How it ended; of a destruction, for which reason: in a word of this list, because a text could hold a name."""

    GELUKT = "gelukt"
    MISLUKT = "mislukt"
    OVERGEZET = "overgezet"
    BEWAARTERMIJN = "bewaartermijn"
    OP_VERZOEK = "op_verzoek"
    VERGISSING = "vergissing"


REDENEN = (Resultaat.OVERGEZET, Resultaat.BEWAARTERMIJN, Resultaat.OP_VERZOEK, Resultaat.VERGISSING)
"""Why a dossier may be destroyed here: copied to the zaaksysteem, its term is over, asked for, made by mistake."""


class Herkomst(StrEnum):
    """Where it was done: window, terminal, the program by itself; or taken over from the history of an older file."""

    VENSTER = "venster"
    TERMINAL = "terminal"
    PROGRAMMA = "programma"
    OVERGENOMEN = "overgenomen"


ONBEKEND = "onbekend"
"""The actor where nobody has said yet who the user of this vault is."""


@dataclass(frozen=True, slots=True)
class Stempel:
    """When, from where and by whom: the id of the Gebruiker, or the way in ("gemeente", "herstelblad")."""

    moment: datetime
    herkomst: Herkomst
    actor: str


@dataclass(frozen=True, slots=True)
class Melding:
    """What a new line is to say besides its stempel; `digest` binds it to a row of the history."""

    actie: LogActie
    object: UUID | None = None
    resultaat: Resultaat = Resultaat.GELUKT
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Logboekregel:
    """One line as it stands in the log, bound to the one before it by that one's hash."""

    nummer: int
    moment: datetime
    actie: LogActie
    object: UUID | None
    digest: str | None
    resultaat: Resultaat
    herkomst: Herkomst
    actor: str
    previous: str
    hash: str
