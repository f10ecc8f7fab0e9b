"""One person or organisation of the sociale kaart: fields that save themselves, and where he or she comes."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.kaart_forms import KaartForm
from gezinsplan.presenters.sociale_kaart import KaartPresenter, used_words
from gezinsplan.services.kaart_gebruik import Gebruik
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.answers import Answer
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, clear
from gezinsplan.ui.form_frame import REST_MILLISECONDS
from gezinsplan.ui.form_sheet import FormSheet
from gezinsplan.ui.frame import SavedState
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import heading, muted
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.rows import Fold
from gezinsplan.ui.tokens import Space

_FEW_FAMILIES = 3


class KaartDetail(Card):
    """The form of one of them, or of somebody new; what is half typed is kept when it is left."""

    made = Signal(object)  # the id of who was added
    stopped = Signal()
    removed = Signal()

    def __init__(self, presenter: KaartPresenter, open_family: Callable[[UUID], object]) -> None:
        """Empty until something is chosen."""
        super().__init__()
        self.reopen: Reopen | None = None
        self._presenter = presenter
        self._open_family = open_family
        self._part: UUID | None = None
        self._saved: dict[str, Any] = {}
        self._kept: dict[str, str] = {}
        self._under_way = 0
        self.form: KaartForm | None = None
        self.sheet: FormSheet | None = None
        self.state = SavedState()
        self.naam = heading("", "title")
        self.above = QVBoxLayout()
        self._used = QVBoxLayout()
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.keep)
        self.add(self.naam, self.above, self._used, self._inside, self._buttons)
        self.body.setStretchFactor(self._inside, 1)
        self._whole.setStretchFactor(self.body, 1)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The fields by name."""
        return self.sheet.answers if self.sheet is not None else {}

    # ------------------------------------------------------------ showing

    def show_form(self, form: KaartForm, part: UUID | None, used: Gebruik) -> None:
        """Show this form; of the one that is shown already only what was changed elsewhere."""
        self._part = part
        self.naam.setText(form.title)
        self.naam.setAccessibleName(form.title)
        self._show_used(part, used)
        if self.form is not None and self.form.key == form.key and self.sheet is not None:
            self._renew(form)
            return
        self.leave()
        clear(self._inside)
        clear(self._buttons)
        self.state = SavedState()
        self.form, self.sheet = form, FormSheet(form)
        self.sheet.page.sheet.layout().setContentsMargins(0, 0, Space.S, 0)  # type: ignore[union-attr]
        self._saved, self._kept = self.sheet.values(), {}
        self.sheet.changed.connect(self._rest.start)
        self.sheet.left.connect(self._left)
        self._inside.addWidget(self.sheet, 1)
        self._add_buttons(form)
        self._presenter.draft(form, lambda draft: self._restore(form, draft))

    def _renew(self, form: KaartForm) -> None:
        """Let what is not being typed follow what the file holds."""
        self.form = form
        if self._under_way > 1:
            return  # what another field waits for is not in the file yet
        for name, value in form.values.items():
            answer = self.answers[name]
            if answer.get() == self._saved[name] and value != self._saved[name]:
                answer.put(value)
                self._saved[name] = answer.get()

    def _add_buttons(self, form: KaartForm) -> None:
        if form.button:
            self._buttons.addStretch(1)
            self._buttons.addWidget(secondary(_("Annuleren"), self._stop))
            self._buttons.addWidget(primary(form.button, self.save))
        else:
            self._buttons.addWidget(link(_("Weghalen…"), self._ask_remove, "trash-2"))
            self._buttons.addStretch(1)
            self._buttons.addWidget(self.state)

    def _show_used(self, part: UUID | None, used: Gebruik) -> None:
        clear(self._used)
        if part is None:
            return
        if not used.gezinnen:
            self._used.addWidget(muted(used_words(used)))
            return
        families = [
            link(each.naam if each.nu else _("{naam} (eerder)").format(naam=each.naam), self._opens(each.id))
            for each in used.gezinnen
        ]
        fold = Fold(used_words(used), Flow(*families, gap=Space.M))
        fold.open(len(families) <= _FEW_FAMILIES)
        self._used.addWidget(fold)

    def _opens(self, root: UUID) -> Callable[[], object]:
        return lambda: self._open_family(root)

    # ------------------------------------------------------------ saving

    def save(self) -> None:
        """Add somebody new; what is wrong is told beside its field."""
        if self.sheet is None or self.form is None:
            return
        self._rest.stop()
        self.sheet.forget_errors()
        self._presenter.save_new(self.form, self.sheet.values(), self._made, self._refused)

    def _made(self, part: UUID) -> None:
        self.form, self._kept = None, {}
        self.made.emit(part)

    def _refused(self, refused: Refused) -> None:
        self._tell(str(refused.values.get("field", "")), refused)

    def _left(self, name: str) -> None:
        if self.form is not None and not self.form.button:
            self._save_field(name)

    def keep(self) -> None:
        """After some rest: save what is valid; of somebody new keep the texts."""
        self._rest.stop()
        if self.form is None:
            return
        if self.form.button:
            self._keep_drafts()
            return
        for name in self.answers:
            self._save_field(name)

    def _save_field(self, name: str) -> None:
        form, sheet = self.form, self.sheet
        if form is None or sheet is None:
            return
        answer = self.answers[name].get()
        if answer == self._saved[name] and not sheet.fields[name].error():
            return
        self.state.saving()
        self._saved[name] = answer
        self._under_way += 1

        def saved() -> None:
            self._under_way -= 1
            if self.sheet is sheet:
                sheet.fields[name].set_error()
                self.state.saved()
                self._keep_drafts()

        def failed(refused: Refused) -> None:
            self._under_way -= 1
            if self.sheet is sheet:
                self._saved[name] = form.values[name]
                self._tell(str(refused.values.get("field", name)), refused)
                self._keep_drafts()

        self._presenter.save_field(form, name, answer, saved, failed)

    def _tell(self, name: str, refused: Refused) -> None:
        if self.sheet is None or name not in self.sheet.fields:
            messages.tell(self.window(), refused)
            return
        self.sheet.tell(name, " ".join(messages.sentence(refused)).strip())
        self.state.unsaved()
        if self.form is not None and self.form.button:
            self.answers[name].focus()

    # ------------------------------------------------------------ leaving

    def leave(self) -> None:
        """Save of somebody who is there what is valid, and keep the other texts."""
        self._rest.stop()
        if self.form is None or self.sheet is None:
            return
        if self.form.button:
            self._keep_drafts()
            return
        unsaved = {name: answer for name, answer in self.sheet.values().items() if answer != self._saved[name]}
        if unsaved:
            self._presenter.leave(self.form, unsaved)

    def _keep_drafts(self) -> None:
        if self.form is None or self.sheet is None:
            return
        unsaved = {name: text for name, text in self.sheet.typed().items() if text != self._saved[name]}
        if unsaved != self._kept:
            self._kept = unsaved
            self._presenter.keep_draft(self.form, unsaved)

    def _restore(self, form: KaartForm, draft: Mapping[str, str]) -> None:
        if self.form is None or self.form.key != form.key:
            return
        self._kept = dict(draft)
        for name in draft:
            if name in self.answers and self.answers[name].get() == self._saved[name]:
                self.answers[name].put(draft[name])

    def _stop(self) -> None:
        """Annuleren: nobody is added, and what was typed is thrown away."""
        if self.form is not None and self._kept:
            self._presenter.keep_draft(self.form, {})
        self.form, self._kept = None, {}
        self.stopped.emit()

    def _ask_remove(self) -> None:
        part = self._part
        if part is None:
            return

        def gone() -> None:
            self.form = None
            self.removed.emit()

        messages.ask(
            self.window(),
            _("Weghalen uit de sociale kaart?"),
            _("Dit kan alleen als niemand van uw gezinnen hiermee te maken heeft. U kunt het ongedaan maken."),
            (_("Weghalen"), lambda: self._presenter.remove(part, gone, self._not_removed)),
            dangerous=True,
        )

    def _not_removed(self, refused: Refused) -> None:
        clear(self.above)
        self.above.addWidget(messages.banner(refused))

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        for answer in [*self.answers.values()][:1]:
            answer.focus()
