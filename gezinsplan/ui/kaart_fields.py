"""The fields about one of the sociale kaart: of who is there each saves itself; what is half typed is kept."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.kaart_forms import KaartForm
from gezinsplan.presenters.sociale_kaart import KaartPresenter
from gezinsplan.ui import messages
from gezinsplan.ui.form_frame import REST_MILLISECONDS
from gezinsplan.ui.form_sheet import FormSheet
from gezinsplan.ui.frame import SavedState
from gezinsplan.ui.tokens import Space


class KaartFields(FormSheet):
    """One form; `made` tells the id of who was added."""

    made = Signal(object)

    def __init__(self, presenter: KaartPresenter, form: KaartForm) -> None:
        """Show the form, and what was half typed in it before a lock or crash."""
        super().__init__(form)
        self._presenter = presenter
        self.form: KaartForm = form
        self.state = SavedState()
        self._saved: dict[str, Any] = self.values()
        self._kept: dict[str, str] = {}
        self._under_way = 0
        self._closed = False
        layout = self.page.sheet.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, Space.S, 0)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.keep)
        self.changed.connect(self._rest.start)
        self.left.connect(self._left)
        presenter.draft(form, self._restore)

    @property
    def is_new(self) -> bool:
        """Whether it is about somebody who is not there yet."""
        return bool(self.form.button)

    def renew(self, form: KaartForm) -> None:
        """Let what is not being typed follow what the file holds."""
        self.form = form
        if self._under_way > 1:
            return  # what another field waits for is not in the file yet
        for name, value in form.values.items():
            answer = self.answers[name]
            if answer.get() == self._saved[name] and value != self._saved[name]:
                answer.put(value)
                self._saved[name] = answer.get()

    # ------------------------------------------------------------ saving

    def save(self) -> None:
        """Add somebody new; what is wrong is told beside its field."""
        self._rest.stop()
        self.forget_errors()
        self._presenter.save_new(self.form, self.values(), self._made, self._refused)

    def _made(self, part: UUID) -> None:
        self._closed = True
        self.made.emit(part)

    def _refused(self, refused: Refused) -> None:
        name = str(refused.values.get("field", ""))
        self._tell(name, refused)
        if name in self.answers:
            self.answers[name].focus()

    def _left(self, name: str) -> None:
        if not self.is_new:
            self._save_field(name)

    def keep(self) -> None:
        """After some rest: save what is valid; of somebody new keep the texts."""
        self._rest.stop()
        if self.is_new:
            self._keep_drafts()
            return
        for name in self.answers:
            self._save_field(name)

    def _save_field(self, name: str) -> None:
        answer, before = self.answers[name].get(), self._saved[name]
        if answer == before and not self.fields[name].error():
            return
        self.state.saving()
        self._saved[name] = answer
        self._under_way += 1

        def saved() -> None:
            self._under_way -= 1
            if not self._closed:
                self.fields[name].set_error()
                self.state.saved()
                self._keep_drafts()

        def failed(refused: Refused) -> None:
            self._under_way -= 1
            if self._closed:
                messages.tell(None, refused)
                return
            self._saved[name] = before
            self._tell(str(refused.values.get("field", name)), refused)
            self._keep_drafts()

        self._presenter.save_field(self.form, name, answer, saved, failed)

    def _tell(self, name: str, refused: Refused) -> None:
        if name not in self.fields:
            messages.tell(self.window(), refused)
            return
        self.tell(name, " ".join(messages.sentence(refused)).strip())
        self.state.unsaved()

    # ------------------------------------------------------------ leaving

    def leave(self) -> None:
        """Before a lock, or for another: save of who is there what is valid, and keep the other texts."""
        self._rest.stop()
        if self._closed:
            return
        if self.is_new:
            self._keep_drafts()
            return
        unsaved = {name: answer for name, answer in self.values().items() if answer != self._saved[name]}
        if unsaved:
            self._presenter.leave(self.form, unsaved)

    def close_for_good(self, *, forget: bool) -> None:
        """Nothing is asked of it any more; with `forget` what was half typed is thrown away."""
        self._rest.stop()
        if forget and not self._closed:
            self._presenter.keep_draft(self.form, {})
        elif not self._closed:
            self.leave()
        self._closed = True

    def _keep_drafts(self) -> None:
        unsaved = {name: text for name, text in self.typed().items() if text != self._saved[name]}
        if unsaved != self._kept:
            self._kept = unsaved
            self._presenter.keep_draft(self.form, unsaved)

    def _restore(self, draft: Mapping[str, str]) -> None:
        if self._closed:
            return
        self._kept = dict(draft)
        for name in draft:
            if name in self.answers and self.answers[name].get() == self._saved[name]:
                self.answers[name].put(draft[name])
