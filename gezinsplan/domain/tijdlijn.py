"""Everything of a family that has a day, on one line: who came and went, what was said, agreed, done and decided."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from gezinsplan.domain.dossier import ActieStatus, Dossier, Onderdeel
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak


class Soort(StrEnum):
    """What happened; also what the line can be filtered by."""

    GEZIN = "gezin"
    HULP = "hulp"
    REGIE = "regie"
    CONTACT = "contact"
    GESPREK = "gesprek"
    BESPREKING = "bespreking"
    WOORDEN = "woorden"
    DOEL = "doel"
    CIJFER = "cijfer"
    AFSPRAAK = "afspraak"
    VEILIGHEID = "veiligheid"
    DOORBRAAK = "doorbraak"
    VERSIE = "versie"
    FASE = "fase"
    ANDER_PLAN = "ander_plan"


class Wending(StrEnum):
    """In which way it has to do with that day."""

    BEGIN = "begin"
    EINDE = "einde"
    OP = "op"


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something of a day: the part that it is about, and for whom or with whom; `zeker` when the day is exact."""

    datum: date
    soort: Soort
    onderdeel: UUID
    wending: Wending = Wending.OP
    mensen: tuple[UUID, ...] = ()
    zeker: bool = True


def tijdlijn(dossier: Dossier, op: date, dag: Callable[[datetime], date]) -> tuple[Gebeurtenis, ...]:
    """All of it until that day, the latest first; `dag` gives the day of a moment where the family lives."""
    found = (each for rule in _RULES for each in rule(dossier))
    talks = (Gebeurtenis(dag(each.moment), Soort.GESPREK, each.id, mensen=each.over) for each in dossier.overleggen)
    known = [each for each in (*found, *talks) if each.datum <= op]
    return tuple(sorted(known, key=lambda each: (each.datum, each.soort, each.onderdeel), reverse=True))


def gefilterd(
    line: tuple[Gebeurtenis, ...], soort: Soort | None = None, mens: UUID | None = None
) -> tuple[Gebeurtenis, ...]:
    """Only of one kind, or of one person; what is about nobody in particular is about everybody."""
    return tuple(
        each
        for each in line
        if soort in (None, each.soort) and (mens is None or not each.mensen or mens in each.mensen)
    )


def _family(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for each in dossier.relaties:
        people = (each.een, each.ander)
        if each.vanaf is not None:
            yield Gebeurtenis(each.vanaf.begint, Soort.GEZIN, each.id, Wending.BEGIN, people, each.vanaf.exact)
        if each.tot is not None:
            yield Gebeurtenis(each.tot.eindigt, Soort.GEZIN, each.id, Wending.EINDE, people, each.tot.exact)


def _help(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for each in dossier.betrokkenheden:
        people = (*each.over, each.id) if each.over else ()
        if each.vanaf is not None:
            yield Gebeurtenis(each.vanaf.begint, Soort.HULP, each.id, Wending.BEGIN, people, each.vanaf.exact)
        if each.tot is not None:
            yield Gebeurtenis(each.tot.eindigt, Soort.HULP, each.id, Wending.EINDE, people, each.tot.exact)


def _regie(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for term in dossier.regisseurschappen:
        yield Gebeurtenis(term.vanaf, Soort.REGIE, term.id)


def _talks(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for moment in dossier.contactmomenten:
        yield Gebeurtenis(moment.datum, Soort.CONTACT, moment.id, mensen=(*moment.met, *moment.over))
    for about in dossier.besprekingen:
        people = (*about.over, about.betrokkenheid) if about.over else ()
        yield Gebeurtenis(about.datum, Soort.BESPREKING, about.id, mensen=people)


def _plan(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for text in dossier.teksten:
        speaker = (text.spreker,) if text.spreker is not None else ()
        kind = Soort.VEILIGHEID if text.onderdeel is Onderdeel.VOORVAL else Soort.WOORDEN
        yield Gebeurtenis(text.datum, kind, text.id, mensen=(*speaker, *text.over))
    for doel in dossier.doelen:
        yield Gebeurtenis(doel.vanaf, Soort.DOEL, doel.id, Wending.BEGIN, doel.over)
    for score in dossier.scores:
        yield Gebeurtenis(score.datum, Soort.CIJFER, score.id, mensen=(score.spreker,))
    for actie in dossier.acties:
        people = (*actie.wie, *actie.over)
        if actie.klaar_op is not None and actie.status is ActieStatus.KLAAR:
            yield Gebeurtenis(actie.klaar_op, Soort.AFSPRAAK, actie.id, Wending.EINDE, people)
        if actie.vanaf is not None:
            yield Gebeurtenis(actie.vanaf, Soort.AFSPRAAK, actie.id, Wending.BEGIN, people)


def _safety(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for step in dossier.meldcodestappen:
        yield Gebeurtenis(step.datum, Soort.VEILIGHEID, step.id, mensen=step.over)
    for check in dossier.checks:
        yield Gebeurtenis(check.datum, Soort.VEILIGHEID, check.id, mensen=check.over)
    standing: tuple[Veiligheidsafspraak | Maatregel, ...] = (*dossier.veiligheidsafspraken, *dossier.maatregelen)
    for part in standing:
        yield Gebeurtenis(part.vanaf, Soort.VEILIGHEID, part.id, Wending.BEGIN, part.over)
        if part.tot is not None:
            yield Gebeurtenis(part.tot, Soort.VEILIGHEID, part.id, Wending.EINDE, part.over)


def _stuck(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for each in dossier.doorbraken:
        yield Gebeurtenis(each.gevraagd_op, Soort.DOORBRAAK, each.id, Wending.BEGIN, each.over)
        if each.besloten_op is not None:
            yield Gebeurtenis(each.besloten_op, Soort.DOORBRAAK, each.id, Wending.EINDE, each.over)


def _versions(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for versie in dossier.planversies:
        yield Gebeurtenis(versie.dag, Soort.VERSIE, versie.id)
    for said in dossier.akkoorden:
        yield Gebeurtenis(said.datum, Soort.VERSIE, said.id, mensen=(said.deelnemer,))
    for given in dossier.verstrekkingen:
        if given.vervallen_op is None:
            yield Gebeurtenis(given.datum, Soort.VERSIE, given.id, mensen=(given.deelnemer,))


def _road(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for step in dossier.stappen:
        if step.gedaan_op is not None and not step.niet_nodig:
            yield Gebeurtenis(step.gedaan_op, Soort.FASE, step.id)
    for each in dossier.tussenfasen:
        yield Gebeurtenis(each.vanaf, Soort.FASE, each.id, Wending.BEGIN, each.over)
        if each.voorbij_op is not None:
            yield Gebeurtenis(each.voorbij_op, Soort.FASE, each.id, Wending.EINDE, each.over)


def _beside(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for each in dossier.andere_plannen:
        people = (*each.over, each.van) if each.over and each.van is not None else each.over
        if each.afgestemd_op is not None:
            yield Gebeurtenis(each.afgestemd_op, Soort.ANDER_PLAN, each.id, mensen=people)
        if each.gestopt_op is not None:
            yield Gebeurtenis(each.gestopt_op, Soort.ANDER_PLAN, each.id, Wending.EINDE, people)


_Rule = Callable[[Dossier], Iterator[Gebeurtenis]]
_RULES: tuple[_Rule, ...] = (
    *(_family, _help, _regie, _talks, _plan, _safety),
    *(_stuck, _versions, _road, _beside),
)
