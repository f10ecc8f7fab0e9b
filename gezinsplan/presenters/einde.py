"""Ending somebody's help: together, with everything taken over, or recording that he has already gone (rule 4)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from gezinsplan.domain import afschakelen
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.namen import helper_name, helper_organisation
from gezinsplan.domain.overname import Last
from gezinsplan.domain.values import get
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key, read, shown
from gezinsplan.presenters.overnemen import carried, last_of, overname_of, takeover_specs, with_new_regisseur
from gezinsplan.presenters.wie_helpt import is_hidden
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.words import joined


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


def einde_form(family: Family, helper: UUID, manier: Manier, tot: Datum | None) -> Form:
    """What is asked when this helper goes on that day; `family` as it may be seen."""
    found = get(family.dossier, Betrokkenheid, helper)
    last = last_of(family, helper, tot)
    samen = manier is Manier.SAMEN
    specs = (*_when_specs(), *(takeover_specs(family, helper, tot, last) if samen else ()))
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
            leads=True,
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
    ).format(name=name, what=joined(carried(family, last)))


# ---------------------------------------------------------------- the rules


def _together(current: Family, helper: UUID, answers: Mapping[str, Any]) -> Family:
    """Everything taken over or closed, if need be with a new regisseur, in one step."""
    einde = Einde(answers["tot"], answers["reden"], answers["door"])
    if einde.reden.strip():
        current = with_new_regisseur(current, helper, einde.tot, einde.door, answers)
    overname = overname_of(answers)
    return replace(current, dossier=afschakelen.afschakelen(current.dossier, helper, einde, overname))


def _gone(current: Family, helper: UUID, answers: Mapping[str, Any]) -> Family:
    """At once with the true date; what he carried shows as a hole."""
    einde = Einde(answers["tot"], answers["reden"], answers["door"])
    return replace(current, dossier=afschakelen.al_weg(current.dossier, helper, einde, new_id()))
