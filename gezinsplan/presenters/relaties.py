"""How people belong to each other, in words: pairs with dates, how old they were then, and who went apart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain.datum import Datum, age_on
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.relaties import Relatie, RelatieSoort, is_over, is_then
from gezinsplan.domain.values import get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.afspraken import named, only_for
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.dates import partial_date
from gezinsplan.texts.words import word


@dataclass(frozen=True, slots=True)
class RelatieRij:
    """One pair in a sentence, what is known under it; `samen`: partners now, who can go apart; `voorbij`: was so."""

    id: UUID
    tekst: str
    onder: tuple[str, ...]
    samen: bool
    voorbij: bool


def relatie_rijen(family: Family) -> tuple[RelatieRij, ...]:
    """What is so now, by kind; then what was."""
    order = [*RelatieSoort]
    found = sorted(
        family.dossier.relaties, key=lambda each: (is_over(each, family.op), order.index(each.soort), each.id)
    )
    return tuple(_row(family, each) for each in found)


def _row(family: Family, relatie: Relatie) -> RelatieRij:
    over = is_over(relatie, family.op)
    lines = (ages(family, relatie), relatie.toelichting, only_for(family, relatie.voor_wie))
    samen = relatie.soort is RelatieSoort.PARTNER and is_then(relatie, family.op)
    return RelatieRij(relatie.id, sentence(family, relatie), tuple(line for line in lines if line), samen, over)


def sentence(family: Family, relatie: Relatie) -> str:
    """Kemal is ex-partner van Anouk sinds 2023; of what is over: was partner van Anouk, van 2010 tot 2023."""
    said = _("{one} was {what} van {other}") if is_over(relatie, family.op) else _("{one} is {what} van {other}")
    names = named(family, relatie.een), named(family, relatie.ander)
    said = said.format(one=names[0], what=word(relatie.soort), other=names[1])
    when = period(relatie.vanaf, relatie.tot)
    return f"{said} {when}" if when else said


def period(vanaf: Datum | None, tot: Datum | None) -> str:
    """Since when, until when, or both; nothing while neither is known."""
    begin, end = (partial_date(str(each)) if each else "" for each in (vanaf, tot))
    if begin and end:
        return _("van {begin} tot {end}").format(begin=begin, end=end)
    if end:
        return _("tot {end}").format(end=end)
    return _("sinds {date}").format(date=begin) if begin else ""


def ages(family: Family, relatie: Relatie) -> str:
    """How old both were when it began and are now, as far as birth dates are known; of a parent at the birth."""
    people = [get(family.dossier, Persoon, each) for each in (relatie.een, relatie.ander)]
    begin = relatie.vanaf
    if relatie.soort is RelatieSoort.OUDER:
        people, begin = people[:1], people[1].geboortedatum
    return ", ".join(said for each in people if (said := _then_and_now(family, each, begin)))


def _then_and_now(family: Family, persoon: Persoon, begin: Datum | None) -> str:
    born = persoon.geboortedatum
    if born is None:
        return ""
    name = named(family, persoon.id)
    now = _age(born, Datum.op(family.op)) if _lives(persoon, family.op) else ""
    then = _age(born, begin) if begin is not None and begin.earliest <= family.op else ""
    if then and now and then != now:
        return _("{name} was {then} en is nu {now}").format(name=name, then=then, now=now)
    if then and not now:
        return _("{name} was {then}").format(name=name, then=then)
    return _("{name} is nu {now}").format(name=name, now=now) if now else ""


def _lives(persoon: Persoon, op: date) -> bool:
    return persoon.overleden_op is None or op < persoon.overleden_op


def _age(born: Datum, on: Datum) -> str:
    """Years on a day; "ongeveer" where either date is not known to the day; nothing before the birth."""
    years = age_on(born, on.latest)
    if on.latest < born.earliest or years < 0:
        return ""
    return str(years) if born.exact and on.exact else _("ongeveer {age}").format(age=years)


# ---------------------------------------------------------------- forms


def relatie_form(family: Family, relatie: Relatie | None = None) -> Form:
    """Who is what of whom, from until."""
    people = choices.people(family)
    specs = (
        FieldSpec("een", _("Wie?"), FieldKind.CHOICE, people, required=True),
        FieldSpec("soort", _("Is …"), FieldKind.CHOICE, choices.words(RelatieSoort), required=True),
        FieldSpec("ander", _("… van wie?"), FieldKind.CHOICE, people, required=True, beside=True),
        FieldSpec(
            "vanaf",
            _("Sinds"),
            FieldKind.PARTIAL_DATE,
            help=_("Alleen het jaar mag ook. Leeg: altijd al, of onbekend."),
        ),
        FieldSpec("tot", _("Tot"), FieldKind.PARTIAL_DATE, beside=True),
        FieldSpec("toelichting", _("Toelichting"), FieldKind.TEXT, more=True),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, people, more=True),
    )
    naming = Naming(_("Wie hoort hoe bij wie?"), _("Wie hoort hoe bij wie?"), _("Toevoegen"))
    if relatie is not None:
        return edit_part(family, relatie, naming, specs)
    return new_part(family, Relatie, naming, specs, {"soort": RelatieSoort.OUDER})


def uit_elkaar_form(family: Family, relatie: UUID) -> Form:
    """Since when partners are no longer together: that ends, and they are ex-partners from that day."""
    pair = get(family.dossier, Relatie, relatie)
    names = named(family, pair.een), named(family, pair.ander)
    return Form(
        key=form_key(family.dossier.id, "uit_elkaar", relatie),
        title=_("Uit elkaar"),
        step=_("Uit elkaar"),
        fields=(
            FieldSpec(
                "tot",
                _("Sinds wanneer?"),
                FieldKind.PARTIAL_DATE,
                help=_("Alleen het jaar of de maand mag ook."),
                required=True,
            ),
        ),
        values={"tot": ""},
        apply=lambda current, answers: _apart(current, relatie, answers),
        button=_("Vastleggen"),
        intro=_("{one} en {other} zijn daarna ex-partners.").format(one=names[0], other=names[1]),
    )


def _apart(current: Family, relatie: UUID, answers: Mapping[str, Any]) -> Family:
    pair, since = get(current.dossier, Relatie, relatie), answers["tot"]
    if pair.vanaf is not None and since.latest < pair.vanaf.earliest:
        raise RuleBroken(Code.END_BEFORE_START, field="tot", id=relatie)
    ex = Relatie(new_id(), pair.een, pair.ander, RelatieSoort.EX_PARTNER, since, voor_wie=pair.voor_wie)
    return replace(current, dossier=put(current.dossier, replace(pair, tot=since), ex))
