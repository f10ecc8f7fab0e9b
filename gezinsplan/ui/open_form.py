"""Opens a form; where that would show something shielded it is asked first (product.md rule 7)."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.services.caseload import Family
from gezinsplan.ui.form_dialog import FormDialog
from gezinsplan.ui.holes_card import ask_reveal


def open_form(
    parent: QWidget, presenter: FamilyPresenter, make: Callable[[Family], Form], removable: UUID | None = None
) -> None:
    """Open the form that `make` gives of the real family, unless it shows more than may be seen now."""
    form = make(presenter.family)
    if presenter.state.shielded and _tells(form) != _tells(make(presenter.seen)):
        ask_reveal(parent, presenter)
        return
    FormDialog(parent, presenter, form, removable=removable).open()


def _tells(form: Form) -> tuple[object, ...]:
    """All that a form shows."""
    return form.fields, dict(form.values), form.intro
