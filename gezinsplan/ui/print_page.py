"""Plan afdrukken: for whom, the real pages beside it, what is left out, and the ways out of the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.print_plan import Lezer, PrintPresenter, PrintState
from gezinsplan.services.paper import Blad, file_name
from gezinsplan.texts import _
from gezinsplan.ui import messages, paper_out, theme
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import Banner, Card, Page, clear, stack
from gezinsplan.ui.frame import PageHeader
from gezinsplan.ui.labels import Words
from gezinsplan.ui.preview import Preview
from gezinsplan.ui.print_readers import LeftOut, Papers, Readers, Versions
from gezinsplan.ui.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Said(QWidget):
    """One message above the page, about the paper that went out or did not."""

    def __init__(self, below: int = 0) -> None:
        """Start silent; `below` is the room under the message, where the page under it leaves none."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.M, Space.XL, below)
        self.hide()

    def show_message(self, message: QWidget) -> None:
        """Show a message in the place of the one before; a banner is said aloud as well."""
        self.clear()
        self._column.addWidget(message)
        self.show()
        if isinstance(message, Banner):
            message.closed.connect(self.hide)
            message.announce()

    def text(self) -> str:
        """What is said, if anything."""
        item = self._column.itemAt(0)
        said = item.widget() if item is not None else None
        return said.accessibleName() if said is not None and not self.isHidden() else ""

    def clear(self) -> None:
        """Say nothing more."""
        clear(self._column)
        self.hide()


def _with_step(words: Words, step: QPushButton) -> Card:
    """A line of words with a button behind it."""
    line = QHBoxLayout()
    line.addWidget(words, 1)
    line.addWidget(step)
    return Card().add(line)


def _placed(page: "PrintPage") -> QVBoxLayout:
    """What is chosen at the left, the pages at the right."""
    side = Page(stack(page.papers, page.versions, page.readers, page.left_out))
    side.setFixedWidth(theme.scaled(Size.ASIDE) + Space.XL)
    right = QVBoxLayout()
    right.setContentsMargins(0, Space.L, Space.XL, Space.M)
    right.addWidget(page.preview)
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(side)
    body.addLayout(right, 1)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(page.header)
    column.addWidget(page.said)
    column.addLayout(body, 1)
    return column


class PrintPage(QWidget):
    """The paper of one family; the presenter holds the bytes, the preview shows them from memory."""

    giving = Signal(object, object)
    """Which version of the plan went out and for whom it was made: who received it is to be written down."""

    def __init__(self, presenter: PrintPresenter, back: Callable[[], object]) -> None:
        """`back` goes to the page of the family."""
        super().__init__()
        self.presenter = presenter
        self._back = back
        self._gezin = ""
        self._shown: bytes = b""
        self._dialog: QDialog | None = None
        self._run: paper_out.PrintRun | None = None
        self.save = secondary(_("Opslaan als PDF…"), self.ask_target, "save")
        self.print = primary(_("Afdrukken"), self.ask_printer, "printer")
        self.print.setToolTip(_("Afdrukken (Ctrl+P)"))
        self.header = PageHeader(self.save, self.print)
        self.preview = Preview()
        self.said = Said()
        self.papers, self.versions, self.readers, self.left_out = Papers(), Versions(), Readers(), LeftOut()
        self.papers.chosen.connect(presenter.choose_paper)
        self.versions.chosen.connect(presenter.choose_version)
        self.readers.chosen.connect(self._choose)
        self.setLayout(_placed(self))
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print.click)

    # ------------------------------------------------------------ what is shown

    def show_state(self, state: PrintState) -> None:
        """Show for whom, what is left out, and the pages when they are there."""
        self.header.show_title(_("Plan afdrukken"), (state.gezin, self._back))
        if self._gezin != state.gezin:
            self._gezin = state.gezin
            self.said.clear()
        for part in (self.papers, self.versions, self.readers, self.left_out):
            part.show_state(state)
        ready = state.paper is not None
        self.save.setEnabled(ready)
        self.print.setEnabled(ready and self._run is None)
        if state.paper is not None:
            if state.paper.pdf is not self._shown:
                self._shown = state.paper.pdf
                self.preview.load(state.paper.pdf)
        elif state.voor is None:
            self._shown = b""
            text = _("Kies links voor wie het is. Dan ziet u hier de echte bladzijden.")
            self.preview.clear(_("Voor wie drukt u af?"), text)

    def _choose(self, lezer: Lezer) -> None:
        state = self.presenter.state
        if state is not None and state.voor != lezer:
            self.presenter.choose(lezer)

    def clear(self) -> None:
        """On leaving or locking: stop, and forget the pages, the bytes and the names."""
        self._stop()
        if self._dialog is not None:
            self._dialog.reject()
        self.presenter.clear()
        self._shown, self._gezin = b"", ""
        self.preview.clear()
        self.versions.forget()
        self.readers.forget()
        self.left_out.clear()
        self.said.clear()
        self.header.show_title(_("Plan afdrukken"))

    # ------------------------------------------------------------ what is done

    def _name(self) -> str:
        """The neutral name of the file and the print job; empty while there is no paper."""
        state = self.presenter.state
        return file_name(state.paper.nummer) if state is not None and state.paper is not None else ""

    def ask_target(self) -> None:
        """Ask where the PDF goes; only then a readable file is written."""
        if self._name():
            self._dialog = paper_out.ask_target(self, self._name(), self._save)
            self._dialog.finished.connect(self._closed)

    def _save(self, target: Path) -> None:
        self.presenter.save(target, self._saved, self._not_saved)

    def _saved(self) -> None:
        self._went_out(_("Bewaard. Iedereen die bij deze map kan, kan het plan lezen."))

    def _went_out(self, text: str) -> None:
        """Tell that it is out; of a plan also ask who received it (product.md rule 10)."""
        state = self.presenter.state
        if state is None or state.voor is None or state.blad is not Blad.PLAN:
            self.said.show_message(Banner(text, Tone.GREEN))
            return
        versie, lezer = state.versie, state.voor.id
        step = (_("Wie kreeg het?…"), lambda: self.giving.emit(versie, lezer))
        self.said.show_message(Banner(text, Tone.GREEN, step))

    def _not_saved(self, refused: Refused) -> None:
        self.said.show_message(messages.banner(refused, (_("Andere map…"), self.ask_target)))

    def ask_printer(self) -> None:
        """Ask the dialog of the system for a printer."""
        name, pdf = self._name(), self._shown
        if name and self._run is None:
            printer, pages = paper_out.new_printer(name), self.preview.page_count()
            self._dialog = paper_out.ask_printer(self, printer, pages, lambda chosen: self._print(chosen, pdf))
            self._dialog.finished.connect(self._closed)

    def _print(self, printer: "QPrinter", pdf: bytes) -> None:
        if self.presenter.state is None:
            return  # locked while the dialog of the system, which cannot be closed from here, was open
        self._run = paper_out.PrintRun(self, printer, pdf)
        self._run.progress.connect(self._progress)
        self._run.ended.connect(self._ended)
        self.print.setEnabled(False)
        self._words = Words(_("Het plan gaat naar de printer…"))
        self.said.show_message(_with_step(self._words, secondary(_("Stoppen"), self._stop)))
        self._run.start()

    def _progress(self, page: int, pages: int) -> None:
        self._words.setText(_("Bladzijde {n} van {count} gaat naar de printer…").format(n=page, count=pages))

    def _ended(self, whole: bool) -> None:
        self._forget_run()
        if whole:
            self.presenter.printed()
            self._went_out(_("Het plan is naar de printer gestuurd."))
        else:
            text = _("Het afdrukken is niet gelukt. Kijk of de printer aan staat, of sla het plan op als PDF.")
            self.said.show_message(Banner(text, Tone.RED, (_("Opnieuw"), self.ask_printer)))

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()
            self._forget_run()
            self.said.clear()

    def _forget_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self.print.setEnabled(bool(self._name()))

    def _closed(self) -> None:
        self._dialog = None
