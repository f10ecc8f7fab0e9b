"""A new family in three answers; it opens when it has been made (product.md 6)."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from gezinsplan.domain.errors import Refused
from gezinsplan.presenters.families import FamiliesPresenter, new_family_fields, read_new_family
from gezinsplan.texts import _
from gezinsplan.texts.dates import today, typed_date
from gezinsplan.ui import messages
from gezinsplan.ui.answers import Answer, answer_for
from gezinsplan.ui.buttons import primary, secondary
from gezinsplan.ui.cards import stack
from gezinsplan.ui.fields import FormField
from gezinsplan.ui.form_frame import REST_MILLISECONDS
from gezinsplan.ui.labels import heading
from gezinsplan.ui.place import Reopen
from gezinsplan.ui.tokens import Size, Space


class NewFamilyDialog(QDialog):
    """Name, begin, and who is regisseur; what is half typed is kept in the vault as a draft."""

    def __init__(self, parent: QWidget, presenter: FamiliesPresenter, made: Callable[[UUID], object]) -> None:
        """`made` gets the id of the new family."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Nieuw gezin"))
        self.setModal(True)
        self.setMinimumWidth(Size.DIALOG)
        self._presenter = presenter
        self._made = made
        self._kept: dict[str, str] = {}
        self.reopen: Reopen | None = lambda page: page.begin_family()
        self.fields: dict[str, FormField] = {}
        self.answers: dict[str, Answer] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.keep)
        self.mine = QRadioButton(_("Ik ben de regisseur"))
        self.nobody = QRadioButton(_("Nog niemand, want…"))
        self.make = primary(_("Gezin toevoegen"), self.save)
        self.make.setDefault(True)
        self._build()
        presenter.draft(self._restore)

    def _build(self) -> None:
        for spec in new_family_fields():
            answer = answer_for(spec, typed_date(today()) if spec.name == "start" else "")
            answer.changed.connect(self._rest.start)
            self.answers[spec.name] = answer
            self.fields[spec.name] = FormField(answer.label, answer.widget, spec.help)
        self._group = QButtonGroup(self)
        for choice in (self.mine, self.nobody):
            self._group.addButton(choice)
            choice.toggled.connect(lambda _on: self._ask_reason())
        self.mine.setChecked(True)
        self._ask_reason()
        who = QWidget()
        who.setAccessibleName(_("Wie is de regisseur?"))
        who.setLayout(stack(self.mine, self.nobody, gap=0, end=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(heading(_("Nieuw gezin"), "title"))
        column.addWidget(self.fields["naam"])
        column.addWidget(self.fields["start"])
        column.addWidget(FormField(_("Wie is de regisseur?"), who))
        column.addWidget(self.fields["reden"])
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.answers["naam"].widget.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(secondary(_("Annuleren"), self.reject))
        row.addWidget(self.make)
        return row

    def _ask_reason(self) -> None:
        self.fields["reden"].setVisible(self.nobody.isChecked())
        self.fields["reden"].set_error()

    def _typed(self) -> dict[str, str]:
        return {name: str(answer.get()) for name, answer in self.answers.items()}

    def save(self) -> None:
        """Make the family; what is wrong is told beside its field and nothing that was typed is lost."""
        self._rest.stop()
        for field in self.fields.values():
            field.set_error()
        try:
            nieuw = read_new_family({**self._typed(), "ik": self.mine.isChecked()})
        except Refused as refused:
            self._refused(refused)
            return
        self.make.setEnabled(False)
        self._presenter.new_family(nieuw, self._done, self._refused)

    def _done(self, root: UUID) -> None:
        self._kept = {}
        self.accept()
        self._made(root)

    def _refused(self, refused: Refused) -> None:
        self.make.setEnabled(True)
        name = str(refused.values.get("field", ""))
        if name not in self.fields:
            messages.tell(self, refused)
        else:
            self.fields[name].set_error(" ".join(messages.sentence(refused)).strip())
            self.answers[name].widget.setFocus()
        self.keep()

    def keep(self) -> None:
        """Keep what is half typed in the vault, for after a lock or crash."""
        self._rest.stop()
        typed = {name: text for name, text in self._typed().items() if text and name != "start"}
        if typed != self._kept:
            self._kept = typed
            self._presenter.keep_draft(typed)

    leave = keep

    def reject(self) -> None:
        """Escape: nothing is made and the draft is forgotten."""
        self._rest.stop()
        if self._kept:
            self._presenter.keep_draft({})
        super().reject()

    def _restore(self, draft: Mapping[str, str]) -> None:
        self._kept = dict(draft)
        for name, text in draft.items():
            if name in self.answers:
                self.answers[name].put(text)
        if draft.get("reden"):
            self.nobody.setChecked(True)
