"""The card "Kan het met minder?": questions to talk about, and putting them on the agenda (product.md 4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from gezinsplan.domain.betrokken import aantal_professionals
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.plan import next_overleg
from gezinsplan.domain.plichten import PlichtSoort
from gezinsplan.presenters.overnemen import quoted
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.identity import now
from gezinsplan.services.minder import Antwoord, Gaat, Ploeg, TaakInWoorden, answer_as_seen, op_de_agenda
from gezinsplan.texts import _
from gezinsplan.texts import minder as texts
from gezinsplan.texts.dates import local, short_date
from gezinsplan.texts.words import joined, word


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question to ask, with what it is about and what must be arranged first."""

    tekst: str
    onder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mogelijkheid:
    """One of the smallest teams in questions; `op_agenda` says of which talk, when all of them are on its agenda."""

    nummer: int
    vragen: tuple[Vraag, ...]
    op_agenda: str


@dataclass(frozen=True, slots=True)
class MinderKaart:
    """All that the card shows; with `redenen` safety comes first, and there is nothing else."""

    kop: str
    redenen: tuple[str, ...] = ()
    mogelijkheden: tuple[Mogelijkheid, ...] = ()
    even_klein: str = ""
    blijven: tuple[str, ...] = ()
    let_op: str = ""


def minder_kaart(seen: Family) -> MinderKaart | None:
    """The answer of this day out of what may be seen; nothing where nobody counts. To be asked on the worker."""
    if not aantal_professionals(seen.dossier, seen.op):
        return None
    found = answer_as_seen(seen.dossier, seen.team.kaart, seen.op)
    if found.eerst_veiligheid:
        return MinderKaart(texts.safety_first(), found.eerst_veiligheid)
    return _kaart(seen, found)


def _kaart(seen: Family, found: Antwoord) -> MinderKaart:
    possible = found.ploegen if found.grootte < found.nu else ()
    return MinderKaart(
        kop=texts.enough(found.grootte, found.nu),
        mogelijkheden=tuple(_mogelijkheid(seen, number, each) for number, each in enumerate(possible)),
        even_klein=texts.as_small(found.aantal, meer=found.meer) if possible else "",
        blijven=tuple(f"{each.wie.naam} {joined(each.redenen)}." for each in found.blijvers),
        let_op=texts.changes_nothing() if possible else "",
    )


def _mogelijkheid(seen: Family, number: int, ploeg: Ploeg) -> Mogelijkheid:
    questions = tuple(Vraag(each.vraag, tuple(_onder(seen, each))) for each in ploeg.gaan)
    return Mogelijkheid(number, questions, _op_agenda(seen, ploeg))


def _onder(seen: Family, gaat: Gaat) -> Iterator[str]:
    for taak in gaat.taken:
        if taak.door:
            yield _taak(taak)
    if gaat.eerst:
        yield _("Eerst nodig: {what}.").format(what="; ".join(each.rstrip(".") for each in gaat.eerst))
    if gaat.verwacht_tot is not None:
        yield _("Zou klaar zijn op {date}.").format(date=short_date(gaat.verwacht_tot, seen.op))


def _taak(taak: TaakInWoorden) -> str:
    """What it is about, and whom else it can be asked of."""
    if taak.soort is PlichtSoort.CONTACT:
        return f"{taak.wat}."
    kind = word(taak.soort)
    return f"{kind[:1].upper()}{kind[1:]} {quoted(taak.wat)}."


def _op_agenda(seen: Family, ploeg: Ploeg) -> str:
    """The day of the next talk, when everybody of this team who could go is on its agenda."""
    talk = next_talk(seen)
    if talk is None:
        return ""
    there = {each.betreft for each in seen.dossier.agendapunten if each.overleg == talk.id}
    on_it = {each.wie.betrokkenheid for each in ploeg.gaan} <= there
    return short_date(local(talk.moment).date(), seen.op) if on_it else ""


def next_talk(family: Family) -> Overleg | None:
    """The talk on whose agenda something is put."""
    return next_overleg(family.dossier.overleggen, now())


def put_on_agenda(nummer: int) -> Rule:
    """The rule that puts the questions of one possibility on the agenda of the next talk."""
    return lambda family: op_de_agenda(family, now(), nummer)
