"""The first screen: one field and one button to open the caseload; the same card asks for whatever comes before it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.unlock import Stage, UnlockPresenter, UnlockState
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.cards import Card, Page
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.unlock_asked import FIRST, Asked, asked
from gezinsplan.ui.unlock_card import UnlockCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from gezinsplan.domain.errors import Refused


class UnlockPage(QWidget):
    """Shows what the presenter asks for, and passes on what is typed and pressed."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        """Show nothing until the presenter starts."""
        super().__init__()
        self.presenter = presenter
        self._shown: tuple[object, ...] | None = None
        self._left = 0
        self._waiting = QTimer(self, interval=1000)
        self._waiting.timeout.connect(self._tick)
        self.card = UnlockCard(presenter)
        self.card.submitted.connect(self.submit)
        self.card.elsewhere.connect(self.go_elsewhere)
        self.card.led.connect(lambda where: presenter.go(Stage(where)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Page(_in_the_middle(self.card)))

    @property
    def fields(self) -> dict[str, FormField]:
        """The fields of the card by name."""
        return self.card.fields

    @property
    def go(self) -> "QPushButton":
        """The one button."""
        return self.card.go

    def show_state(self, state: UnlockState) -> None:
        """Show what is asked now; what was typed stays while the same is asked."""
        wanted = (state.stage, state.task, state.here, state.ways)
        if wanted != self._shown:
            self._build(state, same_stage=self._shown is not None and wanted[:2] == self._shown[:2])
            self._shown = wanted
        self._state = state
        self._tell_vault(state)
        self.card.notice.setText(state.notice)
        self.card.notice.setVisible(bool(state.notice))
        self._refused(state.refused)
        self._wait(state)
        self.card.show_progress(state.task.working if state.task else "", state.percent)

    def fill(self, passphrase: str) -> None:
        """Fill in the passphrase of a demo caseload, which protects nobody."""
        line = self.card.line("passphrase")
        if line is not None:
            line.setText(passphrase)

    def message(self) -> str:
        """What is told in the card, if it does not belong to a field."""
        return self.card.message.text() if self.card.message.isVisible() else ""

    def forget(self) -> None:
        """Empty what was typed."""
        self._shown = None

    def _build(self, state: UnlockState, *, same_stage: bool) -> None:
        """The card of this stage; a link that appears a moment later takes nothing away of what is typed."""
        typed = {name: self.card.answer(name) for name in self.card.fields} if same_stage else {}
        self.setFocus()  # a field that goes away with the focus in it takes the window's activity along
        self._asked = _asked(state)
        self.card.ask(self._asked, opens_here=state.here and state.stage is Stage.UNLOCK)
        for name, text in typed.items():
            line = self.card.line(name)
            if line is not None:
                line.setText(text)

    # ------------------------------------------------------------ what happens

    def submit(self) -> None:
        """Enter, or the one button."""
        if not self.card.go.isEnabled():
            return
        ask, typed = self.presenter, {name: self.card.answer(name) for name in self.card.fields}
        does: dict[Stage, Callable[..., object]] = {
            Stage.UNLOCK: ask.unlock,
            Stage.SHEET: ask.unlock_with_sheet,
            Stage.GEMEENTE: ask.unlock_with_file,
            Stage.LISTS: ask.unlock_with_lists,
            Stage.RENEW: ask.renew,
            Stage.CREATE: ask.create,
            Stage.INTRODUCE: ask.introduce,
            Stage.TASK: partial(ask.do, ticked=self.card.ticked()),
        }
        does[self._state.stage](**typed)

    def go_elsewhere(self) -> None:
        """The other button: another folder, or back to the passphrase."""
        if self._state.stage not in (Stage.UNLOCK, Stage.CREATE):
            self.presenter.back()
            return
        from gezinsplan.ui.paper_out import ask_folder

        ask_folder(self, self.card.other.text(), self._folder_chosen)

    def _folder_chosen(self, folder: Path) -> None:
        self._shown = None
        self.presenter.choose_folder(folder)

    # ------------------------------------------------------------ what is told

    def _tell_vault(self, state: UnlockState) -> None:
        self.card.below.setText(_which_vault(state))
        self.card.below.setToolTip(str(state.folder))
        self.card.below.setVisible(state.stage in (Stage.UNLOCK, Stage.CREATE))

    def _refused(self, refused: "Refused | None") -> None:
        for field in self.card.fields.values():
            field.set_error()
        self.card.message.hide()
        if refused is None:
            return
        from gezinsplan.texts.errors import sentence
        from gezinsplan.ui.unlock_refused import field_of

        said = " ".join(sentence(refused.code, refused.values)).strip()
        name = field_of(refused, tuple(self.card.fields))
        if name:
            self.card.fields[name].set_error(said)
            self.card.fields[name].field.setFocus()
        else:
            self.card.message.setText(said)
            self.card.message.show()

    def _wait(self, state: UnlockState) -> None:
        """The button shows that work is under way, or how long to wait after a wrong passphrase."""
        self._left = state.wait_seconds if state.refused is not None else 0
        self._waiting.start() if self._left else self._waiting.stop()
        self._show_button(state.busy)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._waiting.stop()
        self._show_button(busy=False)

    def _show_button(self, busy: bool) -> None:
        self.card.go.setEnabled(not busy and self._left <= 0)
        for button in (self.card.other, *self.card.links.values()):
            button.setEnabled(not busy)
        if busy:
            self.card.go.setText(_("Even geduld…"))
        elif self._left > 0:
            words = ngettext("Wacht {n} seconde", "Wacht {n} seconden", self._left)
            self.card.go.setText(words.format(n=self._left))
        else:
            self.card.go.setText(self._asked.verb)


def _asked(state: UnlockState) -> Asked:
    if state.stage in FIRST:
        return asked(state)
    from gezinsplan.ui.unlock_others import asked as others

    return others(state)


def _which_vault(state: UnlockState) -> str:
    """Which vault it is and, when that is known, how old its last backup is."""
    said = [_("Kluis: {folder}").format(folder=state.folder.name)]
    if state.looked and state.stage is Stage.UNLOCK:
        from gezinsplan.presenters.backup_words import last_words

        said.append(last_words(state.last))
    return " \N{EN DASH} ".join(said)


def _in_the_middle(card: Card) -> QVBoxLayout:
    """Stretches and not an alignment: naming that part of Qt costs a tenth of the start."""
    across, down = QHBoxLayout(), QVBoxLayout()
    across.addStretch(1)
    across.addWidget(card, 1000)
    across.addStretch(1)
    down.addStretch(1)
    down.addLayout(across)
    down.addStretch(1)
    return down
