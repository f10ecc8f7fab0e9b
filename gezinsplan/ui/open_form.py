"""Opens a form; where that would show something shielded it is asked first (product.md rule 7)."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.services.caseload import Family
from gezinsplan.texts import _
from gezinsplan.ui import messages
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.form_frame import page_of

Make = Callable[[Family], Form]


def open_form(
    parent: QWidget,
    presenter: FamilyPresenter,
    make: Make,
    removable: UUID | None = None,
    closed: Callable[[], object] | None = None,
    kind: type[FormDialog] = FormDialog,
) -> None:
    """Open the form that `make` gives of the real family; `closed` is called when it is gone again.

    `make` is kept during a lock, to open the form once more; so it knows ids, and never a name or a text. `kind` is
    the window in which it stands.
    """
    page = page_of(parent)  # the row that asked may be drawn anew meanwhile

    def show() -> None:
        dialog = kind(page, presenter, make(presenter.family), removable=removable)
        dialog.reopen = lambda again: open_form(again, again.presenter, make, removable, kind=kind)
        if closed is not None:
            dialog.finished.connect(lambda _result: closed())
        dialog.open()

    when_seen(page, presenter, lambda family: _tells(make(family)), show)


def when_seen(
    parent: QWidget, presenter: FamilyPresenter, look: Callable[[Family], object], then: Callable[[], object]
) -> None:
    """Do `then` at once when `look` finds nothing shielded; else ask first; that it was shown is kept."""
    if not presenter.state.shielded or look(presenter.family) == look(presenter.seen):
        then()
        return
    messages.ask(
        parent,
        _("Hier staan afgeschermde gegevens in"),
        _("Kijk wie er meekijkt. Dat u ze bekijkt, komt in het logboek."),
        (_("Toon en ga verder"), lambda: presenter.reveal(then)),
    )


def _tells(form: Form) -> tuple[object, ...]:
    """All that a form shows."""
    return form.fields, dict(form.values), form.intro
