"""The card with the drawing of who stands around the family: on which day, around whom, and what its signs mean."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinsplan.domain.banden import Bandsterkte, Richting
from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.klik import human
from gezinsplan.domain.rondom import LETTERS, Naaste, rondom
from gezinsplan.domain.tekening import Kleur, Tekening
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import Option
from gezinsplan.presenters.rond_het_gezin import rol_of, rol_word, tekening
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.dates import long_date
from gezinsplan.texts.tekens import sterkte_words
from gezinsplan.texts.words import word

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Uitleg:
    """One sign in the drawing and what it means: a kind of box, a kind of line, an arrow, or a letter."""

    tekst: str
    kleur: Kleur | None = None
    sterkte: Bandsterkte | None = None
    richting: Richting | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class EcogramKaart:
    """The drawing of a day, in words for who does not see it, with the signs that occur in it."""

    tekening: Tekening
    tekst: str
    legenda: tuple[Uitleg, ...]


def ecogram_kaart(family: Family, op: date, lid: UUID | None) -> EcogramKaart:
    """The family on a day, as it may be seen; with `lid` only who is there for that one."""
    then = replace(family, op=op)
    drawing, told = tekening(then, lid)
    if op != family.op:
        told = " ".join((_("Zo was het op {date}.").format(date=long_date(op)), told))
    return EcogramKaart(drawing, told, _legenda(then, drawing, rondom(family.dossier, op, lid)))


def voor_wie(family: Family) -> tuple[Option, ...]:
    """Around whom the drawing can be: everybody or one member; nothing to choose where there is only one."""
    dossier = family.dossier
    there = [each for each in choices.members(family) if present_on(dossier, each.value, family.op)]
    if len(there) < _FEWEST:
        return ()
    named = (Option(each.value, _("Voor {name}").format(name=each.label)) for each in there)
    return (Option(None, _("Voor iedereen")), *named)


def dagen(family: Family) -> tuple[date, ...]:
    """The days to look at: on which somebody came or went, each year back, and now at the end."""
    dossier, now = family.dossier, family.op
    came = [each.vanaf.begint for each in dossier.betrokkenheden if each.vanaf is not None]
    first = min((day for day in came if day <= now), default=now)
    went = [each.tot.eindigt for each in dossier.betrokkenheden if each.tot is not None]
    left = [day for each in dossier.personen for day in (each.tot, each.overleden_op) if day is not None]
    led = [each.vanaf for each in dossier.regisseurschappen]
    years = [years_before(now, number) for number in range(now.year - first.year + 1)]
    return tuple(sorted({day for day in (*came, *went, *left, *led, *years) if first <= day <= now}))


def years_before(day: date, number: int) -> date:
    """The same day so many years before; of the last of February in a leap year the day before it."""
    try:
        return day.replace(year=day.year - number)
    except ValueError:
        return day.replace(year=day.year - number, day=day.day - 1)


def box_of(family: Family, drawing: Tekening, part: UUID | None) -> str:
    """Whose box in a drawing belongs to the same human being as a part; an empty text when there is none."""
    if part is None:
        return ""
    someone = human(family.dossier, part)
    return next((box.id for box in drawing.vakken if human(family.dossier, UUID(box.id)) == someone), "")


# ---------------------------------------------------------------- what the signs mean


def _legenda(family: Family, drawing: Tekening, people: Iterable[Naaste]) -> tuple[Uitleg, ...]:
    colours = {each.kleur for each in drawing.vakken}
    strengths, directions = ({getattr(each, name) for each in drawing.lijnen} for name in ("sterkte", "richting"))
    letters = {letter for each in drawing.vakken for letter in each.letters}
    return (
        *(Uitleg(text, kleur=each) for each, text in _kleuren(family, people).items() if each in colours),
        *(Uitleg(text, sterkte=Bandsterkte(each)) for each, text in sterkte_words().items() if each in strengths),
        *(Uitleg(word(each), richting=each) for each in Richting if each in directions),
        *(Uitleg(word(steun), letter=letter) for steun, letter in LETTERS.items() if letter in letters),
    )


def _kleuren(family: Family, people: Iterable[Naaste]) -> dict[Kleur, str]:
    outside = (rol_word(rol_of(family, each.delen[0])) for each in people if each.kleur is Kleur.ERBIJ)
    return {
        Kleur.REGISSEUR: _("regisseur"),
        Kleur.TELT_MEE: _("telt mee"),
        Kleur.TIJDELIJK: _("helpt tijdelijk mee"),
        Kleur.NETWERK: _("familie, vrienden en buren"),
        Kleur.ERBIJ: _("telt niet mee: {roles}").format(roles=", ".join(dict.fromkeys(outside))),
    }
