"""Sociale kaart: organisations and professionals once for all families; found, changed, added and taken away."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from gezinsplan.domain.errors import Code, Refused, RuleBroken
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.logboek import LogActie
from gezinsplan.presenters.fields import TYPED, read, read_all
from gezinsplan.presenters.kaart_forms import KaartForm
from gezinsplan.presenters.kaart_rijen import KaartState, rijen
from gezinsplan.presenters.running import Run
from gezinsplan.services import sociale_kaart
from gezinsplan.services.caseload import Caseload
from gezinsplan.texts.dates import today

KaartRule = Callable[[SocialeKaart], SocialeKaart]


class KaartFile:
    """The sociale kaart in the vault: what it holds, and a step on it; called beside the window."""

    def __init__(self, caseload: Caseload) -> None:
        """Of an open caseload."""
        self._caseload = caseload

    def state(self) -> KaartState:
        """As the file holds it today."""
        kaart, steps = self._kaart(), self._caseload.steps
        used = sociale_kaart.families_by(self._caseload, today())
        return KaartState(kaart, rijen(kaart, used), used, steps.undo_name(kaart.id), steps.redo_name(kaart.id))

    def do(self, name: str, rule: KaartRule) -> None:
        """Do a step on what the file holds; nothing when the rule changes nothing."""
        before = self._kaart()
        after = rule(before)
        if after != before:
            self._caseload.do(name, (before, after))

    def remove(self, part: UUID) -> None:
        """Take somebody away who is used nowhere; else KAART_IN_USE."""
        sociale_kaart.remove(self._caseload, self._kaart(), part)

    def merge(self, blijft: UUID, weg: UUID) -> None:
        """Make two one, in all families."""
        sociale_kaart.merge(self._caseload, self._kaart(), blijft, weg)

    def save_or_keep(self, form: KaartForm, answers: Mapping[str, Any]) -> None:
        """Write each answer that is valid as a step, and keep the typed ones that are not."""
        kept = {}
        for spec in (each for each in form.fields if each.name in answers):
            try:
                self.do(form.step, setting(form, spec.name, read(spec, answers[spec.name])))
            except Refused:
                if spec.kind in TYPED:
                    kept[spec.name] = str(answers[spec.name])
        self._caseload.keep_draft(form.key, kept)

    def undo(self) -> None:
        """Take the last step back."""
        self._caseload.undo(self._kaart().id)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._caseload.redo(self._kaart().id)

    def _kaart(self) -> SocialeKaart:
        team = self._caseload.team()
        if team is None:
            raise RuleBroken(Code.UNKNOWN_PART)
        return team.kaart


def setting(form: KaartForm, name: str, value: Any) -> KaartRule:
    """The rule that answers one field of a form."""
    return lambda kaart: form.apply(kaart, {name: value})


class KaartPresenter:
    """Actions of the page; each ends in `show` with the next state, or in a refusal at its place."""

    def __init__(
        self, caseload: Caseload, run: Run, show: Callable[[KaartState], object], refuse: Callable[[Refused], object]
    ) -> None:
        """`show` gets every next state, `refuse` what has no place in a form."""
        self.caseload = caseload
        self._file = KaartFile(caseload)
        self.run = run
        self._show = show
        self._refuse = refuse
        self.state: KaartState

    def load(self) -> None:
        """Show the sociale kaart as the file holds it; that it was looked at is logged."""
        self._step(lambda: self.caseload.log(LogActie.KAART_BEKEKEN))

    def searched(self) -> None:
        """Log that something is looked for, once for a search and not once for a key."""
        self.run(lambda: self.caseload.log(LogActie.GEZOCHT), lambda _nothing: None, self._refuse)

    def save_field(
        self, form: KaartForm, name: str, answer: Any, then: Callable[[], object], failed: Callable[[Refused], object]
    ) -> None:
        """One field as one step; a refusal comes back for the place beside the field."""
        spec = next(each for each in form.fields if each.name == name)
        try:
            rule = setting(form, name, read(spec, answer))
        except Refused as refused:
            failed(refused)
            return
        self._step(lambda: self._file.do(form.step, rule), then, failed)

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
        there = {each.id for each in self.state.rijen}

        def saved() -> None:
            self.keep_draft(form, {})
            new = [each.id for each in self.state.rijen if each.id not in there]
            people = [each.id for each in self.state.kaart.professionals if each.id in new]
            then([*people, *new][0])

        self._step(lambda: self._file.do(form.step, lambda kaart: form.apply(kaart, values)), saved, failed)

    def remove(self, part: UUID, then: Callable[[], object], failed: Callable[[Refused], object]) -> None:
        """Take somebody away who is used nowhere; else KAART_IN_USE."""
        self._step(lambda: self._file.remove(part), then, failed)

    def merge(self, blijft: UUID, weg: UUID) -> None:
        """Make two one, in all families; what the one who stays lacks comes from the other."""
        self._step(lambda: self._file.merge(blijft, weg))

    def undo(self) -> None:
        """Take the last step on the sociale kaart back."""
        self._step(self._file.undo)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._step(self._file.redo)

    def leave(self, form: KaartForm, answers: Mapping[str, Any]) -> None:
        """Before a lock, in one go: save of somebody who is there what is valid, and keep the other texts."""
        self.run(lambda: self._file.save_or_keep(form, answers), lambda _nothing: None, self._refuse)

    def keep_draft(self, form: KaartForm, answers: Mapping[str, str]) -> None:
        """Keep half-typed texts in the vault; none: forget them."""
        kept = dict(answers)
        self.run(lambda: self.caseload.keep_draft(form.key, kept), lambda _nothing: None, self._refuse)

    def draft(self, form: KaartForm, then: Callable[[dict[str, str]], object]) -> None:
        """Ask for what was half typed before a lock or crash."""
        self.run(lambda: self.caseload.draft(form.key), then, self._refuse)

    def _step(
        self,
        work: Callable[[], object],
        then: Callable[[], object] | None = None,
        failed: Callable[[Refused], object] | None = None,
    ) -> None:
        """Do something on the vault and show what the file holds after it."""

        def done() -> KaartState:
            work()
            return self._file.state()

        def shown(state: KaartState) -> None:
            self.state = state
            self._show(state)
            if then is not None:
                then()

        self.run(done, shown, failed or self._refuse)
