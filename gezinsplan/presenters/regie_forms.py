"""The regisseur: choosing one with what each member feels, a warm handover, the words of a term (product.md 2, 4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from gezinsplan.domain import klik, overdracht, regie
from gezinsplan.domain.banden import Klik, KlikSoort
from gezinsplan.domain.betrokken import present_on
from gezinsplan.domain.dossier import Actie, RegieVorm, Regisseurschap
from gezinsplan.domain.kaart import Professional
from gezinsplan.domain.namen import called
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import drop, find, get, put
from gezinsplan.domain.veiligheid import Veiligheidsafspraak
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key, shown
from gezinsplan.presenters.part_form import Naming, edit_part
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.families import involve
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.dates import short_date
from gezinsplan.texts.words import joined, word


def regisseur_form(family: Family) -> Form:
    """Choose who is regisseur from a day on: of the family, of the netwerk, a helper, or somebody new; or nobody.

    What the one before promised is ticked to move along; what is not ticked stays with him.
    """
    specs = (*_choice_specs(family), *_handover_specs(family))
    current = regie.term_on(family.dossier, family.op)
    values = {each.name: "" for each in specs} | {"vanaf": shown(FieldKind.DATE, family.op), "vorm": RegieVorm.CASUS}
    values |= {"houder": None, "vervanger": current.vervanger if current else None}
    values |= {"beloften": tuple(each.value for each in _promised(family))}
    return Form(
        key=form_key(family.dossier.id, "regisseur"),
        title=_("Regisseur kiezen"),
        step=_("Regisseur kiezen"),
        fields=specs,
        values={each.name: values[each.name] for each in specs},
        apply=_handed_over,
        button=_("Regisseur kiezen"),
        intro=_("Een gezin heeft altijd één regisseur. Op deze dag neemt de nieuwe het over van de vorige."),
        propose=_proposed_form,
    )


def _proposed_form(family: Family, answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """A member of the family who directs does it himself; anybody else directs the help."""
    chosen = find(family.dossier, Persoon, answers["houder"])
    member = chosen is not None and chosen.soort is PersoonSoort.GEZINSLID
    return {"vorm": RegieVorm.ZELF if member else RegieVorm.CASUS}


def _choice_specs(family: Family) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("houder", _("Wie wordt regisseur?"), FieldKind.CHOICE, candidates(family), required=True),
        FieldSpec("vanaf", _("Vanaf"), FieldKind.DATE, required=True),
        FieldSpec("vorm", _("Soort regie"), FieldKind.CHOICE, choices.words(RegieVorm), beside=True),
        FieldSpec("reden", _("Waarom?"), FieldKind.TEXT, required=True),
        FieldSpec("gekozen_door", _("Wie heeft dit gekozen?"), help=_("Bijvoorbeeld: het gezin.")),
        FieldSpec("mening_gezin", _("Wat vindt het gezin ervan?"), FieldKind.TEXT),
        FieldSpec("vervanger", _("Vervanger"), FieldKind.CHOICE, _stand_ins(family)),
    )


def candidates(family: Family) -> tuple[Option, ...]:
    """Who can become regisseur, with what each member said about whom first of all."""
    felt = _felt(family)
    there = tuple(
        replace(each, detail=", ".join(part for part in (felt.get(_human(family, each.value)), each.detail) if part))
        for each in choices.deelnemers(family)
    )
    return choices.regisseurs(family, there)


def _stand_ins(family: Family) -> tuple[Option, ...]:
    return (*choices.nobody(), *choices.people(family), *choices.professionals(family))


def _handover_specs(family: Family) -> tuple[FieldSpec, ...]:
    """A warm handover, while there is somebody from whom to take over."""
    before = _holder(family)
    if before is None:
        return ()
    name = called(family.dossier, family.team.kaart, before)
    section = _("De overdracht door {name}").format(name=name)
    talk = FieldSpec("gesprek_op", _("Samen gepraat op"), FieldKind.DATE, section=section)
    until = FieldSpec(
        "contact_tot",
        _("{name} blijft in contact tot").format(name=name),
        FieldKind.DATE,
        help=_("Alleen het contact. De nieuwe regisseur is vanaf de eerste dag de enige."),
        beside=True,
    )
    promised = _promised(family)
    if not promised:
        return talk, until
    label = _("Wat {name} nog had beloofd, gaat mee").format(name=name)
    return talk, until, FieldSpec("beloften", label, FieldKind.CHOICES, promised)


def _holder(family: Family) -> UUID | None:
    """The regisseur of today, who can hand over."""
    term = regie.term_on(family.dossier, family.op)
    there = term is not None and term.houder is not None and present_on(family.dossier, term.houder, family.op)
    return term.houder if term is not None and there else None


def _promised(family: Family) -> tuple[Option, ...]:
    """What the regisseur of today promised and did not do yet."""
    dossier, before = family.dossier, _holder(family)
    if before is None:
        return ()
    found = overdracht.beloften(dossier, before, family.op)
    safe = dict.fromkeys((*found.afspraken, *found.controles))
    return (
        *(Option(each, get(dossier, Veiligheidsafspraak, each).wat, _("veiligheid")) for each in safe),
        *(Option(each, get(dossier, Actie, each).wat) for each in found.acties),
    )


def _handed_over(current: Family, answers: Mapping[str, Any]) -> Family:
    named = {name: answer for name, answer in answers.items() if name != "beloften"}
    keuze = regie.Keuze(**named)
    stays = [each.value for each in _promised(current) if each.value not in answers.get("beloften", ())]
    return appoint(current, keuze, stays)


def appoint(current: Family, keuze: regie.Keuze, blijft: Iterable[UUID] | None = None) -> Family:
    """The family with the regisseur that was chosen out of `choices.regisseurs`; who is new here comes to help.

    With `blijft` what was promised moves along, but these; without, everything stays where it is.
    """
    dossier, chosen = current.dossier, keuze.houder
    if chosen == choices.OPEN_PLEK:
        keuze = replace(keuze, houder=None)
    elif find(current.team.kaart, Professional, chosen) is not None and chosen is not None:
        helper = involve(chosen, keuze.vanaf)
        dossier, keuze = put(dossier, helper), replace(keuze, houder=helper.id)
    if blijft is None:
        return replace(current, dossier=regie.appoint(dossier, new_id(), keuze))
    return replace(current, dossier=overdracht.hand_over(dossier, new_id(), keuze, tuple(blijft)))


def term_form(family: Family, term: Regisseurschap) -> Form:
    """The words of a term that is there; who and when change only by choosing a regisseur."""
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("reden", _("Waarom?"), FieldKind.TEXT, required=term.houder is None),
        FieldSpec("vervanger", _("Vervanger"), FieldKind.CHOICE, _stand_ins(family)),
    )
    if term.houder is not None:
        specs += (
            FieldSpec("vorm", _("Soort regie"), FieldKind.CHOICE, choices.words(RegieVorm), beside=True),
            FieldSpec("gekozen_door", _("Wie heeft dit gekozen?")),
            FieldSpec("mening_gezin", _("Wat vindt het gezin ervan?"), FieldKind.TEXT),
        )
    naming = Naming("", _("Over de regisseur"), "")
    return edit_part(family, term, naming, (*specs, *_handed_specs(family, term)), overdracht.change_words)


def _handed_specs(family: Family, term: Regisseurschap) -> tuple[FieldSpec, ...]:
    """About the handover by the one before, if there was one."""
    before = next((each for each in regie.line(family.dossier) if each.tot == term.vanaf and each.id != term.id), None)
    if before is None or before.houder is None:
        return ()
    name = called(family.dossier, family.team.kaart, before.houder)
    section = _("De overdracht door {name}").format(name=name)
    until = _("{name} blijft in contact tot").format(name=name)
    return (
        FieldSpec("gesprek_op", _("Samen gepraat op"), FieldKind.DATE, section=section),
        FieldSpec("contact_tot", until, FieldKind.DATE, help=_("Alleen het contact."), beside=True),
    )


# ---------------------------------------------------------------- who feels at ease with whom


@dataclass(frozen=True, slots=True)
class KlikRij:
    """One human being with what each member answered about him; not asked yet: None."""

    deelnemer: UUID
    naam: str
    antwoorden: tuple[KlikSoort | None, ...]


@dataclass(frozen=True, slots=True)
class KlikTabel:
    """The members above, everybody who helps below each other."""

    leden: tuple[tuple[UUID, str], ...]
    rijen: tuple[KlikRij, ...]


def klik_tabel(family: Family) -> KlikTabel:
    """Who is there today, and the latest answers."""
    found, kaart = klik.klikmatrix(family.dossier, family.op), family.team.kaart

    def answer(lid: UUID, deelnemer: UUID) -> KlikSoort | None:
        given = found.of(lid, deelnemer)
        return given.soort if given is not None else None

    return KlikTabel(
        leden=tuple((each, called(family.dossier, kaart, each)) for each in found.leden),
        rijen=tuple(
            KlikRij(each, called(family.dossier, kaart, each), tuple(answer(lid, each) for lid in found.leden))
            for each in found.deelnemers
        ),
    )


def klik_options() -> tuple[Option, ...]:
    """What a member may answer; that it was not asked comes first."""
    return (Option(None, _("niet gevraagd")), *choices.words(KlikSoort))


def answer_klik(lid: UUID, deelnemer: UUID, soort: KlikSoort | None) -> Rule:
    """The rule that keeps a member's own answer of today, or takes what he ever answered about somebody away."""

    def rule(family: Family) -> Family:
        dossier = family.dossier
        if soort is None:
            someone = klik.human(dossier, deelnemer)
            gone = [
                each.id
                for each in dossier.klikken
                if each.lid == lid and klik.human(dossier, each.deelnemer) == someone
            ]
            return replace(family, dossier=drop(dossier, *gone))
        made = Klik(new_id(), lid, deelnemer, soort, family.op)
        return replace(family, dossier=klik.put_klik(dossier, made))

    return rule


# ---------------------------------------------------------------- the whole line


@dataclass(frozen=True, slots=True)
class TermijnRij:
    """One term: who and when, and under it the form, the reason and the handover."""

    id: UUID
    kop: str
    onder: str


def termijn_regels(family: Family) -> tuple[TermijnRij, ...]:
    """Each term, the latest first."""
    terms = reversed(overdracht.termijnen(family.dossier, family.op))
    return tuple(
        TermijnRij(each.term.id, _term_line(family, each.term), " \N{MIDDLE DOT} ".join(_about(family, each)))
        for each in terms
    )


def _term_line(family: Family, term: Regisseurschap) -> str:
    """From and until, and who: 12 nov 2025 – nu: Sanne Dijkstra."""
    who = called(family.dossier, family.team.kaart, term.houder) or _("geen regisseur")
    since = short_date(term.vanaf, family.op)
    if term.vanaf > family.op:
        return _("vanaf {date}: {name}").format(date=since, name=who)
    until = short_date(term.tot, family.op) if term.tot is not None else _("nu")
    return f"{since} \N{EN DASH} {until}: {who}"


def _about(family: Family, termijn: overdracht.Termijn) -> Iterable[str]:
    term, contact = termijn.term, termijn.contact
    chosen = _("gekozen door {who}").format(who=term.gekozen_door) if term.gekozen_door.strip() else ""
    talk = _("samen gepraat op {date}").format(date=_day(family, term.gesprek_op)) if term.gesprek_op else ""
    stayed = ""
    if contact is not None:
        name = called(family.dossier, family.team.kaart, contact.houder)
        went = _("{name} bleef in contact tot {date}")
        stays = _("{name} blijft in contact tot {date}")
        stayed = (stays if contact.tot > family.op else went).format(name=name, date=_day(family, contact.tot))
    form = word(term.vorm) if term.houder is not None else ""
    return [part for part in (form, term.reden, chosen, term.mening_gezin, talk, stayed) if part]


def _day(family: Family, day: date) -> str:
    return short_date(day, family.op)


# ---------------------------------------------------------------- what was answered, in words


def _human(family: Family, deelnemer: UUID) -> UUID:
    return klik.human(family.dossier, deelnemer)


def _felt(family: Family) -> dict[UUID, str]:
    """What the members said, by human being; who was not asked about is left out."""
    table = klik_tabel(family)
    found = {_human(family, each.deelnemer): _said(table, each) for each in table.rijen}
    return {someone: said for someone, said in found.items() if said}


def _said(table: KlikTabel, row: KlikRij) -> str:
    told = []
    for soort in KlikSoort:
        who = [name for (_lid, name), said in zip(table.leden, row.antwoorden, strict=True) if said is soort]
        told += [f"{word(soort)}: {joined(who)}"] if who else []
    return ", ".join(told)
