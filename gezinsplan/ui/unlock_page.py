"""The first screen: one field and one button to open the caseload; the same card makes a new one."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.presenters.unlock import Stage, UnlockPresenter, UnlockState
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import Card, Page
from gezinsplan.ui.fields import FormField, Secret
from gezinsplan.ui.labels import Elided, heading, muted, small
from gezinsplan.ui.tokens import Size, Space

_FIELD_OF = {
    Code.PASSPHRASE_WRONG: "passphrase",
    Code.PASSPHRASE_SHORT: "passphrase",
    Code.PASSPHRASE_DIFFERS: "again",
}


class UnlockPage(QWidget):
    """Shows what the presenter asks for: the passphrase, a new one, or who the user is."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        """Show nothing until the presenter starts."""
        super().__init__()
        self.presenter = presenter
        self._stage: Stage | None = None
        self.fields: dict[str, FormField] = {}
        self.go = primary("")
        self.other = secondary("")
        self._left = 0
        self._waiting = QTimer(self, interval=1000)
        self._waiting.timeout.connect(self._tick)
        self._card = Card()
        self._card.setMaximumWidth(Size.UNLOCK)
        self._card.setMinimumWidth(Size.UNLOCK)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 0, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Page(middle))

    def show_state(self, state: UnlockState) -> None:
        """Show what is asked now; what was typed stays while the same is asked."""
        if state.stage is not self._stage:
            self._stage = state.stage
            {Stage.UNLOCK: self._ask_passphrase, Stage.CREATE: self._ask_new, Stage.INTRODUCE: self._ask_who}[
                state.stage
            ](state)
            next(iter(self.fields.values())).field.setFocus()
        self._folder.say(_("Kluis: {folder}").format(folder=state.folder)) if self._folder else None
        self._refused(state.refused)
        self._wait(state)

    def fill(self, passphrase: str) -> None:
        """Fill in the passphrase of a demo caseload, which protects nobody."""
        field = self.fields["passphrase"].field
        if isinstance(field, Secret):
            field.line.setText(passphrase)

    def message(self) -> str:
        """What is told in the card, if it does not belong to a field."""
        return self._message.text() if self._message.isVisible() else ""

    def forget(self) -> None:
        """Empty what was typed."""
        self._stage = None

    # ------------------------------------------------------------ the three cards

    def _begin(self, title: str, below: str, names: tuple[tuple[str, str, str, QWidget], ...]) -> None:
        self.setFocus()  # a field that goes away with the focus in it takes the window's activity along
        self._card.clear()
        self.fields = {name: FormField(label, field, help_text) for name, label, help_text, field in names}
        self._message = small("")
        self._message.setProperty("look", "error")
        self._message.hide()
        self._card.add(heading(title, "figure"), muted(below), *self.fields.values())
        self._folder: Elided | None = None

    def _end(self, verb: str, other: str) -> None:
        self.go = primary(verb, self._submit)
        self.go.setDefault(True)
        self.other = secondary(other, self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.go, 1)
        row.addWidget(self.other)
        self._card.add(self._message, row)
        if self._folder is not None:
            self._card.add(self._folder)
        for field in self.fields.values():
            line = field.field.line if isinstance(field.field, Secret) else field.field
            if isinstance(line, QLineEdit):
                line.returnPressed.connect(self._submit)
        self.other.setVisible(bool(other))

    def _ask_passphrase(self, _state: UnlockState) -> None:
        self._begin(
            _("Gezinsplan"),
            _("Eén gezin, één plan, één regisseur"),
            (("passphrase", _("Wachtwoord (een zin mag)"), "", Secret()),),
        )
        self._folder = Elided("", "small")
        self._end(_("Ontgrendelen"), _("Andere kluis…"))

    def _ask_new(self, _state: UnlockState) -> None:
        self._begin(
            _("Nieuwe kluis"),
            _("Hier komen uw gezinnen in. Alleen wie het wachtwoord weet, kan erbij. Bewaar het goed."),
            (
                (
                    "passphrase",
                    _("Wachtwoord (een zin mag)"),
                    _("Ten minste 12 tekens. Een zin is sterk en makkelijk te onthouden."),
                    Secret(),
                ),
                ("again", _("Nog een keer"), "", Secret()),
            ),
        )
        self._folder = Elided("", "small")
        self._end(_("Kluis maken"), _("Andere map…"))

    def _ask_who(self, _state: UnlockState) -> None:
        self._begin(
            _("Wie bent u?"),
            _("Zo staat u als regisseur op het plan van een gezin."),
            (
                ("naam", _("Uw naam"), "", QLineEdit()),
                ("organisatie", _("Organisatie"), _("Bijvoorbeeld: Sociaal team Gouda."), QLineEdit()),
                ("functie", _("Functie"), "", QLineEdit()),
                ("telefoon", _("Telefoon"), "", QLineEdit()),
                (
                    "bereikbaar",
                    _("Wanneer bereikbaar?"),
                    _("Bijvoorbeeld: maandag tot donderdag, 9 tot 17 uur."),
                    QLineEdit(),
                ),
            ),
        )
        self._end(_("Beginnen"), "")

    # ------------------------------------------------------------ what happens

    def _typed(self, name: str) -> str:
        field = self.fields[name].field
        line = field.line if isinstance(field, Secret) else field
        return line.text() if isinstance(line, QLineEdit) else ""

    def _submit(self) -> None:
        if not self.go.isEnabled():
            return
        if self._stage is Stage.UNLOCK:
            self.presenter.unlock(self._typed("passphrase"))
        elif self._stage is Stage.CREATE:
            self.presenter.create(self._typed("passphrase"), self._typed("again"))
        else:
            from gezinsplan.services.start import OverMij

            self.presenter.introduce(OverMij(**{name: self._typed(name) for name in self.fields}))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.other.text())
        if chosen:
            self._stage = None
            self.presenter.choose_folder(Path(chosen))

    def _refused(self, refused: Refused | None) -> None:
        for field in self.fields.values():
            field.set_error()
        self._message.hide()
        if refused is None:
            return
        from gezinsplan.texts.errors import sentence

        said = " ".join(sentence(refused.code, refused.values)).strip()
        name = _FIELD_OF.get(refused.code, str(refused.values.get("field", "")))
        if name in self.fields:
            self.fields[name].set_error(said)
            self.fields[name].field.setFocus()
        else:
            self._message.setText(said)
            self._message.show()

    def _wait(self, state: UnlockState) -> None:
        """The button shows that work is under way, or how long to wait after a wrong passphrase."""
        self._left = state.wait_seconds if state.refused is not None else 0
        self._waiting.start() if self._left else self._waiting.stop()
        self._verb = {
            Stage.UNLOCK: _("Ontgrendelen"),
            Stage.CREATE: _("Kluis maken"),
            Stage.INTRODUCE: _("Beginnen"),
        }[state.stage]
        self._show_button(state.busy)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._waiting.stop()
        self._show_button(busy=False)

    def _show_button(self, busy: bool) -> None:
        self.go.setEnabled(not busy and self._left <= 0)
        self.other.setEnabled(not busy)
        if busy:
            self.go.setText(_("Even geduld…"))
        elif self._left > 0:
            self.go.setText(ngettext("Wacht {n} seconde", "Wacht {n} seconden", self._left).format(n=self._left))
        else:
            self.go.setText(self._verb)
