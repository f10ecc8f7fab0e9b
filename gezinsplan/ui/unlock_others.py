"""What the first card asks of who has no passphrase, or does something that needs the vault closed."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from gezinsplan.presenters.unlock import Stage, UnlockState
from gezinsplan.texts import _
from gezinsplan.ui.buttons import secondary
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Elided
from gezinsplan.ui.paper_out import ask_file
from gezinsplan.ui.tokens import Space
from gezinsplan.ui.unlock_asked import Asked, Question, new_passphrase


def asked(state: UnlockState) -> Asked:
    """The card of a stage."""
    if state.stage is Stage.TASK:
        return _task(state)
    return {Stage.SHEET: _sheet, Stage.GEMEENTE: _gemeente, Stage.LISTS: _lists, Stage.RENEW: _renew}[state.stage]()


def _sheet() -> Asked:
    return Asked(
        _("Openen met het herstelblad"),
        _("Typ de code over van uw herstelblad. Daarna kiest u een nieuw wachtwoord."),
        (
            Question(
                "code",
                _("Code van het herstelblad"),
                _("Acht groepen van vijf tekens. Hoofdletters, spaties en streepjes maken niet uit."),
            ),
        ),
        _("Openen"),
        _("Terug"),
        wide=True,
    )


def _gemeente() -> Asked:
    return Asked(
        _("Openen met de sleutel van de gemeente"),
        _("Voor als de regisseur er niet meer is. Daarna kiest u een nieuw wachtwoord voor deze kluis."),
        (
            Question("file", _("Bestand met de geheime sleutel"), kind="file"),
            Question("passphrase", _("Wachtwoord van dat bestand"), kind="secret"),
        ),
        _("Openen"),
        _("Terug"),
        wide=True,
        links=((_("Geen bestand? Typ twee van de drie woordenlijsten"), Stage.LISTS.value),),
    )


def _lists() -> Asked:
    help_text = _("33 woorden, met een spatie ertussen. Nummers mag u weglaten.")
    return Asked(
        _("Openen met twee woordenlijsten"),
        _("Typ twee van de drie lijsten van de gemeente over. Daarna kiest u een nieuw wachtwoord voor deze kluis."),
        (
            Question("list_1", _("Eerste lijst"), help_text, "words"),
            Question("list_2", _("Tweede lijst"), help_text, "words"),
        ),
        _("Openen"),
        _("Terug"),
        wide=True,
    )


def _renew() -> Asked:
    return Asked(
        _("Kies een nieuw wachtwoord"),
        _("De kluis is open. Het oude wachtwoord werkt hierna niet meer."),
        new_passphrase(_("Nieuw wachtwoord (een zin mag)")),
        _("Wachtwoord bewaren"),
        weighs=True,
    )


def _task(state: UnlockState) -> Asked:
    task = state.task
    if task is None:
        raise ValueError(state.stage)
    label = _("Wachtwoord, of de code van het herstelblad") if task.sheet_too else _("Wachtwoord van deze kluis")
    question = Question("passphrase", label, kind="secret")
    return Asked(task.title, task.text, (question,), task.verb, _("Annuleren"), wide=True, tick=task.tick)


class FileChoice(QWidget):
    """The name of a file that was chosen, and the button to choose it."""

    chosen = Signal()

    def __init__(self, title: str) -> None:
        """Nothing has been chosen yet; `title` says what is looked for."""
        super().__init__()
        self.path: Path | None = None
        self._title = title
        self._dialog: QFileDialog | None = None
        self._name = Elided(_("Nog geen bestand gekozen"))
        self.button = secondary(_("Kiezen…"), self.ask)
        self.button.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(Flow(self.button))
        row.addWidget(self._name, 1)
        self.setFocusProxy(self.button)

    def ask(self) -> None:
        """Let the user look for the file."""
        self._dialog = ask_file(self, self._title, self.put)

    def put(self, path: Path) -> None:
        """This file was chosen."""
        self.path = path
        self._name.say(path.name)
        self.chosen.emit()
