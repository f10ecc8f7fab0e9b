"""The card of the phase: the steps that guide, what was done and by whom, and what is between two situations."""

from dataclasses import dataclass, replace
from uuid import UUID

from gezinsplan.domain import fasen, regie
from gezinsplan.domain.dossier import CasusFase
from gezinsplan.domain.fase import EIGEN_PLAN, NETWERK
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.fasen import Lijstpunt
from gezinsplan.presenters.afspraken import named, only_for
from gezinsplan.presenters.fase_forms import stap_tekst, tussen_tekst
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined, word


@dataclass(frozen=True, slots=True)
class StapRij:
    """One step: what it says, what was written down about it, and whether it still waits; `laat`: its day is past."""

    fase: CasusFase
    sleutel: str
    id: UUID | None
    tekst: str
    onder: str
    open: bool
    gedaan: bool
    laat: bool


@dataclass(frozen=True, slots=True)
class TussenRij:
    """What is between two situations, who holds it, and whether that asks for attention in a word."""

    id: UUID
    tekst: str
    onder: str
    merk: str


@dataclass(frozen=True, slots=True)
class FaseKaart:
    """The phase of now with its steps, what waits from before, the next phase, and what is in between."""

    naam: str
    gedaan: int
    alles: int
    stappen: tuple[StapRij, ...]
    eerder: tuple[StapRij, ...]
    volgende: str
    tussen: tuple[TussenRij, ...]


def fase_kaart(family: Family) -> FaseKaart:
    """The card as it may be seen."""
    dossier = family.dossier
    fase, team = dossier.gezin.fase, family.team.praktijk.teamstappen
    rows = tuple(_row(family, each) for each in fasen.lijst(dossier, fase, team))
    after = fasen.volgende(fase)
    return FaseKaart(
        naam=word(fase),
        gedaan=sum(not each.open for each in rows),
        alles=len(rows),
        stappen=rows,
        eerder=tuple(_row(family, each) for each in fasen.eerder_open(dossier, team)),
        volgende=word(after) if after is not None else "",
        tussen=tuple(_between(family, each) for each in fasen.tussen_op(dossier, family.op)),
    )


def naar_volgende(family: Family) -> Family:
    """The family in the next phase; after nazorg it stays, because closing asks for a day."""
    gezin = family.dossier.gezin
    after = fasen.volgende(gezin.fase)
    if after is None:
        return family
    return replace(family, dossier=regie.change_gezin(family.dossier, replace(gezin, fase=after)))


def _row(family: Family, punt: Lijstpunt) -> StapRij:
    stap = punt.stap
    waits = fasen.wacht_op(stap) if stap is not None else None
    return StapRij(
        fase=punt.fase,
        sleutel=punt.sleutel,
        id=stap.id if stap is not None else None,
        tekst=stap_tekst(punt.sleutel, stap, punt.tekst),
        onder=_below(family, punt),
        open=punt.open,
        gedaan=stap is not None and stap.gedaan_op is not None,
        laat=waits is not None and waits < family.op,
    )


def _below(family: Family, punt: Lijstpunt) -> str:
    """What was written down about it, and of the netwerk who does not know yet."""
    lines = _about(family, punt.stap) if punt.stap is not None else []
    unaware = fasen.weet_nog_niet(family.dossier, family.op)
    if punt.sleutel == NETWERK and unaware and punt.open:
        lines.append(_("Weet het nog niet: {names}").format(names=joined(named(family, each) for each in unaware)))
    return ". ".join(line.rstrip(".") for line in lines)


def _about(family: Family, stap: Stap) -> list[str]:
    lines = []
    if stap.niet_nodig:
        lines.append(_("Niet nodig"))
    elif stap.gedaan_op is not None:
        day = short_date(stap.gedaan_op, family.op)
        done = _("{date}, door {who}") if stap.door else "{date}"
        lines.append(done.format(date=day, who=stap.door))
    until = fasen.wacht_op(stap)
    if until is not None:
        said = _("Zij werken eraan tot {date}") if stap.sleutel in EIGEN_PLAN else _("Uiterlijk {date}")
        lines.append(said.format(date=short_date(until, family.op)))
    return [*lines, *(each for each in (stap.antwoord.strip(), stap.toelichting.strip()) if each)]


def _between(family: Family, part: Tussenfase) -> TussenRij:
    holder = fasen.houdt_vast(family.dossier, part, family.op)
    who = _("{name} houdt dit vast").format(name=named(family, holder)) if holder else ""
    until = _("tot {date}").format(date=short_date(part.tot, family.op)) if part.tot is not None else ""
    said = ", ".join(each for each in (" ".join(each for each in (who, until) if each), only_for(family, part.voor_wie))
                     if each)  # fmt: skip
    mark = "" if holder else _("niemand houdt dit vast")
    if holder and part.tot is not None and part.tot < family.op:
        mark = _("de dag is voorbij")
    return TussenRij(part.id, tussen_tekst(part), said, mark)
