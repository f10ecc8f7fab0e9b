"""The card of the first screen: what one stage asks, with its buttons and the other ways in."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gezinsplan.presenters.unlock import UnlockPresenter
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.buttons import link, primary, secondary
from gezinsplan.ui.cards import Card, columns, stack
from gezinsplan.ui.fields import FormField, LongText, Secret
from gezinsplan.ui.labels import Line, Words, heading, muted, small
from gezinsplan.ui.tokens import Size, Space
from gezinsplan.ui.unlock_asked import NEW_PASSPHRASE, Asked, Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox, QPushButton

    from gezinsplan.ui.progress import Progress
    from gezinsplan.ui.strength import StrengthLine


class UnlockCard(Card):
    """What one stage asks, built anew for each; it tells what is pressed."""

    submitted = Signal()
    elsewhere = Signal()
    led = Signal(str)
    """To another way in: the stage."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        """Empty until something is asked."""
        super().__init__()
        self._presenter = presenter
        self.fields: dict[str, FormField] = {}
        self.links: dict[str, QPushButton] = {}
        self.tick: QCheckBox | None = None
        self._progress: Progress | None = None
        self._meter: StrengthLine | None = None

    def ask(self, card: Asked, *, opens_here: bool) -> None:
        """Show the fields, the buttons and the other ways of this stage."""
        self.clear()
        width = theme.scaled(Size.UNLOCK_WIDE if card.wide else Size.UNLOCK)
        self.setMaximumWidth(width)
        self.setMinimumWidth(min(width, Size.WINDOW_LEAST_WIDTH - 3 * Space.XXL))
        self._progress, self._meter, self.tick = None, None, None
        self.fields = {each.name: FormField(each.label, _field(each), each.help) for each in card.questions}
        self.notice, self.message, self.below = Words("", "strong"), Words("", "error"), small()
        self.go = primary(card.verb, self.submitted.emit)
        self.go.setDefault(True)
        self.other = secondary(card.other, self.elsewhere.emit)
        self.buttons = columns((self.go, 1), (self.other, 0))
        self.buttons.setSpacing(Space.S)
        self.add(heading(card.title, "figure"), muted(card.below), self.notice, *self.fields.values())
        if card.tick:
            self._add_tick(card.tick)
        self.add(self.below, self.message, self.buttons)
        self.other.setVisible(bool(card.other))
        for part in (self.notice, self.message, self.below):
            part.hide()
        self._add_links(card, opens_here)
        for name in self.fields:
            line = self.line(name)
            if line is not None:
                line.returnPressed.connect(self.submitted)
        if card.weighs:
            self._weigh()
        next(iter(self.fields.values())).field.setFocus()

    def _add_tick(self, words: str) -> None:
        from gezinsplan.ui.inputs import Check

        self.tick = Check(words)
        self.add(self.tick)

    def _add_links(self, card: Asked, opens_here: bool) -> None:
        self.links = {where: link(words, partial(self.led.emit, where)) for words, where in card.links}
        if opens_here:
            here = link(_("Openen zonder wachtwoord op deze computer"), self._presenter.unlock_here)
            self.links = {"here": here, **self.links}
        if self.links:
            self.body.addSpacing(Space.S)
            self.add(Line(), stack(*self.links.values(), gap=0, end=False))

    def line(self, name: str) -> QLineEdit | None:
        """The line of a field that is typed on one line."""
        field = self.fields[name].field
        line = field.line if isinstance(field, Secret) else field
        return line if isinstance(line, QLineEdit) else None

    def answer(self, name: str) -> Any:
        """What was typed, or the file that was chosen."""
        field, line = self.fields[name].field, self.line(name)
        if line is not None:
            return line.text()
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else getattr(field, "path", None)

    def strength(self) -> str:
        """The word for the new passphrase, while it is typed."""
        return self._meter.word.text() if self._meter is not None else ""

    def ticked(self) -> bool:
        """Whether the box is ticked, if there is one."""
        return self.tick is not None and self.tick.isChecked()

    def _weigh(self) -> None:
        """Tell how strong the new passphrase is, from its first sign on: what that takes is fetched only then."""
        line = self.line(NEW_PASSPHRASE[0])
        if line is not None:
            line.textEdited.connect(lambda _text: self._begin_weighing(line))

    def _begin_weighing(self, line: QLineEdit) -> None:
        if self._meter is None:
            from gezinsplan.ui.strength import StrengthLine

            self._meter = StrengthLine(line, self._presenter.weigh)
            self.fields[NEW_PASSPHRASE[0]].put_below(self._meter)
            self._meter.ask()

    def show_progress(self, text: str, percent: int | None) -> None:
        """How far long work is; nothing when none is under way."""
        if percent is None and self._progress is None:
            return
        if self._progress is None:
            from gezinsplan.ui.progress import Progress

            self._progress = Progress(self._presenter.stop)
            self.add(self._progress)
        for button in (self.go, self.other):
            button.setVisible(percent is None and (button is self.go or bool(self.other.text())))
        if percent is None:
            self._progress.hide()
        else:
            self._progress.show_work(text, percent)


def _field(question: Question) -> QWidget:
    if question.kind == "secret":
        return Secret()
    if question.kind == "words":
        return LongText(lines=3, most=5)
    if question.kind == "file":
        from gezinsplan.ui.unlock_others import FileChoice

        return FileChoice(question.label)
    return QLineEdit()
