"""The first screen: one field and one button to open the caseload; the same card makes a new one."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gezinsplan.presenters.unlock import Stage, UnlockPresenter, UnlockState
from gezinsplan.texts import _, ngettext
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import Card, Page, columns
from gezinsplan.ui.fields import FormField, Secret
from gezinsplan.ui.labels import Words, heading, muted
from gezinsplan.ui.tokens import Size, Space

if TYPE_CHECKING:
    from gezinsplan.domain.errors import Refused


class Question(NamedTuple):
    """One field of the card."""

    name: str
    label: str
    help: str = ""
    secret: bool = False


class Asked(NamedTuple):
    """What the card asks in one stage: title, a sentence, its fields, the verb, and the way to another folder."""

    title: str
    below: str
    questions: tuple[Question, ...]
    verb: str
    other: str = ""


def asked(stage: Stage) -> Asked:
    """The card of a stage."""
    if stage is Stage.UNLOCK:
        return Asked(
            _("Gezinsplan"),
            _("Eén gezin, één plan, één regisseur"),
            (Question("passphrase", _("Wachtwoord (een zin mag)"), secret=True),),
            _("Ontgrendelen"),
            _("Andere kluis…"),
        )
    if stage is Stage.CREATE:
        help_text = _("Vijf of zes woorden die niet bij elkaar horen zijn sterk en makkelijk te onthouden.")
        return Asked(
            _("Nieuwe kluis"),
            _("Hier komen uw gezinnen in. Alleen wie het wachtwoord weet, kan erbij. Bewaar het goed."),
            (
                Question("passphrase", _("Wachtwoord (een zin mag)"), help_text, secret=True),
                Question("again", _("Nog een keer"), secret=True),
            ),
            _("Kluis maken"),
            _("Andere map…"),
        )
    return Asked(
        _("Wie bent u?"),
        _("Zo staat u als regisseur op het plan van een gezin."),
        (
            Question("naam", _("Uw naam")),
            Question("organisatie", _("Organisatie"), _("Bijvoorbeeld: Sociaal team Gouda.")),
            Question("functie", _("Functie")),
            Question("telefoon", _("Telefoon")),
            Question("bereikbaar", _("Wanneer bereikbaar?"), _("Bijvoorbeeld: maandag tot donderdag, 9 tot 17 uur.")),
        ),
        _("Beginnen"),
    )


class UnlockPage(QWidget):
    """Shows what the presenter asks for: the passphrase, a new one, or who the user is."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        """Show nothing until the presenter starts."""
        super().__init__()
        self.presenter = presenter
        self._stage: Stage | None = None
        self.fields: dict[str, FormField] = {}
        self._left = 0
        self._waiting = QTimer(self, interval=1000)
        self._waiting.timeout.connect(self._tick)
        self._card = Card()
        self._card.setMaximumWidth(Size.UNLOCK)
        self._card.setMinimumWidth(Size.UNLOCK)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Page(_in_the_middle(self._card)))

    def show_state(self, state: UnlockState) -> None:
        """Show what is asked now; what was typed stays while the same is asked."""
        if state.stage is not self._stage:
            self._stage = state.stage
            self._asked = asked(state.stage)
            self._build(self._asked)
        self._folder.setText(_("Kluis: {folder}").format(folder=state.folder))
        self._refused(state.refused)
        self._wait(state)

    def fill(self, passphrase: str) -> None:
        """Fill in the passphrase of a demo caseload, which protects nobody."""
        self._line("passphrase").setText(passphrase)

    def message(self) -> str:
        """What is told in the card, if it does not belong to a field."""
        return self._message.text() if self._message.isVisible() else ""

    def forget(self) -> None:
        """Empty what was typed."""
        self._stage = None

    def _build(self, card: Asked) -> None:
        self.setFocus()  # a field that goes away with the focus in it takes the window's activity along
        self._card.clear()
        self.fields = {
            each.name: FormField(each.label, Secret() if each.secret else QLineEdit(), each.help)
            for each in card.questions
        }
        self._message = Words("", "error")
        self._message.hide()
        self.go = primary(card.verb, self._submit)
        self.go.setDefault(True)
        self.other = secondary(card.other, self._choose_folder)
        self._folder = Words("", "small")
        row = columns((self.go, 1), (self.other, 0))
        row.setSpacing(Space.S)
        self._card.add(heading(card.title, "figure"), muted(card.below), *self.fields.values())
        self._card.add(self._message, row, self._folder)
        self.other.setVisible(bool(card.other))
        self._folder.setVisible(bool(card.other))
        for name in self.fields:
            self._line(name).returnPressed.connect(self._submit)
        next(iter(self.fields.values())).field.setFocus()

    # ------------------------------------------------------------ what happens

    def _line(self, name: str) -> QLineEdit:
        field = self.fields[name].field
        line = field.line if isinstance(field, Secret) else field
        if not isinstance(line, QLineEdit):
            raise TypeError(name)
        return line

    def _typed(self, name: str) -> str:
        return self._line(name).text()

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
        from gezinsplan.ui.paper_out import ask_folder

        ask_folder(self, self.other.text(), self._folder_chosen)

    def _folder_chosen(self, folder: Path) -> None:
        self._stage = None
        self.presenter.choose_folder(folder)

    def _refused(self, refused: "Refused | None") -> None:
        for field in self.fields.values():
            field.set_error()
        self._message.hide()
        if refused is None:
            return
        from gezinsplan.domain.errors import Code
        from gezinsplan.texts.errors import sentence

        beside = {
            Code.PASSPHRASE_WRONG: "passphrase",
            Code.PASSPHRASE_WEAK: "passphrase",
            Code.TRY_LATER: "passphrase",
            Code.PASSPHRASE_DIFFERS: "again",
        }
        said = " ".join(sentence(refused.code, refused.values)).strip()
        name = beside.get(refused.code, str(refused.values.get("field", "")))
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
            self.go.setText(self._asked.verb)


def _in_the_middle(card: Card) -> QVBoxLayout:
    """Stretches and not an alignment: naming that part of Qt costs a tenth of the start."""
    across, down = QHBoxLayout(), QVBoxLayout()
    across.addStretch(1)
    across.addWidget(card)
    across.addStretch(1)
    down.addStretch(1)
    down.addLayout(across)
    down.addStretch(1)
    return down
