"""The line of "Wie komen er allemaal?" that is being typed."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.suggesties import Suggestie, suggestions
from gezinsplan.presenters.wie_komen_regel import ORGANISATIE, VOOR, WIE, line_form, preview
from gezinsplan.texts import _
from gezinsplan.ui import messages, theme
from gezinsplan.ui.answers import Answer
from gezinsplan.ui.buttons import primary
from gezinsplan.ui.cards import Card
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.labels import muted
from gezinsplan.ui.suggest_line import SuggestLine
from gezinsplan.ui.tokens import Space

_SHARES = (5, 5, 4, 5, 3)
_ONE_ROW, _TWO_ROWS = 860, 460  # narrower than this, at 100 %, the fields of the line stand on more rows


class EntryFields(QWidget):
    """The fields of one line beside each other; on more rows where there is no room."""

    def __init__(self, fields: Mapping[str, FormField]) -> None:
        """Lay out these fields."""
        super().__init__()
        self._fields = [*fields.values()]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many stand on a row."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.width()
        wide, half = width >= theme.scaled(_ONE_ROW), width >= theme.scaled(_TWO_ROWS)
        columns = len(self._fields) if wide else 2 if half else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for number in range(len(self._fields)):
            share = _SHARES[number] if wide else 1
            self._grid.setColumnStretch(number, share if number < columns else 0)


class EntryLine(Card):
    """The line that is being typed: its fields, what it becomes, and what is wrong."""

    entered = Signal(dict)
    typed = Signal()

    def __init__(self, presenter: FamilyPresenter) -> None:
        """Empty and ready for the first name."""
        super().__init__()
        self._presenter = presenter
        self.lines: dict[str, SuggestLine] = {}
        self.fields: dict[str, FormField] = {}
        self.answers: dict[str, Answer] = {}
        self.preview = muted()
        self.go = primary(_("Volgende"), self._enter)
        self.go.setToolTip(_("Volgende (Enter)"))

    def build(self) -> None:
        """Make the fields, once there is a family."""
        for spec in line_form(self._presenter.family).fields:
            line = SuggestLine(partial(self._offer, spec.name))
            line.setPlaceholderText(spec.help)
            line.setToolTip(spec.help)
            self.lines[spec.name], self.fields[spec.name] = line, FormField(spec.label, line)
            self.answers[spec.name] = Answer(spec.label, line, line.text, line.setText)
            line.textEdited.connect(lambda _text, name=spec.name: self._edited(name))
            line.entered.connect(self._enter)
            line.taken.connect(self._take)
        below = QHBoxLayout()
        below.setSpacing(Space.M)
        below.addWidget(self.preview, 1)
        below.addWidget(self.go)
        self.add(EntryFields(self.fields), below)
        self.setFocusProxy(self.lines[WIE])

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: line.text() for name, line in self.lines.items()}

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not any(text.strip() for text in self.texts().values())

    def put(self, texts: Mapping[str, str]) -> None:
        """Let these stand in the fields, and nothing in the others."""
        for name, line in self.lines.items():
            line.setText(texts.get(name, ""))
            line.hide_suggestions()
            self.fields[name].set_error()
        self._show_preview()

    def refuse(self, refused: Refused) -> None:
        """Say what is wrong beside its field."""
        name = str(refused.values.get("field", WIE))
        name = name if name in self.fields else WIE
        self.fields[name].set_error(" ".join(messages.sentence(refused)).strip())
        self.lines[name].setFocus()
        self.lines[name].selectAll()
        for line in self.lines.values():
            line.hide_suggestions()

    def _offer(self, name: str, typed: str) -> tuple[Suggestie, ...]:
        return suggestions(self._presenter.family, name, typed)

    def _edited(self, name: str) -> None:
        self.fields[name].set_error()
        self._show_preview()
        self.typed.emit()

    def _take(self, fields: Mapping[str, str]) -> None:
        """Fill in what was taken, and go on to the first field after it."""
        for name, text in fields.items():
            self.lines[name].setText(text)
            self.fields[name].set_error()
        names = [*self.lines]
        last = max(names.index(name) for name in fields)
        empty = not self.lines[ORGANISATIE].text() and WIE in fields
        after = ORGANISATIE if empty else names[min(last + 1, len(names) - 1)]
        self.lines[VOOR if fields.keys() == {WIE, ORGANISATIE} and not empty else after].setFocus()
        self._show_preview()
        self.typed.emit()

    def _show_preview(self) -> None:
        self.preview.setText(preview(self._presenter.family, self.texts()))

    def _enter(self) -> None:
        self.entered.emit(self.texts())
