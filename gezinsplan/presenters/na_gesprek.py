"""After a talk, on one screen: who was there, what was decided, what became of the afspraken, and when the next is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from gezinsplan.domain import plan
from gezinsplan.domain.betrokken import OPEN
from gezinsplan.domain.dossier import Actie
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.overleg import Besluit, Deelname, DeelnameRol, Overleg
from gezinsplan.domain.values import get, put
from gezinsplan.domain.vergadering import besluiten, of_overleg, put_deelname
from gezinsplan.presenters import choices
from gezinsplan.presenters.afspraken import AfspraakRij, afspraak_rij, named, unattended
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option
from gezinsplan.presenters.minder import next_talk
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.dates import day_and_time
from gezinsplan.texts.words import joined


@dataclass(frozen=True, slots=True)
class MensRij:
    """Somebody who may have been at the table."""

    deelnemer: UUID
    naam: str
    uitgenodigd: bool
    aanwezig: bool | None
    rol: DeelnameRol | None


@dataclass(frozen=True, slots=True)
class BesluitRij:
    """One decision with its number, and who agrees in words."""

    id: UUID
    nummer: int
    wat: str
    onder: str


@dataclass(frozen=True, slots=True)
class NaGesprek:
    """All that the screen shows about one talk."""

    titel: str
    mensen: tuple[MensRij, ...]
    besluiten: tuple[BesluitRij, ...]
    afspraken: tuple[AfspraakRij, ...]
    volgende: str


def na_gesprek(family: Family, overleg: UUID) -> NaGesprek:
    """The talk as it may be seen."""
    dossier = family.dossier
    talk, following, nobody = get(dossier, Overleg, overleg), next_talk(family), unattended(family)
    return NaGesprek(
        titel=", ".join(part for part in (day_and_time(talk.moment, family.op), talk.plaats) if part),
        mensen=_people(family, overleg),
        besluiten=tuple(
            BesluitRij(each.id, number, each.wat, _agreed(family, each))
            for number, each in enumerate(besluiten(dossier, overleg), 1)
        ),
        afspraken=tuple(afspraak_rij(family, each, nobody) for each in dossier.acties if each.status in OPEN),
        volgende=day_and_time(following.moment, family.op) if following is not None else "",
    )


def _people(family: Family, overleg: UUID) -> tuple[MensRij, ...]:
    """Everybody who is there in this family, and whoever was invited."""
    known = {each.deelnemer: each for each in of_overleg(family.dossier, overleg)}
    options = choices.deelnemers(family, known)
    return tuple(
        MensRij(
            each.value,
            each.label,
            each.value in known,
            known[each.value].aanwezig if each.value in known else None,
            known[each.value].rol if each.value in known else None,
        )
        for each in options
    )


def _agreed(family: Family, besluit: Besluit) -> str:
    parts = []
    for sentence, people in ((_("eens: {names}"), besluit.eens), (_("niet eens: {names}"), besluit.oneens)):
        if people:
            parts.append(sentence.format(names=joined(named(family, each) for each in people)))
    return "; ".join(parts)


def rollen() -> tuple[Option, ...]:
    """What somebody can do at the table."""
    return (Option(None, _("rol niet gekozen")), *choices.words(DeelnameRol))


# ---------------------------------------------------------------- what can be done


def was_there(overleg: UUID, deelnemer: UUID, aanwezig: bool) -> Rule:
    """The rule that says whether somebody was at the talk."""
    return _take_part(overleg, deelnemer, aanwezig=aanwezig)


def takes_role(overleg: UUID, deelnemer: UUID, rol: DeelnameRol | None) -> Rule:
    """The rule that says what somebody can do at the table; who was not invited is invited by it."""
    return _take_part(overleg, deelnemer, rol=rol)


def _take_part(overleg: UUID, deelnemer: UUID, **changes: Any) -> Rule:
    def rule(family: Family) -> Family:
        there = of_overleg(family.dossier, overleg)
        before = next((each for each in there if each.deelnemer == deelnemer), None)
        known = before or Deelname(new_id(), overleg, deelnemer)
        return replace(family, dossier=put_deelname(family.dossier, replace(known, **changes)))

    return rule


def besluit_form(family: Family, overleg: UUID, besluit: Besluit | None = None) -> Form:
    """What was decided and who agrees; of a new one also who does what follows, which becomes an afspraak."""
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("wat", _("Wat is er besloten?"), FieldKind.TEXT, required=True),
        FieldSpec("eens", _("Wie is het ermee eens?"), FieldKind.CHOICES, choices.people(family)),
        FieldSpec("oneens", _("Wie is het er niet mee eens?"), FieldKind.CHOICES, choices.people(family)),
    )
    readers = FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True)
    naming = Naming(_("Besluit toevoegen"), _("Besluit wijzigen"), _("Besluit toevoegen"))
    if besluit is not None:
        return edit_part(family, besluit, naming, (*specs, readers))
    doing = (
        FieldSpec("wie", _("Wie gaat dit doen?"), FieldKind.CHOICES, choices.deelnemers(family)),
        FieldSpec("wanneer", _("Klaar op"), FieldKind.DATE),
    )
    form = new_part(family, Besluit, naming, (*specs, readers), {"overleg": overleg})
    values = {**form.values, "wie": (), "wanneer": ""}
    return replace(
        form,
        fields=(*specs, *doing, readers),
        values=values,
        apply=lambda current, answers: _decided(current, overleg, answers),
    )


def _decided(current: Family, overleg: UUID, answers: Mapping[str, Any]) -> Family:
    """The decision, and the afspraak that follows when somebody does it."""
    said = {name: answers[name] for name in ("wat", "eens", "oneens", "voor_wie") if name in answers}
    who, when = answers.get("wie") or (), answers.get("wanneer")
    if when is not None and not who:
        raise RuleBroken(Code.WHO_IS_MISSING, field="wie")
    dossier, follows = current.dossier, None
    if who:
        readers = {"voor_wie": said["voor_wie"]} if "voor_wie" in said else {}
        actie = Actie(new_id(), said["wat"], who, None, vanaf=current.op, wanneer=when, **readers)
        dossier, follows = plan.put_actie(dossier, actie, current.op), actie.id
    return replace(current, dossier=put(dossier, Besluit(new_id(), overleg, actie=follows, **said)))
