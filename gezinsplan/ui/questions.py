"""A dialog whose questions follow the answers, about one helper; what is half typed is kept."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.einde import can_end
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import TYPED, FieldKind, FieldSpec, Form
from gezinsplan.presenters.overnemen import places
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.answers import Answer, answer_for
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import Page, clear, stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.form_frame import REST_MILLISECONDS, largest
from gezinsplan.ui.labels import Words, heading
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.tokens import Space

_DAYS = (FieldKind.DATE, FieldKind.PARTIAL_DATE)


class Questions(QWidget):
    """The fields of a form that may be asked again in another form; those that stay keep their widget and answer."""

    changed = Signal()
    led = Signal()

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__()
        self.fields: dict[str, FormField] = {}
        self.answers: dict[str, Answer] = {}
        self._specs: tuple[FieldSpec, ...] = ()
        self._typed: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def given(self) -> dict[str, Any]:
        """The answers of this moment."""
        return {name: answer.get() for name, answer in self.answers.items()}

    def typed(self) -> dict[str, Any]:
        """All that was ever answered here, also in fields that are not asked at the moment."""
        self._typed |= self.given()
        return self._typed

    def texts(self) -> dict[str, str]:
        """What was typed of the questions that are asked now, without the days."""
        typed = {each.name for each in self._specs if each.kind in TYPED and each.kind not in _DAYS}
        return {name: text for name, text in self.given().items() if name in typed and text}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put back what was half typed before."""
        self._typed |= texts
        for name in texts.keys() & self.answers.keys():
            self.answers[name].put(texts[name])

    def ask(self, form: Form) -> None:
        """Put these questions below each other."""
        if form.fields == self._specs:
            return
        typed = self.typed()
        staying = {each.name for each in set(self._specs) & set(form.fields)}
        kept = {name: (self.answers[name], self.fields[name]) for name in staying}
        for _answer, field in kept.values():
            self._column.removeWidget(field)
        clear(self._column)
        self.answers.clear()
        self.fields.clear()
        self._specs = form.fields
        for spec in form.fields:
            if spec.section:
                self._column.addSpacing(Space.S)
                self._column.addWidget(heading(spec.section))
            made = kept.get(spec.name) or self._field(spec, typed.get(spec.name, form.values[spec.name]))
            self.answers[spec.name], self.fields[spec.name] = made
            self._column.addWidget(made[1])

    def _field(self, spec: FieldSpec, value: Any) -> tuple[Answer, FormField]:
        answer = answer_for(spec, value)
        answer.changed.connect(self.changed)
        if spec.leads:
            answer.left.connect(self.led)
        return answer, FormField(answer.label, answer.widget, spec.help)

    def forget_errors(self) -> None:
        """Take all errors away."""
        for field in self.fields.values():
            field.set_error()

    def inputs(self) -> list[QWidget]:
        """Whatever takes the keyboard, in the order in which it is read."""
        return [part for field in self.fields.values() for part in field.findChildren(QWidget) if _takes_tab(part)]


class QuestionsDialog(QDialog):
    """Asks about one helper, or first who it is.

    The questions are made again when an answer was given that leads, and what was typed stays. What is half typed is
    kept in the vault as a draft.
    """

    def __init__(
        self, parent: QWidget, presenter: FamilyPresenter, helper: UUID | None, titles: tuple[str, str], *above: QWidget
    ) -> None:
        """`titles`: of the window, and the question who it is; `above` stands above the questions."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(titles[0])
        self.presenter = presenter
        self.helper = helper
        self._who_first: list[QWidget] = []
        self.form: Form | None = None
        self.questions = Questions()
        self.answers = self.questions.answers
        self.reopen: Reopen | None = None
        self._titles = titles
        self._kept: dict[str, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.keep)
        self.questions.changed.connect(self._rest.start)
        self.questions.led.connect(self.renew)
        self._build(above)
        self._ask_about(helper)
        self._stops()[0].setFocus()

    def make(self, helper: UUID, typed: Mapping[str, Any]) -> Form:
        """The questions about somebody, after what was answered until now."""
        raise NotImplementedError

    def before(self) -> list[QWidget]:
        """What takes the keyboard above the questions."""
        return []

    def _build(self, above: tuple[QWidget, ...]) -> None:
        self._title = heading("", "title")
        self._title.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._intro = Words()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.XL, 0, Space.L)
        whole.addWidget(self._title)
        self._page = Page(stack(*self._who(), *above, self._intro, self.questions, gap=Space.M))
        whole.addWidget(self._page, 1)
        self.cancel = secondary(_("Annuleren"), self.reject)
        self.go = primary(self._titles[0], self.save)
        self.go.setDefault(True)
        whole.addLayout(_button_row(self.cancel, self.go))
        self.resize(largest(self))

    def _who(self) -> tuple[QWidget, ...]:
        if self.helper is not None:
            return ()
        state = self.presenter.state
        spec = FieldSpec("wie", self._titles[1], FieldKind.CHOICE, can_end(state.family, state.seen))
        answer = answer_for(spec, None)
        answer.left.connect(lambda: self._ask_about(answer.get()))
        self._who_first = [answer.widget]
        return (FormField(answer.label, answer.widget),)

    def _ask_about(self, helper: UUID | None) -> None:
        self._forget_draft()
        self.helper = helper
        self.renew()
        if self.form is not None:
            self.presenter.draft(self.form, self._restore)

    def renew(self) -> None:
        """Make the questions for the person and the answers of this moment."""
        self.go.setEnabled(self.helper is not None)
        if self.helper is None:
            self._intro.hide()
            self._name(self._titles[0])
            return
        self.form = form = self.make(self.helper, self.questions.typed())
        self.questions.ask(form)
        for one, next_one in pairwise(self._stops()):  # Tab goes as one reads
            QWidget.setTabOrder(one, next_one)
        self._name(form.title)
        self._intro.setText(form.intro)
        self._intro.setVisible(bool(form.intro))
        self.go.setText(form.button)

    def _stops(self) -> list[QWidget]:
        return [*self._who_first, *self.before(), *self.questions.inputs(), self.cancel, self.go]

    def _name(self, title: str) -> None:
        self._title.setText(title)
        self._title.setAccessibleName(title)

    def save(self) -> None:
        """Do it as one step; a refusal is told beside its field and nothing that was typed is lost."""
        self._rest.stop()
        self.renew()
        if self.form is None:
            return
        self.questions.forget_errors()
        self.go.setEnabled(False)
        self.presenter.save_new(self.form, self.questions.given(), self._saved, self._refused)

    def _saved(self) -> None:
        self._kept = {}
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.go.setEnabled(True)
        self.keep()
        beside = places(refused, self.questions.given())
        if not beside:
            messages.tell(self, refused)
            return
        for name in beside:
            self.questions.fields[name].set_error(" ".join(messages.sentence(refused)).strip())
        first = self.questions.fields[beside[0]]
        first.field.setFocus()
        QTimer.singleShot(0, first, lambda: self._page.ensureWidgetVisible(first))

    def keep(self) -> None:
        """Keep what is half typed as a draft in the vault."""
        self._rest.stop()
        texts = self.questions.texts()
        if self.form is not None and texts != self._kept:
            self._kept = texts
            self.presenter.keep_draft(self.form, texts)

    leave = keep

    def _restore(self, draft: Mapping[str, str]) -> None:
        """Put back what was half typed before a lock or crash."""
        self._kept = dict(draft)
        self.questions.restore(draft)

    def reject(self) -> None:
        """Escape changes nothing, and forgets what was half typed."""
        self._forget_draft()
        super().reject()

    def _forget_draft(self) -> None:
        self._rest.stop()
        if self._kept and self.form is not None:
            self.presenter.keep_draft(self.form, {})
        self._kept = {}


def _button_row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(Space.XL, 0, Space.XL, 0)
    row.setSpacing(Space.S)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _takes_tab(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(part, QAbstractItemView)
