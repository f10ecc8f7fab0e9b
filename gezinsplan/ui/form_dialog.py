"""A form in a dialog: one button makes something new; of something that is there each field saves itself."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.part_form import remove
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.form_frame import DraftFrame


class FormDialog(DraftFrame):
    """One form; `removable` is a part that may be taken away again when it was a mistake."""

    def __init__(
        self,
        parent: QWidget,
        presenter: FamilyPresenter,
        form: Form,
        removable: UUID | None = None,
        done: Callable[[], object] | None = None,
    ) -> None:
        """Show the form; `done` is called when something new was made."""
        super().__init__(parent, presenter, form)
        self._after = done
        self._removable = removable
        self._leaving = False
        self.sheet.left.connect(self._left)
        self.sheet.chosen.connect(lambda name: self.sheet.follow(name, presenter.family))
        self._add_buttons()
        self.fit()
        self._ask_draft()

    def _add_buttons(self) -> None:
        if self._removable is not None:
            self.buttons.addWidget(link(_("Weghalen\N{HORIZONTAL ELLIPSIS}"), self._ask_remove, "trash-2"))
        self.buttons.addWidget(self.state)
        self.buttons.addStretch(1)
        self.cancel: QPushButton | None = None
        if self.form.button:
            self.cancel = secondary(_("Annuleren"), self._discard)
            self.buttons.addWidget(self.cancel)
        self.go = primary(self.form.button or _("Klaar"), self.save if self.form.button else self._finish)
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)

    def _all_answered(self) -> None:
        """Close, if that was asked and all is well."""
        if not self._leaving:
            return
        self._leaving = False
        if wrong := self.sheet.wrong():
            self.answers[wrong[0]].focus()
        else:
            self.accept()

    # ------------------------------------------------------------ saving

    def save(self) -> None:
        """Make the new thing; what is wrong is told beside its field and nothing that was typed is lost."""
        self._rest.stop()
        self.sheet.forget_errors()
        self.go.setEnabled(False)
        made, refused = self._either(self._new_made, self._refused)
        self._presenter.save_new(self.form, self.sheet.values(), made, refused)

    def _new_made(self) -> None:
        self._kept = {}
        self.accept()
        if self._after is not None:
            self._after()

    def _refused(self, refused: Refused) -> None:
        self.go.setEnabled(True)
        self._tell(str(refused.values.get("field", "")), refused)
        self._keep_drafts()

    def _tell(self, name: str, refused: Refused) -> None:
        if name not in self.fields or self._over:
            messages.tell(self.parentWidget() if self._over else self, refused)
            return
        self.sheet.tell(name, " ".join(messages.sentence(refused)).strip())
        self.state.unsaved()
        if self.form.button:
            self.answers[name].focus()

    def _left(self, name: str) -> None:
        if self._over:
            return
        if name in self.form.watched:
            family, told = self._presenter.family, self._told(self.sheet.say)
            self._presenter.elders.watch(family, self.form, self.sheet.values(), told)
        if not self.form.button:
            self._save_field(name)

    def keep(self) -> None:
        """After some rest: save what is valid, keep the rest as a draft."""
        self._rest.stop()
        if self.form.button:
            self._keep_drafts()
            return
        self._waiting += 1
        for name in self.answers:
            self._save_field(name)
        self._waiting -= 1

    def _save_field(self, name: str) -> None:
        answer = self.answers[name].get()
        if answer == self._saved[name] and not self.fields[name].error():
            return
        self.state.saving()
        saved, refused = self._either(
            lambda: self._field_saved(name, answer), lambda why: self._field_refused(name, why)
        )
        self._presenter.save_field(self.form, name, answer, saved, refused)

    def _field_saved(self, name: str, answer: Any) -> None:
        self._saved[name] = answer
        self.fields[name].set_error()
        if not self.sheet.wrong():
            self.state.saved()
        self._keep_drafts()

    def _field_refused(self, name: str, refused: Refused) -> None:
        self._tell(str(refused.values.get("field", name)), refused)
        self._keep_drafts()

    # ------------------------------------------------------------ leaving

    def _finish(self) -> None:
        """Klaar: close when everything is saved; what is wrong stays in sight."""
        self._leaving = True
        self.keep()
        self._settle()

    def _discard(self) -> None:
        """Annuleren: nothing is made, and what was typed is thrown away."""
        self._forget_drafts()
        super().reject()

    def reject(self) -> None:
        """Escape or closing: what is valid of something that is there is saved, and what was typed is kept."""
        self.keep()
        super().reject()

    def _ask_remove(self) -> None:
        part = self._removable

        def gone() -> None:
            self._forget_drafts()
            self.accept()

        def go() -> None:
            if part is not None:
                then, failed = self._either(gone, lambda refused: self._tell("", refused))
                self._presenter.change(_("Weghalen"), remove(part), then, failed)

        _ask_whether_mistake(self, go)


def _ask_whether_mistake(parent: QWidget, go: Callable[[], object]) -> None:
    messages.ask(
        parent,
        _("Weghalen?"),
        _("Doe dit alleen bij een vergissing. Is iets voorbij? Geef dan een einddatum."),
        (_("Weghalen"), go),
        dangerous=True,
    )
