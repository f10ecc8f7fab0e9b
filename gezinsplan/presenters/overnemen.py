"""Who takes over what somebody carries: the questions, what the answers come to, where a refusal belongs (rule 4)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain import overname, regie
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Actie
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.namen import called
from gezinsplan.domain.overname import Last, Overname
from gezinsplan.domain.values import get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak
from gezinsplan.domain.veiligheidsafspraken import first_day
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Option
from gezinsplan.presenters.regie_forms import appoint
from gezinsplan.presenters.wie_helpt import contacts_for
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.words import joined, word

_ACTIE, _VERVALT, _AFSPRAAK, _CONTROLE = "actie:", "vervalt:", "afspraak:", "controle:"
_GESLOTEN, _MAATREGEL = "gesloten:", "maatregel:"


def last_of(family: Family, helper: UUID, tot: Datum | None) -> Last:
    """What would be without anybody when this helper goes on that day, or today while the day is not known."""
    return overname.carries(family.dossier, helper, tot.eindigt if tot is not None else family.op)


def carried(family: Family, last: Last) -> Iterator[str]:
    """What somebody carries, in words: safety first, then children."""
    dossier = family.dossier
    for afspraak in last.afspraken:
        yield quoted(get(dossier, Veiligheidsafspraak, afspraak).wat)
    for controle in last.controles:
        agreed = quoted(get(dossier, Veiligheidsafspraak, controle).wat)
        yield _("nakijken van {what}").format(what=agreed)
    for maatregel in last.maatregelen:
        yield _("uitvoeren van {what}").format(what=_measure(family, get(dossier, Maatregel, maatregel)))
    for kind in last.kinderen:
        yield _("contact met {name}").format(name=called(dossier, family.team.kaart, kind))
    if last.regie:
        yield _("regisseur zijn")
    for actie in last.acties:
        yield quoted(get(dossier, Actie, actie).wat)


def quoted(text: str) -> str:
    """What was agreed, between quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def _measure(family: Family, maatregel: Maatregel) -> str:
    names = joined(called(family.dossier, family.team.kaart, each) for each in maatregel.over)
    return _("{what} van {names}").format(what=word(maatregel.soort), names=names)


# ---------------------------------------------------------------- the questions


def takeover_specs(family: Family, helper: UUID, tot: Datum | None, last: Last) -> tuple[FieldSpec, ...]:
    """Safety first, then children, the regie, and every open actie."""
    day = tot.eindigt if tot is not None else family.op
    still = _still_there(family, helper)

    def takers(op: date) -> tuple[Option, ...]:
        return still(choices.deelnemers(replace(family, op=op)))

    agreed = sorted({*last.afspraken, *last.controles})
    afspraken = (spec for each in agreed for spec in _afspraak_specs(family, each, last, takers, day))
    acties = (spec for each in last.acties for spec in _actie_specs(get(family.dossier, Actie, each), takers(day)))
    near = still(contacts_for(replace(family, op=day), last.kinderen))
    return (
        *afspraken,
        *(_maatregel_spec(family, each, still, day) for each in last.maatregelen),
        *(_kind_specs(family, near, last.kinderen) if last.kinderen else ()),
        *(_regie_specs(family, takers(day)) if last.regie else ()),
        *acties,
    )


_Still = Callable[[tuple[Option, ...]], tuple[Option, ...]]


def _still_there(family: Family, helper: UUID) -> _Still:
    """Without who leaves, and for a day in the past without who has gone since."""
    gone = [each for each in family.dossier.betrokkenheden if each.tot is not None and each.tot.eindigt <= family.op]
    away = {helper, *(each.id for each in gone)}
    return lambda options: tuple(each for each in options if each.value not in away)


def _afspraak_specs(
    family: Family, afspraak: UUID, last: Last, takers: Callable[[date], tuple[Option, ...]], op: date
) -> Iterator[FieldSpec]:
    found = get(family.dossier, Veiligheidsafspraak, afspraak)
    there, section = takers(first_day(found, op)), _("Veiligheid: {what}").format(what=quoted(found.wat))
    if afspraak in last.afspraken:
        yield FieldSpec(f"{_AFSPRAAK}{afspraak}", _("Wie doet dit nu?"), FieldKind.CHOICES, there, section=section)
        section = ""
    if afspraak in last.controles:
        several = (*choices.nobody(_("Kies iemand")), *there)
        name = f"{_CONTROLE}{afspraak}"
        yield FieldSpec(name, _("Wie kijkt na of het gebeurt?"), FieldKind.CHOICE, several, section=section)
    yield FieldSpec(f"{_GESLOTEN}{afspraak}", _("Of: niet meer nodig, want …"))


def _maatregel_spec(family: Family, maatregel: UUID, still: _Still, op: date) -> FieldSpec:
    found = get(family.dossier, Maatregel, maatregel)
    there = still(choices.helpers(replace(family, op=max(op, found.vanaf))))
    return FieldSpec(
        f"{_MAATREGEL}{maatregel}",
        _("Wie voert dit nu uit?"),
        FieldKind.CHOICE,
        (*choices.nobody(_("Kies iemand")), *there),
        help=_("Is het besluit voorbij? Leg dat dan eerst vast, bij Veiligheid."),
        section=_measure(family, found)[:1].upper() + _measure(family, found)[1:],
    )


def _kind_specs(family: Family, takers: tuple[Option, ...], kinderen: tuple[UUID, ...]) -> tuple[FieldSpec, ...]:
    names = joined(called(family.dossier, family.team.kaart, each) for each in kinderen)
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


def _regie_specs(family: Family, people: tuple[Option, ...]) -> tuple[FieldSpec, ...]:
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
            f"{_ACTIE}{actie.id}", _("Wie neemt dit over?"), FieldKind.CHOICES, takers, section=quoted(actie.wat)
        ),
        FieldSpec(f"{_VERVALT}{actie.id}", _("Of: niet meer nodig, want …")),
    )


# ---------------------------------------------------------------- the answers


def overname_of(answers: Mapping[str, Any]) -> Overname:
    """Who takes over what, out of the answers to these questions."""
    return Overname(
        acties=_by_id(answers, _ACTIE),
        vervallen=_by_id(answers, _VERVALT),
        contact_door=answers.get("contact"),
        geen_contact_omdat=answers.get("geen_contact", ""),
        afspraken=_by_id(answers, _AFSPRAAK),
        controles=_by_id(answers, _CONTROLE),
        gesloten=_by_id(answers, _GESLOTEN),
        maatregelen=_by_id(answers, _MAATREGEL),
    )


def _by_id(answers: Mapping[str, Any], start: str) -> dict[UUID, Any]:
    """The answers of one kind; nobody is no answer."""
    found = ((name.removeprefix(start), answer) for name, answer in answers.items() if name.startswith(start))
    return {UUID(part): answer for part, answer in found if answer is not None}


def with_new_regisseur(current: Family, helper: UUID, tot: Datum, door: str, answers: Mapping[str, Any]) -> Family:
    """The family with the regisseur that was chosen in the place of who leaves, if he is regisseur."""
    if answers.get("regisseur") is None or not last_of(current, helper, tot).regie:
        return current
    keuze = regie.Keuze(answers["regisseur"], tot.eindigt, answers["regie_reden"], gekozen_door=door)
    return appoint(current, keuze)


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
_CARRIED = {"acties": _ACTIE, "afspraken": _AFSPRAAK, "controles": _CONTROLE, "maatregelen": _MAATREGEL}


def places(refused: Refused, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields beside which a refusal is told, the first of the form first; none: it has no place here."""
    wanted = {*_named(refused), *_still(refused), *_not_there(refused, answers)}
    if "contact" in wanted and "contact" not in answers:
        wanted.add("over")
    return tuple(each for each in answers if each in wanted)


def _named(refused: Refused) -> Iterator[str]:
    name, part = str(refused.values.get("field", "")), refused.values.get("id")
    if refused.code in _REGIE:
        yield _REGIE[refused.code]
        return
    apart = (f"{_VERVALT}{part}", f"{_GESLOTEN}{part}") if name == "reden" and part else ()
    yield from apart or (_FIELDS.get(name, name),)


def _still(refused: Refused) -> Iterator[str]:
    """What is still carried: safety, acties, children, the regie."""
    for name, start in _CARRIED.items():
        parts: Any = refused.values.get(name, ())
        yield from (f"{start}{each}" for each in parts)
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
