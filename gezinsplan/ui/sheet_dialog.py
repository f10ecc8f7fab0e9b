"""The recovery sheet: shown and printed from memory, and typed back once before it opens anything."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.kluis import KluisPresenter
from gezinsplan.services.herstelblad import Herstelblad
from gezinsplan.texts import _
from gezinsplan.ui import messages, paper_out, theme
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.fields import FormField, LongText
from gezinsplan.ui.inputs import Flow
from gezinsplan.ui.labels import Line, Words, heading, muted
from gezinsplan.ui.preview import Preview
from gezinsplan.ui.tokens import Size, Space

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtPrintSupport import QPrinter


class Code(LongText):
    """Room for the whole code, as it stands on the paper; Enter is done with it."""

    entered = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(lines=2, most=4)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter ends it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _Sheet(QDialog):
    """What stands in the dialog: the paper, and the steps beside it."""

    def __init__(self, parent: QWidget, later: str, intro: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Herstelblad"))
        self.setModal(True)
        self.preview = Preview()
        self.print = primary(_("Afdrukken"), self.ask_printer, "printer")
        self.save = secondary(_("Opslaan als PDF…"), self.ask_target, "save")
        self.said = Words("", "strong")
        self.said.hide()
        self.code = Code()
        help_text = _("Hoofdletters, spaties en streepjes maken niet uit.")
        self.field = FormField(_("Code van het papier"), self.code, help_text)
        self.cancel = secondary(later, self.reject)
        self.go = primary(_("Herstelblad gebruiken"), self.confirm)
        self.code.entered.connect(self.confirm)
        self._place(intro)
        for button in (self.print, self.save, self.go):
            button.setEnabled(False)

    def ask_printer(self) -> None:
        """The paper goes to a printer."""

    def ask_target(self) -> None:
        """The paper goes to a file."""

    def confirm(self) -> None:
        """The code was typed back."""

    def _place(self, intro: str) -> None:
        never = _("Bewaar het papier op een veilige plek, niet bij uw computer. Wie het heeft, kan uw kluis openen.")
        steps = stack(
            heading(_("Herstelblad"), "title"),
            *(Words(intro), heading(_("1. Druk het blad af")), Flow(self.print, self.save), self.said),
            *(
                heading(_("2. Typ de code over van het papier")),
                muted(_("Zo weet u zeker dat het goed op papier staat.")),
            ),
            *(self.field, heading(_("3. Berg het op")), muted(never)),
            gap=Space.M,
        )
        self.page = Page(steps)
        self.page.setMinimumWidth(theme.scaled(Size.ASIDE))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        for button in (self.cancel, self.go):
            buttons.addWidget(button)
        left = QVBoxLayout()
        left.setContentsMargins(Space.L, Space.L, 0, 0)
        left.addWidget(self.preview)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self.page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.L)
        whole.setSpacing(Space.M)
        whole.addLayout(body, 1)
        whole.addWidget(Line())
        whole.addLayout(buttons)
        room = self.screen().availableGeometry()
        wanted = theme.scaled(Size.SHEET_WIDTH), theme.scaled(Size.FORM_HEIGHT)
        self.resize(min(wanted[0], room.width() - 2 * Space.HUGE), min(wanted[1], room.height() - 2 * Space.HUGE))


class SheetDialog(_Sheet):
    """At the left the paper, at the right what to do with it in three steps."""

    def __init__(self, parent: QWidget, presenter: KluisPresenter, *, offered: bool = False) -> None:
        """Make a sheet at once; `offered`: the user did not ask for it, and may leave it for later."""
        replaces = presenter.state is not None and presenter.state.has_sheet and not offered
        super().__init__(parent, _("Later") if offered else _("Annuleren"), _intro(replaces))
        self.finished.connect(lambda _result: self._forget())
        self._presenter = presenter
        self._blad: Herstelblad | None = None
        self._run: paper_out.PrintRun | None = None
        self._asking: QDialog | None = None
        presenter.make_sheet(self._made, self._not_made)

    def shown_code(self) -> str:
        """The code on the paper that is shown; empty when there is none (any more)."""
        return self._blad.code.printed if self._blad is not None else ""

    # ------------------------------------------------------------ the paper

    def _made(self, blad: Herstelblad) -> None:
        if not isValid(self) or not self.isVisible():
            return
        self._blad = blad
        self.preview.load(blad.pdf)
        for button in (self.print, self.save, self.go):
            button.setEnabled(True)
        self.print.setFocus()

    def _not_made(self, refused: Refused) -> None:
        if isValid(self):
            self._say(" ".join(messages.sentence(refused)))

    def ask_printer(self) -> None:
        """Ask the dialog of the system for a printer."""
        if self._blad is not None and self._run is None:
            printer = paper_out.new_printer(_("Herstelblad"))
            self._asking = paper_out.ask_printer(self, printer, self.preview.page_count(), self._print)

    def _print(self, printer: "QPrinter") -> None:
        if self._blad is None:
            return  # locked while the dialog of the system was open
        self._run = paper_out.PrintRun(self, printer, self._blad.pdf)
        self._run.ended.connect(self._printed)
        self.print.setEnabled(False)
        self._say(_("Het blad gaat naar de printer…"))
        self._run.start()

    def _printed(self, whole: bool) -> None:
        self._end_run()
        self.print.setEnabled(True)
        failed = _("Het afdrukken is niet gelukt. Kijk of de printer aan staat, of sla het blad op als PDF.")
        self._say(_("Het blad is naar de printer gestuurd.") if whole else failed)
        if whole:
            self.code.setFocus()

    def ask_target(self) -> None:
        """Ask where the PDF goes; only then a readable file is written."""
        if self._blad is not None:
            self._asking = paper_out.ask_target(self, _("Herstelblad"), self._save, _("Herstelblad opslaan"))

    def _save(self, target: Path) -> None:
        if self._blad is not None:
            self._presenter.save_sheet(self._blad, target, self._saved, self._not_made)

    def _saved(self) -> None:
        if isValid(self):
            self._say(_("Bewaard. Druk het af en gooi het bestand daarna weg: wie het heeft, kan uw kluis openen."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # ------------------------------------------------------------ typing it back

    def confirm(self) -> None:
        """Let the sheet open the vault; a typing mistake is told with its group beside the field."""
        if self._blad is None or not self.go.isEnabled():
            return
        self.field.set_error()
        self.go.setEnabled(False)
        self._presenter.confirm_sheet(self._blad, self.code.toPlainText(), self._confirmed, self._refused)

    def _confirmed(self) -> None:
        if isValid(self):
            self.accept()

    def _refused(self, refused: Refused) -> None:
        if not isValid(self):
            return
        self.go.setEnabled(True)
        self.field.set_error(" ".join(messages.sentence(refused)).strip())
        self.code.setFocus()
        self.page.ensureWidgetVisible(self.field)

    # ------------------------------------------------------------ leaving

    def _forget(self) -> None:
        """Forget the code, the pages and what was typed; a locked screen shows none of it."""
        self._blad = None
        self._end_run()
        self.preview.clear()
        self.code.clear()
        if self._asking is not None and isValid(self._asking):
            self._asking.reject()
        self.deleteLater()

    def _end_run(self) -> None:
        if self._run is not None:
            self._run.stop()
            self._run.deleteLater()
            self._run = None


def _intro(replaces: bool) -> str:
    if replaces:
        return _("Het oude herstelblad werkt nog, tot u de code van dit nieuwe blad hieronder hebt getypt.")
    return _(
        "Vergeet u uw wachtwoord, dan kunt u alleen met dit papier nog bij uw gezinnen. "
        "Niemand anders kan u dan helpen."
    )
