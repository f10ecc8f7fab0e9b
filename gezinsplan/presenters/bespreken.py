"""The talk about one helper: what was said, what follows from it, and who takes over what (product.md 4)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from gezinsplan.domain import afschakelen, gesprek
from gezinsplan.domain.afschakelen import Einde
from gezinsplan.domain.betrokken import active_on
from gezinsplan.domain.datum import Datum
from gezinsplan.domain.dossier import Betrokkenheid, Dossier, Vorm
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.namen import helper_name
from gezinsplan.domain.overleg import Bespreking, Uitkomst
from gezinsplan.domain.overname import Last
from gezinsplan.domain.values import find, get, put
from gezinsplan.presenters import choices
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Form, Option, form_key, read, shown
from gezinsplan.presenters.overnemen import carried, overname_of, takeover_specs, with_new_regisseur
from gezinsplan.services.caseload import Family
from gezinsplan.services.identity import new_id
from gezinsplan.texts import N_, _
from gezinsplan.texts.words import joined


class Gevolg(StrEnum):
    """What is agreed at the end of the talk."""

    HOUDEN = "houden"
    SAMENVOEGEN = "samenvoegen"
    OP_AFSTAND = "op_afstand"
    AFRONDEN = "afronden"
    AL_WEG = "al_weg"


_WOORDEN = {
    Gevolg.HOUDEN: N_("Blijft zoals het is"),
    Gevolg.SAMENVOEGEN: N_("Iemand anders doet het erbij"),
    Gevolg.OP_AFSTAND: N_("Op afstand, bellen kan"),
    Gevolg.AFRONDEN: N_("Afronden"),
    Gevolg.AL_WEG: N_("Is al weg"),
}
_UITKOMST: dict[Gevolg, Uitkomst] = {each: Uitkomst(each.value) for each in Gevolg if each is not Gevolg.AL_WEG}
_REGELEN = (Gevolg.SAMENVOEGEN, Gevolg.OP_AFSTAND, Gevolg.AFRONDEN)
_WERK = ("vraag", "over", "verwacht_tot")
_GEZEGD = ("wie_nog", "kan_netwerk", "eerst_nodig")


def bespreken_form(seen: Family, helper: UUID, typed: Mapping[str, Any]) -> Form:
    """What is asked about this helper, after what was answered until now; `seen` as it may be seen."""
    family = _as_answered(seen, helper, typed)
    found = get(family.dossier, Betrokkenheid, helper)
    name = helper_name(found, family.team.kaart)
    gevolg, later = typed.get("gevolg"), bool(typed.get("later"))
    tot = _day(typed.get("tot", ""), exact=gevolg is not Gevolg.AFRONDEN)
    then = _Gevolg(family, found, name, tot or Datum.op(family.op))
    specs = (*_talk_specs(family, name, found.vorm), *then.specs(gevolg, later))
    plain: dict[FieldKind, Any] = {FieldKind.CHOICES: (), FieldKind.CHOICE: None, FieldKind.CHECK: False}
    values = {each.name: plain.get(each.kind, "") for each in specs} | _values(family, found)
    return Form(
        key=form_key(family.dossier.id, "bespreken", helper),
        title=_("{name} bespreken").format(name=name),
        step=_("Bespreken"),
        fields=specs,
        values=values,
        apply=lambda current, answers: _decided(current, helper, answers),
        button=_("Bewaren"),
        intro=then.intro(gevolg, later),
    )


def _as_answered(family: Family, helper: UUID, typed: Mapping[str, Any]) -> Family:
    """With the people whom it turns out to be about: what he alone carries follows from that."""
    if "over" not in typed:
        return family
    found = get(family.dossier, Betrokkenheid, helper)
    return replace(family, dossier=put(family.dossier, replace(found, over=tuple(typed["over"]))))


def _day(answer: str, *, exact: bool) -> Datum | None:
    """The day that was typed, as far as it can be read."""
    try:
        day = read(_tot_spec("", exact=exact), answer)
    except RuleBroken:
        return None
    return Datum.op(day) if exact else day


def _values(family: Family, helper: Betrokkenheid) -> dict[str, Any]:
    """What is known already: of his work, and of the talk before."""
    before = gesprek.latest(family.dossier, helper.id)
    return {
        "vraag": helper.vraag,
        "over": helper.over,
        "verwacht_tot": shown(FieldKind.DATE, helper.verwacht_tot),
        **{name: getattr(before, name) if before is not None else "" for name in _GEZEGD},
        "tot": shown(FieldKind.DATE, family.op),
    }


# ---------------------------------------------------------------- the questions


def _talk_specs(family: Family, name: str, vorm: Vorm) -> tuple[FieldSpec, ...]:
    far = vorm is Vorm.OP_AFSTAND
    ways = tuple(Option(each, _(_WOORDEN[each])) for each in Gevolg if not (far and each is Gevolg.OP_AFSTAND))
    return (
        FieldSpec("vraag", _("Waarvoor komt {name}?").format(name=name), FieldKind.TEXT),
        FieldSpec(
            "over",
            _("Voor wie?"),
            FieldKind.CHOICES,
            choices.people(family),
            help=_("Niemand aangevinkt: het hele gezin."),
            leads=True,
        ),
        FieldSpec("verwacht_tot", _("Tot wanneer is dat nodig?"), FieldKind.DATE, help=_("Leeg: nog niet bekend.")),
        FieldSpec("wie_nog", _("Wie doet dit ook?"), FieldKind.TEXT),
        FieldSpec("kan_netwerk", _("Kunnen familie, vrienden of buren dit doen?"), FieldKind.TEXT),
        FieldSpec("eerst_nodig", _("Wat is nodig voordat {name} weg kan?").format(name=name), FieldKind.TEXT),
        FieldSpec(
            "gevolg",
            _("En nu?"),
            FieldKind.CHOICE,
            ways,
            required=True,
            section=_("Wat spreken we af?"),
            leads=True,
        ),
    )


def _tot_spec(label: str, *, exact: bool) -> FieldSpec:
    kind = FieldKind.DATE if exact else FieldKind.PARTIAL_DATE
    return FieldSpec("tot", label, kind, required=True, leads=True)


class _Gevolg:
    """What is asked for one outcome, on the day on which it begins."""

    def __init__(self, family: Family, helper: Betrokkenheid, name: str, tot: Datum) -> None:
        self._family, self._helper, self._name, self._tot = family, helper, name, tot
        self._then = replace(family, op=tot.eindigt)

    def specs(self, gevolg: Gevolg | None, later: bool) -> tuple[FieldSpec, ...]:
        """The questions; when it is arranged later only who would take over."""
        if gevolg in (None, Gevolg.HOUDEN):
            return ()
        if gevolg is Gevolg.AL_WEG:
            return (_tot_spec(_("Sinds wanneer?"), exact=False), *self._why())
        wait = FieldSpec("later", _("Nu alleen opschrijven; we regelen het later"), FieldKind.CHECK, leads=True)
        if later:
            takers = self._others(choices.deelnemers(self._family))
            return (wait, FieldSpec("overname_door", _("Wie neemt het over?"), FieldKind.CHOICES, takers))
        asked = {
            Gevolg.SAMENVOEGEN: self._joined,
            Gevolg.OP_AFSTAND: self._far,
            Gevolg.AFRONDEN: self._ending,
        }
        return (wait, *asked[Gevolg(str(gevolg))]())

    def intro(self, gevolg: Gevolg | None, later: bool) -> str:
        """What will stand red, of who has already gone."""
        if gevolg is not Gevolg.AL_WEG or later:
            return ""
        left = joined(carried(self._family, self._last(Uitkomst.AFRONDEN)))
        if not left:
            return ""
        told = _("Dit staat daarna rood bij Niemand doet dit nu, tot iemand het overneemt: {what}.")
        return told.format(what=left)

    def _last(self, uitkomst: Uitkomst) -> Last:
        return gesprek.over_te_nemen(self._family.dossier, self._helper.id, uitkomst, self._tot.eindigt)

    def _others(self, options: Iterable[Option]) -> tuple[Option, ...]:
        return tuple(each for each in options if each.value != self._helper.id)

    def _why(self) -> tuple[FieldSpec, ...]:
        help_text = _("Bijvoorbeeld: het gezin, of mama en Rob.")
        return (
            FieldSpec("reden", _("Waarom?"), FieldKind.TEXT),
            FieldSpec("door", _("Wie heeft dit besloten?"), help=help_text),
        )

    def _taken_over(self, last: Last) -> tuple[FieldSpec, ...]:
        return takeover_specs(self._family, self._helper.id, self._tot, last)

    def _joined(self) -> tuple[FieldSpec, ...]:
        near = tuple(each for each in self._others(choices.helpers(self._then)) if not self._is_far(each.value))
        who = FieldSpec("met", _("Wie doet het erbij?"), FieldKind.CHOICE, near, required=True)
        when = _tot_spec(_("Vanaf wanneer?"), exact=True)
        return (who, when, *self._why(), *self._taken_over(self._last(Uitkomst.SAMENVOEGEN)))

    def _is_far(self, helper: UUID) -> bool:
        return get(self._family.dossier, Betrokkenheid, helper).vorm is Vorm.OP_AFSTAND

    def _far(self) -> tuple[FieldSpec, ...]:
        """A child's contact goes to another helper; that nobody needs to be is no answer for who stays to be called."""
        asked = self._taken_over(self._last(Uitkomst.OP_AFSTAND))
        helpers = {each.id for each in self._family.dossier.betrokkenheden} | {None}
        contact = (
            replace(each, options=tuple(one for one in each.options if one.value in helpers))
            if each.name == "contact"
            else each
            for each in asked
            if each.name != "geen_contact"
        )
        return (_tot_spec(_("Vanaf wanneer?"), exact=True), *self._why(), *contact)

    def _ending(self) -> tuple[FieldSpec, ...]:
        goodbye = replace(
            _tot_spec(_("Wanneer nemen we afscheid?"), exact=False),
            help=_("Vanaf deze dag telt deze persoon niet meer mee. Ongeveer mag: mei 2026."),
        )
        return (goodbye, *self._why(), *self._taken_over(self._last(Uitkomst.AFRONDEN)))


# ---------------------------------------------------------------- what follows


def _decided(current: Family, helper: UUID, answers: Mapping[str, Any]) -> Family:
    """What was said about his work, and then the outcome, in one step."""
    gevolg = Gevolg(answers["gevolg"])
    current = replace(current, dossier=_work(current, helper, answers, ends=gevolg is not Gevolg.HOUDEN))
    talk = _talk(current, helper, answers)
    if answers.get("later") and gevolg in _REGELEN:
        said = replace(talk, overname_door=tuple(answers.get("overname_door") or ()))
        return replace(current, dossier=gesprek.put_bespreking(current.dossier, said))
    follow: dict[Gevolg, Callable[[Family, Bespreking, Mapping[str, Any]], Family]] = {
        Gevolg.HOUDEN: lambda now, said, _given: replace(now, dossier=gesprek.houden(now.dossier, said)),
        Gevolg.SAMENVOEGEN: _to_another,
        Gevolg.OP_AFSTAND: _to_a_distance,
        Gevolg.AFRONDEN: _to_an_end,
        Gevolg.AL_WEG: _already_gone,
    }
    return follow[gevolg](current, talk, answers)


def _work(current: Family, helper: UUID, answers: Mapping[str, Any], *, ends: bool) -> Dossier:
    """Other people, another question or day; while he goes anyway, a child is asked about at his end."""
    changed = replace(get(current.dossier, Betrokkenheid, helper), **{name: answers[name] for name in _WERK})
    return put(current.dossier, changed) if ends else afschakelen.change(current.dossier, changed, current.op)


def _talk(current: Family, helper: UUID, answers: Mapping[str, Any]) -> Bespreking:
    """A talk of today goes on in the same one."""
    found, before = get(current.dossier, Betrokkenheid, helper), gesprek.latest(current.dossier, helper)
    same = before.id if before is not None and before.datum == current.op else new_id()
    said = {name: answers[name] for name in _GEZEGD}
    uitkomst = _UITKOMST.get(Gevolg(answers["gevolg"]), Uitkomst.AFRONDEN)
    return Bespreking(same, helper, current.op, uitkomst, over=found.over, voor_wie=found.voor_wie, **said)


def _einde(answers: Mapping[str, Any]) -> Einde:
    tot = answers["tot"]
    return Einde(tot if isinstance(tot, Datum) else Datum.op(tot), answers["reden"], answers["door"])


def _to_another(current: Family, talk: Bespreking, answers: Mapping[str, Any]) -> Family:
    einde = _einde(answers)
    current = with_new_regisseur(current, talk.betrokkenheid, einde.tot, einde.door, answers)
    return replace(current, dossier=gesprek.samenvoegen(current.dossier, talk, answers["met"], einde))


def _to_a_distance(current: Family, talk: Bespreking, answers: Mapping[str, Any]) -> Family:
    einde = _einde(answers)
    current = with_new_regisseur(current, talk.betrokkenheid, einde.tot, einde.door, answers)
    dossier = _with_contact(current.dossier, talk.betrokkenheid, answers.get("contact"), einde.tot)
    far = gesprek.op_afstand(dossier, talk, new_id(), einde.tot.earliest, einde.reden)
    near = replace(get(far, Betrokkenheid, talk.betrokkenheid), beeindigd_door=einde.door)
    return replace(current, dossier=put(far, near))


def _with_contact(dossier: Dossier, helper: UUID, door: UUID | None, tot: Datum) -> Dossier:
    """Another helper sees the children of whom he was the only contact."""
    taker = find(dossier, Betrokkenheid, door)
    if taker is None:
        return dossier
    if not active_on(taker, tot.eindigt):
        raise RuleBroken(Code.TAKEOVER_NOT_THERE, field="contact", id=door)
    kinderen = gesprek.over_te_nemen(dossier, helper, Uitkomst.OP_AFSTAND, tot.eindigt).kinderen
    more = tuple(each for each in kinderen if each not in taker.over) if taker.over else ()
    return put(dossier, replace(taker, over=(*taker.over, *more)))


def _to_an_end(current: Family, talk: Bespreking, answers: Mapping[str, Any]) -> Family:
    einde = _einde(answers)
    if einde.reden.strip():
        current = with_new_regisseur(current, talk.betrokkenheid, einde.tot, einde.door, answers)
    return replace(current, dossier=gesprek.afronden(current.dossier, talk, einde, overname_of(answers)))


def _already_gone(current: Family, talk: Bespreking, answers: Mapping[str, Any]) -> Family:
    return replace(current, dossier=gesprek.is_al_weg(current.dossier, talk, _einde(answers), new_id()))
