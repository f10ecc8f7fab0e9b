"""The plan on paper: what this reader may see, with a print number; reportlab is imported when it is needed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from gezinsplan.domain.delen import check_may_print
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.logboek import PRINTS, LogActie
from gezinsplan.domain.namen import called
from gezinsplan.domain.vaststellen import volgend_nummer
from gezinsplan.domain.versies import PlanVersie
from gezinsplan.services import versies
from gezinsplan.services.caseload import Caseload, Family, Team
from gezinsplan.services.out import write_out
from gezinsplan.storage import logbook
from gezinsplan.texts import _


class Blad(StrEnum):
    """The papers about a family."""

    PLAN = "plan"
    WIE_DOET_WAT = "wie-doet-wat"
    LIJN = "lijn"
    STAMBOOM = "stamboom"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF in memory, with the neutral number under which it is kept and saved."""

    pdf: bytes
    nummer: str


def family_plan(
    caseload: Caseload, team: Team, dossier: Dossier, lezer: UUID | None, op: date, blad: Blad = Blad.PLAN
) -> Paper:
    """The plan, or another paper, for the family together or for one person of it; RuleBroken(PRINT_FOR_WHOM).

    It is the version that was agreed last while the plan says the same, and else a proposal.
    """
    check_may_print(dossier, lezer, op)
    nummer = next_number(caseload, op)
    family = Family(dossier, team, op)
    return Paper(render(family, lezer, nummer, blad, versies.still_agreed(family)), nummer)


def render(
    now: Family, lezer: UUID | None, nummer: str, blad: Blad = Blad.PLAN, versie: PlanVersie | None = None
) -> bytes:
    """The PDF, made from nothing but what the reader may see (product.md rules 6 and 7); of that version, or of now."""
    from gezinsplan.printing.gezinsplan import Papier, gezinsplan
    from gezinsplan.printing.lijn import lijn_blad
    from gezinsplan.printing.stamboom import stamboom_blad
    from gezinsplan.printing.wie_doet_wat import wie_doet_wat_blad

    told = now if versie is None else versies.with_answers(versies.thaw(versie, now), now, versie)
    papier = Papier(
        dossier=versies.seen_by(lezer, told, now),
        kaart=told.team.kaart,
        leefgebieden=told.team.praktijk.leefgebieden,
        voor=called(now.dossier, now.team.kaart, lezer) or _("het gezin"),
        op=told.op,
        nummer=nummer,
        versie=versie,
        voorstel=volgend_nummer(now.dossier),
    )
    return {
        Blad.PLAN: gezinsplan,
        Blad.WIE_DOET_WAT: wie_doet_wat_blad,
        Blad.LIJN: lijn_blad,
        Blad.STAMBOOM: stamboom_blad,
    }[blad](papier)


def get_ready() -> None:
    """Load what printing needs, so that the first paper is there as quickly as the next."""
    from gezinsplan.printing import fonts

    fonts.load()


def next_number(caseload: Caseload, op: date) -> str:
    """The number of the next print of this vault: the year, and one more than there are prints."""
    with caseload.vault.read() as conn:
        return f"{op:%y}-{logbook.count(conn, *PRINTS) + 1:04}"


def file_name(nummer: str) -> str:
    """The neutral name that is proposed for a file and given to a print job (security.md, Traces)."""
    return _("Gezinsplan nr {nummer}").format(nummer=nummer)


def save_pdf(caseload: Caseload, dossier: Dossier, paper: Paper, target: Path) -> None:
    """Write the PDF where the user chose, whole or not at all, and log it."""
    write_out(target, [paper.pdf])
    caseload.log(LogActie.PDF_BEWAARD, dossier.id)
