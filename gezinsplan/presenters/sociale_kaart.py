"""Sociale kaart: organisations and professionals once for all families; found, changed, added and taken away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from gezinsplan.domain.errors import Code, Refused, RuleBroken
from gezinsplan.domain.kaart import Organisatie, Professional, Sector, SocialeKaart
from gezinsplan.domain.logboek import LogActie
from gezinsplan.domain.namen import organisation_of
from gezinsplan.domain.values import drop
from gezinsplan.presenters.fields import TYPED, read, read_all
from gezinsplan.presenters.kaart_forms import KaartForm, form_of
from gezinsplan.presenters.running import Run
from gezinsplan.services.caseload import Caseload, Team
from gezinsplan.services.kaart_gebruik import Gebruik, gebruik
from gezinsplan.texts import _, ngettext
from gezinsplan.texts.dates import today
from gezinsplan.texts.folding import fold
from gezinsplan.texts.words import word

KaartRule = Callable[[SocialeKaart], SocialeKaart]


@dataclass(frozen=True, slots=True)
class KaartRij:
    """One person or organisation in the list; `woorden` is what a search looks through."""

    id: UUID
    naam: str
    onder: str
    sector: Sector | None
    sector_woord: str
    telefoon: str
    gezinnen: int
    persoon: bool
    woorden: str


@dataclass(frozen=True, slots=True)
class KaartState:
    """All that the page shows: everybody by name, where each is used, and what can be undone."""

    kaart: SocialeKaart
    rijen: tuple[KaartRij, ...] = ()
    gebruik: Mapping[UUID, Gebruik] = field(default_factory=dict)
    undo: str = ""
    redo: str = ""

    def form(self, part: UUID) -> KaartForm | None:
        """The form about somebody, if he is still there."""
        return form_of(self.kaart, part)

    def used(self, part: UUID) -> Gebruik:
        """Where somebody is used."""
        return self.gebruik.get(part, Gebruik())


def rijen(kaart: SocialeKaart, used: Mapping[UUID, Gebruik]) -> tuple[KaartRij, ...]:
    """Everybody, people and organisations together, by name."""
    people = (_person(kaart, each, used.get(each.id, Gebruik())) for each in kaart.professionals)
    houses = (_house(each, used.get(each.id, Gebruik())) for each in kaart.organisaties)
    return tuple(sorted((*people, *houses), key=lambda each: (fold(each.naam), not each.persoon, each.id)))


def _person(kaart: SocialeKaart, person: Professional, used: Gebruik) -> KaartRij:
    works = organisation_of(kaart, person.organisatie)
    under = " \N{MIDDLE DOT} ".join(part for part in (person.functie, works.naam if works else "") if part)
    return KaartRij(
        id=person.id,
        naam=person.naam,
        onder=under,
        sector=works.sector if works else None,
        sector_woord=word(works.sector) if works else "",
        telefoon=person.telefoon,
        gezinnen=_now(used),
        persoon=True,
        woorden=" ".join((person.naam, under, person.telefoon, person.mail, person.waarvoor, person.waar_ga_ik_over)),
    )


def _house(house: Organisatie, used: Gebruik) -> KaartRij:
    return KaartRij(
        id=house.id,
        naam=house.naam,
        onder=" \N{MIDDLE DOT} ".join(part for part in (_("organisatie"), house.plaats) if part),
        sector=house.sector,
        sector_woord=word(house.sector),
        telefoon=house.telefoon,
        gezinnen=_now(used),
        persoon=False,
        woorden=" ".join((house.naam, house.plaats, house.telefoon, house.waarvoor, word(house.sector))),
    )


def _now(used: Gebruik) -> int:
    return sum(each.nu for each in used.gezinnen)


def used_words(used: Gebruik) -> str:
    """In how many families somebody comes, in words."""
    now, before = _now(used), len(used.gezinnen) - _now(used)
    parts = []
    if now:
        parts.append(ngettext("Komt nu in {n} van uw gezinnen", "Komt nu in {n} van uw gezinnen", now).format(n=now))
    if before:
        parts.append(ngettext("kwam eerder in {n}", "kwam eerder in {n}", before).format(n=before))
    if used.afgeschermd:
        parts.append(_("en waar dat afgeschermd is"))
    return ", ".join(parts) if parts else _("Komt in geen van uw gezinnen.")


class KaartPresenter:
    """Actions of the page; each ends in `show` with the next state, or in a refusal at its place."""

    def __init__(
        self, caseload: Caseload, run: Run, show: Callable[[KaartState], object], refuse: Callable[[Refused], object]
    ) -> None:
        """`show` gets every next state, `refuse` what has no place in a form."""
        self.caseload = caseload
        self.run = run
        self._show = show
        self._refuse = refuse
        self.state: KaartState

    def load(self) -> None:
        """Show the sociale kaart as the file holds it."""
        self.run(self._state, self._loaded, self._refuse)

    def searched(self) -> None:
        """Log that something is looked for, once for a search and not once for a key."""
        self.run(lambda: self.caseload.log(LogActie.GEZOCHT), lambda _nothing: None, self._refuse)

    def change(
        self,
        name: str,
        rule: KaartRule,
        then: Callable[[], object] | None = None,
        failed: Callable[[Refused], object] | None = None,
    ) -> None:
        """Do a step on the sociale kaart as the file holds it."""

        def work() -> KaartState:
            self._do(name, rule)
            return self._state()

        def changed(state: KaartState) -> None:
            self._loaded(state)
            if then is not None:
                then()

        self.run(work, changed, failed or self._refuse)

    def save_field(
        self, form: KaartForm, name: str, answer: Any, then: Callable[[], object], failed: Callable[[Refused], object]
    ) -> None:
        """One field as one step; a refusal comes back for the place beside the field."""
        spec = next(each for each in form.fields if each.name == name)
        try:
            value = read(spec, answer)
        except Refused as refused:
            failed(refused)
            return
        self.change(form.step, lambda kaart: form.apply(kaart, {name: value}), then, failed)

    def save_new(
        self,
        form: KaartForm,
        answers: Mapping[str, Any],
        then: Callable[[UUID], object],
        failed: Callable[[Refused], object],
    ) -> None:
        """All fields of somebody new as one step; `then` gets the id, and the draft is forgotten."""
        try:
            values = read_all(form, answers)
        except Refused as refused:
            failed(refused)
            return
        made: list[UUID] = []

        def rule(kaart: SocialeKaart) -> SocialeKaart:
            after = form.apply(kaart, values)
            kinds = (after.professionals, kaart.professionals), (after.organisaties, kaart.organisaties)
            made.extend(each.id for new, old in kinds for each in new if each not in old)
            return after

        def saved() -> None:
            self.keep_draft(form, {})
            then(made[0])

        self.change(form.step, rule, saved, failed)

    def remove(self, part: UUID, then: Callable[[], object], failed: Callable[[Refused], object]) -> None:
        """Take somebody away who is used nowhere; else CARD_IN_USE."""

        def work() -> KaartState:
            if self._state().used(part).nodig:
                raise RuleBroken(Code.CARD_IN_USE, id=part)
            self._do(_("Weghalen uit de sociale kaart"), lambda kaart: drop(kaart, part))
            return self._state()

        def gone(state: KaartState) -> None:
            then()
            self._loaded(state)

        self.run(work, gone, failed)

    def undo(self) -> None:
        """Take the last step on the sociale kaart back."""
        self._move(self.caseload.undo)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._move(self.caseload.redo)

    # ------------------------------------------------------------ what is half typed

    def leave(self, form: KaartForm, answers: Mapping[str, Any]) -> None:
        """Before a lock, in one go: save of somebody who is there what is valid, and keep the other texts."""
        self.run(lambda: self._save_or_keep(form, answers), lambda _nothing: None, self._refuse)

    def keep_draft(self, form: KaartForm, answers: Mapping[str, str]) -> None:
        """Keep half-typed texts in the vault; none: forget them."""
        kept = dict(answers)
        self.run(lambda: self.caseload.keep_draft(form.key, kept), lambda _nothing: None, self._refuse)

    def draft(self, form: KaartForm, then: Callable[[dict[str, str]], object]) -> None:
        """Ask for what was half typed before a lock or crash."""
        self.run(lambda: self.caseload.draft(form.key), then, self._refuse)

    def _save_or_keep(self, form: KaartForm, answers: Mapping[str, Any]) -> None:
        kept = {}
        for spec in (each for each in form.fields if each.name in answers):
            try:
                value = read(spec, answers[spec.name])
                self._do(form.step, _setting(form, spec.name, value))
            except Refused:
                if spec.kind in TYPED:
                    kept[spec.name] = str(answers[spec.name])
        self.caseload.keep_draft(form.key, kept)

    # ------------------------------------------------------------ the vault

    def _team(self) -> Team:
        team = self.caseload.team()
        if team is None:
            raise RuleBroken(Code.UNKNOWN_PART)
        return team

    def _do(self, name: str, rule: KaartRule) -> None:
        before = self._team().kaart
        after = rule(before)
        if after != before:
            self.caseload.do(name, (before, after))

    def _state(self) -> KaartState:
        team, steps = self._team(), self.caseload.steps
        used = gebruik(self.caseload, team, today())
        undo, redo = steps.undo_name(team.kaart.id), steps.redo_name(team.kaart.id)
        return KaartState(team.kaart, rijen(team.kaart, used), used, undo, redo)

    def _loaded(self, state: KaartState) -> None:
        self.state = state
        self._show(state)

    def _move(self, step: Callable[[UUID], None]) -> None:
        def moved() -> KaartState:
            step(self._team().kaart.id)
            return self._state()

        self.run(moved, self._loaded, self._refuse)


def _setting(form: KaartForm, name: str, value: Any) -> KaartRule:
    return lambda kaart: form.apply(kaart, {name: value})
