"""The forms of a step of a phase and of the time between two situations."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gezinsplan.domain.checks import NAME_LENGTH
from gezinsplan.domain.dossier import CasusFase, Dossier
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.fase import ANTWOORD, EIGEN_PLAN, GEWOON, PERSOONLIJK, STAPPEN
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.fasen import herschreven, regels
from gezinsplan.domain.kaart import Teamstap
from gezinsplan.domain.namen import professional_of
from gezinsplan.domain.values import drop, find, get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, form_key, shown
from gezinsplan.presenters.part_form import Naming, edit_part, new_part
from gezinsplan.services.caseload import Family, Rule
from gezinsplan.services.identity import new_id
from gezinsplan.texts import _
from gezinsplan.texts.fasen import stap_help, stap_words
from gezinsplan.texts.words import word

_WEEK = timedelta(days=7)
_OFFERS = EIGEN_PLAN | {"clientondersteuning"}


def stap_tekst(sleutel: str, stap: Stap | None = None, team: str = "") -> str:
    """What a step says: the family's words before those of the team, and these before the shipped ones."""
    own = stap.tekst.strip() if stap is not None else ""
    return own or team or stap_words(sleutel)


def team_tekst(family: Family, sleutel: str) -> str:
    """The words of the team for a step, where they are not the shipped ones."""
    words = next((each.tekst for each in family.team.praktijk.teamstappen if each.naam == sleutel), "")
    return "" if sleutel in GEWOON and words == stap_words(sleutel) else words


def tussen_tekst(part: Tussenfase) -> str:
    """What has stopped, and what has not begun."""
    stopped = _("Gestopt: {what}").format(what=part.gestopt.strip().rstrip(".")) if part.gestopt.strip() else ""
    coming = _("Nog niet begonnen: {what}").format(what=part.nog_niet.strip()) if part.nog_niet.strip() else ""
    return ". ".join(each for each in (stopped, coming) if each)


def mijn_naam(family: Family) -> str:
    """Who ticks: the user of this vault."""
    me = professional_of(family.team.kaart, family.team.praktijk.gebruiker.professional)
    return me.naam if me is not None else ""


# ---------------------------------------------------------------- a step


def written(dossier: Dossier, fase: CasusFase, sleutel: str) -> Stap | None:
    """What was written down about a shipped step."""
    return next((each for each in dossier.stappen if each.sleutel == sleutel and each.fase is fase), None)


def tick(fase: CasusFase, sleutel: str, stap: UUID | None, *, done: bool) -> Rule:
    """The rule that ticks a step, today and by the user, or takes that back."""

    def rule(family: Family) -> Family:
        dossier = family.dossier
        there = find(dossier, Stap, stap) or (written(dossier, fase, sleutel) if sleutel else None)
        words = team_tekst(family, sleutel) if sleutel else ""
        part = there or Stap(new_id(), fase, sleutel, words)
        day, who = (family.op, mijn_naam(family)) if done else (None, "")
        after = replace(part, gedaan_op=day, door=who, niet_nodig=False)
        if sleutel and after == Stap(after.id, fase, sleutel, words):  # nothing is left to tell of it
            return replace(family, dossier=drop(dossier, after.id))
        return replace(family, dossier=put(dossier, after))

    return rule


def stap_form(family: Family, fase: CasusFase, sleutel: str) -> Form:
    """A shipped step of which nothing was written down yet, or what was."""
    there = written(family.dossier, fase, sleutel)
    if there is not None:
        return stap_edit_form(family, there)

    def apply(current: Family, answers: Mapping[str, Any]) -> Family:
        made = Stap(new_id(), fase, sleutel, **answers)
        return replace(current, dossier=put(current.dossier, made))

    specs = _stap_specs(sleutel)
    empty = _proposed(family, fase, sleutel)
    return Form(
        key=form_key(family.dossier.id, f"stap-{sleutel}"),
        title=stap_tekst(sleutel, empty),
        step=_("Stap"),
        fields=specs,
        values={spec.name: shown(spec.kind, getattr(empty, spec.name)) for spec in specs},
        apply=apply,
        button=_("Vastleggen"),
        intro=stap_help(sleutel),
    )


def _proposed(family: Family, fase: CasusFase, sleutel: str) -> Stap:
    """An offer is most often written down on its day; a personal plan may come within a week (Wmo 2.3.2)."""
    empty = Stap(family.dossier.id, fase, sleutel, team_tekst(family, sleutel))
    if sleutel in _OFFERS:
        empty = replace(empty, gedaan_op=family.op, door=mijn_naam(family))
    last = family.dossier.gezin.start + _WEEK
    return replace(empty, voor=last) if sleutel == PERSOONLIJK and last >= family.op else empty


def stap_edit_form(family: Family, stap: Stap) -> Form:
    """A step of which something was written down; each answer is a step of its own."""
    title = stap_tekst(stap.sleutel, stap) if stap.sleutel else _("Eigen stap")
    form = edit_part(family, stap, Naming("", title, ""), _stap_specs(stap.sleutel))
    return replace(form, step=_("Stap"), intro=stap_help(stap.sleutel))


def eigen_stap_form(family: Family, fase: CasusFase) -> Form:
    """A step that this family needs besides the shipped ones."""
    naming = Naming(_("Eigen stap toevoegen"), "", _("Toevoegen"))
    specs = (FieldSpec("tekst", _("Wat moet er gebeuren?"), required=True), _until(""))
    return new_part(family, Stap, naming, specs, {"fase": fase})


def _stap_specs(sleutel: str) -> tuple[FieldSpec, ...]:
    done, shipped = _("Aangeboden op") if sleutel in _OFFERS else _("Gedaan op"), sleutel in GEWOON
    words = FieldSpec(
        "tekst",
        _("Andere woorden") if shipped else _("Wat moet er gebeuren?"),
        help=_("Leeg: de gewone woorden.") if shipped else "",
        required=not shipped,
        more=shipped,
    )
    answer = FieldSpec("antwoord", _("Wat zei het gezin?"), FieldKind.TEXT)
    return (
        *(() if shipped else (words,)),
        FieldSpec("gedaan_op", done, FieldKind.DATE),
        FieldSpec("door", _("Door wie?"), beside=True),
        *((answer,) if sleutel in _OFFERS else ()),
        _until(sleutel),
        FieldSpec("niet_nodig", _("Niet nodig bij dit gezin"), FieldKind.CHECK),
        FieldSpec("toelichting", _("Toelichting"), FieldKind.TEXT),
        *((words,) if shipped else ()),
    )


def _until(sleutel: str) -> FieldSpec:
    if sleutel in EIGEN_PLAN:
        said = _("Komt in Vandaag. Maak dit leeg als het plan er is.")
        return FieldSpec("voor", _("Zij werken eraan tot"), FieldKind.DATE, help=said)
    if sleutel == ANTWOORD:
        return FieldSpec("voor", _("Uiterlijk op"), FieldKind.DATE, help=_("Komt in Vandaag tot het gedaan is."))
    return FieldSpec("voor", _("Uiterlijk op"), FieldKind.DATE, more=True)


# ---------------------------------------------------------------- the list of the team


def lijst_form(family: Family, fase: CasusFase) -> Form:
    """The steps of a phase for all families, one per line."""
    spec = FieldSpec(
        "stappen",
        _("Stappen, één per regel"),
        FieldKind.TEXT,
        help=_("Dit geldt voor al uw gezinnen. Wat al is afgevinkt, blijft staan. Leeg: de gewone lijst."),
    )
    lines = "\n".join(words for _key, words in _lines(family, fase))
    return Form(
        key=form_key(family.dossier.id, f"lijst-{fase}"),
        title=_("Stappen bij: {phase}").format(phase=word(fase)),
        step=_("Lijst van het team"),
        fields=(spec,),
        values={"stappen": lines},
        apply=lambda current, answers: _with_list(current, fase, answers["stappen"]),
        button=_("Bewaren"),
    )


def _lines(family: Family, fase: CasusFase) -> tuple[tuple[str, str], ...]:
    """The list as it is now: each key with its words."""
    return tuple((key, words or stap_words(key)) for key, words in regels(fase, family.team.praktijk.teamstappen))


def _with_list(current: Family, fase: CasusFase, typed: str) -> Family:
    """The family with another list in its team; shipped words give the shipped step, all of them no own list."""
    texts = [*dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip())]
    if any(len(each) > NAME_LENGTH for each in texts):
        raise RuleBroken(Code.TOO_LONG, field="stappen", most=NAME_LENGTH)
    praktijk = current.team.praktijk
    there = {each.naam: each.id for each in praktijk.teamstappen if each.fase is fase}
    shipped = {stap_words(key): key for key in STAPPEN[fase]}
    back = {shipped[each] for each in texts if each in shipped}
    lines = tuple(
        (shipped.get(words) or ("" if key in back else key), words)
        for key, words in herschreven(_lines(current, fase), texts)
    )
    after = drop(praktijk, *there.values())
    if texts != [*shipped]:
        made = (
            Teamstap(there.get(key) or new_id(), fase, place, words, key if key in GEWOON else "")
            for place, (key, words) in enumerate(lines)
        )
        after = put(after, *made)
    return replace(current, team=replace(current.team, praktijk=after))


# ---------------------------------------------------------------- between two situations


def tussen_form(family: Family, part: Tussenfase | None = None) -> Form:
    """What has stopped, what has not begun, who holds it and until when."""
    people = (*choices.nobody(), *choices.deelnemers(family, (part.houdt_vast,) if part and part.houdt_vast else ()))
    specs: tuple[FieldSpec, ...] = (
        FieldSpec("gestopt", _("Wat is er gestopt?"), FieldKind.TEXT),
        FieldSpec("nog_niet", _("Wat is er nog niet begonnen?"), FieldKind.TEXT),
        FieldSpec("houdt_vast", _("Wie houdt het vast?"), FieldKind.CHOICE, people),
        FieldSpec("vanaf", _("Sinds"), FieldKind.DATE, required=True),
        FieldSpec("tot", _("Tot wanneer, denken we?"), FieldKind.DATE, beside=True),
        FieldSpec(
            "over",
            _("Over wie gaat het?"),
            FieldKind.CHOICES,
            choices.members(family),
            help=_("Niemand aangevinkt: over het hele gezin."),
            more=True,
        ),
        FieldSpec("voor_wie", _("Wie mag dit lezen?"), FieldKind.READERS, choices.people(family), more=True),
    )
    naming = Naming(_("Tussen twee situaties"), _("Tussen twee situaties"), _("Toevoegen"))
    if part is None:
        return new_part(family, Tussenfase, naming, specs, {"vanaf": family.op, "gestopt": "", "nog_niet": ""})
    if part.voorbij_op is not None:
        specs = (*specs, FieldSpec("voorbij_op", _("Voorbij op"), FieldKind.DATE))
    return edit_part(family, part, naming, specs)


def voorbij(part: UUID) -> Rule:
    """The rule that ends the time between, today."""

    def rule(family: Family) -> Family:
        between = get(family.dossier, Tussenfase, part)
        day: date = max(family.op, between.vanaf)
        return replace(family, dossier=put(family.dossier, replace(between, voorbij_op=day)))

    return rule
