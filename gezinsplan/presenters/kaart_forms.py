"""The forms of the sociale kaart: an organisation, and somebody who works there, with the role card."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.kaart import Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.namen import organisation_name
from gezinsplan.domain.values import get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, FormOf, shown
from gezinsplan.presenters.herkennen import guessed_sector
from gezinsplan.services.identity import new_id
from gezinsplan.services.sociale_kaart import organisation_named
from gezinsplan.texts import _

KaartForm = FormOf[SocialeKaart]


def _shared() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("waarvoor", _("Waarvoor benaderen?"), FieldKind.TEXT),
        FieldSpec("waarvoor_niet", _("Waarvoor niet?"), FieldKind.TEXT),
        FieldSpec("kennisgemaakt_op", _("Kennisgemaakt op"), FieldKind.DATE),
    )


def _organisatie_specs() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("naam", _("Naam"), required=True),
        FieldSpec("sector", _("Soort organisatie"), FieldKind.CHOICE, choices.words(Sector)),
        FieldSpec("plaats", _("Plaats"), beside=True),
        FieldSpec("telefoon", _("Telefoon")),
        FieldSpec("bereikbaar", _("Wanneer bereikbaar?"), beside=True),
        *_shared(),
    )


def _professional_specs(kaart: SocialeKaart) -> tuple[FieldSpec, ...]:
    names = tuple(each.naam for each in kaart.organisaties)
    return (
        FieldSpec("naam", _("Naam"), required=True),
        FieldSpec("functie", _("Functie")),
        FieldSpec("organisatie", _("Organisatie"), suggestions=names, beside=True),
        FieldSpec("telefoon", _("Telefoon")),
        FieldSpec("mail", _("E-mail"), beside=True),
        FieldSpec("bereikbaar", _("Wanneer bereikbaar?")),
        FieldSpec(
            "waar_ga_ik_over",
            _("Waar ga ik over?"),
            FieldKind.TEXT,
            help=_("Wat deze persoon zelf mag beslissen, en wat niet."),
        ),
        *_shared(),
    )


def organisatie_form(kaart: SocialeKaart, organisatie: Organisatie | None = None) -> KaartForm:
    """A new organisation, or one that is there: then each answer is a step."""
    specs = _organisatie_specs()

    def apply(current: SocialeKaart, answers: Mapping[str, Any]) -> SocialeKaart:
        if organisatie is not None:
            return put(current, replace(get(current, Organisatie, organisatie.id), **answers))
        told = {**answers}
        if told["sector"] is Sector.OVERIG:
            told["sector"] = guessed_sector(told["naam"]) or Sector.OVERIG
        return put(current, Organisatie(new_id(), **told))

    before = organisatie or Organisatie(kaart.id, "", Sector.OVERIG)
    return _form("organisatie", organisatie, specs, _values(before, specs), apply, _("Organisatie toevoegen"))


def professional_form(kaart: SocialeKaart, person: Professional | None = None) -> KaartForm:
    """Somebody new, or who is there; an organisation that is typed and not there yet is made."""
    specs = _professional_specs(kaart)

    def apply(current: SocialeKaart, answers: Mapping[str, Any]) -> SocialeKaart:
        told = {**answers}
        if "organisatie" in told:
            current, told["organisatie"] = _works_at(current, told["organisatie"])
        if person is not None:
            return put(current, replace(get(current, Professional, person.id), **told))
        return put(current, Professional(id=new_id(), **told))

    before = person or Professional(kaart.id, "")
    values = {**_values(before, specs), "organisatie": organisation_name(kaart, before.organisatie)}
    return _form("professional", person, specs, values, apply, _("Persoon toevoegen"))


def _works_at(kaart: SocialeKaart, naam: str) -> tuple[SocialeKaart, UUID | None]:
    if not naam.strip():
        return kaart, None
    sector = guessed_sector(naam) or Sector.OVERIG
    found = organisation_named(kaart, naam) or Organisatie(new_id(), naam.strip(), sector)
    return put(kaart, found), found.id


def _values(part: Organisatie | Professional, specs: tuple[FieldSpec, ...]) -> dict[str, Any]:
    return {spec.name: shown(spec.kind, getattr(part, spec.name)) for spec in specs}


def _form(
    kind: str,
    part: Organisatie | Professional | None,
    specs: tuple[FieldSpec, ...],
    values: Mapping[str, Any],
    apply: Any,
    verb: str,
) -> KaartForm:
    title = part.naam if part is not None else verb
    return FormOf(
        key=f"sociale-kaart/{kind}/{part.id if part is not None else 'new'}",
        title=title,
        step=_("Sociale kaart wijzigen") if part is not None else verb,
        fields=specs,
        values=values,
        apply=apply,
        button="" if part is not None else _("Toevoegen"),
    )


def form_of(kaart: SocialeKaart, part: UUID) -> KaartForm | None:
    """The form about what has this id, if it is still there."""
    for organisatie in kaart.organisaties:
        if organisatie.id == part:
            return organisatie_form(kaart, organisatie)
    person = next((each for each in kaart.professionals if each.id == part), None)
    return professional_form(kaart, person) if person is not None else None
