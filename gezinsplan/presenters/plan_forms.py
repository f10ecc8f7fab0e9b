"""The forms of the plan: texts with their speaker, goals, scores, acties and talks."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from gezinsplan.domain import plan
from gezinsplan.domain.dossier import (
    Aard,
    Actie,
    ActieSoort,
    ActieStatus,
    Behaald,
    Doel,
    DoelStatus,
    Dossier,
    Onderdeel,
    Score,
    Tekst,
)
from gezinsplan.domain.lezers import ALLEEN_DOSSIER, HEEL_GEZIN
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.texts.words import word


def _over(family: Family) -> FieldSpec:
    return FieldSpec(
        "over",
        _("Over wie gaat het?"),
        FieldKind.CHOICES,
        choices.people(family),
        help=_("Niemand aangevinkt: over het hele gezin."),
        section=_("Voor wie"),
    )


def _readers(family: Family) -> FieldSpec:
    return FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family))


def tekst_form(family: Family, onderdeel: Onderdeel, tekst: Tekst | None = None) -> Form:
    """A wish, reason, strength or concern, with who says it."""
    keep = (tekst.spreker,) if tekst is not None and tekst.spreker else ()
    specs = (
        FieldSpec("woorden", word(onderdeel), FieldKind.TEXT, help=_said(onderdeel), required=True),
        FieldSpec(
            "spreker",
            _("Wie zegt dit?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Het gezin samen")), *choices.deelnemers(family, keep)),
        ),
        FieldSpec("aard", _("Dit is een"), FieldKind.CHOICE, choices.words(Aard), more=True),
        FieldSpec("datum", _("Gezegd op"), FieldKind.DATE, required=True, more=True, beside=True),
        _over(family),
        _readers(family),
    )
    naming = Naming(word(onderdeel), word(onderdeel), _("Toevoegen"))
    if tekst is not None:
        return edit_part(family, tekst, naming, specs)
    known: dict[str, Any] = {"onderdeel": onderdeel, "datum": family.op}
    if onderdeel is Onderdeel.VOORVAL:
        known |= {"aard": Aard.FEIT, "voor_wie": ALLEEN_DOSSIER}
    form = new_part(family, Tekst, naming, specs, known)
    return replace(form, key=f"{form.key}-{onderdeel}")


def _said(onderdeel: Onderdeel) -> str:
    if onderdeel is Onderdeel.VOORVAL:
        return _("Wat gebeurde er, wie zag of hoorde het, en wat hielp?")
    return _("In hun eigen woorden.")


def _doel_specs(family: Family) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            "woorden",
            _("Wat willen we bereiken?"),
            FieldKind.TEXT,
            help=_("In hun eigen woorden. Schrijf op wat er dan wél is."),
            required=True,
        ),
        FieldSpec(
            "spreker",
            _("Wie zegt dit?"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Het gezin samen")), *choices.people(family)),
        ),
        FieldSpec(
            "leefgebied",
            _("Onderwerp"),
            FieldKind.CHOICE,
            (*choices.nobody(_("Geen onderwerp")), *choices.leefgebieden(family)),
            beside=True,
        ),
        FieldSpec(
            "prioriteit",
            _("Plaats in de rij"),
            FieldKind.NUMBER,
            help=_("1 is het belangrijkst."),
            required=True,
            more=True,
        ),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE, required=True, more=True, beside=True),
    )


def doel_form(family: Family, doel: Doel | None = None) -> Form:
    """A goal in somebody's own words."""
    specs = _doel_specs(family)
    naming = Naming(_("Doel toevoegen"), _("Doel wijzigen"), _("Doel toevoegen"))
    if doel is not None:
        state = (
            FieldSpec("status", _("Werken we eraan?"), FieldKind.CHOICE, choices.words(DoelStatus)),
            FieldSpec("behaald", _("Gehaald?"), FieldKind.CHOICE, choices.words(Behaald), beside=True),
        )
        return edit_part(family, doel, naming, (*specs, *state, _over(family), _readers(family)))
    defaults = {"prioriteit": plan.next_priority(family.dossier), "vanaf": family.op}
    form = new_part(family, Doel, naming, (*specs, _over(family), _readers(family)), defaults)
    return replace(form, propose=lambda current, answers: {"voor_wie": propose_readers(current, answers)})


def propose_readers(family: Family, answers: Mapping[str, Any]) -> Any:
    """Who may by default read a new goal about this onderwerp and these people (product.md rule 6)."""
    domains = {each.id: each for each in family.team.praktijk.leefgebieden}
    leefgebied = domains.get(answers["leefgebied"]) if answers.get("leefgebied") else None
    return plan.proposed_readers(family.dossier, leefgebied, tuple(answers.get("over") or ()), family.op)


def score_form(family: Family, doel: Doel) -> Form:
    """Where somebody stands with a goal, 0 to 10."""
    specs = (
        FieldSpec("spreker", _("Wie geeft het cijfer?"), FieldKind.CHOICE, choices.deelnemers(family), required=True),
        FieldSpec(
            "cijfer",
            _("Cijfer"),
            FieldKind.NUMBER,
            help=_("0: het gaat helemaal niet. 10: zo willen we het."),
            required=True,
            beside=True,
        ),
        FieldSpec("datum", _("Gegeven op"), FieldKind.DATE, required=True),
    )
    naming = Naming(_("Cijfer geven"), "", _("Cijfer bewaren"))
    defaults = {"doel": doel.id, "datum": family.op, "over": doel.over, "voor_wie": doel.voor_wie}
    form = new_part(family, Score, naming, specs, defaults, plan.give_score)
    return replace(
        form,
        key=form_key(family.dossier.id, "score", doel.id),
        intro=f"\N{LEFT DOUBLE QUOTATION MARK}{doel.woorden}\N{RIGHT DOUBLE QUOTATION MARK}",
    )


def scores_of(family: Family, doel: UUID) -> tuple[Score, ...]:
    """All scores of a goal, the latest first, to be changed or taken away."""
    mine = (each for each in family.dossier.scores if each.doel == doel)
    return tuple(sorted(mine, key=lambda each: (each.datum, each.id), reverse=True))


def score_edit_form(family: Family, score: Score) -> Form:
    """A score that was written down wrong."""
    specs = (
        FieldSpec("cijfer", _("Cijfer"), FieldKind.NUMBER, required=True),
        FieldSpec("datum", _("Gegeven op"), FieldKind.DATE, required=True, beside=True),
        _readers(family),
    )
    return edit_part(family, score, Naming("", _("Cijfer wijzigen"), ""), specs)


def actie_form(family: Family, doel: UUID | None, actie: Actie | None = None) -> Form:
    """What, who and when."""
    goals = tuple(Option(each.id, each.woorden) for each in plan.open_doelen(family.dossier))
    keep = actie.wie if actie is not None else ()
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("wat", _("Wat gaan we doen?"), FieldKind.TEXT, required=True),
        FieldSpec("wie", _("Wie doet dit?"), FieldKind.CHOICES, choices.deelnemers(family, keep), required=True),
        FieldSpec("wanneer", _("Klaar op"), FieldKind.DATE),
        FieldSpec("herhaling", _("Hoe vaak?"), help=_("Bijvoorbeeld: elke week. Leeg is één keer."), beside=True),
        FieldSpec("doel", _("Bij welk doel?"), FieldKind.CHOICE, (*choices.nobody(_("Geen doel")), *goals)),
        FieldSpec("soort", _("Soort"), FieldKind.CHOICE, choices.words(ActieSoort), more=True),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE, more=True, beside=True),
        FieldSpec("navragen_op", _("Navragen op"), FieldKind.DATE, more=True),
    )
    asked = words_of_new_actie() if actie is None else choices.words(ActieStatus)
    status = FieldSpec("status", _("Hoe staat het ermee?"), FieldKind.CHOICE, asked)
    naming = Naming(_("Afspraak toevoegen"), _("Afspraak wijzigen"), _("Afspraak toevoegen"))

    def into(dossier: Dossier, changed: Actie) -> Dossier:
        return plan.put_actie(dossier, changed, family.op)

    if actie is not None:
        more = (
            FieldSpec("resultaat", _("Wat kwam eruit?"), FieldKind.TEXT, more=True),
            FieldSpec("reden", _("Waarom niet?"), FieldKind.TEXT, more=True),
        )
        return edit_part(family, actie, naming, (*specs, status, *more, _over(family), _readers(family)), into)
    defaults = {"doel": doel, "voor_wie": _readers_of(family, doel)}
    specs = (*specs, status, _over(family), _readers(family))
    form = new_part(family, Actie, naming, specs, defaults, into)
    return replace(form, propose=lambda current, answers: {"voor_wie": _readers_of(current, answers["doel"])})


def words_of_new_actie() -> tuple[Option, ...]:
    """Who was at the table promises; who was not is still to be asked (product.md 3)."""
    return (
        Option(ActieStatus.TOEGEZEGD, _("dit is toegezegd")),
        Option(ActieStatus.GEVRAAGD, _("dit moet nog gevraagd worden")),
    )


def _readers_of(family: Family, doel: UUID | None) -> Any:
    return next((each.voor_wie for each in family.dossier.doelen if each.id == doel), HEEL_GEZIN)
