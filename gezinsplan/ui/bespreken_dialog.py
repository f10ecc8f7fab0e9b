"""The dialog for the talk about one helper, with what follows from it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from gezinsplan.presenters.bespreken import bespreken_form
from gezinsplan.presenters.family import FamilyPresenter
from gezinsplan.presenters.fields import Form
from gezinsplan.texts import _
from gezinsplan.ui.questions import QuestionsDialog


class BesprekenDialog(QuestionsDialog):
    """Which question, for whom, until when, who else, could the netwerk, what is needed first; and what follows."""

    def __init__(self, parent: QWidget, presenter: FamilyPresenter, helper: UUID | None = None) -> None:
        """Talk about `helper`; without one the dialog asks first who it is."""
        super().__init__(parent, presenter, helper, (_("Bespreken"), _("Over wie praten we?")))
        self.reopen = lambda page: BesprekenDialog(page, page.presenter, helper).open()

    def make(self, helper: UUID, typed: Mapping[str, Any]) -> Form:
        """What is asked after the answers of this moment."""
        return bespreken_form(self.presenter.seen, helper, typed)
