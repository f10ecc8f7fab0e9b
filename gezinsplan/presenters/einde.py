"""Ending somebody's help: together, with everything taken over, or recording that he has already gone (rule 4)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from gezinsplan.domain import afschakelen, overname, regie
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Actie, Betrokkenheid
from gezinsplan.domain.errors import Code, Refused, RuleBroken
from gezinsplan.domain.namen import called, helper_name, helper_organisation
from gezinsplan.domain.overname import Last, Overname
from gezinsplan.domain.values import get
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key, read, shown
from gezinsplan.presenters.helper_forms import appoint
from gezinsplan.presenters.wie_helpt import contacts_for, is_hidden
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.words import joined

_ACTIE, _VERVALT = "actie:", "vervalt:"


class Manier(StrEnum):
    """How somebody's help ends."""

    SAMEN = "samen"
    AL_WEG = "al_weg"


def can_end(family: Family, seen: Family) -> tuple[Option, ...]:
    """Who can be ended: the helpers who are there now and are not shielded."""
    kaart = family.team.kaart
    there = [each for each in seen.dossier.betrokkenheden if active_on(each, family.op)]
    return tuple(
        Option(each.id, helper_name(each, kaart), helper_organisation(each, kaart))
        for each in there
        if not is_hidden(family, seen, each.id)
    )


def read_tot(answer: str) -> Datum | None:
    """The day that was typed, as far as it can be read."""
    try:
        day: Datum | None = read(_when_specs()[0], answer)
    except RuleBroken:
        return None
    return day


def last_of(family: Family, helper: UUID, tot: Datum | None) -> Last:
    """What would be without anybody when this helper goes on that day, or today while the day is not known."""
    return overname.carries(family.dossier, helper, tot.eindigt if tot is not None else family.op)


def einde_form(family: Family, helper: UUID, manier: Manier, tot: Datum | None) -> Form:
    """What is asked when this helper goes on that day; `family` as it may be seen."""
    found = get(family.dossier, Betrokkenheid, helper)
    last = last_of(family, helper, tot)
    samen = manier is Manier.SAMEN
    specs = (*_when_specs(), *(_takeover_specs(family, helper, tot, last) if samen else ()))
    plain: dict[FieldKind, Any] = {FieldKind.CHOICES: (), FieldKind.CHOICE: None}
    values = {each.name: plain.get(each.kind, "") for each in specs}
    name = helper_name(found, family.team.kaart)
    return Form(
        key=form_key(family.dossier.id, "einde", helper),
        title=_("{name} afronden").format(name=name),
        step=_("Afronden") if samen else _("Is al weg"),
        fields=specs,
        values=values | {"tot": shown(FieldKind.PARTIAL_DATE, Datum.op(family.op))},
        apply=lambda current, answers: (_together if samen else _gone)(current, helper, answers),
        button=_("Afronden") if samen else _("Vastleggen"),
        intro=_together_intro(name, last) if samen else _gone_intro(family, name, last),
    )


def _when_specs() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            "tot",
            _("Tot wanneer?"),
            FieldKind.PARTIAL_DATE,
            help=_("Vanaf deze dag telt deze persoon niet meer mee. Ongeveer mag: mei 2026."),
            required=True,
        ),
        FieldSpec("reden", _("Waarom?"), FieldKind.TEXT),
        FieldSpec("door", _("Wie heeft dit besloten?"), help=_("Bijvoorbeeld: het gezin, of mama en Rob.")),
    )


def _together_intro(name: str, last: Last) -> str:
    if not last:
        return _("Alles wat {name} doet, doet ook iemand anders. Er hoeft niets te worden overgenomen.").format(
            name=name
        )
    return _("{name} doet nog iets wat niemand anders doet. Kies hieronder wie het overneemt.").format(name=name)


def _gone_intro(family: Family, name: str, last: Last) -> str:
    """What will stand red."""
    if not last:
        return _("{name} is er niet meer. Alles wat {name} deed, doet ook iemand anders.").format(name=name)
    return _(
        "{name} is er niet meer. Dit staat daarna rood bij Niemand doet dit nu, tot iemand het overneemt: {what}."
    ).format(name=name, what=joined(_carried(family, last)))


def _carried(family: Family, last: Last) -> Iterator[str]:
    """What somebody carries, in words: children first."""
    for kind in last.kinderen:
        yield _("contact met {name}").format(name=called(family.dossier, family.team.kaart, kind))
    if last.regie:
        yield _("regisseur zijn")
    for actie in last.acties:
        yield _quoted(get(family.dossier, Actie, actie).wat)


def _quoted(text: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


# ---------------------------------------------------------------- who takes over


def _takeover_specs(family: Family, helper: UUID, tot: Datum | None, last: Last) -> tuple[FieldSpec, ...]:
    """Children first, then the regie, then every open actie."""
    then = replace(family, op=tot.eindigt) if tot is not None else family
    kind = _kind_specs(family, then, helper, last.kinderen) if last.kinderen else ()
    regisseur = _regie_specs(family, then, helper) if last.regie else ()
    takers = _still_there(family, helper, choices.deelnemers(then))
    acties = (spec for each in last.acties for spec in _actie_specs(get(family.dossier, Actie, each), takers))
    return (*kind, *regisseur, *acties)


def _still_there(family: Family, helper: UUID, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Without who leaves, and for a day in the past without who has gone since."""
    gone = [each for each in family.dossier.betrokkenheden if each.tot is not None and each.tot.eindigt <= family.op]
    away = {helper, *(each.id for each in gone)}
    return tuple(each for each in options if each.value not in away)


def _kind_specs(family: Family, then: Family, helper: UUID, kinderen: tuple[UUID, ...]) -> tuple[FieldSpec, ...]:
    names = joined(called(family.dossier, family.team.kaart, each) for each in kinderen)
    takers = _still_there(family, helper, contacts_for(then, kinderen))
    return (
        FieldSpec(
            "contact",
            _("Wie houdt contact met {names}?").format(names=names),
            FieldKind.CHOICE,
            (*choices.nobody(_("Kies iemand")), *takers),
            section=_("Contact met {names}").format(names=names),
        ),
        FieldSpec("geen_contact", _("Of: waarom hoeft dat niet?")),
    )


def _regie_specs(family: Family, then: Family, helper: UUID) -> tuple[FieldSpec, ...]:
    people = _still_there(family, helper, choices.deelnemers(then))
    return (
        FieldSpec(
            "regisseur",
            _("Wie wordt de nieuwe regisseur?"),
            FieldKind.CHOICE,
            choices.regisseurs(family, people),
            section=_("Regisseur"),
        ),
        FieldSpec("regie_reden", _("Waarom deze keuze?")),
    )


def _actie_specs(actie: Actie, takers: tuple[Option, ...]) -> tuple[FieldSpec, FieldSpec]:
    return (
        FieldSpec(
            f"{_ACTIE}{actie.id}", _("Wie neemt dit over?"), FieldKind.CHOICES, takers, section=_quoted(actie.wat)
        ),
        FieldSpec(f"{_VERVALT}{actie.id}", _("Of: niet meer nodig, want …")),
    )


# ---------------------------------------------------------------- the rules


def _together(current: Family, helper: UUID, answers: Mapping[str, Any]) -> Family:
    """Everything taken over or closed, if need be with a new regisseur, in one step."""
    einde = Einde(answers["tot"], answers["reden"], answers["door"])
    overname = Overname(
        acties=dict(_by_actie(answers, _ACTIE)),
        vervallen=dict(_by_actie(answers, _VERVALT)),
        contact_door=answers.get("contact"),
        geen_contact_omdat=answers.get("geen_contact", ""),
    )
    if answers.get("regisseur") is not None and einde.reden.strip() and last_of(current, helper, einde.tot).regie:
        current = _appointed(current, answers)
    return replace(current, dossier=afschakelen.afschakelen(current.dossier, helper, einde, overname))


def _by_actie(answers: Mapping[str, Any], start: str) -> Iterator[tuple[UUID, Any]]:
    for name, answer in answers.items():
        if name.startswith(start):
            yield UUID(name.removeprefix(start)), answer


def _appointed(current: Family, answers: Mapping[str, Any]) -> Family:
    vanaf, reden = answers["tot"].eindigt, answers["regie_reden"]
    return appoint(current, regie.Keuze(answers["regisseur"], vanaf, reden, gekozen_door=answers["door"]))


def _gone(current: Family, helper: UUID, answers: Mapping[str, Any]) -> Family:
    """At once with the true date; what he carried shows as a hole."""
    einde = Einde(answers["tot"], answers["reden"], answers["door"])
    return replace(current, dossier=afschakelen.al_weg(current.dossier, helper, einde, new_id()))


# ---------------------------------------------------------------- where a refusal belongs

_REGIE = {
    Code.REGIE_BEFORE_CURRENT: "tot",
    Code.REGIE_OUTSIDE_GEZIN: "tot",
    Code.REGIE_SAME_HOLDER: "regisseur",
    Code.REGIE_REASON_MISSING: "regie_reden",
    Code.REGIE_HOLDER_NOT_INVOLVED: "regisseur",
}
_FIELDS = {
    "reden_einde": "reden",
    "beeindigd_door": "door",
    "geen_overname_omdat": "geen_contact",
    "contact_door": "contact",
    "gekozen_door": "door",
}


def places(refused: Refused, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields beside which a refusal is told, the first of the form first; none: it has no place here."""
    wanted = {*_named(refused), *_still(refused), *_not_there(refused, answers)}
    return tuple(each for each in answers if each in wanted)


def _named(refused: Refused) -> Iterator[str]:
    name, part = str(refused.values.get("field", "")), refused.values.get("id")
    yield _REGIE.get(refused.code) or (f"{_VERVALT}{part}" if name == "reden" and part else _FIELDS.get(name, name))


def _still(refused: Refused) -> Iterator[str]:
    """What is still carried: acties, children, the regie."""
    acties: Any = refused.values.get("acties", ())
    yield from (f"{_ACTIE}{each}" for each in acties)
    if refused.values.get("kinderen"):
        yield "contact"
    if refused.values.get("regie"):
        yield "regisseur"


def _not_there(refused: Refused, answers: Mapping[str, Any]) -> Iterator[str]:
    """Where somebody was chosen who is not there on that day."""
    if refused.code is Code.TAKEOVER_NOT_THERE:
        who = refused.values.get("id")
        for name, answer in answers.items():
            if answer == who or (isinstance(answer, tuple) and who in answer):
                yield name
