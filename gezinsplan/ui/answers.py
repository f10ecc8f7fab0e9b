"""One way to answer each kind of field: a widget, what it holds, and a signal when it changes and when it is left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from gezinsplan.domain.lezers import Kring, VoorWie
from gezinsplan.presenters.fields import FieldKind, FieldSpec, Option
from gezinsplan.texts import _
from gezinsplan.texts.words import word
from gezinsplan.ui.fields import LongText
from gezinsplan.ui.inputs import Check, Choice, Flow
from gezinsplan.ui.tokens import Space

_LONGEST_LINE = 1_000_000  # Qt's own limit cuts off without a word; ours is told beside the field
_LONGEST_LABEL = 60
_SHORTEST_CHOICE = 12


class Answer(QObject):
    """A widget that holds the answer to one field; `left` also when something else was chosen."""

    changed = Signal()
    left = Signal()

    def __init__(self, label: str, widget: QWidget, get: Callable[[], Any], put: Callable[[Any], object]) -> None:
        """`get` and `put` are how the answer is read and shown."""
        super().__init__(widget)
        self.label = label
        self.widget = widget
        self.get = get
        self.put = put

    def focus(self) -> None:
        """Put the keyboard there."""
        inside = self.widget.boxes[:1] if isinstance(self.widget, Checks) else []
        for each in inside or (self.widget,):
            each.setFocus(Qt.FocusReason.OtherFocusReason)


def answer_for(spec: FieldSpec, value: Any) -> Answer:
    """The widget that fits the kind of a field, with the value in it."""
    answer = _MAKERS.get(spec.kind, _line)(spec)
    answer.put(value)
    return answer


def _short(label: str) -> str:
    """A label that fits on one line: the words of a goal may be long."""
    line = " ".join(label.split())
    return line if len(line) <= _LONGEST_LABEL else f"{line[: _LONGEST_LABEL - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"


def _line(spec: FieldSpec) -> Answer:
    line = QLineEdit()
    line.setMaxLength(_LONGEST_LINE)
    answer = Answer(spec.label, line, line.text, lambda value: line.setText(value or ""))
    line.textEdited.connect(lambda _text: answer.changed.emit())
    line.editingFinished.connect(answer.left)
    if spec.suggestions:
        completer = QCompleter(list(spec.suggestions), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
    return answer


def _text(spec: FieldSpec) -> Answer:
    text = LongText(lines=2)
    answer = Answer(spec.label, text, text.toPlainText, lambda value: _put_text(text, value or ""))
    text.textChanged.connect(answer.changed)
    text.left.connect(answer.left)
    return answer


def _put_text(field: LongText, text: str) -> None:
    """Show a text; where somebody is typing he goes on at its end."""
    field.setPlainText(text)
    if field.hasFocus():
        field.moveCursor(QTextCursor.MoveOperation.End)


def _check(spec: FieldSpec) -> Answer:
    check = Check(spec.label)
    answer = Answer("", check, check.isChecked, lambda value: check.setChecked(bool(value)))
    check.clicked.connect(lambda _checked: answer.left.emit())
    return answer


class Pick(Choice):
    """One of the options; what stood there and cannot be chosen any more stays until something else is chosen."""

    def __init__(self, options: tuple[Option, ...] = ()) -> None:
        """Offer `options`."""
        super().__init__()
        self._options: tuple[Option, ...] = ()
        self._unlisted: Any = None
        self.setPlaceholderText(_("Kies…"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST_CHOICE)
        self.offer(options)

    def offer(self, options: tuple[Option, ...]) -> None:
        """Offer other options; what was chosen stays so."""
        chosen = self.get()
        self.clear()
        self._options = options
        for option in options:
            label = f"{option.label} \N{MIDDLE DOT} {option.detail}" if option.detail else option.label
            self.addItem(_short(label))
            self.setItemData(self.count() - 1, label, Qt.ItemDataRole.ToolTipRole)
        self.put(chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; it never changes an answer that happens to lie under the mouse."""
        event.ignore()

    def get(self) -> Any:
        """The value that was chosen."""
        at = self.currentIndex()
        return self._options[at].value if at >= 0 else self._unlisted

    def put(self, value: Any) -> None:
        """Show this value."""
        self._unlisted = value
        self.setCurrentIndex(next((at for at, option in enumerate(self._options) if option.value == value), -1))


def _choice(spec: FieldSpec) -> Answer:
    choice = Pick(spec.options)
    answer = Answer(spec.label, choice, choice.get, choice.put)
    choice.activated.connect(lambda _index: answer.left.emit())
    return answer


class Checks(QWidget):
    """Several answers to tick; what is ticked and not offered any more stays ticked."""

    ticked = Signal()

    def __init__(self, options: tuple[Option, ...], name: str) -> None:
        """Show an answer per box, in lines that wrap; `name` is the question."""
        super().__init__()
        self.setAccessibleName(name)
        self._options = options
        self._unlisted: tuple[Any, ...] = ()
        self.boxes = [Check(_short(option.label)) for option in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(Flow(*self.boxes))
        for option, box in zip(options, self.boxes, strict=True):
            box.setAccessibleDescription(name)
            whole = option.label if box.text() != option.label else ""
            box.setToolTip(" \N{MIDDLE DOT} ".join(part for part in (whole, option.detail) if part))
            box.clicked.connect(lambda _checked: self.ticked.emit())

    def get(self) -> tuple[Any, ...]:
        """The ticked answers."""
        pairs = zip(self._options, self.boxes, strict=True)
        return (*(option.value for option, box in pairs if box.isChecked()), *self._unlisted)

    def put(self, values: tuple[Any, ...]) -> None:
        """Tick these."""
        offered = [option.value for option in self._options]
        self._unlisted = tuple(each for each in values or () if each not in offered)
        for value, box in zip(offered, self.boxes, strict=True):
            box.setChecked(value in (values or ()))


def _choices(spec: FieldSpec) -> Answer:
    checks = Checks(spec.options, spec.label)
    answer = Answer(spec.label, checks, checks.get, checks.put)
    checks.ticked.connect(answer.left)
    return answer


class Readers(QWidget):
    """Who may read it: the whole family, some persons, or nobody at home; said in words (product.md rule 6)."""

    decided = Signal()

    def __init__(self, options: tuple[Option, ...], name: str) -> None:
        """Offer the three circles, and the persons for the second."""
        super().__init__()
        self.kring = Pick(tuple(Option(each, word(each)) for each in Kring))
        self.kring.setAccessibleName(name)
        self.persons = Checks(options, _("Alleen deze personen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.kring)
        column.addWidget(self.persons)
        self.kring.currentIndexChanged.connect(self._show_persons)
        self.kring.activated.connect(lambda _index: self._decide())
        self.persons.ticked.connect(self._decide)
        self.setFocusProxy(self.kring)
        self._show_persons()

    def get(self) -> VoorWie:
        """The circle that was chosen."""
        kring = self.kring.get() or Kring.GEZIN
        return VoorWie(kring, self.persons.get() if kring is Kring.PERSONEN else ())

    def put(self, value: VoorWie) -> None:
        """Show this circle."""
        self.persons.put(value.personen)
        self.kring.put(value.kring)
        self._show_persons()

    def _decide(self) -> None:
        """Choosing "Alleen…" is only half an answer: it waits for the first person."""
        chosen = self.get()
        if chosen.kring is not Kring.PERSONEN or chosen.personen:
            self.decided.emit()

    def _show_persons(self) -> None:
        self.persons.setVisible(self.kring.get() is Kring.PERSONEN)


def _readers(spec: FieldSpec) -> Answer:
    readers = Readers(spec.options, spec.label)
    answer = Answer(spec.label, readers, readers.get, readers.put)
    readers.decided.connect(answer.left)
    return answer


_MAKERS: dict[FieldKind, Callable[[FieldSpec], Answer]] = {
    FieldKind.TEXT: _text,
    FieldKind.CHECK: _check,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.READERS: _readers,
}
