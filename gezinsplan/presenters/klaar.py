"""Whose last day has come: "klaar?" with three answers, done, a while longer, or he stays (product.md 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain import bijschakelen
from gezinsplan.domain.dossier import Betrokkenheid
from gezinsplan.domain.errors import RuleBroken
from gezinsplan.domain.namen import helper_name
from gezinsplan.domain.values import get
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date


@dataclass(frozen=True, slots=True)
class KlaarRij:
    """Somebody who is there for a while and whose day has come."""

    betrokkenheid: UUID
    tekst: str
    onder: str


def klaar_rijen(family: Family) -> tuple[KlaarRij, ...]:
    """Who is to be asked about, the longest ago first."""
    return tuple(_row(family, each) for each in bijschakelen.klaar_te_vragen(family.dossier, family.op))


def _row(family: Family, helper: Betrokkenheid) -> KlaarRij:
    name = helper_name(helper, family.team.kaart)
    until = short_date(helper.verwacht_tot, family.op) if helper.verwacht_tot is not None else ""
    text = _("{name} zou helpen tot {date}. Klaar?").format(name=name, date=until)
    return KlaarRij(helper.id, text, helper.vraag)


def langer_form(family: Family, betrokkenheid: UUID) -> Form:
    """A while longer: until when, and why."""
    name = helper_name(get(family.dossier, Betrokkenheid, betrokkenheid), family.team.kaart)
    specs = (
        FieldSpec("verwacht_tot", _("Tot wanneer?"), FieldKind.DATE, required=True),
        FieldSpec("waarom", _("Waarom is het nog nodig?"), FieldKind.TEXT, required=True),
    )
    return Form(
        key=form_key(family.dossier.id, "langer", betrokkenheid),
        title=_("{name} helpt nog even").format(name=name),
        step=_("Nog even"),
        fields=specs,
        values={"verwacht_tot": "", "waarom": ""},
        apply=lambda current, answers: _longer(current, betrokkenheid, answers),
        button=_("Nog even"),
    )


def _longer(current: Family, betrokkenheid: UUID, answers: Mapping[str, Any]) -> Family:
    until, why = answers["verwacht_tot"], answers["waarom"]
    after = bijschakelen.langer(current.dossier, betrokkenheid, until, why, new_id(), current.op)
    return replace(current, dossier=after)


def blijft_form(family: Family, betrokkenheid: UUID) -> Form:
    """He stays, and why."""
    name = helper_name(get(family.dossier, Betrokkenheid, betrokkenheid), family.team.kaart)
    return Form(
        key=form_key(family.dossier.id, "blijft", betrokkenheid),
        title=_("{name} blijft").format(name=name),
        step=_("Blijft"),
        fields=(FieldSpec("waarom", _("Waarom blijft deze persoon?"), FieldKind.TEXT, required=True),),
        values={"waarom": ""},
        apply=lambda current, answers: _stays(current, betrokkenheid, answers),
        button=_("Blijft"),
        intro=_("Deze persoon is daarna niet meer tijdelijk."),
    )


def _stays(current: Family, betrokkenheid: UUID, answers: Mapping[str, Any]) -> Family:
    try:
        after = bijschakelen.blijft(current.dossier, betrokkenheid, answers["waarom"], new_id(), current.op)
    except RuleBroken as broken:
        raise RuleBroken(broken.code, field="waarom") from None
    return replace(current, dossier=after)
