"""The form about a talk: when, where, of which kind, and who is invited."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from gezinsplan.domain.lezers import HEEL_GEZIN
from gezinsplan.domain.overleg import Deelname, Overleg, OverlegSoort
from gezinsplan.domain.values import get, put
from gezinsplan.domain.vergadering import invite, of_overleg
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, shown
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.dates import local, moment


def overleg_form(family: Family, overleg: Overleg | None = None) -> Form:
    """A talk to plan, or one that is there."""
    title = _("Gesprek wijzigen") if overleg else _("Gesprek plannen")
    invited = tuple(each.deelnemer for each in of_overleg(family.dossier, overleg.id)) if overleg is not None else ()
    return Form(
        key=form_key(family.dossier.id, "overleg", overleg.id if overleg else None),
        title=title,
        step=title,
        fields=_specs(family, invited),
        values=_values(overleg, invited),
        apply=lambda current, answers: _planned(current, overleg, answers),
        button="" if overleg else title,
    )


def _specs(family: Family, invited: tuple[UUID, ...]) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("dag", _("Dag"), FieldKind.DATE, required=True),
        FieldSpec("tijd", _("Tijd"), FieldKind.TIME, help=_("Bijvoorbeeld 15:30."), required=True, beside=True),
        FieldSpec("plaats", _("Waar?"), help=_("Bijvoorbeeld: thuis.")),
        FieldSpec("soort", _("Wat voor gesprek?"), FieldKind.CHOICE, choices.words(OverlegSoort), beside=True),
        FieldSpec("wie", _("Wie nodigt u uit?"), FieldKind.CHOICES, choices.deelnemers(family, invited)),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True),
    )


def _values(overleg: Overleg | None, invited: tuple[UUID, ...]) -> dict[str, Any]:
    then = local(overleg.moment) if overleg is not None else None
    return {
        "dag": shown(FieldKind.DATE, then.date()) if then else "",
        "tijd": f"{then:%H:%M}" if then else "",
        "plaats": overleg.plaats if overleg else "",
        "soort": overleg.soort if overleg else OverlegSoort.GEZINSGESPREK,
        "wie": invited,
        "voor_wie": overleg.voor_wie if overleg else HEEL_GEZIN,
    }


def _planned(current: Family, overleg: Overleg | None, answers: Mapping[str, Any]) -> Family:
    rest = {name: answers[name] for name in ("plaats", "soort", "voor_wie") if name in answers}
    if overleg is None:
        part = Overleg(new_id(), moment(answers["dag"], answers["tijd"]), **rest)
    else:
        kept = get(current.dossier, Overleg, overleg.id)
        before = local(kept.moment)
        when = moment(answers.get("dag", before.date()), answers.get("tijd", before.time()))
        part = replace(kept, moment=when, **rest)
    dossier = put(current.dossier, part)
    if "wie" in answers:
        dossier = invite(dossier, part.id, [Deelname(new_id(), part.id, each) for each in answers["wie"]])
    return replace(current, dossier=dossier)
