"""The forms of versions: agreeing on the plan, giving it, who agrees, and what somebody said of what he received."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gezinsplan.domain import akkoord as akkoorden
from gezinsplan.domain import vaststellen, verstrekken
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.overleg import Overleg
from gezinsplan.domain.values import get
from gezinsplan.domain.versies import Akkoord, AkkoordVorm, Antwoord, PlanVersie, VersieStatus, Verstrekking, Wijze
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key, shown
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.services.versies import freeze
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_time, local
from gezinsplan.texts.words import joined, word

REACT_WITHIN = timedelta(days=14)
_TALKS = 8


def vaststel_form(family: Family) -> Form:
    """On which day, in which talk, and who said yes there; the others are asked afterwards."""
    asked = {each.wie for each in akkoorden.gevraagden(family.dossier, family.op)}
    people = tuple(each for each in choices.deelnemers(family) if each.value in asked)
    last = _talks(family)
    specs = (
        FieldSpec("dag", _("Op welke dag?"), FieldKind.DATE, required=True),
        FieldSpec(
            "overleg",
            _("In welk gesprek?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Niet in een gesprek")), *last),
            beside=True,
        ),
        FieldSpec(
            "akkoord",
            _("Wie zei daar dat het goed is?"),
            FieldKind.CHOICES,
            people,
            help=_("Wie het er niet mee eens is, of nog gevraagd moet worden, vult u daarna in."),
        ),
    )
    return Form(
        key=form_key(family.dossier.id, "vaststellen"),
        title=_("Het plan vaststellen"),
        step=_("Plan vaststellen"),
        fields=specs,
        values={"dag": shown(FieldKind.DATE, family.op), "overleg": None, "akkoord": ()},
        apply=_agreed,
        button=_("Vaststellen"),
        intro=_intro(family),
    )


def _intro(family: Family) -> str:
    number = vaststellen.volgend_nummer(family.dossier)
    said = _("Dit wordt versie {n}. Wat er nu in het plan staat, blijft zo bewaard.").format(n=number)
    young = akkoorden.zonder_gezag(family.dossier, family.op)
    if not young:
        return said
    names = joined(choices.for_whom(family, (each,)) for each in young)
    missing = _("Nog niet bekend is wie het gezag heeft over {names}. Vul dat in bij Gezin en netwerk.")
    return f"{said} {missing.format(names=names)}"


def _talks(family: Family) -> tuple[Option, ...]:
    """The talks until today, the latest first."""
    found = [each for each in family.dossier.overleggen if local(each.moment).date() <= family.op]
    found.sort(key=lambda each: (each.moment, each.id), reverse=True)
    return tuple(_talk(family, each) for each in found[:_TALKS])


def _talk(family: Family, overleg: Overleg) -> Option:
    kind, when = word(overleg.soort), day_and_time(overleg.moment, family.op)
    return Option(overleg.id, f"{kind[:1].upper()}{kind[1:]}, {when}", overleg.plaats)


def _agreed(current: Family, answers: Mapping[str, Any]) -> Family:
    versie = _frozen(current, VersieStatus.VASTGESTELD, answers["dag"], answers["overleg"])
    dossier = vaststellen.maak_versie(current.dossier, versie, current.op)
    with _beside(deelnemer="akkoord"):
        for who in answers["akkoord"]:
            said = Akkoord(new_id(), versie.id, who, versie.dag, Antwoord.AKKOORD, AkkoordVorm.MONDELING)
            dossier = akkoorden.leg_akkoord_vast(dossier, said, current.op)
    return replace(current, dossier=dossier)


@contextmanager
def _beside(**names: str) -> Iterator[None]:
    """A refusal about a field of a part stands beside the field of the form that asked for it."""
    try:
        yield
    except RuleBroken as broken:
        field = names.get(str(broken.values.get("field")), broken.values.get("field"))
        raise RuleBroken(broken.code, **{**broken.values, "field": field}) from None


def _frozen(family: Family, status: VersieStatus, dag: date, overleg: UUID | None = None) -> PlanVersie:
    number = vaststellen.volgend_nummer(family.dossier)
    return PlanVersie(new_id(), number, status, dag, freeze(family), overleg)


# ---------------------------------------------------------------- giving


def voorstel_form(family: Family, aan: tuple[UUID, ...] = ()) -> Form:
    """Give the plan as it stands now as a proposal; `aan` are ticked, or else everybody who must have it."""
    to = aan or akkoorden.ontvangers(family.dossier, family.op)
    form = _giving(family, to, "voorstel", (_reacting(),))
    number = vaststellen.volgend_nummer(family.dossier)
    said = _("Het voorstel voor versie {n} wordt bewaard zoals het nu is, zodat bekend blijft wie wat kreeg.")
    return replace(
        form,
        title=_("Voorstel geven"),
        step=_("Voorstel geven"),
        values={**form.values, "reageren_tot": shown(FieldKind.DATE, family.op + REACT_WITHIN)},
        apply=_proposed,
        intro=said.format(n=number),
    )


def _proposed(current: Family, answers: Mapping[str, Any]) -> Family:
    """A proposal that was given before, and still says the same, is the same version."""
    made = _frozen(current, VersieStatus.CONCEPT, answers["datum"])
    last = vaststellen.nieuwste(current.dossier)
    known = last is not None and last.status is VersieStatus.CONCEPT and last.inhoud == made.inhoud
    if last is not None and known and last.dag <= made.dag:
        return _given(current, last, answers)
    with _beside(dag="datum"):
        dossier = vaststellen.maak_versie(current.dossier, made, current.op)
    return _given(replace(current, dossier=dossier), made, answers)


def geven_form(family: Family, versie: UUID, aan: tuple[UUID, ...] = ()) -> Form:
    """Give a version that there is; `aan` are ticked, or else who must have it and has not."""
    part = get(family.dossier, PlanVersie, versie)
    is_concept = part.status is VersieStatus.CONCEPT
    to = aan or verstrekken.nog_niet_gekregen(family.dossier, part, family.op)
    form = _giving(family, to, "geven", (_reacting(),) if is_concept else ())
    until = {"reageren_tot": shown(FieldKind.DATE, family.op + REACT_WITHIN)} if is_concept else {}
    return replace(
        form,
        key=form_key(family.dossier.id, "geven", versie),
        values={**form.values, **until},
        apply=lambda current, answers: _given(current, get(current.dossier, PlanVersie, versie), answers),
        intro=f"{_('Versie {n}').format(n=part.nummer)}, {word(part.status)}",
    )


def _reacting() -> FieldSpec:
    return FieldSpec("reageren_tot", _("Reageren voor"), FieldKind.DATE, required=True, beside=True)


def _giving(family: Family, to: tuple[UUID, ...], kind: str, more: tuple[FieldSpec, ...]) -> Form:
    specs = (
        FieldSpec("aan", _("Wie kreeg het?"), FieldKind.CHOICES, choices.deelnemers(family), required=True),
        FieldSpec("wijze", _("Hoe?"), FieldKind.CHOICE, choices.words(Wijze), required=True),
        FieldSpec("datum", _("Op welke dag?"), FieldKind.DATE, required=True),
        *more,
    )
    return Form(
        key=form_key(family.dossier.id, kind),
        title=_("Plan geven"),
        step=_("Plan geven"),
        fields=specs,
        values={"aan": to, "wijze": Wijze.MEEGEGEVEN, "datum": shown(FieldKind.DATE, family.op)},
        apply=_proposed,
        button=_("Vastleggen"),
    )


def _given(current: Family, versie: PlanVersie, answers: Mapping[str, Any]) -> Family:
    given = [
        Verstrekking(new_id(), versie.id, who, answers["datum"], answers["wijze"], answers.get("reageren_tot"))
        for who in answers["aan"]
    ]
    return replace(current, dossier=verstrekken.verstrek(current.dossier, given, current.op))


def verstrekking_form(family: Family, part: Verstrekking) -> Form:
    """What somebody said of what he received, or why it turned out not to be so."""
    specs = (
        FieldSpec("reactie", _("Wat is de reactie?"), FieldKind.TEXT, help=_("In eigen woorden.")),
        FieldSpec("reactie_op", _("Op welke dag?"), FieldKind.DATE),
        FieldSpec(
            "reden",
            _("Klopt het niet dat dit gegeven is?"),
            FieldKind.TEXT,
            help=_("Schrijf wat er niet klopt. Dan telt het niet meer mee; het blijft wel staan."),
            more=True,
        ),
    )
    name = choices.for_whom(family, (part.deelnemer,))
    versie = get(family.dossier, PlanVersie, part.versie)
    title = _("Versie {n} voor {name}").format(n=versie.nummer, name=name)

    def into(dossier: Dossier, changed: Verstrekking) -> Dossier:
        return verstrekken.reageer(dossier, changed, family.op)

    return edit_part(family, part, Naming("", title, ""), specs, into)


# ---------------------------------------------------------------- who agrees


def akkoord_form(family: Family, versie: UUID, wie: UUID | None = None) -> Form:
    """What a member says of the version, or a helper of his own part of it; `wie` is filled in at first."""
    defaults = {"versie": versie, "datum": family.op, "vorm": AkkoordVorm.MONDELING, "deelnemer": wie}
    form = new_part(family, Akkoord, _naming(), _akkoord_specs(family, None), defaults, _into(family))
    return replace(form, key=form_key(family.dossier.id, "akkoord", versie))


def akkoord_edit_form(family: Family, part: Akkoord) -> Form:
    """An answer that was written down wrong."""
    return edit_part(family, part, _naming(), _akkoord_specs(family, part.deelnemer), _into(family))


def _naming() -> Naming:
    return Naming(_("Akkoord vastleggen"), _("Akkoord wijzigen"), _("Vastleggen"))


def _into(family: Family) -> Any:
    def into(dossier: Dossier, said: Akkoord) -> Dossier:
        vorm = None if said.antwoord is Antwoord.NIET_GEVRAAGD else said.vorm
        return akkoorden.leg_akkoord_vast(dossier, replace(said, vorm=vorm), family.op)

    return into


def _akkoord_specs(family: Family, keep: UUID | None) -> tuple[FieldSpec, ...]:
    dossier = family.dossier
    asked = {each.wie for each in akkoorden.gevraagden(dossier, family.op)} | {keep}
    asked |= {each.id for each in dossier.betrokkenheden}
    kept = (keep,) if keep is not None else ()
    people = tuple(each for each in choices.deelnemers(family, kept) if each.value in asked)
    ways = (*choices.nobody(_("Geen van deze")), *choices.words(AkkoordVorm))
    return (
        FieldSpec("deelnemer", _("Wie?"), FieldKind.CHOICE, people, required=True),
        FieldSpec("antwoord", _("Wat is het antwoord?"), FieldKind.CHOICE, choices.words(Antwoord), required=True),
        FieldSpec("vorm", _("Hoe?"), FieldKind.CHOICE, ways),
        FieldSpec("datum", _("Op welke dag?"), FieldKind.DATE, required=True, beside=True),
        FieldSpec(
            "toelichting",
            _("In eigen woorden"),
            FieldKind.TEXT,
            help=_("Bij niet akkoord: waarom niet. Dit komt op papier. Kon het niet gevraagd worden: waarom niet."),
        ),
        FieldSpec("bewaard", _("Waar ligt het ondertekende papier?"), more=True),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True),
    )
