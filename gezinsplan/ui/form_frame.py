"""The window around a form, what it waits for, and the texts in it that are not yet in the dossier."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.texts import _
from gezinsplan.ui import theme
from gezinsplan.ui.cards import Page
from gezinsplan.ui.form_sheet import FormSheet
from gezinsplan.ui.frame import SavedState
from gezinsplan.ui.labels import Line, heading
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.tokens import Size, Space

REST_MILLISECONDS = 2000
Told = Callable[..., None]


class FormFrame(QDialog):
    """Its title, the fields, the buttons below; as high as it needs to be.

    It lives until every answer of the vault has come, also when it was closed before that; then it is `settled`.
    """

    settled = Signal()

    def __init__(self, parent: QWidget, form: Form) -> None:
        """Open over the page in which `parent` stands: a row may go while its form is open."""
        super().__init__(page_of(parent))
        self.setWindowTitle(form.step)  # the title may hold a name, and systems show and keep titles of windows
        self.setModal(True)
        self.form = form
        self.sheet = FormSheet(form)
        self.fields, self.answers = self.sheet.fields, self.sheet.answers
        self.state = SavedState()
        self._waiting = 0
        self._over = False
        self.reopen: Reopen | None = None
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(Space.XL, Space.XS, Space.XL, 0)
        self.buttons.setSpacing(Space.S)
        title = heading(form.title, "title")
        title.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, Space.XL, 0, Space.L)
        self._whole.setSpacing(Space.S)
        self._whole.addWidget(title)
        self._whole.addWidget(self.sheet, 1)
        self._whole.addWidget(Line())
        self._whole.addLayout(self.buttons)
        self.sheet.unfolded.connect(self.fit)
        self.finished.connect(lambda _result: self._end())

    def fit(self) -> None:
        """As wide as a form is, and as high as what stands in it, if the screen has the room."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        most = largest(self)
        around = self._whole.sizeHint().height() - self.sheet.sizeHint().height()
        self.resize(most.width(), min(around + self.sheet.height_for(most.width()), most.height()))

    # ------------------------------------------------------------ waiting for the vault

    def _told(self, do: Told) -> Told:
        return self._either(do)[0]

    def _either(self, *answers: Told) -> tuple[Told, ...]:
        """The ways in which one question can be answered, counted as one that is under way."""
        self._waiting += 1

        def settled(do: Told) -> Told:
            def told(*values: Any) -> None:
                self._waiting -= 1
                do(*values)
                self._settle()

            return told

        return tuple(settled(each) for each in answers)

    def _settle(self) -> None:
        """When nothing is under way any more: go when closed, else whatever waited for it."""
        if self._waiting:
            return
        if self._over:
            self.settled.emit()
            self.deleteLater()
        else:
            self._all_answered()

    def _all_answered(self) -> None:
        """Everything that was asked of the vault has been answered."""

    def _end(self) -> None:
        self._over = True
        self._settle()


class DraftFrame(FormFrame):
    """Keeps what is half typed or refused in the vault, and shows it again after a lock or crash."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, form: Form) -> None:
        """Show the form; whoever builds it asks for the draft when the buttons are there."""
        super().__init__(parent, form)
        self._presenter = presenter
        self._saved: dict[str, Any] = self.sheet.values()
        self._kept: dict[str, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.keep)
        self.sheet.changed.connect(self._rest.start)

    def _ask_draft(self) -> None:
        self._presenter.draft(self.form, self._told(self._restore))

    def _restore(self, draft: Mapping[str, str]) -> None:
        """Put back what was half typed before; what has been typed since then stays."""
        self._kept = dict(draft)
        lost = [name for name in draft if name in self.answers and self.answers[name].get() == self._saved[name]]
        for name in lost:
            self.answers[name].put(draft[name])
        if lost and self.form.button:
            self.sheet.say(_("Hier staat nog wat u eerder typte. Met Annuleren gooit u het weg."))
            self.fit()
        if lost:
            self.keep()

    def keep(self) -> None:
        """Keep what is typed."""
        self._keep_drafts()

    def leave(self) -> None:
        """Before a lock: of something that is there what is valid is saved; all other texts are kept."""
        self._rest.stop()
        if self.form.button:
            self._keep_drafts()
            return
        unsaved = {name: answer for name, answer in self.sheet.values().items() if answer != self._saved[name]}
        if unsaved or self._kept:
            self._presenter.leave(self.form, unsaved)

    def _end(self) -> None:
        self._rest.stop()
        super()._end()

    def _keep_drafts(self) -> None:
        """Keep typed texts that are not in the dossier; none when all is saved."""
        unsaved = {name: text for name, text in self.sheet.typed().items() if text != self._saved[name]}
        if unsaved != self._kept:
            self._kept = unsaved
            self._presenter.keep_draft(self.form, unsaved)

    def _forget_drafts(self) -> None:
        """Throw away what was kept."""
        if self._kept:
            self._kept = {}
            self._presenter.keep_draft(self.form, {})


def largest(dialog: QDialog) -> QSize:
    """How large a form may be: it grows with the text, and leaves something of the screen free."""
    room = dialog.screen().availableGeometry()
    width, height = theme.scaled(Size.FORM), theme.scaled(Size.FORM_HEIGHT)
    return QSize(min(width, room.width() - 2 * Space.HUGE), min(height, room.height() - 2 * Space.HUGE))


def page_of(widget: QWidget) -> QWidget:
    """The page or window in which a widget stands."""
    place: QWidget | None = widget
    while place is not None and not isinstance(place, Page) and not place.isWindow():
        place = place.parentWidget()
    return place or widget
