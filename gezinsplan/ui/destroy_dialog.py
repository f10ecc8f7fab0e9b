"""Destroying a family asks for a reason and for its name, typed as it stands there (screens.md, Mistakes)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.vernietigen import Gone, destroy, destroy_fields
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.answers import Answer, answer_for
from gezinsplan.ui.buttons import danger, primary, secondary
from gezinsplan.ui.cards import Page, stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.form_frame import largest
from gezinsplan.ui.labels import Line, Words, heading, strong
from gezinsplan.ui.tokens import Space


class DestroyDialog(QDialog):
    """Escape and the first button change nothing."""

    def __init__(
        self,
        parent: QWidget,
        presenter: FamilyPresenter,
        destroyed: Callable[[], object],
        renew: Callable[[tuple[Path, ...]], object],
    ) -> None:
        """`destroyed` is called when the family is gone, `renew` when backups must not hold it any more."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Gezin vernietigen"))
        self.setModal(True)
        self._presenter = presenter
        self._destroyed = destroyed
        self._renew = renew
        self.answers: dict[str, Answer] = {}
        self.fields: dict[str, FormField] = {}
        self.cancel = secondary(_("Niets doen"), self.reject)
        self.go = danger(_("Voorgoed vernietigen"), self.confirm, "trash-2")
        self.go.setAutoDefault(False)
        self._build(presenter.seen.dossier.gezin.naam)

    def _build(self, naam: str) -> None:
        for spec in destroy_fields():
            answer = answer_for(spec, None)
            self.answers[spec.name] = answer
            self.fields[spec.name] = FormField(answer.label, answer.widget)
        gone = _("Alles van dit gezin verdwijnt uit deze kluis: de mensen, het plan en alles wat eerder is veranderd.")
        never = _("Dit kan niet ongedaan worden gemaakt.")
        self.page = Page(
            stack(
                heading(_("Dit gezin vernietigen?"), "title"),
                *(strong(naam), Words(gone), Words(never, "error"), self.fields["reden"], self.fields["naam"]),
                gap=Space.M,
            )
        )
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        for button in (self.cancel, self.go):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, Space.L)
        column.setSpacing(Space.S)
        for part in (self.page, Line()):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setAccessibleDescription(" ".join((naam, gone, never)))
        self.answers["reden"].widget.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit when the fonts are known."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as it needs to be, if the screen has the room."""
        most, inside = largest(self), self.page.sheet.layout()
        if inside is not None:
            high = max(inside.totalHeightForWidth(most.width()), inside.minimumSize().height())
            buttons = self.go.sizeHint().height() + 4 * Space.L
            self.resize(most.width(), min(high + buttons, most.height()))

    def confirm(self) -> None:
        """Destroy it; what is wrong is told beside its field."""
        for field in self.fields.values():
            field.set_error()
        self.go.setEnabled(False)
        answers = {name: answer.get() for name, answer in self.answers.items()}
        destroy(self._presenter, answers, self._done, self._refused)

    def _refused(self, refused: Refused) -> None:
        self.go.setEnabled(True)
        name = str(refused.values.get("field", ""))
        if name not in self.fields:
            messages.tell(self, refused)
            return
        self.fields[name].set_error(" ".join(messages.sentence(refused)).strip())
        self._fit()
        self.answers[name].focus()
        self.page.ensureWidgetVisible(self.fields[name])

    def _done(self, gone: Gone) -> None:
        window = self.window().parentWidget()
        self.accept()
        self._destroyed()
        message = messages.Message(window.window() if window else None, _("Het gezin is vernietigd"), *gone.texts)
        if gone.held:
            renew = primary(_("Reservekopieën vernieuwen"))
            renew.clicked.connect(lambda _checked=False: self._renew(gone.held))
            message.add_button(secondary(_("Later")))
            message.add_button(renew)
        else:
            message.add_button(primary(_("Begrepen")))
        message.open()
