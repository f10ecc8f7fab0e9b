"""The page of one family: what it shows, each step on it, undo and redo, and showing what is shielded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from gezinsplan.domain.delen import shields_on
from gezinsplan.domain.errors import Refused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.presenters.elders import ElderRij, Elders
from gezinsplan.presenters.fields import TYPED, Form, read, read_all
from gezinsplan.presenters.running import Run
from gezinsplan.services.caseload import Caseload, Family, Rule
from gezinsplan.services.families import for_screen
from gezinsplan.services.steps import Steps
from gezinsplan.texts.dates import today


@dataclass(frozen=True, slots=True)
class FamilyState:
    """What the page shows: the family as it is, and as it may be seen; what can be undone and redone."""

    family: Family
    seen: Family
    shielded: bool
    undo: str = ""
    redo: str = ""
    elders: tuple[ElderRij, ...] = ()


class FamilyPresenter:
    """Actions of the family page; each ends in `show` with the next state, or in a refusal at its place."""

    def __init__(
        self, caseload: Caseload, run: Run, show: Callable[[FamilyState], object], refuse: Callable[[Refused], object]
    ) -> None:
        """`show` gets every next state, `refuse` what has no place in a form."""
        self.caseload = caseload
        self.run = run
        self._show = show
        self._refuse = refuse
        self._revealed = False
        self.elders = Elders(caseload, run, lambda: self._present(self.family), refuse)
        self.state: FamilyState
        self._latest: Family

    @property
    def family(self) -> Family:
        """The family as it is, for forms and rules."""
        return self.state.family

    @property
    def seen(self) -> Family:
        """The family as it may be seen: shielded facts read "afgeschermd" until they are shown."""
        return self.state.seen

    def open(self, root: UUID) -> None:
        """Show another family, with what is shielded masked again; that it was read is logged."""
        self._revealed = False
        self.elders.forget()
        self.run(lambda: self._load(root), self._opened, self._refuse)
        self.run(lambda: self.caseload.log(LogActie.GELEZEN, root), lambda _nothing: None, self._refuse)

    def reload(self) -> None:
        """Show the family as the file holds it, after a step elsewhere."""
        self.run(lambda: self._load(self.family.dossier.id), self._opened, self._refuse)

    def reveal(self, then: Callable[[], object] | None = None) -> None:
        """Show what is shielded until this page is left; that is logged first (product.md rule 7)."""
        root = self.family.dossier.id

        def revealed(_nothing: None) -> None:
            self._revealed = True
            self._opened(self.family)
            if then is not None:
                then()

        self.run(lambda: self.caseload.log(LogActie.GETOOND, root), revealed, self._refuse)

    def change(
        self,
        name: str,
        rule: Rule,
        then: Callable[[], object] | None = None,
        failed: Callable[[Refused], object] | None = None,
    ) -> None:
        """Do a step with a rule on the family as the steps before it in the queue have left it."""

        def work() -> Family:
            self._latest = self.caseload.change(name, self._latest, rule)
            return self._latest

        def changed(after: Family) -> None:
            self._opened(after)
            if then is not None:
                then()

        self.run(work, changed, failed or self._refuse)

    def save_field(
        self,
        form: Form,
        name: str,
        answer: Any,
        then: Callable[[], object],
        failed: Callable[[Refused], object],
    ) -> None:
        """One field of an existing thing as one step; a refusal comes back for the place beside the field."""
        spec = next(each for each in form.fields if each.name == name)
        try:
            value = read(spec, answer)
        except Refused as refused:
            failed(refused)
            return
        self.change(form.step, lambda family: form.apply(family, {name: value}), then, failed)

    def save_new(
        self, form: Form, answers: Mapping[str, Any], then: Callable[[], object], failed: Callable[[Refused], object]
    ) -> None:
        """All fields of a new thing as one step; what was kept as a draft is forgotten."""
        try:
            values = read_all(form, answers)
        except Refused as refused:
            failed(refused)
            return

        def made() -> None:
            self.keep_draft(form, {})
            then()

        self.change(form.step, lambda family: form.apply(family, values), made, failed)

    def leave(self, form: Form, answers: Mapping[str, Any]) -> None:
        """Before a lock, in one go: save of something that is there what is valid, and keep the other texts."""

        def work() -> None:
            self._latest = save_or_keep(self.caseload, self._latest, form, answers)

        self.run(work, lambda _nothing: None, self._refuse)

    def keep_draft(self, form: Form, answers: Mapping[str, str]) -> None:
        """Keep half-typed texts in the vault; none: forget them."""
        kept = dict(answers)
        self.run(lambda: self.caseload.keep_draft(form.key, kept), lambda _nothing: None, self._refuse)

    def draft(self, form: Form, then: Callable[[dict[str, str]], object]) -> None:
        """Ask for what was half typed in a form before a lock or crash."""
        self.run(lambda: self.caseload.draft(form.key), then, self._refuse)

    def undo(self) -> None:
        """Take the last step on this family back."""
        self._move(self.caseload.undo)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._move(self.caseload.redo)

    def _move(self, step: Callable[[UUID], None]) -> None:
        root = self.family.dossier.id

        def moved() -> Family:
            step(root)
            return self._load(root)

        self.run(moved, self._opened, self._refuse)

    def _load(self, root: UUID) -> Family:
        self._latest = self.caseload.family(root, today())
        return self._latest

    def _opened(self, family: Family) -> None:
        """Show the family at once; whether somebody is in another one too is looked for after that."""
        self._present(family)
        self.elders.follow(family)

    def _present(self, family: Family) -> None:
        state = _state(family, self.caseload.steps, revealed=self._revealed)
        self.state = replace(state, elders=self.elders.rijen)
        self._show(self.state)


def _state(family: Family, steps: Steps, *, revealed: bool) -> FamilyState:
    """The family as it is and as it may be seen."""
    dossier = family.dossier
    hidden = bool(shields_on(dossier, family.op)) and not revealed
    seen = replace(family, dossier=for_screen(dossier, family.team.kaart, family.op)) if hidden else family
    return FamilyState(family, seen, hidden, steps.undo_name(dossier.id), steps.redo_name(dossier.id))


def save_or_keep(caseload: Caseload, family: Family, form: Form, answers: Mapping[str, Any]) -> Family:
    """Write each answer that is valid as a step, and keep the typed ones that are not; answers with the family then."""
    kept = {}
    for spec in (each for each in form.fields if each.name in answers):
        try:
            family = caseload.change(
                form.step, family, partial(_apply, form, spec.name, read(spec, answers[spec.name]))
            )
        except Refused:
            if spec.kind in TYPED:
                kept[spec.name] = str(answers[spec.name])
    caseload.keep_draft(form.key, kept)
    return family


def _apply(form: Form, name: str, value: Any, family: Family) -> Family:
    return form.apply(family, {name: value})
