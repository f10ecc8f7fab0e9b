"""The fields of a form as they stand on the page: in sections, short ones beside each other, rare ones folded."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.fields import TYPED, FieldSpec, FormOf
from gezinsplan.texts import _
from gezinsplan.ui.answers import Answer, answer_for
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.labels import Words, heading, muted
from gezinsplan.ui.rows import Fold
from gezinsplan.ui.tokens import Space


class FormSheet(QWidget):
    """All fields of one form, what stands in them, and the errors beside them."""

    changed = Signal()
    left = Signal(str)
    chosen = Signal(str)
    unfolded = Signal()

    def __init__(self, form: FormOf[Any]) -> None:
        """Show the form with its values in it."""
        super().__init__()
        self._form = form
        self._decided: set[str] = set()
        self.fields: dict[str, FormField] = {}
        self.answers: dict[str, Answer] = {}
        self._typed = frozenset(spec.name for spec in form.fields if spec.kind in TYPED)
        content = stack(gap=Space.M, end=False)
        self._rare = stack(gap=Space.M, end=False)
        self.more = Fold(_("Meer\N{HORIZONTAL ELLIPSIS}"), self._rare)
        self.more.button.clicked.connect(lambda _checked=False: self.unfolded.emit())
        self.notice = Words("", "muted")
        self.notice.hide()
        content.addWidget(self.notice)
        if form.intro:
            content.addWidget(muted(form.intro))
        for rare, column in ((False, content), (True, self._rare)):
            self._fill(column, [spec for spec in form.fields if spec.more is rare], form)
        self.more.setVisible(self._rare.count() > 0)
        content.addWidget(self.more)
        content.addStretch(1)
        self.page = Page(content)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def _fill(self, column: QVBoxLayout, specs: list[FieldSpec], form: FormOf[Any]) -> None:
        row = QHBoxLayout()
        for at, spec in enumerate(specs):
            if spec.section:
                if at:
                    column.addSpacing(Space.S)
                column.addWidget(heading(spec.section))
            if not (spec.beside and row.count()) or spec.section:
                row = QHBoxLayout()
                row.setSpacing(Space.L)
                column.addLayout(row)
            row.addWidget(self._field(spec, form.values.get(spec.name)), 1, Qt.AlignmentFlag.AlignTop)

    def _field(self, spec: FieldSpec, value: Any) -> FormField:
        answer = answer_for(spec, value)
        field = FormField(answer.label or spec.label, answer.widget, spec.help)
        if not answer.label:
            field.label.hide()  # a box to tick has its words beside it
        answer.changed.connect(self.changed)
        answer.left.connect(lambda name=spec.name: self.left.emit(name))
        if spec.name not in self._typed:
            answer.left.connect(lambda name=spec.name: self.chosen.emit(name))
        self.answers[spec.name], self.fields[spec.name] = answer, field
        return field

    # ------------------------------------------------------------ what stands in it

    def values(self) -> dict[str, Any]:
        """All answers as they stand there."""
        return {name: answer.get() for name, answer in self.answers.items()}

    def typed(self) -> dict[str, str]:
        """The answers that were typed."""
        return {name: self.answers[name].get() for name in self.answers if name in self._typed}

    def follow(self, name: str, whole: Any) -> None:
        """Propose what follows from a choice in something new; what the user chose himself is never overruled."""
        self._decided.add(name)
        if self._form.propose is None:
            return
        for other, value in self._form.propose(whole, self.values()).items():
            if other not in self._decided:
                self.answers[other].put(value)

    # ------------------------------------------------------------ what is wrong

    def tell(self, name: str, text: str) -> None:
        """Say beside a field what is wrong with it; it is unfolded and scrolled to."""
        field = self.fields[name]
        field.set_error(text)
        if self.more.isAncestorOf(field) and not self.more.is_open():
            self.more.open(True)
            self.unfolded.emit()
        self.page.ensureWidgetVisible(field)

    def forget_errors(self) -> None:
        """Take all errors away."""
        for field in self.fields.values():
            field.set_error()

    def wrong(self) -> tuple[str, ...]:
        """The names of the fields with an error."""
        return tuple(name for name, field in self.fields.items() if field.error())

    def say(self, text: str) -> None:
        """A line above the first field; an empty text takes it away."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def height_for(self, width: int) -> int:
        """How high it is when nothing needs to scroll."""
        layout = self.page.sheet.layout()
        return max(layout.totalHeightForWidth(width), layout.minimumSize().height()) if layout is not None else 0
